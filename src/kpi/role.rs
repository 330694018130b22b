//! What an indicator says beyond its value: whom it counts, what it draws on,
//! and how it leads to profit. All of it is optional; the goal check reads it.

use super::fit::Fit;

/// A stage of the way from a stranger to one who recommends, earliest first.
/// Whoever stands in a later one has passed the earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FunnelStage {
    /// Was addressed: audience, recipients, followers.
    Reached,
    /// Came to look: visitors of a site, a shop, a stand.
    Visitor,
    /// Took part: attendees, participants, registrations.
    Attendee,
    /// Showed interest: leads, enquiries.
    Lead,
    /// May buy: opportunities, quotes, trials.
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

impl FunnelStage {
    /// Earliest first.
    pub const ALL: [Self; 9] = [
        Self::Reached,
        Self::Visitor,
        Self::Attendee,
        Self::Lead,
        Self::Opportunity,
        Self::Buyer,
        Self::Customer,
        Self::Returning,
        Self::Advocate,
    ];

    /// Whether those in it have paid at least once.
    pub fn has_paid(self) -> bool {
        self >= Self::Buyer
    }
}

/// Which way an indicator pulls at something it shares with others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pull {
    /// Reaching the target needs more of it.
    More,
    /// Reaching the target needs less of it.
    Less,
}

impl Pull {
    /// As offered in a form.
    pub const ALL: [Self; 2] = [Self::More, Self::Less];
}

/// A resource an indicator draws on, or a lever it is moved by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draw {
    /// What it is called; equal names mean the same thing.
    pub name: String,
    /// More of it, or less.
    pub pull: Pull,
}

/// Whether an indicator tells early or late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tells {
    /// Leading: moves before the result does.
    Early,
    /// Lagging: is the result.
    Late,
}

impl Tells {
    /// As offered in a form.
    pub const ALL: [Self; 2] = [Self::Early, Self::Late];
}

/// Where the causes of success and failure lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Inside the organisation.
    Internal,
    /// Outside: market, season, competitors.
    External,
}

impl Cause {
    /// As offered in a form.
    pub const ALL: [Self; 2] = [Self::Internal, Self::External];
}

/// What an indicator is to overall profit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profit {
    /// It is the overall profit itself.
    Line,
    /// It leads there; how is said in words.
    Leads,
    /// It does not lead there: it guards what must not suffer.
    Guardrail,
}

impl Profit {
    /// As offered in a form.
    pub const ALL: [Self; 3] = [Self::Line, Self::Leads, Self::Guardrail];
}

/// Whether the values of a share come with their counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    /// Part and whole are recorded.
    Kept,
    /// Only the percentage is known.
    PercentOnly,
}

impl Counts {
    /// As offered in a form.
    pub const ALL: [Self; 2] = [Self::Kept, Self::PercentOnly];
}

/// What an indicator says beyond its value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Role {
    /// Who or what forms the part of a share, in words.
    pub part: String,
    /// Stage of what is counted; of the part, for a share.
    pub stage: Option<FunnelStage>,
    /// Stage of the whole of a share.
    pub whole_stage: Option<FunnelStage>,
    /// Whether the values of a share come with their counts.
    pub counts: Option<Counts>,
    /// Resources it draws on.
    pub resources: Vec<Draw>,
    /// Levers it is moved by.
    pub levers: Vec<Draw>,
    /// Whether it tells early or late.
    pub tells: Option<Tells>,
    /// Where the causes lie.
    pub cause: Option<Cause>,
    /// What it is to overall profit.
    pub profit: Option<Profit>,
    /// How it leads there: the assumption, in words.
    pub profit_how: String,
    /// How it fits its goal, as a person has said.
    pub fit: Fit,
    /// The entry of the indicator library it was made of; empty for none.
    pub from: String,
}
