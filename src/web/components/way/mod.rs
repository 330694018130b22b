//! The shortest way to ready: what is missing, by owner and date, every step a
//! link to the field where it is put in.

mod step;

use crate::i18n::Arg;
use crate::key;
use crate::pack::Outcome;
use crate::report::{StepGroup, by_owner};
use crate::web::components::people::person_name;
use crate::web::components::status::of_outcome;
use crate::web::session::{Here, Session, readiness_pack};
use crate::web::texts::{Texts, t};
use crate::workspace::{Way, shortest_way};
use leptos::prelude::*;
pub use step::StepLink;
use step::StepRow;

/// The verdicts a way can lead to, as offered.
const AIMS: [Outcome; 2] = [Outcome::Ready, Outcome::ReadyWithRisks];

/// Both ways, by their aim.
type Ways = Memo<Vec<(Outcome, Option<Way>)>>;

/// The shortest way, by owner and date.
#[component]
pub fn ShortestWay(
    /// Whether actions and risks can be made out of its steps.
    #[prop(optional)]
    read_only: bool,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let ways: Ways = Memo::new(move |_| {
        let Some(pack) = readiness_pack() else { return Vec::new() };
        let both = |project: &_| AIMS.map(|aim| (aim, shortest_way(project, pack, aim))).to_vec();
        session.with_project(project, both).unwrap_or_default()
    });
    let aim = RwSignal::new(Outcome::Ready);
    let shown = Memo::new(move |_| {
        ways.with(|ways| ways.iter().find(|(of, _)| *of == aim.get()).cloned()?.1)
    });
    let groups = Memo::new(move |_| {
        shown.with(|way| way.as_ref().map(|way| by_owner(&way.steps)).unwrap_or_default())
    });
    let list = move || {
        let groups = groups.get().into_iter();
        groups.map(|group| view! { <Group group=group read_only=read_only /> }).collect_view()
    };
    view! {
        <Show when=move || shown.with(Option::is_some)>
            <section class="way" aria-labelledby="way">
                <h2 id="way">{t(key!("way.heading"))}</h2>
                <Aims ways=ways aim=aim />
                <p>{move || shown.with(|way| lead(texts, aim.get(), way.as_ref()))}</p>
                <div class="way-groups">{list}</div>
                <details class="receipt no-print">
                    <summary>{t(key!("way.method"))}</summary>
                    <p>{t(key!("way.method_text"))}</p>
                </details>
            </section>
        </Show>
    }
}

fn outcome_words(texts: Texts, outcome: Outcome) -> String {
    texts.text(of_outcome(Some(outcome)).2)
}

/// How many facts, and what they come to.
fn lead(texts: Texts, aim: Outcome, way: Option<&Way>) -> Option<String> {
    let way = way?;
    let outcome = outcome_words(texts, aim);
    let count = u64::try_from(way.steps.len()).unwrap_or(u64::MAX);
    let args = [("outcome", Arg::Text(&outcome)), ("count", Arg::Count(count))];
    Some(match (count, way.exact) {
        (0, _) => texts.format(key!("way.there"), &args[..1]),
        (_, true) => texts.format(key!("way.lead"), &args),
        (_, false) => texts.format(key!("way.lead_not_exact"), &args),
    })
}

/// The verdict to go for; offered while the ways differ.
#[component]
fn Aims(
    /// Both ways.
    ways: Ways,
    /// The one chosen.
    aim: RwSignal<Outcome>,
) -> impl IntoView {
    let texts = Texts::here();
    let differ = Memo::new(move |_| {
        ways.with(|ways| {
            let mut found = ways.iter().filter_map(|(_, way)| way.as_ref());
            let first = found.next();
            found.any(|other| Some(other) != first)
        })
    });
    let chip = move |option: Outcome| {
        let label = move || {
            let count = ways.with(|ways| {
                let way = ways.iter().find(|(of, _)| *of == option);
                way.and_then(|(_, way)| way.as_ref()).map_or(0, |way| way.steps.len())
            });
            let outcome = outcome_words(texts, option);
            let count = Arg::Count(u64::try_from(count).unwrap_or(u64::MAX));
            texts.format(
                key!("way.aim_count"),
                &[("outcome", Arg::Text(&outcome)), ("count", count)],
            )
        };
        view! {
            <label class="chip">
                <input type="radio" name="way-aim" prop:checked=move || aim.get() == option
                    on:change=move |_| aim.set(option) />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <Show when=move || differ.get()>
            <fieldset class="filters no-print">
                <legend>{t(key!("way.aim"))}</legend>
                <div class="chips">{AIMS.map(chip).collect_view()}</div>
            </fieldset>
        </Show>
    }
}

/// The steps of one owner.
#[component]
fn Group(
    /// Owner and steps.
    group: StepGroup,
    /// Whether nothing can be made out of them here.
    read_only: bool,
) -> impl IntoView {
    let texts = Texts::here();
    let session = Session::here();
    let project = Here::project();
    let owner = group.owner;
    let name = move || match owner {
        Some(id) => person_name(session, project, id),
        None => texts.text(key!("way.nobody")),
    };
    let steps = group.steps.into_iter();
    let rows = steps.map(|step| view! { <StepRow step=step read_only=read_only /> }).collect_view();
    view! {
        <div class="way-group">
            <h3 dir="auto" class:second=owner.is_none()>{name}</h3>
            <ol class="way-steps">{rows}</ol>
        </div>
    }
}
