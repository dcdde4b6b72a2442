use serde_json::{Value, json};

use super::rewrite;
use crate::{
    diagnostic::Diagnostics,
    pointer::{Places, Pointer},
};

/// A document rewritten, and what is said: code, pointer.
fn lowered(mut document: Value) -> (Value, Vec<String>, Places) {
    document["swagger"] = json!("2.0");
    let mut diagnostics = Diagnostics::new();
    let places = rewrite(&mut document, &mut diagnostics);
    let said = diagnostics.into_sorted();
    let said = said.iter().map(|d| format!("{} {}", d.code.as_str(), d.origin.pointer)).collect();
    (document, said, places)
}

/// A document of one operation, `post /a`, made from what it says.
fn operation(operation: Value) -> (Value, Vec<String>, Places) {
    let (document, said, places) = lowered(json!({
        "consumes": ["application/json"], "produces": ["application/json"], "paths": {"/a": {"post": operation}},
    }));
    (document["paths"]["/a"]["post"].clone(), said, places)
}

fn parameter(parameter: Value) -> (Value, Vec<String>) {
    let (operation, said, _) = operation(json!({"parameters": [parameter]}));
    (operation["parameters"][0].clone(), said)
}

fn before(places: &Places, now: &str) -> String {
    places.origin(&Pointer::parse(now).unwrap()).pointer.to_string()
}

const NOTHING: [&str; 0] = [];

#[test]
fn the_version_and_the_servers() {
    let servers = |document| lowered(document).0["servers"].clone();
    let document = json!({"host": "a.test:81", "basePath": "/v1/", "schemes": ["http", "https"]});
    assert_eq!(servers(document), json!([{"url": "https://a.test:81/v1"}, {"url": "http://a.test:81/v1"}]));
    assert_eq!(servers(json!({"basePath": "v1"})), json!([{"url": "/v1"}]));
    assert_eq!(servers(json!({"schemes": ["https"]})), json!([{"url": "/"}]));
    assert_eq!(servers(json!({})), Value::Null);
    let (document, said, places) = lowered(json!({"host": "a.test"}));
    assert_eq!(document, json!({"openapi": "3.0.3", "servers": [{"url": "https://a.test"}]}));
    assert_eq!(said, ["dialect-filled /host"]);
    assert_eq!(before(&places, "/servers/0/url"), "/host/0/url");
    assert_eq!(before(&places, "/openapi"), "/swagger");
}

#[test]
fn an_operation_has_servers_only_where_its_schemes_lead_elsewhere() {
    let servers = |schemes: Value| {
        let operation = json!({"schemes": schemes});
        let document = json!({"host": "a.test", "schemes": ["https", "http"], "paths": {"/a": {"get": operation}}});
        lowered(document).0["paths"]["/a"]["get"].clone()
    };
    assert_eq!(servers(json!(["https"])), json!({}));
    assert_eq!(servers(json!(["http"])), json!({"servers": [{"url": "http://a.test"}]}));
}

#[test]
fn a_parameter_says_its_type_below_schema() {
    let given = json!({
        "name": "q", "in": "query", "description": "D", "required": true, "type": "integer", "format": "int64",
        "default": 1, "enum": [1, 2], "x-nullable": true, "x-example": 2, "x-own": 1, "x-enum-varnames": ["a", "b"],
    });
    let schema = json!({
        "type": "integer", "format": "int64", "default": 1, "enum": [1, 2], "nullable": true,
        "x-enum-varnames": ["a", "b"],
    });
    let expected = json!({
        "name": "q", "in": "query", "description": "D", "required": true, "x-own": 1, "example": 2, "schema": schema,
    });
    assert_eq!(parameter(given), (expected, vec![]));
}

#[test]
fn lists_have_the_style_of_their_collection_format() {
    let style = |location: &str, format: Value| {
        let mut given = json!({"name": "q", "in": location, "type": "array", "items": {"type": "string"}});
        if !format.is_null() {
            given["collectionFormat"] = format;
        }
        let (parameter, said) = parameter(given);
        assert_eq!(parameter["schema"], json!({"type": "array", "items": {"type": "string"}}));
        let said = said.first().cloned().unwrap_or_default();
        let text = |key: &str| parameter[key].as_str().map(str::to_owned);
        (text("style"), text("x-sdkgen-style"), parameter["explode"].as_bool(), said)
    };
    let plain = |style: &str, explode| (Some(style.to_owned()), None, Some(explode), String::new());
    let inner = |style: &str| (None, Some(style.to_owned()), None, String::new());
    assert_eq!(style("query", Value::Null), plain("form", false));
    assert_eq!(style("query", json!("csv")), plain("form", false));
    assert_eq!(style("query", json!("multi")), plain("form", true));
    assert_eq!(style("query", json!("ssv")), plain("spaceDelimited", false));
    assert_eq!(style("query", json!("pipes")), plain("pipeDelimited", false));
    assert_eq!(style("query", json!("tsv")), inner("tabDelimited"));
    assert_eq!(style("path", Value::Null), plain("simple", false));
    assert_eq!(style("header", json!("csv")), plain("simple", false));
    assert_eq!(style("path", json!("pipes")), inner("pipeDelimited"));
    let wrong = "dialect-shape /paths/~1a/post/parameters/0/collectionFormat".to_owned();
    assert_eq!(style("path", json!("multi")), (Some("simple".to_owned()), None, Some(false), wrong));
}

