//! Version 1 → domain. Every fault names the field it was found in.

use super::goals;
use super::registers;
use super::snapshot::snapshot_from;
use super::types::{
    AnswerV1, BandStepV1, BaselineV1, ClockV1, DeviationV1, ImportV1, IndicatorV1, MeasurementV1,
    PersonV1, PlanV1, ProjectV1, StepV1, TargetV1,
};
use super::words::{AnswerWord, GateWord, KindWord};
use crate::assessment::{Answer, AnswerValue, Evidence, Voice};
use crate::base::{BusinessClock, FiscalStart, Hours, Id, IdKind, Period, checked, date_in_range};
use crate::kpi::{
    Actual, BandStep, Baseline, ChangeMark, Deviation, Indicator, Measure, Measurement, Role,
    Target, TargetStep, TimeUnit,
};
use crate::plan::yaml;
use crate::workspace::{ImportNote, Keyed, Person, Project, ProjectHead, Record, Table};
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// The plan says another format than this version's.
    Format(String),
    /// Not an id of the kind that belongs there.
    Id(String),
    /// Not a date between 1970-01-01 and 2199-12-31.
    Date(String),
    /// Not a period.
    Period(String),
    /// Not a finite number of at most 1e15.
    Number,
    /// Not a month from 1 to 12.
    Month(u32),
    /// Not two times of a day, the later one last.
    Hours(String),
    /// An answer `level` without a level from 0 to 5, or a level without it.
    Level,
    /// A baseline needs value and period, or `none-yet: true`, not both.
    Baseline,
    /// A measurement needs `value`, or `part` and `whole` with
    /// 0 ≤ part ≤ whole.
    Actual,
    /// The id is used by an earlier record.
    DuplicateId(String),
    /// Another measurement of the same indicator has this period.
    DuplicatePeriod(String),
    /// The record does not have the shape of its kind.
    Shape(String),
}

/// A fault with the place it was found in, for instance
/// `indicators[3].baseline.period`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {kind:?}")]
pub struct Fault {
    /// The place.
    pub path: String,
    /// What is wrong there.
    pub kind: FaultKind,
}

impl Fault {
    fn at(path: &str, kind: FaultKind) -> Self {
        Self { path: path.to_owned(), kind }
    }

    fn under(mut self, prefix: &str) -> Self {
        self.path = format!("{prefix}.{}", self.path);
        self
    }
}

/// The project a plan describes. Links between records are checked when the
/// project is added to a workspace.
pub fn project_from(plan: PlanV1) -> Result<Project, Fault> {
    if plan.format != super::FORMAT {
        return Err(Fault::at("format", FaultKind::Format(plan.format)));
    }
    let mut project = Project::new(head(plan.project).map_err(|fault| fault.under("project"))?);
    fill(&mut project.people, "people", plan.people, person)?;
    fill(&mut project.answers, "answers", plan.answers, answer)?;
    let rows = plan.registers;
    let stages = rows.funding_stages;
    fill(&mut project.stages, "registers.funding-stages", stages, registers::stage_from)?;
    fill(&mut project.costs, "registers.cost-lines", rows.cost_lines, registers::cost_from)?;
    fill(&mut project.terms, "registers.terms", rows.terms, registers::term_from)?;
    fill(&mut project.views, "registers.term-views", rows.term_views, registers::view_from)?;
    let systems = rows.integrations;
    fill(
        &mut project.integrations,
        "registers.integrations",
        systems,
        registers::integration_from,
    )?;
    fill(&mut project.channels, "registers.channels", rows.channels, registers::channel_from)?;
    fill(&mut project.actions, "actions", plan.actions, registers::action_from)?;
    fill(&mut project.risks, "risks", plan.risks, registers::risk_from)?;
    fill(&mut project.goals, "goals", plan.goals, goals::goal_from)?;
    fill(&mut project.indicators, "indicators", plan.indicators, indicator)?;
    let decided = plan.trade_offs;
    fill(&mut project.trade_offs, "trade-offs", decided, goals::trade_off_from)?;
    fill(&mut project.snapshots, "snapshots", plan.snapshots, snapshot_from)?;
    fill(&mut project.imports, "imports", plan.imports, import)?;
    let mut ids = std::collections::BTreeSet::new();
    for (place, row) in plan.measurements.into_iter().enumerate() {
        let prefix = format!("measurements[{place}]");
        let found = measurement(row).map_err(|fault| fault.under(&prefix))?;
        if !ids.insert(found.id) {
            let kind = FaultKind::DuplicateId(found.id.to_string());
            return Err(Fault::at("id", kind).under(&prefix));
        }
        let period = found.period;
        if project.measurements.entry(found.indicator).or_default().insert(period, found).is_some()
        {
            let kind = FaultKind::DuplicatePeriod(period.to_string());
            return Err(Fault::at("period", kind).under(&prefix));
        }
    }
    Ok(project)
}

