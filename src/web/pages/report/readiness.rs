//! Verdict with its gates, and the score of each section.

use super::Scroll;
use crate::assessment::{Gate, Standing};
use crate::key;
use crate::report;
use crate::web::components::people::person_name;
use crate::web::components::status::{Mark, StatusWord, of_outcome, of_standing};
use crate::web::pages::overview::sections::{coverage_words, range_words, score_words};
use crate::web::pages::overview::{due_words, question_name};
use crate::web::pages::readiness::gates;
use crate::web::pages::readiness::gates::AtGate;
use crate::web::session::{Here, Session, readiness_pack};
use crate::web::texts::{Texts, t};
use crate::workspace::Readiness;
use leptos::prelude::*;

/// The verdict and the gates it rests on.
#[component]
pub fn Verdict(
    /// The readiness of the project shown.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let texts = Texts::here();
    let sentence = move || {
        let found = readiness.get()?;
        Some(texts.with(|catalogue| report::verdict(catalogue, &found)))
    };
    let mark = move || {
        let outcome = readiness.with(|found| found.as_ref()?.verdict.outcome);
        let (shape, class, _) = of_outcome(outcome);
        view! { <Mark shape=shape class=class /> }
    };
    let rows = move || {
        let gates = readiness.get().map(|found| found.verdict.gates).unwrap_or_default();
        gates.into_iter().map(|gate| view! { <GateRow gate=gate /> }).collect::<Vec<_>>()
    };
    view! {
        <section aria-labelledby="verdict">
            <h2 id="verdict" class="report-verdict">{mark} " " {sentence}</h2>
            <AtGate />
            <Scroll labelled_by="verdict">
                <table class="stacks" role="table">
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{t(key!("report.gate"))}</th>
                        <th scope="col" role="columnheader">{t(key!("report.standing"))}</th>
                        <th scope="col" role="columnheader">{t(key!("report.who"))}</th>
                        <th scope="col" role="columnheader">{t(key!("report.when"))}</th>
                    </tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </Scroll>
        </section>
    }
}

#[component]
fn GateRow(
    /// The gate.
    gate: Gate,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let (shape, class, word) = of_standing(gate.standing);
    let closed =
        matches!(gate.standing, Standing::Proven | Standing::NotApplicable | Standing::Open);
    let question = StoredValue::new(gate.question);
    // A gate with sub-checks has owner and date with them.
    let gaps = Memo::new(move |_| {
        let (pack, found) = (readiness_pack()?, session.readiness(project)?);
        let blockers =
            session.with_project(project, |project| report::blockers(project, pack, &found))?;
        let own = question.with_value(|own| blockers.into_iter().find(|one| one.question == *own));
        own.map(|blocker| blocker.gaps)
    });
    let who = move || {
        let gaps = gaps.get().filter(|_| !closed).unwrap_or_default();
        let mut names: Vec<String> = gaps
            .iter()
            .map(|gap| match gap.owner {
                Some(id) => person_name(session, project, id),
                None => texts.text(key!("people.nobody")),
            })
            .collect();
        names.dedup();
        names.join(", ")
    };
    let when = move || {
        let gaps = gaps.get().filter(|_| !closed).unwrap_or_default();
        let latest = gaps.iter().map(|gap| gap.due).max_by_key(|due| (due.is_none(), *due));
        latest.map(|due| due_words(texts, due))
    };
    let counts_as_no = (gate.counts_as_no && gate.standing != Standing::No)
        .then(|| view! { " " <strong class="small">{t(key!("overview.counts_as_no"))}</strong> });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{move || question.with_value(|question| question_name(texts, question))}</th>
            <td role="cell"><StatusWord shape=shape class=class word=word />{counts_as_no}</td>
            <td role="cell" dir="auto">{who}</td>
            <td role="cell" class="nowrap">{when}</td>
        </tr>
    }
}

/// The verdicts recorded at the gates; nothing while there is none.
#[component]
pub fn Recorded() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let any = Memo::new(move |_| {
        session.with_project(project, |project| !project.snapshots.is_empty()).unwrap_or_default()
    });
    view! {
        <Show when=move || any.get()>
            <section aria-labelledby="report-recorded">
                <h2 id="report-recorded">{t(key!("gates.table"))}</h2>
                <gates::Recorded read_only=true />
                <gates::Compare read_only=true />
            </section>
        </Show>
    }
}

/// Score, coverage and range of each section and of all questions.
#[component]
pub fn SectionTable(
    /// The readiness of the project shown.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let texts = Texts::here();
    let rows = move || {
        let (pack, found) = (readiness_pack()?, readiness.get()?);
        let titles = pack.sections.iter().map(|section| section.title_key(pack));
        let mut all: Vec<_> = titles.zip(found.sections).collect();
        all.push((key!("overview.all_questions").to_owned(), found.score));
        let rows = all.into_iter().map(|(title, score)| {
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">{move || texts.text(&title)}</th>
                    <td role="cell" class="number">{move || score_words(texts, &score)}</td>
                    <td role="cell" class="number">{move || coverage_words(texts, &score)}</td>
                    <td role="cell" class="number">{move || range_words(texts, &score)}</td>
                </tr>
            }
        });
        Some(rows.collect::<Vec<_>>())
    };
    view! {
        <section aria-labelledby="report-sections">
            <h2 id="report-sections">{t(key!("overview.sections"))}</h2>
            <Scroll labelled_by="report-sections">
                <table class="stacks" role="table">
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{t(key!("report.section"))}</th>
                        <th scope="col" role="columnheader" class="number">{t(key!("report.score"))}</th>
                        <th scope="col" role="columnheader" class="number">{t(key!("report.answered"))}</th>
                        <th scope="col" role="columnheader" class="number">{t(key!("report.range"))}</th>
                    </tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </Scroll>
        </section>
    }
}
