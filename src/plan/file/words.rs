//! Refusals of a plan file in the user's language: the place, the reason, the
//! repair.

use super::PlanError;
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::plan::v1::FaultKind;
use crate::plan::yaml::{Encoding, FileType, Shape, SyntaxProblem, YamlErrorKind};
use crate::workspace::CommandError;

impl PlanError {
    /// The refusal in words, with line and path in front where it has them.
    /// `refused` words what the workspace refuses.
    pub fn in_words(
        &self,
        catalogue: &Catalogue,
        refused: impl Fn(&CommandError) -> String,
    ) -> String {
        let why = match self {
            Self::Text(error) => text(&error.kind, catalogue),
            Self::NotAPlan { .. } => catalogue.text(key!("plan.not_a_plan")).into_owned(),
            Self::Newer { version, .. } => {
                let version = [("version", Arg::Count(u64::from(*version)))];
                catalogue.format(key!("plan.newer"), &version)
            }
            Self::Field { kind, .. } => fault(kind, catalogue),
            Self::Refused { error, .. } => refused(error),
        };
        // A line number is a name, not an amount: it takes no grouping.
        let line = self.line().map(|line| line.to_string()).unwrap_or_default();
        let path = self.path().unwrap_or_default();
        let key = match (line.is_empty(), path.is_empty()) {
            (false, false) => key!("plan.at_line_and_path"),
            (false, true) => key!("plan.at_line"),
            (true, false) => key!("plan.at_path"),
            (true, true) => return why,
        };
        let args =
            [("line", Arg::Text(&line)), ("path", Arg::Text(path)), ("why", Arg::Text(&why))];
        catalogue.format(key, &args)
    }
}

fn text(kind: &YamlErrorKind, catalogue: &Catalogue) -> String {
    let say = |key: &str| catalogue.text(key).into_owned();
    let with =
        |key: &str, slot: &str, text: &str| catalogue.format(key, &[(slot, Arg::Text(text))]);
    let limit = |key: &str, limit: usize| {
        catalogue.format(key, &[("limit", Arg::Count(u64::try_from(limit).unwrap_or(u64::MAX)))])
    };
    match kind {
        YamlErrorKind::TooLarge { limit: bytes, .. } => {
            limit(key!("plan.too_large"), bytes / (1024 * 1024))
        }
        YamlErrorKind::Empty => say(key!("plan.empty")),
        YamlErrorKind::NoContent => say(key!("plan.no_content")),
        YamlErrorKind::Binary { looks_like } => {
            with(key!("plan.binary"), "type", looks_like.map_or("?", file_type))
        }
        YamlErrorKind::NotUtf8 { guess } => {
            with(key!("plan.not_utf8"), "encoding", guess.map_or("?", encoding))
        }
        YamlErrorKind::ControlCharacter { code } => {
            with(key!("plan.control"), "code", &format!("U+{code:04X}"))
        }
        YamlErrorKind::Anchor => with(key!("plan.unsupported"), "mark", "&"),
        YamlErrorKind::Alias => with(key!("plan.unsupported"), "mark", "*"),
        YamlErrorKind::Tag => with(key!("plan.unsupported"), "mark", "!"),
        YamlErrorKind::MergeKey => with(key!("plan.unsupported"), "mark", "<<"),
        YamlErrorKind::TabIndentation => say(key!("plan.tab")),
        YamlErrorKind::SecondDocument => say(key!("plan.second_document")),
        YamlErrorKind::TooDeep { limit: levels } => limit(key!("plan.too_deep"), *levels),
        YamlErrorKind::TooManyNodes { limit: nodes } => limit(key!("plan.too_many"), *nodes),
        YamlErrorKind::TextTooLong { limit: characters }
        | YamlErrorKind::LongGap { limit: characters } => {
            limit(key!("plan.text_too_long"), *characters)
        }
        YamlErrorKind::NumberOutOfRange { text } => {
            with(key!("plan.number_out_of_range"), "text", text)
        }
        YamlErrorKind::NotFinite => say(key!("plan.number")),
        YamlErrorKind::DuplicateKey { key } => with(key!("plan.duplicate_key"), "key", key),
        YamlErrorKind::KeyNotText => say(key!("plan.key_not_text")),
        YamlErrorKind::Syntax(problem) => say(syntax(*problem)),
        YamlErrorKind::MissingField { field } => with(key!("plan.missing_field"), "field", field),
        YamlErrorKind::UnknownField { field, .. } => {
            with(key!("plan.unknown_field"), "field", field)
        }
        YamlErrorKind::UnknownName { found, expected } => {
            let known = expected.join(", ");
            let args = [("found", Arg::Text(found)), ("known", Arg::Text(&known))];
            catalogue.format(key!("plan.unknown_word"), &args)
        }
        YamlErrorKind::WrongType { found, .. } => {
            with(key!("plan.wrong_type"), "found", &catalogue.text(shape(*found)))
        }
        YamlErrorKind::WrongValue { found, .. } => with(key!("plan.wrong_value"), "found", found),
        YamlErrorKind::WrongLength { .. } => say(key!("plan.wrong_length")),
        YamlErrorKind::Refused { message } => with(key!("plan.refused"), "message", message),
    }
}

