//! How an indicator fits its goal: answers of a person to what no sentence
//! shows by itself. They hold for the words they were given on.

use super::goal::Goal;
use super::indicator::Indicator;
use super::role::Profit;
use crate::base::{Id, fingerprint};

/// Whether those who are counted are those the goal speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// They are the same.
    Same,
    /// They are only some of them.
    Some,
    /// They are others.
    Others,
}

impl Whom {
    /// As offered in a form.
    pub const ALL: [Self; 3] = [Self::Same, Self::Some, Self::Others];
}

/// What stands behind a count, seen from the goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Yardstick {
    /// What the goal wants.
    Result,
    /// A step on the way there, which not everybody goes on from.
    Step,
    /// What is done for it.
    Activity,
}

impl Yardstick {
    /// As offered in a form.
    pub const ALL: [Self; 3] = [Self::Result, Self::Step, Self::Activity];
}

/// The answers of one indicator.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fit {
    /// Whom it counts.
    pub whom: Option<Whom>,
    /// What it counts.
    pub yardstick: Option<Yardstick>,
    /// The mark of the words they were given on; see [`words_mark`]. Blank
    /// where nobody kept it: then they hold for any words.
    pub words: String,
}

impl Fit {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.whom.is_none() && self.yardstick.is_none()
    }
}

/// A mark of what an indicator and its goal say: another one as soon as the
/// sentence, the name, the population or the part of a share reads otherwise.
/// Letter case and spaces around a text make no difference. 16 hexadecimal
/// digits.
pub fn words_mark(goal: &Goal, indicator: &Indicator) -> String {
    let texts = [&goal.statement, &indicator.name, &indicator.population, &indicator.role.part];
    // A byte no text has ends each, so that none runs into the next.
    let bytes = texts.into_iter().flat_map(|text| {
        let text = text.trim().to_lowercase().into_bytes();
        text.into_iter().chain(std::iter::once(0))
    });
    format!("{:016x}", fingerprint(bytes))
}

/// The answers of an indicator that hold for what it and its goal say now.
pub fn fit_now<'i>(goal: &Goal, indicator: &'i Indicator) -> Option<&'i Fit> {
    let fit = &indicator.role.fit;
    let holds = fit.words.is_empty() || fit.words == words_mark(goal, indicator);
    (!fit.is_empty() && holds).then_some(fit)
}

/// The answers of an indicator after one of them was given, for what it and
/// its goal say now: those given on other words are gone.
pub fn answered(goal: &Goal, indicator: &Indicator, give: impl FnOnce(&mut Fit)) -> Fit {
    let mut fit = fit_now(goal, indicator).cloned().unwrap_or_default();
    give(&mut fit);
    fit.words = if fit.is_empty() { String::new() } else { words_mark(goal, indicator) };
    fit
}

/// Whether an indicator was answered for, and its words or those of its goal
/// have changed since.
pub fn has_lapsed(goal: &Goal, indicator: &Indicator) -> bool {
    !indicator.role.fit.is_empty() && fit_now(goal, indicator).is_none()
}

/// A question only a person can answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Asks {
    /// Whether those counted are those the goal speaks of.
    Whom,
    /// Whether it is the result that is counted.
    Yardstick,
}

/// A question about an indicator and the goal it serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The indicator.
    pub indicator: Id,
    /// Its goal.
    pub goal: Id,
    /// What is asked.
    pub asks: Asks,
}

