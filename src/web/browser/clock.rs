//! The time of the user's device. The rules of the product never ask for it.

use chrono::NaiveDate;
use js_sys::Date;

/// Today's date in the time zone of the device; `None` if its clock stands
/// where no calendar reaches.
pub fn today() -> Option<NaiveDate> {
    let now = Date::new_0();
    let year = i32::try_from(now.get_full_year()).ok()?;
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date())
}

/// Milliseconds since 1970 by the device's clock, which may be set back.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
pub fn now_ms() -> u64 {
    Date::now() as u64
}
