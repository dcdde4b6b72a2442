//! One resource, one file: what can be called, then what it is on the wire.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    Bug, examples, markdown, operation,
    plan::Plan,
    print::{Block, Table},
    tokens, uses,
};
use crate::{
    current,
    model::{Resource, ResourceId},
    parallel,
};

/// `resources.rs` and a file for each resource.
///
/// # Errors
/// [`Bug`] when an item cannot be printed.
pub fn emit(plan: &Plan<'_>) -> Result<Vec<(String, String)>, Bug> {
    let modules = plan.api.resources.iter().enumerate().map(|(index, resource)| {
        let (condition, module) = (plan.resource_condition(ResourceId(index)), &resource.module);
        quote! { #condition pub mod #module; }
    });
    let list = Block::Lines(quote! { #(#modules)* });
    let docs = vec!["The operations, grouped by resource; each is reached from the client.".to_owned()];
    let mut files = parallel::heaviest_first(
        &plan.api.resources,
        |resource| resource.operations.len(),
        |resource| emit_file(plan, resource),
    )?;
    files.push(plan.print("src/resources.rs", docs, vec![list])?);
    Ok(files)
}

fn emit_file(plan: &Plan<'_>, resource: &Resource) -> Result<(String, String), Bug> {
    let (own, methods) = (emit_struct(plan, resource), emit_impl(plan, resource)?);
    let items = quote! { #own #methods };
    let mut blocks = Vec::from(imports(plan, &items));
    blocks.push(Block::Items(items));
    blocks.extend(emit_op(plan, resource));
    plan.print(&format!("src/resources/{}.rs", resource.module), vec![summary(resource)], blocks)
}

/// The imports of the resource's own items; those of the `op` module are its own affair.
fn imports(plan: &Plan<'_>, items: &TokenStream) -> [Block; 2] {
    let root = plan.rust().root();
    let std = if uses::names(items, "BTreeMap") {
        quote! { use std::{collections::BTreeMap, sync::Arc}; }
    } else {
        quote! { use std::sync::Arc; }
    };
    let own = if uses::starts_path(items, "types") {
        quote! { use #root::{runtime, types}; }
    } else {
        quote! { use #root::runtime; }
    };
    [Block::Lines(std), Block::Lines(own)]
}

fn emit_struct(plan: &Plan<'_>, resource: &Resource) -> TokenStream {
    let (name, client, root) = (&resource.name, &plan.api.client, plan.rust().root_text());
    let (owner, path) = match resource.parent.map(|id| plan.api.resource(id)) {
        Some(parent) => (&parent.name, format!("super::{}::{}", parent.module, parent.name)),
        None => (client, format!("{root}::{client}")),
    };
    let mut lines: Vec<_> = resource.docs.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        lines.push(summary(resource));
    }
    lines.push(String::new());
    lines.push(format!("Reached through [`{owner}::{0}`]({path}::{0}).", resource.accessor));
    let docs = tokens::docs(lines.iter().map(String::as_str));
    quote! {
        #docs
        #[derive(Clone, Copy, Debug)]
        pub struct #name<'c> {
            pub(crate) core: &'c Arc<runtime::Core>,
        }
    }
}

fn emit_impl(plan: &Plan<'_>, resource: &Resource) -> Result<Option<TokenStream>, Bug> {
    let rust = plan.rust();
    let name = &resource.name;
    let accessors: Vec<_> = plan.children(Some(resource)).map(emit_accessor).collect();
    let methods: Vec<_> = plan
        .operations(resource)
        .map(|operation| {
            let _work = current::work_on(&operation.source.origin.pointer);
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
    Ok(Some(quote! {
        impl #declared #name<#lifetime> {
            #(#accessors)*
            #(#methods)*
        }
    }))
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
    tokens::docs([summary(child).as_str()])
}

fn summary(resource: &Resource) -> String {
    let fallback = || format!("The {} operations.", markdown::code(&resource.label));
    Some(&resource.docs.summary).filter(|text| !text.is_empty()).cloned().unwrap_or_else(fallback)
}

/// The `op` module: setters, required arguments, outputs by status, then the table.
fn emit_op(plan: &Plan<'_>, resource: &Resource) -> Option<Block> {
    let rust = plan.rust();
    let typed: Vec<_> = plan.operations(resource).filter(|o| operation::is_typed(o)).collect();
    if typed.is_empty() {
        return None;
    }
    let items = typed.iter().flat_map(|operation| {
        let _work = current::work_on(&operation.source.origin.pointer);
        let required = operation::emit_required(&rust, operation);
        let setters = operation::emit_setters(&rust, operation);
        [required, setters].into_iter().flatten()
    });
    let items = quote! { #(#items)* };
    let mut tables: Vec<_> = typed.iter().filter_map(|o| operation::emit_output(&rust, o)).collect();
    let (name, label) = (&resource.name, &resource.label);
    tables.push(Table {
        attributes: TokenStream::new(),
        name: "operations",
        head: quote! { #name #label },
        rows: typed.iter().map(|operation| operation::emit_row(&rust, operation)).collect(),
    });
    let mut blocks = Vec::from(op_imports(plan, &items, &tables));
    blocks.push(Block::Items(items));
    blocks.extend(tables.into_iter().map(Block::Table));
    let docs = tokens::docs([format!("The calls of [`{name}`] and what they are on the wire.").as_str()]);
    Some(Block::Module { head: quote! { #docs pub mod op }, blocks })
}

/// The imports of the `op` module.
fn op_imports(plan: &Plan<'_>, items: &TokenStream, tables: &[Table]) -> [Block; 2] {
    let root = plan.rust().root();
    let cells = tables.iter().flat_map(|table| table.rows.iter().flatten());
    let used = quote! { #items #(#cells)* };
    let map = uses::names(&used, "BTreeMap").then(|| quote! { use std::collections::BTreeMap; });
    let outputs = tables.iter().any(|table| table.name == "outputs").then(|| quote! { , outputs });
    let own = if uses::starts_path(&used, "types") {
        quote! { use #root::{runtime::{self, operations #outputs}, types}; }
    } else {
        quote! { use #root::runtime::{self, operations #outputs}; }
    };
    [Block::Lines(quote! { #map }), Block::Lines(own)]
}
