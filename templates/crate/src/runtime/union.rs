//! Unions: the table macro `union!` and what its impls share.
//!
//! By the text of a property (a discriminator):
//! ```text
//! union! { Pet: Serialize + Deserialize by "kind" {
//!     Cat "cat";
//!     Dog "dog" | "puppy", tagged;
//!     ..Unknown;
//! } }
//! ```
//! A row names the texts that mean its variant, the first of which is written where the payload does not have the property
//! itself (`tagged`; `retagged` where the payload is a union; `completed` where it has the property and may leave it
//! out). By shape, the first row that fits and decodes:
//! ```text
//! union! { Id: Deserialize by shape {
//!     Number integer;
//!     Text   string;
//!     Pair   object "left", "right";
//!     Single object "left", "kind" = "single" | "one";
//!     ..Unknown;
//! } }
//! ```
//! A key must be there, or, where constants follow, hold one of these texts, numbers or booleans if it is there.
//! `..Unknown` makes the union open: it keeps what no row takes. The header is as that of `object!`.
//!
//! A received value is read once into a [`Value`], from which the payload is decoded.

use std::{collections::BTreeMap, marker::PhantomData};

use serde_core::{
    de::{self, Deserialize, DeserializeOwned, DeserializeSeed, Deserializer},
    ser::{self, Serialize, SerializeMap, Serializer},
};
use serde_json::Value;

use super::{
    codec::{Coder, Decode},
    object::{WriteObject, Writer},
};

/// Reads a value of any shape.
pub fn buffer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
    Value::deserialize(deserializer)
}

/// The text of the property `key`.
pub fn tag<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key)?.as_str()
}

/// The payload in `value`.
pub fn decode<T: DeserializeOwned, E: de::Error>(value: &Value) -> Result<T, E> {
    T::deserialize(value).map_err(E::custom)
}

/// The payload in `value`, which does not know of the property `key`.
pub fn decode_untagged<T: DeserializeOwned, E: de::Error>(mut value: Value, key: &str) -> Result<T, E> {
    if let Some(members) = value.as_object_mut() {
        members.remove(key);
    }
    decode(&value)
}

/// The error for a value that no row takes.
pub fn unfit<E: de::Error>(name: &str) -> E {
    E::custom(format_args!("the value is no variant of {name}"))
}

/// Tries whether a value is of a shape.
pub struct Attempt<'v>(Option<&'v Value>);

impl<'v> Attempt<'v> {
    /// A value is of the shape when one of `kinds` says so and each of `keys` is there, or, where the key has
    /// constants, holds one of them if it is there.
    pub fn new(value: &'v Value, kinds: &[fn(&Value) -> bool], keys: &[(&str, &[&str])]) -> Self {
        let fits_key = |(key, constants): &(&str, &[&str])| match value.get(key) {
            None => !constants.is_empty(),
            Some(_) if constants.is_empty() => true,
            Some(Value::String(text)) => constants.contains(&text.as_str()),
            Some(value) => constants.contains(&value.to_string().as_str()),
        };
        let fits = kinds.iter().any(|kind| kind(value)) && keys.iter().all(fits_key);
        Self(fits.then_some(value))
    }

    /// The payload, if it decodes.
    pub fn read<T: DeserializeOwned>(self) -> Option<T> {
        T::deserialize(self.0?).ok()
    }

    /// The payload is read by `C`.
    pub const fn coded<C>(self) -> CodedAttempt<'v, C> {
        CodedAttempt(self, PhantomData)
    }
}

/// An [`Attempt`] with a codec.
pub struct CodedAttempt<'v, C>(Attempt<'v>, PhantomData<C>);

impl<C> CodedAttempt<'_, C> {
    /// As [`Attempt::read`].
    pub fn read<T>(self) -> Option<T>
    where
        C: Coder<T>,
    {
        Decode::<C, T>::new().deserialize(self.0.0?).ok()
    }
}

/// The words for JSON types in a table.
pub mod kind {
    use serde_json::Value;

    pub fn any(_: &Value) -> bool {
        true
    }

    pub fn null(value: &Value) -> bool {
        value.is_null()
    }

    pub fn boolean(value: &Value) -> bool {
        value.is_boolean()
    }

    pub fn integer(value: &Value) -> bool {
        value.is_i64() || value.is_u64()
    }

    pub fn number(value: &Value) -> bool {
        value.is_number()
    }

    pub fn string(value: &Value) -> bool {
        value.is_string()
    }

    pub fn array(value: &Value) -> bool {
        value.is_array()
    }

    pub fn object(value: &Value) -> bool {
        value.is_object()
    }
}

/// Writes `payload` with the member `key` before its own.
pub fn write_tagged<T: WriteObject, S: Serializer>(
    payload: &T,
    key: &str,
    text: &str,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    super::object::write(&Tagged { key, text, payload }, serializer)
}

/// As [`write_tagged`] for a payload without a table of its own: it goes through a [`Value`].
pub fn write_retagged<T: Serialize, S: Serializer>(
    payload: &T,
    key: &str,
    text: &str,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match serde_json::to_value(payload).map_err(ser::Error::custom)? {
        Value::Object(mut members) => {
            members.insert(key.to_owned(), text.into());
            members.serialize(serializer)
        }
        value => value.serialize(serializer),
    }
}

/// As [`write_tagged`] for a payload that has the member `key` itself, where it does not say it.
pub fn write_completed<T: Serialize, S: Serializer>(
    payload: &T,
    key: &str,
    text: &str,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match serde_json::to_value(payload).map_err(ser::Error::custom)? {
        Value::Object(mut members) if members.get(key).is_none_or(Value::is_null) => {
            members.insert(key.to_owned(), text.into());
            members.serialize(serializer)
        }
        _ => payload.serialize(serializer),
    }
}

