//! A reference in place of `content`, or of a media type before 3.2 has such: what it leads to is copied in. Some editors
//! write them, with a section of `components` of their own, in documents of every version.

use serde_json::Value;

use super::{
    super::{
        detect::Version,
        path::Path,
        rewriter::{Entries, Rewriter},
    },
    path_items::find,
};
use crate::{
    diagnostic::Code,
    pointer::{Origin, Pointer},
    source::position::Position,
};

/// Copies in what stands for media types.
pub(super) fn copy_in(rewriter: &mut Rewriter<'_>, document: &mut Value) {
    let mut found = Vec::new();
    collect(rewriter.version, Position::Document, document, &Path::Root, &mut found);
    let copies: Vec<_> = found
        .iter()
        .map(|place| {
            let entries = document.pointer(&place.to_string())?.as_object()?;
            find(document, entries).map(|(target, content)| (target, content.clone()))
        })
        .collect();
    for (place, copy) in found.into_iter().zip(copies) {
        let Some(Value::Object(entries)) = document.pointer_mut(&place.to_string()) else { continue };
        match copy {
            Some((target, content)) => put(rewriter, entries, place, target, content),
            None => dangling(rewriter, entries, place),
        }
    }
}

/// The places that are references and should be media types.
fn collect(version: Version, position: Position, value: &Value, path: &Path<'_>, found: &mut Vec<Pointer>) {
    if matches!(position, Position::Other | Position::Schema) {
        return;
    }
    match value {
        Value::Object(entries) => {
            let foreign = match position {
                Position::Map(Position::MediaType) => true,
                Position::MediaType => version != Version::V3_2,
                _ => false,
            };
            if foreign && entries.get("$ref").is_some_and(is_local) {
                found.push(path.pointer());
                return;
            }
            for (key, value) in entries {
                collect(version, position.child(key), value, &path.key(key), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(version, position, item, &path.index(index), found);
            }
        }
        _ => {}
    }
}

/// References into other files were followed, or said, where the files are joined.
fn is_local(reference: &Value) -> bool {
    reference.as_str().is_some_and(|reference| reference.starts_with('#'))
}

/// What stands beside the reference wins.
fn put(rewriter: &mut Rewriter<'_>, entries: &mut Entries, place: Pointer, target: Pointer, content: Entries) {
    let reference = entries.shift_remove("$ref").unwrap_or_default();
    let message = format!(
        "no reference can stand here; what `{}` leads to is read in its place",
        reference.as_str().unwrap_or_default().escape_debug()
    );
    rewriter.say_at(Code::DialectForeign, Origin::root(place.join("$ref")), message);
    for (key, value) in std::mem::replace(entries, content) {
        rewriter.moved_to(place.join(&key), Origin::root(place.join(&key)));
        entries.insert(key, value);
    }
    rewriter.moved_to(place, Origin::root(target));
}

fn dangling(rewriter: &mut Rewriter<'_>, entries: &mut Entries, place: Pointer) {
    let reference = entries.shift_remove("$ref").unwrap_or_default();
    let message = format!("`{}` leads to no media types", reference.as_str().unwrap_or_default().escape_debug());
    rewriter.say_at(Code::ReferenceDangling, Origin::root(place.join("$ref")), message);
}
