//! The places of the app and their addresses: what stands after `#` in the
//! link, the same on any host and in any folder.

pub mod search;

use crate::base::{Id, IdKind};
use crate::registers::Missing;

/// A place in the app.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Route {
    /// The first screen: all projects, or the welcome when there are none.
    Projects,
    /// A place within a project.
    Project(Id, Place),
    /// An address that names nothing.
    Unknown,
}

/// A place within a project.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// Verdict, blockers, indicators off target, what to do next.
    Overview,
    /// All questions with their answers.
    Readiness,
    /// One question of the walk, by its id.
    Question(String),
    /// The indicators that prove the success criteria.
    SuccessCriteria,
    /// Money per stage and cost lines, with the cell to begin in.
    Funding(Option<Spot>),
    /// Systems to integrate, with the cell to begin in.
    Integrations(Option<Spot>),
    /// The definition board of “customer”, with the field to begin in.
    Customer(Option<BoardSpot>),
    /// The definition board of a term, with the field to begin in.
    Term(Id, Option<BoardSpot>),
    /// What one department says of a term: its own small page.
    Department(Id),
    /// Goals and their indicators.
    Goals,
    /// All indicators side by side; sorted and filtered as the text says.
    Scoreboard(String),
    /// The values that are due.
    Round,
    /// The indicator library, with the goal to add under.
    Library(Option<Id>),
    /// Contact channels with cost and outcomes, with the cell to begin in.
    Channels(Option<Spot>),
    /// Goals, indicators and what lies between them, as a picture.
    GoalMap,
    /// One indicator: chart and values.
    Indicator(Id),
    /// The definition of one indicator.
    Definition(Id),
    /// Actions, with the cell to begin in.
    Actions(Option<Spot>),
    /// Risks, with the cell to begin in.
    Risks(Option<Spot>),
    /// What gets printed, and the plan file.
    Report,
    /// People register.
    People,
    /// Name, why, fiscal year.
    Settings,
}

/// A cell of a register.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Spot {
    /// The record.
    pub record: Id,
    /// Name of the column.
    pub column: String,
}

impl Spot {
    /// A cell by its record and the name of its column.
    pub fn new(record: Id, column: &str) -> Self {
        Self { record, column: column.to_owned() }
    }

    /// Reads `s0000000a-needed`, the id of a record of one of these kinds and
    /// the name of a column.
    fn parse(text: &str, kinds: &[IdKind]) -> Option<Self> {
        let (record, column) = text.split_once('-')?;
        let record = kinds.iter().find_map(|kind| Id::parse(*kind, record).ok())?;
        let is_name = (1..=20).contains(&column.len())
            && column.bytes().all(|byte| byte.is_ascii_lowercase());
        is_name.then(|| Self { record, column: column.to_owned() })
    }

    /// The end of an address that begins here.
    fn rest(spot: Option<&Self>) -> String {
        spot.map(|spot| format!("/{}-{}", spot.record, spot.column)).unwrap_or_default()
    }
}

/// Where a fact a register lacks is written down: the register, and the cell
/// where the record is there already. `None` for registers without a page.
pub fn place_of(missing: Missing) -> Option<Place> {
    let cell = |record: Id, column: &str| Some(Spot { record, column: column.to_owned() });
    Some(match missing {
        Missing::Stage => Place::Funding(None),
        Missing::StageNeed(stage) => Place::Funding(cell(stage, "needed")),
        Missing::StageMoney(stage) | Missing::StageSecured(stage) => {
            Place::Funding(cell(stage, "secured"))
        }
        Missing::StageRelease(stage) => Place::Funding(cell(stage, "release")),
        Missing::System => Place::Integrations(None),
        Missing::SystemName(row) => Place::Integrations(cell(row, "system")),
        Missing::Data(row) => Place::Integrations(cell(row, "data")),
        Missing::Direction(row) => Place::Integrations(cell(row, "direction")),
        Missing::Owner(row) => Place::Integrations(cell(row, "owner")),
        Missing::Feasibility(row) => Place::Integrations(cell(row, "feasibility")),
        Missing::Term
        | Missing::Wording(_)
        | Missing::Departments(_)
        | Missing::Cases(_)
        | Missing::Disputed { .. }
        | Missing::Undecided(_)
        | Missing::Unsigned(_) => return None,
    })
}

