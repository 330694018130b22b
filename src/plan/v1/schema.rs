//! The JSON Schema of version 1, for editors that check a plan while it is
//! typed. Generated from the types, so it cannot drift from them.

use super::types::PlanV1;

/// The schema as pretty JSON text.
pub fn schema() -> String {
    let schema = schemars::generate::SchemaSettings::draft07()
        .into_generator()
        .into_root_schema_for::<PlanV1>();
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
