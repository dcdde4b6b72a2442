//! One resource, one file: what can be called, then what it is on the wire.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    Bug, examples, operation,
    plan::{Plan, has_map, names_type},
    print::{Block, Table},
    tokens,
};
use crate::model::{BodyKind, Operation, Output, Resource, TypeRef};

/// `resources.rs` and a file for each resource.
///
/// # Errors
/// [`Bug`] when an item cannot be printed.
pub fn emit(plan: &Plan<'_>) -> Result<Vec<(String, String)>, Bug> {
    let modules = plan.api.resources.iter().map(|resource| {
        let module = &resource.module;
        quote! { pub mod #module; }
    });
    let list = Block::Lines(quote! { #(#modules)* });
    let docs = vec!["The operations, grouped by resource; each is reached from the client.".to_owned()];
    let mut files = vec![plan.print("src/resources.rs", docs, vec![list])?];
    for resource in &plan.api.resources {
        files.push(emit_file(plan, resource)?);
    }
    Ok(files)
}

fn emit_file(plan: &Plan<'_>, resource: &Resource) -> Result<(String, String), Bug> {
    let fallback = format!("The resource `{}`.", resource.label);
    let docs = if resource.docs.summary.is_empty() { fallback } else { resource.docs.summary.clone() };
    let mut blocks = imports(plan, resource);
    blocks.push(emit_struct(plan, resource));
    blocks.extend(emit_impl(plan, resource)?);
    blocks.extend(emit_op(plan, resource));
    plan.print(&format!("src/resources/{}.rs", resource.module), vec![docs], blocks)
}

fn imports(plan: &Plan<'_>, resource: &Resource) -> Vec<Block> {
    let root = plan.rust().root();
    let signatures: Vec<_> = plan.operations(resource).flat_map(signature_types).collect();
    let map = signatures.iter().any(|ty| has_map(ty)).then(|| quote! { collections::BTreeMap, });
    let types = signatures.iter().any(|ty| names_type(ty)).then(|| quote! { , types });
    let std = if map.is_some() {
        quote! { use std::{#map sync::Arc}; }
    } else {
        quote! { use std::sync::Arc; }
    };
    let own = if types.is_some() {
        quote! { use #root::{runtime #types}; }
    } else {
        quote! { use #root::runtime; }
    };
    vec![Block::Lines(std), Block::Lines(own)]
}

/// Types that the signature of the method names; those of the `op` module are its own affair.
fn signature_types(operation: &Operation) -> Vec<&TypeRef> {
    let positional = match &operation.required {
        crate::model::RequiredArguments::Positional(arguments) if operation::is_typed(operation) => {
            arguments.as_slice()
        }
        _ => &[],
    };
    let arguments = operation.path_arguments.iter().chain(positional).map(|argument| &argument.ty);
    let body = operation.body.iter().filter(|_| operation::is_typed(operation)).map(|body| {
        let BodyKind::Json { ty, .. } = &body.kind;
        ty
    });
    arguments.chain(body).collect()
}

fn emit_struct(plan: &Plan<'_>, resource: &Resource) -> Block {
    let (name, client, root) = (&resource.name, &plan.api.client, plan.rust().root_text());
    let (owner, path) = match resource.parent.map(|id| plan.api.resource(id)) {
        Some(parent) => (&parent.name, format!("super::{}::{}", parent.module, parent.name)),
        None => (client, format!("{root}::{client}")),
    };
    let mut lines: Vec<_> = resource.docs.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        lines.push(format!("The resource `{}`.", resource.label));
    }
    lines.push(String::new());
    lines.push(format!("Reached through [`{owner}::{0}`]({path}::{0}).", resource.accessor));
    let docs = tokens::docs(lines.iter().map(String::as_str));
    Block::Items(quote! {
        #docs
        #[derive(Clone, Copy, Debug)]
        pub struct #name<'c> {
            pub(crate) core: &'c Arc<runtime::Core>,
        }
    })
}

fn emit_impl(plan: &Plan<'_>, resource: &Resource) -> Result<Option<Block>, Bug> {
    let rust = plan.rust();
    let name = &resource.name;
    let accessors: Vec<_> = plan.children(Some(resource)).map(emit_accessor).collect();
    let methods: Vec<_> = plan
        .operations(resource)
        .map(|operation| {
            if operation::is_typed(operation) {
                let example = examples::doc_example(plan, operation)?;
                Ok(operation::emit_method(&rust, operation, &example))
            } else {
                Ok(operation::emit_raw_method(&rust, operation))
            }
        })
        .collect::<Result<_, Bug>>()?;
    let lifetime = if accessors.is_empty() {
        quote! { '_ }
    } else {
        quote! { 'c }
    };
    let declared = (!accessors.is_empty()).then(|| quote! { <'c> });
    if accessors.is_empty() && methods.is_empty() {
        return Ok(None);
    }
    Ok(Some(Block::Items(quote! {
        impl #declared #name<#lifetime> {
            #(#accessors)*
            #(#methods)*
        }
    })))
}

/// The method of a resource that gives a resource under it.
fn emit_accessor(child: &Resource) -> TokenStream {
    let docs = accessor_docs(child);
    let (accessor, module, name) = (&child.accessor, &child.module, &child.name);
    quote! {
        #docs
        pub fn #accessor(&self) -> super::#module::#name<'c> {
            super::#module::#name { core: self.core }
        }
    }
}

/// The documentation of an accessor: the resource's summary.
#[must_use]
pub fn accessor_docs(child: &Resource) -> TokenStream {
    let fallback = format!("The resource `{}`.", child.label);
    let summary = if child.docs.summary.is_empty() { &fallback } else { &child.docs.summary };
    tokens::docs([summary.as_str()])
}

/// The `op` module: setters, required arguments, outputs by status, then the table.
fn emit_op(plan: &Plan<'_>, resource: &Resource) -> Option<Block> {
    let rust = plan.rust();
    let typed: Vec<_> = plan.operations(resource).filter(|o| operation::is_typed(o)).collect();
    if typed.is_empty() {
        return None;
    }
    let items = typed.iter().flat_map(|operation| {
        let required = operation::emit_required(&rust, operation);
        let setters = operation::emit_setters(&rust, operation);
        [required, setters].into_iter().flatten()
    });
    let mut blocks = op_imports(plan, &typed);
    blocks.push(Block::Items(quote! { #(#items)* }));
    blocks.extend(typed.iter().filter_map(|o| operation::emit_output(&rust, o)).map(Block::Table));
    let (name, label) = (&resource.name, &resource.label);
    blocks.push(Block::Table(Table {
        attributes: TokenStream::new(),
        name: "operations",
        head: quote! { #name #label },
        rows: typed.iter().map(|operation| operation::emit_row(&rust, operation)).collect(),
    }));
    let docs = tokens::docs([format!("The calls of [`{name}`] and what they are on the wire.").as_str()]);
    Some(Block::Module { head: quote! { #docs pub mod op }, blocks })
}

fn op_imports(plan: &Plan<'_>, typed: &[&Operation]) -> Vec<Block> {
    let root = plan.rust().root();
    let used: Vec<_> = typed.iter().flat_map(|operation| op_types(operation)).collect();
    let by_status = typed.iter().any(|o| matches!(o.answer.output, Output::ByStatus { .. }));
    let outputs = by_status.then(|| quote! { , outputs });
    let map = used.iter().any(|ty| has_map(ty)).then(|| quote! { use std::collections::BTreeMap; });
    let own = if used.iter().any(|ty| names_type(ty)) {
        quote! { use #root::{runtime::{self, operations #outputs}, types}; }
    } else {
        quote! { use #root::runtime::{self, operations #outputs}; }
    };
    vec![Block::Lines(quote! { #map }), Block::Lines(own)]
}

/// Types that the `op` module names.
fn op_types(operation: &Operation) -> Vec<&TypeRef> {
    let required = match &operation.required {
        crate::model::RequiredArguments::Struct { arguments, .. } => arguments.as_slice(),
        crate::model::RequiredArguments::Positional(_) => &[],
    };
    let arguments = operation.optional.iter().chain(required).map(|argument| &argument.ty);
    let output = match &operation.answer.output {
        Output::Json(ty) | Output::List(ty) | Output::Optional(ty) => vec![ty],
        Output::ByStatus { variants, .. } => variants.iter().filter_map(|variant| variant.ty.as_ref()).collect(),
        Output::Nothing | Output::Text | Output::Bytes => Vec::new(),
    };
    arguments.chain(output).collect()
}
