//! Business hours and closed days, for durations on the business clock.

use super::{change, head};
use crate::base::{Hours, date_in_range};
use crate::i18n::Arg;
use crate::key;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use chrono::NaiveDate;
use leptos::prelude::*;

/// Hours by day of the week, and closed days.
#[component]
pub fn BusinessHours() -> impl IntoView {
    let days = (0..7).map(|day| view! { <Day day=day /> }).collect_view();
    view! {
        <fieldset class="field business-hours" aria-describedby="hours-hint">
            <legend>{t(key!("log.hours"))}</legend>
            <p class="hint" id="hours-hint">{t(key!("log.hours_hint"))}</p>
            {days}
        </fieldset>
        <Holidays />
    }
}

#[component]
fn Day(
    /// The day of the week, from Monday, counted from 0.
    day: usize,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let stored = head(move |head| head.clock.week.get(day).copied().flatten());
    // What is no pair of times stays in the field, with its error.
    let draft = RwSignal::new(None::<String>);
    let shown = move || {
        let hours = || stored.get().flatten().map(|hours| hours.to_string()).unwrap_or_default();
        draft.get().unwrap_or_else(hours)
    };
    let typed = move |text: String| {
        let hours = if text.trim().is_empty() { Ok(None) } else { Hours::parse(&text).map(Some) };
        let Ok(hours) = hours else {
            draft.set(Some(text));
            return;
        };
        draft.set(None);
        change(session, project, &format!("hours-{day}"), |head| {
            if let Some(slot) = head.clock.week.get_mut(day) {
                *slot = hours;
            }
        });
    };
    let wrong = move || draft.with(Option::is_some);
    let number = u32::try_from(day + 1).unwrap_or(1);
    let name = move || texts.with(|catalogue| catalogue.nth(key!("log.days"), number).into_owned());
    let (id, error) = (format!("hours-{day}"), format!("hours-{day}-error"));
    view! {
        <div class="hours-row">
            <label for=id.clone()>{name}</label>
            <input id=id type="text" autocomplete="off" class="short" placeholder="09:00-17:00"
                aria-describedby=error.clone() aria-invalid=move || wrong().then_some("true")
                prop:value=shown on:change=move |event| typed(event_target_value(&event)) />
            <p class="error small" id=error role="alert" hidden=move || !wrong()>{t(key!("log.hours_wrong"))}</p>
        </div>
    }
}

#[component]
fn Holidays() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let stored = head(|head| head.clock.holidays.clone());
    let draft = RwSignal::new(None::<String>);
    let shown = move || {
        draft.get().unwrap_or_else(|| {
            let days = stored.get().unwrap_or_default();
            days.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        })
    };
    let wrong = RwSignal::new(None::<String>);
    let typed = move |text: String| {
        let words = text.split_whitespace().map(|word| word.trim_end_matches([',', ';']));
        let read = |word: &str| match word.parse::<NaiveDate>() {
            Ok(date) if date_in_range(date) => Ok(date),
            _ => Err(word.chars().take(40).collect::<String>()),
        };
        match words.filter(|word| !word.is_empty()).map(read).collect::<Result<_, _>>() {
            Ok(days) => {
                wrong.set(None);
                draft.set(None);
                change(session, project, "holidays", |head| head.clock.holidays = days);
            }
            Err(word) => {
                wrong.set(Some(
                    texts.format(key!("log.holidays_wrong"), &[("text", Arg::Text(&word))]),
                ));
                draft.set(Some(text));
            }
        }
    };
    let is_wrong = move || wrong.with(Option::is_some);
    view! {
        <div class="field">
            <label for="holidays">{t(key!("log.holidays"))}</label>
            <p class="hint" id="holidays-hint">{t(key!("log.holidays_hint"))}</p>
            <p class="error" id="holidays-error" role="alert" hidden=move || !is_wrong()>{move || wrong.get()}</p>
            <textarea id="holidays" rows="4" spellcheck="false" aria-describedby="holidays-hint holidays-error"
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=shown on:change=move |event| typed(event_target_value(&event))></textarea>
        </div>
    }
}
