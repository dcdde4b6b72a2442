//! The imports of a type's file.

use std::collections::BTreeSet;

use quote::quote;

use crate::{
    emit::{
        print::Block,
        tokens::{Rust, ident},
    },
    model::{Field, Literal, TypeDef, TypeId, TypeKind, TypeRef},
};

/// The imports: `std`, the runtime, other types.
pub(super) fn emit_imports(rust: &Rust<'_>, own: TypeId, def: &TypeDef, runtime: &[&str]) -> [Block; 2] {
    let mut found = Found::default();
    found.type_def(def);
    found.types.remove(&own);
    let std = found.map.then(|| quote! { use std::collections::BTreeMap; });
    let root = rust.root();
    let names = runtime.iter().map(|name| ident(name));
    let runtime = (!runtime.is_empty()).then(|| quote! { use #root::runtime::{self, #(#names),*}; });
    let mut names: Vec<_> = found.types.iter().map(|id| &rust.api.ty(*id).name).collect();
    names.sort();
    let types = match names.as_slice() {
        [] => None,
        [only] => Some(quote! { use super::#only; }),
        names => Some(quote! { use super::{#(#names),*}; }),
    };
    [Block::Lines(quote! { #std }), Block::Lines(quote! { #types #runtime })]
}

/// What a file names.
#[derive(Default)]
struct Found {
    types: BTreeSet<TypeId>,
    map: bool,
}

impl Found {
    fn type_def(&mut self, def: &TypeDef) {
        match &def.kind {
            TypeKind::Struct(object) => {
                object.fields.iter().for_each(|field| self.field(field));
                if let Some(additional) = &object.additional {
                    self.map = true;
                    self.ty(&additional.value);
                }
            }
            TypeKind::Enum(_) => {}
            TypeKind::Union(union) => union.variants.iter().for_each(|variant| self.ty(&variant.ty)),
            TypeKind::Alias(target) => self.ty(target),
        }
    }

    fn field(&mut self, field: &Field) {
        self.ty(&field.ty);
        // Only what `new` fills in is written as an expression.
        field.default.iter().filter(|_| field.starts_filled()).for_each(|default| self.literal(default));
    }

    fn literal(&mut self, literal: &Literal) {
        match literal {
            Literal::Variant(id, _) => self.types.extend([*id]),
            Literal::List(items) => items.iter().for_each(|item| self.literal(item)),
            Literal::Map(entries) => {
                self.map = true;
                entries.iter().for_each(|(_, value)| self.literal(value));
            }
            _ => {}
        }
    }

    fn ty(&mut self, ty: &TypeRef) {
        match ty {
            TypeRef::Named(id) => self.types.extend([*id]),
            TypeRef::Scalar(_) | TypeRef::External(_) | TypeRef::Json => {}
            TypeRef::List(inner) | TypeRef::Nullable(inner) => self.ty(inner),
            TypeRef::Tuple(places) => places.iter().for_each(|place| self.ty(place)),
            TypeRef::Map(value) => {
                self.map = true;
                self.ty(value);
            }
        }
    }
}
