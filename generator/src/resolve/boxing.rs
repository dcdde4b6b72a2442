//! Boxing: the fewest boxes that end every recursion by value, the same whatever the order of the spec.
//!
//! Lists and maps hold their items apart, and every object in a union is boxed anyway; what remains are fields. A
//! union that is a variant of itself is something else: a value of it could be read as that variant for ever, so the
//! variant goes.

use std::collections::{BTreeMap, BTreeSet};

use super::cycles;
use crate::{
    diagnostic::{Code, Diagnostics},
    model::{Api, TypeDef, TypeId, TypeKind, TypeRef},
};

/// Boxes what would contain itself.
pub fn box_recursions(api: &mut Api, diagnostics: &mut Diagnostics) {
    let order = by_place(&api.types);
    drop_self_variants(&mut api.types, &order, diagnostics);
    box_variants(&mut api.types, &order);
    let mut circles = Circles::of(&api.types);
    let mut fields = circles.fields(&api.types, &order);
    let whole = circles.clone();
    for (id, field) in &fields {
        if circles.hold(&api.types, *id, *field) {
            set_box(&mut api.types, *id, *field, true);
            circles.split(&api.types, *id);
        }
    }
    // A box that a later one made needless goes again.
    fields.reverse();
    for (id, field) in fields {
        if set_box(&mut api.types, id, field, false) && whole.lead_back(&api.types, id, field) {
            set_box(&mut api.types, id, field, true);
        }
    }
}

/// Which types contain each other by value.
#[derive(Clone)]
struct Circles {
    /// For each type a number, which two have in common that lead to each other.
    of: Vec<usize>,
    next: usize,
}

impl Circles {
    fn of(types: &[TypeDef]) -> Self {
        let edges: Vec<Vec<usize>> = types.iter().map(|def| holds(def).into_iter().map(|id| id.0).collect()).collect();
        Self { of: cycles::components(&edges), next: types.len() }
    }

    fn are_one(&self, a: TypeId, b: TypeId) -> bool {
        self.of.get(a.0).is_some_and(|own| self.of.get(b.0) == Some(own))
    }

    /// The fields that lie on a circle.
    fn fields(&self, types: &[TypeDef], order: &[TypeId]) -> Vec<(TypeId, usize)> {
        let all = order.iter().flat_map(|id| (0..field_count(types, *id)).map(|field| (*id, field)));
        all.filter(|(id, field)| self.hold(types, *id, *field)).collect()
    }

    /// Whether a field that is not boxed lies on a circle.
    fn hold(&self, types: &[TypeDef], id: TypeId, field: usize) -> bool {
        field_targets(types, id, field).into_iter().any(|target| self.are_one(target, id))
    }

    /// Works out again who of the circle of `id` still leads to each other, after a field of it was boxed.
    fn split(&mut self, types: &[TypeDef], id: TypeId) {
        let members: Vec<_> = (0..types.len()).filter(|index| self.are_one(TypeId(*index), id)).collect();
        let place: BTreeMap<_, _> = members.iter().enumerate().map(|(place, index)| (*index, place)).collect();
        let held = |index: &usize| types.get(*index).map(holds).unwrap_or_default();
        let edges = members.iter().map(|index| held(index).iter().filter_map(|id| place.get(&id.0).copied()).collect());
        let edges: Vec<Vec<usize>> = edges.collect();
        for (index, component) in members.iter().zip(cycles::components(&edges)) {
            if let Some(own) = self.of.get_mut(*index) {
                *own = self.next + component;
            }
        }
        self.next += members.len();
    }

    /// Whether a field leads back to its owner. Whoever does is of the owner's circle.
    fn lead_back(&self, types: &[TypeDef], id: TypeId, field: usize) -> bool {
        let targets = field_targets(types, id, field);
        targets.into_iter().any(|target| reaches(types, target, id, holds, |at| self.are_one(at, id)))
    }
}

/// Ids in an order that comes from the spec's names.
fn by_place(types: &[TypeDef]) -> Vec<TypeId> {
    let mut order: Vec<_> = types.iter().enumerate().map(|(index, def)| (&def.source.origin, TypeId(index))).collect();
    order.sort();
    order.into_iter().map(|(_, id)| id).collect()
}

fn field_count(types: &[TypeDef], id: TypeId) -> usize {
    match types.get(id.0).map(|def| &def.kind) {
        Some(TypeKind::Struct(body)) => body.fields.len(),
        _ => 0,
    }
}

