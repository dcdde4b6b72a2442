//! Seconds since 1970 as [`jiff::Timestamp`].

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use serde_core::{
    de::{Deserializer, Error, Unexpected, Visitor},
    ser::Serializer,
};

use super::codec::Coder;

/// Writes a whole number of seconds where it is one; reads a fraction too.
pub struct Codec;

impl Coder<Timestamp> for Codec {
    fn write<S: Serializer>(value: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
        if value.subsec_nanosecond() == 0 {
            serializer.serialize_i64(value.as_second())
        } else {
            serializer.serialize_f64(value.as_duration().as_secs_f64())
        }
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
        deserializer.deserialize_any(SecondsVisitor)
    }
}

struct SecondsVisitor;

impl Visitor<'_> for SecondsVisitor {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("seconds since 1970")
    }

    fn visit_u64<E: Error>(self, seconds: u64) -> Result<Timestamp, E> {
        let time = i64::try_from(seconds).ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
        time.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(seconds), &self))
    }

    fn visit_i64<E: Error>(self, seconds: i64) -> Result<Timestamp, E> {
        Timestamp::from_second(seconds).map_err(|_| E::invalid_value(Unexpected::Signed(seconds), &self))
    }

    fn visit_f64<E: Error>(self, seconds: f64) -> Result<Timestamp, E> {
        let since = SignedDuration::try_from_secs_f64(seconds).ok();
        let time = since.and_then(|since| Timestamp::from_duration(since).ok());
        time.ok_or_else(|| E::invalid_value(Unexpected::Float(seconds), &self))
    }
}
