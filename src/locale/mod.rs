//! Every text a reader sees, in every language of the interface, and how figures, dates and reasons read in it.
//!
//! Pure values to text: the widget and the terminal program share it. One module a language holds its texts as data;
//! that every text exists in every language is checked by the compiler, that its placeholders are the same by a test.
//! Deliberately absent: the DOM, anything that decides a verdict, and words about a particular story.

mod calendar;
mod english;
mod explain;
mod figure;
mod italian;
mod nearby;
mod plural;
mod sentence;
mod summary;
mod text;

#[cfg(target_arch = "wasm32")]
pub(crate) use nearby::nearby;
pub use sentence::{Piece, Sentence};
pub use summary::Tally;
#[cfg(target_arch = "wasm32")]
pub(crate) use summary::covers_part;
pub use text::{Counted, Text};

use crate::engine::{Confidence, Relation, Verdict};
use crate::text::Language;

/// How a language writes figures and dates.
struct Conventions {
    /// Months, January first.
    months: [&'static str; 12],
    /// Numbers from nought to ten, as they stand before "articles".
    numerals: [&'static str; 11],
    /// Around what is quoted.
    quotes: [&'static str; 2],
    /// Between groups of three digits.
    thousands: char,
    /// Between whole and fraction.
    decimal: char,
    /// One million, several millions.
    million: [&'static str; 2],
    /// One thousand million, several.
    billion: [&'static str; 2],
    /// What follows the number of the first day of a month.
    first_day: &'static str,
}

/// The texts and conventions of one language of the interface.
///
/// ```
/// use claim_check::{Counted, Language, Locale, Text};
/// let italian = Locale::new(Language::Italian);
/// assert_eq!(italian.text(Text::Clear), "Cancella");
/// assert_eq!(italian.counted(Counted::NextDispute, 1), "uno lo contesta");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale {
    language: Language,
}

impl Locale {
    /// The locale of a language.
    pub fn new(language: Language) -> Locale {
        Locale { language }
    }

    /// The language of this locale.
    pub fn language(self) -> Language {
        self.language
    }

    /// Its tag in HTML and JavaScript: `en`, `it`.
    pub fn tag(self) -> &'static str {
        match self.language {
            Language::English => "en",
            Language::Italian => "it",
        }
    }

    /// The locale with a tag; regions are ignored (`it-CH` is Italian). `None` for a language that has no texts.
    pub fn from_tag(tag: &str) -> Option<Locale> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        [Language::English, Language::Italian]
            .into_iter()
            .map(Locale::new)
            .find(|locale| primary.eq_ignore_ascii_case(locale.tag()))
    }

    /// A fixed text, with its placeholders still in it.
    pub fn text(self, text: Text) -> &'static str {
        match self.language {
            Language::English => english::text(text),
            Language::Italian => italian::text(text),
        }
    }

    /// A text with its placeholders filled: `("name", "value")` for `{name}`.
    pub fn filled(self, text: Text, values: &[(&str, &str)]) -> String {
        sentence::fill(self.text(text), values)
    }

    /// A text about `count` things in the form that the number wants; `{count}` is the number, in words up to ten.
    pub fn counted(self, text: Counted, count: usize) -> String {
        sentence::fill(self.form(text, count), &[("count", &self.numeral(count))])
    }

    /// The same with the number in digits, for where it stands among other figures.
    pub fn numbered(self, text: Counted, count: usize) -> String {
        sentence::fill(self.form(text, count), &[("count", &self.digits(count))])
    }

    /// The badge of a verdict.
    pub fn verdict(self, verdict: Verdict) -> &'static str {
        self.text(match verdict {
            Verdict::Support => Text::Supports,
            Verdict::Dispute => Text::Disputes,
            Verdict::Both => Text::BothSides,
            Verdict::Omit => Text::Omits,
        })
    }

    /// How sure a verdict is.
    pub fn confidence(self, confidence: Confidence) -> &'static str {
        self.text(match confidence {
            Confidence::Firm => Text::Firm,
            Confidence::Possible => Text::Possible,
        })
    }

    /// How the reader's claim stands to the closest statement of the story.
    pub fn relation(self, relation: Relation) -> &'static str {
        self.text(match relation {
            Relation::Same => Text::RelationSame,
            Relation::Denied => Text::RelationDenied,
            Relation::Altered => Text::RelationAltered,
            Relation::Unsettled => Text::RelationUnsettled,
        })
    }

    /// The direction in which its texts run, as HTML has it: `ltr`, `rtl`.
    pub fn direction(self) -> &'static str {
        match self.language {
            Language::English | Language::Italian => "ltr",
        }
    }

    /// A text in the quotation marks of the language.
    pub fn quoted(self, text: &str) -> String {
        let [open, close] = self.conventions().quotes;
        [open, text, close].concat()
    }

    /// A number in digits, grouped.
    pub fn digits(self, number: usize) -> String {
        figure::whole(number as u64, self.conventions())
    }

    /// A number in words up to ten, in digits above.
    fn numeral(self, number: usize) -> String {
        match self.conventions().numerals.get(number) {
            Some(word) => (*word).to_owned(),
            None => figure::whole(number as u64, self.conventions()),
        }
    }

    /// The form of a text that a number wants.
    fn form(self, text: Counted, count: usize) -> &'static str {
        let [one, several] = self.forms(text);
        if plural::is_one(self.tag(), count) { one } else { several }
    }

    fn forms(self, text: Counted) -> [&'static str; 2] {
        match self.language {
            Language::English => english::counted(text),
            Language::Italian => italian::counted(text),
        }
    }

    fn conventions(self) -> &'static Conventions {
        match self.language {
            Language::English => &english::CONVENTIONS,
            Language::Italian => &italian::CONVENTIONS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn tags_name_their_locale() {
        assert_eq!(Locale::from_tag("it-CH").map(Locale::tag), Some("it"));
        assert_eq!(Locale::from_tag("EN").map(Locale::tag), Some("en"));
        assert_eq!(Locale::from_tag("de"), None);
        assert_eq!(Locale::from_tag(""), None);
    }
}
