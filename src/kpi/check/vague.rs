//! Vague: slots left open, and words with nothing measurable behind them.

use super::blank::is_blank;
use super::facts::{MissingFact, has_measure, lacks_baseline, missing_facts};
use super::finding::{Finding, Fix, Rule, Slot};
use super::judged::{graded_by_nobody, judged_by_feel};
use super::sentence;
use super::view::{GoalView, IndicatorView, Views};
use crate::base::Id;
use crate::kpi::reading::{Item, ItemKind, Part, Purpose, Reading, Sense, Tag, Tags, Unit};
use crate::kpi::{Baseline, Direction, Indicator, Measure};

/// Words that name something measurable.
const MEASURES: Tags = Tags::of(&[
    Tag::Measure,
    Tag::Scale,
    Tag::Count,
    Tag::Share,
    Tag::Speed,
    Tag::Cost,
    Tag::Quality,
    Tag::ProfitLine,
    Tag::Survey,
]);

/// What sentences leave open that no indicator says in their place.
pub(super) fn goals(views: &Views<'_>, found: &mut Vec<Finding>) {
    for view in &views.goals {
        let id = view.goal.id;
        if is_blank(&view.goal.statement) && view.indicators.is_empty() {
            found.push(Finding::open(Rule::Wording, id, Slot::Statement));
            continue;
        }
        // Where the sentence praises nothing, what is counted is a measure,
        // whatever else is still open of it.
        let plain = !view.reading.has(Tag::Abstract);
        let measured = views.under(view).any(|one| {
            has_measure(one.indicator)
                || (plain && !is_blank(&one.indicator.name) && !says_nothing(one))
        });
        if !measured && is_wording(&view.reading) {
            let words = abstract_words(&view.reading, &view.goal.statement);
            let slot = first_indicator(views, view).map_or(Slot::NewIndicator, |_| Slot::Statement);
            found.push(Finding::open(Rule::Wording, id, slot).by(&words));
        }
        if view.indicators.is_empty() {
            let open = unsaid(view);
            found.extend(open.into_iter().map(|rule| Finding::open(rule, id, Slot::Statement)));
        }
    }
}

fn first_indicator(views: &Views<'_>, view: &GoalView<'_>) -> Option<Id> {
    views.under(view).next().map(|one| one.indicator.id)
}

/// Whether a sentence has nothing one could measure: no number, or a number
/// without anything it could be of; and no measure named.
fn is_wording(reading: &Reading) -> bool {
    let measure =
        names_measure(reading) || reading.claims.iter().any(|claim| claim.part <= Part::Counted);
    let number = reading.has_aim();
    let counted = reading
        .quantities
        .iter()
        .any(|one| matches!(one.unit, Unit::Thing(_) | Unit::Time(_) | Unit::Money));
    let abstracts = reading.has(Tag::Abstract);
    match (number, abstracts) {
        (true, true) => !measure && !counted,
        (true, false) => false,
        (false, _) => !measure || abstracts,
    }
}

/// Whether a text names something measurable; the percent behind a number is
/// only its unit.
pub(super) fn names_measure(reading: &Reading) -> bool {
    let wanted = reading.tags.any(Tags::of(&[Tag::Up, Tag::Down, Tag::Count, Tag::AtMost]));
    reading.items.iter().enumerate().any(|(at, item)| {
        let unit = (item.has(Tag::Percent) || item.has(Tag::Points))
            && at.checked_sub(1).and_then(|at| reading.items.get(at)).is_some_and(Item::is_number);
        // To handle complaints better is no measure of complaints.
        let spoken_of =
            item.has(Tag::Quality) && !item.has(Tag::Share) && reading.has(Tag::Improve) && !wanted;
        item.tags.any(MEASURES) && !item.has(Tag::Abstract) && !unit && !spoken_of
    })
}

/// The vague words of a sentence, as they stand there.
fn abstract_words(reading: &Reading, text: &str) -> String {
    let vague = reading.items.iter().find(|item| item.has(Tag::Abstract));
    vague.map(|item| sentence::words(text, item)).unwrap_or_default()
}

