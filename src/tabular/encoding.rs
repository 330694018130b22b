//! Bytes to text: UTF-8, or a name for what it seems to be instead.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How bytes stand for letters. Of bytes that are not UTF-8 it is a guess: the
/// caller may decode with it, let the user look, and choose another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, low byte first, as "Unicode text" of a spreadsheet.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Chinese, GBK and its superset GB 18030.
    Gb18030,
    /// Traditional Chinese of Windows.
    Big5,
    /// Japanese of Windows; never guessed.
    ShiftJis,
    /// Cyrillic of Windows.
    Windows1251,
    /// Cyrillic of older Unix systems; never guessed.
    Koi8R,
    /// Western European of Windows.
    Windows1252,
    /// Central European of Windows; never guessed.
    Windows1250,
}

impl Encoding {
    /// As offered.
    pub const ALL: [Self; 10] = [
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Gb18030,
        Self::Big5,
        Self::ShiftJis,
        Self::Windows1251,
        Self::Koi8R,
        Self::Windows1252,
        Self::Windows1250,
    ];

    /// The label under which browsers know the encoding.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Gb18030 => "gb18030",
            Self::Big5 => "big5",
            Self::ShiftJis => "shift_jis",
            Self::Windows1251 => "windows-1251",
            Self::Koi8R => "koi8-r",
            Self::Windows1252 => "windows-1252",
            Self::Windows1250 => "windows-1250",
        }
    }

    /// Whether bytes show that they are in this encoding, so that nothing else
    /// needs to be asked: valid UTF-8, or UTF-16 by its zeros.
    pub const fn is_sure(self) -> bool {
        matches!(self, Self::Utf8 | Self::Utf16Le | Self::Utf16Be)
    }
}

/// The encoding that a file seems to have by its first bytes, `whole` if they are
/// all of it.
pub fn encoding_of(bytes: &[u8], whole: bool) -> Result<Encoding, ForeignFile> {
    match decode(if whole { bytes } else { until_last_line(bytes) }) {
        Ok(_) => Ok(Encoding::Utf8),
        Err(NotText::Encoding(guess)) => Ok(guess),
        Err(NotText::Foreign(kind)) => Err(kind),
    }
}

/// Everything up to the end of the last whole line.
pub(super) fn until_last_line(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| *byte == b'\n').map_or(bytes.len(), |end| end + 1);
    bytes.get(..end).unwrap_or(bytes)
}

impl fmt::Display for Encoding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.label())
    }
}

/// A file that is no table of text at all, known by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ForeignFile {
    /// A zip archive, which a workbook (`.xlsx`) is.
    Workbook,
    /// A workbook of the older kind (`.xls`), or one with a password.
    OldWorkbook,
    /// A workbook of another office program (`.ods`).
    OpenDocument,
    /// A workbook in binary form (`.xlsb`).
    BinaryWorkbook,
    /// A zip archive that is no workbook.
    Archive,
    /// A PDF document.
    Pdf,
    /// A picture.
    Picture,
    /// Something binary without a known beginning.
    Binary,
}

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotText {
    Encoding(Encoding),
    Foreign(ForeignFile),
}

/// UTF-8 text without its byte order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, NotText> {
    if let Some(foreign) = foreign_file(bytes) {
        return Err(NotText::Foreign(foreign));
    }
    if let Some(wide) = utf_16(bytes) {
        return Err(NotText::Encoding(wide));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(_) if is_binary(bytes) => Err(NotText::Foreign(ForeignFile::Binary)),
        Err(_) => Err(NotText::Encoding(eight_bit(bytes))),
    }
}

fn foreign_file(bytes: &[u8]) -> Option<ForeignFile> {
    let beginnings: [(&[u8], ForeignFile); 6] = [
        (b"PK\x03\x04", ForeignFile::Workbook),
        (b"\xd0\xcf\x11\xe0", ForeignFile::OldWorkbook),
        (b"%PDF-", ForeignFile::Pdf),
        (b"\x89PNG", ForeignFile::Picture),
        (b"\xff\xd8\xff", ForeignFile::Picture),
        (b"GIF8", ForeignFile::Picture),
    ];
    beginnings.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, file)| *file)
}

