//! Who writes the property that tells the variants of a union apart, once it is known which fields payloads have.

use crate::model::{Presence, TagBy, Tagging, TypeDef, TypeId, TypeKind, TypeRef, WireName};

/// How many aliases are followed.
const DEPTH: usize = 64;

/// Fills in `tag_by` where the payload is an object: one that may leave the property out, or that has lost it since it
/// travels in the other direction only, leaves it to the union.
pub fn settle(types: &mut [TypeDef]) {
    for index in 0..types.len() {
        let Some(TypeKind::Union(body)) = types.get(index).map(|def| &def.kind) else { continue };
        let Tagging::Property(property) = &body.tagging else { continue };
        let tags: Vec<_> = body.variants.iter().map(|variant| tag_by(types, &variant.ty, property)).collect();
        let Some(TypeKind::Union(body)) = types.get_mut(index).map(|def| &mut def.kind) else { continue };
        for (variant, tag_by) in body.variants.iter_mut().zip(tags) {
            variant.tag_by = tag_by.unwrap_or(variant.tag_by);
        }
    }
}

fn tag_by(types: &[TypeDef], ty: &TypeRef, property: &WireName) -> Option<TagBy> {
    let TypeKind::Struct(body) = &types.get(unaliased(types, ty)?.0)?.kind else { return None };
    let field = body.fields.iter().find(|field| field.wire == *property);
    Some(match field.map(|field| field.presence) {
        Some(Presence::Required) => TagBy::Payload,
        Some(Presence::Optional | Presence::Nullable | Presence::OptionalNullable) => TagBy::Either,
        None => TagBy::Union,
    })
}

fn unaliased(types: &[TypeDef], ty: &TypeRef) -> Option<TypeId> {
    let mut next = ty;
    for _ in 0..DEPTH {
        let TypeRef::Named(id) = next else { return None };
        match &types.get(id.0)?.kind {
            TypeKind::Alias(target) => next = target,
            _ => return Some(*id),
        }
    }
    None
}
