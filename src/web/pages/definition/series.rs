//! What is expected on the way as lines one can type, paste or have filled in: values,
//! or bands.

use super::editor::Editor;
use crate::base::{FiscalStart, Period, date_in_range};
use crate::i18n::{Arg, Language, numbers};
use crate::key;
use crate::kpi::{
    BandStep, Baseline, Indicator, StepShape, Target, TargetStep, shaped, shaped_bands,
};
use crate::tabular::{DecimalMark, StepFault, StepForm, read_band_steps, read_steps};
use crate::web::components::fields::editable;
use crate::web::texts::{Texts, t};
use chrono::NaiveDate;
use leptos::prelude::*;

/// Id of the text area.
const SERIES: &str = "definition-series";

/// What the steps of a target are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Values to reach.
    Values,
    /// Bands to stay within.
    Bands,
}

impl Way {
    fn label(self) -> &'static str {
        match self {
            Self::Values => key!("definition.series"),
            Self::Bands => key!("definition.bands"),
        }
    }

    fn hint(self) -> &'static str {
        match self {
            Self::Values => key!("definition.series_hint"),
            Self::Bands => key!("definition.bands_hint"),
        }
    }

    /// Why nothing is filled in.
    fn not_yet(self) -> &'static str {
        match self {
            Self::Values => key!("definition.series_not_yet"),
            Self::Bands => key!("definition.bands_not_yet"),
        }
    }

    fn fault(self, fault: StepFault) -> &'static str {
        match (fault, self) {
            (StepFault::Period, _) => key!("definition.series_no_period"),
            (StepFault::Value, Self::Values) => key!("definition.series_no_value"),
            (StepFault::Value, Self::Bands) => key!("definition.bands_no_value"),
            (StepFault::UpsideDown, _) => key!("definition.bands_upside_down"),
            (StepFault::Twice, _) => key!("definition.series_twice"),
        }
    }

    /// Fills in a shape, if that can be done yet.
    fn fill(
        self,
        indicator: &Indicator,
        shape: StepShape,
        today: NaiveDate,
        fiscal: FiscalStart,
    ) -> Option<Steps> {
        Some(match self {
            Self::Values => Steps::Values(shaped(indicator, shape, today, fiscal)?),
            Self::Bands => Steps::Bands(shaped_bands(indicator, shape, today, fiscal)?),
        })
    }

    fn read(self, text: &str, form: StepForm) -> Result<Steps, (usize, StepFault)> {
        Ok(match self {
            Self::Values => Steps::Values(read_steps(text, form)?),
            Self::Bands => Steps::Bands(read_band_steps(text, form)?),
        })
    }

    /// Those of a target.
    fn of(self, target: &Target) -> Steps {
        match self {
            Self::Values => Steps::Values(target.steps.clone()),
            Self::Bands => Steps::Bands(target.bands.clone()),
        }
    }
}

/// Steps of either kind.
#[derive(Debug, Clone, PartialEq)]
enum Steps {
    Values(Vec<TargetStep>),
    Bands(Vec<BandStep>),
}

impl Default for Steps {
    fn default() -> Self {
        Self::Values(Vec::new())
    }
}

impl Steps {
    fn put_into(self, target: &mut Target) {
        match self {
            Self::Values(steps) => target.steps = steps,
            Self::Bands(steps) => target.bands = steps,
        }
    }

    /// Period and values of each.
    fn rows(&self) -> Vec<(Period, Vec<f64>)> {
        match self {
            Self::Values(steps) => {
                steps.iter().map(|step| (step.period, vec![step.value])).collect()
            }
            Self::Bands(steps) => {
                let row = |step: &BandStep| (step.period, vec![step.value.0, step.value.1]);
                steps.iter().map(row).collect()
            }
        }
    }

