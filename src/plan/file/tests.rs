use super::*;
use crate::base::{Cadence, Period};
use crate::kpi::Actual;
use crate::plan::preview::{SummaryCheck, check_summary};
use crate::plan::summary::summary_of;
use crate::plan::testing::any_project;
use crate::plan::v1::FaultKind;
use crate::plan::yaml::YamlErrorKind;
use crate::workspace::CommandError;
use proptest::prelude::*;

const FIXTURE: &str = include_str!("../../../tests/fixtures/plan/v1.yaml");

/// One department's part of a project.
const DEPARTMENT: &str = include_str!("../../../tests/fixtures/plan/v1-department.yaml");

/// Every fixture of version 1: the first, and one for each change that gained
/// it a key or a word.
fn fixtures() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/plan");
    let files = std::fs::read_dir(folder).expect("the fixtures are there");
    let mut paths: Vec<_> = files.map(|file| file.expect("it can be read").path()).collect();
    paths.retain(|path| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("v1"))
    });
    paths.sort();
    assert!(paths.len() > 2, "only {} fixtures", paths.len());
    paths.iter().map(|path| std::fs::read_to_string(path).expect("it is text")).collect()
}

fn today() -> chrono::NaiveDate {
    "2026-11-22".parse().expect("a date")
}

fn packs() -> Vec<&'static crate::pack::Pack> {
    vec![crate::pack::readiness().expect("the pack in the code is sound")]
}

#[track_caller]
fn refused(text: &str) -> PlanError {
    read_plan(text.as_bytes()).expect_err("the plan should be refused")
}

#[test]
fn the_fixture_of_version_1_opens_and_is_written_as_it_stands() {
    let (project, summary) = read_plan(FIXTURE.as_bytes()).expect("the fixture opens for ever");
    assert!(FIXTURE.starts_with(&format!("{FIRST_LINE}\n")));
    assert_eq!(write_plan(&project, summary), FIXTURE);
    for fixture in fixtures() {
        let (one, said) = read_plan(fixture.as_bytes()).expect("fixtures open for ever");
        assert_eq!(write_plan(&one, said), fixture);
    }
    assert_eq!(project.head.name, "CRM: sales & service");
    assert_eq!(project.head.why, "no");
    assert_eq!(project.head.fiscal.month(), 4);
    assert_eq!(project.people.len(), 4);
    assert_eq!(project.answers.len(), 5);
    assert_eq!(project.goals.len(), 3);
    assert_eq!(project.indicators.len(), 6);
    assert_eq!(project.measurement_count(), 6);
    assert_eq!(project.imports.len(), 1);
}

#[test]
fn dates_are_quoted_and_no_answer_word_is_a_flag_to_an_older_reader() {
    for line in FIXTURE.lines() {
        let value = line.trim_start_matches(['-', ' ']).split_once(": ").map(|(_, value)| value);
        let bare_date = value.is_some_and(|value| {
            value.len() == 10 && chrono::NaiveDate::parse_from_str(value, "%Y-%m-%d").is_ok()
        });
        assert!(!bare_date, "{line}");
        let flag = value.is_some_and(|value| ["yes", "no", "on", "off", "y", "n"].contains(&value));
        assert!(!flag, "{line}");
    }
    for word in ["met", "partly", "not-met", "not-applicable", "level"] {
        assert!(FIXTURE.contains(&format!("\n  answer: {word}\n")), "{word}");
    }
}

#[test]
fn one_edited_value_is_one_changed_line() {
    let (mut project, summary) = read_plan(FIXTURE.as_bytes()).expect("the fixture opens");
    project.head.benefit = "Two lines\nbecome three\nlines: yes".to_owned();
    let series = project.measurements.values_mut().next().expect("there are measurements");
    let october = Period::parse("2026-10").expect("a month");
    series.get_mut(&october).expect("October is there").actual = Actual::Value(79.9);
    let text = write_plan(&project, summary);
    let differing: Vec<&str> = text
        .lines()
        .zip(FIXTURE.lines())
        .filter_map(|(now, before)| (now != before).then_some(now))
        .collect();
    assert_eq!(text.lines().count(), FIXTURE.lines().count());
    assert_eq!(
        differing,
        [
            "  benefit: \"Two lines\\nbecome three\\nlines: yes\"",
            "- {id: m0000v1ab, indicator: i0000v1aa, period: \"2026-10\", value: 79.9}",
        ]
    );
}

