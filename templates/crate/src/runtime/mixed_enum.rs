//! Enums of numbers, and of values of several types: the table macro `mixed_enum!`.
//!
//! ```text
//! mixed_enum! { Limit {
//!     Auto "auto";
//!     Half 0.5;
//!     Off  false;
//!     ..Unknown;
//! } }
//! ```
//! With `..Unknown` the enum is open: it has, beside the rows' variants, `Unknown(serde_json::Value)` for every other
//! value. A number counts by its value, however it is written.

use serde_core::de::Error;
use serde_json::Value;

/// Whether two values are one.
pub fn same(a: &Value, b: &Value) -> bool {
    a == b || (a.is_number() && a.as_f64() == b.as_f64())
}

/// A value as the text of a parameter.
#[cfg(feature = "client")]
pub fn put(value: &Value, put: &mut dyn FnMut(Option<&str>, &str)) {
    match value {
        Value::String(text) => put(None, text),
        other => put(None, &other.to_string()),
    }
}

/// The error for a value that no row lists.
pub fn unlisted<E: Error>(value: &Value, name: &str) -> E {
    E::custom(format_args!("{value} is no value of {name}"))
}

/// Makes an enum's impls from its table; see the module.
macro_rules! mixed_enum {
    ($name:ident { $($variant:ident $value:expr;)+ $(..$unknown:ident;)? }) => {
        impl $name {
            /// The value as it is on the wire.
            #[must_use]
            pub fn to_value(&self) -> ::serde_json::Value {
                match self {
                    $(Self::$variant => ::serde_json::Value::from($value),)+
                    $(Self::$unknown(value) => value.clone(),)?
                }
            }
        }

        impl ::serde_core::Serialize for $name {
            fn serialize<S: ::serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                ::serde_core::Serialize::serialize(&self.to_value(), serializer)
            }
        }

        impl<'de> ::serde_core::Deserialize<'de> for $name {
            fn deserialize<D: ::serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = <::serde_json::Value as ::serde_core::Deserialize>::deserialize(deserializer)?;
                $(if runtime::mixed_enum::same(&value, &::serde_json::Value::from($value)) {
                    return Ok(Self::$variant);
                })+
                runtime::mixed_enum!(@unlisted value $name $($unknown)?)
            }
        }

        #[cfg(feature = "client")]
        impl runtime::Param for $name {
            fn each(&self, put: &mut dyn ::core::ops::FnMut(Option<&str>, &str)) {
                runtime::mixed_enum::put(&self.to_value(), put);
            }
        }
    };
    (@unlisted $value:ident $name:ident $unknown:ident) => { Ok($name::$unknown($value)) };
    (@unlisted $value:ident $name:ident) => {
        Err(runtime::mixed_enum::unlisted(&$value, ::core::stringify!($name)))
    };
}
pub(crate) use mixed_enum;
