use serde_json::{Value, json};

use super::super::{Lowered, tests::check};
use crate::pointer::{Origin, Pointer};

fn lowered(more: Value) -> (Lowered, Vec<String>) {
    let mut document = json!({"openapi": "3.2.0", "info": {"title": "T", "version": "1"}});
    if let (Value::Object(document), Value::Object(more)) = (&mut document, more) {
        document.extend(more);
    }
    let (lowered, said) = check(&document);
    (lowered.unwrap(), said)
}

fn stood(lowered: &Lowered, now: &str) -> String {
    lowered.moves.origin(&Origin::root(Pointer::parse(now).unwrap())).pointer.to_string()
}

#[test]
fn operations_of_other_methods_have_path_items_of_their_own() {
    let (lowered, said) = lowered(json!({"paths": {"/a": {
        "parameters": [{"name": "p", "in": "query", "schema": {}}],
        "get": {"responses": {}}, "query": {"responses": {}},
        "additionalOperations": {"COPY": {"responses": {}}, "PUT": {"responses": {}}, "no method": {}},
    }}}));
    let paths = lowered.value.pointer("/paths").and_then(Value::as_object).unwrap();
    assert_eq!(paths.keys().collect::<Vec<_>>(), ["/a", "/a#QUERY", "/a#COPY"]);
    let shared = json!([{"name": "p", "in": "query", "schema": {}}]);
    let copy = json!({"responses": {}, "x-sdkgen-method": "COPY", "x-sdkgen-path": "/a"});
    assert_eq!(paths["/a#COPY"], json!({"parameters": shared, "post": copy}));
    assert_eq!(paths["/a"], json!({"parameters": shared, "get": {"responses": {}}, "put": {"responses": {}}}));
    assert_eq!(stood(&lowered, "/paths/~1a#COPY/post/responses"), "/paths/~1a/additionalOperations/COPY/responses");
    assert_eq!(stood(&lowered, "/paths/~1a#QUERY/post/responses"), "/paths/~1a/query/responses");
    assert_eq!(stood(&lowered, "/paths/~1a#QUERY/parameters/0"), "/paths/~1a/parameters/0");
    assert_eq!(stood(&lowered, "/paths/~1a/put"), "/paths/~1a/additionalOperations/PUT");
    assert_eq!(said, ["dialect-shape /paths/~1a/additionalOperations/no method: `no method` is no HTTP method"]);
}

#[test]
fn webhooks_of_other_methods_keep_their_name() {
    let (lowered, said) = lowered(json!({"webhooks": {"w": {"query": {"responses": {}}}}}));
    let webhook = json!({"responses": {}, "x-sdkgen-webhook": "w"});
    assert_eq!(lowered.value.pointer("/paths/~1x-sdkgen-webhooks~1w#QUERY/post"), Some(&webhook));
    assert_eq!(stood(&lowered, "/paths/~1x-sdkgen-webhooks~1w#QUERY/post"), "/webhooks/w/query");
    assert_eq!(said, [""; 0]);
}

#[test]
fn media_types_are_copied_and_sequences_carried() {
    let content = json!({"text/event-stream": {"$ref": "#/components/mediaTypes/Events"}, "a/b": {"$ref": "#/components/mediaTypes/No"}});
    let (lowered, said) = lowered(json!({
        "paths": {"/a": {"get": {"responses": {"200": {"summary": "S", "content": content}}}}},
        "components": {"mediaTypes": {"Events": {"itemSchema": {"const": 1}, "itemEncoding": {}}}},
    }));
    let response = "/paths/~1a/get/responses/200";
    assert_eq!(lowered.value.pointer(&format!("{response}/description")), Some(&json!("S")));
    let events = format!("{response}/content/text~1event-stream");
    let schema = json!({"x-sdkgen-const": true, "x-sdkgen-enum": [1]});
    assert_eq!(lowered.value.pointer(&events), Some(&json!({"schema": schema, "x-sdkgen-sequence": true})));
    assert_eq!(stood(&lowered, &format!("{events}/schema/enum/0")), "/components/mediaTypes/Events/itemSchema/const");
    assert_eq!(
        said,
        [
            "reference-dangling /paths/~1a/get/responses/200/content/a~1b/$ref: `#/components/mediaTypes/No` leads to no media type",
            "dialect-dropped /components/mediaTypes/Events/itemEncoding: `itemEncoding` is not followed: the parts of a list are encoded as the media type says",
        ]
    );
}

#[test]
fn objects_say_in_3_1_what_they_can() {
    let (lowered, said) = lowered(json!({
        "$self": "https://api.test/openapi",
        "tags": [{"name": "a", "summary": "S", "parent": "b", "kind": "nav"}],
        "servers": [{"url": "https://api.test", "name": "prod"}],
        "paths": {"/a": {"get": {"responses": {}, "parameters": [
            {"name": "q", "in": "querystring", "content": {"application/json": {"schema": {}}}},
            {"name": "c", "in": "cookie", "style": "cookie", "schema": {"$ref": "https://api.test/openapi#/components/schemas/A"}},
        ]}}},
        "components": {
            "schemas": {"A": {"oneOf": [{"$ref": "#/components/schemas/B"}], "discriminator": {"propertyName": "k", "defaultMapping": "B"}}, "B": {}},
            "examples": {"E": {"dataValue": {"a": 1}, "serializedValue": "{}"}, "F": {"serializedValue": "[1]"}},
            "securitySchemes": {"o": {"type": "oauth2", "deprecated": true, "oauth2MetadataUrl": "https://api.test",
                "flows": {"deviceAuthorization": {"deviceAuthorizationUrl": "https://api.test", "tokenUrl": "https://api.test", "scopes": {}}}}},
        },
    }));
    let at = |place: &str| lowered.value.pointer(place).cloned().unwrap_or_default();
    assert_eq!(at("/tags/0"), json!({"name": "a", "x-sdkgen-parent": "b", "x-sdkgen-kind": "nav", "description": "S"}));
    assert_eq!(at("/servers/0"), json!({"url": "https://api.test", "description": "prod"}));
    let parameters = "/paths/~1a/get/parameters";
    assert_eq!(at(&format!("{parameters}/0/in")), json!("query"));
    assert_eq!(at(&format!("{parameters}/0/x-sdkgen-querystring")), json!(true));
    assert_eq!(at(&format!("{parameters}/1/x-sdkgen-style")), json!("cookie"));
    assert_eq!(at(&format!("{parameters}/1/schema/$ref")), json!("#/components/schemas/A"));
    assert_eq!(at("/components/examples"), json!({"E": {"value": {"a": 1}}, "F": {"value": [1]}}));
    assert_eq!(
        at("/components/securitySchemes/o"),
        json!({"type": "oauth2", "flows": {}, "description": "Deprecated."})
    );
    assert_eq!(
        said,
        [
            "dialect-dropped /components/schemas/A/discriminator/defaultMapping: `defaultMapping` is not followed: what no other variant fits is given as it came"
        ]
    );
}
