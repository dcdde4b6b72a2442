use openapiv3::{AnySchema, ReferenceOr, Schema, SchemaKind, Type};
use serde_json::json;

use super::{carry::Carried, *};
use crate::source::{Input, load};

/// What a spec becomes and what is said of it: code, pointer, message.
pub(super) fn check(spec: &Value) -> (Option<Lowered>, Vec<String>) {
    check_text(&spec.to_string())
}

pub(super) fn check_text(text: &str) -> (Option<Lowered>, Vec<String>) {
    let mut diagnostics = Diagnostics::new();
    let loaded = load(Input { name: "spec".to_owned(), bytes: text.as_bytes().to_vec() }, &mut diagnostics).unwrap();
    let lowered = lower(&loaded, &mut diagnostics);
    let said = diagnostics.into_sorted();
    let said = said.iter().map(|d| format!("{} {}: {}", d.code.as_str(), d.origin.pointer, d.message)).collect();
    (lowered, said)
}

fn spec(schemas: Value, paths: Value) -> Value {
    json!({"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": paths, "components": {"schemas": schemas}})
}

/// A schema as it is typed, and what is said.
fn schema(schema: Value) -> (Schema, Vec<String>) {
    let (lowered, said) = check(&spec(json!({"A": schema}), json!({})));
    match lowered.unwrap().document.components.unwrap().schemas.swap_remove("A") {
        Some(ReferenceOr::Item(schema)) => (schema, said),
        other => panic!("{other:?}"),
    }
}

fn carried(schema: &Schema) -> Value {
    json!(schema.schema_data.extensions)
}

/// One silent fallback of openapiv3: the schema stays `expected` and the keyword is carried as JSON.
fn carries(given: Value, expected: fn(&SchemaKind) -> bool, inner: Value) {
    let (schema, said) = schema(given.clone());
    assert!(expected(&schema.schema_kind), "{given}: {:?}", schema.schema_kind);
    assert_eq!(carried(&schema), inner, "{given}");
    assert_eq!(said, [""; 0], "{given}");
}

const fn is_integer(kind: &SchemaKind) -> bool {
    matches!(kind, SchemaKind::Type(Type::Integer(_)))
}

const fn is_string(kind: &SchemaKind) -> bool {
    matches!(kind, SchemaKind::Type(Type::String(_)))
}

const fn is_any(kind: &SchemaKind) -> bool {
    matches!(kind, SchemaKind::Any(_))
}

#[test]
fn an_integer_with_a_maximum_of_64_bits_stays_an_integer() {
    carries(json!({"type": "integer", "maximum": u64::MAX}), is_integer, json!({"x-sdkgen-maximum": u64::MAX}));
    let (schema, _) = schema(json!({"type": "integer", "maximum": u64::MAX}));
    assert_eq!(Carried(&schema.schema_data.extensions).number(carry::MAXIMUM).as_deref(), Some("18446744073709551615"));
}

#[test]
fn an_integer_with_a_fractional_minimum_stays_an_integer() {
    carries(json!({"type": "integer", "minimum": 1.5}), is_integer, json!({"x-sdkgen-minimum": 1.5}));
    carries(json!({"type": "integer", "multipleOf": 0.5}), is_integer, json!({"x-sdkgen-multiple-of": 0.5}));
}

#[test]
fn an_integer_with_a_mixed_enum_stays_an_integer() {
    carries(json!({"type": "integer", "enum": [1, "b", null]}), is_integer, json!({"x-sdkgen-enum": [1, "b", null]}));
}

#[test]
fn a_string_enum_holding_a_number_stays_a_string_with_its_source_text() {
    carries(json!({"type": "string", "enum": ["a", 2]}), is_string, json!({"x-sdkgen-enum": ["a", "2"]}));
}

#[test]
fn an_unknown_type_is_carried() {
    for unknown in ["null", "file", "strng"] {
        carries(json!({"type": unknown}), is_any, json!({"x-sdkgen-type": unknown}));
    }
}

