//! A node of a lowered document with its place, read behind references.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Document, Place};
use crate::pointer::Pointer;

/// A node, behind all references.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    pub(super) value: &'a Value,
    place: Place<'a>,
    document: Document<'a>,
}

impl<'a> Node<'a> {
    /// The whole document.
    pub(super) fn root(document: Document<'a>) -> Self {
        Self::of(Place::root(document), document)
    }

    /// Where it stands, behind all references.
    pub(super) fn at(&self) -> Pointer {
        self.place.pointer()
    }

    /// The place itself.
    pub(super) fn place(&self) -> Place<'a> {
        self.place.clone()
    }

    /// The document that it is of.
    pub(super) const fn document(&self) -> Document<'a> {
        self.document
    }

    /// A node in whose place nothing is stated; it has the place of what would hold it.
    pub(super) fn nothing(&self) -> Self {
        Self::of(self.place.nothing(), self.document)
    }

    /// The member of this name, behind references. A reference that leads nowhere, or in a circle, stands for itself.
    pub(super) fn get(&self, key: &str) -> Option<Self> {
        self.written(key).map(Self::follow)
    }

    /// The member of this name as it is written, a reference too.
    pub(super) fn written(&self, key: &str) -> Option<Self> {
        let (key, value) = self.value.as_object()?.get_key_value(key)?;
        Some(Self::of(self.place.member(key, value), self.document))
    }

    /// As [`Self::get`]; nothing when it is not there.
    pub(super) fn below(&self, key: &str) -> Self {
        self.get(key).unwrap_or_else(|| self.nothing())
    }

    /// Its members by their keys, behind references.
    pub(super) fn members(&self) -> Vec<(&'a str, Self)> {
        let members = self.value.as_object().into_iter().flatten();
        let member = |(key, value): (&'a String, &'a Value)| {
            (key.as_str(), Self::of(self.place.member(key, value), self.document).follow())
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
        let item = |(index, value)| Self::of(self.place.item(index, value), self.document).follow();
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

    const fn of(place: Place<'a>, document: Document<'a>) -> Self {
        Self { value: place.value, place, document }
    }

    fn follow(self) -> Self {
        let (mut place, mut seen) = (self.place.clone(), BTreeSet::new());
        while let Some(reference) = place.value.get("$ref").and_then(Value::as_str) {
            let next = Place::of_reference(self.document, reference).filter(|next| seen.insert(next.address()));
            let Some(next) = next else { return self };
            place = next;
        }
        Self::of(place, self.document)
    }
}
