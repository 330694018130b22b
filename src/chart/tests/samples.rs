//! Plots to draw in tests, in three languages.

use super::super::*;
use crate::base::plain;
use chrono::{Datelike, NaiveDate};

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// `count` first days of months, beginning with `from`.
pub fn months(from: &str, count: u32) -> Vec<NaiveDate> {
    (0..count).map(|month| day(from) + chrono::Months::new(month)).collect()
}

/// A wandering value from 0 to 1, the same on every machine.
pub fn wander(index: usize) -> f64 {
    let mixed = (index as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    ((mixed ^ (mixed >> 29)) % 10_007) as f64 / 10_007.0
}

fn grouped(value: f64, separator: char) -> String {
    let text = plain(value.abs());
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::from(if value < 0.0 { "−" } else { "" });
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    if !part.is_empty() {
        out.push(if separator == ',' { '.' } else { ',' });
        out.push_str(part);
    }
    out
}

/// One of the three languages.
pub enum Words {
    English,
    Chinese,
    Russian,
}

const ENGLISH: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const RUSSIAN: [&str; 12] = [
    "янв.",
    "февр.",
    "март",
    "апр.",
    "май",
    "июнь",
    "июль",
    "авг.",
    "сент.",
    "окт.",
    "нояб.",
    "дек.",
];

impl AxisWords for Words {
    fn number(&self, value: f64, _step: f64) -> String {
        grouped(value, if matches!(self, Self::Russian) { '\u{a0}' } else { ',' })
    }

    fn short_number(&self, value: f64, step: f64) -> String {
        let (size, word) = match self {
            Self::Chinese => (1e12, "万亿"),
            Self::English => (1e12, " T"),
            Self::Russian => (1e12, " трлн"),
        };
        if value.abs() < size {
            self.number(value, step)
        } else {
            self.number(value / size, step) + word
        }
    }

    fn day(&self, date: NaiveDate) -> String {
        match self {
            Self::Chinese => format!("{}月{}日", date.month(), date.day()),
            _ => format!("{} {}", date.day(), self.month(date)),
        }
    }

    fn month(&self, date: NaiveDate) -> String {
        let index = date.month0() as usize;
        match self {
            Self::English => ENGLISH[index].to_owned(),
            Self::Russian => RUSSIAN[index].to_owned(),
            Self::Chinese => format!("{}月", date.month()),
        }
    }

    fn quarter(&self, date: NaiveDate) -> String {
        let quarter = date.month0() / 3 + 1;
        match self {
            Self::English => format!("Q{quarter}"),
            Self::Russian => format!("{quarter} кв."),
            Self::Chinese => format!("{quarter}季度"),
        }
    }

    fn year(&self, date: NaiveDate) -> String {
        let year = date.year();
        if matches!(self, Self::Chinese) { format!("{year}年") } else { year.to_string() }
    }
}

/// What the labels of the full chart say.
pub struct Texts {
    pub title: &'static str,
    pub unit: &'static str,
    pub actual: (&'static str, &'static str),
    pub target: (&'static str, &'static str),
    pub expected: (&'static str, &'static str),
    pub tolerance: (&'static str, &'static str),
    pub baseline: (&'static str, &'static str),
    pub marks: [&'static str; 3],
}

pub const ENGLISH_TEXTS: Texts = Texts {
    title: "First response is within tolerance",
    unit: "minutes, less is better",
    actual: ("Jun 34 min, running", "34 min"),
    target: ("Target 30 min", "Target 30"),
    expected: ("Expected path", "Expected"),
    tolerance: ("Tolerance +4", "±4"),
    baseline: ("Baseline 62 min", "Baseline 62"),
    marks: ["Team training", "Go-live", "New mailbox"],
};

pub const CHINESE_TEXTS: Texts = Texts {
    title: "首次响应时间在容差范围内",
    unit: "分钟,越低越好",
    actual: ("6月 34 分钟(进行中)", "34 分钟"),
    target: ("目标 30 分钟", "目标 30"),
    expected: ("预期路径", "预期"),
    tolerance: ("容差 4 分钟", "容差"),
    baseline: ("基线 62 分钟", "基线 62"),
    marks: ["团队培训", "系统上线", "新邮箱启用"],
};

pub const RUSSIAN_TEXTS: Texts = Texts {
    title: "Первый ответ в пределах допуска",
    unit: "минуты, чем меньше, тем лучше",
    actual: ("Июнь 34 мин, не завершён", "34 мин"),
    target: ("Цель: 30 минут", "Цель 30"),
    expected: ("Ожидаемое снижение", "Ожидание"),
    tolerance: ("Допуск 4 мин", "Допуск"),
    baseline: ("Исходное значение 62 мин", "Было 62"),
    marks: ["Обучение команды", "Запуск системы", "Новый почтовый ящик"],
};

fn label((long, short): (&str, &str)) -> Label {
    Label::new(long, short)
}

/// 24 months of a time that should fall: everything a chart can show.
pub fn full<'a>(texts: &Texts, words: &'a Words) -> Plot<'a> {
    let dates = months("2024-07-01", 24);
    let mut plot = Plot::new(day("2024-06-01"), day("2026-12-31"), words);
    let (start, due, end) = (day("2024-06-01"), day("2026-09-30"), plot.to);
    let path = |date: NaiveDate| {
        let share = (date - start).num_days() as f64 / (due - start).num_days() as f64;
        62.0 - 32.0 * share.min(1.0)
    };
    plot.title = texts.title.to_owned();
    plot.description = texts.unit.to_owned();
    plot.unit = texts.unit.to_owned();
    plot.points = dates
        .iter()
        .enumerate()
        .map(|(index, date)| {
            let value = path(*date) - 4.0 + 11.0 * wander(index);
            PlotPoint::new(*date, (value * 10.0).round() / 10.0)
        })
        .collect();
    if let Some(last) = plot.points.last_mut() {
        *last = PlotPoint { running: true, value: Some(34.0), ..*last };
    }
    plot.actual_label = label(texts.actual);
    plot.expected = Some(NamedLine {
        path: vec![(start, 62.0), (due, 30.0), (end, 30.0)],
        label: label(texts.expected),
    });
    plot.tolerance = Some(Band {
        edges: vec![(start, 62.0, 66.0), (due, 30.0, 34.0), (end, 30.0, 34.0)],
        label: label(texts.tolerance),
    });
    plot.target =
        Some(Target { value: 30.0, from: None, due: Some(due), label: label(texts.target) });
    plot.baseline = Some(Baseline { date: start, value: 62.0, label: label(texts.baseline) });
    plot.marks = ["2025-01-10", "2025-02-20", "2025-11-03"]
        .into_iter()
        .zip(texts.marks)
        .map(|(date, text)| ChangeMark { date: day(date), label: text.to_owned() })
        .collect();
    plot
}

/// `count` values from 2000 on, up to many a day.
pub fn long(count: usize, words: &Words) -> Plot<'_> {
    let (from, to) = (day("2000-01-01"), day("2026-12-31"));
    let days = (to - from).num_days() as usize;
    let mut plot = Plot::new(from, to, words);
    plot.width = 1000;
    plot.height = 400;
    plot.title = "Many values".to_owned();
    plot.unit = "calls".to_owned();
    plot.actual_label = "Calls".into();
    plot.points = (0..count)
        .map(|index| {
            let date = from + chrono::Days::new((index * days / count.max(1)) as u64);
            let trend = index as f64 / count as f64;
            PlotPoint::new(date, 400.0 - 150.0 * trend + 120.0 * wander(index))
        })
        .collect();
    plot
}
