//! What the page asks of the browser itself: storage, time, chance, files.
//! Nothing here knows a component or a rule of the product.
//!
//! | file | gives |
//! |---|---|
//! | `indexed_db` | the durable store |
//! | `local` | settings, boot copy, marker and journals in the simple storage |
//! | `clock`, `random`, `timer` | today, entropy for ids, a later call |
//! | `download`, `file` | files out and in |
//! | `picture` | a drawing as PNG |
//! | `clipboard` | what was copied elsewhere |

pub mod clipboard;
pub mod clock;
pub mod download;
pub mod failure;
pub mod file;
pub mod indexed_db;
pub mod local;
pub mod picture;
pub mod random;
pub mod timer;

mod fault;

pub use indexed_db::IndexedDb;
pub use local::{Local, LocalError, Setting};

/// The name under which everything of this app is kept on its origin, which it
/// may share with others.
pub const NAMESPACE: &str = "crm-readiness";
