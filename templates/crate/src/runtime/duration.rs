//! `duration`: RFC 3339, appendix A, as [`jiff::SpanFieldwise`].

use std::fmt;

use jiff::{Span, SpanFieldwise};
use serde_core::{
    de::{Deserializer, Error, Unexpected, Visitor},
    ser::Serializer,
};

use super::codec::Coder;

/// Writes `P1M`, `PT5M`; a month stays a month, an hour is not made of minutes.
pub struct Codec;

impl Coder<SpanFieldwise> for Codec {
    fn write<S: Serializer>(value: &SpanFieldwise, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&value.0)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SpanFieldwise, D::Error> {
        deserializer.deserialize_str(DurationVisitor)
    }
}

struct DurationVisitor;

impl Visitor<'_> for DurationVisitor {
    type Value = SpanFieldwise;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a duration (ISO 8601)")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<SpanFieldwise, E> {
        text.parse::<Span>().map(Span::fieldwise).map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
    }
}
