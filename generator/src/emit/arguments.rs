//! Arguments: their types in a signature, and how they reach the request.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::Rust;
use crate::model::{Argument, Body, BodyKind, Location, ParameterStyle, TypeKind, TypeRef};

/// `limit: u32`.
#[must_use]
pub fn parameter(rust: &Rust<'_>, argument: &Argument) -> TokenStream {
    let (name, ty) = (&argument.name, &argument.ty);
    if argument.nullable {
        let ty = inner_ty(rust, ty, None);
        quote! { #name: Option<#ty> }
    } else {
        let ty = whole_ty(rust, ty);
        quote! { #name: #ty }
    }
}

/// The type of an argument that must be given.
fn whole_ty(rust: &Rust<'_>, ty: &TypeRef) -> TokenStream {
    match rust.resolved(ty) {
        TypeRef::Nullable(_) => inner_ty(rust, ty, None),
        _ => rust.argument_ty(ty),
    }
}

/// `body: &Connection`; `body: impl Into<Option<&'b Connection>>` where the spec does not require it.
#[must_use]
pub fn body_parameter(rust: &Rust<'_>, body: &Body) -> TokenStream {
    let BodyKind::Json { ty, .. } = &body.kind;
    if body.required {
        let ty = whole_ty(rust, ty);
        quote! { body: #ty }
    } else {
        let lifetime = quote! { 'b };
        let ty = inner_ty(rust, ty, Some(&lifetime));
        quote! { body: impl Into<Option<#ty>> }
    }
}

/// Whether [`body_parameter`] names the lifetime `'b`, which the method then declares.
#[must_use]
pub fn body_lifetime(rust: &Rust<'_>, body: &Body) -> bool {
    let BodyKind::Json { ty, .. } = &body.kind;
    !body.required && is_borrowed(rust, ty)
}

/// The type inside an `Option`: enums owned, since an `impl Into` would leave a plain `None` without a type, and
/// references with a lifetime where the place needs a named one.
#[must_use]
pub fn inner_ty(rust: &Rust<'_>, ty: &TypeRef, lifetime: Option<&TokenStream>) -> TokenStream {
    let resolved = rust.resolved(ty);
    let owned = rust.ty(ty);
    match resolved {
        TypeRef::Named(id) if matches!(rust.api.ty(*id).kind, TypeKind::Enum(_)) => owned,
        TypeRef::Scalar(scalar) if scalar.row().argument == Some("&str") => quote! { & #lifetime str },
        TypeRef::Scalar(scalar) if scalar.row().argument == Some("&[u8]") => quote! { & #lifetime [u8] },
        TypeRef::Scalar(_) => owned,
        TypeRef::List(item) if rust.is_text(item) => quote! { & #lifetime [& #lifetime str] },
        TypeRef::List(item) => {
            let item = rust.ty(item);
            quote! { & #lifetime [#item] }
        }
        TypeRef::Nullable(inner) => {
            let inner = inner_ty(rust, inner, lifetime);
            quote! { Option<#inner> }
        }
        TypeRef::Named(_) | TypeRef::Map(_) | TypeRef::Tuple(_) | TypeRef::External(_) | TypeRef::Json => {
            quote! { & #lifetime #owned }
        }
    }
}

/// `let color: types::Color = color.into();` for an argument that is taken as `impl Into`.
#[must_use]
pub fn conversion(rust: &Rust<'_>, argument: &Argument) -> Option<TokenStream> {
    let name = &argument.name;
    let owned = enum_ty(rust, &argument.ty).filter(|_| !argument.nullable)?;
    Some(quote! { let #name: #owned = #name.into(); })
}

/// The same for a body, and `let body: Option<u32> = body.into();` for one by value that may be missing.
#[must_use]
pub fn body_conversion(rust: &Rust<'_>, body: &Body) -> Option<TokenStream> {
    let BodyKind::Json { ty, .. } = &body.kind;
    if body.required {
        let owned = enum_ty(rust, ty)?;
        return Some(quote! { let body: #owned = body.into(); });
    }
    let owned = rust.ty(ty);
    (!is_borrowed(rust, ty)).then(|| quote! { let body: Option<#owned> = body.into(); })
}

fn enum_ty(rust: &Rust<'_>, ty: &TypeRef) -> Option<TokenStream> {
    match rust.resolved(ty) {
        TypeRef::Named(id) if matches!(rust.api.ty(*id).kind, TypeKind::Enum(_)) => Some(rust.ty(ty)),
        _ => None,
    }
}

/// `.query("limit", &limit)`, with `value` as the expression of the argument's value.
#[must_use]
pub fn put(rust: &Rust<'_>, argument: &Argument, value: &TokenStream) -> TokenStream {
    let wire = &argument.wire;
    let value = if !argument.nullable && is_borrowed(rust, &argument.ty) {
        value.clone()
    } else {
        quote! { &#value }
    };
    put_reference(argument, wire, &value)
}

/// The same for a field of the required arguments, which is owned.
#[must_use]
pub fn put_field(argument: &Argument, value: &TokenStream) -> TokenStream {
    put_reference(argument, &argument.wire, &quote! { &#value })
}

fn put_reference(argument: &Argument, wire: &crate::model::WireName, value: &TokenStream) -> TokenStream {
    match (argument.location, argument.style) {
        (Location::Path, _) => quote! { .path(#value) },
        (Location::Query, ParameterStyle::FormComma | ParameterStyle::Simple) => quote! { .query_comma(#wire, #value) },
        (Location::Query, ParameterStyle::FormExplode) => quote! { .query(#wire, #value) },
        (Location::Header, _) => quote! { .header(#wire, #value) },
        (Location::Cookie, _) => quote! { .cookie(#wire, #value) },
    }
}

/// `.json(body)`.
#[must_use]
pub fn put_body(rust: &Rust<'_>, body: &Body) -> TokenStream {
    let BodyKind::Json { media_type, ty } = &body.kind;
    let plain = media_type == "application/json";
    match (body.required, is_borrowed(rust, ty), plain) {
        (true, true, true) => quote! { .json(body) },
        (true, false, true) => quote! { .json(&body) },
        (true, true, false) => quote! { .json_as(#media_type, body) },
        (true, false, false) => quote! { .json_as(#media_type, &body) },
        (false, true, true) => quote! { .json_opt(body.into()) },
        (false, false, true) => quote! { .json_opt(body.as_ref()) },
        (false, true, false) => quote! { .json_opt_as(#media_type, body.into()) },
        (false, false, false) => quote! { .json_opt_as(#media_type, body.as_ref()) },
    }
}

/// Whether an argument of the type is a reference.
#[must_use]
pub fn is_borrowed(rust: &Rust<'_>, ty: &TypeRef) -> bool {
    match rust.resolved(ty) {
        TypeRef::Scalar(scalar) => scalar.row().argument.is_some(),
        TypeRef::Named(id) => !matches!(rust.api.ty(*id).kind, TypeKind::Enum(_)),
        TypeRef::List(_) | TypeRef::Map(_) | TypeRef::Tuple(_) | TypeRef::External(_) | TypeRef::Json => true,
        TypeRef::Nullable(_) => false,
    }
}
