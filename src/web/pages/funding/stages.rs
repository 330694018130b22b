//! Stages with their money, and what they still lack.

use super::{Receipt, said};
use crate::base::{Id, IdKind};
use crate::key;
use crate::registers::{Stage, StageFunding, stage_funding};
use crate::report::{Money, gap_receipt, stages_over};
use crate::route::Spot;
use crate::sheet::STAGES;
use crate::web::components::register::{Extra, Register};
use crate::web::components::status::{StatusWord, of_funding};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{Command, Record};
use leptos::prelude::*;

/// The register of stages.
#[component]
pub fn Stages(
    /// The cell to begin in.
    #[prop(optional_no_strip)]
    spot: Option<Spot>,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let is_empty = Memo::new(move |_| {
        session.with_project(project, |project| project.stages.is_empty()).unwrap_or(true)
    });
    let extras = vec![Extra {
        head: key!("funding.standing"),
        cell: Callback::new(|stage| view! { <Standing stage=stage /> }.into_any()),
    }];
    let gap = said(|money| vec![money.gap()]);
    let over = said(stages_over);
    let sentence = |text: String| view! { <p>{text}</p> };
    let warning = |text: String| view! { <p class="walk-missing">{text}</p> };
    view! {
        <section class="section">
            <h2 id="stages">{t(key!("funding.stages"))}</h2>
            <Show when=move || is_empty.get()><Begin /></Show>
            <Register sheet=&STAGES labelled_by="stages" spot=spot extras=extras />
            <Show when=move || !is_empty.get()>
                {move || gap.get().into_iter().map(sentence).collect_view()}
                {move || over.get().into_iter().map(warning).collect_view()}
                <Receipt lines=gap_receipt />
            </Show>
        </section>
    }
}

/// How far the money of a stage is, and what it lacks.
#[component]
fn Standing(
    /// The stage.
    stage: Id,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let found = Memo::new(move |_| {
        let stands = |stage: &Stage, lacks: Option<String>| (stage_funding(stage), lacks);
        texts.with(|catalogue| {
            session.with_project(project, |project| {
                let stage = project.stages.get(stage)?;
                Some(stands(stage, Money { catalogue, project }.stage_lacks(stage)))
            })
        })
    });
    let mark = move || {
        let funding = found.get().flatten().map_or(StageFunding::Unstated, |found| found.0);
        let (shape, class, word) = of_funding(funding);
        view! { <StatusWord shape=shape class=class word=word /> }
    };
    let lacks = move || found.get().flatten().and_then(|found| found.1);
    view! {
        {mark}
        <span class="cell-note">{lacks}</span>
    }
}

/// What belongs here, and three stages to begin with.
#[component]
fn Begin() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let begin = move |_| {
        let mut after = None;
        let records =
            [key!("funding.stage_one"), key!("funding.stage_two"), key!("funding.stage_three")]
                .map(|name| {
                    let id = session.new_id(IdKind::Stage);
                    let stage = Stage { name: texts.text(name), after, ..Stage::new(id) };
                    after = Some(id);
                    Record::Stage(stage)
                });
        if session.dispatch(Command::SaveAll { project, records: records.into() }) {
            session.tell(texts.text(key!("funding.begun")));
        }
    };
    view! {
        <p>{t(key!("funding.stages_empty"))}</p>
        <p class="no-print">
            <button class="button button-primary" type="button" on:click=begin>{t(key!("funding.begin"))}</button>
        </p>
    }
}
