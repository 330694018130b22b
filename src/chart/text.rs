//! Text without a browser: how wide it will be, how to shorten and escape it.
//!
//! The table gives the wider of the usual system faces (Segoe UI, San
//! Francisco, Roboto, Noto Sans) at the weight of a label, so that what fits by the table fits on the
//! screen, and a picture drawn natively equals the one drawn in a page.

/// Size of every text in a chart, in pixels.
pub const TEXT_SIZE: f64 = 12.0;

/// Distance of two text lines, in pixels.
pub const LINE_HEIGHT: f64 = 15.0;

/// Width of `text` at [`TEXT_SIZE`], in pixels.
pub fn text_width(text: &str) -> f64 {
    let thousandths: u32 = text.chars().map(advance).sum();
    f64::from(thousandths) * TEXT_SIZE / 1000.0
}

/// Advance of one character in thousandths of the text size.
fn advance(letter: char) -> u32 {
    match letter {
        '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => 0,
        ' '..='~' => ascii_advance(letter),
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '·' => 300,
        '–' | '−' | '×' | '≤' | '≥' | '±' | '°' => 600,
        'ж' | 'м' | 'ф' | 'ш' | 'щ' | 'ы' | 'ю' => 870,
        'г' | 'т' | 'с' | 'з' | 'э' => 560,
        'а'..='я' | 'ё' => 650,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff60}'
        | '…'
        | '—'
        | '“'
        | '”'
        | '‰'
        | '№'
        | 'Ж'
        | 'М'
        | 'Ф'
        | 'Ш'
        | 'Щ'
        | 'Ы'
        | 'Ю' => 1000,
        'А'..='Я' | 'Ё' => 750,
        '\u{1f000}'.. => 1300,
        _ if letter.is_uppercase() => 780,
        _ => 640,
    }
}

fn ascii_advance(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | '!' | ' ' => 300,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '{' | '}' | '/' | '\\' | 'I' | '-' | '`' => 430,
        'm' | 'W' | 'M' | '@' | '%' => 940,
        'w' | 'O' | 'Q' | 'G' | 'N' | 'D' | 'H' | 'U' => 790,
        's' | 'c' | 'z' | 'x' | 'v' | 'k' | 'y' | 'J' => 540,
        'A'..='Z' => 680,
        _ => 620,
    }
}

/// `text` if it fits into `width` pixels, else as much of its beginning as
/// fits with an ellipsis; empty when not even two letters fit.
pub fn shorten(text: &str, width: f64) -> String {
    if text_width(text) <= width {
        return text.to_owned();
    }
    let room = width - text_width("…");
    let mut kept = String::new();
    for letter in text.chars() {
        kept.push(letter);
        if text_width(&kept) > room {
            kept.pop();
            break;
        }
    }
    // What joins to a letter that is gone must go too.
    let kept = kept.trim_end_matches(|last: char| last.is_whitespace() || advance(last) == 0);
    if kept.chars().count() < 2 { String::new() } else { format!("{kept}…") }
}

/// `text` on at most `most` lines of `width` pixels: broken at spaces, between
/// Chinese letters, or within a word that is too wide for a line of its own;
/// what does not fit ends in an ellipsis.
pub fn wrap(text: &str, width: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() && lines.len() < most {
        let line = if lines.len() + 1 == most { rest } else { first_line(rest, width) };
        lines.push(shorten(line.trim_end(), width));
        rest = rest.get(line.len()..).unwrap_or_default().trim_start();
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// As much of the beginning of a text as fits on a line, up to a place where
/// it may be broken.
fn first_line(text: &str, width: f64) -> &str {
    let mut fits = 0;
    let mut end = 0;
    let mut so_far = 0.0;
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let wide = advance(letter) >= 1000 && letter.is_alphabetic();
        if at > 0 && (letter.is_whitespace() || wide || before.is_whitespace()) {
            end = at;
        }
        so_far += f64::from(advance(letter)) * TEXT_SIZE / 1000.0;
        if so_far > width && !letter.is_whitespace() {
            // A word wider than the line is cut where it must be.
            let cut = if end > 0 { end } else { fits };
            return text.get(..cut.max(letter_end(text))).unwrap_or(text);
        }
        fits = at + letter.len_utf8();
        before = letter;
    }
    text
}

/// Where the first letter ends: a line holds at least one.
fn letter_end(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// Appends `text` as XML character data, fit for attributes as well. Control
/// characters, which XML 1.0 cannot hold even escaped, become spaces.
pub fn push_escaped(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => out.push(' '),
            _ if letter.is_control() => out.push(' '),
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_chinese_letter_is_as_wide_as_the_text_is_high() {
        assert!((text_width("指标") - 2.0 * TEXT_SIZE).abs() < 1e-9);
        // Bytes are not letters: plotters would count eight here.
        assert!(text_width("цель") < 4.0 * TEXT_SIZE * 0.7);
    }

    #[test]
    fn a_short_text_stays_and_a_long_one_ends_in_an_ellipsis() {
        assert_eq!(shorten("Target", 100.0), "Target");
        assert_eq!(shorten("Target", 3.0), "");
        assert!(shorten("Target of the year", 60.0).ends_with('…'));
    }

    #[test]
    fn markup_and_control_characters_become_harmless() {
        let mut out = String::new();
        push_escaped(&mut out, "<script>\"&'\u{0}\u{7}\u{ffff}");
        assert_eq!(out, "&lt;script&gt;&quot;&amp;&#39;   ");
    }

    #[test]
    fn a_text_breaks_at_spaces_and_between_chinese_letters() {
        assert_eq!(wrap("Calls with number", 70.0, 3), ["Calls with", "number"]);
        assert_eq!(wrap("客户订单库存", 40.0, 3), ["客户订", "单库存"]);
        assert_eq!(wrap("  one  ", 70.0, 2), ["one"]);
        assert!(wrap("", 70.0, 2).is_empty());
        let last = wrap("Calls with number, time and result", 70.0, 2);
        assert!(last.len() == 2 && last[1].ends_with('…'), "{last:?}");
        assert!(wrap("Schnittstellenverwaltung", 60.0, 4).len() > 1, "a long word is cut");
    }

    proptest! {
        #[test]
        fn wrapped_lines_fit_and_lose_nothing_but_spaces(
            text in "\\PC{0,60}", width in 30.0f64..200.0, most in 1usize..5,
        ) {
            let lines = wrap(&text, width, most);
            prop_assert!(lines.len() <= most);
            for line in &lines {
                prop_assert!(text_width(line) <= width, "{line:?}");
            }
            let all = wrap(&text, width, 1000);
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(bare(&all.concat()), bare(&text));
        }

        #[test]
        fn shortened_text_fits(text in "\\PC{0,40}", width in 0.0f64..200.0) {
            prop_assert!(text_width(&shorten(&text, width)) <= width);
        }
    }
}
