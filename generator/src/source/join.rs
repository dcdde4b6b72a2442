//! Several files become one document: `find` walks all that is reachable and notes every target of a reference, `names`
//! gives each its name, `build` writes the joined document.
//!
//! A target goes to the section of components that its reference asks for, once, under a name of its own. What has no
//! section (path items, operations, whole sections, texts) is copied in at the place. A component that is nothing but a
//! reference into another file is that file's content, not a second name for it.

mod build;
mod find;
mod meaning;
mod names;

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::{Loaded, Options, Parsed, SourceFile, build::NODES, library::Library, position::Position};
use crate::{
    diagnostic::{Code, Diagnostics},
    pointer::{FileId, Origin, Places, Pointer},
};
use meaning::Meaning;

/// Whether a document refers to another file at all. Most do not, and are not walked.
pub(super) fn is_needed(value: &Value) -> bool {
    match value {
        Value::Object(entries) => entries.iter().any(|(key, value)| match (key.as_str(), value) {
            ("$ref", Value::String(text)) => !text.starts_with('#'),
            ("mapping", Value::Object(mapping)) => mapping.values().any(|v| v.as_str().is_some_and(meaning::is_file)),
            (_, value) => is_needed(value),
        }),
        Value::Array(items) => items.iter().any(is_needed),
        _ => false,
    }
}

/// Joins all that the root document refers to into it.
pub(super) fn join(root: SourceFile, parsed: Parsed, options: &Options, diagnostics: &mut Diagnostics) -> Loaded {
    let swagger = parsed.value.get("swagger").is_some();
    let own_ids = meaning::ids(&parsed.value);
    let mut join = Join {
        library: Library::new(root, parsed, options),
        diagnostics,
        swagger,
        own_ids,
        targets: IndexMap::new(),
        taken: BTreeSet::new(),
        meanings: BTreeMap::new(),
        copying: Vec::new(),
        nodes: 0,
        stopped: false,
        places: Places::default(),
        unresolved: BTreeSet::new(),
    };
    join.find_all();
    join.name_all();
    let document = if join.stopped { Value::Null } else { join.build_all() };
    Loaded { files: join.library.files, document, places: join.places, unresolved: join.unresolved, left_out: 0 }
}

/// What refers to it asks for this section.
type Section = &'static str;

/// A node that a reference leads to, in the section where it is joined.
type TargetKey = (Section, Origin);

#[derive(Clone, Debug, Default)]
struct Target {
    name: Option<String>,
    /// A component of the root document holds it already.
    placed: bool,
}

#[derive(Debug)]
struct Join<'j> {
    library: Library<'j>,
    diagnostics: &'j mut Diagnostics,
    /// The sections are those of 2.0.
    swagger: bool,
    /// What schemas of the root document call themselves.
    own_ids: Vec<String>,
    targets: IndexMap<TargetKey, Target>,
    /// The components that the root document names itself.
    taken: BTreeSet<(Section, String)>,
    meanings: BTreeMap<(FileId, Option<Section>, String), Meaning>,
    /// What is being copied in, outermost first.
    copying: Vec<Origin>,
    nodes: usize,
    stopped: bool,
    places: Places,
    unresolved: BTreeSet<String>,
}

/// How far below the root's components a walk is.
#[derive(Clone, Copy, Debug)]
enum Inside<'a> {
    /// The root document.
    Document,
    /// Its `components`.
    Components,
    /// A section of them.
    Section(Section),
    /// One component.
    Entry(Section, &'a str),
    Elsewhere,
}

impl<'a> Inside<'a> {
    /// Below `key`, where `position` stands.
    fn child(self, key: &'a str, position: Position, swagger: bool) -> Self {
        match (self, position) {
            (Inside::Document, Position::Components) => Inside::Components,
            (Inside::Document, Position::Map(inner)) if swagger && key != "paths" => {
                inner.section().map_or(Inside::Elsewhere, Inside::Section)
            }
            (Inside::Components, Position::Map(inner)) => inner.section().map_or(Inside::Elsewhere, Inside::Section),
            (Inside::Section(section), _) => Inside::Entry(section, key),
            _ => Inside::Elsewhere,
        }
    }
}

/// A place on the way down, which becomes a pointer only when it is noted.
#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Start(&'a Origin),
    Key(&'a Step<'a>, &'a str),
    Index(&'a Step<'a>, usize),
}

impl<'a> Step<'a> {
    const fn key(&'a self, key: &'a str) -> Self {
        Step::Key(self, key)
    }

    const fn index(&'a self, index: usize) -> Self {
        Step::Index(self, index)
    }

    fn file(&self) -> FileId {
        match self {
            Step::Start(origin) => origin.file,
            Step::Key(above, _) | Step::Index(above, _) => above.file(),
        }
    }

    fn origin(&self) -> Origin {
        match self {
            Step::Start(origin) => (*origin).clone(),
            Step::Key(above, key) => above.origin().join(key),
            Step::Index(above, index) => above.origin().join(index),
        }
    }
}

impl Join<'_> {
    /// The section for what stands in such a position; `None`: it is copied in.
    fn section(&self, position: Position) -> Option<Section> {
        let section = position.section()?;
        let known = if self.swagger {
            matches!(section, "schemas" | "parameters" | "responses")
        } else {
            !matches!(section, "pathItems" | "mediaTypes")
        };
        known.then_some(section)
    }

    /// Where a section stands in the root document.
    fn path(&self, section: Section) -> Pointer {
        let path: &[&str] = match (self.swagger, section) {
            (true, "schemas") => &["definitions"],
            (true, section) => &[section],
            (false, section) => &["components", section],
        };
        path.iter().map(|token| (*token).to_owned()).collect()
    }

    /// Counts what is walked or written; false when the budget is spent.
    fn spend(&mut self, nodes: usize, at: &Step<'_>) -> bool {
        self.nodes = self.nodes.saturating_add(nodes);
        if self.nodes > NODES && !self.stopped {
            self.stopped = true;
            let message = format!("all files together unfold to more than {NODES} nodes");
            self.diagnostics.report(Code::SourceBudget, at.origin(), message);
        }
        !self.stopped
    }

    /// Begins to copy something in; false when that is within itself.
    fn enter(&mut self, target: &Origin) -> bool {
        let free = !self.copying.contains(target);
        if free {
            self.copying.push(target.clone());
        }
        free
    }
}

/// The text of an object's reference.
fn reference(entries: &Map<String, Value>) -> Option<&str> {
    entries.get("$ref")?.as_str()
}
