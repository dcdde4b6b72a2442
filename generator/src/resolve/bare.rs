//! Values outside an object: a parameter's text, and a JSON document that is a scalar, or a list or map of them.
//!
//! The tables of objects and unions say how each member is written and read. Outside of them a type's own impls do, so
//! it must be one whose impls say what the wire says; where they do not, the value is given as text.

use super::{Context, schema::split_nullable};
use crate::{
    diagnostic::Code,
    model::{Scalar, TypeId, TypeKind, TypeRef},
    pointer::Origin,
};

/// How many aliases are followed.
const DEPTH: usize = 64;

const TEXT: TypeRef = TypeRef::Scalar(Scalar::String);

/// A type that can be the text of a parameter: what is untyped, lenient or base64 is given as it shall be sent.
pub(super) fn of_text(cx: &Context<'_>, ty: TypeRef) -> TypeRef {
    let at_most = |ty: TypeRef| if is_text(cx, &ty, DEPTH) { ty } else { TEXT };
    match expanded(cx, ty, |ty| is_text(cx, ty, DEPTH)) {
        TypeRef::List(item) => TypeRef::List(Box::new(of_text(cx, split_nullable(*item).0))),
        TypeRef::Nullable(inner) => TypeRef::Nullable(Box::new(of_text(cx, *inner))),
        other => at_most(other),
    }
}

fn is_text(cx: &Context<'_>, ty: &TypeRef, left: usize) -> bool {
    match ty {
        TypeRef::Scalar(Scalar::LenientString | Scalar::Base64)
        | TypeRef::Json
        | TypeRef::Map(_)
        | TypeRef::Tuple(_) => false,
        TypeRef::Scalar(_) => true,
        TypeRef::List(item) => !matches!(**item, TypeRef::Nullable(_) | TypeRef::List(_)) && is_text(cx, item, left),
        TypeRef::Nullable(inner) => is_text(cx, inner, left),
        TypeRef::Named(id) => match (&cx.types.get(*id).kind, left.checked_sub(1)) {
            (TypeKind::Enum(_), _) => true,
            (TypeKind::Alias(target), Some(left)) => is_text(cx, target, left),
            _ => false,
        },
    }
}

/// The type of a JSON document. A scalar that is read and written by a codec is text there, which is said at `origin`.
pub(super) fn of_json(cx: &mut Context<'_>, ty: TypeRef, origin: &Origin) -> TypeRef {
    let Some(scalar) = codec(cx, &ty, DEPTH) else { return ty };
    let format = scalar.row().selects.first().map_or("x-sdk-lenient", |(_, format)| *format);
    let message = format!("a `{format}` stands here outside any object; it is given as the text that is sent");
    cx.diagnostics.report(Code::ScalarText, origin.clone(), message);
    as_text(cx, ty)
}

/// The first scalar with a codec that a document of this type holds outside any object.
fn codec(cx: &Context<'_>, ty: &TypeRef, left: usize) -> Option<Scalar> {
    match ty {
        TypeRef::Scalar(scalar) => Some(*scalar).filter(|scalar| scalar.row().codec.is_some()),
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => codec(cx, inner, left),
        TypeRef::Tuple(places) => places.iter().find_map(|place| codec(cx, place, left)),
        TypeRef::Named(id) => codec(cx, alias(cx, *id)?, left.checked_sub(1)?),
        TypeRef::Json => None,
    }
}

fn as_text(cx: &Context<'_>, ty: TypeRef) -> TypeRef {
    match expanded(cx, ty, |ty| codec(cx, ty, DEPTH).is_none()) {
        TypeRef::Scalar(scalar) if scalar.row().codec.is_some() => TEXT,
        TypeRef::List(item) => TypeRef::List(Box::new(as_text(cx, *item))),
        TypeRef::Map(value) => TypeRef::Map(Box::new(as_text(cx, *value))),
        TypeRef::Tuple(places) => TypeRef::Tuple(places.into_iter().map(|place| as_text(cx, place)).collect()),
        TypeRef::Nullable(inner) => TypeRef::Nullable(Box::new(as_text(cx, *inner))),
        other => other,
    }
}

/// What an alias stands for, until `is_fine` says that its name can stay.
fn expanded(cx: &Context<'_>, ty: TypeRef, is_fine: impl Fn(&TypeRef) -> bool) -> TypeRef {
    let mut ty = ty;
    for _ in 0..DEPTH {
        match &ty {
            TypeRef::Named(id) if !is_fine(&ty) => match alias(cx, *id) {
                Some(target) => ty = target.clone(),
                None => break,
            },
            _ => break,
        }
    }
    ty
}

fn alias<'c>(cx: &'c Context<'_>, id: TypeId) -> Option<&'c TypeRef> {
    match &cx.types.get(id).kind {
        TypeKind::Alias(target) => Some(target),
        _ => None,
    }
}
