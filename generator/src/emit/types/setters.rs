//! Setters: one for each field that `new` does not take.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use crate::{
    emit::tokens::Rust,
    model::{Additional, Field, Presence, Struct},
};

/// A method that consumes and returns the struct.
struct Setter {
    /// Documentation and attributes.
    head: TokenStream,
    /// Field, method and argument.
    name: TokenStream,
    /// What it takes.
    argument: TokenStream,
    /// What it keeps.
    value: TokenStream,
}

/// The setters, in the order of the fields.
pub(super) fn emit_setters(rust: &Rust<'_>, object: &Struct) -> Vec<TokenStream> {
    let fields = object.fields.iter().filter(|field| !field.is_argument()).map(|field| of_field(rust, field));
    let additional = object.additional.iter().map(|additional| of_additional(rust, additional));
    fields.chain(additional).map(|setter| setter.emit()).collect()
}

impl Setter {
    fn emit(self) -> TokenStream {
        let Self { head, name, argument, value } = self;
        quote! {
            #head
            #[must_use]
            pub fn #name(mut self, #name: #argument) -> Self {
                self.#name = #value;
                self
            }
        }
    }
}

fn of_field(rust: &Rust<'_>, field: &Field) -> Setter {
    let doc = docs::of_setter(field);
    let deprecated = field.deprecated.then(|| quote! { #[deprecated] });
    let name = &field.name;
    let (argument, value) = match field.presence {
        Presence::Required => (rust.kept_ty(&field.ty), kept(rust, field)),
        Presence::Optional => {
            let value = kept(rust, field);
            (rust.kept_ty(&field.ty), quote! { Some(#value) })
        }
        Presence::Nullable => {
            let owned = rust.ty(&field.ty);
            (
                quote! { Option<#owned> },
                if field.boxed {
                    quote! { #name.map(Box::new) }
                } else {
                    quote! { #name }
                },
            )
        }
        Presence::OptionalNullable => {
            let owned = rust.ty(&field.ty);
            let boxed = field.boxed.then(|| quote! { .map(Box::new) });
            (quote! { impl Into<Nullable<#owned>> }, quote! { #name.into() #boxed })
        }
    };
    Setter { head: quote! { #doc #deprecated }, name: quote! { #name }, argument, value }
}

fn of_additional(rust: &Rust<'_>, additional: &Additional) -> Setter {
    let (name, value) = (&additional.name, rust.ty(&additional.value));
    Setter {
        head: docs::of_additional(additional),
        name: quote! { #name },
        argument: quote! { BTreeMap<String, #value> },
        value: quote! { #name },
    }
}

/// The argument as the field keeps it, without what its presence adds.
pub(super) fn kept(rust: &Rust<'_>, field: &Field) -> TokenStream {
    let name = &field.name;
    let value = if rust.takes_into(&field.ty) {
        quote! { #name.into() }
    } else {
        quote! { #name }
    };
    if field.boxed {
        quote! { Box::new(#value) }
    } else {
        value
    }
}
