//! How dates read.

use super::sentence::fill;
use super::{Locale, Text, figure};
use crate::text::Date;

impl Locale {
    /// A date, any field of which may be missing: "19 January 2025", "late April", "la prima metà del 2023". Empty for
    /// a date without fields.
    pub fn date(self, date: &Date) -> String {
        let year = date.year.map(|year| year.to_string());
        match (date.months, date.days) {
            (None, None) => year.unwrap_or_default(),
            (None, Some((first, last))) => {
                let day = if first == last { self.day(first) } else { format!("{first}–{last}") };
                fill(self.text(Text::Day), &[("day", &day)])
            }
            (Some((first, last)), days) if first == last => {
                let month = self.month(first);
                let month = match year {
                    Some(year) => fill(self.text(Text::MonthOfYear), &[("month", month), ("year", &year)]),
                    None => month.to_owned(),
                };
                match days {
                    Some(days) => self.days(days, &month),
                    None => month,
                }
            }
            (Some(months), _) => self.months(months, year.as_deref()),
        }
    }

    /// A date as `YYYY-MM-DD` in words; the text itself when it is not one.
    pub fn iso_date(self, text: &str) -> String {
        Date::parse(text).map_or_else(|| text.to_owned(), |date| self.date(&date))
    }

    /// Days of a month; thirds of it as "early", "mid" and "late".
    fn days(self, (first, last): (u8, u8), month: &str) -> String {
        let portion = match (first, last) {
            _ if first == last => {
                return fill(self.text(Text::DayOfMonth), &[("day", &self.day(first)), ("month", month)]);
            }
            (1, 28..) => return month.to_owned(),
            (1, ..=11) => Text::Early,
            (20.., 28..) => Text::Late,
            (10..=12, 19..=22) => Text::Mid,
            _ => {
                let (first, last) = (self.day(first), self.day(last));
                return fill(
                    self.text(Text::DayRange),
                    &[("first", &first), ("last", &last), ("month", month)],
                );
            }
        };
        fill(self.text(portion), &[("period", month)])
    }

    /// Several months; halves and thirds of a known year by name.
    fn months(self, (first, last): (u8, u8), year: Option<&str>) -> String {
        let names = [("first", self.month(first)), ("last", self.month(last))];
        let Some(year) = year else { return fill(self.text(Text::MonthRange), &names) };
        match (first, last) {
            (1, 12) => year.to_owned(),
            (1, 6) => fill(self.text(Text::FirstHalf), &[("year", year)]),
            (7, 12) => fill(self.text(Text::SecondHalf), &[("year", year)]),
            (1, ..=4) => fill(self.text(Text::Early), &[("period", year)]),
            (5, 8) => fill(self.text(Text::Mid), &[("period", year)]),
            (8.., 12) => fill(self.text(Text::Late), &[("period", year)]),
            _ => fill(self.text(Text::MonthRangeOfYear), &[names[0], names[1], ("year", year)]),
        }
    }

    fn day(self, day: u8) -> String {
        let mut text = figure::whole(u64::from(day), self.conventions());
        if day == 1 {
            text.push_str(self.conventions().first_day);
        }
        text
    }

    fn month(self, month: u8) -> &'static str {
        let months = &self.conventions().months;
        usize::from(month).checked_sub(1).and_then(|at| months.get(at)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use crate::locale::Locale;
    use crate::text::{Date, Language};

    #[test]
    fn dates_read_naturally_at_any_precision() {
        let cases = [
            ("2022", "2022", "2022"),
            ("2023-08", "August 2023", "agosto 2023"),
            ("2025-01-19", "19 January 2025", "19 gennaio 2025"),
            ("2025-05-01", "1 May 2025", "1º maggio 2025"),
            ("--01-19", "19 January", "19 gennaio"),
            ("--06", "June", "giugno"),
            ("2024-04-21/30", "late April 2024", "fine aprile 2024"),
            ("--04-21/31", "late April", "fine aprile"),
            ("--04-01/10", "early April", "inizio aprile"),
            ("--04-11/21", "mid-April", "metà aprile"),
            ("--04-05/08", "5–8 April", "5–8 aprile"),
            ("2023-01/06", "the first half of 2023", "la prima metà del 2023"),
            ("2023-07/12", "the second half of 2023", "la seconda metà del 2023"),
            ("2023-08/12", "late 2023", "fine 2023"),
            ("2023-06/08", "June to August 2023", "da giugno a agosto 2023"),
            ("--06/08", "June to August", "da giugno a agosto"),
        ];
        for (written, english, italian) in cases {
            let date = Date::parse(written).unwrap();
            assert_eq!(Locale::new(Language::English).date(&date), english, "{written}");
            assert_eq!(Locale::new(Language::Italian).date(&date), italian, "{written}");
        }
    }

    #[test]
    fn odd_dates_do_not_panic() {
        let odd = Date { year: None, months: Some((0, 99)), days: Some((0, 200)) };
        assert!(!Locale::new(Language::Italian).date(&odd).is_empty());
        assert_eq!(Locale::new(Language::Italian).date(&Date::default()), "");
        let day = Date { year: None, months: None, days: Some((3, 3)) };
        assert_eq!(Locale::new(Language::English).date(&day), "day 3 of the month");
    }
}
