//! Signals: what a learned model sees of each item of a text. A signal is the hash of something nameable (a concept, a name,
//! a word's stem, a figure), so that it stays the same when lists grow.

use super::date::{Date, Side};
use super::grammar::Function;
use super::names::{Name, NameKind, Role};
use super::quantity::Quantity;
use super::statement::Certainty;

/// The hash of one thing that is true of an item.
pub type Signal = u32;

/// What may be true of an item. The number goes into the hash: new kinds take new numbers.
#[derive(Clone, Copy, Debug)]
enum Family {
    Concept = 1,
    Word = 2,
    Name = 3,
    NameKind = 4,
    Value = 5,
    Magnitude = 6,
    Bound = 7,
    Measure = 8,
    Period = 9,
    Year = 10,
    Months = 11,
    Side = 12,
    Function = 13,
    Mark = 14,
    Flag = 15,
    Role = 16,
    Polarity = 17,
    Certainty = 18,
    Manner = 19,
    Part = 20,
}

/// What holds of an item by its place.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Flag {
    /// Looks like a name that nobody listed.
    NameLike = 0,
    /// A part of the text may begin here.
    Joint = 1,
    /// Taken over from an earlier part.
    Inherited = 2,
    /// A word in no list.
    Unknown = 3,
    /// A name given by a description.
    Described = 4,
}

/// 32-bit FNV-1a of a key, for signals about what has a name.
pub(crate) fn digest(key: &str) -> u32 {
    key.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn signal(family: Family, value: u64) -> Signal {
    let mixed = (value ^ (family as u64) << 56).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed ^ mixed >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 32) as u32
}

pub(crate) fn concept(key: u32) -> Signal {
    signal(Family::Concept, u64::from(key))
}

pub(crate) fn word(stem: &str) -> Signal {
    signal(Family::Word, u64::from(digest(stem)))
}

pub(crate) fn flag(flag: Flag) -> Signal {
    signal(Family::Flag, flag as u64)
}

pub(crate) fn mark(mark: char) -> Signal {
    signal(Family::Mark, u64::from(u32::from(mark)))
}

pub(crate) fn function(function: Function) -> Signal {
    signal(Family::Function, function as u64)
}

pub(crate) fn name(name: &Name) -> [Signal; 2] {
    [signal(Family::Name, u64::from(digest(&name.id))), kind(name.kind)]
}

pub(crate) fn role(role: Role, rejected: bool) -> Signal {
    signal(Family::Role, role as u64 | u64::from(rejected) << 8)
}

/// A name in its role: who owns and who is owned.
pub(crate) fn part(name: &Name, role: Role) -> Signal {
    signal(Family::Part, u64::from(digest(&name.id)) << 8 | role as u64)
}

pub(crate) fn polarity(odd: bool) -> Signal {
    signal(Family::Polarity, u64::from(odd))
}

pub(crate) fn certainty(certainty: Certainty) -> Signal {
    signal(Family::Certainty, certainty as u64)
}

pub(crate) fn manner(universal: bool, attributed: bool, speech: bool) -> Signal {
    signal(Family::Manner, u64::from(universal) | u64::from(attributed) << 1 | u64::from(speech) << 2)
}

fn kind(kind: NameKind) -> Signal {
    signal(Family::NameKind, kind as u64)
}

pub(crate) fn quantity(quantity: &Quantity) -> [Signal; 4] {
    let magnitude = quantity.high.abs().max(1e-9).log10().floor() as i64;
    [
        signal(Family::Value, quantity.low.to_bits() ^ quantity.high.to_bits().rotate_left(17)),
        signal(Family::Magnitude, magnitude as u64),
        signal(Family::Bound, quantity.bound as u64),
        signal(Family::Measure, quantity.measure as u64),
    ]
}

pub(crate) fn date(date: &Date, side: Side) -> [Signal; 4] {
    let pair = |pair: Option<(u8, u8)>| pair.map_or(0, |(from, to)| u64::from(from) << 8 | u64::from(to));
    let year = date.year.map_or(0, u64::from);
    [
        signal(Family::Period, year << 32 | pair(date.months) << 16 | pair(date.days)),
        signal(Family::Year, year),
        signal(Family::Months, pair(date.months)),
        signal(Family::Side, side as u64),
    ]
}

#[cfg(test)]
mod tests {
    use super::{Flag, Signal, concept, digest, flag, mark, word};

    #[test]
    fn signals_of_different_things_differ() {
        let signals: [Signal; 5] =
            [concept(digest("order")), word("order"), flag(Flag::Joint), mark('?'), flag(Flag::Inherited)];
        for (at, signal) in signals.iter().enumerate() {
            assert!(!signals[..at].contains(signal), "{at}");
        }
    }
}
