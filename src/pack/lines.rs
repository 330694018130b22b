//! From a place in the structure to its line, for messages only.
//!
//! The YAML reader tells no positions of what it has read. Content files are
//! written in block style, where indentation gives the place; flow style and
//! block scalars are not followed, so a line is a best effort and a place
//! without one falls back to the nearest place around it.

use super::problem::Problem;
use std::collections::BTreeMap;

/// Deeper places get no line; it also bounds the work on hostile files.
const MAX_DEPTH: usize = 16;

/// Gives every problem without a line the line of its place.
pub(super) fn locate(problems: &mut [Problem], text: &str) {
    if problems.is_empty() {
        return;
    }
    let lines = scan(text);
    for problem in problems.iter_mut().filter(|problem| problem.line.is_none()) {
        problem.line = nearest(&lines, &problem.path);
    }
}

fn nearest(lines: &BTreeMap<String, usize>, path: &str) -> Option<usize> {
    let mut path = path;
    loop {
        if let Some(line) = lines.get(path) {
            return Some(*line);
        }
        path = &path[..path.rfind(['.', '['])?];
    }
}

/// A key or list item that encloses the lines after it.
struct Level {
    column: usize,
    path: String,
    is_item: bool,
    items: usize,
}

/// The first line of every place; a second one under the same key is left out.
fn scan(text: &str) -> BTreeMap<String, usize> {
    let mut lines = BTreeMap::new();
    let mut levels: Vec<Level> = Vec::new();
    for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let rest = line.trim_start_matches(' ');
        let mut column = line.len() - rest.len();
        let mut rest = rest.trim_end();
        if rest.is_empty() || rest.starts_with('#') {
            continue;
        }
        while let Some(after) = rest.strip_prefix("- ") {
            if levels.len() >= MAX_DEPTH {
                break;
            }
            let path = enter_item(&mut levels, column);
            lines.entry(path).or_insert(index + 1);
            let trimmed = after.trim_start_matches(' ');
            column += rest.len() - trimmed.len();
            rest = trimmed;
        }
        if let Some(key) = key_of(rest)
            && levels.len() < MAX_DEPTH
        {
            let path = enter_key(&mut levels, column, key);
            lines.entry(path).or_insert(index + 1);
        }
    }
    lines
}

fn enter_item(levels: &mut Vec<Level>, column: usize) -> String {
    // A list may stand at the column of its key.
    while levels
        .last()
        .is_some_and(|top| top.column > column || (top.column == column && top.is_item))
    {
        levels.pop();
    }
    let path = match levels.last_mut() {
        Some(parent) => {
            parent.items += 1;
            format!("{}[{}]", parent.path, parent.items - 1)
        }
        None => "[?]".to_owned(),
    };
    levels.push(Level { column, path: path.clone(), is_item: true, items: 0 });
    path
}

fn enter_key(levels: &mut Vec<Level>, column: usize, key: &str) -> String {
    while levels.last().is_some_and(|top| top.column >= column) {
        levels.pop();
    }
    let path = match levels.last() {
        Some(parent) => format!("{}.{key}", parent.path),
        None => key.to_owned(),
    };
    levels.push(Level { column, path: path.clone(), is_item: false, items: 0 });
    path
}

fn key_of(rest: &str) -> Option<&str> {
    let key = match rest.split_once(": ") {
        Some((key, _)) => key,
        None => rest.strip_suffix(':')?,
    };
    let key = key.trim_matches(['"', '\'']);
    let plain = !key.is_empty() && !key.contains(['{', '[', '"', ' ']);
    plain.then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
# comment
id: ready
sections:
  - id: a
    questions:
    - id: one
      weight: 1
    - weight: 2
      id: two
  - id: b
verdict:
  rules:
    - { when: otherwise, then: ready }
";

    #[test]
    fn a_place_in_block_style_has_its_line() {
        let lines = scan(FILE);
        for (path, line) in [
            ("id", 2),
            ("sections[0]", 4),
            ("sections[0].questions[0].weight", 7),
            ("sections[0].questions[1]", 8),
            ("sections[0].questions[1].id", 9),
            ("sections[1].id", 10),
            ("verdict.rules[0]", 13),
        ] {
            assert_eq!(lines.get(path), Some(&line), "{path}");
        }
    }

    #[test]
    fn a_place_that_is_not_written_falls_back_to_the_one_around_it() {
        let lines = scan(FILE);
        assert_eq!(nearest(&lines, "sections[1].questions[4].id"), Some(10));
        assert_eq!(nearest(&lines, "verdict.rules[0].when"), Some(13));
        assert_eq!(nearest(&lines, "nothing"), None);
        assert_eq!(nearest(&lines, ""), None);
    }

    #[test]
    fn hostile_nesting_costs_little() {
        let dashes = "- ".repeat(100_000);
        let steps = (0..2_000).map(|depth| " ".repeat(depth) + "k:\n").collect::<Vec<_>>().concat();
        assert!(scan(&dashes).len() <= MAX_DEPTH);
        assert!(scan(&steps).len() <= MAX_DEPTH);
    }
}
