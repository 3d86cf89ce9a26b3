//! The reader: text to items, items to a reading.

use std::collections::BTreeMap;

use super::grammar::Function;
use super::names::NameTable;
use super::reading::{Item, Reading, Traits};
use super::signal::{self, Flag, Signal};
use super::speller::{closest, slips_in_name, slips_in_word, unabridged};
use super::statement::Term;
use super::stem::stem;
use super::{Language, Lexicon, Span, Token, TokenKind, fold, parts, tokenise};

/// A claim is a sentence or two; of a longer text only this many tokens are read, so that the time stays bounded.
const MOST_TOKENS: usize = 160;

/// Reads texts against a lexicon, a table of names and a vocabulary of further words.
#[derive(Clone, Debug)]
pub struct Reader {
    lexicon: Lexicon,
    names: NameTable,
    /// Words beyond the lexicon, by stem; their term is the number of senses plus their index.
    words: BTreeMap<String, u16>,
    /// The same words in the order of their terms.
    spelled: Vec<String>,
    functions: [BTreeMap<String, Vec<Function>>; 2],
}

impl Reader {
    /// A reader that knows the lexicon, the names of the lexicon and of a story, and a story's own words (stems).
    pub fn new(lexicon: Lexicon, story_names: &[super::Name], words: &[String]) -> Reader {
        let names = NameTable::new(&lexicon.names, story_names);
        let functions = [Language::English, Language::Italian].map(|language| {
            let mut map: BTreeMap<String, Vec<Function>> = BTreeMap::new();
            for (function, phrases) in &lexicon.grammar(language).functions {
                for phrase in phrases {
                    map.entry(super::Name::form(phrase)).or_default().push(*function);
                }
            }
            map
        });
        let mut reader = Reader { lexicon, names, words: BTreeMap::new(), spelled: Vec::new(), functions };
        for word in words {
            reader.add_word(word);
        }
        reader
    }

    /// The lexicon.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The names.
    pub fn names(&self) -> &NameTable {
        &self.names
    }

    /// Words beyond the lexicon, in the order of their terms.
    pub fn words(&self) -> Vec<String> {
        self.spelled.clone()
    }

    /// One past the highest term.
    pub fn terms(&self) -> usize {
        self.lexicon.senses.len() + self.words.len()
    }

    /// Reads a text; words that nobody listed become [`Term::UNKNOWN`].
    pub fn read(&self, text: &str) -> Reading {
        let (reading, _) = self.scan(text);
        reading
    }

    /// Reads a text and adds its unknown words to the vocabulary first.
    pub fn learn(&mut self, text: &str) -> Reading {
        let (_, unknown) = self.scan(text);
        for word in unknown {
            self.add_word(&word);
        }
        self.read(text)
    }

    fn add_word(&mut self, word: &str) {
        let term = self.terms();
        if term < usize::from(u16::MAX) && !self.words.contains_key(word) {
            self.words.insert(word.to_owned(), term as u16);
            self.spelled.push(word.to_owned());
        }
    }

    fn scan(&self, text: &str) -> (Reading, Vec<String>) {
        let mut tokens = tokenise(text);
        let truncated = tokens.len() > MOST_TOKENS;
        tokens.truncate(MOST_TOKENS);
        let language = Language::of(&tokens);
        self.respell(&mut tokens, language);
        parts::drop_question_forms(&mut tokens);
        let (mut items, mut unknown) = self.items(&tokens, language, false);
        let says_something =
            |(item, _): &(Item, Span)| matches!(item, Item::Term { .. } | Item::Quantity(_) | Item::Date(..));
        if !items.iter().any(says_something) {
            // Nothing but names: the claim may lie in a description ("TikTok's parent is Huawei").
            (items, unknown) = self.items(&tokens, language, true);
        }
        parts::drop_set_aside(&mut items);
        let mut items = parts::move_asides(
            items,
            |item| matches!(item, Item::Term { term, .. } if self.lexicon.is_action(term.0)),
        );
        parts::attach_units(&mut items);
        let joints = parts::joints(&items);
        let traits = items
            .iter()
            .map(|(item, _)| match item {
                Item::Term { term, .. } => Traits {
                    negates: self.lexicon.negates(term.0),
                    universal: self.lexicon.is_universal(term.0),
                    reversed: self.lexicon.is_reversed(term.0),
                    action: self.lexicon.is_action(term.0),
                    speech: self.lexicon.is_speech(term.0),
                },
                _ => Traits::default(),
            })
            .collect();
        let signals = items
            .iter()
            .enumerate()
            .map(|(at, (item, span))| {
                let written = text.get(span.start..span.end).unwrap_or_default();
                let mut signals = self.signals_of(item, written, language);
                if joints.contains(&at) {
                    signals.push(signal::flag(Flag::Joint));
                }
                signals
            })
            .collect();
        (Reading { language, truncated, items, joints, traits, signals }, unknown)
    }

