//! Walking the document: a schema wherever it stands, and the words that name what is found there.

use openapiv3::{ReferenceOr, Schema};

use crate::pointer::At;

/// A schema as it stands somewhere: a reference or the schema itself. openapiv3 boxes some of them; this hides it.
#[derive(Clone, Copy, Debug)]
pub enum SchemaRef<'a> {
    /// The text of a `$ref`.
    Reference(&'a str),
    /// The schema.
    Item(&'a Schema),
}

impl<'a> From<&'a ReferenceOr<Schema>> for SchemaRef<'a> {
    fn from(schema: &'a ReferenceOr<Schema>) -> Self {
        match schema {
            ReferenceOr::Reference { reference } => Self::Reference(reference),
            ReferenceOr::Item(schema) => Self::Item(schema),
        }
    }
}

impl<'a> From<&'a ReferenceOr<Box<Schema>>> for SchemaRef<'a> {
    fn from(schema: &'a ReferenceOr<Box<Schema>>) -> Self {
        match schema {
            ReferenceOr::Reference { reference } => Self::Reference(reference),
            ReferenceOr::Item(schema) => Self::Item(schema),
        }
    }
}

/// A schema together with its place.
pub type SchemaAt<'a> = At<SchemaRef<'a>>;

/// The words that name an inline type: those of its owner, then its own. They come from where the schema is written
/// down, never from the order in which it is met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hint {
    words: Vec<String>,
}

impl Hint {
    /// A first word: a component's name, an operation's label.
    #[must_use]
    pub fn new(word: impl Into<String>) -> Self {
        Self { words: vec![word.into()] }
    }

    /// With one more word: a property's key, `Item`, `Value`, `Body`, ….
    #[must_use]
    pub fn join(&self, word: impl Into<String>) -> Self {
        let mut words = self.words.clone();
        words.push(word.into());
        Self { words }
    }

    /// The words, outermost first.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }
}
