//! Plan against actual for every stage: the finding as a sentence, the bars,
//! and the numbers as a table.

mod draw;
mod words;

#[cfg(test)]
mod tests;

pub use draw::{CostBar, CostPlot, draw_costs};

use super::ChartError;
use super::indicator::CatalogueWords;
use crate::i18n::values::money;
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::registers::{CostLine, Stage, StageCosts, Sums, costs_by_stage, sums};
use crate::tabular::{OutCell, write_csv};
use crate::workspace::Project;

/// The narrowest and the widest picture drawn, in pixels.
const WIDTHS: std::ops::RangeInclusive<u32> = 320..=1600;

/// What the chart of costs shows and says.
#[derive(Debug, Clone, PartialEq)]
pub struct CostModel {
    /// The finding as a sentence without full stop: the chart's title.
    pub finding: String,
    /// Two or three sentences more.
    pub summary: String,
    /// The picture, or why there is none.
    pub picture: Result<String, ChartError>,
    /// One row a stage, in order.
    pub rows: Vec<CostRow>,
}

/// One stage in numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct CostRow {
    /// Name of the stage.
    pub label: String,
    /// Planned, committed, spent, at completion, each with its currency.
    pub cells: [Option<String>; 4],
    /// How much it will cost more or less than planned, in words.
    pub note: String,
}

/// Keys of the heads of [`CostRow::cells`], and of the legend.
pub const HEADS: [&str; 4] =
    [key!("sheet.planned"), key!("sheet.committed"), key!("sheet.spent"), key!("sheet.forecast")];

/// One project with all that its costs depend on.
struct Subject<'a> {
    catalogue: &'a Catalogue,
    project: &'a Project,
    stages: Vec<StageCosts>,
    whole: Sums,
}

impl<'a> Subject<'a> {
    fn new(catalogue: &'a Catalogue, project: &'a Project) -> Self {
        let lines: Vec<&CostLine> = project.costs.iter().collect();
        let stages: Vec<&Stage> = project.stages.iter().collect();
        // A stage nobody has planned for says nothing.
        let mut found = costs_by_stage(&stages, &lines);
        found.retain(|costs| !costs.sums.is_empty());
        Self { catalogue, project, stages: found, whole: sums(lines) }
    }

    fn money(&self, amount: f64) -> String {
        money(self.catalogue, &self.project.head.currency, amount)
    }

    fn name(&self, costs: &StageCosts) -> String {
        let named = costs.stage.and_then(|stage| self.project.stages.get(stage));
        match (named.map(|stage| stage.name.trim()), costs.stage) {
            (Some(name), _) if !name.is_empty() => name.to_owned(),
            (_, Some(_)) => self.catalogue.text(key!("registers.nameless")).into_owned(),
            (_, None) => self.catalogue.text(key!("funding.no_stage")).into_owned(),
        }
    }

    fn row(&self, costs: &StageCosts) -> CostRow {
        let Sums { planned, committed, spent, completion } = costs.sums;
        let cells = [planned, committed, spent, completion]
            .map(|amount| amount.map(|amount| self.money(amount)));
        CostRow { label: self.name(costs), cells, note: self.note(&costs.sums) }
    }

    fn bar(&self, costs: &StageCosts) -> CostBar {
        let Sums { planned, committed, spent, completion } = costs.sums;
        let (label, note) = (self.name(costs), self.note(&costs.sums));
        CostBar { label, note, planned, committed, spent, completion }
    }
}

/// The chart of a project's costs, `width` pixels wide (kept within 320 to
/// 1600); `None` while no line of cost states an amount.
pub fn cost_chart(catalogue: &Catalogue, project: &Project, width: u32) -> Option<CostModel> {
    let subject = Subject::new(catalogue, project);
    if subject.stages.is_empty() {
        return None;
    }
    let (finding, summary) = (subject.finding(), subject.summary());
    let words = CatalogueWords(catalogue);
    let plot = CostPlot {
        id_prefix: format!("costs-{}", project.head.id),
        title: finding.clone(),
        description: summary.clone(),
        width: width.clamp(*WIDTHS.start(), *WIDTHS.end()),
        legend: HEADS.map(|key| catalogue.text(key).into_owned()),
        unit: project.head.currency.clone(),
        bars: subject.stages.iter().map(|costs| subject.bar(costs)).collect(),
        words: &words,
    };
    let rows = subject.stages.iter().map(|costs| subject.row(costs)).collect();
    Some(CostModel { finding, summary, picture: draw_costs(&plot), rows })
}

/// The finding of the chart of costs alone, a sentence without full stop.
pub fn cost_finding(catalogue: &Catalogue, project: &Project) -> Option<String> {
    let subject = Subject::new(catalogue, project);
    (!subject.stages.is_empty()).then(|| subject.finding())
}

/// Plan and actual of every stage as a CSV file with a byte order mark.
pub fn cost_csv(catalogue: &Catalogue, project: &Project) -> String {
    let subject = Subject::new(catalogue, project);
    let text = |key: &str| OutCell::Text(catalogue.text(key).into_owned());
    let currency = &project.head.currency;
    let head = |key: &str| {
        let name = catalogue.text(key);
        let args = [("column", Arg::Text(&name)), ("unit", Arg::Text(currency))];
        let named = || catalogue.format(key!("sheet.with_unit"), &args);
        OutCell::Text(if currency.is_empty() { name.to_string() } else { named() })
    };
    let mut rows = vec![vec![text(key!("sheet.stage"))]];
    if let Some(names) = rows.first_mut() {
        names.extend(HEADS.map(head));
    }
    rows.extend(subject.stages.iter().map(|costs| {
        let Sums { planned, committed, spent, completion } = costs.sums;
        let cell = |amount: Option<f64>| amount.map_or(OutCell::Empty, OutCell::Number);
        let mut row = vec![OutCell::Text(subject.name(costs))];
        row.extend([planned, committed, spent, completion].map(cell));
        row
    }));
    format!("\u{feff}{}", write_csv(&rows))
}
