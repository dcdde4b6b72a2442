//! Seconds since 1970 as [`chrono::DateTime`] in UTC.

use std::fmt;

use chrono::{DateTime, Utc};
use serde_core::{
    de::{Deserializer, Error, Unexpected, Visitor},
    ser::Serializer,
};

use super::codec::Coder;

/// Writes a whole number of seconds where it is one; reads a fraction too.
pub struct Codec;

impl Coder<DateTime<Utc>> for Codec {
    fn write<S: Serializer>(value: &DateTime<Utc>, serializer: S) -> Result<S::Ok, S::Error> {
        match value.timestamp_subsec_nanos() {
            0 => serializer.serialize_i64(value.timestamp()),
            nanos => serializer.serialize_f64(value.timestamp() as f64 + f64::from(nanos) / 1e9),
        }
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<Utc>, D::Error> {
        deserializer.deserialize_any(SecondsVisitor)
    }
}

struct SecondsVisitor;

impl Visitor<'_> for SecondsVisitor {
    type Value = DateTime<Utc>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("seconds since 1970")
    }

    fn visit_u64<E: Error>(self, seconds: u64) -> Result<DateTime<Utc>, E> {
        let time = i64::try_from(seconds).ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
        time.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(seconds), &self))
    }

    fn visit_i64<E: Error>(self, seconds: i64) -> Result<DateTime<Utc>, E> {
        DateTime::from_timestamp(seconds, 0).ok_or_else(|| E::invalid_value(Unexpected::Signed(seconds), &self))
    }

    fn visit_f64<E: Error>(self, seconds: f64) -> Result<DateTime<Utc>, E> {
        // A float holds microseconds of our time, and no more; casts of floats keep to the range of the type.
        let time = DateTime::from_timestamp_micros((seconds * 1e6).round() as i64);
        time.ok_or_else(|| E::invalid_value(Unexpected::Float(seconds), &self))
    }
}
