//! The matrix of likelihood and impact: open risks by their number, each a
//! link to its row.

use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::registers::{RiskState, RiskWeight};
use crate::route::{Place, Route, Spot};
use crate::web::components::status::{Mark, Shape};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::Project;
use leptos::prelude::*;

/// A risk with its number in the table.
#[derive(Debug, Clone, PartialEq)]
struct Numbered {
    number: usize,
    id: Id,
    title: String,
    rating: Option<(u8, u8)>,
}

fn open_risks(project: &Project) -> Vec<Numbered> {
    let numbered = (1..).zip(project.risks.iter());
    let open = numbered.filter(|(_, risk)| risk.state == RiskState::Open);
    let shown = open.map(|(number, risk)| Numbered {
        number,
        id: risk.id,
        title: risk.title.clone(),
        rating: risk.likelihood.zip(risk.impact),
    });
    shown.collect()
}

/// Shape and colour class of a weight, with the key of its word.
fn of_weight(weight: RiskWeight) -> (Shape, &'static str, &'static str) {
    match weight {
        RiskWeight::Low => (Shape::Ring, "status-met", key!("actions.weight_low")),
        RiskWeight::Middle => {
            (Shape::HalfDisc, "status-within-tolerance", key!("actions.weight_middle"))
        }
        RiskWeight::High => (Shape::Triangle, "status-missed", key!("actions.weight_high")),
    }
}

/// Words of a rating without its number: the number is the head.
const LIKELIHOODS: [&str; 5] = [
    key!("actions.likelihood_1"),
    key!("actions.likelihood_2"),
    key!("actions.likelihood_3"),
    key!("actions.likelihood_4"),
    key!("actions.likelihood_5"),
];
const IMPACTS: [&str; 5] = [
    key!("actions.impact_1"),
    key!("actions.impact_2"),
    key!("actions.impact_3"),
    key!("actions.impact_4"),
    key!("actions.impact_5"),
];

/// The matrix; nothing while no risk is open.
#[component]
pub fn Matrix() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let risks = Memo::new(move |_| session.with_project(project, open_risks).unwrap_or_default());
    view! {
        <Show when=move || !risks.with(Vec::is_empty)>
            <section class="section" aria-labelledby="risk-matrix">
                <h2 id="risk-matrix">{t(key!("actions.matrix"))}</h2>
                <Grid risks=risks />
                <p class="second small">{t(key!("actions.matrix_about"))} " " <Legend /></p>
                <Unrated risks=risks />
            </section>
        </Show>
    }
}