/// One stored record, of the kind its id says.
pub fn record_from(id: Id, data: &Value) -> Result<Record, Fault> {
    fn read<V: DeserializeOwned>(data: &Value) -> Result<V, Fault> {
        yaml::typed_value(data)
            .map_err(|error| Fault::at("data", FaultKind::Shape(error.to_string())))
    }
    let record = match id.kind() {
        Some(IdKind::Project) => Record::Head(head(read(data)?)?),
        Some(IdKind::Person) => Record::Person(person(read(data)?)?),
        Some(IdKind::Answer) => Record::Answer(answer(read(data)?)?),
        Some(IdKind::Stage) => Record::Stage(registers::stage_from(read(data)?)?),
        Some(IdKind::CostLine) => Record::CostLine(registers::cost_from(read(data)?)?),
        Some(IdKind::Term) => Record::Term(registers::term_from(read(data)?)?),
        Some(IdKind::View) => Record::View(registers::view_from(read(data)?)?),
        Some(IdKind::Integration) => Record::Integration(registers::integration_from(read(data)?)?),
        Some(IdKind::Channel) => Record::Channel(registers::channel_from(read(data)?)?),
        Some(IdKind::Action) => Record::Action(registers::action_from(read(data)?)?),
        Some(IdKind::Risk) => Record::Risk(registers::risk_from(read(data)?)?),
        Some(IdKind::TradeOff) => Record::TradeOff(goals::trade_off_from(read(data)?)?),
        Some(IdKind::Goal) => Record::Goal(goals::goal_from(read(data)?)?),
        Some(IdKind::Indicator) => Record::Indicator(indicator(read(data)?)?),
        Some(IdKind::Measurement) => Record::Measurement(measurement(read(data)?)?),
        Some(IdKind::Snapshot) => Record::Snapshot(snapshot_from(read(data)?)?),
        Some(IdKind::Import) => Record::Import(import(read(data)?)?),
        None => return Err(Fault::at("id", FaultKind::Id(id.to_string()))),
    };
    if record.id() == id {
        Ok(record)
    } else {
        Err(Fault::at("id", FaultKind::Id(record.id().to_string())))
    }
}

fn fill<V, T: Keyed>(
    table: &mut Table<T>,
    section: &str,
    rows: Vec<V>,
    read: fn(V) -> Result<T, Fault>,
) -> Result<(), Fault> {
    for (place, row) in rows.into_iter().enumerate() {
        let prefix = format!("{section}[{place}]");
        let record = read(row).map_err(|fault| fault.under(&prefix))?;
        if table.get(record.id()).is_some() {
            let kind = FaultKind::DuplicateId(record.id().to_string());
            return Err(Fault::at("id", kind).under(&prefix));
        }
        table.put(table.next_position(), record);
    }
    Ok(())
}

pub(super) fn id(path: &str, kind: IdKind, text: &str) -> Result<Id, Fault> {
    Id::parse(kind, text).map_err(|error| Fault::at(path, FaultKind::Id(error.text)))
}

