//! Swagger 2.0 becomes OpenAPI 3.0, [`Value`] to [`Value`].
//!
//! First every schema is rewritten where it stands (`schema`), then the parts that 3.0 has elsewhere are moved: each
//! operation (`operation`, `parameter`, `body`, `response`), the shared parts, the servers and the security schemes;
//! last, references are led to where their targets stand now (`moved`).

mod body;
mod foreign;
mod media;
mod moved;
mod operation;
mod parameter;
mod response;
mod schema;
mod security;
mod servers;

use serde_json::{Map, Value};

use self::{media::Media, moved::Moved, operation::Given};
use super::path::Path;
use crate::{
    diagnostic::{Code, Diagnostics},
    pointer::{Origin, Places, Pointer},
    source::position::Position,
};

type Entries = Map<String, Value>;

/// Rewrites a document of Swagger 2.0 to OpenAPI 3.0; gives where what moved stood. What is said has its place in the
/// given document.
pub(super) fn rewrite(value: &mut Value, diagnostics: &mut Diagnostics) -> Places {
    prepare(Position::Document, value, &Path::Root, diagnostics);
    let original = value.clone();
    let Value::Object(document) = value else { return Places::default() };
    let mut rewrite = Rewrite {
        original: &original,
        media: Media::default(),
        hosts: servers::Hosts::of(document),
        moved: Moved::default(),
        diagnostics,
        assumed: Vec::new(),
    };
    rewrite.document(document);
    let moved = rewrite.moved;
    moved::references(Position::Document, value, &original, &moved);
    moved.places
}

/// Rewrites every schema where it stands and says which keywords are of later versions.
fn prepare(position: Position, value: &mut Value, path: &Path<'_>, diagnostics: &mut Diagnostics) {
    match value {
        Value::Object(entries) => {
            foreign::report(position, entries, path, diagnostics);
            for (key, value) in entries.iter_mut() {
                match position.child(key) {
                    Position::Other => {}
                    child => prepare(child, value, &path.key(key), diagnostics),
                }
            }
            if position == Position::Schema {
                schema::rewrite(entries);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                prepare(position, item, &path.index(index), diagnostics);
            }
        }
        _ => {}
    }
}

/// One rewriting.
struct Rewrite<'a> {
    /// The document before anything moved.
    original: &'a Value,
    /// What bodies are made of where an operation does not say.
    media: Media,
    hosts: servers::Hosts,
    moved: Moved,
    diagnostics: &'a mut Diagnostics,
    /// What was taken because the document does not say, by the keyword that would: said once.
    assumed: Vec<&'static str>,
}

impl<'a> Rewrite<'a> {
    fn document(&mut self, document: &mut Entries) {
        let root = Pointer::root();
        document.shift_remove("swagger");
        document.shift_insert(0, "openapi".to_owned(), Value::from("3.0.3"));
        self.moved.part(root.join("openapi"), &root.join("swagger"));
        self.media = self.media_of(document, &root).unwrap_or_default();
        self.servers(document);
        if let Some(Value::Object(paths)) = document.get_mut("paths") {
            for (path, item) in paths.iter_mut().filter(|(path, _)| !path.starts_with("x-")) {
                let place = root.join("paths").join(path);
                self.path_item(item, &place, &place);
            }
        }
        self.components(document);
    }

