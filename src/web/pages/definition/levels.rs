//! What a target may say beyond one value: the least that was promised, what
//! would be better still, values on the way, a deviation accepted for a while.

use super::editor::Editor;
use super::target::{share_check, unit_signal};
use crate::base::{Period, date_in_range};
use crate::i18n::{Arg, Language, numbers};
use crate::key;
use crate::kpi::{Baseline, Deviation, Direction, Indicator, StepShape, TargetStep, shaped};
use crate::tabular::{DecimalMark, StepFault, read_steps};
use crate::web::components::fields::{DateField, NumberField, TextField, editable};
use crate::web::components::people::PersonField;
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// Id of the series' text area.
const SERIES: &str = "definition-series";

/// Commit and stretch, and the series; a band has none of them.
#[component]
pub fn LevelFields(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let is_band = editor.read(|indicator| indicator.direction == Some(Direction::Within));
    view! {
        {move || (!is_band.get()).then(|| view! {
            <div class="columns">
                <NumberField id="definition-commit" label=key!("definition.commit") hint=key!("definition.commit_hint")
                    unit=unit_signal(editor) check=share_check(editor)
                    value=editor.read(|indicator| indicator.target.commit)
                    on_number=move |value| { editor.type_in("commit", |indicator| indicator.target.commit = value); } />
                <NumberField id="definition-stretch" label=key!("definition.stretch") hint=key!("definition.stretch_hint")
                    unit=unit_signal(editor) check=share_check(editor)
                    value=editor.read(|indicator| indicator.target.stretch)
                    on_number=move |value| { editor.type_in("stretch", |indicator| indicator.target.stretch = value); } />
            </div>
            <SeriesField editor=editor />
        })}
        <DeviationFields editor=editor />
    }
}

fn shape_key(shape: StepShape) -> &'static str {
    match shape {
        StepShape::Flat => key!("definition.series_flat"),
        StepShape::Quarters => key!("definition.series_steps"),
        StepShape::Line => key!("definition.series_line"),
    }
}

/// The values on the way as lines one can type, paste or have filled in.
#[component]
fn SeriesField(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let texts = Texts::here();
    let steps = editor.read(|indicator| indicator.target.steps.clone());
    let draft = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<(usize, StepFault)>);
    let shown =
        move || draft.get().unwrap_or_else(|| steps.with(|steps| lines(texts.language(), steps)));
    let read = move |text: String| match read_here(editor, texts, &text) {
        Ok(found) => {
            let saved = editor.change(|indicator| indicator.target.steps = found);
            fault.set(None);
            draft.set((!saved).then_some(text));
        }
        Err(why) => {
            fault.set(Some(why));
            draft.set(Some(text));
        }
    };
    let fill = move |shape: StepShape| {
        let Some(indicator) = editor.peek() else { return };
        let today = editor.session().today_signal().get_untracked();
        let fiscal = untrack(|| editor.fiscal());
        match shaped(&indicator, shape, today, fiscal) {
            Some(found) => {
                fault.set(None);
                draft.set(None);
                editor.change(|indicator| indicator.target.steps = found);
            }
            None => {
                editor.session().fail(untrack(|| texts.text(key!("definition.series_not_yet"))));
            }
        }
    };
    let error = move || {
        let (line, why) = fault.get()?;
        let key = match why {
            StepFault::Period => key!("definition.series_no_period"),
            StepFault::Value => key!("definition.series_no_value"),
            StepFault::Twice => key!("definition.series_twice"),
        };
        let line = u64::try_from(line).unwrap_or(u64::MAX);
        Some(texts.format(key, &[("line", Arg::Count(line))]))
    };
    let buttons = StepShape::ALL.map(|shape| {
        view! {
            <button class="button button-quiet" type="button" on:click=move |_| fill(shape)>{t(shape_key(shape))}</button>
        }
    });
    view! {
        <div class="field">
            <label for=SERIES>{t(key!("definition.series"))}</label>
            <p class="hint" id="definition-series-hint">{t(key!("definition.series_hint"))}</p>
            <p class="error" id="definition-series-error" role="alert" hidden=move || fault.with(Option::is_none)>{error}</p>
            <textarea id=SERIES rows="5" class="series-lines" dir="auto" spellcheck="false" maxlength="20000"
                aria-describedby="definition-series-hint definition-series-error"
                aria-invalid=move || fault.with(Option::is_some).then_some("true")
                prop:value=shown
                on:input=move |event| draft.set(Some(event_target_value(&event)))
                on:change=move |event| read(event_target_value(&event))></textarea>
            <div class="cluster">{buttons}</div>
        </div>
    }
}

