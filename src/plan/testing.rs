//! Generated projects for the tests of the plan: texts that readers of YAML
//! like to misread, every kind of record, every choice of a field.

use crate::assessment::{Answer, AnswerValue, Evidence, Standing, Voice};
use crate::base::{BusinessClock, Cadence, FiscalStart, Hours, Id, IdKind, Period};
use crate::kpi::{
    Actual, BandStep, Baseline, Cause, ChangeMark, Counts, Deviation, Direction, Draw, Fit,
    FunnelStage, Goal, Horizon, Indicator, Link, LinkKind, Measure, Measurement, Profit, Pull,
    Role, Target, TargetStep, Tells, TimeUnit, TradeOff, Whom, Yardstick,
};
use crate::pack::Outcome;
use crate::registers::{
    Action, ActionState, Case, Channel, CompanyType, CostKind, CostLine, Decision, Feasibility,
    Flow, Integration, IntegrationState, LifeState, Response, Risk, RiskState, SignOff, Stage,
    Term, View,
};
use crate::workspace::{
    Command, GateRecord, ImportNote, Person, Position, Project, ProjectGate, ProjectHead, Record,
    Side, Snapshot, Workspace,
};
use proptest::prelude::*;

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        any::<String>(),
        "[a-z:# \"'\\-\n]{0,20}",
        "no|~|1\\.0|12:30|="
    ]
}

fn any_value() -> impl Strategy<Value = f64> {
    (-999_999_999i64..999_999_999, 0i32..6).prop_map(|(digits, scale)| {
        let text = format!("{digits}e-{scale}");
        text.parse().unwrap_or_default()
    })
}

fn any_date() -> impl Strategy<Value = chrono::NaiveDate> {
    (0i64..80_000).prop_map(|days| chrono::NaiveDate::default() + chrono::Duration::days(days))
}

fn any_answer_value() -> impl Strategy<Value = AnswerValue> {
    prop_oneof![
        Just(AnswerValue::Yes),
        Just(AnswerValue::Partly),
        Just(AnswerValue::No),
        Just(AnswerValue::NotApplicable),
        (0u8..=5).prop_map(AnswerValue::Level),
    ]
}

