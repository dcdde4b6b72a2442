//! References become plain pointers to components: by `$id`, `$anchor`, `$dynamicAnchor`, from inside a schema, or into
//! any part of the document. What they lead to is hoisted there when it is no component (`hoist`).

use serde_json::{Value, json};

use super::super::{
    carry,
    detect::Version,
    path::Path,
    rewriter::{Entries, Rewriter},
};
use super::hoist;
use crate::{
    diagnostic::{Code, Diagnostics},
    pointer::{FileId, Places, Pointer},
    source::position::Position,
};

/// A reference as it stands in the document.
#[derive(Debug)]
pub(super) struct Reference {
    /// The object that has it.
    pub(super) owner: Pointer,
    /// What kind of object stands there.
    pub(super) position: Position,
    /// Its text.
    pub(super) text: String,
    /// `$ref`, `$dynamicRef` or `$recursiveRef`.
    keyword: &'static str,
}

/// A schema that a reference can name otherwise than by its place.
#[derive(Debug)]
struct Named {
    place: Pointer,
    /// `$id`, `$anchor`, `$dynamicAnchor` or `$recursiveAnchor`, which gives no name.
    keyword: &'static str,
    name: String,
}

/// All that a document says of references.
#[derive(Debug, Default)]
struct Found {
    references: Vec<Reference>,
    names: Vec<Named>,
    /// `$self` of 3.2: what the document is called itself.
    own: Option<String>,
}

/// Rewrites the references of a document.
pub(in super::super) fn rewrite(document: &mut Value, diagnostics: &mut Diagnostics) -> Places {
    let mut rewriter = Rewriter::new(Version::V3_1, diagnostics);
    let mut found = Found::default();
    if let Some(Value::String(own)) = document.as_object_mut().and_then(|entries| entries.shift_remove("$self")) {
        found.own = Some(own);
    }
    found.collect(document);
    let mut hoisting = hoist::Hoisting::default();
    for reference in &found.references {
        let Some(target) = found.target(&mut rewriter, document, reference) else {
            if reference.keyword == "$dynamicRef" {
                give_up(&mut rewriter, document, reference);
            }
            continue;
        };
        let text = hoisting.reference(document, reference.position, &target).unwrap_or_else(|| {
            let plain = Pointer::of_reference(&reference.text).as_ref() == Some(&target);
            if plain { reference.text.clone() } else { shown(&target) }
        });
        if let Some(Value::Object(owner)) = document.pointer_mut(&reference.owner.to_string())
            && (text != reference.text || reference.keyword != "$ref")
        {
            owner.shift_remove(reference.keyword);
            owner.insert("$ref".to_owned(), Value::String(text));
        }
    }
    hoisting.hoist(&mut rewriter, document);
    rewriter.into_places()
}

/// After schemas were rewritten: a reference into the inside of one follows what moved.
pub(super) fn restore(document: &mut Value, places: &Places) {
    if places.is_empty() {
        return;
    }
    let mut found = Found::default();
    found.collect(document);
    for reference in found.references {
        let Some(target) = Pointer::of_reference(&reference.text) else { continue };
        if target.tokens().len() <= 3 || document.pointer(&target.to_string()).is_some() {
            continue;
        }
        let now = places.now(FileId(0), &target);
        let Some(now) = now.into_iter().find(|now| document.pointer(&now.to_string()).is_some()) else { continue };
        if let Some(Value::Object(owner)) = document.pointer_mut(&reference.owner.to_string()) {
            owner.insert("$ref".to_owned(), Value::String(shown(&now)));
        }
    }
}

/// A pointer as a reference.
pub(super) fn shown(target: &Pointer) -> String {
    // What must be encoded in a fragment and is common in keys; anything else is read as it stands.
    format!("#{}", target.to_string().replace('%', "%25").replace(' ', "%20"))
}

/// One walk over the document.
struct Walk<'a> {
    found: &'a mut Found,
    /// The schemas of the components, where a reference to one of them stays as it is and is not noted.
    plain: Option<&'a Entries>,
}

