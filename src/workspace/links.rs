//! What points to a person: said before they are removed.

use super::project::Project;
use crate::base::Id;

/// How many records would lose their link to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PersonLinks {
    /// Answers whose gap they close.
    pub gaps: usize,
    /// Answers they took part in.
    pub took_part: usize,
    /// Pieces of evidence they vouch for.
    pub evidence: usize,
    /// Indicators they answer for.
    pub indicators: usize,
    /// Integrations, actions, risks and goals they own, signatures they gave,
    /// and trade-offs they decided.
    pub registers: usize,
}

impl PersonLinks {
    /// Whether nothing points to them.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Counts what points to a person of a project. An answer they gave as one of
/// several voices counts as one they took part in.
pub fn person_links(project: &Project, person: Id) -> PersonLinks {
    let mut links = PersonLinks::default();
    for answer in project.answers.iter() {
        let spoke = answer.voices.iter().any(|voice| voice.person == person);
        links.gaps += usize::from(answer.owner == Some(person));
        links.took_part += usize::from(spoke || answer.respondents.contains(&person));
        links.evidence +=
            answer.evidence.iter().filter(|piece| piece.person == Some(person)).count();
    }
    links.indicators =
        project.indicators.iter().filter(|found| found.owner == Some(person)).count();
    let owners = project.integrations.iter().map(|row| row.owner);
    let owners = owners.chain(project.actions.iter().map(|action| action.owner));
    let owners = owners.chain(project.risks.iter().map(|risk| risk.owner));
    let owners = owners.chain(project.goals.iter().map(|goal| goal.owner));
    let owners = owners.chain(project.trade_offs.iter().map(|decided| decided.who));
    let accepted = project.indicators.iter().map(|found| found.deviation.as_ref()?.who);
    let owners = owners.chain(accepted);
    let signers = project.views.iter().map(|view| view.signed.as_ref()?.person);
    let signers = signers.chain(project.snapshots.iter().map(|snapshot| snapshot.signer));
    links.registers = owners.chain(signers).filter(|owner| *owner == Some(person)).count();
    links
}
