//! The indicator library as it is served: its entries become indicators that
//! the goal check finds nothing wrong with, in every language.

use crm_readiness::base::{FiscalStart, Id, IdKind, Period};
use crm_readiness::i18n::Language;
use crm_readiness::kpi::{
    Aims, Baseline, Direction, Finding, Goal, Horizon, Indicator, Measure, Mistake, Rule, Target,
    check_goals,
};
use crm_readiness::library::{Entry, EntryKind, Shelf, read_library};
use crm_readiness::pack::read_texts;
use std::collections::BTreeMap;
use std::path::Path;

const LANGUAGES: [(Language, &str); 3] =
    [(Language::English, "en"), (Language::Chinese, "zh"), (Language::Russian, "ru")];

fn read(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assessments/library").join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn shelf(language: Language, tag: &str) -> Shelf {
    let library = read_library("library.yaml", &read("library.yaml")).expect("it is sound");
    let texts = read_texts(tag, &read(&format!("text.{tag}.yaml"))).expect("they are sound");
    Shelf::new(library, language, texts)
}

/// The indicator of an entry, with the facts a project adds.
fn filled(shelf: &Shelf, entry: &Entry, number: u64) -> Indicator {
    let goal = Some(Id::new(IdKind::Goal, 1));
    let made = shelf.indicator(entry, Id::new(IdKind::Indicator, number), goal, "EUR");
    let today = "2026-11-22".parse().expect("a date");
    let period = Period::containing(today, made.cadence, FiscalStart::JANUARY);
    let (from, to) = match entry.direction {
        Direction::Up => (40.0, 60.0),
        Direction::Down => (60.0, 40.0),
        Direction::Within => (60.0, 0.0),
    };
    let within = entry.direction == Direction::Within;
    Indicator {
        owner: Some(Id::new(IdKind::Person, 1)),
        baseline: Baseline::Known { value: from, period: period.previous(FiscalStart::JANUARY) },
        target: Target {
            value: (!within).then_some(to),
            low: within.then_some(40.0),
            high: within.then_some(50.0),
            due: "2027-12-31".parse().ok(),
            ..Target::default()
        },
        ..made
    }
}

/// What the goal check finds in an entry under a goal of its own, with or
/// without its companions.
fn found(shelf: &Shelf, entry: &Entry, with_companions: bool) -> Vec<Finding> {
    let id = Id::new(IdKind::Goal, 1);
    let goal = Goal { horizon: Some(Horizon::Short), ..Goal::new(id, &shelf.say(entry, "name")) };
    let beside = entry.companions.iter().filter(|_| with_companions);
    let beside = beside.filter_map(|companion| shelf.library.entry(companion));
    let all = std::iter::once(entry).chain(beside);
    let indicators: Vec<Indicator> =
        (1..).zip(all).map(|(number, entry)| filled(shelf, entry, number)).collect();
    check_goals(&Aims {
        goals: vec![&goal],
        indicators: indicators.iter().collect(),
        history: &BTreeMap::new(),
        trade_offs: Vec::new(),
        today: "2026-11-22".parse().ok(),
        fiscal: FiscalStart::JANUARY,
    })
}

fn rules(found: &[Finding]) -> Vec<&'static str> {
    found.iter().map(|one| one.rule.label()).collect()
}

