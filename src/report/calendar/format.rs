//! Content lines of `iCalendar` (RFC 5545, section 3.1): `NAME:value`, ended by
//! CR LF, no line longer than 75 octets, longer ones folded.

/// Octets of a line without its end.
const LONGEST: usize = 75;

/// Content lines, one after the other.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Adds a line whose value is written as it is.
    pub fn add(&mut self, name: &str, value: &str) {
        fold(&mut self.0, &format!("{name}:{value}"));
    }

    /// Adds a line whose value is a text of somebody's.
    pub fn add_text(&mut self, name: &str, text: &str) {
        self.add(name, &escape(text));
    }

    /// The whole file.
    pub fn text(self) -> String {
        self.0
    }
}

/// A text as a value (RFC 5545, section 3.3.11). Control characters have no
/// place in one and are left out, but for the tab.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in text.replace("\r\n", "\n").replace('\r', "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Writes a line in pieces of at most [`LONGEST`] octets that never part a
/// character; every piece but the first begins with a space, which counts.
fn fold(out: &mut String, line: &str) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What a reader makes of a value: the text again.
    fn read(value: &str) -> String {
        let mut out = String::new();
        let mut rest = value.chars();
        while let Some(c) = rest.next() {
            match c {
                '\\' => match rest.next() {
                    Some('n' | 'N') => out.push('\n'),
                    Some(other) => out.push(other),
                    None => {}
                },
                c => out.push(c),
            }
        }
        out
    }

    fn written(text: &str) -> String {
        let mut lines = Lines::default();
        lines.add_text("SUMMARY", text);
        lines.text()
    }

    proptest! {
        #[test]
        fn a_text_comes_back_from_its_folded_lines(text in any::<String>()) {
            let file = written(&text);
            for line in file.trim_end_matches("\r\n").split("\r\n") {
                prop_assert!(line.len() <= LONGEST, "{} octets", line.len());
            }
            let unfolded = file.replace("\r\n ", "");
            let value = unfolded.strip_prefix("SUMMARY:").and_then(|rest| rest.strip_suffix("\r\n"));
            let plain = text.replace("\r\n", "\n").replace('\r', "\n");
            let kept: String =
                plain.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect();
            prop_assert_eq!(value.map(read), Some(kept));
        }
    }

    #[test]
    fn a_line_is_folded_between_characters_not_within_one() {
        // Eight octets of name and colon, then 22 characters of three: 74.
        let file = written(&"客".repeat(23));
        assert_eq!(file, format!("SUMMARY:{}\r\n {}\r\n", "客".repeat(22), "客"));
        assert_eq!(written("x").len(), "SUMMARY:x\r\n".len());
        let exact = "y".repeat(LONGEST - "SUMMARY:".len());
        assert_eq!(written(&exact), format!("SUMMARY:{exact}\r\n"));
    }
}
