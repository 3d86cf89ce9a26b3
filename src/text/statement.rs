//! Statements: what a stretch of text states, without its words.

use serde::{Deserialize, Serialize};

use super::date::DateUse;
use super::names::Mention;
use super::quantity::Quantity;
use super::{NameId, Span};

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
    /// Whether it says anything of something: a bare name does not, nor does a bare figure.
    pub fn states_something(&self) -> bool {
        let values = !self.quantities.is_empty() || !self.dates.is_empty();
        !self.terms.is_empty() || values && !self.names.is_empty()
    }
}