#[test]
fn a_plan_cut_off_anywhere_is_refused_or_known_to_be_cut() {
    let (project, _) = read_plan(FIXTURE.as_bytes()).expect("the fixture opens");
    let summary = summary_of(&project, &packs(), today());
    let text = write_plan(&project, Some(summary));
    for end in 0..text.len() {
        let Ok((cut, said)) = read_plan(&text.as_bytes()[..end]) else { continue };
        let check = check_summary(&cut, said.as_ref(), &packs());
        let whole = cut == project && text[end..].trim().is_empty();
        assert!(whole || check != SummaryCheck::Agrees, "cut at byte {end}");
    }
    let (back, said) = read_plan(text.as_bytes()).expect("the whole text opens");
    assert_eq!(check_summary(&back, said.as_ref(), &packs()), SummaryCheck::Agrees);
}

#[test]
fn a_newer_format_is_named_as_such_before_its_unknown_fields() {
    let text = FIXTURE.replace("crm-readiness-plan/1", "crm-readiness-plan/2") + "novelty: 1\n";
    assert_eq!(refused(&text), PlanError::Newer { version: 2, line: Some(2) });
    for (format, line) in [("crm-readiness-plan/0", 2), ("crm-readiness-plan/x", 2), ("else/1", 2)]
    {
        let text = FIXTURE.replace("crm-readiness-plan/1", format);
        assert_eq!(refused(&text), PlanError::NotAPlan { line: Some(line) }, "{format}");
    }
    assert_eq!(refused("a: 1\n"), PlanError::NotAPlan { line: Some(1) });
}

#[test]
fn a_part_that_speaks_for_another_department_is_refused_with_its_line() {
    let text = DEPARTMENT.replace("    department: отдел  продаж", "    department: Finance");
    let error = refused(&text);
    assert_eq!((error.line(), error.path()), (Some(26), Some("registers.term-views[0]")));
    assert!(matches!(error, PlanError::Refused { error: CommandError::OtherDepartment(_), .. }));
}

#[test]
fn a_fault_names_its_line_and_path() {
    let line_of = |part: &str| {
        let at = FIXTURE.lines().position(|line| line.contains(part)).expect("it is there");
        u32::try_from(at + 1).expect("a short file")
    };
    let rows = [
        ("period: \"2026-W42\"", "period: \"2026-W60\"", "measurements[2].period"),
        ("date: \"2026-10-05\"", "date: \"2026-02-30\"", "answers[0].evidence[0].date"),
        ("    date: \"2026-10-06\"", "    date: 2026-1-6", "answers[0].voices[0].date"),
        ("fiscal-year-start: 4", "fiscal-year-start: 13", "project.fiscal-year-start"),
        ("part: 1607", "part: 2001", "measurements[0].part"),
        ("tolerance: 1.5", "tolerance: 1.2345678901234567", "indicators[0].tolerance"),
    ];
    for (was, is, path) in rows {
        let error = refused(&FIXTURE.replacen(was, is, 1));
        assert_eq!(error.path(), Some(path), "{error:?}");
        assert_eq!(error.line(), Some(line_of(was)), "{error:?}");
    }
    let unknown = refused(&FIXTURE.replacen("organisation:", "organization:", 1));
    assert_eq!((unknown.path(), unknown.line()), (Some("project.organization"), Some(6)));
    let PlanError::Text(found) = unknown else { panic!("an unknown field is found in the text") };
    assert!(matches!(found.kind, YamlErrorKind::UnknownField { .. }));
}

#[test]
fn records_that_do_not_fit_each_other_are_named_with_their_line() {
    let dangling = refused(&FIXTURE.replacen("  goal: g0000v1aa", "  goal: g0000v1zz", 1));
    assert_eq!(dangling.path(), Some("indicators[0]"));
    assert!(dangling.line().is_some());
    assert!(matches!(
        dangling,
        PlanError::Refused { error: CommandError::DanglingLink { .. }, .. }
    ));
    let cadence = refused(&FIXTURE.replacen("\"2026-W42\"", "\"2026-10\"", 1));
    assert_eq!(cadence.path(), Some("measurements[2]"));
    assert!(matches!(
        cadence,
        PlanError::Refused { error: CommandError::WrongCadence { cadence: Cadence::Week, .. }, .. }
    ));
    let twice = refused(&FIXTURE.replacen("ready.strategy", "ready.funding", 1));
    assert_eq!(twice.path(), Some("answers[1]"));
    let share = refused(&FIXTURE.replacen("value: 81.4}", "value: 181.4}", 1));
    assert_eq!(share.path(), Some("measurements[1]"));
    let same_id = refused(&FIXTURE.replacen("id: h0000v1ab", "id: h0000v1aa", 1));
    assert!(
        matches!(same_id, PlanError::Field { kind: FaultKind::DuplicateId(_), .. }),
        "{same_id:?}"
    );
}

