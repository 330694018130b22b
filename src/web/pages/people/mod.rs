//! The people register: whoever owns, answers or vouches.

mod remove;

use crate::key;
use crate::sheet::PEOPLE;
use crate::web::components::register::Register;
use crate::web::components::you::YouAre;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;
use remove::Leaving;

/// The register as a table that is edited in place.
#[component]
pub fn People() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let leaving = Leaving::nobody();
    let on_remove = Callback::new(move |person| {
        remove::ask(session, texts, project, person, leaving);
    });
    view! {
        <h1 id="people">{t(key!("frame.people"))}</h1>
        <p class="second">{t(key!("people_page.lead"))}</p>
        <div class="you-are no-print"><YouAre id="you-are" /></div>
        <Register sheet=&PEOPLE labelled_by="people" on_remove=on_remove />
        <remove::Leave leaving=leaving />
    }
}
