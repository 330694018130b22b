//! CRM readiness and KPI measurement: the pure part of the product.
//!
//! Readiness answers, goals, indicators and measurements are one connected
//! plan, and a thing is green only when the object that proves it exists.
//! This library holds every rule of that sentence and knows no browser: it
//! never asks for time or randomness, both come in as arguments. The Leptos
//! page in the binary (`src/web`, feature `web`) is a thin shell around it.
//!
//! # Map
//! | module | holds |
//! |---|---|
//! | `base` | ids, periods, the fiscal year, business hours, numbers that may be stored |
//! | `pack` | versioned content with questions: read, validate, words by language |
//! | `assessment` | answers, evidence, derived answers, score, verdict |
//! | `kpi` | goals, indicators, targets, measurements, status, signal or noise |
//! | `registers` | funding, definitions, integrations, actions, risks; what they prove |
//! | `statistics` | plain functions on slices; knows no indicator |
//! | `workspace` | the document, its commands, undo |
//! | `plan` | the exported YAML plan, version 1, and the one door for YAML text |
//! | `tabular` | pasted blocks, CSV files and event logs → measurements |
//! | `sheet` | records of a register as rows of cells; what a pasted block changes |
//! | `chart` | what a chart shows and says, and its SVG |
//! | `report` | facts → sentences for the committee |
//! | `storage` | envelope, record store trait, in-memory and faulty stores |
//! | `i18n` | messages, plural and number words |
//! | `library` | indicators to begin with, and what each makes |
//! | `route` | the places of the app and their addresses |
//! | `sample` | the sample project |
//!
//! `ARCHITECTURE.md` has the way of the data and the walls, with their tests.
//!
//! # Words
//! **workspace** everything one browser holds · **project** one CRM
//! implementation · **plan** the exportable record of a project · **pack** a
//! content file with questions · **evidence** what shows that an answer is
//! true · **gate** a must-pass question · **verdict** ready or not, and why ·
//! **goal** what the business wants · **indicator** (KPI) its definition ·
//! **baseline**, **target**, **measurement** (one actual of one period),
//! **status** · **receipt** the formula and inputs behind a shown number.
//!
//! # A wall the compiler holds
//! Chrono is built without its clock, so dates can be computed
//!
//! ```
//! let day = chrono::NaiveDate::from_ymd_opt(2026, 10, 31);
//! assert!(day.and_then(|day| day.succ_opt()).is_some());
//! ```
//!
//! but nothing can ask what day it is:
//!
//! ```compile_fail
//! let today = chrono::Utc::now();
//! ```
//!
//! ```compile_fail
//! let today = chrono::Local::now();
//! ```

pub mod assessment;
pub mod base;
pub mod chart;
pub mod i18n;
pub mod kpi;
pub mod library;
pub mod pack;
pub mod plan;
pub mod registers;
pub mod report;
pub mod route;
pub mod sample;
pub mod sheet;
pub mod statistics;
pub mod storage;
pub mod tabular;
#[cfg(feature = "web")]
pub mod web;
pub mod workspace;
