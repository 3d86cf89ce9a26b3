//! Who reports this, who denies it, and who leaves it out?
//!
//! `claim-check` matches a reader's claim against the claim set of a news story and says, for every article of the story,
//! whether it supports, disputes, carries both sides of, or omits the claim, and why.
//!
//! ```
//! let engine = claim_check::Engine::embedded()?;
//! let report = engine.check("Did ByteDance order 200,000 chips from Huawei?");
//! assert_eq!(report.articles.len(), 5);
//! assert_eq!(report.articles[0].verdict, claim_check::Verdict::Dispute);
//! # Ok::<(), claim_check::EngineError>(())
//! ```
//!
//! What it does not do: it does not say what is true, only what the articles say; it reads English and Italian; it
//! knows the claims its authors wrote, and answers "no article in this story covers that" to everything else.

#[cfg(feature = "cli")]
mod authoring;
mod embedded;
mod engine;
mod locale;
mod story;
mod text;
#[cfg(target_arch = "wasm32")]
mod web;
#[cfg(any(target_arch = "wasm32", test))]
mod widget;

#[cfg(feature = "cli")]
pub use authoring::{Coverage, Diagnostic, Lock, LockedArticle, Source, compile_lexicon, compile_story};
pub use engine::*;
pub use locale::{Counted, Locale, Piece, Sentence, Tally, Text};
pub use story::*;
pub use text::*;
#[cfg(target_arch = "wasm32")]
pub use web::{Mounted, Searcher, check, load_story, mount, open_story};
#[cfg(any(target_arch = "wasm32", test))]
pub use widget::View;
#[cfg(target_arch = "wasm32")]
pub use widget::{
    Answered, ClaimCheck, ClaimCheckProps, HostArticle, Remote, Reveal, Search, StorySource, Theme,
};
