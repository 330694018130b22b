//! The page: the only folder that knows a browser and Leptos.

pub mod app;
pub mod browser;
pub mod components;
mod errors;
pub mod frame;
pub mod keeping;
pub mod pages;
pub mod routing;
pub mod session;
pub mod settings;
pub mod texts;
