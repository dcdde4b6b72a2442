//! A node of a lowered document with its place, read behind references.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Document;
use crate::pointer::Pointer;

/// What stands where nothing is stated.
static NOTHING: Value = Value::Null;

/// A node, behind all references.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    pub(super) value: &'a Value,
    /// Where it stands, behind all references.
    pub(super) at: Pointer,
    document: Document<'a>,
}

impl<'a> Node<'a> {
    /// The whole document.
    pub(super) fn root(document: Document<'a>) -> Self {
        Self { value: document.root(), at: Pointer::root(), document }
    }

    /// The document that it is of.
    pub(super) const fn document(&self) -> Document<'a> {
        self.document
    }

    /// A node in whose place nothing is stated; it has the place of what would hold it.
    pub(super) fn nothing(&self) -> Self {
        Self { value: &NOTHING, at: self.at.clone(), document: self.document }
    }

    /// The member of this name, behind references. A reference that leads nowhere, or in a circle, stands for itself.
    pub(super) fn get(&self, key: &str) -> Option<Self> {
        self.written(key).map(Self::follow)
    }

    /// The member of this name as it is written, a reference too.
    pub(super) fn written(&self, key: &str) -> Option<Self> {
        let value = self.value.get(key)?;
        Some(Self { value, at: self.at.join(key), document: self.document })
    }

    /// As [`Self::get`]; nothing when it is not there.
    pub(super) fn below(&self, key: &str) -> Self {
        self.get(key).unwrap_or_else(|| self.nothing())
    }

    /// Its members by their keys, behind references.
    pub(super) fn members(&self) -> Vec<(&'a str, Self)> {
        let members = self.value.as_object().into_iter().flatten();
        let member = |(key, value): (&'a String, &'a Value)| {
            (key.as_str(), Self { value, at: self.at.join(key), document: self.document }.follow())
        };
        members.map(member).collect()
    }

    /// The members that are no extensions.
    pub(super) fn fields(&self) -> Vec<(&'a str, Self)> {
        let mut members = self.members();
        members.retain(|(key, _)| !key.starts_with("x-"));
        members
    }

    /// Its items, behind references.
    pub(super) fn items(&self) -> Vec<Self> {
        let items = self.value.as_array().into_iter().flatten().enumerate();
        let item = |(index, value)| Self { value, at: self.at.join(index), document: self.document }.follow();
        items.map(item).collect()
    }

    /// Whether the member is stated.
    pub(super) fn has(&self, key: &str) -> bool {
        self.value.get(key).is_some()
    }

    /// A text.
    pub(super) fn text(&self, key: &str) -> Option<&'a str> {
        self.value.get(key)?.as_str()
    }

    /// A flag; `false` when it is not stated.
    pub(super) fn flag(&self, key: &str) -> bool {
        self.value.get(key).and_then(Value::as_bool).unwrap_or_default()
    }

    fn follow(self) -> Self {
        let (mut value, mut at, mut seen) = (self.value, self.at.clone(), BTreeSet::new());
        while let Some(reference) = value.get("$ref").and_then(Value::as_str) {
            let target = Pointer::of_reference(reference).filter(|target| seen.insert(target.clone()));
            let Some((next, node)) = target.and_then(|target| Some((self.document.node(&target)?, target))) else {
                return self;
            };
            (value, at) = (next, node);
        }
        Self { value, at, document: self.document }
    }
}
