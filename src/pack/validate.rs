//! From the raw file to a [`Pack`], naming all problems at once.

use super::model::{GateCondition, Outcome, Pack, Proof, Question, Scale, Section, VerdictRule};
use super::problem::{Fact, Problem, cut, locate};
use super::raw::{RawHead, RawPack, RawQuestion, RawSection, RawVerdict, document, typed};
use super::text::is_part;
use std::collections::BTreeSet;

/// Most questions of one pack, sub-checks included.
pub const MAX_QUESTIONS: usize = 2_000;

/// Number of the last source element.
pub const LAST_SOURCE: u16 = 116;

const FORMAT_VERSION: u64 = 1;
const MAX_WEIGHT: f64 = 1_000.0;

/// Second parts of text keys that belong to the pack, not to a question, and
/// the name its verdict goes by in the list of sources.
const RESERVED: [&str; 4] = ["title", "lead", "section", "verdict"];

const SCALES: [(&str, Scale); 2] = [("yes-partly-no", Scale::YesPartlyNo), ("level", Scale::Level)];
const PROOFS: [(&str, Proof); 6] = [
    ("evidence", Proof::Evidence),
    ("participants", Proof::Participants),
    ("success-criteria", Proof::SuccessCriteria),
    ("funding", Proof::Funding),
    ("definition", Proof::Definition),
    ("integrations", Proof::Integrations),
];
const CONDITIONS: [(&str, GateCondition); 4] = [
    ("any-gate-no", GateCondition::AnyNo),
    ("any-gate-open", GateCondition::AnyOpen),
    ("any-gate-at-risk", GateCondition::AnyAtRisk),
    ("otherwise", GateCondition::Otherwise),
];
const OUTCOMES: [(&str, Outcome); 4] = [
    ("not-ready", Outcome::NotReady),
    ("not-assessed", Outcome::NotAssessed),
    ("ready-with-risks", Outcome::ReadyWithRisks),
    ("ready", Outcome::Ready),
];

/// Reads a pack. `file` is only a name for messages. The error lists every
/// problem of the file; where the YAML itself cannot be read, the first.
pub fn read_pack(file: &str, text: &str) -> Result<Pack, Vec<Problem>> {
    let document = document(file, text).map_err(|problem| vec![problem])?;
    let head: RawHead = typed(file, &document).map_err(|problem| vec![problem])?;
    if head.format_version != Some(FORMAT_VERSION) {
        let fact = Fact::UnsupportedFormat { found: head.format_version };
        let mut problems = vec![Problem::new(file, "format_version", fact)];
        locate(&mut problems, text, &document);
        return Err(problems);
    }
    let raw: RawPack = typed(file, &document).map_err(|problem| vec![problem])?;
    let mut check = Check { file, problems: Vec::new() };
    let pack = check.pack(&raw);
    if check.problems.is_empty() {
        Ok(pack)
    } else {
        locate(&mut check.problems, text, &document);
        Err(check.problems)
    }
}

