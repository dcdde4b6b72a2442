//! Media types of 3.2: components of their own, sequences, encodings by place.

use serde_json::{Map, Value, json};

use super::super::{
    carry,
    path::Path,
    rewriter::{Entries, Rewriter},
};
use crate::{
    diagnostic::Code,
    pointer::{Origin, Pointer},
};

/// The media types under `components`, by name.
pub(super) type Named = Map<String, Value>;

/// How many references may lead from one to the next.
const CHAIN: usize = 32;

/// Takes `components.mediaTypes` out of the document.
pub(super) fn take(document: &mut Value) -> Named {
    let components = document.get_mut("components").and_then(Value::as_object_mut);
    match components.and_then(|components| components.shift_remove("mediaTypes")) {
        Some(Value::Object(named)) => named,
        _ => Map::new(),
    }
}

/// Copies what is referred to, and says sequences in the keywords of 3.1.
pub(super) fn rewrite(rewriter: &mut Rewriter<'_>, named: &Named, entries: &mut Entries, path: &Path<'_>) {
    if entries.contains_key("$ref") {
        copy(rewriter, named, entries, path);
    }
    if let Some(schema) = entries.shift_remove("itemSchema") {
        entries.insert("schema".to_owned(), schema);
        entries.insert(carry::SEQUENCE.to_owned(), json!(true));
        rewriter.moved(path, &["schema"], &["itemSchema"]);
    }
    for keyword in ["prefixEncoding", "itemEncoding"] {
        if entries.shift_remove(keyword).is_some() {
            let message =
                format!("`{keyword}` is not followed: the parts of a list are encoded as the media type says");
            rewriter.say(Code::DialectDropped, path, keyword, message);
        }
    }
}

fn copy(rewriter: &mut Rewriter<'_>, named: &Named, entries: &mut Entries, path: &Path<'_>) {
    let Some((target, found)) = find(named, entries) else {
        let reference = entries.shift_remove("$ref").unwrap_or_default();
        let message = format!("`{}` leads to no media type", reference.as_str().unwrap_or_default().escape_debug());
        rewriter.say(Code::ReferenceDangling, path, "$ref", message);
        return;
    };
    entries.clone_from(found);
    rewriter.moved_to(path.pointer(), Origin::root(target));
}

fn find<'n>(named: &'n Named, entries: &Entries) -> Option<(Pointer, &'n Entries)> {
    let mut reference = entries.get("$ref")?.as_str()?;
    for _ in 0..CHAIN {
        let target = Pointer::of_reference(reference)?;
        let [components, section, name] = target.tokens() else { return None };
        if components != "components" || section != "mediaTypes" {
            return None;
        }
        let found = named.get(name)?.as_object()?;
        match found.get("$ref").and_then(Value::as_str) {
            Some(next) => reference = next,
            None => return Some((target, found)),
        }
    }
    None
}
