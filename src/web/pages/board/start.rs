//! The first step on an empty board: what kind of company, and with which
//! cases.

use super::adding::focus_offer;
use super::desk::Desk;
use crate::base::IdKind;
use crate::key;
use crate::registers::{CompanyType, Starter, Term};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::Record;
use leptos::prelude::*;

/// What is asked on the empty board of “customer”, with the one next step.
#[component]
pub fn StartCustomer() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let start = move |company: Option<CompanyType>| {
        let id = session.new_id(IdKind::Term);
        let term = if let Some(company) = company {
            Starter::Customer(company).term(id, |key| texts.text(key))
        } else {
            let key = Starter::Customer(CompanyType::Consumer).name_key();
            Term { customer: true, ..Term::new(id, &texts.text(key)) }
        };
        if session.save(project, Record::Term(term)) {
            focus_offer();
        }
    };
    view! {
        <p>{t(key!("board.start_lead"))}</p>
        <StarterButtons on_choice=move |company: CompanyType| start(Some(company)) />
        <p>
            <button class="button button-quiet" type="button" on:click=move |_| start(None)>{t(key!("board.start_empty"))}</button>
        </p>
    }
}

/// The sets for a board that has no case yet.
#[component]
pub fn OfferSets(
    /// The board.
    desk: Desk,
) -> impl IntoView {
    let fill = move |starter: Starter| {
        let texts = desk.texts;
        if desk.edit(None, |term| starter.fill(term, |key| texts.text(key))) {
            focus_offer();
        }
    };
    view! {
        <p>{t(key!("board.start_cases"))}</p>
        <StarterButtons on_choice=move |company: CompanyType| fill(Starter::Customer(company)) />
    }
}

/// One button a kind of company, with whom it sells to.
#[component]
fn StarterButtons(
    /// Called with the kind chosen.
    #[prop(into)]
    on_choice: Callback<CompanyType>,
) -> impl IntoView {
    let buttons = CompanyType::ALL.map(|company| {
        let (name, who) = words(company);
        view! {
            <li>
                <button class="button" type="button" on:click=move |_| on_choice.run(company)>{t(name)}</button>
                <span class="second">{t(who)}</span>
            </li>
        }
    });
    view! { <ul class="starter-sets">{buttons}</ul> }
}

fn words(company: CompanyType) -> (&'static str, &'static str) {
    match company {
        CompanyType::Consumer => (key!("board.set_consumer"), key!("board.set_consumer_who")),
        CompanyType::Business => (key!("board.set_business"), key!("board.set_business_who")),
        CompanyType::Dealer => (key!("board.set_dealer"), key!("board.set_dealer_who")),
    }
}
