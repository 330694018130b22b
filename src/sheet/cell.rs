//! What a text means in a cell, and how a cell reads.

use super::{Column, Kind, Value};
use crate::base::{Cadence, FiscalStart, Id, Period, PeriodError, checked};
use crate::i18n::{Catalogue, dates, numbers};
use crate::tabular::{
    CurrencyMark, DayMonthOrder, DecimalMark, NumberReading, NumberRefusal, NumberValue,
    PeriodReading, PeriodRefusal, parse_number, parse_period, read_typed_period,
};
use crate::workspace::{Project, limits};

/// Why a text is not taken into a cell. Nothing of it is written then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CellRefusal {
    /// No number.
    #[error("{0}")]
    Number(NumberRefusal),
    /// A percentage where money is meant.
    #[error("a percentage where money is meant")]
    Percent,
    /// An amount of money, where something is counted.
    #[error("{found} where something is counted")]
    Money {
        /// The mark beside the number.
        found: CurrencyMark,
    },
    /// Not a whole number, where something is counted.
    #[error("not a whole number")]
    NotWhole,
    /// Below zero.
    #[error("an amount below zero")]
    Negative,
    /// Another currency than the project's.
    #[error("{found} where {expected} is kept")]
    Currency {
        /// The mark beside the number.
        found: CurrencyMark,
        /// The currency of the project.
        expected: String,
    },
    /// No date.
    #[error("{0}")]
    Date(PeriodRefusal),
    /// No period, or a date with two readings.
    #[error("{0}")]
    Period(PeriodError),
    /// Thousands or decimals, day or month: waits for an answer.
    #[error("it has two readings")]
    TwoReadings,
    /// None of the words the column offers, given by their keys.
    #[error("none of the words offered")]
    NoSuchWord {
        /// The keys of the words.
        options: &'static [&'static str],
    },
    /// Nobody of that name is in the register.
    #[error("nobody is called so")]
    Nobody,
    /// Several people have that name.
    #[error("several people are called so")]
    SeveralPeople,
    /// No stage has that name, or several have.
    #[error("no single stage is called so")]
    NoSuchStage,
    /// Empty, where a row needs its name.
    #[error("a row needs its name")]
    Nameless,
    /// Longer than a text may be.
    #[error("longer than a text may be")]
    TooLong,
}

/// How a block writes what has two readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Conventions {
    /// The decimal mark of its numbers.
    pub decimal: Option<DecimalMark>,
    /// The order of day and month in its dates.
    pub order: Option<DayMonthOrder>,
}

/// Reads texts for the cells of one project, in one language.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The words choices are made by.
    pub catalogue: &'a Catalogue,
    /// The project whose people, stages and currency are meant.
    pub project: &'a Project,
    /// How the texts are written.
    pub conventions: Conventions,
}

