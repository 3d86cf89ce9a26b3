//! Sentences with marked words: what a template gives when its placeholders are filled.

use std::fmt;

/// A stretch of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Our words.
    Plain(String),
    /// The reader's own words that decide.
    Yours(String),
    /// What the article has in their place.
    Theirs(String),
}

impl Piece {
    /// Its text, without its part.
    pub fn text(&self) -> &str {
        match self {
            Piece::Plain(text) | Piece::Yours(text) | Piece::Theirs(text) => text,
        }
    }
}

/// A sentence whose deciding words are told apart, so that a page can mark them. Its `Display` is the plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence(pub Vec<Piece>);

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| f.write_str(piece.text()))
    }
}

/// Walks through a template: `found` gets every literal stretch and every placeholder's name.
fn walk<'a>(template: &'a str, mut found: impl FnMut(Result<&'a str, &'a str>)) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, tail)) = after.split_once('}') else { break };
        found(Ok(before));
        found(Err(name));
        rest = tail;
    }
    found(Ok(rest));
}

/// Fills the placeholders of a template. One without a value stays as it is.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    walk(template, |piece| match piece {
        Ok(text) => filled.push_str(text),
        Err(name) => match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => filled.push_str(value),
            None => filled.extend(["{", name, "}"]),
        },
    });
    filled
}

/// A sentence from a template that may have the placeholders `{yours}` and `{theirs}`.
pub(super) fn compose(template: &str, yours: &str, theirs: &str) -> Sentence {
    let mut pieces = Vec::new();
    walk(template, |piece| match piece {
        Ok("") => {}
        Ok(text) => pieces.push(Piece::Plain(text.to_owned())),
        Err("yours") => pieces.push(Piece::Yours(yours.to_owned())),
        Err(_) => pieces.push(Piece::Theirs(theirs.to_owned())),
    });
    Sentence(pieces)
}

/// The text with a capital first letter.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, capitalised, compose, fill};

    #[test]
    fn placeholders_are_filled_and_values_are_not_read_again() {
        assert_eq!(fill("{a} of {b}", &[("a", "{b}"), ("b", "5")]), "{b} of 5");
        assert_eq!(fill("no value: {c}", &[]), "no value: {c}");
        assert_eq!(fill("open {", &[]), "open {");
    }

    #[test]
    fn sentences_tell_whose_words_are_whose() {
        let sentence = compose("“{yours}”, not {theirs}", "A", "B");
        assert_eq!(sentence.to_string(), "“A”, not B");
        assert_eq!(sentence.0[1], Piece::Yours("A".to_owned()));
        assert_eq!(sentence.0[3], Piece::Theirs("B".to_owned()));
    }

    #[test]
    fn capitals_reach_any_letter() {
        assert_eq!(capitalised("è così"), "È così");
        assert_eq!(capitalised(""), "");
    }
}