#[test]
fn a_list_within_a_list_is_said() {
    let inner = json!({"type": "array", "collectionFormat": "pipes", "items": {"type": "string"}});
    let (parameter, said) = parameter(json!({"name": "q", "in": "query", "type": "array", "items": inner}));
    let items = json!({"type": "array", "items": {"type": "string"}});
    assert_eq!(parameter["schema"], json!({"type": "array", "items": items}));
    assert_eq!(said, ["parameter-style /paths/~1a/post/parameters/0/items"]);
}

#[test]
fn a_body_has_one_content_for_each_media_type() {
    let (operation, said, places) = operation(json!({
        "consumes": ["application/json", "application/xml"],
        "parameters": [
            {"name": "q", "in": "query", "type": "string"},
            {"name": "b", "in": "body", "required": true, "description": "D", "x-own": 1, "schema": {"$ref": "#/definitions/A"},
             "x-examples": {"application/json": {"a": 1}}},
            {"name": "h", "in": "header", "type": "string"},
        ],
    }));
    let schema = json!({"$ref": "#/definitions/A"});
    let body = json!({
        "required": true, "description": "D", "x-own": 1,
        "content": {"application/json": {"schema": schema, "example": {"a": 1}}, "application/xml": {"schema": schema}},
    });
    assert_eq!(operation["requestBody"], body);
    assert_eq!(operation["parameters"].as_array().unwrap().len(), 2);
    assert_eq!(said, NOTHING);
    let post = "/paths/~1a/post";
    let schema = format!("{post}/requestBody/content/application~1xml/schema/x");
    assert_eq!(before(&places, &schema), format!("{post}/parameters/1/schema/x"));
    assert_eq!(before(&places, &format!("{post}/parameters/1/name")), format!("{post}/parameters/2/name"));
    assert_eq!(before(&places, &format!("{post}/parameters/1/schema/type")), format!("{post}/parameters/2/type"));
}

fn form(consumes: Value, parameters: Value) -> Value {
    let (operation, said, _) = operation(json!({"consumes": consumes, "parameters": parameters}));
    assert_eq!(said, NOTHING);
    operation["requestBody"].clone()
}

#[test]
fn fields_of_a_form_are_one_body() {
    let fields = json!([
        {"name": "a", "in": "formData", "type": "string", "required": true, "description": "D", "x-own": 1},
        {"name": "b", "in": "formData", "type": "array", "items": {"type": "integer"}, "collectionFormat": "pipes"},
        {"name": "c", "in": "formData", "type": "array", "items": {"type": "integer"}, "collectionFormat": "tsv"},
    ]);
    let schema = json!({"type": "object", "required": ["a"], "properties": {
        "a": {"type": "string", "description": "D", "x-own": 1},
        "b": {"type": "array", "items": {"type": "integer"}},
        "c": {"type": "array", "items": {"type": "integer"}},
    }});
    let encoding = json!({"b": {"style": "pipeDelimited", "explode": false}, "c": {"x-sdkgen-style": "tabDelimited"}});
    let content = json!({"application/x-www-form-urlencoded": {"schema": schema, "encoding": encoding}});
    assert_eq!(form(json!([]), fields), json!({"required": true, "content": content}));
}

#[test]
fn consumes_decides_between_the_forms_and_a_file_needs_parts() {
    let types = |consumes: Value, kind: &str| {
        let body = form(consumes, json!([{"name": "a", "in": "formData", "type": kind}]));
        let content = body["content"].as_object().unwrap();
        let file = kind == "file";
        let schema = if file { json!({"type": "string", "format": "binary"}) } else { json!({"type": "string"}) };
        assert!(content.values().all(|media| media["schema"]["properties"]["a"] == schema), "{body}");
        content.keys().cloned().collect::<Vec<_>>()
    };
    let (multipart, encoded) = ("multipart/form-data", "application/x-www-form-urlencoded");
    assert_eq!(types(json!([multipart]), "string"), [multipart]);
    assert_eq!(types(json!([encoded, multipart]), "string"), [encoded, multipart]);
    assert_eq!(types(json!([encoded, multipart]), "file"), [multipart]);
    assert_eq!(types(json!(["application/json"]), "string"), [encoded]);
    assert_eq!(types(json!(["application/json"]), "file"), [multipart]);
}