/// What is still to be asked of an indicator under its goal: nothing while
/// the texts to compare are not there, and nothing of a guardrail, which
/// guards others than the goal speaks of.
pub fn questions(goal: &Goal, indicator: &Indicator) -> Vec<Question> {
    let is_there = |text: &str| !text.trim().is_empty();
    let guards = indicator.role.profit == Some(Profit::Guardrail);
    if guards || !is_there(&goal.statement) || !is_there(&indicator.name) {
        return Vec::new();
    }
    let fit = fit_now(goal, indicator);
    let whom = fit.is_none_or(|fit| fit.whom.is_none()) && is_there(&indicator.population);
    let yardstick = fit.is_none_or(|fit| fit.yardstick.is_none());
    let asked = [(Asks::Whom, whom), (Asks::Yardstick, yardstick)];
    let question = |asks| Question { indicator: indicator.id, goal: goal.id, asks };
    asked.into_iter().filter(|(_, open)| *open).map(|(asks, _)| question(asks)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::IdKind;
    use crate::kpi::Measure;

    fn goal(says: &str) -> Goal {
        Goal::new(Id::new(IdKind::Goal, 1), says)
    }

    fn indicator(name: &str, population: &str) -> Indicator {
        Indicator {
            name: name.to_owned(),
            population: population.to_owned(),
            ..Indicator::new(Id::new(IdKind::Indicator, 1), Measure::Share)
        }
    }

    fn asked(goal: &Goal, indicator: &Indicator) -> Vec<Asks> {
        questions(goal, indicator).iter().map(|one| one.asks).collect()
    }

    #[test]
    fn both_questions_are_open_until_they_are_answered() {
        let goal = goal("Guests come again");
        let mut one = indicator("Guests who booked again", "Guests of last year");
        assert_eq!(asked(&goal, &one), [Asks::Whom, Asks::Yardstick]);
        one.role.fit.whom = Some(Whom::Same);
        one.role.fit.words = words_mark(&goal, &one);
        assert_eq!(asked(&goal, &one), [Asks::Yardstick]);
        one.role.fit.yardstick = Some(Yardstick::Result);
        assert_eq!(asked(&goal, &one), []);
    }

    #[test]
    fn an_answer_lapses_with_the_words_it_was_given_on() {
        let goal = goal("Guests come again");
        let mut one = indicator("Guests who booked again", "Guests of last year");
        one.role.fit = Fit {
            whom: Some(Whom::Same),
            yardstick: Some(Yardstick::Result),
            words: words_mark(&goal, &one),
        };
        assert!(fit_now(&goal, &one).is_some());
        let other = |change: &dyn Fn(&mut Indicator)| {
            let mut changed = one.clone();
            change(&mut changed);
            fit_now(&goal, &changed).is_none()
        };
        assert!(other(&|one| one.name = "Guests who wrote".to_owned()));
        assert!(other(&|one| one.population = "Guests of this year".to_owned()));
        assert!(other(&|one| one.role.part = "Bookings".to_owned()));
        assert!(fit_now(&self::goal("Guests stay longer"), &one).is_none());
        // Text that moves from one field to the next is other text.
        assert!(other(&|one| {
            one.name = "Guests who booked againGuests".to_owned();
            one.population = " of last year".to_owned();
        }));
        // Case and outer spaces, and what the answers do not hang on.
        assert!(!other(&|one| one.name = " guests WHO booked again ".to_owned()));
        assert!(!other(&|one| one.source = "Booking system".to_owned()));
    }

    #[test]
    fn an_answer_keeps_those_given_on_the_same_words_and_drops_the_others() {
        let goal = goal("Guests come again");
        let mut one = indicator("Guests who booked again", "Guests of last year");
        one.role.fit = answered(&goal, &one, |fit| fit.whom = Some(Whom::Some));
        one.role.fit = answered(&goal, &one, |fit| fit.yardstick = Some(Yardstick::Step));
        assert_eq!(one.role.fit.whom, Some(Whom::Some));
        assert!(!has_lapsed(&goal, &one));
        one.name = "Guests who wrote".to_owned();
        assert!(has_lapsed(&goal, &one));
        one.role.fit = answered(&goal, &one, |fit| fit.yardstick = Some(Yardstick::Result));
        assert_eq!((one.role.fit.whom, has_lapsed(&goal, &one)), (None, false));
        assert_eq!(answered(&goal, &one, |fit| fit.yardstick = None), Fit::default());
    }

    #[test]
    fn nothing_is_asked_where_there_is_nothing_to_compare() {
        let said = goal("Guests come again");
        assert_eq!(asked(&goal(" "), &indicator("Guests", "All")), []);
        assert_eq!(asked(&said, &indicator("", "All")), []);
        assert_eq!(asked(&said, &indicator("Guests", " ")), [Asks::Yardstick]);
        let mut guard = indicator("Complaints", "Stays");
        guard.role.profit = Some(Profit::Guardrail);
        assert_eq!(asked(&said, &guard), []);
    }

    #[test]
    fn the_mark_is_that_of_fnv_1a() {
        // Published offset basis and prime; the value computed apart from
        // this code, over the bytes `a 0 b 0 c 0 d 0`.
        let mut one = indicator("b", "c");
        one.role.part = "d".to_owned();
        assert_eq!(words_mark(&goal("a"), &one), "cb77c06e71890621");
    }
}
