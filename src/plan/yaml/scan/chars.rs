//! Characters, white space and line breaks as the parser sees them.

use super::Scan;

impl Scan<'_> {
    /// The byte `ahead` of the current one; 0 (never part of the text) at the end.
    pub(super) fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    pub(super) fn rest(&self) -> &[u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub(super) fn blank(&self, ahead: usize) -> bool {
        matches!(self.peek(ahead), b' ' | b'\t')
    }

    /// Length in bytes of the line break at `ahead`; 0 if there is none.
    pub(super) fn break_len(&self, ahead: usize) -> usize {
        match self.peek(ahead) {
            b'\n' => 1,
            b'\r' => 1 + usize::from(self.peek(ahead + 1) == b'\n'),
            0xC2 if self.peek(ahead + 1) == 0x85 => 2,
            0xE2 if self.peek(ahead + 1) == 0x80 => {
                if matches!(self.peek(ahead + 2), 0xA8 | 0xA9) {
                    3
                } else {
                    0
                }
            }
            _ => 0,
        }
    }

    pub(super) fn is_break(&self) -> bool {
        self.break_len(0) > 0
    }

    pub(super) fn break_or_end(&self) -> bool {
        self.at >= self.bytes.len() || self.is_break()
    }

    pub(super) fn blank_or_end(&self, ahead: usize) -> bool {
        self.at + ahead >= self.bytes.len() || self.blank(ahead) || self.break_len(ahead) > 0
    }

    /// Passes one-byte characters.
    pub(super) fn skip(&mut self, count: usize) {
        self.at += count;
        self.column += count;
    }

    /// Passes one character of any width.
    pub(super) fn skip_char(&mut self) {
        self.at += match self.peek(0) {
            0xF0.. => 4,
            0xE0.. => 3,
            0xC0.. => 2,
            _ => 1,
        };
        self.column += 1;
    }

    pub(super) fn skip_break(&mut self) {
        let len = self.break_len(0);
        if len > 0 {
            self.at += len;
            self.column = 0;
            self.line += 1;
        }
    }

    pub(super) fn skip_to_break(&mut self) {
        while !self.break_or_end() {
            self.skip_char();
        }
    }

    /// Passes white space and comments. A tab counts as white space only where
    /// no key may begin, for there it would be indentation.
    pub(super) fn skip_to_token(&mut self) {
        loop {
            if self.column == 0 && self.rest().starts_with(b"\xEF\xBB\xBF") {
                self.skip_char();
            }
            let tabs = !self.open.is_empty() || !self.key_allowed;
            while self.peek(0) == b' ' || tabs && self.peek(0) == b'\t' {
                self.skip(1);
            }
            if self.peek(0) == b'#' {
                self.skip_to_break();
            }
            if !self.is_break() {
                return;
            }
            self.skip_break();
            if self.open.is_empty() {
                self.key_allowed = true;
            }
        }
    }

    /// `---` or `...` alone at the beginning of a line.
    pub(super) fn at_document_marker(&self) -> bool {
        self.column == 0
            && matches!(self.bytes.get(self.at..self.at + 3), Some(b"---" | b"..."))
            && self.blank_or_end(3)
    }
}
