//! What the columns of a log mean, and by which rules rows count.

use super::Log;
use super::run::Run;
use crate::i18n::Arg;
use crate::key;
use crate::kpi::{Measure, TimeUnit};
use crate::route::{Place, Route};
use crate::tabular::events::{Kind, LogChoices, Rest, Sample, needs_length};
use crate::tabular::{
    DayMonthOrder, DecimalMark, PeriodReading, ShortYear, ShortYears, parse_period,
};
use crate::web::session::Here;
use crate::web::texts::{Texts, t};
use leptos::prelude::*;
use std::sync::Arc;

/// Texts of a column offered to choose from.
const OFFERED: usize = 30;

impl Log {
    fn choose(self, change: impl FnOnce(&mut LogChoices)) {
        self.run.set(Run::Waiting);
        self.choices.update(|choices| {
            if let Some(choices) = choices {
                change(choices);
            }
        });
    }

    fn chosen<T: Default>(self, read: impl FnOnce(&LogChoices) -> T) -> T {
        self.choices.with(|choices| choices.as_ref().map(read)).unwrap_or_default()
    }

    fn has_length(self) -> bool {
        let kind = self.chosen(|choices| choices.kind);
        self.watched.with(|found| needs_length(&found.measure, kind)).unwrap_or_default()
    }

    fn is_share_of_time(self) -> bool {
        let level = |measure: &Measure| matches!(measure, Measure::ServiceLevel { .. });
        self.watched.with(|found| level(&found.measure)).unwrap_or_default()
    }
}

/// The questions that matter for the indicator, in turn.
#[component]
pub fn Form(
    /// The step.
    log: Log,
    /// The beginning of the log.
    sample: Arc<Sample>,
) -> impl IntoView {
    let is = move |wanted: fn(&Measure) -> bool| {
        log.watched.with(|found| wanted(&found.measure)).unwrap_or_default()
    };
    let number = move || is(|measure| matches!(measure, Measure::Number));
    let share = move || is(|measure| matches!(measure, Measure::Share));
    let kind = move || log.chosen(|choices| choices.kind);
    let sum = move || number() && kind() == Kind::Sum;
    let quantile = move || number() && matches!(kind(), Kind::Median | Kind::P90);
    let numbers = {
        let sample = Arc::clone(&sample);
        move || {
            let (end, added) = log.chosen(|choices| (choices.end, choices.column));
            let clear = |column: Option<usize>| column.is_some_and(|one| sample.has_numbers(one));
            let moment = end.is_some_and(|end| sample.moments().contains(&end));
            (sum() && !clear(added)) || (log.has_length() && !moment && !clear(end))
        }
    };
    let numbers = Memo::new(move |_| numbers());
    let unit = |unit: TimeUnit| format!("{unit:?}");
    let units = move |texts: Texts| {
        TimeUnit::ALL.map(|one| (unit(one), texts.text(unit_key(one)))).to_vec()
    };
    let (begin, outcome, ends) = (Arc::clone(&sample), Arc::clone(&sample), Arc::clone(&sample));
    view! {
        <div class="log-form">
            <Begin log=log sample=begin />
            {move || number().then(|| view! {
                <Select id="log-kind" label=key!("log.kind") empty=None
                    options=Signal::derive(move || Kind::ALL.map(|kind| (format!("{kind:?}"), log.texts.text(kind_key(kind)))).to_vec())
                    chosen=Signal::derive(move || format!("{:?}", kind()))
                    on_choose=move |word: String| {
                        let found = Kind::ALL.into_iter().find(|kind| format!("{kind:?}") == word);
                        log.choose(|choices| choices.kind = found.unwrap_or_default());
                    } />
            })}
            {move || (sum() || share()).then(|| view! { <Outcome log=log sample=outcome.clone() sum=sum() /> })}
            {move || log.has_length().then(|| view! { <Length log=log sample=ends.clone() /> })}
            {move || numbers.get().then(|| view! { <Decimal log=log /> })}
            {move || quantile().then(|| view! {
                <Select id="log-unit" label=key!("log.unit") empty=None
                    options=Signal::derive(move || units(log.texts))
                    chosen=Signal::derive(move || log.choices.with(|one| one.as_ref().map(|one| unit(one.unit))).unwrap_or_default())
                    on_choose=move |word: String| {
                        if let Some(found) = TimeUnit::ALL.into_iter().find(|one| unit(*one) == word) {
                            log.choose(|choices| choices.unit = found);
                        }
                    } />
            })}
            {move || log.has_length().then(|| view! { <Clock log=log /> })}
        </div>
    }
}

fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => key!("log.kind_count"),
        Kind::Sum => key!("log.kind_sum"),
        Kind::Median => key!("log.kind_median"),
        Kind::P90 => key!("log.kind_p90"),
    }
}

fn unit_key(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Seconds => key!("log.unit_seconds"),
        TimeUnit::Minutes => key!("log.unit_minutes"),
        TimeUnit::Hours => key!("log.unit_hours"),
        TimeUnit::Days => key!("log.unit_days"),
    }
}

/// The columns of a log with an example each, by their place.
fn columns(texts: Texts, sample: &Sample) -> Vec<(String, String)> {
    let column = |(place, name): (usize, &String)| {
        let example = sample.texts_of(place, 1).into_iter().next().unwrap_or_default();
        let example: String = example.chars().take(24).collect();
        let number = (place + 1).to_string();
        let args = [
            ("name", Arg::Text(name)),
            ("number", Arg::Text(&number)),
            ("example", Arg::Text(&example)),
        ];
        let key =
            if name.is_empty() { key!("log.unnamed_column") } else { key!("log.from_column") };
        (place.to_string(), texts.format(key, &args))
    };
    sample.names.iter().enumerate().map(column).collect()
}

fn place(column: Option<usize>) -> String {
    column.map(|column| column.to_string()).unwrap_or_default()
}

/// When a row began, or the one period of all, and how dates are meant.
#[component]
fn Begin(
    /// The step.
    log: Log,
    /// The beginning of the log.
    sample: Arc<Sample>,
) -> impl IntoView {
    let texts = log.texts;
    let (listed, dated, asked) = (Arc::clone(&sample), Arc::clone(&sample), sample);
    let period = RwSignal::new(None::<String>);
    let shown = move || {
        period.get().unwrap_or_else(|| {
            log.chosen(|choices| {
                choices.period.map(|period| period.to_string()).unwrap_or_default()
            })
        })
    };
    let write = move |text: String| {
        let read = log.session.peek_project(log.watched.project, |found| {
            let cadence = found.indicators.get(log.watched.indicator)?.cadence;
            match parse_period(&text, cadence, found.head.fiscal, None) {
                Ok(PeriodReading::Certain(period)) => Some(period),
                Ok(PeriodReading::Ambiguous { .. }) | Err(_) => None,
            }
        });
        period.set(Some(text));
        log.choose(|choices| choices.period = read.flatten());
    };
    let ask_order = Memo::new(move |_| {
        let (column, year) = log.chosen(|choices| (choices.when, choices.year));
        let column = column?;
        asked
            .order_of(column, year)
            .is_err()
            .then(|| asked.texts_of(column, 1))
            .and_then(|mut all| all.pop())
    });
    let ask_year = Memo::new(move |_| dated.short_year_in(log.chosen(|choices| choices.when)?));
    let year = move || {
        ask_year
            .get()
            .map(|(example, years)| view! { <Year log=log example=example years=years /> })
    };
    let order = move || ask_order.get().map(|example| view! { <Order log=log example=example /> });
    let fixed = move || log.chosen(|choices| choices.when).is_none();
    view! {
        <Select id="log-when" label=key!("log.when") empty=Some(key!("log.when_none"))
            options=Signal::derive(move || columns(texts, &listed))
            chosen=Signal::derive(move || place(log.chosen(|choices| choices.when)))
            on_choose=move |word: String| log.choose(|choices| choices.when = word.parse().ok()) />
        {move || fixed().then(|| view! {
            <div class="field">
                <label for="log-period">{t(key!("log.period"))}</label>
                <input id="log-period" type="text" autocomplete="off" prop:value=shown
                    on:input=move |event| write(event_target_value(&event)) />
            </div>
        })}
        {year}
        {order}
    }
}

/// Which number of a date without four digits is the year.
#[component]
fn Year(
    /// The step.
    log: Log,
    /// A date that can be read both ways.
    example: String,
    /// The years it may name.
    years: ShortYears,
) -> impl IntoView {
    let found = [(years.last, ShortYear::Last), (years.first, ShortYear::First)];
    let options = found.into_iter().filter_map(|(year, which)| Some((year?.to_string(), which)));
    let options = options.map(|(year, which)| {
        let checked = move || log.chosen(|choices| choices.year) == Some(which);
        let label = log.texts.format(key!("import.a_year"), &[("year", Arg::Text(&year))]);
        view! {
            <label class="choice"><input type="radio" name="log-year" prop:checked=checked
                on:change=move |_| log.choose(|choices| choices.year = Some(which)) /> {label}</label>
        }
    });
    let legend = log.texts.format(key!("log.year"), &[("example", Arg::Text(&example))]);
    view! { <fieldset class="field"><legend>{legend}</legend>{options.collect_view()}</fieldset> }
}

