//! Trade-offs in words.

use super::findings::aim_name;
use crate::base::Id;
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::kpi::{TradeOff, TradeOffPart};
use crate::workspace::Project;

/// The names of those that compete.
pub fn competing(catalogue: &Catalogue, project: &Project, found: &TradeOff) -> String {
    let name = |id: &Id| aim_name(catalogue, project, *id);
    let names: Vec<String> = found.between.iter().map(name).collect();
    match names.as_slice() {
        [first, second] => {
            let args = [("first", Arg::Text(first)), ("second", Arg::Text(second))];
            catalogue.format(key!("trade_offs.versus"), &args)
        }
        names => names.join(&catalogue.text(key!("trade_offs.comma"))),
    }
}

/// What was decided, in sentences, and what is still open.
pub fn trade_off_words(catalogue: &Catalogue, project: &Project, found: &TradeOff) -> Vec<String> {
    let text = |key, name, words: &str| catalogue.format(key, &[(name, Arg::Text(words))]);
    let first = found.priority.filter(|_| found.between.len() > 1);
    let first = first.map(|first| {
        text(key!("trade_offs.comes_first"), "first", &aim_name(catalogue, project, first))
    });
    let accepted = found.accepted.trim();
    let accepted =
        (!accepted.is_empty()).then(|| text(key!("trade_offs.may_cost"), "accepted", accepted));
    let who = found.who.and_then(|who| project.people.get(who));
    let decided = who.zip(found.date).map(|(who, date)| {
        let args = [("person", Arg::Text(&who.name)), ("date", Arg::Date(date))];
        catalogue.format(key!("trade_offs.decided"), &args)
    });
    let note = Some(found.note.trim().to_owned()).filter(|note| !note.is_empty());
    let open: Vec<_> =
        found.open().into_iter().map(|part| catalogue.text(part_key(part)).into_owned()).collect();
    let open = (!open.is_empty()).then(|| {
        let missing = open.join(&catalogue.text(key!("trade_offs.comma")));
        text(key!("trade_offs.open"), "missing", &missing)
    });
    [first, accepted, decided, note, open].into_iter().flatten().collect()
}

fn part_key(part: TradeOffPart) -> &'static str {
    match part {
        TradeOffPart::Priority => key!("trade_offs.open_priority"),
        TradeOffPart::Accepted => key!("trade_offs.open_accepted"),
        TradeOffPart::Who => key!("trade_offs.open_who"),
        TradeOffPart::Date => key!("trade_offs.open_date"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::IdKind;
    use crate::i18n::Language;
    use crate::report::tests::words::catalogue;
    use crate::workspace::{Command, Person, ProjectHead, Record, Workspace};

    #[test]
    fn a_trade_off_says_what_was_decided_and_what_is_open() {
        let id = Id::new(IdKind::Project, 1);
        let goal = |n, words| crate::kpi::Goal::new(Id::new(IdKind::Goal, n), words);
        let who = Id::new(IdKind::Person, 1);
        let between = vec![goal(1, "Faster").id, goal(2, "Cheaper").id];
        let begun = TradeOff::new(Id::new(IdKind::TradeOff, 1), between.clone());
        let decided = TradeOff {
            priority: between.first().copied(),
            accepted: "4 % more per call".to_owned(),
            who: Some(who),
            date: "2026-11-02".parse().ok(),
            ..begun.clone()
        };
        let mut workspace = Workspace::default();
        let project = Project::new(ProjectHead::new(id, "P"));
        workspace.apply(Command::AddProject(Box::new(project))).expect("a new project");
        for record in [
            Record::Person(Person::new(who, "Ivo")),
            Record::Goal(goal(1, "Faster")),
            Record::Goal(goal(2, "Cheaper")),
        ] {
            let record = Box::new(record);
            workspace.apply(Command::Save { project: id, record }).expect("a sound record");
        }
        let project = workspace.project(id).expect("it was added");
        let english = catalogue(Language::English);
        assert_eq!(
            competing(&english, project, &begun),
            "\u{201c}Faster\u{201d} or \u{201c}Cheaper\u{201d}"
        );
        assert_eq!(
            trade_off_words(&english, project, &begun),
            ["Not decided yet: which comes first, what the other may cost, who decided, when"]
        );
        assert_eq!(
            trade_off_words(&english, project, &decided),
            [
                "\u{201c}Faster\u{201d} comes first.",
                "Accepted: 4 % more per call",
                "Decided by Ivo on 2 November 2026",
            ]
        );
    }
}