    /// The sections of shared parts.
    fn components(&mut self, document: &mut Entries) {
        let mut components = match document.shift_remove("components") {
            Some(Value::Object(components)) => components,
            Some(other) => {
                let message = "`components` is no mapping and no part of Swagger 2.0".to_owned();
                self.say(Code::DialectShape, &Pointer::root().join("components"), message);
                drop(other);
                Entries::new()
            }
            None => Entries::new(),
        };
        let sections: [(&str, &str, Section<'a>); 4] = [
            ("definitions", "schemas", Self::definitions),
            ("parameters", "parameters", Self::parameters),
            ("responses", "responses", Self::responses),
            ("securityDefinitions", "securitySchemes", Self::security_definitions),
        ];
        for (section, now, make) in sections {
            match document.shift_remove(section) {
                Some(Value::Object(given)) => make(self, given, &mut components),
                None | Some(Value::Null) => {}
                // Its form is for the next step to report, where it stands for the same.
                Some(other) => {
                    let place = Pointer::root().join("components").join(now);
                    self.moved.part(place, &Pointer::root().join(section));
                    components.entry(now).or_insert(other);
                }
            }
        }
        if !components.is_empty() {
            document.insert("components".to_owned(), Value::Object(components));
        }
    }

    fn definitions(&mut self, given: Entries, components: &mut Entries) {
        self.moved.whole(components_place("schemas"), &Pointer::root().join("definitions"));
        self.add_section("schemas", "definitions", given, components);
    }

    fn parameters(&mut self, given: Entries, components: &mut Entries) {
        let (mut bodies, mut parameters) = (Entries::new(), Entries::new());
        let section = Pointer::root().join("parameters");
        for (name, value) in given {
            let before = section.join(&name);
            match value.get("in").and_then(Value::as_str) {
                Some("body") => {
                    let now = components_place("requestBodies").join(&name);
                    self.moved.whole(now.clone(), &before);
                    let given = Given { value, before, component: None };
                    let media = self.media.clone();
                    bodies.insert(name, self.request_body(given, &media, &now));
                }
                // It stands where it is used.
                Some("formData") => {}
                _ => {
                    let now = components_place("parameters").join(&name);
                    self.moved.whole(now.clone(), &before);
                    let parameter = self.parameter(value, &before, &now);
                    parameters.insert(name, parameter);
                }
            }
        }
        self.add_section("requestBodies", "parameters", bodies, components);
        self.add_section("parameters", "parameters", parameters, components);
    }

    fn responses(&mut self, given: Entries, components: &mut Entries) {
        let section = Pointer::root().join("responses");
        let mut responses = Entries::new();
        for (name, mut value) in given {
            let (before, now) = (section.join(&name), components_place("responses").join(&name));
            self.moved.whole(now.clone(), &before);
            let media = self.media.clone();
            self.response(&mut value, &media, &before, &now);
            responses.insert(name, value);
        }
        self.add_section("responses", "responses", responses, components);
    }

    fn security_definitions(&mut self, given: Entries, components: &mut Entries) {
        self.moved.whole(components_place("securitySchemes"), &Pointer::root().join("securityDefinitions"));
        let schemes = given.into_iter().map(|(name, value)| {
            let now = components_place("securitySchemes").join(&name);
            (name, security::scheme(value, &now, &mut self.moved))
        });
        let schemes = schemes.collect();
        self.add_section("securitySchemes", "securityDefinitions", schemes, components);
    }

    /// Adds to a section of `components`, which a document of 2.0 may already have by mistake.
    fn add_section(&mut self, now: &str, section: &str, given: Entries, components: &mut Entries) {
        if given.is_empty() {
            return;
        }
        let entries = components.entry(now).or_insert_with(|| Value::Object(Map::new()));
        let Value::Object(entries) = entries else { return };
        let mut twice = Vec::new();
        for (name, value) in given {
            if entries.insert(name.clone(), value).is_some() {
                twice.push(name);
            }
        }
        for name in twice {
            let message =
                format!("`{}` stands under `{section}` and under `components`; this one counts", name.escape_debug());
            self.say(Code::DialectShape, &Pointer::root().join(section).join(&name), message);
        }
    }

    /// What `$ref` leads to in the given document, through further references, with its place.
    fn target(&self, value: &Value) -> Option<(&Value, Pointer)> {
        let mut reference = value.get("$ref")?.as_str()?;
        // A chain longer than the document has parts of that kind is a circle; resolve says so.
        for _ in 0..64 {
            let pointer = moved::pointer(reference)?;
            let target = self.original.pointer(&pointer.to_string())?;
            match target.get("$ref").and_then(Value::as_str) {
                Some(next) => reference = next,
                None => return Some((target, pointer)),
            }
        }
        None
    }

    fn say(&mut self, code: Code, place: &Pointer, message: String) {
        self.diagnostics.report(code, Origin::root(place.clone()), message);
    }
}

/// Makes a section of `components`.
type Section<'a> = fn(&mut Rewrite<'a>, Entries, &mut Entries);

/// The place of a section of `components`.
fn components_place(section: &str) -> Pointer {
    Pointer::root().join("components").join(section)
}

#[cfg(test)]
mod tests;
