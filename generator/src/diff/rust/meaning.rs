//! An `Api` in other words: types called by the other side's names and aliases replaced by what they stand for, so that
//! the signatures of two sides can be compared as texts.

use super::pairs::Pairs;
use crate::model::{
    Api, Content, MethodName, ModuleName, Operation, OperationId, Output, RequiredArguments, ResourceId, TypeId,
    TypeKind, TypeName, TypeRef, signature,
};

/// The old side by the new one's names. What is not paired gets a name that no description can give.
#[must_use]
pub fn old_by_new_names(old: &Api, new: &Api, pairs: &Pairs) -> Api {
    let mut api = without_aliases(old);
    for (index, def) in api.types.iter_mut().enumerate() {
        match pairs.types.new_of(index) {
            Some(other) => def.name.clone_from(&new.ty(TypeId(other)).name),
            None => replace(&mut def.name, TypeName::new(format!("Gone__{index}")).ok()),
        }
    }
    for (index, operation) in api.operations.iter_mut().enumerate() {
        let other = pairs.operations.new_of(index).map(|other| new.operation(OperationId(other)));
        rename(operation, other, index);
    }
    for (index, resource) in api.resources.iter_mut().enumerate() {
        match pairs.resources.new_of(index).map(|other| new.resource(ResourceId(other))) {
            Some(other) => {
                resource.name.clone_from(&other.name);
                resource.module.clone_from(&other.module);
            }
            None => {
                replace(&mut resource.name, TypeName::new(format!("Gone__{index}")).ok());
                replace(&mut resource.module, ModuleName::new(format!("gone__{index}")).ok());
            }
        }
    }
    api.client.clone_from(&new.client);
    api
}

fn replace<T>(slot: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *slot = value;
    }
}

/// The names that an operation gives to types of its own, and its method's.
fn rename(operation: &mut Operation, other: Option<&Operation>, index: usize) {
    let gone = || TypeName::new(format!("Gone__{index}")).ok();
    match other {
        Some(other) => {
            operation.call.clone_from(&other.call);
            operation.name.clone_from(&other.name);
        }
        None => {
            replace(&mut operation.call, gone());
            replace(&mut operation.name, MethodName::new(format!("gone__{index}")).ok());
        }
    }
    // The name follows from the operation's own, so it tells nothing.
    if let RequiredArguments::Struct { name, .. } = &mut operation.required {
        let known = other.and_then(|other| match &other.required {
            RequiredArguments::Struct { name, .. } => Some(name.clone()),
            RequiredArguments::Positional(_) => None,
        });
        replace(name, known.or_else(gone));
    }
    if let Output::ByStatus { name, .. } = &mut operation.answer.output {
        let known = other.and_then(|other| match &other.answer.output {
            Output::ByStatus { name, .. } => Some(name.clone()),
            _ => None,
        });
        replace(name, known.or_else(gone));
    }
}

/// With what aliases stand for in their stead; their own declarations stay.
#[must_use]
pub fn without_aliases(api: &Api) -> Api {
    let mut out = api.clone();
    for def in &mut out.types {
        match &mut def.kind {
            TypeKind::Struct(object) => {
                object.fields.iter_mut().for_each(|field| expand(api, &mut field.ty));
                object.additional.iter_mut().for_each(|more| expand(api, &mut more.value));
            }
            TypeKind::Union(union) => union.variants.iter_mut().for_each(|variant| expand(api, &mut variant.ty)),
            TypeKind::Alias(target) => expand(api, target),
            TypeKind::Enum(_) => {}
        }
    }
    for operation in &mut out.operations {
        operation.for_each_type(&mut |ty| expand(api, ty));
        if let Output::ByStatus { variants, .. } = &mut operation.answer.output {
            for variant in variants {
                if let Content::Json(ty) = &mut variant.content {
                    expand(api, ty);
                }
            }
        }
    }
    out
}

fn expand(api: &Api, ty: &mut TypeRef) {
    let target = signature::unalias(api, ty);
    if target != ty {
        *ty = target.clone();
    }
    match ty {
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => expand(api, inner),
        TypeRef::Tuple(places) => places.iter_mut().for_each(|place| expand(api, place)),
        TypeRef::Named(_) | TypeRef::Scalar(_) | TypeRef::External(_) | TypeRef::Json => {}
    }
}
