//! An enum: its variants, and the wire table under it.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::{Emitted, derives, docs};
use crate::{
    emit::{notes, print::Block, tables, tokens::ident},
    model::{Enum, EnumRepr, EnumVariant, Literal, TypeDef},
};

/// The enum's items.
pub(super) fn emit_enum(def: &TypeDef, list: &Enum) -> Emitted {
    let name = &def.name;
    let doc = docs::of_type(def);
    let derives = derives(def, true, false);
    let variants = list.variants.iter().map(emit_variant);
    let (table, unknown) = match (list.repr, list.open) {
        (EnumRepr::String, true) => ("open_enum", Some("UnknownValue")),
        (EnumRepr::String, false) => ("closed_enum", None),
        (EnumRepr::Integer, true) => ("open_integer_enum", Some("UnknownInteger")),
        (EnumRepr::Integer, false) => ("closed_integer_enum", None),
        (EnumRepr::Mixed, _) => ("mixed_enum", None),
    };
    let unknown_variant = (list.open).then(|| {
        let ty = match unknown {
            Some(name) => ident(name).to_token_stream(),
            None => quote! { serde_json::Value },
        };
        quote! {
            #[doc = " A value that this version does not list, kept as it came."]
            Unknown(#ty),
        }
    });
    let items = quote! {
        #doc
        #[non_exhaustive]
        #derives
        pub enum #name {
            #(#variants)*
            #unknown_variant
        }
    };
    let blocks = vec![Block::Items(items), Block::Table(tables::enumeration(table, def, list))];
    Emitted { runtime: unknown.into_iter().chain([table]).collect(), blocks }
}

fn emit_variant(variant: &EnumVariant) -> TokenStream {
    let wire = match &variant.wire {
        Literal::Integer(value) => value.to_string(),
        Literal::Number(value) => value.to_string(),
        Literal::Boolean(value) => value.to_string(),
        Literal::String(text) => text.clone(),
        _ => variant.name.to_string(),
    };
    let notes: Vec<_> = notes::deprecation(variant.deprecated, &variant.docs).into_iter().collect();
    let doc = docs::item(&variant.docs, &docs::code_on_the_wire(&wire), &notes);
    let name = &variant.name;
    quote! { #doc #name, }
}
