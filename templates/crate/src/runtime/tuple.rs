//! `tuple(…)`: a list in which each place has its own type, where serde's own impls do not say how one of them is
//! written. `plain` names a place that they do.

use std::{fmt, marker::PhantomData};

use serde_core::{
    de::{DeserializeOwned, Deserializer, Error, SeqAccess, Visitor},
    ser::{Serialize, SerializeTuple, Serializer},
};

use super::codec::{Coded, Coder, Decode};

/// A place that serde's own impls write and read.
pub struct Plain;

impl<T: Serialize + DeserializeOwned> Coder<T> for Plain {
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::deserialize(deserializer)
    }
}

/// The codecs `C` of all places.
pub struct Tuple<C>(PhantomData<C>);

struct TupleVisitor<C, T>(PhantomData<(C, T)>);

macro_rules! tuples {
    ($($length:literal { $($place:literal $codec:ident $ty:ident $value:ident),+ })+) => { $(
        impl<$($codec: Coder<$ty>, $ty),+> Coder<($($ty,)+)> for Tuple<($($codec,)+)> {
            fn write<S: Serializer>(($($value,)+): &($($ty,)+), serializer: S) -> Result<S::Ok, S::Error> {
                let mut list = serializer.serialize_tuple($length)?;
                $(list.serialize_element(&Coded::<$codec, $ty>::new($value))?;)+
                list.end()
            }

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<($($ty,)+), D::Error> {
                deserializer.deserialize_tuple($length, TupleVisitor::<($($codec,)+), ($($ty,)+)>(PhantomData))
            }
        }

        impl<'de, $($codec: Coder<$ty>, $ty),+> Visitor<'de> for TupleVisitor<($($codec,)+), ($($ty,)+)> {
            type Value = ($($ty,)+);

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a list of {} items", $length)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
                Ok(($(
                    items
                        .next_element_seed(Decode::<$codec, $ty>::new())?
                        .ok_or_else(|| Error::invalid_length($place, &self))?,
                )+))
            }
        }
    )+ };
}

tuples! {
    2 { 0 C0 T0 v0, 1 C1 T1 v1 }
    3 { 0 C0 T0 v0, 1 C1 T1 v1, 2 C2 T2 v2 }
    4 { 0 C0 T0 v0, 1 C1 T1 v1, 2 C2 T2 v2, 3 C3 T3 v3 }
    5 { 0 C0 T0 v0, 1 C1 T1 v1, 2 C2 T2 v2, 3 C3 T3 v3, 4 C4 T4 v4 }
    6 { 0 C0 T0 v0, 1 C1 T1 v1, 2 C2 T2 v2, 3 C3 T3 v3, 4 C4 T4 v4, 5 C5 T5 v5 }
    7 { 0 C0 T0 v0, 1 C1 T1 v1, 2 C2 T2 v2, 3 C3 T3 v3, 4 C4 T4 v4, 5 C5 T5 v5, 6 C6 T6 v6 }
    8 { 0 C0 T0 v0, 1 C1 T1 v1, 2 C2 T2 v2, 3 C3 T3 v3, 4 C4 T4 v4, 5 C5 T5 v5, 6 C6 T6 v6, 7 C7 T7 v7 }
    9 { 0 C0 T0 v0, 1 C1 T1 v1, 2 C2 T2 v2, 3 C3 T3 v3, 4 C4 T4 v4, 5 C5 T5 v5, 6 C6 T6 v6, 7 C7 T7 v7, 8 C8 T8 v8 }
    10 { 0 C0 T0 v0, 1 C1 T1 v1, 2 C2 T2 v2, 3 C3 T3 v3, 4 C4 T4 v4, 5 C5 T5 v5, 6 C6 T6 v6, 7 C7 T7 v7, 8 C8 T8 v8, 9 C9 T9 v9 }
    11 { 0 C0 T0 v0, 1 C1 T1 v1, 2 C2 T2 v2, 3 C3 T3 v3, 4 C4 T4 v4, 5 C5 T5 v5, 6 C6 T6 v6, 7 C7 T7 v7, 8 C8 T8 v8, 9 C9 T9 v9, 10 C10 T10 v10 }
    12 { 0 C0 T0 v0, 1 C1 T1 v1, 2 C2 T2 v2, 3 C3 T3 v3, 4 C4 T4 v4, 5 C5 T5 v5, 6 C6 T6 v6, 7 C7 T7 v7, 8 C8 T8 v8, 9 C9 T9 v9, 10 C10 T10 v10, 11 C11 T11 v11 }
}
