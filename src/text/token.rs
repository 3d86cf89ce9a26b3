//! Tokens: words, numbers and marks, each with its place in the original text.

use serde::{Deserialize, Serialize};

use super::fold::fold;

/// A half-open range of byte offsets into the text that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The smallest span that covers both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with digits where mixed ("910B", "h20").
    Word,
    /// Digits with their separators ("100,000", "10.5").
    Number,
    /// Any other visible character.
    Mark,
}

/// One token of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// Folded text.
    pub text: String,
    /// Kind of token.
    pub kind: TokenKind,
    /// Place in the original text.
    pub span: Span,
    /// Whether the original begins with an upper-case letter.
    pub capital: bool,
}

/// Splits a text into tokens.
///
/// Apostrophes split: English "'s" and "n't" become tokens of their own ("isn't" is "is", "n't"), Italian elisions lose
/// theirs ("l'ordine" is "l", "ordine"). A number keeps its separators; "100k" is a number and a word.
pub fn tokenise(text: &str) -> Vec<Token> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at].1;
        let from = at;
        if c.is_ascii_digit() {
            at = number_end(&chars, at);
            let letters = at;
            while at < chars.len() && chars[at].1.is_alphanumeric() {
                at += 1;
            }
            if at > letters && !is_scale(&chars[letters..at]) {
                push(&mut tokens, text, &chars, from, at, TokenKind::Word);
            } else {
                push(&mut tokens, text, &chars, from, letters, TokenKind::Number);
                if at > letters {
                    push(&mut tokens, text, &chars, letters, at, TokenKind::Word);
                }
            }
        } else if c.is_alphabetic() {
            at = word_end(&chars, at);
            push(&mut tokens, text, &chars, from, at, TokenKind::Word);
        } else {
            at += 1;
            if !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{feff}') {
                push(&mut tokens, text, &chars, from, at, TokenKind::Mark);
            }
        }
    }
    split_contractions(tokens)
}

/// Suffixes that scale the number they are glued to ("100k", "10mln"); also ordinals and "%".
fn is_scale(letters: &[(usize, char)]) -> bool {
    let word: String = letters.iter().map(|(_, c)| c.to_ascii_lowercase()).collect();
    matches!(
        word.as_str(),
        "k" | "m"
            | "mn"
            | "mln"
            | "mil"
            | "mila"
            | "bn"
            | "b"
            | "mld"
            | "million"
            | "milioni"
            | "billion"
            | "th"
            | "st"
            | "nd"
            | "rd"
    )
}

/// One past the last character of a number that starts at `at`: digits, and separators between digits.
fn number_end(chars: &[(usize, char)], mut at: usize) -> usize {
    let digit = |i: usize| chars.get(i).is_some_and(|(_, c)| c.is_ascii_digit());
    while digit(at) {
        at += 1;
        let separated = chars.get(at).is_some_and(|(_, c)| matches!(c, '.' | ',' | '\''));
        let thin_space = chars.get(at).is_some_and(|(_, c)| matches!(c, ' ' | '\u{a0}' | '\u{202f}'))
            && digit(at + 1)
            && digit(at + 2)
            && digit(at + 3)
            && !digit(at + 4);
        if (separated && digit(at + 1)) || thin_space {
            at += 1;
        }
    }
    at
}

/// One past the last character of a word: letters, digits, and single dots of abbreviations ("U.S.").
fn word_end(chars: &[(usize, char)], mut at: usize) -> usize {
    let from = at;
    while at < chars.len() {
        let c = chars[at].1;
        let letter = |i: usize| chars.get(i).is_some_and(|(_, c)| c.is_alphabetic());
        let abbreviation = c == '.' && at == from + 1 && letter(at + 1) && !letter(at + 2)
            || c == '.' && at > from + 1 && chars[at - 2].1 == '.';
        if c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}') || abbreviation {
            at += 1;
        } else {
            break;
        }
    }
    at
}

fn push(
    tokens: &mut Vec<Token>,
    text: &str,
    chars: &[(usize, char)],
    from: usize,
    to: usize,
    kind: TokenKind,
) {
    let end = chars.get(to).map_or(text.len(), |(offset, _)| *offset);
    let span = Span { start: chars[from].0, end };
    let mut folded = fold(&text[span.start..span.end]);
    // Folded, these would be other words: "è" (is) is not "e" (and), "né" (nor) is not "ne" (of it).
    match &text[span.start..span.end] {
        "è" | "È" => folded = "è".into(),
        "né" | "Né" => folded = "né".into(),
        _ => {}
    }
    if kind == TokenKind::Word && folded.contains('.') {
        folded.retain(|c| c != '.');
    }
    tokens.push(Token { text: folded, kind, span, capital: chars[from].1.is_uppercase() });
}

/// Handles apostrophes: drops the mark of elisions and possessives and makes "n't" a token.
fn split_contractions(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let glued = |next: Option<&Token>| next.is_some_and(|n| n.span.start == token.span.end);
        let after_word =
            out.last().is_some_and(|last| last.kind == TokenKind::Word && last.span.end == token.span.start);
        if token.text == "'" && after_word && glued(tokens.peek()) {
            if tokens.peek().is_some_and(|n| n.text == "t")
                && let Some(t) = tokens.next()
            {
                contract(&mut out, token.span.join(t.span));
            } else if tokens.peek().is_some_and(|n| n.text == "s") {
                tokens.next();
            }
        } else if token.text == "'" && out.last().is_some_and(|last| last.text == "e") && after_word {
            if let Some(last) = out.last_mut() {
                last.text = "è".into();
            }
        } else if token.text == "'" && after_word {
            // A trailing apostrophe ("the chips' price", "e' vero") says nothing.
        } else {
            out.push(token);
        }
    }
    out
}

/// Turns the last token and a following "'t" into the verb and "n't".
fn contract(out: &mut Vec<Token>, tail: Span) {
    let Some(verb) = out.last_mut() else { return };
    let whole = verb.span.join(tail);
    match verb.text.as_str() {
        "can" => {}
        "won" => verb.text = "will".into(),
        "shan" => verb.text = "shall".into(),
        "ain" => verb.text = "is".into(),
        // The contraction by itself, as the lists of function words have it.
        "n" => {
            out.pop();
        }
        text if text.ends_with('n') && text.len() > 2 => {
            verb.text.pop();
        }
        _ => {}
    }
    out.push(Token { text: "n't".into(), kind: TokenKind::Word, span: whole, capital: false });
}

#[cfg(test)]
mod tests {
    use super::tokenise;

    #[test]
    fn tokens_of_both_languages() {
        let cases = [
            ("ByteDance isn't buying", "bytedance|is|n't|buying"),
            ("It can't, won’t", "it|can|n't|,|will|n't"),
            ("L'azienda l’ha detto", "l|azienda|l|ha|detto"),
            ("100,000 chips, 100k and 10mln", "100,000|chips|,|100|k|and|10|mln"),
            ("the U.S. law; D.C., U.S.' rules", "the|us|law|;|dc|,|us|rules"),
            // "b" scales a number (billion), so a product number ending in it is two tokens, in its names as well.
            ("910B H20 19th 2gether", "910|b|h20|19|th|2gether"),
            ("TikTok's owner", "tiktok|owner"),
            ("100 000 chips in 2024", "100 000|chips|in|2024"),
            ("didn't doesnt", "did|n't|doesnt"),
            ("n't", "n't"),
        ];
        for (text, expected) in cases {
            let joined: Vec<_> = tokenise(text).into_iter().map(|t| t.text).collect();
            assert_eq!(joined.join("|"), expected, "{text}");
        }
    }
}
