//! Parameters of requests.

use crate::support::{changes, changes_on, ids, lowered, of_operation, rows};

rows! {
    new_required operation "{}" "{parameters: [{name: a, in: query, required: true, schema: {type: string}}]}"
        "new-required-request-parameter" "request-parameter-removed";
    new_optional operation "{}" "{parameters: [{name: a, in: header, schema: {type: string}}]}"
        "new-optional-request-parameter" "request-parameter-removed";
    removed_with_deprecation operation
        "{parameters: [{name: a, in: cookie, deprecated: true, schema: {type: string}}]}" "{}"
        "request-parameter-removed-with-deprecation" "new-optional-request-parameter";
    new_path document
        "{paths: {/c: {get: {operationId: o, responses: {'200': {description: d}}}}}}"
        "{paths: {'/c/{x}': {get: {operationId: o, parameters: [{name: x, in: path, required: true, schema: {type: string}}], responses: {'200': {description: d}}}}}}"
        "api-path-changed new-request-path-parameter" "api-path-changed request-path-parameter-removed";
    path_renamed document
        "{paths: {'/c/{x}': {get: {parameters: [{name: x, in: path, required: true, schema: {type: string}}], responses: {'200': {description: d}}}}}}"
        "{paths: {'/c/{y}': {get: {parameters: [{name: y, in: path, required: true, schema: {type: string}}], responses: {'200': {description: d}}}}}}"
        "request-path-parameter-renamed" "request-path-parameter-renamed";
    required operation
        "{parameters: [{name: a, in: query, schema: {type: string}}]}"
        "{parameters: [{name: a, in: query, required: true, schema: {type: string}}]}"
        "request-parameter-became-required" "request-parameter-became-optional";
    location operation
        "{parameters: [{name: a, in: query, schema: {type: string}}]}"
        "{parameters: [{name: A, in: header, schema: {type: string}}]}"
        "request-parameter-location-changed" "request-parameter-location-changed";
    style operation
        "{parameters: [{name: a, in: query, explode: false, schema: {type: array, items: {type: string}}}]}"
        "{parameters: [{name: a, in: query, explode: false, style: pipeDelimited, schema: {type: array, items: {type: string}}}]}"
        "request-parameter-style-changed" "request-parameter-style-changed";
    explode operation
        "{parameters: [{name: a, in: query, schema: {type: array, items: {type: string}}}]}"
        "{parameters: [{name: a, in: query, explode: false, schema: {type: array, items: {type: string}}}]}"
        "request-parameter-explode-changed" "request-parameter-explode-changed";
    explode_of_a_single_value operation
        "{parameters: [{name: a, in: query, schema: {type: string}}]}"
        "{parameters: [{name: a, in: query, explode: false, schema: {type: string}}]}"
        "" "";
    allow_reserved operation
        "{parameters: [{name: a, in: query, schema: {type: string}}]}"
        "{parameters: [{name: a, in: query, allowReserved: true, schema: {type: string}}]}"
        "request-parameter-became-allow-reserved" "request-parameter-became-not-allow-reserved";
    allow_empty_value operation
        "{parameters: [{name: a, in: query, schema: {type: string}}]}"
        "{parameters: [{name: a, in: query, allowEmptyValue: true, schema: {type: string}}]}"
        "request-parameter-became-allow-empty-value" "request-parameter-became-not-allow-empty-value";
    querystring operation
        "{parameters: [{name: a, in: query, content: {application/json: {schema: {type: object}}}}]}"
        "{parameters: [{name: a, in: querystring, content: {application/json: {schema: {type: object}}}}]}"
        "request-parameter-querystring-changed" "request-parameter-querystring-changed";
    serialization operation
        "{parameters: [{name: a, in: query, schema: {type: string}}]}"
        "{parameters: [{name: a, in: query, content: {application/json: {schema: {type: string}}}}]}"
        "request-parameter-serialization-changed" "request-parameter-serialization-changed";
    media_type operation
        "{parameters: [{name: a, in: query, content: {application/json: {schema: {type: string}}}}]}"
        "{parameters: [{name: a, in: query, content: {text/plain: {schema: {type: string}}}}]}"
        "request-parameter-media-type-changed" "request-parameter-media-type-changed";
    ignored_headers operation
        "{parameters: [{name: Accept, in: header, schema: {type: string}}]}"
        "{parameters: [{name: authorization, in: header, required: true, schema: {type: string}}]}"
        "" "";
}

/// Those that need a day.
pub const IDS_ON_A_DAY: &[&str] = &["request-parameter-removed-before-sunset"];

#[test]
fn removed_before_sunset() {
    let old = "{parameters: [{name: a, in: query, deprecated: true, x-sunset: '2030-01-31', schema: {type: string}}]}";
    let (old, new) = (lowered(of_operation(old)), lowered(of_operation("{}")));
    let on = |day: &str| ids(&changes_on(&old, &new, Some(day)));
    assert_eq!(on("2030-01-30"), "request-parameter-removed-before-sunset");
    assert_eq!(on("2030-01-31"), "request-parameter-removed-with-deprecation");
}

#[test]
fn a_sentence_and_a_subject_name_the_parameter_by_its_wire_name() {
    let new = "{parameters: [{name: X-Trace, in: header, required: true, schema: {type: string}}]}";
    let found = changes(&lowered(of_operation("{}")), &lowered(of_operation(new)));
    assert_eq!(found[0].message, "The header parameter `X-Trace` is new and required.");
    assert_eq!(found[0].subject, ["POST /a/{}", "header x-trace"]);
    let reached: Vec<_> = found[0].operations.iter().map(ToString::to_string).collect();
    assert_eq!(reached, ["POST /a/{id}"]);
    assert_eq!(found[0].new.as_ref().unwrap().pointer.to_string(), "/paths/~1a~1{id}/post/parameters/0");
}

#[test]
fn what_operations_share_is_told_once_with_all_of_them() {
    let document = |required: bool| {
        let operation = "{parameters: [{$ref: '#/components/parameters/P'}], responses: {'200': {description: d}}}";
        crate::support::of_document(&format!(
            "{{paths: {{/b: {{get: {operation}, put: {operation}}}}},
            components: {{parameters: {{P: {{name: a, in: query, required: {required}, schema: {{type: string}}}}}}}}}}"
        ))
    };
    let found = changes(&lowered(document(false)), &lowered(document(true)));
    assert_eq!(ids(&found), "request-parameter-became-required");
    let reached: Vec<_> = found[0].operations.iter().map(ToString::to_string).collect();
    assert_eq!(reached, ["GET /b", "PUT /b"]);
}
