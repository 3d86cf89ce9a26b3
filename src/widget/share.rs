//! An answer as something to take away: text, Markdown, and data. Pure; the clipboard is elsewhere.

use super::json::{array, object, string};
use crate::engine::{ArticleReport, Confidence, EvidenceReport, Report, Verdict};
use crate::locale::{Locale, Text};
use crate::story::{Article, Story};

/// What the fragment of an address that restores a claim begins with.
const FRAGMENT: &str = "#claim=";

/// The claim in the fragment of an address, still encoded.
pub(crate) fn claim_of_fragment(fragment: &str) -> Option<&str> {
    fragment.strip_prefix(FRAGMENT).filter(|claim| !claim.is_empty())
}

/// The fragment that restores a claim, which is given encoded.
pub(crate) fn fragment(encoded: &str) -> String {
    [FRAGMENT, encoded].concat()
}

/// The answer as plain text.
pub(crate) fn plain(locale: Locale, report: &Report, story: &Story, link: Option<&str>) -> String {
    let mut lines = vec![locale.quoted(report.claim.trim()), locale.summary(report)];
    lines.extend(locale.caution(report).map(str::to_owned));
    lines.push(String::new());
    for (at, article) in report.articles.iter().enumerate() {
        lines.push(
            [&headline(locale, article), ": ", label(locale, article, story.articles.get(at))].concat(),
        );
        lines.extend(article.evidence.iter().map(|found| ["  - ", &place(locale, found)].concat()));
    }
    lines.push(String::new());
    lines.push(locale.text(Text::ShareNote).to_owned());
    lines.extend(link.map(str::to_owned));
    lines.join("\n")
}

/// The answer as Markdown.
pub(crate) fn markdown(locale: Locale, report: &Report, story: &Story, link: Option<&str>) -> String {
    let mut lines = vec![["> ", &escaped(report.claim.trim())].concat(), String::new()];
    lines.push(["**", &escaped(&locale.summary(report)), "**"].concat());
    lines.extend(locale.caution(report).map(|caution| [" ", caution].concat()));
    lines.push(String::new());
    for (at, article) in report.articles.iter().enumerate() {
        let label = escaped(label(locale, article, story.articles.get(at)));
        lines.push(["- **", &headline(locale, article), "**: ", &label].concat());
        lines.extend(article.evidence.iter().map(|found| {
            let text = ["  - ", &escaped(&place(locale, found))].concat();
            match story.address(at, found.paragraph, found.sentence) {
                Some(address) => [&text, " <", &address, ">"].concat(),
                None => text,
            }
        }));
    }
    lines.push(String::new());
    lines.push(locale.text(Text::ShareNote).to_owned());
    lines.extend(link.map(|link| ["<", link, ">"].concat()));
    lines.join("\n")
}

/// Verdict and, where there is one, how sure it is.
fn headline(locale: Locale, article: &ArticleReport) -> String {
    let verdict = locale.verdict(article.verdict);
    match (article.verdict, article.confidence) {
        (Verdict::Omit, _) | (_, Confidence::Firm) => verdict.to_owned(),
        (_, confidence) => [verdict, " (", locale.confidence(confidence), ")"].concat(),
    }
}

fn label<'a>(locale: Locale, article: &'a ArticleReport, source: Option<&'a Article>) -> &'a str {
    source.map_or(&article.id, |source| source.label.text(locale.language()))
}

/// Note, place and voice of a piece of evidence.
fn place(locale: Locale, found: &EvidenceReport) -> String {
    let (paragraph, sentence) = (found.paragraph.to_string(), found.sentence.to_string());
    let place = locale.filled(Text::Place, &[("paragraph", &paragraph), ("sentence", &sentence)]);
    let voice = found.voice_label.text(locale.language());
    let voice = if voice.is_empty() { String::new() } else { ["; ", voice].concat() };
    [found.note.text(locale.language()), " (", &place, &voice, ")"].concat()
}

/// Text with the marks that Markdown would read as its own escaped.
fn escaped(text: &str) -> String {
    let mut markdown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => markdown.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' => {
                markdown.extend(['\\', letter]);
            }
            _ => markdown.push(letter),
        }
    }
    markdown
}

/// The answer as data: the keys are those of what `check` of the JavaScript API returns, without the matching behind it.
pub(crate) fn data(locale: Locale, report: &Report, story: &Story) -> String {
    let language = locale.language();
    let evidence = |at: usize, found: &EvidenceReport| {
        let url = story.address(at, found.paragraph, found.sentence);
        let reason = |reason| {
            let text = locale.explain(&report.claim, found.stance, reason).to_string();
            object([("text", Some(string(&text)))])
        };
        object([
            ("claim", Some(string(&found.claim))),
            ("stance", Some(string(key(found.stance)))),
            ("voice", Some(string(&found.voice))),
            ("voiceLabel", Some(string(found.voice_label.text(language)))),
            ("paragraph", Some(found.paragraph.to_string())),
            ("sentence", Some(found.sentence.to_string())),
            ("hash", Some(string(&format!("{:016x}", found.hash)))),
            ("url", url.map(|url| string(&url))),
            ("note", Some(string(found.note.text(language)))),
            ("reasons", Some(array(found.reasons.iter().map(reason)))),
        ])
    };
    let article = |(at, article): (usize, &ArticleReport)| {
        let sure = match article.confidence {
            Confidence::Firm => "firm",
            Confidence::Possible => "possible",
        };
        object([
            ("id", Some(string(&article.id))),
            ("label", Some(string(label(locale, article, story.articles.get(at))))),
            ("verdict", Some(string(key(article.verdict)))),
            ("confidence", Some(string(sure))),
            ("evidence", Some(array(article.evidence.iter().map(|found| evidence(at, found))))),
        ])
    };
    object([
        ("version", Some("1".to_owned())),
        ("story", Some(string(&story.id))),
        ("claim", Some(string(&report.claim))),
        ("language", Some(string(Locale::new(report.language).tag()))),
        ("summary", Some(string(&locale.summary(report)))),
        ("articles", Some(array(report.articles.iter().enumerate().map(article)))),
    ])
}

