//! The format table: one row for each scalar that a field, parameter or item can be.
//!
//! A new string format is one row here and at most one file of the runtime; no emitter knows a format by name.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    str::FromStr,
};

use serde::Serialize;

use super::JsonType;

/// What dates and times are in Rust.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Time {
    /// Types of `jiff`.
    #[default]
    Jiff,
    /// Types of `chrono`.
    Chrono,
    /// What they are on the wire: texts and numbers.
    String,
}

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
    /// `Copy` and `Default` hold for it.
    pub copy: bool,
    #[allow(missing_docs, reason = "see `copy`")]
    pub default: bool,
    /// The library that its type is from, where `generator.toml` chooses one; `None`: whatever is chosen.
    pub time: Option<Time>,
    /// The scalar in its stead where a value is the text of a parameter; `None`: itself.
    pub text: Option<Scalar>,
    /// The scalar in its stead where no table says how it is read and written: in a JSON document, outside any object;
    /// `None`: itself.
    pub bare: Option<Scalar>,
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

const DATE_TIME: &[(JsonType, &str)] = &[
    (JsonType::String, "date-time"),
    (JsonType::String, "dateTime"),
    (JsonType::String, "datetime"),
    (JsonType::String, "date_time"),
];
const DATE: &[(JsonType, &str)] = &[(JsonType::String, "date")];
const UNIX_TIME: &[(JsonType, &str)] = &[
    (JsonType::Integer, "unix-time"),
    (JsonType::Integer, "unixtime"),
    (JsonType::Number, "unix-time"),
    (JsonType::Number, "unixtime"),
];

/// The text as `T` writes it, if it is one.
fn reread<T: FromStr + ToString>(text: &str) -> Option<String> {
    text.parse::<T>().ok().map(|value| value.to_string())
}

/// A date and time as `chrono` writes it: the fraction by threes.
fn by_threes(text: &str) -> Option<String> {
    let time: jiff::Timestamp = text.parse().ok()?;
    Some(match time.subsec_nanosecond() {
        0 => time.to_string(),
        part if part % 1_000_000 == 0 => format!("{time:.3}"),
        part if part % 1_000 == 0 => format!("{time:.6}"),
        _ => format!("{time:.9}"),
    })
}

const DEFAULT: Row = Row {
    canonical: None,
    selects: &[],
    rust: "",
    argument: None,
    codec: None,
    dependency: None,
    copy: true,
    default: true,
    time: None,
    text: None,
    bare: None,
    json: JsonType::String,
    example: "",
    owned: None,
    wire: "null",
};

