//! `base64url`: base64 (RFC 4648, section 5) as [`bytes::Bytes`].

use std::fmt;

use base64::{
    Engine, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use bytes::Bytes;
use serde_core::{
    de::{Deserializer, Error, Unexpected, Visitor},
    ser::Serializer,
};

use super::codec::Coder;

const BASE64URL: GeneralPurpose = GeneralPurpose::new(
    &alphabet::URL_SAFE,
    GeneralPurposeConfig::new().with_encode_padding(false).with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Writes without padding; reads with or without, and over several lines.
pub struct Codec;

impl Coder<Bytes> for Codec {
    fn write<S: Serializer>(value: &Bytes, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64URL.encode(value))
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Bytes, D::Error> {
        deserializer.deserialize_str(ByteUrlVisitor)
    }
}

struct ByteUrlVisitor;

impl Visitor<'_> for ByteUrlVisitor {
    type Value = Bytes;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("base64url text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Bytes, E> {
        let decoded = BASE64URL.decode(text).or_else(|_| BASE64URL.decode(text.replace(['\r', '\n'], "")));
        decoded.map(Bytes::from).map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
    }
}
