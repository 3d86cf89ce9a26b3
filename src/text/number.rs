//! Numbers as digits and words.

use super::grammar::Grammar;
use super::{Language, Token, TokenKind};

/// A number, or the range a vague word stands for, and how it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) share: bool,
}

/// Reads the number that starts at the first token; also how many tokens it takes.
pub(crate) fn number_at(tokens: &[Token], grammar: &Grammar, language: Language) -> Option<(Number, usize)> {
    let (number, taken) = vague_at(tokens, grammar).or_else(|| plain_at(tokens, grammar, language))?;
    let rest = &tokens[taken..];
    let longer = share_of(&number, rest, grammar, language).or_else(|| figures(&number, rest));
    Some(longer.map_or((number, taken), |(longer, more)| (longer, taken + more)))
}

/// "three in ten", "7 out of 10", "sette su dieci": the number before and the tokens after it.
fn share_of(part: &Number, rest: &[Token], grammar: &Grammar, language: Language) -> Option<(Number, usize)> {
    let word = |at: usize| rest.get(at).map_or("", |token| token.text.as_str());
    let joined = match (word(0), word(1), word(2)) {
        ("out", "of", "every") => 3,
        ("out", "of", _) | ("in", "every", _) => 2,
        ("in" | "su", ..) => 1,
        _ => return None,
    };
    let (whole, taken) = plain_at(&rest[joined..], grammar, language)?;
    // "Two in 2024" and "three in 40 countries" are no shares.
    let shared =
        [2.0, 3.0, 4.0, 5.0, 10.0, 100.0].contains(&whole.low) && 0.0 < part.low && part.low < whole.low;
    let share = part.low / whole.low;
    shared.then_some((Number { low: share, high: share, share: true }, joined + taken))
}

/// "six-figure", "sei cifre": how many digits a number has.
fn figures(digits: &Number, rest: &[Token]) -> Option<(Number, usize)> {
    let hyphen = usize::from(rest.first().is_some_and(|token| token.text == "-"));
    let counts = rest.get(hyphen).is_some_and(|token| {
        matches!(token.text.as_str(), "figure" | "figures" | "digit" | "digits" | "cifre")
    });
    let digits =
        (digits.low.fract() == 0.0 && (4.0..=12.0).contains(&digits.low)).then_some(digits.low as i32)?;
    let number = Number { low: 10_f64.powi(digits - 1), high: 10_f64.powi(digits), share: false };
    counts.then_some((number, hyphen + 1))
}

fn phrase<'a, V>(tokens: &[Token], table: impl Iterator<Item = (&'a String, V)>) -> Option<(V, usize)> {
    let mut best: Option<(V, usize)> = None;
    for (key, value) in table {
        let length = key.split(' ').count();
        let here =
            length <= tokens.len() && key.split(' ').zip(tokens).all(|(word, token)| word == token.text);
        if here && best.as_ref().is_none_or(|(_, l)| *l < length) {
            best = Some((value, length));
        }
    }
    best
}

fn vague_at(tokens: &[Token], grammar: &Grammar) -> Option<(Number, usize)> {
    if let Some((&(low, high), length)) = phrase(tokens, grammar.ranges.iter()) {
        return Some((Number { low: low as f64, high: high as f64, share: false }, length));
    }
    let (&value, length) = phrase(tokens, grammar.fractions.iter())?;
    // "third" alone may be an ordinal; "a third", "half" and "a third of" are shares.
    let of = tokens.get(length).is_some_and(|t| {
        matches!(t.text.as_str(), "of" | "di" | "dei" | "degli" | "delle" | "del" | "della")
    });
    let half = tokens[0].text == "half";
    (of || length > 1 || half).then_some((Number { low: value, high: value, share: true }, length))
}

fn plain_at(tokens: &[Token], grammar: &Grammar, language: Language) -> Option<(Number, usize)> {
    let mut total = 0.0;
    let mut current: Option<f64> = None;
    let mut at = 0;
    let mut words = 0;
    // "a million", "un milione"
    if matches!(tokens.first().map(|t| t.text.as_str()), Some("a" | "an" | "un" | "one" | "uno"))
        && tokens
            .get(1)
            .is_some_and(|t| grammar.scales.get(&t.text).is_some_and(|s| *s >= 100) && t.text.len() > 1)
    {
        current = Some(1.0);
        at = 1;
    }
    while let Some(token) = tokens.get(at) {
        let text = token.text.as_str();
        let joins = at > 0 && matches!(text, "-" | "and" | "e");
        let starts = |i: usize| tokens.get(i).is_some_and(|t| value_of(t, grammar, language).is_some());
        if token.kind == TokenKind::Number && current.is_none() {
            current = Some(digits(text)?);
        } else if let Some(scale) = scale_of(token, grammar).filter(|_| current.is_some()) {
            let value = current.take().unwrap_or(1.0);
            if scale == 100.0 {
                current = Some(value * 100.0);
            } else {
                total += value * scale;
            }
        } else if let Some(value) =
            value_of(token, grammar, language).filter(|_| token.kind == TokenKind::Word)
        {
            let sum = current.unwrap_or(0.0);
            if sum > 0.0 && value >= 100.0 {
                break;
            }
            current = Some(sum + value);
        } else if joins && current.is_some_and(|c| c >= 20.0) && starts(at + 1) && words > 0 {
            at += 1;
            continue;
        } else {
            break;
        }
        words += usize::from(token.kind == TokenKind::Word);
        at += 1;
    }
    let value = total + current.unwrap_or(0.0);
    let counted = at > 0 && (current.is_some() || total > 0.0);
    counted.then_some((Number { low: value, high: value, share: false }, at))
}

