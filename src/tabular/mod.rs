//! From typed, pasted or exported text to checked measurements.
//!
//! The way of the data: bytes → [`read_table`] → [`Table`] → [`guess_mapping`]
//! → [`preview`] → what a person confirms. Nothing here stores anything, and
//! nothing doubtful is decided: a [`Preview`] with an open [`Question`] hands out
//! no measurements.

mod block;
mod cases;
mod currency;
mod encoding;
pub mod events;
mod export;
#[cfg(test)]
mod fuzz;
mod glyph;
mod habit;
mod intake;
mod mapping;
mod number;
mod preview;
mod steps;
mod table;
mod typed_period;
mod when;
mod words;
pub mod workbook;

pub use block::{MAX_BLOCK_ROWS, read_block};
pub use cases::{
    BlockPlan, CaseBlock, CaseRow, Said, Unclear, paste_decisions, plan_block, read_cases,
    read_decisions,
};
pub use currency::{CurrencyMark, is_currency};
pub use encoding::{Encoding, ForeignFile, encoding_of};
pub use export::{OutCell, export_cell, import_cell, write_csv};
pub use habit::{Habit, Habits};
pub use intake::{Columns, Intake, IntakeError, IntakeRow, Looked, next_missing};
pub use mapping::{
    Guess, Mapping, MappingProblem, ValueColumns, ValueShape, guess_mapping, guess_values_only,
};
pub use number::{
    DecimalMark, MIN_MAGNITUDE, NumberReading, NumberRefusal, NumberValue, parse_number,
    sniff_decimal,
};
pub use preview::{
    CellError, CellErrorKind, Choices, Counts, Keep, PercentForm, Preview, PreviewRow, Question,
    RowState, Terms, Value, preview, preview_from,
};
pub use steps::{MOST_STEPS, StepFault, StepForm, read_band_steps, read_steps};
pub use table::{
    Grid, Header, HeaderFlaw, MAX_BYTES, MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS, Row,
    RowProblem, Separator, Table, TableError, Worth, is_total, read_cells, read_table, read_text,
};
pub use typed_period::read_typed_period;
pub use when::{
    DayMonthOrder, PeriodReading, PeriodRefusal, ShortYear, ShortYears, long_year, parse_period,
    parse_period_with, short_years, sniff_day_month,
};