    fn signals_of(&self, item: &Item, written: &str, language: Language) -> Vec<Signal> {
        let stems = || -> String {
            let tokens = tokenise(written);
            tokens.iter().map(|token| stem(&token.text, language)).collect::<Vec<_>>().join(" ")
        };
        match item {
            Item::Term { term, name_like } => {
                let at = usize::from(term.0);
                let mut signals: Vec<Signal> = match self.lexicon.senses.get(at) {
                    Some(concepts) => {
                        let known =
                            concepts.iter().filter_map(|c| self.lexicon.concepts.get(usize::from(*c)));
                        known.map(|c| signal::concept(c.key)).chain([signal::word(&stems())]).collect()
                    }
                    // As the list has it, not as it was misspelt.
                    None => match self.spelled.get(at - self.lexicon.senses.len()) {
                        Some(word) => vec![signal::word(word)],
                        None => vec![signal::flag(Flag::Unknown), signal::word(&stems())],
                    },
                };
                signals.extend(name_like.then(|| signal::flag(Flag::NameLike)));
                signals
            }
            Item::Name(id) => {
                let own = self.names.name(*id).map(|name| signal::name(name).to_vec());
                own.into_iter().flatten().chain(self.description_signals(written, language)).collect()
            }
            Item::Quantity(quantity) => signal::quantity(quantity).to_vec(),
            Item::Date(date, side) => signal::date(date, *side).to_vec(),
            Item::Function(function) => vec![signal::function(*function), signal::word(&fold(written))],
            Item::Mark(mark) => vec![signal::mark(*mark)],
        }
    }

    /// What a name says beyond whom it means when it is a description ("TikTok's owner"): who reads that TikTok's owner is
    /// ByteDance must tell it from ByteDance being ByteDance.
    fn description_signals(&self, written: &str, language: Language) -> Vec<Signal> {
        let tokens = tokenise(written);
        if !self.describes(&tokens, language) {
            return Vec::new();
        }
        let (items, _) = self.items(&tokens, language, true);
        let of_words = items.iter().flat_map(|(item, span)| {
            let word = written.get(span.start..span.end).unwrap_or_default();
            self.signals_of(item, word, language)
        });
        std::iter::once(signal::flag(Flag::Described)).chain(of_words).collect()
    }

