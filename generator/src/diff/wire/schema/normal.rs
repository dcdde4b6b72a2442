//! A schema in normal form: what it says of a value, however it is spelled.
//!
//! References are followed, `allOf` is merged, one-element alternatives are their element, `null` is a flag in every
//! spelling, and children stay unexpanded: a child is the list of places that all hold for it.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use serde::Serialize;
use serde_json::{Number, Value};

use super::{
    parts::{Entries, Group, Part, Parts, gather, target},
    types::Types,
    value::{Numeral, canonical, canonical_schema},
};
use crate::{
    dialect::carry,
    diff::wire::{Document, Place},
    pointer::Pointer,
};

/// A bound and whether it is excluded itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Limit {
    /// The bound.
    pub number: Numeral,
    /// Whether it is excluded.
    pub is_exclusive: bool,
}

/// What properties that are not listed may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub enum Additional {
    /// Anything.
    #[default]
    Free,
    /// Of a schema.
    Typed,
    /// They may not be.
    Forbidden,
}

/// What a schema says by itself. What is equal here differs in children only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Face<'a> {
    /// `type`.
    pub types: Types<'a>,
    /// Whether `null` is valid; none: nothing is said.
    pub nullable: Option<bool>,
    /// `format`.
    pub formats: BTreeSet<&'a str>,
    /// `enum` and `const`, `null` apart, as JSON.
    pub values: Option<BTreeSet<String>>,
    /// `x-extensible-enum`.
    pub known_values: BTreeSet<String>,
    /// Bounds by keyword (`maximum`, `minLength`, ...); the tightest of several.
    pub bounds: BTreeMap<&'static str, Limit>,
    /// `multipleOf`.
    pub multiples: BTreeSet<Numeral>,
    /// `pattern`.
    pub patterns: BTreeSet<&'a str>,
    /// `uniqueItems`.
    pub is_unique: bool,
    /// `additionalProperties`.
    pub additional: Additional,
    /// The keys of `patternProperties`.
    pub names: BTreeSet<&'a str>,
    /// How many places a tuple has.
    pub places: Option<usize>,
    /// Keywords that no type depends on, as JSON; `dependentRequired` by property.
    pub aside: BTreeMap<(&'a str, &'a str), String>,
    /// `default`, as JSON.
    pub default: Option<String>,
    /// `deprecated`.
    pub is_deprecated: bool,
    /// `x-sunset`.
    pub sunset: Option<String>,
    /// Our own extensions, as JSON.
    pub extensions: BTreeMap<&'a str, String>,
    /// Every other keyword, as JSON.
    pub rest: BTreeMap<&'a str, String>,
}

/// The keys of a discriminator's mapping, with what they lead to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Discriminator<'a> {
    /// `propertyName`.
    pub property: &'a str,
    /// `mapping`.
    pub mapping: BTreeMap<&'a str, Place<'a>>,
}

/// Schemas inside a schema.
#[derive(Clone, Debug, Default)]
pub struct Children<'a> {
    /// `properties`; each may be said several times.
    pub properties: BTreeMap<&'a str, Vec<Place<'a>>>,
    /// `required`.
    pub required: BTreeSet<&'a str>,
    /// The schemas of properties that are not listed.
    pub additional: Vec<Place<'a>>,
    /// The schemas of items.
    pub items: Vec<Place<'a>>,
    /// The schemas of a tuple's places.
    pub places: Vec<Place<'a>>,
    /// `oneOf` and `anyOf`.
    pub groups: Vec<Group<'a>>,
    /// What must not hold.
    pub not: Vec<Place<'a>>,
    /// What holds in some cases.
    pub conditions: Vec<Place<'a>>,
    /// `discriminator`.
    pub discriminator: Option<Discriminator<'a>>,
}

/// Which ways a value travels, and whether it may be left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Travels {
    /// `readOnly`.
    pub is_read_only: bool,
    /// `writeOnly`.
    pub is_write_only: bool,
    /// Whether there is a `default`.
    pub has_default: bool,
}

/// A schema in normal form.
#[derive(Clone, Debug, Default)]
pub struct Normal<'a> {
    /// What it says by itself.
    pub face: Face<'a>,
    /// What it holds.
    pub children: Children<'a>,
    /// Whether its one value was written as `const`.
    pub is_const: bool,
    /// What it says of a property that it is the schema of.
    pub travels: Travels,
    /// What it was made of.
    pub parts: Vec<Part<'a>>,
}

/// The bounds.
const LIMITS: &[&str] =
    &["maximum", "minimum", "maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties"];

/// Keywords that describe and do not decide.
const DESCRIBING: &[&str] =
    &["title", "description", "example", "examples", "externalDocs", "$comment", "$id", "$schema", "$anchor", "id"];