#[test]
fn siblings_of_all_of_are_all_there() {
    let given =
        json!({"type": "object", "required": ["a"], "allOf": [{"type": "object"}], "maximum": 3, "default": {}});
    carries(given.clone(), is_any, json!({"x-sdkgen-maximum": 3, "x-sdkgen-default": {}}));
    let (schema, _) = schema(given);
    let SchemaKind::Any(AnySchema { typ, required, all_of, .. }) = schema.schema_kind else { panic!() };
    assert_eq!((typ.as_deref(), required.len(), all_of.len()), (Some("object"), 1, 1));
}

#[test]
fn exclusive_bounds_beside_all_of_are_carried_exactly() {
    let given = json!({"allOf": [{"type": "integer"}], "minimum": u64::MAX, "exclusiveMinimum": true, "exclusiveMaximum": false});
    let inner =
        json!({"x-sdkgen-minimum": u64::MAX, "x-sdkgen-exclusive-minimum": true, "x-sdkgen-exclusive-maximum": false});
    carries(given, |kind| matches!(kind, SchemaKind::AllOf { .. }), inner);
}

#[test]
fn a_keyword_of_3_1_is_said_and_read() {
    let (schema, said) =
        schema(json!({"type": ["integer", "null"], "exclusiveMinimum": 5, "examples": [7], "$defs": {}}));
    let root = "dialect-keyword /components/schemas/A";
    assert_eq!(
        said,
        [
            format!("{root}/$defs: `$defs` is a keyword of OpenAPI 3.1; it is read as there"),
            format!("{root}/examples: `examples` is a keyword of OpenAPI 3.1; it is read as there"),
            format!("{root}/exclusiveMinimum: `exclusiveMinimum` with a number is OpenAPI 3.1; it is read as there"),
            format!("{root}/type: a list of types is OpenAPI 3.1; it is read as there"),
        ]
    );
    assert!(is_integer(&schema.schema_kind) && schema.schema_data.nullable);
    assert_eq!(carried(&schema), json!({"x-sdkgen-exclusive-minimum": true, "x-sdkgen-minimum": 5}));
    assert_eq!(schema.schema_data.example, Some(json!(7)));
}

#[test]
fn siblings_of_a_reference_are_kept_or_said() {
    let given = json!({"$ref": "#/components/schemas/B", "description": "d", "default": 1, "x-sdk-name": "n", "type": "string"});
    let (lowered, said) = check(&spec(json!({"A": given, "B": {}}), json!({})));
    let expected = json!({
        "allOf": [{"$ref": "#/components/schemas/B"}], "description": "d", "x-sdk-name": "n", "x-sdkgen-default": 1
    });
    assert_eq!(lowered.unwrap().value.pointer("/components/schemas/A"), Some(&expected));
    assert_eq!(said, ["dialect-keyword /components/schemas/A/$ref: `type` beside `$ref` means nothing in OpenAPI 3.0"]);
}

#[test]
fn only_schema_positions_are_rewritten() {
    let properties = json!({"default": {"type": "string"}, "enum": {}, "$ref": {}, "minimum": {}, "x-sdkgen-enum": {}});
    let given = json!({
        "type": "object", "properties": properties, "example": {"enum": [1], "x-sdkgen-enum": 2},
        "x-other": {"default": 1, "x-sdkgen-default": 2}
    });
    let (lowered, said) = check(&spec(json!({"A": given.clone()}), json!({})));
    assert_eq!((lowered.unwrap().value.pointer("/components/schemas/A"), said), (Some(&given), vec![]));
}

#[test]
fn the_inner_language_cannot_be_spoken() {
    let (schema, said) = schema(json!({"x-sdkgen-untyped": "x", "type": "string"}));
    assert_eq!(carried(&schema), json!({}));
    assert_eq!(said, ["dialect-reserved /components/schemas/A/x-sdkgen-untyped: `x-sdkgen-untyped` was removed"]);
}

