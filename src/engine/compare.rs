//! Comparing what a reader's claim states with what another statement states: what agrees, what differs, and why.

use serde::Serialize;

use super::feature::{Feature, Features};
use super::index::{Index, Kin};
use crate::story::WordingKind;
use crate::text::{
    Certainty, DateFit, Kinship, Mention, NameId, NameKind, NameTable, QuantityFit, Role, Span, Statement,
};

/// How a reader's claim stands to a claim of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
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

/// Credit for a name where the other side has what it belongs to.
const PART: f32 = 0.6;

/// Compares a reader's statement with a wording of a kind. `None` when the pair says nothing about the claim.
pub(crate) fn compare(
    reader: &Statement,
    kin: &Kin,
    wording: &Statement,
    kind: WordingKind,
    claim: usize,
    index: &Index,
    names: &NameTable,
) -> Option<Comparison> {
    let mut features = Features::default();
    let mut reasons = Vec::new();
    let opposites = compare_content(reader, kin, wording, claim, index, names, &mut features, &mut reasons);
    let replaced = compare_names(reader, wording, claim, index, names, &mut features, &mut reasons);
    let swapped = compare_roles(reader, wording, &mut features, &mut reasons);
    let quantity = compare_quantities(reader, kin, wording, &mut features, &mut reasons);
    let date = compare_dates(reader, wording, &mut features, &mut reasons);
    compare_predicates(reader, kin, wording, names, &mut features);
    let conflicts = [replaced, swapped, quantity, date].iter().filter(|c| **c).count();
    features[Feature::ManyConflicts] = conflicts.saturating_sub(1) as f32;
    let conflict = conflicts > 0;
    let negated = reader.negations % 2 != wording.negations % 2;
    let antonym = opposites % 2 == 1;
    if negated {
        features[Feature::ByNegation] = 1.0;
        reasons.push(Reason { kind: ReasonKind::Negation, span: None, name: None });
    }
    if antonym {
        features[Feature::ByAntonym] = 1.0;
    }
    let certain = |s: &Statement| s.certainty == Certainty::Certain;
    if certain(reader) != certain(wording) {
        features[Feature::CertaintyDiffers] = 1.0;
    }
    let finer = features[Feature::QuantityExtra] > 0.0 || features[Feature::DateExtra] > 0.0;
    let flipped = negated != antonym;
    let relation = relation(kind, conflict, flipped, finer, replaced && reader.additive)?;
    features[Feature::AsAuthored] = if conflict || negated || antonym || finer { 0.0 } else { 1.0 };
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

/// Aligns terms and names; fills the coverage features and returns the number of antonym pairs.
fn compare_content(
    reader: &Statement,
    kin: &Kin,
    wording: &Statement,
    claim: usize,
    index: &Index,
    names: &NameTable,
    features: &mut Features,
    reasons: &mut Vec<Reason>,
) -> usize {
    let mut wording_credit = vec![0.0_f32; wording.terms.len()];
    let (mut reader_all, mut reader_has, mut related) = (0.01_f32, 0.0_f32, 0.0_f32);
    let mut opposites = 0;
    let mut siblings = 0.0_f32;
    for (at, used) in reader.terms.iter().enumerate() {
        let weight = index.term(used.term);
        reader_all += weight;
        let mut best = (0.0_f32, Kinship::None);
        let mut sibling = false;
        for (credit, other) in wording_credit.iter_mut().zip(&wording.terms) {
            let kinship = kin.between(at, other.term);
            let value = super::index::credit(kinship);
            sibling |= kinship == Kinship::Sibling;
            *credit = credit.max(value);
            if value > best.0 {
                best = (value, kinship);
            }
        }
        reader_has += weight * best.0;
        match best.1 {
            Kinship::Related => related += weight,
            Kinship::None if sibling => siblings += weight,
            Kinship::Opposite => {
                opposites += 1;
                reasons.push(Reason { kind: ReasonKind::Antonym, span: Some(used.span), name: None });
            }
            _ => {}
        }
    }
    let (mut wording_all, mut wording_has) = (0.01_f32, 0.0_f32);
    let (mut key_missing, mut key_found) = (0.0_f32, 0.0_f32);
    for (credit, other) in wording_credit.iter().zip(&wording.terms) {
        let weight = index.term(other.term);
        wording_all += weight;
        wording_has += weight * credit;
        if index.is_key(claim, other.term) {
            if *credit > 0.0 { key_found += weight } else { key_missing += weight }
        }
    }
    features[Feature::KeyMissing] = key_missing.min(2.0);
    features[Feature::KeyFound] = key_found.min(2.0);
    let close = |side: &[Mention], name: NameId| -> f32 {
        if side.iter().any(|m| m.name == name) {
            1.0
        } else if side.iter().any(|m| names.close(m.name, name)) {
            PART
        } else {
            0.0
        }
    };
    for mention in &reader.names {
        let weight = if mention.inherited { 0.0 } else { index.name(mention.name) };
        reader_all += weight;
        reader_has += weight * close(&wording.names, mention.name);
    }
    for mention in &wording.names {
        let weight = index.name(mention.name);
        wording_all += weight;
        wording_has += weight * close(&reader.names, mention.name);
    }
    let (r, w) = (reader_has / reader_all, wording_has / wording_all);
    features[Feature::ReaderCovered] = r;
    features[Feature::WordingCovered] = w;
    features[Feature::BothCovered] = r * w;
    features[Feature::MatchedWeight] = reader_has.min(4.0) / 2.0;
    features[Feature::Related] = related / reader_all;
    features[Feature::SiblingReplaced] = siblings.min(2.0);
    opposites
}

/// Names that one side lacks; `true` when one stands in the place of another.
fn compare_names(
    reader: &Statement,
    wording: &Statement,
    claim: usize,
    index: &Index,
    names: &NameTable,
    features: &mut Features,
    reasons: &mut Vec<Reason>,
) -> bool {
    let has = |side: &[Mention], name: NameId| side.iter().any(|m| names.close(m.name, name) && !m.rejected);
    let kind = |name: NameId| names.name(name).map(|n| n.kind);
    // Each mention answers for one: "TikTok's owner is Huawei" lacks the second name of "TikTok's owner is ByteDance".
    let mut spare: Vec<&Mention> = reader.names.iter().filter(|m| !m.rejected).collect();
    let mut missing: Vec<&Mention> = Vec::new();
    for mention in wording.names.iter().filter(|m| !m.rejected) {
        match spare.iter().position(|m| m.name == mention.name) {
            Some(at) => {
                spare.remove(at);
            }
            None => missing.push(mention),
        }
    }
    missing.retain(|mention| match spare.iter().position(|m| names.close(m.name, mention.name)) {
        Some(at) => {
            spare.remove(at);
            false
        }
        None => true,
    });
    let mut replaced = false;
    for extra in reader.names.iter().filter(|m| !m.inherited && !m.rejected && !has(&wording.names, m.name)) {
        // Another member of a list that the claim has in full is not a replacement.
        if index.says_name(claim, extra.name) {
            continue;
        }
        if reader.attributed && kind(extra.name) == Some(NameKind::Outlet) {
            features[Feature::SourceExtra] = 1.0;
            continue;
        }
        match missing.iter().position(|m| same_place(kind(m.name), kind(extra.name))) {
            Some(at) => {
                let other = missing.remove(at);
                replaced = true;
                reasons.push(Reason {
                    kind: ReasonKind::NameReplaced,
                    span: Some(extra.span),
                    name: Some(other.name),
                });
            }
            None => features[Feature::NameExtra] += index.name(extra.name).min(1.0),
        }
    }
    for unlisted in reader.terms.iter().filter(|used| used.name_like) {
        if let Some(other) = missing.pop() {
            replaced = true;
            reasons.push(Reason {
                kind: ReasonKind::NameReplaced,
                span: Some(unlisted.span),
                name: Some(other.name),
            });
        }
    }
    let asserts = |name: NameId| wording.names.iter().any(|m| m.name == name && !m.rejected);
    for rejected in reader.names.iter().filter(|m| m.rejected && asserts(m.name)) {
        replaced = true;
        reasons.push(Reason {
            kind: ReasonKind::NameReplaced,
            span: Some(rejected.span),
            name: Some(rejected.name),
        });
    }
    missing.retain(|m| !has(&reader.names, m.name));
    // A list may be quoted in part: "Meta and Apple" of "Google, Microsoft, Meta, Apple and X".
    let listed = |wanted| wording.names.iter().filter(|m| kind(m.name) == wanted).count() >= 3;
    let quoted = |wanted| reader.names.iter().any(|m| kind(m.name) == wanted && wording.names.iter().any(|w| w.name == m.name));
    missing.retain(|m| !(listed(kind(m.name)) && quoted(kind(m.name))));
    features[Feature::NameMissing] = missing.iter().map(|m| index.name(m.name)).sum::<f32>().min(2.0);
    if replaced {
        features[Feature::NameReplaced] = 1.0;
        if reader.additive {
            features[Feature::Additive] = 1.0;
        }
    }
    replaced
}

fn same_place(a: Option<NameKind>, b: Option<NameKind>) -> bool {
    let actor = |kind| matches!(kind, Some(NameKind::Organisation | NameKind::Outlet));
    a == b || actor(a) && actor(b)
}

/// Compares what is done, and who is said to say it.
fn compare_predicates(
    reader: &Statement,
    kin: &Kin,
    wording: &Statement,
    names: &NameTable,
    features: &mut Features,
) {
    if let (Some(ours), Some(theirs)) = (reader.predicate, wording.predicate) {
        match kin.of(reader, ours, theirs) {
            Kinship::Same | Kinship::Opposite => features[Feature::PredicateSame] = 1.0,
            Kinship::Related => features[Feature::PredicateSame] = 0.5,
            Kinship::Sibling | Kinship::None => features[Feature::PredicateOther] = 1.0,
        }
    }
    let agent = |s: &Statement| s.names.iter().find(|m| m.role == Role::Agent).map(|m| m.name);
    if let (Some(ours), Some(theirs)) = (agent(reader), agent(wording)) {
        let same_agent = names.close(ours, theirs);
        let same = features[Feature::PredicateSame] > 0.0;
        let other = features[Feature::PredicateOther] > 0.0;
        if same_agent && same {
            features[Feature::FrameSame] = 1.0;
        } else if same_agent && other || !same_agent && same {
            features[Feature::FrameBroken] = 1.0;
        }
    }
    if reader.speech && !wording.speech {
        features[Feature::SpeechExtra] = 1.0;
    }
    if wording.speech && !reader.speech {
        features[Feature::SpeechMissing] = 1.0;
    }
    if let Some(speaker) = reader.speaker
        && !wording.names.iter().any(|m| m.name == speaker)
    {
        features[Feature::SpeakerExtra] = 1.0;
    }
}

/// Whether two names of both statements have exchanged their roles.
fn compare_roles(
    reader: &Statement,
    wording: &Statement,
    features: &mut Features,
    reasons: &mut Vec<Reason>,
) -> bool {
    let acts = |m: &Mention| m.role == Role::Agent;
    let suffers = |m: &Mention| matches!(m.role, Role::Object | Role::Source | Role::Goal | Role::Partner);
    let find = |s: &Statement, test: &dyn Fn(&Mention) -> bool| -> Option<Mention> {
        s.names.iter().find(|m| !m.inherited && test(m)).cloned()
    };
    let (Some(agent), Some(other_agent)) = (find(reader, &acts), find(wording, &acts)) else { return false };
    if agent.name == other_agent.name {
        return false;
    }
    let mirrored = reader.names.iter().any(|m| m.name == other_agent.name && suffers(m))
        && wording.names.iter().any(|m| m.name == agent.name && suffers(m));
    if mirrored {
        features[Feature::RolesSwapped] = 1.0;
        reasons.push(Reason { kind: ReasonKind::RolesSwapped, span: Some(agent.span), name: Some(other_agent.name) });
    }
    mirrored
}

/// Compares figures that count the same thing; `true` on a conflict.
fn compare_quantities(
    reader: &Statement,
    kin: &Kin,
    wording: &Statement,
    features: &mut Features,
    reasons: &mut Vec<Reason>,
) -> bool {
    let position = |unit| reader.terms.iter().position(|used| used.term == unit);
    let counts_alike = |ours: &crate::text::Quantity, theirs: &crate::text::Quantity| {
        ours.measure == theirs.measure
            && (ours.units.is_empty()
                || theirs.units.is_empty()
                || ours.units.iter().any(|u| {
                    theirs.units.iter().any(|t| u == t || position(*u).is_some_and(|at| matches!(kin.between(at, *t), Kinship::Same | Kinship::Related)))
                }))
    };
    let mut used = vec![false; wording.quantities.len()];
    let mut conflict = false;
    for quantity in &reader.quantities {
        let partners: Vec<usize> =
            (0..used.len()).filter(|at| !used[*at] && counts_alike(quantity, &wording.quantities[*at])).collect();
        let agreeing =
            partners.iter().find(|at| quantity.against(&wording.quantities[**at]) == QuantityFit::Agrees).copied();
        match agreeing.or(partners.first().copied()) {
            Some(at) => {
                used[at] = true;
                let (feature, kind) = match quantity.against(&wording.quantities[at]) {
                    QuantityFit::Agrees => (Feature::QuantityAgrees, ReasonKind::QuantityAgrees),
                    QuantityFit::Finer => (Feature::QuantityExtra, ReasonKind::QuantityAgrees),
                    QuantityFit::Differs => {
                        conflict = true;
                        (Feature::QuantityDiffers, ReasonKind::QuantityDiffers)
                    }
                };
                features[feature] += 1.0;
                reasons.push(Reason { kind, span: Some(quantity.span), name: None });
            }
            None => features[Feature::QuantityExtra] += 1.0,
        }
    }
    features[Feature::QuantityMissing] = used.iter().filter(|u| !**u).count().min(2) as f32;
    conflict
}

/// Compares dates; `true` on a conflict.
fn compare_dates(
    reader: &Statement,
    wording: &Statement,
    features: &mut Features,
    reasons: &mut Vec<Reason>,
) -> bool {
    let mut used = vec![false; wording.dates.len()];
    let mut conflict = false;
    for date in &reader.dates {
        let fit = |at: &usize| date.date.against(&wording.dates[*at].date);
        let best = (0..used.len()).filter(|at| !used[*at]).min_by_key(|at| fit(at) as u8);
        match best {
            Some(at) => {
                used[at] = true;
                let (feature, kind) = match fit(&at) {
                    DateFit::Agrees => (Feature::DateAgrees, ReasonKind::DateAgrees),
                    DateFit::Finer => (Feature::DateExtra, ReasonKind::DateAgrees),
                    DateFit::Differs => {
                        conflict = true;
                        (Feature::DateDiffers, ReasonKind::DateDiffers)
                    }
                };
                features[feature] += 1.0;
                reasons.push(Reason { kind, span: Some(date.span), name: None });
            }
            None => features[Feature::DateExtra] += 1.0,
        }
    }
    features[Feature::DateMissing] = used.iter().filter(|u| !**u).count().min(2) as f32;
    conflict
}