scalars! {
    /// Any text, and formats that only say more of it: the text stays as it is. `uri`, since a parsed one is another
    /// text; `decimal`, since no number of Rust holds its digits; `time`, since the RFC's has an offset that the
    /// libraries' types have not.
    String {
        selects: &[
            (JsonType::String, ""), (JsonType::String, "decimal"),
            (JsonType::String, "email"), (JsonType::String, "hostname"), (JsonType::String, "idn-email"),
            (JsonType::String, "idn-hostname"), (JsonType::String, "iri"), (JsonType::String, "iri-reference"),
            (JsonType::String, "json-pointer"), (JsonType::String, "password"), (JsonType::String, "regex"),
            (JsonType::String, "relative-json-pointer"), (JsonType::String, "time"), (JsonType::String, "uri"),
            (JsonType::String, "uri-reference"), (JsonType::String, "uri-template"), (JsonType::String, "url")
        ],
        rust: "String", argument: Some("&str"), copy: false, example: "\"value\"",
        owned: Some("\"value\".to_owned()"), wire: "\"value\""
    }
    /// Text that servers also send as a number (`x-sdk-lenient`).
    LenientString {
        rust: "String", argument: Some("&str"), codec: Some("string_or_number"), text: Some(Scalar::String),
        bare: Some(Scalar::String), copy: false, example: "\"value\"", owned: Some("\"value\".to_owned()"),
        wire: "\"value\""
    }
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
    U8 { selects: &[(JsonType::Integer, "uint8"), (JsonType::Integer, "u-int8")], rust: "u8", json: JsonType::Integer, example: "1", wire: "1" }
    /// `uint16`.
    U16 { selects: &[(JsonType::Integer, "uint16"), (JsonType::Integer, "u-int16")], rust: "u16", json: JsonType::Integer, example: "1", wire: "1" }
    /// `uint32`.
    U32 { selects: &[(JsonType::Integer, "uint32"), (JsonType::Integer, "u-int32")], rust: "u32", json: JsonType::Integer, example: "1", wire: "1" }
    /// `uint64`, and integers whose stated bounds only it holds.
    U64 { selects: &[(JsonType::Integer, "uint64"), (JsonType::Integer, "u-int64")], rust: "u64", json: JsonType::Integer, example: "1", wire: "1" }
    /// Numbers; `float` too, since 32 bits would change values such as 0.1.
    F64 {
        selects: &[(JsonType::Number, ""), (JsonType::Number, "float"), (JsonType::Number, "double")],
        rust: "f64", json: JsonType::Number, example: "1.5", wire: "1.5"
    }
    /// A `number` whose format says that it is whole, which servers also send as `1.0`; and an integer that they also
    /// send as a string (`x-sdk-lenient`).
    LenientInteger {
        selects: &[
            (JsonType::Number, "int32"), (JsonType::Number, "int64"), (JsonType::Number, "int"),
            (JsonType::Number, "integer"), (JsonType::Number, "long")
        ],
        rust: "i64", codec: Some("number_or_string"), bare: Some(Scalar::I64), json: JsonType::Integer, example: "1",
        wire: "1"
    }
    /// A number that servers also send as a string (`x-sdk-lenient`).
    LenientNumber {
        rust: "f64", codec: Some("number_or_string"), bare: Some(Scalar::F64), json: JsonType::Number,
        example: "1.5", wire: "1.5"
    }
    /// A 32-bit integer as text.
    I32Text {
        selects: &[(JsonType::String, "int32")], rust: "i32", codec: Some("number_text"), bare: Some(Scalar::String),
        example: "1", wire: "\"1\"", canonical: Some(reread::<i32>)
    }
    /// A 64-bit integer as text, since JavaScript's numbers do not hold it.
    I64Text {
        selects: &[(JsonType::String, "int64")], rust: "i64", codec: Some("number_text"), bare: Some(Scalar::String),
        example: "1", wire: "\"1\"", canonical: Some(reread::<i64>)
    }
    /// The same without a sign.
    U64Text {
        selects: &[
            (JsonType::String, "uint64"), (JsonType::String, "u-int64"), (JsonType::String, "uint32"),
            (JsonType::String, "u-int32")
        ],
        rust: "u64", codec: Some("number_text"), bare: Some(Scalar::String), example: "1", wire: "\"1\"",
        canonical: Some(reread::<u64>)
    }
    /// `date-time` (RFC 3339); a text without an offset is read as UTC.
    Timestamp {
        selects: DATE_TIME, time: Some(Time::Jiff), rust: "jiff::Timestamp", codec: Some("timestamp"),
        dependency: Some("jiff"), bare: Some(Scalar::String), example: "jiff::Timestamp::UNIX_EPOCH",
        wire: "\"1970-01-01T00:00:00Z\"", canonical: Some(reread::<jiff::Timestamp>)
    }
    /// The same by `chrono`.
    ChronoTimestamp {
        selects: DATE_TIME, time: Some(Time::Chrono), rust: "chrono::DateTime<chrono::Utc>",
        codec: Some("chrono_timestamp"), dependency: Some("chrono"), bare: Some(Scalar::String),
        example: "chrono::DateTime::UNIX_EPOCH", wire: "\"1970-01-01T00:00:00Z\"", canonical: Some(by_threes)
    }
    /// Seconds since 1970, a fraction of one too.
    UnixTime {
        selects: UNIX_TIME, time: Some(Time::Jiff), rust: "jiff::Timestamp", codec: Some("unix_time"),
        dependency: Some("jiff"), text: Some(Scalar::I64), bare: Some(Scalar::I64), json: JsonType::Integer,
        example: "jiff::Timestamp::UNIX_EPOCH", wire: "0"
    }
    /// The same by `chrono`.
    ChronoUnixTime {
        selects: UNIX_TIME, time: Some(Time::Chrono), rust: "chrono::DateTime<chrono::Utc>",
        codec: Some("chrono_unix_time"), dependency: Some("chrono"), text: Some(Scalar::I64),
        bare: Some(Scalar::I64), json: JsonType::Integer, example: "chrono::DateTime::UNIX_EPOCH", wire: "0"
    }
    /// `date` (RFC 3339, full-date).
    Date {
        selects: DATE, time: Some(Time::Jiff), rust: "jiff::civil::Date", dependency: Some("jiff"), default: false,
        example: "jiff::civil::date(2026, 1, 31)", wire: "\"2026-01-31\"", canonical: Some(reread::<jiff::civil::Date>)
    }
    /// The same by `chrono`.
    ChronoDate {
        selects: DATE, time: Some(Time::Chrono), rust: "chrono::NaiveDate", dependency: Some("chrono"),
        example: "chrono::NaiveDate::default()", wire: "\"1970-01-01\"", canonical: Some(reread::<jiff::civil::Date>)
    }
    /// `duration` (RFC 3339, appendix A): years and months stay what they are. `chrono` has no such type: text.
    Duration {
        selects: &[(JsonType::String, "duration")], time: Some(Time::Jiff), rust: "jiff::SpanFieldwise",
        codec: Some("duration"), dependency: Some("jiff"), bare: Some(Scalar::String),
        example: "jiff::Span::new().minutes(5).fieldwise()", wire: "\"PT5M\""
    }
    /// `uuid` (RFC 9562).
    Uuid {
        selects: &[
            (JsonType::String, "uuid"), (JsonType::String, "uuid1"), (JsonType::String, "uuid3"),
            (JsonType::String, "uuid4"), (JsonType::String, "uuid5"), (JsonType::String, "uuid7")
        ],
        rust: "uuid::Uuid", dependency: Some("uuid"), example: "uuid::Uuid::nil()",
        wire: "\"00000000-0000-0000-0000-000000000000\"", canonical: Some(reread::<uuid::Uuid>)
    }
    /// `ipv4`.
    Ipv4 {
        selects: &[(JsonType::String, "ipv4")], rust: "std::net::Ipv4Addr", default: false,
        example: "std::net::Ipv4Addr::LOCALHOST", wire: "\"127.0.0.1\"", canonical: Some(reread::<Ipv4Addr>)
    }
    /// `ipv6`.
    Ipv6 {
        selects: &[(JsonType::String, "ipv6")], rust: "std::net::Ipv6Addr", default: false,
        example: "std::net::Ipv6Addr::LOCALHOST", wire: "\"::1\"", canonical: Some(reread::<Ipv6Addr>)
    }
    /// An address of either kind.
    Ip {
        selects: &[(JsonType::String, "ip"), (JsonType::String, "ipvanyaddress")], rust: "std::net::IpAddr",
        default: false, example: "std::net::IpAddr::from([127, 0, 0, 1])", wire: "\"127.0.0.1\"",
        canonical: Some(reread::<IpAddr>)
    }
    /// `binary` where there are no bytes: a text.
    Binary { selects: &[(JsonType::String, "binary")], rust: "String", argument: Some("&str"), copy: false, example: "\"value\"", owned: Some("\"value\".to_owned()"), wire: "\"value\"" }
    /// `binary` in a form of several parts: a file.
    File { rust: "runtime::File", copy: false, default: false, example: "File::new(\"value\")", wire: "\"value\"" }
    /// `byte`: base64 (RFC 4648, section 4).
    Base64 {
        selects: &[(JsonType::String, "byte"), (JsonType::String, "base64")], rust: "bytes::Bytes",
        argument: Some("&[u8]"), codec: Some("byte"), dependency: Some("base64"), text: Some(Scalar::String),
        bare: Some(Scalar::String), copy: false, example: "b\"value\"",
        owned: Some("bytes::Bytes::from_static(b\"value\")"), wire: "\"dmFsdWU=\""
    }
    /// `base64url` (RFC 4648, section 5).
    Base64Url {
        selects: &[(JsonType::String, "base64url")], rust: "bytes::Bytes", argument: Some("&[u8]"),
        codec: Some("byte_url"), dependency: Some("base64"), text: Some(Scalar::String), bare: Some(Scalar::String),
        copy: false, example: "b\"value\"", owned: Some("bytes::Bytes::from_static(b\"value\")"),
        wire: "\"dmFsdWU\""
    }
}

