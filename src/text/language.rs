//! Which of the supported languages a text is written in.

use serde::{Deserialize, Serialize};

use super::Token;

/// A language the engine reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English, `en`.
    #[serde(rename = "en")]
    English,
    /// Italian, `it`.
    #[serde(rename = "it")]
    Italian,
}

/// Frequent words that the other language lacks. Words that both have ("a", "in", "come", "i") are left out.
const ENGLISH: [&str; 40] = [
    "the", "of", "and", "is", "are", "was", "were", "has", "have", "had", "did", "does", "do", "that", "to",
    "for", "with", "by", "from", "not", "n't", "its", "it", "on", "at", "an", "will", "than", "more", "been",
    "be", "new", "they", "says", "about", "only", "which", "who", "would", "this",
];
const ITALIAN: [&str; 48] = [
    "il", "lo", "la", "gli", "le", "di", "del", "della", "dei", "delle", "degli", "un", "una", "che", "non",
    "nn", "per", "con", "da", "dal", "dalla", "ha", "hanno", "si", "sono", "su", "sul", "al", "alla", "ai",
    "nel", "nella", "e", "anche", "piu", "suo", "sua", "ma", "dall", "dell", "all", "l", "ke", "stato",
    "chi", "ci", "era", "gia",
];

impl Language {
    /// The language most of whose frequent words occur; English when nothing tells.
    pub fn of(tokens: &[Token]) -> Language {
        let count = |words: &[&str]| tokens.iter().filter(|t| words.contains(&t.text.as_str())).count() * 4;
        // Word endings tell when a fragment has no function word: Italian words nearly always end in a vowel.
        let vowels = tokens
            .iter()
            .filter(|t| t.text.len() > 3 && !t.capital && t.text.ends_with(['a', 'e', 'i', 'o']))
            .filter(|t| !t.text.ends_with('e'))
            .count();
        let italian = count(&ITALIAN) + vowels;
        if italian > count(&ENGLISH) + 1 { Language::Italian } else { Language::English }
    }
}
