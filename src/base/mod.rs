//! Ids, periods, business hours and numbers: the words every other module is written in.

mod clock;
mod fingerprint;
mod id;
mod number;
mod period;
#[cfg(test)]
pub mod testing;

pub use clock::{BusinessClock, ClockTable, Hours, HoursError};
pub use fingerprint::fingerprint;
pub use id::{Id, IdError, IdKind};
pub use number::{MAX_MAGNITUDE, MAX_SIGNIFICANT_DIGITS, NumberError, bounded, checked, plain};
pub use period::{Cadence, FiscalStart, Period, PeriodError, date_in_range, shift_months};
