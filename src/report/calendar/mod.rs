//! Due dates as a calendar file: open actions, gaps of answers, risks to look
//! at again.
//!
//! Every entry is an event of a whole day: programs show events, while most
//! leave out to-dos, and a day needs no time zone. Its `UID` is the record's
//! id, so that a file taken in again updates what is there.

mod format;

use super::agenda::gap_key;
use crate::assessment::{Judged, Standing};
use crate::base::Id;
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::pack::Pack;
use crate::plan::file::file_stem;
use crate::registers::RiskState;
use crate::workspace::{Project, readiness};
use chrono::NaiveDate;
use format::Lines;

/// A calendar file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarFile {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// One day somebody has to do something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The record with the date: an action, an answer or a risk.
    pub record: Id,
    /// The day.
    pub day: NaiveDate,
    /// What is to be done.
    pub summary: String,
    /// Who does it.
    pub owner: Option<Id>,
}

/// Every due date that is still ahead or overdue, by day.
pub fn entries(catalogue: &Catalogue, project: &Project, pack: &Pack) -> Vec<Entry> {
    let actions = project.actions.iter().filter(|action| action.state.is_open());
    let actions = actions.filter_map(|action| {
        let summary = named(catalogue, &action.title);
        Some(Entry { record: action.id, day: action.due?, summary, owner: action.owner })
    });
    let judged = readiness(project, pack).judged;
    let closed =
        |leaf: &Judged| matches!(leaf.standing, Standing::Proven | Standing::NotApplicable);
    let gaps = judged.iter().flat_map(Judged::leaves).filter(|leaf| !closed(leaf));
    let gaps = gaps.filter_map(|leaf| {
        let answer = project.answer(&leaf.question)?;
        let name = catalogue.text(&format!("pack.{}.short", leaf.question));
        let args = [("question", Arg::Text(&name))];
        let summary = catalogue.format(gap_key(leaf.standing), &args);
        Some(Entry { record: answer.id, day: answer.due?, summary, owner: answer.owner })
    });
    let risks = project.risks.iter().filter(|risk| risk.state == RiskState::Open);
    let risks = risks.filter_map(|risk| {
        let name = named(catalogue, &risk.title);
        let summary =
            catalogue.format(key!("actions.calendar_risk"), &[("risk", Arg::Text(&name))]);
        Some(Entry { record: risk.id, day: risk.due?, summary, owner: risk.owner })
    });
    let mut entries: Vec<Entry> = actions.chain(gaps).chain(risks).collect();
    entries.sort_by_key(|entry| (entry.day, entry.record));
    entries
}

fn named(catalogue: &Catalogue, title: &str) -> String {
    let title = title.trim();
    if title.is_empty() {
        catalogue.text(key!("registers.nameless")).into_owned()
    } else {
        title.to_owned()
    }
}

/// The calendar file of a project as written on a day; `None` where no date
/// is due.
pub fn write(
    catalogue: &Catalogue,
    project: &Project,
    pack: &Pack,
    today: NaiveDate,
) -> Option<CalendarFile> {
    let entries = entries(catalogue, project, pack);
    if entries.is_empty() {
        return None;
    }
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//CRM readiness and KPI measurement//1//EN");
    lines.add("CALSCALE", "GREGORIAN");
    lines.add("METHOD", "PUBLISH");
    lines.add_text("X-WR-CALNAME", &project.head.name);
    for entry in &entries {
        event(&mut lines, catalogue, project, entry, today);
    }
    lines.add("END", "VCALENDAR");
    let name = format!("{}.ics", file_stem(&project.head.name));
    Some(CalendarFile { name, text: lines.text() })
}

