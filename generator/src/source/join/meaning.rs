//! What a reference means: which node it leads to in the end, and how that comes into the joined document.

use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::{Join, Section};
use crate::{
    diagnostic::Code,
    pointer::{FileId, Origin, Pointer},
    source::library::{Library, Opened, Refusal, step},
};

/// References are followed this often on the way to one node.
const HOPS: usize = 64;

/// What becomes of a reference.
#[derive(Clone, Debug)]
pub(super) enum Meaning {
    /// It stays as it is.
    Keep,
    /// It leads to something of the root document's components.
    Local(Pointer),
    /// It leads to the target with this index, or by these steps to what stands inside of it.
    Target(usize, Vec<String>),
    /// The node is copied in.
    Copy(Origin),
    /// It leads nowhere; why, unless that was said.
    Broken(Option<Refusal>),
}

/// Whether a discriminator's value is a file rather than a schema's name.
pub(super) fn is_file(text: &str) -> bool {
    let (path, _) = text.split_once('#').unwrap_or((text, ""));
    let extension = [".yaml", ".yml", ".json"].iter().any(|extension| path.ends_with(extension));
    extension || (path.contains('/') && text.contains('#'))
}

impl Join<'_> {
    /// What `text` in a file means where a section's objects (or what has none) belong.
    pub(super) fn meaning(&mut self, from: FileId, section: Option<Section>, text: &str) -> Meaning {
        if from == FileId(0) && (text.starts_with('#') || (section == Some("schemas") && self.is_own_id(text))) {
            return Meaning::Keep;
        }
        let key = (from, section, text.to_owned());
        if let Some(known) = self.meanings.get(&key) {
            return known.clone();
        }
        let meaning = match self.follow(from, section, text) {
            Err(refusal) => Meaning::Broken(refusal),
            Ok(origin) => match section {
                None => Meaning::Copy(origin),
                Some(section) if self.is_local(&origin, section) => Meaning::Local(origin.pointer),
                Some(section) => {
                    let (origin, inside) = self.component_of(origin, section);
                    let entry = self.targets.entry((section, origin));
                    let index = entry.index();
                    entry.or_default();
                    Meaning::Target(index, inside)
                }
            },
        };
        self.meanings.insert(key, meaning.clone());
        meaning
    }

    /// Whether the reference names a schema of the root document by its `$id`: the dialect follows it.
    fn is_own_id(&self, text: &str) -> bool {
        let (path, _) = text.split_once('#').unwrap_or((text, ""));
        let is = |id: &String| id == path || id.strip_suffix(path).is_some_and(|base| base.ends_with('/'));
        !path.is_empty() && self.own_ids.iter().any(is)
    }

    /// Whether the node is a component of the root document, or stands in one of its schemas.
    fn is_local(&self, origin: &Origin, section: Section) -> bool {
        let path = self.path(section);
        let Some(below) = origin.pointer.tokens().strip_prefix(path.tokens()) else { return false };
        origin.file == FileId(0) && (below.len() == 1 || (below.len() > 1 && section == "schemas"))
    }

    /// The schema among the components of its file that a node stands in, and the steps from there: what a part of such a
    /// schema is called does not hang on the file that it is in.
    fn component_of(&self, origin: Origin, section: Section) -> (Origin, Vec<String>) {
        let depth = self.path(section).tokens().len() + 1;
        let tokens = origin.pointer.tokens();
        if section != "schemas" || tokens.len() <= depth || !origin.pointer.is_at_or_below(&self.path(section)) {
            return (origin, Vec::new());
        }
        let (holder, inside) = tokens.split_at(depth);
        let holder = Origin { file: origin.file, pointer: holder.iter().cloned().collect() };
        (holder, inside.to_vec())
    }

    /// Whether the node is a component of the file that it is in.
    pub(super) fn is_component(&self, origin: &Origin, section: Section) -> bool {
        let path = self.path(section);
        origin.pointer.tokens().strip_prefix(path.tokens()).is_some_and(|below| below.len() == 1)
    }

    /// The node that a reference leads to, through references that lead to references.
    fn follow(&mut self, from: FileId, section: Option<Section>, text: &str) -> Opened<Origin> {
        let mut seen: Vec<Origin> = Vec::new();
        let mut origin = self.one_step(from, text, HOPS)?;
        loop {
            if section.is_some_and(|section| self.is_local(&origin, section)) {
                return Ok(origin);
            }
            let value = self.library.value(origin.file);
            let node = Library::node(&value, &origin.pointer);
            let next = match node {
                Some(Value::Object(entries)) if entries.len() == 1 => super::reference(entries),
                _ => None,
            };
            let Some(next) = next else { return Ok(origin) };
            // A component that is another name for one beside it is both, as it would be in the root document.
            if section.is_some_and(|section| next.starts_with('#') && self.is_component(&origin, section)) {
                return Ok(origin);
            }
            if seen.contains(&origin) || seen.len() > HOPS {
                let message = format!("`{text}` leads back to where it began");
                return Err(Some(Refusal::new(Code::ReferenceCycle, message)));
            }
            let (file, next) = (origin.file, next.to_owned());
            seen.push(origin);
            origin = self.one_step(file, &next, HOPS)?;
        }
    }

    /// The node that a reference names; the way there may go through others.
    fn one_step(&mut self, from: FileId, text: &str, hops: usize) -> Opened<Origin> {
        let Some(hops) = hops.checked_sub(1) else {
            return Err(Some(Refusal::new(Code::ReferenceCycle, format!("`{text}` leads back to where it began"))));
        };
        let dangling = || Some(Refusal::new(Code::ReferenceDangling, format!("`{text}` leads to nothing")));
        let (path, fragment) = text.split_once('#').unwrap_or((text, ""));
        let location = self.library.locate(from, path)?;
        let file = self.library.open(&location, self.diagnostics)?;
        let fragment = percent_decode_str(fragment).decode_utf8().map_err(|_| dangling())?;
        let value = self.library.value(file);
        let pointer = match Pointer::parse(&fragment) {
            Some(pointer) => pointer,
            None => anchor(&value, &fragment).ok_or_else(dangling)?,
        };
        let mut origin = Origin { file, pointer: Pointer::root() };
        for token in pointer.tokens() {
            origin = self.down(origin, token, hops)?.ok_or_else(dangling)?;
        }
        Ok(origin)
    }

    /// The node under a token; where there is none, the one under it in what the node refers to.
    fn down(&mut self, origin: Origin, token: &str, hops: usize) -> Opened<Option<Origin>> {
        let value = self.library.value(origin.file);
        let Some(node) = Library::node(&value, &origin.pointer) else { return Ok(None) };
        if step(node, token).is_some() {
            return Ok(Some(origin.join(token)));
        }
        let Some(text) = node.as_object().and_then(super::reference) else { return Ok(None) };
        let target = self.one_step(origin.file, text, hops)?;
        match hops.checked_sub(1) {
            Some(hops) => self.down(target, token, hops),
            None => Ok(None),
        }
    }
}

/// What the nodes inside a document call themselves by `$id`; the document's own is the library's.
pub(super) fn ids(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Vec<&Value> = document.as_object().into_iter().flat_map(|entries| entries.values()).collect();
    while let Some(node) = open.pop() {
        match node {
            Value::Object(entries) => {
                found.extend(entries.get("$id").and_then(Value::as_str).map(str::to_owned));
                open.extend(entries.values());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    found
}

/// The place of the node that calls itself so.
fn anchor(value: &Value, name: &str) -> Option<Pointer> {
    let mut open = vec![(value, Pointer::root())];
    while let Some((node, pointer)) = open.pop() {
        match node {
            Value::Object(entries) => {
                let says = |key: &str| entries.get(key).and_then(Value::as_str);
                let id = says("$id").or_else(|| says("id")).and_then(|id| id.strip_prefix('#'));
                if [says("$anchor"), says("$dynamicAnchor"), id].contains(&Some(name)) {
                    return Some(pointer);
                }
                open.extend(entries.iter().rev().map(|(key, value)| (value, pointer.join(key))));
            }
            Value::Array(items) => open.extend(items.iter().enumerate().map(|(i, item)| (item, pointer.join(i)))),
            _ => {}
        }
    }
    None
}
