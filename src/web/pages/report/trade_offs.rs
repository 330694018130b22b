//! What was decided where aims compete, and conflicts nobody has decided.

use crate::key;
use crate::kpi::Mistake;
use crate::report::{aim_name, competing, finding_words, trade_off_words};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::Project;
use leptos::prelude::*;

/// Trade-offs and open conflicts; nothing where there is neither.
#[component]
pub fn TradeOffs() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let decided = Memo::new(move |_| {
        let read = |project: &Project| {
            let one = |found| {
                texts.with(|words| {
                    (competing(words, project, found), trade_off_words(words, project, found))
                })
            };
            project.trade_offs.iter().map(one).collect::<Vec<_>>()
        };
        session.with_project(project, read).unwrap_or_default()
    });
    let found = session.findings(project);
    let open = Memo::new(move |_| {
        let conflicts = |project: &Project| {
            let of = |one: &&crate::kpi::Finding| {
                one.rule.mistake() == Mistake::Conflicting && one.trade_off.is_none()
            };
            let say = |one: &crate::kpi::Finding| {
                texts.with(|words| {
                    let name = one.about.map(|id| aim_name(words, project, id));
                    (name.unwrap_or_default(), finding_words(words, project, one))
                })
            };
            found.with(|all| all.iter().filter(of).map(say).collect::<Vec<_>>())
        };
        session.with_project(project, conflicts).unwrap_or_default()
    });
    let is_there = Memo::new(move |_| !decided.with(Vec::is_empty) || !open.with(Vec::is_empty));
    let said = |(name, lines): (String, Vec<String>)| {
        let lines = lines.into_iter().map(|line| view! { <dd dir="auto">{line}</dd> });
        view! { <div><dt dir="auto">{name}</dt>{lines.collect::<Vec<_>>()}</div> }
    };
    let unsettled = |(name, words): (String, String)| {
        view! { <div><dt dir="auto">{name}</dt><dd dir="auto">{words}</dd></div> }
    };
    view! {
        {move || is_there.get().then(|| view! {
            <section aria-labelledby="report-trade-offs">
                <h2 id="report-trade-offs">{t(key!("trade_offs.heading"))}</h2>
                <dl class="exceptions">
                    {move || decided.get().into_iter().map(said).collect::<Vec<_>>()}
                    {move || open.get().into_iter().map(unsettled).collect::<Vec<_>>()}
                </dl>
            </section>
        })}
    }
}
