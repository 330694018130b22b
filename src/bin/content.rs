//! The build step that turns words into files a page can load: one JSON map of
//! messages and pack texts a language, one plan of the sample project and one
//! indicator library a language, all named by their content, and the schema of the plan. Writes
//! into the folder given, and fills `index.html` there.
//!
//! It reads with the same code the tests use, so a missing or unused text stops
//! the build with its file and key.

#[path = "content/first_screen.rs"]
mod first_screen;

use crm_readiness::base::fingerprint;
use crm_readiness::i18n::{Catalogue, Language, check, source};
use crm_readiness::library::{check_library_texts, read_library};
use crm_readiness::pack::{check_texts, read_texts, readiness};
use crm_readiness::plan::yaml::{self, Limits};
use crm_readiness::plan::{file, v1};
use crm_readiness::sample;
use crm_readiness::workspace::Project;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// The languages a user can choose, with the names of their files.
const LANGUAGES: [(Language, &str); 3] =
    [(Language::English, "en"), (Language::Chinese, "zh"), (Language::Russian, "ru")];

fn main() -> ExitCode {
    let Some(out) = std::env::args().nth(1) else {
        eprintln!("usage: content FOLDER");
        return ExitCode::FAILURE;
    };
    match write_all(Path::new(&out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            eprintln!("{}", problems.join("\n"));
            ExitCode::FAILURE
        }
    }
}

type Problems = Vec<String>;

fn said<T: Display>(problems: impl IntoIterator<Item = T>) -> Problems {
    problems.into_iter().map(|problem| problem.to_string()).collect()
}

fn write_all(out: &Path) -> Result<(), Problems> {
    let (texts, samples, libraries) = (texts()?, samples()?, libraries()?);
    let mut text_places = Vec::new();
    for (tag, texts) in &texts {
        let (first, rest): (BTreeMap<_, _>, BTreeMap<_, _>) =
            texts.iter().partition(|(key, _)| belongs_to_first_screen(key));
        for (what, words) in [("texts", first), ("words", rest)] {
            let json = serde_json::to_string(&words).map_err(|error| said([error]))?;
            text_places.push(place(out, what, tag, "json", &json)?);
        }
    }
    let mut sample_places = Vec::new();
    for (tag, project) in &samples {
        let plan = file::write_plan(project, None);
        sample_places.push(place(out, "sample", tag, "yaml", &plan)?);
    }
    let mut library_places = Vec::new();
    for (tag, library) in &libraries {
        library_places.push(place(out, "library", tag, "json", library)?);
    }
    write(&out.join(v1::SCHEMA_FILE), &v1::schema())?;
    let page = out.join("index.html");
    let html = fs::read_to_string(&page).map_err(|error| said([error]))?;
    let html = fill(&html, "data-texts", &text_places.join(" "))?;
    let html = fill(&html, "data-sample", &sample_places.join(" "))?;
    let html = fill(&html, "data-library", &library_places.join(" "))?;
    let (shell, example) = first_screen(texts, &samples)?;
    let html = fill(&html, "<!-- first-screen: shell -->", &shell)?;
    let html = fill(&html, "<!-- first-screen: example -->", &example)?;
    write(&page, &html)
}

/// Whether the page needs a text before any part of a project is shown: these
/// make the small file a start waits for.
fn belongs_to_first_screen(key: &str) -> bool {
    let area = key.split('.').next().unwrap_or_default();
    matches!(area, "frame" | "projects" | "sample" | "storage") || key.starts_with("plan.import")
}

/// The static first screen in every language: shell and example.
fn first_screen(
    mut texts: BTreeMap<&str, BTreeMap<String, String>>,
    samples: &[(&str, Project)],
) -> Result<(String, String), Problems> {
    let pack = readiness().map_err(said)?;
    let (mut shell, mut example) = (String::new(), String::new());
    for ((language, tag), (_, project)) in LANGUAGES.into_iter().zip(samples) {
        let words = texts.remove(tag).unwrap_or_default();
        let catalogue = Catalogue::from_map(language, words);
        shell.push_str(&first_screen::shell(&catalogue));
        let drawn = first_screen::example(&catalogue, pack, project);
        example.push_str(&drawn.map_err(|error| said([error]))?);
    }
    Ok((shell, example))
}

