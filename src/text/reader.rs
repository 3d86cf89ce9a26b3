//! The reader: text to items, items to statements.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::date::{Date, DateUse, Side};
use super::grammar::Function;
use super::names::{Mention, NameTable};
use super::quantity::Quantity;
use super::signal::{self, Flag, Signal};
use super::speller::{closest, slips_in_name, slips_in_word, unabridged};
use super::stem::stem;
use super::{Language, Lexicon, NameId, Span, Token, TokenKind, fold, parts, tokenise};

/// A unit of meaning: a sense of the lexicon, or a word of the vocabulary that the lexicon lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Term(pub u16);

impl Term {
    /// A word that neither the lexicon nor the vocabulary has.
    pub const UNKNOWN: Term = Term(u16::MAX);
}

/// A term where it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermUse {
    /// The term.
    pub term: Term,
    /// Whether it looks like a name that nobody listed; only asked of a reader's claim, so not packed.
    #[serde(skip)]
    pub name_like: bool,
    /// Where it stands.
    #[serde(skip)]
    pub span: Span,
}

/// How sure a statement claims to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Certainty {
    /// Says nothing of it.
    #[default]
    Plain,
    /// "reportedly", "may"
    Hedged,
    /// "confirmed", "beyond doubt"
    Certain,
}

/// What a stretch of text states.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Content terms in order, names excluded.
    pub terms: Vec<TermUse>,
    /// Names in order.
    pub names: Vec<Mention>,
    /// Quantities in order.
    pub quantities: Vec<Quantity>,
    /// Dates in order.
    pub dates: Vec<DateUse>,
    /// Number of negations, those in the meaning of a word ("deny") included.
    pub negations: u8,
    /// Certainty.
    pub certainty: Certainty,
    /// Whether it adds to something that holds already ("also").
    pub additive: bool,
    /// Whether it speaks of all there are ("every chip").
    pub universal: bool,
    /// Whether it names its source ("according to").
    pub attributed: bool,
    /// What is done or said to be so: the first action after the subject.
    pub predicate: Option<Term>,
    /// Who is said to say it, when a verb of saying has a named subject.
    pub speaker: Option<NameId>,
    /// Where it denies, if it does.
    #[serde(skip)]
    pub denial: Option<Span>,
    /// Whether it has a verb of saying at all.
    pub speech: bool,
    /// Where it stands.
    #[serde(skip)]
    pub span: Span,
}

impl Statement {
    /// Whether it says anything beyond names: a bare name does not.
    pub fn states_something(&self) -> bool {
        !self.terms.is_empty() || !self.quantities.is_empty() || !self.dates.is_empty()
    }
}

/// One item of a text, in order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Item {
    Term { term: Term, name_like: bool },
    Name(NameId),
    Quantity(Quantity),
    Date(Date, Side),
    Function(Function),
    Mark(char),
}

/// A text as read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its language.
    pub language: Language,
    /// Whether only the beginning was read.
    pub truncated: bool,
    pub(crate) items: Vec<(Item, Span)>,
    /// Places in `items` where a part may end and another begin.
    pub(crate) joints: Vec<usize>,
    traits: Vec<Traits>,
    /// What a learned model sees of each item.
    signals: Vec<Vec<Signal>>,
}

/// What the lexicon says of the term of an item.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Traits {
    pub(crate) negates: bool,
    pub(crate) universal: bool,
    pub(crate) action: bool,
    pub(crate) speech: bool,
}

impl Reading {
    /// What the whole text states.
    pub fn whole(&self) -> Statement {
        self.stretch(0, self.joints.len() + 1)
    }

    /// Number of stretches between joints; a compound claim has more than one.
    pub fn stretches(&self) -> usize {
        self.joints.len() + 1
    }

    /// The items of stretches `from` (included) to `to` (excluded).
    fn items_of(&self, from: usize, to: usize) -> (usize, usize) {
        let start = if from == 0 { 0 } else { self.joints[from - 1] };
        let end = self
            .joints
            .get(to.wrapping_sub(1))
            .copied()
            .filter(|_| to <= self.joints.len())
            .unwrap_or(self.items.len());
        (start, end)
    }

    /// What a learned model sees of stretches `from` (included) to `to` (excluded): first what holds of the whole, then the
    /// subject where the stretch takes it over from another, then its items. `statement` is what the stretches state.
    pub fn signals(
        &self,
        from: usize,
        to: usize,
        statement: &Statement,
        reader: &Reader,
    ) -> Vec<Vec<Signal>> {
        let (start, end) = self.items_of(from, to);
        let inherited = statement.names.iter().filter(|mention| mention.inherited);
        let subject = inherited.filter_map(|mention| reader.names.name(mention.name)).map(|name| {
            let mut signals = signal::name(name).to_vec();
            signals.push(signal::flag(Flag::Inherited));
            signals
        });
        let own = self.signals[start..end].iter().zip(&self.items[start..end]).map(|(signals, (_, span))| {
            let mut signals = signals.clone();
            if let Some(mention) = statement.names.iter().find(|m| !m.inherited && m.span == *span) {
                signals.push(signal::role(mention.role, mention.rejected));
                signals.extend(reader.names.name(mention.name).map(|name| signal::part(name, mention.role)));
            }
            signals
        });
        let whole = vec![
            signal::polarity(statement.negations % 2 == 1),
            signal::certainty(statement.certainty),
            signal::manner(statement.universal, statement.attributed, statement.speech),
        ];
        std::iter::once(whole).chain(subject).chain(own).collect()
    }

    /// What a learned model sees of the whole text.
    pub fn all_signals(&self, reader: &Reader) -> Vec<Vec<Signal>> {
        self.signals(0, self.stretches(), &self.whole(), reader)
    }

    /// What stretches `from` (included) to `to` (excluded) state together.
    pub fn stretch(&self, from: usize, to: usize) -> Statement {
        let (start, end) = self.items_of(from, to);
        let mut statement =
            parts::statement(&self.items[start..end], &self.traits[start..end], self.language);
        if from > 0 {
            parts::inherit_subject(
                &mut statement,
                &parts::statement(&self.items[..start], &self.traits[..start], self.language),
            );
        } else if statement.names.is_empty() {
            // "Launched in 2023, Doubao ...": the subject comes after.
            parts::inherit_subject(
                &mut statement,
                &parts::statement(&self.items[end..], &self.traits[end..], self.language),
            );
        }
        statement
    }
}

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
                self.names.name(*id).map(|name| signal::name(name).to_vec()).unwrap_or_default()
            }
            Item::Quantity(quantity) => signal::quantity(quantity).to_vec(),
            Item::Date(date, side) => signal::date(date, *side).to_vec(),
            Item::Function(function) => vec![signal::function(*function), signal::word(&fold(written))],
            Item::Mark(mark) => vec![signal::mark(*mark)],
        }
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
