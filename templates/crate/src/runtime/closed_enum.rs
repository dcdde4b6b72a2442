//! Closed enums of strings: the table macro `closed_enum!`, whose rows are those of `open_enum!`.

/// Makes a closed enum's impls from its table; see the module.
macro_rules! closed_enum {
    ($name:ident { $($variant:ident $text:literal;)+ }) => {
        impl $name {
            /// The value as it is on the wire.
            #[must_use]
            pub const fn as_str(&self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = runtime::invalid_value::InvalidValue;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                <Self as runtime::text_enum::TextEnum>::from_text(text).ok_or_else(|| {
                    runtime::invalid_value::InvalidValue::new(::core::stringify!($name), &text)
                })
            }
        }

        impl TryFrom<&str> for $name {
            type Error = runtime::invalid_value::InvalidValue;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl ::core::fmt::Display for $name {
            /// The value as it is on the wire.
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl runtime::text_enum::TextEnum for $name {
            const NAME: &'static str = ::core::stringify!($name);

            fn from_text(text: &str) -> Option<Self> {
                match text {
                    $($text => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl ::serde_core::Serialize for $name {
            fn serialize<S: ::serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde_core::Deserialize<'de> for $name {
            fn deserialize<D: ::serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                runtime::text_enum::read(deserializer)
            }
        }

        #[cfg(feature = "client")]
        impl runtime::Param for $name {
            fn each(&self, put: &mut dyn ::core::ops::FnMut(Option<&str>, &str)) {
                put(None, self.as_str());
            }
        }
    };
}
pub(crate) use closed_enum;
