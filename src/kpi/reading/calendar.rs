//! Units of time, months and moments.

use super::item::Item;
use crate::base::shift_months;
use crate::kpi::TimeUnit;
use chrono::{Datelike, Days, NaiveDate};

/// A unit of time as a sentence may use it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Span {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}

impl Span {
    /// The unit a service level may be promised in.
    pub(crate) fn service(self) -> Option<TimeUnit> {
        match self {
            Self::Second => Some(TimeUnit::Seconds),
            Self::Minute => Some(TimeUnit::Minutes),
            Self::Hour => Some(TimeUnit::Hours),
            Self::Day => Some(TimeUnit::Days),
            _ => None,
        }
    }

    fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
            _ => 0,
        }
    }
}

const SPANS: [(Span, &str); 9] = [
    (Span::Second, "s sec secs second seconds с сек секунд секунды секунду секунда 秒 秒钟"),
    (Span::Minute, "min mins minute minutes мин минут минуты минуту минута 分钟 分"),
    (Span::Hour, "h hr hrs hour hours ч час часа часов часу часы часам часах 小时 个小时 时"),
    (
        Span::Day,
        "d day days business workday workdays день дня дней дню дни дням днях дн сутки суток сут 天 日 工作日 个工作日",
    ),
    (Span::Week, "week weeks неделя недели недель неделю неделе нед 周 星期 个星期"),
    (Span::Month, "month months mo мес месяц месяца месяцев месяце месяцу месяцам месяцы 个月 月"),
    (
        Span::Quarter,
        "quarter quarters кв квартал квартала кварталу квартале кварталов кварталом кварталы 季度 个季度 季",
    ),
    (Span::HalfYear, "полгода полугода полугодие полугодия полугодию полугодии 半年"),
    (Span::Year, "year years yr yrs год года году годе годом лет г гг 年 年度 财年"),
];

/// The unit an item names.
pub(crate) fn span_of(item: &Item) -> Option<Span> {
    let is_word = |list: &str| list.split(' ').any(|word| word == item.text);
    SPANS.iter().find(|(_, list)| is_word(list)).map(|(span, _)| *span)
}

const ENGLISH: &str = "jan feb mar apr may jun jul aug sep oct nov dec";
const RUSSIAN: &str = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр";

/// The month an item names, 1 to 12.
pub(crate) fn month_of(item: &Item) -> Option<u32> {
    let text = item.text.as_str();
    let full =
        "january february march april may june july august september october november december";
    let place = |list: &str, fits: &dyn Fn(&str) -> bool| {
        list.split(' ').position(fits).and_then(|at| u32::try_from(at + 1).ok())
    };
    let russian = |month: &str| match month {
        "ма" => ["май", "мая", "маю", "мае", "маем"].contains(&text),
        "март" => ["март", "марта", "марту", "марте", "мартом"].contains(&text),
        _ => text
            .strip_prefix(month)
            .is_some_and(|rest| ["", "ь", "я", "ю", "е", "а", "у", "ем", "ом"].contains(&rest)),
    };
    place(full, &|month| month == text)
        .or_else(|| place(ENGLISH, &|month| month == text || (month == "sep" && text == "sept")))
        .or_else(|| place(RUSSIAN, &russian))
}

/// A moment a sentence names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Moment {
    /// A day of a year.
    Day(i32, u32, u32),
    /// A day without its year.
    DayOf(u32, u32),
    /// A month, perhaps without its year.
    Month(Option<i32>, u32),
    /// A quarter, perhaps without its year.
    Quarter(Option<i32>, u32),
    /// A half of a year.
    Half(Option<i32>, u32),
    /// A year.
    Year(i32),
    /// The end of the running unit, or of one some units later.
    Running(Span, i32),
    /// So long from now.
    FromNow(f64, Span),
    /// An occasion, or a spelling with two readings: a moment all the same.
    Unclear,
}

impl Moment {
    /// The last day of it; what is told from now needs today.
    pub(crate) fn last_day(self, today: Option<NaiveDate>) -> Option<NaiveDate> {
        match self {
            Self::Day(year, month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::DayOf(month, day) => {
                let today = today?;
                let this = NaiveDate::from_ymd_opt(today.year(), month, day)?;
                if this >= today {
                    Some(this)
                } else {
                    NaiveDate::from_ymd_opt(today.year() + 1, month, day)
                }
            }
            Self::Month(Some(year), month) => end_of(year, month),
            Self::Quarter(Some(year), quarter) => end_of(year, 3 * quarter),
            Self::Half(Some(year), half) => end_of(year, 6 * half),
            Self::Year(year) => end_of(year, 12),
            Self::Month(None, month) => next_end(today?, month),
            Self::Quarter(None, quarter) => next_end(today?, 3 * quarter),
            Self::Half(None, half) => next_end(today?, 6 * half),
            Self::Running(span, later) => running(today?, span, later),
            Self::FromNow(count, span) => from_now(today?, count, span),
            Self::Unclear => None,
        }
    }
}

fn end_of(year: i32, month: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    shift_months(first, 1).pred_opt()
}

fn next_end(today: NaiveDate, month: u32) -> Option<NaiveDate> {
    let this = end_of(today.year(), month)?;
    if this >= today { Some(this) } else { end_of(today.year() + 1, month) }
}

fn running(today: NaiveDate, span: Span, later: i32) -> Option<NaiveDate> {
    let length = span.months();
    if length == 0 {
        return None;
    }
    let months = i32::try_from(today.month()).ok()?;
    let end = (months - 1) / length * length + length + later * length;
    let first = NaiveDate::from_ymd_opt(today.year(), 1, 1)?;
    shift_months(first, end).pred_opt()
}

fn from_now(today: NaiveDate, count: f64, span: Span) -> Option<NaiveDate> {
    if !(0.0..=1200.0).contains(&count) {
        return None;
    }
    // Checked just above: a small number that is not negative.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = count.round() as u32;
    match span {
        Span::Day => today.checked_add_days(Days::new(u64::from(whole))),
        Span::Week => today.checked_add_days(Days::new(7 * u64::from(whole))),
        _ if span.months() > 0 => {
            Some(shift_months(today, span.months() * i32::try_from(whole).ok()?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_moment_ends_on_its_last_day() {
        let today = Some(date("2026-11-22"));
        let rows = [
            (Moment::Month(Some(2027), 2), "2027-02-28"),
            (Moment::Month(None, 3), "2027-03-31"),
            (Moment::Month(None, 12), "2026-12-31"),
            (Moment::Quarter(None, 4), "2026-12-31"),
            (Moment::Quarter(Some(2027), 1), "2027-03-31"),
            (Moment::Half(Some(2027), 1), "2027-06-30"),
            (Moment::Year(2027), "2027-12-31"),
            (Moment::Running(Span::Quarter, 0), "2026-12-31"),
            (Moment::Running(Span::Quarter, 1), "2027-03-31"),
            (Moment::Running(Span::Month, 0), "2026-11-30"),
            (Moment::Running(Span::Year, 1), "2027-12-31"),
            (Moment::FromNow(6.0, Span::Month), "2027-05-22"),
            (Moment::FromNow(1.0, Span::Year), "2027-11-22"),
            (Moment::DayOf(6, 30), "2027-06-30"),
        ];
        for (moment, day) in rows {
            assert_eq!(moment.last_day(today), Some(date(day)), "{moment:?}");
        }
        assert_eq!(Moment::Running(Span::Year, 0).last_day(None), None);
        assert_eq!(Moment::Day(2027, 2, 30).last_day(today), None);
    }
}
