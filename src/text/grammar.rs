//! Function words, number words, months and spellings, per language, from `lexicon/grammar.toml`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What a function word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Function {
    /// Carries no content.
    Stop,
    /// Denies.
    Negation,
    /// Denies by itself, strengthens a negation before it.
    Concord,
    /// Auxiliary of the active perfect (Italian).
    Have,
    /// Auxiliary of the passive (Italian).
    Passive,
    /// Sets the next name aside.
    Instead,
    /// Adds to what holds already.
    Also,
    /// Opens a relative clause.
    Relative,
    /// More than.
    Over,
    /// Less than.
    Under,
    /// Roughly.
    About,
    /// At least.
    AtLeast,
    /// At most.
    AtMost,
    /// Exactly.
    Exactly,
    /// Makes a statement less than certain.
    Hedge,
    /// Makes a statement certain.
    Certain,
    /// Names a source.
    Attribution,
    /// Joins.
    And,
    /// Joins and contrasts.
    But,
    /// Before the agent of a passive.
    By,
    /// Before a source.
    From,
    /// Before a goal.
    To,
    /// Before a partner.
    With,
    /// Before a place.
    In,
    /// From a date on.
    Since,
    /// Up to a date.
    Until,
    /// Before a date.
    Before,
    /// After a date.
    After,
    /// Beginning of a period.
    Early,
    /// Middle of a period.
    Mid,
    /// End of a period.
    Late,
    /// First half of a year.
    FirstHalf,
    /// Second half of a year.
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
