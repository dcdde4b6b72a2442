//! Constraints and formats, read from openapiv3's fields and from the carried keys.

use indexmap::IndexMap;
use openapiv3::{AnySchema, IntegerType, NumberType, StringType, VariantOrUnknownOrEmpty};
use serde::Serialize;
use serde_json::Value;

use crate::{dialect::carry, model::Constraints};

/// The text of a format, which openapiv3 keeps as an enum where it knows it.
#[must_use]
pub fn format_text<T: Serialize>(format: &VariantOrUnknownOrEmpty<T>) -> Option<String> {
    match serde_json::to_value(format) {
        Ok(Value::String(text)) if !text.is_empty() => Some(text),
        _ => None,
    }
}

/// Lengths and pattern.
pub fn read_string(to: &mut Constraints, string: &StringType) {
    to.min_length = string.min_length.map(|n| n as u64);
    to.max_length = string.max_length.map(|n| n as u64);
    to.pattern.clone_from(&string.pattern);
}

/// Bounds of a number.
pub fn read_number(to: &mut Constraints, number: &NumberType) {
    to.minimum = number.minimum.map(|n| n.to_string());
    to.maximum = number.maximum.map(|n| n.to_string());
    to.exclusive_minimum = number.exclusive_minimum;
    to.exclusive_maximum = number.exclusive_maximum;
    to.multiple_of = number.multiple_of.map(|n| n.to_string());
}

/// Bounds of an integer.
pub fn read_integer(to: &mut Constraints, integer: &IntegerType) {
    to.minimum = integer.minimum.map(|n| n.to_string());
    to.maximum = integer.maximum.map(|n| n.to_string());
    to.exclusive_minimum = integer.exclusive_minimum;
    to.exclusive_maximum = integer.exclusive_maximum;
    to.multiple_of = integer.multiple_of.map(|n| n.to_string());
}

/// All of them.
pub fn read_any(to: &mut Constraints, any: &AnySchema) {
    to.min_length = any.min_length.map(|n| n as u64);
    to.max_length = any.max_length.map(|n| n as u64);
    to.pattern.clone_from(&any.pattern);
    to.minimum = any.minimum.map(|n| n.to_string());
    to.maximum = any.maximum.map(|n| n.to_string());
    to.exclusive_minimum = any.exclusive_minimum.unwrap_or_default();
    to.exclusive_maximum = any.exclusive_maximum.unwrap_or_default();
    to.multiple_of = any.multiple_of.map(|n| n.to_string());
    to.min_items = any.min_items.or(any.min_properties).map(|n| n as u64);
    to.max_items = any.max_items.or(any.max_properties).map(|n| n as u64);
    to.unique_items = any.unique_items.unwrap_or_default();
}

/// The bounds that the dialect moved aside before openapiv3 could round them. `exclusiveMinimum` is a boolean in 3.0.
pub fn read_carried(to: &mut Constraints, extensions: &IndexMap<String, Value>) {
    let text = |key: &str| extensions.get(key).filter(|v| v.is_number()).map(Value::to_string);
    let flag = |key: &str| extensions.get(key).and_then(Value::as_bool).unwrap_or_default();
    to.minimum = text(carry::MINIMUM).or(to.minimum.take());
    to.maximum = text(carry::MAXIMUM).or(to.maximum.take());
    to.multiple_of = text(carry::MULTIPLE_OF).or(to.multiple_of.take());
    to.exclusive_minimum |= flag(carry::EXCLUSIVE_MINIMUM);
    to.exclusive_maximum |= flag(carry::EXCLUSIVE_MAXIMUM);
}

/// Those of both: where both speak, the later one.
pub fn merge(to: &mut Constraints, more: Constraints) {
    to.min_length = more.min_length.or(to.min_length);
    to.max_length = more.max_length.or(to.max_length);
    to.pattern = more.pattern.or(to.pattern.take());
    to.minimum = more.minimum.or(to.minimum.take());
    to.maximum = more.maximum.or(to.maximum.take());
    to.exclusive_minimum |= more.exclusive_minimum;
    to.exclusive_maximum |= more.exclusive_maximum;
    to.multiple_of = more.multiple_of.or(to.multiple_of.take());
    to.min_items = more.min_items.or(to.min_items);
    to.max_items = more.max_items.or(to.max_items);
    to.unique_items |= more.unique_items;
}