fn key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Support => "support",
        Verdict::Dispute => "dispute",
        Verdict::Both => "both",
        Verdict::Omit => "omit",
    }
}

/// The claim as a schema.org `Claim`, with an `appearance` for each article that carries it.
///
/// An article that only contradicts the claim is no appearance of it. Deliberately no `ClaimReview`: nobody rated
/// anything here.
pub(crate) fn json_ld(locale: Locale, report: &Report, story: &Story) -> String {
    let carries =
        |(_, article): &(usize, &ArticleReport)| matches!(article.verdict, Verdict::Support | Verdict::Both);
    let appearance = |(at, article): (usize, &ArticleReport)| {
        let source = story.articles.get(at);
        let publisher = source
            .and_then(|source| source.publisher.as_deref())
            .map(|name| object([("@type", Some(string("Organization"))), ("name", Some(string(name)))]));
        object([
            ("@type", Some(string("NewsArticle"))),
            ("identifier", Some(string(&article.id))),
            ("name", Some(string(label(locale, article, source)))),
            ("url", source.and_then(|source| source.url.as_deref()).map(string)),
            ("inLanguage", source.map(|source| string(Locale::new(source.language).tag()))),
            ("datePublished", source.and_then(|source| source.date.as_deref()).map(string)),
            ("publisher", publisher),
        ])
    };
    let appearances = report.articles.iter().enumerate().filter(carries).map(appearance);
    object([
        ("@context", Some(string("https://schema.org"))),
        ("@type", Some(string("Claim"))),
        ("text", Some(string(report.claim.trim()))),
        ("inLanguage", Some(string(Locale::new(report.language).tag()))),
        ("appearance", Some(array(appearances))),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Engine;
    use crate::text::Language;

    const CLAIM: &str = "ByteDance ordered 200,000 Ascend chips";

    fn english() -> Locale {
        Locale::new(Language::English)
    }

    #[test]
    fn fragments_name_a_claim_or_nothing() {
        assert_eq!(fragment("a%20b"), "#claim=a%20b");
        assert_eq!(claim_of_fragment("#claim=a%20b"), Some("a%20b"));
        assert_eq!(claim_of_fragment("#claim="), None);
        assert_eq!(claim_of_fragment("#section-2"), None);
    }

    #[test]
    fn text_has_claim_summary_articles_and_link() {
        let engine = Engine::embedded().unwrap();
        let report = engine.check(CLAIM);
        let text = plain(english(), &report, engine.story(), Some("https://example.org/#claim=x"));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "“ByteDance ordered 200,000 Ascend chips”");
        assert_eq!(lines[1], english().summary(&report));
        let rows = lines.iter().filter(|line| line.contains(": Article ")).count();
        assert_eq!(rows, report.articles.len(), "{text}");
        assert!(text.contains("  - ") && text.contains("Paragraph "), "{text}");
        assert!(text.ends_with("not what is true.\nhttps://example.org/#claim=x"), "{text}");
    }

    #[test]
    fn markdown_is_not_broken_by_what_the_reader_wrote() {
        let engine = Engine::embedded().unwrap();
        let report = engine.check("*Doubao* <b>\n# came out");
        let text = markdown(english(), &report, engine.story(), None);
        assert!(text.starts_with("> \\*Doubao\\* \\<b\\> \\# came out\n\n**"), "{text}");
        assert!(!text.contains("http"));
    }

    #[test]
    fn appearances_are_the_articles_that_carry_the_claim() {
        let engine = Engine::embedded().unwrap();
        let report = engine.check("Doubao was launched in August 2023");
        let carrying = report
            .articles
            .iter()
            .filter(|article| matches!(article.verdict, Verdict::Support | Verdict::Both))
            .count();
        let json = json_ld(english(), &report, engine.story());
        assert!(json.starts_with(r#"{"@context":"https://schema.org","@type":"Claim","text":"Doubao was"#));
        assert!(carrying > 0 && json.matches(r#""@type":"NewsArticle""#).count() == carrying, "{json}");
        assert!(!json.contains("ClaimReview"));
        let disputed = json_ld(english(), &engine.check(CLAIM), engine.story());
        assert!(disputed.ends_with(r#""appearance":[]}"#), "{disputed}");
    }

    #[cfg(feature = "cli")]
    #[test]
    fn data_is_json_with_an_article_each() {
        let engine = Engine::embedded().unwrap();
        let report = engine.check("\"\\ \u{1} ByteDance ordered 200,000 Ascend chips");
        for text in [data(english(), &report, engine.story()), json_ld(english(), &report, engine.story())] {
            let json: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(json["claim"].as_str().or(json["text"].as_str()), Some(report.claim.as_str()));
        }
        let json: serde_json::Value =
            serde_json::from_str(&data(english(), &report, engine.story())).unwrap();
        assert_eq!(json["articles"].as_array().map(Vec::len), Some(5));
        assert_eq!(json["articles"][0]["evidence"][0]["hash"].as_str().map(str::len), Some(16));
    }
}
