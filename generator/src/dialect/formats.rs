//! Formats that decide whether a value is a number.

/// Formats of numbers: beside several types, any other format is that of the text.
pub const NUMERIC: &[&str] = &[
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "float",
    "double",
    "decimal",
    "decimal128",
    "unix-time",
];