fn event(
    lines: &mut Lines,
    catalogue: &Catalogue,
    project: &Project,
    entry: &Entry,
    today: NaiveDate,
) {
    let day = |date: NaiveDate| date.format("%Y%m%d").to_string();
    let owner = entry.owner.and_then(|owner| project.people.get(owner));
    let owner = owner.map(|owner| {
        catalogue.format(key!("actions.calendar_owner"), &[("who", Arg::Text(&owner.name))])
    });
    let about = [Some(project.head.name.clone()), owner];
    let about: Vec<String> = about.into_iter().flatten().collect();
    lines.add("BEGIN", "VEVENT");
    lines.add("UID", &format!("{}.{}@crm-readiness", entry.record, project.head.id));
    lines.add("DTSTAMP", &format!("{}T000000Z", day(today)));
    lines.add("DTSTART;VALUE=DATE", &day(entry.day));
    // The end of a day is the next one; dates end long before the calendar.
    let end = entry.day.succ_opt().unwrap_or(entry.day);
    lines.add("DTEND;VALUE=DATE", &day(end));
    lines.add_text("SUMMARY", &entry.summary);
    lines.add_text("DESCRIPTION", &about.join("\n"));
    lines.add("TRANSP", "TRANSPARENT");
    lines.add("END", "VEVENT");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::IdKind;
    use crate::i18n::Language;
    use crate::i18n::testing::catalogue;
    use crate::registers::{Action, ActionState, Risk};
    use crate::workspace::{Command, Person, Position, ProjectHead, Record, Side, Workspace};

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn project(records: Vec<Record>) -> Project {
        let id = Id::new(IdKind::Project, 1);
        let mut workspace = Workspace::default();
        let head = ProjectHead::new(id, "CRM: sales, service; 客户");
        for command in [
            Command::AddProject(Box::new(Project::new(head))),
            Command::SaveAll { project: id, records },
        ] {
            workspace.apply(command).expect("the records are sound");
        }
        workspace.project(id).expect("just added").clone()
    }

    fn records() -> Vec<Record> {
        let owner = Id::new(IdKind::Person, 1);
        let person = Person {
            id: owner,
            name: "Anna Weber".to_owned(),
            role: String::new(),
            department: String::new(),
            side: Side::Own,
            position: Position::Leader,
        };
        let action = |n, due: Option<&str>, state| {
            Record::Action(Action {
                owner: Some(owner),
                due: due.map(date),
                state,
                ..Action::new(Id::new(IdKind::Action, n), "Ask, then; write\\down")
            })
        };
        let risk = Risk {
            due: Some(date("2027-01-29")),
            ..Risk::new(Id::new(IdKind::Risk, 1), "Stage 3 comes late")
        };
        let answer = crate::assessment::Answer {
            value: Some(crate::assessment::AnswerValue::Partly),
            due: Some(date("2026-11-30")),
            ..crate::assessment::Answer::open(Id::new(IdKind::Answer, 1), "ready.strategy")
        };
        vec![
            Record::Person(person),
            action(1, Some("2026-12-31"), ActionState::Open),
            action(2, None, ActionState::Open),
            action(3, Some("2026-10-01"), ActionState::Done),
            Record::Risk(risk.clone()),
            Record::Risk(Risk {
                state: RiskState::Closed,
                ..Risk { id: Id::new(IdKind::Risk, 2), ..risk }
            }),
            Record::Answer(answer),
        ]
    }

    fn written(records: Vec<Record>) -> Option<CalendarFile> {
        let pack = crate::pack::readiness().expect("the pack in the code is sound");
        write(&catalogue(Language::English), &project(records), pack, date("2026-11-18"))
    }

    #[test]
    fn what_is_open_and_has_a_day_is_in_the_file_once() {
        let file = written(records()).expect("three days are due");
        assert_eq!(file.name, "crm-sales-service-客户.ics");
        assert!(file.text.ends_with("END:VCALENDAR\r\n"));
        assert!(!file.text.replace("\r\n", "").contains(['\r', '\n']), "every line ends in CRLF");
        let lines: Vec<&str> = file.text.split("\r\n").collect();
        let of = |name: &str| {
            let found = lines.iter().filter_map(|line| line.strip_prefix(name));
            found.collect::<Vec<_>>()
        };
        assert_eq!(of("DTSTART;VALUE=DATE:"), ["20261130", "20261231", "20270129"]);
        assert_eq!(of("DTEND;VALUE=DATE:"), ["20261201", "20270101", "20270130"]);
        let uids = ["a10000000", "t10000000", "k10000000"];
        assert_eq!(of("UID:"), uids.map(|id| format!("{id}.p10000000@crm-readiness")));
        assert_eq!(of("DTSTAMP:"), ["20261118T000000Z"; 3]);
        assert_eq!(of("SUMMARY:Ask"), ["\\, then\\; write\\\\down"]);
        assert_eq!(of("X-WR-CALNAME:"), ["CRM: sales\\, service\\; 客户"]);
        let owner = "CRM: sales\\, service\\; 客户\\nOwner: Anna Weber";
        assert!(of("DESCRIPTION:").contains(&owner), "{:?}", of("DESCRIPTION:"));
    }

    #[test]
    fn the_same_project_gives_the_same_file_on_the_same_day() {
        assert_eq!(written(records()), written(records()));
    }

    #[test]
    fn without_a_date_there_is_no_file() {
        assert_eq!(written(Vec::new()), None);
    }
}
