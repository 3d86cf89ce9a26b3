//! What is shown of a report, prepared as plain values: which evidence stands on which side of an article, why, and
//! which words of a statement decide.

use std::ops::Range;

use crate::engine::{ArticleReport, EvidenceReport, MatchReport, PartReport, ReasonKind, Report, Verdict};
use crate::locale::{Locale, Sentence};

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

/// Where our words stand in a statement that decided against the reader's: what the reasons have in place of these, or, where
/// the statement writes it otherwise, the figure in it. In order and without overlaps.
pub(crate) fn deciding_words(locale: Locale, report: &Report, found: &MatchReport) -> Vec<Range<usize>> {
    let statement = found.text.text(locale.language());
    let evidence = report.articles.iter().flat_map(|article| &article.evidence);
    let reasons = evidence.filter(|place| place.claim == found.claim).flat_map(|place| &place.reasons);
    let mut words: Vec<Range<usize>> = reasons
        .filter_map(|reason| reason.article.as_ref())
        .map(|theirs| locale.counterpart(theirs).replace('\u{a0}', " "))
        .filter_map(|theirs| word(statement, &theirs).or_else(|| word(statement, figure(&theirs))))
        .collect();
    words.sort_by_key(|range| (range.start, usize::MAX - range.end));
    words.dedup_by(|later, earlier| later.start < earlier.end);
    words
}

/// Where a text stands in another as words of its own.
fn word(text: &str, wanted: &str) -> Option<Range<usize>> {
    let inner = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(wanted).map(|(start, _)| start..start + wanted.len()).find(|range| {
        !range.is_empty()
            && !inner(text[..range.start].chars().next_back())
            && !inner(text[range.end..].chars().next())
    })
}

/// From the first digit of a text to its last.
fn figure(text: &str) -> &str {
    let digit = |letter: char| letter.is_ascii_digit();
    match (text.find(digit), text.rfind(digit)) {
        (Some(first), Some(last)) => &text[first..=last],
        _ => "",
    }
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
    fn our_words_are_marked_whole_and_once() {
        assert_eq!(word("about 100,000 chips", "more than 100,000"), None);
        assert_eq!(word("about 100,000 chips", figure("more than 100,000")), Some(6..13));
        assert_eq!(word("1100 or 100", "100"), Some(8..11));
        assert_eq!(word("no figure", figure("none")), None);
        let engine = crate::engine::Engine::embedded().unwrap();
        let report = engine.check("ByteDance ordered 200,000 Ascend chips");
        let found = report.parts.first().and_then(closest).unwrap();
        let locale = Locale::new(Language::English);
        let words = deciding_words(locale, &report, found);
        let marked: Vec<&str> =
            words.into_iter().map(|range| &found.text.text(Language::English)[range]).collect();
        assert_eq!(marked.len(), 1, "{marked:?}");
        assert!(marked[0].contains("100,000"), "{marked:?}");
    }

    #[test]
    fn the_deciding_statement_goes_before_a_likelier_one() {
        let matches = vec![statement("a", 0.4, false), statement("b", 0.3, true)];
        assert_eq!(closest(&part(matches, Vec::new())).map(|found| found.claim.as_str()), Some("b"));
    }
}