impl<'a> Normal<'a> {
    /// Of all schemas at these places together.
    #[must_use]
    pub fn new(document: Document<'a>, places: &[Place<'a>]) -> Self {
        let Parts { parts, groups, conditions, one_of_types, nullable } = gather(document, places);
        let mut normal = Self::default();
        for part in &parts {
            normal.add(document, part);
        }
        normal.children.settle();
        normal.face.nullable = nullable;
        normal.children.groups = groups;
        normal.children.conditions = conditions;
        for types in one_of_types {
            normal.narrow(types.into_iter().collect());
        }
        if normal.face.types.is_none() {
            normal.infer();
        }
        normal.parts = parts;
        normal
    }

    /// How much room it takes, in schemas and properties that it names.
    #[must_use]
    pub fn weight(&self) -> usize {
        /// What one has that names nothing.
        const EMPTY: usize = 8;
        let children = &self.children;
        let branches: usize = children.groups.iter().map(|group| group.branches.len()).sum();
        EMPTY + self.parts.len() + children.properties.len() + children.places.len() + branches
    }

    /// Where a keyword is said; the schema itself when it is said nowhere.
    #[must_use]
    pub fn place(&self, keyword: &str) -> Option<Pointer> {
        let moved = carry::MOVED.iter().find(|(written, _)| *written == keyword).map(|(_, inner)| *inner);
        let says = |part: &&Part<'_>| {
            part.entries.contains_key(keyword) || moved.is_some_and(|inner| part.entries.contains_key(inner))
        };
        let said = self.parts.iter().find(says).map(|part| part.place.pointer().join(keyword));
        said.or_else(|| self.parts.first().map(|part| part.place.pointer()))
    }

    /// Where a property is listed; what demands it, when it is not.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<Pointer> {
        let lists = |part: &&Part<'_>| part.entries.get("properties").is_some_and(|listed| listed.get(name).is_some());
        let listed = self.parts.iter().find(lists).map(|part| part.place.pointer().join("properties").join(name));
        listed.or_else(|| self.place("required"))
    }

    /// Whether it is of this type and no other.
    #[must_use]
    pub fn is_of(&self, name: &str) -> bool {
        self.face.types.as_ref().is_some_and(|types| types.len() == 1 && types.contains(name))
    }

    /// A type that goes without saying.
    fn infer(&mut self) {
        if let Some(values) = &self.face.values {
            self.face.types = Some(values.iter().map(|value| type_of(value)).collect());
            return;
        }
        let children = &self.children;
        let is_object = !children.properties.is_empty()
            || !children.additional.is_empty()
            || self.face.additional == Additional::Forbidden;
        if is_object {
            self.face.types = Some(BTreeSet::from(["object"]));
        } else if !children.items.is_empty() || !children.places.is_empty() {
            self.face.types = Some(BTreeSet::from(["array"]));
        }
        if self.face.types.is_some() && self.face.nullable.is_none() {
            self.face.nullable = Some(false);
        }
    }

    fn narrow(&mut self, types: BTreeSet<&'a str>) {
        let types = match self.face.types.take() {
            None => types,
            Some(known) => {
                let covered =
                    |name: &str, by: &BTreeSet<&str>| by.contains(name) || (name == "integer" && by.contains("number"));
                let both = known.iter().filter(|name| covered(name, &types));
                both.chain(types.iter().filter(|name| covered(name, &known))).copied().collect()
            }
        };
        self.face.types = Some(types);
    }

    fn add(&mut self, document: Document<'a>, part: &Part<'a>) {
        for (key, value) in part.entries {
            if let Some(keyword) = limit(key) {
                self.bound(keyword, part.entries);
            }
            match key.as_str() {
                "type" | carry::TYPE if part.is_one_of_types => {}
                "$ref" | "allOf" | "oneOf" | "anyOf" | "nullable" => {}
                "readOnly" => self.travels.is_read_only |= *value == Value::Bool(true),
                "writeOnly" => self.travels.is_write_only |= *value == Value::Bool(true),
                key if DESCRIBING.contains(&key) => {}
                key => self.keyword(document, part, key, value),
            }
        }
    }

    fn keyword(&mut self, document: Document<'a>, part: &Part<'a>, key: &'a str, value: &'a Value) {
        match (key, value) {
            ("type" | carry::TYPE, Value::String(name)) => {
                let types = Some(name.as_str()).filter(|name| *name != "null");
                self.narrow(types.into_iter().collect());
            }
            ("format", Value::String(format)) => drop(self.face.formats.insert(format)),
            ("pattern", Value::String(pattern)) => drop(self.face.patterns.insert(pattern)),
            ("enum" | carry::ENUM, Value::Array(values)) => self.values(part, values),
            ("x-extensible-enum", Value::Array(values)) => self.face.known_values.extend(values.iter().map(canonical)),
            ("multipleOf" | carry::MULTIPLE_OF, Value::Number(number)) => {
                self.face.multiples.insert(Numeral::new(number));
            }
            ("uniqueItems", Value::Bool(is)) => self.face.is_unique |= is,
            ("deprecated", Value::Bool(is)) => self.face.is_deprecated |= is,
            ("x-sunset", value) => self.face.sunset = Some(text(value)),
            ("default" | carry::DEFAULT, value) => {
                self.travels.has_default = true;
                self.face.default.get_or_insert_with(|| canonical(value));
            }
            (key, value) => self.inner(document, part, key, value),
        }
    }

    /// Keywords with schemas inside.
    fn inner(&mut self, document: Document<'a>, part: &Part<'a>, key: &'a str, value: &'a Value) {
        let children = &mut self.children;
        match (key, value) {
            ("properties", Value::Object(properties)) => {
                let inside = part.place.member(key, value).inside();
                for (name, child) in properties {
                    let place = target(document, || inside.member(name, child), child);
                    match children.properties.entry(name) {
                        // Most are said once: no room for more.
                        Entry::Vacant(entry) => drop(entry.insert(vec![place])),
                        Entry::Occupied(mut entry) => entry.get_mut().push(place),
                    }
                }
            }
            ("required", Value::Array(names)) => children.required.extend(names.iter().filter_map(Value::as_str)),
            ("additionalProperties", Value::Bool(true)) => {}
            ("additionalProperties", Value::Bool(false)) => self.face.additional = Additional::Forbidden,
            ("additionalProperties", Value::Object(schema)) if schema.is_empty() => {}
            ("additionalProperties", child @ Value::Object(_)) => {
                children.additional.push(target(document, || part.place.member(key, child), child));
                self.face.additional = self.face.additional.max_of(Additional::Typed);
            }
            ("items", child) if part.entries.contains_key(carry::TUPLE) => self.tuple(document, part, child),
            ("items", child @ Value::Object(_)) => {
                children.items.push(target(document, || part.place.member(key, child), child))
            }
            ("not", child @ Value::Object(_)) => {
                children.not.push(target(document, || part.place.member(key, child), child))
            }
            ("discriminator", Value::Object(entries)) => self.discriminator(document, entries),
            (key, value) => self.other(key, value),
        }
    }

    fn other(&mut self, key: &'a str, value: &'a Value) {
        match (key, value) {
            // Read with the bound that it belongs to, the alternatives or the tuple that it marks, or not on the wire.
            (
                carry::CONST
                | carry::TUPLE
                | carry::CONDITIONAL
                | carry::REPLACE
                | carry::DERIVE
                | "exclusiveMaximum"
                | "exclusiveMinimum"
                | carry::EXCLUSIVE_MAXIMUM
                | carry::EXCLUSIVE_MINIMUM,
                _,
            ) => {}
            (carry::ASIDE, Value::Object(keywords)) => {
                keywords.iter().for_each(|(keyword, value)| self.aside(keyword, value));
            }
            (carry::PATTERNS, Value::Array(names)) => self.face.names.extend(names.iter().filter_map(Value::as_str)),
            (key, Value::Number(_)) if super::compare::is_bound(carry::keyword(key).unwrap_or(key)) => {}
            (key, value) if key.starts_with("x-sdk-") => drop(self.face.extensions.insert(key, canonical(value))),
            (key, _) if key.starts_with("x-") && !key.starts_with(carry::PREFIX) => {}
            (key, value) => drop(self.face.rest.insert(key, canonical(value))),
        }
    }

    fn aside(&mut self, keyword: &'a str, value: &'a Value) {
        let bound = super::rules::BOUNDS.iter().find(|(known, _)| *known == keyword);
        match (bound, value) {
            (Some((keyword, _)), Value::Number(number)) => {
                self.face.bounds.insert(keyword, Limit { number: Numeral::new(number), is_exclusive: false });
            }
            (_, Value::Object(properties)) if keyword == "dependentRequired" => {
                for (name, needed) in properties {
                    let mut needed: Vec<_> = needed.as_array().into_iter().flatten().map(canonical).collect();
                    needed.sort();
                    self.face.aside.insert((keyword, name), needed.join(", "));
                }
            }
            _ => drop(self.face.aside.insert((keyword, ""), canonical_schema(value))),
        }
    }

    fn values(&mut self, part: &Part<'a>, values: &[Value]) {
        let values: BTreeSet<_> = values.iter().filter(|value| !value.is_null()).map(canonical).collect();
        self.is_const |= part.entries.contains_key(carry::CONST);
        self.face.values = Some(match self.face.values.take() {
            Some(known) => known.intersection(&values).cloned().collect(),
            None => values,
        });
    }

    fn bound(&mut self, keyword: &'static str, entries: &Entries) {
        let (inner, flag, inner_flag) = match keyword {
            "maximum" => (carry::MAXIMUM, "exclusiveMaximum", carry::EXCLUSIVE_MAXIMUM),
            "minimum" => (carry::MINIMUM, "exclusiveMinimum", carry::EXCLUSIVE_MINIMUM),
            _ => (keyword, "", ""),
        };
        let number = |key: &str| entries.get(key).and_then(Value::as_number);
        let Some(number): Option<&Number> = number(keyword).or_else(|| number(inner)) else { return };
        let is = |key: &str| entries.get(key) == Some(&Value::Bool(true));
        let limit = Limit { number: Numeral::new(number), is_exclusive: is(flag) || is(inner_flag) };
        let is_tighter = |known: &Limit| {
            let order = limit.number.cmp(&known.number);
            let order = if keyword.starts_with("max") { order.reverse() } else { order };
            order.then(limit.is_exclusive.cmp(&known.is_exclusive)).is_gt()
        };
        if self.face.bounds.get(keyword).is_none_or(is_tighter) {
            self.face.bounds.insert(keyword, limit);
        }
    }

    fn tuple(&mut self, document: Document<'a>, part: &Part<'a>, items: &'a Value) {
        let rest = part.entries.get(carry::TUPLE).and_then(|tuple| tuple.get("rest")) == Some(&Value::Bool(true));
        let Some(list @ Value::Array(places)) = items.get("oneOf") else { return };
        let place = part.place.member("items", items).member("oneOf", list);
        let mut found: Vec<_> = places
            .iter()
            .enumerate()
            .map(|(index, child)| target(document, || place.item(index, child), child))
            .collect();
        if rest {
            self.children.items.extend(found.pop());
        }
        self.face.places = Some(found.len());
        self.children.places = found;
    }

    fn discriminator(&mut self, document: Document<'a>, entries: &'a Entries) {
        let Some(property) = entries.get("propertyName").and_then(Value::as_str) else { return };
        let listed = entries.get("mapping").and_then(Value::as_object).into_iter().flatten();
        let mapping =
            listed.filter_map(|(key, target)| Some((key.as_str(), mapped(document, target.as_str()?)))).collect();
        self.children.discriminator.get_or_insert(Discriminator { property, mapping });
    }
}

