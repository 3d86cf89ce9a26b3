//! The engine: reads a reader's claim, finds candidate claims, compares, decides verdicts and explains them.
//!
//! A pipeline of pure functions. Similarity only proposes: what decides is the comparison of numbers, dates, names, roles
//! and polarity in [`compare`]; a log-linear model in [`decide`] weighs what it found.

mod check;
mod compare;
mod decide;
mod explain;
mod feature;
mod index;
mod report;
#[cfg(feature = "cli")]
mod train;
mod verdict;
mod weights;

pub use check::{Engine, EngineError};
pub use compare::{Comparison, Reason, ReasonKind, Relation};
pub use feature::{FEATURES, Feature, Features};
pub use report::{
    ArticleReport, Confidence, Counterpart, EvidenceReport, MatchReport, PartReport, ReasonReport, Report,
    Verdict,
};
#[cfg(feature = "cli")]
pub use train::{Labelled, train};