/// The slots a sentence alone leaves open.
fn unsaid(view: &GoalView<'_>) -> Vec<Rule> {
    let reading = &view.reading;
    let aims = || reading.numbers(Purpose::Aim).chain(reading.numbers(Purpose::Change));
    let number = reading.has_aim();
    let unit = aims().any(|one| one.unit != Unit::Bare)
        || reading.tags.any(Tags::of(&[Tag::Scale, Tag::Count]));
    let way = reading.tags.any(Tags::of(&[
        Tag::Up,
        Tag::Down,
        Tag::Hold,
        Tag::AtLeast,
        Tag::AtMost,
        Tag::Gain,
        Tag::Convert,
        Tag::Faster,
    ])) || (reading.has(Tag::Improve) && (number || improves_a_quality(reading)));
    let baseline = reading.numbers(Purpose::Baseline).next().is_some() || reading.has(Tag::NoneYet);
    let counted = reading.items.iter().any(|item| item.tags.any(PEOPLE));
    let rows = [
        (Rule::Number, number),
        (Rule::Unit, unit),
        (Rule::Direction, way),
        (Rule::Baseline, baseline),
        (Rule::Deadline, reading.deadline().is_some()),
        (Rule::Population, counted),
        (Rule::Source, reading.tags.any(Tags::of(&[Tag::Source, Tag::SourceMark, Tag::Survey]))),
        (
            Rule::Owner,
            view.goal.owner.is_some() || reading.tags.any(Tags::of(&[Tag::OwnerMark, Tag::Post])),
        ),
    ];
    rows.into_iter().filter_map(|(rule, said)| (!said).then_some(rule)).collect()
}

/// Whether what is to be improved is a quality of which more is better, such
/// as satisfaction: then better is up, in any language.
fn improves_a_quality(reading: &Reading) -> bool {
    let quality = |item: &Item| item.has(Tag::Abstract) && !item.has(Tag::Improve);
    reading.items.iter().any(quality)
}

/// Words that say who or what is counted.
const PEOPLE: Tags = Tags::of(&[
    Tag::Thing,
    Tag::Customer,
    Tag::Staff,
    Tag::Partner,
    Tag::Reached,
    Tag::Visitor,
    Tag::Attendee,
    Tag::Lead,
    Tag::Opportunity,
    Tag::Buyer,
    Tag::Returning,
    Tag::Advocate,
    Tag::Phone,
    Tag::Mail,
    Tag::Chat,
]);

/// The slots indicators leave open, and names that say nothing.
pub(super) fn indicators(views: &Views<'_>, found: &mut Vec<Finding>) {
    for view in &views.indicators {
        let indicator = view.indicator;
        let id = indicator.id;
        if is_blank(&indicator.name) {
            found.push(Finding::open(Rule::Name, id, Slot::Name));
        } else if says_nothing(view) {
            let words = abstract_words(&view.name, &indicator.name);
            found.push(Finding::open(Rule::Wording, id, Slot::Method).by(&words));
        }
        for fact in missing_facts(indicator) {
            let Some((rule, slot)) = rule_of(fact) else { continue };
            found.push(Finding::open(rule, id, slot).or_apply(known(views, view, rule)));
        }
        // A source that is yet to be found is none.
        if view.source.means(Sense::Open) && !is_blank(&indicator.source) {
            found.push(Finding::open(Rule::Source, id, Slot::Source));
        }
        if lacks_baseline(indicator) {
            let fix = known(views, view, Rule::Baseline);
            found.push(Finding::open(Rule::Baseline, id, Slot::Baseline).or_apply(fix));
        }
    }
}

fn rule_of(fact: MissingFact) -> Option<(Rule, Slot)> {
    let rule = match fact {
        // An indicator without a goal is a matter of balance.
        MissingFact::Goal | MissingFact::Sound => return None,
        MissingFact::Value => Rule::Number,
        MissingFact::Unit => Rule::Unit,
        MissingFact::Direction => Rule::Direction,
        MissingFact::Deadline => Rule::Deadline,
        MissingFact::Population => Rule::Population,
        MissingFact::Source => Rule::Source,
        MissingFact::Owner => Rule::Owner,
    };
    Some((rule, fact.slot()?))
}

