//! Closed enums of integers: the table macro `closed_integer_enum!`, whose rows are those of `open_integer_enum!`.

/// Makes a closed enum's impls from its table; see the module.
macro_rules! closed_integer_enum {
    ($name:ident { $($variant:ident $value:literal;)+ }) => {
        impl $name {
            /// The value as it is on the wire.
            #[must_use]
            pub const fn as_i64(&self) -> i64 {
                match self {
                    $(Self::$variant => $value,)+
                }
            }
        }

        impl TryFrom<i64> for $name {
            type Error = runtime::invalid_value::InvalidValue;

            fn try_from(value: i64) -> Result<Self, Self::Error> {
                <Self as runtime::integer_enum::IntegerEnum>::from_integer(value).ok_or_else(|| {
                    runtime::invalid_value::InvalidValue::new(::core::stringify!($name), &value)
                })
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
                match value {
                    $($value => Some(Self::$variant),)+
                    _ => None,
                }
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
pub(crate) use closed_integer_enum;
