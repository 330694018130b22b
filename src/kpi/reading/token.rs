//! Cuts a sentence into words, runs of Han characters, numbers and marks.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// Letters, with digits inside where they belong to a name (`B2B`).
    Word,
    /// A run of Han characters, not yet cut into words.
    Han,
    /// A number; its value where it can be read in one way only.
    Number(Option<f64>),
    /// Any other character.
    Mark(char),
}

/// A piece of a sentence, in lower case and with full-width forms folded.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub kind: Kind,
    pub text: String,
    /// Where it begins and ends in the sentence, in characters.
    pub span: (usize, usize),
}

/// Folds a character: full-width forms to their narrow ones, every space to a
/// plain one, letters to lower case. One character stays one character, so
/// that places in the text keep their meaning.
fn fold(c: char) -> char {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        'Ё' | 'ё' => 'е',
        '٪' => '%',
        _ if c.is_whitespace() => ' ',
        _ => c,
    };
    narrow.to_lowercase().next().unwrap_or(narrow)
}

pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇')
}

/// The tokens of a sentence, spaces left out.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().map(fold).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let start = at;
        let kind = if is_han(c) {
            at = run(&chars, at, is_han);
            Kind::Han
        } else if c.is_ascii_digit() {
            at = number_end(&chars, at);
            let digits: String = chars.get(start..at).unwrap_or_default().iter().collect();
            match name_end(&chars, at) {
                Some(end) => {
                    at = end;
                    Kind::Word
                }
                None => Kind::Number(value(&digits, is_russian(&chars))),
            }
        } else if c.is_alphabetic() {
            at = run(&chars, at, is_letter);
            Kind::Word
        } else {
            at += 1;
            Kind::Mark(c)
        };
        if kind == Kind::Mark(' ') {
            continue;
        }
        let text: String = chars.get(start..at).unwrap_or_default().iter().collect();
        let owner = if kind == Kind::Word {
            ["'s", "'"].iter().find_map(|end| text.strip_suffix(end).map(str::to_owned))
        } else {
            None
        };
        let span = (start, at);
        match owner {
            // The possessive stays as a mark: what is owned is the subject.
            Some(short) => {
                found.push(Token { kind, text: short, span });
                found.push(Token { kind: Kind::Mark('\''), text: "'".to_owned(), span: (at, at) });
            }
            None => found.push(Token { kind, text, span }),
        }
    }
    found
}

fn run(chars: &[char], from: usize, fits: fn(char) -> bool) -> usize {
    let rest = chars.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|c| fits(**c)).count()
}

fn is_letter(c: char) -> bool {
    (c.is_alphanumeric() && !is_han(c)) || c == '\''
}

/// Whether the comma of the text is a decimal one: Russian alone writes so.
fn is_russian(chars: &[char]) -> bool {
    chars.iter().any(|c| matches!(c, 'а'..='я'))
}

/// Units that may stand at a number without a space.
const ATTACHED: [&str; 22] = [
    "s", "sec", "m", "min", "h", "hr", "hrs", "d", "k", "pp", "pct", "x", "pts", "с", "сек", "мин",
    "ч", "дн", "м", "т", "млн", "тыс",
];

/// Where a name goes on after digits (`3rd`, `24x7`); `None` when what follows
/// is a unit or nothing.
fn name_end(chars: &[char], at: usize) -> Option<usize> {
    let end = run(chars, at, |c| c.is_alphanumeric() && !is_han(c));
    let letters: String = chars.get(at..end).unwrap_or_default().iter().collect();
    // 1С is a system, not a second.
    let system = letters == "с" && chars.get(at - 1) == Some(&'1');
    (!letters.is_empty() && (system || !ATTACHED.contains(&letters.as_str()))).then_some(end)
}

/// The end of a number: digits with marks between them, and groups of three
/// digits after a space.
fn number_end(chars: &[char], from: usize) -> usize {
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut at = from;
    loop {
        while digit(at) {
            at += 1;
        }
        let joins = match chars.get(at) {
            Some('.' | ',' | '\'') => digit(at + 1),
            Some(' ') => {
                let groups = at - from <= 3 || chars.get(at - 4) == Some(&' ');
                groups && (1..=3).all(|n| digit(at + n)) && !digit(at + 4)
            }
            _ => false,
        };
        if !joins {
            return at;
        }
        at += 1;
    }
}

/// The value of digits with marks; `None` where it has two readings. A comma
/// before three digits groups them in English and Chinese, and is a decimal
/// mark in Russian; several marks of one kind group.
fn value(digits: &str, russian: bool) -> Option<f64> {
    let plain: String = digits.chars().filter(|c| !matches!(c, ' ' | '\'')).collect();
    let marks: Vec<char> = plain.chars().filter(|c| !c.is_ascii_digit()).collect();
    let groups_of_three = |mark: char| {
        let mut parts = plain.split(mark);
        let first = parts.next().unwrap_or_default();
        (1..=3).contains(&first.len()) && parts.all(|part| part.len() == 3)
    };
    let text = match marks.as_slice() {
        [',', .., '.'] => plain.replace(',', ""),
        ['.', .., ','] => plain.replace('.', "").replace(',', "."),
        [','] if russian || !groups_of_three(',') => plain.replace(',', "."),
        ['.'] if russian && groups_of_three('.') => return None,
        [] | ['.'] => plain,
        [mark, rest @ ..] if rest.iter().all(|one| one == mark) && groups_of_three(*mark) => {
            plain.replace(*mark, "")
        }
        _ => return None,
    };
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<Option<f64>> {
        let value = |token: Token| match token.kind {
            Kind::Number(value) => Some(value),
            _ => None,
        };
        tokens(text).into_iter().filter_map(value).collect()
    }

    #[test]
    fn numbers_are_read_by_the_habits_of_their_language() {
        assert_eq!(numbers("1,200 leads"), [Some(1200.0)]);
        assert_eq!(numbers("1.5 hours"), [Some(1.5)]);
        assert_eq!(numbers("до 1,5 часа"), [Some(1.5)]);
        assert_eq!(numbers("1 200 клиентов"), [Some(1200.0)]);
        assert_eq!(numbers("от 12 000 до 15 000 рублей"), [Some(12_000.0), Some(15_000.0)]);
        assert_eq!(numbers("８０％ 的电话"), [Some(80.0)]);
        assert_eq!(numbers("1,234,567.5"), [Some(1_234_567.5)]);
        assert_eq!(numbers("1.234 рубля"), [None]);
    }

    #[test]
    fn digits_inside_a_name_are_no_number() {
        assert_eq!(numbers("B2B accounts in 1С, ISO9001, 24x7"), []);
        assert_eq!(numbers("in 20s or 4h"), [Some(20.0), Some(4.0)]);
    }

    #[test]
    fn a_word_keeps_its_place_in_the_text() {
        let found = tokens("Ещё «NPS» 度");
        let spans: Vec<_> = found.iter().map(|token| (token.text.as_str(), token.span)).collect();
        assert_eq!(
            spans,
            [("еще", (0, 3)), ("«", (4, 5)), ("nps", (5, 8)), ("»", (8, 9)), ("度", (10, 11))]
        );
    }
}
