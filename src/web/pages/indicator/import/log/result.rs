//! What the rows come to, and the button that imports it.

use super::super::source;
use super::Log;
use super::run::{Added, Run};
use crate::base::{Id, IdKind, Period};
use crate::i18n::values::actual_in_words;
use crate::i18n::{Arg, dates};
use crate::key;
use crate::kpi::{Actual, Measure, Measurement};
use crate::tabular::events::{LeftOut, Outcome, Reckoning, Rest, Said};
use crate::web::texts::{Texts, t};
use crate::workspace::{Command, ImportNote};
use leptos::prelude::*;
use std::sync::Arc;

/// The table of results with what was left out.
#[component]
pub fn ResultTable(
    /// The step.
    log: Log,
) -> impl IntoView {
    move || match log.run.get() {
        Run::Done(added) => Some(view! { <Shown log=log added=added /> }),
        Run::Waiting | Run::Reading { .. } => None,
    }
}

#[component]
fn Shown(
    /// The step.
    log: Log,
    /// What the rows come to.
    added: Arc<Added>,
) -> impl IntoView {
    let texts = log.texts;
    let accepted = untrack(|| accepted(log, &added));
    let (count, none) = (accepted.len(), accepted.is_empty());
    let (told, listed) = (Arc::clone(&added), Arc::clone(&added));
    let lines = move || {
        let lines = counted_lines(texts, &told).into_iter();
        lines.map(|line| view! { <li>{line}</li> }).collect_view()
    };
    let rows = move || listed.outcomes.iter().map(|one| row(log, one)).collect_view();
    let nothing =
        if added.outcomes.is_empty() { key!("log.nothing") } else { key!("log.no_change") };
    let label = move || {
        let count = u64::try_from(count).unwrap_or_default();
        texts.format(key!("import.confirm"), &[("count", Arg::Count(count))])
    };
    let confirm = move |_| {
        if !none {
            carry_out(log, &added, &accepted);
        }
    };
    view! {
        <section aria-labelledby="log-result">
            <h3 id="log-result">{t(key!("log.result"))}</h3>
            <ul role="status">{lines}</ul>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="log-result">
                <table>
                    <thead><tr>
                        <th scope="col">{t(key!("chart.column_period"))}</th>
                        <th scope="col" class="number">{t(key!("chart.column_value"))}</th>
                        <th scope="col" class="number">{t(key!("log.rows"))}</th>
                        <th scope="col">{t(key!("import.what_happens"))}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="hint" id="log-none" hidden=!none>{t(nothing)}</p>
            <div class="cluster import-actions">
                <button class="button button-primary" type="button" aria-describedby="log-none"
                    aria-disabled=if none { "true" } else { "false" } on:click=confirm>{label}</button>
                <button class="button" type="button" on:click=move |_| log.importing.open.set(false)>{t(key!("import.cancel"))}</button>
            </div>
        </section>
    }
}

/// What an outcome would do to the indicator: nothing where the value is
/// there already.
enum Does {
    New,
    Changes(String),
    Same,
    TooLarge,
}

fn does(log: Log, outcome: &Outcome) -> Does {
    let Some(actual) = outcome.actual else { return Does::TooLarge };
    let known = log.session.peek_project(log.watched.project, |found| {
        let record = found.indicators.get(log.watched.indicator)?;
        let known = found.measurement(log.watched.indicator, outcome.period)?.actual;
        Some((known, log.texts.with(|words| actual_in_words(words, record, &known))))
    });
    match known.flatten() {
        None => Does::New,
        Some((known, _)) if known == actual => Does::Same,
        Some((_, words)) => Does::Changes(words),
    }
}

fn row(log: Log, outcome: &Outcome) -> impl IntoView + use<> {
    let texts = log.texts;
    let words = log.session.peek_project(log.watched.project, |found| {
        let record = found.indicators.get(log.watched.indicator)?;
        let period = texts.with(|words| dates::period(words, outcome.period, found.head.fiscal));
        let value =
            outcome.actual.map(|one| texts.with(|words| actual_in_words(words, record, &one)));
        Some((period, value))
    });
    let (period, value) = words.flatten().unwrap_or_default();
    let happens = match does(log, outcome) {
        Does::New => texts.text(key!("import.state.new")),
        Does::Changes(before) => {
            texts.format(key!("import.state.changed"), &[("before", Arg::Text(&before))])
        }
        Does::Same => texts.text(key!("import.state.same")),
        Does::TooLarge => texts.text(key!("log.too_large")),
    };
    view! {
        <tr>
            <th scope="row">{period}</th>
            <td class="number">{value.unwrap_or_else(|| "–".to_owned())}</td>
            <td class="number">{outcome.rows}</td>
            <td>{happens}</td>
        </tr>
    }
}

/// Values that are new or change one.
fn accepted(log: Log, added: &Added) -> Vec<(Period, Actual)> {
    let wanted = added.outcomes.iter();
    let wanted = wanted.filter(|one| matches!(does(log, one), Does::New | Does::Changes(_)));
    wanted.filter_map(|one| Some((one.period, one.actual?))).collect()
}

