//! The tri-state of a member that may be absent or `null`, where the two differ: rows say `maybe`.

use std::marker::PhantomData;

use serde_core::{
    de::{Deserialize, MapAccess},
    ser::{Serialize, SerializeMap},
};

use super::{
    codec::{CodedReader, CodedWriter, Coder, Decode, Null},
    object::{Reader, Writer},
};

/// A value that may be absent or `null`, the two meaning different things: in an update, absent leaves what is there and
/// `null` clears it.
///
/// Made by `From` from a value, or from an `Option` whose `None` is [`Nullable::Null`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Nullable<T> {
    /// Not sent.
    #[default]
    Absent,
    /// Sent as `null`.
    Null,
    /// Sent as this value.
    Value(T),
}

impl<T> Nullable<T> {
    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value, if there is one.
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Whether nothing is sent.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether `null` is sent.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The same with a borrowed value.
    pub const fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }

    /// The same with another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(f(value)),
        }
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T> From<Option<T>> for Nullable<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl From<&str> for Nullable<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

impl<M: SerializeMap> Writer<M> {
    /// A member that is absent, `null` or a value.
    pub fn maybe<T: Serialize>(&mut self, key: &str, value: &Nullable<T>) {
        match value {
            Nullable::Absent => {}
            Nullable::Null => self.required(key, &()),
            Nullable::Value(value) => self.required(key, value),
        }
    }
}

impl<C, M: SerializeMap> CodedWriter<'_, C, M> {
    /// As [`Writer::maybe`].
    pub fn maybe<T>(self, key: &str, value: &Nullable<T>)
    where
        C: Coder<T>,
    {
        match value {
            Nullable::Absent => {}
            Nullable::Null => self.0.required(key, &()),
            Nullable::Value(value) => self.required(key, value),
        }
    }
}

impl<'de, A: MapAccess<'de>> Reader<'de, A> {
    /// A member that is absent, `null` or a value.
    pub fn maybe<T: Deserialize<'de>>(&mut self, slot: &mut Option<Nullable<T>>) {
        *slot = self.value(PhantomData::<Option<T>>).map(Nullable::from);
    }
}

impl<'de, C, A: MapAccess<'de>> CodedReader<'_, 'de, C, A> {
    /// As [`Reader::maybe`].
    pub fn maybe<T>(self, slot: &mut Option<Nullable<T>>)
    where
        C: Coder<T>,
    {
        *slot = self.0.value(Decode::<Null<C>, Option<T>>::new()).map(Nullable::from);
    }
}
