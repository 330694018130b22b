//! What a goal map shows: boxes in columns, and lines between them.

use crate::base::Id;

/// Which column a box stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A resource or lever that indicators share.
    Resource,
    /// An indicator.
    Indicator,
    /// A goal.
    Goal,
    /// The line of overall profit.
    Profit,
}

impl Kind {
    /// From left to right.
    pub const ALL: [Self; 4] = [Self::Resource, Self::Indicator, Self::Goal, Self::Profit];
}

/// One box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The goal or indicator it stands for; resources are none.
    pub record: Option<Id>,
    /// Its column.
    pub kind: Kind,
    /// What it is called, or what is missing in its place.
    pub name: String,
    /// Whether `name` says what is missing.
    pub gap: bool,
}

/// How one box bears on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bond {
    /// An indicator belongs to a goal.
    Serves,
    /// It helps the other.
    Supports,
    /// The other moves because it moves.
    Drives,
    /// It is said to lead to overall profit.
    Leads,
    /// It needs more of a resource.
    More,
    /// It needs less of a resource.
    Less,
    /// They compete, and a trade-off says which comes first.
    Settled,
    /// They compete, and nobody has decided.
    Open,
}

impl Bond {
    /// In the order they are drawn, the last on top.
    pub const ALL: [Self; 8] = [
        Self::Serves,
        Self::More,
        Self::Less,
        Self::Leads,
        Self::Supports,
        Self::Drives,
        Self::Settled,
        Self::Open,
    ];

    /// Whether it has a direction that an arrow shows.
    pub fn has_head(self) -> bool {
        matches!(self, Self::Supports | Self::Drives | Self::Leads)
    }

    /// Whether the two compete.
    pub fn is_conflict(self) -> bool {
        matches!(self, Self::Settled | Self::Open)
    }
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Place of the box it comes from.
    pub from: usize,
    /// Place of the box it leads to.
    pub to: usize,
    /// How the one bears on the other.
    pub bond: Bond,
    /// What stands on it: the number of a conflict, a sign; may be empty.
    pub badge: String,
}

/// Everything the picture shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapPlot {
    /// Beginning of every id in the picture; unique within a page.
    pub id_prefix: String,
    /// Accessible name: the finding.
    pub title: String,
    /// Accessible description: the summary.
    pub description: String,
    /// Width in pixels that there is room for, 240 to 4000; a map that needs
    /// more is wider.
    pub width: u32,
    /// The words above the columns, in the order of [`Kind::ALL`].
    pub heads: [String; 4],
    /// What each kind of line means, in the order of [`Bond::ALL`].
    pub legend: [String; 8],
    /// The boxes in order.
    pub nodes: Vec<Node>,
    /// The lines.
    pub lines: Vec<Line>,
}

/// A rectangle in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left end.
    pub left: f64,
    /// Upper end.
    pub top: f64,
    /// Right end.
    pub right: f64,
    /// Lower end.
    pub bottom: f64,
}

impl Area {
    /// Its centre.
    pub fn middle(&self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }

    /// Whether two have any place in common, keeping `apart` pixels between.
    pub fn meets(&self, other: &Self, apart: f64) -> bool {
        self.left < other.right + apart
            && other.left < self.right + apart
            && self.top < other.bottom + apart
            && other.top < self.bottom + apart
    }
}
