//! Which types of two sides are one.

use std::collections::BTreeSet;

use super::{Pairing, place};
use crate::model::{
    Api, Argument, Operation, OperationId, Output, OutputVariant, Struct, TypeDef, TypeId, TypeKind, TypeRef, Union,
};

/// Pairs them.
pub(super) fn pair(old: &Api, new: &Api, operations: &Pairing) -> Pairing {
    let mut walk = Walk {
        old,
        new,
        pairing: Pairing::new(old.types.len(), new.types.len()),
        open: Vec::new(),
        walked: BTreeSet::new(),
    };
    // A struct that is now another name for one is found by what it is used for.
    walk.by(|api, index| Some(format!("{} {}", api.ty(TypeId(index)).kind.word(), place(api, index)?)));
    for (index, operation) in old.operations.iter().enumerate() {
        if let Some(other) = operations.new_of(index) {
            walk.operations(operation, new.operation(OperationId(other)));
        }
    }
    walk.uses();
    // What is on neither side's paths any more: what holds the same is the same.
    let shapes = |api: &Api, pairing: &Pairing, is_old: bool| -> Vec<Option<String>> {
        let key = |id: TypeId| {
            let new = if is_old { pairing.new_of(id.0) } else { pairing.old_of(id.0).map(|_| id.0) };
            new.map_or("?".to_owned(), |new| new.to_string())
        };
        api.types.iter().map(|def| shape(def, &key)).collect()
    };
    let (of_old, of_new) = (shapes(old, &walk.pairing, true), shapes(new, &walk.pairing, false));
    let found = walk
        .pairing
        .pair_by(|index| of_old.get(index).cloned().flatten(), |index| of_new.get(index).cloned().flatten());
    walk.open.extend(found);
    walk.uses();
    walk.by(|api, index| Some(api.ty(TypeId(index)).name.to_string()));
    walk.uses();
    walk.pairing
}

struct Walk<'a> {
    old: &'a Api,
    new: &'a Api,
    pairing: Pairing,
    open: Vec<(usize, usize)>,
    walked: BTreeSet<(usize, usize)>,
}

