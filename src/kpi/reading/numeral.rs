//! Numbers written as words: *twenty*, *двадцати*, 百分之八十, 八成.

use super::item::{Item, ItemKind};
use super::tag::{Tag, Tags};

/// A number of Han characters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    pub value: f64,
    /// In characters.
    pub length: usize,
    pub tags: Tags,
}

/// What follows a Chinese numeral when it counts something. Without one of
/// these, 一 and its like are parts of words.
const COUNTED: [&str; 56] = [
    "秒",
    "分钟",
    "小时",
    "个小时",
    "天",
    "个工作日",
    "工作日",
    "日",
    "周",
    "星期",
    "个月",
    "月",
    "季度",
    "个季度",
    "年",
    "倍",
    "个百分点",
    "百分点",
    "个点",
    "元",
    "万",
    "亿",
    "名",
    "位",
    "家",
    "人",
    "件",
    "条",
    "份",
    "笔",
    "台",
    "封",
    "通",
    "台",
    "场",
    "项",
    "款",
    "组",
    "套",
    "户",
    "单",
    "票",
    "批",
    "次以",
    "次及",
    "分以",
    "个",
    "点",
    "店",
    "倍以",
    "期",
    "次",
    "遍",
    "轮",
    "篇",
    "本",
];

/// What looks counted but is a word of its own.
const NOT_COUNTED: [&str; 14] = [
    "一个客户视图",
    "一单制",
    "一次",
    "一位一体",
    "一家人",
    "一个整体",
    "一点",
    "一条龙",
    "一票否决",
    "一个月薪",
    "一月",
    "一个中心",
    "一年一度",
    "一个窗口",
];

/// The numeral a run of Han characters begins with. `before` is the item in
/// front: after 第 it is an ordinal, after digits 万 multiplies.
pub(super) fn han(text: &str, before: Option<&Item>) -> Option<Numeral> {
    let percent = Tags::of(&[Tag::Percent]);
    if let Some(rest) = text.strip_prefix("百分之") {
        if let Some((value, length)) = digits(rest) {
            return Some(Numeral { value, length: length + 3, tags: percent });
        }
        return None;
    }
    for (word, value) in [
        ("一半", 50.0),
        ("半数", 50.0),
        ("减半", 50.0),
        ("三分之一", 33.3),
        ("三分之二", 66.7),
        ("四分之一", 25.0),
        ("四分之三", 75.0),
        ("五分之一", 20.0),
    ] {
        if text.starts_with(word) {
            return Some(Numeral { value, length: word.chars().count(), tags: percent });
        }
    }
    for (word, value) in [("翻两番", 4.0), ("翻一番", 2.0), ("翻番", 2.0), ("翻倍", 2.0)]
    {
        if text.starts_with(word) {
            return Some(Numeral {
                value,
                length: word.chars().count(),
                tags: Tags::of(&[Tag::Up, Tag::Change]),
            });
        }
    }
    if text.starts_with("两成") || NOT_COUNTED.iter().all(|word| !text.starts_with(word)) {
        let (value, length) = digits(text)?;
        let rest: String = text.chars().skip(length).collect();
        let tenth = rest.starts_with('成')
            && [
                "成为", "成交", "成本", "成功", "成果", "成员", "成长", "成熟", "成就", "成立",
                "成绩",
            ]
            .iter()
            .all(|word| !rest.starts_with(word));
        if tenth && value <= 10.0 {
            return Some(Numeral { value: value * 10.0, length: length + 1, tags: percent });
        }
        let ordinal = before.is_some_and(|item| item.text.ends_with('第'));
        let counted = COUNTED.iter().any(|unit| rest.starts_with(unit));
        // 一个 is an article where nothing is compared.
        let article = value <= 1.0
            && (rest.starts_with('个')
                && !rest.starts_with("个月")
                && !rest.starts_with("个季度")
                && !rest.starts_with("个百分点")
                && !rest.starts_with("个工作日")
                && !rest.starts_with("个小时"));
        if ordinal || (counted && !article) {
            return Some(Numeral { value, length, tags: Tags::NONE });
        }
    }
    None
}

