//! `$ref` on a path item: the item is copied to where it is referred to, and what stands beside the reference wins.

use serde_json::Value;

use super::super::{
    path::Path,
    rewriter::{Entries, Rewriter},
};
use crate::{
    diagnostic::Code,
    pointer::{Origin, Pointer},
    source::position::Position,
};

/// How many references may lead from one to the next.
const CHAIN: usize = 32;

/// Copies the items of `paths`, `webhooks` and callbacks. What was copied may hold callbacks of its own; a reference in
/// these is not followed once more, so there is an end to it.
pub(super) fn copy_in(rewriter: &mut Rewriter<'_>, document: &mut Value) {
    let mut found = Vec::new();
    collect(Position::Document, document, &Path::Root, &mut found);
    let copies: Vec<_> = found
        .iter()
        .map(|place| {
            let entries = document.pointer(&place.to_string())?.as_object()?;
            find(document, entries).map(|(target, item)| (target, item.clone()))
        })
        .collect();
    for (place, copy) in found.into_iter().zip(copies) {
        let Some(Value::Object(entries)) = document.pointer_mut(&place.to_string()) else { continue };
        match copy {
            Some((target, item)) => put(rewriter, entries, place, target, item),
            None => dangling(rewriter, entries, place),
        }
    }
    if let Some(Value::Object(components)) = document.get_mut("components") {
        components.shift_remove("pathItems");
    }
}

/// The path items that are references.
fn collect(position: Position, value: &Value, path: &Path<'_>, found: &mut Vec<Pointer>) {
    if position == Position::Other || position == Position::Schema {
        return;
    }
    match value {
        Value::Object(entries)
            if position == Position::PathItem && entries.get("$ref").is_some_and(Value::is_string) =>
        {
            found.push(path.pointer());
        }
        Value::Object(entries) => {
            for (key, value) in entries {
                collect(position.child(key), value, &path.key(key), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(position, item, &path.index(index), found);
            }
        }
        _ => {}
    }
}

fn put(rewriter: &mut Rewriter<'_>, entries: &mut Entries, place: Pointer, target: Pointer, item: Entries) {
    entries.shift_remove("$ref");
    for (key, value) in std::mem::replace(entries, item) {
        rewriter.moved_to(place.join(&key), Origin::root(place.join(&key)));
        entries.insert(key, value);
    }
    rewriter.moved_to(place, Origin::root(target));
}

/// References into other files were said where the files are joined.
fn dangling(rewriter: &mut Rewriter<'_>, entries: &mut Entries, place: Pointer) {
    if let Some(Value::String(reference)) = entries.shift_remove("$ref")
        && reference.starts_with('#')
    {
        let message = format!("`{}` leads to no path item", reference.escape_debug());
        rewriter.say_at(Code::ReferenceDangling, Origin::root(place.join("$ref")), message);
    }
}

/// The object that the reference leads to, however many steps it takes.
pub(super) fn find<'s>(source: &'s Value, entries: &Entries) -> Option<(Pointer, &'s Entries)> {
    let mut reference = entries.get("$ref")?.as_str()?;
    for _ in 0..CHAIN {
        let target = Pointer::of_reference(reference)?;
        let item = source.pointer(&target.to_string())?.as_object()?;
        match item.get("$ref").and_then(Value::as_str) {
            Some(next) => reference = next,
            None => return Some((target, item)),
        }
    }
    None
}
