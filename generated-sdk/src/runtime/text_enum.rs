//! What enums of strings share.

use std::{fmt, marker::PhantomData};

use serde_core::de::{Deserializer, Error, Unexpected, Visitor};

/// An enum whose values are strings.
pub trait TextEnum: Sized {
    /// Its name, for errors.
    const NAME: &'static str;

    /// The variant for `text`.
    fn from_text(text: &str) -> Option<Self>;
}

/// Reads a value.
pub fn read<'de, T: TextEnum, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(TextVisitor(PhantomData))
}

struct TextVisitor<T>(PhantomData<T>);

impl<T: TextEnum> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string ({})", T::NAME)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::from_text(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}
