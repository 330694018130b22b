//! One case in a dialog: its words, why each department decides as it does.

use super::cell::decision_key;
use super::desk::Desk;
use super::field::NamedText;
use super::grid::Grid;
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::registers::without_case;
use crate::web::components::dialog::Dialog;
use crate::web::components::fields::TextField;
use crate::web::components::focus::focus;
use crate::web::texts::t;
use crate::workspace::Record;
use leptos::prelude::*;

/// The dialog of the case that is being edited.
#[component]
pub fn CaseDialog(
    /// The grid.
    grid: Grid,
) -> impl IntoView {
    let open = RwSignal::new(false);
    // The dialog closes itself; the case it was for goes with it.
    Effect::new(move |_| open.set(grid.editing.get().is_some()));
    Effect::new(move |_| {
        if !open.get() && grid.editing.with_untracked(Option::is_some) {
            grid.editing.set(None);
        }
    });
    let heading = Signal::derive(move || grid.desk.texts.text(key!("board.case")));
    view! {
        <Dialog open=open heading=heading>
            {move || grid.editing.get().map(|case| view! { <CaseForm grid=grid case=case open=open /> })}
        </Dialog>
    }
}

#[component]
fn CaseForm(
    /// The grid.
    grid: Grid,
    /// The case.
    case: u32,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let desk = grid.desk;
    let text = Signal::derive(move || desk.case_text(case));
    let note = Signal::derive(move || {
        desk.read(|term| term.case(case).map(|case| case.note.clone()).unwrap_or_default())
    });
    let write = move |field: &str, change: &dyn Fn(&mut crate::registers::Case)| {
        desk.edit(Some(&format!("case-{case}-{field}")), |term| {
            if let Some(found) = term.cases.iter_mut().find(|found| found.id == case) {
                change(found);
            }
        });
    };
    let remove = move |_| {
        open.set(false);
        remove_case(desk, case);
    };
    view! {
        <div class="case-form">
        <TextField id="case-text" label=key!("board.case_text") value=text multiline=true
            on_text=move |text: String| write("text", &|case| case.text.clone_from(&text)) />
        <TextField id="case-note" label=key!("board.case_note") hint=key!("board.case_note_hint") value=note multiline=true
            on_text=move |text: String| write("note", &|case| case.note.clone_from(&text)) />
        <h3>{t(key!("board.reasons"))}</h3>
        <For each=move || grid.columns.get() key=|view| *view let:view>
            <Reason desk=desk case=case view=view />
        </For>
        </div>
        <div class="cluster">
            <button class="button button-primary" type="button" on:click=move |_| open.set(false)>{t(key!("board.done"))}</button>
            <button class="button" type="button" on:click=remove>{t(key!("board.remove_case"))}</button>
        </div>
    }
}

/// Why a department decides so; there is nothing to explain while it has not.
#[component]
fn Reason(
    /// The board.
    desk: Desk,
    /// The case.
    case: u32,
    /// The department's view.
    view: Id,
) -> impl IntoView {
    let decided = Memo::new(move |_| desk.decision(case, view));
    let label = Signal::derive(move || {
        let (name, says) = (desk.department(view), desk.texts.text(decision_key(decided.get())));
        let args = [("department", Arg::Text(&name)), ("says", Arg::Text(&says))];
        desk.texts.format(key!("board.says"), &args)
    });
    let comment = comment_of(desk, case, view);
    move || {
        if decided.get().is_some() {
            view! {
                <NamedText id=format!("why-{case}-{view}") label=label value=comment
                    on_text=move |text: String| comment_on(desk, case, view, text) />
            }
            .into_any()
        } else {
            view! { <p class="second" dir="auto">{move || label.get()}</p> }.into_any()
        }
    }
}

/// A department's comment on its decision.
pub fn comment_of(desk: Desk, case: u32, view: Id) -> Signal<String> {
    Signal::derive(move || {
        desk.of_view(view, |view| {
            view.decision(case).map(|decision| decision.comment.clone()).unwrap_or_default()
        })
    })
}

/// Writes a comment on a decision that has been made.
pub fn comment_on(desk: Desk, case: u32, view: Id, text: String) {
    desk.edit_view(view, Some(&format!("why-{case}")), |view| {
        if let Some(found) = view.decisions.iter_mut().find(|found| found.case == case) {
            found.comment = text;
        }
    });
}

/// Takes a case off the board with the decisions on it, as one step.
fn remove_case(desk: Desk, case: u32) {
    let Some(term) = desk.record.get_untracked() else { return };
    let text = term.case(case).map(|case| case.text.clone()).unwrap_or_default();
    let (term, views) = desk
        .views
        .with_untracked(|views| without_case(&term, &views.iter().collect::<Vec<_>>(), case));
    let records = [Record::Term(term)].into_iter().chain(views.into_iter().map(Record::View));
    if desk.save_all(records.collect()) {
        let args = [("case", Arg::Text(&text))];
        desk.session.tell(desk.texts.format(key!("board.case_removed"), &args));
        focus(super::desk::NEW_CASE);
    }
}
