//! The words of version 1. None of them is read as something else by a YAML
//! 1.1 reader: no `yes`, no `no`.

use crate::assessment::{AnswerValue, Standing};
use crate::base::Cadence;
use crate::kpi::{
    Cause, Counts, Direction, FunnelStage, Horizon, LinkKind, Profit, Pull, Status, Tells,
    TimeUnit, Whom, Yardstick,
};
use crate::pack::Outcome;
use crate::registers::{
    ActionState, CompanyType, CostKind, Feasibility, Flow, IntegrationState, Response, RiskState,
};
use crate::workspace::{Position, ProjectGate, Side};
use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident for $domain:ty { $($(#[$word_doc:meta])* $word:ident = $value:pat => $expr:expr),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$word_doc])* $word),+
        }

        impl From<$name> for $domain {
            fn from(word: $name) -> Self {
                match word {
                    $($name::$word => $expr),+
                }
            }
        }

        impl From<$domain> for $name {
            fn from(value: $domain) -> Self {
                match value {
                    $($value => Self::$word),+
                }
            }
        }
    };
}

macro_rules! plain_words {
    ($(#[$doc:meta])* $name:ident for $domain:ident { $($(#[$word_doc:meta])* $word:ident),+ $(,)? }) => {
        words! { $(#[$doc])* $name for $domain { $($(#[$word_doc])* $word = $domain::$word => $domain::$word),+ } }
    };
}

/// What an answer says. A level is written as a number beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AnswerWord {
    /// In place.
    Met,
    /// In part.
    Partly,
    /// Not in place.
    NotMet,
    /// Does not apply; `reason` says why.
    NotApplicable,
    /// A described level; `level` says which.
    Level,
}

impl AnswerWord {
    /// The word for a value.
    pub fn of(value: AnswerValue) -> Self {
        match value {
            AnswerValue::Yes => Self::Met,
            AnswerValue::Partly => Self::Partly,
            AnswerValue::No => Self::NotMet,
            AnswerValue::NotApplicable => Self::NotApplicable,
            AnswerValue::Level(_) => Self::Level,
        }
    }
}

plain_words! {
    /// Which side a person stands on.
    SideWord for Side {
        /// The organisation that introduces the CRM.
        Own,
        /// The supplier of the software.
        Vendor,
        /// An adviser.
        Consultant,
    }
}

plain_words! {
    /// What part a person has in the work the CRM is for.
    PositionWord for Position {
        /// Leads a department or the company.
        Leader,
        /// Will work with the CRM.
        EndUser,
        /// Belongs to the project team.
        ProjectTeam,
        /// Something else.
        Other,
    }
}

plain_words! {
    /// How far ahead a goal looks.
    HorizonWord for Horizon {
        /// Within a year.
        Short,
        /// One to three years.
        Middle,
        /// Beyond.
        Long,
    }
}

plain_words! {
    /// Which way is better.
    DirectionWord for Direction {
        /// More is better.
        Up,
        /// Less is better.
        Down,
        /// Between two values is best.
        Within,
    }
}

plain_words! {
    /// How often an indicator is measured.
    CadenceWord for Cadence {
        /// Every day.
        Day,
        /// Every ISO week.
        Week,
        /// Every month.
        Month,
        /// Every quarter of the fiscal year.
        Quarter,
        /// Every fiscal year.
        Year,
    }
}

plain_words! {
    /// A unit of time.
    TimeUnitWord for TimeUnit {
        /// Seconds.
        Seconds,
        /// Minutes.
        Minutes,
        /// Hours.
        Hours,
        /// Days.
        Days,
    }
}

plain_words! {
    /// What a verdict says.
    OutcomeWord for Outcome {
        /// Do not start yet.
        NotReady,
        /// Gates are open.
        NotAssessed,
        /// Ready with named risks.
        ReadyWithRisks,
        /// Ready.
        Ready,
    }
}

plain_words! {
    /// The status of an indicator.
    StatusWord for Status {
        /// At or beyond the final target.
        Met,
        /// At or beyond what was expected by now.
        OnCourse,
        /// Worse than expected by at most the tolerance.
        WithinTolerance,
        /// Worse than that, before the due date.
        OffCourse,
        /// Worse than that, from the due date on.
        Missed,
        /// Either of these, and accepted for a while.
        Accepted,
        /// No baseline, and not due.
        NotDueYet,
        /// No measurement of an ended period.
        NoData,
        /// No target to judge by.
        NoTarget,
    }
}

/// The kind of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum KindWord {
    /// A plain number in its unit.
    Number,
    /// Part of a whole, in percent.
    Share,
    /// A share handled within a time on a channel, in percent.
    ServiceLevel,
}

/// A gate of the project after the first, `start`, which is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum GateWord {
    /// Before the pilot.
    Pilot,
    /// Before the roll-out.
    RollOut,
}

impl GateWord {
    /// The word for a gate; none for the first.
    pub fn of(gate: ProjectGate) -> Option<Self> {
        match gate {
            ProjectGate::Start => None,
            ProjectGate::Pilot => Some(Self::Pilot),
            ProjectGate::RollOut => Some(Self::RollOut),
        }
    }

    /// The gate of a word.
    pub fn gate(word: Option<Self>) -> ProjectGate {
        match word {
            None => ProjectGate::Start,
            Some(Self::Pilot) => ProjectGate::Pilot,
            Some(Self::RollOut) => ProjectGate::RollOut,
        }
    }
}

