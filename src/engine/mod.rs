//! The engine: reads a reader's claim, finds candidate claims, compares, decides verdicts and explains them.
//!
//! A pipeline of pure functions. Similarity only proposes: what decides is the comparison of numbers, dates, names, roles
//! and polarity in [`compare`]; a log-linear model in [`decide`] weighs what it found.

#[cfg(feature = "cli")]
mod boost;
mod check;
mod compare;
mod decide;
mod error;
mod explain;
mod feature;
mod forest;
mod index;
#[cfg(any(feature = "cli", test))]
mod pair;
mod propose;
mod report;
#[cfg(any(feature = "cli", test))]
mod search;
#[cfg(feature = "cli")]
mod train;
mod trees;
mod verdict;
mod weights;

pub use check::{Engine, Layers};
pub use compare::{Comparison, Reason, ReasonKind, Relation};
pub use error::EngineError;
pub use feature::{FEATURES, Feature, Features};
#[cfg(any(feature = "cli", test))]
pub use pair::{Comparer, PairReport, Stance};
pub use report::{
    ArticleReport, Confidence, Counterpart, EvidenceReport, MatchReport, PartReport, ReasonReport, Report,
    Rule, Verdict,
};
#[cfg(any(feature = "cli", test))]
pub use search::{Candidate, ClaimList};
#[cfg(feature = "cli")]
pub use train::{Labelled, Learned, train};
