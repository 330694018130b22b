//! Finding a place of a project by words: what can be found, and what fits a
//! query best.

#[cfg(test)]
mod tests;

use super::{Place, Spot};
use crate::base::Id;
use crate::i18n::Catalogue;
use crate::key;
use crate::pack::Pack;
use crate::registers::alike;
use crate::workspace::Project;

/// What an entry is. Of equals, the kind that stands first is offered first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// A place of the app.
    Place,
    /// A goal.
    Goal,
    /// An indicator.
    Indicator,
    /// A question of the readiness check.
    Question,
    /// An action.
    Action,
    /// A risk.
    Risk,
    /// A stage of the implementation.
    Stage,
    /// A line of cost.
    CostLine,
    /// A system to integrate.
    System,
    /// A term to agree on.
    Term,
    /// What a department says of a term.
    Department,
    /// A contact channel in a period.
    Channel,
    /// Somebody of the people register.
    Person,
}

impl EntryKind {
    /// The key of its word.
    pub fn key(self) -> &'static str {
        match self {
            Self::Place => key!("search.kind_place"),
            Self::Goal => key!("search.kind_goal"),
            Self::Indicator => key!("search.kind_indicator"),
            Self::Question => key!("search.kind_question"),
            Self::Action => key!("search.kind_action"),
            Self::Risk => key!("search.kind_risk"),
            Self::Stage => key!("search.kind_stage"),
            Self::CostLine => key!("search.kind_cost"),
            Self::System => key!("search.kind_system"),
            Self::Term => key!("search.kind_term"),
            Self::Department => key!("search.kind_department"),
            Self::Channel => key!("search.kind_channel"),
            Self::Person => key!("search.kind_person"),
        }
    }
}

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// Its name.
    pub title: String,
    /// More of its words, to find it by; may be empty.
    pub detail: String,
    /// Where it is.
    pub place: Place,
    /// The field to begin in there, by its selector; `None` for the place's
    /// own beginning.
    pub aim: Option<String>,
}

/// The places that need no record to be shown, in the order of the work.
const PLACES: [(Place, &str); 17] = [
    (Place::Overview, key!("frame.overview")),
    (Place::Readiness, key!("frame.readiness")),
    (Place::SuccessCriteria, key!("frame.success_criteria")),
    (Place::Customer(None), key!("frame.customer")),
    (Place::Funding(None), key!("frame.funding")),
    (Place::Integrations(None), key!("frame.integrations")),
    (Place::Goals, key!("frame.goals")),
    (Place::GoalMap, key!("goal_map.heading")),
    (Place::Scoreboard(String::new()), key!("scorecard.heading")),
    (Place::Round, key!("round.heading")),
    (Place::Library(None), key!("library_page.heading")),
    (Place::Channels(None), key!("channels.heading")),
    (Place::Actions(None), key!("actions.heading")),
    (Place::Risks(None), key!("actions.risks")),
    (Place::Report, key!("frame.report")),
    (Place::People, key!("frame.people")),
    (Place::Settings, key!("frame.settings")),
];

/// Everything of a project that can be found, in the order in which it stands
/// there; records without a name are left out.
pub fn entries(catalogue: &Catalogue, project: &Project, pack: &Pack) -> Vec<Entry> {
    let mut all: Vec<Entry> = PLACES
        .into_iter()
        .map(|(place, key)| entry(EntryKind::Place, &catalogue.text(key), "", place))
        .collect();
    for goal in project.goals.iter() {
        let aim = format!("#goal-{}", goal.id);
        let found = entry(EntryKind::Goal, &goal.statement, &goal.why, Place::Goals);
        all.push(Entry { aim: Some(aim), ..found });
    }
    for found in project.indicators.iter() {
        let detail = [found.population.as_str(), found.source.as_str()].join(" ");
        all.push(entry(EntryKind::Indicator, &found.name, &detail, Place::Indicator(found.id)));
    }
    for question in pack.answerable() {
        let text = |part: &str| catalogue.text(&question.text_key(part)).into_owned();
        let place = Place::Question(question.id.clone());
        all.push(entry(EntryKind::Question, &text("short"), &text("question"), place));
    }
    all.extend(of_registers(project));
    all.retain(|entry| !entry.title.trim().is_empty());
    all
}

