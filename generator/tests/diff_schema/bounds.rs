//! Bounds, `multipleOf`, patterns, `uniqueItems`.

use crate::harness::rows;

rows! {
    max_set: {"type": "number"} => {"type": "number", "maximum": 9}, "max-set" | "max-unset";
    max_raised: {"type": "number", "maximum": 9} => {"type": "number", "maximum": 10}, "max-increased" | "max-decreased";
    min_set: {"type": "number"} => {"type": "number", "minimum": 9}, "min-set" | "min-unset";
    min_raised: {"type": "number", "minimum": -9} => {"type": "number", "minimum": 1.5}, "min-increased" | "min-decreased";
    exclusive_max_set: {"type": "number"} => {"type": "number", "exclusiveMaximum": 9},
        "exclusive-max-set" | "exclusive-max-unset";
    exclusive_max_raised: {"type": "number", "exclusiveMaximum": 9} => {"type": "number", "exclusiveMaximum": 10},
        "exclusive-max-increased" | "exclusive-max-decreased";
    max_became_exclusive: {"type": "number", "maximum": 9} => {"type": "number", "exclusiveMaximum": 9},
        "exclusive-max-set" | "exclusive-max-unset";
    exclusive_min_set: {"type": "number"} => {"type": "number", "exclusiveMinimum": 9},
        "exclusive-min-set" | "exclusive-min-unset";
    exclusive_min_raised: {"type": "number", "exclusiveMinimum": 9} => {"type": "number", "exclusiveMinimum": 10},
        "exclusive-min-increased" | "exclusive-min-decreased";
    min_became_exclusive: {"type": "number", "minimum": 9} => {"type": "number", "exclusiveMinimum": 9},
        "exclusive-min-set" | "exclusive-min-unset";
    max_of_64_bits: {"type": "integer", "maximum": 18446744073709551614u64} => {"type": "integer", "maximum": 18446744073709551615u64},
        "max-increased" | "max-decreased";
    max_length_set: {"type": "string"} => {"type": "string", "maxLength": 9}, "max-length-set" | "max-length-unset";
    max_length_raised: {"type": "string", "maxLength": 9} => {"type": "string", "maxLength": 10},
        "max-length-increased" | "max-length-decreased";
    min_length_set: {"type": "string"} => {"type": "string", "minLength": 9}, "min-length-set" | "min-length-unset";
    min_length_raised: {"type": "string", "minLength": 9} => {"type": "string", "minLength": 10},
        "min-length-increased" | "min-length-decreased";
    max_items_set: {"type": "array", "items": {"type": "string"}} => {"type": "array", "items": {"type": "string"}, "maxItems": 9},
        "max-items-set" | "max-items-unset";
    max_items_raised: {"type": "array", "items": {}, "maxItems": 9} => {"type": "array", "items": {}, "maxItems": 10},
        "max-items-increased" | "max-items-decreased";
    min_items_set: {"type": "array", "items": {}} => {"type": "array", "items": {}, "minItems": 9},
        "min-items-set" | "min-items-unset";
    min_items_raised: {"type": "array", "items": {}, "minItems": 9} => {"type": "array", "items": {}, "minItems": 10},
        "min-items-increased" | "min-items-decreased";
    max_properties_set: {"type": "object"} => {"type": "object", "maxProperties": 9},
        "max-properties-set" | "max-properties-unset";
    max_properties_raised: {"type": "object", "maxProperties": 9} => {"type": "object", "maxProperties": 10},
        "max-properties-increased" | "max-properties-decreased";
    min_properties_set: {"type": "object"} => {"type": "object", "minProperties": 9},
        "min-properties-set" | "min-properties-unset";
    min_properties_raised: {"type": "object", "minProperties": 9} => {"type": "object", "minProperties": 10},
        "min-properties-increased" | "min-properties-decreased";
    multiple_set: {"type": "number"} => {"type": "number", "multipleOf": 4}, "multiple-of-set" | "multiple-of-unset";
    multiple_factor: {"type": "number", "multipleOf": 4} => {"type": "number", "multipleOf": 2},
        "multiple-of-generalized" | "multiple-of-specialized";
    multiple_fraction: {"type": "number", "multipleOf": 0.01} => {"type": "number", "multipleOf": 0.001},
        "multiple-of-generalized" | "multiple-of-specialized";
    multiple_other: {"type": "number", "multipleOf": 4} => {"type": "number", "multipleOf": 3},
        "multiple-of-changed" | "multiple-of-changed";
    pattern_set: {"type": "string"} => {"type": "string", "pattern": "^a"}, "pattern-added" | "pattern-removed";
    pattern_other: {"type": "string", "pattern": "^b"} => {"type": "string", "pattern": "^a"},
        "pattern-changed" | "pattern-changed";
    pattern_all: {"type": "string", "pattern": "^b"} => {"type": "string", "pattern": ".*"},
        "pattern-generalized" | "pattern-changed";
    unique: {"type": "array", "items": {}} => {"type": "array", "items": {}, "uniqueItems": true},
        "unique-items-set" | "unique-items-unset";
    max_contains_set: {"type": "array", "items": {}, "contains": {"type": "string"}}
        => {"type": "array", "items": {}, "contains": {"type": "string"}, "maxContains": 3},
        "max-contains-set" | "max-contains-unset";
    max_contains_raised: {"type": "array", "items": {}, "contains": {"type": "string"}, "maxContains": 3}
        => {"type": "array", "items": {}, "contains": {"type": "string"}, "maxContains": 4},
        "max-contains-increased" | "max-contains-decreased";
    min_contains_set: {"type": "array", "items": {}, "contains": {"type": "string"}}
        => {"type": "array", "items": {}, "contains": {"type": "string"}, "minContains": 3},
        "min-contains-set" | "min-contains-unset";
    min_contains_raised: {"type": "array", "items": {}, "contains": {"type": "string"}, "minContains": 3}
        => {"type": "array", "items": {}, "contains": {"type": "string"}, "minContains": 4},
        "min-contains-increased" | "min-contains-decreased";
}