pub(super) fn link(path: &str, kind: IdKind, text: Option<&String>) -> Result<Option<Id>, Fault> {
    text.map(|text| id(path, kind, text)).transpose()
}

pub(super) fn date(path: &str, text: &str) -> Result<NaiveDate, Fault> {
    let fault = || Fault::at(path, FaultKind::Date(text.chars().take(40).collect()));
    // Exactly as it is written: chrono alone would also take 2026-1-5.
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| fault())?;
    if date_in_range(date) && date.to_string() == text { Ok(date) } else { Err(fault()) }
}

pub(super) fn maybe_date(path: &str, text: Option<&String>) -> Result<Option<NaiveDate>, Fault> {
    text.map(|text| date(path, text)).transpose()
}

pub(super) fn period(path: &str, text: &str) -> Result<Period, Fault> {
    Period::parse(text).map_err(|error| Fault::at(path, FaultKind::Period(error.0)))
}

fn number(path: &str, value: f64) -> Result<f64, Fault> {
    checked(value).map_err(|_| Fault::at(path, FaultKind::Number))
}

pub(super) fn maybe_number(path: &str, value: Option<f64>) -> Result<Option<f64>, Fault> {
    value.map(|value| number(path, value)).transpose()
}

fn head(head: ProjectV1) -> Result<ProjectHead, Fault> {
    let fiscal = match head.fiscal_year_start {
        None => FiscalStart::JANUARY,
        Some(month) => FiscalStart::new(month)
            .ok_or_else(|| Fault::at("fiscal-year-start", FaultKind::Month(month)))?,
    };
    Ok(ProjectHead {
        id: id("id", IdKind::Project, &head.id)?,
        name: head.name,
        organisation: head.organisation,
        why: head.why,
        benefit: head.benefit,
        fiscal,
        grace_days: head.grace_days.unwrap_or(ProjectHead::GRACE_DAYS),
        sample: head.sample,
        currency: head.currency,
        subscription: head.subscription,
        budget_rule: head.budget_rule,
        budget_factor: maybe_number("budget-factor", head.budget_factor)?,
        no_integrations: head.no_integrations,
        gate: GateWord::gate(head.gate),
        department: head.department,
        clock: clock(head.clock).map_err(|fault| fault.under("clock"))?,
    })
}

fn clock(clock: ClockV1) -> Result<BusinessClock, Fault> {
    let days = [
        ("monday", clock.monday),
        ("tuesday", clock.tuesday),
        ("wednesday", clock.wednesday),
        ("thursday", clock.thursday),
        ("friday", clock.friday),
        ("saturday", clock.saturday),
        ("sunday", clock.sunday),
    ];
    let mut week = [None; 7];
    for (hours, (path, text)) in week.iter_mut().zip(days) {
        if !text.is_empty() {
            let fault = |_| Fault::at(path, FaultKind::Hours(text.chars().take(40).collect()));
            *hours = Some(Hours::parse(&text).map_err(fault)?);
        }
    }
    let holidays = clock.holidays.iter().enumerate();
    let holidays = holidays.map(|(place, text)| date(&format!("holidays[{place}]"), text));
    Ok(BusinessClock { week, holidays: holidays.collect::<Result<_, _>>()? })
}

fn person(person: PersonV1) -> Result<Person, Fault> {
    Ok(Person {
        id: id("id", IdKind::Person, &person.id)?,
        name: person.name,
        role: person.role,
        department: person.department,
        side: person.side.into(),
        position: person.position.into(),
    })
}

fn answer_value(word: Option<AnswerWord>, level: Option<u8>) -> Result<Option<AnswerValue>, Fault> {
    match (word, level) {
        (None, None) => Ok(None),
        (Some(AnswerWord::Met), None) => Ok(Some(AnswerValue::Yes)),
        (Some(AnswerWord::Partly), None) => Ok(Some(AnswerValue::Partly)),
        (Some(AnswerWord::NotMet), None) => Ok(Some(AnswerValue::No)),
        (Some(AnswerWord::NotApplicable), None) => Ok(Some(AnswerValue::NotApplicable)),
        (Some(AnswerWord::Level), Some(level @ 0..=5)) => Ok(Some(AnswerValue::Level(level))),
        _ => Err(Fault::at("level", FaultKind::Level)),
    }
}

