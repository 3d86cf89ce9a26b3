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
//!
//! # The engine
//!
//! [`Engine::check`] takes any text and gives a [`Report`]: a [`Verdict`] for each article, the evidence it rests on, and
//! the reasons why claim and article agree or differ. [`Locale`] puts all of that into words.
//!
//! ```
//! use claim_check::{Engine, Language, Locale};
//!
//! let engine = Engine::embedded()?;
//! let report = engine.check("ByteDance ordered 200,000 Huawei chips");
//! let locale = Locale::new(Language::English);
//! assert_eq!(locale.summary(&report), "Two of five articles dispute it, three don’t mention it.");
//!
//! let place = &report.articles[0].evidence[0];
//! assert_eq!((place.paragraph, place.sentence), (4, 1));
//! let reason = locale.explain(&report.claim, place.stance, &place.reasons[0]);
//! assert_eq!(reason.to_string(), "You wrote “200,000”; this article says more than 100,000.");
//! # Ok::<(), claim_check::EngineError>(())
//! ```
//!
//! The story is data, to be listed or counted. Another one, compiled by `claim-check story compile`, is opened with
//! [`Engine::from_bytes`]:
//!
//! ```
//! use claim_check::{Engine, Language};
//!
//! let bytes = Engine::embedded()?.story().to_bytes();
//! let engine = Engine::from_bytes(&bytes)?;
//! let story = engine.story();
//! assert!(story.claims.len() > 200);
//! assert_eq!(story.articles[4].language, Language::Italian);
//!
//! let error = Engine::from_bytes(b"no story").unwrap_err();
//! assert!(!error.hint().is_empty());
//! # Ok::<(), claim_check::EngineError>(())
//! ```
//!
//! # In a Yew application
//!
//! On `wasm32-unknown-unknown` the crate has the component `ClaimCheck`, whose properties are `ClaimCheckProps`. It brings
//! no styles: they are in `www/claim-check/`, joined in `claim-check.css` of the npm package. `examples/yew/` is a whole
//! application.
//!
//! ```
//! # #[cfg(target_arch = "wasm32")]
//! # mod app {
//! use claim_check::{ClaimCheck, Language};
//! use yew::{Html, function_component, html};
//!
//! #[function_component]
//! fn App() -> Html {
//!     html! { <ClaimCheck language={Language::English} claim="Doubao was launched in August 2023" /> }
//! }
//! # }
//! ```
//!
//! On pages without Rust it is the custom element `<claim-check>` of the npm package `claim-check`.
//!
//! # Building
//!
//! The build script reads the story and trains its classifier, which takes minutes unless it is optimised. Crates that
//! depend on this one do well to have in their `Cargo.toml`:
//!
//! ```toml
//! [profile.dev.build-override]
//! opt-level = 3
//! ```
//!
//! # Features
//!
//! - `cli`, off by default: the program `claim-check`, and in the library the authoring format (`compile_story`), the
//!   comparison of single claims (`Comparer`) and the learning of weights (`train`). Natively only of use.

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
pub use authoring::{
    Coverage, Diagnostic, Lesson, Lock, LockedArticle, Source, compile_lessons, compile_lexicon,
    compile_story, learn,
};
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
    Answered, ClaimCheck, ClaimCheckProps, HostArticle, Recents, Remote, Reveal, Search, StorySource, Theme,
};
