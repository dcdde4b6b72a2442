//! What holds together: a schema, what it refers to, and the branches of its `allOf`, one after the other.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::{
    dialect::carry,
    diff::wire::{Document, Place, schema::types},
};

/// The members of an object.
pub type Entries = Map<String, Value>;

/// A schema that holds.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    /// Where it stands.
    pub place: Place<'a>,
    /// What it says.
    pub entries: &'a Entries,
    /// It is one of several types, so its `type` narrows nothing by itself.
    pub is_one_of_types: bool,
}

/// `oneOf` or `anyOf`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// Exactly one branch holds.
    OneOf,
    /// At least one branch holds.
    AnyOf,
}

impl Choice {
    /// Its keyword.
    #[must_use]
    pub const fn keyword(self) -> &'static str {
        match self {
            Self::OneOf => "oneOf",
            Self::AnyOf => "anyOf",
        }
    }
}

/// Alternatives of which at least two are left when `null` is taken out.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// Which keyword.
    pub choice: Choice,
    /// Where the keyword stands.
    pub place: Place<'a>,
    /// The branches.
    pub branches: Vec<Place<'a>>,
}

/// All that holds, children unexpanded.
#[derive(Debug, Default)]
pub struct Parts<'a> {
    /// Schemas.
    pub parts: Vec<Part<'a>>,
    /// Alternatives.
    pub groups: Vec<Group<'a>>,
    /// Schemas that hold in some cases only.
    pub conditions: Vec<Place<'a>>,
    /// Types of which one holds, once for each schema that lists several.
    pub one_of_types: Vec<Vec<&'a str>>,
    /// Whether `null` is valid; none: nothing is said of it.
    pub nullable: Option<bool>,
}

/// Where a child stands, or what it refers to.
pub fn target<'a>(document: Document<'a>, place: impl FnOnce() -> Place<'a>, child: &'a Value) -> Place<'a> {
    let reference = child.get("$ref").and_then(Value::as_str);
    let reference = reference.and_then(|reference| Place::target(document, reference));
    reference.unwrap_or_else(place)
}

/// What holds when all of the schemas at these places do.
pub fn gather<'a>(document: Document<'a>, places: &[Place<'a>]) -> Parts<'a> {
    let mut walk = Walk { document, found: Parts::default(), seen: BTreeSet::new() };
    let said: Vec<_> = places.iter().map(|place| walk.schema(place.clone())).collect();
    walk.found.nullable = all(&said);
    walk.found
}

/// Whether `null` is valid where all hold: whoever says nothing does not forbid it.
fn all(said: &[Option<bool>]) -> Option<bool> {
    if said.contains(&Some(false)) {
        return Some(false);
    }
    said.contains(&Some(true)).then_some(true)
}

struct Walk<'a> {
    document: Document<'a>,
    found: Parts<'a>,
    /// What was gathered: a schema that holds twice, or holds itself, says nothing more.
    seen: BTreeSet<usize>,
}

impl<'a> Walk<'a> {
    /// Gathers a schema; gives whether it admits `null`.
    fn schema(&mut self, place: Place<'a>) -> Option<bool> {
        let entries = place.value.as_object()?;
        if !self.seen.insert(place.address()) {
            return None;
        }
        match entries.get("$ref").and_then(Value::as_str) {
            Some(reference) => Place::of_reference(self.document, reference).and_then(|target| self.schema(target)),
            None => self.own(place, entries),
        }
    }

    fn own(&mut self, own: Place<'a>, entries: &'a Entries) -> Option<bool> {
        self.found.parts.push(Part { place: own.clone(), entries, is_one_of_types: false });
        let mut inner = Vec::new();
        let mut has_null = false;
        if let Some(list @ Value::Array(branches)) = entries.get("allOf") {
            let place = own.member("allOf", list);
            for (index, branch) in branches.iter().enumerate() {
                let child = target(self.document, || place.item(index, branch), branch);
                if branch.get(carry::CONDITIONAL) == Some(&Value::Bool(true)) {
                    self.found.conditions.push(child);
                } else {
                    inner.push(self.schema(child));
                }
            }
        }
        for choice in [Choice::OneOf, Choice::AnyOf] {
            if let Some(list @ Value::Array(branches)) = entries.get(choice.keyword()) {
                has_null |= branches.iter().any(is_null);
                inner.push(self.choice(choice, own.member(choice.keyword(), list), entries, branches));
            }
        }
        own_word(entries, has_null).or_else(|| all(&inner))
    }

