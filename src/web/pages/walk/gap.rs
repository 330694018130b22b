//! Who closes a gap, and by when: without both it counts as a no.

use super::asked::Asked;
use crate::assessment::{Shortfall, Standing};
use crate::key;
use crate::web::components::fields::DateField;
use crate::web::components::people::PersonField;
use crate::web::texts::t;
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
            </fieldset>
        </Show>
    }
}
