//! The widget: Yew components that show what the engine answers, and their state.
//!
//! State is a plain reducer in [`state`] and what a row shows is prepared in [`outline`]; both are free of the DOM and
//! tested natively. Everything else is wasm32 only. Deliberately absent: verdicts (the engine's), words (the locale's)
//! and anything about a particular story.

mod outline;
mod state;

#[cfg(target_arch = "wasm32")]
mod answer;
#[cfg(target_arch = "wasm32")]
mod article;
#[cfg(target_arch = "wasm32")]
mod component;
#[cfg(target_arch = "wasm32")]
mod failure;
#[cfg(target_arch = "wasm32")]
mod icon;
#[cfg(target_arch = "wasm32")]
mod question;
#[cfg(target_arch = "wasm32")]
mod source;

#[cfg(target_arch = "wasm32")]
pub use component::{ClaimCheck, ClaimCheckProps};
#[cfg(target_arch = "wasm32")]
pub use source::StorySource;