/// A field of a definition board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BoardSpot {
    /// The agreed wording.
    Wording,
    /// Where a case is added.
    NewCase,
    /// Where a department is added.
    NewDepartment,
    /// The decisions on a case.
    Case(u32),
    /// The first case a department has not decided.
    Open(Id),
    /// Where a department signs.
    Signature(Id),
}

impl BoardSpot {
    fn parse(text: &str) -> Option<Self> {
        let view = |text: &str| Id::parse(IdKind::View, text).ok();
        match text.split_once('-') {
            None if text == "wording" => Some(Self::Wording),
            Some(("new", "case")) => Some(Self::NewCase),
            Some(("new", "department")) => Some(Self::NewDepartment),
            Some(("case", number)) => {
                let plain = number.parse::<u32>().ok().filter(|n| n.to_string() == number);
                plain.map(Self::Case)
            }
            Some(("open", id)) => view(id).map(Self::Open),
            Some(("signature", id)) => view(id).map(Self::Signature),
            _ => None,
        }
    }

    /// The end of an address that begins here.
    fn rest(spot: Option<Self>) -> String {
        match spot {
            None => String::new(),
            Some(Self::Wording) => "/wording".to_owned(),
            Some(Self::NewCase) => "/new-case".to_owned(),
            Some(Self::NewDepartment) => "/new-department".to_owned(),
            Some(Self::Case(case)) => format!("/case-{case}"),
            Some(Self::Open(view)) => format!("/open-{view}"),
            Some(Self::Signature(view)) => format!("/signature-{view}"),
        }
    }
}

/// The five places of the frame; every [`Place`] belongs to one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// Overview.
    Overview,
    /// Readiness.
    Readiness,
    /// Goals.
    Goals,
    /// Actions.
    Actions,
    /// Report.
    Report,
}

impl Place {
    /// The area whose link is marked as current.
    pub fn area(&self) -> Option<Area> {
        match self {
            Self::Overview => Some(Area::Overview),
            Self::Readiness
            | Self::Question(_)
            | Self::SuccessCriteria
            | Self::Funding(_)
            | Self::Integrations(_)
            | Self::Customer(_)
            | Self::Term(..)
            | Self::Department(_) => Some(Area::Readiness),
            Self::Goals
            | Self::GoalMap
            | Self::Scoreboard(_)
            | Self::Round
            | Self::Library(_)
            | Self::Channels(_)
            | Self::Indicator(_)
            | Self::Definition(_) => Some(Area::Goals),
            Self::Actions(_) | Self::Risks(_) => Some(Area::Actions),
            Self::Report => Some(Area::Report),
            Self::People | Self::Settings => None,
        }
    }
}

