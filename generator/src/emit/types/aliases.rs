//! An alias: another name for a type.

use std::iter;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emitted, constructor, docs};
use crate::{
    emit::{print::Block, tokens::Rust},
    model::{TypeDef, TypeRef},
};

/// The alias; of a twin also that of the struct which `new` takes.
pub(super) fn emit_alias(rust: &Rust<'_>, def: &TypeDef, target: &TypeRef) -> Emitted {
    let doc = docs::of_alias(rust.api, def, target);
    let required = emit_required(rust, def, target);
    let (name, target) = (&def.name, rust.ty(target));
    let alias = quote! { #doc pub type #name = #target; };
    let blocks = iter::once(alias).chain(required).map(Block::Lines).collect();
    Emitted { runtime: Vec::new(), blocks }
}

fn emit_required(rust: &Rust<'_>, def: &TypeDef, target: &TypeRef) -> Option<TokenStream> {
    let TypeRef::Named(first) = target else { return None };
    let name = constructor::required_struct(rust.api, def)?;
    let first = constructor::required_struct(rust.api, rust.api.ty(*first))?;
    let doc = format!(" What [`{}::new`] needs.", def.name);
    Some(quote! { #[doc = #doc] pub type #name = super::#first; })
}
