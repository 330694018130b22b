//! Facts that stand between an answer and its proof, and the words they are
//! kept under.

use crate::base::{Id, IdKind};
use crate::kpi::MissingFact;
use crate::registers::Missing;

/// What an answer has to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wanted {
    /// Anything: the question is open.
    Any,
    /// At least *partly*.
    Partly,
    /// *Yes*.
    Yes,
}

/// A fact that is missing: for an answer, or in what proves it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MissingLink {
    /// The question has to be answered so.
    Answer(Wanted),
    /// An answer that differs from what the register shows, or will show, has
    /// to give way to it.
    Withdraw,
    /// Why it does not apply.
    Reason,
    /// What shows it.
    Evidence,
    /// A leader of the own side among the respondents.
    Leader,
    /// An end user of the own side among the respondents.
    EndUser,
    /// Who closes the gap.
    Owner,
    /// Until when.
    DueDate,
    /// There is no indicator at all.
    FirstIndicator,
    /// An indicator leaves out a fact.
    Indicator(Id, MissingFact),
    /// A register lacks a fact.
    Register(Missing),
}

impl MissingLink {
    /// The record it belongs to, where that is not the answer itself.
    pub fn record(self) -> Option<Id> {
        match self {
            Self::Indicator(id, _) => Some(id),
            Self::Register(missing) => missing.record(),
            _ => None,
        }
    }

    /// Whether more is asked for once it is there: the record it belongs to
    /// does not exist yet, or is only begun.
    pub fn leads_on(self) -> bool {
        match self {
            Self::FirstIndicator => true,
            Self::Register(missing) => matches!(
                missing,
                Missing::Stage
                    | Missing::StageNeed(_)
                    | Missing::Term
                    | Missing::Departments(_)
                    | Missing::Cases(_)
                    | Missing::System
            ),
            _ => false,
        }
    }

    /// The word it is kept under in an action that closes it, for instance
    /// `feasibility n5amp0003`. Words never change, for they stand in plans.
    pub fn code(self) -> String {
        match self {
            Self::Indicator(id, fact) => format!("{} {id}", indicator_word(fact)),
            Self::Register(Missing::Disputed { term, case }) => format!("disputed {term} {case}"),
            Self::Register(missing) => match missing.record() {
                Some(id) => format!("{} {id}", register_word(missing)),
                None => register_word(missing).to_owned(),
            },
            plain => plain_word(plain).to_owned(),
        }
    }

    /// Reads a [`code`](Self::code); `None` for a word of a later version.
    pub fn parse(code: &str) -> Option<Self> {
        let parts: Vec<&str> = code.split(' ').collect();
        match parts.as_slice() {
            [word] => {
                let whole = [Missing::Stage, Missing::Term, Missing::System].map(Self::Register);
                PLAIN.into_iter().chain(whole).find(|link| link.code() == *word)
            }
            ["disputed", term, case] => {
                let term = Id::parse(IdKind::Term, term).ok()?;
                Some(Self::Register(Missing::Disputed { term, case: case.parse().ok()? }))
            }
            [word, id] => {
                let id = Id::parse_any(id)?;
                let of_register = REGISTER.iter().map(|make| Self::Register(make(id)));
                let of_indicator = INDICATOR.into_iter().map(|fact| Self::Indicator(id, fact));
                let kind = id.kind();
                let mut all = of_register.chain(of_indicator);
                all.find(|link| {
                    record_kind(*link) == kind && link.code() == code && !word.is_empty()
                })
            }
            _ => None,
        }
    }
}

const PLAIN: [MissingLink; 11] = [
    MissingLink::Answer(Wanted::Any),
    MissingLink::Answer(Wanted::Partly),
    MissingLink::Answer(Wanted::Yes),
    MissingLink::Withdraw,
    MissingLink::Reason,
    MissingLink::Evidence,
    MissingLink::Leader,
    MissingLink::EndUser,
    MissingLink::Owner,
    MissingLink::DueDate,
    MissingLink::FirstIndicator,
];

const REGISTER: [fn(Id) -> Missing; 14] = [
    Missing::StageNeed,
    Missing::StageMoney,
    Missing::StageSecured,
    Missing::StageRelease,
    Missing::Wording,
    Missing::Departments,
    Missing::Cases,
    Missing::Undecided,
    Missing::Unsigned,
    Missing::SystemName,
    Missing::Data,
    Missing::Direction,
    Missing::Owner,
    Missing::Feasibility,
];