impl Route {
    /// Reads the part of an address after `#`.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<&str> = path.split('/').collect();
        let project = |text: &str| Id::parse(IdKind::Project, text).ok();
        let indicator = |text: &str| Id::parse(IdKind::Indicator, text).ok();
        let term = |text: &str| Id::parse(IdKind::Term, text).ok();
        let place = match parts.as_slice() {
            // All but the first: what the links of the static first screen ask for.
            ["" | "sample" | "new" | "import"] => return Self::Projects,
            ["p", _] => Some(Place::Overview),
            ["p", _, "readiness"] => Some(Place::Readiness),
            ["p", _, "readiness", "success"] => Some(Place::SuccessCriteria),
            ["p", _, "readiness", "q", question] => question_id(question).map(Place::Question),
            ["p", _, "funding"] => Some(Place::Funding(None)),
            ["p", _, "funding", cell] => Spot::parse(cell, &[IdKind::Stage, IdKind::CostLine])
                .map(|spot| Place::Funding(Some(spot))),
            ["p", _, "integrations"] => Some(Place::Integrations(None)),
            ["p", _, "integrations", cell] => Spot::parse(cell, &[IdKind::Integration])
                .map(|spot| Place::Integrations(Some(spot))),
            ["p", _, "customer"] => Some(Place::Customer(None)),
            ["p", _, "customer", spot] => {
                BoardSpot::parse(spot).map(|spot| Place::Customer(Some(spot)))
            }
            ["p", _, "term", id] => term(id).map(|id| Place::Term(id, None)),
            ["p", _, "term", id, spot] => {
                term(id).zip(BoardSpot::parse(spot)).map(|(id, spot)| Place::Term(id, Some(spot)))
            }
            ["p", _, "department", id] => Id::parse(IdKind::View, id).ok().map(Place::Department),
            ["p", _, "goals"] => Some(Place::Goals),
            ["p", _, "goals", "board"] => Some(Place::Scoreboard(String::new())),
            ["p", _, "goals", "board", view] => question_id(view).map(Place::Scoreboard),
            ["p", _, "goals", "round"] => Some(Place::Round),
            ["p", _, "library"] => Some(Place::Library(None)),
            ["p", _, "library", goal] => {
                Id::parse(IdKind::Goal, goal).ok().map(|goal| Place::Library(Some(goal)))
            }
            ["p", _, "channels"] => Some(Place::Channels(None)),
            ["p", _, "channels", cell] => {
                Spot::parse(cell, &[IdKind::Channel]).map(|spot| Place::Channels(Some(spot)))
            }
            ["p", _, "goals", "map"] => Some(Place::GoalMap),
            ["p", _, "indicator", id] => indicator(id).map(Place::Indicator),
            ["p", _, "indicator", id, "definition"] => indicator(id).map(Place::Definition),
            ["p", _, "actions"] => Some(Place::Actions(None)),
            ["p", _, "actions", cell] => {
                Spot::parse(cell, &[IdKind::Action]).map(|spot| Place::Actions(Some(spot)))
            }
            ["p", _, "risks"] => Some(Place::Risks(None)),
            ["p", _, "risks", cell] => {
                Spot::parse(cell, &[IdKind::Risk]).map(|spot| Place::Risks(Some(spot)))
            }
            ["p", _, "report"] => Some(Place::Report),
            ["p", _, "people"] => Some(Place::People),
            ["p", _, "settings"] => Some(Place::Settings),
            _ => None,
        };
        match (parts.get(1).and_then(|text| project(text)), place) {
            (Some(project), Some(place)) => Self::Project(project, place),
            _ => Self::Unknown,
        }
    }

    /// The address, `#` included.
    pub fn href(&self) -> String {
        let (project, place) = match self {
            Self::Projects | Self::Unknown => return "#/".to_owned(),
            Self::Project(project, place) => (project, place),
        };
        let rest = match place {
            Place::Overview => String::new(),
            Place::Readiness => "/readiness".to_owned(),
            Place::SuccessCriteria => "/readiness/success".to_owned(),
            Place::Question(id) => format!("/readiness/q/{id}"),
            Place::Funding(spot) => format!("/funding{}", Spot::rest(spot.as_ref())),
            Place::Integrations(spot) => format!("/integrations{}", Spot::rest(spot.as_ref())),
            Place::Customer(spot) => format!("/customer{}", BoardSpot::rest(*spot)),
            Place::Term(id, spot) => format!("/term/{id}{}", BoardSpot::rest(*spot)),
            Place::Department(id) => format!("/department/{id}"),
            Place::Goals => "/goals".to_owned(),
            Place::Scoreboard(view) if view.is_empty() => "/goals/board".to_owned(),
            Place::Scoreboard(view) => format!("/goals/board/{view}"),
            Place::Round => "/goals/round".to_owned(),
            Place::Library(None) => "/library".to_owned(),
            Place::Library(Some(goal)) => format!("/library/{goal}"),
            Place::Channels(spot) => format!("/channels{}", Spot::rest(spot.as_ref())),
            Place::GoalMap => "/goals/map".to_owned(),
            Place::Indicator(id) => format!("/indicator/{id}"),
            Place::Definition(id) => format!("/indicator/{id}/definition"),
            Place::Actions(spot) => format!("/actions{}", Spot::rest(spot.as_ref())),
            Place::Risks(spot) => format!("/risks{}", Spot::rest(spot.as_ref())),
            Place::Report => "/report".to_owned(),
            Place::People => "/people".to_owned(),
            Place::Settings => "/settings".to_owned(),
        };
        format!("#/p/{project}{rest}")
    }
}