/// UTF-16 by its mark, or by every second byte of ASCII text being zero.
fn utf_16(bytes: &[u8]) -> Option<Encoding> {
    if bytes.starts_with(b"\xff\xfe") {
        return Some(Encoding::Utf16Le);
    }
    if bytes.starts_with(b"\xfe\xff") {
        return Some(Encoding::Utf16Be);
    }
    let sample = bytes.get(..4096).unwrap_or(bytes);
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = sample.len() / 5;
    match (even, odd) {
        (0, odd) if odd > many => Some(Encoding::Utf16Le),
        (even, 0) if even > many => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Control characters no text file has.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = bytes.get(..4096).unwrap_or(bytes);
    let controls = sample.iter().filter(|b| **b < 32 && !b"\t\n\x0c\r\x1b".contains(b)).count();
    controls * 50 > sample.len()
}

/// Tells the 8-bit encodings apart. Cyrillic letters of Windows are 0xC0 to
/// 0xFF and stand in words; Chinese characters are pairs that use the range
/// below as well; Western letters stand alone among ASCII.
fn eight_bit(bytes: &[u8]) -> Encoding {
    let sample = bytes.get(..65_536).unwrap_or(bytes);
    let high = sample.iter().filter(|b| **b >= 0x80).count();
    // The two letters of Russian that stand apart: Ё and ё.
    let cyrillic = sample.iter().filter(|b| **b >= 0xc0 || **b == 0xa8 || **b == 0xb8).count();
    let in_words = sample.windows(2).filter(|pair| pair.iter().all(|b| *b >= 0xc0)).count();
    if cyrillic * 10 >= high * 9 && in_words * 2 >= high {
        Encoding::Windows1251
    } else if let Some(chinese) = chinese(sample) {
        chinese
    } else if in_words * 2 >= high {
        Encoding::Windows1251
    } else {
        Encoding::Windows1252
    }
}

/// Which Chinese encoding the bytes form pairs of, if one. The second byte of
/// the characters of GB 2312 is never ASCII, that of half the characters of
/// Big5 is; a Western letter among ASCII looks like such a pair, but hardly
/// ever like one of two high bytes.
fn chinese(bytes: &[u8]) -> Option<Encoding> {
    let (mut pairs, mut with_ascii) = (0_usize, 0_usize);
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|b| *b >= 0x80) {
        pairs += 1;
        with_ascii += usize::from(rest.get(at + 1).is_some_and(|second| *second < 0x80));
        rest = rest.get(at + 2..).unwrap_or_default();
    }
    if with_ascii * 5 < pairs && is_gb(bytes) {
        Some(Encoding::Gb18030)
    } else if (pairs - with_ascii) * 4 >= pairs && is_big5(bytes) {
        Some(Encoding::Big5)
    } else {
        None
    }
}

/// Whether all high bytes form pairs of Big5.
fn is_big5(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        rest = match rest {
            // The sample may end within a pair.
            [] | [0x81..=0xfe] => return true,
            [0..=0x7f, rest @ ..] | [0x81..=0xfe, 0x40..=0x7e | 0xa1..=0xfe, rest @ ..] => rest,
            _ => return false,
        };
    }
}

/// Whether all high bytes form pairs (or quadruples) of GB 18030.
fn is_gb(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        rest = match rest {
            // The sample may end within a pair.
            [] | [0x81..=0xfe] => return true,
            [0..=0x7f, rest @ ..]
            | [0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe, rest @ ..]
            | [0x81..=0xfe, 0x30..=0x39, 0x81..=0xfe, 0x30..=0x39, rest @ ..] => rest,
            _ => return false,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_a_file_tells_its_encoding_wherever_it_is_cut() {
        let text = "Дата;Статус\n2026-10-01;готово\n".repeat(40);
        for end in 60..200 {
            assert_eq!(encoding_of(&text.as_bytes()[..end], false), Ok(Encoding::Utf8), "{end}");
        }
        // "Статус;готово" in windows-1251, by its published table.
        let russian = b"\xd1\xf2\xe0\xf2\xf3\xf1;\xe3\xee\xf2\xee\xe2\xee\n".repeat(20);
        assert_eq!(encoding_of(&russian, true), Ok(Encoding::Windows1251));
        let wide = format!("\u{feff}{text}");
        let wide: Vec<u8> = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(encoding_of(&wide[..101], false), Ok(Encoding::Utf16Le));
        assert_eq!(encoding_of(b"%PDF-1.7", true), Err(ForeignFile::Pdf));
    }

    #[test]
    fn every_encoding_has_a_label_of_its_own_that_browsers_know() {
        for encoding in Encoding::ALL {
            let known = encoding_rs::Encoding::for_label(encoding.label().as_bytes());
            let known = known.expect("a label browsers know").name().to_ascii_lowercase();
            assert_eq!(known, encoding.label());
        }
    }
}
