//! Reads a file of goals; the format is described beside the files.

use chrono::NaiveDate;
use crm_readiness::base::{FiscalStart, Id, IdKind};
use crm_readiness::kpi::{
    Aims, Finding, Goal, Indicator, Measurement, Series, TradeOff, check, check_goals,
};
use crm_readiness::plan::v1::record_from;
use crm_readiness::plan::yaml::{self, Limits};
use crm_readiness::workspace::Record;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// The day all files are read as of.
const TODAY: &str = "2026-11-22";

/// One test goal: a plan of its own.
pub struct Case {
    pub says: String,
    /// Labels of the rules whose mistakes were planted; none for a sound goal.
    pub expect: Vec<String>,
    goals: Vec<Goal>,
    indicators: Vec<Indicator>,
    trade_offs: Vec<TradeOff>,
    history: BTreeMap<Id, Series>,
}

impl Case {
    fn aims(&self) -> Aims<'_> {
        Aims {
            goals: self.goals.iter().collect(),
            indicators: self.indicators.iter().collect(),
            history: &self.history,
            trade_offs: self.trade_offs.iter().collect(),
            today: Some(today()),
            fiscal: FiscalStart::JANUARY,
        }
    }

    /// Labels of what is found of the goal itself.
    pub fn of_goal(&self) -> Vec<String> {
        labels(&check_goals(&self.aims()))
    }

    /// Labels of what is found of the goal as a plan of its own.
    pub fn of_plan(&self) -> Vec<String> {
        labels(&check(&self.aims()))
    }
}

fn labels(found: &[Finding]) -> Vec<String> {
    found.iter().map(|one| one.rule.label().to_owned()).collect()
}

pub fn today() -> NaiveDate {
    TODAY.parse().expect("a date")
}

/// The list of goals rules and word lists were tuned on.
pub const TUNED: &str = "goals";
/// The list of goals they were not.
pub const HELD_BACK: &str = "held-back";
/// The endings of the names of files whose goals came later, a round each.
pub const LATER: [&str; 11] =
    ["-10", "-11", "-12", "-13", "-14", "-15", "-16", "-17", "-18", "-19", "-20"];

/// The goals of a list of a file; none where the file has no such list.
pub fn read_cases(file: &Path, list: &str) -> Vec<Case> {
    let bytes = std::fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let document = yaml::read(&bytes, &Limits::PLAN)
        .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let value = document.into_value();
    let presets = value.get("presets").cloned().unwrap_or_else(|| json!({}));
    rows(&value, list).iter().map(|row| Builder::new(&presets).case(row)).collect()
}

/// Puts ids in the place of labels.
struct Builder<'a> {
    presets: &'a Value,
    labels: BTreeMap<String, String>,
    count: u64,
    goals: Vec<Value>,
    indicators: Vec<Value>,
    measurements: Vec<Value>,
}

impl<'a> Builder<'a> {
    fn new(presets: &'a Value) -> Self {
        let (goals, indicators, measurements) = (Vec::new(), Vec::new(), Vec::new());
        Self { presets, labels: BTreeMap::new(), count: 0, goals, indicators, measurements }
    }

    fn id(&mut self, kind: IdKind) -> String {
        self.count += 1;
        Id::new(kind, self.count).to_string()
    }

    fn case(mut self, row: &Value) -> Case {
        let text = |key: &str| row.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        self.goal(row);
        for other in rows(row, "goals") {
            self.goal(other);
        }
        for loose in rows(row, "loose") {
            self.indicator(loose, None);
        }
        let expect = match row.get("expect") {
            Some(Value::String(one)) => vec![one.clone()],
            _ => rows(row, "expect")
                .iter()
                .filter_map(|one| one.as_str().map(str::to_owned))
                .collect(),
        };
        let trade_offs: Vec<Value> =
            rows(row, "trade-offs").iter().map(|one| self.trade_off(one)).collect();
        let labels = self.labels.clone();
        let linked = |value: Value| links(value, &labels);
        let mut history: BTreeMap<Id, Series> = BTreeMap::new();
        for value in self.measurements {
            let Record::Measurement(found) = record(&value) else { panic!("a measurement") };
            let Measurement { indicator, period, .. } = found;
            history.entry(indicator).or_default().insert(period, found);
        }
        Case {
            says: text("says"),
            expect,
            goals: self
                .goals
                .into_iter()
                .map(linked)
                .map(|value| match record(&value) {
                    Record::Goal(goal) => goal,
                    _ => panic!("a goal"),
                })
                .collect(),
            indicators: self
                .indicators
                .into_iter()
                .map(linked)
                .map(|value| match record(&value) {
                    Record::Indicator(indicator) => indicator,
                    _ => panic!("an indicator"),
                })
                .collect(),
            trade_offs: trade_offs
                .into_iter()
                .map(|value| match record(&value) {
                    Record::TradeOff(found) => found,
                    _ => panic!("a trade-off"),
                })
                .collect(),
            history,
        }
    }

