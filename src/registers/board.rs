//! How the departments stand on a term: what is disputed, between whom, and
//! the edits that touch several of its records.

use super::definition::{Agreement, Case, Decision, Signature, Term, View, agreement, signature};
use crate::base::Id;

impl View {
    /// Decides a case, or leaves it open again. A comment stays with a
    /// decision that turns round.
    pub fn decide(&mut self, case: u32, counts: Option<bool>) {
        let at = self.decisions.iter().position(|decision| decision.case == case);
        match (at.and_then(|at| self.decisions.get_mut(at)), counts) {
            (Some(found), Some(counts)) => found.counts = counts,
            (None, Some(counts)) => {
                // By number, whatever the order they were made in.
                let at = self.decisions.partition_point(|decision| decision.case < case);
                self.decisions.insert(at, Decision { case, counts, comment: String::new() });
            }
            (_, None) => self.decisions.retain(|decision| decision.case != case),
        }
    }
}

impl Term {
    /// Adds cases in these words, leaving out blank ones and those that are
    /// there already.
    pub fn add_cases<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        for text in texts {
            let text = text.trim();
            if !text.is_empty() && self.case_by_text(text).is_none() {
                let id = self.next_case();
                self.cases.push(Case { id, text: text.to_owned(), note: String::new() });
            }
        }
    }

    /// The case in these words; upper and lower case, and white space, make
    /// no difference.
    pub fn case_by_text(&self, text: &str) -> Option<&Case> {
        let wanted = alike(text);
        self.cases.iter().find(|case| alike(&case.text) == wanted)
    }

    /// A case by its number.
    pub fn case(&self, id: u32) -> Option<&Case> {
        self.cases.iter().find(|case| case.id == id)
    }
}

/// A text as it is compared. Names that differ only by upper and lower case,
/// white space, or characters nobody sees are one.
pub fn alike(text: &str) -> String {
    let seen: String = text.chars().filter(|c| !is_unseen(*c)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Soft hyphen, joiners, marks of direction and of byte order.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A term without a case, and the views that had decided it without that
/// decision.
pub fn without_case(term: &Term, views: &[&View], case: u32) -> (Term, Vec<View>) {
    let mut term = term.clone();
    term.cases.retain(|found| found.id != case);
    let decided = views.iter().filter(|view| view.decision(case).is_some());
    let views = decided.map(|view| {
        let mut view = (*view).clone();
        view.decide(case, None);
        view
    });
    (term, views.collect())
}

/// The cases of a term by number: disputed ones first, then open ones, then
/// those agreed; alike ones in their own order.
pub fn disputed_first(term: &Term, views: &[&View]) -> Vec<u32> {
    let mut cases: Vec<(u8, u32)> = term
        .cases
        .iter()
        .map(|case| match agreement(case.id, views) {
            Agreement::Disputed => (0, case.id),
            Agreement::Open => (1, case.id),
            Agreement::Agreed(_) => (2, case.id),
        })
        .collect();
    cases.sort_by_key(|(rank, _)| *rank);
    cases.into_iter().map(|(_, case)| case).collect()
}

/// Two camps of departments and the cases that divide them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// Those of one side, in the order of the board.
    pub one: Vec<Id>,
    /// Those of the other.
    pub other: Vec<Id>,
    /// The cases, in the order of the term.
    pub cases: Vec<u32>,
}

/// How a term stands, counted for a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Board {
    /// Boundary cases.
    pub cases: usize,
    /// Of them disputed.
    pub disputed: usize,
    /// Of them neither disputed nor agreed.
    pub open: usize,
    /// Who disagrees with whom, on what.
    pub splits: Vec<Split>,
    /// Departments.
    pub departments: usize,
    /// Departments that have not signed.
    pub unsigned: Vec<Id>,
    /// Departments that signed another wording than the one that stands.
    pub outdated: Vec<Id>,
}

/// How a term stands among the departments of a project.
pub fn board<'a>(term: &Term, views: impl IntoIterator<Item = &'a View>) -> Board {
    let views: Vec<&View> = views.into_iter().filter(|view| view.term == term.id).collect();
    let mut board = Board { cases: term.cases.len(), departments: views.len(), ..Board::default() };
    for case in &term.cases {
        match agreement(case.id, &views) {
            Agreement::Agreed(_) => {}
            Agreement::Open => board.open += 1,
            Agreement::Disputed => {
                board.disputed += 1;
                note_split(&mut board.splits, case.id, &views);
            }
        }
    }
    for view in views {
        match signature(term, view) {
            Signature::Stands => {}
            Signature::Missing => board.unsigned.push(view.id),
            Signature::Outdated => board.outdated.push(view.id),
        }
    }
    board
}

