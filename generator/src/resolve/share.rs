//! Inline schemas that say the same: one of them is the type, the others are further names of it.
//!
//! Large descriptions repeat an object or a list of values wherever it occurs (GitHub's `user` stands inline in hundreds
//! of places), and each copy costs the compiler as much as the first. Two inline types are one when they stand under the
//! same property and are equal in all that is emitted of their inside: wire names, types, presence, constraints,
//! documentation, in any order; what they hold is compared the same way, through circles too. What the description says of the whole
//! stays with each name.
//!
//! Every place keeps the name that it has alone, so nothing is renamed when a copy is added, changed or removed: an
//! alias becomes a type of its own, or the other way round. The type itself bears the shortest name, among those the
//! first in the alphabet. Components are never shared: there the description itself chose between one and two.

use std::collections::BTreeMap;

use super::names::{Kind, Pins};
use crate::model::{Api, Field, Literal, Source, Struct, TypeDef, TypeId, TypeKind, TypeRef, Usage};

/// Makes aliases of repeated inline types. Names are final, and so is all that the types hold.
pub(super) fn share(api: &mut Api, pins: &Pins) {
    let classes = classes(&api.types, pins);
    let mut firsts: BTreeMap<usize, TypeId> = BTreeMap::new();
    let key = |id: TypeId| api.types.get(id.0).map(|def| (def.name.as_str().len(), &def.name));
    for (index, class) in classes.iter().enumerate() {
        let first = firsts.entry(*class).or_insert(TypeId(index));
        if key(TypeId(index)) < key(*first) {
            *first = TypeId(index);
        }
    }
    for (index, class) in classes.iter().enumerate() {
        let Some(first) = firsts.get(class).copied().filter(|first| first.0 != index) else { continue };
        let Some(def) = api.types.get_mut(index) else { continue };
        def.kind = TypeKind::Alias(TypeRef::Named(first));
        def.twin = true;
        let usage = def.usage;
        if let Some(first) = api.types.get_mut(first.0) {
            first.usage = either(first.usage, usage);
        }
    }
}

fn either(a: Usage, b: Usage) -> Usage {
    Usage { request: a.request || b.request, response: a.response || b.response }
}

/// A class for each type; equal types have the same. Classes are split until nothing tells two members apart.
fn classes(types: &[TypeDef], pins: &Pins) -> Vec<usize> {
    let shapes: Vec<Option<String>> = types.iter().map(|def| shape(def, pins)).collect();
    let held: Vec<Vec<TypeId>> = types.iter().map(held).collect();
    let mut classes = numbered(shapes.iter().enumerate().map(|(index, shape)| match shape {
        Some(shape) => (Some(shape.as_str()), 0),
        None => (None, index),
    }));
    let mut count = 0;
    loop {
        let next = numbered(classes.iter().zip(&held).map(|(class, held)| {
            let held: Vec<_> = held.iter().filter_map(|id| classes.get(id.0).copied()).collect();
            (*class, held)
        }));
        let found = next.iter().max().map_or(0, |last| last + 1);
        classes = next;
        if std::mem::replace(&mut count, found) == found {
            return classes;
        }
    }
}

/// Equal keys get equal numbers, in the order in which they come first.
fn numbered<K: Ord>(keys: impl Iterator<Item = K>) -> Vec<usize> {
    let mut numbers = BTreeMap::new();
    keys.map(|key| {
        let next = numbers.len();
        *numbers.entry(key).or_insert(next)
    })
    .collect()
}

/// The types that one holds, those of its defaults too. The order of properties says nothing.
fn held(def: &TypeDef) -> Vec<TypeId> {
    let TypeKind::Struct(Struct { fields, additional }) = &def.kind else {
        return def.parts().into_iter().flat_map(TypeRef::named).collect();
    };
    let mut held = Vec::new();
    for field in sorted(fields) {
        held.extend(field.ty.named());
        field.default.iter().for_each(|default| variants(default, &mut held));
    }
    held.extend(additional.iter().flat_map(|additional| additional.value.named()));
    held
}

fn sorted(fields: &[Field]) -> Vec<&Field> {
    let mut fields: Vec<_> = fields.iter().collect();
    fields.sort_by(|a, b| a.wire.cmp(&b.wire));
    fields
}

fn variants(literal: &Literal, found: &mut Vec<TypeId>) {
    match literal {
        Literal::Variant(id, _) => found.push(*id),
        Literal::List(items) => items.iter().for_each(|item| variants(item, found)),
        Literal::Map(entries) => entries.iter().for_each(|(_, value)| variants(value, found)),
        _ => {}
    }
}

/// All that is emitted of a type's inside but the types that it names, as text; none: it is not shared.
fn shape(def: &TypeDef, pins: &Pins) -> Option<String> {
    let inline = def.source.name.is_none() && !pins.contains(Kind::Type, &def.source.origin);
    if !inline || matches!(def.kind, TypeKind::Alias(_)) {
        return None;
    }
    let own = property(&def.source)?;
    let mut kind = def.kind.clone();
    match &mut kind {
        TypeKind::Struct(body) => {
            body.fields.sort_by(|a, b| a.wire.cmp(&b.wire));
            for field in &mut body.fields {
                field.source = Source::default();
                nameless(&mut field.ty);
                field.default.as_mut().map(nameless_literal);
            }
            body.additional.iter_mut().for_each(|additional| nameless(&mut additional.value));
        }
        TypeKind::Union(body) => body.variants.iter_mut().for_each(|variant| nameless(&mut variant.ty)),
        TypeKind::Enum(_) | TypeKind::Alias(_) => {}
    }
    serde_json::to_string(&(own, &def.derives, def.traits, kind)).ok()
}

/// The property that a schema stands under, with what leads from there to the schema.
fn property(source: &Source) -> Option<&[String]> {
    let tokens = source.origin.pointer.tokens();
    let at = tokens.iter().rposition(|token| token == "properties")?;
    tokens.get(at + 1..).filter(|own| !own.is_empty())
}

fn nameless(ty: &mut TypeRef) {
    match ty {
        TypeRef::Named(id) => *id = TypeId(0),
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => nameless(inner),
        TypeRef::Tuple(places) => places.iter_mut().for_each(nameless),
        TypeRef::Scalar(_) | TypeRef::External(_) | TypeRef::Json => {}
    }
}

fn nameless_literal(literal: &mut Literal) {
    match literal {
        Literal::Variant(id, _) => *id = TypeId(0),
        Literal::List(items) => items.iter_mut().for_each(nameless_literal),
        Literal::Map(entries) => entries.iter_mut().for_each(|(_, value)| nameless_literal(value)),
        _ => {}
    }
}
