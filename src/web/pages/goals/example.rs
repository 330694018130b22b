//! What belongs on an empty page of goals, shown by an example.

use crate::base::{Cadence, FiscalStart, Id, IdKind, Period, shift_months};
use crate::i18n::Catalogue;
use crate::i18n::target_sentence::target_in_plain_text;
use crate::key;
use crate::kpi::{Baseline, Direction, Indicator, Measure, Target, TimeUnit};
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use chrono::NaiveDate;
use leptos::prelude::*;

/// Says what belongs here, with an example that is labelled as one.
#[component]
pub fn Example() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let sentence = move || {
        let today = session.today();
        texts.with(|catalogue| {
            target_in_plain_text(catalogue, &example(catalogue, today), FiscalStart::JANUARY)
        })
    };
    view! {
        <p class="lead">{t(key!("goals.empty"))}</p>
        <figure class="goal-example">
            <figcaption>{t(key!("goals.example"))}</figcaption>
            <p class="lead">{t(key!("goals.example_statement"))}</p>
            <p>{t(key!("goals.example_why"))}</p>
            <p class="target-sentence">{sentence}</p>
        </figure>
    }
}

/// An indicator with a target half a year ahead.
fn example(catalogue: &Catalogue, today: NaiveDate) -> Indicator {
    let fiscal = FiscalStart::JANUARY;
    let period = Period::containing(today, Cadence::Month, fiscal).previous(fiscal);
    let channel = catalogue.text(key!("goals.example_channel")).into_owned();
    let measure = Measure::ServiceLevel { within: Some(20.0), unit: TimeUnit::Seconds, channel };
    let due = Period::containing(shift_months(today, 6), Cadence::Month, fiscal).last_day(fiscal);
    Indicator {
        direction: Some(Direction::Up),
        baseline: Baseline::Known { value: 62.0, period },
        target: Target { value: Some(80.0), due: Some(due), ..Target::default() },
        ..Indicator::new(Id::new(IdKind::Indicator, 0), measure)
    }
}