fn note_split(splits: &mut Vec<Split>, case: u32, views: &[&View]) {
    let side = |counts: bool| -> Vec<Id> {
        let alike =
            views.iter().filter(|view| view.decision(case).is_some_and(|one| one.counts == counts));
        alike.map(|view| view.id).collect()
    };
    let (yes, no) = (side(true), side(false));
    // Who says yes changes from case to case; the camps are what one talks to.
    let (one, other) =
        if first_of(&yes, views) < first_of(&no, views) { (yes, no) } else { (no, yes) };
    match splits.iter_mut().find(|split| split.one == one && split.other == other) {
        Some(split) => split.cases.push(case),
        None => splits.push(Split { one, other, cases: vec![case] }),
    }
}

fn first_of(side: &[Id], views: &[&View]) -> Option<usize> {
    views.iter().position(|view| side.contains(&view.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::IdKind;

    fn term(cases: &[&str]) -> Term {
        let mut term = Term::new(Id::new(IdKind::Term, 1), "Customer");
        term.add_cases(cases.iter().copied());
        term
    }

    /// One letter a case: y, n, or anything else for open.
    fn view(n: u64, decisions: &str) -> View {
        let term = Id::new(IdKind::Term, 1);
        let mut view = View::new(Id::new(IdKind::View, n), term, &format!("D{n}"));
        for (case, letter) in (1..).zip(decisions.chars()) {
            view.decide(
                case,
                [('y', true), ('n', false)].iter().find(|(l, _)| *l == letter).map(|(_, c)| *c),
            );
        }
        view
    }

    fn id(n: u64) -> Id {
        Id::new(IdKind::View, n)
    }

    #[test]
    fn disputed_cases_stand_first_and_alike_ones_keep_their_order() {
        let term = term(&["a", "b", "c", "d", "e"]);
        let views = [view(1, "yy-yn"), view(2, "yn-ny")];
        let views: Vec<&View> = views.iter().collect();
        assert_eq!(disputed_first(&term, &views), [2, 4, 5, 3, 1]);
    }

    #[test]
    fn camps_are_told_once_with_all_cases_that_divide_them() {
        let term = term(&["a", "b", "c", "d"]);
        // On `a` and `b` the third stands alone, once with yes, once with no.
        let views = [view(1, "yny-"), view(2, "ynn-"), view(3, "ny--")];
        let found = board(&term, &views);
        let split = |one: &[u64], other: &[u64], cases: &[u32]| Split {
            one: one.iter().map(|n| id(*n)).collect(),
            other: other.iter().map(|n| id(*n)).collect(),
            cases: cases.to_vec(),
        };
        assert_eq!(found.splits, [split(&[1, 2], &[3], &[1, 2]), split(&[1], &[2], &[3])]);
        assert_eq!((found.cases, found.disputed, found.open, found.departments), (4, 3, 1, 3));
        assert_eq!(found.unsigned, [id(1), id(2), id(3)]);
    }

    #[test]
    fn a_case_goes_with_the_decisions_on_it() {
        let term = term(&["a", "b"]);
        let views = [view(1, "yn"), view(2, "-y")];
        let (after, changed) = without_case(&term, &views.iter().collect::<Vec<_>>(), 1);
        assert_eq!(after.cases.len(), 1);
        assert_eq!(changed, [view(1, "-n")]);
    }

    #[test]
    fn a_decision_turns_round_with_its_comment_and_stands_by_its_number() {
        let mut view = view(1, "--y");
        view.decide(1, Some(false));
        assert_eq!(view.decisions.iter().map(|one| one.case).collect::<Vec<_>>(), [1, 3]);
        view.decisions[0].comment = "why".to_owned();
        view.decide(1, Some(true));
        assert_eq!(view.decision(1).map(|one| (one.counts, &*one.comment)), Some((true, "why")));
        view.decide(1, None);
        assert_eq!(view.decision(1), None);
    }

    #[test]
    fn names_that_look_alike_are_one() {
        for name in ["Sales", " sales ", "SALES\u{200b}", "Sa\u{ad}les", "\u{202e}Sales"] {
            assert_eq!(alike(name), "sales", "{name:?}");
        }
        assert_eq!(alike("Key\u{a0} accounts"), "key accounts");
        assert_ne!(alike("Sales"), alike("Sale s"));
    }

    #[test]
    fn a_case_that_is_there_is_not_added_again() {
        let mut term = term(&["A dealer", " ", "a  DEALER "]);
        assert_eq!(term.cases.len(), 1);
        term.add_cases(["A subsidiary"]);
        assert_eq!(term.cases.iter().map(|case| case.id).collect::<Vec<_>>(), [1, 2]);
    }
}
