//! Plural forms after the Unicode CLDR plural rules for cardinal numbers
//! (Unicode Technical Standard 35, part 3, "Language Plural Rules").

use super::Language;
use crate::base::plain;

/// The form a counted word takes; the last part of a plural message's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Plural {
    /// English 1 · Russian 1, 21, 31 but not 11.
    One,
    /// Russian 2 to 4, 22 to 24 but not 12 to 14.
    Few,
    /// Russian 0, 5 to 20, 25 to 30.
    Many,
    /// Everything else: other counts in English, all in Chinese, fractions.
    Other,
}

impl Plural {
    /// Every form.
    pub const ALL: [Self; 4] = [Self::One, Self::Few, Self::Many, Self::Other];

    /// The part of the key that names the form.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    /// The forms a plural message of the language has to spell out.
    pub const fn needed(language: Language) -> &'static [Self] {
        match language {
            Language::English | Language::Pseudo => &[Self::One, Self::Other],
            Language::Chinese => &[Self::Other],
            Language::Russian => &Self::ALL,
        }
    }

    /// The form for a count of things.
    pub fn of(language: Language, count: u64) -> Self {
        match language {
            Language::English | Language::Pseudo if count == 1 => Self::One,
            Language::English | Language::Pseudo | Language::Chinese => Self::Other,
            Language::Russian => match (count % 10, count % 100) {
                (_, 11..=14) => Self::Many,
                (1, _) => Self::One,
                (2..=4, _) => Self::Few,
                _ => Self::Many,
            },
        }
    }

    /// The form for a number as it is shown: a whole number counts by its
    /// size, a fraction takes [`Plural::Other`] in all our languages.
    pub fn of_number(language: Language, value: f64) -> Self {
        plain(value.abs()).parse().map_or(Self::Other, |count| Self::of(language, count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Sample values of the CLDR plural charts (`@integer` and `@decimal` of
    // the rules for ru, en and zh), written out by hand.

    fn assert_form(language: Language, form: Plural, counts: &[u64]) {
        for count in counts {
            assert_eq!(Plural::of(language, *count), form, "{language:?} {count}");
        }
    }

    #[test]
    fn russian_counts_take_the_form_of_their_last_digits() {
        let russian = Language::Russian;
        assert_form(russian, Plural::One, &[1, 21, 31, 41, 51, 61, 71, 81, 101, 1001]);
        assert_form(russian, Plural::Few, &[2, 3, 4, 22, 23, 24, 32, 33, 34, 42, 62, 102, 1002]);
        assert_form(russian, Plural::Many, &[0, 5, 6, 11, 12, 13, 14, 19, 20, 100, 1000, 10_000]);
        assert_form(russian, Plural::Many, &[111, 112, 114, 211, 1_000_000, 25, 30]);
    }

    #[test]
    fn english_knows_one_and_other_and_chinese_only_other() {
        assert_form(Language::English, Plural::One, &[1]);
        assert_form(Language::English, Plural::Other, &[0, 2, 11, 16, 21, 100, 101, 1_000_000]);
        assert_form(Language::Chinese, Plural::Other, &[0, 1, 2, 15, 100, 1000, u64::MAX]);
    }

    #[test]
    fn fractions_take_the_other_form() {
        for value in [0.1, 1.5, 2.2, 10.1, 1000.5] {
            for language in Language::ALL {
                assert_eq!(Plural::of_number(language, value), Plural::Other, "{value}");
            }
        }
        assert_eq!(Plural::of_number(Language::Russian, 22.0), Plural::Few);
        assert_eq!(Plural::of_number(Language::Russian, -1.0), Plural::One);
        assert_eq!(Plural::of_number(Language::English, 1.0), Plural::One);
        assert_eq!(Plural::of_number(Language::English, f64::NAN), Plural::Other);
    }
}
