//! The walls of ARCHITECTURE.md that can be read off the source: each test
//! names one, and fails with the place that breaks it.

#[path = "walls/code.rs"]
mod code;
#[path = "walls/documents.rs"]
mod documents;
#[path = "walls/style.rs"]
mod style;

use code::{SourceFile, files, library, page, pieces, places, product, read};
use crm_readiness::plan::v1::{PlanV1, project_from};
use crm_readiness::plan::yaml::{self, Limits};
use crm_readiness::workspace::{Command, Workspace};

/// What knows a browser, as code names it and as Cargo does.
const BROWSER: [(&str, &str); 7] = [
    ("leptos", "leptos"),
    ("web_sys", "web-sys"),
    ("js_sys", "js-sys"),
    ("gloo_storage", "gloo-storage"),
    ("wasm_bindgen", "wasm-bindgen"),
    ("wasm_bindgen_futures", "wasm-bindgen-futures"),
    ("console_error_panic_hook", "console_error_panic_hook"),
];

#[track_caller]
fn none(found: &[String], wall: &str) {
    assert!(found.is_empty(), "{wall}:\n{}", found.join("\n"));
}

#[test]
fn only_the_page_knows_a_browser() {
    let mut words: Vec<&str> = BROWSER.iter().map(|(word, _)| *word).collect();
    words.extend(["gloo", "leptos_dom", "reactive_graph", "reactive_stores", "JsValue"]);
    let found = places(&library(), &words);
    none(&found, "only src/web and src/main.rs may know a browser");
}

#[test]
fn everything_that_knows_a_browser_is_an_optional_dependency() {
    let manifest = read("Cargo.toml");
    let web = section(&manifest, "web = [", "]");
    for (_, name) in BROWSER {
        let line = manifest.lines().find(|line| line.starts_with(&format!("{name} =")));
        let line = line.unwrap_or_else(|| panic!("{name} is no dependency any more"));
        assert!(line.contains("optional = true"), "{line}");
        assert!(web.contains(&format!("\"dep:{name}\"")), "{name} hangs on the feature `web`");
    }
}

#[test]
fn the_library_asks_for_neither_time_nor_chance() {
    let words = [
        "SystemTime",
        "Instant",
        "Utc",
        "Local",
        "rand",
        "getrandom",
        "fastrand",
        "thread_rng",
        "RandomState",
        "uuid",
    ];
    none(&places(&library(), &words), "dates and ids come in as arguments");
}

#[test]
fn chrono_is_built_without_a_clock() {
    let manifest = read("Cargo.toml");
    let line = manifest.lines().find(|line| line.starts_with("chrono =")).expect("chrono is used");
    assert!(line.contains("default-features = false"), "{line}");
    for feature in ["clock", "now", "default", "wasmbind", "std"] {
        assert!(!line.contains(&format!("\"{feature}\"")), "{line}");
    }
    // Whoever else turned the clock on would show here, as time zones do.
    let lock = read("Cargo.lock");
    let entry = section(&lock, "name = \"chrono\"", "\n\n");
    let needs: Vec<&str> =
        section(entry, "dependencies = [", "]").split('"').skip(1).step_by(2).collect();
    assert_eq!(needs, ["num-traits"]);
}

#[test]
fn nothing_is_ordered_by_a_hash() {
    none(
        &places(&product(), &["HashMap", "HashSet", "DashMap", "RandomState"]),
        "use BTreeMap or Vec",
    );
}

#[test]
fn yaml_has_one_door() {
    let mut all = product();
    for folder in ["src", "tests"] {
        let tests = files(folder, ".rs").into_iter();
        all.extend(tests.map(|file| SourceFile { text: code::code(&file.text), ..file }));
    }
    all.retain(|file| !file.path.starts_with("src/plan/yaml/"));
    none(
        &places(&all, &["serde_yaml", "yaml_serde", "libyaml"]),
        "YAML goes through crate::plan::yaml",
    );
}

#[test]
fn the_document_changes_only_through_commands_undo_and_other_tabs() {
    let changing = [".replay(", ".apply(", "from_slots("];
    let allowed = [
        "src/web/keeping.rs", // puts the stored records together
        "src/web/session.rs", // the one door
        "src/workspace/",     // the commands themselves
    ];
    let mut found = pieces(&product(), &changing);
    found.retain(|place| !allowed.iter().any(|allowed| place.starts_with(allowed)));
    // A command on a document of its own: checks a file before anyone sees it.
    found.retain(|place| !(place.starts_with("src/plan/") && place.ends_with(".apply(")));
    none(&found, "hand a Command to the session");
    let session = pieces(&page(), &["RwSignal<Workspace>", "WriteSignal<Workspace>"]);
    assert!(session.iter().all(|place| place.starts_with("src/web/session.rs")), "{session:?}");
}

#[test]
fn the_page_puts_no_record_into_a_table() {
    let mut found = pieces(&page(), &[".put("]);
    found.retain(|place| !place.starts_with("src/web/browser/"));
    none(&found, "hand a Command to the session");
}

/// Words of what is worked out from the document.
const DERIVED: [&str; 9] = [
    "status",
    "score",
    "verdict",
    "stale",
    "derived",
    "judged",
    "attainment",
    "expected",
    "finding",
];

