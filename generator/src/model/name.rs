//! Names, each kind a type of its own, checked when made so that making an identifier of one cannot fail.

use std::fmt;

use serde::Serialize;

/// Why a text is no Rust identifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidName(pub String);

impl fmt::Display for InvalidName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` cannot be a Rust identifier", self.0.escape_debug())
    }
}

impl std::error::Error for InvalidName {}

/// Strict and reserved keywords of every edition up to 2024, and the weak ones that cannot name an item.
pub const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Whether `text` may stand as an identifier as it is: ASCII, no digit first, no keyword, not `_`.
#[must_use]
pub fn is_identifier(text: &str) -> bool {
    let mut bytes = text.bytes();
    let starts = bytes.next().is_some_and(|b| b.is_ascii_alphabetic() || b == b'_');
    starts && text != "_" && bytes.all(|b| b.is_ascii_alphanumeric() || b == b'_') && !KEYWORDS.contains(&text)
}

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes `text` when it is an identifier (see [`is_identifier`]).
            ///
            /// # Errors
            /// [`InvalidName`] when it is none.
            pub fn new(text: impl Into<String>) -> Result<Self, InvalidName> {
                let text = text.into();
                if is_identifier(&text) { Ok(Self(text)) } else { Err(InvalidName(text)) }
            }

            /// The identifier.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )* };
}

identifiers! {
    /// A type: upper camel case.
    TypeName;
    /// A variant of an enum or union: upper camel case.
    VariantName;
    /// A struct's field, also its setter: snake case.
    FieldName;
    /// A method or its argument: snake case.
    MethodName;
    /// A module and its file without `.rs`: snake case.
    ModuleName;
}

/// A name as it stands on the wire, kept exactly; any text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct WireName(pub String);

impl WireName {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for WireName {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}
