//! Levers that are known to move another: less stock against goods on the
//! shelf, lower pay against staff that stays.

use crate::kpi::reading::{Item, Reading, Sense, Sensed, Senses, Tag};
use crate::kpi::{Direction, Measure};

use super::super::view::IndicatorView;
use Direction::{Down, Up};
use Sense::{
    AdSpend, Borrowing, BringIn, CareSpend, CasesEach, Damage, Energy, Fault, Freshness, Fuller,
    InStock, Leaving, LoanLoss, OpenHours, Overtime, Packing, Pay, People, Price, Quick, Range,
    Staying, StockMoney, StockOut, TimeEach, Trips, Visits, Wait, Warmth, Waste,
};

/// A lever and the way it is pulled.
type Pull = (Sense, Direction);

/// Pulling one of the left makes one of the right harder.
const RIVALS: &[(&[Pull], &[Pull])] = &[
    (&[(InStock, Up), (StockOut, Down), (Freshness, Up)], &[(StockMoney, Down), (Waste, Down)]),
    (&[(OpenHours, Up)], &[(Overtime, Down), (People, Down)]),
    (&[(Pay, Down)], &[(Leaving, Down), (Staying, Up)]),
    (&[(TimeEach, Up)], &[(CasesEach, Up)]),
    (&[(AdSpend, Down)], &[(BringIn, Up)]),
    (&[(CareSpend, Down)], &[(Fault, Down)]),
    (
        &[(Wait, Down), (Quick, Up)],
        &[(People, Down), (Overtime, Down), (Fuller, Up), (Trips, Down), (StockMoney, Down)],
    ),
    (&[(Price, Up)], &[(BringIn, Up), (Fuller, Up)]),
    (&[(Range, Up)], &[(StockMoney, Down), (Waste, Down)]),
    (&[(Energy, Down)], &[(Warmth, Up)]),
    (&[(Packing, Down)], &[(Damage, Down)]),
    (&[(LoanLoss, Down)], &[(Borrowing, Up)]),
    (&[(Visits, Up)], &[(Trips, Down)]),
];

/// All levers there are.
const LEVERS: Senses = Senses::of(&[
    AdSpend, Borrowing, BringIn, CareSpend, CasesEach, Damage, Energy, Fault, Freshness, Fuller,
    InStock, Leaving, LoanLoss, OpenHours, Overtime, Packing, Pay, People, Price, Quick, Range,
    Staying, StockMoney, StockOut, TimeEach, Trips, Visits, Wait, Warmth, Waste,
]);

/// On which sides of which rivals an indicator pulls, one bit a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pulled {
    left: u32,
    right: u32,
}

impl Pulled {
    pub(super) fn of(view: &IndicatorView<'_>) -> Self {
        let timed = matches!(view.indicator.measure, Measure::ServiceLevel { .. });
        if !timed && !view.name.senses.any(LEVERS) {
            return Self { left: 0, right: 0 };
        }
        let side = |pulled: &[Pull]| pulled.iter().any(|pull| pulls(view, *pull));
        let mut of = Self { left: 0, right: 0 };
        for (row, (left, right)) in RIVALS.iter().enumerate() {
            of.left |= u32::from(side(left)) << row;
            of.right |= u32::from(side(right)) << row;
        }
        // A ratio of both is a measure of neither: spend per new customer.
        let both = of.left & of.right;
        Self { left: of.left & !both, right: of.right & !both }
    }

    pub(super) fn any(self) -> bool {
        self.left | self.right != 0
    }

    /// Whether one pulls what the other makes harder.
    pub(super) fn competes(self, other: Self) -> bool {
        (self.left & other.right) | (self.right & other.left) != 0
    }
}

fn pulls(view: &IndicatorView<'_>, (lever, way): Pull) -> bool {
    let indicator = view.indicator;
    if matches!(indicator.measure, Measure::ServiceLevel { .. }) {
        return lever == Wait && indicator.direction == Some(Up);
    }
    let named = view.name.means(lever) && indicator.direction == Some(way);
    match lever {
        // Those who leave, or fall ill, are no staff to be saved.
        People => {
            let told = [Leaving, Sense::Bad, Sense::Trained, Sense::Deed, Wait];
            named && view.is_number() && !told.into_iter().any(|sense| view.name.means(sense))
        }
        // Money spent on winning one is a price, not a budget.
        AdSpend => named && !view.name.means(BringIn) && !view.is(Tag::Per),
        BringIn => named && !view.name.means(AdSpend) && !view.is(Tag::Cost),
        Pay => named && !view.name.means(Leaving),
        CasesEach => named && view.is_number(),
        _ => named,
    }
}