impl Scalar {
    /// The row for a JSON type and a format; for a format that no row names, the row of the type alone. `null`, arrays
    /// and objects are no scalars and give [`Scalar::String`].
    #[must_use]
    pub fn select(ty: JsonType, format: &str, time: Time) -> Self {
        let find = |format: &str| Self::find(time, |(known, name)| *known == ty && *name == format);
        find(format).or_else(|| find("")).unwrap_or(Self::String)
    }

    /// The first row that names a format, whatever its JSON type.
    #[must_use]
    pub fn of_format(format: &str, time: Time) -> Option<Self> {
        if format.is_empty() {
            return None;
        }
        let any = Self::ALL.iter().find_map(|row| row.row().selects.iter().find(|(_, name)| *name == format));
        Self::find(time, |(_, name)| *name == format).or_else(|| any.map(|(ty, _)| Self::select(*ty, "", time)))
    }

    fn find(time: Time, is: impl Fn(&(JsonType, &'static str)) -> bool) -> Option<Self> {
        let fits =
            |scalar: &&Self| scalar.row().time.is_none_or(|of| of == time) && scalar.row().selects.iter().any(&is);
        Self::ALL.iter().find(fits).copied()
    }

    /// Whether its Rust type is a whole number.
    #[must_use]
    pub fn is_integer(self) -> bool {
        matches!(self.row().rust, "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64")
    }

    /// The first scalar with the same Rust type: two variants of one union cannot both be made from it.
    #[must_use]
    pub fn same_in_rust(self) -> Self {
        Self::ALL.iter().find(|other| other.row().rust == self.row().rust).copied().unwrap_or(self)
    }
}
