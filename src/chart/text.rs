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

    proptest! {
        #[test]
        fn shortened_text_fits(text in "\\PC{0,40}", width in 0.0f64..200.0) {
            prop_assert!(text_width(&shorten(&text, width)) <= width);
        }
    }
}
