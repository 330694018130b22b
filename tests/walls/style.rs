//! Styles and what the page shows: colours in one place, words in none.

use crate::code::{SourceFile, files, is_word, pieces};
use crate::none;

/// Functions that make a colour out of numbers.
const FUNCTIONS: [&str; 10] =
    ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("];

/// The colours one is tempted to write by name. Colours of the system
/// (`CanvasText`) and `transparent` are no colours of our own.
const NAMES: [&str; 16] = [
    "white", "black", "red", "green", "blue", "gray", "grey", "yellow", "orange", "purple",
    "silver", "navy", "teal", "maroon", "lime", "pink",
];

fn styles() -> Vec<SourceFile> {
    let mut styles = files("style", ".css");
    for file in &mut styles {
        file.text = without_comments(&file.text);
    }
    styles
}

fn without_comments(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        let end = rest[start..].find("*/").map_or(rest.len(), |end| start + end + 2);
        out.push_str(&rest[..start]);
        out.extend(rest[start..end].matches('\n'));
        rest = &rest[end..];
    }
    out + rest
}

#[test]
fn colours_are_written_in_one_file() {
    let mut others = styles();
    others.retain(|file| file.path != "style/tokens.css");
    let mut found = pieces(&others, &FUNCTIONS);
    for file in &others {
        for (number, line) in (1..).zip(file.text.lines()) {
            found.extend(hex(line).map(|hex| format!("{}:{number}: {hex}", file.path)));
            let value = line.split_once(": ").map_or("", |(_, value)| value);
            let words =
                value.split(|c| !is_word(c) && c != '-').filter(|word| NAMES.contains(word));
            found.extend(words.map(|word| format!("{}:{number}: {word}", file.path)));
        }
    }
    none(&found, "colours are written in style/tokens.css only");
}

fn hex(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c| !is_word(c) && c != '#' && c != '-').filter(|word| {
        word.strip_prefix('#').is_some_and(|digits| {
            [3, 4, 6, 8].contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_hexdigit())
        })
    })
}

/// Attributes that are read out or shown.
const SHOWN: [&str; 5] =
    ["aria-label=\"", "title=\"", "placeholder=\"", "alt=\"", "aria-description=\""];

#[test]
fn no_words_stand_in_the_code_of_the_page() {
    let mut found = Vec::new();
    for file in files("src/web", ".rs") {
        let text = &file.text;
        for (at, _) in text.match_indices('"') {
            let before = text[..at].trim_end();
            let shown = SHOWN.iter().any(|attribute| text[..=at].ends_with(attribute));
            let node = before.ends_with('>') && !before.ends_with("=>") && !before.ends_with("->");
            let inside: String = text[at + 1..].chars().take_while(|c| *c != '"').collect();
            let after = text[at + 1 + inside.len()..].trim_start_matches('"').trim_start();
            let node = node && (after.starts_with('<') || after.starts_with('{'));
            if (node || shown) && inside.chars().any(char::is_alphabetic) {
                let line = text[..at].lines().count();
                found.push(format!("{}:{line}: \"{inside}\"", file.path));
            }
        }
    }
    none(&found, "words come from the message files or a pack");
}
