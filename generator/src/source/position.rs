//! What stands where in a description of any version, so that a property called `items`, an example or an extension is
//! never mistaken for a keyword. Only the way is known here; what the objects must hold is the dialect's matter.

/// What a place of a description holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are OpenAPI's own")]
pub enum Position {
    Document,
    Components,
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    MediaType,
    Encoding,
    Responses,
    Response,
    Header,
    Example,
    Link,
    Callback,
    Schema,
    SecurityScheme,
    /// A part of the document that is always written out where it stands: `info`, `tags`, a description.
    Part,
    /// A mapping whose values all are of one kind.
    Map(&'static Self),
    /// Anything that holds no reference of OpenAPI's: texts, values, extensions.
    Other,
}

use Position::{
    Callback, Components, Document, Encoding, Example, Header, Link, Map, MediaType, Operation, Other, Parameter, Part,
    PathItem, RequestBody, Response, Responses, Schema, SecurityScheme,
};

impl Position {
    /// What stands under `key` here. The items of a list stand where the list stands.
    #[must_use]
    pub fn child(self, key: &str) -> Self {
        if key.starts_with("x-") && !matches!(self, Map(_)) {
            return Other;
        }
        match self {
            Part => Part,
            Document => document(key),
            Components => components(key),
            PathItem => path_item(key),
            Operation => operation(key),
            Parameter | Header => parameter(key),
            RequestBody if key == "content" => Map(&MediaType),
            MediaType => media_type(key),
            Encoding if key == "headers" => Map(&Header),
            Responses => Response,
            Response => response(key),
            Callback => PathItem,
            Schema => schema(key),
            Map(inner) => *inner,
            RequestBody | Encoding | Example | Link | SecurityScheme if matches!(key, "description" | "summary") => {
                Part
            }
            RequestBody | Encoding | Example | Link | SecurityScheme | Other => Other,
        }
    }

    /// The section of `components` (OpenAPI 3) that holds such objects; none for what has no section there.
    #[must_use]
    pub const fn section(self) -> Option<&'static str> {
        Some(match self {
            PathItem => "pathItems",
            Parameter => "parameters",
            RequestBody => "requestBodies",
            Response => "responses",
            Header => "headers",
            Example => "examples",
            Link => "links",
            Callback => "callbacks",
            Schema => "schemas",
            SecurityScheme => "securitySchemes",
            MediaType => "mediaTypes",
            Document | Components | Operation | Encoding | Responses | Part | Map(_) | Other => return None,
        })
    }
}

fn document(key: &str) -> Position {
    match key {
        "paths" | "webhooks" => Map(&PathItem),
        "components" => Components,
        "definitions" => Map(&Schema),
        "parameters" => Map(&Parameter),
        "responses" => Map(&Response),
        "securityDefinitions" => Map(&SecurityScheme),
        "info" | "tags" | "servers" | "security" | "externalDocs" => Part,
        _ => Other,
    }
}

fn components(key: &str) -> Position {
    match key {
        "schemas" => Map(&Schema),
        "responses" => Map(&Response),
        "parameters" => Map(&Parameter),
        "examples" => Map(&Example),
        "requestBodies" => Map(&RequestBody),
        "headers" => Map(&Header),
        "securitySchemes" => Map(&SecurityScheme),
        "links" => Map(&Link),
        "callbacks" => Map(&Callback),
        "pathItems" => Map(&PathItem),
        "mediaTypes" => Map(&MediaType),
        _ => Other,
    }
}

fn path_item(key: &str) -> Position {
    match key {
        "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace" | "query" => Operation,
        "additionalOperations" => Map(&Operation),
        "parameters" => Parameter,
        "summary" | "description" | "servers" => Part,
        _ => Other,
    }
}

fn operation(key: &str) -> Position {
    match key {
        "parameters" => Parameter,
        "requestBody" => RequestBody,
        "responses" => Responses,
        "callbacks" => Map(&Callback),
        "summary" | "description" | "tags" | "servers" | "security" | "externalDocs" => Part,
        _ => Other,
    }
}

fn parameter(key: &str) -> Position {
    match key {
        "schema" => Schema,
        // The items of a parameter or header of 2.0 are schemas in all that matters here.
        "items" => Schema,
        "content" => Map(&MediaType),
        "examples" => Map(&Example),
        "description" => Part,
        _ => Other,
    }
}

fn media_type(key: &str) -> Position {
    match key {
        "schema" | "itemSchema" => Schema,
        "examples" => Map(&Example),
        "encoding" => Map(&Encoding),
        "prefixEncoding" | "itemEncoding" => Encoding,
        // Where `content` itself is a reference, all media types of a body stand in the place of one.
        key if key.contains('/') => MediaType,
        _ => Other,
    }
}

fn response(key: &str) -> Position {
    match key {
        "headers" => Map(&Header),
        "content" => Map(&MediaType),
        "links" => Map(&Link),
        "schema" => Schema,
        "description" => Part,
        _ => Other,
    }
}

fn schema(key: &str) -> Position {
    match key {
        "properties" | "patternProperties" | "$defs" | "definitions" | "dependentSchemas" => Map(&Schema),
        "items"
        | "additionalItems"
        | "prefixItems"
        | "contains"
        | "additionalProperties"
        | "propertyNames"
        | "not"
        | "if"
        | "then"
        | "else"
        | "allOf"
        | "oneOf"
        | "anyOf"
        | "unevaluatedItems"
        | "unevaluatedProperties"
        | "contentSchema" => Schema,
        "title" | "description" | "required" | "enum" | "externalDocs" => Part,
        _ => Other,
    }
}

#[cfg(test)]
mod tests {
    use super::Position::{self, Other, Parameter, Schema};

    fn at(path: &[&str]) -> Position {
        path.iter().fold(Position::Document, |position, key| position.child(key))
    }

    #[test]
    fn keywords_are_told_from_names() {
        assert_eq!(at(&["paths", "/a", "get", "parameters"]), Parameter);
        assert_eq!(at(&["components", "schemas", "A", "properties", "example", "items"]), Schema);
        assert_eq!(at(&["components", "schemas", "A", "example", "items"]), Other);
        assert_eq!(at(&["components", "schemas", "x-a"]), Schema);
        assert_eq!(at(&["definitions", "A", "allOf", "x-a"]), Other);
    }
}
