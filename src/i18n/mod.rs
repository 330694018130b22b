//! Words and numbers for people, in English, Simplified Chinese and Russian.
//!
//! No text is baked into code: it stands in `messages/<language>/<area>.yaml`
//! and is looked up by key in a [`Catalogue`]. Code names a key only through
//! [`key!`](crate::key), so that a test finds every use; a key that is missing
//! in a language, used nowhere, or has other slots elsewhere fails that test.
//!
//! The message files are not part of the program. A build step merges them
//! into one map a language ([`source::load`]), and the page loads the one it
//! shows.
//!
//! | kind of message | in the file | asked for with |
//! |---|---|---|
//! | text | `next: Next` | [`Catalogue::text`], [`Catalogue::format`] |
//! | with slots | `left: "{who} left"` | [`Catalogue::format`] |
//! | plural | `days: {one: "{count} day", other: "{count} days"}` | [`Catalogue::format`] with an [`Arg::Count`] |
//! | list | `months: [January, February]` | [`Catalogue::nth`], counted from 1 |

mod arg;
mod catalogue;
pub mod dates;
pub mod durations;
mod errors;
mod isolate;
mod language;
pub mod numbers;
mod plural;
mod pseudo;
pub mod target_sentence;
mod template;
pub mod values;

#[cfg(not(target_arch = "wasm32"))]
pub mod check;
#[cfg(not(target_arch = "wasm32"))]
pub mod source;

#[cfg(test)]
pub(crate) mod testing;

pub use arg::Arg;
pub use catalogue::Catalogue;
pub use durations::DurationUnit;
pub use errors::InWords;
pub use language::Language;
pub use plural::Plural;

/// Marks a literal as the key of a message; it is the literal itself.
///
/// The marker is what the test of the message files searches the code for, so
/// a function that turns an enum into a key returns `key!` literals as well.
///
/// ```
/// assert_eq!(crm_readiness::key!("dates.long"), "dates.long");
/// ```
#[macro_export]
macro_rules! key {
    ($key:literal) => {
        $key
    };
}
