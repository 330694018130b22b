//! The grid: departments across, boundary cases down. One stop of the tab
//! key; arrows move in it, letters decide, a block can be pasted onto it.

use super::cell::{Cell, Stands};
use super::desk::{Desk, case_id, cell_id, head_id};
use super::keys;
use super::pasting::Pasting;
use super::wordings::card_id;
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::registers::{Agreement, disputed_first};
use crate::web::components::focus::focus;
use crate::web::texts::t;
use leptos::prelude::*;

/// A place in the grid that can have the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The link over a department's column.
    Head(Id),
    /// The button that edits a case.
    Case(u32),
    /// A decision.
    Cell(u32, Id),
}

impl Stop {
    /// Id of the element.
    pub fn element(self) -> String {
        match self {
            Self::Head(view) => head_id(view),
            Self::Case(case) => case_id(case),
            Self::Cell(case, view) => cell_id(case, view),
        }
    }
}

/// The state of the grid.
#[derive(Clone, Copy)]
pub struct Grid {
    /// The board.
    pub desk: Desk,
    /// The cases as they are shown. They keep their places while one decides,
    /// or a row would run away under the hand.
    pub order: Memo<(u32, Vec<u32>)>,
    /// The departments across.
    pub columns: Memo<Vec<Id>>,
    /// What has, or last had, the focus.
    pub active: RwSignal<Option<Stop>>,
    /// The case whose dialog is open.
    pub editing: RwSignal<Option<u32>>,
    /// The dialog of a pasted block.
    pub pasting: Pasting,
    /// What a screen reader is told after a decision.
    pub said: RwSignal<String>,
    sorted: RwSignal<u32>,
}

impl Grid {
    /// The grid of a board, disputed cases first.
    pub fn new(desk: Desk, pasting: Pasting) -> Self {
        let sorted = RwSignal::new(0);
        let order = Memo::new(move |before: Option<&(u32, Vec<u32>)>| {
            let turn = sorted.get();
            let now = by_dispute(desk);
            match before.filter(|(last, _)| *last == turn) {
                None => (turn, now),
                Some((_, before)) => {
                    let mut kept: Vec<u32> =
                        before.iter().copied().filter(|case| now.contains(case)).collect();
                    // New ones below, in the order of the term.
                    desk.read(|term| {
                        let new = term.cases.iter().map(|case| case.id);
                        kept.extend(new.filter(|case| !before.contains(case)));
                    });
                    (turn, kept)
                }
            }
        });
        let (active, editing) = (RwSignal::new(None), RwSignal::new(None));
        let said = RwSignal::new(String::new());
        Self { desk, order, columns: desk.view_ids(), active, editing, pasting, said, sorted }
    }

    /// The cases as they are shown; tracks them.
    pub fn cases(self) -> Vec<u32> {
        self.order.with(|(_, order)| order.clone())
    }

    /// Whether every disputed case still stands before the others.
    fn is_sorted(self) -> bool {
        let disputed = |case: &u32| self.desk.agreement(*case) == Agreement::Disputed;
        self.order.with(|(_, order)| {
            order.iter().skip_while(|case| disputed(case)).all(|case| !disputed(case))
        })
    }

    /// Puts the disputed cases first again. The button that asked for it goes,
    /// so the focus moves to the first of them.
    fn sort(self) {
        self.sorted.update(|turn| *turn += 1);
        self.active.set(None);
        if let Some(first) = untrack(|| self.current()) {
            focus(&first.element());
        }
    }

    /// What the tab key stops at: the last place, or the first cell.
    pub fn current(self) -> Option<Stop> {
        let cases = self.order.with(|(_, order)| order.first().copied());
        let first = cases.zip(self.columns.with(|columns| columns.first().copied()));
        let is_there = |stop: &Stop| {
            let has_case = |case| self.order.with(|(_, order)| order.contains(&case));
            let has_view = |view| self.columns.with(|columns| columns.contains(&view));
            match *stop {
                Stop::Head(view) => has_view(view),
                Stop::Case(case) => has_case(case),
                Stop::Cell(case, view) => has_case(case) && has_view(view),
            }
        };
        let fallback = || match (first, cases) {
            (Some((case, view)), _) => Some(Stop::Cell(case, view)),
            (None, Some(case)) => Some(Stop::Case(case)),
            (None, None) => self.columns.with(|columns| columns.first().copied()).map(Stop::Head),
        };
        self.active.get().filter(is_there).or_else(fallback)
    }

