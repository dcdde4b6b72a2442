//! Directions: which types are sent, which are received, and what follows for fields.
//!
//! Two readings are kept apart. *Travel* is what operations do with a type; it decides what a field is: a type that is
//! only sent has no read-only fields, one that is only received no write-only ones and no difference between absent
//! and `null`; one that does both and has such fields is made two types before (`split`). In a type that no
//! operation uses, such a field is optional. *Usage* decides the serde impls: travel, and for
//! components that no operation reaches (bases of `allOf`, payloads of webhooks) both directions, with all they hold,
//! so that such a type is of use without the feature `serde-all`. So a component that nothing uses never changes a
//! field of a type that something uses.

use super::schema::{Access, Direction};
use crate::model::{Api, Field, Operation, Presence, Struct, TypeDef, TypeId, TypeKind, TypeRef, Usage};

/// Settles the fields that depend on what operations do with their types.
pub fn settle(api: &mut Api, travel: &[Usage], access: &Access) {
    for (index, def) in api.types.iter_mut().enumerate() {
        let Some(usage) = travel.get(index) else { continue };
        if let TypeKind::Struct(body) = &mut def.kind {
            settle_fields(body, *usage, |field| access.get(&(TypeId(index), field.wire.clone())).copied());
        }
    }
}

/// Whether a type travels both ways.
pub(super) fn is_both(usage: Usage) -> bool {
    usage == BOTH
}

/// Fills in [`TypeDef::usage`].
pub fn propagate(api: &mut Api, travel: &[Usage]) {
    let mut usage = travel.to_vec();
    let mut open = Vec::new();
    for (index, travels) in travel.iter().enumerate() {
        if !travels.request && !travels.response {
            open.push((TypeId(index), BOTH));
        }
    }
    // Fields that stand after all must be written and read with their owner.
    open.extend(travel.iter().enumerate().map(|(index, travels)| (TypeId(index), *travels)));
    open.extend(in_coded_tuples(&api.types).into_iter().map(|id| (id, BOTH)));
    spread(&api.types, &mut usage, open, |_, _| BOTH);
    for (def, usage) in api.types.iter_mut().zip(usage) {
        def.usage = usage;
    }
}

/// The types that stand in a tuple beside a value with a codec: one codec both reads and writes the whole tuple.
fn in_coded_tuples(types: &[TypeDef]) -> Vec<TypeId> {
    let mut found = Vec::new();
    for def in types {
        def.parts().into_iter().for_each(|ty| coded_tuples(types, ty, &mut found));
    }
    found
}

fn coded_tuples(types: &[TypeDef], ty: &TypeRef, found: &mut Vec<TypeId>) {
    match ty {
        TypeRef::Tuple(places) => {
            if places.iter().any(|place| has_codec(types, place, types.len())) {
                found.extend(ty.named());
            }
            places.iter().for_each(|place| coded_tuples(types, place, found));
        }
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => coded_tuples(types, inner, found),
        TypeRef::Named(_) | TypeRef::Scalar(_) | TypeRef::External(_) | TypeRef::Json => {}
    }
}

/// Whether serde's own impls do not say how a value of the type is written; `left` aliases are followed.
fn has_codec(types: &[TypeDef], ty: &TypeRef, left: usize) -> bool {
    match ty {
        TypeRef::Scalar(scalar) => scalar.row().codec.is_some(),
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => has_codec(types, inner, left),
        TypeRef::Tuple(places) => places.iter().any(|place| has_codec(types, place, left)),
        TypeRef::Named(id) => match (types.get(id.0).map(|def| &def.kind), left.checked_sub(1)) {
            (Some(TypeKind::Alias(target)), Some(left)) => has_codec(types, target, left),
            _ => false,
        },
        TypeRef::External(_) | TypeRef::Json => false,
    }
}

const BOTH: Usage = Usage { request: true, response: true };
const SENT: Usage = Usage { request: true, response: false };
const RECEIVED: Usage = Usage { request: false, response: true };

/// What operations do with each type.
pub fn travel(api: &Api, access: &Access) -> Vec<Usage> {
    let mut travel = vec![Usage::default(); api.types.len()];
    let mut open = Vec::new();
    for operation in &api.operations {
        roots(operation, &mut open);
    }
    let received = api.webhooks.iter().filter_map(|webhook| webhook.body.as_ref()).flat_map(TypeRef::named);
    open.extend(received.map(|id| (id, RECEIVED)));
    spread(&api.types, &mut travel, open, |owner, field| match access.get(&(owner, field.wire.clone())) {
        Some(Direction::Read) => RECEIVED,
        Some(Direction::Write) => SENT,
        None => BOTH,
    });
    travel
}

fn roots(operation: &Operation, open: &mut Vec<(TypeId, Usage)>) {
    open.extend(operation.sent().flat_map(TypeRef::named).map(|id| (id, SENT)));
    open.extend(operation.received().into_iter().flat_map(TypeRef::named).map(|id| (id, RECEIVED)));
}

/// Carries each direction on to all that a type holds, as far as `admits` lets a field take it.
fn spread(
    types: &[TypeDef],
    usage: &mut [Usage],
    mut open: Vec<(TypeId, Usage)>,
    admits: impl Fn(TypeId, &Field) -> Usage,
) {
    let mut done = vec![Usage::default(); types.len()];
    while let Some((id, more)) = open.pop() {
        let (Some(def), Some(done), Some(usage)) = (types.get(id.0), done.get_mut(id.0), usage.get_mut(id.0)) else {
            continue;
        };
        let new = Usage { request: more.request && !done.request, response: more.response && !done.response };
        if !new.request && !new.response {
            continue;
        }
        *done = either(*done, new);
        *usage = either(*usage, new);
        for_each_part(def, &mut |ty, field| {
            let admitted = field.map_or(BOTH, |field| admits(id, field));
            let on = Usage { request: new.request && admitted.request, response: new.response && admitted.response };
            open.extend(ty.named().into_iter().map(|id| (id, on)));
        });
    }
}

fn either(a: Usage, b: Usage) -> Usage {
    Usage { request: a.request || b.request, response: a.response || b.response }
}

/// All types that a type holds, with the field that holds it where it is one.
fn for_each_part(def: &TypeDef, visit: &mut dyn FnMut(&TypeRef, Option<&Field>)) {
    if let TypeKind::Struct(body) = &def.kind {
        body.fields.iter().for_each(|field| visit(&field.ty, Some(field)));
        body.additional.iter().for_each(|additional| visit(&additional.value, None));
    } else {
        def.parts().into_iter().for_each(|ty| visit(ty, None));
    }
}

fn settle_fields(body: &mut Struct, travels: Usage, direction: impl Fn(&Field) -> Option<Direction>) {
    let (sent_only, received_only) = (travels == SENT, travels == RECEIVED);
    body.fields.retain(|field| match direction(field) {
        Some(Direction::Read) => !sent_only,
        Some(Direction::Write) => !received_only,
        None => true,
    });
    for field in &mut body.fields {
        field.presence = match (field.presence, direction(field)) {
            (Presence::OptionalNullable, _) if received_only => Presence::Optional,
            (Presence::Required, Some(_)) if !sent_only && !received_only => Presence::Optional,
            (Presence::Nullable, Some(_)) if !sent_only && !received_only => Presence::OptionalNullable,
            (presence, _) => presence,
        };
    }
}