/// One line a step, as it would be typed again.
fn lines(language: Language, steps: &[TargetStep]) -> String {
    let line = |step: &TargetStep| format!("{}\t{}", step.period, editable(language, step.value));
    steps.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn read_here(
    editor: Editor,
    texts: Texts,
    text: &str,
) -> Result<Vec<TargetStep>, (usize, StepFault)> {
    let Some(indicator) = editor.peek() else { return Ok(Vec::new()) };
    let language = untrack(|| texts.language());
    let comma = numbers::decimal_mark(language) == ',';
    let mark = if comma { DecimalMark::Comma } else { DecimalMark::Point };
    let fiscal = untrack(|| editor.fiscal());
    let today = editor.session().today_signal().get_untracked();
    let begin = match indicator.baseline {
        Baseline::Known { period, .. } => period.last_day(fiscal).succ_opt(),
        Baseline::Unset | Baseline::NoneYet => None,
    };
    let start = Period::containing(begin.unwrap_or(today), indicator.cadence, fiscal);
    let steps = read_steps(text, mark, indicator.cadence, fiscal, start)?;
    let share = indicator.measure.is_share();
    let wrong = |step: &&TargetStep| {
        (share && !(0.0..=100.0).contains(&step.value))
            || !date_in_range(step.period.first_day(fiscal))
    };
    match steps.iter().position(|step| wrong(&step)) {
        Some(place) => Err((place + 1, StepFault::Value)),
        None => Ok(steps),
    }
}

/// Who accepts a deviation, why, and until when; it ends by itself.
#[component]
fn DeviationFields(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let texts = Texts::here();
    let edit = move |field: Option<&str>, change: &dyn Fn(&mut Deviation)| {
        let edit = |indicator: &mut Indicator| {
            let mut deviation = indicator.deviation.take().unwrap_or_default();
            change(&mut deviation);
            indicator.deviation = Some(deviation).filter(|one| *one != Deviation::default());
        };
        match field {
            Some(field) => editor.type_in(field, edit),
            None => editor.change(edit),
        };
    };
    let of = |indicator: &Indicator| indicator.deviation.clone().unwrap_or_default();
    let said = editor.read(of);
    let stands = move || {
        let deviation = said.get();
        if deviation == Deviation::default() {
            return None;
        }
        let today = editor.session().today();
        Some(match (deviation.holds(today), deviation.until) {
            (true, Some(until)) => {
                texts.format(key!("definition.deviation_holds"), &[("date", Arg::Date(until))])
            }
            (false, Some(until)) if until < today => {
                texts.format(key!("definition.deviation_over"), &[("date", Arg::Date(until))])
            }
            _ => texts.text(key!("definition.deviation_open")),
        })
    };
    view! {
        <fieldset class="field" aria-describedby="deviation-hint">
            <legend>{t(key!("definition.deviation"))}</legend>
            <p class="hint" id="deviation-hint">{t(key!("definition.deviation_hint"))}</p>
            <div class="columns">
                <TextField id="definition-deviation-why" label=key!("definition.deviation_why")
                    value=editor.read(move |indicator| of(indicator).why)
                    on_text=move |text: String| edit(Some("deviation"), &|one| one.why.clone_from(&text)) />
                <PersonField id="definition-deviation-who" label=key!("definition.deviation_who")
                    value=editor.read(move |indicator| of(indicator).who)
                    on_person=move |who| edit(None, &|one| one.who = who) />
                <DateField id="definition-deviation-until" label=key!("definition.deviation_until")
                    value=editor.read(move |indicator| of(indicator).until)
                    on_date=move |until| edit(None, &|one| one.until = until) />
            </div>
            <p class="second" role="status">{stands}</p>
        </fieldset>
    }
}
