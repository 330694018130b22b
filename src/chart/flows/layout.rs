//! Where everything stands: a pure function of the systems and the width.

use crate::chart::canvas::Px;
use crate::chart::text::{LINE_HEIGHT, wrap};
use crate::registers::IntegrationState;

/// A text, or what is missing in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The words.
    pub text: String,
    /// Whether they say what is missing.
    pub gap: bool,
}

/// Which way data pass, seen from the CRM.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// Into it.
    In,
    /// Out of it.
    Out,
    /// Both ways.
    Both,
    /// Nobody has said; the words ask.
    Open(String),
}

/// One system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowSystem {
    /// What it is called.
    pub name: Gap,
    /// What data pass.
    pub data: Gap,
    /// Who answers for it.
    pub owner: Gap,
    /// How far it is, or that it is not known to be feasible.
    pub stands: Gap,
    /// Which way data pass.
    pub way: Way,
    /// How far it is.
    pub state: IntegrationState,
}

impl FlowSystem {
    /// Whether anything about it is missing.
    pub fn has_gap(&self) -> bool {
        let texts = [&self.name, &self.data, &self.owner, &self.stands];
        texts.into_iter().any(|text| text.gap) || matches!(self.way, Way::Open(_))
    }
}

/// Everything the picture shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowPlot {
    /// Beginning of every id in the picture; unique within a page.
    pub id_prefix: String,
    /// Accessible name: the finding.
    pub title: String,
    /// Accessible description: the summary.
    pub description: String,
    /// Width in pixels, 240 to 2000.
    pub width: u32,
    /// What stands in the middle: `CRM`.
    pub hub: String,
    /// The systems in order.
    pub systems: Vec<FlowSystem>,
}

/// A rectangle: left, top, right, bottom, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    pub fn middle(&self) -> Px {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Written {
    pub text: String,
    /// Its left end, or its middle, at mid height.
    pub at: Px,
    pub centred: bool,
    pub weight: Weight,
}

/// How much a text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Name,
    Second,
    Missing,
}

/// A system with its way.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PlacedSystem {
    pub area: Area,
    /// Ends of the way: at the system, at the CRM.
    pub from: Px,
    pub to: Px,
    /// Whether an arrow points at the system, at the CRM.
    pub heads: (bool, bool),
    pub state: IntegrationState,
    pub has_gap: bool,
    pub texts: Vec<Written>,
}

/// The whole picture.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FlowLayout {
    pub height: f64,
    pub hub: Area,
    pub systems: Vec<PlacedSystem>,
}

/// Pictures below this width have one column.
const NARROW: f64 = 620.0;
/// Room around the picture, in pixels.
const EDGE: f64 = 2.0;
/// Room between the text of a box and its edge, in pixels.
const PAD: f64 = 8.0;
/// Room between two boxes, in pixels.
const BETWEEN: f64 = 10.0;

/// Places everything.
pub(super) fn lay_out(plot: &FlowPlot) -> FlowLayout {
    let width = f64::from(plot.width);
    if width < NARROW { narrow(plot, width) } else { wide(plot, width) }
}

/// Which side a system stands on: senders left, receivers right, the others
/// on the side that is shorter so far.
pub(super) fn sides(systems: &[FlowSystem]) -> (Vec<usize>, Vec<usize>) {
    let of = |way: &Way| -> Vec<usize> {
        let found = systems.iter().enumerate().filter(|(_, system)| system.way == *way);
        found.map(|(index, _)| index).collect()
    };
    let (mut left, mut right) = (of(&Way::In), of(&Way::Out));
    for (index, system) in systems.iter().enumerate() {
        if matches!(system.way, Way::Both | Way::Open(_)) {
            if left.len() <= right.len() { left.push(index) } else { right.push(index) }
        }
    }
    left.sort_unstable();
    right.sort_unstable();
    (left, right)
}

