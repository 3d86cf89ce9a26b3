//! An answer as bytes, on its way from where it was found to where it is shown.
//!
//! Both ends are of one build, so the form has no version. What no reader sees of a report stays behind: the
//! contributions of the features.

use serde::{Deserialize, Serialize};

use crate::engine::{
    ArticleReport, Confidence, Counterpart, EvidenceReport, MatchReport, PartReport, ReasonKind,
    ReasonReport, Relation, Report, Verdict,
};
use crate::story::Localised;
use crate::text::{Date, Language, Quantity, Span};

/// The report as bytes.
pub(crate) fn pack(report: &Report) -> Vec<u8> {
    // Cannot fail: nothing of it is of unknown length or kind.
    postcard::to_allocvec(&Parcel::from(report)).unwrap_or_default()
}

/// The report of bytes that `pack` made.
pub(crate) fn unpack(bytes: &[u8]) -> Option<Report> {
    postcard::from_bytes::<Parcel>(bytes).ok().map(Report::from)
}

const RELATIONS: [Relation; 4] = [Relation::Same, Relation::Denied, Relation::Altered, Relation::Unsettled];
const REASONS: [ReasonKind; 10] = [
    ReasonKind::SaysTheSame,
    ReasonKind::QuantityAgrees,
    ReasonKind::QuantityDiffers,
    ReasonKind::DateAgrees,
    ReasonKind::DateDiffers,
    ReasonKind::NameReplaced,
    ReasonKind::RolesSwapped,
    ReasonKind::Negation,
    ReasonKind::Antonym,
    ReasonKind::Certainty,
];

/// Place of a value in a list that has all of its kind.
fn place<T: PartialEq>(list: &[T], value: T) -> u8 {
    list.iter().position(|known| *known == value).and_then(|at| u8::try_from(at).ok()).unwrap_or_default()
}

fn at<T: Copy>(list: &[T], place: u8) -> T {
    list.get(usize::from(place)).copied().unwrap_or(list[0])
}

type Range = (usize, usize);

fn range(span: Span) -> Range {
    (span.start, span.end)
}

fn span((start, end): Range) -> Span {
    Span { start, end }
}

#[derive(Serialize, Deserialize)]
struct Parcel {
    claim: String,
    language: Language,
    truncated: bool,
    articles: Vec<Article>,
    parts: Vec<Part>,
}

#[derive(Serialize, Deserialize)]
struct Article {
    id: String,
    verdict: Verdict,
    firm: bool,
    evidence: Vec<Evidence>,
}

#[derive(Serialize, Deserialize)]
struct Evidence {
    claim: String,
    stance: Verdict,
    voice: String,
    voice_label: Localised,
    paragraph: u16,
    sentence: u16,
    hash: u64,
    note: Localised,
    reasons: Vec<Reason>,
}

#[derive(Serialize, Deserialize)]
struct Reason {
    kind: u8,
    span: Option<Range>,
    article: Option<Other>,
}

#[derive(Serialize, Deserialize)]
enum Other {
    Quantity(Quantity),
    Date(Date),
    Name(String),
}

#[derive(Serialize, Deserialize)]
struct Part {
    span: Range,
    matches: Vec<Match>,
    verdicts: Vec<Verdict>,
}

#[derive(Serialize, Deserialize)]
struct Match {
    claim: String,
    text: Localised,
    relation: u8,
    probability: f32,
    covered: f32,
    decided: bool,
    wording: usize,
}

impl From<&Report> for Parcel {
    fn from(report: &Report) -> Parcel {
        Parcel {
            claim: report.claim.clone(),
            language: report.language,
            truncated: report.truncated,
            articles: report.articles.iter().map(Article::from).collect(),
            parts: report.parts.iter().map(Part::from).collect(),
        }
    }
}

impl From<Parcel> for Report {
    fn from(parcel: Parcel) -> Report {
        Report {
            claim: parcel.claim,
            language: parcel.language,
            truncated: parcel.truncated,
            articles: parcel.articles.into_iter().map(ArticleReport::from).collect(),
            parts: parcel.parts.into_iter().map(PartReport::from).collect(),
        }
    }
}

impl From<&ArticleReport> for Article {
    fn from(article: &ArticleReport) -> Article {
        Article {
            id: article.id.clone(),
            verdict: article.verdict,
            firm: article.confidence == Confidence::Firm,
            evidence: article.evidence.iter().map(Evidence::from).collect(),
        }
    }
}

impl From<Article> for ArticleReport {
    fn from(article: Article) -> ArticleReport {
        ArticleReport {
            id: article.id,
            verdict: article.verdict,
            confidence: if article.firm { Confidence::Firm } else { Confidence::Possible },
            evidence: article.evidence.into_iter().map(EvidenceReport::from).collect(),
        }
    }
}