const INDICATOR: [MissingFact; 9] = [
    MissingFact::Goal,
    MissingFact::Value,
    MissingFact::Unit,
    MissingFact::Direction,
    MissingFact::Deadline,
    MissingFact::Population,
    MissingFact::Source,
    MissingFact::Owner,
    MissingFact::Sound,
];

fn record_kind(link: MissingLink) -> Option<IdKind> {
    match link {
        MissingLink::Indicator(..) => Some(IdKind::Indicator),
        MissingLink::Register(missing) => match missing {
            Missing::StageNeed(_)
            | Missing::StageMoney(_)
            | Missing::StageSecured(_)
            | Missing::StageRelease(_) => Some(IdKind::Stage),
            Missing::Wording(_)
            | Missing::Departments(_)
            | Missing::Cases(_)
            | Missing::Disputed { .. } => Some(IdKind::Term),
            Missing::Undecided(_) | Missing::Unsigned(_) => Some(IdKind::View),
            Missing::SystemName(_)
            | Missing::Data(_)
            | Missing::Direction(_)
            | Missing::Owner(_)
            | Missing::Feasibility(_) => Some(IdKind::Integration),
            Missing::Stage | Missing::Term | Missing::System => None,
        },
        _ => None,
    }
}

fn plain_word(link: MissingLink) -> &'static str {
    match link {
        MissingLink::Answer(Wanted::Any) => "answer",
        MissingLink::Answer(Wanted::Partly) => "answer-partly",
        MissingLink::Answer(Wanted::Yes) => "answer-met",
        MissingLink::Withdraw => "withdraw",
        MissingLink::Reason => "reason",
        MissingLink::Evidence => "evidence",
        MissingLink::Leader => "leader",
        MissingLink::EndUser => "end-user",
        MissingLink::Owner => "owner",
        MissingLink::DueDate => "due-date",
        MissingLink::FirstIndicator => "first-indicator",
        MissingLink::Indicator(..) | MissingLink::Register(_) => "",
    }
}

fn indicator_word(fact: MissingFact) -> &'static str {
    match fact {
        MissingFact::Goal => "goal",
        MissingFact::Value => "value",
        MissingFact::Unit => "unit",
        MissingFact::Direction => "direction",
        MissingFact::Deadline => "deadline",
        MissingFact::Population => "population",
        MissingFact::Source => "source",
        MissingFact::Owner => "owner",
        MissingFact::Sound => "sound",
    }
}

fn register_word(missing: Missing) -> &'static str {
    match missing {
        Missing::Stage => "stage",
        Missing::StageNeed(_) => "stage-need",
        Missing::StageMoney(_) => "stage-money",
        Missing::StageSecured(_) => "stage-secured",
        Missing::StageRelease(_) => "stage-release",
        Missing::Term => "term",
        Missing::Wording(_) => "wording",
        Missing::Departments(_) => "departments",
        Missing::Cases(_) => "cases",
        Missing::Disputed { .. } => "disputed",
        Missing::Undecided(_) => "undecided",
        Missing::Unsigned(_) => "unsigned",
        Missing::System => "system",
        Missing::SystemName(_) => "system-name",
        Missing::Data(_) => "data",
        Missing::Direction(_) => "direction",
        Missing::Owner(_) => "owner",
        Missing::Feasibility(_) => "feasibility",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_missing_fact_reads_back_from_the_word_it_is_kept_under() {
        let id = |kind| Id::new(kind, 5);
        let registers = REGISTER.map(|make| {
            // The kind of record is the one the fact belongs to.
            let kind = record_kind(MissingLink::Register(make(id(IdKind::Stage))));
            MissingLink::Register(make(id(kind.expect("it belongs to a record"))))
        });
        let indicators = INDICATOR.map(|fact| MissingLink::Indicator(id(IdKind::Indicator), fact));
        let whole = [Missing::Stage, Missing::Term, Missing::System].map(MissingLink::Register);
        let case = MissingLink::Register(Missing::Disputed { term: id(IdKind::Term), case: 12 });
        let all = PLAIN.into_iter().chain(registers).chain(indicators).chain(whole).chain([case]);
        let mut codes = std::collections::BTreeSet::new();
        for link in all {
            assert_eq!(MissingLink::parse(&link.code()), Some(link), "{link:?}");
            assert!(codes.insert(link.code()), "{link:?} shares its word");
        }
    }

    #[test]
    fn words_that_name_no_fact_are_refused() {
        for code in [
            "",
            " ",
            "stage-money",
            "feasibility s00000005",
            "owner x",
            "disputed d00000005",
            "owner n00000005 1",
        ] {
            assert_eq!(MissingLink::parse(code), None, "{code}");
        }
    }
}