/// Senders left, the CRM in the middle, receivers right.
fn wide(plot: &FlowPlot, width: f64) -> FlowLayout {
    let box_width = (width * 0.27).clamp(150.0, 280.0);
    let hub_width = (width * 0.11).clamp(64.0, 120.0);
    let (left, right) = sides(&plot.systems);
    let hub_left = (width - hub_width) / 2.0;
    let way = hub_left - EDGE - box_width;
    let mut systems: Vec<(usize, PlacedSystem)> = Vec::new();
    let mut lowest = 0.0_f64;
    for (indices, is_left) in [(left, true), (right, false)] {
        let mut top = EDGE;
        for index in indices {
            let Some(system) = plot.systems.get(index) else { continue };
            let name = lines(&system.name, box_width - 2.0 * PAD, 2, Weight::Name);
            let owner = lines(&system.owner, box_width - 2.0 * PAD, 1, Weight::Second);
            let data = lines(&system.data, way - 34.0, 2, Weight::Second);
            let mut stands = lines(&system.stands, way - 34.0, 1, Weight::Second);
            stands.splice(0..0, asked(&system.way));
            let in_box = height_of(name.len() + owner.len()) + PAD;
            let on_way = 2.0 * height_of(data.len().max(stands.len())) + 6.0;
            let bottom = top + in_box.max(on_way);
            let (start, end) = if is_left {
                (EDGE, EDGE + box_width)
            } else {
                (width - EDGE - box_width, width - EDGE)
            };
            let area = Area { left: start, top, right: end, bottom };
            let y = area.middle().1;
            let (from, to) = if is_left {
                ((end, y), (hub_left, y))
            } else {
                ((start, y), (hub_left + hub_width, y))
            };
            let middle = f64::midpoint(from.0, to.0);
            let mut texts = stacked(&[name, owner].concat(), (start + PAD, y), false);
            let above = height_of(data.len());
            texts.extend(stacked(&data, (middle, y - 3.0 - above / 2.0), true));
            let below = height_of(stands.len());
            texts.extend(stacked(&stands, (middle, y + 3.0 + below / 2.0), true));
            systems.push((index, placed(system, area, from, to, texts)));
            lowest = lowest.max(bottom);
            top = bottom + BETWEEN;
        }
    }
    systems.sort_by_key(|(index, _)| *index);
    let hub = Area { left: hub_left, top: EDGE, right: hub_left + hub_width, bottom: lowest };
    let systems = systems.into_iter().map(|(_, system)| system).collect();
    FlowLayout { height: lowest + EDGE, hub, systems }
}

/// The CRM on the left, one column of systems right of it with everything
/// said in their boxes.
fn narrow(plot: &FlowPlot, width: f64) -> FlowLayout {
    let hub_right = EDGE + 46.0;
    let left = hub_right + 52.0;
    let room = width - EDGE - left - 2.0 * PAD;
    let mut systems = Vec::new();
    let mut top = EDGE;
    for system in &plot.systems {
        let texts = [
            lines(&system.name, room, 2, Weight::Name),
            lines(&system.data, room, 2, Weight::Second),
            lines(&system.owner, room, 1, Weight::Second),
            asked(&system.way).into_iter().collect(),
            lines(&system.stands, room, 1, Weight::Second),
        ]
        .concat();
        let bottom = top + height_of(texts.len()) + PAD;
        let area = Area { left, top, right: width - EDGE, bottom };
        let y = area.middle().1;
        let texts = stacked(&texts, (left + PAD, y), false);
        systems.push(placed(system, area, (left, y), (hub_right, y), texts));
        top = bottom + BETWEEN;
    }
    let lowest = (top - BETWEEN).max(EDGE);
    let hub = Area { left: EDGE, top: EDGE, right: hub_right, bottom: lowest };
    FlowLayout { height: lowest + EDGE, hub, systems }
}

fn placed(system: &FlowSystem, area: Area, from: Px, to: Px, texts: Vec<Written>) -> PlacedSystem {
    let heads = match system.way {
        Way::In => (false, true),
        Way::Out => (true, false),
        Way::Both => (true, true),
        Way::Open(_) => (false, false),
    };
    let (state, has_gap) = (system.state, system.has_gap());
    PlacedSystem { area, from, to, heads, state, has_gap, texts }
}

type Line = (String, Weight);

fn lines(text: &Gap, width: f64, most: usize, weight: Weight) -> Vec<Line> {
    let weight = if text.gap { Weight::Missing } else { weight };
    wrap(&text.text, width, most).into_iter().map(|line| (line, weight)).collect()
}

/// Height of some lines of text, in pixels.
fn height_of(lines: usize) -> f64 {
    f64::from(u32::try_from(lines).unwrap_or_default()) * LINE_HEIGHT
}

/// Lines below each other around a middle.
fn stacked(lines: &[Line], middle: Px, centred: bool) -> Vec<Written> {
    let first = middle.1 - height_of(lines.len()) / 2.0 + LINE_HEIGHT / 2.0;
    let line = |(index, (text, weight)): (usize, &Line)| Written {
        text: text.clone(),
        at: (middle.0, first + height_of(index)),
        centred,
        weight: *weight,
    };
    lines.iter().enumerate().map(line).collect()
}

/// The question at a way nobody has given a direction.
fn asked(way: &Way) -> Option<Line> {
    let Way::Open(text) = way else { return None };
    Some((text.clone(), Weight::Missing))
}
