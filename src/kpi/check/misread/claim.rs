//! The sentence claims one stage, or one kind of people, and another is counted.

use super::super::finding::{Finding, Rule, Slot};
use super::super::sentence;
use super::super::view::{GoalView, IndicatorView, Views};
use super::ages::other_ages;
use super::answered::{only_steps, wrong_people};
use super::apart::opposite_sides;
use super::early::stops_early;
use super::qualified::otherwise_qualified;
use super::{counted, group, stage_of, whole};
use crate::kpi::reading::{Item, ItemKind, Part, Reading, Sense, Tag, Tags, behind};
use crate::kpi::{FunnelStage, Whom, Yardstick};

/// The stages a sentence claims as its result: what others become, else what
/// is won or counted, and what it is said to do after that.
fn claimed(reading: &Reading) -> Vec<FunnelStage> {
    let of = |part| {
        reading
            .claims
            .iter()
            .filter(move |claim| claim.part == part)
            .map(|claim| group(claim.stage))
            .collect::<Vec<_>>()
    };
    let results = of(Part::Result);
    if !results.is_empty() {
        return results;
    }
    let mut counted = of(Part::Counted);
    if let Some(earliest) = counted.iter().min().copied() {
        counted.extend(of(Part::Mentioned).into_iter().filter(|stage| *stage > earliest));
    }
    counted
}

/// An indicator, a stage of it, and the slot where that is said.
type Counted<'v, 'a> = (&'v IndicatorView<'a>, FunnelStage, Slot);

pub(super) fn claim_and_count(views: &Views<'_>, view: &GoalView<'_>, found: &mut Vec<Finding>) {
    let before = found.len();
    by_stages(views, view, found);
    if found.len() == before {
        found.extend(only_steps(views, view).or_else(|| stops_early(views, view)));
    }
}

/// What the stages of sentence and indicators say.
fn by_stages(views: &Views<'_>, view: &GoalView<'_>, found: &mut Vec<Finding>) {
    let mut claims = claimed(&view.reading);
    // Who comes back or recommends is named for no other reason; those who
    // have only looked are no measure of them.
    let looked = |stage: Option<FunnelStage>| stage.is_some_and(|stage| stage < FunnelStage::Buyer);
    if claims.is_empty() && views.under(view).all(|one| looked(one.indicator.role.stage)) {
        let mentioned = view.reading.claims.iter().map(|claim| group(claim.stage));
        let least =
            if view.reading.has(Tag::Gain) { FunnelStage::Buyer } else { FunnelStage::Returning };
        claims.extend(mentioned.filter(|stage| *stage >= least));
    }
    if claims.is_empty() && !view.reading.has(Tag::Convert) {
        return;
    }
    let stages: Vec<Counted<'_, '_>> = views
        .under(view)
        .filter(|one| {
            // A typed stage is certain, a person's answer comes before words.
            one.indicator.role.stage.is_some() || one.yardstick() != Some(Yardstick::Result)
        })
        .filter_map(|one| counted(one).map(|(stage, slot)| (one, group(stage), slot)))
        .collect();
    // What a stage is typed as is certain; what its words say only counts
    // where they name an earlier stage than the one claimed.
    let latest = claims.iter().max().copied().unwrap_or(FunnelStage::Reached);
    let certain = |(one, stage, _): &&Counted<'_, '_>| {
        one.indicator.role.stage.is_some()
            || (*stage < latest && *stage < FunnelStage::Opportunity)
            || (*stage < latest && *stage == FunnelStage::Opportunity && one.is_number())
            || (latest > FunnelStage::Customer && *stage < latest)
    };
    let fits = |stage: FunnelStage| {
        // Whoever came back, or recommends, has bought as well.
        claims.iter().any(|claim| {
            *claim == stage || (*claim <= FunnelStage::Buyer && stage > *claim && stage.has_paid())
        })
    };
    let sources: Vec<FunnelStage> = view
        .reading
        .claims
        .iter()
        .filter(|claim| matches!(claim.part, Part::Whole | Part::Result))
        .map(|claim| group(claim.stage))
        .collect();
    if let Some((wrong, _, slot)) = stages.iter().find(certain)
        && !claims.is_empty()
        && !stages.iter().any(|(_, stage, _)| fits(*stage))
        && !views.under(view).any(|one| says_the_claim(view, one))
    {
        let words = claim_words(view);
        found.push(Finding {
            with: vec![view.goal.id],
            ..Finding::open(Rule::Stage, wrong.indicator.id, *slot).by(&words)
        });
        return;
    }
    // Something is to become more than it is, and only itself is counted.
    let made_of = view.reading.claims.iter().filter(|claim| claim.part != Part::Described);
    let start = made_of.map(|claim| group(claim.stage)).min();
    let turned = view.reading.has(Tag::Convert)
        && !view.reading.claims.iter().any(|claim| claim.part == Part::Result);
    if let (true, Some(start), Some((wrong, stage, slot))) = (turned, start, stages.first())
        && stages.iter().all(|(_, stage, _)| *stage <= start)
        && (*stage < FunnelStage::Buyer || wrong.indicator.role.stage.is_some())
        && (wrong.indicator.role.stage.is_some() || !wrong.name.has(Tag::Buyer))
    {
        let finding = Finding::open(Rule::Stage, wrong.indicator.id, *slot);
        found.push(Finding { with: vec![view.goal.id], ..finding });
        return;
    }
    // The claim says what the part is taken from, and no share is taken of it.
    let wholes: Vec<Counted<'_, '_>> = stages
        .iter()
        .filter(|(_, stage, _)| fits(*stage))
        .filter_map(|(one, ..)| whole(one).map(|(stage, slot)| (*one, group(stage), slot)))
        .collect();
    let converts = view.reading.claims.iter().any(|claim| claim.part == Part::Result);
    if let Some((wrong, _, slot)) = wholes.first()
        && converts
        && sources.iter().any(|source| *source < FunnelStage::Buyer)
        && !wholes.iter().any(|(one, stage, _)| {
            // A trial may be typed as a lead or as an opportunity.
            let interested = |stage: &FunnelStage| {
                (FunnelStage::Attendee..=FunnelStage::Opportunity).contains(stage)
            };
            if interested(stage) && sources.iter().any(interested) {
                return true;
            }
            let told = one.population.claims.iter().map(|claim| group(claim.stage));
            sources.contains(stage) || told.into_iter().any(|stage| sources.contains(&stage))
        })
    {
        found.push(Finding {
            with: vec![view.goal.id],
            ..Finding::open(Rule::Stage, wrong.indicator.id, *slot)
        });
    }
}

