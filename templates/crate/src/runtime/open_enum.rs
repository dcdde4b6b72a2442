//! Open enums of strings: the table macro `open_enum!`.
//!
//! ```text
//! open_enum! { Color {
//!     Red  "red";
//!     Blue "blue";
//! } }
//! ```
//! The enum has, beside the rows' variants, `Unknown(UnknownValue)` for every other text.

/// Makes an open enum's impls from its table; see the module.
macro_rules! open_enum {
    ($name:ident { $($variant:ident $text:literal;)+ }) => {
        impl $name {
            /// The value as it is on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Unknown(value) => value.as_str(),
                }
            }
        }

        impl From<&str> for $name {
            /// Takes any text; one that is not listed becomes `Unknown`.
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)+
                    _ => Self::Unknown(runtime::unknown::UnknownValue::new(text)),
                }
            }
        }

        impl From<String> for $name {
            /// Takes any text; one that is not listed becomes `Unknown`.
            fn from(text: String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;

            /// Takes any text; one that is not listed becomes `Unknown`.
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(text))
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
                Some(Self::from(text))
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
pub(crate) use open_enum;
