//! Open enums of integers: the table macro `open_integer_enum!`.
//!
//! ```text
//! open_integer_enum! { Level {
//!     Low  1;
//!     High 2;
//! } }
//! ```
//! The enum has, beside the rows' variants, `Unknown(UnknownInteger)` for every other number.

/// Makes an open enum's impls from its table; see the module.
macro_rules! open_integer_enum {
    ($name:ident { $($variant:ident $value:literal;)+ }) => {
        impl $name {
            /// The value as it is on the wire.
            #[must_use]
            pub const fn as_i64(&self) -> i64 {
                match self {
                    $(Self::$variant => $value,)+
                    Self::Unknown(value) => value.as_i64(),
                }
            }
        }

        impl From<i64> for $name {
            /// Takes any number; one that is not listed becomes `Unknown`.
            fn from(value: i64) -> Self {
                match value {
                    $($value => Self::$variant,)+
                    _ => Self::Unknown(runtime::unknown_integer::UnknownInteger::new(value)),
                }
            }
        }

        impl ::core::fmt::Display for $name {
            /// The value as it is on the wire.
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.as_i64(), f)
            }
        }

        impl runtime::integer_enum::IntegerEnum for $name {
            const NAME: &'static str = ::core::stringify!($name);

            fn from_integer(value: i64) -> Option<Self> {
                Some(Self::from(value))
            }
        }

        impl ::serde_core::Serialize for $name {
            fn serialize<S: ::serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.as_i64())
            }
        }

        impl<'de> ::serde_core::Deserialize<'de> for $name {
            fn deserialize<D: ::serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                runtime::integer_enum::read(deserializer)
            }
        }

        #[cfg(feature = "client")]
        impl runtime::Param for $name {
            fn each(&self, put: &mut dyn ::core::ops::FnMut(Option<&str>, &str)) {
                put(None, &::std::string::ToString::to_string(self));
            }
        }
    };
}
pub(crate) use open_integer_enum;
