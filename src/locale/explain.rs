//! Why a verdict: reasons in plain words, with the reader's own words and what the article has in their place.

use super::sentence::compose;
use super::{Locale, Sentence, Text};
use crate::engine::{Counterpart, ReasonKind, ReasonReport, Verdict};
use crate::text::{Span, fold};

impl Locale {
    /// A reason in plain words.
    ///
    /// `claim` is the reader's claim that the reason's span points into; `stance` is the side of the evidence that the
    /// reason stands at: what decides against a claim reads otherwise than what speaks for it.
    pub fn explain(self, claim: &str, stance: Verdict, reason: &ReasonReport) -> Sentence {
        let yours = reason.span.and_then(|span| words(claim, span)).unwrap_or_default();
        let theirs =
            reason.article.as_ref().map(|counterpart| self.counterpart(counterpart)).unwrap_or_default();
        let disputes = stance == Verdict::Dispute;
        // A template, what it becomes without the reader's words, and whether it needs the article's as well.
        let (full, bare, both) = match reason.kind {
            ReasonKind::QuantityAgrees => (Text::FigureAgrees, Text::FigureAgreesBare, true),
            ReasonKind::QuantityDiffers => (Text::FigureDiffers, Text::FigureDiffersBare, true),
            ReasonKind::DateAgrees => (Text::DateAgrees, Text::DateAgreesBare, true),
            ReasonKind::DateDiffers => (Text::DateDiffers, Text::DateDiffersBare, true),
            ReasonKind::NameReplaced if fold(yours) == fold(&theirs) => {
                (Text::NameRuledOut, Text::NameDiffersBare, false)
            }
            ReasonKind::NameReplaced => (Text::NameDiffers, Text::NameDiffersBare, true),
            ReasonKind::RolesSwapped => (Text::RolesSwapped, Text::RolesSwappedBare, true),
            ReasonKind::Negation if disputes => (Text::Negated, Text::NegatedBare, false),
            ReasonKind::Antonym if disputes => (Text::Opposite, Text::OppositeBare, false),
            ReasonKind::Certainty => (Text::CertaintyDiffers, Text::CertaintyDiffers, false),
            ReasonKind::SaysTheSame if disputes => (Text::SaysOpposite, Text::SaysOpposite, false),
            // A denial of a denial and the opposite of an opposite come to the same.
            ReasonKind::SaysTheSame | ReasonKind::Negation | ReasonKind::Antonym => {
                (Text::SaysSame, Text::SaysSame, false)
            }
        };
        let complete = !yours.is_empty() && (!both || !theirs.is_empty());
        compose(self.text(if complete { full } else { bare }), yours, &theirs)
    }

    /// What an article has in place of the reader's words, as it reads.
    pub fn counterpart(self, counterpart: &Counterpart) -> String {
        match counterpart {
            Counterpart::Quantity(quantity) => self.figure(quantity),
            Counterpart::Date(date) => self.date(date),
            Counterpart::Name(name) => name.clone(),
        }
    }
}

/// The words at a span, without blanks around them; `None` when the span does not fit the text.
fn words(claim: &str, span: Span) -> Option<&str> {
    claim.get(span.start..span.end).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Piece;
    use crate::text::{Bound, Date, Language, Quantity};

    fn reason(kind: ReasonKind, claim: &str, yours: &str, article: Option<Counterpart>) -> ReasonReport {
        let span = claim
            .find(yours)
            .filter(|_| !yours.is_empty())
            .map(|start| Span { start, end: start + yours.len() });
        ReasonReport { kind, span, article }
    }

    fn english(claim: &str, stance: Verdict, reason: &ReasonReport) -> String {
        Locale::new(Language::English).explain(claim, stance, reason).to_string()
    }

    #[test]
    fn differing_figures_show_both_sides() {
        let claim = "They got 50,000 chips";
        let figure = Quantity { low: 30_000.0, high: 30_000.0, bound: Bound::Under, ..Quantity::default() };
        let reason =
            reason(ReasonKind::QuantityDiffers, claim, "50,000", Some(Counterpart::Quantity(figure)));
        assert_eq!(
            english(claim, Verdict::Dispute, &reason),
            "You wrote “50,000”; this article says under 30,000."
        );
        let italian = Locale::new(Language::Italian).explain(claim, Verdict::Dispute, &reason);
        assert_eq!(italian.to_string(), "Hai scritto «50,000»; questo articolo dice meno di 30.000.");
        assert!(italian.0.contains(&Piece::Yours("50,000".to_owned())));
        assert!(italian.0.contains(&Piece::Theirs("meno di 30.000".to_owned())));
    }

    #[test]
    fn names_dates_and_roles_are_told() {
        let claim = "Qualcomm helped in July, never Nvidia";
        let name = |name: &str| Some(Counterpart::Name(name.to_owned()));
        let cases = [
            (
                ReasonKind::NameReplaced,
                "Qualcomm",
                name("Broadcom"),
                "The article names Broadcom, not “Qualcomm”.",
            ),
            (
                ReasonKind::NameReplaced,
                "Nvidia",
                name("Nvidia"),
                "You rule out “Nvidia”, whom the article names.",
            ),
            (
                ReasonKind::RolesSwapped,
                "Qualcomm",
                name("Acme"),
                "You have “Qualcomm” do it; in the article it is Acme.",
            ),
            (
                ReasonKind::DateDiffers,
                "in July",
                Date::parse("--06").map(Counterpart::Date),
                "You wrote “in July”; this article says June.",
            ),
            (ReasonKind::Negation, "never", None, "You deny it (“never”); the article reports it."),
        ];
        for (kind, yours, article, expected) in cases {
            assert_eq!(english(claim, Verdict::Dispute, &reason(kind, claim, yours, article)), expected);
        }
    }

    #[test]
    fn missing_words_leave_a_whole_sentence() {
        for kind in [
            ReasonKind::QuantityDiffers,
            ReasonKind::QuantityAgrees,
            ReasonKind::DateDiffers,
            ReasonKind::DateAgrees,
            ReasonKind::NameReplaced,
            ReasonKind::RolesSwapped,
            ReasonKind::Negation,
            ReasonKind::Antonym,
            ReasonKind::Certainty,
            ReasonKind::SaysTheSame,
        ] {
            for stance in [Verdict::Support, Verdict::Dispute] {
                let text = english("any", stance, &ReasonReport { kind, span: None, article: None });
                assert!(text.ends_with('.') && !text.contains(['“', '{']), "{kind:?}: {text}");
            }
        }
    }

    #[test]
    fn a_span_that_does_not_fit_is_left_out() {
        let reason = ReasonReport {
            kind: ReasonKind::Negation,
            span: Some(Span { start: 1, end: 99 }),
            article: None,
        };
        assert_eq!(english("è", Verdict::Dispute, &reason), "One denies what the other states.");
    }
}
