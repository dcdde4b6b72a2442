//! Examples: what the spec itself shows of requests and answers.

use indexmap::IndexMap;
use openapiv3::{Example, MediaType, ParameterData, ParameterSchemaOrContent, ReferenceOr, Schema};
use serde_json::Value;

use super::{Context, walk::SchemaAt};
use crate::pointer::{At, Origin};

/// The example of a parameter: its own, else its schema's.
pub(super) fn of_parameter<'a>(cx: &mut Context<'a>, data: &At<&'a ParameterData>) -> Option<Value> {
    let own = of_own(cx, data.node.example.as_ref(), &data.node.examples, &data.origin);
    own.or_else(|| match &data.node.format {
        ParameterSchemaOrContent::Schema(schema) => of_schema(cx, &data.below("schema", schema)),
        ParameterSchemaOrContent::Content(_) => None,
    })
}

/// The example of a body: its media type's, else its schema's.
pub(super) fn of_media_type<'a>(cx: &mut Context<'a>, media: &At<&'a MediaType>) -> Option<Value> {
    let own = of_own(cx, media.node.example.as_ref(), &media.node.examples, &media.origin);
    own.or_else(|| of_schema(cx, &media.below("schema", media.node.schema.as_ref()?)))
}

/// `example`, else the first of `examples` that has a value.
fn of_own<'a>(
    cx: &mut Context<'a>,
    example: Option<&Value>,
    examples: &'a IndexMap<String, ReferenceOr<Example>>,
    origin: &Origin,
) -> Option<Value> {
    if let Some(example) = example {
        return Some(example.clone());
    }
    let origin = origin.join("examples");
    examples.iter().find_map(|(name, example)| cx.look_up(At::new(example, origin.join(name)))?.node.value.clone())
}

/// The example that a schema itself has, references followed.
fn of_schema<'a>(cx: &mut Context<'a>, schema: &At<&'a ReferenceOr<Schema>>) -> Option<Value> {
    let schema: SchemaAt<'a> = At::new(schema.node.into(), schema.origin.clone());
    cx.look_up_schema(&schema)?.node.schema_data.example.clone()
}