impl Walk<'_> {
    fn by(&mut self, key: impl Fn(&Api, usize) -> Option<String>) {
        let found = self.pairing.pair_by(|index| key(self.old, index), |index| key(self.new, index));
        self.open.extend(found);
    }

    fn operations(&mut self, old: &Operation, new: &Operation) {
        for argument in old.arguments() {
            let same = |other: &&Argument| other.wire == argument.wire && other.location == argument.location;
            if let Some(other) = new.arguments().find(same) {
                self.use_of(&argument.ty, &other.ty);
            }
        }
        let body = |operation: &Operation| operation.body.as_ref().and_then(|body| body.kind.ty().cloned());
        if let (Some(a), Some(b)) = (body(old), body(new)) {
            self.use_of(&a, &b);
        }
        if let (Some(a), Some(b)) = (&old.answer.item, &new.answer.item) {
            self.use_of(a, b);
        }
        match (&old.answer.output, &new.answer.output) {
            (Output::ByStatus { variants: a, .. }, Output::ByStatus { variants: b, .. }) => {
                for variant in a {
                    let same = |other: &&OutputVariant| other.statuses == variant.statuses;
                    if let (Some(a), Some(b)) = (variant.content.ty(), b.iter().find(same).and_then(|v| v.content.ty()))
                    {
                        self.use_of(a, b);
                    }
                }
            }
            (a, b) => {
                if let (Some(a), Some(b)) = (value(a), value(b)) {
                    self.use_of(a, b);
                }
            }
        }
        for error in &old.errors {
            let other = new.errors.iter().find(|other| other.statuses == error.statuses);
            if let (Some(a), Some(b)) = (&error.ty, other.and_then(|other| other.ty.as_ref())) {
                self.use_of(a, b);
            }
        }
    }

    /// Walks what paired types hold.
    fn uses(&mut self) {
        while let Some((a, b)) = self.open.pop() {
            if !self.walked.insert((a, b)) {
                continue;
            }
            let (a, b) = (self.old.ty(TypeId(a)), self.new.ty(TypeId(b)));
            match (&a.kind, &b.kind) {
                (TypeKind::Struct(a), TypeKind::Struct(b)) => self.objects(a, b),
                (TypeKind::Union(a), TypeKind::Union(b)) => self.unions(a, b),
                (TypeKind::Alias(a), TypeKind::Alias(b)) => self.use_of(a, b),
                _ => {}
            }
        }
    }

    fn objects(&mut self, old: &Struct, new: &Struct) {
        for field in &old.fields {
            if let Some(other) = new.fields.iter().find(|other| other.wire == field.wire) {
                self.use_of(&field.ty, &other.ty);
            }
        }
        if let (Some(a), Some(b)) = (&old.additional, &new.additional) {
            self.use_of(&a.value, &b.value);
        }
    }

    fn unions(&mut self, old: &Union, new: &Union) {
        for variant in &old.variants {
            let same = new.variants.iter().find(|other| match variant.tags.first() {
                Some(tag) => other.tags.contains(tag),
                None => other.name == variant.name,
            });
            if let Some(other) = same {
                self.use_of(&variant.ty, &other.ty);
            }
        }
    }

    /// Two types in one place.
    fn use_of(&mut self, old: &TypeRef, new: &TypeRef) {
        match (old, new) {
            (TypeRef::Named(a), TypeRef::Named(b)) => self.named(*a, *b),
            (TypeRef::List(a), TypeRef::List(b))
            | (TypeRef::Map(a), TypeRef::Map(b))
            | (TypeRef::Nullable(a), TypeRef::Nullable(b)) => self.use_of(a, b),
            (TypeRef::Nullable(a), b) => self.use_of(a, b),
            (a, TypeRef::Nullable(b)) => self.use_of(a, b),
            (TypeRef::Tuple(a), TypeRef::Tuple(b)) => a.iter().zip(b).for_each(|(a, b)| self.use_of(a, b)),
            _ => {}
        }
    }

    fn named(&mut self, a: TypeId, b: TypeId) {
        if self.pairing.new_of(a.0) == Some(b.0) {
            return;
        }
        let (old, new) = (&self.old.ty(a).kind, &self.new.ty(b).kind);
        if old.word() == new.word() && self.pairing.pair(a.0, b.0) {
            self.open.push((a.0, b.0));
            return;
        }
        // An alias is another name: what it stands for is in the same place.
        match (old, new) {
            (TypeKind::Alias(target), kind) if kind.word() != "alias" => self.use_of(target, &TypeRef::Named(b)),
            (kind, TypeKind::Alias(target)) if kind.word() != "alias" => self.use_of(&TypeRef::Named(a), target),
            _ => {}
        }
    }
}

fn value(output: &Output) -> Option<&TypeRef> {
    match output {
        Output::Json(ty) | Output::List(ty) | Output::Optional(ty) => Some(ty),
        Output::Nothing | Output::Text | Output::Bytes | Output::ByStatus { .. } => None,
    }
}

/// What a type holds, by names on the wire; none where that says too little.
fn shape(def: &TypeDef, key: &dyn Fn(TypeId) -> String) -> Option<String> {
    let mut parts = match &def.kind {
        TypeKind::Struct(object) if object.fields.len() > 1 => {
            let field = |field: &crate::model::Field| {
                format!("{} {:?} {}", field.wire.as_str(), field.presence, of_use(&field.ty, key))
            };
            object.fields.iter().map(field).collect::<Vec<_>>()
        }
        TypeKind::Enum(list) if list.variants.len() > 1 => {
            list.variants.iter().map(|v| format!("{:?}", v.wire)).collect()
        }
        TypeKind::Union(union) if union.variants.len() > 1 => {
            union.variants.iter().map(|v| format!("{:?} {}", v.tags, of_use(&v.ty, key))).collect()
        }
        _ => return None,
    };
    parts.sort();
    let usage = def.usage;
    Some(format!("{} {usage:?} {}", def.kind.word(), parts.join(", ")))
}

fn of_use(ty: &TypeRef, key: &dyn Fn(TypeId) -> String) -> String {
    let named: Vec<_> = ty.named().into_iter().map(key).collect();
    match ty {
        TypeRef::Named(_) => named.join(""),
        TypeRef::List(inner) => format!("[{}]", of_use(inner, key)),
        TypeRef::Map(inner) => format!("{{{}}}", of_use(inner, key)),
        TypeRef::Nullable(inner) => format!("{}?", of_use(inner, key)),
        TypeRef::Tuple(places) => places.iter().map(|place| of_use(place, key)).collect::<Vec<_>>().join(" x "),
        TypeRef::Scalar(_) | TypeRef::External(_) | TypeRef::Json => format!("{ty:?}"),
    }
}
