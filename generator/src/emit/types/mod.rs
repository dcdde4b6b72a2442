//! `src/types.rs` and `src/types/*.rs`: one file for each named type.

mod aliases;
mod constructor;
mod docs;
mod enums;
mod imports;
mod setters;
mod structs;
mod unions;

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    Bug, markdown,
    plan::any_feature,
    print::{Block, SourceFile},
    tokens::{Rust, external},
};
use crate::{
    current,
    model::{Api, Parts, TypeDef, TypeId, TypeKind},
    parallel,
};

/// What a type becomes.
struct Emitted {
    /// Names from `crate::runtime` that its file imports, beside `runtime` itself.
    runtime: Vec<&'static str>,
    /// Its items.
    blocks: Vec<Block>,
}

/// The files: path below the crate's root, and text.
///
/// # Errors
/// [`Bug`], never for a reason of the spec.
pub fn emit_types(
    api: &Api,
    parts: &Parts,
    mount: Option<&str>,
    spec_name: &str,
) -> Result<Vec<(String, String)>, Bug> {
    let rust = Rust::bare(api, mount);
    let path = "src/types.rs".to_owned();
    let root = emit_root(api, parts, spec_name).print(&path)?;
    let ids: Vec<TypeId> = (0..api.types.len()).map(TypeId).collect();
    let mut files = parallel::map(&ids, |id| {
        let def = api.ty(*id);
        let _work = current::work_on(&def.source.origin.pointer);
        let path = format!("src/types/{}.rs", def.module);
        let text = emit_type(&rust, *id, def, spec_name).print(&path)?;
        Ok((path, text))
    })?;
    files.push((path, root));
    Ok(files)
}

/// The module list, and every type under a flat path.
fn emit_root(api: &Api, parts: &Parts, spec_name: &str) -> SourceFile {
    let types = || {
        let types = api.types.iter().enumerate();
        types.map(|(index, def)| (any_feature(&parts.of_type(TypeId(index))), def))
    };
    let modules = types().map(|(condition, def)| {
        let module = &def.module;
        quote! { #condition mod #module; }
    });
    let uses = types().map(|(condition, def)| {
        let (module, name) = (&def.module, &def.name);
        match constructor::required_struct(api, def) {
            Some(required) => quote! { #condition pub use self::#module::{#name, #required}; },
            None => quote! { #condition pub use self::#module::#name; },
        }
    });
    SourceFile {
        spec_name: spec_name.to_owned(),
        docs: vec![format!("The types that {} sends and receives.", markdown::text(&api.title))],
        attributes: TokenStream::new(),
        blocks: vec![Block::Lines(quote! { #(#modules)* }), Block::Lines(quote! { #(#uses)* })],
    }
}

fn emit_type(rust: &Rust<'_>, id: TypeId, def: &TypeDef, spec_name: &str) -> SourceFile {
    let emitted = match &def.kind {
        TypeKind::Struct(object) => structs::emit_struct(rust, def, object),
        TypeKind::Enum(list) => enums::emit_enum(def, list),
        TypeKind::Union(union) => unions::emit_union(rust, id, def, union),
        TypeKind::Alias(target) => aliases::emit_alias(rust, def, target),
    };
    let mut blocks = Vec::from(imports::emit_imports(rust, id, def, &emitted.runtime));
    blocks.extend(emitted.blocks);
    SourceFile { spec_name: spec_name.to_owned(), docs: Vec::new(), attributes: TokenStream::new(), blocks }
}

/// Whether the type has a trait of the standard library anyway.
fn has(def: &TypeDef, name: &str, default: bool) -> bool {
    match name {
        "Copy" => def.traits.copy,
        "Default" => default || def.traits.default,
        "Eq" => def.traits.eq,
        "Hash" => def.traits.hash,
        _ => false,
    }
}

/// `#[derive(…)]`: what the type's traits allow.
fn derives(def: &TypeDef, debug: bool, default: bool) -> TokenStream {
    let traits = def.traits;
    let wanted = [
        (true, quote! { Clone }),
        (traits.copy, quote! { Copy }),
        (debug, quote! { Debug }),
        (default, quote! { Default }),
        (true, quote! { PartialEq }),
        (traits.eq, quote! { Eq }),
        (traits.hash, quote! { Hash }),
    ];
    let names = wanted.into_iter().filter_map(|(holds, name)| holds.then_some(name));
    let more = def.derives.iter().filter(|path| !has(def, path.last(), default)).map(external);
    let names = names.chain(more);
    quote! { #[derive(#(#names),*)] }
}
