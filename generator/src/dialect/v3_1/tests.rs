use serde_json::{Value, json};

use super::super::{Lowered, tests::check};
use crate::pointer::{Origin, Pointer};

fn document(schemas: Value, more: Value) -> Value {
    let mut document =
        json!({"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "components": {"schemas": schemas}});
    if let (Value::Object(document), Value::Object(more)) = (&mut document, more) {
        document.extend(more);
    }
    document
}

fn lowered(document: &Value) -> (Lowered, Vec<String>) {
    let (lowered, said) = check(document);
    (lowered.unwrap(), said)
}

/// The schema `A` becomes `expected`, and nothing is said.
fn becomes(given: Value, expected: Value) {
    let (lowered, said) = lowered(&document(json!({"A": given.clone(), "B": {}}), json!({})));
    assert_eq!(lowered.value.pointer("/components/schemas/A"), Some(&expected), "{given}");
    assert_eq!(said, [""; 0], "{given}");
}

/// What is said of the schema `A`.
fn says(given: Value, expected: &[&str]) {
    let (_, said) = lowered(&document(json!({"A": given, "B": {}}), json!({})));
    assert_eq!(said, expected);
}

/// Where the place of the lowered document stood in the input.
fn stood(lowered: &Lowered, now: &str) -> String {
    lowered.moves.origin(&Origin::root(Pointer::parse(now).unwrap())).pointer.to_string()
}

#[test]
fn lists_of_types() {
    becomes(json!({"type": ["string", "null"]}), json!({"type": "string", "nullable": true}));
    becomes(json!({"type": ["string"]}), json!({"type": "string"}));
    becomes(json!({"type": ["null"]}), json!({"x-sdkgen-type": "null"}));
    becomes(json!({"type": ["number", "integer"]}), json!({"type": "number"}));
    becomes(
        json!({"type": ["array", "string", "null"], "items": {"type": "string"}, "maxLength": 3, "title": "t"}),
        json!({
            "title": "t", "nullable": true,
            "anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "string", "maxLength": 3}],
        }),
    );
    becomes(json!({"type": ["string", "integer"], "enum": ["a", 1]}), json!({"x-sdkgen-enum": ["a", 1]}));
    becomes(json!({"type": ["string", "number", "boolean", "array", "object", "null"]}), json!({"nullable": true}));
    becomes(
        json!({"type": ["string", "integer"], "format": "int64"}),
        json!({"anyOf": [{"type": "string"}, {"type": "integer", "format": "int64"}]}),
    );
    says(json!({"type": []}), &["dialect-shape /components/schemas/A/type: the list names no type"]);
}

#[test]
fn alternatives_of_types_stood_in_the_schema_itself() {
    let given = json!({"type": ["array", "string"], "items": {"type": "string", "const": "a"}});
    let (lowered, _) = lowered(&document(json!({"A": given}), json!({})));
    assert_eq!(stood(&lowered, "/components/schemas/A/anyOf/0/items/enum/0"), "/components/schemas/A/items/const");
    assert_eq!(stood(&lowered, "/components/schemas/A/anyOf"), "/components/schemas/A/type");
}

#[test]
fn null_as_an_alternative() {
    let given = json!({"title": "t", "description": "own", "anyOf": [
        {"type": "null"}, {"type": "array", "description": "d", "items": {"const": 1}, "exclusiveMinimum": 2},
    ]});
    becomes(
        given.clone(),
        json!({
            "title": "t", "description": "own", "nullable": true, "type": "array",
            "items": {"x-sdkgen-const": true, "x-sdkgen-enum": [1]},
            "x-sdkgen-minimum": 2, "x-sdkgen-exclusive-minimum": true,
        }),
    );
    let (lowered, _) = lowered(&document(json!({"A": given}), json!({})));
    assert_eq!(stood(&lowered, "/components/schemas/A/items/enum/0"), "/components/schemas/A/anyOf/1/items/const");
    becomes(
        json!({"oneOf": [{"$ref": "#/components/schemas/B"}, {"type": "null"}]}),
        json!({"allOf": [{"$ref": "#/components/schemas/B"}], "nullable": true}),
    );
    becomes(
        json!({"oneOf": [{"type": "string"}, {"enum": [null]}, {"type": "integer"}]}),
        json!({"oneOf": [{"type": "string"}, {"type": "integer"}], "nullable": true}),
    );
    becomes(
        json!({"type": ["object", "null"], "anyOf": [{"type": "object"}, {"const": null}]}),
        json!({"type": "object", "anyOf": [{"type": "object"}], "nullable": true}),
    );
    becomes(json!({"anyOf": [{"type": "null"}]}), json!({"x-sdkgen-type": "null"}));
}

#[test]
fn constants_and_examples() {
    becomes(
        json!({"type": "string", "const": "a"}),
        json!({"type": "string", "x-sdkgen-const": true, "x-sdkgen-enum": ["a"]}),
    );
    becomes(json!({"const": null}), json!({"x-sdkgen-const": true, "x-sdkgen-enum": [null]}));
    becomes(json!({"type": "integer", "examples": [1, 2]}), json!({"type": "integer", "example": 1}));
    becomes(json!({"type": "integer", "example": 0, "examples": [1]}), json!({"type": "integer", "example": 0}));
}

#[test]
fn exclusive_bounds_are_numbers() {
    becomes(
        json!({"type": "integer", "exclusiveMinimum": 5, "minimum": 3}),
        json!({"type": "integer", "x-sdkgen-minimum": 5, "x-sdkgen-exclusive-minimum": true}),
    );
    becomes(
        json!({"type": "integer", "exclusiveMaximum": 5, "maximum": 3}),
        json!({"type": "integer", "x-sdkgen-maximum": 3}),
    );
}

#[test]
fn tuples() {
    becomes(
        json!({"type": "array", "prefixItems": [{"type": "string"}, true], "minItems": 1, "items": false}),
        json!({
            "type": "array", "minItems": 1, "items": {"oneOf": [{"type": "string"}, {}]},
            "x-sdkgen-tuple": {"min": 1, "rest": false},
        }),
    );
    let given = json!({"prefixItems": [{"type": "string"}], "items": {"type": "integer"}});
    becomes(
        given.clone(),
        json!({
            "type": "array", "items": {"oneOf": [{"type": "string"}, {"type": "integer"}]},
            "x-sdkgen-tuple": {"min": 0, "rest": true},
        }),
    );
    let (lowered, _) = lowered(&document(json!({"A": given}), json!({})));
    assert_eq!(stood(&lowered, "/components/schemas/A/items/oneOf/0/type"), "/components/schemas/A/prefixItems/0/type");
    assert_eq!(stood(&lowered, "/components/schemas/A/items/oneOf/1/type"), "/components/schemas/A/items/type");
    becomes(
        json!({"type": "array", "unevaluatedItems": {"type": "string"}}),
        json!({"type": "array", "items": {"type": "string"}}),
    );
}

#[test]
fn patterns_and_unevaluated_properties() {
    becomes(
        json!({"type": "object", "patternProperties": {"^a": {"type": "string"}}, "additionalProperties": false}),
        json!({"type": "object", "additionalProperties": {"type": "string"}, "x-sdkgen-patterns": ["^a"]}),
    );
    becomes(
        json!({"patternProperties": {"^a": {"type": "string"}, "^b": {"type": "integer"}, "^c": {"type": "string"}}}),
        json!({
            "additionalProperties": {"anyOf": [{"type": "string"}, {"type": "integer"}]},
            "x-sdkgen-patterns": ["^a", "^b", "^c"],
        }),
    );
    becomes(json!({"unevaluatedProperties": {"type": "string"}}), json!({"additionalProperties": {"type": "string"}}));
    becomes(
        json!({"unevaluatedProperties": false, "additionalProperties": true}),
        json!({"additionalProperties": true}),
    );
}

#[test]
fn conditions_are_parts_that_hold_sometimes() {
    let given = json!({
        "allOf": [{"type": "object"}], "if": {"required": ["a"]}, "then": {"properties": {"b": {"const": 1}}},
        "else": true, "dependentSchemas": {"c": {"required": ["d"]}}, "dependentRequired": {"a": ["b"]},
    });
    becomes(
        given.clone(),
        json!({"allOf": [
            {"type": "object"},
            {"properties": {"b": {"x-sdkgen-const": true, "x-sdkgen-enum": [1]}}, "x-sdkgen-conditional": true},
            {"required": ["d"], "x-sdkgen-conditional": true},
        ], "x-sdkgen-aside": {"if": {"required": ["a"]}, "dependentRequired": {"a": ["b"]}}}),
    );
    let (lowered, _) = lowered(&document(json!({"A": given}), json!({})));
    let now = "/components/schemas/A/allOf/1/properties/b/enum/0";
    assert_eq!(stood(&lowered, now), "/components/schemas/A/then/properties/b/const");
    assert_eq!(stood(&lowered, "/components/schemas/A/allOf/2"), "/components/schemas/A/dependentSchemas/c");
}

#[test]
fn contents_of_texts() {
    becomes(json!({"type": "string", "contentEncoding": "base64"}), json!({"type": "string", "format": "byte"}));
    becomes(json!({"contentEncoding": "base64url"}), json!({"type": "string", "format": "base64url"}));
    becomes(json!({"contentMediaType": "image/png"}), json!({"type": "string", "format": "binary"}));
    becomes(
        json!({"type": "string", "contentMediaType": "application/json"}),
        json!({"type": "string", "x-sdkgen-aside": {"contentMediaType": "application/json"}}),
    );
    says(
        json!({"type": "string", "contentMediaType": "application/json", "contentSchema": {}}),
        &[
            "dialect-dropped /components/schemas/A/contentSchema: what stands inside a text is not read; the text is given as it is",
        ],
    );
}

#[test]
fn siblings_of_a_reference_all_hold() {
    let given = json!({"$ref": "#/components/schemas/B", "allOf": [{"const": 1}], "properties": {"a": true}});
    becomes(
        given.clone(),
        json!({
            "allOf": [{"$ref": "#/components/schemas/B"}, {"x-sdkgen-const": true, "x-sdkgen-enum": [1]}],
            "properties": {"a": {}},
        }),
    );
    let (lowered, _) = lowered(&document(json!({"A": given}), json!({})));
    assert_eq!(stood(&lowered, "/components/schemas/A/allOf/0/$ref"), "/components/schemas/A/$ref");
    assert_eq!(stood(&lowered, "/components/schemas/A/allOf/1/enum/0"), "/components/schemas/A/allOf/0/const");
}

#[test]
fn schemas_that_are_booleans() {
    becomes(json!(true), json!({}));
    becomes(json!({"properties": {"a": true, "b": false}}), json!({"properties": {"a": {}}}));
    becomes(json!({"oneOf": [false, {"type": "string"}]}), json!({"oneOf": [{"type": "string"}]}));
    becomes(json!({"type": "array", "items": false}), json!({"type": "array"}));
    says(json!(false), &["schema-contradiction /components/schemas/A: no value fits the schema `false`"]);
}

#[test]
fn keywords_of_3_0_are_said_and_read() {
    let (lowered, said) = lowered(&document(
        json!({"A": {"type": "integer", "nullable": true, "minimum": 1, "exclusiveMinimum": true}}),
        json!({}),
    ));
    let expected =
        json!({"type": "integer", "nullable": true, "x-sdkgen-minimum": 1, "x-sdkgen-exclusive-minimum": true});
    assert_eq!(lowered.value.pointer("/components/schemas/A"), Some(&expected));
    let root = "dialect-keyword /components/schemas/A";
    assert_eq!(
        said,
        [
            format!("{root}/exclusiveMinimum: `exclusiveMinimum` with a boolean is OpenAPI 3.0; it is read as there"),
            format!("{root}/nullable: `nullable` is a keyword of OpenAPI 3.0; it is read as there"),
        ]
    );
}

#[test]
fn what_only_narrows_or_places_is_passed_by() {
    becomes(
        json!({
            "type": "object", "$comment": "c", "$id": "https://api.test/a", "$anchor": "a", "propertyNames": {},
            "contains": {}, "minContains": 1, "$schema": "https://json-schema.org/draft/2020-12/schema",
        }),
        json!({
            "type": "object", "x-sdkgen-aside": {"propertyNames": {}, "contains": {}, "minContains": 1},
        }),
    );
    says(
        json!({"$schema": "http://json-schema.org/draft-07/schema#", "type": "string"}),
        &[
            "dialect-keyword /components/schemas/A/$schema: the dialect `http://json-schema.org/draft-07/schema#` is read as JSON Schema 2020-12",
        ],
    );
    let (_, said) = lowered(&document(json!({}), json!({"jsonSchemaDialect": "https://other.test"})));
    assert_eq!(
        said,
        ["dialect-keyword /jsonSchemaDialect: the dialect `https://other.test` is read as JSON Schema 2020-12"]
    );
}

#[test]
fn definitions_become_components() {
    let given = json!({
        "A": {"properties": {"x": {"$ref": "#/components/schemas/A/$defs/X"}, "y": {"$ref": "#/$defs/B"}},
            "$defs": {"X": {"items": {"$ref": "#/components/schemas/A/$defs/X"}}, "B": {"const": 1}}},
        "B": {},
    });
    let (lowered, said) = lowered(&document(given, json!({})));
    let schemas = lowered.value.pointer("/components/schemas").unwrap();
    let expected = json!({
        "A": {"properties": {
            "x": {"$ref": "#/components/schemas/X"}, "y": {"$ref": "#/components/schemas/A_B"},
        }},
        "B": {},
        "X": {"items": {"$ref": "#/components/schemas/X"}},
        "A_B": {"x-sdkgen-const": true, "x-sdkgen-enum": [1]},
    });
    assert_eq!(schemas, &expected);
    assert_eq!(stood(&lowered, "/components/schemas/X/items"), "/components/schemas/A/$defs/X/items");
    assert_eq!(stood(&lowered, "/components/schemas/A_B/enum/0"), "/components/schemas/A/$defs/B/const");
    assert_eq!(
        said,
        [
            "reference-dangling /components/schemas/A/properties/y/$ref: `#/$defs/B` leads to nothing; it is read from `#/components/schemas/A`"
        ]
    );
}

#[test]
fn names_of_schemas_become_places() {
    let given = json!({
        "A": {"$id": "https://api.test/schemas/a", "$defs": {"in": {"$anchor": "in", "type": "string"}},
            "properties": {"x": {"$ref": "#in"}, "y": {"$ref": "#/$defs/in"}, "z": {"$ref": "#"}}},
        "B": {"properties": {"x": {"$ref": "https://api.test/schemas/a"}, "y": {"$ref": "a#in"}}},
        "Tree": {"$dynamicAnchor": "node", "properties": {"children": {"items": {"$dynamicRef": "#node"}}}},
    });
    let (lowered, said) = lowered(&document(given, json!({})));
    let reference = |place: &str| lowered.value.pointer(&format!("/components/schemas/{place}/$ref")).cloned();
    for place in ["A/properties/x", "A/properties/y", "B/properties/y"] {
        assert_eq!(reference(place), Some(json!("#/components/schemas/in")), "{place}");
    }
    assert_eq!(reference("A/properties/z"), Some(json!("#/components/schemas/A")));
    assert_eq!(reference("B/properties/x"), Some(json!("#/components/schemas/A")));
    assert_eq!(reference("Tree/properties/children/items"), Some(json!("#/components/schemas/Tree")));
    assert_eq!(said, [""; 0]);
}

#[test]
fn a_dynamic_reference_with_several_answers_is_untyped() {
    let given = json!({
        "A": {"$dynamicAnchor": "T"}, "B": {"$dynamicAnchor": "T"}, "C": {"items": {"$dynamicRef": "#T"}},
    });
    let (lowered, said) = lowered(&document(given, json!({})));
    let reason = "which schema `#T` means depends on where it is reached from";
    assert_eq!(lowered.value.pointer("/components/schemas/C/items"), Some(&json!({"x-sdkgen-untyped": reason})));
    assert_eq!(said, [format!("schema-untyped /components/schemas/C/items/$dynamicRef: {reason}")]);
}

#[test]
fn recursive_references_of_2019_are_read() {
    let given = json!({"A": {"$recursiveAnchor": true, "items": {"$recursiveRef": "#"}}});
    let (lowered, said) = lowered(&document(given, json!({})));
    let expected = json!({"items": {"$ref": "#/components/schemas/A"}});
    assert_eq!(lowered.value.pointer("/components/schemas/A"), Some(&expected));
    assert_eq!(
        said,
        [
            "dialect-keyword /components/schemas/A/items/$recursiveRef: `$recursiveRef` is an older JSON Schema; it is read as a reference to `#/components/schemas/A`"
        ]
    );
}

#[test]
fn references_to_any_part_become_components() {
    let ok = json!({"200": {"description": "d", "content": {"application/json": {"schema": {"type": "object"}}}}});
    let paths = json!({
        "/a": {"get": {"parameters": [{"name": "n", "in": "query", "schema": {"type": "string"}}], "responses": ok}},
        "/b": {"get": {"parameters": [{"$ref": "#/paths/~1a/get/parameters/0"}], "responses": {"200": {
            "description": "d", "content": {"application/json": {"schema":
                {"$ref": "#/paths/~1a/get/responses/200/content/application~1json/schema"}}}}}}},
    });
    let (lowered, said) = lowered(&document(json!({}), json!({"paths": paths})));
    assert_eq!(
        lowered.value.pointer("/paths/~1b/get/parameters/0/$ref"),
        lowered.value.pointer("/paths/~1a/get/parameters/0/$ref")
    );
    let names = |section: &str| {
        let section = lowered.value.pointer(&format!("/components/{section}")).and_then(Value::as_object);
        section.map(|named| named.keys().cloned().collect::<Vec<_>>()).unwrap_or_default()
    };
    assert_eq!((names("parameters").len(), names("schemas").len()), (1, 1));
    let parameter = format!("/components/parameters/{}", names("parameters")[0]);
    assert_eq!(stood(&lowered, &parameter), "/paths/~1a/get/parameters/0");
    assert_eq!(said, [""; 0]);
}

#[test]
fn references_into_what_moved_follow() {
    let given = json!({
        "A": {"type": ["object", "string"], "properties": {"x": {"type": "integer"}}},
        "B": {"items": {"$ref": "#/components/schemas/A/properties/x"}},
    });
    let (lowered, said) = lowered(&document(given, json!({})));
    assert_eq!(
        lowered.value.pointer("/components/schemas/B/items/$ref"),
        Some(&json!("#/components/schemas/A/anyOf/0/properties/x"))
    );
    assert_eq!(said, [""; 0]);
}

#[test]
fn path_items_are_copied_and_webhooks_marked() {
    let operation = json!({"operationId": "o", "responses": {}});
    let more = json!({
        "paths": {"/a": {"$ref": "#/components/pathItems/P", "summary": "own"}, "/b": {"$ref": "#/components/pathItems/No"}},
        "webhooks": {"ping": {"post": {"requestBody": {"content": {}}}}},
        "components": {"pathItems": {"P": {"summary": "theirs", "get": operation}}},
    });
    let (lowered, said) = lowered(&document(json!({}), more));
    assert_eq!(lowered.value.pointer("/paths/~1a"), Some(&json!({"summary": "own", "get": operation})));
    assert_eq!(stood(&lowered, "/paths/~1a/get/operationId"), "/components/pathItems/P/get/operationId");
    assert_eq!(stood(&lowered, "/paths/~1a/summary"), "/paths/~1a/summary");
    let webhook = "/paths/~1x-sdkgen-webhooks~1ping/post";
    assert_eq!(lowered.value.pointer(&format!("{webhook}/x-sdkgen-webhook")), Some(&json!("ping")));
    assert_eq!(stood(&lowered, &format!("{webhook}/requestBody")), "/webhooks/ping/post/requestBody");
    assert_eq!(said, ["reference-dangling /paths/~1b/$ref: `#/components/pathItems/No` leads to no path item"]);
}

#[test]
fn the_rest_of_the_document() {
    let (lowered, said) = lowered(&json!({
        "openapi": "3.1.1",
        "info": {"title": "T", "version": "1", "summary": "S.", "description": "D.",
            "license": {"name": "MIT", "identifier": "MIT"}},
        "components": {"securitySchemes": {"cert": {"type": "mutualTLS"}, "key": {"type": "http", "scheme": "bearer"}},
            "parameters": {"P": {"name": "p", "in": "query", "schema": {}}}},
        "security": [{"cert": [], "key": []}],
        "webhooks": {"w": {"post": {"parameters": [{"$ref": "#/components/parameters/P", "description": "own"}]}}},
    }));
    assert_eq!(lowered.value.pointer("/info/description"), Some(&json!("S.\n\nD.")));
    assert_eq!(lowered.value.pointer("/info/license"), Some(&json!({"name": "MIT"})));
    assert_eq!(lowered.value.pointer("/security"), Some(&json!([{"key": []}])));
    assert_eq!(
        said,
        [
            "dialect-dropped /components/securitySchemes/cert: the client certificate of `cert` is the HTTP client's to send",
            "dialect-dropped /webhooks/w/post/parameters/0/description: the `description` beside `$ref` is not in the crate's documentation; the target's is",
        ]
    );
}

#[test]
fn what_is_wrong_is_said_at_its_place_in_the_input() {
    let given =
        json!({"A": {"$defs": {"X": {"prefixItems": [{"minLength": "x"}]}}, "$ref": "#/components/schemas/A/$defs/X"}});
    let (_, said) = lowered(&document(given, json!({})));
    assert_eq!(
        said,
        [
            "dialect-shape /components/schemas/A/$defs/X/prefixItems/0/minLength: `minLength` must be a whole number from 0, but is a text"
        ]
    );
}

#[test]
fn texts_of_newer_keywords_are_what_the_author_wrote() {
    let text = "openapi: 3.1.0\ninfo: {title: T, version: 1.10}\ncomponents:\n  schemas:\n    A: {type: [string, 'null'], const: 1.10}\n";
    let (lowered, said) = super::super::tests::check_text(text);
    let value = lowered.unwrap().value;
    assert_eq!(value.pointer("/components/schemas/A/x-sdkgen-enum"), Some(&json!(["1.10"])));
    assert_eq!(said, [""; 0]);
}

#[test]
fn a_reference_for_all_media_types_is_copied_in() {
    let answers = json!({"200": {"description": "", "content": {"$ref": "#/components/mediaTypes/Pets"}}});
    let types = json!({"Pets": {"application/json": {"schema": {"type": "string"}}}});
    for version in ["3.0.3", "3.1.0", "3.2.0"] {
        let given = json!({
            "openapi": version, "info": {"title": "T", "version": "1"},
            "paths": {"/a": {"get": {"operationId": "a", "responses": answers.clone()}}},
            "components": {"mediaTypes": types.clone()},
        });
        let (lowered, said) = lowered(&given);
        let now = "/paths/~1a/get/responses/200/content/application~1json/schema";
        assert_eq!(lowered.value.pointer(now), Some(&json!({"type": "string"})), "{version}");
        assert_eq!(stood(&lowered, now), "/components/mediaTypes/Pets/application~1json/schema", "{version}");
        assert!(said.iter().any(|said| said.starts_with("dialect-foreign /paths/~1a/get/responses/200/content/$ref")));
        assert!(lowered.document.paths.paths["/a"].as_item().unwrap().get.is_some(), "{version}");
    }
}