/// Writes a file named by its content; gives the attribute that tells the page
/// where it is.
fn place(out: &Path, what: &str, tag: &str, ending: &str, text: &str) -> Result<String, Problems> {
    let name = format!("{what}.{tag}.{:016x}.{ending}", fingerprint(text.bytes()));
    write(&out.join(&name), text)?;
    Ok(format!(r#"data-{what}-{tag}="./{name}""#))
}

/// Puts text in the place of a mark in `index.html`.
fn fill(html: &str, mark: &str, text: &str) -> Result<String, Problems> {
    if html.matches(mark).count() == 1 {
        Ok(html.replace(mark, text))
    } else {
        Err(vec![format!("index.html: the mark `{mark}` must stand there once")])
    }
}

/// The sample project in every language, as of its own month.
fn samples() -> Result<Vec<(&'static str, Project)>, Problems> {
    let folder = Path::new("assessments/sample");
    let read = |name: &str| {
        let path = folder.join(name);
        let text = fs::read_to_string(&path);
        text.map_err(|error| vec![format!("{}: {error}", path.display())])
    };
    let plan = read("plan.yaml")?;
    let mut all = Vec::new();
    for (_, tag) in LANGUAGES {
        let name = format!("text.{tag}.yaml");
        let texts = read_texts(&format!("{}/{name}", folder.display()), &read(&name)?);
        let project = sample::resolve(&plan, &texts.map_err(said)?);
        all.push((tag, project.map_err(|error| vec![format!("sample, {tag}: {error}")])?));
    }
    Ok(all)
}

/// The indicator library with its words in every language, checked.
fn libraries() -> Result<Vec<(&'static str, String)>, Problems> {
    let folder = "assessments/library";
    let read = |name: &str| {
        let file = format!("{folder}/{name}");
        let text = fs::read_to_string(&file).map_err(|error| vec![format!("{file}: {error}")])?;
        Ok::<_, Problems>((file, text))
    };
    let (file, structure) = read("library.yaml")?;
    let library = read_library(&file, &structure).map_err(said)?;
    let mut files = Vec::new();
    for (_, tag) in LANGUAGES {
        files.push(read(&format!("text.{tag}.yaml"))?);
    }
    let named: Vec<(&str, &str)> = files.iter().map(|(file, text)| (&**file, &**text)).collect();
    let problems = said(check_library_texts(&library, &named));
    if !problems.is_empty() {
        return Err(problems);
    }
    let value =
        yaml::read(structure.as_bytes(), &Limits::CONTENT).map_err(|error| said([error]))?;
    let mut all = Vec::new();
    for ((_, tag), (file, text)) in LANGUAGES.into_iter().zip(&files) {
        let texts = read_texts(file, text).map_err(said)?;
        let served = serde_json::json!({ "library": value.value(), "texts": texts });
        all.push((tag, served.to_string()));
    }
    Ok(all)
}

/// Messages, pack texts and starter sets by language, checked.
fn texts() -> Result<BTreeMap<&'static str, BTreeMap<String, String>>, Problems> {
    let messages = source::load(Path::new("src/i18n/messages")).map_err(said)?;
    let mut problems = said(check::problems(&messages));
    let pack = readiness().map_err(said)?;
    let mut files = Vec::new();
    for (_, tag) in LANGUAGES {
        let file = format!("assessments/readiness/text.{tag}.yaml");
        let text = fs::read_to_string(&file).map_err(|error| vec![format!("{file}: {error}")])?;
        files.push((tag, file, text));
    }
    let named: Vec<(&str, &str)> =
        files.iter().map(|(_, file, text)| (file.as_str(), text.as_str())).collect();
    problems.extend(said(check_texts(pack, &named)));
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut all = BTreeMap::new();
    for ((language, tag), (_, file, text)) in LANGUAGES.into_iter().zip(&files) {
        let mut texts = messages.get(&language).cloned().unwrap_or_default();
        texts.extend(read_texts(file, text).map_err(said)?);
        // tests/sources.rs holds their keys.
        let file = format!("assessments/terms/text.{tag}.yaml");
        let text = fs::read_to_string(&file).map_err(|error| vec![format!("{file}: {error}")])?;
        texts.extend(read_texts(&file, &text).map_err(said)?);
        all.insert(tag, texts);
    }
    Ok(all)
}

fn write(path: &Path, text: &str) -> Result<(), Problems> {
    fs::write(path, text).map_err(|error| vec![format!("{}: {error}", path.display())])
}
