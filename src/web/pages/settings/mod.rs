//! What the project says of itself: name, organisation, why, benefit, fiscal
//! year, days of grace.

mod hours;

use super::projects::NameField;
use crate::base::{FiscalStart, Id};
use crate::key;
use crate::web::components::fields::TextField;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{ProjectHead, Record};
use leptos::prelude::*;

/// The most days of grace; a period of any cadence has ended again by then.
const MOST_GRACE_DAYS: u16 = 366;

/// The settings of the project shown.
#[component]
pub fn ProjectSettings() -> impl IntoView {
    view! {
        <h1>{t(key!("frame.settings"))}</h1>
        <div class="settings">
            <Name />
            <Text id="organisation" label=key!("projects.organisation") field=ORGANISATION />
            <Text id="why" label=key!("overview.why") hint=key!("projects.why_hint") field=WHY multiline=true />
            <Text id="benefit" label=key!("overview.benefit") hint=key!("settings.benefit_hint") field=BENEFIT multiline=true />
            <FiscalYear />
            <GraceDays />
            <hours::BusinessHours />
        </div>
    }
}

/// A text of the project: how to read it, and how to put another.
#[derive(Clone, Copy)]
struct Field {
    name: &'static str,
    read: fn(&ProjectHead) -> String,
    write: fn(&mut ProjectHead, String),
}

const NAME: Field =
    Field { name: "name", read: |head| head.name.clone(), write: |head, text| head.name = text };
const ORGANISATION: Field = Field {
    name: "organisation",
    read: |head| head.organisation.clone(),
    write: |head, text| head.organisation = text,
};
const WHY: Field =
    Field { name: "why", read: |head| head.why.clone(), write: |head, text| head.why = text };
const BENEFIT: Field = Field {
    name: "benefit",
    read: |head| head.benefit.clone(),
    write: |head, text| head.benefit = text,
};

/// The head of the project shown, derived.
fn head<T: PartialEq + Send + Sync + 'static>(
    read: impl Fn(&ProjectHead) -> T + Send + Sync + 'static,
) -> Memo<Option<T>> {
    let session = Session::here();
    let project = Here::project();
    Memo::new(move |_| session.with_project(project, |project| read(&project.head)))
}

/// Changes the head of the project shown while a field of it is typed in.
fn change(session: Session, project: Id, field: &str, edit: impl FnOnce(&mut ProjectHead)) {
    let Some(mut head) = session.peek_project(project, |project| project.head.clone()) else {
        return;
    };
    edit(&mut head);
    session.save_typing(project, field, Record::Head(head));
}

#[component]
fn Name() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let stored = head(NAME.read);
    // An empty name stays in the field, with its error, and is not stored.
    let emptied = RwSignal::new(false);
    let shown = Signal::derive(move || {
        if emptied.get() { String::new() } else { stored.get().unwrap_or_default() }
    });
    let typed = move |text: String| {
        emptied.set(text.trim().is_empty());
        if !text.trim().is_empty() {
            change(session, project, NAME.name, |head| (NAME.write)(head, text));
        }
    };
    view! { <NameField id="name" value=shown missing=emptied on_text=typed /> }
}

#[component]
fn Text(
    /// Id of the input.
    id: &'static str,
    /// Key of the label.
    label: &'static str,
    /// Key of the hint.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// Which text.
    field: Field,
    /// Several lines.
    #[prop(optional)]
    multiline: bool,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let stored = head(field.read);
    let value = Signal::derive(move || stored.get().unwrap_or_default());
    let typed =
        move |text: String| change(session, project, field.name, |head| (field.write)(head, text));
    match hint {
        Some(hint) => view! {
            <TextField id=id label=label hint=hint value=value on_text=typed multiline=multiline />
        }
        .into_any(),
        None => {
            view! { <TextField id=id label=label value=value on_text=typed multiline=multiline /> }
                .into_any()
        }
    }
}

/// The month the fiscal year begins with.
#[component]
fn FiscalYear() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let month = head(|head| head.fiscal.month());
    let options: Vec<_> = (1..=12)
        .map(|number: u32| {
            let name = move || {
                texts.with(|catalogue| catalogue.nth(key!("dates.months"), number).into_owned())
            };
            view! {
                <option value=number.to_string() prop:selected=move || month.get() == Some(number)>{name}</option>
            }
        })
        .collect();
    let chosen = move |text: String| {
        if let Some(fiscal) = text.parse().ok().and_then(FiscalStart::new) {
            change(session, project, "fiscal", |head| head.fiscal = fiscal);
        }
    };
    view! {
        <div class="field">
            <label for="fiscal">{t(key!("settings.fiscal"))}</label>
            <p class="hint" id="fiscal-hint">{t(key!("settings.fiscal_hint"))}</p>
            <select id="fiscal" aria-describedby="fiscal-hint"
                on:change=move |event| chosen(event_target_value(&event))>{options}</select>
        </div>
    }
}

/// How many days a measurement may be late.
#[component]
fn GraceDays() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let stored = head(|head| head.grace_days);
    // What is no number of days stays in the field, with its error.
    let draft = RwSignal::new(None::<String>);
    let shown = move || {
        let days = || stored.get().map(|days| days.to_string()).unwrap_or_default();
        draft.get().unwrap_or_else(days)
    };
    let typed = move |text: String| match text.trim().parse::<u16>() {
        Ok(days) if days <= MOST_GRACE_DAYS => {
            draft.set(None);
            change(session, project, "grace", |head| head.grace_days = days);
        }
        _ => draft.set(Some(text)),
    };
    let wrong = move || draft.with(Option::is_some);
    view! {
        <div class="field">
            <label for="grace">{t(key!("settings.grace"))}</label>
            <p class="hint" id="grace-hint">{t(key!("settings.grace_hint"))}</p>
            <p class="error" id="grace-error" role="alert" hidden=move || !wrong()>{t(key!("settings.grace_wrong"))}</p>
            <input id="grace" type="text" inputmode="numeric" autocomplete="off" class="number short"
                aria-describedby="grace-hint grace-error"
                aria-invalid=move || wrong().then_some("true")
                prop:value=shown
                on:input=move |event| typed(event_target_value(&event)) />
        </div>
    }
}
