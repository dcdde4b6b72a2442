//! Refactors, other dialects and other orders are silent.

use std::{fs, path::Path};

use generator::dialect::Lowered;
use serde_json::Value;

use crate::support::{changes, holds, ids, lowered, of_document};

fn silent(old: &str, new: &str) {
    holds(&of_document(old), &of_document(new), "", "");
}

#[test]
fn one_api_in_each_dialect() {
    let file = |name: &str| -> Lowered {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dialects").join(name);
        lowered(fs::read_to_string(path).unwrap())
    };
    let all = ["swagger-2.0.yaml", "openapi-3.0.yaml", "openapi-3.1.yaml", "openapi-3.2.yaml"];
    for old in all {
        for new in all {
            let found = changes(&file(old), &file(new));
            assert_eq!(ids(&found), "", "{old} to {new}: {found:#?}");
        }
    }
}

/// The members of all objects and the items of lists without an order of their own, the other way round.
fn reversed(value: &mut Value) {
    match value {
        Value::Object(members) => {
            let mut all: Vec<_> = std::mem::take(members).into_iter().collect();
            all.iter_mut().for_each(|(key, value)| {
                reversed(value);
                if let (true, Value::Array(items)) =
                    (["parameters", "tags", "security", "required"].contains(&key.as_str()), value)
                {
                    items.reverse();
                }
            });
            members.extend(all.into_iter().rev());
        }
        Value::Array(items) => items.iter_mut().for_each(reversed),
        _ => {}
    }
}

#[test]
fn another_order() {
    for text in [include_str!("../../../openapi.yaml"), include_str!("../hostile/maximal.yaml")] {
        let mut value: Value = serde_yaml::from_str(text).unwrap();
        reversed(&mut value);
        let (old, new) = (lowered(text.to_owned()), lowered(value.to_string()));
        let found = changes(&old, &new);
        assert_eq!(ids(&found), "", "{found:#?}");
        let found = changes(&new, &old);
        assert_eq!(ids(&found), "", "{found:#?}");
    }
}

#[test]
fn inline_and_by_reference() {
    silent(
        "{paths: {/b: {post: {
            parameters: [{name: a, in: query, schema: {type: string}}],
            requestBody: {required: true, content: {application/json: {schema: {type: string}}}},
            responses: {'200': {description: d, headers: {H: {schema: {type: string}}}, links: {L: {operationRef: '#/paths/~1b/post'}}}},
            callbacks: {cb: {'{$request.body#/url}': {post: {responses: {'200': {description: d}}}}}},
        }}}}",
        "{paths: {/b: {post: {
            parameters: [{$ref: '#/components/parameters/P'}],
            requestBody: {$ref: '#/components/requestBodies/B'},
            responses: {'200': {$ref: '#/components/responses/R'}},
            callbacks: {cb: {$ref: '#/components/callbacks/C'}},
        }}}, components: {
            parameters: {P: {$ref: '#/components/parameters/Q'}, Q: {name: a, in: query, schema: {$ref: '#/components/schemas/S'}}},
            requestBodies: {B: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}},
            responses: {R: {description: d, headers: {H: {$ref: '#/components/headers/H'}}, links: {L: {$ref: '#/components/links/L'}}}},
            headers: {H: {schema: {type: string}}},
            links: {L: {operationRef: '#/paths/~1b/post'}},
            callbacks: {C: {'{$request.body#/url}': {post: {responses: {'200': {description: d}}}}}},
            schemas: {S: {type: string}},
        }}",
    );
}

#[test]
fn a_path_item_by_reference() {
    let item = "{get: {responses: {'200': {description: d}}}}";
    silent(
        &format!("{{paths: {{/c: {item}}}}}"),
        &format!("{{paths: {{/c: {{$ref: '#/components/pathItems/C'}}}}, components: {{pathItems: {{C: {item}}}}}}}"),
    );
}

#[test]
fn components_by_other_names() {
    let document = |name: &str| {
        format!(
            "{{paths: {{/b: {{post: {{
                security: [{{s{name}: []}}],
                parameters: [{{$ref: '#/components/parameters/{name}'}}],
                responses: {{'200': {{$ref: '#/components/responses/{name}'}}}}}}}}}},
            components: {{
                parameters: {{{name}: {{name: a, in: query, schema: {{type: string}}}}}},
                responses: {{{name}: {{description: d}}}},
                securitySchemes: {{s{name}: {{type: http, scheme: basic}}}}}}}}"
        )
    };
    silent(&document("One"), &document("Two"));
}

#[test]
fn parameters_of_the_path_and_of_its_operations() {
    let parameter = "{name: a, in: query, schema: {type: string}}";
    let answer = "responses: {'200': {description: d}}";
    silent(
        &format!("{{paths: {{/b: {{parameters: [{parameter}], get: {{{answer}}}, put: {{{answer}}}}}}}}}"),
        &format!(
            "{{paths: {{/b: {{get: {{parameters: [{parameter}], {answer}}}, put: {{parameters: [{parameter}], {answer}}}}}}}}}"
        ),
    );
    // The operation's own parameter replaces that of the path.
    silent(
        &format!(
            "{{paths: {{/b: {{parameters: [{parameter}], get: {{parameters: [{{name: a, in: query, required: true, schema: {{type: string}}}}], {answer}}}}}}}}}"
        ),
        &format!(
            "{{paths: {{/b: {{get: {{parameters: [{{name: a, in: query, required: true, schema: {{type: string}}}}], {answer}}}}}}}}}"
        ),
    );
}

#[test]
fn security_and_servers_of_the_root_and_of_operations() {
    let answer = "responses: {'200': {description: d}}";
    silent(
        &format!(
            "{{security: [{{key: []}}], servers: [{{url: /v1}}], paths: {{/b: {{get: {{{answer}}}, put: {{{answer}, security: []}}}}}}}}"
        ),
        &format!(
            "{{paths: {{/b: {{servers: [{{url: /v1}}],
                get: {{{answer}, security: [{{key: []}}]}},
                put: {{{answer}, servers: [{{url: /v1/}}], security: [{{}}]}}}}}}}}"
        ),
    );
    silent("{}", "{servers: [{url: /}]}");
}

#[test]
fn defaults_that_are_written_out() {
    silent(
        "{paths: {/b: {post: {
            parameters: [{name: a, in: query, schema: {type: array, items: {type: string}}}, {name: b, in: header, schema: {type: object}}],
            requestBody: {content: {multipart/form-data: {schema: {type: object}}}},
            responses: {'200': {description: d, headers: {H: {schema: {type: object}}}}}}}}}",
        "{paths: {/b: {post: {
            deprecated: false,
            parameters: [
                {name: a, in: query, required: false, deprecated: false, allowEmptyValue: false, allowReserved: false, style: form, explode: true, schema: {type: array, items: {type: string}}},
                {name: B, in: header, style: simple, explode: false, schema: {type: object}},
            ],
            requestBody: {required: false, content: {multipart/form-data: {schema: {type: object}, encoding: {f: {style: form, explode: true, allowReserved: false}}}}},
            responses: {'200': {description: other, headers: {h: {required: false, style: simple, explode: false, schema: {type: object}}}}}}}}}",
    );
}
