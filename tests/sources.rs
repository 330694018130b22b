//! The content files keep their promises: every source element is listed and
//! what has landed is fulfilled; every pack is sound and complete in all
//! languages.

use crm_readiness::library::{Library, check_library_texts, read_library};
use crm_readiness::pack::{
    LAST_SOURCE, Pack, Question, check_texts, embedded, read_pack, read_texts,
};
use crm_readiness::plan::yaml::{self, Limits};
use crm_readiness::registers::Starter;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const LANGUAGES: [&str; 3] = ["en", "zh", "ru"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sources {
    format_version: u32,
    capabilities: Vec<Capability>,
    elements: Vec<Element>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Capability {
    name: String,
    landed: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Element {
    id: String,
    says: String,
    kind: Kind,
    #[serde(default)]
    fulfilled_by: Vec<String>,
    #[serde(default)]
    measured_by: Vec<String>,
    owed_by: String,
    deepened_by: Option<String>,
    #[serde(default)]
    deepened_with: Vec<String>,
}

#[derive(Deserialize, Clone, Copy, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Question,
    Indicator,
    Test,
    Capability,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn sources() -> Sources {
    let text = read(&root().join("assessments/sources.yaml"));
    yaml::read(text.as_bytes(), &Limits::CONTENT)
        .and_then(|document| document.typed())
        .unwrap_or_else(|error| panic!("assessments/sources.yaml: {error}"))
}

/// Every folder of `assessments` with a pack in it.
fn pack_folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("assessments")).expect("the folder is there");
    let mut folders: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.join("pack.yaml").is_file())
        .collect();
    folders.sort();
    folders
}

fn packs() -> Vec<(PathBuf, Pack)> {
    let read_one = |folder: PathBuf| {
        let file = folder.join("pack.yaml");
        let pack = read_pack(&short(&file), &read(&file)).unwrap_or_else(|found| {
            let found: Vec<_> = found.iter().map(ToString::to_string).collect();
            panic!("{}", found.join("\n"))
        });
        (folder, pack)
    };
    pack_folders().into_iter().map(read_one).collect()
}

/// Every folder of `assessments` with words that are shown as they stand.
fn word_folders() -> Vec<PathBuf> {
    let mut folders = pack_folders();
    folders.push(root().join("assessments/library"));
    folders
}

fn library() -> Library {
    let path = root().join("assessments/library/library.yaml");
    read_library(&short(&path), &read(&path)).unwrap_or_else(|found| {
        let found: Vec<_> = found.iter().map(ToString::to_string).collect();
        panic!("{}", found.join("\n"))
    })
}

fn short(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// Every item of the packs that may fulfil something, with what it names.
fn items(packs: &[(PathBuf, Pack)]) -> BTreeMap<String, Vec<u16>> {
    let mut items = BTreeMap::new();
    for (_, pack) in packs {
        if !pack.verdict.is_empty() {
            items.insert(format!("{}.verdict", pack.id), pack.verdict_sources.clone());
        }
        for question in pack.questions().flat_map(with_checks) {
            items.insert(question.id.clone(), question.sources.clone());
        }
    }
    items
}

fn with_checks(question: &Question) -> impl Iterator<Item = &Question> {
    std::iter::once(question).chain(&question.checks)
}

/// Names of all test functions of the repository.
fn tests() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut folders = vec![root().join("src"), root().join("tests")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                names.extend(test_names(&read(&path)));
            }
        }
    }
    names
}

fn test_names(code: &str) -> Vec<String> {
    let after_attribute = code.split("#[test]").skip(1);
    let names = after_attribute.filter_map(|rest| {
        let signature = rest.split_once("fn ")?.1;
        Some(signature.split_once('(')?.0.to_owned())
    });
    names.collect()
}

#[track_caller]
fn assert_none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn all_source_elements_stand_in_the_list_once_and_in_order() {
    let sources = sources();
    assert_eq!(sources.format_version, 1);
    let found: Vec<_> = sources.elements.iter().map(|element| element.id.clone()).collect();
    let expected: Vec<_> = (1..=LAST_SOURCE).map(|number| format!("S-{number}")).collect();
    assert_eq!(found, expected);
    let told: BTreeSet<_> = sources.elements.iter().map(|element| &element.says).collect();
    assert_eq!(told.len(), sources.elements.len(), "two elements say the same");
    for element in &sources.elements {
        let length = element.says.chars().count();
        assert!((15..=160).contains(&length), "{}: {length} characters", element.id);
    }
}

