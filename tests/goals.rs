//! The goal check against goals in three languages: how many sound ones it
//! flags, how many planted mistakes it misses. `tests/fixtures/goals` holds
//! the goals; its README has the format and how to try others.

#[path = "goals/case.rs"]
mod case;

use case::{Case, HELD_BACK, LATER, TUNED, read_cases};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What came of a set of goals.
#[derive(Debug, Default, Clone)]
struct Tally {
    sound: usize,
    flagged: Vec<String>,
    planted: usize,
    missed: Vec<String>,
}

impl Tally {
    fn add(&mut self, case: &Case) {
        if case.expect.is_empty() {
            self.sound += 1;
            let found = case.of_goal();
            if !found.is_empty() {
                self.flagged.push(format!("{}: {}", case.says, found.join(", ")));
            }
            return;
        }
        let found = case.of_plan();
        for wanted in &case.expect {
            self.planted += 1;
            let hit = found
                .iter()
                .any(|label| label == wanted || label.split('.').next() == Some(wanted.as_str()));
            if !hit {
                self.missed.push(format!("{}: {wanted}, found {}", case.says, found.join(", ")));
            }
        }
    }

    fn told(&self) -> String {
        let list = |lines: &[String]| {
            let lines: Vec<String> = lines
                .iter()
                .map(|line| {
                    format!(
                        "
    {line}"
                    )
                })
                .collect();
            lines.concat()
        };
        format!(
            "{} of {} sound goals flagged{}\n  {} of {} planted mistakes missed{}",
            self.flagged.len(),
            self.sound,
            list(&self.flagged),
            self.missed.len(),
            self.planted,
            list(&self.missed)
        )
    }
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/goals")
}

fn tally(cases: &[Case]) -> Tally {
    let mut tally = Tally::default();
    for case in cases {
        tally.add(case);
    }
    tally
}

#[test]
fn few_sound_goals_are_flagged_and_few_planted_mistakes_missed() {
    let mut wrong = Vec::new();
    for language in ["en", "zh", "ru"] {
        let file = fixtures().join(format!("{language}.yaml"));
        let (seen, held) = (read_cases(&file, TUNED), read_cases(&file, HELD_BACK));
        assert!(seen.len() + held.len() >= 150, "{language}: too few goals");
        assert!(held.len() >= 30, "{language}: too few goals are held back");
        let mut sets = vec![("tuned on", tally(&seen)), ("held back", tally(&held))];
        for later in LATER {
            let cases = read_cases(&fixtures().join(format!("{language}{later}.yaml")), HELD_BACK);
            assert!(cases.len() >= 50, "{language}{later}: too few goals");
            sets.push((later, tally(&cases)));
        }
        let sound: usize = sets.iter().map(|(_, tally)| tally.sound).sum();
        assert!(sound >= 50, "{language}: only {sound} sound goals");
        for (name, tally) in &sets {
            println!("{language}, {name}: {}", tally.told());
            if 50 * tally.flagged.len() > tally.sound.max(50)
                || 20 * tally.missed.len() > tally.planted
            {
                wrong.push(format!("{language}, {name}: {}", tally.told()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_is_planted_in_every_language() {
    for language in ["en", "zh", "ru"] {
        let cases = read_cases(&fixtures().join(format!("{language}.yaml")), TUNED);
        let mut planted: BTreeMap<&str, usize> = BTreeMap::new();
        for label in cases.iter().flat_map(|case| &case.expect) {
            *planted.entry(label.as_str()).or_default() += 1;
        }
        let known = |label: &str| {
            crm_readiness::kpi::Rule::ALL
                .iter()
                .any(|rule| rule.label() == label || rule.label().split('.').next() == Some(label))
        };
        let unknown: Vec<_> = planted.keys().filter(|label| !known(label)).collect();
        assert!(unknown.is_empty(), "{language}: no such rule {unknown:?}");
        // A name left out and rivals are planted as what they are part of.
        let implied = ["vague.name", "conflicting.known"];
        let unplanted: Vec<_> = crm_readiness::kpi::Rule::ALL
            .iter()
            .map(|rule| rule.label())
            .filter(|label| !planted.contains_key(label) && !implied.contains(label))
            .collect();
        assert!(unplanted.is_empty(), "{language}: nobody planted {unplanted:?}");
    }
}

/// `GOALS=file.yaml cargo test --no-default-features --test goals -- --ignored --nocapture`
#[test]
#[ignore = "tries goals from elsewhere: GOALS names a file"]
fn goals_from_elsewhere() {
    let file = std::env::var_os("GOALS").expect("GOALS names a file");
    for list in [TUNED, HELD_BACK] {
        let cases = read_cases(Path::new(&file), list);
        println!("{list}: {}", tally(&cases).told());
        println!("  found beside what was planted:");
        for case in cases.iter().filter(|case| !case.expect.is_empty()) {
            let mut more = case.of_goal();
            more.retain(|label| {
                !case.expect.iter().any(|wanted| label.starts_with(wanted.as_str()))
            });
            if !more.is_empty() {
                println!("    {} {:?}: {}", case.says, case.expect, more.join(", "));
            }
        }
    }
}
