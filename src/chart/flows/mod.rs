//! The ways of data between the CRM and the systems around it, as a picture.
//!
//! Every way is a level line, so none crosses another however many there are:
//! the CRM is as high as the picture, systems that send stand left of it,
//! systems that receive right of it, the others where there is room. On a
//! narrow picture all stand right of it.

mod draw;
mod layout;

#[cfg(test)]
mod tests;

pub use draw::draw_flows;
pub use layout::{FlowPlot, FlowSystem, Gap, Way};

use super::ChartError;
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::registers::{
    Feasibility, Flow, Integration, IntegrationState, Missing, integrations_proof,
};
use crate::workspace::Project;
use std::collections::BTreeSet;

/// The narrowest and the widest picture drawn, in pixels.
const WIDTHS: std::ops::RangeInclusive<u32> = 320..=1600;

/// What the picture shows and says.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowModel {
    /// The finding as a sentence without full stop: the picture's title.
    pub finding: String,
    /// How many systems send, receive, or do both.
    pub summary: String,
    /// The picture, or why there is none.
    pub picture: Result<String, ChartError>,
}

/// The picture of a project's integrations, `width` pixels wide (kept within
/// 320 to 1600); `None` while no system is listed that has not been given up.
pub fn flow_chart(catalogue: &Catalogue, project: &Project, width: u32) -> Option<FlowModel> {
    let rows: Vec<&Integration> = project.integrations.iter().collect();
    let drawn: Vec<&Integration> =
        rows.iter().copied().filter(|row| row.state != IntegrationState::Dropped).collect();
    if drawn.is_empty() {
        return None;
    }
    let missing = integrations_proof(drawn.iter().copied(), "").missing;
    let lacking: BTreeSet<_> = missing.iter().filter_map(|fact| fact.record()).collect();
    let finding = finding(catalogue, drawn.len(), lacking.len());
    let summary = summary(catalogue, &drawn, rows.len() - drawn.len());
    let systems = drawn.iter().map(|row| system(catalogue, project, row, &missing)).collect();
    let plot = FlowPlot {
        id_prefix: format!("flows-{}", project.head.id),
        title: finding.clone(),
        description: summary.clone(),
        width: width.clamp(*WIDTHS.start(), *WIDTHS.end()),
        hub: catalogue.text(key!("integrations.crm")).into_owned(),
        systems,
    };
    Some(FlowModel { finding, summary, picture: draw_flows(&plot) })
}

/// The finding of the picture alone, a sentence without full stop; `None`
/// while no system is listed that has not been given up.
pub fn flow_finding(catalogue: &Catalogue, project: &Project) -> Option<String> {
    let drawn = || project.integrations.iter().filter(|row| row.state != IntegrationState::Dropped);
    let missing = integrations_proof(drawn(), "").missing;
    let lacking: BTreeSet<_> = missing.iter().filter_map(|fact| fact.record()).collect();
    let all = drawn().count();
    (all > 0).then(|| finding(catalogue, all, lacking.len()))
}

fn count(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn finding(catalogue: &Catalogue, all: usize, lacking: usize) -> String {
    if lacking == 0 {
        let args = [("count", Arg::Count(count(all)))];
        return catalogue.format(key!("integrations.finding_settled"), &args);
    }
    let args = [("count", Arg::Count(count(lacking))), ("all", Arg::Count(count(all)))];
    catalogue.format(key!("integrations.finding_lacking"), &args)
}

fn summary(catalogue: &Catalogue, drawn: &[&Integration], dropped: usize) -> String {
    let of =
        |flow: Option<Flow>| Arg::Count(count(drawn.iter().filter(|row| row.flow == flow).count()));
    let args =
        [("in", of(Some(Flow::In))), ("out", of(Some(Flow::Out))), ("both", of(Some(Flow::Both)))];
    let mut said = catalogue.format(key!("integrations.summary"), &args);
    let more = [
        (key!("integrations.summary_open"), drawn.iter().filter(|row| row.flow.is_none()).count()),
        (key!("integrations.summary_dropped"), dropped),
    ];
    for (key, number) in more.into_iter().filter(|(_, number)| *number > 0) {
        let next = catalogue.format(key, &[("count", Arg::Count(count(number)))]);
        let args = [("first", Arg::Text(&said)), ("second", Arg::Text(&next))];
        said = catalogue.format(key!("chart.two_sentences"), &args);
    }
    said
}

/// One row of the register as the picture shows it: what is missing stands in
/// the place where it will stand.
fn system(
    catalogue: &Catalogue,
    project: &Project,
    row: &Integration,
    missing: &[Missing],
) -> FlowSystem {
    let lacks = |fact: Missing| missing.contains(&fact);
    let text = |text: &str, fact: Missing, key: &str| {
        let gap = lacks(fact);
        let text = if gap { catalogue.text(key).into_owned() } else { text.trim().to_owned() };
        Gap { text, gap }
    };
    let owner = row.owner.and_then(|owner| project.people.get(owner));
    let owner = owner.map(|owner| owner.name.as_str()).unwrap_or_default();
    let state = match row.state {
        IntegrationState::Planned | IntegrationState::Dropped => {
            key!("registers.integration_planned")
        }
        IntegrationState::Building => key!("registers.integration_building"),
        IntegrationState::Live => key!("registers.integration_live"),
    };
    let feasible = match row.feasibility {
        Feasibility::Confirmed => None,
        Feasibility::Unknown => Some(key!("registers.feasibility_unknown")),
        Feasibility::NotFeasible => Some(key!("registers.feasibility_not")),
    };
    let stands = feasible.unwrap_or(state);
    let way = match row.flow {
        Some(Flow::In) => Way::In,
        Some(Flow::Out) => Way::Out,
        Some(Flow::Both) => Way::Both,
        None => Way::Open(catalogue.text(key!("integrations.no_direction")).into_owned()),
    };
    FlowSystem {
        name: text(&row.system, Missing::SystemName(row.id), key!("integrations.no_name")),
        data: text(&row.data, Missing::Data(row.id), key!("integrations.no_data")),
        owner: text(owner, Missing::Owner(row.id), key!("integrations.no_owner")),
        stands: Gap { text: catalogue.text(stands).into_owned(), gap: feasible.is_some() },
        way,
        state: row.state,
    }
}