#[test]
fn every_element_is_owed_by_a_capability_and_a_landed_one_owes_nothing() {
    let sources = sources();
    let landed: BTreeMap<_, _> =
        sources.capabilities.iter().map(|known| (known.name.as_str(), known.landed)).collect();
    let mut problems = Vec::new();
    for element in &sources.elements {
        let id = &element.id;
        for name in std::iter::once(&element.owed_by).chain(&element.deepened_by) {
            if !landed.contains_key(name.as_str()) {
                problems.push(format!("{id}: `{name}` is no capability of the list"));
            }
        }
        let has_landed = |name: &str| landed.get(name) == Some(&true);
        if has_landed(&element.owed_by) && element.fulfilled_by.is_empty() {
            problems.push(format!("{id}: {} has landed and nothing fulfils it", element.owed_by));
        }
        let deeper = element.deepened_by.as_deref().filter(|name| has_landed(name));
        if let (Some(name), true) = (deeper, element.deepened_with.is_empty()) {
            problems.push(format!("{id}: {name} has landed and nothing deepens it"));
        }
    }
    assert_none(&problems);
}

#[test]
fn what_is_said_to_fulfil_an_element_exists_and_points_back() {
    let packs = packs();
    let (items, tests, library) = (items(&packs), tests(), library());
    let entry = |name: &str, number: u16| match library.entry(name) {
        None => Some("is no entry of the library"),
        Some(entry) if !entry.sources.contains(&number) => Some("does not name it back"),
        Some(_) => None,
    };
    let mut problems = Vec::new();
    for (number, element) in (1..).zip(sources().elements) {
        for name in &element.fulfilled_by {
            let fault = match element.kind {
                Kind::Question => match items.get(name) {
                    None => Some("is no item of a pack"),
                    Some(sources) if !sources.contains(&number) => Some("does not name it back"),
                    Some(_) => None,
                },
                Kind::Indicator => entry(name, number),
                Kind::Test | Kind::Capability => {
                    (!tests.contains(name)).then_some("is no test in src or tests")
                }
            };
            problems.extend(fault.map(|fault| format!("{}: `{name}` {fault}", element.id)));
        }
        for name in &element.measured_by {
            let fault = entry(name, number);
            problems.extend(fault.map(|fault| format!("{}: `{name}` {fault}", element.id)));
        }
        for name in element.deepened_with.iter().filter(|name| !tests.contains(*name)) {
            problems.push(format!("{}: `{name}` is no test in src or tests", element.id));
        }
    }
    assert_none(&problems);
}

#[test]
fn every_source_a_pack_names_lists_the_item() {
    let sources = sources();
    let mut problems = Vec::new();
    for (item, numbers) in items(&packs()) {
        for number in numbers {
            let element = &sources.elements[usize::from(number) - 1];
            if element.kind != Kind::Question || !element.fulfilled_by.contains(&item) {
                problems.push(format!("{item} names S-{number}, which does not list it"));
            }
        }
    }
    assert_none(&problems);
}

#[test]
fn every_source_the_library_names_lists_the_entry() {
    let sources = sources();
    let mut problems = Vec::new();
    for entry in library().entries {
        for number in entry.sources.iter().chain(&entry.claims) {
            let element = &sources.elements[usize::from(*number) - 1];
            // An element that asks for something else is only measured by it.
            let listed = match element.kind {
                Kind::Indicator => &element.fulfilled_by,
                _ => &element.measured_by,
            };
            if !listed.contains(&entry.id) {
                problems.push(format!("{} names S-{number}, which does not list it", entry.id));
            }
        }
    }
    assert_none(&problems);
}

#[test]
fn every_entry_of_the_library_has_all_its_words_in_every_language() {
    let library = library();
    let folder = root().join("assessments/library");
    let files = LANGUAGES.map(|language| folder.join(format!("text.{language}.yaml")));
    let read: Vec<_> = files.iter().map(|file| (short(file), read(file))).collect();
    let pairs: Vec<_> = read.iter().map(|(name, text)| (&**name, &**text)).collect();
    let found = check_library_texts(&library, &pairs);
    assert_none(&found.iter().map(ToString::to_string).collect::<Vec<_>>());
    // No two entries are called the same, in any language.
    let mut problems = Vec::new();
    for (file, text) in &read {
        let texts = read_texts(file, text).expect("checked above");
        let mut told = BTreeMap::new();
        for entry in &library.entries {
            let name = &texts[&entry.text_key("name")];
            if let Some(first) = told.insert(name, &entry.id) {
                problems.push(format!("{file}: {first} and {} have one name", entry.id));
            }
        }
    }
    assert_none(&problems);
}

#[test]
fn every_pack_folder_is_embedded_and_pack_ids_differ() {
    let on_disk: Vec<_> = packs().into_iter().map(|(_, pack)| pack.id).collect();
    let ids: BTreeSet<_> = on_disk.iter().cloned().collect();
    assert_eq!(ids.len(), on_disk.len(), "two packs have the same id: {on_disk:?}");
    let built_in: BTreeSet<_> =
        embedded().filter_map(Result::ok).map(|pack| pack.id.clone()).collect();
    assert_eq!(ids, built_in);
}

