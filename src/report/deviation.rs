//! Accepted deviations and the levels of a target, in words.

use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::kpi::{Indicator, Judgement};
use crate::workspace::Project;

/// Until when a deviation is accepted, by whom and why; `None` unless the
/// judgement rests on it.
pub fn deviation_words(
    catalogue: &Catalogue,
    project: &Project,
    indicator: &Indicator,
    judgement: &Judgement,
) -> Option<String> {
    judgement.excused?;
    let deviation = indicator.deviation.as_ref()?;
    let who = deviation.who.and_then(|who| project.people.get(who));
    let args = [
        ("date", Arg::Date(deviation.until?)),
        ("person", Arg::Text(who.map(|who| who.name.as_str()).unwrap_or_default())),
        ("why", Arg::Text(deviation.why.trim())),
    ];
    Some(catalogue.format(key!("goals.accepted"), &args))
}

/// The least that was promised and what would be better still: "promised 75%,
/// stretch 90%". `None` where neither is stated, or a band has no levels.
pub fn levels_words(catalogue: &Catalogue, indicator: &Indicator) -> Option<String> {
    indicator.aim()?;
    let say = |key, value: f64| {
        let value = super::amount(catalogue, indicator, value);
        catalogue.format(key, &[("value", Arg::Text(&value))])
    };
    let commit = indicator.target.commit.map(|value| say(key!("goals.commit"), value));
    let stretch = indicator.target.stretch.map(|value| say(key!("goals.stretch"), value));
    match (commit, stretch) {
        (Some(commit), Some(stretch)) => {
            let args = [("first", Arg::Text(&commit)), ("second", Arg::Text(&stretch))];
            Some(catalogue.format(key!("chart.listed"), &args))
        }
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{FiscalStart, Id, IdKind};
    use crate::i18n::Language;
    use crate::kpi::{
        Actual, Baseline, Deviation, Direction, Measure, Measurement, Series, Status, Target, judge,
    };
    use crate::report::tests::words::catalogue;
    use crate::workspace::{Person, ProjectHead};

    #[test]
    fn a_deviation_is_said_with_who_why_and_until_when() {
        let mut project = Project::new(ProjectHead::new(Id::new(IdKind::Project, 1), "P"));
        let person = Person::new(Id::new(IdKind::Person, 1), "Ivo");
        let who = Some(person.id);
        project.people.put(0, person);
        let due = "2026-09-30".parse().ok();
        let indicator = Indicator {
            direction: Some(Direction::Up),
            unit: "orders".to_owned(),
            baseline: Baseline::NoneYet,
            target: Target {
                value: Some(80.0),
                due,
                commit: Some(75.0),
                stretch: Some(90.0),
                ..Target::default()
            },
            deviation: Some(Deviation {
                until: "2026-12-31".parse().ok(),
                who,
                why: "the shop was closed".to_owned(),
            }),
            ..Indicator::new(Id::new(IdKind::Indicator, 1), Measure::Number)
        };
        let period = crate::base::Period::parse("2026-10").expect("a period");
        let measured = Measurement {
            id: Id::new(IdKind::Measurement, 1),
            indicator: indicator.id,
            period,
            actual: Actual::Value(60.0),
            note: String::new(),
            import: None,
        };
        let series: Series = [(period, measured)].into();
        let on = |day: &str| {
            let day = day.parse().expect("a date");
            judge(&indicator, &series, day, FiscalStart::JANUARY, 10)
        };
        let english = catalogue(Language::English);
        let held = on("2026-11-22");
        assert_eq!(held.status, Status::Accepted);
        assert_eq!(
            deviation_words(&english, &project, &indicator, &held).as_deref(),
            Some("until 31 December 2026, by Ivo: the shop was closed")
        );
        let over = on("2027-01-01");
        assert_eq!(over.status, Status::Missed);
        assert_eq!(deviation_words(&english, &project, &indicator, &over), None);
        let levels = levels_words(&english, &indicator);
        assert_eq!(levels.as_deref(), Some("promised 75 orders, stretch 90 orders"));
    }
}