fn answer(answer: AnswerV1) -> Result<Answer, Fault> {
    let mut evidence = Vec::new();
    for (place, item) in answer.evidence.into_iter().enumerate() {
        let prefix = format!("evidence[{place}]");
        let date = maybe_date("date", item.date.as_ref()).map_err(|fault| fault.under(&prefix))?;
        let person = link("person", IdKind::Person, item.person.as_ref())
            .map_err(|fault| fault.under(&prefix))?;
        evidence.push(Evidence { text: item.text, date, person });
    }
    let mut voices = Vec::new();
    for (place, voice) in answer.voices.into_iter().enumerate() {
        let prefix = format!("voices[{place}]");
        let under = |fault: Fault| fault.under(&prefix);
        voices.push(Voice {
            person: id("person", IdKind::Person, &voice.person).map_err(under)?,
            value: answer_value(voice.answer, voice.level).map_err(under)?,
            note: voice.note,
            date: maybe_date("date", voice.date.as_ref()).map_err(under)?,
        });
    }
    let respondents = answer.respondents.iter().enumerate();
    let respondents = respondents
        .map(|(place, text)| id(&format!("respondents[{place}]"), IdKind::Person, text))
        .collect::<Result<_, _>>()?;
    Ok(Answer {
        id: id("id", IdKind::Answer, &answer.id)?,
        question: answer.question,
        value: answer_value(answer.answer, answer.level)?,
        reason: answer.reason,
        note: answer.note,
        evidence,
        respondents,
        owner: link("owner", IdKind::Person, answer.owner.as_ref())?,
        due: maybe_date("due", answer.due.as_ref())?,
        voices,
    })
}

fn indicator(indicator: IndicatorV1) -> Result<Indicator, Fault> {
    let measure = match indicator.kind {
        KindWord::Number => Measure::Number,
        KindWord::Share => Measure::Share,
        KindWord::ServiceLevel => Measure::ServiceLevel {
            within: maybe_number("within", indicator.within)?,
            unit: indicator.within_unit.map_or(TimeUnit::Seconds, Into::into),
            channel: indicator.channel,
        },
    };
    let changes = indicator.changes.into_iter().enumerate().map(|(place, change)| {
        let date = date("date", &change.date)
            .map_err(|fault| fault.under(&format!("changes[{place}]")))?;
        Ok(ChangeMark { date, label: change.label, restart: change.limits_restart })
    });
    Ok(Indicator {
        id: id("id", IdKind::Indicator, &indicator.id)?,
        goal: link("goal", IdKind::Goal, indicator.goal.as_ref())?,
        name: indicator.name,
        measure,
        unit: indicator.unit,
        direction: indicator.direction.map(Into::into),
        population: indicator.population,
        source: indicator.source,
        method: indicator.method,
        owner: link("owner", IdKind::Person, indicator.owner.as_ref())?,
        cadence: indicator.cadence.into(),
        baseline: baseline(indicator.baseline)?,
        target: target(indicator.target)?,
        tolerance: maybe_number("tolerance", indicator.tolerance)?,
        deviation: deviation(indicator.deviation)?,
        changes: changes.collect::<Result<_, _>>()?,
        role: Box::new(Role {
            part: indicator.part,
            stage: indicator.stage.map(Into::into),
            whole_stage: indicator.whole_stage.map(Into::into),
            counts: indicator.counts.map(Into::into),
            resources: goals::draws_from(indicator.resources),
            levers: goals::draws_from(indicator.levers),
            tells: indicator.tells.map(Into::into),
            cause: indicator.cause.map(Into::into),
            profit: indicator.profit.map(Into::into),
            profit_how: indicator.profit_how,
            fit: goals::fit_from(indicator.fit),
            from: indicator.from,
        }),
        links: goals::links_from(indicator.links)?,
        screening: indicator.screening,
    })
}

