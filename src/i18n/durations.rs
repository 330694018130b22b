//! Lengths of time with their unit, in words or with its symbol.

use super::{Arg, Catalogue, Plural};
use crate::key;

/// The unit of a length of time. A day may be a calendar or a business day;
/// which one is for the sentence around it to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DurationUnit {
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
}

impl DurationUnit {
    /// Every unit, shortest first.
    pub const ALL: [Self; 4] = [Self::Seconds, Self::Minutes, Self::Hours, Self::Days];
}

/// The amount with the unit in words: "20 seconds", "2,5 минуты".
pub fn words(catalogue: &Catalogue, amount: f64, unit: DurationUnit) -> String {
    let key = match unit {
        DurationUnit::Seconds => key!("units.seconds"),
        DurationUnit::Minutes => key!("units.minutes"),
        DurationUnit::Hours => key!("units.hours"),
        DurationUnit::Days => key!("units.days"),
    };
    let form = Plural::of_number(catalogue.language(), amount);
    catalogue.format_as(key, form, &[("amount", Arg::Number(amount))])
}

/// The amount with the unit's symbol: "20 s"; the space does not break.
pub fn short(catalogue: &Catalogue, amount: f64, unit: DurationUnit) -> String {
    let key = match unit {
        DurationUnit::Seconds => key!("units.seconds_short"),
        DurationUnit::Minutes => key!("units.minutes_short"),
        DurationUnit::Hours => key!("units.hours_short"),
        DurationUnit::Days => key!("units.days_short"),
    };
    catalogue.format(key, &[("amount", Arg::Number(amount))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::testing::in_all;

    #[test]
    fn units_in_words_follow_the_number() {
        use DurationUnit::{Days, Hours, Minutes, Seconds};
        let rows = [
            (1.0, Seconds, ["1 second", "1 秒", "1 секунда"]),
            (20.0, Seconds, ["20 seconds", "20 秒", "20 секунд"]),
            (3.0, Minutes, ["3 minutes", "3 分钟", "3 минуты"]),
            (2.5, Minutes, ["2.5 minutes", "2.5 分钟", "2,5 минуты"]),
            (21.0, Hours, ["21 hours", "21 小时", "21 час"]),
            (4.0, Hours, ["4 hours", "4 小时", "4 часа"]),
            (1.0, Days, ["1 day", "1 天", "1 день"]),
            (11.0, Days, ["11 days", "11 天", "11 дней"]),
            (0.5, Days, ["0.5 days", "0.5 天", "0,5 дня"]),
        ];
        for (amount, unit, expected) in rows {
            assert_eq!(in_all(|catalogue| words(catalogue, amount, unit)), expected);
        }
    }

    #[test]
    fn symbols_stand_after_a_space_that_does_not_break() {
        let rows = [
            (DurationUnit::Seconds, ["20 s", "20 秒", "20 с"]),
            (DurationUnit::Minutes, ["20 min", "20 分", "20 мин"]),
            (DurationUnit::Hours, ["20 h", "20 小时", "20 ч"]),
            (DurationUnit::Days, ["20 d", "20 天", "20 дн."]),
        ];
        for (unit, expected) in rows {
            let expected = expected.map(|text| text.replace(' ', "\u{a0}"));
            assert_eq!(in_all(|catalogue| short(catalogue, 20.0, unit)), expected);
        }
    }
}
