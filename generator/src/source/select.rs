//! Selection: the operations that were not chosen are taken out of the joined document, and with them the components
//! that only they needed. What nothing referred to before stays: it arrives some other way.
//!
//! An operation is chosen when one of the inclusions matches it, or there is none, and no exclusion does.

mod reach;

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{Loaded, position::Position};
use crate::{
    diagnostic::{Code, Diagnostics},
    glob, guess,
    pointer::{Origin, Pointer},
};

/// What an operation is chosen by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// One of its tags.
    Tag,
    /// Its path.
    Path,
    /// Its operationId, or `METHOD /path`.
    Operation,
}

/// One inclusion or exclusion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it looks at.
    pub by: By,
    /// Leave out what it matches, in place of keeping it.
    pub exclude: bool,
    /// `*` is any text (in a path: without `/`), `**` any text, `?` one character.
    pub pattern: String,
}

impl Choice {
    fn flag(&self) -> String {
        let by = match self.by {
            By::Tag => "tag",
            By::Path => "path",
            By::Operation => "operation",
        };
        format!("--{}{by} {}", if self.exclude { "exclude-" } else { "" }, self.pattern)
    }

    fn matches(&self, operation: &Subject) -> bool {
        match self.by {
            By::Tag => operation.tags.iter().any(|tag| glob::matches(&self.pattern, tag, None)),
            By::Path => glob::matches(&self.pattern, &operation.path, Some('/')),
            By::Operation => match self.pattern.split_once(' ') {
                Some((method, path)) => {
                    method.eq_ignore_ascii_case(&operation.method)
                        && glob::matches(path.trim(), &operation.path, Some('/'))
                }
                None => operation.id.as_deref().is_some_and(|id| glob::matches(&self.pattern, id, None)),
            },
        }
    }
}

/// An operation, as choices see it.
#[derive(Debug)]
struct Subject {
    /// Where it stands.
    pointer: Pointer,
    method: String,
    path: String,
    id: Option<String>,
    tags: Vec<String>,
}

/// Takes out what was not chosen.
pub(super) fn apply(loaded: &mut Loaded, choices: &[Choice], diagnostics: &mut Diagnostics) {
    if choices.is_empty() {
        return;
    }
    inline(loaded);
    let subjects = subjects(&loaded.document);
    for choice in choices.iter().filter(|choice| !subjects.iter().any(|subject| choice.matches(subject))) {
        let known = known(choice.by, &subjects);
        let known: Vec<_> = known.iter().map(String::as_str).collect();
        let help = guess::did_you_mean(&choice.pattern, &known, "`generator inspect` lists the operations");
        let message = format!("`{}` matches no operation", choice.flag().escape_debug());
        let place = Origin::root(Pointer::root().join("paths"));
        diagnostics.report(Code::SelectUnmatched, place, message).help = help;
    }
    let includes = choices.iter().any(|choice| !choice.exclude);
    let is_chosen = |subject: &&Subject| {
        let any = |exclude| choices.iter().any(|choice| choice.exclude == exclude && choice.matches(subject));
        (!includes || any(false)) && !any(true)
    };
    let (kept, gone): (Vec<&Subject>, Vec<&Subject>) = subjects.iter().partition(is_chosen);
    if gone.is_empty() {
        return;
    }
    let kept_paths: BTreeSet<&str> = kept.iter().map(|subject| subject.path.as_str()).collect();
    // A path goes whole when none of its operations is left.
    let place = |subject: &&Subject| match kept_paths.contains(subject.path.as_str()) {
        true => subject.pointer.clone(),
        false => Pointer::root().join("paths").join(&subject.path),
    };
    let places: BTreeSet<Pointer> = gone.iter().map(place).collect();
    let document = &mut loaded.document;
    let needed_before = reach::components(document, places.iter());
    places.iter().for_each(|place| take(document, place));
    let referred = reach::components_of_rest(document, &needed_before);
    for component in needed_before.difference(&referred) {
        take(document, component);
    }
    loaded.left_out = gone.len();
}

/// Path items that are references to others are written out: what is left out of one is not left out of the other.
fn inline(loaded: &mut Loaded) {
    let Some(Value::Object(paths)) = loaded.document.get("paths") else { return };
    let mut found = Vec::new();
    for (path, item) in paths {
        let target = item.get("$ref").and_then(Value::as_str).and_then(|text| text.strip_prefix('#'));
        if let Some(pointer) = target.and_then(Pointer::parse)
            && let Some(Value::Object(entries)) = loaded.document.pointer(&pointer.to_string())
        {
            found.push((path.clone(), pointer, entries.clone()));
        }
    }
    for (path, pointer, mut entries) in found {
        let here = Pointer::root().join("paths").join(&path);
        let Some(Value::Object(item)) = loaded.document.pointer_mut(&here.to_string()) else { continue };
        item.shift_remove("$ref");
        entries.extend(std::mem::take(item));
        for key in entries.keys() {
            let before = loaded.places.origin(&pointer.join(key));
            loaded.places.note(here.join(key), before);
        }
        *item = entries;
    }
}

fn subjects(document: &Value) -> Vec<Subject> {
    let mut subjects = Vec::new();
    let Some(Value::Object(paths)) = document.get("paths") else { return subjects };
    for (path, item) in paths {
        let Value::Object(item) = item else { continue };
        let here = Pointer::root().join("paths").join(path);
        let mut add = |method: &str, pointer: Pointer, operation: &Value| {
            let Value::Object(operation) = operation else { return };
            subjects.push(subject(path, method, pointer, operation));
        };
        for (key, value) in item {
            match Position::PathItem.child(key) {
                Position::Operation => add(key, here.join(key), value),
                Position::Map(Position::Operation) => {
                    for (method, operation) in value.as_object().into_iter().flatten() {
                        add(method, here.join(key).join(method), operation);
                    }
                }
                _ => {}
            }
        }
    }
    subjects
}

fn subject(path: &str, method: &str, pointer: Pointer, operation: &Map<String, Value>) -> Subject {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let tags = operation.get("tags").and_then(Value::as_array).into_iter().flatten().filter_map(text).collect();
    let id = operation.get("operationId").and_then(text);
    Subject { pointer, method: method.to_owned(), path: path.to_owned(), id, tags }
}

/// What a choice could have named.
fn known(by: By, subjects: &[Subject]) -> BTreeSet<String> {
    let texts = |subject: &Subject| match by {
        By::Tag => subject.tags.clone(),
        By::Path => vec![subject.path.clone()],
        By::Operation => subject.id.clone().into_iter().collect(),
    };
    subjects.iter().flat_map(texts).collect()
}

/// Takes an entry out of its mapping.
fn take(document: &mut Value, pointer: &Pointer) {
    if let (Some(parent), Some(last)) = (pointer.parent(), pointer.last())
        && let Some(Value::Object(entries)) = document.pointer_mut(&parent.to_string())
    {
        entries.shift_remove(last);
    }
}
