//! Dates of any precision.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::grammar::Grammar;
use super::{Span, Token, TokenKind};

/// A date as far as a text gives it: any field may be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Date {
    /// Year.
    pub year: Option<u16>,
    /// First and last month of the period, 1 to 12; equal for a single month.
    pub months: Option<(u8, u8)>,
    /// First and last day of the month that the words allow; equal for a single day, (21, 31) for "late".
    pub days: Option<(u8, u8)>,
}

/// On which side of its date a statement places something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    /// On it, since it or until it.
    #[default]
    On,
    /// Before it.
    Before,
    /// After it.
    After,
}

/// A date where it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateUse {
    /// The date.
    pub date: Date,
    /// Which side of it is meant.
    pub side: Side,
    /// Where it stands.
    #[serde(skip)]
    pub span: Span,
}

impl DateUse {
    /// How this date, as a claim gives it, stands to the date of a source.
    pub fn against(&self, source: &Date) -> DateFit {
        let meant = match self.side {
            Side::On => return self.date.against(source),
            Side::Before => Ordering::Less,
            Side::After => Ordering::Greater,
        };
        match source.order(&self.date) {
            Some(found) if found == meant => DateFit::Agrees,
            None if self.date.against(source) == DateFit::Finer => DateFit::Finer,
            _ => DateFit::Differs,
        }
    }
}

/// How a claim's date stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFit {
    /// The same, or the claim is coarser.
    Agrees,
    /// No conflict, but the claim is finer.
    Finer,
    /// They can't both be right.
    Differs,
}

impl Date {
    /// Reads the authoring form: `2022`, `2023-08`, `2025-01-19`, `--01-19`, `--06`, `2024-04-21/30`.
    pub fn parse(text: &str) -> Option<Date> {
        let (year, rest) = match text.strip_prefix("--") {
            Some(rest) => (None, Some(rest)),
            None => match text.split_once('-') {
                Some((year, rest)) => (Some(year.parse().ok()?), Some(rest)),
                None => (Some(text.parse().ok()?), None),
            },
        };
        let mut date = Date { year, months: None, days: None };
        let Some(rest) = rest else { return Some(date) };
        let (month, day) = rest.split_once('-').map_or((rest, None), |(m, d)| (m, Some(d)));
        date.months = Some(range(month, 12)?);
        if let Some(day) = day {
            date.days = Some(range(day, 31)?);
        }
        Some(date)
    }

    /// Which of two dates is earlier; none where they overlap or share no field to tell by.
    fn order(&self, other: &Date) -> Option<Ordering> {
        let apart = |ours: Option<(u16, u16)>, theirs: Option<(u16, u16)>| match (ours?, theirs?) {
            (a, b) if a.1 < b.0 => Some(Ordering::Less),
            (a, b) if b.1 < a.0 => Some(Ordering::Greater),
            _ => None,
        };
        let wide = |(from, to): (u8, u8)| (u16::from(from), u16::from(to));
        let year = |date: &Date| date.year.map(|year| (year, year));
        apart(year(self), year(other))
            .or_else(|| apart(self.months.map(wide), other.months.map(wide)))
            .or_else(|| apart(self.days.map(wide), other.days.map(wide)))
    }

    /// How this date, as a claim gives it, stands to the date of a source.
    pub fn against(&self, source: &Date) -> DateFit {
        let mut finer = false;
        let mut fit = |ours: Option<(u16, u16)>, theirs: Option<(u16, u16)>| match (ours, theirs) {
            (Some(a), Some(b)) if a.1 < b.0 || b.1 < a.0 => false,
            (Some(a), Some(b)) => {
                finer |= a.0 > b.0 || a.1 < b.1;
                true
            }
            (Some(_), None) => {
                finer = true;
                true
            }
            (None, _) => true,
        };
        let wide = |p: (u8, u8)| (u16::from(p.0), u16::from(p.1));
        let same_year = self.year.map(|y| (y, y));
        let fits = fit(same_year, source.year.map(|y| (y, y)))
            && fit(self.months.map(wide), source.months.map(wide))
            && fit(self.days.map(wide), source.days.map(wide));
        match (fits, finer) {
            (false, _) => DateFit::Differs,
            (true, true) => DateFit::Finer,
            (true, false) => DateFit::Agrees,
        }
    }
}

fn range(text: &str, most: u8) -> Option<(u8, u8)> {
    let (from, to) = text.split_once('/').unwrap_or((text, text));
    let range = (from.parse().ok()?, to.parse().ok()?);
    (1 <= range.0 && range.0 <= range.1 && range.1 <= most).then_some(range)
}

/// Which part of a period the words before a date single out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Portion {
    Early,
    Mid,
    Late,
    FirstHalf,
    SecondHalf,
}

impl Portion {
    pub(crate) fn apply(self, date: &mut Date) {
        let of = |last: u8| match self {
            Portion::Early => (1, last / 3),
            Portion::Mid => (last / 3 + 1, last - last / 3),
            Portion::Late => (last - last / 3, last),
            Portion::FirstHalf => (1, last / 2),
            Portion::SecondHalf => (last / 2 + 1, last),
        };
        if date.months.is_none() {
            date.months = Some(of(12));
        } else if date.days.is_none() {
            date.days = Some(of(31));
        }
    }
}

