use super::*;
use crate::base::{IdKind, Period, PeriodError};
use crate::i18n::testing::{catalogue, in_all};
use crate::i18n::{Catalogue, InWords, Language};
use crate::registers::{ActionState, CostKind, CostLine, Integration, Stage};
use crate::tabular::{DayMonthOrder, DecimalMark, NumberRefusal, PeriodRefusal};
use crate::workspace::{Command, Person, ProjectHead, Workspace};

fn id(kind: IdKind, n: u64) -> Id {
    Id::new(kind, n)
}

fn today() -> chrono::NaiveDate {
    "2026-11-18".parse().expect("a date")
}

fn project_id() -> Id {
    id(IdKind::Project, 1)
}

fn person(n: u64, name: &str) -> Record {
    Record::Person(Person::new(id(IdKind::Person, n), name))
}

fn stage(n: u64, name: &str) -> Stage {
    Stage { name: name.to_owned(), ..Stage::new(id(IdKind::Stage, n)) }
}

/// Two stages, one cost line, two people of one name and one of another.
fn workspace() -> Workspace {
    let mut workspace = Workspace::default();
    let head =
        ProjectHead { currency: "EUR".to_owned(), ..ProjectHead::new(project_id(), "Sales CRM") };
    let cost = CostLine {
        name: "Licences".to_owned(),
        ..CostLine::new(id(IdKind::CostLine, 1), CostKind::Software)
    };
    let records = vec![
        person(1, "Anna Weber"),
        person(2, "Li Na"),
        person(3, "li na"),
        Record::Stage(stage(1, "Sales")),
        Record::Stage(stage(2, "Marketing")),
        Record::CostLine(cost),
    ];
    for command in [
        Command::AddProject(Box::new(crate::workspace::Project::new(head))),
        Command::SaveAll { project: project_id(), records },
    ] {
        workspace.apply(command).expect("the project is sound");
    }
    workspace
}

fn english() -> Catalogue {
    catalogue(Language::English)
}

fn seen(sheet: &Sheet) -> Vec<&'static Column> {
    sheet.columns.iter().filter(|column| !column.more).collect()
}

#[track_caller]
fn look(sheet: &Sheet, row: usize, column: &str, text: &str) -> Pasted {
    chosen(sheet, row, column, text, Conventions::default())
}

#[track_caller]
fn chosen(sheet: &Sheet, row: usize, column: &str, text: &str, conventions: Conventions) -> Pasted {
    let (workspace, english, shown) = (workspace(), english(), seen(sheet));
    let project = workspace.project(project_id()).expect("it was added");
    let column = shown.iter().position(|found| found.name == column).expect("a column");
    let start = Start { row, column };
    paste(&english, project, sheet, &shown, start, text, conventions).expect("a block")
}

/// The project after the block has been pasted.
#[track_caller]
fn carried_out(sheet: &Sheet, pasted: &Pasted, add_people: bool) -> Project {
    let mut next = 100;
    let records = pasted.records(sheet, add_people, today(), |kind| {
        next += 1;
        id(kind, next)
    });
    let mut workspace = workspace();
    workspace.apply(Command::SaveAll { project: project_id(), records }).expect("it fits");
    workspace.project(project_id()).expect("it is there").clone()
}

fn refusals(pasted: &Pasted) -> Vec<&CellRefusal> {
    let cells = pasted.rows.iter().flat_map(|row| &row.cells);
    cells
        .filter_map(|cell| match &cell.outcome {
            Outcome::Refused(refusal) => Some(refusal),
            Outcome::Changes(_) | Outcome::Same => None,
        })
        .collect()
}

#[test]
fn a_block_fills_rows_from_the_cell_on_and_adds_those_below() {
    let pasted = look(
        &STAGES,
        1,
        "needed",
        "140000\t60000\t80000\t2027-01-15\tBoard\r\n95,000.00\t0\r\n\r\n",
    );
    assert!(pasted.fits() && !pasted.has_heads);
    assert_eq!((pasted.changed(true), pasted.added(true), pasted.refused(true)), (7, 1, 0));
    let project = carried_out(&STAGES, &pasted, false);
    let rows: Vec<_> = project.stages.iter().collect();
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0].needed, None);
    assert_eq!((rows[1].needed, rows[1].earmarked), (Some(140_000.0), Some(80_000.0)));
    assert_eq!(rows[1].release.map(|day| day.to_string()).as_deref(), Some("2027-01-15"));
    assert_eq!(rows[1].source, "Board");
    assert_eq!((rows[2].needed, rows[2].secured), (Some(95_000.0), Some(0.0)));
}

