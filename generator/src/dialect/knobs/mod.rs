//! What the caller knows better than the description: overrides are written into it as the extensions that say the same,
//! so that only these are read later.

mod pattern;

use serde_json::{Map, Value};

use super::{carry, path::Path};
use crate::{
    diagnostic::{Code, Diagnostics},
    pointer::{Origin, Pointer},
    source::position::Position,
};
pub use pattern::Pattern;

/// One override.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Knob {
    /// What it is about, as it was written.
    pub at: String,
    /// The same, read.
    pub pattern: Pattern,
    /// What it says.
    pub sets: Vec<Setting>,
}

/// One thing that an override says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A property or parameter may be absent, or is always there.
    Optional(bool),
    /// It may be `null`, or never is.
    Nullable(bool),
    /// An enum or a union keeps what it does not know, or not.
    Open(bool),
    /// A text may arrive as a number, a number as a text.
    Lenient(bool),
    /// A type of the caller's stands in its place.
    Type(String),
    /// Traits that are derived as well.
    Derive(Vec<String>),
}

impl Setting {
    /// The key of the description that says the same.
    const fn key(&self) -> &'static str {
        match self {
            Self::Optional(_) => "x-sdk-optional",
            Self::Nullable(_) => "x-sdk-nullable",
            Self::Open(_) => "x-sdk-open",
            Self::Lenient(_) => "x-sdk-lenient",
            Self::Type(_) => carry::REPLACE,
            Self::Derive(_) => carry::DERIVE,
        }
    }

    fn value(&self) -> Value {
        match self {
            Self::Optional(flag) | Self::Nullable(flag) | Self::Open(flag) | Self::Lenient(flag) => Value::Bool(*flag),
            Self::Type(path) => Value::from(path.as_str()),
            Self::Derive(traits) => Value::from(traits.clone()),
        }
    }

    /// As `generator.toml` says it.
    fn shown(&self) -> String {
        match self {
            Self::Optional(flag) => format!("optional = {flag}"),
            Self::Nullable(flag) => format!("nullable = {flag}"),
            Self::Open(flag) => format!("open = {flag}"),
            Self::Lenient(flag) => format!("lenient = {flag}"),
            Self::Type(path) => format!("type = {path:?}"),
            Self::Derive(traits) => format!("derive = {traits:?}"),
        }
    }

    /// Why it can say nothing about such a place.
    fn unfit(&self, node: &Node<'_>) -> Option<&'static str> {
        match self {
            Self::Optional(_) if node.position == Position::Parameter => {
                node.is("in", "path").then_some("a path parameter is always there")
            }
            Self::Optional(_) => {
                let list = node.place.parent().and_then(|parent| parent.last().map(str::to_owned));
                (list.as_deref() != Some("properties")).then_some("it is neither a property nor a parameter")
            }
            _ => None,
        }
    }

    /// Why it can say nothing of such a schema. Parts of `allOf` may be anything.
    fn unfit_schema(&self, schema: &Map<String, Value>) -> Option<&'static str> {
        let has = |keys: &[&str]| keys.iter().any(|key| schema.contains_key(*key));
        let is = |types: &[&str]| match schema.get("type") {
            Some(Value::String(name)) => types.contains(&name.as_str()),
            Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(|name| types.contains(&name)),
            _ => !has(&["properties", "additionalProperties", "items", "prefixItems"]),
        };
        if has(&["allOf", "$ref"]) {
            return None;
        }
        match self {
            Self::Open(_) => {
                (!has(&["enum", "const", "oneOf", "anyOf"])).then_some("it cannot apply: no enum or union is there")
            }
            Self::Lenient(_) => (has(&["enum"]) || !is(&["string", "integer", "number"]))
                .then_some("it cannot apply: no text or number is there"),
            _ => None,
        }
    }

    /// Whether it is said of the type and so of what a reference leads to.
    const fn is_of_type(&self) -> bool {
        matches!(self, Self::Open(_) | Self::Lenient(_) | Self::Derive(_))
    }
}

/// A place that a knob may be about.
struct Node<'v> {
    position: Position,
    place: Pointer,
    entries: &'v Map<String, Value>,
}

impl Node<'_> {
    fn is(&self, key: &str, text: &str) -> bool {
        self.entries.get(key).is_some_and(|value| value == text)
    }
}

/// Something that an override or an extension changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// `at` of the override; none: the description says so itself.
    pub at: Option<String>,
    /// What it says: `optional = true`.
    pub set: String,
    /// Where, in the document before it was lowered.
    pub origin: Origin,
}

/// What is to be written.
struct Write {
    place: Pointer,
    key: &'static str,
    value: Value,
}

/// Writes the overrides into the document and gives what applies, also what the document says itself. An override that
/// matches nothing, or nothing that it can be said of, is an error.
pub(super) fn apply(document: &mut Value, knobs: &[Knob], diagnostics: &mut Diagnostics) -> Vec<Applied> {
    let mut search =
        Search { document, knobs, applied: Vec::new(), writes: Vec::new(), names: Vec::new(), outcome: Vec::new() };
    search.outcome.resize_with(knobs.len(), Outcome::default);
    search.value(Position::Document, document, &Path::Root);
    let Search { applied, writes, names, outcome, .. } = search;
    for (index, (knob, outcome)) in knobs.iter().zip(outcome).enumerate() {
        outcome.report(index, knob, &names, diagnostics);
    }
    for Write { place, key, value } in writes {
        if let Some(Value::Object(entries)) = document.pointer_mut(&place.to_string()) {
            entries.insert(key.to_owned(), value);
        }
    }
    applied
}