/// Reads 十, 二十, 一百二十, 两千, 三万 and so on.
fn digits(text: &str) -> Option<(f64, usize)> {
    let (mut total, mut section, mut digit) = (0.0, 0.0, None::<f64>);
    let mut length = 0;
    for c in text.chars() {
        let value = match c {
            '零' | '〇' => Some(0.0),
            '一' => Some(1.0),
            '二' | '两' => Some(2.0),
            '三' => Some(3.0),
            '四' => Some(4.0),
            '五' => Some(5.0),
            '六' => Some(6.0),
            '七' => Some(7.0),
            '八' => Some(8.0),
            '九' => Some(9.0),
            _ => None,
        };
        let unit = match c {
            '十' => 10.0,
            '百' => 100.0,
            '千' => 1_000.0,
            '万' => 10_000.0,
            '亿' => 1e8,
            _ => 0.0,
        };
        if let Some(value) = value {
            digit = Some(value);
        } else if unit >= 10_000.0 && length > 0 {
            total = (total + section + digit.take().unwrap_or(0.0)) * unit;
            section = 0.0;
        } else if unit >= 10.0 && (unit < 100.0 || length > 0) && unit < 10_000.0 {
            section += digit.take().unwrap_or(1.0) * unit;
        } else {
            break;
        }
        length += 1;
    }
    (length > 0).then(|| (total + section + digit.unwrap_or(0.0), length))
}