impl Walk<'_> {
    fn value(&mut self, position: Position, value: &Value, path: &Path<'_>) {
        match value {
            _ if position == Position::Other => {}
            Value::Object(entries) => {
                if position.section().is_some() {
                    self.object(position, entries, path);
                }
                for (key, value) in entries {
                    if value.is_object() || value.is_array() {
                        self.value(position.child(key), value, &path.key(key));
                    }
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(position, item, &path.index(index));
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, position: Position, entries: &Entries, path: &Path<'_>) {
        let is_schema = position == Position::Schema;
        for keyword in ["$ref", "$dynamicRef", "$recursiveRef"] {
            if let Some(Value::String(text)) = entries.get(keyword)
                && (keyword == "$ref" || is_schema)
                && !(keyword == "$ref" && is_schema && self.is_plain(text))
            {
                let reference = Reference { owner: path.pointer(), position, text: text.clone(), keyword };
                self.found.references.push(reference);
            }
        }
        if !is_schema {
            return;
        }
        if entries.get("$recursiveAnchor") == Some(&Value::Bool(true)) {
            self.name(path, "$recursiveAnchor", "");
        }
        for keyword in ["$id", "$anchor", "$dynamicAnchor"] {
            if let Some(Value::String(name)) = entries.get(keyword) {
                self.name(path, keyword, name);
            }
        }
    }

    fn name(&mut self, path: &Path<'_>, keyword: &'static str, name: &str) {
        self.found.names.push(Named { place: path.pointer(), keyword, name: name.to_owned() });
    }

    /// Whether a reference names a schema of the components by its place, as almost all do.
    fn is_plain(&self, text: &str) -> bool {
        let name = text.strip_prefix("#/components/schemas/").filter(|name| !name.contains(['/', '~', '%']));
        name.zip(self.plain).is_some_and(|(name, schemas)| schemas.contains_key(name))
    }
}

impl Found {
    /// Notes what names something, and what refers to anything but a component by its place. Where a schema calls itself
    /// by an `$id`, such a reference may mean that one's own, so all are noted.
    fn collect(&mut self, document: &Value) {
        let schemas = document.pointer("/components/schemas").and_then(Value::as_object);
        Walk { found: self, plain: schemas }.value(Position::Document, document, &Path::Root);
        if self.names.iter().any(|named| named.keyword == "$id") {
            (self.references, self.names) = Default::default();
            Walk { found: self, plain: None }.value(Position::Document, document, &Path::Root);
        }
    }

    /// Where a reference leads; `None` when it leads nowhere, or out of the document.
    fn target(&self, rewriter: &mut Rewriter<'_>, document: &Value, reference: &Reference) -> Option<Pointer> {
        if reference.keyword == "$recursiveRef" {
            return self.recursive(rewriter, reference);
        }
        let (address, fragment) = reference.text.split_once('#').unwrap_or((&reference.text, ""));
        let base = match address {
            "" => self.resource(&reference.owner),
            address if self.own.as_deref() == Some(address) => Pointer::root(),
            address => self.by_id(address)?,
        };
        if fragment.is_empty() {
            // The document itself is no schema.
            return (base != Pointer::root()).then_some(base);
        }
        if !fragment.starts_with('/') {
            return self.anchor(fragment, &base, reference.keyword == "$dynamicRef");
        }
        let inner = Pointer::of_reference(&format!("#{fragment}"))?;
        let exists = |target: &Pointer| document.pointer(&target.to_string()).is_some();
        let below = |base: &Pointer| base.tokens().iter().chain(inner.tokens()).cloned().collect::<Pointer>();
        let found = [below(&base), inner.clone()].into_iter().find(exists);
        if found.is_some() || reference.position != Position::Schema {
            return found;
        }
        // Schemas that were written for another document speak of that document's root.
        let mut above = reference.owner.parent();
        while let Some(place) = above {
            let target = below(&place);
            if place.tokens().len() > 1 && exists(&target) {
                let message = format!("`{}` leads to nothing; it is read from `#{place}`", reference.text);
                let origin = rewriter.origin(&reference.owner).join("$ref");
                rewriter.say_at(Code::ReferenceDangling, origin, message).help = format!("write `{}`", shown(&target));
                return Some(target);
            }
            above = place.parent();
        }
        None
    }

    /// The schema with a `$id` that holds this place; the document when there is none.
    fn resource(&self, place: &Pointer) -> Pointer {
        self.above("$id", place).unwrap_or_default()
    }

    /// The nearest schema with this keyword that holds this place.
    fn above(&self, keyword: &str, place: &Pointer) -> Option<Pointer> {
        let held = self.names.iter().filter(|named| named.keyword == keyword && place.is_at_or_below(&named.place));
        held.map(|named| &named.place).max_by_key(|place| place.tokens().len()).cloned()
    }

    /// `$recursiveRef`, of JSON Schema 2019-09: the schema around it that says so, else the whole one that it is in.
    fn recursive(&self, rewriter: &mut Rewriter<'_>, reference: &Reference) -> Option<Pointer> {
        let whole = || match reference.owner.tokens() {
            [components, schemas, name, ..] if components == "components" && schemas == "schemas" => {
                Some([components, schemas, name].into_iter().cloned().collect())
            }
            _ => None,
        };
        let place = &reference.owner;
        let target = self.above("$recursiveAnchor", place).or_else(|| self.above("$id", place)).or_else(whole)?;
        let message =
            format!("`$recursiveRef` is an older JSON Schema; it is read as a reference to `{}`", shown(&target));
        let origin = rewriter.origin(place).join("$recursiveRef");
        rewriter.say_at(Code::DialectKeyword, origin, message).help = format!("write `$ref: '{}'`", shown(&target));
        Some(target)
    }

    /// The schema of this `$id`, or of one that ends with it.
    fn by_id(&self, address: &str) -> Option<Pointer> {
        let ids = || self.names.iter().filter(|named| named.keyword == "$id");
        let relative = format!("/{}", address.trim_start_matches("./"));
        let found = ids()
            .find(|named| named.name.trim_end_matches('#') == address)
            .or_else(|| ids().find(|named| named.name.trim_end_matches('#').ends_with(&relative)));
        found.map(|named| named.place.clone())
    }

    /// The schema with this anchor, in the same resource if there is one. A dynamic reference is read where only one
    /// schema bears its name: which of several is meant depends on where the reference is reached from.
    fn anchor(&self, name: &str, base: &Pointer, dynamic: bool) -> Option<Pointer> {
        let bears = |named: &&Named| named.keyword != "$id" && !name.is_empty() && named.name == name;
        if dynamic && self.names.iter().filter(|named| bears(named) && named.keyword == "$dynamicAnchor").count() > 1 {
            return None;
        }
        let here = self.names.iter().filter(bears).find(|named| self.resource(&named.place) == *base);
        here.or_else(|| self.names.iter().find(bears)).map(|named| named.place.clone())
    }
}

/// A dynamic reference that no single schema answers: the schema is untyped.
fn give_up(rewriter: &mut Rewriter<'_>, document: &mut Value, reference: &Reference) {
    let reason = format!("which schema `{}` means depends on where it is reached from", reference.text.escape_debug());
    let origin = rewriter.origin(&reference.owner).join("$dynamicRef");
    rewriter.say_at(Code::SchemaUntyped, origin, reason.clone());
    if let Some(owner) = document.pointer_mut(&reference.owner.to_string()) {
        *owner = json!({ carry::UNTYPED: reason });
    }
}
