//! What the registers show, in sentences: money, key terms, systems.

use super::board::board_sentences;
use super::missing::missing_fact;
use super::money::{Money, completion_says, stages_over};
use crate::chart::costs::cost_finding;
use crate::chart::flows::flow_finding;
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::pack::Proof;
use crate::workspace::{Project, register_proof};

/// Missing facts said of one register; the rest is counted.
const SAID: usize = 8;

/// A register's name and what is to be said of it, one sentence each.
pub type Said = (String, Vec<String>);

/// What every register that holds anything shows, in the order the work is
/// done: funding, each key term, integrations.
pub fn register_words(catalogue: &Catalogue, project: &Project) -> Vec<Said> {
    let name = |key: &str| catalogue.text(key).into_owned();
    let mut found = Vec::new();
    if !project.stages.is_empty() || !project.costs.is_empty() {
        found.push((name(key!("frame.funding")), funding(Money { catalogue, project })));
    }
    found.extend(project.terms.iter().map(|term| {
        let own = term.name.trim();
        let shown = if own.is_empty() { name(key!("registers.nameless")) } else { own.to_owned() };
        (shown, board_sentences(catalogue, project, term))
    }));
    if !project.integrations.is_empty() || !project.head.no_integrations.trim().is_empty() {
        found.push((name(key!("frame.integrations")), integrations(catalogue, project)));
    }
    found
}

fn funding(money: Money<'_>) -> Vec<String> {
    let stop = |sentence: String| ended(money.catalogue, &sentence);
    let mut said = vec![money.gap()];
    said.extend(facts(money.catalogue, money.project, Proof::Funding));
    said.extend(cost_finding(money.catalogue, money.project).map(stop));
    said.extend(stages_over(money));
    said.extend(completion_says(money));
    said
}

fn integrations(catalogue: &Catalogue, project: &Project) -> Vec<String> {
    let Some(finding) = flow_finding(catalogue, project) else {
        let reason = project.head.no_integrations.trim();
        return vec![if reason.is_empty() {
            catalogue.text(key!("integrations.empty")).into_owned()
        } else {
            catalogue.format(key!("report.no_integrations"), &[("reason", Arg::Text(reason))])
        }];
    };
    let mut said = vec![ended(catalogue, &finding)];
    said.extend(facts(catalogue, project, Proof::Integrations));
    said
}

/// The facts a register lacks; a long list ends in how many more there are.
fn facts(catalogue: &Catalogue, project: &Project, proof: Proof) -> Vec<String> {
    let missing = register_proof(project, proof).map(|found| found.missing).unwrap_or_default();
    let say = |fact: &_| ended(catalogue, &missing_fact(catalogue, project, *fact));
    let mut said: Vec<String> = missing.iter().take(SAID).map(say).collect();
    if let Some(more) = missing.len().checked_sub(SAID).filter(|more| *more > 0) {
        let count = u64::try_from(more).unwrap_or(u64::MAX);
        let more = catalogue.format(key!("registers.more"), &[("count", Arg::Count(count))]);
        said.push(ended(catalogue, &more));
    }
    said
}

/// A sentence with its full stop.
fn ended(catalogue: &Catalogue, sentence: &str) -> String {
    catalogue.format(key!("report.sentence"), &[("text", Arg::Text(sentence))])
}
