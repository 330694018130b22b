//! When a text needs quotes, and its form inside them.
//!
//! A text stays plain only if YAML 1.1 and 1.2 readers agree that it is a text
//! and which. The rule is a list of what is certainly harmless, not of what is
//! known to harm: it begins with a letter (so it is no number, date, clock time,
//! indicator or marker), is no reserved word of either version, and holds
//! nothing that ends a plain text or cannot be seen.

use crate::plan::yaml::decode::may_stand_raw;

/// Where a text stands: inside brackets more characters end it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    Block,
    Flow,
}

/// Words that some version or reader takes for something else, in lower case.
const RESERVED: [&str; 12] =
    ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf", "infinity"];

/// Appends `text`, quoted if need be.
pub(super) fn push_text(out: &mut String, text: &str, context: Context) {
    if is_plain(text, context) {
        out.push_str(text);
    } else {
        push_quoted(out, text);
    }
}

fn is_plain(text: &str, context: Context) -> bool {
    text.starts_with(char::is_alphabetic)
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && text.chars().all(|c| is_harmless(c, context))
        && !RESERVED.iter().any(|word| text.eq_ignore_ascii_case(word))
        && !is_bare_exponent(text)
}

/// `e3`: a widespread reader's YAML 1.1 mode takes it for a number without
/// digits before the exponent.
fn is_bare_exponent(text: &str) -> bool {
    let power = text.strip_prefix(['e', 'E']).unwrap_or_default();
    let digits = power.strip_prefix(['+', '-']).unwrap_or(power);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_harmless(c: char, context: Context) -> bool {
    let ends_flow = matches!(c, ',' | '[' | ']' | '{' | '}' | ':' | '?');
    (c == ' ' || !c.is_whitespace()) && !is_hidden(c) && (context == Context::Block || !ends_flow)
}

/// Characters that must not or should not stand in the file as themselves:
/// controls, line breaks of any kind, what reorders or hides text, byte order
/// marks. Joiners stay, many scripts and emoji need them.
fn is_hidden(c: char) -> bool {
    !may_stand_raw(c)
        || matches!(c,
            '\t' | '\n' | '\r' | '\u{85}' | '\u{AD}' | '\u{61C}' | '\u{180E}'
            | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}')
}

fn push_quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if is_hidden(c) || c.is_whitespace() && c != ' ' => push_escape(out, c),
            c => out.push(c),
        }
    }
    out.push('"');
}

fn push_escape(out: &mut String, c: char) {
    let code = u32::from(c);
    let escape = if code > 0xFFFF { format!("\\U{code:08X}") } else { format!("\\u{code:04X}") };
    out.push_str(&escape);
}
