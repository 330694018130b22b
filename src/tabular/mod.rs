//! From typed, pasted or exported text to checked measurements.
//!
//! The way of the data: bytes → [`read_table`] → [`Table`] → [`guess_mapping`]
//! → [`preview`] → what a person confirms. Nothing here stores anything, and
//! nothing doubtful is decided: a preview with open questions hands out no
//! measurements.

mod currency;
mod encoding;
mod glyph;
mod number;
mod table;
mod when;

pub use currency::CurrencyMark;
pub use encoding::{Encoding, ForeignFile};
pub use number::{
    DecimalMark, MIN_MAGNITUDE, NumberReading, NumberRefusal, NumberValue, parse_number,
    sniff_decimal,
};
pub use table::{
    Header, HeaderFlaw, MAX_BYTES, MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS, Row, RowProblem,
    Separator, Table, TableError, read_table, read_text,
};
pub use when::{DayMonthOrder, PeriodReading, PeriodRefusal, parse_period, sniff_day_month};
