//! Record ids: a kind letter and eight random base-32 characters.
//!
//! Names are Chinese, Russian and change; two people work offline on the same
//! plan. So an id says nothing but its kind, and its randomness comes in from
//! outside.

use std::fmt;

/// Crockford's base-32 digits in lower case: no `i`, `l`, `o`, `u` to misread.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// What a record is; the first letter of its [`Id`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IdKind {
    /// A project.
    Project,
    /// A person (human) of the register.
    Person,
    /// A living answer to one question.
    Answer,
    /// A stage with its funding.
    Stage,
    /// A line of cost.
    CostLine,
    /// A term to agree on (definition).
    Term,
    /// One department's view of a term.
    View,
    /// A system to integrate (neighbour).
    Integration,
    /// A contact channel (way).
    Channel,
    /// A goal.
    Goal,
    /// An indicator.
    Indicator,
    /// A measurement.
    Measurement,
    /// An action (task).
    Action,
    /// A risk.
    Risk,
    /// A trade-off between goals or indicators (exchange).
    TradeOff,
    /// What readiness said at a gate (frozen).
    Snapshot,
    /// The note of one import of measurements (upload).
    Import,
}

impl IdKind {
    /// Every kind, in the order of the plan file.
    pub const ALL: [Self; 17] = [
        Self::Project,
        Self::Person,
        Self::Answer,
        Self::Stage,
        Self::CostLine,
        Self::Term,
        Self::View,
        Self::Integration,
        Self::Channel,
        Self::Goal,
        Self::Indicator,
        Self::Measurement,
        Self::Action,
        Self::Risk,
        Self::TradeOff,
        Self::Snapshot,
        Self::Import,
    ];

    /// The letter ids of this kind begin with.
    pub const fn letter(self) -> u8 {
        match self {
            Self::Project => b'p',
            Self::Person => b'h',
            Self::Answer => b'a',
            Self::Stage => b's',
            Self::CostLine => b'c',
            Self::Term => b'd',
            Self::View => b'v',
            Self::Integration => b'n',
            Self::Channel => b'w',
            Self::Action => b't',
            Self::Risk => b'k',
            Self::TradeOff => b'x',
            Self::Snapshot => b'f',
            Self::Goal => b'g',
            Self::Indicator => b'i',
            Self::Measurement => b'm',
            Self::Import => b'u',
        }
    }
}

/// Why a text is no id of the kind asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not an id: expected `{letter}` and eight of 0-9 a-z without i, l, o, u", letter = char::from(kind.letter()))]
pub struct IdError {
    /// The text as found.
    pub text: String,
    /// The kind of record that was expected.
    pub kind: IdKind,
}

/// The id of one record, for instance `i4k7r2m9q`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id([u8; 9]);

impl Id {
    /// Makes an id from 40 random bits; higher bits of `entropy` are ignored.
    pub fn new(kind: IdKind, entropy: u64) -> Self {
        let mut bytes = [kind.letter(); 9];
        for (place, byte) in bytes[1..].iter_mut().enumerate() {
            let digit = (entropy >> (5 * place)) & 31;
            *byte = DIGITS[usize::try_from(digit).unwrap_or(0)];
        }
        Self(bytes)
    }

    /// Reads an id of the given kind.
    pub fn parse(kind: IdKind, text: &str) -> Result<Self, IdError> {
        let error = || IdError { text: text.chars().take(40).collect(), kind };
        let bytes: [u8; 9] = text.as_bytes().try_into().map_err(|_| error())?;
        let digits_fit = bytes[1..].iter().all(|byte| DIGITS.contains(byte));
        if bytes[0] == kind.letter() && digits_fit { Ok(Self(bytes)) } else { Err(error()) }
    }

    /// Reads an id of whatever kind its first letter says.
    pub fn parse_any(text: &str) -> Option<Self> {
        IdKind::ALL.iter().find_map(|kind| Self::parse(*kind, text).ok())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        // Built from ASCII only, so this never falls back.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The kind of record this id names.
    pub fn kind(&self) -> Option<IdKind> {
        IdKind::ALL.into_iter().find(|kind| kind.letter() == self.0[0])
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_id_reads_back_as_the_kind_it_was_made_for() {
        let id = Id::new(IdKind::Indicator, 0);
        assert_eq!(id.as_str(), "i00000000");
        assert_eq!(Id::parse(IdKind::Indicator, "i00000000"), Ok(id));
        assert_eq!(id.kind(), Some(IdKind::Indicator));
    }

    #[test]
    fn an_id_of_another_kind_or_with_a_foreign_character_is_refused() {
        for text in ["g00000000", "i0000000", "i000000000", "i0000000l", "i000000\u{e9}", ""] {
            assert!(Id::parse(IdKind::Indicator, text).is_err(), "{text}");
        }
    }

    #[test]
    fn letters_are_unique() {
        let mut letters: Vec<u8> = IdKind::ALL.iter().map(|kind| kind.letter()).collect();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), IdKind::ALL.len());
    }

    proptest! {
        #[test]
        fn distinct_entropy_gives_distinct_ids(a in 0u64..1 << 40, b in 0u64..1 << 40) {
            let same = Id::new(IdKind::Goal, a) == Id::new(IdKind::Goal, b);
            prop_assert_eq!(same, a == b);
        }
    }
}