fn maybe<T: std::fmt::Debug + Clone>(
    strategy: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Option<T>> {
    proptest::option::of(strategy)
}

fn someone() -> Id {
    Id::new(IdKind::Person, 7)
}

fn any_answer() -> impl Strategy<Value = Answer> {
    let evidence = (any_text(), maybe(any_date()), any::<bool>())
        .prop_map(|(text, date, known)| Evidence { text, date, person: known.then(someone) });
    let voice = (maybe(any_answer_value()), any_text(), maybe(any_date()))
        .prop_map(|(value, note, date)| Voice { person: someone(), value, note, date });
    (
        (maybe(any_answer_value()), any_text(), any_text(), maybe(any_date()), any::<bool>()),
        proptest::collection::vec(evidence, 0..3),
        proptest::collection::vec(voice, 0..2),
    )
        .prop_map(|((value, reason, note, due, owned), evidence, voices)| Answer {
            id: Id::new(IdKind::Answer, 3),
            question: "ready.funding".to_owned(),
            value,
            reason,
            note: format!("{note}."),
            evidence,
            respondents: if owned { vec![someone()] } else { Vec::new() },
            owner: owned.then(someone),
            due,
            voices,
        })
}

fn any_measure() -> impl Strategy<Value = Measure> {
    let level = (maybe((1u32..500).prop_map(f64::from)), 0usize..4, any_text()).prop_map(
        |(within, unit, channel)| Measure::ServiceLevel {
            within,
            unit: TimeUnit::ALL[unit],
            channel,
        },
    );
    prop_oneof![Just(Measure::Number), Just(Measure::Share), level]
}

fn any_indicator() -> impl Strategy<Value = Indicator> {
    let baseline = prop_oneof![
        Just(Baseline::Unset),
        Just(Baseline::NoneYet),
        (0u32..100).prop_map(|value| Baseline::Known {
            value: f64::from(value),
            period: Period::parse("2026-Q4").expect("a quarter"),
        }),
    ];
    let texts = (any_text(), any_text(), any_text(), any_text(), any_text());
    let target = (maybe(0u32..100), maybe(0u32..100), maybe(any_date()));
    (any_measure(), baseline, texts, target, 0usize..3, any::<bool>()).prop_map(
        |(measure, baseline, (name, unit, population, source, method), target, way, linked)| {
            let role = Role {
                part: population.clone(),
                stage: linked.then(|| FunnelStage::ALL[way]),
                whole_stage: linked.then(|| FunnelStage::ALL[way + 6]),
                counts: (way < 2).then(|| Counts::ALL[way]),
                resources: vec![Draw { name: unit.clone(), pull: Pull::ALL[way % 2] }],
                levers: vec![Draw { name: name.clone(), pull: Pull::ALL[1 - way % 2] }],
                tells: (way > 0).then(|| Tells::ALL[way - 1]),
                cause: (way > 0).then(|| Cause::ALL[way - 1]),
                profit: linked.then(|| Profit::ALL[way]),
                profit_how: method.clone(),
                fit: Fit {
                    whom: (way < 2).then(|| Whom::ALL[way]),
                    yardstick: linked.then(|| Yardstick::ALL[way]),
                    words: if way < 2 || linked { unit.clone() } else { String::new() },
                },
                from: source.clone(),
            };
            Indicator {
                role: Box::new(role),
                goal: linked.then(|| Id::new(IdKind::Goal, 5)),
                name,
                unit,
                direction: linked.then(|| Direction::ALL[way]),
                population,
                source,
                method,
                owner: linked.then(someone),
                cadence: Cadence::Month,
                baseline,
                target: Target {
                    value: target.0.map(f64::from),
                    low: target.1.map(f64::from),
                    high: None,
                    due: target.2,
                    commit: target.1.map(f64::from),
                    stretch: target.0.map(f64::from),
                    steps: target
                        .0
                        .map(|value| TargetStep {
                            period: Period::parse("2026-Q4").expect("a quarter"),
                            value: f64::from(value),
                        })
                        .into_iter()
                        .collect(),
                    bands: target
                        .1
                        .map(|low| BandStep {
                            period: Period::parse("2026-10").expect("a month"),
                            value: (f64::from(low), f64::from(low) + 0.5),
                        })
                        .into_iter()
                        .collect(),
                },
                deviation: target.2.map(|date| Deviation {
                    until: Some(date),
                    who: linked.then(someone),
                    why: "the new line is late".to_owned(),
                }),
                tolerance: target.0.map(f64::from),
                changes: target
                    .2
                    .map(|date| ChangeMark {
                        date,
                        label: "go-live".to_owned(),
                        restart: if linked { "New phones".to_owned() } else { String::new() },
                    })
                    .into_iter()
                    .collect(),
                screening: way == 2,
                ..Indicator::new(Id::new(IdKind::Indicator, 6), measure)
            }
        },
    )
}

/// One record of each register, an action and a risk.
fn registers(text: &str, pick: usize, amount: Option<f64>) -> Vec<Record> {
    let text = || text.to_owned();
    let day = amount.and(chrono::NaiveDate::from_ymd_opt(2026, 12, 31));
    let (stage, term) = (Id::new(IdKind::Stage, 9), Id::new(IdKind::Term, 10));
    let signed = day.map(|date| SignOff {
        date,
        person: Some(someone()).filter(|_| pick == 1),
        wording: text(),
    });
    vec![
        Record::Stage(Stage {
            name: text(),
            needed: amount,
            secured: Some(0.0),
            earmarked: amount,
            release: day,
            source: text(),
            ..Stage::new(stage)
        }),
        Record::Stage(Stage { after: Some(stage), ..Stage::new(Id::new(IdKind::Stage, 19)) }),
        Record::CostLine(CostLine {
            name: text(),
            stage: Some(stage).filter(|_| pick == 0),
            planned: amount,
            committed: amount,
            spent: Some(0.5),
            forecast: amount,
            ..CostLine::new(Id::new(IdKind::CostLine, 11), CostKind::ALL[pick])
        }),
        Record::Term(Term {
            customer: pick == 0,
            wording: text(),
            grain: text(),
            key: text(),
            states: vec![LifeState { name: text(), months: (pick == 1).then_some(12) }],
            master: text(),
            company: (pick > 0).then(|| CompanyType::ALL[pick]),
            cases: vec![Case { id: 3, text: text(), note: text() }],
            ..Term::new(term, &text())
        }),
        Record::View(View {
            wording: text(),
            decisions: vec![Decision { case: 3, counts: pick == 0, comment: text() }],
            note: text(),
            signed,
            ..View::new(Id::new(IdKind::View, 12), term, &text())
        }),
        Record::Integration(Integration {
            system: text(),
            data: text(),
            flow: (pick > 0).then(|| Flow::ALL[pick]),
            method: text(),
            frequency: text(),
            owner: Some(someone()).filter(|_| pick == 2),
            feasibility: Feasibility::ALL[pick],
            evidence: text(),
            state: IntegrationState::ALL[pick],
            note: text(),
            ..Integration::new(Id::new(IdKind::Integration, 13))
        }),
        Record::Channel(Channel {
            name: text(),
            period: ["2026-Q4", "2026", ""].get(pick).and_then(|text| Period::parse(text).ok()),
            contacts: (pick > 0).then_some(1_200.0),
            cost: amount,
            outcomes: (pick == 1).then_some(0.0),
            outcome: text(),
            note: text(),
            ..Channel::new(Id::new(IdKind::Channel, 17))
        }),
        Record::Action(Action {
            question: text(),
            gap: text(),
            owner: Some(someone()).filter(|_| pick == 2),
            due: day,
            state: ActionState::ALL[pick],
            done: day,
            note: text(),
            ..Action::new(Id::new(IdKind::Action, 14), &text())
        }),
        snapshot(&text(), pick, day),
        Record::Risk(Risk {
            question: text(),
            gap: text(),
            likelihood: (pick == 0).then_some(5),
            impact: (pick > 0).then_some(1),
            response: (pick > 0).then(|| Response::ALL[pick]),
            plan: text(),
            owner: Some(someone()).filter(|_| pick == 2),
            due: day,
            state: RiskState::ALL[pick],
            note: text(),
            ..Risk::new(Id::new(IdKind::Risk, 15), &text())
        }),
    ]
}

fn snapshot(text: &str, pick: usize, day: Option<chrono::NaiveDate>) -> Record {
    let text = || text.to_owned();
    Record::Snapshot(Snapshot {
        id: Id::new(IdKind::Snapshot, 16),
        name: text(),
        gate: ProjectGate::ALL[pick],
        date: day.unwrap_or_default(),
        signer: Some(someone()).filter(|_| pick == 1),
        signed: text(),
        note: text(),
        pack: "ready".to_owned(),
        version: 2,
        said: (pick > 0).then_some(Outcome::ReadyWithRisks),
        percent: (pick == 2).then_some(62.5),
        answered: u32::from(pick == 1),
        not_applicable: 0,
        open: 3,
        gates: vec![GateRecord {
            question: text(),
            standing: Standing::Overridden,
            counted_as_no: pick == 0,
            reason: text(),
        }],
    })
}

fn any_clock(pick: usize, month: u32) -> BusinessClock {
    let mut clock = BusinessClock::default();
    if pick == 2 {
        clock.week[4] = Hours::parse("08:30-24:00").ok();
        clock.holidays = chrono::NaiveDate::from_ymd_opt(2026, month, 1).into_iter().collect();
    }
    clock
}

/// A project with one record of each kind and some measurements.
pub fn any_project() -> impl Strategy<Value = Project> {
    let actuals = proptest::collection::btree_map(0u32..200, (any_value(), any_text()), 0..8);
    (any_answer(), any_indicator(), actuals, any_text(), any_text(), 1u32..=12, 0usize..3).prop_map(
        |(answer, indicator, actuals, name, why, month, pick)| {
            let id = Id::new(IdKind::Project, 1);
            let fiscal = FiscalStart::new(month).expect("1 to 12");
            let head = ProjectHead {
                why: why.clone(),
                fiscal,
                grace_days: u16::try_from(month).unwrap_or(1),
                sample: pick == 0,
                currency: why.clone(),
                subscription: pick == 1,
                budget_rule: (pick == 1).then_some(month > 6),
                budget_factor: (pick == 2).then_some(3.5),
                no_integrations: why.clone(),
                gate: ProjectGate::ALL[pick],
                // What the one view of the project calls its department.
                department: if pick == 1 { why.clone() } else { String::new() },
                clock: any_clock(pick, month),
                ..ProjectHead::new(id, &name)
            };
            let person = Person {
                id: someone(),
                name,
                role: why.clone(),
                department: String::new(),
                side: Side::ALL[pick],
                position: Position::ALL[pick],
            };
            let other = Goal::new(Id::new(IdKind::Goal, 15), &why);
            let goal = Goal {
                why: why.clone(),
                horizon: Some(Horizon::ALL[pick]),
                strategy: why.clone(),
                owner: (pick == 1).then(someone),
                links: [pick, 3]
                    .map(|kind| Link { kind: LinkKind::ALL[kind], to: other.id, note: why.clone() })
                    .to_vec(),
                ..Goal::new(Id::new(IdKind::Goal, 5), &why)
            };
            let decided = TradeOff {
                priority: (pick == 0).then_some(goal.id),
                accepted: why.clone(),
                who: (pick == 2).then(someone),
                date: indicator.target.due,
                note: why,
                ..TradeOff::new(Id::new(IdKind::TradeOff, 16), vec![goal.id, indicator.id])
            };
            let note = ImportNote {
                id: Id::new(IdKind::Import, 8),
                indicator: indicator.id,
                file: "calls.csv".to_owned(),
                at: "2026-11-22T09:30".to_owned(),
                new: month,
                changed: 0,
                same: 1,
                rejected: 2,
                events: (month > 6).then_some(27_716),
                rule: if month > 6 { "Calls within 20 s".to_owned() } else { String::new() },
            };
            let rows = registers(&goal.statement, pick, indicator.tolerance);
            let share = indicator.measure.is_share();
            let measurements = actuals.into_iter().map(|(n, (value, note))| Measurement {
                id: Id::new(IdKind::Measurement, u64::from(n)),
                indicator: indicator.id,
                period: Period::parse(&format!("{}-{:02}", 2000 + n / 12, n % 12 + 1))
                    .expect("a month"),
                actual: if share {
                    Actual::Counted { part: f64::from(n), whole: f64::from(n) + value.abs() }
                } else {
                    Actual::Value(value)
                },
                note,
                import: None,
            });
            // Part plus a decimal may need more digits than may be stored.
            let measurements: Vec<Measurement> = measurements
                .filter(|found| match found.actual {
                    Actual::Counted { part, whole } => Actual::counted(part, whole).is_some(),
                    Actual::Value(_) => true,
                })
                .collect();
            let mut workspace = Workspace::default();
            let save = |record| Command::Save { project: id, record: Box::new(record) };
            for command in [
                Command::AddProject(Box::new(Project::new(head))),
                save(Record::Person(person)),
                save(Record::Goal(other)),
                save(Record::Goal(goal)),
                save(Record::Indicator(indicator)),
                save(Record::TradeOff(decided)),
                save(Record::Answer(answer)),
                Command::Measure { project: id, measurements, note: Some(note) },
            ]
            .into_iter()
            .chain(rows.into_iter().map(save))
            {
                workspace.apply(command).expect("generated records are sound");
            }
            workspace.project(id).expect("just added").clone()
        },
    )
}
