//! Rows of the database: `{key: "p…/i…", body: "…", revision: 12}`. Plain
//! enough for a script to read when the app itself does not start.

use crate::storage::{RawRecord, RecordKey, Revision, StoredRecord};
use js_sys::{JSON, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The property by which the database finds a row.
pub(super) const KEY: &str = "key";
const BODY: &str = "body";
const REVISION: &str = "revision";

/// A revision as the number a row holds. Counting to 2^53 takes longer than
/// any browser lives.
#[expect(clippy::cast_precision_loss, reason = "exact below 2^53")]
pub(super) fn number(revision: Revision) -> JsValue {
    JsValue::from_f64(revision.0 as f64)
}

/// The revision a value holds, if it holds one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above it")]
pub(super) fn revision(value: &JsValue) -> Option<Revision> {
    let number = value.as_f64()?;
    let whole = (0.0..9_007_199_254_740_992.0).contains(&number) && number.fract() == 0.0;
    whole.then_some(Revision(number as u64))
}

/// A row to put.
pub(super) fn row(key: RecordKey, body: &str, at: Revision) -> Result<JsValue, JsValue> {
    let row = Object::new();
    Reflect::set(&row, &KEY.into(), &key.to_string().into())?;
    Reflect::set(&row, &BODY.into(), &body.into())?;
    Reflect::set(&row, &REVISION.into(), &number(at))?;
    Ok(row.into())
}

/// A row as found, or its texts if it has not the shape of a record.
pub(super) fn record(row: &JsValue) -> Result<StoredRecord, RawRecord> {
    let read = || {
        let key = text(row, KEY)?.parse().ok()?;
        let revision = revision(&Reflect::get(row, &REVISION.into()).ok()?)?;
        Some(StoredRecord { key, body: text(row, BODY)?, revision })
    };
    read().ok_or_else(|| RawRecord {
        key: text(row, KEY).unwrap_or_default(),
        body: text(row, BODY).unwrap_or_else(|| as_json(row)),
    })
}

/// A string property; a string that is no Unicode would change on its way in.
fn text(row: &JsValue, key: &str) -> Option<String> {
    let value = Reflect::get(row, &key.into()).ok()?.dyn_into::<JsString>().ok()?;
    value.is_valid_utf16().then(|| String::from(value))
}

fn as_json(row: &JsValue) -> String {
    JSON::stringify(row).ok().and_then(|text| text.as_string()).unwrap_or_default()
}
