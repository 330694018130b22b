//! One definition of a term, agreed across departments.

use super::{Missing, RegisterProof, said};
use crate::assessment::AnswerValue;
use crate::base::Id;
use chrono::NaiveDate;

/// What kind of company meets the boundary cases; chooses the starter set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompanyType {
    /// Sells to people.
    Consumer,
    /// Sells to companies.
    Business,
    /// Sells through dealers.
    Dealer,
}

impl CompanyType {
    /// As offered in a form.
    pub const ALL: [Self; 3] = [Self::Consumer, Self::Business, Self::Dealer];
}

/// A state in the life of what the term names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LifeState {
    /// What it is called.
    pub name: String,
    /// Months without activity after which it ends; `None` without limit.
    pub months: Option<u16>,
}

/// A case at the edge of the term, to be decided yes or no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Number within the term, never used again.
    pub id: u32,
    /// The case in words.
    pub text: String,
    /// Anything worth knowing about it.
    pub note: String,
}

/// A term the departments agree on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Record id.
    pub id: Id,
    /// The term.
    pub name: String,
    /// Whether this is the one the question on the definition of the customer
    /// asks for.
    pub customer: bool,
    /// The agreed wording.
    pub wording: String,
    /// What is one: a legal entity, a site, a household, a person.
    pub grain: String,
    /// What tells two of them apart.
    pub key: String,
    /// States of its life.
    pub states: Vec<LifeState>,
    /// The system whose record counts.
    pub master: String,
    /// What kind of company meets the cases.
    pub company: Option<CompanyType>,
    /// Boundary cases.
    pub cases: Vec<Case>,
}

impl Term {
    /// A term with nothing but a name.
    pub fn new(id: Id, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            customer: false,
            wording: String::new(),
            grain: String::new(),
            key: String::new(),
            states: Vec::new(),
            master: String::new(),
            company: None,
            cases: Vec::new(),
        }
    }

    /// The number a new case takes.
    pub fn next_case(&self) -> u32 {
        self.cases.iter().map(|case| case.id).max().map_or(1, |last| last.saturating_add(1))
    }
}

/// What a department says of a boundary case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The case, by its number.
    pub case: u32,
    /// Whether it counts as the term.
    pub counts: bool,
    /// Why.
    pub comment: String,
}

/// A department's name under the agreed wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignOff {
    /// When.
    pub date: NaiveDate,
    /// Who, from the people register.
    pub person: Option<Id>,
    /// The wording they signed. When the agreed wording changes, the signature
    /// no longer stands for it.
    pub wording: String,
}

/// What one department says of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Record id.
    pub id: Id,
    /// The term.
    pub term: Id,
    /// The department.
    pub department: String,
    /// The term in its own words.
    pub wording: String,
    /// Its decisions on the boundary cases.
    pub decisions: Vec<Decision>,
    /// Anything else.
    pub note: String,
    /// Its signature.
    pub signed: Option<SignOff>,
}

impl View {
    /// A department that has said nothing yet.
    pub fn new(id: Id, term: Id, department: &str) -> Self {
        Self {
            id,
            term,
            department: department.to_owned(),
            wording: String::new(),
            decisions: Vec::new(),
            note: String::new(),
            signed: None,
        }
    }

    /// What it decided on a case.
    pub fn decision(&self, case: u32) -> Option<&Decision> {
        self.decisions.iter().find(|decision| decision.case == case)
    }
}

/// How the departments stand on one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// Some say yes, some no.
    Disputed,
    /// Nobody contradicts, but not everybody decided.
    Open,
    /// Everybody decided alike.
    Agreed(bool),
}

/// How the departments stand on a case.
pub fn agreement(case: u32, views: &[&View]) -> Agreement {
    let decided: Vec<Option<bool>> =
        views.iter().map(|view| view.decision(case).map(|found| found.counts)).collect();
    let (yes, no) = (decided.contains(&Some(true)), decided.contains(&Some(false)));
    match (yes, no) {
        (true, true) => Agreement::Disputed,
        (false, false) => Agreement::Open,
        _ if decided.contains(&None) => Agreement::Open,
        _ => Agreement::Agreed(yes),
    }
}

/// Whether a department's signature stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signature {
    /// None.
    Missing,
    /// Under a wording that has changed since.
    Outdated,
    /// Under the wording as it stands.
    Stands,
}

/// Whether a department's signature stands for the agreed wording.
pub fn signature(term: &Term, view: &View) -> Signature {
    match &view.signed {
        None => Signature::Missing,
        Some(signed) if signed.wording.trim() == term.wording.trim() => Signature::Stands,
        Some(_) => Signature::Outdated,
    }
}

/// *Yes* when a wording is agreed, at least two departments decided every one
/// of at least one boundary case alike, and each of them signed the wording
/// as it stands. *Partly* when a wording is agreed or at least one case is.
/// *No* when there is neither. Nothing can be said without the term, or while
/// nobody has said anything about it.
pub fn definition_proof<'a>(
    term: Option<&Term>,
    views: impl IntoIterator<Item = &'a View>,
) -> RegisterProof {
    let Some(term) = term else { return RegisterProof::nothing(Missing::Term) };
    let views: Vec<&View> = views.into_iter().filter(|view| view.term == term.id).collect();
    let mut missing = Vec::new();
    if views.len() < 2 {
        missing.push(Missing::Departments(term.id));
    }
    if term.cases.is_empty() {
        missing.push(Missing::Cases(term.id));
    }
    let stands: Vec<(u32, Agreement)> =
        term.cases.iter().map(|case| (case.id, agreement(case.id, &views))).collect();
    let disputed = stands.iter().filter(|(_, state)| *state == Agreement::Disputed);
    missing.extend(disputed.map(|(case, _)| Missing::Disputed { term: term.id, case: *case }));
    let undecided =
        views.iter().filter(|view| term.cases.iter().any(|case| view.decision(case.id).is_none()));
    missing.extend(undecided.map(|view| Missing::Undecided(view.id)));
    if !said(&term.wording) {
        missing.push(Missing::Wording(term.id));
    }
    let unsigned = views.iter().filter(|view| signature(term, view) != Signature::Stands);
    missing.extend(unsigned.map(|view| Missing::Unsigned(view.id)));
    if missing.is_empty() {
        return RegisterProof::new(AnswerValue::Yes, missing);
    }
    let spoken = said(&term.wording)
        || views.iter().any(|view| said(&view.wording) || !view.decisions.is_empty());
    let agreed =
        views.len() > 1 && stands.iter().any(|(_, state)| matches!(state, Agreement::Agreed(_)));
    if !spoken {
        return RegisterProof { derived: crate::assessment::Derived::Nothing, missing };
    }
    let value = if said(&term.wording) || agreed { AnswerValue::Partly } else { AnswerValue::No };
    RegisterProof::new(value, missing)
}
