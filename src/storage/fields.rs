//! Two windows changed one record: what each did to its fields, put together.

use serde_json::{Map, Value};

/// A record after two windows changed it.
#[derive(Debug, Clone, PartialEq)]
pub struct Joined {
    /// All fields: each window's own changes, and this window's where both
    /// changed the same one.
    pub data: Value,
    /// The fields both changed, to different values.
    pub disputed: Vec<String>,
}

/// Joins what this window (`mine`) and another one (`theirs`) made of a record
/// that was `base` before. Fields are the top level of the record's data; a
/// field only one of them changed has that one's value.
pub fn join_fields(base: &Value, theirs: &Value, mine: &Value) -> Joined {
    let (Value::Object(theirs), Value::Object(mine)) = (theirs, mine) else {
        let disputed = if theirs == mine { Vec::new() } else { vec![String::new()] };
        return Joined { data: mine.clone(), disputed };
    };
    let nothing = Map::new();
    let base = base.as_object().unwrap_or(&nothing);
    let mut data = mine.clone();
    let mut disputed = Vec::new();
    let all = theirs.keys().chain(base.keys().filter(|field| !theirs.contains_key(*field)));
    for field in all {
        let (was, other, own) = (base.get(field), theirs.get(field), mine.get(field));
        if other == was || other == own {
            continue;
        }
        if own != was {
            disputed.push(field.clone());
            continue;
        }
        match other {
            Some(value) => data.insert(field.clone(), value.clone()),
            None => data.shift_remove(field),
        };
    }
    Joined { data: Value::Object(data), disputed }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn a_field_only_one_window_changed_has_its_value() {
        let base = json!({"name": "a", "why": "b", "unit": "c"});
        let theirs = json!({"name": "x", "why": "b"});
        let mine = json!({"name": "a", "why": "y", "unit": "c"});
        let joined = join_fields(&base, &theirs, &mine);
        assert_eq!(joined.data, json!({"name": "x", "why": "y"}));
        assert_eq!(joined.disputed, Vec::<String>::new());
    }

    #[test]
    fn a_field_both_changed_is_mine_and_disputed() {
        let joined =
            join_fields(&json!({"name": "a"}), &json!({"name": "x"}), &json!({"name": "y"}));
        assert_eq!(joined.data, json!({"name": "y"}));
        assert_eq!(joined.disputed, vec!["name".to_owned()]);
    }

    #[test]
    fn two_new_records_of_one_id_dispute_what_differs() {
        let joined = join_fields(&Value::Null, &json!({"a": 1, "b": 2}), &json!({"a": 1, "b": 3}));
        assert_eq!(joined.disputed, vec!["b".to_owned()]);
    }

    fn record() -> impl Strategy<Value = Value> {
        proptest::collection::btree_map("[a-d]", 0..3_u8, 0..4)
            .prop_map(|fields| fields.into_iter().map(|(key, value)| (key, json!(value))).collect())
    }

    proptest! {
        #[test]
        fn no_change_of_either_window_is_lost_unless_named(
            base in record(), theirs in record(), mine in record()
        ) {
            let joined = join_fields(&base, &theirs, &mine);
            for field in ["a", "b", "c", "d"] {
                let (was, other, own) = (base.get(field), theirs.get(field), mine.get(field));
                let now = joined.data.get(field);
                prop_assert_eq!(now, if own == was { other } else { own });
                let disputed = joined.disputed.iter().any(|named| named == field);
                prop_assert_eq!(disputed, own != was && other != was && other != own);
            }
        }
    }
}
