//! The boot copy: a second copy of all records in the browser's simple
//! storage, for the day the database is empty or does not open.

use crate::storage::envelope::{EnvelopeError, Head};
use crate::storage::record::StoredRecord;
use crate::storage::store::{Loaded, Revision};
use serde::{Deserialize, Serialize};

/// The format of the boot copy's text.
pub const BOOT_FORMAT: u32 = 1;

/// The longest boot copy, in UTF-16 code units. Browsers grant an origin
/// 5,242,880 of them; journals and settings need room beside it, and writing
/// it must not hold up the page.
pub const MAX_BOOT_UNITS: usize = 1_500_000;

/// Every record, byte for byte, as of one commit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BootCopy {
    format: u32,
    /// The commit it copies.
    pub revision: Revision,
    /// The records, those that do not open included.
    pub records: Vec<StoredRecord>,
}

/// The text to keep as boot copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BootText {
    /// The copy.
    Copy(String),
    /// There is too much for a copy: only the marker is kept.
    TooLarge,
}

/// The boot copy of what a store holds.
pub fn boot_text(loaded: &Loaded) -> BootText {
    // Bodies only grow when written as JSON strings, so this never refuses
    // what would fit, and spares building a text of many megabytes.
    let least: usize = loaded.records.iter().map(|record| utf16_units(&record.body)).sum();
    if least > MAX_BOOT_UNITS {
        return BootText::TooLarge;
    }
    let records = loaded.records.clone();
    let copy = BootCopy { format: BOOT_FORMAT, revision: loaded.revision, records };
    match serde_json::to_string(&copy) {
        Ok(text) if utf16_units(&text) <= MAX_BOOT_UNITS => BootText::Copy(text),
        _ => BootText::TooLarge,
    }
}

fn utf16_units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

impl BootCopy {
    /// Reads its text.
    pub fn parse(text: &str) -> Result<Self, EnvelopeError> {
        known_format(text, BOOT_FORMAT)?;
        let mut copy: Self = serde_json::from_str(text)?;
        copy.records.sort_by_key(|record| record.key);
        Ok(copy)
    }
}

/// Refuses a text that says it is of a newer format than `known`.
pub(super) fn known_format(text: &str, known: u32) -> Result<(), EnvelopeError> {
    let Head { format: found } = serde_json::from_str(text)?;
    match found {
        0 => Err(EnvelopeError::NoSuchFormat { found: 0 }),
        _ if found > u64::from(known) => Err(EnvelopeError::NewerFormat { found, known }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::testing::key;

    fn loaded(bodies: &[&str]) -> Loaded {
        let row = |(number, body): (u64, &&str)| StoredRecord {
            key: key(number),
            body: (*body).to_string(),
            revision: Revision(3),
        };
        let records = (1..).zip(bodies).map(row).collect();
        Loaded { records, strays: Vec::new(), revision: Revision(5) }
    }

    fn copy_text(loaded: &Loaded) -> Option<String> {
        match boot_text(loaded) {
            BootText::Copy(text) => Some(text),
            BootText::TooLarge => None,
        }
    }

    #[test]
    fn a_boot_copy_holds_every_body_byte_for_byte() {
        let loaded = loaded(&["{\"format\":1}", "damaged \u{0}\u{feff}\"\\ 客户 🙂", ""]);
        let text = copy_text(&loaded).expect("small");
        let copy = BootCopy::parse(&text).expect("reads back");
        assert_eq!((copy.revision, copy.records), (loaded.revision, loaded.records));
    }

    #[test]
    fn the_limit_counts_utf16_units_of_the_text_as_written() {
        let frame = utf16_units(&copy_text(&loaded(&[""])).expect("small"));
        let room = MAX_BOOT_UNITS - frame;
        // Each emoji is 4 bytes and 2 units; each quote becomes 2 units.
        for (filler, units) in [("客", 1), ("🙂", 2), ("\"", 2)] {
            let fits = filler.repeat(room / units);
            let text = copy_text(&loaded(&[&fits])).expect("fits");
            assert!(text.encode_utf16().count() <= MAX_BOOT_UNITS);
            let over = filler.repeat(room / units + 1);
            assert_eq!(boot_text(&loaded(&[&over])), BootText::TooLarge, "{filler}");
        }
    }

    #[test]
    fn a_boot_copy_cut_off_anywhere_is_refused() {
        let text = copy_text(&loaded(&["{}"])).expect("small");
        for end in 0..text.len() {
            assert!(BootCopy::parse(&text[..end]).is_err(), "cut at {end}");
        }
    }
}