    /// One line a step, as it would be typed again.
    fn lines(&self, language: Language) -> String {
        let line = |(period, values): &(Period, Vec<f64>)| {
            let values = values.iter().map(|value| editable(language, *value));
            let cells = std::iter::once(period.to_string()).chain(values);
            cells.collect::<Vec<_>>().join("\t")
        };
        self.rows().iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

fn shape_key(shape: StepShape) -> &'static str {
    match shape {
        StepShape::Flat => key!("definition.series_flat"),
        StepShape::Quarters => key!("definition.series_steps"),
        StepShape::Line => key!("definition.series_line"),
    }
}

/// The steps as lines.
#[component]
pub fn SeriesField(
    /// The indicator.
    editor: Editor,
    /// What they are.
    way: Way,
) -> impl IntoView {
    let texts = Texts::here();
    let steps = editor.read(move |indicator| way.of(&indicator.target));
    let draft = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<(usize, StepFault)>);
    let shown =
        move || draft.get().unwrap_or_else(|| steps.with(|steps| steps.lines(texts.language())));
    let read = move |text: String| match read_here(editor, texts, way, &text) {
        Ok(found) => {
            let saved = editor.change(|indicator| found.put_into(&mut indicator.target));
            fault.set(None);
            draft.set((!saved).then_some(text));
        }
        Err(why) => {
            fault.set(Some(why));
            draft.set(Some(text));
        }
    };
    let error = move || {
        let (line, why) = fault.get()?;
        let line = u64::try_from(line).unwrap_or(u64::MAX);
        Some(texts.format(way.fault(why), &[("line", Arg::Count(line))]))
    };
    let filled = Callback::new(move |()| {
        fault.set(None);
        draft.set(None);
    });
    view! {
        <div class="field">
            <label for=SERIES>{t(way.label())}</label>
            <p class="hint" id="definition-series-hint">{t(way.hint())}</p>
            <p class="error" id="definition-series-error" role="alert" hidden=move || fault.with(Option::is_none)>{error}</p>
            <textarea id=SERIES rows="5" class="series-lines" dir="auto" spellcheck="false" maxlength="20000"
                aria-describedby="definition-series-hint definition-series-error"
                aria-invalid=move || fault.with(Option::is_some).then_some("true")
                prop:value=shown
                on:input=move |event| draft.set(Some(event_target_value(&event)))
                on:change=move |event| read(event_target_value(&event))></textarea>
            <FillButtons editor=editor way=way on_filled=filled />
        </div>
    }
}

/// One press fills the lines in.
#[component]
fn FillButtons(
    /// The indicator.
    editor: Editor,
    /// What the steps are.
    way: Way,
    /// Called once they are filled in.
    on_filled: Callback<()>,
) -> impl IntoView {
    let texts = Texts::here();
    let fill = move |shape: StepShape| {
        let Some(indicator) = editor.peek() else { return };
        let today = editor.session().today_signal().get_untracked();
        let fiscal = untrack(|| editor.fiscal());
        match way.fill(&indicator, shape, today, fiscal) {
            Some(found) => {
                on_filled.run(());
                editor.change(|indicator| found.put_into(&mut indicator.target));
            }
            None => editor.session().fail(untrack(|| texts.text(way.not_yet()))),
        }
    };
    let buttons = StepShape::ALL.map(|shape| {
        view! {
            <button class="button button-quiet" type="button" on:click=move |_| fill(shape)>{t(shape_key(shape))}</button>
        }
    });
    view! { <div class="cluster">{buttons}</div> }
}

fn read_here(
    editor: Editor,
    texts: Texts,
    way: Way,
    text: &str,
) -> Result<Steps, (usize, StepFault)> {
    let Some(indicator) = editor.peek() else { return Ok(Steps::default()) };
    let language = untrack(|| texts.language());
    let comma = numbers::decimal_mark(language) == ',';
    let mark = if comma { DecimalMark::Comma } else { DecimalMark::Point };
    let fiscal = untrack(|| editor.fiscal());
    let today = editor.session().today_signal().get_untracked();
    let begin = match indicator.baseline {
        Baseline::Known { period, .. } => period.last_day(fiscal).succ_opt(),
        Baseline::Unset | Baseline::NoneYet => None,
    };
    let cadence = indicator.cadence;
    let start = Period::containing(begin.unwrap_or(today), cadence, fiscal);
    let steps = way.read(text, StepForm { mark, cadence, fiscal, start })?;
    let share = indicator.measure.is_share();
    let wrong = |(period, values): &(Period, Vec<f64>)| {
        (share && !values.iter().all(|value| (0.0..=100.0).contains(value)))
            || !date_in_range(period.first_day(fiscal))
    };
    match steps.rows().iter().position(wrong) {
        Some(place) => Err((place + 1, StepFault::Value)),
        None => Ok(steps),
    }
}
