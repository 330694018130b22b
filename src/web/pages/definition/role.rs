//! What an indicator says beyond its value: whom it counts at which stage,
//! what it draws on, how it leads to profit, how it bears on others.

use super::draws::{DrawRows, Draws};
use super::editor::Editor;
use crate::key;
use crate::kpi::{
    Cause, Counts, Fit, FunnelStage, Indicator, Profit, Slot, Tells, Whom, Yardstick, fit_now,
};
use crate::report::{whom_key, yardstick_key};
use crate::web::components::fields::TextField;
use crate::web::components::fit::save_fit;
use crate::web::components::links::LinkRows;
use crate::web::components::pick::Pick;
use crate::web::texts::t;
use crate::workspace::Project;
use leptos::prelude::*;

/// The fields of the role, folded away until somebody or a finding asks for
/// them.
#[component]
pub fn RoleFields(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    view! {
        <details class="definition-more">
            <summary>{t(key!("role.heading"))}</summary>
            <p class="second">{t(key!("role.lead"))}</p>
            <FitFields editor=editor />
            <StageFields editor=editor />
            <div class="columns">
                <DrawRows editor=editor draws=Draws::Resources />
                <DrawRows editor=editor draws=Draws::Levers />
            </div>
            <TellingFields editor=editor />
            <ProfitFields editor=editor />
            <LinkRows of=editor.id links=editor.read(|indicator| indicator.links.clone())
                on_links=Callback::new(move |(links, typing)| {
                    let change = move |indicator: &mut Indicator| indicator.links = links;
                    if typing { editor.type_in("links", change) } else { editor.change(change) };
                }) />
        </details>
    }
}

/// How it fits its goal, in a person's judgement; asked once it serves one.
#[component]
fn FitFields(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let session = editor.session();
    let goal = editor.read(|indicator| indicator.goal);
    let fit = Signal::derive(move || {
        let read = |project: &Project| {
            let indicator = project.indicators.get(editor.id)?;
            fit_now(project.goals.get(indicator.goal?)?, indicator).cloned()
        };
        session.with_project(editor.project, read).flatten().unwrap_or_default()
    });
    let give = move |give: &dyn Fn(&mut Fit)| {
        save_fit(session, editor.project, editor.id, give);
    };
    let fields = move || {
        view! {
            <div class="columns">
                <Pick id="definition-whom" label=key!("fit.whom") hint=key!("fit.whom_hint")
                    options=Whom::ALL.map(|whom| (whom, whom_key(whom))).to_vec()
                    value=Signal::derive(move || fit.with(|fit| fit.whom))
                    on_pick=move |whom| give(&|fit| fit.whom = whom) />
                <Pick id="definition-yardstick" label=key!("fit.yardstick") hint=key!("fit.yardstick_hint")
                    options=Yardstick::ALL.map(|yardstick| (yardstick, yardstick_key(yardstick))).to_vec()
                    value=Signal::derive(move || fit.with(|fit| fit.yardstick))
                    on_pick=move |yardstick| give(&|fit| fit.yardstick = yardstick) />
            </div>
        }
    };
    view! { {move || goal.get().is_some().then(fields)} }
}

fn stages() -> Vec<(FunnelStage, &'static str)> {
    FunnelStage::ALL.map(|stage| (stage, stage_key(stage))).to_vec()
}

fn stage_key(stage: FunnelStage) -> &'static str {
    match stage {
        FunnelStage::Reached => key!("role.stage_reached"),
        FunnelStage::Visitor => key!("role.stage_visitor"),
        FunnelStage::Attendee => key!("role.stage_attendee"),
        FunnelStage::Lead => key!("role.stage_lead"),
        FunnelStage::Opportunity => key!("role.stage_opportunity"),
        FunnelStage::Buyer => key!("role.stage_buyer"),
        FunnelStage::Customer => key!("role.stage_customer"),
        FunnelStage::Returning => key!("role.stage_returning"),
        FunnelStage::Advocate => key!("role.stage_advocate"),
    }
}

/// Part and whole, with their stages; of a plain number there is no whole.
#[component]
fn StageFields(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let is_share = editor.read(|indicator| indicator.measure.is_share());
    let of_share = move || {
        is_share.get().then(|| view! {
            <TextField id="definition-part" label=key!("role.part") hint=key!("role.part_hint")
                value=editor.read(|indicator| indicator.role.part.clone()) note=editor.note(&[Slot::Part])
                on_text=move |text| { editor.type_in("part", |indicator| indicator.role.part = text); } />
            <Pick id="definition-whole-stage" label=key!("role.whole_stage") hint=key!("role.whole_stage_hint")
                options=stages() value=editor.read(|indicator| indicator.role.whole_stage)
                on_pick=move |stage| { editor.change(|indicator| indicator.role.whole_stage = stage); }
                note=editor.note(&[Slot::WholeStage]) />
            <Pick id="definition-counts" label=key!("role.counts") hint=key!("role.counts_hint")
                options=vec![
                    (Counts::Kept, key!("role.counts_kept")),
                    (Counts::PercentOnly, key!("role.counts_percent_only")),
                ]
                value=editor.read(|indicator| indicator.role.counts)
                on_pick=move |counts| { editor.change(|indicator| indicator.role.counts = counts); }
                note=editor.note(&[Slot::Counts]) />
        })
    };
    view! {
        <div class="columns">
            <Pick id="definition-stage" label=key!("role.stage") hint=key!("role.stage_hint")
                options=stages() value=editor.read(|indicator| indicator.role.stage)
                on_pick=move |stage| { editor.change(|indicator| indicator.role.stage = stage); }
                note=editor.note(&[Slot::Stage]) />
            {of_share}
        </div>
    }
}

/// When it moves, and where the causes lie.
#[component]
fn TellingFields(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    view! {
        <div class="columns">
            <Pick id="definition-tells" label=key!("role.tells") hint=key!("role.tells_hint")
                options=vec![
                    (Tells::Early, key!("role.tells_early")),
                    (Tells::Late, key!("role.tells_late")),
                ]
                value=editor.read(|indicator| indicator.role.tells)
                on_pick=move |tells| { editor.change(|indicator| indicator.role.tells = tells); }
                note=editor.note(&[Slot::Tells]) />
            <Pick id="definition-cause" label=key!("role.cause") hint=key!("role.cause_hint")
                options=vec![
                    (Cause::Internal, key!("role.cause_internal")),
                    (Cause::External, key!("role.cause_external")),
                ]
                value=editor.read(|indicator| indicator.role.cause)
                on_pick=move |cause| { editor.change(|indicator| indicator.role.cause = cause); } />
        </div>
    }
}

/// What it is to overall profit, and by which assumption.
#[component]
fn ProfitFields(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let profit = editor.read(|indicator| indicator.role.profit);
    let how = move || {
        (profit.get() == Some(Profit::Leads)).then(|| view! {
            <TextField id="definition-profit-how" label=key!("role.profit_how") hint=key!("role.profit_how_hint")
                value=editor.read(|indicator| indicator.role.profit_how.clone())
                on_text=move |text| { editor.type_in("profit-how", |indicator| indicator.role.profit_how = text); } />
        })
    };
    view! {
        <div class="columns">
            <Pick id="definition-profit" label=key!("role.profit") hint=key!("role.profit_hint")
                options=vec![
                    (Profit::Line, key!("role.profit_line")),
                    (Profit::Leads, key!("role.profit_leads")),
                    (Profit::Guardrail, key!("role.profit_guardrail")),
                ]
                value=profit
                on_pick=move |profit| { editor.change(|indicator| indicator.role.profit = profit); } />
            {how}
        </div>
    }
}
