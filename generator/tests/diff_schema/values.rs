//! Types, formats, `null`, listed values, defaults, and what is said about the use of a schema.

use crate::harness::rows;

rows! {
    type_other: {"type": "boolean"} => {"type": "array", "items": {"type": "string"}}, "type-changed" | "type-changed";
    type_held: {"type": "integer"} => {"type": "number"}, "type-generalized" | "type-specialized";
    type_any: {"type": "object"} => {}, "type-generalized" | "type-specialized";
    format_held: {"type": "integer", "format": "int32"} => {"type": "integer", "format": "int64"},
        "type-generalized" | "type-specialized";
    format_read: {"type": "string", "format": "uuid"} => {"type": "string"}, "type-generalized" | "type-specialized";
    format_other: {"type": "string", "format": "uuid"} => {"type": "string", "format": "date"},
        "type-changed" | "type-changed";
    format_described: {"type": "string", "format": "email"} => {"type": "string", "format": "uri"},
        "format-changed" | "format-changed";
    format_described_or_not: {"type": "string", "format": "email"} => {"type": "string"},
        "format-changed" | "format-changed";
    list_of_types: {"type": ["array", "boolean"], "items": {}} => {"type": ["array", "boolean", "object"], "items": {}},
        "list-of-types-widened" | "list-of-types-narrowed";
    type_to_list: {"type": "object"} => {"type": ["array", "object"]}, "list-of-types-widened" | "list-of-types-narrowed";
    nullable: {"type": "string"} => {"type": ["string", "null"]}, "became-nullable" | "became-not-nullable";
    nullable_object: {"type": "object", "properties": {"a": {"type": "string"}}}
        => {"type": "object", "properties": {"a": {"type": "string"}}, "nullable": true},
        "became-nullable" | "became-not-nullable";
    nullable_enum: {"type": "string", "enum": ["a"]} => {"type": ["string", "null"], "enum": ["a", null]},
        "became-nullable" | "became-not-nullable";
    value_added: {"type": "string", "enum": ["a", "b"]} => {"type": "string", "enum": ["c", "b", "a"]},
        "enum-value-added" | "enum-value-removed";
    number_added: {"type": "integer", "enum": [1]} => {"type": "integer", "enum": [1, 2]},
        "enum-value-added" | "enum-value-removed";
    const_to_list: {"type": "string", "const": "a"} => {"type": "string", "enum": ["a", "b"]},
        "enum-value-added" | "enum-value-removed";
    became_enum: {"type": "string"} => {"type": "string", "enum": ["a"]}, "became-enum" | "became-not-enum";
    const_set: {"type": "string"} => {"type": "string", "const": "a"}, "const-added" | "const-removed";
    const_other: {"type": "string", "const": "b"} => {"type": "string", "const": "a"}, "const-changed" | "const-changed";
    known_value: {"type": "string", "x-extensible-enum": ["a"]} => {"type": "string", "x-extensible-enum": ["a", "b"]},
        "x-extensible-enum-value-added" | "x-extensible-enum-value-removed";
    default_set: {"type": "string"} => {"type": "string", "default": "a"},
        "default-value-added" | "default-value-removed";
    default_other: {"type": "integer", "default": 1} => {"type": "integer", "default": 2},
        "default-value-changed" | "default-value-changed";
    deprecated: {"type": "string"} => {"type": "string", "deprecated": true}, "deprecated" | "reactivated";
    deprecated_until: {"type": "string"} => {"type": "string", "deprecated": true, "x-sunset": "2030-01-01"},
        "deprecated-with-sunset" | "reactivated";
    sunset_moved: {"type": "string", "deprecated": true, "x-sunset": "2031-01-01"}
        => {"type": "string", "deprecated": true, "x-sunset": "2030-01-01"}, "sunset-changed" | "sunset-changed";
    sunset_gone: {"type": "string", "deprecated": true, "x-sunset": "2031-01-01"}
        => {"type": "string", "deprecated": true}, "sunset-deleted" | "sunset-changed";
    own_extension: {"type": "string", "enum": ["a"]} => {"type": "string", "enum": ["a"], "x-sdk-open": false},
        "sdk-extension-changed" | "sdk-extension-changed";
    additional_forbidden: {"type": "object", "additionalProperties": false} => {"type": "object"},
        "additional-properties-allowed" | "additional-properties-disallowed";
    additional_typed: {"type": "object", "additionalProperties": {"type": "string"}} => {"type": "object", "additionalProperties": true},
        "additional-properties-schema-removed" | "additional-properties-schema-added";
    additional_typed_or_none: {"type": "object", "additionalProperties": {"type": "string"}} => {"type": "object", "additionalProperties": false},
        "additional-properties-disallowed" | "additional-properties-allowed";
    names: {"type": "object"} => {"type": "object", "patternProperties": {"^x-": {"type": "string"}}},
        "pattern-property-added" | "pattern-property-removed";
    more_names: {"type": "object", "patternProperties": {"^y-": {"type": "string"}}}
        => {"type": "object", "patternProperties": {"^x-": {"type": "string"}, "^y-": {"type": "string"}}},
        "pattern-property-added" | "pattern-property-removed";
    places: {"type": "array", "prefixItems": [{"type": "string"}]}
        => {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}]},
        "prefix-items-added" | "prefix-items-removed";
    list_to_tuple: {"type": "array"} => {"type": "array", "prefixItems": [{"type": "string"}]},
        "prefix-items-added" | "prefix-items-removed";
    not_set: {"type": "string"} => {"type": "string", "not": {"type": "string", "enum": ["a"]}}, "not-added" | "not-removed";
    not_other: {"type": "string", "not": {"type": "string", "enum": ["b"]}} => {"type": "string", "not": {"type": "string", "enum": ["a"]}},
        "not-changed" | "not-changed";
    condition: {"type": "object", "properties": {"a": {"type": "string"}}}
        => {"type": "object", "properties": {"a": {"type": "string"}}, "if": {"required": ["a"]}, "then": {"maxProperties": 2}},
        "condition-added" | "condition-removed";
    contains: {"type": "array", "items": {}} => {"type": "array", "items": {}, "contains": {"type": "string"}},
        "contains-added" | "contains-removed";
    names_of_properties: {"type": "object"} => {"type": "object", "propertyNames": {"maxLength": 5}},
        "property-names-added" | "property-names-removed";
    dependent: {"type": "object"} => {"type": "object", "dependentRequired": {"a": ["b"]}},
        "dependent-required-added" | "dependent-required-removed";
    dependent_other: {"type": "object", "dependentRequired": {"a": ["c"]}} => {"type": "object", "dependentRequired": {"a": ["b"]}},
        "dependent-required-changed" | "dependent-required-changed";
    content: {"type": "string", "contentMediaType": "application/json"}
        => {"type": "string", "contentMediaType": "application/json", "contentSchema": {"type": "object"}},
        "content-schema-added" | "content-schema-removed";
    content_type: {"type": "string"} => {"type": "string", "contentMediaType": "application/json"},
        "content-media-type-changed" | "content-media-type-changed";
    content_encoding: {"type": "string"} => {"type": "string", "contentEncoding": "quoted-printable"},
        "content-encoding-changed" | "content-encoding-changed";
}
