//! Every row of the table and what would happen to it.

use super::super::Watched;
use super::super::values::period_words;
use super::Seen;
use crate::i18n::{Arg, Catalogue, InWords as _};
use crate::key;
use crate::tabular::{Counts, IntakeRow, Looked, RowState, Value};
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// Rows shown in order.
const SHOWN: usize = 120;
/// Rejected rows shown beyond those.
const ERRORS_SHOWN: usize = 80;

/// Counts, then the rows.
#[component]
pub fn PreviewTable(
    /// The indicator.
    watched: Watched,
    /// What would happen.
    seen: Seen,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let counts = move || {
        seen.with(|seen| match seen {
            Some(Ok(looked)) => texts.with(|catalogue| counts_in_words(catalogue, looked.counts)),
            Some(Err(_)) | None => String::new(),
        })
    };
    let rows = move || {
        seen.with(|seen| {
            let Some(Ok(looked)) = seen else { return Vec::new() };
            shown(looked).map(|found| row(found, session, texts, watched)).collect::<Vec<_>>()
        })
    };
    let unseen = move || {
        seen.with(|seen| {
            let Some(Ok(looked)) = seen else { return None };
            let rest = looked.rows.len() - shown(looked).count();
            let count = Arg::Count(u64::try_from(rest).unwrap_or_default());
            (rest > 0).then(|| texts.format(key!("import.more_rows"), &[("count", count)]))
        })
    };
    view! {
        <p role="status" class="import-counts">{counts}</p>
        <div class="table-scroll import-preview" tabindex="0" role="region" aria-label=t(key!("import.preview"))>
            <table>
                <caption class="visually-hidden">{t(key!("import.preview"))}</caption>
                <thead><tr>
                    <th scope="col" class="number">{t(key!("import.line"))}</th>
                    <th scope="col">{t(key!("chart.column_period"))}</th>
                    <th scope="col" class="number">{t(key!("chart.column_value"))}</th>
                    <th scope="col">{t(key!("import.what_happens"))}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="hint" hidden=move || unseen().is_none()>{unseen}</p>
    }
}

/// The first rows, and rejected ones from further down.
fn shown(looked: &Looked) -> impl Iterator<Item = &IntakeRow> {
    let (first, rest) = looked.rows.split_at(looked.rows.len().min(SHOWN));
    let rejected =
        |found: &&IntakeRow| found.out_of_range || matches!(found.row.state, RowState::Rejected(_));
    first.iter().chain(rest.iter().filter(rejected).take(ERRORS_SHOWN))
}

fn row(
    found: &IntakeRow,
    session: Session,
    texts: Texts,
    watched: Watched,
) -> impl IntoView + use<> {
    let read = &found.row;
    let period = match read.period {
        Some(period) => period_words(session, texts, watched, period),
        None => read.period_text.clone(),
    };
    let written = read.value_texts.join(" / ");
    let value = match read.value {
        Some(value) => texts.with(|catalogue| value_in_words(catalogue, value)),
        None => written,
    };
    let wrong = found.out_of_range || matches!(read.state, RowState::Rejected(_));
    let state = texts.with(|catalogue| state_in_words(catalogue, found));
    view! {
        <tr class:rejected=wrong>
            <td class="number">{read.line.to_string()}</td>
            <td dir="auto">{period}</td>
            <td class="number" dir="auto">{value}</td>
            <td class:error=wrong>{state}</td>
        </tr>
    }
}

fn value_in_words(catalogue: &Catalogue, value: Value) -> String {
    let args: [(&str, Arg<'_>); 2] = match value {
        Value::Number(value) => {
            return crate::i18n::numbers::number(catalogue.language(), value);
        }
        Value::Percent(value) => {
            return crate::i18n::numbers::percent(catalogue.language(), value);
        }
        Value::Counted { part, whole } => {
            [("part", Arg::Number(part)), ("whole", Arg::Number(whole))]
        }
    };
    catalogue.format(key!("chart.counts"), &args)
}

fn state_in_words(catalogue: &Catalogue, found: &IntakeRow) -> String {
    if found.out_of_range {
        return catalogue.text(key!("indicator.percent_wrong")).into_owned();
    }
    let key = match &found.row.state {
        RowState::New if found.row.future => key!("import.state.new_future"),
        RowState::New => key!("import.state.new"),
        RowState::Changed(before) => {
            let before = value_in_words(catalogue, *before);
            let args = [("before", Arg::Text(&before))];
            return catalogue.format(key!("import.state.changed"), &args);
        }
        RowState::Same => key!("import.state.same"),
        RowState::Blank => key!("import.state.blank"),
        RowState::LeftOut => key!("import.state.left_out"),
        RowState::Pending => key!("import.state.pending"),
        RowState::Rejected(errors) => {
            let words: Vec<String> =
                errors.iter().map(|error| error.kind.in_words(catalogue)).collect();
            return words.join(" ");
        }
    };
    catalogue.text(key).into_owned()
}

/// "82 new, 2 changed, 1 rejected".
fn counts_in_words(catalogue: &Catalogue, counts: Counts) -> String {
    let parts = [
        (key!("import.count.new"), counts.new),
        (key!("import.count.changed"), counts.changed),
        (key!("import.count.same"), counts.same),
        (key!("import.count.blank"), counts.blank),
        (key!("import.count.left_out"), counts.left_out),
        (key!("import.count.pending"), counts.pending),
        (key!("import.count.rejected"), counts.rejected),
    ];
    let named = parts.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| {
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        catalogue.format(key, &[("count", Arg::Count(count))])
    });
    let joined = named.reduce(|before, next| {
        let args = [("first", Arg::Text(&before)), ("second", Arg::Text(&next))];
        catalogue.format(key!("chart.listed"), &args)
    });
    joined.unwrap_or_default()
}
