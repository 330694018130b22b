//! The message files and the code agree: every key the code names has a
//! message in every language, every message is named, and the languages say
//! the same things. All problems are told at once.

use crm_readiness::i18n::{Language, check, source};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Calls that take a key; a literal in one of them has to be marked.
const CALLS: [&str; 5] = [".text(", ".format(", ".format_as(", ".nth(", ".format_nth("];

/// What one source file says about keys.
#[derive(Debug, Default, PartialEq, Eq)]
struct Uses {
    keys: BTreeSet<String>,
    problems: Vec<String>,
}

/// Finds the keys in Rust text: every `key!("…")`, and literals handed to a
/// catalogue without the marker. Comments and unit tests do not count.
fn uses(file: &str, text: &str) -> Uses {
    let code = without_tests_and_comments(text);
    let mut found = Uses::default();
    for (_, rest) in after_each(&code, "key!(") {
        match literal(rest) {
            Some(key) => {
                found.keys.insert(key.to_owned());
            }
            None => found.problems.push(format!("{file}: key!(…) without a literal")),
        }
    }
    for call in CALLS {
        for (place, rest) in after_each(&code, call) {
            let Some(literal) = literal(rest).filter(|text| is_key(text)) else { continue };
            let line = code[..place].lines().count();
            found.problems.push(format!("{file}:{line}: \"{literal}\" is not marked with key!"));
        }
    }
    found
}

fn without_tests_and_comments(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    code.lines().map(|line| if is_code(&line) { line } else { "" }).collect::<Vec<_>>().join("\n")
}

/// Everything that follows an occurrence of the pattern, with its place.
fn after_each<'a>(code: &'a str, pattern: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
    code.match_indices(pattern).map(|(place, found)| (place, &code[place + found.len()..]))
}

/// The string literal the text begins with.
fn literal(text: &str) -> Option<&str> {
    text.trim_start().strip_prefix('"')?.split_once('"').map(|(literal, _)| literal)
}

/// Whether a literal reads as a key, unlike the pattern of a date.
fn is_key(text: &str) -> bool {
    let fits = |byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'.');
    text.contains('.') && text.bytes().all(fits)
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && path.file_name().is_some_and(|name| name != "tests.rs")
        {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Keys that are named and missing, and messages nobody names.
fn disagreements(used: &BTreeSet<String>, messages: &source::Messages) -> Vec<String> {
    let by_language: BTreeMap<Language, BTreeSet<String>> =
        messages.iter().map(|(language, texts)| (*language, check::keys(texts))).collect();
    let mut problems = Vec::new();
    for (language, keys) in &by_language {
        let missing = used.difference(keys);
        problems.extend(missing.map(|key| format!("{language:?}: `{key}` is named, not written")));
    }
    let written: BTreeSet<String> = by_language.into_values().flatten().collect();
    let unused = written.difference(used);
    problems.extend(unused.map(|key| format!("`{key}` is written, and no code names it")));
    problems
}

#[test]
fn the_message_files_and_the_code_agree() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut problems = Vec::new();
    let mut used = BTreeSet::new();
    for path in rust_files(&root.join("src")) {
        let name = path.strip_prefix(root).expect("inside").display().to_string();
        let found = uses(&name, &fs::read_to_string(&path).expect("source is text"));
        used.extend(found.keys);
        problems.extend(found.problems);
    }
    match source::load(&root.join("src/i18n/messages")) {
        Ok(messages) => {
            problems.extend(check::problems(&messages).iter().map(ToString::to_string));
            problems.extend(disagreements(&used, &messages));
        }
        Err(found) => problems.extend(found.iter().map(ToString::to_string)),
    }
    assert!(used.len() > 30, "the search found only {} keys", used.len());
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn marked_keys_are_found_over_line_ends_and_not_in_comments_or_tests() {
    let code = concat!(
        "fn a(c: &Catalogue) {\n",
        "    c.text(key!(\"a.b\"));\n",
        "    // key!(\"comment.one\")\n",
        "    c.format(key!(\n        \"a.c\"\n    ), &[]);\n",
        "}\n",
        "#[cfg(test)]\nmod tests {\n",
        "    fn b() { key!(\"test.one\"); c.text(\"test.two\"); }\n",
        "}\n",
    );
    let found = uses("x.rs", code);
    assert!(found.keys.iter().eq(["a.b", "a.c"]), "{found:?}");
    assert_eq!(found.problems, Vec::<String>::new());
}

#[test]
fn a_literal_without_the_marker_is_told_with_its_line() {
    let found = uses(
        "x.rs",
        "fn a() {\n    c.text( \"a.b\");\n    c.nth(\"a.l\", 1);\n d.format(\"%d.%m\");}\n",
    );
    let expected =
        ["x.rs:2: \"a.b\" is not marked with key!", "x.rs:3: \"a.l\" is not marked with key!"];
    assert_eq!(found.problems, expected);
}

#[test]
fn a_key_without_message_and_a_message_without_key_are_told() {
    let texts = |keys: &[&str]| {
        keys.iter().map(|key| ((*key).to_owned(), "x".to_owned())).collect::<BTreeMap<_, _>>()
    };
    let messages = BTreeMap::from([
        (Language::English, texts(&["a.b", "a.days.one", "a.days.other", "a.old"])),
        (Language::Chinese, texts(&["a.b", "a.days.other", "a.old"])),
    ]);
    let used = ["a.b", "a.days", "a.new"].map(str::to_owned).into();
    let expected = [
        "English: `a.new` is named, not written",
        "Chinese: `a.new` is named, not written",
        "`a.old` is written, and no code names it",
    ];
    assert_eq!(disagreements(&used, &messages), expected);
}
