//! Explaining: what each article says of the reader's claim, where, who says it there, and why they agree or differ.

use super::compare::{ReasonKind, Relation};
use super::decide::Hypothesis;
use super::report::{Counterpart, EvidenceReport, ReasonReport};
use super::verdict::Verdict;
use crate::story::{Claim, Evidence, Position, Story};
use crate::text::{DateFit, NameTable, QuantityFit, Statement};

/// Evidence of one article for a statement that stands in a relation to a claim.
pub(crate) fn evidence(
    hypothesis: &Hypothesis,
    statement: &Statement,
    position: &Position,
    story: &Story,
    names: &NameTable,
) -> Vec<EvidenceReport> {
    let claim = &story.claims[hypothesis.claim];
    let figure_fits = figure(statement, claim, position).is_some_and(|(fit, _)| fit == QuantityFit::Agrees);
    let figure_differs = position.quantity.is_some()
        && figure(statement, claim, position).is_some_and(|(fit, _)| fit == QuantityFit::Differs);
    let (for_claim, against_claim) = match hypothesis.relation() {
        Relation::Same if figure_differs => (Verdict::Dispute, Some(Verdict::Dispute)),
        Relation::Same => (Verdict::Support, Some(Verdict::Dispute)),
        Relation::Denied => (Verdict::Dispute, Some(Verdict::Support)),
        Relation::Altered if figure_fits && position.quantity.is_some() => (Verdict::Support, None),
        // A denial of the claim says nothing of what the reader puts in its place.
        Relation::Altered => {
            (Verdict::Dispute, if position.support.is_empty() { Some(Verdict::Dispute) } else { None })
        }
        Relation::Unsettled => return Vec::new(),
    };
    let place = |place: &Evidence, stance| {
        let voice = story.voices.get(usize::from(place.voice));
        EvidenceReport {
            claim: claim.id.clone(),
            stance,
            voice: voice.map(|v| v.id.clone()).unwrap_or_default(),
            voice_label: voice.map(|v| v.label.clone()).unwrap_or_default(),
            paragraph: place.paragraph,
            sentence: place.sentence,
            hash: place.hash,
            note: place.note.clone(),
            reasons: reasons(hypothesis, statement, claim, position, stance, names),
        }
    };
    let supporting = position.support.iter().map(|evidence| place(evidence, for_claim));
    let disputing = against_claim
        .into_iter()
        .flat_map(|stance| position.dispute.iter().map(move |evidence| (evidence, stance)))
        .map(|(evidence, stance)| place(evidence, stance));
    supporting.chain(disputing).collect()
}

/// How the statement's figure stands to the article's, or else the claim's.
fn figure(statement: &Statement, claim: &Claim, position: &Position) -> Option<(QuantityFit, usize)> {
    let source = position.quantity.as_ref().or(claim.quantity.as_ref())?;
    let at = statement.quantities.iter().position(|quantity| quantity.measure == source.measure)?;
    Some((statement.quantities[at].against(source), at))
}

/// Why the statement and the article agree or differ, on the article's own figure and date.
fn reasons(
    hypothesis: &Hypothesis,
    statement: &Statement,
    claim: &Claim,
    position: &Position,
    stance: Verdict,
    names: &NameTable,
) -> Vec<ReasonReport> {
    let disputes = stance == Verdict::Dispute;
    let mut reasons = Vec::new();
    if let (Some((fit, at)), Some(source)) =
        (figure(statement, claim, position), position.quantity.as_ref().or(claim.quantity.as_ref()))
    {
        let kind = match fit {
            QuantityFit::Agrees => ReasonKind::QuantityAgrees,
            QuantityFit::Differs | QuantityFit::Finer => ReasonKind::QuantityDiffers,
        };
        let span = Some(statement.quantities[at].span);
        reasons.push(ReasonReport { kind, span, article: Some(Counterpart::Quantity(source.clone())) });
    }
    if let (Some(ours), Some(source)) = (statement.dates.first(), position.date.or(claim.date)) {
        let kind = match ours.against(&source) {
            DateFit::Agrees => ReasonKind::DateAgrees,
            DateFit::Differs | DateFit::Finer => ReasonKind::DateDiffers,
        };
        reasons.push(ReasonReport { kind, span: Some(ours.span), article: Some(Counterpart::Date(source)) });
    }
    // A figure or date that fits is no reason to dispute, one that differs none to support.
    reasons.retain(|reason| {
        matches!(reason.kind, ReasonKind::QuantityDiffers | ReasonKind::DateDiffers) == disputes
    });
    for reason in &hypothesis.comparison.reasons {
        let shown = match reason.kind {
            ReasonKind::NameReplaced | ReasonKind::RolesSwapped => disputes,
            ReasonKind::Antonym => disputes && hypothesis.relation() == Relation::Denied,
            _ => false,
        };
        let name =
            reason.name.and_then(|name| names.name(name)).map(|name| Counterpart::Name(name.label.clone()));
        if shown {
            reasons.push(ReasonReport { kind: reason.kind, span: reason.span, article: name });
        }
    }
    if reasons.is_empty() && hypothesis.relation() == Relation::Denied {
        reasons.push(ReasonReport { kind: ReasonKind::Negation, span: statement.denial, article: None });
    }
    if reasons.is_empty() {
        reasons.push(ReasonReport { kind: ReasonKind::SaysTheSame, span: None, article: None });
    }
    reasons
}
