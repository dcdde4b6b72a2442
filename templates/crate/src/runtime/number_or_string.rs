//! A number that servers also send as text, or a whole one that they also send as `1.0`.

use std::{
    fmt::{self, Display},
    marker::PhantomData,
    str::FromStr,
};

use serde_core::{
    de::{Deserializer, Error, Unexpected, Visitor},
    ser::{Serialize, Serializer},
};

use super::codec::Coder;

/// Writes a number; reads a number or a string.
pub struct Codec;

impl<T: Display + FromStr + Serialize> Coder<T> for Codec {
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(NumberOrString(PhantomData))
    }
}

struct NumberOrString<T>(PhantomData<T>);

impl<T: FromStr> Visitor<'_> for NumberOrString<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, or one as text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.trim().parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        number.to_string().parse().map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        number.to_string().parse().map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        // `Display` writes a whole number without its fraction: `1.0` is `1`.
        number.to_string().parse().map_err(|_| E::invalid_value(Unexpected::Float(number), &self))
    }
}
