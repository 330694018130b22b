//! The picture: ways first, then boxes, then words.

use super::layout::{FlowLayout, FlowPlot, PlacedSystem, Weight, lay_out};
use crate::chart::canvas::{Canvas, Px, Sheet, sheet};
use crate::chart::error::ChartError;
use crate::chart::role::Role;
use crate::chart::text::shorten;
use crate::registers::IntegrationState;
use plotters::style::text_anchor::HPos;

/// Length and half the height of the head of an arrow, in pixels.
const HEAD: (f64, f64) = (9.0, 4.5);

/// Draws the systems around the CRM as one SVG element.
///
/// # Errors
/// The width is none for this picture.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn draw_flows(plot: &FlowPlot) -> Result<String, ChartError> {
    if !(240..=2000).contains(&plot.width) {
        return Err(ChartError::Size { width: plot.width, height: 0 });
    }
    let layout = lay_out(plot);
    let head = Sheet {
        id_prefix: &plot.id_prefix,
        title: &plot.title,
        description: &plot.description,
        width: plot.width,
        height: layout.height.ceil() as u32,
        kind: "c-flows",
    };
    sheet(&head, |canvas| {
        draw_ways(&layout, canvas)?;
        draw_boxes(&layout, canvas)?;
        let hub = layout.hub;
        let name = shorten(&plot.hub, hub.right - hub.left - 4.0);
        canvas.text(Role::ActualLabel, &name, hub.middle(), HPos::Center)?;
        for system in &layout.systems {
            draw_texts(system, canvas)?;
        }
        Ok(())
    })
}

/// Lines of one kind after the other, so that each kind is one element.
fn draw_ways(layout: &FlowLayout, canvas: &Canvas<'_>) -> Result<(), ChartError> {
    let kinds = [
        (Role::FlowPlanned, IntegrationState::Planned),
        (Role::FlowBuilding, IntegrationState::Building),
        (Role::FlowLive, IntegrationState::Live),
    ];
    for (role, state) in kinds {
        for system in layout.systems.iter().filter(|system| system.state == state) {
            canvas.line(role, [system.from, system.to])?;
        }
    }
    for system in &layout.systems {
        let (at_system, at_hub) = system.heads;
        if at_system {
            draw_head(system.from, system.to, canvas)?;
        }
        if at_hub {
            draw_head(system.to, system.from, canvas)?;
        }
    }
    Ok(())
}

/// The head of an arrow that comes from `tail`.
fn draw_head(tip: Px, tail: Px, canvas: &Canvas<'_>) -> Result<(), ChartError> {
    let back = if tail.0 > tip.0 { tip.0 + HEAD.0 } else { tip.0 - HEAD.0 };
    let corners = [tip, (back, tip.1 - HEAD.1), (back, tip.1 + HEAD.1)];
    canvas.polygon(Role::FlowHead, corners)
}

fn draw_boxes(layout: &FlowLayout, canvas: &Canvas<'_>) -> Result<(), ChartError> {
    let hub = layout.hub;
    canvas.rect(Role::Hub, (hub.left, hub.top), (hub.right, hub.bottom))?;
    for (role, has_gap) in [(Role::System, false), (Role::SystemGap, true)] {
        for system in layout.systems.iter().filter(|system| system.has_gap == has_gap) {
            let area = system.area;
            canvas.rect(role, (area.left, area.top), (area.right, area.bottom))?;
        }
    }
    Ok(())
}

fn draw_texts(system: &PlacedSystem, canvas: &Canvas<'_>) -> Result<(), ChartError> {
    for written in &system.texts {
        let role = match written.weight {
            Weight::Name => Role::Label,
            Weight::Second => Role::Tick,
            Weight::Missing => Role::GapLabel,
        };
        let anchor = if written.centred { HPos::Center } else { HPos::Left };
        canvas.text(role, &written.text, written.at, anchor)?;
    }
    Ok(())
}
