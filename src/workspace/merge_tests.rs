use super::super::{Command, Position, ProjectHead, Side, Workspace, departments, part_of};
use super::*;
use crate::base::IdKind;
use crate::registers::Term;

fn id(kind: IdKind, n: u64) -> Id {
    Id::new(kind, n)
}

fn person(n: u64, name: &str, department: &str) -> Person {
    Person {
        id: id(IdKind::Person, n),
        name: name.to_owned(),
        role: String::new(),
        department: department.to_owned(),
        side: Side::Own,
        position: Position::Leader,
    }
}

/// One letter a case: y, n, or anything else for open.
fn view(n: u64, term: u64, department: &str, decisions: &str) -> View {
    let mut view = View::new(id(IdKind::View, n), id(IdKind::Term, term), department);
    for (case, letter) in (1..).zip(decisions.chars()).filter(|(_, letter)| *letter != '-') {
        view.decide(case, Some(letter == 'y'));
    }
    view
}

/// Customer with three cases for sales and finance; CRM for finance alone.
fn project() -> Project {
    let mut project = Project::new(ProjectHead {
        why: "secret".to_owned(),
        ..ProjectHead::new(id(IdKind::Project, 1), "CRM")
    });
    let mut customer = Term::new(id(IdKind::Term, 1), "Customer");
    customer.wording = "Whoever bought".to_owned();
    customer.add_cases(["A dealer", "A subsidiary", "A lapsed buyer"]);
    project.terms.put(0, customer);
    project.terms.put(1, Term::new(id(IdKind::Term, 2), "CRM"));
    project.people.put(0, person(1, "Head of sales", "Sales"));
    project.people.put(1, person(2, "Finance director", "Finance"));
    project.views.put(0, view(1, 1, "Sales", "y--"));
    project.views.put(1, view(2, 1, "Finance", "nyn"));
    project.views.put(2, view(3, 2, "Finance", ""));
    project
}

fn sales_part() -> Project {
    part_of(&project(), "sales")
}

fn edited(edit: impl Fn(&mut View)) -> Project {
    let mut part = sales_part();
    edit(part.views.get_mut(id(IdKind::View, 1)).expect("sales"));
    part
}

fn compared(part: &Project) -> PartMerge {
    compare_part(&project(), part).expect("a part of it")
}

/// Merged with the sides that are taken by themselves.
fn by_itself(merge: &PartMerge) -> Project {
    let takes = |view: usize, said: usize| merge.views[view].said[said].takes_file();
    let mut workspace = Workspace::default();
    workspace.apply(Command::AddProject(Box::new(project()))).expect("sound");
    let records = merged(merge, takes);
    workspace
        .apply(Command::SaveAll { project: id(IdKind::Project, 1), records })
        .expect("what is merged is sound");
    workspace.project(id(IdKind::Project, 1)).expect("there").clone()
}

#[test]
fn a_part_holds_the_department_s_own_and_nothing_else() {
    let part = sales_part();
    assert_eq!(part.head.department, "sales");
    assert_eq!((part.head.id, part.head.why.as_str()), (project().head.id, ""));
    assert_eq!(part.people.iter().map(|one| &*one.name).collect::<Vec<_>>(), ["Head of sales"]);
    assert_eq!((part.terms.len(), part.views.len()), (1, 1));
    assert_eq!(part_of(&project(), "Finance").terms.len(), 2);
    assert_eq!(departments(&project()), ["Sales", "Finance"]);
}

#[test]
fn a_part_handed_back_untouched_changes_nothing() {
    let merge = compared(&sales_part());
    assert!(merge.changes_nothing(), "{merge:?}");
    assert_eq!(by_itself(&merge), project());
}

#[test]
fn what_a_department_says_comes_in_and_others_stay_as_they_were() {
    let part = edited(|view| {
        view.wording = "Everybody we may sell to".to_owned();
        view.note = "Ask the dealers".to_owned();
        view.decide(2, Some(false));
    });
    let merge = compared(&part);
    let meetings: Vec<_> = merge.all().map(Said::meeting).collect();
    assert_eq!(meetings, [Meeting::Fills; 3]);
    let after = by_itself(&merge);
    let sales = after.views.get(id(IdKind::View, 1)).expect("sales");
    assert_eq!(sales, part.views.get(sales.id).expect("the same"));
    for other in [2, 3] {
        let other = id(IdKind::View, other);
        assert_eq!(after.views.get(other), project().views.get(other));
    }
    assert_eq!(after.terms, project().terms);
}

#[test]
fn a_difference_is_taken_silence_is_not_and_either_can_be_turned_round() {
    let mut here = project();
    let sales = here.views.get_mut(id(IdKind::View, 1)).expect("sales");
    sales.wording = "Noted in the workshop".to_owned();
    sales.decide(3, Some(true));
    let part = edited(|view| view.decide(1, Some(false)));
    let merge = compare_part(&here, &part).expect("a part of it");
    let meetings: Vec<_> = merge.all().map(|said| (said.meeting(), said.takes_file())).collect();
    assert_eq!(
        meetings,
        [(Meeting::OnlyHere, false), (Meeting::Differs, true), (Meeting::OnlyHere, false)]
    );
    let told = |records: &[Record]| match records {
        [Record::View(view)] => {
            [1, 3].map(|case| view.decision(case).map(|decision| decision.counts))
        }
        other => panic!("one view changes: {other:?}"),
    };
    let takes = |view: usize, said: usize| merge.views[view].said[said].takes_file();
    assert_eq!(told(&merged(&merge, takes)), [Some(false), Some(true)]);
    assert_eq!(told(&merged(&merge, |_, said| said == 2)), [Some(true), None]);
    assert_eq!(merged(&merge, |_, _| false), []);
}

