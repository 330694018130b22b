//! What we do, and what can be pushed up, in the place of what comes of it.

use super::super::finding::{Finding, Rule, Slot};
use super::super::sentence;
use super::super::view::{GoalView, IndicatorView, Views};
use super::alike::share_a_word;
use super::deed::is_deed;
use crate::kpi::reading::{Item, ItemKind, Reading, Sense, Tag, Tags, behind};
use crate::kpi::{Direction, FunnelStage, Measure, Yardstick};

/// Whether an indicator is about something we do, and not about those who
/// came by it: *households that came through an ad*.
fn names_activity(view: &IndicatorView<'_>) -> bool {
    const BY: [&str; 12] = [
        "through",
        "via",
        "by",
        "from",
        "after",
        "because of",
        "через",
        "по",
        "после",
        "с",
        "от",
        "благодаря",
    ];
    let items = &view.name.items;
    items.iter().enumerate().any(|(at, item)| {
        let people = Tags::of(&[Tag::Customer, Tag::Buyer, Tag::Thing, Tag::New]);
        let before = || items.iter().take(at).rev();
        let led = before().take(2).any(|item| BY.contains(&item.text.as_str()));
        item.has(Tag::Activity) && !(led && before().any(|item| item.tags.any(people)))
    })
}

/// Whether an indicator measures what we do.
fn is_activity(view: &IndicatorView<'_>) -> bool {
    let result = Tags::of(&[
        Tag::Outcome,
        Tag::Speed,
        Tag::Quality,
        Tag::Scale,
        Tag::ProfitLine,
        Tag::Cost,
        Tag::Handling,
    ]);
    // A share of a campaign may be its result; a share of those trained is not.
    let acts = match view.indicator.measure {
        Measure::Number => names_activity(view),
        Measure::Share => {
            view.is(Tag::Activity) && (view.is(Tag::Done) || view.part.has(Tag::Done))
        }
        Measure::ServiceLevel { .. } => false,
    };
    // Sales trainings are trainings.
    let items = &view.name.items;
    // Russian puts what describes behind, and there the first word counts.
    let describes = |at: usize| {
        let cyrillic = |item: &Item| item.text.chars().any(|c| ('а'..='я').contains(&c));
        items.get(at + 1).is_some_and(|next| next.has(Tag::Activity) && !cyrillic(next))
    };
    let results = items.iter().enumerate().any(|(at, item)| {
        let plain = item.has(Tag::Share) && !item.has(Tag::Outcome);
        item.tags.any(result) && !item.has(Tag::Activity) && !plain && !describes(at)
    });
    let stage = view.indicator.role.stage.is_some_and(|stage| stage > FunnelStage::Attendee);
    // Nobody sets out to do less: what goes down is left over, not done.
    let down = view.indicator.direction == Some(Direction::Down);
    acts && !results && !stage && !down
}

/// Whether the first thing a sentence wants is something to do: *launch the
/// portal*, and not *deliver kitchens complete*.
fn acted(reading: &Reading) -> bool {
    // To convert things that are on no way to anywhere is to move them.
    let moved = reading.claims.is_empty();
    let convert = if moved { Tags::NONE } else { Tags::of(&[Tag::Convert]) };
    let aim = Tags::of(&[Tag::Up, Tag::Down, Tag::Improve, Tag::Gain]).and(convert);
    let act = if moved { Tags::of(&[Tag::Act, Tag::Convert]) } else { Tags::of(&[Tag::Act]) };
    let verb = reading.items.iter().position(|item| {
        item.kind == ItemKind::Word && item.tags.any(aim.and(act).and(Tags::of(&[Tag::Hold])))
    });
    let Some((at, item)) = verb.and_then(|at| Some((at, reading.items.get(at)?))) else {
        return false;
    };
    let dated = |at: usize| reading.whens.iter().any(|when| (when.from..when.to).contains(&at));
    let latin = item.text.is_ascii();
    // English puts its verb first, a time or "we will" aside.
    let early = reading
        .items
        .iter()
        .enumerate()
        .take(at)
        .filter(|(at, item)| !dated(*at) && item.kind == ItemKind::Word)
        .count()
        <= 3;
    let numbered =
        reading.items.iter().enumerate().take(at).any(|(at, item)| item.is_number() && !dated(at));
    // "Hold 85 %" keeps, "hold 20 workshops" does.
    item.tags.any(act)
        && !item.tags.any(aim)
        && (!item.has(Tag::Hold) || reading.has(Tag::Activity))
        && (!latin || (early && !numbered))
}

