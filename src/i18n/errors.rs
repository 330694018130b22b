//! The errors of `base` in words: the thing, the place and the repair.

use super::{Arg, Catalogue};
use crate::base::{
    IdError, IdKind, MAX_MAGNITUDE, MAX_SIGNIFICANT_DIGITS, NumberError, PeriodError,
};
use crate::key;

/// A fact that can be said in the language of a catalogue; above all errors,
/// whose variants hold what the sentence needs.
pub trait InWords {
    /// One or two sentences for the user.
    fn in_words(&self, catalogue: &Catalogue) -> String;
}

impl InWords for NumberError {
    fn in_words(&self, catalogue: &Catalogue) -> String {
        match self {
            Self::NotFinite => catalogue
                .format(key!("errors.number_not_finite"), &[("example", Arg::Number(12.5))]),
            Self::TooPrecise => catalogue.format(
                key!("errors.number_too_precise"),
                &[("digits", Arg::Count(MAX_SIGNIFICANT_DIGITS as u64))],
            ),
            Self::TooLarge => catalogue
                .format(key!("errors.number_too_large"), &[("limit", Arg::Number(MAX_MAGNITUDE))]),
        }
    }
}

impl InWords for PeriodError {
    fn in_words(&self, catalogue: &Catalogue) -> String {
        catalogue.format(key!("errors.period_unknown"), &[("text", Arg::Text(&self.0))])
    }
}

impl InWords for IdError {
    fn in_words(&self, catalogue: &Catalogue) -> String {
        let kind = catalogue.text(match self.kind {
            IdKind::Project => key!("errors.id_of.project"),
            IdKind::Person => key!("errors.id_of.person"),
            IdKind::Answer => key!("errors.id_of.answer"),
            IdKind::Stage => key!("errors.id_of.stage"),
            IdKind::CostLine => key!("errors.id_of.cost_line"),
            IdKind::Term => key!("errors.id_of.term"),
            IdKind::View => key!("errors.id_of.view"),
            IdKind::Integration => key!("errors.id_of.integration"),
            IdKind::Channel => key!("errors.id_of.channel"),
            IdKind::Action => key!("errors.id_of.action"),
            IdKind::Risk => key!("errors.id_of.risk"),
            IdKind::TradeOff => key!("errors.id_of.trade_off"),
            IdKind::Goal => key!("errors.id_of.goal"),
            IdKind::Indicator => key!("errors.id_of.indicator"),
            IdKind::Measurement => key!("errors.id_of.measurement"),
            IdKind::Snapshot => key!("errors.id_of.snapshot"),
            IdKind::Import => key!("errors.id_of.import"),
        });
        let letter = char::from(self.kind.letter()).to_string();
        let args = [
            ("text", Arg::Text(&self.text)),
            ("kind", Arg::Text(&kind)),
            ("letter", Arg::Text(&letter)),
        ];
        catalogue.format(key!("errors.id_wrong"), &args)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, Period, checked};
    use crate::i18n::testing::in_all;

    #[test]
    fn a_wrong_id_is_named_with_what_was_expected() {
        let error = Id::parse(IdKind::Goal, "x1").expect_err("no id");
        assert_eq!(
            in_all(|catalogue| error.in_words(catalogue)),
            [
                "“x1” is not the id of a goal. Write the letter g and eight characters of 0–9 \
                 and a–z without i, l, o, u.",
                "“x1”不是目标的编号。请写字母 g，后接八个字符：0–9 或 a–z（不含 i、l、o、u）。",
                "«x1» — не код цели. Напишите букву g и ещё восемь знаков: 0–9 и a–z без i, l, o, u.",
            ]
        );
    }

    #[test]
    fn a_wrong_period_is_quoted_and_the_spellings_are_shown() {
        let error = Period::parse("next May").expect_err("no period");
        for text in in_all(|catalogue| error.in_words(catalogue)) {
            assert!(text.contains("next May") && text.contains("2026-W42"), "{text}");
        }
    }

    #[test]
    fn a_number_out_of_bounds_is_told_the_bound() {
        let error = checked(1e16).expect_err("too large");
        let said = in_all(|catalogue| error.in_words(catalogue));
        assert!(said[0].contains("1,000,000,000,000,000"), "{}", said[0]);
        assert!(said[2].contains("1 000 000 000 000 000".replace(' ', "\u{a0}").as_str()));
        let error = checked(f64::NAN).expect_err("not finite");
        assert!(in_all(|catalogue| error.in_words(catalogue))[2].contains("12,5"));
    }
}