fn baseline(baseline: Option<BaselineV1>) -> Result<Baseline, Fault> {
    let Some(BaselineV1 { value, period: when, none_yet }) = baseline else {
        return Ok(Baseline::Unset);
    };
    match (value, when, none_yet) {
        (None, None, true) => Ok(Baseline::NoneYet),
        (Some(value), Some(when), false) => Ok(Baseline::Known {
            value: number("baseline.value", value)?,
            period: period("baseline.period", &when)?,
        }),
        _ => Err(Fault::at("baseline", FaultKind::Baseline)),
    }
}

fn target(target: Option<TargetV1>) -> Result<Target, Fault> {
    let Some(target) = target else { return Ok(Target::default()) };
    Ok(Target {
        value: maybe_number("target.value", target.value)?,
        low: maybe_number("target.low", target.low)?,
        high: maybe_number("target.high", target.high)?,
        due: maybe_date("target.due", target.due.as_ref())?,
        commit: maybe_number("target.commit", target.commit)?,
        stretch: maybe_number("target.stretch", target.stretch)?,
        steps: steps(&target.series)?,
        bands: band_steps(&target.bands)?,
    })
}

fn steps(series: &[StepV1]) -> Result<Vec<TargetStep>, Fault> {
    let read = |step: &StepV1| {
        let (period, value) = (period("period", &step.period)?, number("value", step.value)?);
        Ok(TargetStep { period, value })
    };
    let placed = series.iter().enumerate().map(|(place, step)| {
        read(step).map_err(|fault: Fault| fault.under(&format!("target.series[{place}]")))
    });
    placed.collect()
}

fn band_steps(bands: &[BandStepV1]) -> Result<Vec<BandStep>, Fault> {
    let read = |step: &BandStepV1| {
        let (low, high) = (number("low", step.low)?, number("high", step.high)?);
        let value = (low, high);
        Ok(BandStep { period: period("period", &step.period)?, value })
    };
    let placed = bands.iter().enumerate().map(|(place, step)| {
        read(step).map_err(|fault: Fault| fault.under(&format!("target.bands[{place}]")))
    });
    placed.collect()
}

fn deviation(deviation: Option<DeviationV1>) -> Result<Option<Deviation>, Fault> {
    let Some(deviation) = deviation else { return Ok(None) };
    Ok(Some(Deviation {
        until: maybe_date("deviation.until", deviation.until.as_ref())?,
        who: link("deviation.who", IdKind::Person, deviation.who.as_ref())?,
        why: deviation.why,
    }))
}

fn measurement(measurement: MeasurementV1) -> Result<Measurement, Fault> {
    let actual = match (measurement.value, measurement.part, measurement.whole) {
        (Some(value), None, None) => Actual::Value(number("value", value)?),
        (None, Some(part), Some(whole)) => {
            Actual::counted(part, whole).ok_or_else(|| Fault::at("part", FaultKind::Actual))?
        }
        _ => return Err(Fault::at("value", FaultKind::Actual)),
    };
    Ok(Measurement {
        id: id("id", IdKind::Measurement, &measurement.id)?,
        indicator: id("indicator", IdKind::Indicator, &measurement.indicator)?,
        period: period("period", &measurement.period)?,
        actual,
        note: measurement.note,
        import: link("import", IdKind::Import, measurement.import.as_ref())?,
    })
}

fn import(import: ImportV1) -> Result<ImportNote, Fault> {
    Ok(ImportNote {
        id: id("id", IdKind::Import, &import.id)?,
        indicator: id("indicator", IdKind::Indicator, &import.indicator)?,
        file: import.file,
        at: import.at,
        new: import.new,
        changed: import.changed,
        same: import.same,
        rejected: import.rejected,
        events: import.events,
        rule: import.rule,
    })
}
