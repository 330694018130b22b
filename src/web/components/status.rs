//! Status as word and shape: no meaning by colour alone.

use crate::assessment::{Derived, Standing};
use crate::key;
use crate::kpi::Status;
use crate::pack::Outcome;
use crate::registers::StageFunding;
use crate::web::texts::Texts;
use leptos::prelude::*;

/// A shape of 16 by 16, drawn in the colour of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Full disc: met, proven.
    Disc,
    /// Ring: on course.
    Ring,
    /// Half disc: within tolerance, partly.
    HalfDisc,
    /// Triangle: off course, missed, no.
    Triangle,
    /// Dashed ring: no data, open.
    DashedRing,
    /// Clock: stale, not due yet.
    Clock,
    /// Hatched square: override.
    HatchedSquare,
    /// Bar: does not apply.
    Bar,
    /// Flag: off its way, and accepted for a while.
    Flag,
}

impl Shape {
    /// Its drawing as one SVG path; filled where `true`.
    fn path(self) -> (&'static str, bool) {
        match self {
            Self::Disc => ("M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2z", true),
            Self::Ring | Self::DashedRing => ("M8 3a5 5 0 1 1 0 10A5 5 0 1 1 8 3z", false),
            Self::HalfDisc => ("M8 2.5a5.5 5.5 0 1 1 0 11zM8 2.5a5.5 5.5 0 1 0 0 11", true),
            Self::Triangle => ("M8 2.2 14.5 13.5h-13z", true),
            Self::Clock => ("M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11zM8 5v3.4l2.3 1.4", false),
            Self::HatchedSquare => {
                ("M2.5 2.5h11v11h-11zM2.5 9 9 2.5M2.5 13.5l11-11M7 13.5 13.5 7", false)
            }
            Self::Bar => ("M3 8h10", false),
            Self::Flag => ("M3.5 14.5v-12h9l-2.6 3.2 2.6 3.2h-9", false),
        }
    }
}

/// The shape alone; the word beside it carries the meaning for everyone.
#[component]
pub fn Mark(
    /// Which shape.
    shape: Shape,
    /// Class that gives the colour, for instance `status-met`.
    class: &'static str,
) -> impl IntoView {
    let (path, filled) = shape.path();
    let half = shape == Shape::HalfDisc;
    let fill = if filled && !half { "currentColor" } else { "none" };
    view! {
        <svg class=format!("mark {class}") viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"
            fill=fill stroke="currentColor" stroke-width="1.6"
            stroke-dasharray=(shape == Shape::DashedRing).then_some("2.4 2.2")>
            <path d=path />
            {half.then(|| view! { <path d="M8 2.5a5.5 5.5 0 1 1 0 11z" fill="currentColor" stroke="none" /> })}
        </svg>
    }
}

/// Shape and word together.
#[component]
pub fn StatusWord(
    /// Which shape.
    shape: Shape,
    /// Class that gives the colour.
    class: &'static str,
    /// Key of the word.
    word: &'static str,
) -> impl IntoView {
    let texts = Texts::here();
    view! {
        <span class=format!("status {class}")>
            <Mark shape=shape class=class />
            <span>{move || texts.text(word)}</span>
        </span>
    }
}

/// Shape, colour class and word key of an indicator's status.
pub fn of_status(status: Status) -> (Shape, &'static str, &'static str) {
    match status {
        Status::Met => (Shape::Disc, "status-met", key!("status.met")),
        Status::OnCourse => (Shape::Ring, "status-on-course", key!("status.on_course")),
        Status::WithinTolerance => {
            (Shape::HalfDisc, "status-within-tolerance", key!("status.within_tolerance"))
        }
        Status::OffCourse => (Shape::Triangle, "status-off-course", key!("status.off_course")),
        Status::Missed => (Shape::Triangle, "status-missed", key!("status.missed")),
        Status::Accepted => (Shape::Flag, "status-override", key!("status.accepted")),
        Status::NotDueYet => (Shape::Clock, "status-stale", key!("status.not_due_yet")),
        Status::NoData => (Shape::DashedRing, "status-no-data", key!("status.no_data")),
        Status::NoTarget => (Shape::DashedRing, "status-no-data", key!("status.no_target")),
    }
}

/// Shape, colour class and word key of how a question stands.
pub fn of_standing(standing: Standing) -> (Shape, &'static str, &'static str) {
    match standing {
        Standing::Open => (Shape::DashedRing, "status-no-data", key!("standing.open")),
        Standing::NotApplicable => (Shape::Bar, "status-no-data", key!("standing.not_applicable")),
        Standing::Proven => (Shape::Disc, "status-met", key!("standing.proven")),
        Standing::Unproven => (Shape::Ring, "status-within-tolerance", key!("standing.unproven")),
        Standing::Partly => (Shape::HalfDisc, "status-within-tolerance", key!("standing.partly")),
        Standing::Overridden => {
            (Shape::HatchedSquare, "status-override", key!("standing.overridden"))
        }
        Standing::No => (Shape::Triangle, "status-missed", key!("standing.no")),
    }
}

/// Shape and colour class of an answer the plan gives by itself.
pub fn of_derived(derived: Derived) -> (Shape, &'static str) {
    match derived {
        Derived::Nothing => (Shape::DashedRing, "status-no-data"),
        Derived::Value(value) => match value.score() {
            Some(full) if full >= 1.0 => (Shape::Disc, "status-met"),
            Some(none) if none <= 0.0 => (Shape::Triangle, "status-missed"),
            _ => (Shape::HalfDisc, "status-within-tolerance"),
        },
    }
}

/// Shape, colour class and word key of how a stage is funded.
pub fn of_funding(funding: StageFunding) -> (Shape, &'static str, &'static str) {
    match funding {
        StageFunding::Secured => (Shape::Disc, "status-met", key!("funding.secured")),
        StageFunding::Earmarked => {
            (Shape::HalfDisc, "status-within-tolerance", key!("funding.earmarked"))
        }
        StageFunding::Promised => (Shape::Triangle, "status-missed", key!("funding.promised")),
        StageFunding::Unfunded => (Shape::Triangle, "status-missed", key!("funding.unfunded")),
        StageFunding::Unstated => (Shape::DashedRing, "status-no-data", key!("funding.unstated")),
    }
}

/// Shape, colour class and word key of a verdict.
pub fn of_outcome(outcome: Option<Outcome>) -> (Shape, &'static str, &'static str) {
    match outcome {
        Some(Outcome::Ready) => (Shape::Disc, "status-met", key!("verdict.ready")),
        Some(Outcome::ReadyWithRisks) => {
            (Shape::HalfDisc, "status-within-tolerance", key!("verdict.ready_with_risks"))
        }
        Some(Outcome::NotReady) => (Shape::Triangle, "status-missed", key!("verdict.not_ready")),
        Some(Outcome::NotAssessed) | None => {
            (Shape::DashedRing, "status-no-data", key!("verdict.not_assessed"))
        }
    }
}
