//! Codecs: how a value is written and read where serde's own impls for its type do not say it.
//!
//! A codec is a module of the runtime with a type `Codec`; a row of a table names the module: `as timestamp`. Around it
//! may stand `list(…)`, `map(…)`, `null(…)` and `tuple(…)`.

use std::{collections::BTreeMap, fmt, marker::PhantomData};

use serde_core::{
    de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor},
    ser::{Serialize, SerializeMap, Serializer},
};

use super::object::{Reader, Writer};

/// A way to write and read `T`.
pub trait Coder<T> {
    /// Writes a value.
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;

    /// Reads a value.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>;
}

/// A value with its codec: serialises by it.
pub struct Coded<'a, C, T>(&'a T, PhantomData<C>);

impl<'a, C: Coder<T>, T> Coded<'a, C, T> {
    /// `value`, which `C` writes.
    pub const fn new(value: &'a T) -> Self {
        Self(value, PhantomData)
    }
}

impl<C: Coder<T>, T> Serialize for Coded<'_, C, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(self.0, serializer)
    }
}

/// Reads one value by its codec.
pub struct Decode<C, T>(PhantomData<(C, T)>);

impl<C: Coder<T>, T> Decode<C, T> {
    /// A seed.
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, C: Coder<T>, T> DeserializeSeed<'de> for Decode<C, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        C::read(deserializer)
    }
}

/// A [`Writer`] for one member with a codec.
pub struct CodedWriter<'w, C, M: SerializeMap>(pub(super) &'w mut Writer<M>, PhantomData<C>);

impl<M: SerializeMap> Writer<M> {
    /// The next member is written by `C`.
    pub fn coded<C>(&mut self) -> CodedWriter<'_, C, M> {
        CodedWriter(self, PhantomData)
    }
}

impl<C, M: SerializeMap> CodedWriter<'_, C, M> {
    /// As [`Writer::required`].
    pub fn required<T>(self, key: &str, value: &T)
    where
        C: Coder<T>,
    {
        self.0.required(key, &Coded::<C, T>::new(value));
    }

    /// As [`Writer::optional`].
    pub fn optional<T>(self, key: &str, value: &Option<T>)
    where
        C: Coder<T>,
    {
        if let Some(value) = value {
            self.required(key, value);
        }
    }

    /// As [`Writer::nullable`].
    pub fn nullable<T>(self, key: &str, value: &Option<T>)
    where
        C: Coder<T>,
    {
        self.0.required(key, &value.as_ref().map(Coded::<C, T>::new));
    }
}

/// A [`Reader`] for one member with a codec.
pub struct CodedReader<'r, 'de, C, A: MapAccess<'de>>(pub(super) &'r mut Reader<'de, A>, PhantomData<C>);

impl<'de, A: MapAccess<'de>> Reader<'de, A> {
    /// The member is read by `C`.
    pub fn coded<C>(&mut self) -> CodedReader<'_, 'de, C, A> {
        CodedReader(self, PhantomData)
    }
}

impl<'de, C, A: MapAccess<'de>> CodedReader<'_, 'de, C, A> {
    /// As [`Reader::required`].
    pub fn required<T>(self, slot: &mut Option<T>)
    where
        C: Coder<T>,
    {
        *slot = self.0.value(Decode::<C, T>::new());
    }

    /// As [`Reader::optional`].
    pub fn optional<T>(self, slot: &mut Option<T>)
    where
        C: Coder<T>,
    {
        *slot = self.0.value(Decode::<Null<C>, Option<T>>::new()).flatten();
    }

    /// As [`Reader::nullable`].
    pub fn nullable<T>(self, slot: &mut Option<T>)
    where
        C: Coder<T>,
    {
        self.optional(slot);
    }
}

/// `list(C)`.
pub struct List<C>(PhantomData<C>);

impl<C: Coder<T>, T> Coder<Vec<T>> for List<C> {
    fn write<S: Serializer>(value: &Vec<T>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(value.iter().map(Coded::<C, T>::new))
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
        deserializer.deserialize_seq(ListVisitor::<C, T>(PhantomData))
    }
}

struct ListVisitor<C, T>(PhantomData<(C, T)>);

impl<'de, C: Coder<T>, T> Visitor<'de> for ListVisitor<C, T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Decode::<C, T>::new())? {
            list.push(item);
        }
        Ok(list)
    }
}

/// `map(C)`.
pub struct Map<C>(PhantomData<C>);

impl<C: Coder<T>, T> Coder<BTreeMap<String, T>> for Map<C> {
    fn write<S: Serializer>(value: &BTreeMap<String, T>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(value.iter().map(|(key, value)| (key, Coded::<C, T>::new(value))))
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, T>, D::Error> {
        deserializer.deserialize_map(MapVisitor::<C, T>(PhantomData))
    }
}

struct MapVisitor<C, T>(PhantomData<(C, T)>);

impl<'de, C: Coder<T>, T> Visitor<'de> for MapVisitor<C, T> {
    type Value = BTreeMap<String, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut map = BTreeMap::new();
        while let Some(key) = members.next_key()? {
            map.insert(key, members.next_value_seed(Decode::<C, T>::new())?);
        }
        Ok(map)
    }
}

/// `null(C)`: `None` is `null`.
pub struct Null<C>(PhantomData<C>);

impl<C: Coder<T>, T> Coder<Option<T>> for Null<C> {
    fn write<S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        value.as_ref().map(Coded::<C, T>::new).serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_option(NullVisitor::<C, T>(PhantomData))
    }
}

struct NullVisitor<C, T>(PhantomData<(C, T)>);

impl<'de, C: Coder<T>, T> Visitor<'de> for NullVisitor<C, T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        C::read(deserializer).map(Some)
    }
}

/// The type of a codec that a row names.
macro_rules! codec {
    (list($($inner:tt)+)) => { runtime::codec::List<runtime::codec!($($inner)+)> };
    (map($($inner:tt)+)) => { runtime::codec::Map<runtime::codec!($($inner)+)> };
    (null($($inner:tt)+)) => { runtime::codec::Null<runtime::codec!($($inner)+)> };
    (tuple($($place:ident $(($($inner:tt)+))?),+)) => {
        runtime::tuple::Tuple<($(runtime::codec!($place $(($($inner)+))?),)+)>
    };
    (plain) => { runtime::tuple::Plain };
    ($name:ident) => { runtime::$name::Codec };
}
pub(crate) use codec;
