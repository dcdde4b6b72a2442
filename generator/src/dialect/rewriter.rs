//! What every rewriting has: what it says, and where the parts that it moved stood before.

use serde_json::{Map, Value};

use super::{detect::Version, path::Path};
use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics},
    pointer::{Origin, Places, Pointer},
};

/// The members of an object.
pub(super) type Entries = Map<String, Value>;

/// One walk over the document, from the outside in: an object is rewritten before what stands in it, so that the place
/// of an inner node is final when something is noted for it or said of it.
#[derive(Debug)]
pub(super) struct Rewriter<'d> {
    /// What the input is written in.
    pub(super) version: Version,
    diagnostics: &'d mut Diagnostics,
    places: Places,
}

impl<'d> Rewriter<'d> {
    pub(super) fn new(version: Version, diagnostics: &'d mut Diagnostics) -> Self {
        Self { version, diagnostics, places: Places::default() }
    }

    /// What was moved.
    pub(super) fn into_places(self) -> Places {
        self.places
    }

    /// Where the node at this place of the document that is being written stood in the one that was read.
    pub(super) fn before(&self, now: &Path<'_>) -> Origin {
        self.places.origin(&now.pointer())
    }

    /// The same, by pointer.
    pub(super) fn origin(&self, now: &Pointer) -> Origin {
        self.places.origin(now)
    }

    /// Notes that what stands at `now` stood at `before`, both below `path`.
    pub(super) fn moved(&mut self, path: &Path<'_>, now: &[&str], before: &[&str]) {
        let old = before.iter().fold(self.before(path), |place, token| place.join(token));
        let new = now.iter().fold(path.pointer(), |place, token| place.join(token));
        self.places.note(new, old);
    }

    /// Notes that what stands at `now` stood at `before`.
    pub(super) fn moved_to(&mut self, now: Pointer, before: Origin) {
        self.places.note(now, before);
    }

    /// Says something of `keyword`, which stands, or stood, in the object at `path`.
    pub(super) fn say(&mut self, code: Code, path: &Path<'_>, keyword: &str, message: String) -> &mut Diagnostic {
        let origin = self.before(path).join(keyword);
        self.diagnostics.report(code, origin, message)
    }

    /// Says something of a place of the document that was read.
    pub(super) fn say_at(&mut self, code: Code, before: Origin, message: String) -> &mut Diagnostic {
        self.diagnostics.report(code, before, message)
    }

    /// Says something of the object at `path` itself.
    pub(super) fn say_of(&mut self, code: Code, path: &Path<'_>, message: String) -> &mut Diagnostic {
        let origin = self.before(path);
        self.diagnostics.report(code, origin, message)
    }
}

/// Replaces an entry's value, and its key, where it stands.
pub(super) fn rename(entries: &mut Entries, from: &str, to: &str) {
    let Some(index) = entries.keys().position(|key| key == from) else { return };
    if let Some(value) = entries.shift_remove(from) {
        entries.shift_insert(index, to.to_owned(), value);
    }
}

/// The list under this key, made when there is none; `None` when something else stands there.
pub(super) fn list<'e>(entries: &'e mut Entries, key: &str) -> Option<&'e mut Vec<Value>> {
    entries.entry(key).or_insert_with(|| Value::Array(Vec::new())).as_array_mut()
}

/// A summary before a description, unless the description begins with it.
pub(super) fn describe(entries: &mut Entries) {
    let Some(Value::String(summary)) = entries.shift_remove("summary") else { return };
    let description = entries.get("description").and_then(Value::as_str).unwrap_or_default().trim();
    let text = match (summary.trim(), description) {
        ("", _) => return,
        (summary, "") => summary.to_owned(),
        (summary, description) if description.starts_with(summary) => return,
        (summary, description) => format!("{summary}\n\n{description}"),
    };
    entries.insert("description".to_owned(), Value::String(text));
}
