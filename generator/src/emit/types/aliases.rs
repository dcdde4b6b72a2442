//! An alias: another name for a type.

use quote::quote;

use super::{Emitted, docs};
use crate::{
    emit::{print::Block, tokens::Rust},
    model::{TypeDef, TypeRef},
};

/// The alias.
pub(super) fn emit_alias(rust: &Rust<'_>, def: &TypeDef, target: &TypeRef) -> Emitted {
    let doc = docs::of_type(def);
    let (name, target) = (&def.name, rust.ty(target));
    let item = quote! { #doc pub type #name = #target; };
    Emitted { runtime: Vec::new(), blocks: vec![Block::Items(item)] }
}