#[test]
fn heads_put_columns_where_they_belong_in_any_order() {
    let text = "Source\tStage\tNeeded, EUR\tRemark\nBoard\tSales\t10\tx\nBank\tMarketing\t20\t";
    let pasted = look(&STAGES, 0, "release", text);
    assert!(pasted.has_heads && !pasted.fits());
    assert_eq!(pasted.columns, ["source", "name", "needed"]);
    assert_eq!(pasted.left_out, 1, "the remark finds no column");
    let project = carried_out(&STAGES, &pasted, false);
    let rows: Vec<_> = project.stages.iter().map(|row| (row.source.clone(), row.needed)).collect();
    assert_eq!(rows, [("Board".to_owned(), Some(10.0)), ("Bank".to_owned(), Some(20.0))]);
    // A text that happens to be a head is a text.
    assert!(!look(&STAGES, 2, "name", "Source\tSources").has_heads);
}

#[test]
fn heads_are_known_in_every_language() {
    for language in Language::ALL {
        let words = catalogue(language);
        let workspace = workspace();
        let project = workspace.project(project_id()).expect("it was added");
        for sheet in [&STAGES, &COSTS, &INTEGRATIONS, &CHANNELS, &PEOPLE] {
            let heads: Vec<_> =
                sheet.columns.iter().map(|column| words.text(column.head)).collect();
            let mut text = heads.join("\t");
            text.push_str("\nx");
            let (shown, start) = (seen(sheet), Start { row: 0, column: 1 });
            let found = paste(&words, project, sheet, &shown, start, &text, Conventions::default());
            let names: Vec<_> = sheet.columns.iter().map(|column| column.name).collect();
            assert_eq!(found.expect("a block").columns, names, "{language:?}");
        }
    }
}

#[test]
fn what_does_not_fit_stays_as_it_is_and_is_said() {
    let pasted = look(&STAGES, 0, "needed", "12a\t50%\t-5\tsoon\n$ 7\t€ 7\t1e99");
    let expected = [
        CellRefusal::Number(NumberRefusal::NotANumber),
        CellRefusal::Percent,
        CellRefusal::Negative,
        CellRefusal::Date(PeriodRefusal::NotAPeriod),
    ];
    assert_eq!(refusals(&pasted)[..4], expected.iter().collect::<Vec<_>>());
    assert!(matches!(refusals(&pasted)[4], CellRefusal::Currency { .. }));
    assert_eq!(refusals(&pasted).len(), 6);
    assert_eq!(pasted.changed(true), 1);
    let project = carried_out(&STAGES, &pasted, false);
    let second = project.stages.iter().nth(1).expect("two stages");
    assert_eq!((second.needed, second.secured), (None, Some(7.0)));
}

#[test]
fn thousands_and_decimals_are_asked_never_guessed() {
    let text = "95,000\t1,500";
    let pasted = look(&STAGES, 0, "needed", text);
    let question = PasteQuestion::Decimal { as_comma: 95.0, as_point: 95_000.0 };
    assert_eq!(pasted.questions, [question]);
    assert_eq!(pasted.changed(true), 0);
    let point = Conventions { decimal: Some(DecimalMark::Point), order: None };
    let pasted = chosen(&STAGES, 0, "needed", text, point);
    assert!(pasted.fits() && pasted.questions.is_empty());
    let project = carried_out(&STAGES, &pasted, false);
    assert_eq!(project.stages.iter().next().and_then(|row| row.needed), Some(95_000.0));
    // One cell that has a single reading decides for all.
    assert!(look(&STAGES, 0, "needed", "95,000\t1,500.50").fits());
}

#[test]
fn the_order_of_day_and_month_is_asked() {
    let pasted = look(&STAGES, 0, "release", "03/04/2027");
    assert_eq!(pasted.questions, [PasteQuestion::DayMonth]);
    let day_first = Conventions { decimal: None, order: Some(DayMonthOrder::DayFirst) };
    let pasted = chosen(&STAGES, 0, "release", "03/04/2027", day_first);
    let project = carried_out(&STAGES, &pasted, false);
    let release = project.stages.iter().next().and_then(|row| row.release);
    assert_eq!(release.map(|day| day.to_string()).as_deref(), Some("2027-04-03"));
    assert!(look(&STAGES, 0, "release", "03/04/2027\n25/04/2027").fits());
}

