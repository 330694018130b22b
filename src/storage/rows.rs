//! Rows that were begun and not entered yet, indicator by indicator: kept by the
//! browser, no part of any project. What stands in them is no measurement.

use crate::base::{Id, IdKind};
use serde::{Deserialize, Serialize};

/// Rows kept at most, the one typed in last at the end.
const MOST: usize = 30;

/// The longest text of a number or a period; longer ones are neither.
const MAX_CHARACTERS: usize = 200;

/// The longest note, as its field takes it.
const MAX_NOTE_CHARACTERS: usize = 10_000;

/// The texts of a row, as they were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BegunRow {
    /// The period that stood there, typed or offered.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub period: String,
    /// The value, or the percentage of a share.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub value: String,
    /// The part of a share.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub part: String,
    /// The whole of a share.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub whole: String,
    /// The note.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl BegunRow {
    /// Whether nothing is typed that would be missed: a period alone is offered
    /// anyway.
    pub fn is_empty(&self) -> bool {
        [&self.value, &self.part, &self.whole, &self.note].iter().all(|text| text.trim().is_empty())
    }

    fn cut(self) -> Self {
        let short = |text: String| text.chars().take(MAX_CHARACTERS).collect();
        Self {
            period: short(self.period),
            value: short(self.value),
            part: short(self.part),
            whole: short(self.whole),
            note: self.note.chars().take(MAX_NOTE_CHARACTERS).collect(),
        }
    }
}

/// The begun rows of a browser, one an indicator of a project.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BegunRows(Vec<(Id, Id, BegunRow)>);

impl BegunRows {
    /// Reads what was written; what cannot be read is forgotten.
    pub fn parse(text: &str) -> Self {
        let rows: Vec<(String, String, BegunRow)> = serde_json::from_str(text).unwrap_or_default();
        let row = |(project, indicator, row): (String, String, BegunRow)| {
            let project = Id::parse(IdKind::Project, &project).ok()?;
            let indicator = Id::parse(IdKind::Indicator, &indicator).ok()?;
            Some((project, indicator, row.cut())).filter(|(_, _, row)| !row.is_empty())
        };
        Self(rows.into_iter().filter_map(row).take(MOST).collect())
    }

    /// Its text; empty without rows.
    pub fn text(&self) -> String {
        if self.0.is_empty() {
            return String::new();
        }
        let rows: Vec<(String, String, &BegunRow)> = self
            .0
            .iter()
            .map(|(project, indicator, row)| (project.to_string(), indicator.to_string(), row))
            .collect();
        // Texts only: they always have a text.
        serde_json::to_string(&rows).unwrap_or_default()
    }

    /// The row begun for an indicator.
    pub fn of(&self, project: Id, indicator: Id) -> Option<&BegunRow> {
        let mut found = self.0.iter();
        found.find(|row| (row.0, row.1) == (project, indicator)).map(|(_, _, row)| row)
    }

    /// Keeps the row of an indicator, or forgets it when it is empty; the one not
    /// typed in for longest goes when there are too many.
    pub fn keep(&mut self, project: Id, indicator: Id, row: BegunRow) {
        self.0.retain(|row| (row.0, row.1) != (project, indicator));
        if row.is_empty() {
            return;
        }
        if self.0.len() >= MOST {
            self.0.remove(0);
        }
        self.0.push((project, indicator, row.cut()));
    }

    /// Forgets the rows of projects that are gone.
    pub fn retain(&mut self, lives: impl Fn(Id) -> bool) {
        self.0.retain(|(project, _, _)| lives(*project));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ids(number: u64) -> (Id, Id) {
        (Id::new(IdKind::Project, number), Id::new(IdKind::Indicator, number))
    }

    fn row(value: &str) -> BegunRow {
        BegunRow { period: "2026-10".to_owned(), value: value.to_owned(), ..BegunRow::default() }
    }

    #[test]
    fn a_row_is_kept_until_it_is_emptied_entered_or_its_project_goes() {
        let ((one, first), (two, second)) = (ids(1), ids(2));
        let mut rows = BegunRows::default();
        rows.keep(one, first, row("8"));
        rows.keep(one, first, row("85"));
        rows.keep(two, second, row("12 €"));
        let read = BegunRows::parse(&rows.text());
        assert_eq!(read, rows);
        assert_eq!(read.of(one, first), Some(&row("85")));
        assert_eq!(read.of(two, first), None);
        rows.keep(one, first, row(" "));
        assert_eq!(rows.of(one, first), None);
        rows.retain(|project| project != two);
        assert_eq!((rows.text(), rows), (String::new(), BegunRows::default()));
    }

    #[test]
    fn there_is_an_end_to_what_is_kept_and_the_oldest_goes_first() {
        let mut rows = BegunRows::default();
        for number in 0..40 {
            let (project, indicator) = ids(number);
            rows.keep(project, indicator, row(&"9".repeat(1000)));
        }
        assert_eq!((rows.0.len(), rows.of(ids(9).0, ids(9).1)), (MOST, None));
        let last = rows.of(ids(39).0, ids(39).1).expect("the last");
        assert_eq!(last.value.len(), MAX_CHARACTERS);
        assert_eq!(BegunRows::parse(&rows.text()), rows);
    }

    #[test]
    fn what_is_no_row_is_left_out() {
        let (project, indicator) = ids(7);
        for text in ["", "{}", "[1]", "null", r#"[["p","i",{"value":"8"}]]"#, "\u{0} 🙂"] {
            assert_eq!(BegunRows::parse(text), BegunRows::default(), "{text:?}");
        }
        let unknown = format!(r#"[["{project}","{indicator}",{{"value":"8","more":"1"}}]]"#);
        assert_eq!(BegunRows::parse(&unknown), BegunRows::default());
        let good = format!(r#"[["{project}","{indicator}",{{"value":"8"}}]]"#);
        assert!(BegunRows::parse(&good).of(project, indicator).is_some());
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(typed in proptest::collection::vec((0u64..40, ".{0,20}", ".{0,20}"), 0..40)) {
            let mut rows = BegunRows::default();
            for (number, value, note) in typed {
                let (project, indicator) = ids(number);
                rows.keep(project, indicator, BegunRow { note, ..row(&value) });
            }
            prop_assert_eq!(BegunRows::parse(&rows.text()), rows);
        }
    }
}
