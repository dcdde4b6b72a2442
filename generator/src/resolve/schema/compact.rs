//! Containers within containers: an alias where clippy would ask for one (`type_complexity`).

use super::Context;
use crate::{
    model::{Source, TypeId, TypeKind, TypeRef},
    pointer::Origin,
    resolve::{Hint, names},
};

/// Clippy's limit is 250; what stands around a field's type (`Option`, `Nullable`, a reference) has its share.
const LIMIT: usize = 230;

impl Context<'_> {
    /// `item`, under a name of its own when a container around it would be too deep to read.
    pub(super) fn compact(&mut self, item: TypeRef, origin: &Origin, hint: &Hint) -> TypeRef {
        if !matches!(item, TypeRef::List(_) | TypeRef::Map(_) | TypeRef::Tuple(_))
            || score(&TypeRef::Map(Box::new(item.clone())), 2) <= LIMIT
        {
            return item;
        }
        let source = Source { origin: origin.clone(), name: None };
        let id: TypeId = self.types.declare(names::type_name_of(hint), source);
        self.types.get_mut(id).kind = TypeKind::Alias(item);
        TypeRef::Named(id)
    }
}

/// Clippy's measure: each type counts ten times the depth at which it stands.
fn score(ty: &TypeRef, depth: usize) -> usize {
    let own = 10 * depth;
    match ty {
        TypeRef::Named(_) | TypeRef::Scalar(_) | TypeRef::External(_) | TypeRef::Json => own,
        TypeRef::List(inner) | TypeRef::Nullable(inner) => own + score(inner, depth + 1),
        TypeRef::Tuple(places) => own + places.iter().map(|place| score(place, depth + 1)).sum::<usize>(),
        TypeRef::Map(inner) => own + 10 * (depth + 1) + score(inner, depth + 1),
    }
}