#[test]
fn parameters_of_the_path_are_shared_also_bodies() {
    let (document, said, places) = lowered(json!({"consumes": ["a/b"], "paths": {"/a": {
        "parameters": [
            {"name": "b", "in": "body", "schema": {"type": "string"}},
            {"name": "id", "in": "path", "type": "string", "required": true},
        ],
        "post": {},
        "put": {"parameters": [{"name": "other", "in": "body", "schema": {"type": "integer"}}]},
    }}}));
    let item = &document["paths"]["/a"];
    assert_eq!(item["parameters"].as_array().unwrap().len(), 1);
    assert_eq!(item["post"]["requestBody"]["content"]["a/b"]["schema"], json!({"type": "string"}));
    assert_eq!(item["put"]["requestBody"]["content"]["a/b"]["schema"], json!({"type": "integer"}));
    assert_eq!(said, NOTHING);
    let now = "/paths/~1a/post/requestBody/content/a~1b/schema";
    assert_eq!(before(&places, now), "/paths/~1a/parameters/0/schema");
}

#[test]
fn two_bodies_are_one_too_many() {
    let (operation, said, _) = operation(json!({"parameters": [
        {"name": "b", "in": "body", "schema": {"type": "string"}}, {"name": "f", "in": "formData", "type": "string"},
    ]}));
    assert_eq!(operation["requestBody"]["content"]["application/json"]["schema"], json!({"type": "string"}));
    assert!(operation["x-sdkgen-quarantine"].is_string());
    assert_eq!(said, ["dialect-shape /paths/~1a/post/parameters/1"]);
}

#[test]
fn shared_parameters_become_components() {
    let get = |name: &str| json!({"parameters": [{"$ref": format!("#/parameters/{name}")}]});
    let (document, said, places) = lowered(json!({
        "consumes": ["a/b"],
        "parameters": {
            "Q": {"name": "q", "in": "query", "type": "string"},
            "B": {"name": "b", "in": "body", "schema": {"$ref": "#/definitions/A"}},
            "F": {"name": "f", "in": "formData", "type": "string"},
        },
        "definitions": {"A": {"type": "object", "discriminator": "kind"}},
        "paths": {"/q": {"get": get("Q")}, "/b": {"post": get("B")}, "/f": {"post": get("F")}, "/no": {"get": get("No")},
            "/own": {"post": {"consumes": ["c/d"], "parameters": [{"$ref": "#/parameters/B"}]}}},
    }));
    let paths = &document["paths"];
    assert_eq!(paths["/q"]["get"]["parameters"], json!([{"$ref": "#/components/parameters/Q"}]));
    assert_eq!(paths["/b"]["post"], json!({"requestBody": {"$ref": "#/components/requestBodies/B"}}));
    let form = &paths["/f"]["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"];
    assert_eq!(form["properties"], json!({"f": {"type": "string"}}));
    // What leads to nothing keeps the words of the description.
    assert_eq!(paths["/no"]["get"]["parameters"], json!([{"$ref": "#/parameters/No"}]));
    let schema = json!({"$ref": "#/components/schemas/A"});
    assert_eq!(paths["/own"]["post"]["requestBody"]["content"], json!({"c/d": {"schema": schema}}));
    let components = json!({
        "schemas": {"A": {"type": "object", "discriminator": {"propertyName": "kind"}}},
        "requestBodies": {"B": {"content": {"a/b": {"schema": schema}}}},
        "parameters": {"Q": {"name": "q", "in": "query", "schema": {"type": "string"}}},
    });
    assert_eq!(document["components"], components);
    assert_eq!(said, NOTHING);
    assert_eq!(before(&places, "/components/schemas/A/type"), "/definitions/A/type");
    assert_eq!(before(&places, "/components/parameters/Q/schema/type"), "/parameters/Q/type");
    let body = "/components/requestBodies/B/content/a~1b/schema/x";
    assert_eq!(before(&places, body), "/parameters/B/schema/x");
}