/// Which number of a date is the day.
#[component]
fn Order(
    /// The step.
    log: Log,
    /// A date that can be read both ways.
    example: String,
) -> impl IntoView {
    let orders = [
        (DayMonthOrder::DayFirst, key!("log.order_day")),
        (DayMonthOrder::MonthFirst, key!("log.order_month")),
    ];
    let options = orders.map(|(order, label)| {
        let checked = move || log.chosen(|choices| choices.order) == Some(order);
        view! {
            <label class="choice"><input type="radio" name="log-order" prop:checked=checked
                on:change=move |_| log.choose(|choices| choices.order = Some(order)) /> {t(label)}</label>
        }
    });
    let legend = move || log.texts.format(key!("log.order"), &[("example", Arg::Text(&example))]);
    view! { <fieldset class="field"><legend>{legend}</legend>{options}</fieldset> }
}

/// Which mark stands before decimals.
#[component]
fn Decimal(
    /// The step.
    log: Log,
) -> impl IntoView {
    let marks = [
        (DecimalMark::Point, key!("log.decimal_point")),
        (DecimalMark::Comma, key!("log.decimal_comma")),
    ];
    let options = marks.map(|(mark, label)| {
        let checked = move || log.chosen(|choices| choices.decimal) == Some(mark);
        view! {
            <label class="choice"><input type="radio" name="log-decimal" prop:checked=checked
                on:change=move |_| log.choose(|choices| choices.decimal = Some(mark)) /> {t(label)}</label>
        }
    });
    view! { <fieldset class="field"><legend>{t(key!("log.decimal"))}</legend>{options}</fieldset> }
}

/// The column added up, or the one that says success.
#[component]
fn Outcome(
    /// The step.
    log: Log,
    /// The beginning of the log.
    sample: Arc<Sample>,
    /// Whether it is a column to add up.
    sum: bool,
) -> impl IntoView {
    let (texts, listed) = (log.texts, Arc::clone(&sample));
    let label = if sum { key!("log.sum_column") } else { key!("log.outcome_column") };
    let words = move || {
        let column = log.chosen(|choices| choices.column);
        column.map(|column| sample.texts_of(column, OFFERED)).unwrap_or_default()
    };
    let words = Memo::new(move |_| words());
    view! {
        <Select id="log-column" label=label empty=Some(key!("log.choose"))
            options=Signal::derive(move || columns(texts, &listed))
            chosen=Signal::derive(move || place(log.chosen(|choices| choices.column)))
            on_choose=move |word: String| log.choose(|choices| (choices.column, choices.text) = (word.parse().ok(), String::new())) />
        {(!sum).then(|| view! {
            <Select id="log-text" label=key!("log.outcome_text") empty=Some(key!("log.choose"))
                options=Signal::derive(move || words.get().into_iter().map(|word| (word.clone(), word)).collect())
                chosen=Signal::derive(move || log.chosen(|choices| choices.text.clone()))
                on_choose=move |word: String| log.choose(|choices| choices.text = word) />
        })}
    }
}

/// How long a row took, and what becomes of those that never ended.
#[component]
fn Length(
    /// The step.
    log: Log,
    /// The beginning of the log.
    sample: Arc<Sample>,
) -> impl IntoView {
    let texts = log.texts;
    let (listed, moments, abandoned) =
        (Arc::clone(&sample), Arc::clone(&sample), Arc::clone(&sample));
    let written = Memo::new(move |_| {
        log.chosen(|choices| choices.end).is_some_and(|end| !moments.moments().contains(&end))
    });
    let words = Memo::new(move |_| {
        let column = log.chosen(|choices| choices.abandoned);
        column.map(|column| sample.texts_of(column, OFFERED)).unwrap_or_default()
    });
    let unit = |unit: TimeUnit| format!("{unit:?}");
    let again = Arc::clone(&abandoned);
    view! {
        <Select id="log-end" label=key!("log.end") empty=Some(key!("log.choose"))
            options=Signal::derive(move || columns(texts, &listed))
            chosen=Signal::derive(move || place(log.chosen(|choices| choices.end)))
            on_choose=move |word: String| log.choose(|choices| choices.end = word.parse().ok()) />
        {move || written.get().then(|| view! {
            <Select id="log-end-unit" label=key!("log.end_unit") empty=None
                options=Signal::derive(move || TimeUnit::ALL.map(|one| (unit(one), texts.text(unit_key(one)))).to_vec())
                chosen=Signal::derive(move || log.choices.with(|one| one.as_ref().map(|one| unit(one.end_unit))).unwrap_or_default())
                on_choose=move |word: String| {
                    if let Some(found) = TimeUnit::ALL.into_iter().find(|one| unit(*one) == word) {
                        log.choose(|choices| choices.end_unit = found);
                    }
                } />
        })}
        <Select id="log-abandoned" label=key!("log.abandoned") empty=Some(key!("log.abandoned_none"))
            options=Signal::derive(move || columns(texts, &again))
            chosen=Signal::derive(move || place(log.chosen(|choices| choices.abandoned)))
            on_choose=move |word: String| log.choose(|choices| (choices.abandoned, choices.abandoned_text) = (word.parse().ok(), String::new())) />
        {move || log.chosen(|choices| choices.abandoned).is_some().then(|| view! {
            <Select id="log-abandoned-text" label=key!("log.abandoned_text") empty=Some(key!("log.choose"))
                options=Signal::derive(move || words.get().into_iter().map(|word| (word.clone(), word)).collect())
                chosen=Signal::derive(move || log.chosen(|choices| choices.abandoned_text.clone()))
                on_choose=move |word: String| log.choose(|choices| choices.abandoned_text = word) />
        })}
        {move || if log.is_share_of_time() { view! { <Rests log=log /> }.into_any() } else {
            view! { <p class="hint">{t(key!("log.never_quantile"))}</p> }.into_any()
        }}
    }
}

