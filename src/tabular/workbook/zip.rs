//! The directory of a zip archive: which file lies where.

/// A file in the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its path, with `/` between folders and none before the first.
    pub(super) name: String,
    /// Whether it is packed; else it lies there as it is.
    pub(super) packed: bool,
    /// Whether it needs a password, or is packed in a way that is not read.
    pub(super) locked: bool,
    /// Where its bytes begin.
    pub(super) start: usize,
    /// Where they end.
    pub(super) end: usize,
}

/// The end of the directory has at most so long a comment behind it.
const MAX_COMMENT_BYTES: usize = 65_535;
/// A number that stands in the longer form elsewhere.
const ELSEWHERE: u32 = u32::MAX;

/// The files of an archive; `None` if the bytes are none, or were cut off.
pub(super) fn entries(bytes: &[u8]) -> Option<Vec<Entry>> {
    let mut at = directory(bytes)?;
    let mut found = Vec::new();
    while bytes.get(at..at.checked_add(4)?)? == b"PK\x01\x02" {
        let (entry, next) = entry(bytes, at)?;
        found.push(entry);
        at = next;
    }
    Some(found)
}

/// Where the directory begins.
fn directory(bytes: &[u8]) -> Option<usize> {
    const END_BYTES: usize = 22;
    let last = bytes.len().checked_sub(END_BYTES)?;
    let first = last.saturating_sub(MAX_COMMENT_BYTES);
    let end = (first..=last).rev().find(|at| bytes.get(*at..at + 4) == Some(b"PK\x05\x06"))?;
    let start = long(bytes, end + 16)?;
    if start != ELSEWHERE {
        return usize::try_from(start).ok();
    }
    let locator = end.checked_sub(20)?;
    if bytes.get(locator..locator + 4)? != b"PK\x06\x07" {
        return None;
    }
    let wide = usize::try_from(very_long(bytes, locator + 8)?).ok()?;
    usize::try_from(very_long(bytes, wide.checked_add(48)?)?).ok()
}

/// The file named at a place of the directory, and where the next one is.
fn entry(bytes: &[u8], at: usize) -> Option<(Entry, usize)> {
    let flags = short(bytes, at + 8)?;
    let method = short(bytes, at + 10)?;
    let length = |offset| short(bytes, at + offset).map(usize::from);
    let (name_length, extra_length, comment) = (length(28)?, length(30)?, length(32)?);
    let name_at = at + 46;
    let extra_at = name_at + name_length;
    let name = String::from_utf8_lossy(bytes.get(name_at..extra_at)?).replace('\\', "/");
    let extra = bytes.get(extra_at..extra_at + extra_length)?;
    let (size, unpacked, offset) =
        (long(bytes, at + 20)?, long(bytes, at + 24)?, long(bytes, at + 42)?);
    let mut wide = wide_numbers(extra);
    let mut number = |found: u32| {
        if found == ELSEWHERE { wide.next() } else { Some(u64::from(found)) }
    };
    // In this order in the longer form, those that are needed.
    let (_, size, offset) = (number(unpacked)?, number(size)?, number(offset)?);
    let header = usize::try_from(offset).ok()?;
    let behind = |offset: usize| short(bytes, header.checked_add(offset)?).map(usize::from);
    let start = header.checked_add(30)? + behind(26)? + behind(28)?;
    let end = start.checked_add(usize::try_from(size).ok()?)?;
    bytes.get(start..end)?;
    let entry = Entry {
        name: name.trim_start_matches('/').to_owned(),
        packed: method == 8,
        locked: flags & 1 != 0 || !matches!(method, 0 | 8),
        start,
        end,
    };
    Some((entry, extra_at + extra_length + comment))
}

/// The numbers of eight bytes that an entry's extra field holds.
fn wide_numbers(mut extra: &[u8]) -> impl Iterator<Item = u64> + '_ {
    let mut numbers: &[u8] = &[];
    while let (Some(kind), Some(length)) = (short(extra, 0), short(extra, 2)) {
        let length = usize::from(length);
        if kind == 1 {
            numbers = extra.get(4..4 + length).unwrap_or_default();
            break;
        }
        extra = extra.get(4 + length..).unwrap_or_default();
    }
    (0..).map_while(move |at| very_long(numbers, 8 * at))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let found = bytes.get(at..at.checked_add(2)?)?;
    found.try_into().ok().map(u16::from_le_bytes)
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let found = bytes.get(at..at.checked_add(4)?)?;
    found.try_into().ok().map(u32::from_le_bytes)
}

fn very_long(bytes: &[u8], at: usize) -> Option<u64> {
    let found = bytes.get(at..at.checked_add(8)?)?;
    found.try_into().ok().map(u64::from_le_bytes)
}