/// The records of the registers: each begins in the cell of its name.
fn of_registers(project: &Project) -> Vec<Entry> {
    use EntryKind as Kind;
    let spot = |id: Id, column: &str| Some(Spot::new(id, column));
    let mut all = Vec::new();
    for row in project.actions.iter() {
        let place = Place::Actions(spot(row.id, "title"));
        all.push(entry(Kind::Action, &row.title, &row.note, place));
    }
    for row in project.risks.iter() {
        let place = Place::Risks(spot(row.id, "title"));
        all.push(entry(Kind::Risk, &row.title, &row.plan, place));
    }
    for row in project.stages.iter() {
        let place = Place::Funding(spot(row.id, "name"));
        all.push(entry(Kind::Stage, &row.name, "", place));
    }
    for row in project.costs.iter() {
        let place = Place::Funding(spot(row.id, "name"));
        all.push(entry(Kind::CostLine, &row.name, "", place));
    }
    for row in project.integrations.iter() {
        let place = Place::Integrations(spot(row.id, "system"));
        all.push(entry(Kind::System, &row.system, &row.data, place));
    }
    for term in project.terms.iter() {
        let place = if term.customer { Place::Customer(None) } else { Place::Term(term.id, None) };
        all.push(entry(Kind::Term, &term.name, &term.wording, place));
    }
    for view in project.views.iter() {
        let term = project.terms.get(view.term).map(|term| term.name.as_str());
        let place = Place::Department(view.id);
        all.push(entry(Kind::Department, &view.department, term.unwrap_or_default(), place));
    }
    for row in project.channels.iter() {
        let period = row.period.map(|period| period.to_string()).unwrap_or_default();
        let place = Place::Channels(spot(row.id, "name"));
        all.push(entry(Kind::Channel, &row.name, &period, place));
    }
    for person in project.people.iter() {
        let detail = [person.role.as_str(), person.department.as_str()].join(" ");
        let found = entry(Kind::Person, &person.name, &detail, Place::People);
        all.push(Entry { aim: Some(format!("#{}-name", person.id)), ..found });
    }
    all
}

fn entry(kind: EntryKind, title: &str, detail: &str, place: Place) -> Entry {
    let (title, detail) = (title.trim().to_owned(), detail.trim().to_owned());
    Entry { kind, title, detail, place, aim: None }
}

/// The entries that hold every word of a query, the best first and at most
/// `most` of them. An empty query gives the places.
///
/// A word that begins the name counts before one that begins a word of it, that
/// before one inside of it, and the name before the other words. Upper and
/// lower case, full width, `ё` and `е` are alike; Chinese needs no spaces.
pub fn find<'a>(
    catalogue: &Catalogue,
    entries: &'a [Entry],
    query: &str,
    most: usize,
) -> Vec<&'a Entry> {
    let query = folded(query);
    let words: Vec<&str> = query.split(' ').filter(|word| !word.is_empty()).collect();
    let mut found: Vec<((bool, u32, EntryKind), &Entry)> = if words.is_empty() {
        let places = entries.iter().filter(|entry| entry.kind == EntryKind::Place);
        places.map(|entry| ((false, 0, entry.kind), entry)).collect()
    } else {
        let ranked = |entry: &'a Entry| {
            let title = folded(&entry.title);
            let detail = folded(&entry.detail);
            let kind = folded(&catalogue.text(entry.kind.key()));
            let ranks = words.iter().map(|word| {
                rank(&title, word)
                    .or_else(|| rank(&detail, word).map(|rank| rank + 3))
                    .or_else(|| rank(&kind, word).map(|rank| rank + 6))
            });
            let sum = ranks.sum::<Option<u32>>()?;
            Some(((title != query, sum, entry.kind), entry))
        };
        entries.iter().filter_map(ranked).collect()
    };
    // Stable: of equals, the one that stands first in the project.
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().take(most).map(|(_, entry)| entry).collect()
}

/// How well a text holds a word: 0 at its beginning, 1 at the beginning of a
/// word, 2 inside of one.
fn rank(text: &str, word: &str) -> Option<u32> {
    let mut best = None;
    for (at, _) in text.match_indices(word) {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let rank = match before {
            None => 0,
            // Nobody puts spaces between Chinese words.
            Some(before) if !before.is_alphanumeric() || is_ideograph(word) => 1,
            Some(_) => 2,
        };
        best = best.min(Some(rank)).or(Some(rank));
    }
    best
}

fn is_ideograph(word: &str) -> bool {
    word.chars()
        .next()
        .is_some_and(|first| matches!(first, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}'))
}

/// A text as it is compared: small letters, single spaces, nothing unseen.
fn folded(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => {
            u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c)
        }
        '\u{3000}' => ' ',
        _ => c,
    };
    let narrow: String = text.chars().map(narrow).collect();
    alike(&narrow).replace('ё', "е")
}