#[test]
fn the_smallest_schema_that_cannot_be_read_is_untyped() {
    let (lowered, said) =
        check(&spec(json!({"A": {"properties": {"a": {"items": []}, "b": {"type": "string"}}}}), json!({})));
    let value = lowered.unwrap().value;
    let untyped = json!({"x-sdkgen-untyped": "a schema must be a mapping, but is a list"});
    assert_eq!(value.pointer("/components/schemas/A/properties/a/items"), Some(&untyped));
    assert_eq!(value.pointer("/components/schemas/A/properties/b/type"), Some(&json!("string")));
    assert_eq!(
        said,
        ["dialect-shape /components/schemas/A/properties/a/items: a schema must be a mapping, but is a list"]
    );
}

#[test]
fn an_operation_that_lost_a_part_is_quarantined_and_stays() {
    let paths = json!({"/a": {
        "get": {"parameters": [{"name": "n", "in": "body"}], "responses": {}},
        "put": {"responses": {"200": {"description": "", "content": []}}},
        "post": {"requestBody": 1, "responses": {}},
        "patch": {"responses": {}},
        "delete": {"$ref": "delete.yaml"}
    }});
    let (lowered, said) = check(&spec(json!({}), paths));
    let item = lowered.unwrap().document.paths.paths.swap_remove("/a").unwrap().into_item().unwrap();
    let raw = |operation: &Option<openapiv3::Operation>| {
        Carried(&operation.as_ref().unwrap().extensions).quarantine().map(str::to_owned)
    };
    assert_eq!(raw(&item.get).unwrap(), "`body` is none of `query`, `header`, `path`, `cookie`");
    assert_eq!(raw(&item.put).unwrap(), "`content` must be a mapping, but is a list");
    assert_eq!(raw(&item.post).unwrap(), "a request body must be a mapping, but is a number");
    assert_eq!(raw(&item.patch), None);
    assert_eq!(raw(&item.delete).unwrap(), "a reference cannot stand in the place of an operation");
    assert_eq!(said.len(), 5, "the reference is refused, and the operation with it: {said:?}");
}

#[test]
fn operations_that_refer_to_a_lost_component_are_quarantined() {
    let mut document = spec(
        json!({}),
        json!({"/a": {"get": {
            "parameters": [{"$ref": "#/components/parameters/P"}], "responses": {}
        }}}),
    );
    document["components"]["parameters"] = json!({"P": {"in": "query"}});
    let (lowered, said) = check(&document);
    let get = lowered.unwrap().value.pointer("/paths/~1a/get").unwrap().clone();
    assert_eq!(
        get,
        json!({"parameters": [], "responses": {}, "x-sdkgen-quarantine": "a component that it refers to could not be read"})
    );
    assert_eq!(
        said,
        [
            "dialect-shape /components/parameters/P: a parameter needs `name`",
            "operation-raw /paths/~1a/get: a component that it refers to could not be read"
        ]
    );
}

#[test]
fn what_is_missing_or_null_is_filled_and_said() {
    let (lowered, said) = check_text("openapi: 3.0\ninfo:\n  version: 1.10\n  description:\n");
    assert_eq!(lowered.unwrap().document.info.version, "1.10");
    assert_eq!(
        said,
        [
            "dialect-filled : the document has no `paths`",
            "dialect-filled /info: the info object has no `title`",
            "dialect-filled /info/description: `description` is null",
        ]
    );
    let (lowered, said) = check_text("openapi: 3.0.3\npaths:\n  /a:\n    get:\n");
    assert!(lowered.is_some());
    assert_eq!(said.len(), 2, "{said:?}");
}

