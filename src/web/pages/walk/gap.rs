//! Who closes a gap, and by when: without both it counts as a no.

use super::asked::Asked;
use crate::assessment::{Shortfall, Standing};
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::registers::RiskState;
use crate::route::{Place, Route, Spot};
use crate::web::components::fields::DateField;
use crate::web::components::gap::{Grow, Origin};
use crate::web::components::people::PersonField;
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use crate::workspace::Project;
use leptos::prelude::*;

/// Owner and due date of a gap.
#[component]
pub fn Gap(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    let owner = Signal::derive(move || asked.read(|answer| answer.owner).flatten());
    let due = Signal::derive(move || asked.read(|answer| answer.due).flatten());
    let shown = Memo::new(move |_| {
        asked.standing().is_gap() || owner.get().is_some() || due.get().is_some()
    });
    let lead = move || match asked.standing() {
        Standing::No => key!("walk.gap_no"),
        Standing::Partly => key!("walk.gap_partly"),
        Standing::Unproven => key!("walk.gap_unproven"),
        Standing::Overridden => key!("walk.gap_overridden"),
        Standing::Open | Standing::NotApplicable | Standing::Proven => key!("walk.gap_none"),
    };
    let lead = Memo::new(move |_| lead());
    let lacks = move |shortfall| Memo::new(move |_| asked.lacks(shortfall));
    let (no_owner, no_date) = (lacks(Shortfall::Owner), lacks(Shortfall::DueDate));
    view! {
        <Show when=move || shown.get()>
            <fieldset class="walk-block">
                <legend>{t(key!("walk.gap"))}</legend>
                <p>{move || t(lead.get())}</p>
                <div class="walk-pair">
                    <div>
                        <PersonField id="owner" label=key!("walk.owner") value=owner
                            on_person=move |person| asked.edit(|answer| answer.owner = person) />
                        <Show when=move || no_owner.get()>
                            <p class="walk-missing">{t(key!("walk.missing_owner"))}</p>
                        </Show>
                    </div>
                    <div>
                        <DateField id="due" label=key!("walk.due") value=due
                            on_date=move |date| asked.edit(|answer| answer.due = date) />
                        <Show when=move || no_date.get()>
                            <p class="walk-missing">{t(key!("walk.missing_due"))}</p>
                        </Show>
                    </div>
                </div>
                <GrownOut asked=asked />
            </fieldset>
        </Show>
    }
}

/// What grew out of single facts of the gap, then the buttons for the gap as a
/// whole.
#[component]
fn GrownOut(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let id = asked.question.id.as_str();
    let origin = Signal::derive(move || {
        let origin = |project: &Project| Origin::of_question(project, id);
        session.with_project(asked.project, origin).unwrap_or_else(|| Origin {
            question: id.to_owned(),
            fact: None,
            owner: None,
            due: None,
        })
    });
    let others = Memo::new(move |_| {
        session.with_project(asked.project, |project| of_facts(project, id)).unwrap_or_default()
    });
    let links = move || {
        let link = |(place, key, title): (Place, &'static str, String)| {
            let words = texts.format(key, &[("what", Arg::Text(&title))]);
            let href = Route::Project(asked.project, place).href();
            view! { <li><a class="small" href=href dir="auto">{words}</a></li> }
        };
        others.get().into_iter().map(link).collect_view()
    };
    view! {
        <div role="group" aria-label=t(key!("actions.from_gap"))>
            <ul class="grown">{links}</ul>
            <Show when=move || asked.standing().is_gap()><Grow origin=origin /></Show>
        </div>
    }
}

/// Actions and risks of single facts of a question, with their places.
fn of_facts(project: &Project, question: &str) -> Vec<(Place, &'static str, String)> {
    let spot = |record: Id| Some(Spot::new(record, "title"));
    let actions = project.actions.iter().filter(|one| one.question == question);
    let actions = actions.filter(|action| !action.gap.is_empty() && action.state.is_open());
    let actions = actions.map(|action| {
        (Place::Actions(spot(action.id)), key!("actions.action_of"), action.title.clone())
    });
    let risks = project.risks.iter().filter(|one| one.question == question);
    let risks = risks.filter(|risk| !risk.gap.is_empty() && risk.state != RiskState::Closed);
    let risks = risks
        .map(|risk| (Place::Risks(spot(risk.id)), key!("actions.risk_of"), risk.title.clone()));
    actions.chain(risks).collect()
}
