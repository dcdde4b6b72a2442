//! The small pieces every emitter needs: identifiers, doc attributes, types, literals.
//!
//! The only place where text of the spec becomes tokens: as literals, and as names that were checked when made.

use std::iter;

use proc_macro2::{Ident, Literal as Token, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote};

use super::wrap::wrap;
use crate::model::{
    Api, FieldName, Literal, MethodName, ModuleName, RustPath, Scalar, TypeKind, TypeName, TypeRef, VariantName,
    WireName, name::is_identifier,
};

/// The identifier for a checked name. A text that is no identifier (our bug) gives one that the compiler refuses to
/// resolve instead of a panic.
#[must_use]
pub fn ident(name: &str) -> Ident {
    Ident::new(if is_identifier(name) { name } else { "__not_an_identifier" }, Span::call_site())
}

macro_rules! names_as_tokens {
    ($($name:ident)*) => { $(
        impl ToTokens for $name {
            fn to_tokens(&self, tokens: &mut TokenStream) {
                tokens.append(ident(self.as_str()));
            }
        }
    )* };
}

names_as_tokens! { TypeName VariantName FieldName MethodName ModuleName }

impl ToTokens for WireName {
    /// A string literal.
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(Token::string(self.as_str()));
    }
}

/// Outer documentation, one attribute a line, so that no text can end it. `print` turns the attributes into `///`
/// lines where that is safe.
#[must_use]
pub fn docs<'a>(lines: impl IntoIterator<Item = &'a str>) -> TokenStream {
    let lines = doc_lines(lines);
    quote! { #(#[doc = #lines])* }
}

/// Documentation of the enclosing item: `//!`.
#[must_use]
pub fn inner_docs<'a>(lines: impl IntoIterator<Item = &'a str>) -> TokenStream {
    let lines = doc_lines(lines);
    quote! { #(#![doc = #lines])* }
}

fn doc_lines<'a>(lines: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let lines = wrap(lines.into_iter().flat_map(|text| text.split('\n')));
    lines.into_iter().map(|line| if line.is_empty() { line } else { format!(" {line}") }).collect()
}

/// How named types are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// `Connection`: the file imports it.
    Bare,
    /// `types::Connection`: the file imports the module.
    InTypes,
}

/// Writes Rust types for one emitted file.
#[derive(Clone, Copy, Debug)]
pub struct Rust<'a> {
    /// What ids refer to.
    pub api: &'a Api,
    /// The module that the crate is mounted as; none: it is the crate itself.
    pub mount: Option<&'a str>,
    /// How named types are written.
    pub named: Named,
}

impl<'a> Rust<'a> {
    /// For a file that imports the named types it uses.
    #[must_use]
    pub const fn bare(api: &'a Api, mount: Option<&'a str>) -> Self {
        Self { api, mount, named: Named::Bare }
    }

    /// For a file that imports the module `types`.
    #[must_use]
    pub const fn in_types(api: &'a Api, mount: Option<&'a str>) -> Self {
        Self { api, mount, named: Named::InTypes }
    }

