//! The answer in one sentence.

use super::nearby::nearby;
use super::sentence::{capitalised, fill};
use super::{Counted, Locale, Text};
use crate::engine::{Confidence, Report, Verdict};

/// How many articles have each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Articles that state or relay the claim.
    pub support: usize,
    /// Articles that contradict it or relay a denial.
    pub dispute: usize,
    /// Articles that carry both sides.
    pub both: usize,
    /// Articles that do not settle it, those that cover a part of it included.
    pub omit: usize,
    /// Those of `omit` that settle a part of the claim.
    pub partly: usize,
}

impl Tally {
    /// Counts the verdicts of a report.
    pub fn of(report: &Report) -> Tally {
        let mut tally = Tally::default();
        for (at, article) in report.articles.iter().enumerate() {
            match article.verdict {
                Verdict::Support => tally.support += 1,
                Verdict::Dispute => tally.dispute += 1,
                Verdict::Both => tally.both += 1,
                Verdict::Omit => {
                    tally.omit += 1;
                    tally.partly += usize::from(covers_part(report, at));
                }
            }
        }
        tally
    }

    /// The number of articles.
    pub fn total(&self) -> usize {
        self.support + self.dispute + self.both + self.omit
    }

    /// The number of articles with a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        match verdict {
            Verdict::Support => self.support,
            Verdict::Dispute => self.dispute,
            Verdict::Both => self.both,
            Verdict::Omit => self.omit,
        }
    }
}

/// Whether an article (by index) settles some part of the claim.
pub(crate) fn covers_part(report: &Report, article: usize) -> bool {
    let settles =
        |verdicts: &[Verdict]| verdicts.get(article).is_some_and(|verdict| *verdict != Verdict::Omit);
    report.parts.iter().any(|part| settles(&part.verdicts))
}

impl Locale {
    /// The report in one sentence: "Two of five articles report it, one disputes it, two don’t mention it."
    pub fn summary(self, report: &Report) -> String {
        let tally = Tally::of(report);
        let (total, nothing) = (tally.total(), tally.omit - tally.partly);
        if tally.omit == total {
            let text = match tally.partly {
                1.. => Text::NothingCoversAll,
                0 if nearby(report).is_empty() => Text::NothingLike,
                0 => Text::NothingCovers,
            };
            return self.text(text).to_owned();
        }
        let all = [
            (tally.support, Counted::AllSupport),
            (tally.dispute, Counted::AllDispute),
            (tally.both, Counted::AllBoth),
        ];
        if let Some((_, text)) = all.into_iter().find(|(count, _)| *count == total) {
            return self.counted(text, total) + ".";
        }
        let clauses = [
            (tally.support, Counted::LeadSupport, Counted::LeadSupport),
            (tally.dispute, Counted::LeadDispute, Counted::NextDispute),
            (tally.both, Counted::LeadBoth, Counted::NextBoth),
            (tally.partly, Counted::NextPartly, Counted::NextPartly),
            (nothing, Counted::NextOmit, Counted::NextOmit),
        ];
        let mut sentence = String::new();
        for (count, lead, next) in clauses.into_iter().filter(|(count, ..)| *count > 0) {
            let clause = self.counted(if sentence.is_empty() { lead } else { next }, count);
            if !sentence.is_empty() {
                sentence.push_str(", ");
            }
            sentence.push_str(&fill(&clause, &[("total", &self.numeral(total))]));
        }
        sentence.push('.');
        capitalised(&sentence)
    }

    /// What to add to the summary when some verdict rests on a match that is not sure.
    pub fn caution(self, report: &Report) -> Option<&'static str> {
        let unsure = |article: &crate::engine::ArticleReport| {
            article.verdict != Verdict::Omit && article.confidence == Confidence::Possible
        };
        report.articles.iter().any(unsure).then(|| self.text(Text::Caution))
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;
    use crate::engine::{ArticleReport, Confidence, PartReport, Report, Rule, Verdict};
    use crate::locale::Locale;
    use crate::text::{Language, Span};

    fn report(verdicts: &str) -> Report {
        let verdict = |letter: char| match letter {
            'S' => Verdict::Support,
            'D' => Verdict::Dispute,
            'B' => Verdict::Both,
            _ => Verdict::Omit,
        };
        let article = |(at, letter): (usize, char)| ArticleReport {
            id: at.to_string(),
            verdict: verdict(letter),
            confidence: Confidence::Possible,
            evidence: Vec::new(),
        };
        Report {
            claim: String::new(),
            language: Language::English,
            truncated: false,
            articles: verdicts.chars().enumerate().map(article).collect(),
            parts: Vec::new(),
        }
    }

    #[test]
    fn summaries_read_as_sentences() {
        let cases = [
            (
                "SSDOO",
                "Two of five articles report it, one disputes it, two don’t mention it.",
                "Due articoli su cinque lo riportano, uno lo contesta, due non ne parlano.",
            ),
            (
                "OSOOO",
                "One of five articles reports it, four don’t mention it.",
                "Un articolo su cinque lo riporta, quattro non ne parlano.",
            ),
            (
                "BBSBD",
                "One of five articles reports it, one disputes it, three carry both sides.",
                "Un articolo su cinque lo riporta, uno lo contesta, tre riportano due versioni.",
            ),
            (
                "DDDOD",
                "Four of five articles dispute it, one doesn’t mention it.",
                "Quattro articoli su cinque lo contestano, uno non ne parla.",
            ),
            (
                "BBBBB",
                "All five articles carry both sides.",
                "Tutti e cinque gli articoli riportano due versioni.",
            ),
            ("S", "The article reports it.", "L’articolo lo riporta."),
            ("OOOOO", "Nothing in this story is like that.", "In questa notizia non c’è nulla di simile."),
            (
                "SSSSSSSSSSSO",
                "11 of 12 articles report it, one doesn’t mention it.",
                "11 articoli su 12 lo riportano, uno non ne parla.",
            ),
        ];
        for (verdicts, english, italian) in cases {
            assert_eq!(Locale::new(Language::English).summary(&report(verdicts)), english);
            assert_eq!(Locale::new(Language::Italian).summary(&report(verdicts)), italian);
        }
    }

    #[test]
    fn what_no_article_covers_is_told_from_what_nothing_is_like() {
        let engine = crate::engine::Engine::embedded().unwrap();
        let english = Locale::new(Language::English);
        let near = engine.check("ByteDance is in talks with Huawei about phones");
        assert_eq!(english.summary(&near), "No article in this story covers that.");
        assert_eq!(english.summary(&engine.check("xyzzy")), "Nothing in this story is like that.");
    }

    #[test]
    fn articles_that_cover_a_part_are_told_apart() {
        let mut partly = report("SOO");
        let part = |verdicts: [Verdict; 3]| PartReport {
            span: Span::default(),
            matches: Vec::new(),
            verdicts: verdicts.to_vec(),
            rule: Rule::Matched,
        };
        partly.parts.push(part([Verdict::Support, Verdict::Support, Verdict::Omit]));
        partly.parts.push(part([Verdict::Support, Verdict::Omit, Verdict::Omit]));
        assert_eq!(Tally::of(&partly).partly, 1);
        assert_eq!(
            Locale::new(Language::English).summary(&partly),
            "One of three articles reports it, one covers only part of it, one doesn’t mention it."
        );
    }

    #[test]
    fn caution_is_for_answers_not_for_silence() {
        let english = Locale::new(Language::English);
        assert!(english.caution(&report("SOO")).is_some());
        assert!(english.caution(&report("OOO")).is_none());
    }
}
