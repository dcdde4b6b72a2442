//! A struct: its fields, `new`, setters, and the wire table under it.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emitted, constructor, derives, docs, setters};
use crate::{
    emit::{notes, print::Block, tables, tokens::Rust},
    model::{Additional, Field, Presence, Struct, TypeDef},
};

/// The struct's items.
pub(super) fn emit_struct(rust: &Rust<'_>, def: &TypeDef, object: &Struct) -> Emitted {
    let name = &def.name;
    let constructor = constructor::Constructor::of(rust, def, object);
    let secret = object.fields.iter().any(|field| field.secret);
    let doc = docs::of_type(def);
    let derives = derives(def, !secret, constructor.derives_default());
    let fields = object.fields.iter().map(|field| emit_field(rust, field));
    let additional = object.additional.as_ref().map(|additional| emit_additional(rust, additional));
    let new = constructor.new_fn();
    let setters = setters::emit_setters(rust, object);
    let default = constructor.default_impl();
    let items = quote! {
        #doc
        #[non_exhaustive]
        #derives
        pub struct #name {
            #(#fields)*
            #additional
        }

        impl #name {
            #new
            #(#setters)*
        }

        #default
    };
    let mut blocks = vec![Block::Items(items), Block::Table(tables::object(rust, def, object))];
    blocks.extend(constructor.required_struct().map(Block::Items));
    let nullable = object.fields.iter().any(|field| field.presence == Presence::OptionalNullable);
    let runtime = nullable.then_some("Nullable").into_iter().chain(["object"]).collect();
    Emitted { runtime, blocks }
}

fn emit_field(rust: &Rust<'_>, field: &Field) -> TokenStream {
    let doc = docs::item(&field.docs, &docs::code_on_the_wire(field.wire.as_str()), &notes::of_field(rust.api, field));
    let (name, ty) = (&field.name, field_ty(rust, field));
    quote! { #doc pub #name: #ty, }
}

/// A field's type with what its presence and a recursion add.
fn field_ty(rust: &Rust<'_>, field: &Field) -> TokenStream {
    let ty = rust.ty(&field.ty);
    let ty = if field.boxed {
        quote! { Box<#ty> }
    } else {
        ty
    };
    match field.presence {
        Presence::Required => ty,
        Presence::Optional | Presence::Nullable => quote! { Option<#ty> },
        Presence::OptionalNullable => quote! { Nullable<#ty> },
    }
}

fn emit_additional(rust: &Rust<'_>, additional: &Additional) -> TokenStream {
    let (name, value) = (&additional.name, rust.ty(&additional.value));
    let doc = docs::of_additional(additional);
    quote! {
        #doc
        pub #name: BTreeMap<String, #value>,
    }
}
