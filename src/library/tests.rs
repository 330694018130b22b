//! The library's files, good and broken.

use super::*;
use crate::kpi::{Direction, Profit};
use crate::pack::Problem;

const GOOD: &str = "\
format_version: 1
version: 2
entries:
  - id: calls
    group: efficiency
    kind: service-level
    within: 20
    within-unit: seconds
    direction: up
    cadence: week
    tells: leading
    cause: internal
    profit: guardrail
    resources: {hours: more}
    figures: [80, 5.4]
    sources: [S-13]
  - id: dials
    group: revenue
    kind: number
    direction: down
    cadence: month
    stage: lead
    tells: lagging
    cause: external
    profit: leads
    gameable: true
    companions: [calls]
    figures: [10]
    claims: [S-27]
";

/// The problems of the good file after one replacement, as they are said.
#[track_caller]
fn broken(from: &str, to: &str) -> Vec<String> {
    assert!(GOOD.contains(from), "nothing to replace: {from}");
    let found = read_library("l.yaml", &GOOD.replacen(from, to, 1)).expect_err(to);
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn a_sound_file_is_read_as_it_stands() {
    let library = read_library("l.yaml", GOOD).expect("it is sound");
    assert_eq!((library.version, library.entries.len()), (2, 2));
    let dials = library.entry("dials").expect("it is there");
    assert_eq!(
        (dials.direction, dials.profit, dials.gameable),
        (Direction::Down, Profit::Leads, true)
    );
    assert_eq!((&*dials.companions, &*dials.claims), (&["calls".to_owned()][..], &[27][..]));
    assert_eq!(library.of(Group::Efficiency).count(), 1);
    assert_eq!(library.entry("x"), None);
}

#[test]
fn every_mistake_is_named_with_its_line_its_place_and_its_repair() {
    for (from, to, line, says) in [
        ("version: 2", "version: 0", ":2: version: ", "count versions from 1"),
        ("group: efficiency", "group: speed", ":5: entries[0].group: ", "revenue, cost"),
        ("id: dials", "id: Dials", ":17: entries[1].id: ", "lower-case"),
        ("id: dials", "id: calls", ":17: entries[1].id: ", "used twice"),
        ("id: dials", "id: group", ":17: entries[1].id: ", "reserved"),
        ("    within: 20\n", "", ":4: entries[0]: ", "`within` is missing"),
        ("within: 20", "within: 0", ":7: entries[0].within: ", "above 0"),
        ("kind: service-level", "kind: share", ":7: entries[0].within: ", "change the kind"),
        ("stage: lead", "whole-stage: lead", ":22: entries[1].whole-stage: ", "`number`"),
        (
            "companions: [calls]",
            "companions: [mails]",
            ":27: entries[1].companions[0]: ",
            "`mails`",
        ),
        (
            "companions: [calls]",
            "companions: [dials]",
            ":27: entries[1].companions[0]: ",
            "another",
        ),
        ("    companions: [calls]\n", "", ":17: entries[1]: ", "needs an outcome"),
        ("hours: more", "hours: lots", ":14: entries[0].resources.pull: ", "more, less"),
        ("claims: [S-27]", "claims: [S-127]", ":29: entries[1].claims[0]: ", "S-116"),
        ("figures: [10]", "figures: [-1]", ":28: entries[1].figures[0]: ", "above 0"),
        ("tells: leading", "tels: leading", ":11: entries[0].tels: ", ""),
    ] {
        let found = broken(from, to);
        let named = found.iter().any(|one| one.contains(line) && one.contains(says));
        assert!(named, "{to}: {found:#?}");
    }
}

#[test]
fn all_mistakes_of_a_file_are_named_at_once() {
    let text = GOOD
        .replace("group: efficiency", "group: speed")
        .replace("cadence: month", "cadence: moon")
        .replace("S-13", "S-0");
    let found = read_library("l.yaml", &text).expect_err("three mistakes");
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(read_library("l.yaml", "format_version: 9\n").is_err());
    assert!(read_library("l.yaml", "[").is_err());
}

/// Words for the good file, without one of them, in one language.
fn words(without: &str) -> String {
    let library = read_library("l.yaml", GOOD).expect("it is sound");
    let mut keys: Vec<String> = Group::ALL.map(Group::title_key).to_vec();
    keys.push("library.resource.hours".to_owned());
    for entry in &library.entries {
        keys.extend(entry.parts().into_iter().map(|part| entry.text_key(part)));
    }
    let text = |key: &String| {
        let says = if key.ends_with(".example") { "80, 5,4 and 10." } else { "x" };
        format!("{key}: \"{says}\"\n")
    };
    keys.iter().filter(|key| *key != without).map(text).collect()
}

fn checked(first: &str, second: &str) -> Vec<Problem> {
    let library = read_library("l.yaml", GOOD).expect("it is sound");
    check_library_texts(&library, &[("en.yaml", first), ("ru.yaml", second)])
}

#[test]
fn a_word_that_is_missing_unused_or_without_its_figure_is_named() {
    let whole = words("");
    assert_eq!(checked(&whole, &whole), []);
    for key in
        ["library.calls.trap", "library.dials.how", "library.resource.hours", "library.group.risk"]
    {
        let found = checked(&whole, &words(key));
        let said: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert!(
            said.len() == 1 && said[0].contains("ru.yaml") && said[0].contains(key),
            "{said:?}"
        );
    }
    let unused = checked(&format!("{whole}library.calls.how: \"x\"\n"), &whole);
    assert!(unused.len() == 1 && unused[0].path == "library.calls.how", "{unused:?}");
    let other = whole.replace("80, 5,4", "180, 15,4");
    let found = checked(&whole, &other);
    let said: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(said.len() == 2 && said[0].contains("does not name 80"), "{said:?}");
    assert!(said[1].contains("does not name 5.4"), "{said:?}");
}
