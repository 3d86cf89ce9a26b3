//! What authors write, as TOML: lexicon and stories; read, validated and compiled. Native only: it never ships.
//!
//! Problems are collected, not first-fail: see [`Diagnostic`].

mod diagnostic;
mod lexicon;
mod lock;
mod raw;
mod story;
mod training;

pub use diagnostic::Diagnostic;
pub use lexicon::compile_lexicon;
pub use lock::{Lock, LockedArticle};
pub use story::{Coverage, Source, compile_lessons, compile_story};
pub use training::{Lesson, learn};
