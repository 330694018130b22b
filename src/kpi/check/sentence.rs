//! What the sentence of a goal says that an indicator could take over.

use super::view::{Aims, GoalView};
use crate::base::{Cadence, FiscalStart, Id, IdKind, Period};
use crate::kpi::reading::{
    Item, ItemKind, Moment, Purpose, Quantity, Reading, Tag, Tags, Unit, Use,
};
use crate::kpi::{Baseline, Direction, Indicator, Measure, TimeUnit};
use chrono::NaiveDate;

/// The one number to reach, where the sentence names exactly one.
pub(super) fn aim(reading: &Reading) -> Option<&Quantity> {
    let mut aims = reading.numbers(Purpose::Aim);
    let first = aims.next()?;
    aims.next().is_none().then_some(first)
}

/// Which way the sentence wants it to go, where it says one way only.
pub(super) fn direction(reading: &Reading) -> Option<Direction> {
    let up = reading.tags.any(Tags::of(&[Tag::Up, Tag::AtLeast, Tag::Gain]));
    // Russian «до» is a bound as well as an aim: by itself it says nothing.
    let down = reading.items.iter().any(|item| {
        item.has(Tag::Down) || (item.has(Tag::AtMost) && !item.has(Tag::To) && !item.has(Tag::By))
    });
    match (up, down) {
        (true, false) => Some(Direction::Up),
        (false, true) => Some(Direction::Down),
        _ => compared(reading),
    }
}

/// Two numbers of a sentence point from the start to the aim.
fn compared(reading: &Reading) -> Option<Direction> {
    let aim = aim(reading)?.value?;
    let mut starts = reading.numbers(Purpose::Baseline);
    let start = starts.next()?.value?;
    if starts.next().is_some() {
        return None;
    }
    match aim.partial_cmp(&start)? {
        std::cmp::Ordering::Greater => Some(Direction::Up),
        std::cmp::Ordering::Less => Some(Direction::Down),
        std::cmp::Ordering::Equal => None,
    }
}

/// The day the sentence is due. Quarters and years are those of the calendar,
/// so they are taken over only where the fiscal year is.
pub(super) fn deadline(reading: &Reading, aims: &Aims<'_>) -> Option<NaiveDate> {
    let moment = reading.deadline()?.moment;
    let calendar = aims.fiscal == FiscalStart::JANUARY;
    let plain = matches!(
        moment,
        Moment::Day(..) | Moment::DayOf(..) | Moment::Month(..) | Moment::FromNow(..)
    );
    if !calendar && !plain {
        return None;
    }
    moment.last_day(aims.today).filter(|day| crate::base::date_in_range(*day))
}

/// Where things stood: one number with the month, quarter or year it is of.
pub(super) fn baseline(reading: &Reading, cadence: Cadence) -> Option<(f64, Period)> {
    let mut starts = reading.numbers(Purpose::Baseline);
    let start = starts.next()?;
    if starts.next().is_some() {
        return None;
    }
    let mut moments = reading.whens.iter().filter(|when| when.uses == Use::Start);
    let moment = moments.next()?.moment;
    if moments.next().is_some() {
        return None;
    }
    let text = match moment {
        Moment::Day(year, month, day) => format!("{year}-{month:02}-{day:02}"),
        Moment::Month(Some(year), month) => format!("{year}-{month:02}"),
        Moment::Quarter(Some(year), quarter) => format!("{year}-Q{quarter}"),
        Moment::Year(year) => year.to_string(),
        _ => return None,
    };
    let period = Period::parse(&text).ok().filter(|period| period.cadence() == cadence)?;
    Some((start.value?, period))
}

/// The time a share is promised within.
pub(super) fn within(reading: &Reading) -> Option<(f64, TimeUnit)> {
    let mut limits = reading.numbers(Purpose::Limit);
    let limit = limits.next()?;
    let Unit::Time(span) = limit.unit else { return None };
    limits.next().is_none().then_some((limit.value?, span.service()?))
}

/// The unit of the number to reach, in the words of the sentence.
pub(super) fn unit(reading: &Reading, text: &str) -> Option<String> {
    match aim(reading)?.unit {
        Unit::Thing(at) => {
            let item = reading.items.get(at).filter(|item| item.kind == ItemKind::Word)?;
            Some(words(text, item))
        }
        _ => None,
    }
}

/// The words of an item as they stand in the text.
pub(super) fn words(text: &str, item: &Item) -> String {
    let (from, to) = item.span;
    text.chars().skip(from).take(to.saturating_sub(from)).collect()
}

/// An indicator with everything the sentence says, and nothing else.
pub(super) fn draft(view: &GoalView<'_>, aims: &Aims<'_>) -> Indicator {
    let reading = &view.reading;
    let aim = aim(reading);
    let share = aim.is_some_and(|aim| aim.unit == Unit::Percent);
    let measure = match within(reading).filter(|_| share) {
        Some((within, unit)) => {
            Measure::ServiceLevel { within: Some(within), unit, channel: channel(view) }
        }
        None if share => Measure::Share,
        None => Measure::Number,
    };
    let fits = |value: &f64| !share || (0.0..=100.0).contains(value);
    let mut indicator = Indicator::new(Id::new(IdKind::Indicator, 0), measure);
    indicator.goal = Some(view.goal.id);
    indicator.direction = direction(reading);
    indicator.target.value = aim.and_then(|aim| aim.value).filter(fits);
    indicator.target.due = deadline(reading, aims);
    indicator.owner = view.goal.owner;
    if !share {
        indicator.unit = unit(reading, &view.goal.statement).unwrap_or_default();
    }
    if let Some((value, period)) =
        baseline(reading, indicator.cadence).filter(|(value, _)| fits(value))
    {
        indicator.baseline = Baseline::Known { value, period };
    }
    indicator
}

/// What a share is of: the thing named next to the percentage.
fn channel(view: &GoalView<'_>) -> String {
    let at = aim(&view.reading).map_or(0, |aim| aim.at);
    let near = view.reading.items.iter().skip(at + 1).take(4);
    let thing = near.into_iter().find(|item| item.has(Tag::Thing) && item.kind == ItemKind::Word);
    thing.map(|item| words(&view.goal.statement, item)).unwrap_or_default()
}