    /// The path of the emitted crate's root: `crate`, or `crate::mount`.
    #[must_use]
    pub fn root(&self) -> TokenStream {
        let mount = self.mount.into_iter().flat_map(|path| path.split("::")).map(ident);
        quote! { crate #(::#mount)* }
    }

    /// The same path as text, for links in documentation.
    #[must_use]
    pub fn root_text(&self) -> String {
        iter::once("crate").chain(self.mount).collect::<Vec<_>>().join("::")
    }

    /// A type as it stands in a field or an answer: owned. `BTreeMap` is imported by the file.
    #[must_use]
    pub fn ty(&self, ty: &TypeRef) -> TokenStream {
        match ty {
            TypeRef::Named(id) => {
                let name = &self.api.ty(*id).name;
                match self.named {
                    Named::Bare => quote! { #name },
                    Named::InTypes => quote! { types::#name },
                }
            }
            TypeRef::Scalar(scalar) => path(scalar.row().rust),
            TypeRef::List(item) => {
                let item = self.ty(item);
                quote! { Vec<#item> }
            }
            TypeRef::Map(value) => {
                let value = self.ty(value);
                quote! { BTreeMap<String, #value> }
            }
            TypeRef::Tuple(places) => {
                let places = places.iter().map(|place| self.ty(place));
                quote! { (#(#places),*) }
            }
            TypeRef::Nullable(inner) => {
                let inner = self.ty(inner);
                quote! { Option<#inner> }
            }
            TypeRef::External(path) => external(path),
            TypeRef::Json => quote! { serde_json::Value },
        }
    }

    /// A type as an argument of a method: text, lists, maps and objects borrowed, enums by `Into`, the rest by value.
    #[must_use]
    pub fn argument_ty(&self, ty: &TypeRef) -> TokenStream {
        match ty {
            TypeRef::Named(id) => match &self.api.ty(*id).kind {
                TypeKind::Alias(target) => self.argument_ty(target),
                TypeKind::Enum(_) => {
                    let owned = self.ty(ty);
                    quote! { impl Into<#owned> }
                }
                TypeKind::Struct(_) | TypeKind::Union(_) => self.borrowed(ty),
            },
            TypeRef::Scalar(scalar) => path(scalar.row().argument.unwrap_or(scalar.row().rust)),
            TypeRef::List(item) => {
                let item = if self.is_text(item) {
                    quote! { &str }
                } else {
                    self.ty(item)
                };
                quote! { &[#item] }
            }
            TypeRef::Map(_) | TypeRef::Tuple(_) | TypeRef::External(_) | TypeRef::Json => self.borrowed(ty),
            TypeRef::Nullable(inner) => {
                let inner = self.argument_ty(inner);
                quote! { Option<#inner> }
            }
        }
    }

    /// A type as an argument that is kept (`new` and the setters of a model): owned, text and enums by `Into`.
    #[must_use]
    pub fn kept_ty(&self, ty: &TypeRef) -> TokenStream {
        let owned = self.ty(ty);
        if self.takes_into(ty) {
            quote! { impl Into<#owned> }
        } else {
            owned
        }
    }

    /// Whether [`Rust::kept_ty`] is an `impl Into`, so that the value needs `.into()`.
    #[must_use]
    pub fn takes_into(&self, ty: &TypeRef) -> bool {
        match ty {
            TypeRef::Named(id) => match &self.api.ty(*id).kind {
                TypeKind::Alias(target) => self.takes_into(target),
                TypeKind::Enum(_) | TypeKind::Union(_) => true,
                TypeKind::Struct(_) => false,
            },
            TypeRef::Scalar(scalar) => scalar.row().argument.is_some(),
            TypeRef::List(_)
            | TypeRef::Map(_)
            | TypeRef::Tuple(_)
            | TypeRef::Nullable(_)
            | TypeRef::External(_)
            | TypeRef::Json => false,
        }
    }

    /// Whether the type is `String`, through aliases.
    #[must_use]
    pub fn is_text(&self, ty: &TypeRef) -> bool {
        matches!(self.resolved(ty), TypeRef::Scalar(Scalar::String | Scalar::LenientString))
    }

    /// The type behind any aliases.
    #[must_use]
    pub fn resolved<'t>(&'t self, ty: &'t TypeRef) -> &'t TypeRef {
        match ty {
            TypeRef::Named(id) => match &self.api.ty(*id).kind {
                TypeKind::Alias(target) => self.resolved(target),
                _ => ty,
            },
            _ => ty,
        }
    }

    /// A value from the spec as an owned expression.
    #[must_use]
    pub fn literal(&self, literal: &Literal) -> TokenStream {
        match literal {
            Literal::String(text) => quote! { #text.to_owned() },
            Literal::Integer(value) => integer(*value),
            Literal::Number(value) => number(*value),
            Literal::Boolean(value) => quote! { #value },
            Literal::Variant(id, variant) => {
                let ty = self.ty(&TypeRef::Named(*id));
                quote! { #ty::#variant }
            }
            Literal::List(items) if items.is_empty() => quote! { Vec::new() },
            Literal::List(items) => {
                let items = items.iter().map(|item| self.literal(item));
                quote! { vec![#(#items),*] }
            }
            Literal::Map(entries) if entries.is_empty() => quote! { BTreeMap::new() },
            Literal::Map(entries) => {
                let entries = entries.iter().map(|(key, value)| {
                    let value = self.literal(value);
                    quote! { (#key.to_owned(), #value) }
                });
                quote! { BTreeMap::from([#(#entries),*]) }
            }
            // No code asks for it: see `Field::starts_filled`.
            Literal::Shown(_) => TokenStream::new(),
        }
    }

    fn borrowed(&self, ty: &TypeRef) -> TokenStream {
        let owned = self.ty(ty);
        quote! { &#owned }
    }
}

/// An integer without a suffix; the sign is a token of its own.
#[must_use]
pub fn integer(value: i64) -> TokenStream {
    let digits = Token::u64_unsuffixed(value.unsigned_abs());
    if value < 0 {
        quote! { -#digits }
    } else {
        quote! { #digits }
    }
}

/// A finite number without a suffix, in the shortest form that reads back as the same value.
#[must_use]
pub fn number(value: f64) -> TokenStream {
    let magnitude = value.abs();
    if is_near_a_constant(magnitude) {
        // clippy::approx_constant is an error on `3.14`, however it is written.
        let bits = Token::u64_unsuffixed(value.to_bits());
        return quote! { f64::from_bits(#bits) };
    }
    let digits = format!("{magnitude:?}").parse().unwrap_or_else(|_| Token::f64_unsuffixed(magnitude));
    if value.is_sign_negative() {
        quote! { -#digits }
    } else {
        quote! { #digits }
    }
}

fn is_near_a_constant(magnitude: f64) -> bool {
    use std::f64::consts as c;
    let all = [
        c::E,
        c::PI,
        c::TAU,
        c::LN_2,
        c::LN_10,
        c::LOG2_E,
        c::LOG2_10,
        c::LOG10_2,
        c::LOG10_E,
        c::SQRT_2,
        c::FRAC_1_SQRT_2,
        c::FRAC_1_PI,
        c::FRAC_2_PI,
        c::FRAC_2_SQRT_PI,
        c::FRAC_PI_2,
        c::FRAC_PI_3,
        c::FRAC_PI_4,
        c::FRAC_PI_6,
        c::FRAC_PI_8,
        1.618_033_988_749_895,
        0.577_215_664_901_532_9,
    ];
    all.iter().any(|constant| (constant - magnitude).abs() < 0.01)
}

/// A path that `generator.toml` names; it was checked when made.
#[must_use]
pub fn external(path: &RustPath) -> TokenStream {
    let segments = path.segments().map(|segment| Ident::new(segment, Span::call_site()));
    quote! { #(#segments)::* }
}

/// A type of the format table; its text is ours.
fn path(text: &str) -> TokenStream {
    text.parse().unwrap_or_default()
}

#[cfg(test)]
#[path = "tokens_tests.rs"]
mod tests;