pub(super) fn activity(views: &Views<'_>, view: &GoalView<'_>, found: &mut Vec<Finding>) {
    let all: Vec<&IndicatorView<'_>> = views.under(view).collect();
    if let Some(first) = all.first() {
        // What a person has said of it counts more than what its words suggest.
        let acts = |one: &IndicatorView<'_>| match one.yardstick() {
            Some(said) => said == Yardstick::Activity,
            None => is_activity(one) || is_deed(&view.reading, one),
        };
        if all.iter().all(|one| acts(one)) && !all.iter().any(|one| leads_on(views, one)) {
            found.push(Finding::open(Rule::Activity, first.indicator.id, Slot::NewOutcome));
        }
        return;
    }
    // Without an indicator the sentence itself is a task, not a result.
    let reading = &view.reading;
    let acted = acted(reading);
    let wish = Tags::of(&[Tag::Up, Tag::Down, Tag::Share, Tag::Scale, Tag::Improve]);
    let named = Tags::of(&[Tag::Outcome, Tag::Speed, Tag::Quality]);
    // "Write a complaint guideline" does not promise fewer complaints.
    let result = if acted { wish } else { wish.and(named) };
    let results = reading
        .items
        .iter()
        .any(|item| item.tags.any(result) && !item.has(Tag::Activity) && !item.has(Tag::Act));
    let counts = reading.quantities.iter().any(|one| {
        let near = behind(&reading.items, one.at, 3);
        let event =
            near.first().is_some_and(|item| ["场", "届", "堂"].contains(&item.text.as_str()));
        event || near.iter().any(|item| item.has(Tag::Activity))
    });
    if (acted || counts || is_dated_task(reading)) && !results {
        found.push(Finding::open(Rule::Activity, view.goal.id, Slot::NewOutcome));
    }
}

/// A day and nothing to be reached by it: no number, no measure, no wish.
fn is_dated_task(reading: &Reading) -> bool {
    let wish = Tags::of(&[
        Tag::Up,
        Tag::Down,
        Tag::Improve,
        Tag::Gain,
        Tag::Convert,
        Tag::Hold,
        Tag::Measure,
        Tag::Share,
    ]);
    let items = &reading.items;
    // A quality that only tells more of a thing is no wish: service contracts.
    let quality = items.iter().enumerate().any(|(at, item)| {
        let thing = items.get(at + 1).is_some_and(|next| next.has(Tag::Thing));
        item.has(Tag::Abstract) && !thing
    });
    reading.deadline().is_some() && !reading.has_aim() && !reading.tags.any(wish) && !quality
}

/// Whether a link says what comes of an indicator.
fn leads_on(views: &Views<'_>, view: &IndicatorView<'_>) -> bool {
    view.indicator.links.iter().any(|link| {
        let to = views.indicator(link.to);
        link.kind.leads() && to.is_some_and(|to| !is_activity(to) && !is_gameable(to))
    })
}

/// Whether an indicator is a count people can push up without any result.
fn is_gameable(view: &IndicatorView<'_>) -> bool {
    let up = view.indicator.direction != Some(Direction::Down)
        && view.indicator.direction != Some(Direction::Within);
    let early = view.indicator.role.stage.is_some_and(|stage| stage < FunnelStage::Opportunity);
    let paid = view.indicator.role.stage.is_some_and(|stage| stage >= FunnelStage::Buyer);
    // Calls and letters of one's own, as many as one likes.
    let made = view.name.items.iter().any(|item| {
        item.tags.any(Tags::of(&[Tag::Phone, Tag::Mail])) && !item.tags.any(Tags::of(&[Tag::Speed]))
    });
    let closed = view.name.items.iter().any(|item| {
        ["closed", "закрыт", "办结", "结案"].iter().any(|word| item.text.starts_with(word))
    });
    let word = made || closed || view.name.items.iter().any(|item| item.has(Tag::Gameable));
    let result = view.name.items.iter().any(|item| {
        let plain = item.has(Tag::Share) && !item.has(Tag::Outcome);
        // How fast something is closed, or that it was a complaint, is no result.
        let closed = item.tags.any(Tags::of(&[Tag::Speed, Tag::Quality])) && view.is(Tag::Closed);
        // So many reviews of five stars are a count, not a grade.
        let stars = word && item.has(Tag::Scale) && !view.around.has(Tag::Points);
        item.tags.any(Tags::of(&[Tag::Outcome, Tag::Quality, Tag::Scale, Tag::Cost, Tag::Speed]))
            && !stars
            && !item.has(Tag::Gameable)
            && !plain
            && !closed
    });
    let count = match view.indicator.measure {
        Measure::Number => early || ((word || names_activity(view)) && !is_amount(view)),
        // A share of things closed is as easy to push; not one closed in time.
        Measure::Share => view.is(Tag::Closed) && !view.name.means(Sense::Quick),
        Measure::ServiceLevel { .. } => false,
    };
    up && count && !paid && !result
}

