//! A node of a lowered document with its place, which is spelled only when something is said there.

use std::{
    hash::{Hash, Hasher},
    ptr,
    sync::{Arc, LazyLock},
};

use serde_json::Value;

use super::Document;
use crate::pointer::Pointer;

/// What stands where nothing is stated.
static NOTHING: Value = Value::Null;

/// A schema that forbids `null` and says nothing else.
static NOT_NULL: LazyLock<Value> = LazyLock::new(|| serde_json::json!({"nullable": false}));

/// `components`, `schemas`, the name.
const COMPONENT_STEPS: usize = 3;

/// A node and the steps that led to it. Two are one when they are one node of one document, on whatever way.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    /// What stands there.
    pub value: &'a Value,
    way: Way<'a>,
}

/// Most nodes are only passed through: a step costs no copy of what was walked before.
#[derive(Clone, Debug)]
enum Way<'a> {
    /// The document itself.
    Root,
    /// Where a reference leads to.
    Reference(&'a str),
    /// The schema of this name among the components.
    Component(&'a str),
    Below(Arc<Way<'a>>, Key<'a>),
}

/// The way to a node, of which all that stands in it is a step.
#[derive(Clone, Debug)]
pub struct Inside<'a>(Arc<Way<'a>>);

#[derive(Clone, Copy, Debug)]
enum Key<'a> {
    Name(&'a str),
    Index(usize),
}

impl<'a> Place<'a> {
    /// The whole document.
    #[must_use]
    pub const fn root(document: Document<'a>) -> Self {
        Self { value: document.root(), way: Way::Root }
    }

    /// What a pointer leads to.
    #[must_use]
    pub fn at(document: Document<'a>, pointer: &Pointer) -> Option<Self> {
        pointer.tokens().iter().try_fold(Self::root(document), |place, token| match place.value {
            Value::Array(_) => place.index(token.parse().ok()?),
            _ => place.get(token),
        })
    }

    /// What a reference into the same document leads to.
    #[must_use]
    pub fn of_reference(document: Document<'a>, reference: &'a str) -> Option<Self> {
        let value = match plain_component(reference) {
            Some(name) => document.schema(name)?,
            None => document.node(&Pointer::of_reference(reference)?)?,
        };
        Some(Self { value, way: Way::Reference(reference) })
    }

    /// Where a reference leads to, nothing when it leads nowhere; none: it is no reference into the same document.
    #[must_use]
    pub fn target(document: Document<'a>, reference: &'a str) -> Option<Self> {
        Self::of_reference(document, reference).or_else(|| {
            Pointer::of_reference(reference).map(|_| Self { value: &NOTHING, way: Way::Reference(reference) })
        })
    }

    /// The schema of this name among the components; nothing when there is none.
    #[must_use]
    pub fn named(document: Document<'a>, name: &'a str) -> Self {
        Self { value: document.schema(name).unwrap_or(&NOTHING), way: Way::Component(name) }
    }

    /// What holds beside another schema when its word on `null` does not count. It stands in no document.
    #[must_use]
    pub fn not_null() -> Self {
        Self { value: &NOT_NULL, way: Way::Root }
    }

    /// The same place, as if nothing were stated there.
    #[must_use]
    pub fn nothing(&self) -> Self {
        Self { value: &NOTHING, way: self.way.clone() }
    }

    /// The member of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Self> {
        let (name, value) = self.value.as_object()?.get_key_value(name)?;
        Some(self.member(name, value))
    }

    /// The item of this index.
    #[must_use]
    pub fn index(&self, index: usize) -> Option<Self> {
        Some(self.item(index, self.value.get(index)?))
    }

    /// What many members are led to from.
    #[must_use]
    pub fn inside(&self) -> Inside<'a> {
        Inside(Arc::new(self.way.clone()))
    }

    /// A member that is known already.
    #[must_use]
    pub fn member(&self, name: &'a str, value: &'a Value) -> Self {
        self.inside().member(name, value)
    }

    /// An item that is known already.
    #[must_use]
    pub fn item(&self, index: usize, value: &'a Value) -> Self {
        Self { value, way: Way::Below(self.inside().0, Key::Index(index)) }
    }

    /// What the node is known by as long as the document stands. It orders nothing: it is another one in each run.
    #[must_use]
    pub fn address(&self) -> usize {
        ptr::from_ref(self.value).addr()
    }

    /// The place in words.
    #[must_use]
    pub fn pointer(&self) -> Pointer {
        let (mut tokens, mut way) = (Vec::new(), &self.way);
        while let Way::Below(from, key) = way {
            tokens.push(match key {
                Key::Name(name) => (*name).to_owned(),
                Key::Index(index) => index.to_string(),
            });
            way = from;
        }
        match way {
            Way::Reference(reference) => {
                let start = Pointer::of_reference(reference).unwrap_or_default();
                tokens.extend(start.tokens().iter().rev().cloned());
            }
            Way::Component(name) => tokens.extend([*name, "schemas", "components"].map(str::to_owned)),
            Way::Root | Way::Below(..) => {}
        }
        tokens.into_iter().rev().collect()
    }

    /// The name of the schema among the components that it is.
    #[must_use]
    pub fn component(&self) -> Option<String> {
        if let Way::Reference(reference) = self.way
            && let Some(name) = plain_component(reference)
        {
            return Some(name.to_owned());
        }
        if self.is_deep() {
            return None;
        }
        match self.pointer().tokens() {
            [components, schemas, name] if components == "components" && schemas == "schemas" => Some(name.clone()),
            _ => None,
        }
    }

    /// Whether it is more steps below where it was led to than a component is below the document.
    fn is_deep(&self) -> bool {
        let mut way = &self.way;
        for _ in 0..=COMPONENT_STEPS {
            match way {
                Way::Below(from, _) => way = from,
                Way::Root | Way::Reference(_) | Way::Component(_) => return false,
            }
        }
        true
    }
}

impl<'a> Inside<'a> {
    /// A member that is known already.
    #[must_use]
    pub fn member(&self, name: &'a str, value: &'a Value) -> Place<'a> {
        Place { value, way: Way::Below(Arc::clone(&self.0), Key::Name(name)) }
    }
}

/// The name in a reference to a schema among the components, where it is spelled as it is.
fn plain_component(reference: &str) -> Option<&str> {
    reference.strip_prefix("#/components/schemas/").filter(|name| !name.contains(['/', '~', '%']))
}

impl PartialEq for Place<'_> {
    fn eq(&self, other: &Self) -> bool {
        // What is not stated in two places is no node that they share.
        ptr::eq(self.value, other.value) && (!ptr::eq(self.value, &NOTHING) || self.pointer() == other.pointer())
    }
}

impl Eq for Place<'_> {}

impl Hash for Place<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.address().hash(state);
    }
}
