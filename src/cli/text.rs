//! The answer to one check as text for a terminal; every sentence in it is the locale's.

use std::env;

use claim_check::{
    ArticleReport, EvidenceReport, Language, Locale, MatchReport, PartReport, Report, Story, Tally, Text,
    Verdict,
};

use crate::gold::VERDICTS;
use crate::json::key;

/// Whether escape codes are written. They only repeat what the words say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Colour {
    Plain,
    Coloured,
}

impl Colour {
    /// Coloured on a terminal that can show it, unless `NO_COLOR` is set.
    pub(crate) fn of(terminal: bool) -> Colour {
        let no_colour = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        if terminal && !no_colour && !dumb { Colour::Coloured } else { Colour::Plain }
    }

    fn paint(self, code: &str, text: &str) -> String {
        match self {
            Colour::Plain => text.to_owned(),
            Colour::Coloured => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        }
    }
}

const BOLD: &str = "1";
const DIM: &str = "2";

/// A text with nothing in it that a terminal obeys.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// The whole answer, several lines.
pub(crate) fn report(report: &Report, story: &Story, language: Language, colour: Colour) -> String {
    let locale = Locale::new(language);
    let mut lines = vec![colour.paint(BOLD, &printable(&report.claim)), locale.summary(report)];
    lines.extend(locale.caution(report).map(|caution| colour.paint(DIM, caution)));
    lines.push(String::new());
    for article in &report.articles {
        let known = story.articles.iter().find(|known| known.id == article.id);
        let label = known.map_or("", |known| known.label.text(language));
        lines.push(heading(article, label, locale, colour));
        lines.extend(
            article.evidence.iter().flat_map(|place| place_lines(place, &report.claim, locale, colour)),
        );
    }
    let tally = Tally::of(report);
    let counts = VERDICTS.map(|verdict| format!("{} {}", locale.verdict(verdict), tally.count(verdict)));
    lines.push(format!("\n  {}", counts.join(" · ")));
    for (at, part) in report.parts.iter().enumerate() {
        lines.push(colour.paint(DIM, &part_line(part, at, report, locale)));
    }
    lines.join("\n") + "\n"
}

/// The verdict of an article with its colour, which only repeats the word and the sign.
fn heading(article: &ArticleReport, label: &str, locale: Locale, colour: Colour) -> String {
    let (sign, code) = match article.verdict {
        Verdict::Support => ('+', "32"),
        Verdict::Dispute => ('-', "31"),
        Verdict::Both => ('±', "33"),
        Verdict::Omit => ('·', DIM),
    };
    let verdict = colour.paint(code, &format!("{sign} {}", locale.verdict(article.verdict)));
    let manner = match (article.verdict, article.evidence.is_empty()) {
        (Verdict::Omit, true) => String::new(),
        (Verdict::Omit, false) => format!(" ({})", locale.text(Text::OmitsPartly)),
        _ => format!(" ({})", locale.confidence(article.confidence)),
    };
    format!("{} {verdict}{manner}  {}", article.id, colour.paint(DIM, label))
}

/// Where an article decides it, who says it there, what, and why it agrees or differs.
fn place_lines(place: &EvidenceReport, claim: &str, locale: Locale, colour: Colour) -> Vec<String> {
    let language = locale.language();
    let sign = if place.stance == Verdict::Dispute { '-' } else { '+' };
    let voice = place.voice_label.text(language);
    let (paragraph, sentence) = (place.paragraph, place.sentence);
    let mut lines =
        vec![format!("    {sign} ¶{paragraph} s{sentence}, {voice}: {}", place.note.text(language))];
    let reasons = place.reasons.iter().map(|reason| locale.explain(claim, place.stance, reason).to_string());
    lines.extend(reasons.map(|reason| format!("      {}", colour.paint(DIM, &printable(&reason)))));
    lines
}

/// What a part of the claim was compared with.
fn part_line(part: &PartReport, at: usize, report: &Report, locale: Locale) -> String {
    let mut line = String::from("  ");
    if report.parts.len() > 1 {
        let (number, total) = ((at + 1).to_string(), report.parts.len().to_string());
        let heading = locale.filled(Text::Part, &[("number", &number), ("total", &total)]);
        let words = report.claim.get(part.span.start..part.span.end).unwrap_or_default();
        line.push_str(&format!("{heading}: “{}” ", printable(words.trim())));
    }
    let best = part.matches.iter().find(|found| found.decided).or_else(|| part.matches.first());
    match best {
        Some(found) => line.push_str(&closest(found, locale)),
        None => line.push_str(locale.text(Text::NothingNear)),
    }
    line
}

fn closest(found: &MatchReport, locale: Locale) -> String {
    // A match that did not decide is shown as what it is: near, no more.
    let (heading, relation) = match found.decided {
        true => (Text::ClosestStatement, format!(" ({})", locale.relation(found.relation))),
        false => (Text::Nearby, String::new()),
    };
    let measure = format!("[{}, {}, {:.2}]", found.claim, key(&found.relation), found.probability);
    format!("{}: {}{relation} {measure}", locale.text(heading), found.text.text(locale.language()))
}

#[cfg(test)]
mod tests {
    use super::{Colour, printable};

    #[test]
    fn a_claim_cannot_steer_the_terminal() {
        assert_eq!(printable("a\u{1b}[2Jb\u{7}"), "a\u{fffd}[2Jb\u{fffd}");
    }

    #[test]
    fn words_are_the_same_with_and_without_colour() {
        assert_eq!(Colour::Plain.paint("31", "Disputes"), "Disputes");
        assert!(Colour::Coloured.paint("31", "Disputes").contains("Disputes"));
    }
}
