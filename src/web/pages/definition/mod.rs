//! The definition of one indicator: its target as a sentence on top, the
//! fields it is made of below.

mod baseline;
mod changes;
mod counting;
mod delete;
mod draws;
mod editor;
mod focus;
mod goal_field;
mod levels;
mod measure;
mod role;
mod sentence;
mod series;
mod target;
mod trap;

pub use self::focus::focus_on;

use self::baseline::BaselineFields;
use self::changes::ChangeMarks;
use self::counting::{CountingFields, MoreFields};
use self::delete::DeleteIndicator;
use self::editor::Editor;
use self::levels::LevelFields;
use self::measure::MeasureFields;
use self::role::RoleFields;
use self::sentence::{Findings, Sentence};
use self::target::TargetFields;
use self::trap::Trap;
use crate::base::Id;
use crate::key;
use crate::route::{Place, Route};
use crate::web::components::goal_check::Found;
use crate::web::session::Here;
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The definition of one indicator.
#[component]
pub fn Definition(
    /// The indicator.
    indicator: Id,
) -> impl IntoView {
    let editor = Editor::of(indicator);
    Found::provide();
    let exists = editor.exists();
    move || {
        if exists.get() {
            view! { <Fields editor=editor /> }.into_any()
        } else {
            view! { <Gone /> }.into_any()
        }
    }
}

/// The indicator is no longer there.
#[component]
fn Gone() -> impl IntoView {
    let goals = Route::Project(Here::project(), Place::Goals).href();
    view! {
        <h1>{t(key!("frame.not_here"))}</h1>
        <p>{t(key!("frame.not_here_why"))}</p>
        <p><a href=goals>{t(key!("frame.goals"))}</a></p>
    }
}

#[component]
fn Fields(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let texts = Texts::here();
    let name = editor.read(|indicator| indicator.name.trim().to_owned());
    let heading = move || {
        let name = name.get();
        if name.is_empty() { texts.text(key!("goals.no_name")) } else { name }
    };
    // A new indicator begins with its name; the page's heading has its focus first.
    if editor.peek().is_some_and(|indicator| indicator.name.is_empty()) {
        focus_on(format!("#{}", measure::NAME));
    }
    let chart = Route::Project(editor.project, Place::Indicator(editor.id)).href();
    view! {
        <h1 dir="auto">{heading}</h1>
        <div class="definition-top">
            <Sentence editor=editor />
            <Trap editor=editor />
            <Findings editor=editor />
            <p class="no-print"><a href=chart>{t(key!("definition.open_chart"))}</a></p>
        </div>
        <div class="definition-form">
            <section aria-labelledby="definition-what">
                <h2 id="definition-what">{t(key!("definition.what"))}</h2>
                <MeasureFields editor=editor />
            </section>
            <section aria-labelledby="definition-aim">
                <h2 id="definition-aim">{t(key!("definition.aim"))}</h2>
                <BaselineFields editor=editor />
                <TargetFields editor=editor />
            </section>
            <section class="wide" aria-labelledby="definition-how">
                <h2 id="definition-how">{t(key!("definition.how"))}</h2>
                <CountingFields editor=editor />
            </section>
            <RoleFields editor=editor />
            <details class="definition-more">
                <summary>{t(key!("definition.more"))}</summary>
                <MoreFields editor=editor />
                <LevelFields editor=editor />
                <ChangeMarks editor=editor />
            </details>
        </div>
        <DeleteIndicator editor=editor />
    }
}
