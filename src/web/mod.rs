//! The page: the only folder that knows a browser.

pub mod browser;
