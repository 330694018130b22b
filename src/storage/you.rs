//! Who uses this browser, project by project: a setting of the browser, no
//! part of any project.

use crate::base::{Id, IdKind};
use std::collections::BTreeMap;
use std::fmt;

/// Projects remembered at most; more than any browser holds.
const MOST: usize = 500;

/// Who “you” are in each project: somebody of its people register.
///
/// Written as `p…:h…` pairs with a space between; pairs that are none are left
/// out on reading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct You(BTreeMap<Id, Id>);

impl You {
    /// Reads what was written.
    pub fn parse(text: &str) -> Self {
        let pair = |pair: &str| {
            let (project, person) = pair.split_once(':')?;
            Some((
                Id::parse(IdKind::Project, project).ok()?,
                Id::parse(IdKind::Person, person).ok()?,
            ))
        };
        Self(text.split_whitespace().filter_map(pair).take(MOST).collect())
    }

    /// Who is meant in a project; that person may have been removed since.
    pub fn of(&self, project: Id) -> Option<Id> {
        self.0.get(&project).copied()
    }

    /// Chooses somebody, or nobody.
    pub fn choose(&mut self, project: Id, person: Option<Id>) {
        match person {
            Some(person) if self.0.len() < MOST || self.0.contains_key(&project) => {
                self.0.insert(project, person);
            }
            Some(_) => {}
            None => {
                self.0.remove(&project);
            }
        }
    }

    /// Whether nobody is chosen anywhere.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for You {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (project, person)) in self.0.iter().enumerate() {
            let space = if place == 0 { "" } else { " " };
            write!(formatter, "{space}{project}:{person}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ids(number: u64) -> (Id, Id) {
        (Id::new(IdKind::Project, number), Id::new(IdKind::Person, number))
    }

    #[test]
    fn each_project_has_its_own_and_nobody_is_a_choice() {
        let ((one, ada), (two, grace)) = (ids(1), ids(2));
        let mut you = You::default();
        you.choose(one, Some(ada));
        you.choose(two, Some(grace));
        you.choose(one, Some(grace));
        assert_eq!((you.of(one), you.of(two)), (Some(grace), Some(grace)));
        you.choose(one, None);
        assert_eq!((you.of(one), you.of(two)), (None, Some(grace)));
        assert_eq!(you.to_string(), format!("{two}:{grace}"));
        you.choose(two, None);
        assert!(you.is_empty() && you.to_string().is_empty());
    }

    #[test]
    fn what_is_no_pair_is_left_out() {
        let (project, person) = ids(7);
        // What an early version might have stored: a person alone.
        for text in ["", "h0000000a", ":", "p:h", "h0000000a:p0000000a", "\u{0} 🙂:🙂"] {
            assert!(You::parse(text).is_empty(), "{text:?}");
        }
        let mixed = format!("x {project}:{person} {person}:{project}");
        assert_eq!(You::parse(&mixed).of(project), Some(person));
    }

    #[test]
    fn there_is_an_end_to_what_is_remembered() {
        let mut you = You::default();
        for number in 0..600 {
            let (project, person) = ids(number);
            you.choose(project, Some(person));
        }
        assert_eq!(you.to_string().split(' ').count(), MOST);
        assert_eq!(You::parse(&you.to_string()), you);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(pairs in proptest::collection::vec((0u64..50, 0u64..50), 0..20)) {
            let mut you = You::default();
            for (project, person) in pairs {
                you.choose(ids(project).0, Some(ids(person).1));
            }
            prop_assert_eq!(You::parse(&you.to_string()), you);
        }

        #[test]
        fn no_text_panics(text in "[ph0-9a-z: ]{0,60}") {
            let you = You::parse(&text);
            prop_assert_eq!(You::parse(&you.to_string()), you);
        }
    }
}
