//! Readiness by section: the score, what it covers, where it can still go.

use crate::assessment::Score;
use crate::i18n::Arg;
use crate::key;
use crate::route::{Place, Route};
use crate::web::session::{Here, readiness_pack};
use crate::web::texts::{Texts, t};
use crate::workspace::Readiness;
use leptos::prelude::*;

/// One row a section, and one for all questions together.
#[component]
pub fn Sections(
    /// The readiness of the project shown.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let project = Here::project();
    let rows = move || {
        let (pack, found) = (readiness_pack()?, readiness.get()?);
        let sections = pack.sections.iter().zip(&found.sections).map(|(section, score)| {
            view! { <Row title=section.title_key(pack) score=*score /> }
        });
        let rows: Vec<_> = sections.collect();
        Some(
            view! { {rows} <Row title=key!("overview.all_questions").to_owned() score=found.score all=true /> },
        )
    };
    view! {
        <section aria-labelledby="sections">
            <h2 id="sections">{t(key!("overview.sections"))}</h2>
            <ul class="section-list">{rows}</ul>
            <p><a href=Route::Project(project, Place::Readiness).href()>{t(key!("overview.see_questions"))}</a></p>
        </section>
    }
}

#[component]
fn Row(
    /// Key of the section's title.
    title: String,
    /// Its score.
    score: Score,
    /// Whether it stands for all sections together.
    #[prop(optional)]
    all: bool,
) -> impl IntoView {
    let texts = Texts::here();
    let meter = score.value.map(|value| {
        let words = move || score_words(texts, &score);
        view! { <meter min="0" max="1" value=value.to_string() aria-label=words></meter> }
    });
    view! {
        <li class:section-all=all>
            <span class="section-title">{move || texts.text(&title)}</span>
            <strong class="number">{move || score_words(texts, &score)}</strong>
            {meter}
            <span class="second small number">{move || coverage_words(texts, &score)}</span>
            <span class="second small number">{move || range_words(texts, &score)}</span>
        </li>
    }
}

/// The score in percent, or that there is none.
pub fn score_words(texts: Texts, score: &Score) -> String {
    match score.value {
        Some(value) => texts
            .format(key!("overview.score"), &[("score", Arg::PercentRounded(value * 100.0, 0))]),
        None => texts.text(key!("overview.no_score")),
    }
}

/// "2 of 3 answered"; what does not apply counts as answered.
pub fn coverage_words(texts: Texts, score: &Score) -> String {
    let count = |count: usize| Arg::Count(u64::try_from(count).unwrap_or(u64::MAX));
    let done = score.answered + score.not_applicable;
    texts.format(key!("overview.coverage"), &[("done", count(done)), ("all", count(score.all()))])
}

/// "can still become 40% to 90%"; nothing when no question is open.
pub fn range_words(texts: Texts, score: &Score) -> String {
    match (score.worst, score.best) {
        (Some(worst), Some(best)) if score.open > 0 => {
            let args = [
                ("low", Arg::PercentRounded(worst * 100.0, 0)),
                ("high", Arg::PercentRounded(best * 100.0, 0)),
            ];
            texts.format(key!("overview.range"), &args)
        }
        _ => String::new(),
    }
}
