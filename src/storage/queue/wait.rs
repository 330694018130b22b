//! A stretch of time that ends even if the clock is set back.

/// A wait from a moment on, in milliseconds.
#[derive(Debug, Clone)]
pub(super) struct Wait {
    /// When it began.
    pub since: u64,
    /// How long it lasts.
    pub length: u64,
}

impl Wait {
    /// What is left of it, in milliseconds.
    pub fn left(&self, now: u64) -> u64 {
        // When the clock has gone back nobody knows how long it was: it is over.
        now.checked_sub(self.since).map_or(0, |passed| self.length.saturating_sub(passed))
    }
}
