//! What only the person who has the table knows, as radio groups.

use super::super::Watched;
use super::super::values::period_words;
use super::Importing;
use crate::base::Period;
use crate::i18n::Arg;
use crate::key;
use crate::tabular::{
    Choices, DayMonthOrder, DecimalMark, Keep, PercentForm, Question, Separator, ShortYear,
    ShortYears,
};
use crate::web::session::Session;
use crate::web::texts::Texts;
use leptos::prelude::*;

/// Every question the table raises; the import waits for all of them.
#[component]
pub fn Questions(
    /// The indicator.
    watched: Watched,
    /// The import.
    importing: Importing,
    /// The questions.
    asked: Memo<Vec<Question>>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let words = Words { session, texts, watched };
    move || {
        let questions = asked.get();
        let mut groups = Vec::new();
        let mut duplicates: Vec<Period> = Vec::new();
        for question in questions {
            match question {
                Question::DuplicatePeriod { period, .. } => duplicates.push(period),
                other => groups.extend(words.group(importing, &other)),
            }
        }
        groups.extend(words.duplicates(importing, &duplicates));
        groups.into_iter().map(|group| view! { <Group group=group /> }).collect_view()
    }
}

/// One question with its answers.
struct GroupOf {
    name: &'static str,
    legend: String,
    answers: Vec<Answer>,
}

struct Answer {
    text: String,
    chosen: Signal<bool>,
    choose: Callback<()>,
}

#[component]
fn Group(
    /// The question.
    group: GroupOf,
) -> impl IntoView {
    let name = group.name;
    let answers = group.answers.into_iter().map(|answer| {
        view! {
            <label class="choice">
                <input type="radio" name=name prop:checked=move || answer.chosen.get() on:change=move |_| answer.choose.run(()) />
                <span>{answer.text}</span>
            </label>
        }
    });
    view! {
        <fieldset class="field import-question">
            <legend>{group.legend}</legend>
            {answers.collect_view()}
        </fieldset>
    }
}

#[derive(Clone, Copy)]
struct Words {
    session: Session,
    texts: Texts,
    watched: Watched,
}

impl Words {
    fn period(self, period: Period) -> String {
        period_words(self.session, self.texts, self.watched, period)
    }

    fn group(self, importing: Importing, question: &Question) -> Option<GroupOf> {
        let texts = self.texts;
        let line = |line: usize| line.to_string();
        Some(match question {
            Question::Separator { line: at } => {
                let at = line(*at);
                GroupOf {
                    name: "import-q-separator",
                    legend: texts.format(key!("import.q_separator"), &[("line", Arg::Text(&at))]),
                    answers: vec![
                        self.separator(importing, key!("import.a_separates"), Separator::Comma),
                        self.separator(importing, key!("import.a_is_decimal"), Separator::None),
                    ],
                }
            }
            Question::AmbiguousDecimal {
                line: at,
                example,
                as_comma_decimal,
                as_point_decimal,
            } => {
                let at = line(*at);
                let args = [("example", Arg::Text(example.trim())), ("line", Arg::Text(&at))];
                // Of the two readings the smaller one has the decimals.
                let least = as_comma_decimal.abs().min(as_point_decimal.abs());
                let number = |value: f64| {
                    let key = if value.abs() <= least {
                        key!("import.a_decimals")
                    } else {
                        key!("import.a_thousands")
                    };
                    texts.format(key, &[("value", Arg::Number(value))])
                };
                let answer = |text, mark| {
                    choice(
                        importing,
                        text,
                        mark,
                        |choices| choices.decimal,
                        |choices, mark| choices.decimal = Some(mark),
                    )
                };
                GroupOf {
                    name: "import-q-decimal",
                    legend: texts.format(key!("import.q_decimal"), &args),
                    answers: vec![
                        answer(number(*as_comma_decimal), DecimalMark::Comma),
                        answer(number(*as_point_decimal), DecimalMark::Point),
                    ],
                }
            }
            Question::AmbiguousDayMonth { line: at, example, day_first, month_first } => {
                let at = line(*at);
                let args = [("example", Arg::Text(example.trim())), ("line", Arg::Text(&at))];
                let answer = |key, period, order| {
                    let period = self.period(period);
                    let text = texts.format(key, &[("period", Arg::Text(&period))]);
                    choice(
                        importing,
                        text,
                        order,
                        |choices| choices.day_month,
                        |choices, order| choices.day_month = Some(order),
                    )
                };
                GroupOf {
                    name: "import-q-order",
                    legend: texts.format(key!("import.q_order"), &args),
                    answers: vec![
                        answer(key!("import.a_day_first"), *day_first, DayMonthOrder::DayFirst),
                        answer(
                            key!("import.a_month_first"),
                            *month_first,
                            DayMonthOrder::MonthFirst,
                        ),
                    ],
                }
            }
            Question::ShortYear { line: at, example, years, likely } => {
                self.short_year(importing, *at, example, (*years, *likely))
            }
            Question::Percent { line: at, example, mixed } => {
                self.percent(importing, *at, example, *mixed)
            }
            Question::DuplicatePeriod { .. } => return None,
        })
    }

