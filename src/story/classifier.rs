//! The part of a compiled story that says, from the words alone, which claim a statement may be about and what it does with
//! it: a linear classifier, trained when the story is compiled on all wordings of all claims.
//!
//! It only proposes. What a statement's figures, dates, names and roles do to a claim is the engine's comparison.

use serde::{Deserialize, Serialize};

use super::WordingKind;
use crate::text::{Certainty, DateUse, Lexicon, Role, Statement, Term};

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
    /// denies; figures and dates; what is done and by whom, who is said to say it; sorted, each once.
    pub fn keys(statement: &Statement, lexicon: &Lexicon) -> Vec<u32> {
        let denied = statement.negations % 2 == 1;
        let mut keys = Vec::new();
        for used in &statement.terms {
            keys.extend(meanings(used.term, lexicon));
        }
        let mentions = || statement.names.iter().filter(|mention| !mention.inherited);
        keys.extend(mentions().map(|m| family(if m.rejected { REJECTED } else { NAME }, m.name)));
        let polar: Vec<u32> = keys.iter().map(|key| key | POLAR | u32::from(denied) << 28).collect();
        keys.extend(polar);
        keys.extend(mentions().map(|m| family(ROLE, m.name << 3 | m.role as u16)));
        keys.push(family(FLAG, u16::from(denied)));
        let flags = [
            statement.certainty == Certainty::Certain,
            statement.certainty == Certainty::Hedged,
            statement.speech,
            statement.universal,
            statement.attributed,
            !statement.dates.is_empty(),
            statement.terms.iter().any(|used| used.name_like),
        ];
        keys.extend((2..).zip(flags).filter(|(_, holds)| *holds).map(|(flag, _)| family(FLAG, flag)));
        for quantity in &statement.quantities {
            keys.push(family(MEASURE, quantity.measure as u16));
            keys.push(family(BOUND, quantity.bound as u16));
            keys.push(VALUE | digest(quantity.low, quantity.high) >> 8);
        }
        for DateUse { date, .. } in &statement.dates {
            keys.extend(date.year.map(|year| family(YEAR, year)));
            keys.extend(date.months.map(|(from, _)| family(MONTH, u16::from(from))));
            keys.extend(date.days.map(|(from, _)| family(DAY, u16::from(from))));
        }
        let agent = statement.names.iter().find(|mention| mention.role == Role::Agent);
        for done in statement.predicate.iter().flat_map(|term| meanings(*term, lexicon)) {
            keys.push(PREDICATE | done);
            keys.extend(agent.map(|agent| DEED | digest(f64::from(done), f64::from(agent.name))));
        }
        keys.extend(statement.speaker.map(|speaker| family(SPEAKER, speaker)));
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

// Families of features: the upper bits of a key. `POLAR` joins a feature of the first four families with whether the
// statement denies, in bit 28. A value has 23 bits below its family, a deed 31.
const CONCEPT: u32 = 0;
const WORD: u32 = 1 << 24;
const NAME: u32 = 2 << 24;
const REJECTED: u32 = 3 << 24;
const ROLE: u32 = 4 << 24;
const FLAG: u32 = 5 << 24;
const MEASURE: u32 = 6 << 24;
const BOUND: u32 = 7 << 24;
const POLAR: u32 = 1 << 27;
const VALUE: u32 = 1 << 29;
const YEAR: u32 = 1 << 29 | 1 << 24;
const MONTH: u32 = 1 << 29 | 2 << 24;
const DAY: u32 = 1 << 29 | 3 << 24;
const SPEAKER: u32 = 1 << 29 | 4 << 24;
const PREDICATE: u32 = 1 << 30;
const DEED: u32 = 1 << 31;

fn family(family: u32, member: u16) -> u32 {
    family | u32::from(member)
}

/// The concepts of a term, or the word itself where the lexicon has none; words that nobody listed are all one.
fn meanings(term: Term, lexicon: &Lexicon) -> Vec<u32> {
    match lexicon.senses.get(usize::from(term.0)) {
        Some(concepts) => concepts.iter().map(|concept| family(CONCEPT, *concept)).collect(),
        None => vec![family(WORD, term.0)],
    }
}

/// 31 bits that stand for a pair of numbers; two pairs share them hardly ever.
fn digest(first: f64, second: f64) -> u32 {
    let bits = first.to_bits() ^ second.to_bits().rotate_left(17);
    (bits.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33) as u32
}
