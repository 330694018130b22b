//! What is typed into the last row and not entered yet outlives the page: it is
//! kept by the browser and stands there again. It never becomes a value by itself.

use super::Watched;
use crate::storage::{BegunRow, BegunRows};
use crate::web::app::Kept;
use crate::web::browser::{Local, Setting};
use crate::web::session::Session;
use leptos::prelude::*;

/// The begun row of an indicator, where this browser keeps it.
#[derive(Clone)]
pub struct Begun {
    watched: Watched,
    session: Session,
    local: Option<Local>,
}

impl Begun {
    /// That of an indicator.
    pub fn here(watched: Watched) -> Self {
        Self { watched, session: Session::here(), local: Kept::here().local().cloned() }
    }

    /// All rows, as any window of the browser wrote them last.
    fn rows(&self) -> BegunRows {
        let stored = self.local.as_ref().and_then(|local| local.setting(Setting::Begun));
        BegunRows::parse(&stored.unwrap_or_default())
    }

    /// The row as it was left.
    pub fn kept(&self) -> Option<BegunRow> {
        self.rows().of(self.watched.project, self.watched.indicator).cloned()
    }

    /// Keeps what `row` says with every change of it.
    pub fn follow(self, row: impl Fn() -> BegunRow + 'static) {
        Effect::new(move |before: Option<BegunRow>| {
            let now = row();
            if before.is_some_and(|before| before != now) {
                self.keep(now.clone());
            }
            now
        });
    }

    /// A browser that refuses keeps nothing, as it keeps no setting.
    fn keep(&self, row: BegunRow) {
        let Some(local) = &self.local else { return };
        let mut rows = self.rows();
        rows.keep(self.watched.project, self.watched.indicator, row);
        rows.retain(|project| self.session.peek_project(project, |_| ()).is_some());
        let text = rows.text();
        let text = (!text.is_empty()).then_some(text.as_str());
        let _ = local.set_setting(Setting::Begun, text);
    }
}
