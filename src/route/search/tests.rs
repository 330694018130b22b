use super::*;
use crate::base::IdKind;
use crate::i18n::testing::catalogue;
use crate::i18n::{Catalogue, Language};
use crate::pack::read_texts;
use crate::route::Route;
use crate::workspace::{Person, ProjectHead};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::OnceLock;

fn pack() -> &'static Pack {
    crate::pack::readiness().expect("the pack in the code is sound")
}

fn sample() -> Project {
    let texts = include_str!("../../../assessments/sample/text.en.yaml");
    let texts = read_texts("text.en.yaml", texts).expect("the texts are sound");
    let plan = include_str!("../../../assessments/sample/plan.yaml");
    let day = "2026-11-22".parse().expect("a date");
    crate::sample::sample(plan, &texts, day).expect("the sample is sound")
}

fn english() -> Catalogue {
    catalogue(Language::English)
}

/// Entries with nothing but names.
fn named(kind: EntryKind, titles: &[&str]) -> Vec<Entry> {
    titles.iter().map(|title| entry(kind, title, "", Place::Overview)).collect()
}

fn titles(found: &[&Entry]) -> Vec<String> {
    found.iter().map(|entry| entry.title.clone()).collect()
}

#[track_caller]
fn expect(all: &[Entry], query: &str, wanted: &[&str]) {
    assert_eq!(titles(&find(&english(), all, query, 50)), wanted, "{query:?}");
}

#[test]
fn names_that_begin_with_the_word_come_before_those_that_hold_it() {
    let all = named(
        EntryKind::Goal,
        &["Recall old customers", "Fewer calls", "Calls answered", "Call", "Sales"],
    );
    expect(&all, "call", &["Call", "Calls answered", "Fewer calls", "Recall old customers"]);
    expect(&all, "CALLS", &["Calls answered", "Fewer calls"]);
    expect(&all, "answered calls", &["Calls answered"]);
    expect(&all, "calls sales", &[]);
}

#[test]
fn russian_is_found_in_either_case_and_with_either_e() {
    let all = named(EntryKind::Person, &["Отдел учёта", "Пётр Орлов", "Анна"]);
    expect(&all, "УЧЕТ", &["Отдел учёта"]);
    expect(&all, "петр", &["Пётр Орлов"]);
    expect(&all, "ПЁТР", &["Пётр Орлов"]);
    expect(&all, "орл пёт", &["Пётр Орлов"]);
}

#[test]
fn chinese_is_found_by_any_part_of_a_name_and_full_width_is_as_good() {
    let all = named(EntryKind::Indicator, &["首次来电解决率", "来电接通率", "ＣＲＭ 使用率"]);
    expect(&all, "来电", &["来电接通率", "首次来电解决率"]);
    expect(&all, "解决率", &["首次来电解决率"]);
    expect(&all, "crm", &["ＣＲＭ 使用率"]);
    expect(&all, "ｃｒｍ\u{3000}使用", &["ＣＲＭ 使用率"]);
}

#[test]
fn of_equals_the_kind_and_then_the_order_of_the_project_decides() {
    let mut all = named(EntryKind::Person, &["Sales lead"]);
    all.extend(named(EntryKind::Goal, &["Sales up", "Sales abroad"]));
    expect(&all, "sales", &["Sales up", "Sales abroad", "Sales lead"]);
    let detail = entry(EntryKind::Place, "Report", "what sales sees", Place::Report);
    all.insert(0, detail);
    expect(&all, "sales", &["Sales up", "Sales abroad", "Sales lead", "Report"]);
    expect(&all, "person", &["Sales lead"]);
}

#[test]
fn without_a_word_the_places_are_offered_and_never_more_than_asked_for() {
    let words = english();
    let all = entries(&words, &sample(), pack());
    let places = find(&words, &all, " \u{200b} ", 50);
    assert_eq!(places.len(), PLACES.len());
    assert!(places.iter().all(|entry| entry.kind == EntryKind::Place));
    assert_eq!(find(&words, &all, "", 3).len(), 3);
}

