//! What a test asserts of a decoded answer.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use crate::{
    emit::{plan::Plan, sample::Samples},
    model::{Field, Operation, Output, Presence, TypeKind, TypeRef},
};

/// Assertions on `answer`, which came from `value`; empty when the operation gives nothing.
pub(super) fn emit(plan: &Plan<'_>, operation: &Operation, value: Option<&Value>) -> TokenStream {
    match (&operation.answer.output, value) {
        (Output::Text, _) => quote! { assert_eq!(answer, "text"); },
        (Output::Bytes, _) => quote! { assert_eq!(answer.as_ref(), b"bytes"); },
        (Output::ByStatus { name, variants }, _) => {
            let module = &plan.api.resource(operation.resource).module;
            let path: TokenStream = plan.crate_name().parse().unwrap_or_default();
            let variant = variants.first().map(|variant| &variant.name);
            quote! { assert!(matches!(answer, #path::resources::#module::op::#name::#variant(_))); }
        }
        (Output::Json(ty), Some(value)) => of_type(plan, ty, value),
        (Output::List(item), Some(Value::Array(items))) => {
            let count = proc_macro2::Literal::usize_unsuffixed(items.len());
            let first = items.first().map(|first| of_type(plan, item, first)).filter(|checks| !checks.is_empty());
            let first = first.map(|checks| quote! { let answer = &answer[0]; #checks });
            quote! { assert_eq!(answer.len(), #count); #first }
        }
        (Output::Optional(_), Some(_)) => quote! { assert!(answer.is_some()); },
        _ => TokenStream::new(),
    }
}

/// Of a struct the fields that can be compared at sight; of another type nothing beyond that it decoded.
fn of_type(plan: &Plan<'_>, ty: &TypeRef, value: &Value) -> TokenStream {
    let TypeRef::Named(id) = plan.rust().resolved(ty).clone() else { return TokenStream::new() };
    let TypeKind::Struct(object) = &plan.api.ty(id).kind else { return TokenStream::new() };
    let checks = object.fields.iter().filter_map(|field| of_field(plan, field, value.get(field.wire.as_str())?));
    quote! { #(#checks)* }
}

fn of_field(plan: &Plan<'_>, field: &Field, value: &Value) -> Option<TokenStream> {
    let rust = plan.rust();
    let name = &field.name;
    let is_plain = match rust.resolved(&field.ty) {
        TypeRef::Scalar(_) => true,
        TypeRef::Named(id) => matches!(plan.api.ty(*id).kind, TypeKind::Enum(_)),
        _ => false,
    };
    if !is_plain || field.boxed || field.deprecated {
        return None;
    }
    if value.is_null() {
        return (field.presence == Presence::Nullable).then(|| quote! { assert_eq!(answer.#name, None); });
    }
    let text = rust.is_text(&field.ty);
    let expected = Samples::new(rust).argument(&field.ty, value);
    Some(match (field.presence, value) {
        (Presence::Required, Value::Bool(true)) => quote! { assert!(answer.#name); },
        (Presence::Required, Value::Bool(false)) => quote! { assert!(!answer.#name); },
        (Presence::Required, _) => quote! { assert_eq!(answer.#name, #expected); },
        (Presence::Optional | Presence::Nullable, _) if text => {
            quote! { assert_eq!(answer.#name.as_deref(), Some(#expected)); }
        }
        (Presence::Optional | Presence::Nullable, _) => {
            let owned = Samples::new(rust).owned(&field.ty, value);
            quote! { assert_eq!(answer.#name, Some(#owned)); }
        }
        (Presence::OptionalNullable, _) => return None,
    })
}
