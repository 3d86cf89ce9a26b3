//! Stems: Snowball stems of folded words.

use pagefind_stem::{Algorithm, Stemmer};

use super::Language;

/// The stem of a folded word in a language. Words with digits are their own stem.
pub(crate) fn stem(word: &str, language: Language) -> String {
    if word.bytes().any(|b| b.is_ascii_digit()) {
        return word.to_owned();
    }
    let algorithm = match language {
        Language::English => Algorithm::English,
        Language::Italian => Algorithm::Italian,
    };
    // Italian superlatives mean their adjective, only more so: "facilissimo" is "facile".
    let superlative =
        ["issimo", "issima", "issimi", "issime"].iter().find_map(|ending| word.strip_suffix(ending));
    match superlative.filter(|root| language == Language::Italian && root.len() > 2) {
        Some(root) => Stemmer::create(algorithm).stem(&format!("{root}o")).into_owned(),
        None => Stemmer::create(algorithm).stem(word).into_owned(),
    }
}
