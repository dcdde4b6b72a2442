//! Two shapes of one type: one that is received, one that is sent, where `readOnly` and `writeOnly` make them differ.
//!
//! A type has two shapes when operations both send and receive it and it has such a property, or holds such a type in
//! both directions. The received one keeps the name, the sent one is called `…Input`. All others have one shape.

use std::collections::BTreeMap;

use super::{
    names,
    schema::{Access, InputNames},
    usage::is_both,
};
use crate::{
    model::{Api, Operation, RequiredArguments, Traits, TypeDef, TypeId, TypeKind, TypeRef, Usage},
    pointer::Origin,
};

/// What is sent and what is received become types of their own where they differ; `travel` and `access` follow.
pub(super) fn split(api: &mut Api, travel: &mut Vec<Usage>, access: &mut Access, input_names: &InputNames) {
    let differing = differing(api, travel, access);
    let mut copies: BTreeMap<TypeId, TypeId> = BTreeMap::new();
    for id in differing {
        copies.insert(id, TypeId(api.types.len() + copies.len()));
    }
    let mut sent: Vec<TypeDef> = Vec::with_capacity(copies.len());
    for id in copies.keys() {
        let Some(def) = api.types.get(id.0) else { return };
        sent.push(sent_shape(def, input_names.get(id).map(String::as_str), &copies));
    }
    let of_copies: Vec<_> = access
        .iter()
        .filter_map(|((id, wire), direction)| Some(((*copies.get(id)?, wire.clone()), *direction)))
        .collect();
    access.extend(of_copies);
    for id in copies.keys() {
        if let Some(usage) = travel.get_mut(id.0) {
            *usage = Usage { request: false, response: true };
        }
    }
    travel.extend(copies.iter().map(|_| Usage { request: true, response: false }));
    api.types.append(&mut sent);
    for operation in &mut api.operations {
        sent_by(operation, &mut |ty| redirect(ty, &copies));
    }
}

/// The types of which the two shapes differ, in order.
fn differing(api: &Api, travel: &[Usage], access: &Access) -> Vec<TypeId> {
    let both = |id: TypeId| travel.get(id.0).is_some_and(|usage| is_both(*usage));
    let mut differs: Vec<bool> = vec![false; api.types.len()];
    let mark = |id: TypeId, differs: &mut Vec<bool>| match differs.get_mut(id.0) {
        Some(mark) if both(id) => !std::mem::replace(mark, true),
        _ => false,
    };
    let mut changed = false;
    for (id, _) in access.keys() {
        changed |= mark(*id, &mut differs);
    }
    while std::mem::take(&mut changed) {
        for (index, def) in api.types.iter().enumerate() {
            let mut held = def.parts().into_iter().flat_map(TypeRef::named);
            let holds = held.any(|id| differs.get(id.0).copied().unwrap_or_default());
            changed |= holds && mark(TypeId(index), &mut differs);
        }
    }
    differs.iter().enumerate().filter(|(_, differs)| **differs).map(|(index, _)| TypeId(index)).collect()
}

fn sent_shape(def: &TypeDef, pinned: Option<&str>, copies: &BTreeMap<TypeId, TypeId>) -> TypeDef {
    let mut copy = def.clone();
    copy.name = match pinned {
        Some(name) => names::type_name(&[name]),
        None => names::type_name(&[def.name.as_str(), "Input"]),
    };
    copy.module = names::module_name(&[copy.name.as_str()]);
    copy.traits = Traits::default();
    copy.source.origin = pin_origin(&def.source.origin);
    if !copy.docs.is_empty() {
        let gap = if copy.docs.details.is_empty() { "" } else { "\n\n" };
        copy.docs.details.push_str(gap);
        copy.docs.details.push_str("The form that is sent.");
    }
    match &mut copy.kind {
        TypeKind::Struct(body) => {
            body.fields.iter_mut().for_each(|field| redirect(&mut field.ty, copies));
            body.additional.iter_mut().for_each(|additional| redirect(&mut additional.value, copies));
        }
        TypeKind::Union(body) => body.variants.iter_mut().for_each(|variant| redirect(&mut variant.ty, copies)),
        TypeKind::Alias(ty) => redirect(ty, copies),
        TypeKind::Enum(_) => {}
    }
    copy
}

/// What a sent shape is known by: the key that pins its name, at the schema.
pub(super) fn pin_origin(schema: &Origin) -> Origin {
    schema.join(super::schema::INPUT_NAME)
}

fn redirect(ty: &mut TypeRef, copies: &BTreeMap<TypeId, TypeId>) {
    match ty {
        TypeRef::Named(id) => *id = copies.get(id).copied().unwrap_or(*id),
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => redirect(inner, copies),
        TypeRef::Tuple(places) => places.iter_mut().for_each(|place| redirect(place, copies)),
        TypeRef::Scalar(_) | TypeRef::External(_) | TypeRef::Json => {}
    }
}

/// Every type that a call of the operation sends.
fn sent_by(operation: &mut Operation, visit: &mut dyn FnMut(&mut TypeRef)) {
    let required = match &mut operation.required {
        RequiredArguments::Positional(arguments) | RequiredArguments::Struct { arguments, .. } => arguments,
    };
    let arguments = operation.path_arguments.iter_mut().chain(required).chain(&mut operation.optional);
    arguments.for_each(|argument| visit(&mut argument.ty));
    if let Some(body) = &mut operation.body {
        body.kind.ty_mut().map(visit);
    }
}