#[test]
fn the_annotated_example_of_the_guide_is_a_pack() {
    let guide = read(&root().join("assessments/README.md"));
    let blocks = guide.split("```yaml\n").skip(1).filter_map(|rest| rest.split_once("```"));
    let (example, _) = blocks
        .into_iter()
        .find(|(block, _)| block.starts_with("format_version"))
        .expect("the guide has an example");
    let pack = read_pack("assessments/README.md", example).expect("the example is sound");
    let check = pack.question("ready.funding.needs").expect("the id the guide promises");
    assert!(check.gate, "a sub-check is a gate when its question is");
}

#[test]
fn the_annotated_entry_of_the_guide_is_an_entry() {
    let guide = read(&root().join("assessments/README.md"));
    let blocks = guide.split("```yaml\n").skip(1).filter_map(|rest| rest.split_once("```"));
    let (example, _) = blocks
        .into_iter()
        .find(|(block, _)| block.contains("- id: first-visit"))
        .expect("the guide has an entry");
    let file = format!("format_version: 1\nversion: 1\nentries:\n{example}");
    let library = read_library("assessments/README.md", &file).expect("the entry is sound");
    assert!(library.entry("first-visit").is_some_and(|entry| entry.gameable));
}

#[test]
fn every_pack_has_all_its_words_in_every_language() {
    let mut problems = Vec::new();
    for (folder, pack) in packs() {
        let files = LANGUAGES.map(|language| folder.join(format!("text.{language}.yaml")));
        let read: Vec<_> = files.iter().map(|file| (short(file), read(file))).collect();
        let pairs: Vec<_> = read.iter().map(|(name, text)| (&**name, &**text)).collect();
        problems.extend(check_texts(&pack, &pairs).iter().map(ToString::to_string));
    }
    assert_none(&problems);
}

#[test]
fn words_are_written_in_the_script_of_their_language() {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let cyrillic = |c: char| ('\u{400}'..='\u{4ff}').contains(&c);
    let straight = |text: &str| text.contains(['"', '\'']) || text.contains("  ");
    // Between Chinese characters the full-width marks belong.
    let half_width = |text: &str| {
        let chars: Vec<_> = text.chars().collect();
        chars.windows(2).any(|pair| han(pair[0]) && ",.:;?!()".contains(pair[1]))
    };
    let mut problems = Vec::new();
    for folder in word_folders() {
        for language in LANGUAGES {
            let file = folder.join(format!("text.{language}.yaml"));
            for (key, text) in read_texts(&short(&file), &read(&file)).expect("checked above") {
                // A place for the currency is the same in every language.
                let bare = text == "{currency}";
                let foreign = match language {
                    _ if bare => false,
                    "zh" => !text.contains(han) || text.contains(cyrillic) || half_width(&text),
                    "ru" => !text.contains(cyrillic) || text.contains(han),
                    _ => text.contains(han) || text.contains(cyrillic),
                };
                if foreign || straight(&text) {
                    problems.push(format!("{}: {key}: {text}", short(&file)));
                }
            }
        }
    }
    assert_none(&problems);
}

#[test]
fn a_question_is_one_sentence_that_asks() {
    let mut problems = Vec::new();
    for (folder, pack) in packs() {
        for language in LANGUAGES {
            let file = folder.join(format!("text.{language}.yaml"));
            let texts = read_texts(&short(&file), &read(&file)).expect("checked above");
            for question in pack.questions().flat_map(with_checks) {
                let text = texts.get(&question.text_key("question")).map_or("", String::as_str);
                let marks = text.chars().filter(|c| "?？!！。".contains(*c)).count();
                if marks != 1 || !text.ends_with(['?', '？']) {
                    problems.push(format!("{language}: {}: {text}", question.id));
                }
            }
        }
    }
    assert_none(&problems);
}

#[test]
fn every_starter_set_has_all_its_words_in_every_language() {
    let wanted: BTreeSet<String> = Starter::ALL.into_iter().flat_map(Starter::keys).collect();
    let mut problems = Vec::new();
    for language in LANGUAGES {
        let path = root().join(format!("assessments/terms/text.{language}.yaml"));
        let texts = read_texts(&short(&path), &read(&path)).unwrap_or_else(|found| {
            let found: Vec<_> = found.iter().map(ToString::to_string).collect();
            panic!("{}", found.join("\n"))
        });
        let found: BTreeSet<String> = texts.keys().cloned().collect();
        let file = short(&path);
        problems.extend(wanted.difference(&found).map(|key| format!("{file}: {key} is missing")));
        problems.extend(found.difference(&wanted).map(|key| format!("{file}: {key} is unused")));
        let mut told = BTreeMap::new();
        for (key, text) in texts.iter().filter(|(key, _)| key.strip_suffix(".case").is_some()) {
            if let Some(first) = told.insert(text, key) {
                problems.push(format!("{file}: {first} and {key} are one case"));
            }
        }
    }
    assert_none(&problems);
}
