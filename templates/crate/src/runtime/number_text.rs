//! A number that stands on the wire as text.

use std::{
    fmt::{self, Display},
    marker::PhantomData,
    str::FromStr,
};

use serde_core::{
    de::{Deserializer, Error, Unexpected, Visitor},
    ser::Serializer,
};

use super::codec::Coder;

/// Writes a string; reads a string or a number.
pub struct Codec;

impl<T: Display + FromStr> Coder<T> for Codec {
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(NumberText(PhantomData))
    }
}

struct NumberText<T>(PhantomData<T>);

impl<T: FromStr> Visitor<'_> for NumberText<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number as text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        number.to_string().parse().map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        number.to_string().parse().map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }
}
