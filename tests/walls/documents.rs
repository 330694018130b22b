//! The documents keep up with the code: what they name is there.

use crate::code::{files, read, root};
use std::collections::BTreeSet;

const DOCUMENTS: [&str; 5] =
    ["README.md", "ARCHITECTURE.md", "DESIGN.md", "CONTRIBUTING.md", "CHANGELOG.md"];

/// What stands between backticks on one line, outside of code blocks.
fn named(document: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut in_block = false;
    for line in read(document).lines() {
        if line.trim_start().starts_with("```") {
            in_block = !in_block;
        } else if !in_block {
            found.extend(line.split('`').skip(1).step_by(2).map(str::to_owned));
        }
    }
    found
}

#[test]
fn every_file_the_documents_name_is_there() {
    let folders = ["src/", "tests/", "style/", "scripts/", "assessments/", ".ci/"];
    let mut seen = 0;
    for document in DOCUMENTS {
        for name in named(document) {
            let is_path = folders.iter().any(|folder| name.starts_with(folder));
            // `<name>`, `*` and `…` stand for something.
            if !is_path || name.contains(['<', '*', '…', ' ']) {
                continue;
            }
            seen += 1;
            assert!(root().join(&name).exists(), "{document} names `{name}`, which is not there");
        }
    }
    assert!(seen > 30, "only {seen} paths were found");
}

#[test]
fn every_test_the_architecture_names_is_there() {
    let mut tests = BTreeSet::new();
    for file in files("src", ".rs").into_iter().chain(files("tests", ".rs")) {
        for after in file.text.split("fn ").skip(1) {
            let end = after.find(|c: char| !c.is_alphanumeric() && c != '_');
            tests.insert(after[..end.unwrap_or(0)].to_owned());
        }
    }
    let journeys: String = files("tests/e2e", ".mjs").into_iter().map(|file| file.text).collect();
    let mut seen = 0;
    for name in named("ARCHITECTURE.md") {
        let is_test = name.matches('_').count() >= 3 && !name.contains(['/', '.', ':', '(']);
        if is_test {
            seen += 1;
            assert!(tests.contains(&name), "ARCHITECTURE.md names `{name}`, which is no test");
        }
    }
    // Journeys are named by their sentence, in quotation marks.
    for line in read("ARCHITECTURE.md").lines().filter(|line| line.starts_with('|')) {
        for sentence in line.split('“').skip(1).filter_map(|part| part.split('”').next()) {
            seen += 1;
            assert!(journeys.contains(sentence), "ARCHITECTURE.md names “{sentence}”");
        }
    }
    assert!(seen >= 20, "only {seen} tests were found");
}

#[test]
fn the_read_me_repeats_the_policy_of_the_page() {
    let page = read("index.html");
    let policy = page.split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1);
    let policy = policy.and_then(|rest| rest.split('"').next()).expect("the page has a policy");
    let readme = read("README.md");
    assert!(readme.contains(policy), "README.md lacks the policy of index.html:\n{policy}");
    assert!(readme.contains("frame-ancestors 'none'"));
}
