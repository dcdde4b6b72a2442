//! What enums of integers share.

use std::{fmt, marker::PhantomData};

use serde_core::de::{Deserializer, Error, Unexpected, Visitor};

/// An enum whose values are integers.
pub trait IntegerEnum: Sized {
    /// Its name, for errors.
    const NAME: &'static str;

    /// The variant for `value`.
    fn from_integer(value: i64) -> Option<Self>;
}

/// Reads a value.
pub fn read<'de, T: IntegerEnum, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_i64(IntegerVisitor(PhantomData))
}

struct IntegerVisitor<T>(PhantomData<T>);

impl<T: IntegerEnum> Visitor<'_> for IntegerVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an integer ({})", T::NAME)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        T::from_integer(value).ok_or_else(|| E::invalid_value(Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        let known = i64::try_from(value).ok().and_then(T::from_integer);
        known.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(value), &self))
    }
}
