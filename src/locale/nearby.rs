//! Which statements of the story come near a claim: what tells a claim that no article covers from one that nothing is like.

use crate::engine::{MatchReport, Report};

/// Probability from which a statement counts as near the claim; above 0.2 hardly anything is ever near.
const NEAR: f32 = 0.04;
/// Share of the claim's content that a near statement has. At 0.3 two everyday words are near; at 0.7 only what nearly
/// matches.
const SHARED: f32 = 0.5;
/// How many near statements are shown.
const NEAREST: usize = 3;

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
    use crate::engine::{PartReport, Relation};
    use crate::story::Localised;
    use crate::text::{Language, Span};

    fn statement(claim: &str, probability: f32) -> MatchReport {
        MatchReport {
            claim: claim.to_owned(),
            text: Localised::default(),
            relation: Relation::Same,
            probability,
            covered: if claim == "foreign" { 0.2 } else { 0.8 },
            decided: false,
            wording: 0,
            contributions: Vec::new(),
        }
    }

    fn part(matches: Vec<MatchReport>) -> PartReport {
        PartReport { span: Span::default(), matches, verdicts: Vec::new() }
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
    fn near_statements_are_few_and_differ() {
        let matches = ["foreign", "a", "b", "a", "c", "d"].map(|claim| statement(claim, 0.1)).to_vec();
        let found = report(vec![part(matches), part(vec![statement("far", 0.01)])]);
        let near: Vec<&str> = nearby(&found).iter().map(|found| found.claim.as_str()).collect();
        assert_eq!(near, ["a", "b", "c"]);
    }
}
