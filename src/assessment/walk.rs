//! The walk through a pack: what follows what, how far it has come, which
//! questions a filter keeps, and what a key means on the way.

use super::standing::{Judged, Standing};
use crate::pack::{Pack, Question, Section};

/// One question on the way, with where it belongs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stop<'a> {
    /// Its section.
    pub section: &'a Section,
    /// The question it is a sub-check of.
    pub parent: Option<&'a Question>,
    /// The question, which takes an answer of its own.
    pub question: &'a Question,
}

/// Every question that takes an answer of its own, in the pack's order.
pub fn stops(pack: &Pack) -> Vec<Stop<'_>> {
    pack.sections
        .iter()
        .flat_map(|section| section.questions.iter().map(move |question| (section, question)))
        .flat_map(|(section, question)| {
            let parent = (!question.checks.is_empty()).then_some(question);
            question.answerable().map(move |question| Stop { section, parent, question })
        })
        .collect()
}

/// Where a stop lies on the way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Whereabouts<'a> {
    /// The stop.
    pub stop: Stop<'a>,
    /// Its number, from 1.
    pub number: usize,
    /// How many there are.
    pub count: usize,
    /// The stop before.
    pub previous: Option<&'a Question>,
    /// The stop after.
    pub next: Option<&'a Question>,
}

/// Finds a question on the way; `None` for one that is not in the pack or
/// that takes no answer of its own.
pub fn whereabouts<'a>(pack: &'a Pack, question: &str) -> Option<Whereabouts<'a>> {
    let all = stops(pack);
    let at = all.iter().position(|stop| stop.question.id == question)?;
    let neighbour = |at: Option<usize>| at.and_then(|at| all.get(at)).map(|stop| stop.question);
    Some(Whereabouts {
        stop: *all.get(at)?,
        number: at + 1,
        count: all.len(),
        previous: neighbour(at.checked_sub(1)),
        next: neighbour(at.checked_add(1)),
    })
}

/// How far a set of questions has come; sub-checks count, not the questions
/// they belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Answered, or not applicable with a reason.
    pub settled: usize,
    /// All.
    pub all: usize,
}

/// Counts what is settled.
pub fn progress<'a>(judged: impl IntoIterator<Item = &'a Judged>) -> Progress {
    let mut result = Progress::default();
    for leaf in judged.into_iter().flat_map(Judged::leaves) {
        result.all += 1;
        result.settled += usize::from(leaf.standing != Standing::Open);
    }
    result
}

/// The judgement of a question or of a sub-check.
pub fn find_judged<'a>(judged: &'a [Judged], question: &str) -> Option<&'a Judged> {
    judged
        .iter()
        .flat_map(|judged| std::iter::once(judged).chain(&judged.checks))
        .find(|judged| judged.question == question)
}

/// The first question that still waits for an answer.
pub fn first_open(judged: &[Judged]) -> Option<&str> {
    let mut leaves = judged.iter().flat_map(Judged::leaves);
    leaves.find(|leaf| leaf.standing == Standing::Open).map(|leaf| leaf.question.as_str())
}

/// Which questions a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    /// Every question.
    #[default]
    All,
    /// Those without an answer.
    Open,
    /// Those that are not in place, or not proven.
    Gaps,
    /// Those that do not apply.
    NotApplicable,
}

impl Filter {
    /// As offered.
    pub const ALL: [Self; 4] = [Self::All, Self::Open, Self::Gaps, Self::NotApplicable];

    /// Whether a list under this filter shows a question that stands so.
    pub fn keeps(self, standing: Standing) -> bool {
        match self {
            Self::All => true,
            Self::Open => standing == Standing::Open,
            Self::Gaps => standing.is_gap(),
            Self::NotApplicable => standing == Standing::NotApplicable,
        }
    }

    /// How many questions it would show.
    pub fn count(self, judged: &[Judged]) -> usize {
        judged.iter().flat_map(Judged::leaves).filter(|leaf| self.keeps(leaf.standing)).count()
    }
}

/// What has the focus when a key goes down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// Something one types in or chooses from with letters: keys are its own.
    Writing,
    /// Something Enter operates: a button, a link, a disclosure.
    Operating,
    /// A heading, a radio button, a checkbox.
    Resting,
}

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// The answer with this number, from 0.
    Answer(usize),
    /// Opens the note.
    Note,
    /// Goes on.
    Next,
    /// Goes back.
    Previous,
}

/// What a key means on a question with so many `answers`, or `None` when it
/// is none of the walk's. Keys with Ctrl, Alt or Meta never are.
pub fn ask(key: &str, shift: bool, focus: Focus, answers: usize) -> Option<Ask> {
    match (focus, key) {
        (Focus::Writing, _) | (Focus::Operating, "Enter") => None,
        (Focus::Resting, "Enter") => Some(if shift { Ask::Previous } else { Ask::Next }),
        // The same key on a Russian keyboard.
        (_, "n" | "N" | "т" | "Т") => Some(Ask::Note),
        _ => {
            let number = key.parse::<usize>().ok().filter(|_| key.len() == 1)?;
            number.checked_sub(1).filter(|index| *index < answers).map(Ask::Answer)
        }
    }
}
