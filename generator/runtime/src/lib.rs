//! Compiles the runtime of emitted crates and tests it.

#[allow(dead_code, unused_macros, unused_imports, reason = "a stand-in until the client side lands")]
#[path = "../../../templates/crate/src/runtime"]
mod runtime {
    pub(crate) mod byte;
    pub(crate) mod closed_enum;
    pub(crate) mod closed_integer_enum;
    pub(crate) mod codec;
    pub(crate) mod integer_enum;
    pub(crate) mod invalid_value;
    pub(crate) mod nullable;
    pub(crate) mod object;
    pub(crate) mod open_enum;
    pub(crate) mod open_integer_enum;
    pub(crate) mod redacted;
    pub(crate) mod rest;
    pub(crate) mod string_or_number;
    pub(crate) mod text_enum;
    pub(crate) mod timestamp;
    pub(crate) mod union;
    pub(crate) mod unknown;
    pub(crate) mod unknown_integer;

    pub(crate) use closed_enum::closed_enum;
    pub(crate) use closed_integer_enum::closed_integer_enum;
    pub(crate) use codec::codec;
    pub use invalid_value::InvalidValue;
    pub use nullable::Nullable;
    pub(crate) use object::object;
    pub(crate) use open_enum::open_enum;
    pub(crate) use open_integer_enum::open_integer_enum;
    pub(crate) use redacted::redacted;
    pub(crate) use union::union;
    pub use unknown::UnknownValue;
    pub use unknown_integer::UnknownInteger;
}

#[cfg(test)]
#[path = "../tests/wire.rs"]
mod wire;