    /// Reads all items; `apart` takes descriptions ("TikTok's owner") apart instead of reading them as names.
    fn items(&self, tokens: &[Token], language: Language, apart: bool) -> (Vec<(Item, Span)>, Vec<String>) {
        let mut unknown = Vec::new();
        let mut items = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            at += self.item_at(tokens, at, language, apart, &mut items, &mut unknown);
        }
        (items, unknown)
    }

    /// Whether a name of several words is a description: it has a word of the lexicon in it.
    fn describes(&self, tokens: &[Token], language: Language) -> bool {
        tokens.len() > 1
            && tokens.iter().any(|token| self.form_at(std::slice::from_ref(token), language).is_some())
    }

    /// Replaces hurried spellings of frequent words.
    fn respell(&self, tokens: &mut [Token], language: Language) {
        let spellings = &self.lexicon.grammar(language).spellings;
        for token in tokens {
            if let Some(proper) = spellings.get(&token.text).filter(|_| !token.capital) {
                token.text.clone_from(proper);
            }
        }
    }

    /// Reads the item at a token; returns how many tokens it takes.
    fn item_at(
        &self,
        tokens: &[Token],
        at: usize,
        language: Language,
        apart: bool,
        items: &mut Vec<(Item, Span)>,
        unknown: &mut Vec<String>,
    ) -> usize {
        let rest = &tokens[at..];
        let token = &rest[0];
        let span = |length: usize| token.span.join(rest[length.max(1) - 1].span);
        if token.kind == TokenKind::Mark {
            items.push((Item::Mark(token.text.chars().next().unwrap_or(' ')), token.span));
            return 1;
        }
        let name = self.names.longest_at(rest);
        let name = name.filter(|(_, length)| !(apart && self.describes(&rest[..*length], language)));
        let function = self.function_at(rest, language);
        let form = self.form_at(rest, language);
        let name_length = name.map_or(0, |(_, length)| length);
        let function_length = function.as_ref().map_or(0, |(_, length)| *length);
        let form_length = form.map_or(0, |(_, length)| length);
        let hurried = matches!(token.text.as_str(), "2" | "4") && language == Language::English && {
            // "wants 2 train": a figure never stands right before a bare verb.
            let next = self.form_at(&rest[1..], language);
            let plural = rest.get(1).is_some_and(|t| t.text.ends_with('s') || t.text == "new");
            next.is_some_and(|(term, _)| self.lexicon.is_action(term.0)) && !plural
        };
        if hurried {
            items.push((Item::Function(Function::To), token.span));
            return 1;
        }
        // "the two models" points at models already spoken of; it does not claim that they are two.
        let pointed = at > 0
            && matches!(
                tokens[at - 1].text.as_str(),
                "the" | "i" | "gli" | "le" | "these" | "those" | "questi" | "queste" | "its" | "their"
            )
            && matches!(token.text.as_str(), "2" | "3" | "two" | "three" | "due" | "tre");
        if pointed {
            items.push((Item::Function(Function::Stop), token.span));
            return 1;
        }
        if name_length == 0
            && let Some((item, length)) =
                parts::value_at(rest, self.lexicon.grammar(language), language, |rest| {
                    self.function_at(rest, language)
                })
        {
            items.push((item, span(length)));
            return length;
        }
        if let Some((id, length)) =
            name.filter(|_| name_length >= function_length && name_length >= form_length)
        {
            items.push((Item::Name(id), span(length)));
            return length;
        }
        if let Some((functions, length)) = function.filter(|_| function_length >= form_length)
            && let Some(function) = functions.iter().find(|f| !parts::needs_value(**f))
        {
            items.push((Item::Function(*function), span(length)));
            return length;
        }
        if let Some((term, length)) = form {
            items.push((Item::Term { term, name_like: false }, span(length)));
            return length;
        }
        let sentence_start = at == 0 || tokens[at - 1].kind == TokenKind::Mark && tokens[at - 1].text != ",";
        self.unlisted(token, language, sentence_start, items, unknown);
        1
    }

    /// A word in no list: a story word, a misspelling, or unknown.
    fn unlisted(
        &self,
        token: &Token,
        language: Language,
        sentence_start: bool,
        items: &mut Vec<(Item, Span)>,
        unknown: &mut Vec<String>,
    ) {
        let letters = token.text.chars().count();
        let key = stem(&token.text, language);
        let item = if let Some(term) = self.words.get(&key) {
            Item::Term { term: Term(*term), name_like: token.capital && !sentence_start }
        } else if letters < 2 || token.kind == TokenKind::Number {
            return;
        } else if let Some(name) = closest(&token.text, self.names.words(), slips_in_name(letters)) {
            Item::Name(name)
        } else if let Some(term) =
            self.slip_of_word(&key, language).filter(|_| !token.capital || sentence_start)
        {
            Item::Term { term, name_like: false }
        } else {
            unknown.push(key);
            Item::Term { term: Term::UNKNOWN, name_like: token.capital && !sentence_start }
        };
        items.push((item, token.span));
    }

    fn slip_of_word(&self, key: &str, language: Language) -> Option<Term> {
        let most = slips_in_word(key.len());
        let forms = self.lexicon.forms(language).iter().filter(|(form, _)| !form.contains(' '));
        let known =
            || forms.clone().chain(self.words.iter()).map(|(form, term)| (form.as_str(), Term(*term)));
        let slip = if most > 0 { closest(key, known(), most) } else { None };
        slip.or_else(|| unabridged(key, known()))
    }

    fn function_at(&self, tokens: &[Token], language: Language) -> Option<(&[Function], usize)> {
        let table = &self.functions[language as usize];
        (1..=tokens.len().min(5)).rev().find_map(|length| {
            let words: Vec<&str> = tokens[..length].iter().map(|t| t.text.as_str()).collect();
            table.get(&words.join(" ")).map(|functions| (functions.as_slice(), length))
        })
    }

    fn form_at(&self, tokens: &[Token], language: Language) -> Option<(Term, usize)> {
        let most = tokens.iter().take(4).take_while(|t| t.kind != TokenKind::Mark || t.text == "-").count();
        let other = match language {
            Language::English => Language::Italian,
            Language::Italian => Language::English,
        };
        (1..=most).rev().find_map(|length| {
            let stems: Vec<String> = tokens[..length].iter().map(|t| stem(&t.text, language)).collect();
            let own = self.lexicon.forms(language).get(&stems.join(" "));
            // Loan words: an Italian reader types "chip" and "report", an English one "Il Sole".
            let sense = own.or_else(|| {
                let loan = length == 1 && tokens[0].text.len() > 3;
                loan.then(|| self.lexicon.forms(other).get(&stem(&tokens[0].text, other))).flatten()
            })?;
            Some((Term(*sense), length))
        })
    }
}
