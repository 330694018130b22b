//! The source's rule of thumb for the whole budget, and whether it is applied.

use super::{Receipt, said};
use crate::key;
use crate::registers::{RULE_FACTOR, rule_applies};
use crate::report::{rule_receipt, rule_says};
use crate::web::components::fields::NumberField;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{ProjectHead, Record};
use leptos::prelude::*;

/// The most a factor may be; beyond it is a slip of the keys.
const MOST_FACTOR: f64 = 20.0;

/// The rule, labelled as the source's, with its factor and what it says.
#[component]
pub fn Thumb() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let head = move |read: fn(&ProjectHead) -> Option<f64>| {
        session.with_project(project, |project| read(&project.head)).flatten()
    };
    let applies = Memo::new(move |_| {
        let read = |project: &crate::workspace::Project| {
            rule_applies(project.head.budget_rule, project.head.subscription)
        };
        session.with_project(project, read).unwrap_or(true)
    });
    let factor =
        Signal::derive(move || head(|head| Some(head.budget_factor.unwrap_or(RULE_FACTOR))));
    let edit = move |change: &dyn Fn(&mut ProjectHead)| {
        let Some(mut head) = session.peek_project(project, |project| project.head.clone()) else {
            return;
        };
        change(&mut head);
        session.save_typing(project, "budget", Record::Head(head));
    };
    let apply = move |_| {
        edit(&|head| {
            let now = rule_applies(head.budget_rule, head.subscription);
            // Back at what it would be anyway, nothing is chosen any more.
            head.budget_rule = Some(!now).filter(|chosen| *chosen == head.subscription);
        });
    };
    let take = move |factor: Option<f64>| {
        edit(&|head| {
            head.budget_factor = factor.filter(|factor| *factor != RULE_FACTOR);
        });
    };
    let check = Callback::new(move |factor: f64| {
        let fits = (1.0..=MOST_FACTOR).contains(&factor);
        (!fits).then(|| texts.text(key!("funding.thumb_factor_wrong")))
    });
    let says = said(rule_says);
    let sentence = |text: String| view! { <p>{text}</p> };
    view! {
        <section class="section" aria-labelledby="thumb">
            <h2 id="thumb">{t(key!("funding.thumb"))}</h2>
            <p class="second">{t(key!("funding.thumb_claim"))}</p>
            <label class="choice no-print">
                <input type="checkbox" prop:checked=move || applies.get() on:change=apply />
                <span>{t(key!("funding.thumb_apply"))}</span>
            </label>
            <Show when=move || applies.get()>
                <NumberField id="factor" label=key!("funding.thumb_factor") hint=key!("funding.thumb_factor_hint")
                    value=factor check=check on_number=take />
            </Show>
            {move || says.get().into_iter().map(sentence).collect_view()}
            <Receipt lines=rule_receipt />
        </section>
    }
}
