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

/// On a schema with one listed value: it was written as `const`.
pub const CONST: &str = "x-sdkgen-const";
/// On an array schema: it is a tuple. Its `items` is `{oneOf: [...]}` with the schema of each place in order; the value
/// here is `{"min": n, "rest": bool}`: how many places must be there, and whether the last of the `oneOf` is the schema
/// of all further items.
pub const TUPLE: &str = "x-sdkgen-tuple";
/// On an object schema whose `additionalProperties` come from `patternProperties`: the list of the patterns. Several
/// schemas stand there as `{anyOf: [...]}`.
pub const PATTERNS: &str = "x-sdkgen-patterns";
/// On an item of `allOf`, `true`: it holds in some cases only (`then`, `else`, `dependentSchemas`), so what it requires is
/// not required, and it narrows nothing.
pub const CONDITIONAL: &str = "x-sdkgen-conditional";
/// On an operation: its method, where a path item of 3.0 has none of that name. It stands as `post` of a path item of
/// its own, whose key is the path with `#` and the method behind it.
pub const METHOD: &str = "x-sdkgen-method";
/// On an operation: the path that it has in truth (see [`METHOD`] and [`WEBHOOK`]).
pub const PATH: &str = "x-sdkgen-path";
/// On an operation: it is no operation but a webhook of this name. It stands in a path item with the key
/// `/x-sdkgen-webhooks/{name}`. Its body's type is received.
pub const WEBHOOK: &str = "x-sdkgen-webhook";
/// On an operation: those of its callbacks that are references, by their names. They stand empty in `callbacks`.
pub const CALLBACKS: &str = "x-sdkgen-callbacks";
/// What the key of a webhook's path item begins with (see [`WEBHOOK`]).
pub const WEBHOOKS: &str = "/x-sdkgen-webhooks/";
/// On a media type: its `schema` is that of each item of a sequence (`itemSchema`; 3.2, section Sequential Media Types).
pub const SEQUENCE: &str = "x-sdkgen-sequence";
/// On a query parameter with `content`: it is the whole query string (3.2, `in: querystring`).
pub const QUERYSTRING: &str = "x-sdkgen-querystring";
/// On a parameter: a style that 3.0 does not have (`tabDelimited` of 2.0's `tsv`, `cookie` of 3.2).
pub const STYLE: &str = "x-sdkgen-style";
/// On a tag: the tag above it (3.2).
pub const PARENT: &str = "x-sdkgen-parent";
/// On a tag: what it is for (3.2).
pub const KIND: &str = "x-sdkgen-kind";
/// On a schema: the Rust type that `generator.toml` puts in its place (never the description: `SECURITY.md`).
pub const REPLACE: &str = "x-sdkgen-replace";
/// On a schema: traits that `generator.toml` has derived for it.
pub const DERIVE: &str = "x-sdkgen-derive";

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

    /// The patterns of [`PATTERNS`].
    #[must_use]
    pub fn patterns(self) -> Vec<&'a str> {
        let listed = self.value(PATTERNS).and_then(Value::as_array);
        listed.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// The value of [`TUPLE`]: how many places must be there, and whether the last schema is that of the rest.
    #[must_use]
    pub fn places(self) -> Option<(usize, bool)> {
        let tuple = self.value(TUPLE)?;
        let least = tuple.get("min").and_then(Value::as_u64).and_then(|least| usize::try_from(least).ok());
        Some((least.unwrap_or_default(), tuple.get("rest").and_then(Value::as_bool).unwrap_or_default()))
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