impl From<&EvidenceReport> for Evidence {
    fn from(found: &EvidenceReport) -> Evidence {
        Evidence {
            claim: found.claim.clone(),
            stance: found.stance,
            voice: found.voice.clone(),
            voice_label: found.voice_label.clone(),
            paragraph: found.paragraph,
            sentence: found.sentence,
            hash: found.hash,
            note: found.note.clone(),
            reasons: found.reasons.iter().map(Reason::from).collect(),
        }
    }
}

impl From<Evidence> for EvidenceReport {
    fn from(found: Evidence) -> EvidenceReport {
        EvidenceReport {
            claim: found.claim,
            stance: found.stance,
            voice: found.voice,
            voice_label: found.voice_label,
            paragraph: found.paragraph,
            sentence: found.sentence,
            hash: found.hash,
            note: found.note,
            reasons: found.reasons.into_iter().map(ReasonReport::from).collect(),
        }
    }
}

impl From<&ReasonReport> for Reason {
    fn from(reason: &ReasonReport) -> Reason {
        let article = reason.article.as_ref().map(|counterpart| match counterpart {
            Counterpart::Quantity(quantity) => Other::Quantity(quantity.clone()),
            Counterpart::Date(date) => Other::Date(*date),
            Counterpart::Name(name) => Other::Name(name.clone()),
        });
        Reason { kind: place(&REASONS, reason.kind), span: reason.span.map(range), article }
    }
}

impl From<Reason> for ReasonReport {
    fn from(reason: Reason) -> ReasonReport {
        let article = reason.article.map(|other| match other {
            Other::Quantity(quantity) => Counterpart::Quantity(quantity),
            Other::Date(date) => Counterpart::Date(date),
            Other::Name(name) => Counterpart::Name(name),
        });
        ReasonReport { kind: at(&REASONS, reason.kind), span: reason.span.map(span), article }
    }
}

impl From<&PartReport> for Part {
    fn from(part: &PartReport) -> Part {
        Part {
            span: range(part.span),
            matches: part.matches.iter().map(Match::from).collect(),
            verdicts: part.verdicts.clone(),
        }
    }
}

impl From<Part> for PartReport {
    fn from(part: Part) -> PartReport {
        PartReport {
            span: span(part.span),
            matches: part.matches.into_iter().map(MatchReport::from).collect(),
            verdicts: part.verdicts,
        }
    }
}

impl From<&MatchReport> for Match {
    fn from(found: &MatchReport) -> Match {
        Match {
            claim: found.claim.clone(),
            text: found.text.clone(),
            relation: place(&RELATIONS, found.relation),
            probability: found.probability,
            covered: found.covered,
            decided: found.decided,
            wording: found.wording,
        }
    }
}

impl From<Match> for MatchReport {
    fn from(found: Match) -> MatchReport {
        MatchReport {
            claim: found.claim,
            text: found.text,
            relation: at(&RELATIONS, found.relation),
            probability: found.probability,
            covered: found.covered,
            decided: found.decided,
            wording: found.wording,
            contributions: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Engine;

    #[test]
    fn what_arrives_is_what_was_sent_but_for_the_contributions() {
        let engine = Engine::embedded().unwrap();
        for claim in [
            "Samsung, not Huawei, got the order of 200,000 chips, and Doubao came out in July 2021",
            "ByteDance ha ordinato 200.000 chip",
            "ByteDance denied that it plans a new model, perhaps",
            "xyzzy",
            "",
        ] {
            let mut report = engine.check(claim);
            let arrived = unpack(&pack(&report)).unwrap();
            report
                .parts
                .iter_mut()
                .flat_map(|part| &mut part.matches)
                .for_each(|found| found.contributions.clear());
            assert_eq!(arrived, report, "{claim}");
        }
    }

    #[test]
    fn every_relation_and_reason_has_its_place() {
        // One more of them and these no longer compile: then the lists above need it too.
        let relation = |relation| match relation {
            Relation::Same => 0,
            Relation::Denied => 1,
            Relation::Altered => 2,
            Relation::Unsettled => 3,
        };
        let reason = |reason| match reason {
            ReasonKind::SaysTheSame => 0,
            ReasonKind::QuantityAgrees => 1,
            ReasonKind::QuantityDiffers => 2,
            ReasonKind::DateAgrees => 3,
            ReasonKind::DateDiffers => 4,
            ReasonKind::NameReplaced => 5,
            ReasonKind::RolesSwapped => 6,
            ReasonKind::Negation => 7,
            ReasonKind::Antonym => 8,
            ReasonKind::Certainty => 9,
        };
        assert!(RELATIONS.iter().enumerate().all(|(at, known)| relation(*known) == at));
        assert!(REASONS.iter().enumerate().all(|(at, known)| reason(*known) == at));
    }

    #[test]
    fn other_bytes_are_no_answer() {
        assert_eq!(unpack(&[255; 9]), None);
    }
}