/// The types that an unboxed field holds by value.
fn field_targets(types: &[TypeDef], id: TypeId, field: usize) -> Vec<TypeId> {
    match types.get(id.0).map(|def| &def.kind) {
        Some(TypeKind::Struct(body)) => {
            body.fields.get(field).filter(|field| !field.boxed).map(|field| by_value(&field.ty)).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// Boxes or unboxes a field; whether that changed it.
fn set_box(types: &mut [TypeDef], id: TypeId, field: usize, boxed: bool) -> bool {
    let Some(TypeKind::Struct(body)) = types.get_mut(id.0).map(|def| &mut def.kind) else { return false };
    let Some(field) = body.fields.get_mut(field) else { return false };
    std::mem::replace(&mut field.boxed, boxed) != boxed
}

/// The named types that stand in place.
fn by_value(ty: &TypeRef) -> Vec<TypeId> {
    match ty {
        TypeRef::Named(id) => vec![*id],
        TypeRef::Nullable(inner) => by_value(inner),
        TypeRef::Tuple(places) => places.iter().flat_map(by_value).collect(),
        TypeRef::List(_) | TypeRef::Map(_) | TypeRef::Scalar(_) | TypeRef::External(_) | TypeRef::Json => Vec::new(),
    }
}

/// The named type that a value of the type is as a whole.
fn whole(ty: &TypeRef) -> Option<TypeId> {
    match ty {
        TypeRef::Named(id) => Some(*id),
        TypeRef::Nullable(inner) => whole(inner),
        _ => None,
    }
}

/// What a type holds by value.
fn holds(def: &TypeDef) -> Vec<TypeId> {
    match &def.kind {
        TypeKind::Struct(body) => body.fields.iter().filter(|f| !f.boxed).flat_map(|f| by_value(&f.ty)).collect(),
        TypeKind::Union(body) => body.variants.iter().filter(|v| !v.boxed).flat_map(|v| by_value(&v.ty)).collect(),
        TypeKind::Alias(ty) => by_value(ty),
        TypeKind::Enum(_) => Vec::new(),
    }
}

/// What the same JSON value is read as next.
fn reads_as(def: &TypeDef) -> Vec<TypeId> {
    match &def.kind {
        TypeKind::Union(body) => body.variants.iter().filter_map(|v| whole(&v.ty)).collect(),
        TypeKind::Alias(ty) => whole(ty).into_iter().collect(),
        TypeKind::Struct(_) | TypeKind::Enum(_) => Vec::new(),
    }
}

/// Whether one type leads to another, by `next` and through types that `may_lead` there.
fn reaches(
    types: &[TypeDef],
    from: TypeId,
    to: TypeId,
    next: impl Fn(&TypeDef) -> Vec<TypeId>,
    may_lead: impl Fn(TypeId) -> bool,
) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(id) = open.pop() {
        if id == to {
            return true;
        }
        if may_lead(id) && seen.insert(id) {
            open.extend(types.get(id.0).map(&next).unwrap_or_default());
        }
    }
    false
}

/// Every variant that is an object is boxed, also behind an alias.
fn box_variants(types: &mut [TypeDef], order: &[TypeId]) {
    for id in order {
        let Some(TypeKind::Union(body)) = types.get(id.0).map(|def| &def.kind) else { continue };
        let boxed: Vec<bool> = body.variants.iter().map(|variant| is_struct(types, &variant.ty)).collect();
        let Some(TypeKind::Union(body)) = types.get_mut(id.0).map(|def| &mut def.kind) else { continue };
        for (variant, boxed) in body.variants.iter_mut().zip(boxed) {
            variant.boxed = boxed;
        }
    }
}

fn is_struct(types: &[TypeDef], ty: &TypeRef) -> bool {
    let mut next = whole(ty);
    for _ in 0..=types.len() {
        match next.and_then(|id| types.get(id.0)).map(|def| &def.kind) {
            Some(TypeKind::Struct(_)) => return true,
            Some(TypeKind::Alias(ty)) => next = whole(ty),
            _ => return false,
        }
    }
    false
}

fn drop_self_variants(types: &mut [TypeDef], order: &[TypeId], diagnostics: &mut Diagnostics) {
    for id in order.iter().copied() {
        let Some(TypeKind::Union(body)) = types.get(id.0).map(|def| &def.kind) else { continue };
        let circular = |ty: &TypeRef| whole(ty).is_some_and(|target| reaches(types, target, id, reads_as, |_| true));
        let keep: Vec<bool> = body.variants.iter().map(|variant| !circular(&variant.ty)).collect();
        if keep.iter().all(|keep| *keep) {
            continue;
        }
        let Some(def) = types.get_mut(id.0) else { continue };
        let message = "an alternative leads back to the list that it stands in; it is left out";
        diagnostics.report(Code::ReferenceCycle, def.source.origin.clone(), message);
        if let TypeKind::Union(body) = &mut def.kind {
            let mut keep = keep.into_iter();
            body.variants.retain(|_| keep.next().unwrap_or(true));
            if body.variants.is_empty() {
                def.kind = TypeKind::Alias(TypeRef::Json);
            }
        }
    }
}
