//! Operations: there or not, where, and under which name.

use crate::support::{changes, changes_on, holds, ids, lowered, of_document, rows};

rows! {
    endpoint_added document
        "{paths: {/b: {get: {responses: {'200': {description: d}}}}}}"
        "{paths: {/b: {get: {responses: {'200': {description: d}}}}, /c: {get: {responses: {'200': {description: d}}}}}}"
        "endpoint-added" "api-path-removed-without-deprecation";
    method_added document
        "{paths: {/b: {get: {responses: {'200': {description: d}}}}}}"
        "{paths: {/b: {put: {responses: {'200': {description: d}}}}}}"
        "endpoint-added" "api-removed-without-deprecation";
    path_removed_with_deprecation document
        "{paths: {/c: {get: {deprecated: true, responses: {'200': {description: d}}}}}}"
        "{}"
        "api-path-removed-with-deprecation" "endpoint-added";
    method_removed_with_deprecation document
        "{paths: {/b: {put: {deprecated: true, responses: {'200': {description: d}}}}}}"
        "{}"
        "api-removed-with-deprecation" "endpoint-added";
    path_removed_with_a_sunset_that_cannot_be_read document
        "{paths: {/c: {get: {deprecated: true, x-sunset: soon, responses: {'200': {description: d}}}}}}"
        "{}"
        "api-path-sunset-parse" "endpoint-added";
    path_changed document
        "{paths: {/c: {get: {operationId: o, responses: {'200': {description: d}}}}}}"
        "{paths: {/e: {get: {operationId: o, responses: {'200': {description: d}}}}}}"
        "api-path-changed" "api-path-changed";
    method_changed document
        "{paths: {/c: {get: {operationId: o, responses: {'200': {description: d}}}}}}"
        "{paths: {/c: {put: {operationId: o, responses: {'200': {description: d}}}}}}"
        "api-method-changed" "api-method-changed";
    operation_id_changed operation "{operationId: a}" "{operationId: b}"
        "api-operation-id-removed" "api-operation-id-removed";
    operation_id_added operation "{}" "{operationId: b}"
        "api-operation-id-added" "api-operation-id-removed";
    tag_added operation "{tags: [a]}" "{tags: [a, b]}" "api-tag-added" "api-tag-removed";
    tag_defined document "{tags: [{name: a}]}" "{tags: [{name: a}, {name: b}]}"
        "tag-definition-added" "tag-definition-removed";
    tag_parent document "{tags: [{name: a}, {name: b}]}" "{tags: [{name: a}, {name: b, parent: a}]}"
        "tag-parent-changed" "tag-parent-changed";
    tag_kind document "{tags: [{name: a}]}" "{tags: [{name: a, kind: nav}]}" "tag-kind-changed" "tag-kind-changed";
    custom_method_added document
        "{}" "{paths: {/b: {query: {responses: {'200': {description: d}}}}}}"
        "endpoint-added" "api-removed-without-deprecation";
    removed_before_and_after_its_sunset_without_a_day document
        "{paths: {/b: {put: {deprecated: true, x-sunset: 2030-01-31, responses: {'200': {description: d}}}}}}"
        "{}"
        "api-removed-with-deprecation" "endpoint-added";
}

/// Those that need a day.
pub const IDS_ON_A_DAY: &[&str] = &[
    "api-path-removed-before-sunset",
    "api-removed-before-sunset",
    "api-path-removed-after-sunset",
    "api-removed-after-sunset",
];

/// What a removal is on a day, of the whole path and of a method of it.
fn removed_on(day: &str, whole: &str, method: &str) {
    let ended = "{deprecated: true, x-sunset: '2030-01-31', responses: {'200': {description: d}}}";
    let new = lowered(of_document("{}"));
    for (path, id) in [("/c", whole), ("/b", method)] {
        let old = lowered(of_document(&format!("{{paths: {{{path}: {{put: {ended}}}}}}}")));
        assert_eq!(ids(&changes_on(&old, &new, Some(day))), id);
    }
}

#[test]
fn removed_before_the_announced_day() {
    removed_on("2030-01-30", "api-path-removed-before-sunset", "api-removed-before-sunset");
}

#[test]
fn removed_after_the_announced_day() {
    removed_on("2030-01-31", "api-path-removed-after-sunset", "api-removed-after-sunset");
}

#[test]
fn a_removed_operation_is_told_once_whatever_it_had() {
    let all = "{paths: {/c: {post: {
        operationId: o, tags: [a], security: [{key: []}], deprecated: false,
        parameters: [{name: a, in: query, schema: {type: string}}],
        requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}},
        responses: {'200': {description: d, headers: {H: {schema: {type: string}}}}},
        callbacks: {cb: {'{$request.body#/url}': {post: {responses: {'200': {description: d}}}}}},
    }}}, components: {schemas: {S: {type: object}}}}";
    let old = lowered(of_document(all));
    let new = lowered(of_document("{components: {schemas: {S: {type: object}}}}"));
    let found = changes(&old, &new);
    assert_eq!(ids(&found), "api-path-removed-without-deprecation");
    assert_eq!(found[0].message, "`POST /c` was removed.");
    assert_eq!(found[0].subject, ["POST /c"]);
}

#[test]
fn paths_that_differ_in_names_of_variables_only_are_matched_by_spelling_then_by_id() {
    let paths = |first: &str, second: &str| {
        let operation = |id: &str, name: &str| {
            format!(
                "{{get: {{operationId: {id}, parameters: [{{name: {name}, in: path, required: true, schema: {{type: string}}}}],
                responses: {{'200': {{description: d}}}}}}}}"
            )
        };
        of_document(&format!(
            "{{paths: {{'/c/{{x}}': {}, '/c/{{y}}': {}}}}}",
            operation(first, "x"),
            operation(second, "y")
        ))
    };
    holds(&paths("one", "two"), &paths("one", "two"), "", "");
    // The spelling decides, so the names have changed.
    let swapped = "api-operation-id-removed api-operation-id-removed";
    holds(&paths("one", "two"), &paths("two", "one"), swapped, swapped);
}

#[test]
fn a_moved_operation_is_compared_further() {
    let document = |path: &str, parameter: &str| {
        of_document(&format!(
            "{{paths: {{{path}: {{get: {{operationId: o, parameters: [{parameter}], responses: {{'200': {{description: d}}}}}}}}}}}}"
        ))
    };
    let required = "{name: a, in: query, required: true, schema: {type: string}}";
    holds(
        &document("/c", ""),
        &document("/e", required),
        "api-path-changed new-required-request-parameter",
        "api-path-changed request-parameter-removed",
    );
}
