//! Traits that hold for a type with all it contains.

use crate::model::{Api, Struct, Traits, TypeDef, TypeKind, TypeRef};

/// Fills in [`TypeDef::traits`]. Assumes each trait until something held lacks it, so recursion needs no care.
pub fn derive(api: &mut Api) {
    for def in &mut api.types {
        def.traits = Traits { eq: true, hash: true, copy: is_copy(&def.kind), default: is_default(&def.kind) };
    }
    loop {
        let next: Vec<Traits> = api.types.iter().map(|def| narrowed(&api.types, def)).collect();
        let mut changed = false;
        for (def, next) in api.types.iter_mut().zip(next) {
            changed |= def.traits != next;
            def.traits = next;
        }
        if !changed {
            return;
        }
    }
}

/// A closed enum only: one new field or variant must not take `Copy` away.
fn is_copy(kind: &TypeKind) -> bool {
    matches!(kind, TypeKind::Enum(body) if !body.open)
}

/// A struct whose `new` takes no argument; aliases have what they stand for.
fn is_default(kind: &TypeKind) -> bool {
    matches!(kind, TypeKind::Struct(body) if body.new_arguments().is_empty())
}

fn narrowed(types: &[TypeDef], def: &TypeDef) -> Traits {
    let mut traits = def.traits;
    let mut hold = |ty: &TypeRef| {
        let (eq, hash) = equality(types, ty);
        traits.eq &= eq;
        traits.hash &= hash;
    };
    match &def.kind {
        TypeKind::Struct(body) => hold_struct(body, &mut hold),
        TypeKind::Union(body) => body.variants.iter().for_each(|variant| hold(&variant.ty)),
        TypeKind::Alias(ty) => hold(ty),
        TypeKind::Enum(_) => {}
    }
    traits
}

fn hold_struct(body: &Struct, hold: &mut dyn FnMut(&TypeRef)) {
    body.fields.iter().for_each(|field| hold(&field.ty));
    body.additional.iter().for_each(|additional| hold(&additional.value));
}

/// Whether `Eq` and `Hash` hold for a use of a type.
fn equality(types: &[TypeDef], ty: &TypeRef) -> (bool, bool) {
    match ty {
        TypeRef::Named(id) => types.get(id.0).map_or((true, true), |def| (def.traits.eq, def.traits.hash)),
        TypeRef::Scalar(scalar) => (scalar.row().eq, scalar.row().hash),
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => equality(types, inner),
        TypeRef::Tuple(places) => {
            places.iter().map(|place| equality(types, place)).fold((true, true), |(a, b), (c, d)| (a && c, b && d))
        }
        TypeRef::Json => (true, true),
    }
}
