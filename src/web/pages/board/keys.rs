//! Keys and pasting in the grid.

use super::cell::decide;
use super::desk::Desk;
use super::grid::{Grid, Stop};
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::tabular::{paste_decisions, read_decisions};
use crate::web::browser::clipboard::pasted_text;
use crate::web::components::focus::focus_now;
use crate::workspace::Record;
use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// What a key does in the grid.
pub fn on_key(grid: Grid, event: &KeyboardEvent) {
    let other = event.alt_key() || event.meta_key() || event.is_composing();
    if other || event.default_prevented() {
        return;
    }
    let Some(stop) = untrack(|| grid.current()) else { return };
    let key = event.key();
    let moved = step(grid, stop, &key, event.ctrl_key());
    if let Some(next) = moved {
        event.prevent_default();
        grid.active.set(Some(next));
        focus_now(&next.element());
        return;
    }
    let Stop::Cell(case, view) = stop else { return };
    if event.ctrl_key() {
        return;
    }
    // The buttons of a cell answer to Enter and the space bar themselves.
    let on_cell = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| element.tag_name() == "TD");
    let now = untrack(|| grid.desk.decision(case, view));
    let wanted = match key.as_str() {
        "Enter" | " " if on_cell => match now {
            None => Some(true),
            Some(true) => Some(false),
            Some(false) => None,
        },
        "1" | "+" => Some(true),
        "0" | "-" => Some(false),
        "Delete" | "Backspace" => None,
        letter => match letter_says(letter) {
            Some(counts) => Some(counts),
            None => return,
        },
    };
    event.prevent_default();
    if now != wanted {
        decide(grid, case, view, wanted);
    }
}

/// The letters of yes and no on English and Russian keyboards; whoever writes
/// Chinese has the English ones under the hand.
fn letter_says(letter: &str) -> Option<bool> {
    match letter.to_lowercase().as_str() {
        "y" | "д" => Some(true),
        "n" | "н" => Some(false),
        _ => None,
    }
}

/// Where a key leads; the corner above the cases has nothing to stop at.
fn step(grid: Grid, stop: Stop, key: &str, control: bool) -> Option<Stop> {
    let cases = untrack(|| grid.cases());
    let views = grid.columns.get_untracked();
    // Row and column, 0 for the heads.
    let (row, column) = match stop {
        Stop::Head(view) => (0, place(&views, view)? + 1),
        Stop::Case(case) => (place(&cases, case)? + 1, 0),
        Stop::Cell(case, view) => (place(&cases, case)? + 1, place(&views, view)? + 1),
    };
    let (last_row, last_column) = (cases.len(), views.len());
    let (row, column) = match (key, control) {
        ("ArrowUp", false) => (row.checked_sub(1)?, column),
        ("ArrowDown", false) => (row + 1, column),
        ("ArrowLeft", false) => (row, column.checked_sub(1)?),
        ("ArrowRight", false) => (row, column + 1),
        ("Home", false) => (row, usize::from(row == 0)),
        ("End", false) => (row, last_column),
        ("Home", true) => (1, 1),
        ("End", true) => (last_row, last_column),
        _ => return None,
    };
    match (row, column) {
        (0, 0) => None,
        (0, column) => views.get(column - 1).map(|view| Stop::Head(*view)),
        (row, 0) => cases.get(row - 1).map(|case| Stop::Case(*case)),
        (row, column) => cases
            .get(row - 1)
            .zip(views.get(column - 1))
            .map(|(case, view)| Stop::Cell(*case, *view)),
    }
}

fn place<T: PartialEq>(all: &[T], one: T) -> Option<usize> {
    all.iter().position(|found| *found == one)
}

/// Takes a pasted block: decisions land from the cell that has the focus,
/// anything else is shown before it changes something.
pub fn on_paste(grid: Grid, event: &ClipboardEvent) {
    let Some(text) = pasted_text(event).filter(|text| !text.trim().is_empty()) else { return };
    event.prevent_default();
    let at = untrack(|| grid.current());
    match (read_decisions(&text), at) {
        (Some(block), Some(Stop::Cell(case, view))) => {
            let cases = untrack(|| grid.cases());
            let from = place(&cases, case).unwrap_or_default();
            land(grid.desk, view, &cases[from..], &block);
        }
        _ => grid.pasting.ask(text),
    }
}

/// Puts decisions onto the board and says how many lay outside of it.
fn land(desk: Desk, view: Id, cases: &[u32], block: &[Vec<crate::tabular::Said>]) {
    let (changed, outside) = desk.views.with_untracked(|views| {
        let from = views.iter().position(|found| found.id == view).unwrap_or_default();
        paste_decisions(&views[from..].iter().collect::<Vec<_>>(), cases, block)
    });
    let texts = desk.texts;
    let saved = desk.save_all(changed.into_iter().map(Record::View).collect());
    if saved && outside > 0 {
        let count = u64::try_from(outside).unwrap_or(u64::MAX);
        desk.session.tell(texts.format(key!("board.outside"), &[("count", Arg::Count(count))]));
    } else if saved {
        desk.session.tell(texts.text(key!("board.pasted")));
    }
}
