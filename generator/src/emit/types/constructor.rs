//! `new`: what is required, positional up to three, by a struct of named fields above.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{docs, setters};
use crate::{
    emit::{
        notes,
        tokens::{Rust, ident},
        uses,
    },
    model::{Api, Field, Presence, Struct, TypeDef, TypeKind, TypeRef, signature},
};

/// How a struct is made.
pub(super) struct Constructor<'a> {
    rust: &'a Rust<'a>,
    def: &'a TypeDef,
    object: &'a Struct,
    arguments: Vec<&'a Field>,
    required: Option<Ident>,
}

/// The name of the struct that `new` takes, when it takes one. A twin has it as well.
pub(super) fn required_struct(api: &Api, def: &TypeDef) -> Option<Ident> {
    match &def.kind {
        TypeKind::Struct(object) if signature::takes_required(object) => Some(ident(&format!("{}Required", def.name))),
        TypeKind::Alias(TypeRef::Named(first)) if def.twin => {
            required_struct(api, api.ty(*first)).map(|_| ident(&format!("{}Required", def.name)))
        }
        _ => None,
    }
}

impl<'a> Constructor<'a> {
    pub(super) fn of(rust: &'a Rust<'a>, def: &'a TypeDef, object: &'a Struct) -> Self {
        Self { rust, def, object, arguments: object.new_arguments(), required: required_struct(rust.api, def) }
    }

    /// Whether `Default` can be derived: nothing is required and nothing starts as something else.
    pub(super) fn derives_default(&self) -> bool {
        self.arguments.is_empty() && !self.object.fields.iter().any(|field| field.starts_filled())
    }

    /// `impl Default`, where `new` fills in defaults.
    pub(super) fn default_impl(&self) -> Option<TokenStream> {
        let name = &self.def.name;
        (self.arguments.is_empty() && !self.derives_default()).then(|| {
            quote! {
                impl Default for #name {
                    fn default() -> Self {
                        Self::new()
                    }
                }
            }
        })
    }

    pub(super) fn new_fn(&self) -> TokenStream {
        let doc = self.doc();
        if self.derives_default() {
            // A setter called `default` hides the trait's function.
            let hidden = self.object.fields.iter().any(|field| field.name.as_str() == "default");
            let default = if hidden {
                quote! { Default }
            } else {
                quote! { Self }
            };
            return quote! {
                #[doc = #doc]
                pub fn new() -> Self {
                    #default::default()
                }
            };
        }
        let arguments = self.argument_list();
        let fields = self.object.fields.iter().map(|field| {
            let (name, value) = (&field.name, self.start(field));
            if uses::is_name(&value, name.as_str()) {
                value
            } else {
                quote! { #name: #value }
            }
        });
        let additional = self.object.additional.as_ref().map(|additional| {
            let name = &additional.name;
            quote! { #name: BTreeMap::new(), }
        });
        quote! {
            #[doc = #doc]
            pub fn new(#arguments) -> Self {
                Self { #(#fields,)* #additional }
            }
        }
    }

    fn doc(&self) -> &'static str {
        let more = self.object.fields.len() > self.arguments.len() || self.object.additional.is_some();
        match (self.arguments.is_empty(), more) {
            (false, true) => " Starts with what is required; the rest is set by the methods below.",
            (false, false) => " Takes all of it: every field is required.",
            (true, true) if self.derives_default() => " Starts empty; the methods below set what is wanted.",
            (true, true) => " Starts with the defaults; the methods below change them.",
            (true, false) => " An object without members.",
        }
    }

    fn argument_list(&self) -> TokenStream {
        if let Some(required) = &self.required {
            return quote! { required: #required };
        }
        let arguments = self.arguments.iter().map(|field| {
            let (name, ty) = (&field.name, self.argument_ty(field));
            quote! { #name: #ty }
        });
        quote! { #(#arguments),* }
    }

    fn argument_ty(&self, field: &Field) -> TokenStream {
        match field.presence {
            Presence::Nullable => self.owned_ty(field),
            _ => self.rust.kept_ty(&field.ty),
        }
    }

    fn owned_ty(&self, field: &Field) -> TokenStream {
        let owned = self.rust.ty(&field.ty);
        if field.presence == Presence::Nullable {
            quote! { Option<#owned> }
        } else {
            owned
        }
    }

    /// What a field starts as.
    fn start(&self, field: &Field) -> TokenStream {
        let name = &field.name;
        if field.is_argument() {
            return self.given(field);
        }
        let default = field.default.as_ref().map(|default| {
            let value = self.rust.literal(default);
            if field.boxed {
                quote! { Box::new(#value) }
            } else {
                value
            }
        });
        match (field.presence, default) {
            (Presence::Required, Some(value)) => value,
            (Presence::Nullable, Some(value)) => quote! { Some(#value) },
            (Presence::OptionalNullable, _) => quote! { Nullable::Absent },
            (Presence::Optional | Presence::Nullable, _) => quote! { None },
            // A required field without a default is an argument.
            (Presence::Required, None) => quote! { #name },
        }
    }

    /// An argument as its field keeps it.
    fn given(&self, field: &Field) -> TokenStream {
        let name = &field.name;
        let nullable = field.presence == Presence::Nullable;
        match (&self.required, nullable) {
            (None, false) => setters::kept(self.rust, field),
            (None, true) if field.boxed => quote! { #name.map(Box::new) },
            (None, true) => quote! { #name },
            (Some(_), true) if field.boxed => quote! { required.#name.map(Box::new) },
            (Some(_), false) if field.boxed => quote! { Box::new(required.#name) },
            (Some(_), _) => quote! { required.#name },
        }
    }

    /// The struct that `new` takes, when it takes one, its fields in the spec's order. It is exhaustive: one more required
    /// field breaks callers anyway. It has no traits: it is only a step to the type, which has them, and in an API whose
    /// answers have many required fields they cost the compiler as much as those of the types.
    pub(super) fn required_struct(&self) -> Option<TokenStream> {
        let name = self.required.as_ref()?;
        let doc = format!(" What [`{}::new`] needs.", self.def.name);
        let fields = self.object.fields.iter().filter(|field| field.is_argument()).map(|field| {
            let doc = docs::item(
                &field.docs,
                &docs::code_on_the_wire(field.wire.as_str()),
                &notes::of_field(self.rust.api, field),
            );
            let (name, ty) = (&field.name, self.owned_ty(field));
            quote! { #doc pub #name: #ty, }
        });
        Some(quote! {
            #[doc = #doc]
            pub struct #name { #(#fields)* }
        })
    }
}
