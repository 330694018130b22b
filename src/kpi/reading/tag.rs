//! What a word can mean to the goal check.

use crate::kpi::FunnelStage;

/// One thing a word can mean. A word may mean several: *order* is a thing
/// counted and a sign of somebody who bought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    // What is to happen.
    /// Make it more.
    Up,
    /// Make it less.
    Down,
    /// Make it better, whichever way that is.
    Improve,
    /// Keep it where it is.
    Hold,
    /// Get somebody or something that was not there.
    Gain,
    /// Bring a sale to its end: an offer won is an order.
    Seal,
    /// Make one thing into another.
    Convert,
    /// Do something: hold, send, introduce, train.
    Act,
    // Comparison.
    /// At least.
    AtLeast,
    /// At most.
    AtMost,
    // Words that say how others belong together.
    /// Where things stand now, or stood.
    Was,
    /// From a start.
    From,
    /// Towards an aim.
    To,
    /// Into what it becomes.
    Into,
    /// Of a whole: *of*, genitive marks.
    Of,
    /// For each of.
    Per,
    /// Not later than.
    By,
    /// Inside a span of time.
    Within,
    /// At, in, during.
    In,
    /// By how much it changes.
    Change,
    /// Any other preposition.
    Prep,
    /// This or the coming: *this*, *next*.
    Coming,
    /// The end of a period.
    End,
    /// Again and again: *monthly*, *every month*.
    Recurring,
    /// The mean of.
    Average,
    /// Parts a mean is taken over: branches, months, teams.
    Spread,
    /// Who does, or holds: *who*, *that*, *which*.
    Who,
    // Measures.
    /// A noun that names something measurable.
    Measure,
    /// A measure with a unit of its own: score, index, rate.
    Scale,
    /// *Number of*, *count*, *quantity*.
    Count,
    /// A part of a whole: share, rate, percentage.
    Share,
    /// Percent.
    Percent,
    /// Percentage points.
    Points,
    /// A currency.
    Currency,
    /// A quality nobody can measure by itself.
    Abstract,
    // Subjects that compete.
    /// Waiting, answering, speed of service.
    Speed,
    /// *Sooner*, *quicker*: of whatever is spoken of.
    Faster,
    /// Money and people spent.
    Cost,
    /// Right first time, few errors, few complaints.
    Quality,
    /// How long one contact is worked on.
    Handling,
    /// Giving price away.
    Discount,
    /// What is left of the price.
    Margin,
    // What counts as what.
    /// Something we do, not something that comes of it.
    Activity,
    /// Something was carried out: *held*, *sent*, *trained*.
    Done,
    /// A count that is easy to inflate.
    Gameable,
    /// Something closed, whether solved or not.
    Closed,
    /// A result in the market or in money.
    Outcome,
    /// Overall profit.
    ProfitLine,
    // Who is counted.
    /// [`FunnelStage::Reached`].
    Reached,
    /// [`FunnelStage::Visitor`].
    Visitor,
    /// [`FunnelStage::Attendee`].
    Attendee,
    /// [`FunnelStage::Lead`].
    Lead,
    /// [`FunnelStage::Opportunity`].
    Opportunity,
    /// [`FunnelStage::Buyer`].
    Buyer,
    /// [`FunnelStage::Customer`].
    Customer,
    /// [`FunnelStage::Returning`].
    Returning,
    /// [`FunnelStage::Advocate`].
    Advocate,
    /// New ones.
    New,
    /// Those already there.
    Existing,
    /// Those who left.
    Lapsed,
    /// Companies.
    Business,
    /// Private people.
    Private,
    /// Without exception.
    All,
    /// Some of them only.
    Partial,
    /// Those of one start together.
    Cohort,
    /// By telephone.
    Phone,
    /// By e-mail.
    Mail,
    /// By chat or messenger.
    Chat,
    /// In a shop or branch.
    Shop,
    /// On a site or in an app.
    Web,
    /// Our own people.
    Staff,
    /// Dealers and partners.
    Partner,
    /// A thing that can be counted.
    Thing,
    // Where facts come from.
    /// A system, file or survey.
    Source,
    /// People are asked.
    Survey,
    /// *Source*, *according to*, *measured by*.
    SourceMark,
    /// *Owner*, *responsible*.
    OwnerMark,
    /// A post somebody holds.
    Post,
    /// *Not measured yet*, *no baseline*.
    NoneYet,
    // Time.
    /// Soon, without a day.
    Soon,
    /// A season, a feast, an occasion.
    Occasion,
    /// A unit of time, where the language writes no spaces.
    Unit,
    /// *Half*, as part of a year.
    HalfYear,
    /// Nothing: a phrase that only looks like something.
    Nothing,
}

/// A set of tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tags(u128);

impl Tags {
    /// No tag.
    pub(crate) const NONE: Self = Self(0);

    /// A set of some.
    pub(crate) const fn of(tags: &[Tag]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < tags.len() {
            bits |= 1 << tags[at] as u32;
            at += 1;
        }
        Self(bits)
    }

    /// Whether it holds a tag.
    pub(crate) const fn has(self, tag: Tag) -> bool {
        self.0 & (1 << tag as u32) != 0
    }

    /// Whether it holds any of another set.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The stages it holds, earliest first.
    pub(crate) fn stages(self) -> impl Iterator<Item = FunnelStage> {
        const STAGES: [Tag; 9] = [
            Tag::Reached,
            Tag::Visitor,
            Tag::Attendee,
            Tag::Lead,
            Tag::Opportunity,
            Tag::Buyer,
            Tag::Customer,
            Tag::Returning,
            Tag::Advocate,
        ];
        STAGES
            .into_iter()
            .zip(FunnelStage::ALL)
            .filter(move |(tag, _)| self.has(*tag))
            .map(|(_, stage)| stage)
    }
}