#[test]
fn an_entry_with_its_companions_is_neither_vague_nor_misread_in_any_language() {
    let mut problems = Vec::new();
    for (language, tag) in LANGUAGES {
        let shelf = shelf(language, tag);
        for entry in &shelf.library.entries {
            let wrong = found(&shelf, entry, true);
            let wrong: Vec<_> = wrong
                .into_iter()
                .filter(|one| one.rule.mistake() != Mistake::Conflicting)
                .collect();
            if !wrong.is_empty() {
                problems.push(format!("{tag}: {}: {:?}", entry.id, rules(&wrong)));
            }
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn a_count_people_can_push_up_is_found_out_unless_its_outcome_stands_beside_it() {
    let mut problems = Vec::new();
    for (language, tag) in LANGUAGES {
        let shelf = shelf(language, tag);
        for entry in &shelf.library.entries {
            let wrong = found(&shelf, entry, false);
            let alone = wrong.iter().any(|one| matches!(one.rule, Rule::Gameable | Rule::Activity));
            if alone != entry.gameable {
                problems.push(format!("{tag}: {}: {:?}", entry.id, rules(&wrong)));
            }
        }
        assert!(shelf.library.entries.iter().filter(|entry| entry.gameable).count() > 3);
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn what_only_the_company_knows_stays_open() {
    for (language, tag) in LANGUAGES {
        let shelf = shelf(language, tag);
        assert!(shelf.library.entries.len() >= 40, "{}", shelf.library.entries.len());
        for entry in &shelf.library.entries {
            let id = Id::new(IdKind::Indicator, 7);
            let made = shelf.indicator(entry, id, None, "EUR");
            assert_eq!((made.id, made.goal, made.owner), (id, None, None));
            assert_eq!((made.baseline, made.target), (Baseline::Unset, Target::default()));
            assert_eq!((made.tolerance, made.changes.len(), made.links.len()), (None, 0, 0));
            assert_eq!(made.role.from, entry.id);
            assert_eq!(made.direction, Some(entry.direction));
            assert!(made.role.tells.is_some() && made.role.profit.is_some());
            let texts = [&made.name, &made.population, &made.source, &made.method];
            assert!(texts.into_iter().all(|text| !text.is_empty()), "{tag}: {}", entry.id);
            // No figure of the example gets into the plan.
            let example = shelf.say(entry, "example");
            assert!(!made.method.contains(&example) && !made.name.contains(&example));
            match (&made.measure, entry.kind) {
                (Measure::Number, EntryKind::Number) => assert!(!made.unit.is_empty()),
                (Measure::Share, EntryKind::Share) => assert!(!made.role.part.is_empty()),
                (Measure::ServiceLevel { channel, .. }, EntryKind::ServiceLevel { .. }) => {
                    assert!(!channel.is_empty());
                }
                _ => panic!("{}: another kind", entry.id),
            }
        }
    }
}

#[test]
fn money_without_a_currency_leaves_its_unit_open() {
    let shelf = shelf(Language::English, "en");
    let entry = shelf.library.entry("cost-per-contact").expect("it is there");
    assert_eq!(shelf.unit(entry, "RUB"), "RUB per contact");
    assert_eq!(shelf.unit(entry, "  "), "");
    let days = shelf.library.entry("sales-cycle").expect("it is there");
    assert_eq!(shelf.unit(days, ""), "days");
}

#[test]
fn faster_and_cheaper_from_the_library_are_found_to_conflict() {
    for (language, tag) in LANGUAGES {
        let shelf = shelf(language, tag);
        let entry = shelf.library.entry("call-service-level").expect("it is there");
        let found = found(&shelf, entry, true);
        assert!(rules(&found).contains(&"conflicting.resource"), "{tag}: {:?}", rules(&found));
    }
}

#[test]
fn the_file_a_page_fetches_gives_the_same_shelf() {
    let library = read_library("library.yaml", &read("library.yaml")).expect("it is sound");
    for (language, tag) in LANGUAGES {
        let value = crm_readiness::plan::yaml::read(
            read("library.yaml").as_bytes(),
            &crm_readiness::plan::yaml::Limits::CONTENT,
        );
        let texts = read_texts(tag, &read(&format!("text.{tag}.yaml"))).expect("they are sound");
        let value = value.expect("it is YAML").into_value();
        let json = serde_json::json!({"library": value, "texts": texts}).to_string();
        let served = Shelf::served(language, &json).expect("it opens");
        assert_eq!(served, Shelf::new(library.clone(), language, texts));
        for broken in ["", "{}", "{\"library\": {}, \"texts\": {}}", &json[1..]] {
            assert_eq!(Shelf::served(language, broken), None);
        }
    }
}

#[test]
fn a_search_finds_an_entry_by_any_of_its_words_in_any_order() {
    let shelf = shelf(Language::Russian, "ru");
    let entry = shelf.library.entry("first-contact").expect("it is there");
    for search in ["", "ПЕРВОГО обращения", "обращения первого", "  обращ "]
    {
        assert!(shelf.matches(entry, search), "{search}");
    }
    assert!(!shelf.matches(entry, "склад"));
}

#[test]
fn what_the_sample_took_from_the_library_is_there() {
    let plan = Path::new(env!("CARGO_MANIFEST_DIR")).join("assessments/sample/plan.yaml");
    let plan = std::fs::read_to_string(plan).expect("it is there");
    let library = read_library("library.yaml", &read("library.yaml")).expect("it is sound");
    let taken: Vec<&str> = plan.lines().filter_map(|line| line.strip_prefix("  from: ")).collect();
    assert!(taken.len() > 3, "{taken:?}");
    for entry in taken {
        assert!(library.entry(entry).is_some(), "{entry}");
    }
}
