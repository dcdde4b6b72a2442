//! OpenAPI 3.2 becomes 3.1: what it has more is said in older keywords, or carried.

mod media_types;
mod methods;
mod objects;

use serde_json::Value;

use super::{detect::Version, path::Path, rewriter::Rewriter, v3_1};
use crate::{diagnostic::Diagnostics, pointer::Places, source::position::Position};

/// Copies media types to where a reference stands for all of a `content`; for one of them 3.2 has references.
pub(super) fn copy_contents(document: &mut Value, diagnostics: &mut Diagnostics) -> Places {
    v3_1::copy_contents_of(Version::V3_2, document, diagnostics)
}

/// Says the keywords of 3.2 in those of 3.1.
pub(super) fn rewrite(document: &mut Value, diagnostics: &mut Diagnostics) -> Places {
    let mut rewriter = Rewriter::new(Version::V3_2, diagnostics);
    let named = media_types::take(document);
    objects::document(document);
    walk(&mut rewriter, &named, Position::Document, document, &Path::Root);
    rewriter.into_places()
}

/// Puts operations of other methods where 3.1 has operations.
pub(super) fn split_methods(document: &mut Value, diagnostics: &mut Diagnostics) -> Places {
    let mut rewriter = Rewriter::new(Version::V3_2, diagnostics);
    methods::split(&mut rewriter, document);
    rewriter.into_places()
}

fn walk(
    rewriter: &mut Rewriter<'_>,
    named: &media_types::Named,
    position: Position,
    value: &mut Value,
    path: &Path<'_>,
) {
    match value {
        _ if position == Position::Other => {}
        Value::Object(entries) => {
            match position {
                Position::MediaType => media_types::rewrite(rewriter, named, entries, path),
                Position::Parameter => objects::parameter(entries),
                Position::Response => objects::response(entries),
                Position::Example => objects::example(rewriter, entries, path),
                Position::SecurityScheme => objects::security_scheme(entries),
                Position::Schema => objects::schema(rewriter, entries, path),
                _ => {}
            }
            for (key, value) in entries {
                walk(rewriter, named, position.child(key), value, &path.key(key));
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                walk(rewriter, named, position, item, &path.index(index));
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests;