struct Tagged<'a, T> {
    key: &'a str,
    text: &'a str,
    payload: &'a T,
}

impl<T: WriteObject> WriteObject for Tagged<'_, T> {
    fn write<M: SerializeMap>(&self, out: &mut Writer<M>) {
        out.required(self.key, self.text);
        self.payload.write(out);
    }
}

impl<T: WriteObject> WriteObject for Box<T> {
    fn write<M: SerializeMap>(&self, out: &mut Writer<M>) {
        T::write(self, out);
    }
}

impl<T: Serialize> WriteObject for BTreeMap<String, T> {
    fn write<M: SerializeMap>(&self, out: &mut Writer<M>) {
        for (key, value) in self {
            out.required(key, value);
        }
    }
}

/// Makes a union's impls from its table; see the module.
macro_rules! union {
    ($name:ident: Serialize + Deserialize by $by:tt $rows:tt) => {
        runtime::union! { @serialize [] $by $name $rows }
        runtime::union! { @deserialize [] $by $name $rows }
    };
    ($name:ident: Serialize by $by:tt $rows:tt) => {
        runtime::union! { @serialize [] $by $name $rows }
        runtime::union! { @deserialize [#[cfg(feature = "serde-all")]] $by $name $rows }
    };
    ($name:ident: Deserialize by $by:tt $rows:tt) => {
        runtime::union! { @serialize [#[cfg(feature = "serde-all")]] $by $name $rows }
        runtime::union! { @deserialize [] $by $name $rows }
    };
    (@serialize [$($cfg:tt)*] shape $name:ident {
        $($variant:ident $($kind:ident)|+ $($key:literal $(= $($constant:literal)|+)?),* $(as $codec:ident $(($($inner:tt)*))?)?;)*
        $(..$unknown:ident;)?
    }) => {
        $($cfg)*
        #[automatically_derived]
        impl ::serde_core::Serialize for $name {
            fn serialize<S: ::serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(payload) => ::serde_core::Serialize::serialize(
                        &$(runtime::codec::Coded::<runtime::codec!($codec $(($($inner)*))?), _>::new)?(payload),
                        serializer,
                    ),)*
                    $(Self::$unknown(value) => ::serde_core::Serialize::serialize(value, serializer),)?
                }
            }
        }
    };
    (@deserialize [$($cfg:tt)*] shape $name:ident {
        $($variant:ident $($kind:ident)|+ $($key:literal $(= $($constant:literal)|+)?),* $(as $codec:ident $(($($inner:tt)*))?)?;)*
        $(..$unknown:ident;)?
    }) => {
        $($cfg)*
        #[automatically_derived]
        impl<'de> ::serde_core::Deserialize<'de> for $name {
            fn deserialize<D: ::serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = runtime::union::buffer(deserializer)?;
                $(if let Some(payload) =
                    runtime::union::Attempt::new(&value, &[$(runtime::union::kind::$kind),+], &[$(($key, &[$($($constant),+)?])),*])
                        $(.coded::<runtime::codec!($codec $(($($inner)*))?)>())?
                        .read()
                {
                    return Ok(Self::$variant(payload));
                })*
                runtime::union!(@unfit value $name $($unknown)?)
            }
        }
    };
    (@serialize [$($cfg:tt)*] $tag:literal $name:ident {
        $($variant:ident $text:literal $(| $other:literal)* $(, $tagged:ident)?;)*
        $(..$unknown:ident;)?
    }) => {
        $($cfg)*
        #[automatically_derived]
        impl ::serde_core::Serialize for $name {
            fn serialize<S: ::serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(payload) => runtime::union!(@write $($tagged)? payload $tag $text serializer),)*
                    $(Self::$unknown(value) => ::serde_core::Serialize::serialize(value, serializer),)?
                }
            }
        }
    };
    (@deserialize [$($cfg:tt)*] $tag:literal $name:ident {
        $($variant:ident $text:literal $(| $other:literal)* $(, $tagged:ident)?;)*
        $(..$unknown:ident;)?
    }) => {
        $($cfg)*
        #[automatically_derived]
        impl<'de> ::serde_core::Deserialize<'de> for $name {
            fn deserialize<D: ::serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = runtime::union::buffer(deserializer)?;
                match runtime::union::tag(&value, $tag) {
                    $(Some($text $(| $other)*) => {
                        runtime::union!(@read $($tagged)? value $tag).map(Self::$variant)
                    })*
                    _ => runtime::union!(@unfit value $name $($unknown)?),
                }
            }
        }
    };
    (@write tagged $payload:ident $tag:literal $text:literal $serializer:ident) => {
        runtime::union::write_tagged($payload, $tag, $text, $serializer)
    };
    (@write retagged $payload:ident $tag:literal $text:literal $serializer:ident) => {
        runtime::union::write_retagged($payload, $tag, $text, $serializer)
    };
    (@write completed $payload:ident $tag:literal $text:literal $serializer:ident) => {
        runtime::union::write_completed($payload, $tag, $text, $serializer)
    };
    (@write $payload:ident $tag:literal $text:literal $serializer:ident) => {
        ::serde_core::Serialize::serialize($payload, $serializer)
    };
    (@read completed $value:ident $tag:literal) => { runtime::union::decode(&$value) };
    (@read $tagged:ident $value:ident $tag:literal) => { runtime::union::decode_untagged($value, $tag) };
    (@read $value:ident $tag:literal) => { runtime::union::decode(&$value) };
    (@unfit $value:ident $name:ident $unknown:ident) => { Ok($name::$unknown($value)) };
    (@unfit $value:ident $name:ident) => {
        Err(runtime::union::unfit(::core::stringify!($name)))
    };
}
pub(crate) use union;
