//! Traits that a type has beside those of all types. None depends on what is held: a new property must not take a trait
//! away from the types around it, so structs and unions have neither `Eq` nor `Hash`, which one number ends. (They cost
//! a tenth of an emitted crate's compile time, too.)

use crate::model::{Api, Traits, TypeKind};

/// Fills in [`TypeDef::traits`](crate::model::TypeDef::traits).
pub fn derive(api: &mut Api) {
    for def in &mut api.types {
        def.traits = of(&def.kind);
    }
}

fn of(kind: &TypeKind) -> Traits {
    let list = matches!(kind, TypeKind::Enum(_));
    Traits { eq: list, hash: list, copy: is_copy(kind), default: is_default(kind) }
}

/// A closed enum only: one new field or variant must not take `Copy` away.
fn is_copy(kind: &TypeKind) -> bool {
    matches!(kind, TypeKind::Enum(body) if !body.open)
}

/// A struct whose `new` takes no argument; aliases have what they stand for.
fn is_default(kind: &TypeKind) -> bool {
    matches!(kind, TypeKind::Struct(body) if body.new_arguments().is_empty())
}
