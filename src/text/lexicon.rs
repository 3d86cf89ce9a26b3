//! The lexicon: which words mean the same, the opposite, or something broader, across languages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::grammar::Grammar;
use super::names::Name;
use super::stem::stem;
use super::{Language, tokenise};

/// Index of a concept in its lexicon.
pub type ConceptId = u16;

/// Something words of any language can mean.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Concept {
    /// Hash of its name, by which signals know it.
    pub key: u32,
    /// Concepts that can't hold together with this one.
    pub opposite: Vec<ConceptId>,
    /// Concepts that include this one.
    pub broader: Vec<ConceptId>,
    /// Whether it denies what it governs ("deny that", "fail to").
    pub negates: bool,
    /// Whether it speaks of all there are ("all", "every"): a claim with it says more than one without.
    pub universal: bool,
    /// Whether its subject is what it is done to: who belongs is owned.
    pub reversed: bool,
    /// Whether it is something done or a state, rather than a thing.
    pub action: bool,
    /// Whether it is a way of saying something.
    pub speech: bool,
}

/// How two terms relate in meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kinship {
    /// They share a concept.
    Same,
    /// One includes the other, or both are kinds of the same.
    Related,
    /// They can't both hold.
    Opposite,
    /// Different kinds of the same: one may stand in the other's place, and then says something else.
    Sibling,
    /// Nothing is known that links them.
    None,
}

/// Everything the engine knows about words: concepts, word forms, names and grammar of each language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Lexicon {
    /// All concepts.
    pub concepts: Vec<Concept>,
    /// Distinct sets of concepts that words stand for; a word's term is an index into this.
    pub senses: Vec<Vec<ConceptId>>,
    /// English: stemmed word or phrase to sense.
    pub english: BTreeMap<String, u16>,
    /// Italian: stemmed word or phrase to sense.
    pub italian: BTreeMap<String, u16>,
    /// Well-known names.
    pub names: Vec<Name>,
    /// English grammar.
    pub english_grammar: Grammar,
    /// Italian grammar.
    pub italian_grammar: Grammar,
    /// Hash of the sources this was compiled from; a compiled story carries the hash of the lexicon it needs.
    pub hash: u64,
}

/// Why a compiled lexicon could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LexiconError;

impl std::fmt::Display for LexiconError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("expected a compiled lexicon, found other bytes")
    }
}

impl std::error::Error for LexiconError {}

impl Lexicon {
    /// Reads a compiled lexicon.
    ///
    /// # Errors
    /// When the bytes are not a lexicon that this version compiled.
    pub fn from_bytes(bytes: &[u8]) -> Result<Lexicon, LexiconError> {
        postcard::from_bytes(bytes).map_err(|_| LexiconError)
    }

    /// The compiled form of this lexicon.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// The grammar of a language.
    pub fn grammar(&self, language: Language) -> &Grammar {
        match language {
            Language::English => &self.english_grammar,
            Language::Italian => &self.italian_grammar,
        }
    }

    /// The word forms of a language.
    pub fn forms(&self, language: Language) -> &BTreeMap<String, u16> {
        match language {
            Language::English => &self.english,
            Language::Italian => &self.italian,
        }
    }

    /// The key under which a word or phrase is found in [`Lexicon::forms`].
    pub fn key(phrase: &str, language: Language) -> String {
        let stems: Vec<String> = tokenise(phrase).iter().map(|t| stem(&t.text, language)).collect();
        stems.join(" ")
    }

    /// How two senses relate.
    pub fn kinship(&self, a: u16, b: u16) -> Kinship {
        if a == b {
            return Kinship::Same;
        }
        let (Some(left), Some(right)) = (self.senses.get(usize::from(a)), self.senses.get(usize::from(b)))
        else {
            return Kinship::None;
        };
        if left.iter().any(|c| right.contains(c)) {
            return Kinship::Same;
        }
        let concept = |c: &ConceptId| self.concepts.get(usize::from(*c));
        let any = |test: &dyn Fn(&Concept, ConceptId) -> bool| {
            left.iter().any(|l| right.iter().any(|r| concept(l).is_some_and(|c| test(c, *r))))
                || right.iter().any(|r| left.iter().any(|l| concept(r).is_some_and(|c| test(c, *l))))
        };
        if any(&|c, other| c.opposite.contains(&other)) {
            Kinship::Opposite
        } else if any(&|c, other| c.broader.contains(&other)) {
            Kinship::Related
        } else if any(&|c, other| {
            let other = self.concepts.get(usize::from(other));
            other.is_some_and(|o| c.broader.iter().any(|b| o.broader.contains(b)))
        }) {
            Kinship::Sibling
        } else {
            Kinship::None
        }
    }

    /// All senses that relate to a sense, itself included.
    pub fn kin(&self, sense: u16) -> Vec<(u16, Kinship)> {
        if usize::from(sense) >= self.senses.len() {
            return vec![(sense, Kinship::Same)];
        }
        (0..self.senses.len() as u16)
            .map(|other| (other, self.kinship(sense, other)))
            .filter(|(_, kinship)| *kinship != Kinship::None)
            .collect()
    }

    /// Whether a sense speaks of all there are.
    pub fn is_universal(&self, sense: u16) -> bool {
        self.any(sense, |concept| concept.universal)
    }

    /// Whether the subject of a sense is what it is done to.
    pub fn is_reversed(&self, sense: u16) -> bool {
        self.any(sense, |concept| concept.reversed)
    }

    /// Whether a sense is something done or a state.
    pub fn is_action(&self, sense: u16) -> bool {
        self.any(sense, |concept| concept.action)
    }

    /// Whether a sense is a way of saying something.
    pub fn is_speech(&self, sense: u16) -> bool {
        self.any(sense, |concept| concept.speech)
    }

    fn any(&self, sense: u16, test: impl Fn(&Concept) -> bool) -> bool {
        let concepts = self.senses.get(usize::from(sense)).map_or(&[][..], Vec::as_slice);
        concepts.iter().any(|c| self.concepts.get(usize::from(*c)).is_some_and(&test))
    }

    /// Whether a sense denies what it governs.
    pub fn negates(&self, sense: u16) -> bool {
        self.any(sense, |concept| concept.negates)
    }
}
