//! Findings as a list.

use super::Mender;
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::kpi::{Finding, Mistake};
use crate::report::{aim_name, finding_words, mistake_key, repair_words, why_key};
use crate::route::{Place, Route};
use crate::web::components::status::{Mark, Shape};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// Findings that are shown as one: about the same record, of the same kind,
/// and all of them empty slots; any other finding stands alone.
pub type Group = Vec<Finding>;

/// Findings in groups, in their order.
pub fn groups(found: &[Finding]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for one in found {
        let joins = |group: &&mut Group| {
            group.first().is_some_and(|first| {
                first.is_empty_slot() && one.is_empty_slot() && first.about == one.about
            })
        };
        match groups.iter_mut().find(joins) {
            Some(group) => group.push(one.clone()),
            None => groups.push(vec![one.clone()]),
        }
    }
    groups
}

/// Findings, one item each; the empty slots of a record are one item.
#[component]
pub fn FindingList(
    /// The findings, in their order.
    #[prop(into)]
    found: Signal<Vec<Finding>>,
    /// Whether each says whom it is about.
    #[prop(optional)]
    named: bool,
    /// How many items are shown before one asks for all.
    #[prop(optional)]
    most: Option<usize>,
) -> impl IntoView {
    let texts = Texts::here();
    let all = Memo::new(move |_| found.with(|found| groups(found)));
    let is_whole = RwSignal::new(false);
    let limit = move || if is_whole.get() { usize::MAX } else { most.unwrap_or(usize::MAX) };
    let shown = move || all.with(|all| all.iter().take(limit()).cloned().collect::<Vec<_>>());
    let rest = move || {
        let count = all.with(Vec::len);
        (count > limit()).then(|| u64::try_from(count).unwrap_or(u64::MAX))
    };
    // Keyed, so that what stays keeps its buttons, and with them the focus.
    view! {
        <ul class="findings">
            <For each=shown key=|found| format!("{found:?}") let:group><Item group=group named=named /></For>
        </ul>
        {move || rest().map(|count| view! {
            <button class="button button-quiet" type="button" on:click=move |_| is_whole.set(true)>
                {move || texts.format(key!("goal_check.more"), &[("count", Arg::Count(count))])}
            </button>
        })}
    }
}

/// The shape of a kind of mistake.
pub fn shape_of(mistake: Mistake) -> Shape {
    match mistake {
        Mistake::Vague => Shape::DashedRing,
        Mistake::Conflicting => Shape::HatchedSquare,
        Mistake::Misread => Shape::Triangle,
        Mistake::Unbalanced => Shape::HalfDisc,
    }
}

#[component]
fn Item(
    /// One finding, or the empty slots of one record.
    group: Group,
    /// Whether it says whom it is about.
    named: bool,
) -> impl IntoView {
    let texts = Texts::here();
    let first = group.first().cloned()?;
    let mistake = first.rule.mistake();
    let about = first.about.filter(|_| named);
    let why = (group.len() == 1).then(|| {
        let key = why_key(first.rule);
        view! { <p class="second small">{t(key)}</p> }
    });
    let kind = move || {
        let kind = texts.text(mistake_key(mistake));
        texts.format(key!("goal_check.kind_says"), &[("kind", Arg::Text(&kind))])
    };
    let kind = (!named).then(|| view! { <strong>{kind}</strong> " " });
    let what: Vec<_> = group.iter().cloned().map(|one| view! { <What finding=one /> }).collect();
    Some(view! {
        <li class="finding">
            <Mark shape=shape_of(mistake) class="finding-mark" />
            <div>
                {about.map(|about| view! { <p class="finding-about"><About id=about /></p> })}
                <p class="finding-what">{kind}{what}</p>
                {why}
                <Repairs group=group />
            </div>
        </li>
    })
}

/// What was found, with the words it was found by.
#[component]
pub fn What(
    /// The finding.
    finding: Finding,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let what = move || {
        session.with_project(project, |project| {
            texts.with(|catalogue| finding_words(catalogue, project, &finding))
        })
    };
    view! { <span dir="auto">{what}</span> }
}

/// The goal or indicator as a link.
#[component]
fn About(
    /// Its id.
    id: Id,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let name = move || {
        session.with_project(project, |project| {
            texts.with(|catalogue| aim_name(catalogue, project, id))
        })
    };
    let is_indicator = session
        .peek_project(project, |project| project.indicators.get(id).is_some())
        .unwrap_or_default();
    if is_indicator {
        let href = Route::Project(project, Place::Definition(id)).href();
        return view! { <a href=href dir="auto">{name}</a> }.into_any();
    }
    view! { <span dir="auto">{name}</span> }.into_any()
}

/// One button for each different repair.
#[component]
fn Repairs(
    /// The findings it removes, or opens the slots of.
    group: Group,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let mender = Mender::here();
    let mut offered: Vec<Finding> = Vec::new();
    for one in group {
        if !offered.iter().any(|other| other.repair == one.repair) {
            offered.push(one);
        }
    }
    let button = move |finding: Finding| {
        let said = finding.clone();
        let words = move || {
            session.with_project(project, |project| {
                texts.with(|catalogue| repair_words(catalogue, project, &said))
            })
        };
        view! {
            <button class="button button-small" type="button" on:click=move |_| mender.carry_out(&finding)>
                {words}
            </button>
        }
    };
    view! { <p class="cluster no-print">{offered.into_iter().map(button).collect::<Vec<_>>()}</p> }
}
