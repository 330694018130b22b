//! The four costs that plans leave out.

use crate::base::IdKind;
use crate::i18n::Arg;
use crate::i18n::values::money;
use crate::key;
use crate::registers::{CostKind, CostLine, HiddenCost, hidden_costs};
use crate::web::components::focus::focus;
use crate::web::components::register::cell_id;
use crate::web::components::status::{Shape, StatusWord};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::Record;
use leptos::prelude::*;

/// Each of the four with what the plan has for it; one that is absent or zero
/// is a warning, with a button that adds a line.
#[component]
pub fn Hidden() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let found = Memo::new(move |_| {
        session.with_project(project, |project| {
            let lines: Vec<&CostLine> = project.costs.iter().collect();
            hidden_costs(&lines)
        })
    });
    let currency = move || {
        session.with_project(project, |project| project.head.currency.clone()).unwrap_or_default()
    };
    let says = move |cost: HiddenCost| match cost {
        HiddenCost::Absent => texts.text(key!("funding.hidden_absent")),
        HiddenCost::Zero => texts.text(key!("funding.hidden_zero")),
        HiddenCost::Stated(amount) => texts.with(|catalogue| money(catalogue, &currency(), amount)),
    };
    let item = move |(kind, cost): (CostKind, HiddenCost)| {
        let (shape, class, word) = if cost.is_missing() {
            (Shape::Triangle, "status-missed", key!("funding.hidden_missing"))
        } else {
            (Shape::Disc, "status-met", key!("funding.hidden_there"))
        };
        let add = (cost == HiddenCost::Absent).then(|| view! { <Add kind=kind /> });
        view! {
            <li>
                <strong>{texts.text(kind_key(kind))}</strong>
                <span><StatusWord shape=shape class=class word=word /></span>
                <span class="second">{says(cost)}</span>
                {add}
            </li>
        }
    };
    view! {
        <section class="section" aria-labelledby="hidden-costs">
            <h2 id="hidden-costs">{t(key!("funding.hidden"))}</h2>
            <ul class="hidden-costs">
                {move || found.get().map(|found| found.into_iter().map(item).collect_view())}
            </ul>
        </section>
    }
}

/// Adds a line of a kind and puts the cursor into its plan.
#[component]
fn Add(
    /// The kind.
    kind: CostKind,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let word = move || texts.text(kind_key(kind));
    let label = move || {
        let (field, row) = (texts.text(key!("funding.add_hidden")), word());
        let args = [("field", Arg::Text(&field)), ("row", Arg::Text(&row))];
        texts.format(key!("sheet.field_of"), &args)
    };
    let add = move |_| {
        let id = session.new_id(IdKind::CostLine);
        let line = CostLine { name: untrack(word), ..CostLine::new(id, kind) };
        if session.save(project, Record::CostLine(line)) {
            focus(&cell_id(id, "planned"));
        }
    };
    view! {
        <button class="button button-quiet no-print" type="button" aria-label=label on:click=add>
            {t(key!("funding.add_hidden"))}
        </button>
    }
}

/// The word of a kind of cost.
fn kind_key(kind: CostKind) -> &'static str {
    match kind {
        CostKind::Software => key!("registers.cost_software"),
        CostKind::Services => key!("registers.cost_services"),
        CostKind::Hardware => key!("registers.cost_hardware"),
        CostKind::Training => key!("registers.cost_training"),
        CostKind::DataUpkeep => key!("registers.cost_data"),
        CostKind::Integration => key!("registers.cost_integration"),
        CostKind::ProjectManagement => key!("registers.cost_management"),
        CostKind::Other => key!("registers.cost_other"),
    }
}
