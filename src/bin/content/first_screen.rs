//! The static first screen: what a visitor reads while the app loads, in every
//! language, with the sample's verdict and one of its charts.

use crm_readiness::assessment::Standing;
use crm_readiness::base::shift_months;
use crm_readiness::chart::indicator::indicator_chart;
use crm_readiness::i18n::Catalogue;
use crm_readiness::key;
use crm_readiness::kpi::Indicator;
use crm_readiness::pack::Pack;
use crm_readiness::sample;
use crm_readiness::workspace::{Project, readiness};
use crm_readiness::{chart::ChartError, report};

use chrono::NaiveDate;

/// The indicator shown: a real step after a change, and still off course.
const SHOWN: &str = "i5amp0003";

/// Widths of the chart in pixels, for a desk and for a phone; the styles show
/// the one that fits.
const WIDTHS: [(&str, u32); 2] = [("wide", 720), ("narrow", 328)];

/// The day of the month after the story's last on which it is looked at.
const LOOKED_AT: u32 = 15;

/// The sentence, the three ways to begin, and the promise, in one language.
pub fn shell(catalogue: &Catalogue) -> String {
    let lang = catalogue.language().tag();
    let text = |key: &str| escaped(&catalogue.text(key));
    let (question, lead) = (text(key!("projects.question")), text(key!("projects.lead")));
    let (sample, new) = (text(key!("sample.try")), text(key!("projects.new")));
    let (import, stays) = (text(key!("plan.import")), text(key!("projects.stays_here")));
    format!(
        "<section data-shell lang=\"{lang}\">\n\
         <h1 class=\"welcome\">{question}</h1>\n\
         <p class=\"lead\">{lead}</p>\n\
         <div class=\"cluster home-actions needs-app\">\n\
         <a class=\"button button-primary\" href=\"#/sample\">{sample}</a>\n\
         <a class=\"button\" href=\"#/new\">{new}</a>\n\
         <a class=\"button\" href=\"#/import\">{import}</a>\n\
         </div>\n\
         <p class=\"second\">{stays}</p>\n\
         </section>\n"
    )
}

/// The sample's verdict and one of its charts, in one language.
///
/// # Errors
/// The chart cannot be drawn, which is a fault of the sample.
pub fn example(
    catalogue: &Catalogue,
    pack: &Pack,
    project: &Project,
) -> Result<String, ChartError> {
    let lang = catalogue.language().tag();
    let found = readiness(project, pack);
    let gates = found.verdict.gates.iter().map(|gate| {
        let name = escaped(&catalogue.text(&format!("pack.{}.short", gate.question)));
        let (class, word) = status(gate.standing);
        let word = escaped(&catalogue.text(word));
        format!(
            "<li><span class=\"status {class}\">{name}\
             <span class=\"visually-hidden\">: {word}</span></span></li>\n"
        )
    });
    let gates: String = gates.collect();
    let verdict = escaped(&report::verdict(catalogue, &found));
    let label = escaped(&catalogue.text(key!("sample.label")));
    let name = escaped(&project.head.name);
    let shown = project.indicators.iter().find(|found| found.id.to_string() == SHOWN);
    let figure = shown.map(|indicator| figure(catalogue, project, indicator)).transpose()?;
    Ok(format!(
        "<aside class=\"example\" data-shell lang=\"{lang}\" aria-label=\"{label}\">\n\
         <p class=\"second small\">{label}: {name}</p>\n\
         <p class=\"example-verdict\">{verdict}</p>\n\
         <ul class=\"verdict-strip\">\n{gates}</ul>\n{}</aside>\n",
        figure.unwrap_or_default()
    ))
}

fn figure(
    catalogue: &Catalogue,
    project: &Project,
    indicator: &Indicator,
) -> Result<String, ChartError> {
    let (year, month) = sample::ANCHOR;
    let first = NaiveDate::from_ymd_opt(year, month, LOOKED_AT).unwrap_or_default();
    let today = shift_months(first, 1);
    let series = project.series(indicator.id);
    let mut pictures = String::new();
    let mut finding = String::new();
    for (class, width) in WIDTHS {
        let model = indicator_chart(catalogue, &project.head, indicator, series, today, width);
        // One page holds all of them: every picture has ids of its own.
        let id = format!("example-{}-{class}", catalogue.language().tag());
        let svg = model.picture?.svg.replace(&format!("chart-{}", indicator.id), &id);
        let picture = format!("<div class=\"{class}\">{}</div>\n", svg.trim());
        pictures.push_str(&picture);
        finding = model.finding;
    }
    let finding = escaped(&finding);
    Ok(format!("<figure>\n<figcaption>{finding}</figcaption>\n{pictures}</figure>\n"))
}

/// Class and word of a gate, as the page itself shows them.
fn status(standing: Standing) -> (&'static str, &'static str) {
    match standing {
        Standing::Open => ("status-no-data", key!("standing.open")),
        Standing::NotApplicable => ("status-no-data", key!("standing.not_applicable")),
        Standing::Proven => ("status-met", key!("standing.proven")),
        Standing::Unproven => ("status-within-tolerance", key!("standing.unproven")),
        Standing::Partly => ("status-within-tolerance", key!("standing.partly")),
        Standing::Overridden => ("status-override", key!("standing.overridden")),
        Standing::No => ("status-missed", key!("standing.no")),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