/// Likelihood down, the highest on top; impact across.
#[component]
fn Grid(
    /// The open risks.
    risks: Memo<Vec<Numbered>>,
) -> impl IntoView {
    let heads = IMPACTS.map(|key| view! { <th scope="col">{t(key)}</th> }).collect_view();
    let row = |(likelihood, key): (u8, &'static str)| {
        let cells = (1..=5).map(|impact| {
            view! { <MatrixCell likelihood=likelihood impact=impact risks=risks /> }
        });
        view! { <tr><th scope="row">{t(key)}</th>{cells.collect_view()}</tr> }
    };
    let rows = (1..=5u8).zip(LIKELIHOODS).rev().map(row).collect_view();
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-labelledby="risk-matrix">
            <table class="risk-matrix">
                <thead>
                    <tr><td></td><th scope="colgroup" colspan="5">{t(key!("actions.impact"))}</th></tr>
                    <tr><th scope="col">{t(key!("actions.likelihood"))}</th>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn MatrixCell(
    /// How likely, 1 to 5.
    likelihood: u8,
    /// How bad, 1 to 5.
    impact: u8,
    /// The open risks.
    risks: Memo<Vec<Numbered>>,
) -> impl IntoView {
    let class = ground(RiskWeight::of(likelihood * impact));
    let own = move || {
        let mut own = risks.get();
        own.retain(|risk| risk.rating == Some((likelihood, impact)));
        own.into_iter().map(|risk| view! { <RiskLink risk=risk /> }).collect_view()
    };
    view! { <td class=class><span class="risk-numbers">{own}</span></td> }
}

/// The number of a risk, leading to its row.
#[component]
fn RiskLink(
    /// The risk.
    risk: Numbered,
) -> impl IntoView {
    let texts = Texts::here();
    let Numbered { number, id, title, .. } = risk;
    let label = move || {
        let number = number.to_string();
        let args = [("number", Arg::Text(&number)), ("risk", Arg::Text(&title))];
        texts.format(key!("actions.matrix_cell"), &args)
    };
    let spot = Spot::new(id, "title");
    let href = Route::Project(Here::project(), Place::Risks(Some(spot))).href();
    view! { <a href=href title=label.clone() aria-label=label>{number}</a> }
}

/// The three weights as the matrix shows them.
#[component]
fn Legend() -> impl IntoView {
    let weights = [RiskWeight::High, RiskWeight::Middle, RiskWeight::Low];
    let item = |weight| {
        let (_, _, word) = of_weight(weight);
        let swatch = format!("risk-swatch {}", ground(weight));
        view! { <span class="nowrap"><span class=swatch></span>{t(word)}</span> " " }
    };
    weights.map(item).collect_view()
}

/// The class that hatches a cell.
fn ground(weight: RiskWeight) -> &'static str {
    match weight {
        RiskWeight::Low => "risk-low",
        RiskWeight::Middle => "risk-middle",
        RiskWeight::High => "risk-high",
    }
}

/// Risks nobody has rated yet.
#[component]
fn Unrated(
    /// The open risks.
    risks: Memo<Vec<Numbered>>,
) -> impl IntoView {
    let texts = Texts::here();
    move || {
        let mut unrated = risks.get();
        unrated.retain(|risk| risk.rating.is_none());
        let names: Vec<String> = unrated
            .iter()
            .map(|risk| {
                let number = risk.number.to_string();
                let args = [("number", Arg::Text(&number)), ("risk", Arg::Text(&risk.title))];
                texts.format(key!("actions.matrix_cell"), &args)
            })
            .collect();
        let names = names.join(&texts.text(key!("readiness.list_comma")));
        (!names.is_empty()).then(|| {
            let words =
                texts.format(key!("actions.matrix_unrated"), &[("risks", Arg::Text(&names))]);
            view! { <p class="second small" dir="auto">{words}</p> }
        })
    }
}

/// The cell of a risk with what likelihood and impact come to.
pub fn exposure_cell() -> Callback<Id, AnyView> {
    Callback::new(|id: Id| view! { <Exposure id=id /> }.into_any())
}

/// What likelihood and impact of a risk come to, with its number.
#[component]
pub fn Exposure(
    /// The risk.
    id: Id,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let found = Memo::new(move |_| {
        let read = |project: &Project| {
            let place = project.risks.iter().position(|risk| risk.id == id)?;
            Some((place + 1, project.risks.get(id)?.exposure()))
        };
        session.with_project(project, read).flatten()
    });
    move || {
        let (number, exposure) = found.get()?;
        let Some(exposure) = exposure else {
            return Some(
                view! { <span class="second small"><Badge number=number /> {t(key!("actions.not_rated"))}</span> }
                    .into_any(),
            );
        };
        let (shape, class, word) = of_weight(RiskWeight::of(exposure));
        let value = Arg::Number(f64::from(exposure));
        let value = texts.format(key!("actions.exposure_value"), &[("value", value)]);
        Some(
            view! {
                <Badge number=number />
                <span class=format!("status {class}")>
                    <Mark shape=shape class=class /> <span class="number">{value}</span> " " {t(word)}
                </span>
            }
            .into_any(),
        )
    }
}

/// The number by which the matrix names a risk.
#[component]
fn Badge(
    /// From 1.
    number: usize,
) -> impl IntoView {
    view! { <span class="risk-badge">{number}</span> " " }
}