/// Whether an indicator without a typed stage is named after the claim, by its
/// very word or its stage: *repurchase* by *repurchase rate*, buyers by
/// *participants who bought*.
fn says_the_claim(view: &GoalView<'_>, one: &IndicatorView<'_>) -> bool {
    let name = one.indicator.name.to_lowercase();
    let said = view.reading.claims.iter().filter(|claim| claim.part <= Part::Counted);
    let mut words = said.filter_map(|claim| view.reading.items.get(claim.at));
    let claims = view.reading.claims.iter().filter(|claim| claim.part <= Part::Counted);
    let stages: Vec<FunnelStage> = claims.map(|claim| group(claim.stage)).collect();
    let told = one.name.claims.iter().chain(&one.part.claims).map(|claim| group(claim.stage));
    let fits = told.into_iter().any(|stage| stages.contains(&stage));
    one.indicator.role.stage.is_none()
        && (fits
            || words.any(|item| item.text.chars().count() > 1 && name.contains(item.text.as_str())))
}

/// The words of the claim, as they stand in the sentence.
fn claim_words(view: &GoalView<'_>) -> String {
    let claims = &view.reading.claims;
    let best =
        claims.iter().filter(|claim| claim.part <= Part::Counted).min_by_key(|claim| claim.part);
    let item = best.and_then(|claim| view.reading.items.get(claim.at));
    item.map(|item| sentence::words(&view.goal.statement, item)).unwrap_or_default()
}

/// Groups of words that exclude each other.
const FACETS: [&[Tag]; 4] = [
    &[Tag::New, Tag::Existing, Tag::Lapsed],
    &[Tag::Phone, Tag::Mail, Tag::Chat, Tag::Shop],
    &[Tag::Business, Tag::Private],
    // Tenants, and the employees who serve them.
    &[Tag::Customer, Tag::Staff],
];

/// The sentence speaks of new customers, and old ones are counted.
pub(super) fn others(views: &Views<'_>, view: &GoalView<'_>, found: &mut Vec<Finding>) {
    let some = || Some((some_of_all(views, view)?, Slot::Population));
    let by_words = || {
        let found = facet_apart(views, view)
            .or_else(|| opposite_sides(views, view))
            .or_else(|| other_ages(views, view))
            .or_else(|| otherwise_qualified(views, view));
        found.or_else(some).filter(|(one, _)| one.whom() != Some(Whom::Same))
    };
    if let Some((wrong, slot)) = wrong_people(views, view).or_else(by_words) {
        let finding = Finding::open(Rule::Others, wrong.indicator.id, slot);
        found.push(Finding { with: vec![view.goal.id], ..finding });
    }
}

/// The sentence speaks of all, and each indicator counts a chosen few.
fn some_of_all<'v, 'a>(
    views: &'v Views<'a>,
    view: &'v GoalView<'_>,
) -> Option<&'v IndicatorView<'a>> {
    let people =
        Tags::of(&[Tag::Customer, Tag::Buyer, Tag::Thing, Tag::Staff, Tag::Partner, Tag::Spread]);
    let all = view.reading.items.iter().enumerate().any(|(at, item)| {
        let near = behind(&view.reading.items, at, 3);
        let plain = |item: &Item| item.kind == ItemKind::Word && item.tags == Tags::NONE;
        item.has(Tag::All)
            && (item.tags.any(people)
                || near.iter().any(|item| item.tags.any(people) || plain(item)))
    });
    let partial = |one: &&IndicatorView<'_>| {
        one.population.has(Tag::Partial) && !one.population.has(Tag::All)
    };
    let few = views.under(view).filter(partial).count();
    if !all || view.reading.has(Tag::Partial) || few == 0 || few < view.indicators.len() {
        return None;
    }
    views.under(view).next()
}

