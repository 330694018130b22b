//! The named facts inside an error.

use std::fmt;

/// In which way a text is not YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SyntaxProblem {
    /// A quoted text never ends; the line is that of the opening quote.
    #[error("a quoted text is never closed")]
    UnclosedQuote,
    /// A `[` or `{` never ends; the line is that of the bracket.
    #[error("a bracket is never closed")]
    UnclosedBracket,
    /// A closing bracket without its opening one.
    #[error("a closing bracket does not match")]
    UnmatchedBracket,
    /// A key without `:`.
    #[error("a key has no `:`")]
    MissingColon,
    /// A second `: ` in one line, mostly a text that wants quotes.
    #[error("a `:` is not allowed here; a text with `: ` needs quotes")]
    UnexpectedColon,
    /// A `- ` or `? ` where no item or key may begin.
    #[error("a `- ` or `? ` is not allowed here")]
    UnexpectedItem,
    /// A character no value begins with, such as `@`, `,` or `%`.
    #[error("a text that begins with this character needs quotes")]
    NeedsQuotes,
    /// An unknown or incomplete `\` escape.
    #[error("an escape after `\\` is not known")]
    BadEscape,
    /// Something unexpected after `|` or `>`.
    #[error("only an indentation digit, `+` or `-` may follow `|` or `>`")]
    BadBlockHeader,
    /// A line that fits neither its neighbours nor its parent.
    #[error("the indentation or structure does not fit what stands before")]
    BadStructure,
    /// Something after the end of the document.
    #[error("there is something after the end of the document")]
    TrailingContent,
}

/// The shape of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nothing (`null`, `~` or blank).
    Nothing,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// A map.
    Map,
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nothing => "nothing",
            Self::Flag => "true or false",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::List => "a list",
            Self::Map => "a map",
        })
    }
}

/// What a file is by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileType {
    /// PNG picture.
    Png,
    /// JPEG picture.
    Jpeg,
    /// ZIP archive; also XLSX and DOCX.
    Zip,
    /// GZIP archive.
    Gzip,
    /// PDF document.
    Pdf,
}

impl FileType {
    pub(super) fn clause(self) -> &'static str {
        match self {
            Self::Png => "; it looks like a PNG picture",
            Self::Jpeg => "; it looks like a JPEG picture",
            Self::Zip => "; it looks like a ZIP archive or an Office file",
            Self::Gzip => "; it looks like a GZIP archive",
            Self::Pdf => "; it looks like a PDF document",
        }
    }
}

/// An encoding a text probably is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16, little endian.
    Utf16Le,
    /// UTF-16, big endian.
    Utf16Be,
    /// GBK, GB 2312 or GB 18030.
    Gbk,
    /// Windows-1251.
    Windows1251,
}

impl Encoding {
    pub(super) fn clause(self) -> &'static str {
        match self {
            Self::Utf16Le => "; it looks like UTF-16 LE",
            Self::Utf16Be => "; it looks like UTF-16 BE",
            Self::Gbk => "; it looks like GBK",
            Self::Windows1251 => "; it looks like windows-1251",
        }
    }
}
