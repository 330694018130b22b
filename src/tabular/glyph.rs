//! Characters that mean the same: what input methods, word processors and
//! spreadsheets put in place of plain digits, signs and spaces.

/// The plain character for a look-alike. Full-width forms (as East Asian input
/// methods type them) become ASCII, every space a plain space, typographic
/// minus signs and dashes `-`, apostrophes `'`. Everything else stays.
pub(super) fn fold(glyph: char) -> char {
    match glyph {
        '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => '\'',
        '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{fe63}' => '-',
        '\u{ff01}'..='\u{ff5e}' => {
            // The full-width block repeats ASCII at a fixed distance.
            char::from_u32(u32::from(glyph) - 0xfee0).unwrap_or(glyph)
        }
        other => other,
    }
}

/// A text without the white space, byte order marks and direction marks that
/// copying from a page or a workbook leaves at its ends.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|glyph: char| {
        glyph.is_whitespace()
            || matches!(
                glyph,
                '\u{feff}'
                    | '\u{200b}'
                    | '\u{200e}'
                    | '\u{200f}'
                    | '\u{202a}'..='\u{202e}'
                    | '\u{2066}'..='\u{2069}'
            )
    })
}

/// Trimmed and folded, or `None` when longer than `limit` characters: no
/// number and no period is, and the work per cell stays bounded.
pub(super) fn folded(text: &str, limit: usize) -> Option<String> {
    let text = trimmed(text);
    // A character has at most four bytes, so most long texts stop here.
    if text.len() > 4 * limit || text.chars().count() > limit {
        return None;
    }
    Some(text.chars().map(fold).collect())
}
