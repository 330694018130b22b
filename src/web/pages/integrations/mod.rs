//! Systems the CRM exchanges data with: the register, the picture, and the
//! reason why none is needed.

use crate::chart::flows::{FlowModel, flow_chart};
use crate::key;
use crate::pack::Proof;
use crate::registers::IntegrationState;
use crate::route::Spot;
use crate::sheet::INTEGRATIONS;
use crate::web::components::chart::{Drawn, PictureFigure};
use crate::web::components::fields::TextField;
use crate::web::components::proof::ProofBox;
use crate::web::components::register::Register;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{Project, Record};
use leptos::prelude::*;

/// The answer on integrations with what it lacks, the register of systems and
/// its picture.
#[component]
pub fn Integrations(
    /// The cell to begin in.
    #[prop(optional_no_strip)]
    spot: Option<Spot>,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let is_empty = Memo::new(move |_| {
        session.with_project(project, |project| project.integrations.is_empty()).unwrap_or(true)
    });
    view! {
        <h1>{t(key!("frame.integrations"))}</h1>
        <p class="lead second">{t(key!("integrations.lead"))}</p>
        <ProofBox proof=Proof::Integrations question="ready.integrations" back=key!("integrations.question")
            rule=key!("integrations.rule") />
        <section class="section">
            <h2 id="systems">{t(key!("integrations.systems"))}</h2>
            <p hidden=move || !is_empty.get()>{t(key!("integrations.empty"))}</p>
            <Register sheet=&INTEGRATIONS labelled_by="systems" spot=spot />
            <NoneNeeded />
        </section>
        <Ways />
    }
}

/// Whether any system is listed that has not been given up.
fn lists_any(project: &Project) -> bool {
    project.integrations.iter().any(|row| row.state != IntegrationState::Dropped)
}

/// Why no system needs to be integrated; only asked, or shown, where it can
/// matter.
#[component]
fn NoneNeeded() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let reason = Memo::new(move |_| {
        let read = |project: &Project| project.head.no_integrations.clone();
        session.with_project(project, read).unwrap_or_default()
    });
    let lists_any =
        Memo::new(move |_| session.with_project(project, lists_any).unwrap_or_default());
    let write = move |text: String| {
        if let Some(mut head) = session.peek_project(project, |project| project.head.clone()) {
            head.no_integrations = text;
            session.save_typing(project, "no-integrations", Record::Head(head));
        }
    };
    let shown = Memo::new(move |_| !lists_any.get() || !reason.with(String::is_empty));
    view! {
        <Show when=move || shown.get()>
            <TextField id="none-needed" label=key!("integrations.none_needed") hint=key!("integrations.none_hint")
                value=reason on_text=write multiline=true />
        </Show>
    }
}

/// The picture of the ways of data.
#[component]
fn Ways() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let lists_any =
        Memo::new(move |_| session.with_project(project, lists_any).unwrap_or_default());
    let draw = move |width: u32| {
        let model = texts.with(|catalogue| {
            session.with_project(project, |project| flow_chart(catalogue, project, width))
        });
        let FlowModel { finding, summary, picture } = model??;
        Some(Drawn { finding, summary, svg: picture.ok() })
    };
    let name = Signal::derive(move || texts.text(key!("integrations.picture")));
    view! {
        <Show when=move || lists_any.get()>
            <section class="section" aria-labelledby="ways">
                <h2 id="ways">{t(key!("integrations.picture"))}</h2>
                <PictureFigure file_name=name draw=draw>
                    <p class="hint">{t(key!("integrations.alternative"))}</p>
                </PictureFigure>
            </section>
        </Show>
    }
}
