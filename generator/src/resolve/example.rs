//! Examples: what the spec itself shows of requests and answers.

use openapiv3::{MediaType, ParameterData, ParameterSchemaOrContent, ReferenceOr, Schema};
use serde_json::Value;

use super::Context;

/// How many references an example's schema may lead through.
const MAX_HOPS: usize = 16;

/// The example of a parameter: its own, else its schema's.
pub(super) fn of_parameter(cx: &Context<'_>, data: &ParameterData) -> Option<Value> {
    let own = data.example.clone().or_else(|| first(cx, &data.examples));
    own.or_else(|| match &data.format {
        ParameterSchemaOrContent::Schema(schema) => of_schema(cx, schema),
        ParameterSchemaOrContent::Content(content) => content.values().find_map(|media| of_media_type(cx, media)),
    })
}