#[test]
fn names_of_files_hold_nothing_a_file_system_refuses() {
    assert_eq!(file_name("CRM for sales & service"), "crm-for-sales-service.crm-plan.yaml");
    assert_eq!(file_name("../../etc/passwd"), "etc-passwd.crm-plan.yaml");
    assert_eq!(file_name("销售与服务 CRM 项目"), "销售与服务-crm-项目.crm-plan.yaml");
    assert_eq!(file_name("CRM: «Продажи»"), "crm-продажи.crm-plan.yaml");
    assert_eq!(file_name(" \t"), "project.crm-plan.yaml");
    assert!(file_name(&"слово ".repeat(100)).len() <= 255);
    assert!(file_name(&"字".repeat(300)).len() <= 255);
}

proptest! {
    #[test]
    fn a_plan_exported_imported_and_exported_again_is_the_same_bytes(project in any_project()) {
        let summary = summary_of(&project, &packs(), today());
        let text = write_plan(&project, Some(summary.clone()));
        let (back, said) = read_plan(text.as_bytes()).expect("our own file opens");
        prop_assert_eq!(&back, &project);
        prop_assert_eq!(said.as_ref(), Some(&summary));
        prop_assert_eq!(write_plan(&back, said), text);
    }

    #[test]
    fn a_damaged_plan_is_refused_or_read_and_never_stops_the_app(
        at in 0usize..FIXTURE.len(), byte in any::<u8>(), cut in 0usize..40,
    ) {
        let mut bytes = FIXTURE.as_bytes().to_vec();
        let end = (at + cut).min(bytes.len());
        bytes.splice(at..end, [byte]);
        let _ = read_plan(&bytes);
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::*;
    use crate::plan::v1::schema;
    use std::collections::BTreeSet;
    use std::path::Path;

    /// `UPDATE_GOLDEN=1` rewrites the copy.
    #[test]
    fn the_schema_in_the_repository_is_the_one_of_the_types() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/golden/crm-readiness-plan.v1.schema.json");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, schema()).expect("the golden folder is writable");
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == schema(), "the schema differs: look at it, then run with UPDATE_GOLDEN=1");
    }

    /// Walks schema and plan side by side; what it met is taken off `unmet`.
    fn meet(root: &Value, schema: &Value, plan: &Value, unmet: &mut BTreeSet<String>) {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
            let name = name.trim_start_matches('#');
            let target = root.pointer(name).expect("references of the schema resolve");
            if let Some(word) = plan.as_str() {
                unmet.remove(&format!("{name} {word}"));
            }
            for key in plan.as_object().into_iter().flat_map(serde_json::Map::keys) {
                unmet.remove(&format!("{name} {key}"));
            }
            meet(root, target, plan, unmet);
        }
        for part in ["allOf", "anyOf"] {
            for one in schema.get(part).and_then(Value::as_array).into_iter().flatten() {
                meet(root, one, plan, unmet);
            }
        }
        if let (Some(items), Some(list)) = (schema.get("items"), plan.as_array()) {
            for item in list {
                meet(root, items, item, unmet);
            }
        }
        if let (Some(fields), Some(map)) = (schema.get("properties"), plan.as_object()) {
            for (key, value) in map {
                let field = fields.get(key).expect("the fixture keeps to the schema");
                meet(root, field, value, unmet);
            }
        }
    }

    /// Every field and every word of every definition, as `/definitions/X y`.
    fn all_of(root: &Value) -> BTreeSet<String> {
        let mut all = BTreeSet::new();
        let definitions = root["definitions"].as_object().expect("the schema has definitions");
        for (name, definition) in definitions {
            let fields = definition["properties"].as_object().into_iter().flatten();
            all.extend(fields.map(|(key, _)| format!("/definitions/{name} {key}")));
            let words = definition["enum"].as_array().into_iter().flatten();
            let described = definition["oneOf"].as_array().into_iter().flatten();
            let described = described.flat_map(|one| {
                let list = one["enum"].as_array().into_iter().flatten();
                list.chain(one.get("const"))
            });
            let words = words.chain(described).filter_map(Value::as_str);
            all.extend(words.map(|word| format!("/definitions/{name} {word}")));
        }
        all
    }

    #[test]
    fn the_fixtures_hold_every_field_and_every_word_of_version_1() {
        let root: Value = serde_json::from_str(&schema()).expect("the schema is JSON");
        let mut unmet = all_of(&root);
        assert!(unmet.len() > 100, "only {} fields and words in the schema", unmet.len());
        for fixture in fixtures() {
            let plan = yaml::read(fixture.as_bytes(), &Limits::PLAN).expect("fixtures are YAML");
            meet(&root, &root, plan.value(), &mut unmet);
        }
        assert_eq!(unmet, BTreeSet::new());
    }
}
