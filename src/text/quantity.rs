//! Quantities: a number with its bound and what it counts.

use serde::{Deserialize, Serialize};

use super::{Span, Term};

/// How a number limits what it counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// The bare number.
    #[default]
    Plain,
    /// "exactly"
    Exact,
    /// "about", "nearly"
    About,
    /// "more than"
    Over,
    /// "less than"
    Under,
    /// "at least"
    AtLeast,
    /// "at most", "only"
    AtMost,
}

/// What kind of number it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Measure {
    /// A count or amount.
    #[default]
    Count,
    /// Per cent or a fraction, as 0 to 1.
    Share,
}

/// A number as a text gives it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// Least value the words stand for.
    pub low: f64,
    /// Greatest value the words stand for; equal to `low` but for vague words.
    pub high: f64,
    /// Bound.
    pub bound: Bound,
    /// Count or share.
    pub measure: Measure,
    /// Terms it counts, nearest first; at most three.
    pub units: Vec<Term>,
    /// Where it stands, bound included.
    #[serde(skip)]
    pub span: Span,
}

/// How a claim's quantity stands to a source's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuantityFit {
    /// The same after rounding, or the claim is vaguer and true.
    Agrees,
    /// Another figure, or the other side of the bound.
    Differs,
    /// The claim insists on more than the source says.
    Finer,
}

/// Relative distance within which two figures are the same after ordinary rounding.
/// 0 wants equal figures; above 0.1 "90,000" would pass for "100,000".
const ROUNDING: f64 = 0.05;

impl Quantity {
    /// How this quantity, as a claim gives it, stands to the quantity of a source.
    ///
    /// Follows a plain reader, not logic: a claim of 200,000 contradicts a source's "over 100,000", and a claim of
    /// 30,000 agrees with "under 30,000" unless it says "more than" or "exactly".
    pub fn against(&self, source: &Quantity) -> QuantityFit {
        let (value, theirs) = (self.middle(), source.middle());
        if self.low < self.high {
            let inside = self.low <= theirs * (1.0 + ROUNDING) && theirs <= self.high;
            return if inside { QuantityFit::Agrees } else { QuantityFit::Differs };
        }
        if source.low < source.high {
            // The source is vague: what lies inside says more than it does.
            let inside = source.low <= value && value <= source.high;
            return if inside { QuantityFit::Finer } else { QuantityFit::Differs };
        }
        let same = (value - theirs).abs() <= ROUNDING * value.abs().max(theirs.abs());
        let source_above = matches!(source.bound, Bound::Over | Bound::AtLeast);
        let source_below = matches!(source.bound, Bound::Under | Bound::AtMost);
        match self.bound {
            Bound::Over if same && source.bound == Bound::Under => QuantityFit::Differs,
            Bound::Under if same && source.bound == Bound::Over => QuantityFit::Differs,
            Bound::Exact if same && source.bound == Bound::Plain => QuantityFit::Agrees,
            Bound::Exact if same && (source_above || source_below) => QuantityFit::Differs,
            Bound::Exact if same => QuantityFit::Finer,
            _ if same => QuantityFit::Agrees,
            Bound::Over | Bound::AtLeast if theirs > value && !source_below => QuantityFit::Agrees,
            Bound::Under | Bound::AtMost if theirs < value && !source_above => QuantityFit::Agrees,
            _ => QuantityFit::Differs,
        }
    }

    fn middle(&self) -> f64 {
        f64::midpoint(self.low, self.high)
    }
}

#[cfg(test)]
mod tests {
    use super::{Bound, Quantity, QuantityFit};

    fn quantity(value: f64, bound: Bound) -> Quantity {
        Quantity { low: value, high: value, bound, ..Quantity::default() }
    }

    #[test]
    fn figures_are_compared_as_a_plain_reader_does() {
        use Bound::{AtLeast, Exact, Over, Plain, Under};
        use QuantityFit::{Agrees, Differs};
        let cases = [
            (100_000.0, Plain, 100_000.0, Over, Agrees),
            (200_000.0, Plain, 100_000.0, Over, Differs),
            (100_000.0, AtLeast, 100_000.0, Over, Agrees),
            (30_000.0, Plain, 30_000.0, Under, Agrees),
            (30_000.0, Over, 30_000.0, Under, Differs),
            (30_000.0, Exact, 30_000.0, Under, Differs),
            (30_000.0, Exact, 30_000.0, Plain, Agrees),
            (50_000.0, Under, 30_000.0, Under, Agrees),
            (5_000_000.0, Over, 10_000_000.0, Over, Agrees),
            (20_000_000.0, Under, 10_000_000.0, Plain, Agrees),
            (60_000.0, Plain, 30_000.0, Plain, Differs),
            (40_000.0, AtLeast, 30_000.0, Under, Differs),
        ];
        for (claim, bound, source, source_bound, fit) in cases {
            let found = quantity(claim, bound).against(&quantity(source, source_bound));
            assert_eq!(found, fit, "{bound:?} {claim} against {source_bound:?} {source}");
        }
    }

    #[test]
    fn vague_words_agree_with_what_lies_inside() {
        let tens_of_thousands = Quantity { low: 10_000.0, high: 100_000.0, ..Quantity::default() };
        assert_eq!(tens_of_thousands.against(&quantity(30_000.0, Bound::Under)), QuantityFit::Agrees);
        assert_eq!(tens_of_thousands.against(&quantity(3_000.0, Bound::Plain)), QuantityFit::Differs);
        assert_eq!(quantity(30_000.0, Bound::Under).against(&tens_of_thousands), QuantityFit::Finer);
        assert_eq!(quantity(300_000.0, Bound::Plain).against(&tens_of_thousands), QuantityFit::Differs);
    }
}
