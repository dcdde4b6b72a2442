//! The wire tables: what they read and write.

#[path = "wire_constructs.rs"]
mod constructs;
#[path = "wire_enums.rs"]
pub(crate) mod enums;
#[path = "wire_golden.rs"]
mod golden;
#[path = "wire_objects.rs"]
mod objects;
#[path = "wire_properties.rs"]
mod properties;
#[path = "wire_scalars.rs"]
mod scalars;
#[path = "wire_unions.rs"]
mod unions;

use serde_core::{Serialize, de::DeserializeOwned};

/// What `text` decodes to.
fn read<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Why `text` does not decode.
fn refused<T: DeserializeOwned + std::fmt::Debug>(text: &str) -> String {
    serde_json::from_str::<T>(text).expect_err(text).to_string()
}

/// What `value` is on the wire.
fn written<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("every table writes JSON")
}

/// Fails unless `value` is this JSON, whatever the order of its members: an unknown value is a `serde_json::Value`,
/// which keeps the order of the text only where another crate of the build asks serde_json to.
#[track_caller]
fn assert_writes<T: Serialize>(value: &T, text: &str) {
    assert_eq!(read::<serde_json::Value>(&written(value)), read::<serde_json::Value>(text));
}
