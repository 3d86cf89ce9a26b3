//! Which statements of the story come near a claim: what tells a claim that no article covers from one that nothing is like.

use std::collections::BTreeSet;

use crate::engine::{MatchReport, Report};
use crate::text::fold;

/// Probability from which a statement counts as near the claim; above 0.2 hardly anything is ever near.
const NEAR: f32 = 0.04;
/// Share of the claim's content that a near statement has. At 0.3 two everyday words are near; at 0.7 only what nearly
/// matches.
const SHARED: f32 = 0.4;
/// How many near statements are shown.
const NEAREST: usize = 3;
/// By how many letters at their beginning words are compared. With 4 "contest" is like "context"; with 7 "delivered" is
/// unlike "delivery".
const BEGINNING: usize = 5;
/// Words of that length that tell nothing, by their beginnings.
const EVERYDAY: [&str; 24] = [
    "about", "after", "again", "anche", "avreb", "befor", "being", "could", "degli", "della", "delle",
    "dello", "esser", "going", "nella", "other", "perch", "quale", "quand", "shoul", "stato", "there",
    "which", "would",
];

/// Statements of the story near a claim, best first, each once.
pub(crate) fn nearby(report: &Report) -> Vec<&MatchReport> {
    let asked = telling(&report.claim);
    let mut found: Vec<&MatchReport> = report
        .parts
        .iter()
        .flat_map(|part| &part.matches)
        .filter(|found| found.probability >= NEAR && found.covered >= SHARED)
        .filter(|found| is_seen(&asked, found))
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

/// Whether a reader can see what a statement has to do with a claim: they have a telling word or a name in common, in some
/// language of the statement. The engine knows few of the words of a claim about something else, and finds what remains of it
/// everywhere.
fn is_seen(asked: &BTreeSet<String>, found: &MatchReport) -> bool {
    found.text.0.values().any(|text| telling(text).intersection(asked).next().is_some())
}

/// The telling words of a text by their beginnings; names, which have a capital beyond the first letter of the text, and
/// figures may be shorter.
fn telling(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let beginning = |(at, word): (usize, &str)| {
        let begins = if at == 0 { 1 } else { 0 };
        let named = word.chars().skip(begins).any(|letter| letter.is_uppercase() || letter.is_ascii_digit());
        let beginning: String = fold(word).chars().take(BEGINNING).collect();
        let long = beginning.chars().count() == BEGINNING && !EVERYDAY.contains(&beginning.as_str());
        (long || named && beginning.chars().count() > 1).then_some(beginning)
    };
    words.enumerate().filter_map(beginning).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{PartReport, Relation, Rule};
    use crate::story::{LanguageKey, Localised};
    use crate::text::{Language, Span};

    const NEAR_BY: &str = "Chips were delivered to Meta.";

    fn statement(claim: &str, text: &str, probability: f32) -> MatchReport {
        MatchReport {
            claim: claim.to_owned(),
            text: Localised([(LanguageKey::En, text.to_owned())].into()),
            relation: Relation::Same,
            probability,
            covered: if claim == "foreign" { 0.2 } else { 0.8 },
            decided: false,
            wording: 0,
            contributions: Vec::new(),
        }
    }

    fn part(matches: Vec<MatchReport>) -> PartReport {
        PartReport { span: Span::default(), matches, verdicts: Vec::new(), rule: Rule::Matched }
    }

    fn report(parts: Vec<PartReport>) -> Report {
        Report {
            claim: "Is the delivery of chips late?".to_owned(),
            language: Language::English,
            truncated: false,
            articles: Vec::new(),
            parts,
        }
    }

    #[test]
    fn near_statements_are_few_and_differ() {
        let matches =
            ["foreign", "a", "b", "a", "c", "d"].map(|claim| statement(claim, NEAR_BY, 0.1)).to_vec();
        let others =
            vec![statement("far", NEAR_BY, 0.01), statement("unlike", "It is about the ferry.", 0.9)];
        let found = report(vec![part(matches), part(others)]);
        let near: Vec<&str> = nearby(&found).iter().map(|found| found.claim.as_str()).collect();
        assert_eq!(near, ["a", "b", "c"]);
    }

    #[test]
    fn telling_words_are_long_or_names() {
        let words = |text| telling(text).into_iter().collect::<Vec<_>>();
        assert_eq!(words("What is the US doing about Rome in 2024?"), ["2024", "doing", "rome", "us"]);
        assert_eq!(words("Is it going to be so?"), [""; 0]);
        assert_eq!(words("Perché l'Ascend è così?"), ["ascen"]);
    }
}
