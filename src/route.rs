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
    /// The definition board of “customer”, with the field to begin in.
    Customer(Option<BoardSpot>),
    /// The definition board of a term, with the field to begin in.
    Term(Id, Option<BoardSpot>),
    /// What one department says of a term: its own small page.
    Department(Id),
    /// Goals and their indicators.
    Goals,
    /// One indicator: chart and values.
    Indicator(Id),
    /// The definition of one indicator.
    Definition(Id),
    /// What gets printed, and the plan file.
    Report,
    /// People register.
    People,
    /// Name, why, fiscal year.
    Settings,
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
            | Self::Customer(_)
            | Self::Term(..)
            | Self::Department(_) => Some(Area::Readiness),
            Self::Goals | Self::Indicator(_) | Self::Definition(_) => Some(Area::Goals),
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
            ["p", _, "indicator", id] => indicator(id).map(Place::Indicator),
            ["p", _, "indicator", id, "definition"] => indicator(id).map(Place::Definition),
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
            Place::Customer(spot) => format!("/customer{}", BoardSpot::rest(*spot)),
            Place::Term(id, spot) => format!("/term/{id}{}", BoardSpot::rest(*spot)),
            Place::Department(id) => format!("/department/{id}"),
            Place::Goals => "/goals".to_owned(),
            Place::Indicator(id) => format!("/indicator/{id}"),
            Place::Definition(id) => format!("/indicator/{id}/definition"),
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
        let (term, view) = (Id::new(IdKind::Term, 6), Id::new(IdKind::View, 7));
        for place in [
            Place::Customer(None),
            Place::Customer(Some(BoardSpot::Wording)),
            Place::Customer(Some(BoardSpot::NewCase)),
            Place::Customer(Some(BoardSpot::NewDepartment)),
            Place::Customer(Some(BoardSpot::Case(12))),
            Place::Term(term, None),
            Place::Term(term, Some(BoardSpot::Open(view))),
            Place::Term(term, Some(BoardSpot::Signature(view))),
            Place::Department(view),
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
            "#/p/p00000000/customer/case-01",
            "#/p/p00000000/customer/case-",
            "#/p/p00000000/customer/d00000000",
            "#/p/p00000000/term/v00000000",
            "#/p/p00000000/department/d00000000",
        ] {
            assert_eq!(Route::parse(hash), Route::Unknown, "{hash}");
        }
        for hash in ["", "#", "#/", "#/sample", "#/new", "#/import"] {
            assert_eq!(Route::parse(hash), Route::Projects, "{hash}");
        }
    }
}
