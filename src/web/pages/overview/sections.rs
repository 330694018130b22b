//! Readiness by section: the score, what it covers, where it can still go.

use crate::assessment::Score;
use crate::i18n::Arg;
use crate::key;
use crate::route::{Place, Route};
use crate::web::components::dialog::Dialog;
use crate::web::pages::readiness::receipt::ScoreReceipt;
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
    let explained = Explained { section: RwSignal::new(None), open: RwSignal::new(false) };
    let rows = move || {
        let (pack, found) = (readiness_pack()?, readiness.get()?);
        let sections = pack.sections.iter().zip(&found.sections).enumerate();
        let sections = sections.map(|(place, (section, score))| {
            view! { <Row title=section.title_key(pack) score=*score receipt=Callback::new(move |()| explained.show(Some(place))) /> }
        });
        let rows: Vec<_> = sections.collect();
        Some(
            view! { {rows} <Row title=key!("overview.all_questions").to_owned() score=found.score all=true receipt=Callback::new(move |()| explained.show(None)) /> },
        )
    };
    view! {
        <section aria-labelledby="sections">
            <h2 id="sections">{t(key!("overview.sections"))}</h2>
            <ul class="section-list">{rows}</ul>
            <p><a href=Route::Project(project, Place::Readiness).href()>{t(key!("overview.see_questions"))}</a></p>
            <ReceiptDialog explained=explained readiness=readiness />
        </section>
    }
}

/// The score that is explained.
#[derive(Clone, Copy)]
struct Explained {
    /// Its section, by its place; all questions without.
    section: RwSignal<Option<usize>>,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
}

impl Explained {
    fn show(self, section: Option<usize>) {
        self.section.set(section);
        self.open.set(true);
    }
}

/// How a score is worked out.
#[component]
fn ReceiptDialog(
    /// The score that is explained.
    explained: Explained,
    /// The readiness of the project shown.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let texts = Texts::here();
    let Explained { section, open } = explained;
    let heading = Signal::derive(move || {
        let own = section.get().and_then(|place| readiness_pack()?.sections.get(place));
        let title = match (own, readiness_pack()) {
            (Some(own), Some(pack)) => texts.text(&own.title_key(pack)),
            _ => texts.text(key!("overview.all_questions")),
        };
        texts.format(key!("overview.score_receipt"), &[("section", Arg::Text(&title))])
    });
    readiness_pack().map(|pack| {
        view! {
            <Dialog open=open heading=heading>
                <div class="receipt">
                    {move || view! { <ScoreReceipt pack=pack readiness=readiness section=section.get() /> }}
                </div>
                <button class="button" type="button" on:click=move |_| open.set(false)>{t(key!("plan.close"))}</button>
            </Dialog>
        }
    })
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
    /// Opens how it is worked out.
    receipt: Callback<()>,
) -> impl IntoView {
    let texts = Texts::here();
    let meter = score.value.map(|value| {
        let words = move || score_words(texts, &score);
        view! { <meter min="0" max="1" value=value.to_string() aria-label=words></meter> }
    });
    view! {
        <li class:section-all=all>
            <span class="section-title">{move || texts.text(&title)}</span>
            <button class="number number-button" type="button" aria-haspopup="dialog" on:click=move |_| receipt.run(())>
                {move || score_words(texts, &score)}
            </button>
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
