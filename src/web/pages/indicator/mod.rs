//! Chart and values of one indicator: the chart first, what it rests on, then
//! the values to read, change, add, paste and import.

mod begun;
pub mod cells;
mod import;
mod new_row;
mod process;
mod receipt;
mod typing;
mod values;

use crate::base::Id;
use crate::chart::indicator::{Layer, amount, csv, layered_chart};
use crate::i18n::Arg;
use crate::key;
use crate::kpi::{Baseline, Indicator};
use crate::route::{Place, Route};
use crate::web::components::chart::ChartFigure;
use crate::web::components::status::{Shape, StatusWord, of_status};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use import::{Import, ImportHistory, Importing};
use leptos::prelude::*;
use process::{Layered, ProcessLayer};
use receipt::Receipt;
use values::Values;

/// Chart and values of one indicator.
#[component]
pub fn IndicatorPage(
    /// The indicator.
    indicator: Id,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let exists = Memo::new(move |_| {
        session.with_project(project, |found| found.indicators.get(indicator).is_some())
            == Some(true)
    });
    move || {
        if exists.get() {
            view! { <Shown indicator=indicator /> }.into_any()
        } else {
            view! { <Gone /> }.into_any()
        }
    }
}

/// For an indicator that is no longer there.
#[component]
fn Gone() -> impl IntoView {
    let goals = Route::Project(Here::project(), Place::Goals).href();
    view! {
        <h1>{t(key!("frame.indicator"))}</h1>
        <p>{t(key!("indicator.gone"))}</p>
        <p><a href=goals>{t(key!("frame.goals"))}</a></p>
    }
}

/// The record of the page, followed.
#[derive(Clone, Copy)]
struct Watched {
    project: Id,
    indicator: Id,
    record: Memo<Option<Indicator>>,
}

impl Watched {
    fn new(indicator: Id) -> Self {
        let session = Session::here();
        let project = Here::project();
        let record = Memo::new(move |_| {
            session.with_project(project, |found| found.indicators.get(indicator).cloned())?
        });
        Self { project, indicator, record }
    }

    /// Reads the record; tracks it.
    fn with<T>(self, read: impl FnOnce(&Indicator) -> T) -> Option<T> {
        self.record.with(|record| record.as_ref().map(read))
    }

    fn is_share(self) -> bool {
        self.with(|found| found.measure.is_share()).unwrap_or_default()
    }
}

#[component]
fn Shown(
    /// The indicator.
    indicator: Id,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let watched = Watched::new(indicator);
    let importing = Importing::new();
    let layered = Layered::new();
    let project = watched.project;
    let chart = move |width: u32| {
        let (today, layer) = (session.today(), layered.layer());
        texts.with(|catalogue| {
            session.with_project(project, |found| {
                let record = found.indicators.get(indicator)?;
                let series = found.series(indicator);
                let chart =
                    layered_chart(catalogue, &found.head, record, series, today, width, layer);
                Some(chart)
            })
        })?
    };
    // The words do not depend on the width of the picture.
    let said = Memo::new(move |_| {
        let layer = layered.layer();
        (layer == Layer::Process).then(|| chart(320)).flatten().and_then(|model| model.process)
    });
    let file = move || {
        texts
            .with(|catalogue| {
                session.with_project(project, |found| {
                    let record = found.indicators.get(indicator)?;
                    Some(csv(catalogue, record, found.series(indicator)))
                })
            })
            .flatten()
            .unwrap_or_default()
    };
    let name = move || {
        let name = watched.with(|found| found.name.trim().to_owned()).unwrap_or_default();
        if name.is_empty() { texts.text(key!("chart.unnamed")) } else { name }
    };
    view! {
        <div class="indicator-page">
            <h1 dir="auto">{name}</h1>
            <Standing watched=watched />
            <ChartFigure id="indicator" file_name=Signal::derive(move || file_name(&name()))
                model=Callback::new(chart) csv=Callback::new(move |()| file()) />
            <ProcessLayer watched=watched layered=layered model=said />
            <Receipt watched=watched layered=layered />
            <Values watched=watched importing=importing />
            <Import watched=watched importing=importing />
            <ImportHistory watched=watched />
        </div>
    }
}

/// A file name any system takes: letters and digits, hyphens between.
fn file_name(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    let joined = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    joined.chars().take(80).collect()
}

/// Status in word and shape, target and baseline, and the way to the
/// definition.
#[component]
fn Standing(
    /// The indicator.
    watched: Watched,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let Watched { project, indicator, .. } = watched;
    let judgement = Memo::new(move |_| session.judgement(project, indicator));
    let status = move || {
        let judgement = judgement.get()?;
        let (shape, class, word) = of_status(judgement.status);
        let class = if judgement.stale { "status-stale" } else { class };
        Some(view! { <StatusWord shape=shape class=class word=word /> })
    };
    let stale = move || {
        judgement.get().filter(|judgement| judgement.stale).map(|_| {
            view! { <StatusWord shape=Shape::Clock class="status-stale" word=key!("indicator.stale") /> }
        })
    };
    let target = move || watched.with(|found| target_line(found, texts, session, project));
    let definition = Route::Project(project, Place::Definition(indicator)).href();
    view! {
        <div class="cluster indicator-standing">
            {status}
            {stale}
            <span class="second">{target}</span>
            <a class="no-print" href=definition>{t(key!("indicator.edit_definition"))}</a>
        </div>
    }
}

/// Target, due date and baseline in a few words.
fn target_line(indicator: &Indicator, texts: Texts, session: Session, project: Id) -> String {
    let fiscal = session
        .with_project(project, |found| found.head.fiscal)
        .unwrap_or(crate::base::FiscalStart::JANUARY);
    texts.with(|catalogue| {
        let due = indicator.target.due.map(Arg::Date);
        let target = match (indicator.band(), indicator.aim()) {
            (Some((low, high)), _) => {
                let (low, high) =
                    (amount(catalogue, indicator, low), amount(catalogue, indicator, high));
                let args = [("low", Arg::Text(&low)), ("high", Arg::Text(&high))];
                Some(catalogue.format(key!("chart.within"), &args))
            }
            (None, Some(value)) => {
                let value = amount(catalogue, indicator, value);
                Some(catalogue.format(key!("chart.target"), &[("value", Arg::Text(&value))]))
            }
            (None, None) => None,
        };
        let target = match (target, due) {
            (Some(target), Some(due)) => {
                let args = [("target", Arg::Text(&target)), ("due", due)];
                catalogue.format(key!("indicator.by"), &args)
            }
            (Some(target), None) => target,
            (None, _) => catalogue.text(key!("indicator.no_target")).into_owned(),
        };
        let Baseline::Known { value, period } = indicator.baseline else { return target };
        let value = amount(catalogue, indicator, value);
        let args = [
            ("target", Arg::Text(&target)),
            ("value", Arg::Text(&value)),
            ("when", Arg::PeriodIn(period, fiscal)),
        ];
        catalogue.format(key!("indicator.from"), &args)
    })
}
