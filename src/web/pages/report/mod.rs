//! What gets printed, and the plan file. What is on the screen is what is on
//! the paper, but for the last section.

mod actions;
mod channels;
mod exceptions;
mod indicators;
mod plan_file;
mod profit;
mod readiness;
mod registers;
mod risks;
mod trade_offs;

use super::overview::purpose::Purpose;
use crate::i18n::Arg;
use crate::key;
use crate::web::components::way::ShortestWay;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The report of the project shown.
#[component]
pub fn Report() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let found = Memo::new(move |_| session.readiness(project));
    view! {
        <Head />
        <Purpose />
        <readiness::Verdict readiness=found />
        <readiness::Recorded />
        <ShortestWay read_only=true />
        <readiness::SectionTable readiness=found />
        <registers::Registers />
        <indicators::IndicatorTable />
        <trade_offs::TradeOffs />
        <channels::Channels />
        <actions::Actions readiness=found />
        <risks::Risks />
        <exceptions::Exceptions readiness=found />
        <profit::OverallProfit />
        <plan_file::PlanFile />
    }
}

/// Name, organisation and day, with the button that prints.
#[component]
fn Head() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let head = Memo::new(move |_| session.with_project(project, |project| project.head.clone()));
    let name = move || head.with(|head| head.as_ref().map(|head| head.name.clone()));
    let organisation =
        move || head.with(|head| head.as_ref().map(|head| head.organisation.clone()));
    let day = move || texts.format(key!("report.as_of"), &[("date", Arg::Date(session.today()))]);
    let print = move |_| {
        let _ = window().print();
    };
    view! {
        <div class="report-head">
            <div>
                <h1 dir="auto">{name}</h1>
                <p class="second" dir="auto">{organisation}</p>
                <p class="second">{day}</p>
            </div>
            <button class="button" type="button" on:click=print>{t(key!("report.print"))}</button>
        </div>
    }
}

/// A table that scrolls within itself where it is wider than the page.
#[component]
fn Scroll(
    /// Id of the heading that names it.
    labelled_by: &'static str,
    /// The table.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-labelledby=labelled_by>{children()}</div>
    }
}
