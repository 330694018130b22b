//! What a mark means. The picture holds meanings, the style sheet colours.

use plotters::style::Color;
use plotters_backend::BackendColor;

/// The meaning of a line, area or text; becomes a CSS class.
///
/// Plotters styles carry nothing but colours, so a role travels through it as
/// a colour of its own ([`Role::decode`] turns it back). These colours never
/// reach the SVG.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Horizontal rule at a tick of the value axis.
    Grid,
    /// The time axis, its ticks, and the zero line.
    Axis,
    /// Area within tolerance of what is expected.
    Tolerance,
    /// Area a stay-within indicator should keep to.
    Within,
    /// Where the values may go.
    Projection,
    /// Process limits.
    Limit,
    /// The centre line between them.
    Centre,
    /// The target line.
    Target,
    /// The day the target is due.
    Due,
    /// The path expected from baseline to target.
    Expected,
    /// Uncertainty of single values.
    Interval,
    /// The line of measured values.
    Actual,
    /// Measured values as discs.
    Point,
    /// The stretch leading to the period that still runs.
    RunningLine,
    /// The period that still runs: a ring.
    Running,
    /// A ring around a value that makes a signal.
    Signal,
    /// The baseline: a hollow square.
    Baseline,
    /// A change, as a vertical rule.
    Mark,
    /// A thin line from a label to what it names.
    Lead,
    /// The whole scale of a small chart.
    Track,
    /// The bar of a bullet graph.
    Bar,
    /// The range a score can still take.
    Reach,
    /// A score.
    Score,
    /// The CRM amid the systems around it.
    Hub,
    /// A system that exchanges data with it.
    System,
    /// A system about which something is missing.
    SystemGap,
    /// The way of data that is planned.
    FlowPlanned,
    /// The way of data that is being built.
    FlowBuilding,
    /// The way of data that is in use.
    FlowLive,
    /// The head of an arrow.
    FlowHead,
    /// A resource or lever on a goal map.
    NodeResource,
    /// A goal on a goal map.
    NodeGoal,
    /// From an indicator to the goal it serves.
    BondServes,
    /// From what helps to what is helped.
    BondSupports,
    /// From what moves to what moves with it.
    BondDrives,
    /// To overall profit, as assumed.
    BondLeads,
    /// To what needs more of a resource.
    BondMore,
    /// To what needs less of a resource.
    BondLess,
    /// Between two that compete, decided.
    BondSettled,
    /// Between two that compete, undecided.
    BondOpen,
    /// The open head of an arrow.
    OpenHead,
    /// A number or sign on a line.
    Badge,
    /// The number of a conflict nobody has decided.
    BadgeOpen,
    /// Number or date at an axis.
    Tick,
    /// Direct label.
    Label,
    /// Direct label of the measured values.
    ActualLabel,
    /// Label of a change mark.
    MarkLabel,
    /// Label that says what is missing.
    GapLabel,
    /// Word for the rule of a signal.
    SignalLabel,
}

/// Red and green parts of the colours that stand for roles.
const RESERVED: (u8, u8) = (0xc2, 0x5e);

impl Role {
    const ALL: [Self; 49] = [
        Self::Grid,
        Self::Axis,
        Self::Tolerance,
        Self::Within,
        Self::Projection,
        Self::Limit,
        Self::Centre,
        Self::Target,
        Self::Due,
        Self::Expected,
        Self::Interval,
        Self::Actual,
        Self::Point,
        Self::RunningLine,
        Self::Running,
        Self::Signal,
        Self::Baseline,
        Self::Mark,
        Self::Lead,
        Self::Track,
        Self::Bar,
        Self::Reach,
        Self::Score,
        Self::Hub,
        Self::System,
        Self::SystemGap,
        Self::FlowPlanned,
        Self::FlowBuilding,
        Self::FlowLive,
        Self::FlowHead,
        Self::NodeResource,
        Self::NodeGoal,
        Self::BondServes,
        Self::BondSupports,
        Self::BondDrives,
        Self::BondLeads,
        Self::BondMore,
        Self::BondLess,
        Self::BondSettled,
        Self::BondOpen,
        Self::OpenHead,
        Self::Badge,
        Self::BadgeOpen,
        Self::Tick,
        Self::Label,
        Self::ActualLabel,
        Self::MarkLabel,
        Self::GapLabel,
        Self::SignalLabel,
    ];

    /// The class names in the SVG.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Grid => "c-grid",
            Self::Axis => "c-axis",
            Self::Tolerance => "c-tolerance",
            Self::Within => "c-within",
            Self::Projection => "c-projection",
            Self::Limit => "c-limit",
            Self::Centre => "c-centre",
            Self::Target => "c-target",
            Self::Due => "c-due",
            Self::Expected => "c-expected",
            Self::Interval => "c-interval",
            Self::Actual => "c-actual",
            Self::Point => "c-point",
            Self::RunningLine => "c-running-line",
            Self::Running => "c-running",
            Self::Signal => "c-signal",
            Self::Baseline => "c-baseline",
            Self::Mark => "c-mark",
            Self::Lead => "c-lead",
            Self::Track => "c-track",
            Self::Bar => "c-bar",
            Self::Reach => "c-reach",
            Self::Score => "c-score",
            Self::Hub => "c-hub",
            Self::System => "c-system",
            Self::SystemGap => "c-system-gap",
            Self::FlowPlanned => "c-flow-planned",
            Self::FlowBuilding => "c-flow-building",
            Self::FlowLive => "c-flow-live",
            Self::FlowHead => "c-flow-head",
            Self::NodeResource => "c-resource",
            Self::NodeGoal => "c-goal",
            Self::BondServes => "c-serves",
            Self::BondSupports => "c-supports",
            Self::BondDrives => "c-drives",
            Self::BondLeads => "c-leads",
            Self::BondMore => "c-more",
            Self::BondLess => "c-less",
            Self::BondSettled => "c-settled",
            Self::BondOpen => "c-open",
            Self::OpenHead => "c-open-head",
            Self::Badge => "c-badge",
            Self::BadgeOpen => "c-badge-open",
            Self::Tick => "c-label c-tick",
            Self::Label => "c-label",
            Self::ActualLabel => "c-label c-label-actual",
            Self::MarkLabel => "c-label c-label-mark",
            Self::GapLabel => "c-label c-label-gap",
            Self::SignalLabel => "c-label c-label-signal",
        }
    }

    /// The role a colour stands for; `None` for every other colour.
    pub fn decode(rgb: (u8, u8, u8)) -> Option<Self> {
        if (rgb.0, rgb.1) != RESERVED {
            return None;
        }
        Self::ALL.get(usize::from(rgb.2)).copied()
    }
}

impl Color for Role {
    fn to_backend_color(&self) -> BackendColor {
        // A test holds that declaration order and `ALL` agree.
        BackendColor { alpha: 1.0, rgb: (RESERVED.0, RESERVED.1, *self as u8) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_survives_its_trip_through_a_colour() {
        for role in Role::ALL {
            assert_eq!(Role::decode(role.to_backend_color().rgb), Some(role));
        }
        assert_eq!(Role::decode((0, 0, 0)), None);
        assert_eq!(Role::decode((RESERVED.0, RESERVED.1, 49)), None);
    }
}
