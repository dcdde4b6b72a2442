//! Members that no row names, kept in a map: the row `..extra`.

use std::{collections::BTreeMap, marker::PhantomData};

use serde_core::{
    de::{Deserialize, DeserializeSeed, MapAccess},
    ser::{Serialize, SerializeMap},
};

use super::{
    codec::{Coded, CodedReader, CodedWriter, Coder, Decode},
    object::{Reader, Writer},
};

impl<M: SerializeMap> Writer<M> {
    /// Writes the members of `map`.
    pub fn rest<T: Serialize>(&mut self, map: &BTreeMap<String, T>) {
        for (key, value) in map {
            self.required(key, value);
        }
    }
}

impl<C, M: SerializeMap> CodedWriter<'_, C, M> {
    /// Writes the members of `map`.
    pub fn rest<T>(self, map: &BTreeMap<String, T>)
    where
        C: Coder<T>,
    {
        for (key, value) in map {
            self.0.required(key, &Coded::<C, T>::new(value));
        }
    }
}

impl<'de, A: MapAccess<'de>> Reader<'de, A> {
    /// Puts the member into `map`.
    pub fn rest<T: Deserialize<'de>>(&mut self, map: &mut BTreeMap<String, T>) -> &mut Self {
        self.keep(map, PhantomData)
    }

    fn keep<S: DeserializeSeed<'de>>(&mut self, map: &mut BTreeMap<String, S::Value>, seed: S) -> &mut Self {
        let key = self.take_key();
        if let Some(value) = self.value(seed) {
            map.insert(key, value);
        }
        self
    }
}

impl<'r, 'de, C, A: MapAccess<'de>> CodedReader<'r, 'de, C, A> {
    /// Puts the member into `map`.
    pub fn rest<T>(self, map: &mut BTreeMap<String, T>) -> &'r mut Reader<'de, A>
    where
        C: Coder<T>,
    {
        self.0.keep(map, Decode::<C, T>::new())
    }
}
