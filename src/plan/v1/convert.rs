//! Domain → version 1.

use super::FORMAT;
use super::goals;
use super::registers;
use super::snapshot;
use super::types::{
    AnswerV1, BandStepV1, BaselineV1, ChangeV1, ClockV1, DeviationV1, EvidenceV1, ImportV1,
    IndicatorV1, MeasurementV1, PersonV1, PlanV1, ProjectV1, StepV1, SummaryV1, TargetV1, VoiceV1,
};
use super::words::{AnswerWord, GateWord, KindWord};
use crate::assessment::{Answer, AnswerValue};
use crate::base::{BusinessClock, FiscalStart};
use crate::kpi::{
    Actual, BandStep, Baseline, Deviation, Indicator, Measure, Measurement, Series, Target,
    TargetStep,
};
use crate::workspace::{ImportNote, Person, Project, ProjectHead, Record};
use serde_json::Value;

/// The plan of a project, with a summary where one is asked for.
pub fn plan_of(project: &Project, summary: Option<SummaryV1>) -> PlanV1 {
    // By indicator in their order, then by period: as people would list them.
    let measurements = project
        .indicators
        .iter()
        .filter_map(|indicator| project.measurements.get(&indicator.id))
        .flat_map(Series::values);
    PlanV1 {
        format: FORMAT.to_owned(),
        project: head(&project.head),
        people: project.people.iter().map(person).collect(),
        answers: project.answers.iter().map(answer).collect(),
        registers: registers::registers(project),
        goals: project.goals.iter().map(goals::goal).collect(),
        indicators: project.indicators.iter().map(indicator).collect(),
        measurements: measurements.map(measurement).collect(),
        actions: project.actions.iter().map(registers::action).collect(),
        risks: project.risks.iter().map(registers::risk).collect(),
        trade_offs: project.trade_offs.iter().map(goals::trade_off).collect(),
        snapshots: project.snapshots.iter().map(snapshot::snapshot).collect(),
        imports: project.imports.iter().map(import).collect(),
        summary,
    }
}

/// One record as stored: the same shape it has in the plan.
pub fn record_data(record: &Record) -> Value {
    let value = match record {
        Record::Head(record) => serde_json::to_value(head(record)),
        Record::Person(record) => serde_json::to_value(person(record)),
        Record::Answer(record) => serde_json::to_value(answer(record)),
        Record::Stage(record) => serde_json::to_value(registers::stage(record)),
        Record::CostLine(record) => serde_json::to_value(registers::cost(record)),
        Record::Term(record) => serde_json::to_value(registers::term(record)),
        Record::View(record) => serde_json::to_value(registers::view(record)),
        Record::Integration(record) => serde_json::to_value(registers::integration(record)),
        Record::Channel(record) => serde_json::to_value(registers::channel(record)),
        Record::Action(record) => serde_json::to_value(registers::action(record)),
        Record::Risk(record) => serde_json::to_value(registers::risk(record)),
        Record::TradeOff(record) => serde_json::to_value(goals::trade_off(record)),
        Record::Goal(record) => serde_json::to_value(goals::goal(record)),
        Record::Indicator(record) => serde_json::to_value(indicator(record)),
        Record::Measurement(record) => serde_json::to_value(measurement(record)),
        Record::Snapshot(record) => serde_json::to_value(snapshot::snapshot(record)),
        Record::Import(record) => serde_json::to_value(import(record)),
    };
    // Structs with text keys and finite numbers always become a value.
    value.unwrap_or(Value::Null)
}

fn head(head: &ProjectHead) -> ProjectV1 {
    let january = head.fiscal == FiscalStart::JANUARY;
    ProjectV1 {
        id: head.id.to_string(),
        name: head.name.clone(),
        organisation: head.organisation.clone(),
        why: head.why.clone(),
        benefit: head.benefit.clone(),
        fiscal_year_start: (!january).then(|| head.fiscal.month()),
        grace_days: (head.grace_days != ProjectHead::GRACE_DAYS).then_some(head.grace_days),
        sample: head.sample,
        currency: head.currency.clone(),
        subscription: head.subscription,
        budget_rule: head.budget_rule,
        budget_factor: head.budget_factor,
        no_integrations: head.no_integrations.clone(),
        gate: GateWord::of(head.gate),
        department: head.department.clone(),
        clock: clock(&head.clock),
    }
}

fn clock(clock: &BusinessClock) -> ClockV1 {
    let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] =
        clock.week.map(|hours| hours.map_or_else(String::new, |hours| hours.to_string()));
    let holidays = clock.holidays.iter().map(ToString::to_string).collect();
    ClockV1 { monday, tuesday, wednesday, thursday, friday, saturday, sunday, holidays }
}

fn person(person: &Person) -> PersonV1 {
    PersonV1 {
        id: person.id.to_string(),
        name: person.name.clone(),
        role: person.role.clone(),
        department: person.department.clone(),
        side: person.side.into(),
        position: person.position.into(),
    }
}

fn level(value: Option<AnswerValue>) -> Option<u8> {
    match value {
        Some(AnswerValue::Level(level)) => Some(level),
        _ => None,
    }
}

