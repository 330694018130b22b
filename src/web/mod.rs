//! The page: the only folder that knows a browser and Leptos.

// Props of components are owned values: that is how Leptos passes them.
#![allow(clippy::needless_pass_by_value)]

pub mod app;
pub mod browser;
pub mod components;
mod errors;
pub mod frame;
pub mod keeping;
mod library;
pub mod pages;
pub mod parts;
pub mod routing;
pub mod session;
pub mod settings;
pub mod texts;
