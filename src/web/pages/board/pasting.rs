//! Pasting a list of cases or a whole board: what it would change, then one
//! step.

use super::desk::Desk;
use crate::base::IdKind;
use crate::i18n::{Arg, InWords};
use crate::key;
use crate::tabular::{BlockPlan, CaseBlock, plan_block, read_cases};
use crate::web::components::dialog::Dialog;
use crate::web::components::focus::focus;
use crate::web::texts::{Texts, t};
use crate::workspace::Record;
use leptos::prelude::*;

/// Id of the field to paste into.
const TEXT: &str = "paste-cases";

/// Lines of what cannot be read that are named one by one.
const NAMED: usize = 5;

/// The dialog of a pasted block.
#[derive(Clone, Copy)]
pub struct Pasting {
    open: RwSignal<bool>,
    text: RwSignal<String>,
}

impl Pasting {
    /// A closed dialog.
    pub fn closed() -> Self {
        Self { open: RwSignal::new(false), text: RwSignal::new(String::new()) }
    }

    /// Opens it with what was pasted, or for pasting.
    pub fn ask(self, text: String) {
        self.text.set(text);
        self.open.set(true);
        focus(TEXT);
    }
}

/// What the text would change.
#[derive(Clone, PartialEq)]
enum Read {
    Nothing,
    Refused(String),
    Plan(Box<(CaseBlock, BlockPlan)>),
}

fn read(desk: Desk, text: &str) -> Read {
    if text.trim().is_empty() {
        return Read::Nothing;
    }
    let block = match read_cases(text) {
        Ok(block) => block,
        Err(error) => return Read::Refused(desk.texts.with(|catalogue| error.in_words(catalogue))),
    };
    let plan = desk.record.with(|term| {
        desk.views.with(|views| {
            let views: Vec<_> = views.iter().collect();
            let id = || desk.session.new_id(IdKind::View);
            term.as_ref().map(|term| plan_block(term, &views, &block, id))
        })
    });
    plan.map_or(Read::Nothing, |plan| Read::Plan(Box::new((block, plan))))
}

/// The field to paste into, what it would change, and the decision.
#[component]
pub fn PasteDialog(
    /// The board.
    desk: Desk,
    /// The dialog.
    pasting: Pasting,
) -> impl IntoView {
    let texts = Texts::here();
    let heading = Signal::derive(move || texts.text(key!("board.paste_heading")));
    let found =
        Memo::new(
            move |_| {
                if pasting.open.get() { read(desk, &pasting.text.get()) } else { Read::Nothing }
            },
        );
    let useful = Memo::new(move |_| {
        found.with(|found| matches!(found, Read::Plan(plan) if plan.1.changes()))
    });
    let apply = move |_| {
        if let Read::Plan(plan) = found.get_untracked()
            && put(desk, plan.1)
        {
            pasting.open.set(false);
        }
    };
    view! {
        <Dialog open=pasting.open heading=heading>
            <div class="field">
                <label for=TEXT>{t(key!("board.paste_here"))}</label>
                <p class="hint" id="paste-cases-hint">{t(key!("board.paste_hint"))}</p>
                <textarea id=TEXT rows="6" dir="auto" spellcheck="false" aria-describedby="paste-cases-hint"
                    prop:value=move || pasting.text.get()
                    on:input=move |event| pasting.text.set(event_target_value(&event))></textarea>
            </div>
            <div role="status">{move || told(texts, &found.get())}</div>
            <div class="cluster">
                <button class="button button-primary" type="button" disabled=move || !useful.get() on:click=apply>
                    {t(key!("board.paste_apply"))}
                </button>
                <button class="button" type="button" on:click=move |_| pasting.open.set(false)>{t(key!("plan.cancel"))}</button>
            </div>
        </Dialog>
    }
}

/// Saves what a block changes as one step.
fn put(desk: Desk, plan: BlockPlan) -> bool {
    let views = plan.views.into_iter().map(Record::View);
    let records = [Record::Term(plan.term)].into_iter().chain(views).collect();
    let saved = desk.save_all(records);
    if saved {
        desk.session.tell(desk.texts.text(key!("board.pasted")));
    }
    saved
}

fn told(texts: Texts, found: &Read) -> AnyView {
    let (block, plan) = match found {
        Read::Nothing => return ().into_any(),
        Read::Refused(why) => return view! { <p class="error">{why.clone()}</p> }.into_any(),
        Read::Plan(plan) => (&plan.0, &plan.1),
    };
    let line = |line: String| view! { <li>{line}</li> };
    let facts = facts(texts, plan).into_iter().map(line).collect_view();
    let left_out = left_out(texts, block, plan).into_iter().map(line).collect_view();
    let nothing =
        (!plan.changes()).then(|| view! { <p>{texts.text(key!("board.paste_nothing"))}</p> });
    view! { <ul>{facts}</ul> <ul class="error">{left_out}</ul> {nothing} }.into_any()
}

/// What would change, a line a kind.
fn facts(texts: Texts, plan: &BlockPlan) -> Vec<String> {
    let counted = [
        (key!("board.new_cases"), plan.new_cases),
        (key!("board.known_cases"), plan.known_cases),
        (key!("board.new_decisions"), plan.decided),
        (key!("board.changed_decisions"), plan.changed),
    ];
    let counted = counted.into_iter().filter(|(_, count)| *count > 0);
    let mut lines: Vec<String> =
        counted.map(|(key, found)| texts.format(key, &[("count", count(found))])).collect();
    if !plan.new_departments.is_empty() {
        let names = texts.with(|catalogue| crate::report::listed(catalogue, &plan.new_departments));
        lines.push(texts.format(key!("board.new_departments"), &[("names", Arg::Text(&names))]));
    }
    lines
}

/// What cannot be used, and why.
fn left_out(texts: Texts, block: &CaseBlock, plan: &BlockPlan) -> Vec<String> {
    let unclear = block.unclear.iter().take(NAMED).map(|cell| {
        let line = cell.line.to_string();
        let args = [("line", Arg::Text(&line)), ("text", Arg::Text(&cell.text))];
        texts.format(key!("board.unclear_cell"), &args)
    });
    let mut lines: Vec<String> = unclear.collect();
    let more = block.unclear.len().saturating_sub(NAMED);
    for (key, found) in [
        (key!("board.unclear_more"), more),
        (key!("board.caseless"), block.caseless.len()),
        (key!("board.nameless_columns"), plan.nameless_columns),
    ] {
        if found > 0 {
            lines.push(texts.format(key, &[("count", count(found))]));
        }
    }
    lines
}

fn count(count: usize) -> Arg<'static> {
    Arg::Count(u64::try_from(count).unwrap_or(u64::MAX))
}