/// The sentence speaks of some, and others are counted. Where the population
/// alone says so it can be put right; a name that does stays true, and is
/// joined by what counts the right ones.
fn facet_apart<'v, 'a>(
    views: &'v Views<'a>,
    view: &'v GoalView<'_>,
) -> Option<(&'v IndicatorView<'a>, Slot)> {
    FACETS.into_iter().find_map(|facet| {
        let of =
            |tags: Tags| facet.iter().copied().filter(|tag| tags.has(*tag)).collect::<Vec<_>>();
        // Whoever speaks of leaving speaks of those who left, old ones.
        let leaving = facet.contains(&Tag::Lapsed) && view.reading.means(Sense::Leaving);
        let mut said = of(facet_tags(&view.reading));
        // Drivers may be customers; employees are no tenants.
        if said == [Tag::Staff] && facet.contains(&Tag::Customer) {
            return None;
        }
        if leaving && !said.is_empty() {
            said.push(Tag::Lapsed);
        }
        let counts: Vec<(&IndicatorView<'_>, Vec<Tag>)> = views
            .under(view)
            .map(|one| (one, of(counted_tags(one))))
            .filter(|(_, tags)| !tags.is_empty())
            .collect();
        let met = counts.iter().any(|(_, tags)| tags.iter().any(|tag| said.contains(tag)));
        let apart = !said.is_empty() && !met && counts.len() == view.indicators.len();
        counts.first().filter(|_| apart).map(|(one, _)| {
            let elsewhere = one.name.tags.and(one.part.tags).and(one.channel.tags);
            let only = of(elsewhere).is_empty();
            (*one, if only { Slot::Population } else { Slot::NewOutcome })
        })
    })
}

/// What the texts of an indicator say of who is counted.
fn counted_tags(view: &IndicatorView<'_>) -> Tags {
    let told = view.name.tags.and(view.population.tags).and(view.part.tags).and(view.channel.tags);
    // Who comes back has been there.
    let stays = stays_for_years(&view.population) || told.has(Tag::Returning);
    if stays { told.and(Tags::of(&[Tag::Existing])) } else { told }
}

/// Whether people have been there for more than a year, by the number of years:
/// *a contract running longer than two years*.
fn stays_for_years(reading: &Reading) -> bool {
    const MORE: [&str; 8] = ["longer", "more", "over", "least", "более", "больше", "свыше", "超过"];
    const TENURE: [&str; 9] =
        ["contract", "member", "customer", "with us", "стаж", "договор", "клиент", "合作", "签约"];
    const YEARS: [&str; 6] = ["years", "year", "лет", "года", "год", "年"];
    let years = reading.items.iter().any(|item| YEARS.contains(&item.text.as_str()));
    let says = |words: &[&str]| {
        reading.items.iter().any(|item| words.iter().any(|word| item.text.starts_with(word)))
    };
    years && says(&MORE) && says(&TENURE)
}

/// "New" counts only where it tells who: not in "new system".
fn facet_tags(reading: &Reading) -> Tags {
    let people = Tags::of(&[Tag::Customer, Tag::Buyer, Tag::Thing, Tag::Lead, Tag::Returning]);
    let near = |at: usize| {
        reading.items.get(at).is_some_and(|item| item.tags.any(people))
            || behind(&reading.items, at, 2)
                .iter()
                .any(|item| item.tags.any(people) || item.has(Tag::Outcome))
    };
    let who = Tags::of(&[Tag::New, Tag::Existing, Tag::Lapsed]);
    let told = reading.items.iter().enumerate().filter(|(at, item)| {
        // Whom a sentence is about stands first, whatever they are called.
        !item.tags.any(who) || *at == 0 || near(*at)
    });
    told.fold(Tags::NONE, |all, (_, item)| all.and(item.tags))
}

/// The typed stage and the words of the population name different people.
pub(super) fn population(view: &IndicatorView<'_>, found: &mut Vec<Finding>) {
    let role = &view.indicator.role;
    let id = view.indicator.id;
    let share = view.indicator.measure.is_share();
    let typed = if share { role.whole_stage } else { role.stage };
    // Walk-in customers came in, and are customers.
    let claims = view.population.claims.iter().map(|claim| claim.stage);
    let Some(said) = stage_of(&view.population).into_iter().chain(claims).max() else { return };
    let Some(typed) = typed else { return };
    let told = found
        .iter()
        .any(|one| one.about == Some(id) && matches!(one.rule, Rule::Stage | Rule::Ratio));
    // Who paid is counted among people who have only looked so far.
    if typed.has_paid() && said < FunnelStage::Opportunity && !told {
        found.push(Finding::open(Rule::Others, id, Slot::Population));
    }
}
