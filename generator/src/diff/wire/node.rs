//! A node of a lowered document with its place, read behind references.

use std::{collections::BTreeSet, rc::Rc};

use serde_json::Value;

use super::Document;
use crate::pointer::Pointer;

/// What stands where nothing is stated.
static NOTHING: Value = Value::Null;

/// A place, by the steps that led to it: most nodes are only passed through, and their pointers are never asked for.
#[derive(Debug)]
enum Step<'a> {
    /// The document itself, or where a reference led to.
    Start(Pointer),
    Key(Rc<Step<'a>>, &'a str),
    Index(Rc<Step<'a>>, usize),
}

/// A node, behind all references.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    pub(super) value: &'a Value,
    step: Rc<Step<'a>>,
    document: Document<'a>,
}

impl<'a> Node<'a> {
    /// The whole document.
    pub(super) fn root(document: Document<'a>) -> Self {
        Self { value: document.root(), step: Rc::new(Step::Start(Pointer::root())), document }
    }

    /// Where it stands, behind all references.
    pub(super) fn at(&self) -> Pointer {
        let (mut tokens, mut step) = (Vec::new(), &self.step);
        loop {
            match &**step {
                Step::Start(start) => {
                    tokens.extend(start.tokens().iter().rev().cloned());
                    tokens.reverse();
                    return tokens.into_iter().collect();
                }
                Step::Key(before, key) => {
                    tokens.push((*key).to_owned());
                    step = before;
                }
                Step::Index(before, index) => {
                    tokens.push(index.to_string());
                    step = before;
                }
            }
        }
    }

    /// The document that it is of.
    pub(super) const fn document(&self) -> Document<'a> {
        self.document
    }

    /// A node in whose place nothing is stated; it has the place of what would hold it.
    pub(super) fn nothing(&self) -> Self {
        Self { value: &NOTHING, ..self.clone() }
    }

    /// The member of this name, behind references. A reference that leads nowhere, or in a circle, stands for itself.
    pub(super) fn get(&self, key: &str) -> Option<Self> {
        self.written(key).map(Self::follow)
    }

    /// The member of this name as it is written, a reference too.
    pub(super) fn written(&self, key: &str) -> Option<Self> {
        let (key, value) = self.value.as_object()?.get_key_value(key)?;
        Some(self.step(value, Step::Key(Rc::clone(&self.step), key)))
    }

    /// As [`Self::get`]; nothing when it is not there.
    pub(super) fn below(&self, key: &str) -> Self {
        self.get(key).unwrap_or_else(|| self.nothing())
    }

    /// Its members by their keys, behind references.
    pub(super) fn members(&self) -> Vec<(&'a str, Self)> {
        let members = self.value.as_object().into_iter().flatten();
        let member = |(key, value): (&'a String, &'a Value)| {
            (key.as_str(), self.step(value, Step::Key(Rc::clone(&self.step), key)).follow())
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
        let item = |(index, value)| self.step(value, Step::Index(Rc::clone(&self.step), index)).follow();
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

    fn step(&self, value: &'a Value, step: Step<'a>) -> Self {
        Self { value, step: Rc::new(step), document: self.document }
    }

    fn follow(self) -> Self {
        let (mut value, mut target, mut seen) = (self.value, None, BTreeSet::new());
        while let Some(reference) = value.get("$ref").and_then(Value::as_str) {
            let next = Pointer::of_reference(reference).filter(|next| seen.insert(next.clone()));
            let Some((found, next)) = next.and_then(|next| Some((self.document.node(&next)?, next))) else {
                return self;
            };
            (value, target) = (found, Some(next));
        }
        match target {
            Some(target) => self.step(value, Step::Start(target)),
            None => self,
        }
    }
}
