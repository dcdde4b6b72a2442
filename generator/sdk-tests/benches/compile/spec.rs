//! A synthetic spec: structs of 12 fields, half of them sent and half of them answered, and operations over them.

use serde_json::{Map, Value, json};

/// OpenAPI 3.0.3 as JSON.
pub fn synthetic(structs: usize, operations: usize) -> String {
    let half = structs / 2;
    let mut paths = Map::new();
    for operation in 0..operations {
        let (path, item) = path(operation, half);
        paths.insert(path, item);
    }
    let schemas: Map<String, Value> = (0..half)
        .flat_map(|index| [("Body", index), ("Answer", index)])
        .map(|(side, index)| (format!("{side}{index}"), schema(side, index, half)))
        .collect();
    let document = json!({
        "openapi": "3.0.3",
        "info": {"title": "Synthetic", "version": "1"},
        "servers": [{"url": "https://api.example.com/v1"}],
        "security": [{"bearer": []}],
        "paths": paths,
        "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}, "schemas": schemas},
    });
    serde_json::to_string_pretty(&document).unwrap()
}

fn path(operation: usize, half: usize) -> (String, Value) {
    let (resource, index) = (operation % 10, operation % half);
    let item = json!({
        "post": {
            "operationId": format!("act{operation}"),
            "tags": [format!("group{resource}")],
            "summary": format!("Does what operation {operation} does."),
            "parameters": [
                {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                {"name": "limit", "in": "query", "schema": {"type": "integer", "format": "int32"}},
            ],
            "requestBody": {"required": true, "content": {"application/json": {"schema": reference("Body", index)}}},
            "responses": {"200": {
                "description": "Done.",
                "content": {"application/json": {"schema": reference("Answer", index)}},
            }},
        },
    });
    (format!("/group{resource}/{{id}}/act{operation}"), item)
}

fn reference(side: &str, index: usize) -> Value {
    json!({"$ref": format!("#/components/schemas/{side}{index}")})
}

fn schema(side: &str, index: usize, half: usize) -> Value {
    // Each leads to the next one of its side, the last one to none: no recursion.
    let next = if index + 1 < half { reference(side, index + 1) } else { json!({"type": "string"}) };
    json!({
        "type": "object",
        "description": format!("{side} number {index}."),
        "required": ["id", "name", "count"],
        "properties": {
            "id": {"type": "string", "description": "Identifies it."},
            "name": {"type": "string", "description": "What people call it."},
            "count": {"type": "integer", "format": "int64", "description": "How many there are."},
            "note": {"type": "string", "description": "What else there is to say."},
            "active": {"type": "boolean", "description": "Whether it is in use."},
            "ratio": {"type": "number", "format": "double", "description": "A share."},
            "createdAt": {"type": "string", "format": "date-time", "description": "Since when it exists."},
            "tags": {"type": "array", "items": {"type": "string"}, "description": "Its tags."},
            "size": {"type": "integer", "format": "int32", "description": "Its size."},
            "kind": {"type": "string", "description": "Its kind."},
            "labels": {"type": "object", "additionalProperties": {"type": "string"}, "description": "Its labels."},
            "next": next,
        },
    })
}
