//! The claim set: what a compiled story holds. It is data; nothing here matches anything.
//!
//! How a story is written by its authors is in `authoring`; how it is packed is in [`Story::to_bytes`].

mod address;
mod network;
mod packing;
mod types;

pub use network::Network;
pub(crate) use network::*;
pub use packing::StoryError;
pub use types::{
    Article, Claim, Evidence, LanguageKey, Localised, Position, Story, Topic, Voice, Wording, WordingKind,
};
