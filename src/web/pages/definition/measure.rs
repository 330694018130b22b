//! What is measured: name, goal, kind, unit, direction.

use super::editor::Editor;
use super::focus::put_choice_back;
use super::goal_field::GoalField;
use crate::key;
use crate::kpi::{Direction, Indicator, Measure, Slot, TimeUnit};
use crate::report::direction_key;
use crate::web::components::fields::{Choice, NumberField, TextField};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// Ids of the inputs and names of the groups.
pub const NAME: &str = "definition-name";
/// The kind of quantity.
pub const KIND: &str = "definition-kind";
/// The unit of a number.
pub const UNIT: &str = "definition-unit";
/// Which way is better.
pub const DIRECTION: &str = "definition-direction";
/// The time a service level promises.
pub const WITHIN: &str = "definition-within";
/// The channel of a service level.
pub const CHANNEL: &str = "definition-channel";

/// The kind of quantity without its details.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Kind {
    #[default]
    Number,
    Share,
    ServiceLevel,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Number, Self::Share, Self::ServiceLevel];

    fn of(indicator: &Indicator) -> Self {
        match indicator.measure {
            Measure::Number => Self::Number,
            Measure::Share => Self::Share,
            Measure::ServiceLevel { .. } => Self::ServiceLevel,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Number => key!("definition.kind_number"),
            Self::Share => key!("definition.kind_share"),
            Self::ServiceLevel => key!("definition.kind_service_level"),
        }
    }
}

/// Name, goal, kind, unit and direction.
#[component]
pub fn MeasureFields(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let direction = editor.read(|indicator| indicator.direction);
    let directions = Direction::ALL.map(|direction| (direction, direction_key(direction)));
    view! {
        <TextField id=NAME label=key!("definition.name") hint=key!("definition.name_hint")
            note=editor.note(&[Slot::Name])
            value=editor.read(|indicator| indicator.name.clone())
            on_text=move |text| { editor.type_in("name", |indicator| indicator.name = text); } />
        <GoalField editor=editor />
        <KindField editor=editor />
        <Choice name=DIRECTION label=key!("definition.direction") hint=key!("definition.direction_hint")
            options=directions.to_vec() value=direction note=editor.note(&[Slot::Direction])
            on_choice=move |chosen| { editor.change(|indicator| indicator.direction = Some(chosen)); } />
    }
}

/// The kind with what it asks for. A kind that does not fit the measurements
/// is refused, and the choice goes back to what stands.
#[component]
fn KindField(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let kind = editor.read(Kind::of);
    // What a service level said comes back when its kind does.
    let promised = StoredValue::new(None::<Measure>);
    let choose = move |chosen: Kind| {
        let Some(before) = editor.peek() else { return };
        if Kind::of(&before) == chosen {
            return;
        }
        let measure = match chosen {
            Kind::Number => Measure::Number,
            Kind::Share => Measure::Share,
            Kind::ServiceLevel => promised.get_value().unwrap_or(Measure::ServiceLevel {
                within: None,
                unit: TimeUnit::Seconds,
                channel: String::new(),
            }),
        };
        if matches!(before.measure, Measure::ServiceLevel { .. }) {
            promised.set_value(Some(before.measure.clone()));
        }
        if !editor.change(|indicator| indicator.measure = measure) {
            let place = Kind::ALL.into_iter().position(|kind| kind == Kind::of(&before));
            put_choice_back(KIND, place.unwrap_or_default());
        }
    };
    let details = move || match kind.get() {
        Kind::Number => view! { <UnitField editor=editor /> }.into_any(),
        Kind::Share => ().into_any(),
        Kind::ServiceLevel => view! { <ServiceFields editor=editor /> }.into_any(),
    };
    view! {
        <Choice name=KIND label=key!("definition.kind") hint=key!("definition.kind_hint")
            options=Kind::ALL.map(|kind| (kind, kind.word())).to_vec()
            value=Signal::derive(move || Some(kind.get())) on_choice=choose />
        {details}
    }
}

#[component]
fn UnitField(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    view! {
        <TextField id=UNIT label=key!("definition.unit") hint=key!("definition.unit_hint")
            note=editor.note(&[Slot::Unit])
            value=editor.read(|indicator| indicator.unit.clone())
            on_text=move |text| { editor.type_in("unit", |indicator| indicator.unit = text); } />
    }
}

/// Time, its unit and the channel of a service level.
#[component]
fn ServiceFields(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let texts = Texts::here();
    let within = editor.read(|indicator| match indicator.measure {
        Measure::ServiceLevel { within, .. } => within,
        _ => None,
    });
    let channel = editor.read(|indicator| match &indicator.measure {
        Measure::ServiceLevel { channel, .. } => channel.clone(),
        _ => String::new(),
    });
    let set_within = move |amount| {
        editor.type_in("within", |indicator| {
            if let Measure::ServiceLevel { within, .. } = &mut indicator.measure {
                *within = amount;
            }
        });
    };
    let set_channel = move |text| {
        editor.type_in("channel", |indicator| {
            if let Measure::ServiceLevel { channel, .. } = &mut indicator.measure {
                *channel = text;
            }
        });
    };
    let above_zero =
        move |amount: f64| (amount <= 0.0).then(|| texts.text(key!("definition.within_wrong")));
    view! {
        <div class="field-pair">
            <NumberField id=WITHIN label=key!("definition.within") hint=key!("definition.within_hint")
                value=within on_number=set_within check=Callback::new(above_zero)
                note=editor.note(&[Slot::Unit]) />
            <TimeUnitField editor=editor />
        </div>
        <TextField id=CHANNEL label=key!("definition.channel") hint=key!("definition.channel_hint")
            value=channel on_text=set_channel />
    }
}

/// Seconds, minutes, hours or days.
#[component]
fn TimeUnitField(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let current = editor.read(|indicator| match indicator.measure {
        Measure::ServiceLevel { unit, .. } => Some(unit),
        _ => None,
    });
    let choose = move |word: String| {
        let Some(chosen) = TimeUnit::ALL.into_iter().find(|unit| unit_key(*unit) == word) else {
            return;
        };
        editor.change(|indicator| {
            if let Measure::ServiceLevel { unit, .. } = &mut indicator.measure {
                *unit = chosen;
            }
        });
    };
    let options = TimeUnit::ALL.map(|unit| {
        view! {
            <option value=unit_key(unit) prop:selected=move || current.get() == Some(unit)>{t(unit_key(unit))}</option>
        }
    });
    view! {
        <div class="field">
            <label for="definition-time-unit">{t(key!("definition.time_unit"))}</label>
            <select id="definition-time-unit" on:change=move |event| choose(event_target_value(&event))>{options}</select>
        </div>
    }
}

fn unit_key(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Seconds => key!("definition.seconds"),
        TimeUnit::Minutes => key!("definition.minutes"),
        TimeUnit::Hours => key!("definition.hours"),
        TimeUnit::Days => key!("definition.days"),
    }
}