#[test]
fn choices_and_links_are_read_by_their_words() {
    let pasted = look(&COSTS, 0, "kind", " training \tmarketing\nHardwear\tNowhere");
    assert_eq!(pasted.refused(true), 2);
    assert!(matches!(refusals(&pasted)[0], CellRefusal::NoSuchWord { .. }));
    assert_eq!(refusals(&pasted)[1], &CellRefusal::NoSuchStage);
    let project = carried_out(&COSTS, &pasted, false);
    let line = project.costs.iter().next().expect("a line");
    assert_eq!((line.kind, line.stage), (CostKind::Training, Some(id(IdKind::Stage, 2))));
}

#[test]
fn people_who_are_not_in_the_register_can_be_added_with_the_block() {
    let text = "ERP\t\t\t\tAnna weber\nShop\t\t\t\tOle\nMail\t\t\t\tole\nBank\t\t\t\tLi Na";
    let pasted = look(&INTEGRATIONS, 0, "system", text);
    assert_eq!(pasted.unknown, ["Ole"]);
    assert_eq!((pasted.changed(true), pasted.refused(true)), (7, 1));
    assert_eq!((pasted.changed(false), pasted.refused(false)), (5, 3));
    assert_eq!(refusals(&pasted)[2], &CellRefusal::SeveralPeople);
    let owners = |add| {
        let project = carried_out(&INTEGRATIONS, &pasted, add);
        let name = |row: &Integration| {
            row.owner.and_then(|owner| project.people.get(owner)).map(|found| found.name.clone())
        };
        project.integrations.iter().map(name).collect::<Vec<_>>()
    };
    let name = |name: &str| Some(name.to_owned());
    assert_eq!(owners(true), [name("Anna Weber"), name("Ole"), name("Ole"), None]);
    assert_eq!(owners(false), [name("Anna Weber"), None, None, None]);
}

#[test]
fn totals_below_the_rows_are_left_out() {
    let pasted = look(&STAGES, 2, "name", "Stock\t10\nTotal\t10\nTotal quality workshop\t5");
    assert_eq!(pasted.rows.iter().filter(|row| row.left_out == Some(LeftOut::Total)).count(), 1);
    assert!(!pasted.fits());
    let names: Vec<_> =
        carried_out(&STAGES, &pasted, false).stages.iter().map(|row| row.name.clone()).collect();
    assert_eq!(names, ["Sales", "Marketing", "Stock", "Total quality workshop"]);
}

#[test]
fn an_empty_pasted_cell_empties_the_one_below_it() {
    let pasted = look(&STAGES, 0, "name", "Sales\n\nStock");
    let names: Vec<_> =
        carried_out(&STAGES, &pasted, false).stages.iter().map(|row| row.name.clone()).collect();
    assert_eq!(names, ["Sales", "", "Stock"]);
    assert_eq!(look(&STAGES, 0, "name", "Sales\nMarketing").changed(true), 0);
}

#[test]
fn every_column_reads_back_what_it_wrote() {
    let workspace = workspace();
    let project = workspace.project(project_id()).expect("it was added");
    for language in Language::ALL {
        let words = catalogue(language);
        let conventions = Conventions {
            decimal: Some(match language {
                Language::Russian => DecimalMark::Comma,
                _ => DecimalMark::Point,
            }),
            order: None,
        };
        let reader = Reader { catalogue: &words, project, conventions };
        for sheet in [&STAGES, &COSTS, &INTEGRATIONS, &CHANNELS, &PEOPLE] {
            let mut names = std::collections::BTreeSet::new();
            for column in sheet.columns {
                assert!(names.insert(column.name), "{} twice", column.name);
                let value = match column.kind {
                    Kind::Text => Value::Text("x y".to_owned()),
                    Kind::Money => Value::Amount(Some(1_234.5)),
                    Kind::Count => Value::Amount(Some(1_234.0)),
                    Kind::Period => Value::Period(Period::parse("2026-Q3").ok()),
                    Kind::Date => Value::Date("2027-03-31".parse().ok()),
                    Kind::Choice { .. } => Value::Choice(Some(1)),
                    Kind::Person => Value::Link(Some(id(IdKind::Person, 1))),
                    Kind::Stage => Value::Link(Some(id(IdKind::Stage, 2))),
                };
                let mut record = (sheet.blank)(id(sheet.kind, 7));
                assert!(sheet.is_blank(&record));
                (column.write)(&mut record, value.clone());
                assert_eq!((column.read)(&record), value, "{}.{}", sheet.name, column.name);
                assert!(!sheet.is_blank(&record), "{}.{}", sheet.name, column.name);
                let text = match column.kind {
                    Kind::Person => "Anna Weber".to_owned(),
                    Kind::Stage => "Marketing".to_owned(),
                    _ => shown(&words, column, &value),
                };
                assert_eq!(reader.read(column, &text), Ok(value), "{}", column.name);
            }
        }
    }
}

