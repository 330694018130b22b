//! The places of the app and their addresses: what stands after `#` in the
//! link, the same on any host and in any folder.

use crate::base::{Id, IdKind};

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
    /// Goals and their indicators.
    Goals,
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
            | Self::Integrations(_) => Some(Area::Readiness),
            Self::Goals | Self::Indicator(_) | Self::Definition(_) => Some(Area::Goals),
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
            ["p", _, "goals"] => Some(Place::Goals),
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
            Place::Goals => "/goals".to_owned(),
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
        for place in [
            Place::Funding(None),
            Place::Funding(spot(IdKind::Stage)),
            Place::Funding(spot(IdKind::CostLine)),
            Place::Integrations(None),
            Place::Integrations(spot(IdKind::Integration)),
            Place::Actions(None),
            Place::Actions(spot(IdKind::Action)),
            Place::Risks(None),
            Place::Risks(spot(IdKind::Risk)),
            Place::Overview,
            Place::Readiness,
            Place::Question("ready.steps.needs".to_owned()),
            Place::SuccessCriteria,
            Place::Goals,
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
            "#/p/p00000000/actions/k00000000-title",
            "#/p/p00000000/risks/t00000000-title",
        ] {
            assert_eq!(Route::parse(hash), Route::Unknown, "{hash}");
        }
        for hash in ["", "#", "#/", "#/sample", "#/new", "#/import"] {
            assert_eq!(Route::parse(hash), Route::Projects, "{hash}");
        }
    }
}
