//! The agreed definition: wording, what is one, how two are told apart, the
//! states of its life, and the system whose record counts.

use super::desk::{Desk, WORDING};
use super::states::LifeStates;
use crate::i18n::Arg;
use crate::key;
use crate::registers::{Signature, Term, signature};
use crate::web::components::fields::TextField;
use crate::web::components::focus::focus;
use crate::web::texts::{Texts, t};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The agreed definition: fields on the screen, facts on paper.
#[component]
pub fn Agreed(
    /// The board.
    desk: Desk,
) -> impl IntoView {
    view! {
        <section class="section" aria-labelledby="agreed">
            <h2 id="agreed">{t(key!("board.agreed"))}</h2>
            <div class="print-only"><AgreedFacts desk=desk /></div>
            <div class="no-print"><Fields desk=desk /></div>
        </section>
    }
}

#[component]
fn Fields(
    /// The board.
    desk: Desk,
) -> impl IntoView {
    let write = move |field: &'static str, change: fn(&mut Term, String)| {
        Callback::new(move |text: String| {
            desk.edit(Some(field), |term| change(term, text));
        })
    };
    let grain = write("grain", |term, text| term.grain = text);
    let master = write("master", |term, text| term.master = text);
    let grains = Memo::new(move |_| GRAINS.map(|key| desk.texts.text(key)).to_vec());
    let systems = Memo::new(move |_| systems(desk));
    view! {
        <TextField id=WORDING label=key!("board.agreed_wording") hint=key!("board.wording_hint") multiline=true
            value=desk.text(|term| &term.wording) on_text=write("wording", |term, text| term.wording = text) />
        <SignaturesAtStake desk=desk />
        <div class="agreed-grid">
            <div>
                <TextField id=GRAIN label=key!("board.grain") hint=key!("board.grain_hint")
                    value=desk.text(|term| &term.grain) on_text=grain />
                <Offered desk=desk field=GRAIN options=grains taken=desk.text(|term| &term.grain) on_choice=grain />
                <TextField id="identifying-key" label=key!("board.key") hint=key!("board.key_hint")
                    value=desk.text(|term| &term.key) on_text=write("key", |term, text| term.key = text) />
                <TextField id=MASTER label=key!("board.master") hint=key!("board.master_hint")
                    value=desk.text(|term| &term.master) on_text=master />
                <Offered desk=desk field=MASTER options=systems taken=desk.text(|term| &term.master) on_choice=master />
            </div>
            <LifeStates desk=desk />
        </div>
    }
}

/// Id of the field of what is one.
const GRAIN: &str = "grain";
/// Id of the field of the master system.
const MASTER: &str = "master";

/// What usually is one.
const GRAINS: [&str; 4] = [
    key!("board.grain_entity"),
    key!("board.grain_site"),
    key!("board.grain_household"),
    key!("board.grain_person"),
];

/// The systems of the integrations register, each once.
fn systems(desk: Desk) -> Vec<String> {
    let names = desk.session.with_project(desk.project, |project| {
        let names = project.integrations.iter().map(|row| row.system.trim().to_owned());
        names.filter(|name| !name.is_empty()).collect::<BTreeSet<_>>()
    });
    names.unwrap_or_default().into_iter().collect()
}

/// Texts one press away, while none is chosen.
#[component]
fn Offered(
    /// The board.
    desk: Desk,
    /// Id of the field they are for.
    field: &'static str,
    /// The texts.
    options: Memo<Vec<String>>,
    /// What the field says.
    taken: Signal<String>,
    /// Called with the choice.
    on_choice: Callback<String>,
) -> impl IntoView {
    let empty = Memo::new(move |_| taken.with(|text| text.trim().is_empty()));
    let buttons = move || {
        let button = |text: String| {
            let label = desk.texts.format(key!("board.use_text"), &[("text", Arg::Text(&text))]);
            let shown = text.clone();
            // The buttons go with the choice; the field has it now.
            let choose = move |_| {
                on_choice.run(text.clone());
                focus(field);
            };
            view! { <button class="button" type="button" aria-label=label on:click=choose>{shown}</button> }
        };
        options.get().into_iter().map(button).collect_view()
    };
    view! {
        <Show when=move || empty.get() && !options.with(Vec::is_empty)>
            <p class="cluster offered no-print">{buttons}</p>
        </Show>
    }
}

/// How many signatures stand under the wording and would not under another.
#[component]
fn SignaturesAtStake(
    /// The board.
    desk: Desk,
) -> impl IntoView {
    let standing = Memo::new(move |_| {
        desk.views.with(|views| {
            desk.read(|term| {
                let stands = |view: &&_| signature(term, view) == Signature::Stands;
                views.iter().filter(stands).count()
            })
        })
    });
    let words = move || {
        let count = u64::try_from(standing.get()).unwrap_or(u64::MAX);
        desk.texts.format(key!("board.at_stake"), &[("count", Arg::Count(count))])
    };
    view! {
        <Show when=move || { standing.get() > 0 }><p class="hint no-print">{words}</p></Show>
    }
}

/// The agreed definition to read: before it is signed, and on paper.
#[component]
pub fn AgreedFacts(
    /// The board.
    desk: Desk,
) -> impl IntoView {
    let rows = move || {
        desk.read(|term| {
            let facts = [
                (key!("board.agreed_wording"), term.wording.clone()),
                (key!("board.grain"), term.grain.clone()),
                (key!("board.key"), term.key.clone()),
                (key!("board.states"), states(desk.texts, term)),
                (key!("board.master"), term.master.clone()),
            ];
            let said = facts.into_iter().filter(|(_, text)| !text.trim().is_empty());
            said.collect::<Vec<_>>()
        })
    };
    let items = move || {
        let item = |(head, text): (&'static str, String)| {
            view! { <div><dt>{t(head)}</dt><dd class="user-text" dir="auto">{text}</dd></div> }
        };
        rows().into_iter().map(item).collect_view()
    };
    view! { <dl class="agreed-facts">{items}</dl> }
}

/// The states of a life, each with its limit.
fn states(texts: Texts, term: &Term) -> String {
    let said = term.states.iter().map(|state| match state.months {
        Some(months) => {
            let args =
                [("count", Arg::Count(u64::from(months))), ("state", Arg::Text(state.name.trim()))];
            texts.format(key!("board.state_with_limit"), &args)
        }
        None => state.name.trim().to_owned(),
    });
    said.collect::<Vec<_>>().join("\n")
}
