//! Samples as Rust expressions. Total: what does not fit its type after all gives an expression that still compiles
//! wherever the type has one.

use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;
use serde_json::Value;

use super::json::{Json, is_literal};
use crate::{
    emit::tokens::{Rust, integer, number},
    model::{Enum, Field, Presence, Scalar, Struct, TypeDef, TypeKind, TypeRef, Union},
};

/// Writes expressions of one emitted file.
#[derive(Clone, Copy)]
pub(super) struct Expressions<'a> {
    pub(super) rust: Rust<'a>,
}

impl Expressions<'_> {
    /// A value of the type itself.
    pub(super) fn owned(self, ty: &TypeRef, value: &Value) -> TokenStream {
        match ty {
            // Samples have no value of it, so that this is never written.
            TypeRef::External(_) => quote! { Default::default() },
            TypeRef::Json => {
                let value = json_tokens(value);
                quote! { serde_json::json!(#value) }
            }
            TypeRef::Nullable(_) if value.is_null() => quote! { None },
            TypeRef::Nullable(inner) => {
                let inner = self.owned(inner, value);
                quote! { Some(#inner) }
            }
            TypeRef::List(item) => {
                let items = self.items(item, value, Self::owned);
                quote! { vec![#(#items),*] }
            }
            TypeRef::Tuple(places) => {
                let given = |index| value.get(index).unwrap_or(&Value::Null);
                let places = places.iter().enumerate().map(|(index, place)| self.owned(place, given(index)));
                quote! { (#(#places),*) }
            }
            TypeRef::Map(item) => {
                let entries = value.as_object().into_iter().flatten().map(|(key, value)| {
                    let value = self.owned(item, value);
                    quote! { (#key.to_owned(), #value) }
                });
                quote! { BTreeMap::from([#(#entries),*]) }
            }
            TypeRef::Scalar(scalar) => scalar_owned(*scalar, value),
            TypeRef::Named(id) => self.named(self.rust.api.ty(*id), value),
        }
    }

    /// As an argument of a method: text, lists, maps and objects borrowed.
    pub(super) fn argument(self, ty: &TypeRef, value: &Value) -> TokenStream {
        match self.rust.resolved(ty) {
            TypeRef::Scalar(scalar) => scalar_argument(*scalar, value),
            TypeRef::Named(id) if matches!(self.rust.api.ty(*id).kind, TypeKind::Enum(_)) => self.owned(ty, value),
            TypeRef::Nullable(_) if value.is_null() => quote! { None },
            TypeRef::Nullable(inner) => {
                let inner = self.argument(inner, value);
                quote! { Some(#inner) }
            }
            TypeRef::List(item) => {
                let write = if self.rust.is_text(item) { Self::argument } else { Self::owned };
                let items = self.items(item, value, write);
                quote! { &[#(#items),*] }
            }
            resolved => {
                let owned = self.owned(resolved, value);
                quote! { &#owned }
            }
        }
    }

    /// As an argument of `new` or of a model's setter: text stays a literal, since those take `impl Into`.
    pub(super) fn kept(self, ty: &TypeRef, value: &Value) -> TokenStream {
        match self.rust.resolved(ty) {
            TypeRef::Scalar(scalar) if scalar.row().rust == "String" => scalar_argument(*scalar, value),
            _ => self.owned(ty, value),
        }
    }

    fn items(self, item: &TypeRef, list: &Value, write: fn(Self, &TypeRef, &Value) -> TokenStream) -> Vec<TokenStream> {
        list.as_array().into_iter().flatten().map(|value| write(self, item, value)).collect()
    }

    fn named(self, def: &TypeDef, value: &Value) -> TokenStream {
        match &def.kind {
            TypeKind::Alias(target) => self.owned(target, value),
            TypeKind::Struct(object) => self.object(def, object, value),
            TypeKind::Enum(list) => enum_value(def, list, value),
            TypeKind::Union(union) => self.union(def, union, value),
        }
    }

    fn object(self, def: &TypeDef, object: &Struct, value: &Value) -> TokenStream {
        let name = &def.name;
        let arguments = object.new_arguments();
        let given = |field: &Field| value.get(field.wire.as_str()).unwrap_or(&Value::Null);
        let new = if arguments.len() > 3 {
            let required = crate::emit::tokens::ident(&format!("{name}Required"));
            let fields = arguments.iter().map(|field| {
                let (name, value) = (&field.name, self.field_owned(field, given(field)));
                quote! { #name: #value }
            });
            quote! { types::#name::new(types::#required { #(#fields),* }) }
        } else {
            let values = arguments.iter().map(|field| self.field_argument(field, given(field)));
            quote! { types::#name::new(#(#values),*) }
        };
        let setters = object.fields.iter().filter(|field| !field.is_argument()).filter_map(|field| {
            let (name, value) = (&field.name, self.field_argument(field, value.get(field.wire.as_str())?));
            Some(quote! { .#name(#value) })
        });
        let additional = self.additional(object, value);
        quote! { #new #(#setters)* #additional }
    }

    fn additional(self, object: &Struct, value: &Value) -> Option<TokenStream> {
        let additional = object.additional.as_ref()?;
        let known = |key: &str| object.fields.iter().any(|field| field.wire.as_str() == key);
        let rest: serde_json::Map<_, _> =
            value.as_object()?.iter().filter(|(key, _)| !known(key)).map(|(k, v)| (k.clone(), v.clone())).collect();
        if rest.is_empty() {
            return None;
        }
        let map = TypeRef::Map(Box::new(additional.value.clone()));
        let (name, value) = (&additional.name, self.owned(&map, &Value::Object(rest)));
        Some(quote! { .#name(#value) })
    }

    /// What `new` and the setters take: the value, in an `Option` where the field may be `null`.
    fn field_argument(self, field: &Field, value: &Value) -> TokenStream {
        match field.presence {
            Presence::Nullable | Presence::OptionalNullable if value.is_null() => quote! { None },
            Presence::Nullable | Presence::OptionalNullable => {
                let value = self.owned(&field.ty, value);
                quote! { Some(#value) }
            }
            Presence::Required | Presence::Optional => self.kept(&field.ty, value),
        }
    }

    fn field_owned(self, field: &Field, value: &Value) -> TokenStream {
        match field.presence {
            Presence::Nullable => self.field_argument(field, value),
            _ => self.owned(&field.ty, value),
        }
    }

    fn union(self, def: &TypeDef, union: &Union, value: &Value) -> TokenStream {
        let name = &def.name;
        let Some((variant, payload)) = Json::new(self.rust.api).fit_union(union, value) else {
            let value = json_tokens(value);
            return quote! { types::#name::Unknown(serde_json::json!(#value)) };
        };
        let (variant_name, payload) = (&variant.name, self.owned(&variant.ty, &payload));
        let payload = if variant.boxed {
            quote! { Box::new(#payload) }
        } else {
            payload
        };
        quote! { types::#name::#variant_name(#payload) }
    }
}

fn enum_value(def: &TypeDef, list: &Enum, value: &Value) -> TokenStream {
    let name = &def.name;
    let variant = list.variants.iter().find(|variant| is_literal(&variant.wire, value));
    match (variant, value.as_str(), list.variants.first()) {
        (Some(variant), ..) => {
            let variant = &variant.name;
            quote! { types::#name::#variant }
        }
        (None, Some(text), _) if list.open => quote! { types::#name::from(#text) },
        (None, _, first) => {
            let variant = first.map(|variant| &variant.name);
            quote! { types::#name::#variant }
        }
    }
}

fn scalar_owned(scalar: Scalar, value: &Value) -> TokenStream {
    match value {
        Value::String(text) if scalar.row().rust == "String" => quote! { #text.to_owned() },
        _ => scalar_value(scalar, value, scalar.row().owned.unwrap_or(scalar.row().example)),
    }
}

fn scalar_argument(scalar: Scalar, value: &Value) -> TokenStream {
    match value {
        Value::String(text) if scalar.row().rust == "String" => quote! { #text },
        _ => scalar_value(scalar, value, scalar.row().example),
    }
}

/// A number or boolean as it is, a text that the type reads as one that it reads (samples stand where `?` can), of
/// anything else the sample of the format table (our own text).
fn scalar_value(scalar: Scalar, value: &Value, sample: &str) -> TokenStream {
    let row = scalar.row();
    match value {
        Value::String(text) if scalar.is_integer() => text.parse().map(whole).unwrap_or_default(),
        Value::String(text) if row.canonical.is_some() && *value != sampled(scalar) => {
            let ty: TokenStream = row.rust.parse().unwrap_or_default();
            quote! { #text.parse::<#ty>()? }
        }
        Value::Bool(yes) => quote! { #yes },
        Value::Number(_) if row.rust != "f64" && !scalar.is_integer() => sample.parse().unwrap_or_default(),
        Value::Number(given) if row.rust == "f64" => number(given.as_f64().unwrap_or_default()),
        Value::Number(given) => match (given.as_i64(), given.as_u64()) {
            (Some(value), _) => integer(value),
            (None, value) => {
                let value = Token::u64_unsuffixed(value.unwrap_or_default());
                quote! { #value }
            }
        },
        _ => sample.parse().unwrap_or_default(),
    }
}

fn whole(value: i128) -> TokenStream {
    let digits = Token::u128_unsuffixed(value.unsigned_abs());
    if value < 0 {
        quote! { -#digits }
    } else {
        quote! { #digits }
    }
}

/// The sample of the format table as JSON.
fn sampled(scalar: Scalar) -> Value {
    serde_json::from_str(scalar.row().wire).unwrap_or_default()
}

/// A JSON value as the tokens that `serde_json::json!` takes.
fn json_tokens(value: &Value) -> TokenStream {
    match value {
        Value::Null => quote! { null },
        Value::Bool(yes) => quote! { #yes },
        Value::String(text) => quote! { #text },
        Value::Number(given) => match (given.as_i64(), given.as_u64(), given.as_f64()) {
            (Some(value), ..) => integer(value),
            (None, Some(value), _) => {
                let value = Token::u64_suffixed(value);
                quote! { #value }
            }
            (None, None, value) => number(value.unwrap_or_default()),
        },
        Value::Array(items) => {
            let items = items.iter().map(json_tokens);
            quote! { [#(#items),*] }
        }
        Value::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| {
                let value = json_tokens(value);
                quote! { #key: #value }
            });
            quote! { { #(#entries),* } }
        }
    }
}
