//! Finer meanings than [`Tag`](super::Tag)s, found in a pass of their own: a
//! word that gains one here reads as before everywhere else.

use super::lexicon::Lexicon;
use super::token::{Kind, Token};

/// One finer meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sense {
    /// A phrase that only looks like something.
    Nothing,
    /// It is to become more, longer, later.
    More,
    /// It is to become less.
    Less,
    /// Somebody binds himself: buys, enrols, takes out.
    Commit,
    /// Somebody has only looked or asked.
    Early,
    /// Something we do.
    Deed,
    /// Somebody was trained or told.
    Trained,
    /// Something went wrong.
    Bad,
    /// It was put right, or did not happen.
    Cure,
    /// Judged by feel, or by those judged.
    Impression,
    /// *Only*.
    OnlyThat,
    /// A percentage.
    ShareWord,
    /// Somebody sends or tells it.
    Delivered,
    /// *Without*, *does not tell*.
    Uncounted,
    /// It has yet to be settled.
    Open,
    /// *Not passed on*, *unknown*.
    Withheld,
    /// How many there are.
    Counts,
    /// Of one week.
    SpanWeek,
    /// Of one month.
    SpanMonth,
    /// Of one quarter.
    SpanQuarter,
    /// Of one year.
    SpanYear,
    /// Goods are there when wanted.
    InStock,
    /// Goods are not there.
    StockOut,
    /// Money that lies in goods.
    StockMoney,
    /// How long a place is open.
    OpenHours,
    /// Work beyond the hours agreed.
    Overtime,
    /// Those who do the work.
    People,
    /// How long somebody waits.
    Wait,
    /// What work is paid.
    Pay,
    /// Those who do the work leave.
    Leaving,
    /// Those who do the work stay.
    Staying,
    /// Time given to one case.
    TimeEach,
    /// Cases one person gets through.
    CasesEach,
    /// Money for being known.
    AdSpend,
    /// Newly won people and orders.
    BringIn,
    /// Money or hours for upkeep, training, control.
    CareSpend,
    /// What breaks or goes wrong without it.
    Fault,
    /// What a customer pays.
    Price,
    /// How full seats, beds, machines are.
    Fuller,
    /// There at once, on time.
    Quick,
    /// Goods thrown away.
    Waste,
    /// Everything offered at any time.
    Freshness,
    /// Energy used.
    Energy,
    /// What energy is used for.
    Warmth,
    /// Material to pack in.
    Packing,
    /// Goods damaged on their way.
    Damage,
    /// Money lent and not paid back.
    LoanLoss,
    /// Money lent.
    Borrowing,
    /// How much there is to choose from.
    Range,
    /// Journeys and vehicles.
    Trips,
    /// How often somebody comes.
    Visits,
}

/// A set of senses and of sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Senses {
    senses: u64,
    sides: u128,
}

impl Senses {
    /// A set of some.
    pub(crate) const fn of(senses: &[Sense]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < senses.len() {
            bits |= 1 << senses[at] as u32;
            at += 1;
        }
        Self { senses: bits, sides: 0 }
    }

    pub(super) fn side(number: usize) -> Self {
        let sides = u32::try_from(number).ok().and_then(|number| 1u128.checked_shl(number));
        Self { senses: 0, sides: sides.unwrap_or_default() }
    }

    /// Both together.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self { senses: self.senses | other.senses, sides: self.sides | other.sides }
    }

    /// Whether it holds a sense.
    pub(crate) const fn has(self, sense: Sense) -> bool {
        self.senses & (1 << sense as u32) != 0
    }

    /// Whether it holds any of some others.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.senses & other.senses != 0
    }

    /// The sides it holds out of a facet.
    pub(crate) const fn of_facet(self, facet: u128) -> u128 {
        self.sides & facet
    }
}

/// Words with a finer meaning, and where they stand, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sensed {
    pub senses: Senses,
    pub span: (usize, usize),
}

/// The finer meanings of a sentence, in order.
pub(super) fn senses(tokens: &[Token]) -> Vec<Sensed> {
    const LONGEST: usize = 6;
    let lexicon = Lexicon::finer();
    let mut found: Vec<Sensed> = Vec::new();
    let mut push = |senses: Senses, span| {
        if !senses.has(Sense::Nothing) && senses != Senses::default() {
            found.push(Sensed { senses, span });
        }
    };
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += match token.kind {
            Kind::Word => {
                let mut words: Vec<&str> = Vec::with_capacity(LONGEST);
                let mut places: Vec<usize> = Vec::with_capacity(LONGEST);
                for (place, token) in tokens.iter().enumerate().skip(at) {
                    match token.kind {
                        Kind::Word | Kind::Number(_) => {
                            words.push(&token.text);
                            places.push(place);
                            if words.len() == LONGEST {
                                break;
                            }
                        }
                        Kind::Mark('-' | '&' | '\'') => {}
                        _ => break,
                    }
                }
                let hit = lexicon.find(&words);
                let last = hit.and_then(|hit| places.get(hit.words.checked_sub(1)?));
                if let (Some(hit), Some(last)) = (hit, last) {
                    let end = tokens.get(*last).map_or(token.span.1, |last| last.span.1);
                    push(hit.means, (token.span.0, end));
                }
                last.map_or(1, |last| last + 1 - at)
            }
            Kind::Han => {
                let mut rest = token.text.as_str();
                let mut place = token.span.0;
                while let Some(first) = rest.chars().next() {
                    let hit = lexicon.find(&[rest]);
                    let bytes = hit.map_or(first.len_utf8(), |hit| hit.bytes);
                    let (text, after) = rest.split_at(bytes);
                    let end = place + text.chars().count();
                    if let Some(hit) = hit {
                        push(hit.means, (place, end));
                    }
                    (rest, place) = (after, end);
                }
                1
            }
            Kind::Number(_) | Kind::Mark(_) => 1,
        };
    }
    found
}

/// Sides that exclude each other, one mask a facet.
pub(crate) fn facets() -> impl Iterator<Item = u128> {
    let mut next = 0;
    super::words::sides::FACETS.iter().map(move |sides| {
        let from = next;
        next += sides.len();
        (from..next).fold(0, |mask, number| mask | Senses::side(number).sides)
    })
}

#[cfg(test)]
mod tests {
    use super::super::words::sides::FACETS;
    use super::*;

    #[test]
    fn every_side_has_a_bit_of_its_own() {
        assert!(FACETS.iter().map(|sides| sides.len()).sum::<usize>() <= 128);
        let all = facets().fold(0u32, |count, facet| count + facet.count_ones());
        assert_eq!(all as usize, FACETS.iter().map(|sides| sides.len()).sum::<usize>());
    }
}
