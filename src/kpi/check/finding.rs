//! What the goal check says: the rule, the slot it concerns, the repair.

use crate::base::{Id, Period};
use crate::kpi::{Direction, Indicator, TradeOffPart};
use chrono::NaiveDate;

/// The kinds of mistake nobody's spreadsheet finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mistake {
    /// Nothing, or not enough, to measure it by.
    Vague,
    /// Two pull apart, and nobody decided which comes first.
    Conflicting,
    /// The yardstick measures something else than the goal claims.
    Misread,
    /// The plan leans to one side.
    Unbalanced,
}

impl Mistake {
    /// In the order they are shown.
    pub const ALL: [Self; 4] = [Self::Vague, Self::Conflicting, Self::Misread, Self::Unbalanced];
}

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $mistake:ident $label:literal),+ $(,)?) => {
        /// A rule of the goal check.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule {
            $($(#[$doc])* $name),+
        }

        impl Rule {
            /// Every rule, in the order they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The kind of mistake it finds.
            pub fn mistake(self) -> Mistake {
                match self {
                    $(Self::$name => Mistake::$mistake),+
                }
            }

            /// A short name for files and tests, as `vague.number`.
            pub fn label(self) -> &'static str {
                match self {
                    $(Self::$name => $label),+
                }
            }
        }
    };
}

rules! {
    /// Words with nothing measurable behind them.
    Wording = Vague "vague.wording",
    /// The indicator has no name.
    Name = Vague "vague.name",
    /// No number to reach.
    Number = Vague "vague.number",
    /// No unit; no time for a service level.
    Unit = Vague "vague.unit",
    /// Nothing says which way is better.
    Direction = Vague "vague.direction",
    /// Neither a baseline nor that there is none yet.
    Baseline = Vague "vague.baseline",
    /// No day by which.
    Deadline = Vague "vague.deadline",
    /// Nothing says who or what is counted.
    Population = Vague "vague.population",
    /// Nothing says where the values come from.
    Source = Vague "vague.source",
    /// Nobody answers for it.
    Owner = Vague "vague.owner",
    /// A resource or lever is pulled both ways.
    Resource = Conflicting "conflicting.resource",
    /// A link says that two conflict.
    Link = Conflicting "conflicting.link",
    /// One drives another that conflicts with a third.
    Chain = Conflicting "conflicting.chain",
    /// Two aims are known to compete: shorter queue, lower cost.
    Known = Conflicting "conflicting.known",
    /// The same thing is to go up here and down there.
    Opposite = Conflicting "conflicting.opposite",
    /// The stage counted is not the stage claimed.
    Stage = Misread "misread.stage",
    /// Part and whole of a share do not fit each other.
    Ratio = Misread "misread.ratio",
    /// Others are counted than the goal speaks of.
    Others = Misread "misread.population",
    /// A share without its counts.
    NoCount = Misread "misread.no-count",
    /// A count that is easy to inflate, with no result beside it.
    Gameable = Misread "misread.gameable",
    /// A mean of percentages.
    Mean = Misread "misread.mean",
    /// What we do is measured, not what comes of it.
    Activity = Misread "misread.activity",
    /// Direction, baseline, target or sentence point apart.
    Backwards = Misread "misread.direction",
    /// Every indicator tells late.
    AllLate = Unbalanced "unbalanced.lagging",
    /// No goal looks less than three years ahead.
    Horizon = Unbalanced "unbalanced.horizon",
    /// No line of overall profit.
    NoProfit = Unbalanced "unbalanced.profit",
    /// A goal without an indicator.
    NoIndicator = Unbalanced "unbalanced.no-indicator",
    /// An indicator without a goal.
    NoGoal = Unbalanced "unbalanced.no-goal",
    /// The target lies far outside what was ever measured.
    History = Unbalanced "unbalanced.history",
}

