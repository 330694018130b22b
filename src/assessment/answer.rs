//! One living answer per question, with what shows that it is true.

use crate::base::Id;
use chrono::NaiveDate;

/// What an answer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerValue {
    /// In place.
    Yes,
    /// In part.
    Partly,
    /// Not in place.
    No,
    /// A described level, 0 to 5.
    Level(u8),
    /// Does not apply; needs a reason.
    NotApplicable,
}

impl AnswerValue {
    /// Its value in the score, 0 to 1; `None` for *not applicable*.
    /// Source: yes 1, partly 0.5, no 0, level ÷ 5.
    pub fn score(self) -> Option<f64> {
        match self {
            Self::Yes => Some(1.0),
            Self::Partly => Some(0.5),
            Self::No => Some(0.0),
            Self::Level(level) => Some(f64::from(level.min(5)) / 5.0),
            Self::NotApplicable => None,
        }
    }
}

/// Something that shows an answer to be true.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// A text or a link.
    pub text: String,
    /// When it was made or seen.
    pub date: Option<NaiveDate>,
    /// Who vouches for it.
    pub person: Option<Id>,
}

impl Evidence {
    /// Whether it says anything at all.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// What one of several respondents said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Who.
    pub person: Id,
    /// What they answered.
    pub value: Option<AnswerValue>,
    /// In their words.
    pub note: String,
    /// When.
    pub date: Option<NaiveDate>,
}

/// The living answer to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Record id.
    pub id: Id,
    /// Id of the question in its pack, for instance `ready.funding`.
    pub question: String,
    /// `None` while open.
    pub value: Option<AnswerValue>,
    /// Why it does not apply, or why it differs from the derived answer.
    pub reason: String,
    /// Anything else worth keeping.
    pub note: String,
    /// What shows it.
    pub evidence: Vec<Evidence>,
    /// Who took part in answering.
    pub respondents: Vec<Id>,
    /// Who closes the gap.
    pub owner: Option<Id>,
    /// Until when.
    pub due: Option<NaiveDate>,
    /// Answers of several respondents.
    pub voices: Vec<Voice>,
}

impl Answer {
    /// An open answer to a question.
    pub fn open(id: Id, question: &str) -> Self {
        Self {
            id,
            question: question.to_owned(),
            value: None,
            reason: String::new(),
            note: String::new(),
            evidence: Vec::new(),
            respondents: Vec::new(),
            owner: None,
            due: None,
            voices: Vec::new(),
        }
    }

    /// Whether nothing at all has been entered.
    pub fn is_blank(&self) -> bool {
        *self == Self::open(self.id, &self.question)
    }
}
