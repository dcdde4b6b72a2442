//! Text that servers also send as a number: an identifier, mostly.

use std::fmt;

use serde_core::{
    de::{Deserializer, Error, Unexpected, Visitor},
    ser::Serializer,
};
use serde_json::Number;

use super::codec::Coder;

/// Writes a string; reads a string or a number, whose text is kept as JSON writes it.
pub struct Codec;

impl Coder<String> for Codec {
    fn write<S: Serializer>(value: &String, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(value)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_any(StringOrNumber)
    }
}

struct StringOrNumber;

impl Visitor<'_> for StringOrNumber {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or a number")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<String, E> {
        Ok(text)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<String, E> {
        Ok(number.to_string())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<String, E> {
        Ok(number.to_string())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<String, E> {
        let text = Number::from_f64(number).map(|number| number.to_string());
        text.ok_or_else(|| E::invalid_value(Unexpected::Float(number), &self))
    }
}
