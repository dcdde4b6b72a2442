//! Walks all that is reachable from the root document, reads each file that is met, and notes every target.

use serde_json::{Map, Value};

use super::{Inside, Join, Meaning, Step, Target, meaning::is_file, reference};
use crate::{
    diagnostic::Code,
    pointer::{FileId, Origin, Pointer},
    source::{
        build::DEPTH,
        library::{Library, Refusal},
        position::Position,
    },
};

impl Join<'_> {
    pub(super) fn find_all(&mut self) {
        let root = Origin::root(Pointer::root());
        let value = self.library.value(FileId(0));
        self.find(&value, Position::Document, Inside::Document, &Step::Start(&root), 0);
        let mut next = 0;
        while let Some(((section, origin), target)) = self.targets.get_index(next) {
            next += 1;
            // What a component of the root holds was walked there, or is walked here in its stead.
            let (section, origin, _) = (*section, origin.clone(), target.placed);
            let value = self.library.value(origin.file);
            if let Some(node) = Library::node(&value, &origin.pointer) {
                self.find(node, position_of(section), Inside::Elsewhere, &Step::Start(&origin), 2);
            }
        }
    }

    fn find(&mut self, node: &Value, position: Position, inside: Inside<'_>, at: &Step<'_>, depth: usize) {
        if position == Position::Other || !self.spend(1, at) {
            return;
        }
        if depth > DEPTH {
            self.too_deep(at);
            return;
        }
        match node {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.find(item, position, Inside::Elsewhere, &at.index(index), depth + 1);
                }
            }
            Value::Object(entries) => {
                if let Inside::Entry(section, name) = inside {
                    self.component(entries, section, name, at);
                }
                if let Some(text) = reference(entries) {
                    self.find_reference(text, entries.len() == 1, position, inside, at, depth);
                }
                if position == Position::Schema {
                    self.find_mapping(entries, at);
                }
                for (key, value) in entries.iter().filter(|(key, _)| *key != "$ref") {
                    let below = position.child(key);
                    self.find(value, below, inside.child(key, below, self.swagger), &at.key(key), depth + 1);
                }
            }
            _ => {}
        }
    }

    /// Notes a component of the root document that is written in another file.
    fn component(&mut self, entries: &Map<String, Value>, section: super::Section, name: &str, at: &Step<'_>) {
        self.taken.insert((section, name.to_owned()));
        if at.file() != FileId(0) && (reference(entries).is_none() || entries.len() > 1) {
            let target = self.targets.entry((section, at.origin())).or_default();
            if target.name.is_none() {
                *target = Target { name: Some(name.to_owned()), placed: true };
            }
        }
    }

    /// Whether a target is a component of its own file, to which the root document only gives another name: both
    /// stay, as they would in one file. Not so where the root document means something else by the target's name.
    fn keeps_its_name(&self, index: usize, section: super::Section, entry: &str) -> bool {
        let Some(((_, origin), _)) = self.targets.get_index(index) else { return false };
        let Some(name) = origin.pointer.tokens().last().filter(|_| self.is_component(origin, section)) else {
            return false;
        };
        let root = self.library.value(FileId(0));
        let own = Library::node(&root, &self.path(section).join(name)).and_then(Value::as_object);
        name != entry && own.is_none_or(|own| reference(own).is_some())
    }

    fn find_reference(
        &mut self,
        text: &str,
        alone: bool,
        position: Position,
        inside: Inside<'_>,
        at: &Step<'_>,
        depth: usize,
    ) {
        match self.meaning(at.file(), self.section(position), text) {
            Meaning::Keep | Meaning::Local(_) => {}
            Meaning::Target(index, within) => {
                let Inside::Entry(section, name) = inside else { return };
                if !alone || !within.is_empty() || self.keeps_its_name(index, section, name) {
                    return;
                }
                if let Some((_, target)) = self.targets.get_index_mut(index).filter(|(_, t)| t.name.is_none()) {
                    *target = Target { name: Some(name.to_owned()), placed: true };
                }
            }
            Meaning::Copy(target) => {
                if !self.enter(&target) {
                    let message = format!("`{}` leads back to where it began", text.escape_debug());
                    self.diagnostics.report(Code::ReferenceCycle, at.origin(), message);
                    return;
                }
                let value = self.library.value(target.file);
                if let Some(node) = Library::node(&value, &target.pointer) {
                    self.find(node, position, inside, &Step::Start(&target), depth);
                }
                self.copying.pop();
            }
            Meaning::Broken(refusal) => self.refuse(refusal, at),
        }
    }

    fn find_mapping(&mut self, entries: &Map<String, Value>, at: &Step<'_>) {
        let at = at.key("discriminator");
        let at = at.key("mapping");
        for (key, text) in mapping(entries) {
            if (is_file(text) || text.starts_with('#'))
                && let Meaning::Broken(refusal) = self.meaning(at.file(), Some("schemas"), text)
            {
                self.refuse(refusal, &at.key(key));
            }
        }
    }

    fn refuse(&mut self, refusal: Option<Refusal>, at: &Step<'_>) {
        let Some(Refusal { code, message, help }) = refusal else { return };
        let said = self.diagnostics.report(code, at.origin(), message);
        if let Some(help) = help {
            said.help = help;
        }
    }

    pub(super) fn too_deep(&mut self, at: &Step<'_>) {
        if !self.stopped {
            let message = format!("joined, the files are nested more than {DEPTH} levels deep here");
            self.diagnostics.report(Code::SourceBudget, at.origin(), message);
        }
        self.stopped = true;
    }
}

/// The texts of a schema's discriminator mapping.
pub(super) fn mapping(entries: &Map<String, Value>) -> impl Iterator<Item = (&String, &str)> {
    let mapping = entries.get("discriminator").and_then(|d| d.get("mapping")).and_then(Value::as_object);
    mapping.into_iter().flatten().filter_map(|(key, value)| Some((key, value.as_str()?)))
}

/// What stands in a section.
pub(super) fn position_of(section: super::Section) -> Position {
    match Position::Components.child(section) {
        Position::Map(inner) => *inner,
        _ => Position::Other,
    }
}