plain_words! {
    /// What a cost line pays for.
    CostWord for CostKind {
        /// Licences and putting the software in place.
        Software,
        /// Services of supplier and advisers.
        Services,
        /// Machines, networks, telephony.
        Hardware,
        /// Training.
        Training,
        /// Cleaning, moving and upkeep of data.
        DataUpkeep,
        /// Integration with other systems.
        Integration,
        /// Project management.
        ProjectManagement,
        /// Anything else.
        Other,
    }
}

plain_words! {
    /// What kind of company meets the boundary cases.
    CompanyWord for CompanyType {
        /// Sells to people.
        Consumer,
        /// Sells to companies.
        Business,
        /// Sells through dealers.
        Dealer,
    }
}

plain_words! {
    /// Which way data pass, seen from the CRM.
    FlowWord for Flow {
        /// Into the CRM.
        In,
        /// Out of the CRM.
        Out,
        /// Both ways.
        Both,
    }
}

plain_words! {
    /// Whether it can be done.
    FeasibilityWord for Feasibility {
        /// Nobody found out.
        Unknown,
        /// It can be done.
        Confirmed,
        /// It cannot be done this way.
        NotFeasible,
    }
}

plain_words! {
    /// How far an integration is.
    IntegrationStateWord for IntegrationState {
        /// Planned.
        Planned,
        /// Being built.
        Building,
        /// In use.
        Live,
        /// Given up.
        Dropped,
    }
}

plain_words! {
    /// How far an action is.
    ActionStateWord for ActionState {
        /// To be done.
        Open,
        /// Being done.
        Doing,
        /// Done.
        Done,
        /// Not done after all.
        Dropped,
    }
}

plain_words! {
    /// What is done about a risk.
    ResponseWord for Response {
        /// Not going where it can happen.
        Avoid,
        /// Making it less likely or less harmful.
        Reduce,
        /// Letting somebody else bear it.
        Transfer,
        /// Bearing it knowingly.
        Accept,
    }
}

plain_words! {
    /// How a risk stands.
    RiskStateWord for RiskState {
        /// It may happen.
        Open,
        /// It has happened.
        Occurred,
        /// It can no longer happen.
        Closed,
    }
}

plain_words! {
    /// A stage of the way from a stranger to one who recommends.
    FunnelWord for FunnelStage {
        /// Was addressed.
        Reached,
        /// Came to look.
        Visitor,
        /// Took part.
        Attendee,
        /// Showed interest.
        Lead,
        /// May buy.
        Opportunity,
        /// Bought.
        Buyer,
        /// Is a customer.
        Customer,
        /// Bought again, or stayed.
        Returning,
        /// Recommends.
        Advocate,
    }
}

plain_words! {
    /// Whether reaching a target needs more of something or less.
    PullWord for Pull {
        /// More of it.
        More,
        /// Less of it.
        Less,
    }
}

words! {
    /// Whether an indicator leads or lags.
    TellsWord for Tells {
        /// Moves before the result does.
        Leading = Tells::Early => Tells::Early,
        /// Is the result.
        Lagging = Tells::Late => Tells::Late,
    }
}

plain_words! {
    /// Where the causes of success and failure lie.
    CauseWord for Cause {
        /// Inside the organisation.
        Internal,
        /// Outside.
        External,
    }
}

plain_words! {
    /// What an indicator is to overall profit.
    ProfitWord for Profit {
        /// It is the overall profit itself.
        Line,
        /// It leads there.
        Leads,
        /// It guards what must not suffer.
        Guardrail,
    }
}

plain_words! {
    /// Whether the values of a share come with their counts.
    CountsWord for Counts {
        /// Part and whole are recorded.
        Kept,
        /// Only the percentage is known.
        PercentOnly,
    }
}

plain_words! {
    /// How one goal or indicator bears on another.
    LinkWord for LinkKind {
        /// It helps the other.
        Supports,
        /// It gets in the way of the other.
        Conflicts,
        /// The other moves because it moves.
        Drives,
        /// Somebody has looked at the two: neither bears on the other.
        Apart,
    }
}

plain_words! {
    /// Whether those counted are those the goal speaks of.
    WhomWord for Whom {
        /// They are the same.
        Same,
        /// They are only some of them.
        Some,
        /// They are others.
        Others,
    }
}

plain_words! {
    /// What stands behind a count, seen from the goal.
    YardstickWord for Yardstick {
        /// What the goal wants.
        Result,
        /// A step on the way there.
        Step,
        /// What is done for it.
        Activity,
    }
}

words! {
    /// How a gate of a pack stood.
    StandingWord for Standing {
        /// Not answered.
        Open = Standing::Open => Standing::Open,
        /// Did not apply, with a reason.
        NotApplicable = Standing::NotApplicable => Standing::NotApplicable,
        /// In place, and proven.
        Proven = Standing::Proven => Standing::Proven,
        /// In place, without its proof.
        Unproven = Standing::Unproven => Standing::Unproven,
        /// In part.
        Partly = Standing::Partly => Standing::Partly,
        /// Differed from what its register showed.
        Overridden = Standing::Overridden => Standing::Overridden,
        /// Not in place.
        NotMet = Standing::No => Standing::No,
    }
}
