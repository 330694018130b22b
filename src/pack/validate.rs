//! From the raw file to a [`Pack`], naming all problems at once.

use super::collect::Collector;
use super::model::{GateCondition, Outcome, Pack, Proof, Question, Scale, Section, VerdictRule};
use super::problem::{Fact, Problem, locate};
use super::raw::{RawPack, RawQuestion, RawSection, RawVerdict, open};
use super::text::is_part;
use std::collections::BTreeSet;

/// Most questions of one pack, sub-checks included.
pub const MAX_QUESTIONS: usize = 2_000;

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
    let (document, raw): (_, RawPack) = open(file, text).map_err(|problem| vec![problem])?;
    let mut check = Collector::new(file);
    let pack = check.pack(&raw);
    check.finish(pack, |problems| locate(problems, text, &document))
}

impl Collector<'_> {
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
}
