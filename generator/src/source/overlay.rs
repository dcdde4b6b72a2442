//! Overlays (OpenAPI Overlay Specification 1.0 and 1.1) change the joined document before anything else reads it.
//!
//! What an overlay brings keeps its place in the overlay's file, so that reports point there. A reference to another file
//! that an overlay brings is not followed.

mod change;

use serde_json::{Map, Value};
use serde_json_path::{JsonPath, PathElement};

use super::{Loaded, Overlay, SourceFile, parse, read, report_duplicates, report_fault, text};
use crate::{
    diagnostic::{Code, Diagnostics},
    pointer::{FileId, Origin, Pointer},
};
use change::Change;

/// Applies one overlay. Its file becomes one of the input's files, whatever is in it.
pub(super) fn apply(loaded: &mut Loaded, overlay: &Overlay, diagnostics: &mut Diagnostics) {
    let file = FileId(loaded.files.len());
    let origin = Origin { file, pointer: Pointer::root() };
    let named = |text| SourceFile {
        path: Some(overlay.path.clone()),
        quotable: true,
        ..SourceFile::new(overlay.name.clone(), text)
    };
    let input = match read::file(&overlay.path) {
        Ok(input) => input,
        Err(error) => {
            loaded.files.push(named(String::new()));
            let message = format!("the overlay `{}` cannot be read: {}", overlay.name, read::answer(&error));
            diagnostics.report(Code::InputUnreadable, origin, message).position = Some((1, 1));
            return;
        }
    };
    let parsed = text::decode(&input.bytes).and_then(|text| Ok((parse(&text, 0)?, text)));
    let (parsed, text) = match parsed {
        Ok(read) => read,
        Err(fault) => {
            loaded.files.push(named(String::from_utf8_lossy(&input.bytes).into_owned()));
            report_fault(fault, origin, diagnostics);
            return;
        }
    };
    let source = named(text);
    if parsed.duplicates {
        report_duplicates(&source, file, diagnostics);
    }
    loaded.files.push(source);
    let mut run = Run { loaded, file, diagnostics };
    run.document(&parsed.value);
}

struct Run<'r> {
    loaded: &'r mut Loaded,
    file: FileId,
    diagnostics: &'r mut Diagnostics,
}

/// What an action may say.
const FIELDS: &[&str] = &["target", "description", "update", "remove", "copy"];

impl Run<'_> {
    fn at(&self, tokens: &[&str]) -> Origin {
        Origin { file: self.file, pointer: tokens.iter().map(|token| (*token).to_owned()).collect() }
    }

    fn invalid(&mut self, origin: Origin, message: impl Into<String>) {
        self.diagnostics.report(Code::OverlayInvalid, origin, message);
    }

    fn document(&mut self, overlay: &Value) {
        let version = overlay.get("overlay").map(|version| version.as_str().unwrap_or_default().to_owned());
        match version {
            Some(version) if version.starts_with("1.0.") || version.starts_with("1.1.") => {}
            Some(_) => {
                return self
                    .invalid(self.at(&["overlay"]), "the overlay is of no version that is read (1.0 and 1.1 are)");
            }
            None => {
                return self
                    .invalid(self.at(&[]), "this is no overlay: it has no `overlay` key that states its version");
            }
        }
        let Some(Value::Array(actions)) = overlay.get("actions") else {
            return self.invalid(self.at(&["actions"]), "the overlay has no list of `actions`");
        };
        for (index, action) in actions.iter().enumerate() {
            self.action(action, &self.at(&["actions"]).join(index));
        }
    }

    fn action(&mut self, action: &Value, origin: &Origin) {
        let Value::Object(action) = action else {
            return self.invalid(origin.clone(), "an action must be a mapping");
        };
        if let Some(key) = action.keys().find(|key| !FIELDS.contains(&key.as_str()) && !key.starts_with("x-")) {
            return self.invalid(origin.join(key), format!("`{}` is no field of an action", key.escape_debug()));
        }
        let Some(targets) = self.select(action, "target", origin) else { return };
        if targets.is_empty() {
            let message = "the target of this action matches nothing";
            self.diagnostics.report(Code::OverlayUnmatched, origin.join("target"), message);
            return;
        }
        if action.get("remove").and_then(Value::as_bool) == Some(true) {
            self.remove(targets, origin);
        } else if let Some(update) = action.get("update") {
            self.update(&targets, update, &origin.join("update"), origin);
        } else if action.contains_key("copy") {
            self.copy(&targets, action, origin);
        } else {
            self.invalid(origin.clone(), "the action says neither `update` nor `remove: true` nor `copy`");
        }
    }

    /// The nodes that a JSONPath (RFC 9535) selects; `None`, with an error, when it is none.
    fn select(&mut self, action: &Map<String, Value>, key: &str, origin: &Origin) -> Option<Vec<Pointer>> {
        let Some(Value::String(text)) = action.get(key) else {
            let origin = if action.contains_key(key) { origin.join(key) } else { origin.clone() };
            self.invalid(origin, format!("the action has no `{key}` that is a text"));
            return None;
        };
        let path = match JsonPath::parse(text) {
            Ok(path) => path,
            Err(error) => {
                let message = format!("`{}` is no JSONPath: {error}", text.escape_debug());
                self.invalid(origin.join(key), message);
                return None;
            }
        };
        let token = |element: &PathElement<'_>| match element {
            PathElement::Name(name) => (*name).to_owned(),
            PathElement::Index(index) => index.to_string(),
        };
        let found = path.query_located(&self.loaded.document);
        let mut pointers: Vec<Pointer> = Vec::new();
        for location in found.locations() {
            let pointer = location.iter().map(token).collect();
            if !pointers.contains(&pointer) {
                pointers.push(pointer);
            }
        }
        Some(pointers)
    }

    fn change(&mut self) -> Change<'_> {
        Change { document: &mut self.loaded.document, places: &mut self.loaded.places }
    }

    fn remove(&mut self, mut targets: Vec<Pointer>, origin: &Origin) {
        // From the end, so that what is still to be removed stays where it is.
        targets.sort_by_key(|target| {
            let key = |token: &String| (token.parse::<usize>().ok(), token.clone());
            std::cmp::Reverse(target.tokens().iter().map(key).collect::<Vec<_>>())
        });
        for target in targets {
            if target == Pointer::root() {
                return self.invalid(origin.join("target"), "the whole description cannot be removed");
            }
            self.change().remove(&target);
        }
    }

    fn update(&mut self, targets: &[Pointer], update: &Value, from: &Origin, action: &Origin) {
        for target in targets {
            if let Err(kinds) = self.change().update(target, update, from) {
                return self.invalid(action.join("update"), format!("{kinds}, at `{target}` of the description"));
            }
        }
    }

    fn copy(&mut self, targets: &[Pointer], action: &Map<String, Value>, origin: &Origin) {
        let Some(sources) = self.select(action, "copy", origin) else { return };
        let [source] = sources.as_slice() else {
            let message = format!("`copy` must select one node, but selects {}", sources.len());
            return self.invalid(origin.join("copy"), message);
        };
        let from = self.loaded.places.origin(source);
        let Some(value) = self.loaded.document.pointer(&source.to_string()).cloned() else { return };
        for target in targets {
            if let Err(kinds) = self.change().update(target, &value, &from) {
                return self.invalid(origin.join("copy"), format!("{kinds}, at `{target}` of the description"));
            }
        }
    }
}
