use serde_json::json;

use super::{Untyped, untyped};
use crate::{documents::tests::documents, inspected::Inspected};

const API: &str = "
openapi: 3.0.3
paths:
  /a/{id}:
    parameters: [{name: id, in: path, schema: {$ref: '#/components/schemas/Color'}}]
    post:
      requestBody: {content: {application/json: {schema: {type: object, properties: {a: {}}}}}}
      responses:
        '200': {content: {text/csv: {schema: {type: string}}, application/xml: {schema: {type: object}}}}
components:
  schemas:
    Color: {enum: [red, blue]}
    Free: {description: anything, nullable: true}
    S:
      properties:
        free: {$ref: '#/components/schemas/Free'}
        object: {type: object}
        every: {type: [string, number, boolean, object, array, 'null']}
        any: {oneOf: [{type: string}, {type: integer}, {type: boolean}, {type: object}, {type: array, items: {}}]}
        list: {type: array, items: {type: object, properties: {a: {}}}}
        map: {additionalProperties: {type: string, format: uuid}}
        color: {allOf: [{$ref: '#/components/schemas/Color'}]}
        host: {type: string, format: hostname}
        date: {oneOf: [{type: string, format: date-time}, {type: 'null'}]}
        bytes: {type: string, format: byte}
        kind: {type: string, enum: [only]}
      additionalProperties: {type: integer}
";

/// The fields of `S` with these types, that are untyped.
fn fields(types: &[(&str, &str)]) -> Vec<String> {
    let (_folder, documents) = documents(API);
    let field = |(wire, ty): &(&str, &str)| {
        let pointer = format!("/components/schemas/S/properties/{wire}");
        json!({ "wire": wire, "value_type": ty, "presence": "required", "place": { "pointer": pointer } })
    };
    let fields: Vec<_> = types.iter().map(field).collect();
    let place = json!({ "pointer": "/components/schemas/S" });
    let types = json!([
        { "rust": "crate::types::S", "kind": "struct", "place": place, "fields": fields, "additional": { "type": "i64" } },
        { "rust": "crate::types::Any", "kind": "alias", "place": place, "target": "serde_json::Value" },
    ]);
    let inspected = json!({ "operations": [], "types": types, "findings": [] });
    untyped(&documents, &serde_json::from_value::<Inspected>(inspected).unwrap()).fields
}

#[test]
fn values_where_the_schema_says_nothing_are_typed() {
    let value = "serde_json::Value";
    let typed = [("free", value), ("every", value), ("any", value), ("object", "BTreeMap<String, serde_json::Value>")];
    assert!(fields(&typed).is_empty(), "{:?}", fields(&typed));
    assert_eq!(fields(&[("object", value), ("list", value)]).len(), 2);
}

#[test]
fn what_lists_maps_and_aliases_hold_counts_for_their_place() {
    assert_eq!(fields(&[("list", "Vec<serde_json::Value>")]), ["S.list: Vec<serde_json::Value>"]);
    assert_eq!(fields(&[("map", "Option<BTreeMap<String, Any>>")]).len(), 1);
    assert_eq!(fields(&[("map", "BTreeMap<String, String>")]).len(), 1);
    assert!(fields(&[("list", "Vec<Item>"), ("map", "BTreeMap<String, uuid::Uuid>")]).is_empty());
}

#[test]
fn texts_and_bytes_in_the_stead_of_more() {
    let text = "String";
    assert!(fields(&[("host", text), ("bytes", "bytes::Bytes"), ("free", text), ("kind", text)]).is_empty());
    assert_eq!(fields(&[("color", text), ("date", text), ("bytes", text), ("object", text)]).len(), 4);
    assert_eq!(fields(&[("host", "Bytes")]).len(), 1);
}

#[test]
fn operations() {
    let (_folder, documents) = documents(API);
    let found = |typed: bool, argument: &str, body: &str, result: &str| {
        let operation = json!({
            "name": "a.post", "rust": "", "typed": typed, "enveloped": false,
            "arguments": [{ "name": "id", "in": "path", "value_type": argument }],
            "body": { "value_type": body, "media_type": "application/json" },
            "results": [{ "status": "2XX", "type": result }],
            "place": { "pointer": "/paths/~1a~1{id}/post" },
        });
        let inspected = json!({ "operations": [operation], "types": [], "findings": [] });
        untyped(&documents, &serde_json::from_value::<Inspected>(inspected).unwrap())
    };
    assert_eq!(found(true, "Color", "Body", "Made"), Untyped::default());
    let all = found(true, "String", "serde_json::Value", "Bytes");
    assert_eq!((all.parameters.len(), all.bodies.len(), all.results.len()), (1, 1, 1), "{all:?}");
    // XML of an object that only comes as text is not typed either.
    assert_eq!(found(true, "Color", "Body", "String").results.len(), 1);
    assert_eq!(found(false, "Color", "Body", "Made").count(), 2);
}
