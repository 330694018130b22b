//! Starter sets of boundary cases: which there are, and the keys of their
//! words, which stand in `assessments/terms`.

use super::definition::{Case, CompanyType, Term};
use crate::base::Id;

/// A set to begin a board with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Starter {
    /// Cases of “customer” for a kind of company.
    Customer(CompanyType),
    /// What CRM means here, with what is sold under the name.
    Crm,
}

impl Starter {
    /// Every set.
    pub const ALL: [Self; 4] = [
        Self::Customer(CompanyType::Consumer),
        Self::Customer(CompanyType::Business),
        Self::Customer(CompanyType::Dealer),
        Self::Crm,
    ];

    /// How many cases it has.
    pub fn cases(self) -> u32 {
        match self {
            Self::Customer(_) => 12,
            Self::Crm => 8,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Customer(CompanyType::Consumer) => "consumer",
            Self::Customer(CompanyType::Business) => "business",
            Self::Customer(CompanyType::Dealer) => "dealer",
            Self::Crm => "crm",
        }
    }

    /// The key of a case in words, by its number from 1.
    pub fn case_key(self, number: u32) -> String {
        format!("starter.{}.c{number}.case", self.name())
    }

    /// The key of what hangs on the case.
    pub fn why_key(self, number: u32) -> String {
        format!("starter.{}.c{number}.why", self.name())
    }

    /// The key of the term's name.
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Customer(_) => "starter.customer.name",
            Self::Crm => "starter.crm.name",
        }
    }

    /// The key of a wording to begin with, where the set has one.
    pub fn wording_key(self) -> Option<&'static str> {
        (self == Self::Crm).then_some("starter.crm.wording")
    }

    /// Every key of the set.
    pub fn keys(self) -> impl Iterator<Item = String> {
        let numbered = (1..=self.cases()).flat_map(move |n| [self.case_key(n), self.why_key(n)]);
        let others = [Some(self.name_key()), self.wording_key()].into_iter().flatten();
        numbered.chain(others.map(str::to_owned))
    }

    /// A new term with the set in it.
    pub fn term(self, id: Id, text: impl Fn(&str) -> String) -> Term {
        let mut term = Term::new(id, &text(self.name_key()));
        term.wording = self.wording_key().map(&text).unwrap_or_default();
        term.customer = matches!(self, Self::Customer(_));
        self.fill(&mut term, text);
        term
    }

    /// Adds the cases of the set to a term.
    pub fn fill(self, term: &mut Term, text: impl Fn(&str) -> String) {
        if let Self::Customer(company) = self {
            term.company = Some(company);
        }
        for number in 1..=self.cases() {
            let (case, note) = (text(&self.case_key(number)), text(&self.why_key(number)));
            if term.case_by_text(&case).is_none() {
                term.cases.push(Case { id: term.next_case(), text: case, note });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::IdKind;

    #[test]
    fn a_set_makes_a_term_that_can_be_added_to_twice_without_doubles() {
        let starter = Starter::Customer(CompanyType::Dealer);
        let id = Id::new(IdKind::Term, 1);
        let mut term = starter.term(id, |key| format!("<{key}>"));
        assert!(term.customer && term.wording.is_empty());
        assert_eq!((term.company, term.cases.len()), (Some(CompanyType::Dealer), 12));
        assert_eq!(term.cases[11].text, "<starter.dealer.c12.case>");
        assert_eq!(term.cases[11].note, "<starter.dealer.c12.why>");
        starter.fill(&mut term, |key| format!("<{key}>"));
        assert_eq!(term.cases.len(), 12);
        let crm = Starter::Crm.term(id, ToOwned::to_owned);
        assert!(!crm.customer && crm.wording == "starter.crm.wording");
        assert_eq!(crm.company, None);
    }
}
