//! Keywords of later versions in a document of 2.0: what is meant is plain, so they keep their meaning and are said.

use super::{Entries, Path};
use crate::{
    diagnostic::{Code, Diagnostics},
    source::position::Position,
};

/// The keywords of 3.0 that 2.0 does not have, by the object they stand in.
const fn keywords(position: Position) -> &'static [&'static str] {
    match position {
        Position::Document => &["components", "servers"],
        Position::PathItem => &["summary", "description", "servers", "trace"],
        Position::Operation => &["requestBody", "callbacks", "servers"],
        Position::Parameter => &["style", "explode", "allowReserved", "content", "example", "examples", "deprecated"],
        Position::Header => &["schema", "style", "explode", "content", "example", "examples", "deprecated", "required"],
        Position::Response => &["content", "links"],
        Position::Schema => &["oneOf", "anyOf", "not", "nullable", "writeOnly", "deprecated"],
        _ => &[],
    }
}

/// Reports what stands here and is of a later version.
pub(super) fn report(position: Position, entries: &Entries, path: &Path<'_>, diagnostics: &mut Diagnostics) {
    let newer = keywords(position).iter().copied().filter(|key| entries.contains_key(*key));
    // A body has its schema in both versions.
    let schema = position == Position::Parameter && entries.contains_key("schema");
    let schema = schema && entries.get("in").is_some_and(|place| place != "body");
    for key in newer.chain(schema.then_some("schema")) {
        let message = format!("`{key}` is OpenAPI 3.0; it is read as it is meant there");
        diagnostics.report(Code::DialectForeign, path.key(key).origin(), message);
    }
    let discriminator = entries.get("discriminator").filter(|_| position == Position::Schema);
    if discriminator.is_some_and(|value| value.is_object()) {
        let message = "a discriminator that is a mapping is OpenAPI 3.0; it is read as it is meant there";
        diagnostics.report(Code::DialectForeign, path.key("discriminator").origin(), message);
    }
}
