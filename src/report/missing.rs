//! A fact a register lacks, as one sentence that says what to do.

use crate::base::Id;
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::registers::Missing;
use crate::route::{BoardSpot, Place, place_of};
use crate::workspace::{Project, Record};

/// What to do about a missing fact: "Find the money for stage Pilot".
pub fn missing_fact(catalogue: &Catalogue, project: &Project, missing: Missing) -> String {
    let key = match missing {
        Missing::Stage => key!("registers.lacks_stage"),
        Missing::StageNeed(_) => key!("registers.lacks_stage_need"),
        Missing::StageMoney(_) => key!("registers.lacks_stage_money"),
        Missing::StageSecured(_) => key!("registers.lacks_stage_secured"),
        Missing::StageRelease(_) => key!("registers.lacks_stage_release"),
        Missing::Term => key!("registers.lacks_term"),
        Missing::Wording(_) => key!("registers.lacks_wording"),
        Missing::Departments(_) => key!("registers.lacks_departments"),
        Missing::Cases(_) => key!("registers.lacks_cases"),
        Missing::Disputed { .. } => key!("registers.lacks_agreement"),
        Missing::Undecided(_) => key!("registers.lacks_decisions"),
        Missing::Unsigned(_) => key!("registers.lacks_signature"),
        Missing::System => key!("registers.lacks_system"),
        Missing::SystemName(_) => key!("registers.lacks_system_name"),
        Missing::Data(_) => key!("registers.lacks_data"),
        Missing::Direction(_) => key!("registers.lacks_direction"),
        Missing::Owner(_) => key!("registers.lacks_owner"),
        Missing::Feasibility(_) => key!("registers.lacks_feasibility"),
    };
    let name = match missing {
        Missing::Disputed { term, case } => case_text(project, term, case),
        other => other.record().map(|id| record_name(project, id)).unwrap_or_default(),
    };
    let name = if name.trim().is_empty() {
        catalogue.text(key!("registers.nameless")).into_owned()
    } else {
        name
    };
    catalogue.format(key, &[("name", Arg::Text(&name))])
}

/// Where a missing fact is worked out: the register, and the field where its
/// record is there already.
pub fn missing_place(project: &Project, missing: Missing) -> Option<Place> {
    let board = |term: Id, spot: BoardSpot| {
        let term = project.terms.get(term)?;
        Some(if term.customer {
            Place::Customer(Some(spot))
        } else {
            Place::Term(term.id, Some(spot))
        })
    };
    let of_view = |view: Id, spot: BoardSpot| board(project.views.get(view)?.term, spot);
    match missing {
        Missing::Term => Some(Place::Customer(None)),
        Missing::Wording(term) => board(term, BoardSpot::Wording),
        Missing::Departments(term) => board(term, BoardSpot::NewDepartment),
        Missing::Cases(term) => board(term, BoardSpot::NewCase),
        Missing::Disputed { term, case } => board(term, BoardSpot::Case(case)),
        Missing::Undecided(view) => of_view(view, BoardSpot::Open(view)),
        Missing::Unsigned(view) => of_view(view, BoardSpot::Signature(view)),
        other => place_of(other),
    }
}

fn case_text(project: &Project, term: Id, case: u32) -> String {
    let found =
        project.terms.get(term).and_then(|term| term.cases.iter().find(|found| found.id == case));
    found.map(|case| case.text.clone()).unwrap_or_default()
}

/// The name people gave a record of a register.
pub fn record_name(project: &Project, id: Id) -> String {
    match project.slot(id).map(|slot| slot.record) {
        Some(Record::Stage(stage)) => stage.name,
        Some(Record::CostLine(line)) => line.name,
        Some(Record::Term(term)) => term.name,
        Some(Record::View(view)) => view.department,
        Some(Record::Integration(row)) => row.system,
        Some(Record::Channel(channel)) => channel.name,
        Some(Record::Action(action)) => action.title,
        Some(Record::Risk(risk)) => risk.title,
        Some(Record::Person(person)) => person.name,
        Some(Record::Snapshot(snapshot)) => snapshot.name,
        Some(Record::Goal(goal)) => goal.statement,
        Some(Record::Indicator(indicator)) => indicator.name,
        Some(Record::Head(head)) => head.name,
        Some(
            Record::Answer(_) | Record::Measurement(_) | Record::Import(_) | Record::TradeOff(_),
        )
        | None => String::new(),
    }
}
