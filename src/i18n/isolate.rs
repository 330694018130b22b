//! Text from people within a sentence of ours: what it says may run the other
//! way, but it may not turn the sentence around it.

use std::borrow::Cow;
use std::fmt::Write as _;

/// First strong isolate and its end, Unicode Standard Annex 9, section 2.4.
const OPEN: char = '\u{2068}';
const CLOSE: char = '\u{2069}';

/// `text` as it may stand in a slot. Plain left-to-right text stays as it is.
/// Text with letters or controls of the other direction is set apart as an
/// isolate; embeddings and overrides in it, and isolates that do not pair up,
/// are shown as `[U+202E]` instead of obeyed.
pub(super) fn isolated(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| runs_backwards(c) || is_embedding(c) || is_isolate(c)) {
        return Cow::Borrowed(text);
    }
    let pairs_up = isolates_pair_up(text);
    let mut written = String::with_capacity(text.len() + 8);
    written.push(OPEN);
    for c in text.chars() {
        if is_embedding(c) || (is_isolate(c) && !pairs_up) {
            // Writing to a string cannot fail.
            let _ = write!(written, "[U+{:04X}]", u32::from(c));
        } else {
            written.push(c);
        }
    }
    written.push(CLOSE);
    Cow::Owned(written)
}

/// Scripts written from right to left, and the marks that act like them.
fn runs_backwards(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

fn is_embedding(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}')
}

fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..=CLOSE)
}

/// Whether every isolate in the text is closed, and none is closed that the
/// text did not open: a sentence of ours that stands in another is so.
fn isolates_pair_up(text: &str) -> bool {
    let mut open = 0_usize;
    for c in text.chars().filter(|c| is_isolate(*c)) {
        if c != CLOSE {
            open += 1;
        } else if open == 0 {
            return false;
        } else {
            open -= 1;
        }
    }
    open == 0
}

#[cfg(test)]
mod tests {
    use super::isolated;
    use std::borrow::Cow;

    #[test]
    fn text_that_runs_our_way_stays_as_it_is() {
        for text in ["", "ERP", "Заказчик", "客户主数据", "a – “b” 1.5 €", "😀"]
        {
            assert!(matches!(isolated(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn text_that_runs_the_other_way_is_set_apart() {
        assert_eq!(isolated("نظام ERP"), "\u{2068}نظام ERP\u{2069}");
        assert_eq!(isolated("לקוח"), "\u{2068}לקוח\u{2069}");
    }

    #[test]
    fn an_override_is_shown_instead_of_obeyed() {
        assert_eq!(isolated("x\u{202e}gpj.exe"), "\u{2068}x[U+202E]gpj.exe\u{2069}");
        // Closing more than was opened would end the isolate around it.
        assert_eq!(isolated("a\u{2069}\u{202e}b"), "\u{2068}a[U+2069][U+202E]b\u{2069}");
        assert_eq!(isolated("a\u{2067}b"), "\u{2068}a[U+2067]b\u{2069}");
    }

    #[test]
    fn a_sentence_with_such_text_in_it_can_stand_in_another() {
        let inner = format!("The owner of {} is open", isolated("نظام"));
        assert_eq!(isolated(&inner), format!("\u{2068}{inner}\u{2069}"));
    }
}
