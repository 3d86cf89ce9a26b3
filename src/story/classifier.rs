//! The part of a compiled story that says, from the words alone, which claim a statement may be about and what it does with
//! it: a linear classifier, trained when the story is compiled on all wordings of all claims.
//!
//! It only proposes. What a statement's figures, dates, names and roles do to a claim is the engine's comparison.

use serde::{Deserialize, Serialize};

use super::WordingKind;
use crate::text::{Certainty, Lexicon, Statement};

/// A linear classifier over the words of a statement: one class for each claim and each way to speak of it, and one for
/// everything that no article settles.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Classifier {
    /// For each feature, in ascending order of its key: key, and weights by class.
    pub features: Vec<(u32, Vec<(u16, i8)>)>,
    /// Weight of every class where nothing else is known.
    pub biases: Vec<i8>,
    /// What a weight of 1 stands for.
    pub scale: f32,
}

/// Ways to speak of a claim that have a class of their own: same, denied, altered.
const KINDS: usize = 3;

impl Classifier {
    /// The class of a way to speak of a claim; the last of `claims` times three is that of everything unsettled.
    pub fn class(claim: usize, kind: WordingKind, claims: usize) -> usize {
        match kind {
            WordingKind::Same => claim * KINDS,
            WordingKind::Denied => claim * KINDS + 1,
            WordingKind::Altered => claim * KINDS + 2,
            WordingKind::Unsettled => claims * KINDS,
        }
    }

    /// Number of classes for a number of claims.
    pub fn classes(claims: usize) -> usize {
        claims * KINDS + 1
    }

    /// The score of each class for a statement; around 1 where the classifier is sure, around -1 elsewhere.
    pub fn scores(&self, statement: &Statement, lexicon: &Lexicon) -> Vec<f32> {
        let keys = Classifier::keys(statement, lexicon);
        let norm = (keys.len().max(1) as f32).sqrt();
        let mut sums = vec![0_i32; self.biases.len()];
        for key in &keys {
            if let Ok(at) = self.features.binary_search_by_key(key, |(key, _)| *key) {
                for (class, weight) in &self.features[at].1 {
                    if let Some(sum) = sums.get_mut(usize::from(*class)) {
                        *sum += i32::from(*weight);
                    }
                }
            }
        }
        let total = |(sum, bias): (i32, &i8)| (sum as f32 / norm + f32::from(*bias)) * self.scale;
        sums.into_iter().zip(&self.biases).map(total).collect()
    }

    /// The features of a statement: concepts and words, names and their roles, each also together with whether the statement
    /// denies; sorted, each once.
    pub fn keys(statement: &Statement, lexicon: &Lexicon) -> Vec<u32> {
        const CONCEPT: u32 = 0;
        const WORD: u32 = 1 << 24;
        const DENIED: u32 = 1 << 27;
        const NAME: u32 = 2 << 24;
        const REJECTED: u32 = 3 << 24;
        const ROLE: u32 = 4 << 24;
        const FLAG: u32 = 5 << 24;
        let denied = statement.negations % 2 == 1;
        let mut keys = vec![FLAG | u32::from(denied)];
        if statement.certainty == Certainty::Certain {
            keys.push(FLAG | 2);
        }
        for used in &statement.terms {
            let term = u32::from(used.term.0);
            match lexicon.senses.get(usize::from(used.term.0)) {
                Some(concepts) => keys.extend(concepts.iter().map(|concept| CONCEPT | u32::from(*concept))),
                None => keys.push(WORD | term),
            }
        }
        for mention in statement.names.iter().filter(|mention| !mention.inherited) {
            let name = u32::from(mention.name);
            keys.push(if mention.rejected { REJECTED } else { NAME } | name);
        }
        let polar: Vec<u32> = keys
            .iter()
            .filter(|key| **key < FLAG)
            .map(|key| key | DENIED | u32::from(denied) << 28)
            .collect();
        keys.extend(polar);
        for mention in statement.names.iter().filter(|mention| !mention.inherited) {
            keys.push(ROLE | u32::from(mention.name) << 4 | mention.role as u32);
        }
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}