#[test]
fn responses_have_content_by_what_is_produced() {
    let (operation, said, places) = operation(json!({"produces": ["application/json", "text/plain"], "responses": {
        "200": {"description": "D", "schema": {"type": "string"}, "x-own": 1,
            "examples": {"application/json; charset=utf-8": "a", "other/type": "b"},
            "headers": {"H": {"description": "D", "type": "integer", "x-own": 1}}},
        "204": {"description": "D"},
        "default": {"description": "D", "examples": {"a/b": 1}},
        "x-own": 1,
    }}));
    let other = json!({"other/type": {"value": "b"}});
    let content = json!({
        "application/json": {"schema": {"type": "string"}, "example": "a", "examples": other},
        "text/plain": {"schema": {"type": "string"}},
    });
    let headers = json!({"H": {"description": "D", "x-own": 1, "schema": {"type": "integer"}}});
    let responses = json!({
        "200": {"description": "D", "x-own": 1, "headers": headers, "content": content},
        "204": {"description": "D"},
        "default": {"description": "D", "content": {"a/b": {"example": 1}}},
        "x-own": 1,
    });
    assert_eq!(operation["responses"], responses);
    assert_eq!(said, NOTHING);
    let responses = "/paths/~1a/post/responses";
    let schema = format!("{responses}/200/content/text~1plain/schema/x");
    assert_eq!(before(&places, &schema), format!("{responses}/200/schema/x"));
    let header = format!("{responses}/200/headers/H/schema/type");
    assert_eq!(before(&places, &header), format!("{responses}/200/headers/H/type"));
}

