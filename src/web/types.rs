//! The types of the JavaScript API, apart from the engine's so that these stay when those change.
//!
//! The TypeScript section below is what JavaScript sees; a test in `tests/web.rs` compares the keys.

use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::engine;
use crate::locale::{Locale, Tally as Counts};
use crate::story::Story;
use crate::text::{Language, Span};

/// Version of the report's shape. A field more leaves it as it is; a field less or another meaning counts it up.
const VERSION: u32 = 1;

#[wasm_bindgen(typescript_custom_section)]
const TYPESCRIPT: &str = r#"
/** Language of the texts. */
export type Language = "en" | "it";

/** What an article does with a claim. */
export type Verdict = "support" | "dispute" | "both" | "omit";

/** How a claim stands to a statement of the story. */
export type Relation = "same" | "denied" | "altered" | "unsettled";

export interface CheckOptions {
  /** Language of the texts; the claim's own when left out. */
  language?: Language;
}

export interface MountOptions {
  /** Language of the interface; English when left out. */
  language?: Language;
  /** A claim to check from the start. */
  claim?: string;
  /** Heading in place of the widget's own; "" for none. */
  heading?: string;
  /** Claims to try; some of the story's own when left out. */
  examples?: { en?: string; it?: string }[];
  /** A compiled story; the one in use when left out. */
  story?: Uint8Array | null;
  /** Colours; those of the reader's system when left out. */
  theme?: "system" | "light" | "dark";
  /** Whether the fragment of the page's address names the claim that was asked. Not when left out. */
  permalink?: boolean;
  /** Whether the claim that was asked is put into the page as a schema.org `Claim`. Not when left out. */
  structured?: boolean;
  /** Selector of the text of the page that readers may select and check; selections are left alone when left out. */
  selection?: string | null;
  /** The article of the story that the page is: its id, and a selector of where its text stands. */
  host?: { article: string; within: string } | null;
  /** What is shown: the question or the whole story; the question when left out. */
  view?: "ask" | "explore";
  /** When the full answer shows: while the reader types, once it is asked for, or when `showAnswer` is called. */
  reveal?: "auto" | "interaction" | "manual";
  /** Whether the reader can go back to the claims asked: not at all, during this visit, or from visit to visit, for which
   * they are kept in the reader's browser. During this visit, with nothing kept, when left out. */
  recents?: "off" | "visit" | "keep";
  /** Searches elsewhere, as in a worker: promises what `Searcher.search` returned for the text, or `null` when another text
   * was asked for meanwhile. `story` is then what `Searcher.outline` returned. `null` searches here again. */
  search?: ((text: string) => Promise<Uint8Array | null>) | null;
  /** Hears of every answer; of `null` when there is none any more. */
  onAnswer?: (report: Report | null, how: { full?: boolean; byPage?: boolean }) => void;
  /** Hears what is shown from now on, whoever changed it. */
  onView?: (view: "ask" | "explore") => void;
  /** Hears that the program stopped on a fault of its own, in place of the message beside the widget. Nothing of the
   * module can be used after that. */
  onStop?: (message: string) => void;
}

/** The answer to one check. */
export interface Report {
  /** Version of this shape. */
  version: 1;
  /** The claim as given. */
  claim: string;
  /** Its language. */
  language: Language;
  /** The answer in one sentence. */
  summary: string;
  /** Number of articles with each verdict. */
  tally: { support: number; dispute: number; both: number; omit: number };
  /** One for each article, in the order of the story. */
  articles: ArticleReport[];
  /** The claims that the text was read as. */
  parts: PartReport[];
}

export interface ArticleReport {
  id: string;
  /** What it is called on the page. */
  label: string;
  verdict: Verdict;
  /** `possible`: the closest statement found, to be read before it is relied on. */
  confidence: "firm" | "possible";
  /** Where the article decides it; empty when it omits the claim. */
  evidence: EvidenceReport[];
}

export interface EvidenceReport {
  /** Key of the claim of the story. */
  claim: string;
  /** Whether it speaks for the claim or against it. */
  stance: "support" | "dispute";
  /** Key of who says it there. */
  voice: string;
  /** Who says it there. */
  voiceLabel: string;
  /** Paragraph, from 1. */
  paragraph: number;
  /** Sentence in the paragraph, from 1. */
  sentence: number;
  /** Hash of the sentence, 16 hexadecimal digits. */
  hash: string;
  /** Address of the sentence, where the story gives the article's: with a text fragment if it has an excerpt as well. */
  url?: string;
  /** What it says, in our own words. */
  note: string;
  reasons: ReasonReport[];
}

export interface ReasonReport {
  /** Stable key, such as `quantity-differs`. */
  kind: string;
  /** The reason in plain words. */
  text: string;
  /** The deciding words of the claim. */
  span?: TextSpan;
  /** What the article has in their place. */
  article?: string;
}

/** A stretch of the claim, in UTF-16 units as `String.prototype.slice` takes them. */
export interface TextSpan {
  start: number;
  end: number;
}

export interface PartReport {
  span: TextSpan;
  /** The closest statements of the story, best first; the same one may come with several relations. */
  matches: MatchReport[];
  /** Verdict of each article on this part, in the order of the story. */
  verdicts: Verdict[];
}

export interface MatchReport {
  /** Key of the claim of the story. */
  claim: string;
  /** The claim in our own words. */
  text: string;
  relation: Relation;
  /** From 0 to 1. */
  probability: number;
  /** Whether it decided the verdicts. */
  decided: boolean;
}