fn counted_lines(texts: Texts, added: &Added) -> Vec<String> {
    let line = |key, count| texts.format(key, &[("count", Arg::Count(count))]);
    let left_out = added.left_out.iter().map(|(reason, count)| {
        let key = match reason {
            LeftOut::NoBeginning => key!("log.left_out.no_beginning"),
            LeftOut::WrongBeginning => key!("log.left_out.wrong_beginning"),
            LeftOut::WrongValue => key!("log.left_out.wrong_value"),
            LeftOut::EndsBefore => key!("log.left_out.ends_before"),
            LeftOut::Abandoned => key!("log.left_out.abandoned"),
            LeftOut::Open => key!("log.left_out.open"),
        };
        line(key, *count)
    });
    std::iter::once(line(key!("log.counted"), added.counted)).chain(left_out).collect()
}

/// One command for all values, with the note of where they came from.
fn carry_out(log: Log, added: &Added, accepted: &[(Period, Actual)]) {
    let id = log.session.new_id(IdKind::Import);
    let measurements = accepted.iter().map(|(period, actual)| {
        let known = log.session.peek_project(log.watched.project, |found| {
            found.measurement(log.watched.indicator, *period).map(|known| known.note.clone())
        });
        Measurement {
            id: log.session.new_id(IdKind::Measurement),
            indicator: log.watched.indicator,
            period: *period,
            actual: *actual,
            note: known.flatten().unwrap_or_default(),
            import: Some(id),
        }
    });
    let command = Command::Measure {
        project: log.watched.project,
        measurements: measurements.collect(),
        note: Some(note(log, id, added)),
    };
    match log.session.try_dispatch(command, None) {
        Ok(()) => {
            log.importing.open.set(false);
            let count = u64::try_from(accepted.len()).unwrap_or_default();
            log.session
                .tell(log.texts.format(key!("import.done"), &[("count", Arg::Count(count))]));
        }
        Err(error) => log.failed.set(Some(log.texts.say(&error))),
    }
}

fn note(log: Log, id: Id, added: &Added) -> ImportNote {
    let many = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    let of = |wanted: fn(&Does) -> bool| {
        many(added.outcomes.iter().filter(|one| wanted(&does(log, one))).count() as u64)
    };
    ImportNote {
        id,
        indicator: log.watched.indicator,
        file: log.importing.source_name(),
        at: source::now(),
        new: of(|one| matches!(one, Does::New)),
        changed: of(|one| matches!(one, Does::Changes(_))),
        same: of(|one| matches!(one, Does::Same)),
        rejected: many(added.left_out.values().sum()),
        events: Some(many(added.rows)),
        rule: rule(log, added),
    }
}

/// The rule rows were counted by, in words.
fn rule(log: Log, added: &Added) -> String {
    let (texts, rules) = (log.texts, &added.rules);
    let names = log.sample.with_untracked(|sample| {
        sample.as_ref().map(|sample| sample.names.clone()).unwrap_or_default()
    });
    let name_of = |column: &usize| names.get(*column).cloned().unwrap_or_default();
    let what = match &rules.what {
        Reckoning::Count => texts.text(key!("log.rule.count")),
        Reckoning::Sum(column) => {
            texts.format(key!("log.rule.sum"), &[("column", Arg::Text(&name_of(column)))])
        }
        Reckoning::Quantile(part, _) if *part > 0.5 => texts.text(key!("log.rule.p90")),
        Reckoning::Quantile(..) => texts.text(key!("log.rule.median")),
        Reckoning::Within(_) => within(log),
        Reckoning::Conversion(Said { column, text }) => {
            let column = name_of(column);
            let args = [("column", Arg::Text(&column)), ("text", Arg::Text(text))];
            texts.format(key!("log.rule.conversion"), &args)
        }
    };
    let shares = matches!(rules.what, Reckoning::Within(_));
    let parts = [
        rules.clock.is_some().then_some(key!("log.rule.business")),
        rules.abandoned.as_ref().map(|_| match rules.abandoned_rest {
            Rest::NotMet if shares => key!("log.rule.abandoned_not_met"),
            Rest::NotMet | Rest::LeftOut => key!("log.rule.abandoned_left_out"),
        }),
        rules.length.map(|_| match rules.open_rest {
            Rest::NotMet if shares => key!("log.rule.open_not_met"),
            Rest::NotMet | Rest::LeftOut => key!("log.rule.open_left_out"),
        }),
        Some(key!("log.rule.by_begin")),
    ];
    parts.into_iter().flatten().fold(what, |before, key| {
        let next = texts.text(key);
        let args = [("first", Arg::Text(&before)), ("second", Arg::Text(&next))];
        texts.format(key!("chart.listed"), &args)
    })
}

/// The time a service level promises, in the words of its definition.
fn within(log: Log) -> String {
    let found = log.watched.record.with_untracked(|record| match &record.as_ref()?.measure {
        Measure::ServiceLevel { within, unit, .. } => Some(((*within)?, *unit)),
        Measure::Number | Measure::Share => None,
    });
    let Some((amount, unit)) = found else { return String::new() };
    let unit = match unit {
        crate::kpi::TimeUnit::Seconds => crate::i18n::DurationUnit::Seconds,
        crate::kpi::TimeUnit::Minutes => crate::i18n::DurationUnit::Minutes,
        crate::kpi::TimeUnit::Hours => crate::i18n::DurationUnit::Hours,
        crate::kpi::TimeUnit::Days => crate::i18n::DurationUnit::Days,
    };
    log.texts.format(key!("log.rule.within"), &[("time", Arg::Duration(amount, unit))])
}