/// The words of the second of two promises that compete in one sentence.
pub(super) fn promised_both(reading: &Reading, text: &str) -> Option<String> {
    if !reading.senses.any(LEVERS) {
        return None;
    }
    let named = |side: &[Pull]| side.iter().any(|(lever, _)| reading.means(*lever));
    if !RIVALS.iter().any(|(left, right)| named(left) && named(right)) {
        return None;
    }
    let pulls = promised(reading);
    let second = RIVALS.iter().find_map(|(left, right)| {
        let of = |side: &'static [Pull]| {
            pulls.iter().filter(move |one| side.contains(&one.pull)).collect::<Vec<_>>()
        };
        let (ones, others) = (of(left), of(right));
        // One word of direction makes one promise.
        ones.iter()
            .flat_map(|one| others.iter().map(move |other| (one, other)))
            .find(|(one, other)| one.span != other.span && one.by != other.by)
            .map(|(one, other)| if one.span.0 > other.span.0 { one.span } else { other.span })
    });
    let (from, to) = second?;
    Some(text.chars().skip(from).take(to.saturating_sub(from)).collect())
}

/// A lever a sentence pulls, with the words that say so.
struct Promise {
    pull: Pull,
    span: (usize, usize),
    /// Where the word of direction stands.
    by: (usize, usize),
}

fn promised(reading: &Reading) -> Vec<Promise> {
    let levers = || RIVALS.iter().flat_map(|(left, right)| left.iter().chain(*right));
    let mut found: Vec<Promise> = Vec::new();
    for one in &reading.sensed {
        for lever in levers().map(|(lever, _)| *lever) {
            let told = |told: &Promise| told.span == one.span && told.pull.0 == lever;
            if !one.senses.has(lever) || found.iter().any(told) {
                continue;
            }
            let near = direction(reading, one, if lever == People { 16 } else { 40 });
            let promise = match near {
                Some((way, by)) => Some((way, by)),
                // These say by themselves that there is enough.
                None if [InStock, Freshness, Quick, OpenHours].contains(&lever) => {
                    Some((Up, one.span))
                }
                None => None,
            };
            let spoiled = lever == People && spoken_of(reading, one, &[Leaving, Sense::Bad, Wait]);
            if let Some((way, by)) = promise.filter(|_| !spoiled) {
                found.push(Promise { pull: (lever, way), span: one.span, by });
            }
        }
    }
    found
}

/// Whether the clause of a word has one of some senses beside it.
fn spoken_of(reading: &Reading, one: &Sensed, senses: &[Sense]) -> bool {
    let (from, to) = clause(reading, one.span);
    let inside = |other: &&Sensed| other.span.0 >= from && other.span.1 <= to;
    let has = |other: &Sensed| senses.iter().any(|sense| other.senses.has(*sense));
    reading.sensed.iter().filter(inside).any(|other| other.span != one.span && has(other))
}

/// The nearest word of the clause that says more or less.
fn direction(
    reading: &Reading,
    one: &Sensed,
    within: usize,
) -> Option<(Direction, (usize, usize))> {
    let (from, to) = clause(reading, one.span);
    let han = reading.items.iter().any(|item| item.text.chars().any(|c| u32::from(c) > 0x3000));
    let reach = if han { within / 3 } else { within };
    let tagged = reading.items.iter().filter_map(|item| match item {
        item if item.has(Tag::To) || item.has(Tag::By) => None,
        item if item.has(Tag::Up) => Some((Up, item.span)),
        item if item.has(Tag::Down) => Some((Down, item.span)),
        _ => None,
    });
    let sensed = reading.sensed.iter().filter_map(|word| match word.senses {
        senses if senses.has(Sense::More) => Some((Up, word.span)),
        senses if senses.has(Sense::Less) => Some((Down, word.span)),
        _ => None,
    });
    let gap = |span: (usize, usize)| {
        if span.0 >= one.span.1 { span.0 - one.span.1 } else { one.span.0.saturating_sub(span.1) }
    };
    sensed
        .chain(tagged)
        .filter(|(_, span)| span.0 >= from && span.1 <= to && gap(*span) <= reach)
        .min_by_key(|(_, span)| gap(*span))
}

/// Where the clause around a place begins and ends, in characters.
fn clause(reading: &Reading, span: (usize, usize)) -> (usize, usize) {
    const AND: [&str; 22] = [
        "and",
        "while",
        "but",
        "yet",
        "with",
        "at",
        "even",
        "и",
        "а",
        "но",
        "при",
        "притом",
        "зато",
        "并",
        "同时",
        "但",
        "且",
        "还",
        "又",
        "而",
        "也",
        "另",
    ];
    let ends = |item: &Item| {
        item.ends_clause()
            || item.is_mark(&[',', '，', '、', '-', '(', '（'])
            || AND.contains(&item.text.as_str())
    };
    let breaks = || reading.items.iter().filter(|item| ends(item));
    let from = breaks().filter(|item| item.span.1 <= span.0).map(|item| item.span.1).max();
    let to = breaks().filter(|item| item.span.0 >= span.1).map(|item| item.span.0).min();
    (from.unwrap_or(0), to.unwrap_or(usize::MAX))
}
