//! Readings: a text as items in order, and what each stretch of it states.

use super::date::{Date, Side};
use super::grammar::Function;
use super::quantity::Quantity;
use super::signal::{self, Flag, Signal};
use super::statement::{Statement, Term};
use super::{Language, NameId, Reader, Span, roles};

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
    pub(crate) traits: Vec<Traits>,
    /// What a learned model sees of each item.
    pub(crate) signals: Vec<Vec<Signal>>,
}

/// What the lexicon says of the term of an item.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Traits {
    pub(crate) negates: bool,
    pub(crate) universal: bool,
    pub(crate) reversed: bool,
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
        let subject = inherited.filter_map(|mention| reader.names().name(mention.name)).map(|name| {
            let mut signals = signal::name(name).to_vec();
            signals.push(signal::flag(Flag::Inherited));
            signals
        });
        let own = self.signals[start..end].iter().zip(&self.items[start..end]).map(|(signals, (_, span))| {
            let mut signals = signals.clone();
            if let Some(mention) = statement.names.iter().find(|m| !m.inherited && m.span == *span) {
                signals.push(signal::role(mention.role, mention.rejected));
                signals
                    .extend(reader.names().name(mention.name).map(|name| signal::part(name, mention.role)));
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
            roles::statement(&self.items[start..end], &self.traits[start..end], self.language);
        if from > 0 {
            roles::inherit_subject(
                &mut statement,
                &roles::statement(&self.items[..start], &self.traits[..start], self.language),
            );
        } else if statement.names.is_empty() {
            // "Launched in 2023, Doubao ...": the subject comes after.
            roles::inherit_subject(
                &mut statement,
                &roles::statement(&self.items[end..], &self.traits[end..], self.language),
            );
        }
        statement
    }
}
