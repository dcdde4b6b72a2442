//! Writes the joined document, and notes where each of its parts stands.

use serde_json::{Map, Value};

use super::{
    Inside, Join, Meaning, Step,
    find::{mapping, position_of},
    meaning::is_file,
    reference,
};
use crate::{
    pointer::{FileId, Origin, Pointer},
    source::{
        build::DEPTH,
        library::{Library, Location},
        position::Position,
    },
};

/// A node on its way into the joined document.
#[derive(Clone, Copy, Debug)]
struct Node<'a> {
    position: Position,
    inside: Inside<'a>,
    /// Where it stands.
    at: &'a Step<'a>,
    /// Where it will stand.
    to: &'a Step<'a>,
    depth: usize,
}

impl Join<'_> {
    pub(super) fn build_all(&mut self) -> Value {
        let root = Origin::root(Pointer::root());
        let start = Step::Start(&root);
        let value = self.library.value(FileId(0));
        self.nodes = 0;
        let node = Node { position: Position::Document, inside: Inside::Document, at: &start, to: &start, depth: 0 };
        let mut document = self.build(&value, node).unwrap_or_default();
        for index in 0..self.targets.len() {
            let Some(((section, origin), target)) = self.targets.get_index(index) else { continue };
            let (section, origin, target) = (*section, origin.clone(), target.clone());
            let Some(name) = target.name.filter(|_| !target.placed) else { continue };
            let to = Origin::root(self.path(section).join(&name));
            let node = Node {
                position: position_of(section),
                inside: Inside::Elsewhere,
                at: &start,
                to: &Step::Start(&to),
                depth: 2,
            };
            let built = self.copy(&origin, node).unwrap_or_default();
            if let Some(place) = section_of(&mut document, &self.path(section)) {
                place.insert(name, built);
            }
        }
        document
    }

    /// `None`: it is left out.
    fn build(&mut self, value: &Value, node: Node<'_>) -> Option<Value> {
        if node.depth > DEPTH {
            self.too_deep(node.at);
        }
        let nodes = if node.position == Position::Other { count(value) } else { 1 };
        if self.stopped || !self.spend(nodes, node.at) {
            return None;
        }
        match value {
            _ if node.position == Position::Other => Some(value.clone()),
            Value::Array(items) => {
                let built = items.iter().enumerate().map(|(index, item)| {
                    let (at, to) = (node.at.index(index), node.to.index(index));
                    let item_node = Node { inside: Inside::Elsewhere, at: &at, to: &to, depth: node.depth + 1, ..node };
                    self.build(item, item_node).unwrap_or_default()
                });
                Some(Value::Array(built.collect()))
            }
            Value::Object(entries) => match reference(entries) {
                Some(text) => self.build_reference(text, entries, node),
                None => Some(Value::Object(self.build_entries(entries, node))),
            },
            scalar => Some(scalar.clone()),
        }
    }

    fn build_entries(&mut self, entries: &Map<String, Value>, node: Node<'_>) -> Map<String, Value> {
        let mut built = Map::new();
        for (key, value) in entries {
            let position = node.position.child(key);
            let (at, to) = (node.at.key(key), node.to.key(key));
            let inside = node.inside.child(key, position, self.swagger);
            let below = Node { position, inside, at: &at, to: &to, depth: node.depth + 1 };
            if let Some(value) = self.build(value, below) {
                built.insert(key.clone(), value);
            }
        }
        match node.position {
            Position::Schema => self.build_mapping(entries, &mut built, node.at.file()),
            Position::Example => self.build_external(&mut built, node.at.file()),
            _ => {}
        }
        built
    }

    fn build_reference(&mut self, text: &str, entries: &Map<String, Value>, node: Node<'_>) -> Option<Value> {
        let section = self.section(node.position);
        let rewritten = match self.meaning(node.at.file(), section, text) {
            Meaning::Keep => text.to_owned(),
            Meaning::Local(pointer) => fragment(&pointer),
            Meaning::Target(index, within) => {
                match self.target(index, node.inside, entries.len() == 1 && within.is_empty()) {
                    Held::Here(origin) => return self.copy(&origin, node),
                    Held::At(pointer) => fragment(&inside(pointer, &within)),
                }
            }
            Meaning::Copy(target) => {
                let content = if self.enter(&target) {
                    let content = self.copy(&target, node);
                    self.copying.pop();
                    content
                } else {
                    Some(Value::Object(Map::new()))
                };
                return self.with_siblings(content, entries, node);
            }
            // What names an operation is for the dialect to quarantine: its method and path are known.
            Meaning::Broken(_) if section.is_some() || node.position == Position::Operation => {
                self.unresolved.insert(text.to_owned());
                text.to_owned()
            }
            Meaning::Broken(_) if node.position == Position::Part => return None,
            Meaning::Broken(_) => return self.with_siblings(Some(Value::Object(Map::new())), entries, node),
        };
        let mut built = self.build_entries(entries, node);
        built.insert("$ref".to_owned(), Value::String(rewritten));
        Some(Value::Object(built))
    }

    /// What stands at `origin`, for the place where `node` will stand.
    fn copy(&mut self, origin: &Origin, node: Node<'_>) -> Option<Value> {
        let value = self.library.value(origin.file);
        let content = Library::node(&value, &origin.pointer)?;
        self.places.note(node.to.origin().pointer, origin.clone());
        let mut built = self.build(content, Node { at: &Step::Start(origin), ..node })?;
        // A whole document's name was the base of its references, which are local now.
        if let (Position::Schema, true, Value::Object(entries)) =
            (node.position, origin.pointer == Pointer::root(), &mut built)
        {
            entries.shift_remove("$id");
        }
        Some(built)
    }

    /// With what stands beside the reference, which wins.
    fn with_siblings(&mut self, content: Option<Value>, entries: &Map<String, Value>, node: Node<'_>) -> Option<Value> {
        if entries.len() == 1 {
            return content;
        }
        let Some(Value::Object(mut built)) = content else { return content };
        let mut own = self.build_entries(entries, node);
        own.shift_remove("$ref");
        for (key, value) in own {
            let (at, to) = (node.at.key(&key).origin(), node.to.key(&key).origin());
            self.places.note(to.pointer, at);
            built.insert(key, value);
        }
        Some(Value::Object(built))
    }

    fn target(&self, index: usize, inside: Inside<'_>, alone: bool) -> Held {
        let Some(((section, origin), target)) = self.targets.get_index(index) else {
            return Held::At(Pointer::root());
        };
        let name = target.name.clone().unwrap_or_default();
        match inside {
            Inside::Entry(_, own) if alone && target.placed && own == name => Held::Here(origin.clone()),
            _ => Held::At(self.path(section).join(name)),
        }
    }

    fn build_mapping(&mut self, entries: &Map<String, Value>, built: &mut Map<String, Value>, from: FileId) {
        for (key, text) in mapping(entries).filter(|(_, text)| is_file(text) || text.starts_with('#')) {
            let pointer = match self.meaning(from, Some("schemas"), text) {
                Meaning::Local(pointer) => pointer,
                Meaning::Target(index, within) => match self.target(index, Inside::Elsewhere, false) {
                    Held::At(pointer) => inside(pointer, &within),
                    Held::Here(_) => continue,
                },
                Meaning::Keep | Meaning::Copy(_) | Meaning::Broken(_) => continue,
            };
            let place = built.get_mut("discriminator").and_then(|d| d.get_mut("mapping")).and_then(|m| m.get_mut(key));
            if let Some(place) = place {
                *place = Value::String(fragment(&pointer));
            }
        }
    }

    /// A file that an example names is not read; its path is told from the root document.
    fn build_external(&self, built: &mut Map<String, Value>, from: FileId) {
        if from == FileId(0) {
            return;
        }
        let Some(Value::String(text)) = built.get_mut("externalValue") else { return };
        match self.library.locate(from, text) {
            Ok(Location::Path(path)) => *text = self.library.relative(&path),
            Ok(Location::Url(url)) => *text = url.to_string(),
            Ok(Location::Nowhere) | Err(_) => {}
        }
    }
}

/// Where a target comes into the document.
enum Held {
    /// At the very place.
    Here(Origin),
    /// Among the components.
    At(Pointer),
}

/// The text of a local reference.
/// What stands by these steps inside of a place.
fn inside(place: Pointer, steps: &[String]) -> Pointer {
    steps.iter().fold(place, |place, step| place.join(step))
}

fn fragment(pointer: &Pointer) -> String {
    format!("#{}", pointer.to_string().replace('%', "%25"))
}

fn count(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(count).sum::<usize>(),
        Value::Object(entries) => 1 + entries.values().map(|value| 1 + count(value)).sum::<usize>(),
        _ => 1,
    }
}

/// The section's mapping in the document, made when it is missing.
fn section_of<'d>(document: &'d mut Value, path: &Pointer) -> Option<&'d mut Map<String, Value>> {
    path.tokens().iter().try_fold(document.as_object_mut()?, |entries, token| {
        entries.entry(token.clone()).or_insert_with(|| Value::Object(Map::new())).as_object_mut()
    })
}