#[test]
fn a_decision_on_a_case_that_was_reworded_since_is_not_taken_by_itself() {
    let mut here = project();
    let term = here.terms.get_mut(id(IdKind::Term, 1)).expect("customer");
    term.cases.remove(2);
    term.cases[1].text = "A branch abroad".to_owned();
    let part = edited(|view| {
        view.decide(2, Some(true));
        view.decide(3, Some(true));
    });
    let merge = compare_part(&here, &part).expect("a part of it");
    assert_eq!(merge.views[0].gone_cases, 1);
    let [said @ Said::Case { reworded: Some(text), case: 2, .. }] = &*merge.views[0].said else {
        panic!("{merge:?}")
    };
    assert_eq!((text.as_str(), said.takes_file()), ("A subsidiary", false));
}

#[test]
fn a_case_added_since_is_no_silence_of_the_department() {
    let mut here = project();
    let term = here.terms.get_mut(id(IdKind::Term, 1)).expect("customer");
    term.add_cases(["A web form"]);
    here.views.get_mut(id(IdKind::View, 1)).expect("sales").decide(4, Some(true));
    assert!(compare_part(&here, &sales_part()).expect("a part of it").changes_nothing());
}

#[test]
fn who_signs_comes_along_and_one_of_the_same_name_is_the_same() {
    let signed = |person| SignOff {
        date: chrono::NaiveDate::default(),
        person: Some(person),
        wording: "Whoever bought".to_owned(),
    };
    let mut part = edited(|view| view.signed = Some(signed(id(IdKind::Person, 8))));
    part.people.put(9, person(8, "New deputy", ""));
    part.people.put(10, person(9, "Not needed", ""));
    let after = by_itself(&compared(&part));
    assert_eq!(after.people.len(), 3);
    let sales = after.views.get(id(IdKind::View, 1)).expect("sales");
    assert_eq!(sales.signed, Some(signed(id(IdKind::Person, 8))));
    // The lead entered a name that is in the register under another id.
    part.people.get_mut(id(IdKind::Person, 8)).expect("there").name =
        "finance  DIRECTOR".to_owned();
    let after = by_itself(&compared(&part));
    assert_eq!(after.people.len(), 2);
    let sales = after.views.get(id(IdKind::View, 1)).expect("sales");
    assert_eq!(sales.signed, Some(signed(id(IdKind::Person, 2))));
}

#[test]
fn a_file_finds_its_department_by_name_then_by_record_and_never_takes_another_s_id() {
    // Taken off the board and put back: the name finds it.
    let mut here = project();
    here.views.remove(id(IdKind::View, 1));
    here.views.put(9, view(77, 1, " SALES ", ""));
    let part = edited(|view| view.decide(2, Some(true)));
    let merge = compare_part(&here, &part).expect("a part of it");
    assert_eq!((merge.views[0].here.id, merge.views[0].is_new), (id(IdKind::View, 77), false));
    // Renamed on the board: the record finds it.
    here.views.put(9, view(77, 1, "Service", ""));
    here.views.put(10, view(1, 1, "Selling", ""));
    let merge = compare_part(&here, &part).expect("a part of it");
    assert_eq!((&*merge.views[0].here.department, merge.views[0].is_new), ("Selling", false));
    // Not on the board at all: new.
    here.views.remove(id(IdKind::View, 1));
    assert!(compare_part(&here, &part).expect("a part of it").views[0].is_new);
    // The id belongs to another view here.
    here.views.put(10, view(1, 2, "Finance", ""));
    let refusal = MergeRefusal::OtherRecord(id(IdKind::View, 1));
    assert_eq!(compare_part(&here, &part), Err(refusal));
}

#[test]
fn what_is_no_part_of_the_project_is_refused() {
    assert_eq!(compare_part(&project(), &project()), Err(MergeRefusal::Whole));
    assert_eq!(compare_part(&sales_part(), &sales_part()), Err(MergeRefusal::IntoPart));
    let mut other = sales_part();
    let mut term = other.terms.get(id(IdKind::Term, 1)).expect("there").clone();
    other.terms.remove(term.id);
    term.id = id(IdKind::Term, 55);
    other.terms.put(0, term);
    other.views.get_mut(id(IdKind::View, 1)).expect("sales").term = id(IdKind::Term, 55);
    assert_eq!(compare_part(&project(), &other), Err(MergeRefusal::OtherProject));
}

#[test]
fn a_part_takes_no_view_of_another_department() {
    let mut workspace = Workspace::default();
    workspace.apply(Command::AddProject(Box::new(sales_part()))).expect("sound");
    let other = Record::View(view(5, 1, "Finance", ""));
    let save = Command::Save { project: id(IdKind::Project, 1), record: Box::new(other) };
    assert!(workspace.apply(save).is_err());
}
