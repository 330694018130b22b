//! Reading the repository's own files: Rust without comments, texts and tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The folder of the package.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One file of the repository.
#[derive(Clone)]
pub struct SourceFile {
    /// Its path from the root, with `/`.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

/// Every file below a folder whose name ends so, sorted by path.
pub fn files(folder: &str, ending: &str) -> Vec<SourceFile> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(file(&path));
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no {ending} files below {folder}");
    found
}

fn file(path: &PathBuf) -> SourceFile {
    let text = fs::read_to_string(path).expect("the file is text");
    let path = path.strip_prefix(root()).expect("below the root");
    SourceFile { path: path.to_string_lossy().replace('\\', "/"), text }
}

/// One file by its path from the root.
pub fn read(path: &str) -> String {
    file(&root().join(path)).text
}

/// The Rust files of `src` that are part of the product, as code alone.
pub fn product() -> Vec<SourceFile> {
    static PRODUCT: OnceLock<Vec<SourceFile>> = OnceLock::new();
    PRODUCT.get_or_init(read_product).clone()
}

fn read_product() -> Vec<SourceFile> {
    let is_test = |path: &str| {
        path.contains("/tests/")
            || ["tests.rs", "testing.rs", "fuzz.rs"].iter().any(|name| path.ends_with(name))
    };
    let files = files("src", ".rs").into_iter().filter(|file| !is_test(&file.path));
    let files = files.map(|file| SourceFile { text: without_tests(&code(&file.text)), ..file });
    files.collect()
}

/// The product without the page: everything that must know no browser.
pub fn library() -> Vec<SourceFile> {
    let is_page = |path: &str| path.starts_with("src/web/") || path == "src/main.rs";
    product().into_iter().filter(|file| !is_page(&file.path)).collect()
}

/// The page.
pub fn page() -> Vec<SourceFile> {
    product().into_iter().filter(|file| file.path.starts_with("src/web/")).collect()
}

/// Cuts off the test module that ends a file.
fn without_tests(code: &str) -> String {
    let end = code.find("#[cfg(test)]\nmod tests {").unwrap_or(code.len());
    code[..end].to_owned()
}

/// Rust without comments and without what stands in texts: a text becomes
/// `""`, a character `' '`. Lines keep their numbers.
pub fn code(source: &str) -> String {
    let mut out = String::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let taken = comment(rest).or_else(|| text(rest, &out)).or_else(|| character(rest));
        if let Some((length, stand_in)) = taken {
            out.push_str(stand_in);
            out.extend(rest[..length].matches('\n'));
            rest = &rest[length..];
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    out
}

type Taken = Option<(usize, &'static str)>;

fn comment(rest: &str) -> Taken {
    if rest.starts_with("//") {
        Some((rest.find('\n').unwrap_or(rest.len()), ""))
    } else if rest.starts_with("/*") {
        Some((rest.find("*/").map_or(rest.len(), |end| end + 2), ""))
    } else {
        None
    }
}

fn text(rest: &str, before: &str) -> Taken {
    if rest.starts_with('r') && !before.ends_with(is_word) {
        let marks = rest[1..].chars().take_while(|c| *c == '#').count();
        if rest[1 + marks..].starts_with('"') {
            let close = format!("\"{}", "#".repeat(marks));
            let start = 2 + marks;
            let end = rest[start..].find(&close).expect("a raw text ends");
            return Some((start + end + close.len(), "\"\""));
        }
    }
    if !rest.starts_with('"') {
        return None;
    }
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some((at + 1, "\"\"")),
            _ => {}
        }
    }
    panic!("a text without an end")
}

/// A character, not a lifetime.
fn character(rest: &str) -> Taken {
    let inner = rest.strip_prefix('\'')?;
    let length = if inner.starts_with('\\') {
        2 + inner.get(2..)?.find('\'')?
    } else {
        inner.chars().next()?.len_utf8()
    };
    inner[length..].starts_with('\'').then_some((length + 2, "' '"))
}

/// Whether a character may stand in a name.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Every place where one of these words stands as a whole, as `path:line: word`.
pub fn places(files: &[SourceFile], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        for (number, line) in (1..).zip(file.text.lines()) {
            let here = line.split(|c| !is_word(c)).filter(|word| words.contains(word));
            found.extend(here.map(|word| format!("{}:{number}: {word}", file.path)));
        }
    }
    found
}

/// Every place where one of these pieces stands, as `path:line: piece`.
pub fn pieces(files: &[SourceFile], pieces: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        for (number, line) in (1..).zip(file.text.lines()) {
            let here = pieces.iter().filter(|piece| line.contains(**piece));
            found.extend(here.map(|piece| format!("{}:{number}: {piece}", file.path)));
        }
    }
    found
}

#[test]
fn code_is_read_without_comments_texts_and_characters() {
    let rust = "a // b \"\n\"c \\\" // d\" e '\"' '\\'' 'f' /* g */ r#\"h \" i\"# &'j k \"l\nm\" n";
    let words = code(rust);
    let words: Vec<&str> = words.split(|c| !is_word(c)).filter(|word| !word.is_empty()).collect();
    assert_eq!(words, ["a", "e", "j", "k", "n"]);
    assert_eq!(code(rust).lines().count(), rust.lines().count());
}
