//! The widget: Yew components that show what the engine answers, and their state.
//!
//! Free of the DOM and tested natively: the state as plain reducers ([`state`], [`recent`], [`explore`]), what is shown as
//! plain values ([`outline`], [`matrix`], [`pointer`]), and what can be taken away ([`share`], [`json`], [`parcel`]).
//! Everything else is wasm32 only; [`browser`] has what it wants of the page beyond drawing. Deliberately absent: verdicts
//! (the engine's), words (the locale's) and anything about a particular story.

mod explore;
mod json;
mod matrix;
mod outline;
mod parcel;
mod pointer;
mod recent;
mod share;
mod state;

#[cfg(target_arch = "wasm32")]
mod answer;
#[cfg(target_arch = "wasm32")]
mod article;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod compact;
#[cfg(target_arch = "wasm32")]
mod component;
#[cfg(target_arch = "wasm32")]
mod failure;
#[cfg(target_arch = "wasm32")]
mod filters;
#[cfg(target_arch = "wasm32")]
mod grid;
#[cfg(target_arch = "wasm32")]
mod highlight;
#[cfg(target_arch = "wasm32")]
mod icon;
#[cfg(target_arch = "wasm32")]
mod keeping;
#[cfg(target_arch = "wasm32")]
mod overview;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod proof;
#[cfg(target_arch = "wasm32")]
mod question;
#[cfg(target_arch = "wasm32")]
mod remote;
#[cfg(target_arch = "wasm32")]
mod search;
#[cfg(target_arch = "wasm32")]
mod selection;
#[cfg(target_arch = "wasm32")]
mod sharing;
#[cfg(target_arch = "wasm32")]
mod source;
#[cfg(target_arch = "wasm32")]
mod tabs;
#[cfg(target_arch = "wasm32")]
mod tally;

#[cfg(target_arch = "wasm32")]
pub(crate) use browser::stop_listening;
#[cfg(target_arch = "wasm32")]
pub use component::{ClaimCheck, ClaimCheckProps};
#[cfg(target_arch = "wasm32")]
pub use keeping::Recents;
#[cfg(target_arch = "wasm32")]
pub use page::{HostArticle, Reveal, Theme};
#[cfg(target_arch = "wasm32")]
pub(crate) use parcel::{pack, unpack};
#[cfg(target_arch = "wasm32")]
pub use remote::{Answered, Remote};
#[cfg(target_arch = "wasm32")]
pub use search::Search;
#[cfg(target_arch = "wasm32")]
pub(crate) use share::json_ld;
#[cfg(target_arch = "wasm32")]
pub use source::StorySource;
pub use state::View;