#[test]
fn what_follows_from_the_document_is_never_stored() {
    let stored = [
        "src/plan/v1/types.rs",
        "src/workspace/project.rs",
        "src/assessment/answer.rs",
        "src/kpi/goal.rs",
        "src/kpi/indicator.rs",
        "src/kpi/measurement.rs",
    ];
    let mut seen = 0;
    for path in stored {
        for (name, fields) in structs(&code::code(&read(path))) {
            // The summary stands in exports for readers; nothing reads it back.
            if name.contains("Summary") {
                continue;
            }
            for field in fields {
                seen += 1;
                let part = field.split('_').find(|part| DERIVED.contains(part));
                assert!(part.is_none(), "{path}: {name}.{field} is derived, so it is not stored");
            }
        }
    }
    assert!(seen > 100, "only {seen} fields were found");
}

/// Name and fields of every struct with named fields.
fn structs(code: &str) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    for part in code.split("pub struct ").skip(1) {
        let Some((name, rest)) = part.split_once(" {\n") else { continue };
        let body = rest.split("\n}").next().unwrap_or_default();
        let fields = body.lines().filter_map(|line| {
            let (field, _) = line.trim().strip_prefix("pub ")?.split_once(':')?;
            Some(field.to_owned())
        });
        found.push((name.to_owned(), fields.collect()));
    }
    found
}

#[test]
fn every_version_of_the_plan_still_opens() {
    let fixtures = files("tests/fixtures/plan", ".yaml");
    let of_v1 = fixtures.iter().filter(|file| file.path.starts_with("tests/fixtures/plan/v1"));
    assert!(of_v1.count() > 0, "the current version has no fixture");
    for SourceFile { path, text } in fixtures {
        let plan: PlanV1 = yaml::read(text.as_bytes(), &Limits::PLAN)
            .and_then(|document| document.typed())
            .unwrap_or_else(|error| panic!("{path}: {error}"));
        let project = project_from(plan).unwrap_or_else(|fault| panic!("{path}: {fault}"));
        let added = Workspace::default().apply(Command::AddProject(Box::new(project)));
        assert!(added.is_ok_and(|changes| !changes.is_empty()), "{path}");
    }
}

#[test]
fn the_domain_knows_no_file_format() {
    let domain = [
        "src/base/",
        "src/statistics/",
        "src/kpi/",
        "src/assessment/",
        "src/workspace/",
        "src/chart/",
    ];
    let mut files = product();
    files.retain(|file| domain.iter().any(|folder| file.path.starts_with(folder)));
    let words = ["serde", "Serialize", "Deserialize", "serde_json", "schemars"];
    none(&places(&files, &words), "plan::v1 holds the types of the file");
}

#[test]
fn markup_is_inserted_as_text_in_one_file() {
    let words =
        ["inner_html", "set_inner_html", "set_outer_html", "insert_adjacent_html", "DomParser"];
    let mut found = places(&product(), &words);
    found.retain(|place| !place.starts_with("src/web/components/chart.rs:"));
    none(&found, "only the chart's own SVG is inserted");
    let scripts = files("src/web/js", ".js");
    let calls =
        ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "DOMParser"];
    none(&pieces(&scripts, &calls), "scripts make elements and set their text");
}

#[test]
fn there_is_no_unsafe_code() {
    assert!(read("Cargo.toml").contains("unsafe_code = \"forbid\""));
    none(&places(&product(), &["unsafe"]), "the compiler refuses it as well");
}

/// The modules in order: each may name only those before it.
const ORDER: [&str; 18] = [
    "base",
    "plan::yaml",
    "statistics",
    "pack",
    "assessment",
    "kpi",
    "registers",
    "workspace",
    "i18n",
    "library",
    "tabular",
    "sheet",
    "storage",
    "route",
    "plan",
    "chart",
    "sample",
    "report",
];

#[test]
fn modules_name_only_those_before_them() {
    let rank = |module: &str| ORDER.iter().position(|name| *name == module);
    for file in library() {
        let Some(own) = module_of(&file.path) else { continue };
        let own_rank = rank(&own).unwrap_or_else(|| panic!("{own} has no place in the order"));
        assert!(!file.text.contains("crate::{"), "{}: one `use` a module", file.path);
        for used in file.text.split("crate::").skip(1).map(named) {
            let Some(used_rank) = rank(used) else { continue };
            assert!(used_rank <= own_rank, "{}: {own} must not name {used}", file.path);
        }
    }
}

fn module_of(path: &str) -> Option<String> {
    let path = path.strip_prefix("src/")?.trim_end_matches(".rs");
    let first = path.split('/').next()?;
    match first {
        "bin" | "lib" => None,
        _ if path.starts_with("plan/yaml") => Some("plan::yaml".to_owned()),
        _ => Some(first.to_owned()),
    }
}

fn named(after_crate: &str) -> &str {
    if after_crate.starts_with("plan::yaml") {
        return "plan::yaml";
    }
    let end = after_crate.find(|c: char| !c.is_alphanumeric() && c != '_');
    &after_crate[..end.unwrap_or(after_crate.len())]
}

/// What stands between two marks.
fn section<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let start = text.find(from).unwrap_or_else(|| panic!("`{from}` is not there")) + from.len();
    let end = text[start..].find(to).unwrap_or(text.len() - start);
    &text[start..start + end]
}
