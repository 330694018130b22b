use super::*;
use crate::base::IdKind;
use proptest::prelude::*;

fn term(cases: &[&str]) -> Term {
    let mut term = Term::new(Id::new(IdKind::Term, 1), "Customer");
    term.add_cases(cases.iter().copied());
    term
}

fn view(n: u64, department: &str) -> View {
    View::new(Id::new(IdKind::View, n), Id::new(IdKind::Term, 1), department)
}

fn planned(term: &Term, views: &[View], text: &str) -> BlockPlan {
    let block = read_cases(text).expect("a block");
    let mut next = 90;
    plan_block(term, &views.iter().collect::<Vec<_>>(), &block, || {
        next += 1;
        Id::new(IdKind::View, next)
    })
}

/// Case by case, what a department says.
fn told(plan: &BlockPlan, department: &str) -> String {
    let view = plan.views.iter().find(|view| view.department == department).expect("changed");
    let letter = |case: u32| match view.decision(case).map(|decision| decision.counts) {
        Some(true) => 'y',
        Some(false) => 'n',
        None => '-',
    };
    plan.term.cases.iter().map(|case| letter(case.id)).collect()
}

#[test]
fn a_list_of_cases_is_a_case_a_line_with_its_commas() {
    let text = "A dealer, who bought last year\r\n\r\nA subsidiary; abroad\n  A lapsed buyer  \n";
    let found = read_cases(text).expect("a list");
    let texts: Vec<_> = found.rows.iter().map(|row| row.text.as_str()).collect();
    assert_eq!(texts, ["A dealer, who bought last year", "A subsidiary; abroad", "A lapsed buyer"]);
    assert_eq!((found.columns, found.departments), (0, None));
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_a_character() {
    let found = read_cases("\"Friends\n of the house\nA dealer").expect("a list");
    assert_eq!(found.rows.len(), 3);
    // One cell over two lines, as spreadsheets copy it.
    let found = read_cases("\"A dealer\nwho resells\"\tyes\nA buyer\tno").expect("a block");
    assert_eq!(found.rows[0].text, "A dealer\nwho resells");
}

#[test]
fn a_board_with_names_goes_to_the_departments_and_adds_those_that_are_new() {
    let term = term(&["A dealer", "A subsidiary"]);
    let views = [view(1, "Sales"), view(2, "Service")];
    let text = "Case\tsales\tFinance\nA DEALER\tYes\tнет\nA buyer abroad\t否\t—\n";
    let plan = planned(&term, &views, text);
    assert_eq!((plan.new_cases, plan.known_cases), (1, 1));
    assert_eq!(plan.new_departments, ["Finance"]);
    assert_eq!((plan.decided, plan.changed), (3, 0));
    assert_eq!(told(&plan, "Sales"), "y-n");
    assert_eq!(told(&plan, "Finance"), "n--");
    assert_eq!(plan.views.len(), 2);
}

#[test]
fn without_names_columns_go_from_the_left_and_none_is_invented() {
    let term = term(&["A dealer"]);
    let plan = planned(&term, &[view(1, "Sales")], "A dealer\tyes\tno\t\n");
    assert_eq!(told(&plan, "Sales"), "y");
    assert_eq!(plan.nameless_columns, 1);
    assert!(plan.new_departments.is_empty());
}

#[test]
fn a_column_of_numbers_before_the_cases_is_left_out() {
    let text = "No.\tCase\tSales\n1\tA dealer\tyes\n2\tA subsidiary\tno";
    let found = read_cases(text).expect("a block");
    assert_eq!(found.departments, Some(vec!["Sales".to_owned()]));
    assert_eq!(found.rows[1].text, "A subsidiary");
    // Decisions written as 1 and 0 are no numbering.
    let found = read_cases("1\tyes\n2\tno").expect("a block");
    assert_eq!((found.rows[0].text.as_str(), found.columns), ("1", 1));
}

#[test]
fn what_is_no_decision_is_named_and_changes_nothing() {
    let text = "Case\tSales\nA dealer\tx\nA subsidiary\tmaybe\n\tyes\n";
    let found = read_cases(text).expect("a block");
    let unclear = |line, text: &str| Unclear { line, text: text.to_owned() };
    assert_eq!(found.unclear, [unclear(2, "x"), unclear(3, "maybe")]);
    assert_eq!(found.caseless, [4]);
    let term = term(&["A dealer", "A subsidiary"]);
    let plan = planned(&term, &[view(1, "Sales")], text);
    assert!(!plan.changes());
    assert_eq!(read_cases(" \t \n"), Err(TableError::Empty));
}

#[test]
fn a_block_that_says_what_stands_changes_nothing_and_a_blank_cell_keeps() {
    let term = term(&["A dealer", "A subsidiary"]);
    let mut sales = view(1, "Sales");
    sales.decide(1, Some(true));
    let same = planned(&term, &[sales.clone()], "A dealer\tyes\nA subsidiary\t\n");
    assert!(!same.changes());
    let turned = planned(&term, &[sales.clone()], "A dealer\tno");
    assert_eq!((turned.decided, turned.changed), (0, 1));
    let opened = planned(&term, &[sales], "A dealer\t待定");
    assert_eq!(told(&opened, "Sales"), "--");
}

#[test]
fn a_block_of_decisions_lands_from_the_cell_it_is_pasted_on() {
    let views = [view(1, "Sales"), view(2, "Service")];
    let block = read_decisions("yes\tно").map(|_| ());
    assert_eq!(block, None, "`но` is no decision");
    let block = read_decisions("yes\tno\tyes\n\tyes\n").expect("decisions");
    let (after, outside) = paste_decisions(&views.iter().collect::<Vec<_>>(), &[4, 2], &block);
    assert_eq!(outside, 1);
    assert_eq!(after[0].decisions.len(), 1);
    assert_eq!(after[1].decision(4).map(|decision| decision.counts), Some(false));
    assert_eq!(after[1].decision(2).map(|decision| decision.counts), Some(true));
}

proptest! {
    #[test]
    fn whatever_is_pasted_is_read_or_refused(text in "[\\PC\t\n\"]{0,80}") {
        if let Ok(block) = read_cases(&text) {
            let (term, views) = (term(&["a"]), [view(1, "Sales")]);
            let plan = plan_block(&term, &views.iter().collect::<Vec<_>>(), &block, || {
                Id::new(IdKind::View, 9)
            });
            prop_assert!(plan.term.cases.len() >= term.cases.len());
        }
        let _ = read_decisions(&text);
    }
}
