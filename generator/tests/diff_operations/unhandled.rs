//! What no rule explains is told by construction: any key that is in no table.

use serde_json::{Value, json};

use crate::support::{changes, ids, lowered, of_document};

pub const IDS: &[&str] = &["unhandled"];

/// Objects of a lowered document by their pointers: none is read without a look at all of its keys.
const OBJECTS: &[&str] = &[
    "",
    "/info",
    "/tags/0",
    "/servers/0",
    "/servers/0/variables/r",
    "/paths/~1b",
    "/paths/~1b/get",
    "/paths/~1b/get/parameters/0",
    "/paths/~1b/get/parameters/1/content/application~1json",
    "/paths/~1b/get/requestBody",
    "/paths/~1b/get/requestBody/content/multipart~1form-data",
    "/paths/~1b/get/requestBody/content/multipart~1form-data/encoding/f",
    "/paths/~1b/get/responses/200",
    "/paths/~1b/get/responses/200/content/application~1json",
    "/paths/~1b/get/responses/200/headers/H",
    "/paths/~1b/get/responses/200/links/L",
    "/paths/~1b/get/callbacks/cb/{$request.body#~1url}",
    "/paths/~1b/get/callbacks/cb/{$request.body#~1url}/post",
    "/components/securitySchemes/login",
    "/components/securitySchemes/login/flows/clientCredentials",
];

const DOCUMENT: &str = "{
    tags: [{name: a}],
    servers: [{url: 'https://{r}.test', variables: {r: {default: a}}}],
    paths: {/b: {get: {
        parameters: [
            {name: a, in: query, schema: {type: string}},
            {name: b, in: query, content: {application/json: {schema: {type: string}}}},
        ],
        requestBody: {content: {multipart/form-data: {schema: {type: object}, encoding: {f: {contentType: text/plain}}}}},
        responses: {'200': {
            description: d,
            content: {application/json: {schema: {type: string}}},
            headers: {H: {schema: {type: string}}},
            links: {L: {operationRef: '#/paths/~1b/get'}},
        }},
        callbacks: {cb: {'{$request.body#/url}': {post: {responses: {'200': {description: d}}}}}},
    }}},
}";

#[test]
fn a_key_that_no_rule_knows_is_told_wherever_it_stands() {
    let old = lowered(of_document(DOCUMENT));
    for pointer in OBJECTS {
        for (key, id) in
            [("surprise", "unhandled"), ("x-sdkgen-surprise", "unhandled"), ("x-team", "extension-changed")]
        {
            let mut new = old.clone();
            let object = new.value.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
            object.insert(key.to_owned(), json!({"b": [1], "a": null}));
            let found = changes(&old, &new);
            assert_eq!(ids(&found), id, "{key} at {pointer}");
            assert_eq!(found[0].after.as_deref(), Some(r#"{"a":null,"b":[1]}"#), "{key} at {pointer}");
            assert_eq!(found[0].before, None);
            assert_eq!(ids(&changes(&new, &old)), id, "{key} at {pointer}");
        }
    }
}

#[test]
fn every_object_of_the_document_is_among_those() {
    let old = lowered(of_document(DOCUMENT));
    let mut found = Vec::new();
    collect(&old.value, String::new(), &mut found);
    // What has only named entries, what is told as a part of what holds it, and schemas.
    let maps =
        ["paths", "components", "securitySchemes", "headers", "links", "callbacks", "content", "encoding", "responses"];
    let missing: Vec<_> = found
        .into_iter()
        .filter(|pointer| !OBJECTS.contains(&pointer.as_str()))
        .filter(|pointer| !maps.contains(&pointer.rsplit('/').next().unwrap()))
        .filter(|pointer| {
            !["/schema", "/variables", "/flows", "/scopes", "/cb"].iter().any(|end| pointer.ends_with(end))
        })
        .filter(|pointer| !pointer.contains("/securitySchemes/") && !pointer.contains("/post/responses/200"))
        .collect();
    assert_eq!(missing, ["/paths/~1b/get/parameters/1"]);
}

fn collect(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                collect(value, format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }
            found.push(at);
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                collect(value, format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}
