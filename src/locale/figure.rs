//! How figures read.

use super::sentence::fill;
use super::{Conventions, Locale, Text};
use crate::text::{Bound, Measure, Quantity};

/// Figures from here on are written in millions when that leaves one decimal at most.
const MILLION: u64 = 1_000_000;
/// The same in billions.
const BILLION: u64 = 1_000_000_000;

impl Locale {
    /// A figure with its bound, without what it counts: "more than 100,000", "oltre 10 milioni", "at most 50%".
    pub fn figure(self, quantity: &Quantity) -> String {
        let conventions = self.conventions();
        let value = |value: f64| match quantity.measure {
            Measure::Count => count(value, conventions),
            Measure::Share => self.share(value),
        };
        let low = value(quantity.low);
        let figure = if quantity.low < quantity.high {
            fill(self.text(Text::Between), &[("low", &low), ("high", &value(quantity.high))])
        } else {
            low
        };
        let bound = match quantity.bound {
            Bound::Plain => return figure,
            Bound::Exact => Text::Exactly,
            Bound::About => Text::About,
            Bound::Over => Text::MoreThan,
            Bound::Under => Text::LessThan,
            Bound::AtLeast => Text::AtLeast,
            Bound::AtMost => Text::AtMost,
        };
        fill(self.text(bound), &[("figure", &figure)])
    }

    /// A share of one as per cent, thirds in words.
    fn share(self, share: f64) -> String {
        let near = |third: f64| (share - third).abs() < 0.004;
        if near(1.0 / 3.0) {
            self.text(Text::Third).to_owned()
        } else if near(2.0 / 3.0) {
            self.text(Text::TwoThirds).to_owned()
        } else {
            let mut text = decimal(share * 100.0, 10, self.conventions());
            text.push('%');
            text
        }
    }
}

/// A count: grouped digits, millions and billions in words.
fn count(value: f64, conventions: &Conventions) -> String {
    let rounded = value.abs().round() as u64;
    let (unit, words) = match rounded {
        BILLION.. => (BILLION, conventions.billion),
        MILLION.. => (MILLION, conventions.million),
        _ => return decimal(value, 100, conventions),
    };
    if !rounded.is_multiple_of(unit / 10) {
        return whole(rounded, conventions);
    }
    let mut text = decimal(value / unit as f64, 10, conventions);
    text.push('\u{a0}');
    text.push_str(words[usize::from(rounded != unit)]);
    text
}

/// A number rounded to a fraction of `scale` (10: one decimal, 100: two), without trailing noughts.
fn decimal(value: f64, scale: u64, conventions: &Conventions) -> String {
    let scaled = (value.abs() * scale as f64).round() as u64;
    let mut text = whole(scaled / scale, conventions);
    if value < 0.0 && scaled > 0 {
        text.insert(0, '−');
    }
    let (mut rest, mut place) = (scaled % scale, scale / 10);
    if rest > 0 {
        text.push(conventions.decimal);
    }
    while rest > 0 && place > 0 {
        text.push(digit(rest / place));
        rest %= place;
        place /= 10;
    }
    text
}

/// A whole number with its digits in groups of three.
pub(super) fn whole(number: u64, conventions: &Conventions) -> String {
    let mut reversed = String::new();
    let mut rest = number;
    let mut places = 0;
    loop {
        if places > 0 && places % 3 == 0 {
            reversed.push(conventions.thousands);
        }
        reversed.push(digit(rest % 10));
        rest /= 10;
        places += 1;
        if rest == 0 {
            break;
        }
    }
    reversed.chars().rev().collect()
}

fn digit(number: u64) -> char {
    char::from(b'0' + (number % 10) as u8)
}

#[cfg(test)]
mod tests {
    use crate::locale::Locale;
    use crate::text::{Bound, Language, Measure, Quantity};

    #[test]
    fn figures_read_naturally() {
        let count = |low: f64, high: f64, bound| Quantity { low, high, bound, ..Quantity::default() };
        let share =
            |value| Quantity { low: value, high: value, measure: Measure::Share, ..Quantity::default() };
        let cases = [
            (count(100_000.0, 100_000.0, Bound::Over), "more than 100,000", "oltre 100.000"),
            (count(30_000.0, 30_000.0, Bound::Under), "under 30,000", "meno di 30.000"),
            (
                count(10_000_000.0, 10_000_000.0, Bound::AtLeast),
                "at least 10\u{a0}million",
                "almeno 10\u{a0}milioni",
            ),
            (count(1_000_000.0, 1_000_000.0, Bound::Plain), "1\u{a0}million", "1\u{a0}milione"),
            (
                count(2_500_000.0, 2_500_000.0, Bound::About),
                "about 2.5\u{a0}million",
                "circa 2,5\u{a0}milioni",
            ),
            (count(3_000_000_000.0, 3e9, Bound::Plain), "3\u{a0}billion", "3\u{a0}miliardi"),
            (count(1_234_567.0, 1_234_567.0, Bound::Exact), "exactly 1,234,567", "esattamente 1.234.567"),
            (count(10_000.0, 100_000.0, Bound::Plain), "between 10,000 and 100,000", "tra 10.000 e 100.000"),
            (count(2.25, 2.25, Bound::Plain), "2.25", "2,25"),
            (count(2.05, 2.05, Bound::Plain), "2.05", "2,05"),
            (count(0.0, 0.0, Bound::Plain), "0", "0"),
            (count(-3.0, -3.0, Bound::Plain), "−3", "−3"),
            (share(0.5), "50%", "50%"),
            (share(0.125), "12.5%", "12,5%"),
            (share(1.0 / 3.0), "a third", "un terzo"),
        ];
        for (quantity, english, italian) in cases {
            assert_eq!(Locale::new(Language::English).figure(&quantity), english);
            assert_eq!(Locale::new(Language::Italian).figure(&quantity), italian);
        }
    }

    #[test]
    fn no_figure_is_too_odd() {
        for value in [f64::NAN, f64::INFINITY, f64::MAX, f64::MIN] {
            let quantity = Quantity { low: value, high: value, ..Quantity::default() };
            assert!(!Locale::new(Language::English).figure(&quantity).is_empty());
        }
    }
}