/// Collects problems. Each method returns a value that stands in where the
/// file has none; with a problem on the list no pack leaves this module.
struct Check<'a> {
    file: &'a str,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn problem(&mut self, path: &str, fact: Fact) {
        self.problems.push(Problem::new(self.file, path, fact));
    }

    fn pack(&mut self, raw: &RawPack) -> Pack {
        let id = self.id("", raw.id.as_deref());
        let version = raw.version.unwrap_or(0);
        if raw.version.is_none() {
            self.problem("", Fact::Missing { field: "version" });
        } else if version == 0 {
            self.problem("version", Fact::VersionZero);
        }
        let found = raw.sections.iter().flat_map(|section| &section.questions);
        let found = found.map(|question| 1 + question.checks.len()).sum();
        if found > MAX_QUESTIONS {
            // Thousands of follow-up problems would hide this one.
            self.problem("sections", Fact::TooManyQuestions { found, most: MAX_QUESTIONS });
            return Pack {
                id,
                version,
                sections: vec![],
                verdict: vec![],
                verdict_sources: vec![],
            };
        }
        if raw.sections.is_empty() {
            self.problem("", Fact::Missing { field: "sections" });
        }
        let sections = self.sections(&id, &raw.sections);
        let gated = sections.iter().flat_map(|section| &section.questions).any(|q| q.gate);
        let (verdict, verdict_sources) =
            raw.verdict.as_ref().map(|verdict| self.verdict(verdict, gated)).unwrap_or_default();
        Pack { id, version, sections, verdict, verdict_sources }
    }

    fn sections(&mut self, pack: &str, raw: &[RawSection]) -> Vec<Section> {
        let mut section_ids = BTreeSet::new();
        let mut question_ids = BTreeSet::new();
        let mut sections = Vec::new();
        for (place, section) in raw.iter().enumerate() {
            let path = format!("sections[{place}]");
            let id = self.id(&path, section.id.as_deref());
            self.once(&path, &mut section_ids, &id);
            if section.questions.is_empty() {
                self.problem(&path, Fact::Missing { field: "questions" });
            }
            let questions = section.questions.iter().enumerate().map(|(place, question)| {
                let path = format!("{path}.questions[{place}]");
                self.question(&path, pack, question, &mut question_ids)
            });
            let questions = questions.collect();
            sections.push(Section { id, questions });
        }
        sections
    }

    fn question(
        &mut self,
        path: &str,
        pack: &str,
        raw: &RawQuestion,
        ids: &mut BTreeSet<String>,
    ) -> Question {
        let mut question = self.common(path, pack, raw);
        if RESERVED.contains(&raw.id.as_deref().unwrap_or_default()) {
            self.problem(&format!("{path}.id"), Fact::ReservedId { found: question.id.clone() });
        }
        self.once(path, ids, &question.id);
        question.gate = raw.gate.unwrap_or(false);
        for (place, check) in raw.checks.iter().enumerate() {
            let path = format!("{path}.checks[{place}]");
            let check = self.check(&path, &question, check);
            self.once(&path, ids, &check.id);
            question.checks.push(check);
        }
        question
    }

    fn check(&mut self, path: &str, question: &Question, raw: &RawQuestion) -> Question {
        let mut check = self.common(path, &question.id, raw);
        if is_part(raw.id.as_deref().unwrap_or_default()) {
            self.problem(&format!("{path}.id"), Fact::ReservedId { found: check.id.clone() });
        }
        if raw.gate.is_some() {
            self.problem(&format!("{path}.gate"), Fact::GateOnCheck);
        }
        if !raw.checks.is_empty() {
            self.problem(&format!("{path}.checks"), Fact::NestedTooDeep);
        }
        check.gate = question.gate;
        check
    }

    /// What a question and a sub-check have in common.
    fn common(&mut self, path: &str, prefix: &str, raw: &RawQuestion) -> Question {
        let id = self.id(path, raw.id.as_deref());
        let weight = raw.weight.unwrap_or(1.0);
        // Written so that NaN is out as well.
        if !(weight > 0.0 && weight <= MAX_WEIGHT) {
            self.problem(&format!("{path}.weight"), Fact::Weight { found: weight });
        }
        Question {
            id: format!("{prefix}.{id}"),
            scale: self.word(
                path,
                "scale",
                raw.scale.as_deref().or(Some("yes-partly-no")),
                &SCALES,
            ),
            gate: false,
            weight,
            proof: self.word(path, "proof", raw.proof.as_deref().or(Some("evidence")), &PROOFS),
            checks: Vec::new(),
            sources: self.sources(path, &raw.sources),
        }
    }

    fn verdict(&mut self, raw: &RawVerdict, gated: bool) -> (Vec<VerdictRule>, Vec<u16>) {
        let mut rules: Vec<VerdictRule> = Vec::new();
        for (place, rule) in raw.rules.iter().enumerate() {
            let path = format!("verdict.rules[{place}]");
            let before = self.problems.len();
            let when = self.word(&path, "when", rule.when.as_deref(), &CONDITIONS);
            let then = self.word(&path, "then", rule.then.as_deref(), &OUTCOMES);
            let forestalled =
                rules.iter().any(|rule| rule.when == when || rule.when == GateCondition::Otherwise);
            if self.problems.len() > before {
                continue;
            }
            if forestalled {
                self.problem(&path, Fact::VerdictUnreachable);
            }
            rules.push(VerdictRule { when, then });
        }
        if rules.last().is_none_or(|rule| rule.when != GateCondition::Otherwise) {
            self.problem("verdict.rules", Fact::VerdictNotClosed);
        }
        if !gated {
            self.problem("verdict", Fact::VerdictWithoutGate);
        }
        let sources = self.sources("verdict", &raw.sources);
        (rules, sources)
    }

    fn id(&mut self, path: &str, found: Option<&str>) -> String {
        let Some(id) = found else {
            self.problem(path, Fact::Missing { field: "id" });
            return String::new();
        };
        let starts = id.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
        let fits = id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !(starts && fits && id.len() <= 40) {
            let path = if path.is_empty() { "id".to_owned() } else { format!("{path}.id") };
            self.problem(&path, Fact::BadId { found: cut(id) });
        }
        id.to_owned()
    }

    fn once(&mut self, path: &str, seen: &mut BTreeSet<String>, id: &str) {
        // A missing id ends in a dot or is empty and was named already.
        let missing = id.is_empty() || id.ends_with('.');
        if !missing && !seen.insert(id.to_owned()) {
            self.problem(&format!("{path}.id"), Fact::DuplicateId { id: cut(id) });
        }
    }

    fn word<T: Copy>(
        &mut self,
        path: &str,
        field: &'static str,
        found: Option<&str>,
        table: &[(&'static str, T)],
    ) -> T {
        let hit = found.and_then(|found| table.iter().find(|(word, _)| *word == found));
        if hit.is_none() {
            match found {
                None => self.problem(path, Fact::Missing { field }),
                Some(found) => {
                    let allowed = table.iter().map(|(word, _)| *word).collect();
                    let fact = Fact::UnknownWord { found: cut(found), allowed };
                    self.problem(&format!("{path}.{field}"), fact);
                }
            }
        }
        // Tables are the constants above and never empty.
        hit.unwrap_or(&table[0]).1
    }

    fn sources(&mut self, path: &str, raw: &[String]) -> Vec<u16> {
        let mut sources = Vec::new();
        for (place, text) in raw.iter().enumerate() {
            let number = source_number(text).filter(|number| !sources.contains(number));
            if number.is_none() {
                let path = format!("{path}.sources[{place}]");
                self.problem(&path, Fact::BadSource { found: cut(text) });
            }
            sources.extend(number);
        }
        sources
    }
}

fn source_number(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("S-")?;
    let number: u16 = digits.parse().ok()?;
    let plain = number.to_string() == digits;
    (plain && (1..=LAST_SOURCE).contains(&number)).then_some(number)
}
