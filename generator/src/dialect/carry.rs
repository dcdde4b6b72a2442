//! The inner keys: what openapiv3 would lose is carried through it in `x-sdkgen-*` extensions, all named here.
//!
//! A spec cannot speak this language: such keys are removed from the input before lowering.

use indexmap::IndexMap;
use serde_json::Value;

/// What every inner key begins with.
pub const PREFIX: &str = "x-sdkgen-";

/// `minimum`, a number.
pub const MINIMUM: &str = "x-sdkgen-minimum";
/// `maximum`, a number.
pub const MAXIMUM: &str = "x-sdkgen-maximum";
/// `exclusiveMinimum`, a boolean.
pub const EXCLUSIVE_MINIMUM: &str = "x-sdkgen-exclusive-minimum";
/// `exclusiveMaximum`, a boolean.
pub const EXCLUSIVE_MAXIMUM: &str = "x-sdkgen-exclusive-maximum";
/// `multipleOf`, a number.
pub const MULTIPLE_OF: &str = "x-sdkgen-multiple-of";
/// `enum`, a list.
pub const ENUM: &str = "x-sdkgen-enum";
/// `default`, any value.
pub const DEFAULT: &str = "x-sdkgen-default";
/// A `type` that OpenAPI 3.0 does not have, any value.
pub const TYPE: &str = "x-sdkgen-type";
/// On a schema that could not be typed: why. The schema says nothing else.
pub const UNTYPED: &str = "x-sdkgen-untyped";
/// On an operation that could not be typed in full: why. It can be called raw only.
pub const QUARANTINE: &str = "x-sdkgen-quarantine";

/// The keywords of a schema that move, with the keys that they move to. `type` moves only when it is unknown.
pub const MOVED: &[(&str, &str)] = &[
    ("minimum", MINIMUM),
    ("maximum", MAXIMUM),
    ("exclusiveMinimum", EXCLUSIVE_MINIMUM),
    ("exclusiveMaximum", EXCLUSIVE_MAXIMUM),
    ("multipleOf", MULTIPLE_OF),
    ("enum", ENUM),
    ("default", DEFAULT),
];

/// The keyword that moved to `key`: what a report must point at.
#[must_use]
pub fn keyword(key: &str) -> Option<&'static str> {
    if key == TYPE {
        return Some("type");
    }
    MOVED.iter().find(|(_, inner)| *inner == key).map(|(keyword, _)| *keyword)
}

/// Reads the inner keys of one node's extensions.
#[derive(Clone, Copy, Debug)]
pub struct Carried<'a>(pub &'a IndexMap<String, Value>);

impl<'a> Carried<'a> {
    /// The carried value of [`ENUM`], [`DEFAULT`] or [`TYPE`].
    #[must_use]
    pub fn value(self, key: &str) -> Option<&'a Value> {
        self.0.get(key)
    }

    /// A bound as its JSON text: [`MINIMUM`], [`MAXIMUM`] or [`MULTIPLE_OF`].
    #[must_use]
    pub fn number(self, key: &str) -> Option<String> {
        self.value(key)?.as_number().map(ToString::to_string)
    }

    /// Whether a bound is excluded: [`EXCLUSIVE_MINIMUM`] or [`EXCLUSIVE_MAXIMUM`].
    #[must_use]
    pub fn flag(self, key: &str) -> bool {
        self.value(key).and_then(Value::as_bool).unwrap_or_default()
    }

    /// The listed values; `None`: no list.
    #[must_use]
    pub fn listed(self) -> Option<&'a [Value]> {
        self.value(ENUM)?.as_array().map(Vec::as_slice)
    }

    /// Why the schema is untyped.
    #[must_use]
    pub fn untyped(self) -> Option<&'a str> {
        self.value(UNTYPED)?.as_str()
    }

    /// Why the operation can be called raw only.
    #[must_use]
    pub fn quarantine(self) -> Option<&'a str> {
        self.value(QUARANTINE)?.as_str()
    }
}
