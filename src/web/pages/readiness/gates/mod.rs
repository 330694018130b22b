//! The gate the questions are answered for, and the verdicts recorded so far.

mod compare;
mod record;
mod table;

use crate::i18n::Arg;
use crate::key;
use crate::web::components::fields::Choice;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{ProjectGate, Readiness, Record};
pub use compare::Compare;
use leptos::prelude::*;
pub use table::Recorded;

/// The key of a gate's name.
pub fn gate_key(gate: ProjectGate) -> &'static str {
    match gate {
        ProjectGate::Start => key!("gates.start"),
        ProjectGate::Pilot => key!("gates.pilot"),
        ProjectGate::RollOut => key!("gates.roll_out"),
    }
}

/// "Gate: before the pilot".
#[component]
pub fn AtGate() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let words = move || {
        let gate = session.with_project(project, |project| project.head.gate)?;
        let gate = texts.text(gate_key(gate));
        Some(texts.format(key!("gates.at"), &[("gate", Arg::Text(&gate))]))
    };
    view! { <p class="second small at-gate">{words}</p> }
}

/// Which gate the questions are answered for; the button that records the
/// verdict; what was recorded.
#[component]
pub fn Gates(
    /// How everything stands.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let gate = Signal::derive(move || session.with_project(project, |project| project.head.gate));
    let choose = move |gate: ProjectGate| {
        let head = session.peek_project(project, |project| project.head.clone());
        if let Some(mut head) = head {
            head.gate = gate;
            session.save(project, Record::Head(head));
        }
    };
    let options = ProjectGate::ALL.map(|gate| (gate, gate_key(gate))).to_vec();
    view! {
        <section class="section" aria-labelledby="gates">
            <h2 id="gates">{t(key!("gates.heading"))}</h2>
            <p class="second">{t(key!("gates.about"))}</p>
            <div class="no-print">
                <Choice name="gate" label=key!("gates.now") options=options value=gate on_choice=choose />
                <record::RecordVerdict readiness=readiness />
            </div>
            <Recorded />
            <Compare />
        </section>
    }
}