    /// The `tabindex` of a place.
    pub fn tab_index(self, stop: Stop) -> &'static str {
        if self.current() == Some(stop) { "0" } else { "-1" }
    }
}

fn by_dispute(desk: Desk) -> Vec<u32> {
    desk.views.with(|views| {
        let views: Vec<_> = views.iter().collect();
        desk.read(|term| disputed_first(term, &views))
    })
}

/// The cases with every department's decision.
#[component]
pub fn CaseGrid(
    /// Its state.
    grid: Grid,
) -> impl IntoView {
    let unsorted = Memo::new(move |_| !grid.is_sorted());
    view! {
        <p class="hint no-print" id="grid-keys">{t(key!("board.grid_keys"))}</p>
        <p class="visually-hidden" role="status">{move || grid.said.get()}</p>
        <Show when=move || unsorted.get()>
            <p class="case-sort no-print">
                <button class="button" type="button" on:click=move |_| grid.sort()>
                    {t(key!("board.sort"))}
                </button>
            </p>
        </Show>
        <div class="case-frame">
            <table class="case-grid" role="grid" aria-labelledby="cases" aria-describedby="grid-keys"
                on:keydown=move |event| keys::on_key(grid, &event)
                on:paste=move |event| keys::on_paste(grid, &event)>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{t(key!("board.case"))}</th>
                        <For each=move || grid.columns.get() key=|view| *view let:view>
                            <Head grid=grid view=view />
                        </For>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=move || grid.cases() key=|case| *case let:case>
                        <Row grid=grid case=case />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

/// A department's name, leading to its own wording.
#[component]
fn Head(
    /// The grid.
    grid: Grid,
    /// The department's view.
    view: Id,
) -> impl IntoView {
    let stop = Stop::Head(view);
    view! {
        <th scope="col" role="columnheader" class="case-head">
            <button id=head_id(view) type="button" class="head-button" dir="auto" tabindex=move || grid.tab_index(stop)
                on:focus=move |_| grid.active.set(Some(stop)) on:click=move |_| focus(&card_id(view))>
                {move || grid.desk.department(view)}
            </button>
            // Paper repeats the head on every page, but no button in it.
            <span class="print-only" aria-hidden="true" dir="auto">{move || grid.desk.department(view)}</span>
        </th>
    }
}

/// A case with its standing and the decisions on it.
#[component]
fn Row(
    /// The grid.
    grid: Grid,
    /// The case.
    case: u32,
) -> impl IntoView {
    let desk = grid.desk;
    let stop = Stop::Case(case);
    let text = Memo::new(move |_| desk.case_text(case));
    let note = Memo::new(move |_| {
        desk.read(|term| term.case(case).map(|case| case.note.clone()).unwrap_or_default())
    });
    let label =
        move || desk.texts.format(key!("board.edit_case"), &[("case", Arg::Text(&text.get()))]);
    view! {
        <tr role="row" class="case-row">
            <th scope="row" role="rowheader">
                <span class="case-text" dir="auto">{move || text.get()}</span>
                <Stands desk=desk case=case>
                    <button id=case_id(case) class="button button-quiet case-edit" type="button" aria-label=label
                        tabindex=move || grid.tab_index(stop)
                        on:focus=move |_| grid.active.set(Some(stop))
                        on:click=move |_| grid.editing.set(Some(case))>{t(key!("board.edit"))}</button>
                </Stands>
                <Show when=move || !note.with(String::is_empty)>
                    <span class="case-note second small" dir="auto">{move || note.get()}</span>
                </Show>
            </th>
            <For each=move || grid.columns.get() key=|view| *view let:view>
                <Cell grid=grid case=case view=view />
            </For>
        </tr>
    }
}
