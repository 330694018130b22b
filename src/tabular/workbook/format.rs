//! How cells look: whether a number is shown as a date, a time, a percentage
//! or money. Only that tells 46326 from 31 October 2026.

use crate::tabular::currency;

/// What a cell's format makes of a number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Look {
    /// A number.
    #[default]
    Plain,
    /// A hundred times the number, with a percent sign.
    Percent,
    /// The number with a percent sign that is only written behind it.
    Signed(char),
    /// The number beside the mark of a currency.
    Money(String),
    /// A date, maybe with a time.
    Date,
    /// A time of day, or a duration.
    Time,
}

impl Look {
    /// Of a format that has a number instead of a text, the same in every file.
    pub(super) fn of_number(number: u32) -> Self {
        match number {
            9 | 10 => Self::Percent,
            // 27 to 36 and 50 to 58: dates and times of East Asia.
            14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Self::Date,
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => Self::Time,
            _ => Self::Plain,
        }
    }

    /// Of a format code, such as `yyyy\-mm\-dd` or `0.0%`. What counts is how
    /// positive numbers look, which stands first.
    pub(super) fn of_code(code: &str) -> Self {
        let Letters { shown, written, brackets } = Letters::of(code);
        let has = |letters: &str| shown.iter().any(|letter| letters.contains(*letter));
        if shown.contains(&'%') {
            return Self::Percent;
        }
        let digits = has("0#?@");
        let counts_time = brackets.iter().any(|inner| {
            let first = inner.chars().next().unwrap_or_default();
            "hms".contains(first) && inner.chars().all(|letter| letter == first)
        });
        if counts_time {
            return Self::Time;
        }
        if !digits {
            match (has("ydegb"), has("hs"), has("m")) {
                (true, ..) | (false, false, true) => return Self::Date,
                (false, true, _) => return Self::Time,
                (false, false, false) => {}
            }
        }
        // Seconds with a fraction: `ss.000`.
        if digits && has("s") {
            return if has("yd") { Self::Date } else { Self::Time };
        }
        if written.contains('%') {
            return Self::Signed('%');
        }
        let mark = brackets
            .iter()
            .filter_map(|inner| inner.strip_prefix('$')?.split('-').next().map(str::to_owned));
        let mut marks = mark.chain([written.trim().to_owned()]);
        let is_mark = |mark: &String| currency::strip(&format!("{mark} 1")).is_some();
        marks.find(is_mark).map_or(Self::Plain, Self::Money)
    }
}

/// The first part of a format code, taken apart.
#[derive(Default)]
struct Letters {
    /// What stands for digits and for parts of a date, in small letters.
    shown: Vec<char>,
    /// What is written as it is.
    written: String,
    /// What stands in square brackets, in small letters but for a currency.
    brackets: Vec<String>,
}

impl Letters {
    fn of(code: &str) -> Self {
        let mut found = Self::default();
        // The one word there is; its letters mean nothing by themselves.
        if code.eq_ignore_ascii_case("general") {
            return found;
        }
        let mut rest = code.chars();
        while let Some(letter) = rest.next() {
            match letter {
                ';' => break,
                '"' => found.written.extend(rest.by_ref().take_while(|inner| *inner != '"')),
                '\\' | '!' => found.written.extend(rest.next()),
                // As wide as, and filled with, the next letter.
                '_' | '*' => drop(rest.next()),
                '[' => {
                    let inner: String = rest.by_ref().take_while(|inner| *inner != ']').collect();
                    let money = inner.starts_with('$');
                    found.brackets.push(if money { inner } else { inner.to_lowercase() });
                }
                // `E+00`: an exponent, no era.
                'E' | 'e' if matches!(rest.as_str().chars().next(), Some('+' | '-')) => {}
                'A' | 'a' if rest.as_str().to_ascii_lowercase().starts_with("m/pm") => {
                    rest.nth(3);
                    found.shown.push('h');
                }
                _ if "0#?@%".contains(letter) => found.shown.push(letter),
                _ if letter.is_ascii_alphabetic() => {
                    found.shown.push(letter.to_ascii_lowercase());
                }
                // Marks between digits, or between the parts of a date.
                _ if letter.is_ascii_punctuation() && letter != '$' => {}
                _ => found.written.push(letter),
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_tells_dates_times_percentages_and_money_from_numbers() {
        let money = |mark: &str| Look::Money(mark.to_owned());
        let codes = [
            ("General", Look::Plain),
            ("0.00", Look::Plain),
            ("#,##0;[Red]-#,##0", Look::Plain),
            ("0.00E+00", Look::Plain),
            ("0 \"days\"", Look::Plain),
            ("#\\ ?/?", Look::Plain),
            ("@", Look::Plain),
            ("0.0%", Look::Percent),
            ("0\"%\"", Look::Signed('%')),
            ("yyyy\\-mm\\-dd", Look::Date),
            ("mmm\\-yy", Look::Date),
            ("mmmm", Look::Date),
            ("[$-409]mmm\\-yy;@", Look::Date),
            ("yyyy\"年\"m\"月\"", Look::Date),
            ("[$-411]ge.m.d", Look::Date),
            ("dd.mm.yyyy\\ hh:mm", Look::Date),
            ("yyyy-mm-dd hh:mm:ss.000", Look::Date),
            ("hh:mm:ss", Look::Time),
            ("h:mm AM/PM", Look::Time),
            ("[h]:mm:ss", Look::Time),
            ("[mm]:ss", Look::Time),
            ("mm:ss.0", Look::Time),
            ("#,##0.00\\ \"€\"", money("€")),
            ("_-* #,##0.00\\ [$€-407]_-", money("€")),
            ("[$USD]\\ #,##0", money("USD")),
            ("\"¥\"#,##0", money("¥")),
        ];
        for (code, look) in codes {
            assert_eq!(Look::of_code(code), look, "{code}");
        }
    }

    #[test]
    fn no_format_code_stops_the_reader() {
        for code in ["", "\"", "\\", "[", "_", "a", "A", "AM/P", ";", "[$", "e"] {
            let _ = Look::of_code(code);
        }
    }
}
