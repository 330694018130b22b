//! What an import would change, and the decision.

use super::outcome::Plan;
use crate::base::{Id, IdKind};
use crate::i18n::Arg;
use crate::key;
use crate::plan::preview::{Counts, SummaryCheck, copy_as};
use crate::route::{Place, Route};
use crate::web::routing::Routing;
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use crate::workspace::{Command, Project};
use leptos::prelude::*;

/// The preview of a plan, with the buttons that use it.
#[component]
pub fn PreviewBody(
    /// The plan.
    plan: Plan,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let texts = Texts::here();
    let Plan { project, preview, summary } = plan;
    let (exists, unchanged) = (preview.exists, preview.changes_nothing());
    let name = project.head.name.clone();
    let department = project.head.department.trim().to_owned();
    let lead = move || {
        let key = match (exists, unchanged) {
            (_, true) => key!("plan.lead_same"),
            (true, false) => key!("plan.lead_exists"),
            (false, false) if !department.is_empty() => {
                let args = [("department", Arg::Text(&department)), ("name", Arg::Text(&name))];
                return texts.format(key!("plan.lead_part"), &args);
            }
            (false, false) => key!("plan.lead_new"),
        };
        texts.format(key, &[("name", Arg::Text(&name))])
    };
    let warning = preview.removes_most().then(|| (preview.removed(), preview.existing()));
    view! {
        <p>{lead}</p>
        <SummaryNote summary=summary />
        <CountTable kinds=preview.kinds exists=exists />
        <Decision project=project exists=exists unchanged=unchanged warning=warning open=open />
    }
}

/// Says when a plan's summary is missing or does not follow from it.
#[component]
fn SummaryNote(
    /// What was found.
    summary: SummaryCheck,
) -> impl IntoView {
    let texts = Texts::here();
    let words = move || match &summary {
        SummaryCheck::Agrees => None,
        SummaryCheck::Absent => Some(texts.text(key!("plan.summary_absent"))),
        SummaryCheck::Differs { as_of } => {
            Some(texts.format(key!("plan.summary_differs"), &[("date", Arg::Text(as_of))]))
        }
    };
    move || words().map(|words| view! { <p class="notice">{words}</p> })
}

