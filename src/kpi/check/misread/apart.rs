//! Others are counted than the goal, or the name, speaks of: by night and by
//! day, in town and in the country.

use super::super::finding::Slot;
use super::super::view::{GoalView, IndicatorView, Views};
use crate::kpi::reading::{Senses, facets};

/// The first indicator of a goal whose population is on a side opposite to
/// that of the sentence, or of its own name; and where that is said.
pub(super) fn opposite_sides<'v, 'a>(
    views: &'v Views<'a>,
    view: &'v GoalView<'_>,
) -> Option<(&'v IndicatorView<'a>, Slot)> {
    let said = view.reading.senses;
    let sided = |senses: Senses| senses.of_facet(u128::MAX) != 0;
    if !views.under(view).any(|one| sided(named(one)) || sided(counted(one))) {
        return None;
    }
    facets().find_map(|facet| {
        let side = |senses: Senses| senses.of_facet(facet);
        let goal = side(said);
        let under = || views.under(view).map(|one| (one, side(named(one)), side(counted(one))));
        let missed = |(_, name, people): &(&IndicatorView<'_>, u128, u128)| {
            (name | people) != 0 && (name | people) & goal == 0
        };
        if goal != 0 && under().next().is_some() && under().all(|one| missed(&one)) {
            let slot = |name| if name == 0 { Slot::Population } else { Slot::NewOutcome };
            return under().next().map(|(one, name, _)| (one, slot(name)));
        }
        // Whoever sets two sides against each other in the sentence means both.
        let both = |name: u128, people: u128| goal & name != 0 && goal & people != 0;
        under()
            .find(|(_, name, people)| {
                *name != 0 && *people != 0 && name & people == 0 && !both(*name, *people)
            })
            .map(|(one, ..)| (one, Slot::Population))
    })
}

fn named(view: &IndicatorView<'_>) -> Senses {
    view.name.senses.and(view.part.senses).and(view.channel.senses)
}

fn counted(view: &IndicatorView<'_>) -> Senses {
    view.population.senses
}