/// Where an entry removes a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// The sentence of a goal.
    Statement,
    /// The horizon of a goal.
    Horizon,
    /// An indicator to be added under a goal.
    NewIndicator,
    /// An indicator of a result, to be added beside one.
    NewOutcome,
    /// The goal an indicator serves.
    Goal,
    /// The name of an indicator.
    Name,
    /// The value to reach, or the band.
    Value,
    /// The unit; the time of a service level.
    Unit,
    /// Which way is better.
    Direction,
    /// Where things stood before.
    Baseline,
    /// The due date.
    Deadline,
    /// Who or what is counted.
    Population,
    /// Where the values come from.
    Source,
    /// Who answers for it.
    Owner,
    /// Who or what forms the part of a share.
    Part,
    /// How values are worked out.
    Method,
    /// The stage of what is counted.
    Stage,
    /// The stage of the whole of a share.
    WholeStage,
    /// Whether values come with their counts.
    Counts,
    /// Part and whole of the latest value.
    Measurement,
    /// Whether it tells early or late.
    Tells,
    /// What it is to overall profit.
    Profit,
    /// A trade-off that is not there yet.
    TradeOff,
    /// What a trade-off still leaves open.
    TradeOffPart(TradeOffPart),
}

/// A change that needs no new fact: it uses what the plan says already.
#[derive(Debug, Clone, PartialEq)]
pub enum Fix {
    /// Sets the direction that baseline and target, or the sentence, say.
    Direction(Direction),
    /// Takes the value the sentence says.
    Value(f64),
    /// Takes the unit the sentence says.
    Unit(String),
    /// Takes the time a service level promises from the sentence.
    Within(f64, crate::kpi::TimeUnit),
    /// Takes the day the sentence says.
    Deadline(NaiveDate),
    /// Takes value and period of the baseline from the sentence, or from the
    /// first measurement.
    Baseline(f64, Period),
    /// Takes the owner of the goal.
    Owner(Id),
    /// Records part and whole from now on.
    KeepCounts,
    /// Adds an indicator under the goal, with what the sentence says.
    AddIndicator(Box<Indicator>),
    /// Adds the line of overall profit.
    AddProfitLine,
}

/// How a finding is removed.
#[derive(Debug, Clone, PartialEq)]
pub enum Repair {
    /// By an entry in a slot.
    Open(Slot),
    /// At once.
    Apply(Fix),
}

/// One thing the goal check found.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// The goal or indicator it is about; none for the plan as a whole.
    pub about: Option<Id>,
    /// The others it involves: whom it conflicts with, last; before them the
    /// chain that leads there.
    pub with: Vec<Id>,
    /// The slot it concerns.
    pub slot: Slot,
    /// How it is removed.
    pub repair: Repair,
    /// The words it was found by, as they stand in the text; may be empty.
    pub words: String,
    /// The trade-off that was begun for it.
    pub trade_off: Option<Id>,
}

impl Finding {
    /// A finding about one record, removed by an entry in a slot.
    pub(super) fn open(rule: Rule, about: Id, slot: Slot) -> Self {
        Self {
            rule,
            about: Some(about),
            with: Vec::new(),
            slot,
            repair: Repair::Open(slot),
            words: String::new(),
            trade_off: None,
        }
    }

    /// The same with a repair that needs no new fact, where there is one.
    pub(super) fn or_apply(self, fix: Option<Fix>) -> Self {
        match fix {
            Some(fix) => Self { repair: Repair::Apply(fix), ..self },
            None => self,
        }
    }

    /// The same with the words it was found by.
    pub(super) fn by(self, words: &str) -> Self {
        Self { words: words.to_owned(), ..self }
    }

    /// A conflict as the other side sees it; anything else, and what leads to
    /// a conflict only by way of others, has one side.
    pub fn seen_from(&self, other: Id) -> Option<Self> {
        let [only] = self.with.as_slice() else { return None };
        if self.rule.mistake() != Mistake::Conflicting || *only != other {
            return None;
        }
        let with = self.about.into_iter().collect();
        Some(Self { about: Some(other), with, ..self.clone() })
    }

    /// Whether it only says that a slot is empty.
    pub fn is_empty_slot(&self) -> bool {
        self.rule.mistake() == Mistake::Vague && self.rule != Rule::Wording
    }

    /// Whether it keeps an indicator from counting as a success criterion:
    /// all mistakes but a lacking balance, and a baseline not yet looked for.
    pub fn counts_against(&self) -> bool {
        self.rule.mistake() != Mistake::Unbalanced
            && !matches!(self.rule, Rule::Baseline | Rule::Name)
    }
}
