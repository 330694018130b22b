//! Damaged records of older formats: migrated, or refused with their format.

use super::envelope::{Envelope, EnvelopeError, open_known, seal};
use super::migrate::{Step, upgrade_with};
use super::record::RecordKey;
use super::testing::key;
use crate::base::testing::{Dice, fuzz, mutate};
use serde_json::{Value, json};

/// What stored texts are made of, right and wrong.
const PIECES: [&str; 20] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "-1",
    "1e400",
    "\"format\":1",
    "\"format\":3",
    "\"format\":4",
    "\"position\":1",
    "\"data\":{}",
    "\"name\":",
    "\"title\":",
    "\"部门\"",
    "\u{0}",
];

/// A field gets another name, as in a change of the plan.
fn rename(_: RecordKey, mut data: Value) -> Result<Value, String> {
    let fields = data.as_object_mut().ok_or("no object")?;
    let name = fields.shift_remove("name").ok_or("no name")?;
    fields.insert("title".to_owned(), name);
    Ok(data)
}

/// A number becomes a record with a unit.
fn unit(_: RecordKey, mut data: Value) -> Result<Value, String> {
    let fields = data.as_object_mut().ok_or("no object")?;
    let value = fields.get_mut("value").ok_or("no value")?;
    let number = value.as_f64().ok_or("no number")?;
    *value = json!({ "amount": number, "unit": "" });
    Ok(data)
}

const STEPS: &[Step] = &[rename, unit];

fn damaged(dice: &mut Dice) -> String {
    let seeds = [
        seal(1, 4, json!({"name": "Umsatz", "value": 85.5})),
        seal(2, 0, json!({"title": "客户", "value": -1})),
        seal(3, 9, json!({"title": "Заказы", "value": {"amount": 3, "unit": "h"}})),
    ];
    let mut text = dice.one(&seeds).clone().into_bytes();
    mutate(dice, &mut text, &PIECES);
    String::from_utf8_lossy(&text).into_owned()
}

#[test]
fn damaged_records_of_older_formats_migrate_or_are_refused_and_twice_is_once() {
    let newest = u32::try_from(STEPS.len()).expect("few steps") + 1;
    let run = |text: &str| {
        open_known(text, newest).and_then(|found| {
            let from = found.format;
            let done: Result<Envelope, EnvelopeError> = upgrade_with(key(1), found, STEPS);
            done.inspect_err(|error| {
                let EnvelopeError::NotMigrated { from: stopped, .. } = error else {
                    panic!("{error}")
                };
                assert!((from..newest).contains(stopped));
            })
        })
    };
    fuzz("migrations", |dice| {
        let text = damaged(dice);
        let Ok(done) = run(&text) else { return false };
        assert_eq!(done.format, newest);
        let again = run(&seal(done.format, done.position, done.data.clone()));
        assert_eq!(again.as_ref(), Ok(&done), "interrupted or run twice, it is the same");
        true
    });
}
