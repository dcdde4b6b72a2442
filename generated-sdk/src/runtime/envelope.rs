//! The object around an answer: its value and whether the call succeeded, found in one pass.

use std::{fmt, marker::PhantomData};

use serde_core::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use super::info::EnvelopeInfo;

/// What an envelope holds.
pub(crate) struct Opened<T> {
    /// Its value; none where that is absent or `null`.
    pub(crate) data: Option<T>,
    /// What it says of success, when it says anything.
    pub(crate) success: Option<bool>,
}

/// Opens an envelope. A property that is given twice counts as given last.
pub(crate) fn open<'de, T: Deserialize<'de>>(
    names: EnvelopeInfo,
    body: &'de [u8],
) -> Result<Opened<T>, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let opened = Envelope { names, data: PhantomData }.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(opened)
}

/// Whether a body is an envelope that says that the call failed.
pub(crate) fn states_failure(names: EnvelopeInfo, body: &[u8]) -> bool {
    names.success.is_some()
        && is_object(body)
        && open::<IgnoredAny>(names, body).is_ok_and(|opened| opened.success == Some(false))
}

/// Whether a body begins as a JSON object does.
pub(crate) fn is_object(body: &[u8]) -> bool {
    body.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

struct Envelope<T> {
    names: EnvelopeInfo,
    data: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for Envelope<T> {
    type Value = Opened<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Envelope<T> {
    type Value = Opened<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut opened = Opened { data: None, success: None };
        while let Some(property) = map.next_key_seed(Name(self.names))? {
            match property {
                Property::Data => opened.data = map.next_value::<Option<T>>()?,
                Property::Success => opened.success = map.next_value::<Value>()?.as_bool(),
                Property::Other => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(opened)
    }
}

/// Tells a property's name without keeping it.
struct Name(EnvelopeInfo);

enum Property {
    Data,
    Success,
    Other,
}

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Property;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Property, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Property;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property's name")
    }

    fn visit_str<E: serde_core::de::Error>(self, name: &str) -> Result<Property, E> {
        Ok(match name {
            _ if name == self.0.data => Property::Data,
            _ if Some(name) == self.0.success => Property::Success,
            _ => Property::Other,
        })
    }
}