    fn goal(&mut self, row: &Value) {
        let id = self.id(IdKind::Goal);
        if let Some(label) = row.get("as").and_then(Value::as_str) {
            self.labels.insert(label.to_owned(), id.clone());
        }
        let mut goal = json!({"id": id, "statement": row["says"]});
        for key in ["why", "horizon", "links", "owner"] {
            if let Some(value) = row.get(key) {
                goal[key] = if key == "owner" {
                    json!(Id::new(IdKind::Person, 1).to_string())
                } else {
                    value.clone()
                };
            }
        }
        self.goals.push(goal);
        for indicator in rows(row, "indicators") {
            self.indicator(indicator, Some(&id));
        }
    }

    fn indicator(&mut self, row: &Value, goal: Option<&str>) {
        let row = row.as_object().expect("an indicator is a map");
        let mut fields = match row.get("like").and_then(Value::as_str) {
            Some(like) => {
                self.presets[like].as_object().unwrap_or_else(|| panic!("no preset {like}")).clone()
            }
            None => Map::new(),
        };
        fields.extend(row.iter().map(|(key, value)| (key.clone(), value.clone())));
        for key in row.get("without").and_then(Value::as_array).into_iter().flatten() {
            fields.remove(key.as_str().expect("names of fields"));
        }
        let id = self.id(IdKind::Indicator);
        if let Some(label) = fields.get("as").and_then(Value::as_str) {
            self.labels.insert(label.to_owned(), id.clone());
        }
        for (place, value) in fields
            .remove("history")
            .as_ref()
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .enumerate()
        {
            let measurement = self.id(IdKind::Measurement);
            let period = format!("2026-{:02}", place + 1);
            let mut found = json!({"id": measurement, "indicator": id, "period": period});
            match value.as_str().and_then(|text| text.split_once('/')) {
                Some((part, whole)) => {
                    found["part"] = json!(part.parse::<f64>().expect("a count"));
                    found["whole"] = json!(whole.parse::<f64>().expect("a count"));
                }
                None => found["value"] = value.clone(),
            }
            self.measurements.push(found);
        }
        self.indicators.push(full(fields, &id, goal));
    }

    fn trade_off(&mut self, row: &Value) -> Value {
        let id = self.id(IdKind::TradeOff);
        let of = |label: &Value| json!(self.labels[label.as_str().expect("a label")]);
        let mut found =
            json!({"id": id, "between": rows(row, "between").iter().map(of).collect::<Vec<_>>()});
        if let Some(first) = row.get("priority") {
            found["priority"] = of(first);
        }
        if row.get("who").is_some() {
            found["who"] = json!(Id::new(IdKind::Person, 1).to_string());
        }
        for key in ["accepted", "date"] {
            if let Some(value) = row.get(key) {
                found[key] = value.clone();
            }
        }
        found
    }
}

/// The short forms of a file as the fields of a plan.
fn full(mut fields: Map<String, Value>, id: &str, goal: Option<&str>) -> Value {
    for key in ["as", "like", "without"] {
        fields.remove(key);
    }
    fields.insert("id".to_owned(), json!(id));
    fields.entry("cadence").or_insert_with(|| json!("month"));
    fields.entry("name").or_insert_with(|| json!(""));
    if let Some(goal) = goal {
        fields.insert("goal".to_owned(), json!(goal));
    }
    if fields.get("owner").is_some() {
        fields.insert("owner".to_owned(), json!(Id::new(IdKind::Person, 1).to_string()));
    }
    let mut target = Map::new();
    for (short, long) in [("target", "value"), ("low", "low"), ("high", "high"), ("due", "due")] {
        if let Some(value) = fields.remove(short) {
            target.insert(long.to_owned(), value);
        }
    }
    if !target.is_empty() {
        fields.insert("target".to_owned(), Value::Object(target));
    }
    if let Some(Value::String(text)) = fields.get("baseline").cloned() {
        let baseline = match text.split_once(' ') {
            Some((value, period)) => {
                json!({"value": value.parse::<f64>().expect("a value"), "period": period})
            }
            None => json!({"none-yet": true}),
        };
        fields.insert("baseline".to_owned(), baseline);
    }
    for key in ["resources", "levers"] {
        if let Some(Value::Object(draws)) = fields.get(key).cloned() {
            let rows: Vec<Value> =
                draws.iter().map(|(name, pull)| json!({"name": name, "pull": pull})).collect();
            fields.insert(key.to_owned(), json!(rows));
        }
    }
    Value::Object(fields)
}

/// `links: {drives: b}` as rows with ids.
fn links(mut value: Value, labels: &BTreeMap<String, String>) -> Value {
    if let Some(Value::Object(links)) = value.get("links").cloned() {
        let rows: Vec<Value> = links
            .iter()
            .map(|(kind, to)| json!({"kind": kind, "to": labels[to.as_str().expect("a label")]}))
            .collect();
        value["links"] = json!(rows);
    }
    value
}

fn rows<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn record(value: &Value) -> Record {
    let id = value["id"].as_str().and_then(Id::parse_any).expect("an id");
    record_from(id, value).unwrap_or_else(|fault| panic!("{fault} in {value}"))
}