/// Whether name, method and everything around name no measure: "better
/// service", 90 %.
fn says_nothing(view: &IndicatorView<'_>) -> bool {
    let texts = [&view.name, &view.method, &view.part];
    let measure = |reading: &Reading| {
        names_measure(reading)
            || reading.has(Tag::Outcome)
            || reading.quantities.iter().any(|one| one.unit != Unit::Bare)
    };
    let around =
        view.around.any(Tags::of(&[Tag::Survey, Tag::Scale, Tag::Points, Tag::Count, Tag::Thing]));
    let counted = view.population.has(Tag::Survey);
    // "Accounts with a value class" counts accounts; "customer experience"
    // counts nobody.
    let things = view.name.items.iter().enumerate().any(|(at, item)| {
        let described =
            view.name.claims.iter().any(|claim| claim.at == at && claim.part == Part::Described);
        item.has(Tag::Thing) && !item.has(Tag::Abstract) && !described
    });
    if graded_by_nobody(view) || judged_by_feel(view) {
        return true;
    }
    let named = head_is_abstract(&view.name) && !things;
    let timed = matches!(view.indicator.measure, Measure::ServiceLevel { .. });
    named && !timed && !around && !counted && !texts.into_iter().any(|text| measure(text))
}

/// Whether the noun a name is about is a quality: *experience* in "customer
/// experience", not in "wage bill of support". It stands last in Chinese,
/// before the first preposition in English, first in Russian.
fn head_is_abstract(name: &Reading) -> bool {
    let words = || name.items.iter().filter(|item| item.kind == ItemKind::Word);
    let Some(first) = words().next() else { return false };
    let letter = first.text.chars().next().unwrap_or(' ');
    let function = Tags::of(&[Tag::Of, Tag::Prep, Tag::In, Tag::Who, Tag::Per]);
    match letter {
        'а'..='я' => words().take(2).any(|item| item.has(Tag::Abstract)),
        _ if letter.is_ascii() => words()
            .take_while(|item| !item.tags.any(function))
            .last()
            .is_some_and(|item| item.has(Tag::Abstract)),
        _ => words().next_back().is_some_and(|item| item.has(Tag::Abstract)),
    }
}

/// What the plan says already for an open slot.
fn known(views: &Views<'_>, view: &IndicatorView<'_>, rule: Rule) -> Option<Fix> {
    let indicator = view.indicator;
    let goal = views.goal_of(view);
    // A sentence with several indicators under it speaks of all of them: only
    // its deadline and owner can be taken over.
    let alone = goal.filter(|goal| goal.indicators.len() == 1);
    let share = indicator.measure.is_share();
    match rule {
        Rule::Direction => stated_direction(indicator)
            .or_else(|| sentence::direction(&alone?.reading))
            .map(Fix::Direction),
        Rule::Deadline => sentence::deadline(&goal?.reading, views.aims).map(Fix::Deadline),
        Rule::Owner => goal?.goal.owner.map(Fix::Owner),
        Rule::Number => {
            let aim = sentence::aim(&alone?.reading)?;
            let fits = indicator.direction != Some(Direction::Within)
                && (aim.unit == Unit::Percent) == share
                && !matches!(aim.unit, Unit::Time(_) | Unit::Times);
            let value = aim.value.filter(|value| fits && (!share || (0.0..=100.0).contains(value)));
            value.map(Fix::Value)
        }
        Rule::Unit if matches!(indicator.measure, Measure::ServiceLevel { .. }) => {
            sentence::within(&alone?.reading).map(|(value, unit)| Fix::Within(value, unit))
        }
        Rule::Unit => sentence::unit(&alone?.reading, &alone?.goal.statement).map(Fix::Unit),
        Rule::Baseline => first_measured(views, indicator).or_else(|| {
            let (value, period) = sentence::baseline(&alone?.reading, indicator.cadence)?;
            (!share || (0.0..=100.0).contains(&value)).then_some(Fix::Baseline(value, period))
        }),
        _ => None,
    }
}

/// Baseline and target say which way it is to go.
fn stated_direction(indicator: &Indicator) -> Option<Direction> {
    let Baseline::Known { value, .. } = indicator.baseline else { return None };
    match indicator.target.value?.partial_cmp(&value)? {
        std::cmp::Ordering::Greater => Some(Direction::Up),
        std::cmp::Ordering::Less => Some(Direction::Down),
        std::cmp::Ordering::Equal => None,
    }
}

/// The first value measured, with its period.
fn first_measured(views: &Views<'_>, indicator: &Indicator) -> Option<Fix> {
    let (period, value) = views
        .series(indicator.id)
        .iter()
        .find_map(|(period, found)| Some((*period, found.actual.number()?)))?;
    // A computed share may have more digits than may be stored.
    let value = format!("{value:.14e}").parse().ok()?;
    Some(Fix::Baseline(value, period))
}
