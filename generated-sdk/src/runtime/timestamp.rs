//! `date-time`: RFC 3339 as [`jiff::Timestamp`].

use std::fmt;

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use serde_core::{
    de::{Deserializer, Error, Unexpected, Visitor},
    ser::Serializer,
};

use super::codec::Coder;

/// Writes with `Z`; reads any offset, and a text without one as UTC.
pub struct Codec;

impl Coder<Timestamp> for Codec {
    fn write<S: Serializer>(value: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
        deserializer.deserialize_str(TimestampVisitor)
    }
}

struct TimestampVisitor;

impl Visitor<'_> for TimestampVisitor {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date and time (RFC 3339)")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Timestamp, E> {
        parse(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

fn parse(text: &str) -> Option<Timestamp> {
    let in_utc = || text.parse::<DateTime>().and_then(|time| TimeZone::UTC.to_timestamp(time)).ok();
    text.parse().ok().or_else(in_utc)
}
