//! Where things stood before: a value with its period, or "none yet".

use super::editor::Editor;
use super::focus::focus_on;
use super::target::{share_check, unit_signal};
use crate::base::{Cadence, Period, PeriodError};
use crate::i18n::Arg;
use crate::key;
use crate::kpi::{Baseline, Slot};
use crate::tabular::read_typed_period;
use crate::web::components::fields::{Choice, NumberField};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// Name of the group of radio buttons.
pub const BASELINE: &str = "definition-baseline";
const VALUE: &str = "definition-baseline-value";
const PERIOD: &str = "definition-baseline-period";

/// What the radio buttons ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Measured,
    NoneYet,
}

/// A baseline on its way: the document takes value and period together, so
/// the first of them waits here for the other.
#[derive(Clone, Copy)]
struct Draft {
    editor: Editor,
    saved: Signal<Option<(f64, Period)>>,
    is_none_yet: Signal<bool>,
    is_entering: RwSignal<bool>,
    waiting: RwSignal<(Option<f64>, Option<Period>)>,
}

impl Draft {
    fn new(editor: Editor) -> Self {
        let saved = editor.read(|indicator| match indicator.baseline {
            Baseline::Known { value, period } => Some((value, period)),
            Baseline::Unset | Baseline::NoneYet => None,
        });
        Self {
            editor,
            saved,
            is_none_yet: editor.read(|indicator| indicator.baseline == Baseline::NoneYet),
            is_entering: RwSignal::new(false),
            waiting: RwSignal::new((None, None)),
        }
    }

    /// Value and period, saved or waiting.
    fn parts(self) -> (Option<f64>, Option<Period>) {
        match self.saved.get() {
            Some((value, period)) => (Some(value), Some(period)),
            None => self.waiting.get(),
        }
    }

    fn state(self) -> Option<State> {
        match (self.saved.get().is_some() || self.is_entering.get(), self.is_none_yet.get()) {
            (true, _) => Some(State::Measured),
            (false, true) => Some(State::NoneYet),
            (false, false) => None,
        }
    }

    fn set(self, value: Option<f64>, period: Option<Period>) {
        self.waiting.set((value, period));
        self.is_entering.set(true);
        let baseline = match (value, period) {
            (Some(value), Some(period)) => Baseline::Known { value, period },
            _ => Baseline::Unset,
        };
        self.editor.type_in("baseline", |indicator| indicator.baseline = baseline);
    }

    fn choose(self, state: State) {
        let parts = untrack(|| self.parts());
        match state {
            State::Measured => {
                self.set(parts.0, parts.1);
                focus_on(format!("#{VALUE}"));
            }
            State::NoneYet => {
                self.waiting.set(parts);
                self.is_entering.set(false);
                self.editor.change(|indicator| indicator.baseline = Baseline::NoneYet);
            }
        }
    }
}

/// None measured yet, or value and period.
#[component]
pub fn BaselineFields(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let draft = Draft::new(editor);
    let state = Memo::new(move |_| draft.state());
    let options = vec![
        (State::Measured, key!("definition.baseline_measured")),
        (State::NoneYet, key!("definition.baseline_none_yet")),
    ];
    let is_half = move || {
        let (value, period) = draft.parts();
        value.is_some() != period.is_some()
    };
    view! {
        <Choice name=BASELINE label=key!("definition.baseline") hint=key!("definition.baseline_hint")
            options=options value=state on_choice=move |chosen| draft.choose(chosen)
            note=editor.note(&[Slot::Baseline]) />
        {move || (state.get() == Some(State::Measured)).then(|| view! {
            <div class="field-pair">
                <NumberField id=VALUE label=key!("definition.baseline_value") hint=key!("definition.baseline_value_hint") unit=unit_signal(editor)
                    check=share_check(editor)
                    value=Signal::derive(move || draft.parts().0)
                    on_number=move |value| draft.set(value, untrack(|| draft.parts().1)) />
                <PeriodField editor=editor value=Signal::derive(move || draft.parts().1)
                    on_period=move |period| draft.set(untrack(|| draft.parts().0), period) />
            </div>
            <p class="hint" role="status">{move || is_half().then(|| t(key!("definition.baseline_half")))}</p>
        })}
    }
}

/// A period in any usual spelling, read when the field is left.
#[component]
fn PeriodField(
    /// The indicator, for its cadence.
    editor: Editor,
    /// The period.
    value: Signal<Option<Period>>,
    /// Called with what was read; `None` for an emptied field.
    #[prop(into)]
    on_period: Callback<Option<Period>>,
) -> impl IntoView {
    let texts = Texts::here();
    let wrong = RwSignal::new(None::<PeriodError>);
    let cadence = editor.read(|indicator| Some(indicator.cadence));
    let draft = RwSignal::new(None::<String>);
    let shown = move || {
        let saved = || value.get().map(|period| period.to_string()).unwrap_or_default();
        draft.get().unwrap_or_else(saved)
    };
    let parse = move |text: &str| {
        let cadence = cadence.get_untracked().unwrap_or(Cadence::Month);
        let fiscal = untrack(|| editor.fiscal());
        let text = text.trim();
        (!text.is_empty()).then(|| read_typed_period(text, cadence, fiscal)).transpose()
    };
    // While it is typed only a period of the cadence is taken: 2026 is on the
    // way to 2026-10.
    let type_in = move |text: String| {
        let period = parse(&text).ok().flatten();
        draft.set(Some(text));
        if let Some(period) =
            period.filter(|period| Some(period.cadence()) == cadence.get_untracked())
        {
            wrong.set(None);
            on_period.run(Some(period));
        }
    };
    let read = move |text: String| {
        // A field in use that leaves the page reports once more: too late.
        if value.try_get_untracked().is_none() {
            return;
        }
        match parse(&text) {
            Ok(period) => {
                wrong.set(None);
                draft.set(None);
                on_period.run(period);
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    let example = move || {
        let fiscal = editor.fiscal();
        let cadence = cadence.get().unwrap_or(Cadence::Month);
        let running = Period::containing(editor.session().today(), cadence, fiscal);
        let example = running.previous(fiscal).to_string();
        texts.format(key!("definition.baseline_period_hint"), &[("example", Arg::Text(&example))])
    };
    let words = move || {
        let fiscal = editor.fiscal();
        value.get().map(|period| {
            texts.with(|catalogue| crate::i18n::dates::period(catalogue, period, fiscal))
        })
    };
    view! {
        <div class="field">
            <label for=PERIOD>{t(key!("definition.baseline_period"))}</label>
            <p class="hint" id="definition-baseline-period-hint">{example}</p>
            <p class="error" id="definition-baseline-period-error" role="alert" hidden=move || wrong.with(Option::is_none)>
                {move || wrong.get().map(|error| texts.say(&error))}
            </p>
            <span class="with-unit">
                <input id=PERIOD type="text" autocomplete="off" class="period"
                    aria-describedby="definition-baseline-period-hint definition-baseline-period-error"
                    aria-invalid=move || wrong.with(Option::is_some).then_some("true")
                    prop:value=shown on:input=move |event| type_in(event_target_value(&event))
                    on:change=move |event| read(event_target_value(&event)) />
                <span class="unit">{words}</span>
            </span>
        </div>
    }
}