/// Values of English and Russian number words; Russian ones as stems.
const WORDS: [(&str, f64); 82] = [
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("fifteen", 15.0),
    ("eighteen", 18.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
    ("dozen", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("nineteen", 19.0),
    ("два", 2.0),
    ("две", 2.0),
    ("двух", 2.0),
    ("двумя", 2.0),
    ("три", 3.0),
    ("трех", 3.0),
    ("тремя", 3.0),
    ("четыре", 4.0),
    ("четырех", 4.0),
    ("пять", 5.0),
    ("пяти", 5.0),
    ("шесть", 6.0),
    ("шести", 6.0),
    ("семь", 7.0),
    ("семи", 7.0),
    ("восемь", 8.0),
    ("восьми", 8.0),
    ("девять", 9.0),
    ("девяти", 9.0),
    ("десять", 10.0),
    ("десяти", 10.0),
    ("десятка", 10.0),
    ("двенадцать", 12.0),
    ("двенадцати", 12.0),
    ("пятнадцать", 15.0),
    ("пятнадцати", 15.0),
    ("двадцать", 20.0),
    ("двадцати", 20.0),
    ("тридцать", 30.0),
    ("тридцати", 30.0),
    ("сорок", 40.0),
    ("сорока", 40.0),
    ("пятьдесят", 50.0),
    ("пятидесяти", 50.0),
    ("шестьдесят", 60.0),
    ("шестидесяти", 60.0),
    ("семьдесят", 70.0),
    ("семидесяти", 70.0),
    ("восемьдесят", 80.0),
    ("восьмидесяти", 80.0),
    ("девяносто", 90.0),
    ("девяноста", 90.0),
    ("сто", 100.0),
    ("ста", 100.0),
    ("двести", 200.0),
    ("двухсот", 200.0),
    ("триста", 300.0),
    ("трехсот", 300.0),
    ("пятьсот", 500.0),
    ("пятисот", 500.0),
    ("полтора", 1.5),
    ("полутора", 1.5),
    ("одиннадцать", 11.0),
    ("одиннадцати", 11.0),
    ("hundred", 100.0),
];

/// Words for a part or a multiple.
const PARTS: [(&str, f64); 22] = [
    ("half", 50.0),
    ("one half", 50.0),
    ("third", 33.3),
    ("thirds", 66.7),
    ("halve", 50.0),
    ("halves", 50.0),
    ("halving", 50.0),
    ("половина", 50.0),
    ("половины", 50.0),
    ("половину", 50.0),
    ("половине", 50.0),
    ("треть", 33.3),
    ("трети", 33.3),
    ("четверть", 25.0),
    ("четверти", 25.0),
    ("пополам", 50.0),
    ("вдвое", 50.0),
    ("наполовину", 50.0),
    ("quarters", 75.0),
    ("втрое", 66.7),
    ("вполовину", 50.0),
    ("наполовину", 50.0),
];

/// Words that multiply a number before them.
const MULTIPLIERS: [(&str, f64); 24] = [
    ("hundred", 100.0),
    ("thousand", 1e3),
    ("k", 1e3),
    ("million", 1e6),
    ("millions", 1e6),
    ("mln", 1e6),
    ("m", 1e6),
    ("billion", 1e9),
    ("bn", 1e9),
    ("тыс", 1e3),
    ("тысяч", 1e3),
    ("тысячи", 1e3),
    ("тысяча", 1e3),
    ("тысячу", 1e3),
    ("млн", 1e6),
    ("миллион", 1e6),
    ("миллиона", 1e6),
    ("миллионов", 1e6),
    ("млрд", 1e9),
    ("миллиард", 1e9),
    ("миллиарда", 1e9),
    ("миллиардов", 1e9),
    ("万", 1e4),
    ("亿", 1e8),
];

fn look_up(table: &[(&str, f64)], word: &str) -> Option<f64> {
    table.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}

/// Turns number words into numbers and joins what belongs to one number.
pub(super) fn join(items: &mut Vec<Item>) {
    for at in 0..items.len() {
        let before = at.checked_sub(1).and_then(|at| items.get(at)).cloned();
        let Some(item) = items.get_mut(at) else { return };
        if item.kind != ItemKind::Word {
            continue;
        }
        if let Some(value) = look_up(&WORDS, &item.text) {
            item.kind = ItemKind::Number(Some(value));
        } else if let Some(value) = look_up(&PARTS, &item.text) {
            // "First half" is a time, "two thirds" is read whole.
            let ordinal = before.as_ref().is_some_and(|before| {
                ["first", "second", "1st", "2nd", "and", "third", "на"]
                    .contains(&before.text.as_str())
                    && item.text == "half"
            });
            if !ordinal {
                item.kind = ItemKind::Number(Some(value));
                item.tags = item.tags.and(Tags::of(&[Tag::Percent]));
            }
        }
    }
    let mut at = 0;
    while at + 1 < items.len() {
        let joined = match (items.get(at), items.get(at + 1)) {
            (Some(number), Some(next)) => pair(number, next),
            _ => None,
        };
        match joined {
            Some((value, span)) => {
                if let Some(item) = items.get_mut(at) {
                    item.kind = ItemKind::Number(value);
                    item.span.1 = span;
                }
                items.remove(at + 1);
            }
            None => at += 1,
        }
    }
}

/// The number two items make together: twenty five, 5 thousand, 3.2 万.
fn pair(number: &Item, next: &Item) -> Option<(Option<f64>, usize)> {
    let ItemKind::Number(value) = number.kind else { return None };
    if number.has(Tag::Percent) {
        return None;
    }
    if let Some(factor) = look_up(&MULTIPLIERS, &next.text) {
        // "5 m" may be minutes or metres: only a joined form counts.
        let apart = next.span.0 > number.span.1;
        if next.text == "m" && apart {
            return None;
        }
        return Some((value.map(|value| value * factor), next.span.1));
    }
    let in_words = number.text.chars().all(char::is_alphabetic);
    let (Some(tens), Some(ones)) = (value, next.number()) else { return None };
    let fits = in_words && next.text.chars().all(char::is_alphabetic) && !next.has(Tag::Percent);
    let round = tens >= 20.0 && (tens % 10.0).abs() < f64::EPSILON;
    (fits && round && ones < 10.0_f64.max(tens / 10.0) && ones < 100.0)
        .then_some((Some(tens + ones), next.span.1))
}