/// New, changed, same and removed records by kind.
#[component]
fn CountTable(
    /// The counts.
    kinds: Vec<Counts>,
    /// Whether a project is there to compare with.
    exists: bool,
) -> impl IntoView {
    let texts = Texts::here();
    let number = move |count: usize| {
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        move || texts.with(|catalogue| crate::i18n::numbers::count(catalogue.language(), count))
    };
    let rows: Vec<_> = kinds
        .into_iter()
        .map(|counts| {
            let others = exists.then(|| {
                view! {
                    <td class="number">{number(counts.changed)}</td>
                    <td class="number">{number(counts.same)}</td>
                    <td class="number">{number(counts.removed)}</td>
                }
            });
            view! {
                <tr>
                    <th scope="row">{move || texts.text(kind_key(counts.kind))}</th>
                    <td class="number">{number(counts.new)}</td>
                    {others}
                </tr>
            }
        })
        .collect();
    let heads = exists.then(|| {
        view! {
            <th scope="col" class="number">{t(key!("plan.changed"))}</th>
            <th scope="col" class="number">{t(key!("plan.same"))}</th>
            <th scope="col" class="number">{t(key!("plan.removed"))}</th>
        }
    });
    view! {
        <table class="import-counts">
            <caption>{t(key!("plan.counts"))}</caption>
            <thead><tr>
                <th scope="col">{t(key!("plan.kind"))}</th>
                <th scope="col" class="number">{t(key!("plan.new"))}</th>
                {heads}
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn kind_key(kind: IdKind) -> &'static str {
    match kind {
        IdKind::Project => key!("plan.kind_project"),
        IdKind::Person => key!("plan.kind_people"),
        IdKind::Answer => key!("plan.kind_answers"),
        IdKind::Stage => key!("plan.kind_stages"),
        IdKind::CostLine => key!("plan.kind_costs"),
        IdKind::Term => key!("plan.kind_terms"),
        IdKind::View => key!("plan.kind_views"),
        IdKind::Integration => key!("plan.kind_integrations"),
        IdKind::Channel => key!("plan.kind_channels"),
        IdKind::Action => key!("plan.kind_actions"),
        IdKind::Risk => key!("plan.kind_risks"),
        IdKind::TradeOff => key!("plan.kind_trade_offs"),
        IdKind::Goal => key!("plan.kind_goals"),
        IdKind::Indicator => key!("plan.kind_indicators"),
        IdKind::Measurement => key!("plan.kind_measurements"),
        IdKind::Snapshot => key!("plan.kind_snapshots"),
        IdKind::Import => key!("plan.kind_imports"),
    }
}

/// Replace, import as a copy, or leave everything as it is.
#[component]
fn Decision(
    /// The plan's project.
    project: Project,
    /// Whether a project with its id is there.
    exists: bool,
    /// Whether the plan says exactly what is there.
    unchanged: bool,
    /// Records a replacement would remove, of how many, when they are most.
    warning: Option<(usize, usize)>,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let session = Session::here();
    let routing = Routing::here();
    let texts = Texts::here();
    let sure = RwSignal::new(warning.is_none());
    let project = StoredValue::new(project);
    let finish = move |id: Id, done: bool| {
        if done {
            open.set(false);
            session.tell(texts.text(key!("plan.imported")));
            routing.go(&Route::Project(id, Place::Overview));
        }
    };
    let put = move |command: fn(Box<Project>) -> Command| {
        let project = project.get_value();
        finish(project.head.id, session.dispatch(command(Box::new(project))));
    };
    let copy = move |_| {
        let id = session.new_id(IdKind::Project);
        let copy = project.with_value(|project| copy_as(project, id));
        finish(id, session.dispatch(Command::AddProject(Box::new(copy))));
    };
    let replace = (exists && !unchanged).then(|| {
        view! {
            <button class="button button-primary" type="button" disabled=move || !sure.get()
                on:click=move |_| put(Command::ReplaceProject)>{t(key!("plan.replace"))}</button>
        }
    });
    let beside = exists.then(|| {
        view! {
            <button class="button" type="button" on:click=copy>{t(key!("plan.as_copy"))}</button>
        }
    });
    let is_part = project.with_value(|project| !project.head.department.trim().is_empty());
    let label = if is_part { key!("plan.add_part") } else { key!("plan.add") };
    let add = (!exists).then(|| view! {
        <button class="button button-primary" type="button" on:click=move |_| put(Command::AddProject)>
            {t(label)}
        </button>
    });
    view! {
        {warning.map(|counts| view! { <MostRemoved counts=counts sure=sure /> })}
        <p class="cluster">
            {add} {replace} {beside}
            <button class="button" type="button" on:click=move |_| open.set(false)>{t(key!("plan.cancel"))}</button>
        </p>
    }
}

/// The extra word it takes to remove most of a project.
#[component]
fn MostRemoved(
    /// Records that would go, of how many.
    counts: (usize, usize),
    /// Whether the word was given.
    sure: RwSignal<bool>,
) -> impl IntoView {
    let texts = Texts::here();
    let count = |count: usize| Arg::Count(u64::try_from(count).unwrap_or(u64::MAX));
    let words = move || {
        let args = [("count", count(counts.0)), ("all", count(counts.1))];
        texts.format(key!("plan.removes_most"), &args)
    };
    view! {
        <div class="notice notice-error">
            <label class="choice">
                <input type="checkbox" prop:checked=move || sure.get()
                    on:change=move |event| sure.set(event_target_checked(&event)) />
                <span>{words}</span>
            </label>
        </div>
    }
}
