//! Paragraphs and sentences of an article, as evidence pointers count them.

use super::fold::fold;

/// Abbreviations after which a full stop does not end a sentence, besides single letters with stops ("U.S.").
const ABBREVIATIONS: [&str; 8] = ["mr.", "mrs.", "ms.", "dr.", "st.", "inc.", "corp.", "vs."];

/// Splits an article into paragraphs (lines that are not blank), each into its sentences, in order.
///
/// A sentence ends at `.`, `!` or `?`, with any closing quotes, followed by white space and an upper-case letter, a digit
/// or an opening quote, unless the word before is an abbreviation. Pointers count both from 1.
pub fn sentences(article: &str) -> Vec<Vec<&str>> {
    article.lines().map(str::trim).filter(|line| !line.is_empty()).map(split_paragraph).collect()
}

fn split_paragraph(paragraph: &str) -> Vec<&str> {
    let chars: Vec<(usize, char)> = paragraph.char_indices().collect();
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < chars.len() {
        if !matches!(chars[at].1, '.' | '!' | '?') {
            at += 1;
            continue;
        }
        let stop = chars[at].0 + 1;
        at += 1;
        while at < chars.len() && matches!(chars[at].1, '.' | '!' | '?' | '”' | '"' | '\'' | '’' | ')') {
            at += 1;
        }
        let space = at;
        while at < chars.len() && chars[at].1.is_whitespace() {
            at += 1;
        }
        if at == space || at == chars.len() {
            continue;
        }
        let opening = usize::from(matches!(chars[at].1, '“' | '"' | '('));
        let starts = chars.get(at + opening).is_some_and(|(_, c)| c.is_uppercase() || c.is_ascii_digit());
        if starts && !ends_in_abbreviation(&paragraph[start..stop]) {
            sentences.push(paragraph[start..chars[at].0].trim());
            start = chars[at].0;
        }
    }
    sentences.push(paragraph[start..].trim());
    sentences
}

fn ends_in_abbreviation(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or("").trim_start_matches(['“', '"', '(']);
    let letters = word
        .split_terminator('.')
        .all(|piece| piece.chars().count() == 1 && piece.chars().all(char::is_alphabetic));
    (letters && word.ends_with('.')) || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

/// Hash of a sentence for evidence pointers: 64-bit FNV-1a over the folded text with white space collapsed.
///
/// It recognises a sentence, also in a browser without secure context; it is no protection against forgery.
pub fn sentence_hash(sentence: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for (i, word) in fold(sentence).split_whitespace().enumerate() {
        let gap: &[u8] = if i == 0 { b"" } else { b" " };
        for byte in gap.iter().chain(word.as_bytes()) {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::{sentence_hash, sentences};

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        let text = "He works in Washington, D.C., for the U.S. press. \"It is wrong. All of it.\" Yes!\n\n  Next one\n";
        let found = sentences(text);
        assert_eq!(
            found[0],
            ["He works in Washington, D.C., for the U.S. press.", "\"It is wrong.", "All of it.\"", "Yes!"]
        );
        assert_eq!(found[1], ["Next one"]);
    }

    #[test]
    fn hash_ignores_spacing_and_quotes_and_sees_words() {
        assert_eq!(sentence_hash("It’s  so"), sentence_hash(" it's so "));
        assert_ne!(sentence_hash("its so"), sentence_hash("it's so"));
        assert_ne!(sentence_hash("a b"), sentence_hash("ab"));
    }
}