    fn choice(
        &mut self,
        choice: Choice,
        place: Place<'a>,
        entries: &'a Entries,
        branches: &'a [Value],
    ) -> Option<bool> {
        let left: Vec<_> = branches.iter().enumerate().filter(|(_, branch)| !is_null(branch)).collect();
        if let [(index, only)] = left.as_slice() {
            return self.schema(target(self.document, || place.item(*index, only), only));
        }
        if choice == Choice::AnyOf
            && !entries.contains_key("type")
            && let Some(types) = types::listed(self.document, &place, branches)
        {
            self.found.one_of_types.push(types);
            for (index, branch) in left {
                let Some(entries) = branch.as_object() else { continue };
                self.found.parts.push(Part { place: place.item(index, branch), entries, is_one_of_types: true });
            }
            return Some(false);
        }
        if left.is_empty() {
            return None;
        }
        let branches =
            left.iter().map(|(index, branch)| target(self.document, || place.item(*index, branch), branch)).collect();
        // What one branch admits, the choice does: `null` at a branch and at the whole are two spellings of one thing.
        let admits = |(_, branch): &(usize, &'a Value)| admits_null(self.document, branch, &mut BTreeSet::new());
        let nullable = left.iter().any(|branch| admits(branch) == Some(true));
        self.found.groups.push(Group { choice, place, branches });
        Some(nullable)
    }
}

/// Whether a branch admits `null`; one that holds itself says nothing more. Its properties are not asked.
fn admits_null(document: Document<'_>, branch: &Value, seen: &mut BTreeSet<usize>) -> Option<bool> {
    let entries = branch.as_object()?;
    if !seen.insert(std::ptr::from_ref(branch).addr()) {
        return None;
    }
    if let Some(reference) = entries.get("$ref").and_then(Value::as_str) {
        let target = Place::of_reference(document, reference)?;
        return admits_null(document, target.value, seen);
    }
    let listed = |keyword: &str| entries.get(keyword).and_then(Value::as_array).into_iter().flatten();
    let choices =
        || [Choice::OneOf, Choice::AnyOf].map(Choice::keyword).into_iter().filter(|key| entries.contains_key(*key));
    if let Some(own) = own_word(entries, choices().flat_map(listed).any(is_null)) {
        return Some(own);
    }
    let mut inner: Vec<_> = listed("allOf")
        .filter(|branch| branch.get(carry::CONDITIONAL) != Some(&Value::Bool(true)))
        .map(|branch| admits_null(document, branch, seen))
        .collect();
    for keyword in choices() {
        let said: Vec<_> = listed(keyword).map(|branch| admits_null(document, branch, seen)).collect();
        inner.push(if said.len() == 1 { all(&said) } else { Some(said.contains(&Some(true))) });
    }
    all(&inner)
}

/// What a schema says of `null` by itself. `has_null`: it is one of its alternatives.
fn own_word(entries: &Entries, has_null: bool) -> Option<bool> {
    match entries.get("nullable") {
        _ if has_null => Some(true),
        Some(Value::Bool(says)) => Some(*says),
        _ => of_keywords(entries),
    }
}

/// Whether `null` is all that a branch admits.
fn is_null(branch: &Value) -> bool {
    let name = branch.get("type").or_else(|| branch.get(carry::TYPE)).and_then(Value::as_str);
    let only_null = |values: &Value| values.as_array().is_some_and(|values| matches!(values.as_slice(), [Value::Null]));
    match name {
        Some(name) => name == "null",
        None => branch.get(carry::ENUM).or_else(|| branch.get("enum")).is_some_and(only_null),
    }
}

/// What a schema's own keywords say of `null`, `nullable` apart.
fn of_keywords(entries: &Entries) -> Option<bool> {
    if let Some(Value::Array(values)) = entries.get(carry::ENUM).or_else(|| entries.get("enum")) {
        return Some(values.contains(&Value::Null));
    }
    match entries.get("type").or_else(|| entries.get(carry::TYPE)) {
        Some(name) => Some(name == "null"),
        None => ["properties", "items"].iter().any(|key| entries.contains_key(*key)).then_some(false),
    }
}
