//! Comparing what a reader's claim states with what another statement states: what agrees, what differs, and why.

mod content;
mod names;
mod values;

use serde::{Deserialize, Serialize};

use super::feature::{Feature, Features};
use super::index::{Index, Kin};
use crate::story::WordingKind;
use crate::text::{Certainty, NameId, NameTable, Span, Statement};

/// How a reader's claim stands to a claim of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Says the same, or less.
    Same,
    /// Denies it: one is true exactly when the other is false.
    Denied,
    /// Puts another figure, date, name or role in its place: both can't be true.
    Altered,
    /// Close, but neither follows from it nor contradicts it.
    Unsettled,
}

/// A cause of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReasonKind {
    /// Same content.
    SaysTheSame,
    /// The figures agree.
    QuantityAgrees,
    /// The figures differ.
    QuantityDiffers,
    /// The dates agree.
    DateAgrees,
    /// The dates differ.
    DateDiffers,
    /// Another name stands in its place.
    NameReplaced,
    /// Who does it and to whom are swapped.
    RolesSwapped,
    /// One denies what the other says.
    Negation,
    /// One says the opposite of the other.
    Antonym,
    /// One is about certainty.
    Certainty,
}

/// A reason, with where it shows in the reader's claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// What it is.
    pub kind: ReasonKind,
    /// Where in the reader's text.
    pub span: Option<Span>,
    /// The name that the other statement has in its place.
    pub name: Option<NameId>,
}

/// The outcome of comparing a reader's claim with one wording.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What follows for the claim that the wording belongs to.
    pub relation: Relation,
    /// What the model sees.
    pub features: Features,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What is compared: a reader's statement with a wording of a claim.
#[derive(Clone, Copy)]
pub(crate) struct Pair<'a> {
    pub(crate) reader: &'a Statement,
    pub(crate) kin: &'a Kin,
    pub(crate) wording: &'a Statement,
    /// Index of the wording's claim.
    pub(crate) claim: usize,
    pub(crate) index: &'a Index,
    pub(crate) names: &'a NameTable,
}

/// A comparison under way: what was found so far.
struct Findings<'a> {
    pair: Pair<'a>,
    features: Features,
    reasons: Vec<Reason>,
}

/// Compares a pair whose wording is of a kind. `None` when the pair says nothing about the claim, unless the relation is
/// `known` from elsewhere.
pub(crate) fn compare(pair: Pair<'_>, kind: WordingKind, known: Option<Relation>) -> Option<Comparison> {
    let Pair { reader, wording, claim, index, .. } = pair;
    let hinges = || matches!(kind, WordingKind::Altered | WordingKind::Unsettled) && hinges_on_more(pair);
    if known.is_none() && hinges() {
        return None;
    }
    let mut found = Findings { pair, features: Features::default(), reasons: Vec::new() };
    let antonym = found.content() % 2 == 1;
    let replaced = found.names();
    let conflicts = [replaced, found.roles(), found.quantities(), found.dates()];
    found.predicates();
    let Findings { mut features, mut reasons, .. } = found;
    let conflicts = conflicts.iter().filter(|conflict| **conflict).count();
    features[Feature::ManyConflicts] = conflicts.saturating_sub(1) as f32;
    let negated = reader.negations % 2 != wording.negations % 2;
    if negated {
        features[Feature::ByNegation] = 1.0;
        reasons.push(Reason { kind: ReasonKind::Negation, span: reader.denial, name: None });
    }
    if antonym {
        features[Feature::ByAntonym] = 1.0;
    }
    let certain = |s: &Statement| s.certainty == Certainty::Certain;
    if certain(reader) != certain(wording) {
        features[Feature::CertaintyDiffers] = 1.0;
    }
    let finer = features[Feature::QuantityExtra] > 0.0
        || features[Feature::DateExtra] > 0.0
        || reader.universal && !wording.universal;
    let flipped = negated != antonym;
    let shown = relation(kind, conflicts > 0, flipped, finer, replaced && reader.additive);
    let relation = known.or(shown)?;
    features[Feature::Unshown] = if shown == Some(relation) { 0.0 } else { 1.0 };
    features[Feature::AsAuthored] = if conflicts > 0 || negated || antonym || finer { 0.0 } else { 1.0 };
    if flipped {
        features[Feature::TurnedWording] = 1.0 - features[Feature::WordingCovered];
        features[Feature::TurnedReader] = 1.0 - features[Feature::ReaderCovered];
        features[Feature::TurnedKey] = features[Feature::KeyFound] + features[Feature::KeyMissing];
    }
    let as_claim = reader.negations % 2 == index.polarity(claim);
    if as_claim == (relation == Relation::Denied) {
        features[Feature::PolarityUnusual] = 1.0;
    }
    features[match relation {
        Relation::Same => Feature::Same,
        Relation::Denied => Feature::Denied,
        Relation::Altered => Feature::Altered,
        Relation::Unsettled => Feature::Unsettled,
    }] = 1.0;
    Some(Comparison { relation, features, reasons })
}

/// Whether a wording differs from its claim by a name, figure or date that the reader's claim lacks: "signed in September"
/// says nothing of who only says "signed".
fn hinges_on_more(pair: Pair<'_>) -> bool {
    let Pair { reader, wording, claim, index, names, .. } = pair;
    let has_name = |name: NameId| reader.names.iter().any(|m| names.close(m.name, name));
    let has_figure =
        |low: f64, high: f64| reader.quantities.iter().any(|ours| (ours.low, ours.high) == (low, high));
    wording.names.iter().any(|m| !index.says_name(claim, m.name) && !has_name(m.name))
        || wording.quantities.iter().any(|q| !index.says_figure(claim, q) && !has_figure(q.low, q.high))
        || wording.dates.iter().any(|used| {
            !index.says_date(claim, &used.date) && !reader.dates.iter().any(|ours| ours.date == used.date)
        })
}

/// What follows for the claim from a wording of a kind and what differs from it.
fn relation(kind: WordingKind, conflict: bool, flipped: bool, finer: bool, adds: bool) -> Option<Relation> {
    match (kind, conflict, flipped) {
        (WordingKind::Same, true, _) if adds => Some(Relation::Unsettled),
        (WordingKind::Same, true, false) => Some(Relation::Altered),
        (WordingKind::Same, true, true) => Some(Relation::Unsettled),
        (WordingKind::Same | WordingKind::Denied, false, _) if finer => Some(Relation::Unsettled),
        (WordingKind::Same, false, false) | (WordingKind::Denied, false, true) => Some(Relation::Same),
        (WordingKind::Same, false, true) | (WordingKind::Denied, false, false) => Some(Relation::Denied),
        (WordingKind::Denied, true, _) => None,
        (WordingKind::Altered, false, false) => Some(Relation::Altered),
        (WordingKind::Unsettled, false, false) => Some(Relation::Unsettled),
        (WordingKind::Altered | WordingKind::Unsettled, _, _) => None,
    }
}
