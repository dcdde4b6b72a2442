//! A union: its variants, `From` each payload that only one variant has, and the wire table under it.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emitted, derives, docs};
use crate::{
    emit::{cell, markdown, print::Block, tables, tokens::Rust},
    model::{TypeDef, TypeId, TypeRef, Union, UnionVariant, signature},
};

/// The union's items.
pub(super) fn emit_union(rust: &Rust<'_>, id: TypeId, def: &TypeDef, union: &Union) -> Emitted {
    let name = &def.name;
    let doc = docs::of_union(def, union);
    let derives = derives(def, true, false);
    let variants = union.variants.iter().map(|variant| emit_variant(rust, variant));
    let unknown = union.open.then(|| {
        quote! {
            #[doc = " A value that is none of these, kept as it came."]
            Unknown(serde_json::Value),
        }
    });
    let conversions =
        signature::convertible(rust.api, id, union).into_iter().map(|variant| emit_from(rust, def, variant));
    let items = quote! {
        #doc
        #[non_exhaustive]
        #derives
        pub enum #name {
            #(#variants)*
            #unknown
        }

        #(#conversions)*
    };
    let blocks = vec![Block::Items(items), Block::Table(tables::union(rust, def, union))];
    Emitted { runtime: vec!["union"], blocks }
}

fn emit_variant(rust: &Rust<'_>, variant: &UnionVariant) -> TokenStream {
    let fallback = match (variant.tags.first(), &variant.ty) {
        (Some(tag), _) => docs::code_on_the_wire(tag),
        (None, TypeRef::Named(id)) => format!("Holds [`{}`].", rust.api.ty(*id).name),
        (None, ty) => format!("Holds {}.", markdown::code(&cell::text(&rust.ty(ty)).unwrap_or_default())),
    };
    let doc = docs::item(&variant.docs, &fallback, &[]);
    let (name, ty) = (&variant.name, rust.ty(&variant.ty));
    let payload = if variant.boxed {
        quote! { Box<#ty> }
    } else {
        ty
    };
    quote! { #doc #name(#payload), }
}

fn emit_from(rust: &Rust<'_>, def: &TypeDef, variant: &UnionVariant) -> TokenStream {
    let (name, variant_name, ty) = (&def.name, &variant.name, rust.ty(&variant.ty));
    let value = if variant.boxed {
        quote! { Box::new(value) }
    } else {
        quote! { value }
    };
    let from_str = rust.is_text(&variant.ty).then(|| {
        quote! {
            impl From<&str> for #name {
                fn from(value: &str) -> Self {
                    Self::#variant_name(value.to_owned())
                }
            }
        }
    });
    quote! {
        impl From<#ty> for #name {
            fn from(value: #ty) -> Self {
                Self::#variant_name(#value)
            }
        }

        #from_str
    }
}
