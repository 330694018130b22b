//! How a definition board stands, in sentences.

use crate::base::Id;
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::registers::{Board, Split, Term, board};
use crate::workspace::Project;

/// Names, cases or camps listed in one sentence; the rest is counted.
const LISTED: usize = 3;

/// How a term stands: the cases first, then who disagrees with whom, then the
/// wording and who has not signed it.
pub fn board_sentences(catalogue: &Catalogue, project: &Project, term: &Term) -> Vec<String> {
    let found = board(term, project.views.iter());
    let name = |id: &Id| {
        let view = project.views.get(*id);
        view.map(|view| view.department.trim().to_owned()).unwrap_or_default()
    };
    let names = |ids: &[Id]| listed(catalogue, &ids.iter().map(name).collect::<Vec<_>>());
    let mut sentences = vec![cases(catalogue, &found)];
    match found.departments {
        0 => sentences.push(catalogue.text(key!("board.no_departments")).into_owned()),
        1 => {
            let only = term_views(project, term);
            let only = names(&only);
            sentences.push(
                catalogue.format(key!("board.one_department"), &[("name", Arg::Text(&only))]),
            );
        }
        _ => {}
    }
    let mut splits = found.splits.clone();
    // Stable: camps divided by as many cases keep the order of the board.
    splits.sort_by_key(|split| std::cmp::Reverse(split.cases.len()));
    for split in splits.iter().take(LISTED) {
        sentences.push(divided(catalogue, term, split, names));
    }
    if splits.len() > LISTED {
        let count = splits[LISTED..].iter().map(|split| split.cases.len()).sum();
        sentences.push(catalogue.format(key!("board.more_splits"), &[("count", counted(count))]));
    }
    sentences.extend(signing(catalogue, term, &found, names));
    sentences
}

fn term_views(project: &Project, term: &Term) -> Vec<Id> {
    project.views.iter().filter(|view| view.term == term.id).map(|view| view.id).collect()
}

fn cases(catalogue: &Catalogue, found: &Board) -> String {
    let (key, count) = match (found.cases, found.disputed, found.open) {
        (0, ..) => return catalogue.text(key!("board.no_cases")).into_owned(),
        (all, 0, 0) => (key!("board.all_agreed"), all),
        (_, 0, open) => (key!("board.some_open"), open),
        (_, disputed, _) => (key!("board.disputed"), disputed),
    };
    catalogue.format(key, &[("count", counted(count)), ("all", counted(found.cases))])
}

fn divided(
    catalogue: &Catalogue,
    term: &Term,
    split: &Split,
    names: impl Fn(&[Id]) -> String,
) -> String {
    let quoted = split.cases.iter().filter_map(|case| term.case(*case)).map(|case| {
        catalogue.format(key!("board.quoted"), &[("text", Arg::Text(case.text.trim()))])
    });
    let cases = listed(catalogue, &quoted.collect::<Vec<_>>());
    // The larger camp first: its verb is a plural one.
    let (one, other) = if split.one.len() < split.other.len() {
        (&split.other, &split.one)
    } else {
        (&split.one, &split.other)
    };
    let (one, other) = (names(one), names(other));
    let key = if split.one.len() == 1 && split.other.len() == 1 {
        key!("board.two_disagree")
    } else {
        key!("board.camps_disagree")
    };
    let args =
        [("one", Arg::Text(&one)), ("other", Arg::Text(&other)), ("cases", Arg::Text(&cases))];
    catalogue.format(key, &args)
}

fn signing(
    catalogue: &Catalogue,
    term: &Term,
    found: &Board,
    names: impl Fn(&[Id]) -> String,
) -> Vec<String> {
    if term.wording.trim().is_empty() {
        return vec![catalogue.text(key!("board.no_wording")).into_owned()];
    }
    let mut sentences = Vec::new();
    for (ids, key) in [
        (&found.unsigned, key!("board.not_signed")),
        (&found.outdated, key!("board.signed_earlier")),
    ] {
        if !ids.is_empty() {
            let names = names(ids);
            let args = [("count", counted(ids.len())), ("names", Arg::Text(&names))];
            sentences.push(catalogue.format(key, &args));
        }
    }
    if sentences.is_empty() && found.departments > 0 {
        sentences.push(catalogue.text(key!("board.all_signed")).into_owned());
    }
    sentences
}

/// Texts as a list in words: "Sales, Service and Finance"; long lists end in
/// how many more there are.
pub fn listed(catalogue: &Catalogue, texts: &[String]) -> String {
    let join = |texts: &[String]| {
        let mut list = String::new();
        for text in texts {
            list = match list.as_str() {
                "" => text.clone(),
                list => {
                    let args = [("list", Arg::Text(list)), ("next", Arg::Text(text))];
                    catalogue.format(key!("board.list_next"), &args)
                }
            };
        }
        list
    };
    match texts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] if texts.len() <= LISTED => {
            let before = join(first);
            let args = [("list", Arg::Text(&before)), ("last", Arg::Text(last))];
            catalogue.format(key!("board.list_last"), &args)
        }
        many => {
            let list = join(&many[..LISTED]);
            let args = [("count", counted(many.len() - LISTED)), ("list", Arg::Text(&list))];
            catalogue.format(key!("board.list_more"), &args)
        }
    }
}

fn counted(count: usize) -> Arg<'static> {
    Arg::Count(u64::try_from(count).unwrap_or(u64::MAX))
}