/// What became of one override.
#[derive(Debug, Default)]
struct Outcome {
    matched: bool,
    /// For each of its settings, by index: it was written somewhere.
    written: Vec<usize>,
    /// The last reason why a setting did not fit.
    unfit: Option<(usize, &'static str)>,
}

impl Outcome {
    fn report(self, index: usize, knob: &Knob, names: &[String], diagnostics: &mut Diagnostics) {
        let root = || Origin::root(Pointer::root());
        if !self.matched {
            let message = format!("no schema, property or parameter is at `{}`", knob.at.escape_debug());
            let said = diagnostics.report(Code::ConfigOverride, root(), message);
            said.knob = Some(index);
            if let Some(near) = nearest(&knob.at, names) {
                said.help = format!("did you mean `{}`?", near.escape_debug());
            }
            return;
        }
        for (at, set) in knob.sets.iter().enumerate().filter(|(at, _)| !self.written.contains(at)) {
            let reason = self.unfit.filter(|(unfit, _)| *unfit == at).map_or("it does not fit", |(_, reason)| reason);
            let message = format!("`{}` can say nothing of `{}`: {reason}", set.shown(), knob.at.escape_debug());
            let said = diagnostics.report(Code::ConfigOverride, root(), message);
            said.knob = Some(index);
            "take it out, or name another place in `at`".clone_into(&mut said.help);
        }
    }
}

/// The name that is most like what was written.
fn nearest<'n>(at: &str, names: &'n [String]) -> Option<&'n String> {
    let wanted = at.to_lowercase();
    let distance = |name: &&String| strsim::osa_distance(&wanted, &name.to_lowercase());
    let near = names.iter().min_by_key(distance)?;
    (distance(&near) <= at.chars().count().max(near.chars().count()).div_ceil(3)).then_some(near)
}

struct Search<'v> {
    document: &'v Value,
    knobs: &'v [Knob],
    applied: Vec<Applied>,
    writes: Vec<Write>,
    /// What could have been meant, when something matches nothing: filled only with knobs there.
    names: Vec<String>,
    outcome: Vec<Outcome>,
}

/// The extensions that are overrides, by what `generator.toml` calls them.
const SAID: &[(&str, &str)] = &[
    ("x-sdk-optional", "optional"),
    ("x-sdk-nullable", "nullable"),
    ("x-sdk-open", "open"),
    ("x-sdk-lenient", "lenient"),
];

impl Search<'_> {
    fn value(&mut self, position: Position, value: &Value, path: &Path<'_>) {
        match value {
            Value::Object(entries) => {
                if matches!(position, Position::Schema | Position::Parameter) {
                    self.own(entries, path);
                    if !self.knobs.is_empty() {
                        self.node(&Node { position, place: path.pointer(), entries });
                    }
                }
                for (key, value) in entries {
                    match position.child(key) {
                        Position::Other => {}
                        child => self.value(child, value, &path.key(key)),
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

    /// What the description says itself.
    fn own(&mut self, entries: &Map<String, Value>, path: &Path<'_>) {
        for (key, name) in SAID {
            if let Some(Value::Bool(flag)) = entries.get(*key) {
                let set = format!("{name} = {flag}");
                self.applied.push(Applied { at: None, set, origin: path.origin() });
            }
        }
    }

    fn node(&mut self, node: &Node<'_>) {
        let name = pattern::name(&node.place);
        self.names.push(node.place.to_string());
        self.names.extend(name.clone());
        for (index, knob) in self.knobs.iter().enumerate() {
            if knob.pattern.means(&node.place, name.as_deref()) {
                for (at, set) in knob.sets.iter().enumerate() {
                    self.set(node, index, at, set);
                }
            }
        }
    }

    fn set(&mut self, node: &Node<'_>, index: usize, at: usize, set: &Setting) {
        let (mut place, mut key, mut value) = (node.place.clone(), set.key(), set.value());
        if node.position == Position::Parameter {
            if let Setting::Optional(optional) = set {
                (key, value) = ("required", Value::Bool(!optional));
            } else if node.entries.contains_key("schema") {
                place = place.join("schema");
            }
        }
        if set.is_of_type() {
            place = self.led(place);
        }
        let schema = self.document.pointer(&place.to_string()).and_then(Value::as_object);
        let unfit = set.unfit(node).or_else(|| schema.and_then(|schema| set.unfit_schema(schema)));
        let Some(outcome) = self.outcome.get_mut(index) else { return };
        outcome.matched = true;
        if let Some(reason) = unfit {
            outcome.unfit = Some((at, reason));
            return;
        }
        if !outcome.written.contains(&at) {
            outcome.written.push(at);
        }
        let knob = self.knobs.get(index).map(|knob| knob.at.clone());
        self.applied.push(Applied { at: knob, set: set.shown(), origin: Origin::root(node.place.clone()) });
        self.writes.push(Write { place, key, value });
    }

    /// Where the references from here lead in the document.
    fn led(&self, mut place: Pointer) -> Pointer {
        for _ in 0..64 {
            let node = self.document.pointer(&place.to_string());
            let Some(reference) = node.and_then(|node| node.get("$ref")).and_then(Value::as_str) else { break };
            let Some(target) = reference.strip_prefix('#').and_then(Pointer::parse) else { break };
            if self.document.pointer(&target.to_string()).is_none() {
                break;
            }
            place = target;
        }
        place
    }
}

#[cfg(test)]
mod tests;
