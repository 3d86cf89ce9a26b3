//! The answer to one check, as data.

use serde::{Deserialize, Serialize};

use super::compare::{ReasonKind, Relation};
use super::verdict::Verdict as Inner;
use crate::story::Localised;
use crate::text::{Date, Language, Quantity, Span};

pub use super::verdict::Verdict;

/// How sure the engine is of a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Right in at least 98 of 100 cases on claims the engine was not tuned on.
    Firm,
    /// The closest statement found; read it.
    Possible,
}

/// The answer to one check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The reader's claim as typed.
    pub claim: String,
    /// Its language.
    pub language: Language,
    /// Whether the text was too long for a claim and only its beginning was read.
    pub truncated: bool,
    /// One for each article, in the order of the story.
    pub articles: Vec<ArticleReport>,
    /// The parts the claim was read as, in order; one for a simple claim, none for an empty text.
    pub parts: Vec<PartReport>,
}

/// What one article says of the claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleReport {
    /// Key of the article.
    pub id: String,
    /// Verdict.
    pub verdict: Inner,
    /// How sure.
    pub confidence: Confidence,
    /// Where the article decides it.
    pub evidence: Vec<EvidenceReport>,
}

/// One place in an article that decides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EvidenceReport {
    /// Key of the claim of the set.
    pub claim: String,
    /// Whether it speaks for the reader's claim or against it: `Support` or `Dispute`.
    pub stance: Inner,
    /// Key of the voice.
    pub voice: String,
    /// Who says it there.
    pub voice_label: Localised,
    /// Paragraph, from 1.
    pub paragraph: u16,
    /// Sentence, from 1.
    pub sentence: u16,
    /// Hash of the sentence.
    pub hash: u64,
    /// What it says, in our words.
    pub note: Localised,
    /// Why the reader's claim and the article agree or differ.
    pub reasons: Vec<ReasonReport>,
}

/// Why a reader's claim and an article agree or differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReasonReport {
    /// What it is.
    pub kind: ReasonKind,
    /// The deciding words of the reader's claim, as byte offsets into it.
    pub span: Option<Span>,
    /// What the article has in their place.
    pub article: Option<Counterpart>,
}

/// What an article has in place of the reader's words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Counterpart {
    /// A figure.
    Quantity(Quantity),
    /// A date.
    Date(Date),
    /// A name, as it is shown.
    Name(String),
}

/// One part of the reader's claim and the claim of the set it was matched with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartReport {
    /// Where the part stands in the reader's claim.
    pub span: Span,
    /// The closest claims of the set, best first; empty when nothing in the story is like it.
    pub matches: Vec<MatchReport>,
    /// Verdict of each article on this part.
    pub verdicts: Vec<Inner>,
    /// What decided them.
    pub rule: Rule,
}

/// The rule that decided the verdicts on a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// It most likely stands in one relation to one claim, or in relations that come to the same.
    Matched,
    /// It is a claim of the story, word by word.
    AsWritten,
    /// Most likely no claim of the story is meant.
    NoClaim,
    /// A claim matched, but the part has no name, and the story lacks most of its words.
    NotAbout,
    /// A claim matched, but for some article the opposite is likely as well.
    HeldBack,
}

/// A claim of the set that a part was matched with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MatchReport {
    /// Key of the claim.
    pub claim: String,
    /// The claim in our words.
    pub text: Localised,
    /// How the part stands to it.
    pub relation: Relation,
    /// Probability by the model, 0 to 1.
    pub probability: f32,
    /// Share of the part's content words and names, by weight, that the closest wording of the claim has, 0 to 1.
    pub covered: f32,
    /// Whether it decided the verdicts, or is only the closest there is.
    pub decided: bool,
    /// Index of the claim's wording that is closest.
    pub wording: usize,
    /// What each feature of the comparison added to the score, by name; those that added nothing are left out.
    /// They are for who looks into the engine where it runs, and stay there.
    #[serde(skip)]
    pub contributions: Vec<(&'static str, f32)>,
}
