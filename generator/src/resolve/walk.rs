//! Walking the document: a schema wherever it stands, and the words that name what is found there.

use std::rc::Rc;

use openapiv3::{AdditionalProperties, ReferenceOr, Schema, SchemaKind, Type};

use crate::pointer::{At, Origin};

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
pub struct Hint(Option<Rc<Word>>);

#[derive(Debug, PartialEq, Eq)]
struct Word {
    owner: Hint,
    word: String,
}

impl Hint {
    /// A first word: a component's name, an operation's label.
    #[must_use]
    pub fn new(word: impl Into<String>) -> Self {
        Self::default().join(word)
    }

    /// With one more word: a property's key, `Item`, `Value`, `Body`, ….
    #[must_use]
    pub fn join(&self, word: impl Into<String>) -> Self {
        Self(Some(Rc::new(Word { owner: self.clone(), word: word.into() })))
    }

    /// The words, outermost first.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        let all = std::iter::successors(self.0.as_deref(), |word| word.owner.0.as_deref());
        let mut words: Vec<_> = all.map(|word| word.word.as_str()).collect();
        words.reverse();
        words
    }
}

/// One step from a schema to one inside it: `token` is a keyword, the next of `tokens` its key or index. Gives the inner
/// schema, its place, and the word that names it under its owner.
pub fn step<'a>(
    schema: &'a Schema,
    origin: &Origin,
    token: &str,
    tokens: &mut std::slice::Iter<'_, String>,
) -> Option<(SchemaRef<'a>, Origin, Option<String>)> {
    let below = origin.join(token);
    match token {
        "properties" => {
            let key = tokens.next()?;
            let found = properties(schema)?.get(key)?;
            Some((SchemaRef::from(found), below.join(key), Some(key.clone())))
        }
        "items" => Some((SchemaRef::from(items(schema)?), below, Some("Item".to_owned()))),
        "additionalProperties" => match additional(schema)? {
            AdditionalProperties::Schema(inner) => Some((SchemaRef::from(&**inner), below, Some("Value".to_owned()))),
            AdditionalProperties::Any(_) => None,
        },
        "allOf" | "oneOf" | "anyOf" => {
            let index: usize = tokens.next()?.parse().ok()?;
            let found = list(schema, token)?.get(index)?;
            Some((SchemaRef::from(found), below.join(index), None))
        }
        _ => None,
    }
}

fn properties(schema: &Schema) -> Option<&indexmap::IndexMap<String, ReferenceOr<Box<Schema>>>> {
    match &schema.schema_kind {
        SchemaKind::Type(Type::Object(object)) => Some(&object.properties),
        SchemaKind::Any(any) => Some(&any.properties),
        _ => None,
    }
}

fn items(schema: &Schema) -> Option<&ReferenceOr<Box<Schema>>> {
    match &schema.schema_kind {
        SchemaKind::Type(Type::Array(array)) => array.items.as_ref(),
        SchemaKind::Any(any) => any.items.as_ref(),
        _ => None,
    }
}

fn additional(schema: &Schema) -> Option<&AdditionalProperties> {
    match &schema.schema_kind {
        SchemaKind::Type(Type::Object(object)) => object.additional_properties.as_ref(),
        SchemaKind::Any(any) => any.additional_properties.as_ref(),
        _ => None,
    }
}

fn list<'a>(schema: &'a Schema, keyword: &str) -> Option<&'a [ReferenceOr<Schema>]> {
    match (&schema.schema_kind, keyword) {
        (SchemaKind::AllOf { all_of }, "allOf") => Some(all_of),
        (SchemaKind::OneOf { one_of }, "oneOf") => Some(one_of),
        (SchemaKind::AnyOf { any_of }, "anyOf") => Some(any_of),
        (SchemaKind::Any(any), "allOf") => Some(&any.all_of),
        (SchemaKind::Any(any), "oneOf") => Some(&any.one_of),
        (SchemaKind::Any(any), "anyOf") => Some(&any.any_of),
        _ => None,
    }
}
