//! What is shown of a report, prepared as plain values: which evidence stands on which side of an article, why, and
//! which statements of the story are near a claim.

use crate::engine::{ArticleReport, EvidenceReport, MatchReport, PartReport, ReasonKind, Report, Verdict};
use crate::locale::{Locale, Sentence};

/// Probability from which a statement counts as near the claim; above 0.2 hardly anything is ever near.
const NEAR: f32 = 0.04;
/// Share of the claim's content that a near statement has. At 0.3 two everyday words are near; at 0.7 only what nearly
/// matches.
const SHARED: f32 = 0.5;
/// How many near statements are shown.
const NEAREST: usize = 3;

/// One side of an article: what speaks for the claim, or against it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Side<'a> {
    /// Why, each reason once; none when the sides simply say the same or the opposite, which their titles say.
    pub(crate) reasons: Vec<Sentence>,
    /// Where.
    pub(crate) evidence: Vec<&'a EvidenceReport>,
}

/// The side of an article that a stance stands on: `Dispute`, or else the supporting side.
pub(crate) fn side<'a>(locale: Locale, claim: &str, article: &'a ArticleReport, stance: Verdict) -> Side<'a> {
    let against = stance == Verdict::Dispute;
    let mut side = Side { reasons: Vec::new(), evidence: Vec::new() };
    for evidence in
        article.evidence.iter().filter(|evidence| (evidence.stance == Verdict::Dispute) == against)
    {
        for reason in evidence.reasons.iter().filter(|reason| reason.kind != ReasonKind::SaysTheSame) {
            let sentence = locale.explain(claim, evidence.stance, reason);
            if !side.reasons.contains(&sentence) {
                side.reasons.push(sentence);
            }
        }
        let shown = |other: &&EvidenceReport| {
            (other.paragraph, other.sentence, &other.note)
                == (evidence.paragraph, evidence.sentence, &evidence.note)
        };
        if !side.evidence.iter().any(shown) {
            side.evidence.push(evidence);
        }
    }
    side
}

/// The statement that decided a part, or else the closest one.
pub(crate) fn closest(part: &PartReport) -> Option<&MatchReport> {
    part.matches.iter().find(|found| found.decided).or_else(|| part.matches.first())
}

/// Statements of the story near a claim, best first, each once.
pub(crate) fn nearby(report: &Report) -> Vec<&MatchReport> {
    let mut found: Vec<&MatchReport> = report
        .parts
        .iter()
        .flat_map(|part| &part.matches)
        .filter(|found| found.probability >= NEAR && found.covered >= SHARED)
        .collect();
    found.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    let mut near: Vec<&MatchReport> = Vec::new();
    for statement in found {
        if near.len() < NEAREST && near.iter().all(|known| known.claim != statement.claim) {
            near.push(statement);
        }
    }
    near
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Confidence, ReasonReport, Relation, Rule};
    use crate::story::Localised;
    use crate::text::{Language, Span};

    fn evidence(stance: Verdict, sentence: u16) -> EvidenceReport {
        EvidenceReport {
            claim: "c".to_owned(),
            stance,
            voice: "v".to_owned(),
            voice_label: Localised::default(),
            paragraph: 1,
            sentence,
            hash: 0,
            note: Localised::default(),
            reasons: [ReasonKind::SaysTheSame, ReasonKind::Negation]
                .map(|kind| ReasonReport { kind, span: None, article: None })
                .to_vec(),
        }
    }

    fn statement(claim: &str, probability: f32, decided: bool) -> MatchReport {
        MatchReport {
            claim: claim.to_owned(),
            text: Localised::default(),
            relation: Relation::Same,
            probability,
            covered: if claim == "foreign" { 0.2 } else { 0.8 },
            decided,
            wording: 0,
            contributions: Vec::new(),
        }
    }

    fn part(matches: Vec<MatchReport>, verdicts: Vec<Verdict>) -> PartReport {
        PartReport { span: Span::default(), matches, verdicts, rule: Rule::Matched }
    }

    fn report(parts: Vec<PartReport>) -> Report {
        Report {
            claim: String::new(),
            language: Language::English,
            truncated: false,
            articles: Vec::new(),
            parts,
        }
    }

    #[test]
    fn sides_are_apart_and_say_everything_once() {
        let article = ArticleReport {
            id: "1".to_owned(),
            verdict: Verdict::Both,
            confidence: Confidence::Firm,
            evidence: vec![
                evidence(Verdict::Support, 1),
                evidence(Verdict::Dispute, 2),
                evidence(Verdict::Support, 1),
                evidence(Verdict::Support, 3),
            ],
        };
        let locale = Locale::new(Language::English);
        let (supports, disputes) =
            (side(locale, "", &article, Verdict::Support), side(locale, "", &article, Verdict::Dispute));
        assert_eq!((supports.evidence.len(), supports.reasons.len()), (2, 1));
        assert_eq!((disputes.evidence.len(), disputes.reasons.len()), (1, 1));
        assert_ne!(supports.reasons, disputes.reasons);
    }

    #[test]
    fn the_deciding_statement_goes_before_a_likelier_one() {
        let matches = vec![statement("a", 0.4, false), statement("b", 0.3, true)];
        assert_eq!(closest(&part(matches, Vec::new())).map(|found| found.claim.as_str()), Some("b"));
    }

    #[test]
    fn near_statements_are_few_and_differ() {
        let matches = ["foreign", "a", "b", "a", "c", "d"].map(|claim| statement(claim, 0.1, false)).to_vec();
        let found =
            report(vec![part(matches, Vec::new()), part(vec![statement("far", 0.01, false)], Vec::new())]);
        let near: Vec<&str> = nearby(&found).iter().map(|found| found.claim.as_str()).collect();
        assert_eq!(near, ["a", "b", "c"]);
    }
}
