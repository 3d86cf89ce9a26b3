//! Function words, number words, months and spellings, per language, from `lexicon/grammar.toml`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What a function word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the key of the same name in grammar.toml, explained there")]
pub enum Function {
    Stop,
    Negation,
    Concord,
    Have,
    Passive,
    Instead,
    Also,
    Relative,
    Over,
    Under,
    About,
    AtLeast,
    AtMost,
    Exactly,
    Hedge,
    Certain,
    Attribution,
    And,
    But,
    By,
    From,
    To,
    With,
    In,
    Since,
    Until,
    Before,
    After,
    Early,
    Mid,
    Late,
    FirstHalf,
    SecondHalf,
}

/// The grammar of one language. Keys are folded words, or phrases of words joined by single spaces.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grammar {
    /// Phrases by function. A phrase may have several; the reader takes what fits the place.
    pub functions: BTreeMap<Function, Vec<String>>,
    /// Number words.
    pub numbers: BTreeMap<String, u32>,
    /// Words that multiply the number before them.
    pub scales: BTreeMap<String, u64>,
    /// Words for a vague number: from, to.
    pub ranges: BTreeMap<String, (u64, u64)>,
    /// Words for a share of a whole.
    pub fractions: BTreeMap<String, f64>,
    /// Month names, 1 to 12.
    pub months: BTreeMap<String, u8>,
    /// Seasons: first and last month.
    pub seasons: BTreeMap<String, (u8, u8)>,
    /// Hurried spellings and what they stand for.
    pub spellings: BTreeMap<String, String>,
}