fn scale_of(token: &Token, grammar: &Grammar) -> Option<f64> {
    grammar.scales.get(&token.text).map(|s| *s as f64)
}

fn value_of(token: &Token, grammar: &Grammar, language: Language) -> Option<f64> {
    if token.text == "one" || token.text == "uno" {
        return None;
    }
    if let Some(value) = grammar.numbers.get(&token.text) {
        return Some(f64::from(*value));
    }
    if language == Language::Italian && token.text.len() > 5 {
        return italian_compound(&token.text, grammar);
    }
    None
}

/// "duecentocinquantamila": pieces of number words written as one.
fn italian_compound(word: &str, grammar: &Grammar) -> Option<f64> {
    let mut rest = word;
    let (mut total, mut current) = (0.0_f64, 0.0_f64);
    while !rest.is_empty() {
        if let Some(tail) = rest.strip_prefix("cento") {
            current = current.max(1.0) * 100.0;
            rest = tail;
        } else if let Some(tail) = rest.strip_prefix("mila").or_else(|| rest.strip_prefix("mille")) {
            total += current.max(1.0) * 1000.0;
            current = 0.0;
            rest = tail;
        } else {
            let (value, tail) = grammar
                .numbers
                .iter()
                .filter_map(|(key, value)| {
                    let elided = &key[..key.len() - 1];
                    let tail = rest.strip_prefix(key.as_str()).or_else(|| {
                        rest.strip_prefix(elided).filter(|t| t.starts_with("uno") || t.starts_with("otto"))
                    })?;
                    Some((*value, tail))
                })
                .min_by_key(|(_, tail)| tail.len())
                .or_else(|| rest.strip_prefix("uno").map(|tail| (1, tail)))?;
            current += f64::from(value);
            rest = tail;
        }
    }
    Some(total + current)
}

/// "100,000", "100.000", "10.5", "10,5": a separator before exactly three digits groups thousands.
fn digits(text: &str) -> Option<f64> {
    let pieces: Vec<&str> = text.split([',', '.', '\'', ' ', '\u{a0}', '\u{202f}']).collect();
    let grouped = pieces.len() > 1
        && pieces[1..].iter().all(|p| p.len() == 3)
        && pieces[0].len() <= 3
        && pieces[0] != "0";
    let plain = if pieces.len() == 1 || grouped {
        pieces.concat()
    } else {
        let (last, whole) = pieces.split_last()?;
        format!("{}.{last}", whole.concat())
    };
    plain.parse().ok()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Language, number_at};
    use crate::text::{Grammar, tokenise};

    pub(crate) fn grammars() -> (Grammar, Grammar) {
        #[derive(serde::Deserialize)]
        struct Both {
            en: Grammar,
            it: Grammar,
        }
        let both: Both = toml::from_str(include_str!("lexicon/grammar.toml")).unwrap();
        (both.en, both.it)
    }

    #[test]
    fn numbers_of_both_languages() {
        let (en, it) = grammars();
        let cases = [
            ("100,000 chips", 100_000.0, 1),
            ("100k chips", 100_000.0, 2),
            ("a hundred thousand chips", 100_000.0, 3),
            ("one hundred and fifty thousand", 150_000.0, 5),
            ("twenty-five percent", 25.0, 3),
            ("10.5 million", 10_500_000.0, 2),
            ("ten million users", 10_000_000.0, 2),
            ("a third of", 0.33333, 2),
            ("half of the", 0.5, 1),
            ("three in ten", 0.3, 3),
            ("7 out of every 10 chips", 0.7, 5),
            ("two in 2024", 2.0, 1),
            ("six-figure sum", 100_000.0, 3),
            ("eight figures", 10_000_000.0, 2),
        ];
        for (text, value, length) in cases {
            let (number, taken) = number_at(&tokenise(text), &en, Language::English).unwrap();
            assert_eq!((number.low, taken), (value, length), "{text}");
        }
        let cases = [
            ("100.000 chip", 100_000.0, 1),
            ("centomila chip", 100_000.0, 1),
            ("duecentocinquantamila", 250_000.0, 1),
            ("ventotto", 28.0, 1),
            ("30 mila chip", 30_000.0, 2),
            ("10 milioni di utenti", 10_000_000.0, 2),
            ("un milione di chip", 1_000_000.0, 2),
            ("dieci milioni", 10_000_000.0, 2),
            ("un terzo dei chip", 0.33333, 2),
            ("cento milioni di utenti", 100_000_000.0, 2),
            ("mille chip", 1000.0, 1),
            ("sette su dieci", 0.7, 3),
            ("sei cifre", 100_000.0, 2),
        ];
        for (text, value, length) in cases {
            let (number, taken) = number_at(&tokenise(text), &it, Language::Italian).unwrap();
            assert_eq!((number.low, taken), (value, length), "{text}");
        }
        assert!(number_at(&tokenise("one of its apps"), &en, Language::English).is_none());
        assert!(number_at(&tokenise("third party"), &en, Language::English).is_none());
    }
}