#[test]
fn texts_are_what_the_author_wrote() {
    let text = "openapi: 3.0.3\ninfo: {title: 1, version: 2.0}\npaths: {}\ncomponents:\n  schemas:\n    A: {type: string, enum: [1.10, NO, true, 2024-01-01, null], default: 0x10, example: 1e3}\n    B: {type: number, default: 1.10}\n";
    let (lowered, said) = check_text(text);
    let value = lowered.unwrap().value;
    assert_eq!(
        value.pointer("/components/schemas/A/x-sdkgen-enum"),
        Some(&json!(["1.10", "NO", "true", "2024-01-01", null]))
    );
    assert_eq!(value.pointer("/components/schemas/A/x-sdkgen-default"), Some(&json!("0x10")));
    assert_eq!(value.pointer("/components/schemas/A/example"), Some(&json!("1e3")));
    assert_eq!(value.pointer("/components/schemas/B/x-sdkgen-default"), Some(&json!(1.1)));
    assert_eq!(value.pointer("/info"), Some(&json!({"title": "1", "version": "2.0"})));
    assert_eq!(said, [""; 0]);
}

#[test]
fn other_versions_are_refused_by_name() {
    for (text, message) in [
        ("swagger: 1.2", "dialect-version /swagger: version `1.2` of OpenAPI is not known"),
        ("openapi: 4.0.0", "dialect-version /openapi: version `4.0.0` of OpenAPI is not known"),
        ("a: 1", "dialect-version : the document has no `openapi` key that states its version"),
        ("[]", "dialect-version : the document is no mapping"),
    ] {
        let (lowered, said) = check_text(text);
        assert!(lowered.is_none());
        assert_eq!(said, [message]);
    }
}

mod any_document {
    use proptest::prelude::*;

    use super::*;

    fn key() -> impl Strategy<Value = String> {
        let kinds = [
            Kind::PathItem,
            Kind::Operation,
            Kind::Parameter,
            Kind::Schema,
            Kind::Response,
            Kind::MediaType,
            Kind::Components,
            Kind::SecurityScheme,
            Kind::Link,
        ];
        let names: Vec<String> =
            kinds.iter().flat_map(|kind| kind.fields()).map(|field| field.name.to_owned()).collect();
        let others = ["/a", "200", "default", "$ref", "x-sdk-name", "x-sdkgen-enum", "A", "{$url}"].map(str::to_owned);
        prop::sample::select([names, others.to_vec()].concat())
    }

    fn value() -> impl Strategy<Value = Value> {
        let texts = ["string", "query", "http", "apiKey", "oauth2", "form", "#/components/schemas/A", ""];
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            prop::sample::select(texts.to_vec()).prop_map(Value::from),
        ];
        leaf.prop_recursive(8, 60, 6, |inner| {
            let map = prop::collection::vec((key(), inner.clone()), 0..6)
                .prop_map(|entries| json!(entries.into_iter().collect::<serde_json::Map<_, _>>()));
            prop_oneof![1 => prop::collection::vec(inner, 0..3).prop_map(Value::from), 4 => map]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        /// Whatever stands in it, a document of a known version is typed, and each part that is not is reported.
        #[test]
        fn is_lowered(paths in value(), schema in value(), components in value(), item in value()) {
            let mut document = spec(json!({"A": schema}), json!({"/a": item}));
            prop_assert!(check(&document).0.is_some());
            document["paths"] = paths;
            document["components"] = components;
            prop_assert!(check(&document).0.is_some());
        }
    }
}

#[test]
fn texts_of_2_0_keep_their_source() {
    let spec = "swagger: 2.0\ninfo: {title: T, version: 1.10}\npaths:\n  /a:\n    get:\n      parameters: \
                [{name: q, in: query, type: string, default: 1.10}]\n      responses: {'200': {description: 1.20}}\n\
                definitions: {A: {type: string, enum: [1.30]}}\n";
    let (lowered, said) = check_text(spec);
    let value = lowered.unwrap().value;
    assert_eq!(said, [""; 0]);
    assert_eq!(value["info"]["version"], "1.10");
    let operation = &value["paths"]["/a"]["get"];
    assert_eq!(operation["parameters"][0]["schema"][carry::DEFAULT], "1.10");
    assert_eq!(operation["responses"]["200"]["description"], "1.20");
    assert_eq!(value["components"]["schemas"]["A"][carry::ENUM], json!(["1.30"]));
}
