//! Two windows changed one record: what each did to its fields, put together.

use serde_json::{Map, Value};
use std::collections::BTreeMap;

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
            let joined = join_cases(was, other, own);
            if joined.as_ref().is_none_or(|(_, disputed)| *disputed) {
                disputed.push(field.clone());
            }
            if let Some((list, _)) = joined {
                data.insert(field.clone(), list);
            }
            continue;
        }
        match other {
            Some(value) => data.insert(field.clone(), value.clone()),
            None => data.shift_remove(field),
        };
    }
    Joined { data: Value::Object(data), disputed }
}

/// The entries of a list by the number of their case; `None` for any other
/// list. A field that is not there is an empty list.
fn by_case(list: Option<&Value>) -> Option<BTreeMap<u64, &Value>> {
    let Some(list) = list else { return Some(BTreeMap::new()) };
    let entries = list.as_array()?;
    let by_case: Option<BTreeMap<u64, &Value>> =
        entries.iter().map(|entry| Some((entry.get("case")?.as_u64()?, entry))).collect();
    by_case.filter(|found| found.len() == entries.len())
}

/// Joins what two windows made of a list of cases: two departments' heads
/// decide different cases of one board at the same time. Whether both changed
/// one entry, to different values, comes with it; this window's stands then.
fn join_cases(
    was: Option<&Value>,
    theirs: Option<&Value>,
    mine: Option<&Value>,
) -> Option<(Value, bool)> {
    let (was, theirs, mine) = (by_case(was)?, by_case(theirs)?, by_case(mine)?);
    let mut joined = mine.clone();
    let mut disputed = false;
    for case in theirs.keys().chain(was.keys()) {
        let (before, other, own) = (was.get(case), theirs.get(case), mine.get(case));
        if other == before || other == own {
            continue;
        }
        if own != before {
            disputed = true;
        } else if let Some(other) = other {
            joined.insert(*case, other);
        } else {
            joined.remove(case);
        }
    }
    Some((Value::Array(joined.into_values().cloned().collect()), disputed))
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

    #[test]
    fn two_windows_decide_different_cases_of_one_board() {
        let base = json!({"decisions": [{"case": 1, "counts": true}, {"case": 2, "counts": true}]});
        let theirs =
            json!({"decisions": [{"case": 2, "counts": false}, {"case": 4, "counts": true}]});
        let mine = json!({"decisions": [
            {"case": 1, "counts": true}, {"case": 2, "counts": true}, {"case": 3, "counts": false}
        ]});
        let joined = join_fields(&base, &theirs, &mine);
        let expected = json!({"decisions": [
            {"case": 2, "counts": false}, {"case": 3, "counts": false}, {"case": 4, "counts": true}
        ]});
        assert_eq!(joined.data, expected);
        assert_eq!(joined.disputed, Vec::<String>::new());
    }

    #[test]
    fn a_case_both_decided_is_mine_and_disputed_and_the_others_are_joined() {
        let theirs =
            json!({"decisions": [{"case": 1, "counts": true}, {"case": 2, "counts": true}]});
        let mine = json!({"decisions": [{"case": 1, "counts": false}]});
        let joined = join_fields(&json!({}), &theirs, &mine);
        let expected =
            json!({"decisions": [{"case": 1, "counts": false}, {"case": 2, "counts": true}]});
        assert_eq!(joined.data, expected);
        assert_eq!(joined.disputed, vec!["decisions".to_owned()]);
    }

    #[test]
    fn other_lists_are_disputed_as_a_whole() {
        for (theirs, mine) in [
            (json!({"a": [1]}), json!({"a": [2]})),
            (json!({"a": [{"case": 1}]}), json!({"a": [{"case": 1}, {"case": 1}]})),
            (json!({"a": [{"case": -1}]}), json!({"a": [{"case": 2}]})),
        ] {
            let joined = join_fields(&json!({"a": []}), &theirs, &mine);
            assert_eq!((joined.data, joined.disputed), (mine, vec!["a".to_owned()]));
        }
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