/// What becomes of abandoned rows and of rows without an end.
#[component]
fn Rests(
    /// The step.
    log: Log,
) -> impl IntoView {
    let word = |rest: Rest| if rest == Rest::NotMet { "not-met" } else { "left-out" }.to_owned();
    let rest = |word: &str| if word == "left-out" { Rest::LeftOut } else { Rest::NotMet };
    let options = move || {
        let text = |key| log.texts.text(key);
        vec![
            (word(Rest::NotMet), text(key!("log.rest_not_met"))),
            (word(Rest::LeftOut), text(key!("log.rest_left_out"))),
        ]
    };
    let some = move || log.chosen(|choices| choices.abandoned).is_some();
    view! {
        {move || some().then(|| view! {
            <Select id="log-abandoned-rest" label=key!("log.abandoned_rest") empty=None options=Signal::derive(options)
                chosen=Signal::derive(move || word(log.chosen(|choices| choices.abandoned_rest)))
                on_choose=move |text: String| log.choose(|choices| choices.abandoned_rest = rest(&text)) />
        })}
        <Select id="log-open-rest" label=key!("log.open_rest") empty=None options=Signal::derive(options)
            chosen=Signal::derive(move || word(log.chosen(|choices| choices.open_rest)))
            on_choose=move |text: String| log.choose(|choices| choices.open_rest = rest(&text)) />
    }
}

/// Calendar or business hours.
#[component]
fn Clock(
    /// The step.
    log: Log,
) -> impl IntoView {
    let settings = Route::Project(Here::project(), Place::Settings).href();
    let opens = Memo::new(move |_| log.clock().ever_opens());
    let options = [(false, key!("log.clock_calendar")), (true, key!("log.clock_business"))];
    let options = move || {
        options.map(|(business, label)| {
            let checked = move || log.chosen(|choices| choices.business) == business;
            view! {
                <label class="choice"><input type="radio" name="log-clock" prop:checked=checked prop:disabled=move || business && !opens.get()
                    on:change=move |_| log.choose(|choices| choices.business = business) /> {t(label)}</label>
            }
        })
    };
    view! {
        <fieldset class="field">
            <legend>{t(key!("log.clock"))}</legend>
            {options()}
            {move || (!opens.get()).then(|| view! { <p class="hint"><a href=settings.clone()>{t(key!("log.clock_none"))}</a></p> })}
        </fieldset>
    }
}

/// A select by words.
#[component]
fn Select(
    /// Id of the select.
    id: &'static str,
    /// Key of the label.
    label: &'static str,
    /// Key of the first option, which chooses nothing.
    empty: Option<&'static str>,
    /// Values with their words.
    options: Signal<Vec<(String, String)>>,
    /// The value chosen; empty for none.
    chosen: Signal<String>,
    /// Called with the value.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let option = move |(value, words): (String, String)| {
        let own = value.clone();
        view! { <option value=value dir="auto" prop:selected=move || chosen.with(|chosen| *chosen == own)>{words}</option> }
    };
    view! {
        <div class="field">
            <label for=id>{t(label)}</label>
            <select id=id on:change=move |event| on_choose.run(event_target_value(&event))>
                {empty.map(|empty| view! { <option value="" prop:selected=move || chosen.with(String::is_empty)>{t(empty)}</option> })}
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}
