//! Files: what is `binary` in a form of several parts is a file, anywhere else a text.
//!
//! A type that is such a form and something else as well is two types: a file cannot stand in JSON.

use std::collections::{BTreeMap, BTreeSet};

use super::{names, schema::Access};
use crate::model::{Api, BodyKind, Scalar, TypeId, TypeKind, TypeRef};

/// Settles every `binary` of the API.
pub(super) fn settle(api: &mut Api, access: &mut Access) {
    let mut forms = Forms { elsewhere: elsewhere(api), made: BTreeMap::new(), access };
    for index in 0..api.operations.len() {
        let Some(mut ty) = api.operations.get(index).and_then(form).cloned() else { continue };
        forms.ty(api, &mut ty);
        if let Some(BodyKind::Multipart { ty: old, .. }) =
            api.operations.get_mut(index).and_then(|operation| operation.body.as_mut()).map(|body| &mut body.kind)
        {
            *old = ty;
        }
    }
    for def in &mut api.types {
        for_each_type(&mut def.kind, &mut |ty| replace(ty, Scalar::String));
    }
    for operation in &mut api.operations {
        operation.for_each_type(&mut |ty| replace(ty, Scalar::String));
    }
}

fn form(operation: &crate::model::Operation) -> Option<&TypeRef> {
    match &operation.body.as_ref()?.kind {
        BodyKind::Multipart { ty, .. } => Some(ty),
        _ => None,
    }
}

/// The types that something holds which is no form of several parts.
fn elsewhere(api: &Api) -> BTreeSet<TypeId> {
    let mut found = BTreeSet::new();
    for def in &api.types {
        found.extend(def.parts().into_iter().flat_map(TypeRef::named));
    }
    for operation in &api.operations {
        let form = form(operation);
        let rest = operation.types().filter(|ty| form.is_none_or(|form| !std::ptr::eq(*ty, form)));
        found.extend(rest.flat_map(TypeRef::named));
    }
    found
}

struct Forms<'a> {
    elsewhere: BTreeSet<TypeId>,
    /// The form that a type became.
    made: BTreeMap<TypeId, TypeId>,
    access: &'a mut Access,
}

impl Forms<'_> {
    fn ty(&mut self, api: &mut Api, ty: &mut TypeRef) {
        let TypeRef::Named(id) = ty else { return };
        if let Some(made) = self.made.get(id) {
            *id = *made;
            return;
        }
        if !holds_files(api, *id, &mut BTreeSet::new()) {
            return;
        }
        let form = if self.elsewhere.contains(id) { self.twin(api, *id) } else { *id };
        self.made.insert(*id, form);
        let mut kind = api.ty(form).kind.clone();
        match &mut kind {
            TypeKind::Struct(body) => body.fields.iter_mut().for_each(|field| replace(&mut field.ty, Scalar::File)),
            TypeKind::Union(body) => body.variants.iter_mut().for_each(|variant| self.ty(api, &mut variant.ty)),
            TypeKind::Alias(target) => self.ty(api, target),
            TypeKind::Enum(_) => {}
        }
        if let Some(def) = api.types.get_mut(form.0) {
            def.kind = kind;
        }
        *id = form;
    }

    /// A copy under a name of its own.
    fn twin(&mut self, api: &mut Api, id: TypeId) -> TypeId {
        let mut twin = api.ty(id).clone();
        twin.name = names::type_name(&[twin.name.as_str(), "Form"]);
        twin.module = names::module_name(&[twin.name.as_str()]);
        twin.source.name = None;
        api.types.push(twin);
        let new = TypeId(api.types.len() - 1);
        let own: Vec<_> =
            self.access.iter().filter(|((of, _), _)| *of == id).map(|((_, w), d)| (w.clone(), *d)).collect();
        self.access.extend(own.into_iter().map(|(wire, direction)| ((new, wire), direction)));
        new
    }
}

/// Whether a form of this type has a part that is a file.
fn holds_files(api: &Api, id: TypeId, seen: &mut BTreeSet<TypeId>) -> bool {
    if !seen.insert(id) {
        return false;
    }
    let mut inner = |ty: &TypeRef| ty.named().into_iter().any(|id| holds_files(api, id, seen));
    match &api.ty(id).kind {
        TypeKind::Struct(body) => body.fields.iter().any(|field| is_file(&field.ty)),
        TypeKind::Union(body) => body.variants.iter().any(|variant| inner(&variant.ty)),
        TypeKind::Alias(target) => inner(target),
        TypeKind::Enum(_) => false,
    }
}

fn is_file(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Scalar(scalar) => *scalar == Scalar::Binary,
        TypeRef::List(inner) | TypeRef::Nullable(inner) => is_file(inner),
        TypeRef::Map(_) | TypeRef::Tuple(_) | TypeRef::Named(_) | TypeRef::External(_) | TypeRef::Json => false,
    }
}

fn replace(ty: &mut TypeRef, by: Scalar) {
    match ty {
        TypeRef::Scalar(scalar) if *scalar == Scalar::Binary => *scalar = by,
        TypeRef::List(inner) | TypeRef::Nullable(inner) | TypeRef::Map(inner) => replace(inner, by),
        TypeRef::Tuple(places) => places.iter_mut().for_each(|place| replace(place, by)),
        TypeRef::Scalar(_) | TypeRef::Named(_) | TypeRef::External(_) | TypeRef::Json => {}
    }
}

fn for_each_type(kind: &mut TypeKind, visit: &mut dyn FnMut(&mut TypeRef)) {
    match kind {
        TypeKind::Struct(body) => {
            body.fields.iter_mut().for_each(|field| visit(&mut field.ty));
            body.additional.iter_mut().for_each(|additional| visit(&mut additional.value));
        }
        TypeKind::Union(body) => body.variants.iter_mut().for_each(|variant| visit(&mut variant.ty)),
        TypeKind::Alias(target) => visit(target),
        TypeKind::Enum(_) => {}
    }
}