/// Question ids are made of lower-case letters, digits, dots and dashes.
fn question_id(text: &str) -> Option<String> {
    let fits =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-_".contains(&byte);
    (!text.is_empty() && text.len() <= 100 && text.bytes().all(fits)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_an_address_that_reopens_it() {
        let project = Id::new(IdKind::Project, 77);
        let indicator = Id::new(IdKind::Indicator, 5);
        let spot = |kind| Some(Spot { record: Id::new(kind, 9), column: "needed".to_owned() });
        let (term, view) = (Id::new(IdKind::Term, 6), Id::new(IdKind::View, 7));
        for place in [
            Place::Funding(None),
            Place::Funding(spot(IdKind::Stage)),
            Place::Funding(spot(IdKind::CostLine)),
            Place::Integrations(None),
            Place::Integrations(spot(IdKind::Integration)),
            Place::Customer(None),
            Place::Customer(Some(BoardSpot::Wording)),
            Place::Customer(Some(BoardSpot::NewCase)),
            Place::Customer(Some(BoardSpot::NewDepartment)),
            Place::Customer(Some(BoardSpot::Case(12))),
            Place::Term(term, None),
            Place::Term(term, Some(BoardSpot::Open(view))),
            Place::Term(term, Some(BoardSpot::Signature(view))),
            Place::Department(view),
            Place::Actions(None),
            Place::Actions(spot(IdKind::Action)),
            Place::Risks(None),
            Place::Risks(spot(IdKind::Risk)),
            Place::Overview,
            Place::Readiness,
            Place::Question("ready.steps.needs".to_owned()),
            Place::SuccessCriteria,
            Place::Goals,
            Place::Scoreboard(String::new()),
            Place::Scoreboard("sort-way-down.status-missed".to_owned()),
            Place::Round,
            Place::Library(None),
            Place::Library(Some(Id::new(IdKind::Goal, 3))),
            Place::Channels(None),
            Place::Channels(spot(IdKind::Channel)),
            Place::GoalMap,
            Place::Indicator(indicator),
            Place::Definition(indicator),
            Place::Report,
            Place::People,
            Place::Settings,
        ] {
            let route = Route::Project(project, place);
            assert_eq!(Route::parse(&route.href()), route);
        }
        assert_eq!(Route::parse(&Route::Projects.href()), Route::Projects);
    }

    #[test]
    fn every_missing_fact_of_a_sheet_leads_to_a_cell_of_it() {
        use crate::sheet::{INTEGRATIONS, STAGES};
        let stage = Id::new(IdKind::Stage, 1);
        let row = Id::new(IdKind::Integration, 1);
        for (missing, sheet) in [
            (Missing::StageNeed(stage), &STAGES),
            (Missing::StageMoney(stage), &STAGES),
            (Missing::StageSecured(stage), &STAGES),
            (Missing::StageRelease(stage), &STAGES),
            (Missing::SystemName(row), &INTEGRATIONS),
            (Missing::Data(row), &INTEGRATIONS),
            (Missing::Direction(row), &INTEGRATIONS),
            (Missing::Owner(row), &INTEGRATIONS),
            (Missing::Feasibility(row), &INTEGRATIONS),
        ] {
            let place = place_of(missing).expect("it has a page");
            let (Place::Funding(spot) | Place::Integrations(spot)) = &place else {
                panic!("{missing:?} leads to {place:?}")
            };
            let spot = spot.clone().expect("the record is there");
            assert!(sheet.column(&spot.column).is_some_and(|column| !column.more), "{missing:?}");
            assert_eq!(spot.record.kind(), Some(sheet.kind));
            let route = Route::Project(Id::new(IdKind::Project, 1), place);
            assert_eq!(Route::parse(&route.href()), route);
        }
        assert_eq!(place_of(Missing::Stage), Some(Place::Funding(None)));
        assert_eq!(place_of(Missing::System), Some(Place::Integrations(None)));
        assert_eq!(place_of(Missing::Term), None);
    }

    #[test]
    fn addresses_that_name_nothing_are_known_as_such() {
        for hash in [
            "#/x",
            "#/p",
            "#/p/abc",
            "#/p/p00000000/nowhere",
            "#/p/p00000000/indicator/x",
            "#/p/p00000000/readiness/q/<b>",
            "#/p/p00000000/funding/n00000000-owner",
            "#/p/p00000000/funding/s00000000",
            "#/p/p00000000/integrations/n00000000-",
            "#/p/p00000000/integrations/n00000000-<b>",
            "#/p/p00000000/customer/case-01",
            "#/p/p00000000/customer/case-",
            "#/p/p00000000/customer/d00000000",
            "#/p/p00000000/term/v00000000",
            "#/p/p00000000/department/d00000000",
            "#/p/p00000000/actions/k00000000-title",
            "#/p/p00000000/risks/t00000000-title",
            "#/p/p00000000/library/i00000000",
            "#/p/p00000000/channels/s00000000-cost",
        ] {
            assert_eq!(Route::parse(hash), Route::Unknown, "{hash}");
        }
        for hash in ["", "#", "#/", "#/sample", "#/new", "#/import"] {
            assert_eq!(Route::parse(hash), Route::Projects, "{hash}");
        }
    }
}