#[test]
fn every_refusal_says_something_in_every_language() {
    let Kind::Choice { options, .. } = COSTS.columns[1].kind else { panic!("a choice") };
    for refusal in [
        CellRefusal::Number(NumberRefusal::NotANumber),
        CellRefusal::Date(PeriodRefusal::TwoDigitYear),
        CellRefusal::NoSuchWord { options },
        CellRefusal::NotWhole,
        CellRefusal::Period(PeriodError("soon".to_owned())),
        CellRefusal::Percent,
        CellRefusal::Negative,
        CellRefusal::TwoReadings,
        CellRefusal::Nobody,
        CellRefusal::SeveralPeople,
        CellRefusal::NoSuchStage,
        CellRefusal::Nameless,
        CellRefusal::TooLong,
    ] {
        let said = in_all(|words| refusal.in_words(words));
        assert!(said.iter().all(|text| !text.is_empty() && !text.contains('⟦')), "{said:?}");
        assert!(said[0] != said[1] && said[1] != said[2], "{said:?}");
    }
}

#[test]
fn totals_are_exact_and_leave_out_what_is_not_written() {
    let mut workspace = workspace();
    let needed = [(1, Some(0.1)), (2, Some(0.2)), (3, None)];
    let records = needed.map(|(n, needed)| Record::Stage(Stage { needed, ..stage(n, "s") }));
    let command = Command::SaveAll { project: project_id(), records: records.to_vec() };
    workspace.apply(command).expect("they fit");
    let project = workspace.project(project_id()).expect("it is there");
    let sums = STAGES.totals(project);
    let of = |name: &str| sums.iter().find(|(column, _)| *column == name).map(|(_, sum)| *sum);
    assert_eq!(of("needed"), Some(Some(0.1 + 0.2)));
    assert_eq!(of("secured"), Some(None), "nothing is written, so nothing is summed up");
    assert_eq!(of("name"), None);
}

#[test]
fn a_person_without_a_name_is_not_added_and_keeps_the_one_there_is() {
    let pasted = look(&PEOPLE, 0, "name", "\tHead of sales\nLi Na\nLi Na\n\tAdviser\nOle\tAdviser");
    assert_eq!(refusals(&pasted), [&CellRefusal::Nameless]);
    assert_eq!(pasted.rows[3].left_out, Some(LeftOut::Nameless));
    let project = carried_out(&PEOPLE, &pasted, false);
    let said: Vec<_> =
        project.people.iter().map(|one| (one.name.as_str(), one.role.as_str())).collect();
    let wanted =
        [("Anna Weber", "Head of sales"), ("Li Na", ""), ("Li Na", ""), ("Ole", "Adviser")];
    assert_eq!(said, wanted);
}

#[test]
fn risks_are_pasted_with_ratings_as_digits_or_words() {
    let text = "Risk\tLikelihood\tImpact\tResponse\tOwner\tLook again on\n\
        Stage 3 comes late\t3\t4 · grave\tReduce\tAnna Weber\t2026-12-15\n\
        Data are lost\t6\t\t\t\t\n";
    let pasted = look(&RISKS, 0, "title", text);
    assert!(pasted.has_heads);
    assert!(matches!(refusals(&pasted).as_slice(), [CellRefusal::NoSuchWord { .. }]));
    let project = carried_out(&RISKS, &pasted, false);
    let rows: Vec<_> = project.risks.iter().collect();
    assert_eq!((rows[0].likelihood, rows[0].impact), (Some(3), Some(4)));
    assert_eq!(rows[0].response, Some(crate::registers::Response::Reduce));
    assert_eq!(rows[0].owner, Some(id(IdKind::Person, 1)));
    assert_eq!((rows[1].title.as_str(), rows[1].likelihood), ("Data are lost", None));
}