/// Whether an indicator is a plain count of things nobody paid for, of which
/// there are to be more, and which the sentence does not speak of: reviews,
/// entries, cases closed. Whoever is measured by it can bring about more of
/// them without the goal coming nearer.
fn is_bare_count(sentence: &Reading, view: &IndicatorView<'_>) -> bool {
    let (name, role) = (&view.name, &view.indicator.role);
    let measured = Tags::of(&[
        Tag::Outcome,
        Tag::Quality,
        Tag::Scale,
        Tag::Cost,
        Tag::Speed,
        Tag::Average,
        Tag::Buyer,
        Tag::Returning,
        Tag::Advocate,
        Tag::ProfitLine,
        Tag::Percent,
        Tag::Points,
        Tag::Currency,
        Tag::Margin,
        Tag::Handling,
    ]);
    let stage = role.stage.is_none_or(|stage| stage <= FunnelStage::Opportunity);
    let words = sentence.items.iter().filter(|item| item.kind == ItemKind::Word);
    let says_something = words.count() > 1;
    view.is_number()
        && view.indicator.direction == Some(Direction::Up)
        && stage
        && says_something
        && !name.tags.any(measured)
        && !view.around.any(measured)
        && !share_a_word(sentence, name)
}

/// Whether a name is of how much or how long, not of how many.
fn is_amount(view: &IndicatorView<'_>) -> bool {
    view.name.items.iter().any(|item| item.has(Tag::Average))
}

/// Whether an indicator shows a result beside a count.
fn is_outcome(view: &IndicatorView<'_>) -> bool {
    let role = &view.indicator.role;
    let late = role.stage.is_some_and(|stage| stage >= FunnelStage::Opportunity);
    let converts = role.stage.zip(role.whole_stage).is_some_and(|(part, whole)| part > whole);
    let told = view.name.tags.and(view.part.tags);
    let result = told.any(Tags::of(&[
        Tag::Outcome,
        Tag::ProfitLine,
        Tag::Quality,
        Tag::Returning,
        Tag::Buyer,
        Tag::Scale,
    ]));
    !is_gameable(view) && (late || converts || result || role.profit.is_some())
}

pub(super) fn gameable(views: &Views<'_>, view: &GoalView<'_>, found: &mut Vec<Finding>) {
    let counts = |one: &IndicatorView<'_>| {
        is_gameable(one) || (one.yardstick().is_none() && is_bare_count(&view.reading, one))
    };
    let beside = views.under(view).any(|one| !counts(one) && !is_activity(one));
    for one in views.under(view).filter(|one| counts(one)) {
        let linked = leads_on(views, one) || is_led_to(views, one);
        if !beside && !linked {
            let words = one.name.items.iter().find(|item| item.has(Tag::Gameable));
            let words =
                words.map(|item| sentence::words(&one.indicator.name, item)).unwrap_or_default();
            found
                .push(Finding::open(Rule::Gameable, one.indicator.id, Slot::NewOutcome).by(&words));
        }
    }
}

fn is_led_to(views: &Views<'_>, view: &IndicatorView<'_>) -> bool {
    views.indicators.iter().any(|one| {
        is_outcome(one)
            && one
                .indicator
                .links
                .iter()
                .any(|link| link.kind.leads() && link.to == view.indicator.id)
    })
}
