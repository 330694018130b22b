//! The picture: lines first, then boxes, badges and words.

use super::layout::{Badge, MapLayout, PAD, PlacedBox, SAMPLE, lay_out};
use super::plot::{Area, Bond, Kind, MapPlot};
use crate::chart::canvas::{Canvas, Px, Sheet, sheet};
use crate::chart::error::ChartError;
use crate::chart::role::Role;
use crate::chart::text::LINE_HEIGHT;
use plotters::style::text_anchor::HPos;

/// Length and half the height of the head of an arrow, in pixels.
const HEAD: (f64, f64) = (9.0, 4.0);

/// A map with the place of every box.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnMap {
    /// One SVG element.
    pub svg: String,
    /// Width in pixels: at least what was asked for where boxes need it.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// The boxes in the order of the nodes.
    pub boxes: Vec<Area>,
}

/// Draws goals, indicators and what lies between them as one SVG element.
///
/// # Errors
/// The width is none for this picture.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn draw_map(plot: &MapPlot) -> Result<DrawnMap, ChartError> {
    if !(240..=4000).contains(&plot.width) {
        return Err(ChartError::Size { width: plot.width, height: 0 });
    }
    let layout = lay_out(plot);
    let head = Sheet {
        id_prefix: &plot.id_prefix,
        title: &plot.title,
        description: &plot.description,
        width: layout.width.ceil() as u32,
        height: layout.height.ceil() as u32,
        kind: "c-map",
    };
    let svg = sheet(&head, |canvas| draw(&layout, canvas))?;
    let boxes = layout.boxes.iter().map(|one| one.area).collect();
    Ok(DrawnMap { svg, width: layout.width.ceil(), height: layout.height.ceil(), boxes })
}

fn draw(layout: &MapLayout, canvas: &Canvas<'_>) -> Result<(), ChartError> {
    for bond in Bond::ALL {
        for route in layout.routes.iter().filter(|route| route.bond == bond) {
            canvas.line(role_of(bond), route.points.iter().copied())?;
        }
        let legend = layout.legend.iter().filter(|item| item.bond == bond);
        for item in legend {
            canvas.line(role_of(bond), [item.at, (item.at.0 + SAMPLE, item.at.1)])?;
        }
    }
    for bond in [Bond::Leads, Bond::Drives, Bond::Supports] {
        let heads = layout.routes.iter().filter(|route| route.bond == bond);
        for (tip, way) in heads.filter_map(|route| route.head) {
            draw_head(bond, tip, way, canvas)?;
        }
        for item in layout.legend.iter().filter(|item| item.bond == bond) {
            draw_head(bond, (item.at.0 + SAMPLE, item.at.1), 1.0, canvas)?;
        }
    }
    for one in &layout.boxes {
        let (from, to) = ((one.area.left, one.area.top), (one.area.right, one.area.bottom));
        canvas.rect(box_role(one), from, to)?;
    }
    for badge in &layout.badges {
        draw_badge(badge, canvas)?;
    }
    draw_words(layout, canvas)
}

fn role_of(bond: Bond) -> Role {
    match bond {
        Bond::Serves => Role::BondServes,
        Bond::Supports => Role::BondSupports,
        Bond::Drives => Role::BondDrives,
        Bond::Leads => Role::BondLeads,
        Bond::More => Role::BondMore,
        Bond::Less => Role::BondLess,
        Bond::Settled => Role::BondSettled,
        Bond::Open => Role::BondOpen,
    }
}

fn box_role(one: &PlacedBox) -> Role {
    match one.kind {
        _ if one.gap => Role::SystemGap,
        Kind::Resource => Role::NodeResource,
        Kind::Indicator => Role::System,
        Kind::Goal => Role::NodeGoal,
        Kind::Profit => Role::Hub,
    }
}

/// The head of an arrow: full for what drives, open for what supports.
fn draw_head(bond: Bond, tip: Px, way: f64, canvas: &Canvas<'_>) -> Result<(), ChartError> {
    let back = tip.0 - way * HEAD.0;
    let corners = [(back, tip.1 - HEAD.1), tip, (back, tip.1 + HEAD.1)];
    if bond == Bond::Supports {
        return canvas.line(Role::OpenHead, corners);
    }
    canvas.polygon(Role::FlowHead, corners)
}

/// Undecided conflicts are diamonds, decided ones and signs rounded off.
fn draw_badge(badge: &Badge, canvas: &Canvas<'_>) -> Result<(), ChartError> {
    let Area { left, top, right, bottom } = badge.area;
    let (x, y) = badge.area.middle();
    let cut = 5.0;
    let rounded = [
        (left + cut, top),
        (right - cut, top),
        (right, top + cut),
        (right, bottom - cut),
        (right - cut, bottom),
        (left + cut, bottom),
        (left, bottom - cut),
        (left, top + cut),
    ];
    match badge.bond {
        Bond::Open => {
            let corners = [(left, y), (x, top), (right, y), (x, bottom)];
            canvas.polygon(Role::BadgeOpen, corners)?;
        }
        _ => canvas.polygon(Role::Badge, rounded)?,
    }
    canvas.text(Role::Label, &badge.text, (x, y), HPos::Center)
}

fn draw_words(layout: &MapLayout, canvas: &Canvas<'_>) -> Result<(), ChartError> {
    for (at, word) in &layout.heads {
        canvas.text(Role::Tick, word, *at, HPos::Left)?;
    }
    for one in &layout.boxes {
        let role = match one.kind {
            _ if one.gap => Role::GapLabel,
            Kind::Goal | Kind::Profit => Role::ActualLabel,
            Kind::Resource | Kind::Indicator => Role::Label,
        };
        let middle = one.area.middle().1;
        let mut y = middle - height_of(one.lines.len()) / 2.0 + LINE_HEIGHT / 2.0;
        for line in &one.lines {
            canvas.text(role, line, (one.area.left + PAD, y), HPos::Left)?;
            y += LINE_HEIGHT;
        }
    }
    for item in &layout.legend {
        let at = (item.at.0 + SAMPLE + 6.0, item.at.1);
        canvas.text(Role::Tick, &item.text, at, HPos::Left)?;
    }
    Ok(())
}

fn height_of(lines: usize) -> f64 {
    super::order::number(lines) * LINE_HEIGHT
}