impl<'a> Children<'a> {
    /// The places of each of them.
    pub fn all(&self) -> impl Iterator<Item = &[Place<'a>]> {
        let several = self.properties.values().chain([&self.additional, &self.items, &self.not]);
        let branches = self.groups.iter().flat_map(|group| &group.branches);
        let single = self.places.iter().chain(branches).chain(&self.conditions).map(std::slice::from_ref);
        several.map(Vec::as_slice).filter(|places| !places.is_empty()).chain(single)
    }

    /// What is said twice holds once: sets of schemas that hold together are finite, lists are not.
    fn settle(&mut self) {
        let lists = [&mut self.additional, &mut self.items, &mut self.not];
        for list in self.properties.values_mut().chain(lists).filter(|list| list.len() > 1) {
            list.sort_by_cached_key(Place::pointer);
            list.dedup();
        }
    }
}

impl Additional {
    /// Whichever allows less.
    fn max_of(self, other: Self) -> Self {
        if self == Self::Forbidden { self } else { other }
    }
}

/// The bound that a key says, whichever of its spellings it is.
fn limit(key: &str) -> Option<&'static str> {
    match key {
        carry::MAXIMUM => Some("maximum"),
        carry::MINIMUM => Some("minimum"),
        key => LIMITS.iter().find(|limit| **limit == key).copied(),
    }
}

/// The schema that a value of a mapping names: by reference, or by its name alone.
fn mapped<'a>(document: Document<'a>, target: &'a str) -> Place<'a> {
    Place::target(document, target).unwrap_or_else(|| Place::named(document, target))
}

/// A text as it is, anything else as JSON.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| canonical(value), str::to_owned)
}

/// The type of a value that is written as JSON.
fn type_of(value: &str) -> &'static str {
    match value.chars().next() {
        Some('"') => "string",
        Some('{') => "object",
        Some('[') => "array",
        Some('t' | 'f') => "boolean",
        _ if value.contains(['.', 'e']) => "number",
        _ => "integer",
    }
}
