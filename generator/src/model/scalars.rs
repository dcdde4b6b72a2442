//! The format table: one row for each scalar that a field, parameter or item can be.
//!
//! A new string format is one row here and at most one file of the runtime; no emitter knows a format by name.

use std::str::FromStr;

use serde::Serialize;

use super::JsonType;

/// One row of the format table.
#[derive(Debug)]
pub struct Row {
    /// JSON types and formats that select it. The empty format: no format, or one that no row names.
    pub selects: &'static [(JsonType, &'static str)],
    /// The owned Rust type, as it stands in a field.
    pub rust: &'static str,
    /// The type of an argument; `None`: `rust` by value.
    pub argument: Option<&'static str>,
    /// The codec of the wire tables that reads and writes it; `None`: its own serde impls do.
    pub codec: Option<&'static str>,
    /// The crate that its type is from, when it is no core dependency: a key of the dependency table in `capabilities`.
    pub dependency: Option<&'static str>,
    /// `Eq`, `Hash`, `Copy`, `Default` hold for it.
    pub eq: bool,
    #[allow(missing_docs, reason = "see `eq`")]
    pub hash: bool,
    #[allow(missing_docs, reason = "see `eq`")]
    pub copy: bool,
    #[allow(missing_docs, reason = "see `eq`")]
    pub default: bool,
    /// What it is on the wire.
    pub json: JsonType,
    /// A Rust expression for examples, of the argument's type.
    pub example: &'static str,
    /// The same value as an owned one; `None`: `example` is owned.
    pub owned: Option<&'static str>,
    /// The same value as JSON.
    pub wire: &'static str,
    /// A text of the spec as the crate would write it, if it is such a value and its Rust type has `FromStr`; examples
    /// then show the spec's own value.
    pub canonical: Option<fn(&str) -> Option<String>>,
}

macro_rules! scalars {
    ($($(#[doc = $doc:literal])* $variant:ident { $($row:tt)* })*) => {
        /// A value that is no object, list, map or enum.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Scalar { $($(#[doc = $doc])* $variant,)* }

        impl Scalar {
            /// All scalars, in the table's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its row.
            #[must_use]
            pub const fn row(self) -> &'static Row {
                match self { $(Self::$variant => &Row { $($row)*, ..DEFAULT },)* }
            }
        }
    };
}

/// The text as `T` writes it, if it is one.
fn reread<T: FromStr + ToString>(text: &str) -> Option<String> {
    text.parse::<T>().ok().map(|value| value.to_string())
}

const DEFAULT: Row = Row {
    canonical: None,
    selects: &[],
    rust: "",
    argument: None,
    codec: None,
    dependency: None,
    eq: true,
    hash: true,
    copy: true,
    default: true,
    json: JsonType::String,
    example: "",
    owned: None,
    wire: "null",
};

scalars! {
    /// Any text.
    String { selects: &[(JsonType::String, "")], rust: "String", argument: Some("&str"), copy: false, example: "\"value\"", owned: Some("\"value\".to_owned()"), wire: "\"value\"" }
    /// Text that servers also send as a number (`x-sdk-lenient`).
    LenientString { rust: "String", argument: Some("&str"), codec: Some("string_or_number"), copy: false, example: "\"value\"", owned: Some("\"value\".to_owned()"), wire: "\"value\"" }
    /// `true` or `false`.
    Boolean { selects: &[(JsonType::Boolean, "")], rust: "bool", json: JsonType::Boolean, example: "true", wire: "true" }
    /// `int8`.
    I8 { selects: &[(JsonType::Integer, "int8")], rust: "i8", json: JsonType::Integer, example: "1", wire: "1" }
    /// `int16`.
    I16 { selects: &[(JsonType::Integer, "int16")], rust: "i16", json: JsonType::Integer, example: "1", wire: "1" }
    /// `int32`.
    I32 { selects: &[(JsonType::Integer, "int32")], rust: "i32", json: JsonType::Integer, example: "1", wire: "1" }
    /// `int64`, and integers without a format.
    I64 { selects: &[(JsonType::Integer, "int64"), (JsonType::Integer, "")], rust: "i64", json: JsonType::Integer, example: "1", wire: "1" }
    /// `uint8`.
    U8 { selects: &[(JsonType::Integer, "uint8")], rust: "u8", json: JsonType::Integer, example: "1", wire: "1" }
    /// `uint16`.
    U16 { selects: &[(JsonType::Integer, "uint16")], rust: "u16", json: JsonType::Integer, example: "1", wire: "1" }
    /// `uint32`.
    U32 { selects: &[(JsonType::Integer, "uint32")], rust: "u32", json: JsonType::Integer, example: "1", wire: "1" }
    /// `uint64`.
    U64 { selects: &[(JsonType::Integer, "uint64")], rust: "u64", json: JsonType::Integer, example: "1", wire: "1" }
    /// Numbers; `float` too, since 32 bits would change values such as 0.1.
    F64 { selects: &[(JsonType::Number, "")], rust: "f64", json: JsonType::Number, eq: false, hash: false, example: "1.5", wire: "1.5" }
    /// `date-time` (RFC 3339); a text without an offset is read as UTC.
    Timestamp {
        selects: &[(JsonType::String, "date-time")], rust: "jiff::Timestamp", codec: Some("timestamp"), dependency: Some("jiff"),
        example: "jiff::Timestamp::UNIX_EPOCH", wire: "\"1970-01-01T00:00:00Z\"", canonical: Some(reread::<jiff::Timestamp>)
    }
    /// `date` (RFC 3339, full-date).
    Date {
        selects: &[(JsonType::String, "date")], rust: "jiff::civil::Date", dependency: Some("jiff"), default: false,
        example: "jiff::civil::date(2026, 1, 31)", wire: "\"2026-01-31\"", canonical: Some(reread::<jiff::civil::Date>)
    }
    /// `uuid` (RFC 9562).
    Uuid {
        selects: &[(JsonType::String, "uuid")], rust: "uuid::Uuid", dependency: Some("uuid"), example: "uuid::Uuid::nil()",
        wire: "\"00000000-0000-0000-0000-000000000000\"", canonical: Some(reread::<uuid::Uuid>)
    }
    /// `binary` where there are no bytes: a text.
    Binary { selects: &[(JsonType::String, "binary")], rust: "String", argument: Some("&str"), copy: false, example: "\"value\"", owned: Some("\"value\".to_owned()"), wire: "\"value\"" }
    /// `binary` in a form of several parts: a file.
    File { rust: "runtime::File", copy: false, default: false, example: "File::new(\"value\")", wire: "\"value\"" }
    /// `byte`: base64 (RFC 4648, section 4).
    Base64 {
        selects: &[(JsonType::String, "byte")], rust: "bytes::Bytes", argument: Some("&[u8]"), codec: Some("byte"),
        dependency: Some("base64"), copy: false, example: "b\"value\"",
        owned: Some("bytes::Bytes::from_static(b\"value\")"), wire: "\"dmFsdWU=\""
    }
}

impl Scalar {
    /// The row for a JSON type and a format; for a format that no row names, the row of the type alone. `null`, arrays
    /// and objects are no scalars and give [`Scalar::String`].
    #[must_use]
    pub fn select(ty: JsonType, format: &str) -> Self {
        let find = |format: &str| {
            let has = |scalar: &&Self| scalar.row().selects.contains(&(ty, format));
            Self::ALL.iter().find(has).copied()
        };
        find(format).or_else(|| find("")).unwrap_or(Self::String)
    }
}