#[test]
fn every_record_with_a_name_is_found_by_it_at_an_address_that_opens() {
    let (words, project) = (english(), sample());
    let all = entries(&words, &project, pack());
    let count = |kind| all.iter().filter(|entry| entry.kind == kind).count();
    assert_eq!(count(EntryKind::Goal), project.goals.len());
    assert_eq!(count(EntryKind::Indicator), project.indicators.len());
    assert_eq!(count(EntryKind::Person), project.people.len());
    assert_eq!(count(EntryKind::Stage), project.stages.len());
    assert_eq!(count(EntryKind::System), project.integrations.len());
    assert_eq!(count(EntryKind::Action), project.actions.len());
    assert_eq!(count(EntryKind::Risk), project.risks.len());
    assert_eq!(count(EntryKind::Department), project.views.len());
    assert_eq!(count(EntryKind::Channel), project.channels.len());
    for entry in &all {
        let found = find(&words, &all, &entry.title, all.len());
        assert!(found.contains(&entry), "{}", entry.title);
        let best = found.first().expect("at least itself");
        assert_eq!(folded(&best.title), folded(&entry.title));
        let route = Route::Project(project.head.id, entry.place.clone());
        assert_eq!(Route::parse(&route.href()), route, "{}", entry.title);
    }
}

/// Whether a place is shown without a record of its own. A new place must
/// be named here, and in `PLACES` if it is one.
fn stands_alone(place: &Place) -> bool {
    match place {
        Place::Overview
        | Place::Readiness
        | Place::SuccessCriteria
        | Place::Funding(None)
        | Place::Integrations(None)
        | Place::Customer(None)
        | Place::Goals
        | Place::GoalMap
        | Place::Scoreboard(_)
        | Place::Round
        | Place::Library(None)
        | Place::Channels(None)
        | Place::Actions(None)
        | Place::Risks(None)
        | Place::Report
        | Place::People
        | Place::Settings => true,
        Place::Funding(Some(_))
        | Place::Integrations(Some(_))
        | Place::Customer(Some(_))
        | Place::Library(Some(_))
        | Place::Channels(Some(_))
        | Place::Actions(Some(_))
        | Place::Risks(Some(_))
        | Place::Question(_)
        | Place::Term(..)
        | Place::Department(_)
        | Place::Indicator(_)
        | Place::Definition(_) => false,
    }
}

#[test]
fn every_place_that_stands_alone_is_offered_once() {
    assert!(PLACES.iter().all(|(place, _)| stands_alone(place)));
    let addresses: BTreeSet<String> = PLACES
        .iter()
        .map(|(place, _)| Route::Project(Id::new(IdKind::Project, 1), place.clone()).href())
        .collect();
    assert_eq!(addresses.len(), 17, "one for each place named above as standing alone");
    assert_eq!(PLACES.len(), addresses.len());
}

#[test]
fn a_record_without_a_name_is_not_offered() {
    let mut project = Project::new(ProjectHead::new(Id::new(IdKind::Project, 1), "New"));
    project.people.put(0, Person::new(Id::new(IdKind::Person, 1), " "));
    project.people.put(1, Person::new(Id::new(IdKind::Person, 2), "Ada"));
    let all = entries(&english(), &project, pack());
    let people: Vec<&Entry> = all.iter().filter(|one| one.kind == EntryKind::Person).collect();
    assert_eq!(titles(&people), ["Ada"]);
}

proptest! {
    #[test]
    fn whatever_is_typed_every_word_of_it_stands_in_what_is_found(
        query in prop_oneof!["\\PC{0,12}", "[a-zA-Z ]{0,5}", "[а-яё客户标 ]{0,3}"],
    ) {
        static ALL: OnceLock<(Catalogue, Vec<Entry>)> = OnceLock::new();
        let (words, all) = ALL.get_or_init(|| {
            let words = english();
            let all = entries(&words, &sample(), pack());
            (words, all)
        });
        for found in find(words, all, &query, 50) {
            let kind = words.text(found.kind.key());
            let held = [&found.title, &found.detail, kind.as_ref()].join("\n");
            let held = folded(&held);
            for word in folded(&query).split(' ').filter(|word| !word.is_empty()) {
                prop_assert!(held.contains(word), "{:?} in {:?}", word, held);
            }
        }
    }
}