#[test]
fn actions_pasted_as_done_are_done_on_the_day_of_pasting() {
    let text = "Ask the board\tAnna Weber\t2026-12-01\tDone\nCount the licences\t\t\tUnder way";
    let pasted = look(&ACTIONS, 0, "title", text);
    assert!(pasted.fits());
    let project = carried_out(&ACTIONS, &pasted, false);
    let done: Vec<_> = project.actions.iter().map(|action| (action.state, action.done)).collect();
    assert_eq!(done, [(ActionState::Done, Some(today())), (ActionState::Doing, None)]);
}

#[test]
fn every_cell_of_every_sheet_reads_back_what_was_written_into_it() {
    for sheet in [&STAGES, &COSTS, &INTEGRATIONS, &CHANNELS, &ACTIONS, &RISKS] {
        for column in sheet.columns {
            let value = match column.kind {
                Kind::Text => Value::Text("x".to_owned()),
                Kind::Money | Kind::Count => Value::Amount(Some(12.5)),
                Kind::Period => Value::Period(Period::parse("2026").ok()),
                Kind::Date => Value::Date(Some(today())),
                Kind::Choice { options, .. } => Value::Choice(Some(options.len() - 1)),
                Kind::Person => Value::Link(Some(id(IdKind::Person, 1))),
                Kind::Stage => Value::Link(Some(id(IdKind::Stage, 1))),
            };
            let mut record = (sheet.blank)(id(sheet.kind, 9));
            (column.write)(&mut record, value.clone());
            assert_eq!((column.read)(&record), value, "{}.{}", sheet.name, column.name);
            // A value of another kind changes nothing.
            let before = record.clone();
            let wrong = match value {
                Value::Text(_) => Value::Amount(Some(1.0)),
                _ => Value::Text("y".to_owned()),
            };
            (column.write)(&mut record, wrong);
            assert_eq!(record, before, "{}.{}", sheet.name, column.name);
        }
    }
}

#[test]
fn a_count_is_whole_and_a_period_of_any_length() {
    let text = "Phone\t2026-Q3\t6,200\t43,400.50\t310\tOrder\nMail\tQ3 2026\t1 450\t€ 10\t2.5\t\n\
                Visit\tsoon\t€ 3\t1\t50%\tOrder\nWeb\t2026\t-1\t1\t1\tOrder";
    let pasted = look(&CHANNELS, 0, "name", text);
    let project = carried_out(&CHANNELS, &pasted, false);
    let rows: Vec<_> = project
        .channels
        .iter()
        .map(|row| (row.period.map(|period| period.to_string()), row.contacts, row.outcomes))
        .collect();
    let period = |text: &str| Some(text.to_owned());
    assert_eq!(
        rows,
        [
            (period("2026-Q3"), Some(6_200.0), Some(310.0)),
            (period("2026-Q3"), Some(1_450.0), None),
            (None, None, None),
            (period("2026"), None, Some(1.0)),
        ]
    );
    let refused = refusals(&pasted);
    assert_eq!(refused[0], &CellRefusal::NotWhole);
    assert!(matches!(refused[1], CellRefusal::Period(_)), "{:?}", refused[1]);
    assert!(matches!(refused[2], CellRefusal::Money { .. }), "{:?}", refused[2]);
    assert_eq!(refused[3..], [&CellRefusal::Percent, &CellRefusal::Negative]);
    let said = in_all(|words| refused[2].in_words(words));
    assert!(said.iter().all(|text| text.contains('€')) && said[0] != said[1], "{said:?}");
    // Of two readings of a count only one is whole.
    let pasted = look(&CHANNELS, 0, "name", "Phone\t2026\t1.450");
    let project = carried_out(&CHANNELS, &pasted, false);
    assert_eq!(project.channels.iter().next().and_then(|row| row.contacts), Some(1_450.0));
    let project = carried_out(&CHANNELS, &look(&CHANNELS, 0, "name", text), false);
    // The rows are of two periods: their sum would be of nothing.
    assert_eq!(CHANNELS.totals(&project), []);
}
