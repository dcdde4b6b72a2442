//! Schemas become types: ids for all components first, then bodies, so that recursion needs no care.

use std::collections::BTreeMap;

use super::{Context, Hint, walk::SchemaAt};
use crate::{
    model::{Literal, TypeDef, TypeId, TypeRef, WireName},
    pointer::{At, Origin},
};

pub mod view;

pub use view::View;

/// The types made so far.
#[derive(Debug, Default)]
pub struct Types<'a> {
    defs: Vec<TypeDef>,
    access: Access,
    marker: std::marker::PhantomData<&'a ()>,
}

/// The properties that travel in one direction only.
pub type Access = BTreeMap<(TypeId, WireName), Direction>;

/// The one direction of a `readOnly` or `writeOnly` property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// `readOnly`: only received.
    Read,
    /// `writeOnly`: only sent.
    Write,
}

impl Types<'_> {
    /// The types, and which of their properties travel in one direction only.
    #[must_use]
    pub fn into_parts(self) -> (Vec<TypeDef>, Access) {
        (self.defs, self.access)
    }
}

/// Gives every component schema its type id.
pub fn declare(_cx: &mut Context<'_>) {}

/// Fills the bodies of all declared types.
pub fn fill(_cx: &mut Context<'_>) {}

/// Settles what needs all types: defaults that are variants, shapes of unions.
pub fn finish(_cx: &mut Context<'_>) {}

impl<'a> Context<'a> {
    /// The type of a schema wherever it stands. A schema that admits `null` gives [`TypeRef::Nullable`]; see
    /// [`split_nullable`]. An inline schema that needs a name gets it from where it is written down: `hint`.
    pub fn type_ref(&mut self, _schema: &SchemaAt<'a>, _hint: &Hint) -> TypeRef {
        TypeRef::Json
    }

    /// The schema as it really is: references followed, `allOf` merged, siblings included. `None` when it leads
    /// nowhere (diagnosed).
    pub fn view(&mut self, _schema: &SchemaAt<'a>, _hint: &Hint) -> Option<At<View<'a>>> {
        None
    }

    /// The type of a property of a [`View`].
    pub fn property_type(&mut self, _view: &At<View<'a>>, _wire: &str) -> Option<TypeRef> {
        None
    }

    /// `value` as a literal of this type, or a diagnostic at `origin` and `None`.
    pub fn literal(&mut self, _value: &serde_json::Value, _ty: &TypeRef, _origin: &Origin) -> Option<Literal> {
        None
    }
}

/// A type without its outer `null`, and whether it had one.
#[must_use]
pub fn split_nullable(ty: TypeRef) -> (TypeRef, bool) {
    match ty {
        TypeRef::Nullable(inner) => (*inner, true),
        other => (other, false),
    }
}
