//! The structure of a pack: sections, questions, sub-checks. Words live in
//! one text file per language and are looked up by key.

/// A versioned content file with questions.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    /// Stable name, for instance `ready`.
    pub id: String,
    /// Version of the content; rises when a question or a rule changes.
    pub version: u32,
    /// The sections in the order they are walked.
    pub sections: Vec<Section>,
    /// Rules of the verdict in order; empty for a pack without one.
    pub verdict: Vec<VerdictRule>,
    /// Numbers of the source elements the verdict itself fulfils.
    pub verdict_sources: Vec<u16>,
}

/// A group of questions.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Name within the pack.
    pub id: String,
    /// The questions in the order they are walked.
    pub questions: Vec<Question>,
}

/// One question, or one sub-check of a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Stable id across packs and versions, `<pack>.<question>`, for
    /// instance `ready.funding`; a sub-check is `ready.steps.needs`.
    pub id: String,
    /// What an answer may say.
    pub scale: Scale,
    /// Whether the verdict turns on it; a sub-check is a gate exactly when
    /// its question is.
    pub gate: bool,
    /// Weight in the score, above zero.
    pub weight: f64,
    /// What proves a *yes*.
    pub proof: Proof,
    /// Sub-checks; where there are any, the answer is derived from theirs.
    pub checks: Vec<Question>,
    /// Numbers of the source elements it fulfils (the 1 of S-1).
    pub sources: Vec<u16>,
}

/// The values an answer may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Yes, partly, no.
    YesPartlyNo,
    /// A described level 0 to 5.
    Level,
}

/// The object that proves a *yes*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// At least one piece of evidence.
    Evidence,
    /// Evidence, and respondents of the own side among whom are a leader and
    /// an end user.
    Participants,
    /// Derived: an indicator under a goal that is stated in full.
    SuccessCriteria,
    /// The funding register.
    Funding,
    /// The definition board of the customer.
    Definition,
    /// The register of integrations.
    Integrations,
}

/// One rule of the verdict: the first whose condition holds decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerdictRule {
    /// When it applies.
    pub when: GateCondition,
    /// What it says.
    pub then: Outcome,
}

/// A condition over the gates of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GateCondition {
    /// A gate is answered no, or is at risk without owner and date.
    AnyNo,
    /// A gate is open.
    AnyOpen,
    /// A gate is partly, overridden, or yes without its proof.
    AnyAtRisk,
    /// Always.
    Otherwise,
}

/// What a verdict says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Do not start yet.
    NotReady,
    /// Gates are open.
    NotAssessed,
    /// Ready with named risks.
    ReadyWithRisks,
    /// Ready.
    Ready,
}

impl Pack {
    /// The top-level questions in the order they are walked.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// Every question that takes an answer of its own: sub-checks instead of
    /// the question they belong to.
    pub fn answerable(&self) -> impl Iterator<Item = &Question> {
        self.questions().flat_map(Question::answerable)
    }

    /// A question or sub-check by its id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions()
            .flat_map(|question| std::iter::once(question).chain(&question.checks))
            .find(|question| question.id == id)
    }
}

impl Question {
    /// Itself, or its sub-checks where it has any.
    pub fn answerable(&self) -> impl Iterator<Item = &Question> {
        let own = self.checks.is_empty().then_some(self);
        own.into_iter().chain(&self.checks)
    }

    /// The key of one of its texts, for instance `pack.ready.funding.why`.
    pub fn text_key(&self, part: &str) -> String {
        format!("pack.{}.{part}", self.id)
    }
}

impl Section {
    /// The key of the section's title.
    pub fn title_key(&self, pack: &Pack) -> String {
        format!("pack.{}.section.{}.title", pack.id, self.id)
    }
}
