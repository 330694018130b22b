//! Bytes to text: size, binary files, encodings, control characters.

use super::Limits;
use super::error::{Encoding, FileType, YamlError, YamlErrorKind as Kind};

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// First bytes of files people rename or pick by mistake.
const MAGIC: [(&[u8], FileType); 5] = [
    (b"\x89PNG", FileType::Png),
    (b"\xFF\xD8\xFF", FileType::Jpeg),
    (b"PK\x03\x04", FileType::Zip),
    (b"\x1F\x8B", FileType::Gzip),
    (b"%PDF-", FileType::Pdf),
];

/// The text without byte order mark.
pub(super) fn decode<'a>(bytes: &'a [u8], limits: &Limits) -> Result<&'a str, YamlError> {
    if bytes.len() > limits.max_bytes {
        let kind = Kind::TooLarge { bytes: bytes.len(), limit: limits.max_bytes };
        return Err(YamlError::whole(kind));
    }
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    if bytes.is_empty() {
        return Err(YamlError::whole(Kind::Empty));
    }
    if let Some(&(_, file)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(YamlError::whole(Kind::Binary { looks_like: Some(file) }));
    }
    if let Some(guess) = utf16(bytes) {
        return Err(YamlError::whole(Kind::NotUtf8 { guess: Some(guess) }));
    }
    if bytes.contains(&0) {
        return Err(YamlError::whole(Kind::Binary { looks_like: None }));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        YamlError::at(Kind::NotUtf8 { guess: eight_bit(bytes) }, bytes, error.valid_up_to())
    })?;
    match forbidden(text) {
        Some((at, c)) => {
            Err(YamlError::at(Kind::ControlCharacter { code: u32::from(c) }, bytes, at))
        }
        None => Ok(text),
    }
}

/// The first character that may not stand in a text, and where. Looks at bytes
/// and decodes only those that may begin one.
fn forbidden(text: &str) -> Option<(usize, char)> {
    let suspect = |byte: u8| matches!(byte, 0..0x20 | 0x7F | 0xC2 | 0xEF);
    text.bytes().enumerate().filter(|&(_, byte)| suspect(byte)).find_map(|(at, _)| {
        let c = text.get(at..)?.chars().next()?;
        (!may_stand_raw(c)).then_some((at, c))
    })
}

/// Whether YAML lets this character stand in a text without escape.
pub(super) fn may_stand_raw(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' | '\u{85}' => true,
        '\u{FFFE}' | '\u{FFFF}' => false,
        _ => !c.is_control(),
    }
}

/// UTF-16 by its byte order mark, or by every second byte being zero.
fn utf16(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => return Some(Encoding::Utf16Be),
        _ => {}
    }
    let head = bytes.get(..4096).unwrap_or(bytes);
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // Mostly ASCII (keys, digits, spaces) even if the values are not.
    let quarter = head.len() / 8 + 1;
    match (even, odd) {
        (0, odd) if odd >= quarter => Some(Encoding::Utf16Le),
        (even, 0) if even >= quarter => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// GBK or windows-1251, told apart by where the high bytes lie: Russian letters
/// are all in C0–FF, while in Chinese text a good third is not.
fn eight_bit(bytes: &[u8]) -> Option<Encoding> {
    let (mut valid, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if valid > broken {
        // UTF-8 that was cut or damaged.
        return None;
    }
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let letters = bytes.iter().filter(|&&byte| byte >= 0xC0 || byte == 0xA8 || byte == 0xB8);
    if letters.count() * 100 >= high * 85 {
        Some(Encoding::Windows1251)
    } else if is_gbk(bytes) {
        Some(Encoding::Gbk)
    } else {
        None
    }
}

/// Whether every high byte begins or ends a GBK pair.
fn is_gbk(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter();
    while let Some(&lead) = rest.next() {
        if lead.is_ascii() {
            continue;
        }
        let pair = matches!(lead, 0x81..=0xFE)
            && rest.next().is_some_and(|&trail| matches!(trail, 0x40..=0x7E | 0x80..=0xFE));
        if !pair {
            return false;
        }
    }
    true
}
