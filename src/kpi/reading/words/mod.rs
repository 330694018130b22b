//! Open word lists by meaning, one file a language.

pub(super) mod chinese;
pub(super) mod english;
pub(super) mod russian;
pub(super) mod senses;
pub(super) mod sides;
