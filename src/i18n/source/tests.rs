use super::*;
use std::fs;

/// A folder of message files that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let root = std::env::temp_dir().join(format!("messages-{name}-{}", std::process::id()));
        for language in Language::ALL {
            fs::create_dir_all(root.join(language.folder())).expect("a folder can be made");
        }
        for (path, text) in files {
            fs::write(root.join(path), text).expect("a file can be written");
        }
        Self(root)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn problems(name: &str, files: &[(&str, &str)]) -> Vec<String> {
    let folder = Folder::new(name, files);
    let found = load(&folder.0).expect_err("the files are wrong");
    let root = format!("{}/", folder.0.display());
    found.iter().map(|problem| problem.to_string().replace(&root, "")).collect()
}

#[test]
fn maps_join_with_dots_and_lists_are_numbered_from_one() {
    let folder = Folder::new(
        "shape",
        &[
            ("en/a.yaml", "a:\n  b: B\n  c: {one: '{n} c', other: '{n} cs'}\n  l: [x, 'no']\n"),
            ("en/b.yaml", "b: {d: No}\n"),
            ("en/note.txt", "not a message file"),
            ("ru/empty.yaml", "# nothing yet\n"),
        ],
    );
    let messages = load(&folder.0).expect("sound files");
    let english: Vec<(&str, &str)> =
        messages[&Language::English].iter().map(|(key, text)| (&**key, &**text)).collect();
    let expected = [
        ("a.b", "B"),
        ("a.c.one", "{n} c"),
        ("a.c.other", "{n} cs"),
        ("a.l.1", "x"),
        ("a.l.2", "no"),
        ("b.d", "No"),
    ];
    assert_eq!(english, expected);
    assert!(messages[&Language::Russian].is_empty());
}

#[test]
fn a_key_in_two_files_or_twice_in_one_is_a_problem() {
    let found = problems(
        "twice",
        &[
            ("en/a.yaml", "a: {b: x}\n"),
            ("en/b.yaml", "a: {b: y}\n"),
            ("zh/a.yaml", "a:\n  b: x\n  b: y\n"),
        ],
    );
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0], "en/b.yaml:1: `a.b` stands in en/a.yaml already");
    assert_eq!(found[1], "zh/a.yaml:3: the key `b` appears twice");
}

#[test]
fn all_problems_of_all_files_are_told_at_once() {
    let found = problems(
        "many",
        &[
            ("en/a.yaml", "a: {n: 1,\n  t: true, Bad: x,\n  nothing: , empty: []}\n"),
            ("en/list.yaml", "[x]\n"),
            ("ru/a.yaml", "a: {b: '{ who}', c: '   ', d: '{fine} text', e: 'x}'}\n"),
            ("ru/b.yaml", "a: [\n"),
        ],
    );
    let expected = [
        "en/a.yaml:1: `a.n` is not text; put quotation marks around it",
        "en/a.yaml:2: `a.t` is not text; put quotation marks around it",
        "en/a.yaml:2: `a.Bad` is not a key of a-z, 0-9 and _",
        "en/a.yaml:3: `a.nothing` is not text; put quotation marks around it",
        "en/a.yaml:3: `a.empty` is not text; put quotation marks around it",
        "en/list.yaml:1: expected a map of messages",
    ];
    assert_eq!(found[..6], expected);
    assert!(found[6].starts_with("ru/b.yaml:"), "{found:?}");
    let rest = [
        "Russian: `a.b` has a brace that belongs to no {slot}",
        "Russian: `a.c` is empty",
        "Russian: `a.e` has a brace that belongs to no {slot}",
    ];
    assert_eq!(found[7..], rest);
}

#[test]
fn a_missing_folder_is_a_problem() {
    let nowhere = std::env::temp_dir().join("messages-nowhere");
    let found = load(&nowhere).expect_err("there is nothing to read");
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|problem| matches!(problem, Problem::Unreadable { .. })));
}
