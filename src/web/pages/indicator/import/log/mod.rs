//! Import of a raw event log: what its columns mean is chosen, its rows are
//! added up in slices between which the page stays alive, and what they come
//! to is confirmed as one step of undo.

// A handful of handles, copied to wherever they are used.
#![allow(clippy::large_types_passed_by_value)]

mod form;
mod result;
mod run;

use super::super::Watched;
use super::Importing;
use crate::base::{BusinessClock, Period};
use crate::key;
use crate::tabular::events::{LogChoices, Sample};
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use form::Form;
use leptos::prelude::*;
use leptos::task::spawn_local;
use result::ResultTable;
use run::{Progress, Run, sample};
use std::sync::Arc;

/// What the parts of the step share.
#[derive(Clone, Copy)]
pub struct Log {
    watched: Watched,
    importing: Importing,
    session: Session,
    texts: Texts,
    sample: RwSignal<Option<Arc<Sample>>>,
    choices: RwSignal<Option<LogChoices>>,
    run: RwSignal<Run>,
    failed: RwSignal<Option<String>>,
}

impl Log {
    /// The business hours of the project; tracks them.
    fn clock(self) -> BusinessClock {
        let clock =
            self.session.with_project(self.watched.project, |found| found.head.clock.clone());
        clock.unwrap_or_default()
    }

    /// The last period that has ended.
    fn last_ended(self) -> Option<Period> {
        let today = self.session.today();
        self.session.peek_project(self.watched.project, |found| {
            let fiscal = found.head.fiscal;
            let record = found.indicators.get(self.watched.indicator)?;
            Some(Period::containing(today, record.cadence, fiscal).previous(fiscal))
        })?
    }

    /// Reads the beginning of the log and guesses what it means.
    fn begin(self) {
        self.run.set(Run::Waiting);
        self.failed.set(None);
        spawn_local(async move {
            let found = match sample(self.importing).await {
                Ok(Some(found)) => found,
                Ok(None) => {
                    self.sample.set(None);
                    return;
                }
                Err(fault) => {
                    self.sample.set(None);
                    self.failed.set(Some(fault.in_words(self.texts)));
                    return;
                }
            };
            let guess = found.as_ref().ok().and_then(|sample| {
                let record = self.watched.record.get_untracked()?;
                Some(LogChoices::guess(sample, &record, untrack(|| self.last_ended())?))
            });
            self.choices.set(guess);
            match found {
                Ok(sample) => self.sample.set(Some(Arc::new(sample))),
                Err(error) => {
                    self.sample.set(None);
                    self.failed.set(Some(self.texts.say(&error)));
                }
            }
        });
    }
}

/// The step of the import dialog for raw rows.
#[component]
pub fn LogImport(
    /// The indicator.
    watched: Watched,
    /// The state of the dialog.
    importing: Importing,
) -> impl IntoView {
    let log = Log {
        watched,
        importing,
        session: Session::here(),
        texts: Texts::here(),
        sample: RwSignal::new(None),
        choices: RwSignal::new(None),
        run: RwSignal::new(Run::Waiting),
        failed: RwSignal::new(None),
    };
    Effect::new(move |_| {
        importing.taken.track();
        log.begin();
    });
    // What is being read stops with the dialog.
    on_cleanup(move || {
        let _ = log.run.try_set(Run::Waiting);
    });
    let nothing = move || log.sample.with(Option::is_none) && log.failed.with(Option::is_none);
    view! {
        <p class="hint">{t(key!("log.lead"))}</p>
        <p class="hint" hidden=move || !nothing()>{t(key!("log.need_file"))}</p>
        <p class="error" role="alert" hidden=move || log.failed.with(Option::is_none)>{move || log.failed.get()}</p>
        {move || log.sample.get().map(|sample| view! {
            <Form log=log sample=sample.clone() />
            <Progress log=log sample=sample />
            <ResultTable log=log />
        })}
    }
}
