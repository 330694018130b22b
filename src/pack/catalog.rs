//! The packs that are part of the application. Only their structure is
//! embedded; their words are loaded by language.

use super::model::Pack;
use super::problem::Problem;
use super::validate::read_pack;
use std::sync::OnceLock;

/// A pack file in the program, read when first asked for.
struct Embedded {
    file: &'static str,
    text: &'static str,
    pack: OnceLock<Result<Pack, Vec<Problem>>>,
}

impl Embedded {
    const fn new(file: &'static str, text: &'static str) -> Self {
        Self { file, text, pack: OnceLock::new() }
    }

    fn pack(&self) -> Result<&Pack, &[Problem]> {
        let read = self.pack.get_or_init(|| read_pack(self.file, self.text));
        read.as_ref().map_err(Vec::as_slice)
    }
}

static READINESS: Embedded = Embedded::new(
    "assessments/readiness/pack.yaml",
    include_str!("../../assessments/readiness/pack.yaml"),
);

/// Every embedded pack, in the order they are offered.
static ALL: [&Embedded; 1] = [&READINESS];

/// The readiness check before the implementation. The error cannot occur in a
/// build whose tests passed; it is returned, not raised, so that a page with a
/// broken pack still opens and offers the user's data.
pub fn readiness() -> Result<&'static Pack, &'static [Problem]> {
    READINESS.pack()
}

/// Every embedded pack, or what is wrong with it.
pub fn embedded() -> impl Iterator<Item = Result<&'static Pack, &'static [Problem]>> {
    ALL.iter().map(|embedded| embedded.pack())
}