fn syntax(problem: SyntaxProblem) -> &'static str {
    match problem {
        SyntaxProblem::UnclosedQuote => key!("plan.unclosed_quote"),
        SyntaxProblem::UnclosedBracket => key!("plan.unclosed_bracket"),
        SyntaxProblem::UnmatchedBracket => key!("plan.unmatched_bracket"),
        SyntaxProblem::MissingColon => key!("plan.missing_colon"),
        SyntaxProblem::UnexpectedColon | SyntaxProblem::NeedsQuotes => key!("plan.needs_quotes"),
        SyntaxProblem::BadEscape => key!("plan.bad_escape"),
        SyntaxProblem::UnexpectedItem
        | SyntaxProblem::BadBlockHeader
        | SyntaxProblem::BadStructure
        | SyntaxProblem::TrailingContent => key!("plan.bad_structure"),
    }
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Nothing => key!("plan.shape_nothing"),
        Shape::Flag => key!("plan.shape_flag"),
        Shape::Number => key!("plan.shape_number"),
        Shape::Text => key!("plan.shape_text"),
        Shape::List => key!("plan.shape_list"),
        Shape::Map => key!("plan.shape_map"),
    }
}

fn file_type(found: FileType) -> &'static str {
    match found {
        FileType::Png => "PNG",
        FileType::Jpeg => "JPEG",
        FileType::Zip => "ZIP, XLSX, DOCX",
        FileType::Gzip => "GZIP",
        FileType::Pdf => "PDF",
    }
}

fn encoding(found: Encoding) -> &'static str {
    match found {
        Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        Encoding::Gbk => "GBK",
        Encoding::Windows1251 => "windows-1251",
    }
}

fn fault(kind: &FaultKind, catalogue: &Catalogue) -> String {
    let say = |key: &str| catalogue.text(key).into_owned();
    let with = |key: &str, text: &str| catalogue.format(key, &[("text", Arg::Text(text))]);
    match kind {
        FaultKind::Format(_) => say(key!("plan.not_a_plan")),
        FaultKind::Id(text) => with(key!("plan.wrong_id"), text),
        FaultKind::Date(text) => with(key!("plan.wrong_date"), text),
        FaultKind::Period(text) => with(key!("plan.wrong_period"), text),
        FaultKind::Number => say(key!("plan.number")),
        FaultKind::Month(_) => say(key!("plan.wrong_month")),
        FaultKind::Hours(text) => with(key!("plan.wrong_hours"), text),
        FaultKind::Level => say(key!("plan.wrong_level")),
        FaultKind::Baseline => say(key!("plan.wrong_baseline")),
        FaultKind::Actual => say(key!("plan.wrong_actual")),
        FaultKind::DuplicateId(text) => with(key!("plan.duplicate_id"), text),
        FaultKind::DuplicatePeriod(text) => with(key!("plan.duplicate_period"), text),
        FaultKind::Shape(message) => {
            catalogue.format(key!("plan.refused"), &[("message", Arg::Text(message))])
        }
    }
}
