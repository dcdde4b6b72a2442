//! `date-time`: RFC 3339 as [`chrono::DateTime`] in UTC.

use std::fmt;

use chrono::{DateTime, NaiveDateTime, SecondsFormat, Utc};
use serde_core::{
    de::{Deserializer, Error, Unexpected, Visitor},
    ser::Serializer,
};

use super::codec::Coder;

/// Writes with `Z`; reads any offset, and a text without one as UTC.
pub struct Codec;

impl Coder<DateTime<Utc>> for Codec {
    fn write<S: Serializer>(value: &DateTime<Utc>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&text(value))
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<Utc>, D::Error> {
        deserializer.deserialize_str(TimestampVisitor)
    }
}

/// As it stands on the wire.
fn text(value: &DateTime<Utc>) -> String {
    value.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

struct TimestampVisitor;

impl Visitor<'_> for TimestampVisitor {
    type Value = DateTime<Utc>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date and time (RFC 3339)")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<DateTime<Utc>, E> {
        parse(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

fn parse(text: &str) -> Option<DateTime<Utc>> {
    // Of the RFC, of ISO 8601 with an offset such as `+0000`, and without an offset.
    let basic = || DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f%#z").ok().map(|time| time.to_utc());
    let in_utc = |form| NaiveDateTime::parse_from_str(text, form).ok().map(|time| time.and_utc());
    let plain = || in_utc("%Y-%m-%dT%H:%M:%S%.f").or_else(|| in_utc("%Y-%m-%d %H:%M:%S%.f"));
    text.parse().ok().or_else(basic).or_else(plain)
}