#[test]
fn a_file_answers_with_bytes() {
    let response = json!({"200": {"description": "D", "schema": {"type": "file"}}});
    let (document, said, _) = lowered(json!({"paths": {"/a": {"get": {"responses": response}}}}));
    let content = &document["paths"]["/a"]["get"]["responses"]["200"]["content"];
    assert_eq!(*content, json!({"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}));
    assert_eq!(said, NOTHING);
}

#[test]
fn a_shared_response_is_copied_where_something_else_is_produced() {
    let reference = json!({"200": {"$ref": "#/responses/R"}});
    let (document, _, places) = lowered(json!({
        "produces": ["a/b"], "responses": {"R": {"description": "D", "schema": {"type": "string"}}},
        "paths": {"/a": {"get": {"responses": reference}, "put": {"produces": ["c/d"], "responses": reference}}},
    }));
    let item = &document["paths"]["/a"];
    assert_eq!(item["get"]["responses"]["200"], json!({"$ref": "#/components/responses/R"}));
    let own = json!({"description": "D", "content": {"c/d": {"schema": {"type": "string"}}}});
    assert_eq!(item["put"]["responses"]["200"], own);
    let now = "/paths/~1a/put/responses/200/content/c~1d/schema";
    assert_eq!(before(&places, now), "/responses/R/schema");
}

#[test]
fn where_nothing_says_what_is_consumed_it_is_json_and_said_once() {
    let operation =
        json!({"parameters": [{"name": "b", "in": "body", "schema": {}}], "responses": {"200": {"schema": {}}}});
    let (document, said, _) = lowered(json!({"paths": {"/a": {"put": operation, "post": operation}}}));
    let operation = &document["paths"]["/a"]["put"];
    assert_eq!(operation["requestBody"]["content"], json!({"application/json": {"schema": {}}}));
    assert_eq!(operation["responses"]["200"]["content"], json!({"application/json": {"schema": {}}}));
    assert_eq!(said, ["dialect-filled ", "dialect-filled "]);
}

#[test]
fn schemas_are_rewritten_wherever_they_stand() {
    let (document, said, places) = lowered(json!({"definitions": {
        "A": {"allOf": [{"$ref": "#/definitions/B%20c"}], "discriminator": "kind", "properties": {
            "file": {"type": "file"}, "maybe": {"$ref": "#/definitions/A", "x-nullable": true, "readOnly": true},
            "discriminator": {"type": "string", "x-example": "a"}, "list": {"type": ["array", "null"], "items": {"type": "file"}},
        }},
        "B c": {"type": "object", "x-examples": {"one": {"a": 1}}, "example": {"discriminator": "x", "type": "file"}},
        "C": {"$ref": "#/definitions/A/properties/file"},
    }}));
    let bytes = json!({"type": "string", "format": "binary"});
    let schemas = json!({
        "A": {"allOf": [{"$ref": "#/components/schemas/B c"}], "discriminator": {"propertyName": "kind"}, "properties": {
            "file": bytes, "maybe": {"$ref": "#/components/schemas/A", "nullable": true, "readOnly": true},
            "discriminator": {"type": "string", "example": "a"}, "list": {"type": "array", "items": bytes, "nullable": true},
        }},
        "B c": {"type": "object", "example": {"discriminator": "x", "type": "file"}},
        "C": {"$ref": "#/components/schemas/A/properties/file"},
    });
    assert_eq!(document["components"], json!({"schemas": schemas}));
    assert_eq!(said, NOTHING);
    assert_eq!(before(&places, "/components/schemas/A/properties/file"), "/definitions/A/properties/file");
}

#[test]
fn references_follow_what_moved() {
    let (document, _, _) = lowered(json!({
        "produces": ["a/b"], "definitions": {"A": {"$ref": "#/paths/~1a/get/responses/200/schema/items"}},
        "paths": {"/a": {"get": {"responses": {"200": {"schema": {"type": "array", "items": {"type": "string"}}}}}}},
    }));
    let to = "#/paths/~1a/get/responses/200/content/a~1b/schema/items";
    assert_eq!(document["components"]["schemas"]["A"], json!({"$ref": to}));
}

#[test]
fn a_path_item_may_be_a_reference() {
    let (document, _, places) = lowered(json!({
        "x-items": {"A": {"get": {"parameters": [{"name": "q", "in": "query", "type": "string"}]}}},
        "paths": {"/a": {"$ref": "#/x-items/A"}},
    }));
    let parameter = json!({"name": "q", "in": "query", "schema": {"type": "string"}});
    assert_eq!(document["paths"]["/a"], json!({"get": {"parameters": [parameter]}}));
    assert_eq!(before(&places, "/paths/~1a/get/parameters/0/schema/type"), "/x-items/A/get/parameters/0/type");
}

#[test]
fn security_schemes_and_their_flows() {
    let flow = |flow: &str| json!({"type": "oauth2", "flow": flow, "authorizationUrl": "a", "tokenUrl": "t", "scopes": {"s": "S"}, "x-own": 1});
    let (document, said, places) = lowered(json!({"securityDefinitions": {
        "basic": {"type": "basic", "description": "D"}, "key": {"type": "apiKey", "name": "k", "in": "query"},
        "app": flow("application"), "code": flow("accessCode"), "implicit": flow("implicit"), "password": flow("password"),
    }}));
    let flows = |name: &str| {
        let flow = json!({"authorizationUrl": "a", "tokenUrl": "t", "scopes": {"s": "S"}});
        json!({"type": "oauth2", "x-own": 1, "flows": {name: flow}})
    };
    let schemes = json!({
        "basic": {"type": "http", "scheme": "basic", "description": "D"},
        "key": {"type": "apiKey", "name": "k", "in": "query"},
        "app": flows("clientCredentials"), "code": flows("authorizationCode"), "implicit": flows("implicit"),
        "password": flows("password"),
    });
    assert_eq!(document["components"], json!({"securitySchemes": schemes}));
    assert_eq!(said, NOTHING);
    let now = "/components/securitySchemes/app/flows/clientCredentials/scopes/s";
    assert_eq!(before(&places, now), "/securityDefinitions/app/scopes/s");
}

#[test]
fn keywords_of_3_0_keep_their_meaning_and_are_said() {
    let (document, said, _) = lowered(json!({
        "produces": ["a/b"], "components": {"schemas": {"B": {"type": "string"}}},
        "definitions": {"A": {"oneOf": [{"$ref": "#/components/schemas/B"}], "nullable": true}},
        "paths": {"/a": {"post": {"requestBody": {"content": {"a/b": {}}}, "responses": {"200": {"content": {"c/d": {}}}},
            "parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}, "style": "form"}]}}},
    }));
    let schemas = json!({
        "B": {"type": "string"}, "A": {"oneOf": [{"$ref": "#/components/schemas/B"}], "nullable": true},
    });
    assert_eq!(document["components"], json!({"schemas": schemas}));
    let operation = json!({
        "requestBody": {"content": {"a/b": {}}}, "responses": {"200": {"content": {"c/d": {}}}},
        "parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}, "style": "form"}],
    });
    assert_eq!(document["paths"]["/a"]["post"], operation);
    let post = "/paths/~1a/post";
    assert_eq!(
        said,
        [
            "dialect-foreign /components".to_owned(),
            "dialect-foreign /definitions/A/nullable".to_owned(),
            "dialect-foreign /definitions/A/oneOf".to_owned(),
            format!("dialect-foreign {post}/parameters/0/schema"),
            format!("dialect-foreign {post}/parameters/0/style"),
            format!("dialect-foreign {post}/requestBody"),
            format!("dialect-foreign {post}/responses/200/content"),
        ]
    );
}