impl Reader<'_> {
    /// The value a text stands for in a column; an empty text is an empty cell.
    ///
    /// # Errors
    /// The text has no meaning there, or two.
    pub fn read(&self, column: &Column, text: &str) -> Result<Value, CellRefusal> {
        let text = text.trim();
        if text.chars().count() > limits::TEXT {
            return Err(CellRefusal::TooLong);
        }
        match column.kind {
            Kind::Text => Ok(Value::Text(text.to_owned())),
            Kind::Money => self.money(text).map(Value::Amount),
            Kind::Count => self.count(text).map(Value::Amount),
            Kind::Date => self.date(text).map(Value::Date),
            Kind::Period => self.period(text).map(Value::Period),
            Kind::Choice { options, optional } => self.choice(options, optional, text),
            Kind::Person => self.person(text).map(Value::Link),
            Kind::Stage => self.stage(text).map(Value::Link),
        }
    }

    fn money(&self, text: &str) -> Result<Option<f64>, CellRefusal> {
        let reading = match parse_number(text, self.conventions.decimal) {
            Err(NumberRefusal::NoValue) => return Ok(None),
            other => other.map_err(CellRefusal::Number)?,
        };
        let NumberReading { value, percent, currency } = reading;
        let expected = &self.project.head.currency;
        match currency {
            _ if percent => Err(CellRefusal::Percent),
            Some(found) if !expected.is_empty() && !found.may_be(expected) => {
                Err(CellRefusal::Currency { found, expected: expected.clone() })
            }
            _ => match value {
                NumberValue::Certain(value) => amount(value).map(Some),
                NumberValue::Ambiguous { .. } => Err(CellRefusal::TwoReadings),
            },
        }
    }

    /// A count. Of two readings only one is whole: `1.234` is 1,234 contacts.
    fn count(&self, text: &str) -> Result<Option<f64>, CellRefusal> {
        let reading = match parse_number(text, self.conventions.decimal) {
            Err(NumberRefusal::NoValue) => return Ok(None),
            other => other.map_err(CellRefusal::Number)?,
        };
        if reading.percent {
            return Err(CellRefusal::Percent);
        }
        if let Some(found) = reading.currency {
            return Err(CellRefusal::Money { found });
        }
        let value = match reading.value {
            NumberValue::Certain(value) => value,
            NumberValue::Ambiguous { as_comma_decimal, as_point_decimal } => {
                if as_comma_decimal.fract() == 0.0 { as_comma_decimal } else { as_point_decimal }
            }
        };
        let value = amount(value)?;
        if value.fract() == 0.0 { Ok(Some(value)) } else { Err(CellRefusal::NotWhole) }
    }

    fn period(&self, text: &str) -> Result<Option<Period>, CellRefusal> {
        if text.is_empty() {
            return Ok(None);
        }
        let fiscal = self.project.head.fiscal;
        read_typed_period(text, Cadence::Year, fiscal).map(Some).map_err(CellRefusal::Period)
    }

    fn date(&self, text: &str) -> Result<Option<chrono::NaiveDate>, CellRefusal> {
        let fiscal = FiscalStart::JANUARY;
        match parse_period(text, Cadence::Day, fiscal, self.conventions.order) {
            Err(PeriodRefusal::Empty) => Ok(None),
            Ok(PeriodReading::Certain(day)) => Ok(Some(day.first_day(fiscal))),
            Ok(PeriodReading::Ambiguous { .. }) => Err(CellRefusal::TwoReadings),
            Err(refusal) => Err(CellRefusal::Date(refusal)),
        }
    }

    fn choice(
        &self,
        options: &'static [&'static str],
        optional: bool,
        text: &str,
    ) -> Result<Value, CellRefusal> {
        let word = folded(text);
        let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        // "3" is the rating "3 · possible".
        let is_word = |option: &str| {
            let first = option.split_whitespace().next().unwrap_or_default();
            option == word || (is_number && first == word)
        };
        let place = options.iter().position(|key| is_word(&folded(&self.catalogue.text(key))));
        match place {
            Some(place) => Ok(Value::Choice(Some(place))),
            None if optional && word.is_empty() => Ok(Value::Choice(None)),
            None => Err(CellRefusal::NoSuchWord { options }),
        }
    }

    fn person(&self, text: &str) -> Result<Option<Id>, CellRefusal> {
        let people = self.project.people.iter().map(|person| (person.id, person.name.as_str()));
        match named(people, text).as_slice() {
            _ if text.is_empty() => Ok(None),
            [] => Err(CellRefusal::Nobody),
            [only] => Ok(Some(*only)),
            _ => Err(CellRefusal::SeveralPeople),
        }
    }

    fn stage(&self, text: &str) -> Result<Option<Id>, CellRefusal> {
        let stages = self.project.stages.iter().map(|stage| (stage.id, stage.name.as_str()));
        match named(stages, text).as_slice() {
            _ if text.is_empty() => Ok(None),
            [only] => Ok(Some(*only)),
            _ => Err(CellRefusal::NoSuchStage),
        }
    }
}

/// Lets an amount into a cell of money: storable and not below zero.
///
/// # Errors
/// It is neither.
pub(super) fn amount(value: f64) -> Result<f64, CellRefusal> {
    use crate::base::NumberError;
    let value = checked(value).map_err(|error| {
        CellRefusal::Number(match error {
            NumberError::NotFinite => NumberRefusal::NotFinite,
            NumberError::TooLarge => NumberRefusal::TooLarge,
            NumberError::TooPrecise => NumberRefusal::TooPrecise { digits: 16 },
        })
    })?;
    if value < 0.0 { Err(CellRefusal::Negative) } else { Ok(value) }
}

/// A word as it is compared: without case and outer spaces.
pub(super) fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}

fn named<'a>(records: impl Iterator<Item = (Id, &'a str)>, text: &str) -> Vec<Id> {
    let wanted = folded(text);
    records.filter(|(_, name)| folded(name) == wanted).map(|(id, _)| id).collect()
}

/// A value in the words of the user; empty for an empty cell, and for a link,
/// whose name the project knows.
pub fn shown(catalogue: &Catalogue, column: &Column, value: &Value) -> String {
    match (value, column.kind) {
        (Value::Text(text), _) => text.clone(),
        (Value::Amount(Some(amount)), _) => numbers::number(catalogue.language(), *amount),
        (Value::Period(Some(period)), _) => period.to_string(),
        (Value::Date(Some(date)), _) => dates::short(catalogue, *date),
        (Value::Choice(Some(place)), Kind::Choice { options, .. }) => {
            options.get(*place).map(|key| catalogue.text(key).into_owned()).unwrap_or_default()
        }
        _ => String::new(),
    }
}
