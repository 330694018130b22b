//! Recording a verdict: named, dated, signed, one step of undo.

use super::gate_key;
use crate::base::{Id, IdKind};
use crate::i18n::Arg;
use crate::key;
use crate::web::components::dialog::Dialog;
use crate::web::components::fields::{DateField, TextField};
use crate::web::components::people::PersonField;
use crate::web::components::status::of_outcome;
use crate::web::session::{Here, Session, readiness_pack};
use crate::web::texts::{Texts, t};
use crate::workspace::{Command, Project, ProjectGate, Readiness, Record, Snapshot, readiness};
use chrono::NaiveDate;
use leptos::prelude::*;

/// The button, and the dialog it opens.
#[component]
pub fn RecordVerdict(
    /// How everything stands.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let texts = Texts::here();
    let open = RwSignal::new(false);
    let heading = Signal::derive(move || {
        let outcome = readiness.with(|all| all.as_ref().and_then(|all| all.verdict.outcome));
        let outcome = texts.text(of_outcome(outcome).2);
        texts.format(key!("gates.record_heading"), &[("outcome", Arg::Text(&outcome))])
    });
    view! {
        <button class="button" type="button" on:click=move |_| open.set(true)>{t(key!("gates.record"))}</button>
        <Dialog open=open heading=heading><Form open=open /></Dialog>
    }
}

/// What is filled in before a verdict is recorded.
#[derive(Clone, Copy)]
struct Draft {
    name: RwSignal<String>,
    date: RwSignal<Option<NaiveDate>>,
    signer: RwSignal<Option<Id>>,
    note: RwSignal<String>,
    go_on: RwSignal<bool>,
}

#[component]
fn Form(
    /// Whether the dialog is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let today = session.today_signal().get_untracked();
    let gate = session.peek_project(project, |project| project.head.gate).unwrap_or_default();
    let named = untrack(|| {
        let gate = texts.text(gate_key(gate));
        let args = [("gate", Arg::Text(&gate)), ("date", Arg::Date(today))];
        texts.format(key!("gates.name_default"), &args)
    });
    let draft = Draft {
        name: RwSignal::new(named),
        date: RwSignal::new(Some(today)),
        signer: RwSignal::new(session.you_now(project)),
        note: RwSignal::new(String::new()),
        go_on: RwSignal::new(false),
    };
    let next = gate.next();
    let go_on = next.map(|next| view! { <GoOn next=next go_on=draft.go_on /> });
    let confirm = move |_| {
        if record(session, project, draft, next) {
            session.tell(texts.text(key!("gates.recorded")));
            open.set(false);
        }
    };
    view! {
        <TextField id="record-name" label=key!("gates.name") value=draft.name
            on_text=move |text: String| draft.name.set(text) />
        <div class="walk-pair">
            <PersonField id="record-signer" label=key!("gates.signer") value=draft.signer
                on_person=move |person| draft.signer.set(person) />
            <DateField id="record-date" label=key!("gates.date") value=draft.date
                on_date=move |date| draft.date.set(date) />
        </div>
        <TextField id="record-note" label=key!("gates.note") value=draft.note multiline=true
            on_text=move |text: String| draft.note.set(text) />
        {go_on}
        <div class="cluster">
            <button class="button button-primary" type="button" on:click=confirm>{t(key!("gates.confirm"))}</button>
            <button class="button" type="button" on:click=move |_| open.set(false)>{t(key!("gates.cancel"))}</button>
        </div>
    }
}

/// Whether the next gate begins with it.
#[component]
fn GoOn(
    /// The next gate.
    next: ProjectGate,
    /// The choice.
    go_on: RwSignal<bool>,
) -> impl IntoView {
    let texts = Texts::here();
    let words = move || {
        let gate = texts.text(gate_key(next));
        texts.format(key!("gates.go_on"), &[("gate", Arg::Text(&gate))])
    };
    view! {
        <label class="choice">
            <input type="checkbox" prop:checked=move || go_on.get()
                on:change=move |_| go_on.update(|chosen| *chosen = !*chosen) />
            <span>{words}</span>
        </label>
    }
}

/// Records what readiness says now; the next gate begins in the same step.
fn record(session: Session, project: Id, draft: Draft, next: Option<ProjectGate>) -> bool {
    let Some(pack) = readiness_pack() else { return false };
    let id = session.new_id(IdKind::Snapshot);
    let today = session.today_signal().get_untracked();
    let records = session.peek_project(project, |project: &Project| {
        let said = readiness(project, pack);
        let date = draft.date.get_untracked().unwrap_or(today);
        let taken = Snapshot::take(id, project, pack, &said, date);
        let taken = Snapshot {
            name: draft.name.get_untracked().trim().to_owned(),
            note: draft.note.get_untracked().trim().to_owned(),
            ..taken.signed_by(project, draft.signer.get_untracked())
        };
        let mut records = vec![Record::Snapshot(taken)];
        if let Some(gate) = next.filter(|_| draft.go_on.get_untracked()) {
            let mut head = project.head.clone();
            head.gate = gate;
            records.push(Record::Head(head));
        }
        records
    });
    records.is_some_and(|records| session.dispatch(Command::SaveAll { project, records }))
}
