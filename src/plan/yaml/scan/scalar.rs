//! Where plain, quoted and block scalars end.

use super::{Checked, Kind, Scan};
use crate::plan::yaml::error::SyntaxProblem;

/// Longest run of blanks or empty lines inside a scalar of several lines. The
/// parser clears a buffer of that size at every line break, so without this
/// bound a text of n bytes could cost n² steps.
const MAX_GAP: usize = 1000;

/// The most bytes one character takes when written as an escape, and some.
const BYTES_PER_CHAR: usize = 16;

/// Runs of blanks and of line breaks inside one scalar.
#[derive(Default, Clone, Copy)]
struct Gaps {
    run: usize,
    longest: usize,
    lines: bool,
}

impl Gaps {
    fn extend(&mut self) {
        self.run += 1;
        self.longest = self.longest.max(self.run);
    }
}

impl Scan<'_> {
    pub(super) fn quoted_scalar(&mut self, quote: u8) -> Checked {
        self.begin_scalar()?;
        let start = self.at;
        let mut gaps = Gaps::default();
        self.skip(1);
        loop {
            if self.at >= self.bytes.len() || self.at_document_marker() {
                return Err(self.error(Kind::Syntax(SyntaxProblem::UnclosedQuote), start));
            }
            let folded = self.quoted_word(quote)?;
            if self.peek(0) == quote {
                break;
            }
            self.gap(&mut gaps, 0, folded)?;
        }
        self.skip(1);
        self.check_gaps(start, &gaps)
    }

    /// Passes what holds no white space; `true` after an escaped line break.
    fn quoted_word(&mut self, quote: u8) -> Checked<bool> {
        while !self.blank_or_end(0) {
            self.check_reach()?;
            match self.peek(0) {
                b'\'' if quote == b'\'' && self.peek(1) == b'\'' => self.skip(2),
                byte if byte == quote => break,
                b'\\' if quote == b'"' && self.break_len(1) > 0 => {
                    self.skip(1);
                    self.skip_break();
                    return Ok(true);
                }
                b'\\' if quote == b'"' => self.escape()?,
                _ => self.skip_char(),
            }
        }
        Ok(false)
    }

    fn escape(&mut self) -> Checked {
        let digits = match self.peek(1) {
            b'x' => 2,
            b'u' => 4,
            b'U' => 8,
            b'0' | b'a' | b'b' | b't' | b'\t' | b'n' | b'v' | b'f' | b'r' | b'e' | b' ' | b'"'
            | b'/' | b'\\' | b'N' | b'_' | b'L' | b'P' => 0,
            _ => return Err(self.syntax(SyntaxProblem::BadEscape)),
        };
        if !(2..2 + digits).all(|ahead| self.peek(ahead).is_ascii_hexdigit()) {
            return Err(self.syntax(SyntaxProblem::BadEscape));
        }
        self.skip(2 + digits);
        Ok(())
    }

    pub(super) fn plain_scalar(&mut self, question: bool) -> Checked {
        self.begin_scalar()?;
        let start = self.at;
        let mut end = start;
        let mut gaps = Gaps::default();
        let inner = self.indent.map_or(0, |indent| indent + 1);
        let mut leading = false;
        let mut inside = gaps;
        loop {
            if self.at_document_marker() || self.peek(0) == b'#' {
                break;
            }
            while !self.blank_or_end(0) && !self.ends_plain()? {
                self.check_reach()?;
                leading = false;
                self.skip_char();
                end = self.at;
            }
            if !(self.blank(0) || self.is_break()) {
                break;
            }
            inside = gaps;
            leading |= self.gap(&mut gaps, inner, leading)?;
            if self.open.is_empty() && self.column < inner {
                break;
            }
        }
        if leading {
            self.key_allowed = true;
        }
        self.plain = Some((start, end));
        if question && self.is_merge(start, end) {
            return Err(self.error(Kind::MergeKey, start));
        }
        self.check_number(start, end)?;
        // White space up to the next token is passed but not part of the text.
        self.check_gaps(start, if leading { &inside } else { &gaps })
    }

    /// Whether a `:` or, inside brackets, another indicator ends the scalar.
    fn ends_plain(&self) -> Checked<bool> {
        let flow = !self.open.is_empty();
        match self.peek(0) {
            b':' if flow && matches!(self.peek(1), b',' | b'?' | b'[' | b']' | b'{' | b'}') => {
                Err(self.syntax(SyntaxProblem::UnexpectedColon))
            }
            b':' => Ok(self.blank_or_end(1)),
            b',' | b'[' | b']' | b'{' | b'}' => Ok(flow),
            _ => Ok(false),
        }
    }

    /// Passes blanks and line breaks between two words of a scalar. `crossed`
    /// and the result tell whether a line break was passed. After one, a tab
    /// may not stand before column `inner`.
    fn gap(&mut self, gaps: &mut Gaps, inner: usize, mut crossed: bool) -> Checked<bool> {
        gaps.lines |= crossed;
        gaps.run = 0;
        loop {
            if self.blank(0) {
                if !crossed {
                    gaps.extend();
                } else if self.column < inner && self.peek(0) == b'\t' {
                    return Err(self.here(Kind::TabIndentation));
                }
                self.skip(1);
            } else if self.is_break() {
                if !crossed {
                    gaps.run = 0;
                }
                crossed = true;
                gaps.lines = true;
                gaps.extend();
                self.skip_break();
            } else {
                return Ok(crossed);
            }
        }
    }

    pub(super) fn block_scalar(&mut self) -> Checked {
        self.remove_key()?;
        self.key_allowed = true;
        let start = self.at;
        self.text_start = start;
        self.skip(1);
        let digit = self.block_header()?;
        let mut indent = digit.map(|digit| self.indent.unwrap_or(0) + digit);
        let mut gaps = Gaps::default();
        let mut inside = gaps;
        let mut column = self.empty_lines(&mut indent, &mut gaps)?;
        while self.column == column && self.at < self.bytes.len() {
            self.check_reach()?;
            gaps.run = 0;
            self.skip_to_break();
            gaps.lines |= self.is_break();
            self.skip_break();
            inside = gaps;
            column = self.empty_lines(&mut indent, &mut gaps)?;
        }
        self.count_node()?;
        self.check_gaps(start, &inside)
    }

    /// Passes the rest of the line that begins a block scalar; gives its
    /// indentation digit.
    fn block_header(&mut self) -> Checked<Option<usize>> {
        let mut digit = None;
        if matches!(self.peek(0), b'+' | b'-') {
            self.skip(1);
            digit = self.indentation_digit()?;
        } else if self.peek(0).is_ascii_digit() {
            digit = self.indentation_digit()?;
            if matches!(self.peek(0), b'+' | b'-') {
                self.skip(1);
            }
        }
        while self.blank(0) {
            self.skip(1);
        }
        if self.peek(0) == b'#' {
            self.skip_to_break();
        }
        if !self.break_or_end() {
            return Err(self.syntax(SyntaxProblem::BadBlockHeader));
        }
        self.skip_break();
        Ok(digit)
    }

    fn indentation_digit(&mut self) -> Checked<Option<usize>> {
        match self.peek(0) {
            b'0' => Err(self.syntax(SyntaxProblem::BadBlockHeader)),
            digit @ b'1'..=b'9' => {
                self.skip(1);
                Ok(Some(usize::from(digit - b'0')))
            }
            _ => Ok(None),
        }
    }

    /// Passes empty lines and the indentation of the next one; finds the
    /// indentation of the block the first time and gives it.
    fn empty_lines(&mut self, indent: &mut Option<usize>, gaps: &mut Gaps) -> Checked<usize> {
        let mut deepest = 0;
        loop {
            let inside = |column: usize| indent.is_none_or(|indent| column < indent);
            while inside(self.column) && self.peek(0) == b' ' {
                self.skip(1);
            }
            deepest = deepest.max(self.column);
            if inside(self.column) && self.peek(0) == b'\t' {
                return Err(self.here(Kind::TabIndentation));
            }
            if !self.is_break() {
                break;
            }
            gaps.lines = true;
            gaps.extend();
            self.skip_break();
        }
        let least = self.indent.map_or(1, |indent| indent + 1);
        Ok(*indent.get_or_insert(deepest.max(least)))
    }

    fn begin_scalar(&mut self) -> Checked {
        self.save_key()?;
        self.key_allowed = false;
        self.text_start = self.at;
        self.count_node()
    }

    /// The parser takes a plain number beyond a double for a text and one of
    /// forty digits for a rounded one: silent changes both.
    fn check_number(&self, start: usize, end: usize) -> Checked {
        let Some(bytes) = self.bytes.get(start..end) else { return Ok(()) };
        let unsigned = bytes.strip_prefix(b"-").or(bytes.strip_prefix(b"+")).unwrap_or(bytes);
        let number = matches!(unsigned, [b'0'..=b'9' | b'.', ..]);
        let Some(text) = std::str::from_utf8(bytes).ok().filter(|_| number) else { return Ok(()) };
        let whole = unsigned.iter().all(u8::is_ascii_digit) && !unsigned.starts_with(b"0");
        let fits = if whole {
            text.parse::<i64>().is_ok()
        } else {
            text.parse::<f64>().is_ok_and(f64::is_finite) || text.parse::<f64>().is_err()
        };
        if fits {
            return Ok(());
        }
        let text = text.chars().take(40).collect();
        Err(self.error(Kind::NumberOutOfRange { text }, start))
    }

    fn check_gaps(&self, start: usize, gaps: &Gaps) -> Checked {
        if gaps.lines && gaps.longest > MAX_GAP {
            return Err(self.error(Kind::LongGap { limit: MAX_GAP }, start));
        }
        Ok(())
    }

    /// Stops at a scalar that is too long however it is written. The reader
    /// counts its characters exactly.
    fn check_reach(&self) -> Checked {
        let limit = self.limits.max_text;
        if self.at - self.text_start > limit.saturating_mul(BYTES_PER_CHAR) {
            return Err(self.error(Kind::TextTooLong { limit }, self.text_start));
        }
        Ok(())
    }
}
