//! Why a text is not taken into a cell, in the words of the user: the thing,
//! and the repair.

use super::CellRefusal;
use crate::i18n::{Arg, Catalogue, InWords};
use crate::key;

impl InWords for CellRefusal {
    fn in_words(&self, catalogue: &Catalogue) -> String {
        let key = match self {
            Self::Number(refusal) => return refusal.in_words(catalogue),
            Self::Date(refusal) => return refusal.in_words(catalogue),
            Self::Currency { found, expected } => {
                let found = found.to_string();
                let args = [("found", Arg::Text(&found)), ("expected", Arg::Text(expected))];
                return catalogue.format(key!("sheet.refused_currency"), &args);
            }
            Self::NoSuchWord { options } => {
                let words: Vec<_> = options.iter().map(|key| catalogue.text(key)).collect();
                let words = words.join(&catalogue.text(key!("readiness.list_comma")));
                return catalogue
                    .format(key!("sheet.refused_word"), &[("words", Arg::Text(&words))]);
            }
            Self::Money { found } => {
                let found = found.to_string();
                return catalogue
                    .format(key!("sheet.refused_money"), &[("found", Arg::Text(&found))]);
            }
            Self::Period(refusal) => return refusal.in_words(catalogue),
            Self::NotWhole => key!("sheet.refused_not_whole"),
            Self::Percent => key!("sheet.refused_percent"),
            Self::Negative => key!("sheet.refused_negative"),
            Self::TwoReadings => key!("sheet.refused_two_readings"),
            Self::Nobody => key!("sheet.refused_nobody"),
            Self::SeveralPeople => key!("sheet.refused_several"),
            Self::NoSuchStage => key!("sheet.refused_stage"),
            Self::Nameless => key!("sheet.refused_nameless"),
            Self::TooLong => key!("sheet.refused_long"),
        };
        catalogue.text(key).into_owned()
    }
}
