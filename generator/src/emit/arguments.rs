//! Arguments: their types in a signature, and how they reach the request.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::tokens::{Rust, ident};
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
    let choice = body.kind.is_of_any_type().then(|| quote! { media_type: &str, });
    match (body.kind.ty(), body.required) {
        (None, true) => quote! { #choice body: impl Into<runtime::Bytes> },
        (None, false) => quote! { #choice body: impl Into<Option<runtime::Bytes>> },
        (Some(ty), true) => {
            let ty = whole_ty(rust, ty);
            quote! { body: #ty }
        }
        (Some(ty), false) => {
            let lifetime = quote! { 'b };
            let ty = inner_ty(rust, ty, Some(&lifetime));
            quote! { body: impl Into<Option<#ty>> }
        }
    }
}

/// Whether [`body_parameter`] names the lifetime `'b`, which the method then declares.
#[must_use]
pub fn body_lifetime(rust: &Rust<'_>, body: &Body) -> bool {
    !body.required && body.kind.ty().is_some_and(|ty| is_borrowed(rust, ty))
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
    let ty = body.kind.ty()?;
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
    let name = (argument.location != Location::Path).then(|| quote! { #wire, });
    let style = ident(argument.style.runtime_name());
    if argument.fields {
        let put = located(argument.location, "fields");
        return quote! { .#put(#name runtime::Style::#style, #value) };
    }
    match (argument.location, argument.style) {
        (Location::Path, ParameterStyle::Simple) => quote! { .path(#value) },
        (Location::Query, ParameterStyle::FormComma) => quote! { .query_comma(#wire, #value) },
        (Location::Query, ParameterStyle::FormExplode) => quote! { .query(#wire, #value) },
        (Location::Header, ParameterStyle::Simple) => quote! { .header(#wire, #value) },
        (Location::Cookie, ParameterStyle::FormComma) => quote! { .cookie(#wire, #value) },
        (location, _) => {
            let put = located(location, "styled");
            quote! { .#put(#name runtime::Style::#style, #value) }
        }
    }
}

/// `query_styled`.
fn located(location: Location, how: &str) -> Ident {
    let place = match location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    };
    ident(&format!("{place}_{how}"))
}

/// `.json(body)`.
#[must_use]
pub fn put_body(rust: &Rust<'_>, body: &Body) -> TokenStream {
    let value = match body.kind.ty() {
        Some(ty) => match (body.required, is_borrowed(rust, ty)) {
            (true, true) => quote! { body },
            (true, false) => quote! { &body },
            (false, true) => quote! { body.into() },
            (false, false) => quote! { body.as_ref() },
        },
        None if body.required => quote! { body },
        None => quote! { body.into() },
    };
    let put = |name: &str, suffix: &str| {
        let opt = if body.required { "" } else { "_opt" };
        ident(&format!("{name}{opt}{suffix}"))
    };
    match &body.kind {
        BodyKind::Json { media_type, .. } if media_type == "application/json" => {
            let put = put("json", "");
            quote! { .#put(#value) }
        }
        BodyKind::Json { media_type, .. } => {
            let put = put("json", "_as");
            quote! { .#put(#media_type, #value) }
        }
        BodyKind::Form { styles, .. } if styles.is_empty() => {
            let put = put("form", "");
            quote! { .#put(#value) }
        }
        BodyKind::Form { styles, .. } => {
            let put = if body.required { "form_styled" } else { "form_styled_opt" };
            let put = ident(put);
            let styles = styles.iter().map(|(name, style)| {
                let style = ident(style.runtime_name());
                quote! { (#name, runtime::Style::#style) }
            });
            quote! { .#put(&[#(#styles),*], #value) }
        }
        BodyKind::Multipart { media_types, .. } if media_types.is_empty() => {
            let put = put("multipart", "");
            quote! { .#put(#value) }
        }
        BodyKind::Multipart { media_types, .. } => {
            let put = put("multipart", "_as");
            let types = media_types.iter().map(|(name, media_type)| quote! { (#name, #media_type) });
            quote! { .#put(&[#(#types),*], #value) }
        }
        BodyKind::Text { media_type } => {
            let put = put("text", "");
            quote! { .#put(#media_type, #value) }
        }
        BodyKind::Bytes { media_types } => {
            let put = put("payload", "");
            let media_type = match media_types.as_slice() {
                [media_type] if !body.kind.is_of_any_type() => quote! { #media_type },
                _ => quote! { media_type },
            };
            quote! { .#put(#media_type, #value) }
        }
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
