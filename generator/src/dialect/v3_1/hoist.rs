//! What a reference leads to and is no component becomes one, named after what is referred to.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::super::rewriter::Rewriter;
use super::references::shown;
use crate::{
    pointer::{Origin, Pointer},
    source::position::Position,
};

/// Words of a path that name nothing.
const KEYWORDS: &[&str] = &[
    "$defs",
    "additionalProperties",
    "allOf",
    "anyOf",
    "components",
    "content",
    "definitions",
    "else",
    "items",
    "oneOf",
    "parameters",
    "paths",
    "prefixItems",
    "properties",
    "requestBody",
    "responses",
    "schema",
    "schemas",
    "then",
];

/// What shall become a component.
#[derive(Debug, Default)]
pub(super) struct Hoisting {
    /// The section and the new name, by place.
    targets: BTreeMap<Pointer, (&'static str, String)>,
}

impl Hoisting {
    /// The text that refers to the target; `None`: the place itself.
    pub(super) fn reference(&mut self, document: &Value, position: Position, target: &Pointer) -> Option<String> {
        let section = position.section()?;
        if is_component(section, target) || position == Position::PathItem || !fits(document, position, target) {
            return None;
        }
        if let Some((section, name)) = self.targets.get(target) {
            return Some(component(section, name));
        }
        let name = self.name(document, section, target)?;
        let text = component(section, &name);
        self.targets.insert(target.clone(), (section, name));
        Some(text)
    }

    /// A name of its own: that of the target, then with the name of what holds it, then with a number.
    fn name(&self, document: &Value, section: &str, target: &Pointer) -> Option<String> {
        let telling = |token: &&String| {
            !KEYWORDS.contains(&token.as_str()) && token.parse::<usize>().is_err() && !token.starts_with('/')
        };
        let mut words: Vec<&str> = target.tokens().iter().filter(telling).map(|word| word.as_str()).collect();
        let own = words.pop().unwrap_or(section);
        let owner = words.first().copied().unwrap_or_default();
        let taken = |name: &String| {
            let known = document.get("components").and_then(|c| c.get(section)).and_then(|s| s.get(name));
            known.is_some() || self.targets.values().any(|(known, other)| *known == section && other == name)
        };
        let long = format!("{owner}_{own}");
        let numbered = (2..).map(|number: u32| format!("{long}_{number}"));
        [own.to_owned(), long.clone()].into_iter().chain(numbered).find(|name| !taken(name))
    }

    /// Makes the components, the innermost first: where each stood, a reference stays.
    pub(super) fn hoist(self, rewriter: &mut Rewriter<'_>, document: &mut Value) {
        for (target, (section, name)) in self.targets.into_iter().rev() {
            let Some(place) = document.pointer_mut(&target.to_string()) else { continue };
            let value = std::mem::replace(place, json!({"$ref": component(section, &name)}));
            let Value::Object(root) = &mut *document else { return };
            let components = root.entry("components").or_insert_with(|| Value::Object(Map::new()));
            let Value::Object(components) = components else { return };
            let named = components.entry(section).or_insert_with(|| Value::Object(Map::new()));
            let Value::Object(named) = named else { return };
            let now = ["components", section, &name].into_iter().map(str::to_owned).collect();
            rewriter.moved_to(now, Origin::root(target));
            named.insert(name, value);
        }
    }
}

fn component(section: &str, name: &str) -> String {
    shown(&["components", section, name].into_iter().map(str::to_owned).collect())
}

/// Whether the place is a component of the section, or is found from one by the steps that are followed later.
fn is_component(section: &str, target: &Pointer) -> bool {
    let [components, found, _, path @ ..] = target.tokens() else { return false };
    if components != "components" || found != section {
        return false;
    }
    let mut path = path.iter();
    while let Some(token) = path.next() {
        let is_step = section == "schemas"
            && match token.as_str() {
                "items" | "additionalProperties" => true,
                "properties" | "allOf" | "oneOf" | "anyOf" => path.next().is_some(),
                _ => false,
            };
        if !is_step {
            return false;
        }
    }
    true
}

/// Whether what stands at the target is, or may be, of the kind that is referred to.
fn fits(document: &Value, position: Position, target: &Pointer) -> bool {
    let mut value = document;
    let mut found = Position::Document;
    for token in target.tokens() {
        let inner = match value {
            Value::Object(entries) => {
                found = found.child(token);
                entries.get(token)
            }
            Value::Array(items) => token.parse().ok().and_then(|index: usize| items.get(index)),
            _ => None,
        };
        let Some(inner) = inner else { return false };
        value = inner;
    }
    value.is_object() && (found == position || found == Position::Other)
}