/// Reads the date that starts at the first token; also how many tokens it takes.
pub(crate) fn date_at(tokens: &[Token], grammar: &Grammar) -> Option<(Date, usize)> {
    let word = |i: usize| tokens.get(i).map(|t| t.text.as_str());
    let month = |i: usize| {
        let token = tokens.get(i)?;
        let month = *grammar.months.get(&token.text)?;
        // Words that are also everyday words need a date beside them or a capital.
        let everyday =
            matches!(token.text.as_str(), "may" | "march" | "mar" | "dec" | "sep" | "sett" | "ago" | "gen");
        let beside = year(tokens.get(i + 1)).is_some() || day(tokens.get(i + 1)).is_some() || i > 0;
        (!everyday || beside || token.capital && i + 1 == tokens.len()).then_some(month)
    };
    if let Some(d) = day(tokens.first()) {
        let mut at = 1;
        if matches!(word(at), Some("th" | "st" | "nd" | "rd" | "°" | "º")) {
            at += 1;
        }
        if matches!(word(at), Some("of" | "di")) {
            at += 1;
        }
        if let Some(m) = month(at) {
            let mut date = Date { year: None, months: Some((m, m)), days: Some((d, d)) };
            at += 1;
            at += year_after(&tokens[at.min(tokens.len())..], &mut date);
            return Some((date, at));
        }
    }
    if let Some(m) = month(0) {
        let mut date = Date { year: None, months: Some((m, m)), days: None };
        let mut at = 1;
        if let Some(d) = day(tokens.get(at))
            && !grammar.scales.contains_key(word(at + 1).unwrap_or(""))
        {
            date.days = Some((d, d));
            at += 1;
            if matches!(word(at), Some("th" | "st" | "nd" | "rd")) {
                at += 1;
            }
        }
        at += year_after(&tokens[at.min(tokens.len())..], &mut date);
        return Some((date, at));
    }
    if let Some(&(from, to)) = grammar.seasons.get(word(0)?) {
        let mut date = Date { year: None, months: (from <= to).then_some((from, to)), days: None };
        let taken = year_after(&tokens[1..], &mut date);
        // "Fall" is far oftener a verb.
        let verb = tokens[0].text == "fall";
        return (taken > 0 || !verb).then_some((date, 1 + taken));
    }
    let y = year(tokens.first())?;
    Some((Date { year: Some(y), months: None, days: None }, 1))
}

/// Reads an optional ", of, del" and a year; how many tokens were taken.
fn year_after(tokens: &[Token], date: &mut Date) -> usize {
    let skip =
        usize::from(tokens.first().is_some_and(|t| matches!(t.text.as_str(), "," | "of" | "del" | "di")));
    match year(tokens.get(skip)) {
        Some(y) => {
            date.year = Some(y);
            skip + 1
        }
        None => 0,
    }
}

fn year(token: Option<&Token>) -> Option<u16> {
    let token = token.filter(|t| t.kind == TokenKind::Number && t.text.len() == 4)?;
    token.text.parse().ok().filter(|y| (1900..2100).contains(y))
}

fn day(token: Option<&Token>) -> Option<u8> {
    let token = token.filter(|t| t.kind == TokenKind::Number && t.text.len() <= 2)?;
    token.text.parse().ok().filter(|d| (1..=31).contains(d))
}

#[cfg(test)]
mod tests {
    use super::{Date, DateFit, DateUse, Side};
    use crate::text::Span;

    #[test]
    fn before_and_after_are_sides_of_a_date() {
        let d = |text| Date::parse(text).unwrap();
        let cases = [
            (Side::Before, "2023", "2022", DateFit::Agrees),
            (Side::Before, "2023", "2023-08", DateFit::Differs),
            (Side::After, "2023", "2022-11", DateFit::Differs),
            (Side::After, "2022", "2023-08", DateFit::Agrees),
            (Side::Before, "--06", "--04-21/30", DateFit::Agrees),
            (Side::After, "--01-20", "--01", DateFit::Finer),
            (Side::On, "2023", "2023-08", DateFit::Agrees),
        ];
        for (side, claim, source, fit) in cases {
            let used = DateUse { date: d(claim), side, span: Span::default() };
            assert_eq!(used.against(&d(source)), fit, "{side:?} {claim} against {source}");
        }
    }

    #[test]
    fn coarser_agrees_finer_is_finer_other_differs() {
        let d = |text| Date::parse(text).unwrap();
        let cases = [
            ("2023", "2023-08", DateFit::Agrees),
            ("2023-08", "2023-08", DateFit::Agrees),
            ("2023-08-17", "2023-08", DateFit::Finer),
            ("2022", "2023-08", DateFit::Differs),
            ("2023-07/12", "2023-08", DateFit::Agrees),
            ("2023-01/06", "2023-08", DateFit::Differs),
            ("--04-21/31", "2024-04-21/31", DateFit::Agrees),
            ("--04-01/10", "2024-04-21/31", DateFit::Differs),
            ("--01", "--01-19", DateFit::Agrees),
            ("--01-20", "--01-19", DateFit::Differs),
        ];
        for (claim, source, fit) in cases {
            assert_eq!(d(claim).against(&d(source)), fit, "{claim} against {source}");
        }
    }
}