    /// The likely year stands first and says so; none is taken unasked.
    fn short_year(
        self,
        importing: Importing,
        line: usize,
        example: &str,
        (years, likely): (ShortYears, ShortYear),
    ) -> GroupOf {
        let texts = self.texts;
        let line = line.to_string();
        let args = [("example", Arg::Text(example.trim())), ("line", Arg::Text(&line))];
        let year = |year: u32, which| {
            let year = year.to_string();
            let key =
                if which == likely { key!("import.a_likely_year") } else { key!("import.a_year") };
            (texts.format(key, &[("year", Arg::Text(&year))]), which)
        };
        let mut found = vec![(texts.text(key!("import.a_no_year")), ShortYear::None)];
        found.extend(years.last.map(|last| year(last, ShortYear::Last)));
        found.extend(years.first.map(|first| year(first, ShortYear::First)));
        // The likely one, the other, and last that there is none.
        found.sort_by_key(|(_, which)| (*which == ShortYear::None, *which != likely));
        let answers = found.into_iter().map(|(text, which)| {
            choice(
                importing,
                text,
                which,
                |choices| choices.short_year,
                |choices, which| choices.short_year = Some(which),
            )
        });
        GroupOf {
            name: "import-q-year",
            legend: texts.format(key!("import.q_year"), &args),
            answers: answers.collect(),
        }
    }

    fn percent(self, importing: Importing, line: usize, example: &str, mixed: bool) -> GroupOf {
        let texts = self.texts;
        let line = line.to_string();
        let args = [("example", Arg::Text(example.trim())), ("line", Arg::Text(&line))];
        let forms = [
            (key!("import.a_percent"), PercentForm::Percent, true),
            (key!("import.a_fraction"), PercentForm::Fraction, true),
            (key!("import.a_small_fractions"), PercentForm::SmallFractions, mixed),
        ];
        let answers = forms.into_iter().filter(|(.., offered)| *offered).map(|(key, form, _)| {
            let text = texts.format(key, &[("example", Arg::Text(example.trim()))]);
            choice(
                importing,
                text,
                form,
                |choices| choices.percent,
                |choices, form| choices.percent = Some(form),
            )
        });
        GroupOf {
            name: "import-q-percent",
            legend: texts.format(key!("import.q_percent"), &args),
            answers: answers.collect(),
        }
    }

    /// One answer for all periods that stand in more than one row.
    fn duplicates(self, importing: Importing, periods: &[Period]) -> Option<GroupOf> {
        let texts = self.texts;
        let first = self.period(*periods.first()?);
        let count = u64::try_from(periods.len()).unwrap_or(u64::MAX);
        let args = [("count", Arg::Count(count)), ("period", Arg::Text(&first))];
        let answer = |key, keep| {
            choice(
                importing,
                texts.text(key),
                keep,
                |choices| choices.duplicates,
                |choices, keep| choices.duplicates = Some(keep),
            )
        };
        Some(GroupOf {
            name: "import-q-duplicates",
            legend: texts.format(key!("import.q_duplicates"), &args),
            answers: vec![
                answer(key!("import.a_first"), Keep::First),
                answer(key!("import.a_last"), Keep::Last),
            ],
        })
    }

    /// Reading the text again with a separator answers this one.
    fn separator(self, importing: Importing, key: &'static str, separator: Separator) -> Answer {
        Answer {
            text: self.texts.text(key),
            chosen: Signal::derive(move || importing.separator.get() == Some(separator)),
            choose: Callback::new(move |()| importing.separator.set(Some(separator))),
        }
    }
}

fn choice<T: Copy + PartialEq + Send + Sync + 'static>(
    importing: Importing,
    text: String,
    value: T,
    read: fn(&Choices) -> Option<T>,
    write: fn(&mut Choices, T),
) -> Answer {
    let chosen = move || importing.intake.with(|intake| read(&intake.choices) == Some(value));
    Answer {
        text,
        chosen: Signal::derive(chosen),
        choose: Callback::new(move |()| importing.choose(|choices| write(choices, value))),
    }
}
