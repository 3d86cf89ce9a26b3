//! The JSON of an answer: the program's own documented shape, apart from the library's types.
//!
//! `claim`, `articles[id, verdict, confidence, evidence[claim, voice, paragraph, sentence, note, reasons]]` are stable;
//! fields may be added beside them.

use claim_check::{
    ArticleReport, Confidence, Counterpart, EvidenceReport, Language, Locale, MatchReport, PartReport,
    ReasonKind, ReasonReport, Relation, Report, Span, Story, Verdict,
};
use serde::Serialize;

use crate::failure::Failure;

#[derive(Serialize)]
struct Answer<'a> {
    claim: &'a str,
    language: Language,
    summary: String,
    articles: Vec<Article<'a>>,
    parts: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Article<'a> {
    id: &'a str,
    verdict: Verdict,
    confidence: Confidence,
    evidence: Vec<Evidence<'a>>,
}

#[derive(Serialize)]
struct Evidence<'a> {
    claim: &'a str,
    stance: Verdict,
    voice: &'a str,
    voice_label: &'a str,
    paragraph: u16,
    sentence: u16,
    hash: String,
    /// Address of the sentence, where the story gives the article's.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    note: &'a str,
    reasons: Vec<Reason<'a>>,
}

#[derive(Serialize)]
struct Reason<'a> {
    kind: ReasonKind,
    text: String,
    /// The deciding words of the claim and where they stand in it, in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<Place>,
    /// What the article has in their place.
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<String>,
}

#[derive(Serialize)]
struct Place {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Part<'a> {
    text: &'a str,
    span: Place,
    verdicts: &'a [Verdict],
    matches: Vec<Match<'a>>,
}

#[derive(Serialize)]
struct Match<'a> {
    claim: &'a str,
    text: &'a str,
    relation: Relation,
    probability: f64,
    decided: bool,
}

/// An answer on one line.
pub(crate) fn line(report: &Report, story: &Story, language: Language) -> Result<String, Failure> {
    serde_json::to_string(&answer(report, story, language)).map_err(|error| unwritable(&error))
}

/// An answer on several lines.
pub(crate) fn indented(report: &Report, story: &Story, language: Language) -> Result<String, Failure> {
    serde_json::to_string_pretty(&answer(report, story, language)).map_err(|error| unwritable(&error))
}

/// The key of a value that is written as a word: `QuantityDiffers` as "quantity-differs".
pub(crate) fn key(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(key)) => key,
        _ => String::new(),
    }
}

/// The failure of an answer that is no JSON.
pub(crate) fn unwritable(error: &serde_json::Error) -> Failure {
    Failure::new(format!("expected an answer that JSON can hold, found: {error}"), "report this as a bug")
}

fn answer<'a>(report: &'a Report, story: &Story, language: Language) -> Answer<'a> {
    let article = |(at, article): (usize, &'a ArticleReport)| Article {
        id: &article.id,
        verdict: article.verdict,
        confidence: article.confidence,
        evidence: article
            .evidence
            .iter()
            .map(|found| {
                let url = story.address(at, found.paragraph, found.sentence);
                evidence(found, &report.claim, url, language)
            })
            .collect(),
    };
    Answer {
        claim: &report.claim,
        language: report.language,
        summary: Locale::new(language).summary(report),
        articles: report.articles.iter().enumerate().map(article).collect(),
        parts: report.parts.iter().map(|found| part(found, &report.claim, language)).collect(),
    }
}

fn evidence<'a>(
    report: &'a EvidenceReport,
    claim: &'a str,
    url: Option<String>,
    language: Language,
) -> Evidence<'a> {
    Evidence {
        claim: &report.claim,
        stance: report.stance,
        voice: &report.voice,
        voice_label: report.voice_label.text(language),
        paragraph: report.paragraph,
        sentence: report.sentence,
        hash: format!("{:016x}", report.hash),
        url,
        note: report.note.text(language),
        reasons: report.reasons.iter().map(|found| reason(found, report.stance, claim, language)).collect(),
    }
}

fn reason<'a>(report: &ReasonReport, stance: Verdict, claim: &'a str, language: Language) -> Reason<'a> {
    let locale = Locale::new(language);
    Reason {
        kind: report.kind,
        text: locale.explain(claim, stance, report).to_string(),
        words: report.span.and_then(|span| claim.get(span.start..span.end)),
        span: report.span.map(place),
        article: report.article.as_ref().map(|counterpart| match counterpart {
            Counterpart::Quantity(quantity) => locale.figure(quantity),
            Counterpart::Date(date) => locale.date(date),
            Counterpart::Name(name) => name.clone(),
        }),
    }
}

fn part<'a>(report: &'a PartReport, claim: &'a str, language: Language) -> Part<'a> {
    Part {
        text: claim.get(report.span.start..report.span.end).unwrap_or(claim),
        span: place(report.span),
        verdicts: &report.verdicts,
        matches: report.matches.iter().map(|found| matched(found, language)).collect(),
    }
}

fn matched(report: &MatchReport, language: Language) -> Match<'_> {
    Match {
        claim: &report.claim,
        text: report.text.text(language),
        relation: report.relation,
        probability: (f64::from(report.probability) * 10_000.0).round() / 10_000.0,
        decided: report.decided,
    }
}

fn place(span: Span) -> Place {
    Place { start: span.start, end: span.end }
}