export interface StoryInfo {
  id: string;
  title: { en?: string; it?: string };
  articles: { id: string; language: Language; label: { en?: string; it?: string }; date?: string; publisher?: string; url?: string }[];
  /** Number of claims. */
  claims: number;
}

/** What every function throws. */
export interface ClaimCheckError extends Error {
  /** Stable key of the failure. */
  code: string;
  /** What to do about it. */
  hint: string;
}
"#;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Report<'a> {
    version: u32,
    claim: &'a str,
    language: Language,
    summary: String,
    tally: Tally,
    articles: Vec<ArticleReport<'a>>,
    parts: Vec<PartReport<'a>>,
}

#[derive(Serialize)]
struct Tally {
    support: usize,
    dispute: usize,
    both: usize,
    omit: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArticleReport<'a> {
    id: &'a str,
    label: &'a str,
    verdict: engine::Verdict,
    confidence: engine::Confidence,
    evidence: Vec<EvidenceReport<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EvidenceReport<'a> {
    claim: &'a str,
    stance: engine::Verdict,
    voice: &'a str,
    voice_label: &'a str,
    paragraph: u16,
    sentence: u16,
    hash: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    note: &'a str,
    reasons: Vec<ReasonReport>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReasonReport {
    kind: engine::ReasonKind,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<TextSpan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<String>,
}

#[derive(Serialize)]
struct TextSpan {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PartReport<'a> {
    span: TextSpan,
    matches: Vec<MatchReport<'a>>,
    verdicts: &'a [engine::Verdict],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct MatchReport<'a> {
    claim: &'a str,
    text: &'a str,
    relation: engine::Relation,
    probability: f32,
    decided: bool,
}

impl<'a> Report<'a> {
    /// A report of the engine with its texts in one language.
    pub(super) fn of(report: &'a engine::Report, story: &'a Story, locale: Locale) -> Report<'a> {
        let Counts { support, dispute, both, omit, .. } = Counts::of(report);
        let article = |(at, article): (usize, &'a engine::ArticleReport)| ArticleReport {
            id: &article.id,
            label: story.articles.get(at).map_or("", |source| source.label.text(locale.language())),
            verdict: article.verdict,
            confidence: article.confidence,
            evidence: article
                .evidence
                .iter()
                .map(|found| {
                    let url = story.address(at, found.paragraph, found.sentence);
                    EvidenceReport::of(found, &report.claim, url, locale)
                })
                .collect(),
        };
        let part = |part: &'a engine::PartReport| PartReport {
            span: TextSpan::of(&report.claim, part.span),
            matches: part.matches.iter().map(|found| MatchReport::of(found, locale)).collect(),
            verdicts: &part.verdicts,
        };
        Report {
            version: VERSION,
            claim: &report.claim,
            language: report.language,
            summary: locale.summary(report),
            tally: Tally { support, dispute, both, omit },
            articles: report.articles.iter().enumerate().map(article).collect(),
            parts: report.parts.iter().map(part).collect(),
        }
    }
}

impl<'a> EvidenceReport<'a> {
    fn of(
        found: &'a engine::EvidenceReport,
        claim: &str,
        url: Option<String>,
        locale: Locale,
    ) -> EvidenceReport<'a> {
        let reason = |reason: &engine::ReasonReport| ReasonReport {
            kind: reason.kind,
            text: locale.explain(claim, found.stance, reason).to_string(),
            span: reason.span.map(|span| TextSpan::of(claim, span)),
            article: reason.article.as_ref().map(|counterpart| locale.counterpart(counterpart)),
        };
        EvidenceReport {
            claim: &found.claim,
            stance: found.stance,
            voice: &found.voice,
            voice_label: found.voice_label.text(locale.language()),
            paragraph: found.paragraph,
            sentence: found.sentence,
            hash: format!("{:016x}", found.hash),
            url,
            note: found.note.text(locale.language()),
            reasons: found.reasons.iter().map(reason).collect(),
        }
    }
}

impl<'a> MatchReport<'a> {
    fn of(found: &'a engine::MatchReport, locale: Locale) -> MatchReport<'a> {
        MatchReport {
            claim: &found.claim,
            text: found.text.text(locale.language()),
            relation: found.relation,
            probability: found.probability,
            decided: found.decided,
        }
    }
}

impl TextSpan {
    /// Byte offsets as JavaScript counts.
    fn of(text: &str, span: Span) -> TextSpan {
        let units = |end: usize| text.get(..end).map_or(0, |before| before.encode_utf16().count());
        TextSpan { start: units(span.start), end: units(span.end) }
    }
}

/// What `loadStory` tells of a story.
#[derive(Serialize)]
pub(super) struct StoryInfo<'a> {
    id: &'a str,
    title: &'a crate::story::Localised,
    articles: Vec<ArticleInfo<'a>>,
    claims: usize,
}

#[derive(Serialize)]
struct ArticleInfo<'a> {
    id: &'a str,
    language: Language,
    label: &'a crate::story::Localised,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

impl<'a> StoryInfo<'a> {
    /// What is told of a story.
    pub(super) fn of(story: &'a Story) -> StoryInfo<'a> {
        let article = |article: &'a crate::story::Article| ArticleInfo {
            id: &article.id,
            language: article.language,
            label: &article.label,
            date: article.date.as_deref(),
            publisher: article.publisher.as_deref(),
            url: article.url.as_deref(),
        };
        StoryInfo {
            id: &story.id,
            title: &story.title,
            articles: story.articles.iter().map(article).collect(),
            claims: story.claims.len(),
        }
    }
}