fn answer(answer: &Answer) -> AnswerV1 {
    let evidence = answer.evidence.iter().map(|item| EvidenceV1 {
        text: item.text.clone(),
        date: item.date.map(|date| date.to_string()),
        person: item.person.map(|id| id.to_string()),
    });
    let voices = answer.voices.iter().map(|voice| VoiceV1 {
        person: voice.person.to_string(),
        answer: voice.value.map(AnswerWord::of),
        level: level(voice.value),
        note: voice.note.clone(),
        date: voice.date.map(|date| date.to_string()),
    });
    AnswerV1 {
        id: answer.id.to_string(),
        question: answer.question.clone(),
        answer: answer.value.map(AnswerWord::of),
        level: level(answer.value),
        reason: answer.reason.clone(),
        note: answer.note.clone(),
        evidence: evidence.collect(),
        respondents: answer.respondents.iter().map(ToString::to_string).collect(),
        owner: answer.owner.map(|id| id.to_string()),
        due: answer.due.map(|date| date.to_string()),
        voices: voices.collect(),
    }
}

fn indicator(indicator: &Indicator) -> IndicatorV1 {
    let (kind, within, within_unit, channel) = match &indicator.measure {
        Measure::Number => (KindWord::Number, None, None, String::new()),
        Measure::Share => (KindWord::Share, None, None, String::new()),
        Measure::ServiceLevel { within, unit, channel } => {
            (KindWord::ServiceLevel, *within, Some((*unit).into()), channel.clone())
        }
    };
    let baseline = match indicator.baseline {
        Baseline::Unset => None,
        Baseline::NoneYet => Some(BaselineV1 { value: None, period: None, none_yet: true }),
        Baseline::Known { value, period } => Some(BaselineV1 {
            value: Some(value),
            period: Some(period.to_string()),
            none_yet: false,
        }),
    };
    let changes = indicator.changes.iter().map(|change| ChangeV1 {
        date: change.date.to_string(),
        label: change.label.clone(),
        limits_restart: change.restart.clone(),
    });
    IndicatorV1 {
        id: indicator.id.to_string(),
        goal: indicator.goal.map(|id| id.to_string()),
        name: indicator.name.clone(),
        kind,
        within,
        within_unit,
        channel,
        unit: indicator.unit.clone(),
        direction: indicator.direction.map(Into::into),
        population: indicator.population.clone(),
        source: indicator.source.clone(),
        method: indicator.method.clone(),
        owner: indicator.owner.map(|id| id.to_string()),
        cadence: indicator.cadence.into(),
        baseline,
        target: target(&indicator.target),
        tolerance: indicator.tolerance,
        deviation: indicator.deviation.as_ref().map(deviation),
        changes: changes.collect(),
        part: indicator.role.part.clone(),
        stage: indicator.role.stage.map(Into::into),
        whole_stage: indicator.role.whole_stage.map(Into::into),
        counts: indicator.role.counts.map(Into::into),
        resources: goals::draws(&indicator.role.resources),
        levers: goals::draws(&indicator.role.levers),
        tells: indicator.role.tells.map(Into::into),
        cause: indicator.role.cause.map(Into::into),
        profit: indicator.role.profit.map(Into::into),
        profit_how: indicator.role.profit_how.clone(),
        fit: goals::fit(&indicator.role.fit),
        links: goals::links(&indicator.links),
        screening: indicator.screening,
        from: indicator.role.from.clone(),
    }
}

fn target(target: &Target) -> Option<TargetV1> {
    (*target != Target::default()).then(|| TargetV1 {
        value: target.value,
        low: target.low,
        high: target.high,
        due: target.due.map(|date| date.to_string()),
        commit: target.commit,
        stretch: target.stretch,
        series: target.steps.iter().map(step).collect(),
        bands: target.bands.iter().map(band_step).collect(),
    })
}

fn step(step: &TargetStep) -> StepV1 {
    StepV1 { period: step.period.to_string(), value: step.value }
}

fn band_step(step: &BandStep) -> BandStepV1 {
    let (low, high) = step.value;
    BandStepV1 { period: step.period.to_string(), low, high }
}

fn deviation(deviation: &Deviation) -> DeviationV1 {
    DeviationV1 {
        until: deviation.until.map(|date| date.to_string()),
        who: deviation.who.map(|who| who.to_string()),
        why: deviation.why.clone(),
    }
}

fn measurement(measurement: &Measurement) -> MeasurementV1 {
    let (value, part, whole) = match measurement.actual {
        Actual::Value(value) => (Some(value), None, None),
        Actual::Counted { part, whole } => (None, Some(part), Some(whole)),
    };
    MeasurementV1 {
        id: measurement.id.to_string(),
        indicator: measurement.indicator.to_string(),
        period: measurement.period.to_string(),
        value,
        part,
        whole,
        note: measurement.note.clone(),
        import: measurement.import.map(|id| id.to_string()),
    }
}

fn import(note: &ImportNote) -> ImportV1 {
    ImportV1 {
        id: note.id.to_string(),
        indicator: note.indicator.to_string(),
        file: note.file.clone(),
        at: note.at.clone(),
        new: note.new,
        changed: note.changed,
        same: note.same,
        rejected: note.rejected,
        events: note.events,
        rule: note.rule.clone(),
    }
}
