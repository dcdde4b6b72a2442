//! `runtime.rs`: which modules the runtime has and what it offers; and the modules, copied byte for byte.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Bug, plan::Plan, print::Block, tokens};
use crate::model::capabilities::{Cfg, FOREIGN, RuntimeFile};

/// The files.
///
/// # Errors
/// [`Bug`] when a file of the table is not embedded, or the list cannot be printed.
pub fn emit(plan: &Plan<'_>) -> Result<Vec<(String, String)>, Bug> {
    let mut files = plan.capabilities.files().map(|file| copy(plan, file)).collect::<Result<Vec<_>, _>>()?;
    let docs = vec!["What all calls and types share. Copied as it is, but for `config`.".to_owned()];
    files.push(plan.print("src/runtime.rs", docs, list(plan))?);
    Ok(files)
}

fn copy(plan: &Plan<'_>, file: &RuntimeFile) -> Result<(String, String), Bug> {
    let path = format!("src/runtime/{}.rs", file.module);
    match plan.templates.get(&path) {
        Some(text) => Ok((path, text.to_owned())),
        None => Err(Bug { item: path, what: "the table of runtime files names it, and it is not embedded".to_owned() }),
    }
}

fn list(plan: &Plan<'_>) -> Vec<Block> {
    let files: Vec<_> = plan.capabilities.files().collect();
    let mut modules: Vec<_> = files.iter().map(|file| (file.module, file.cfg)).collect();
    modules.push(("config", Cfg::Client));
    modules.sort_by_key(|(module, _)| *module);
    let modules = modules.into_iter().map(|(module, cfg)| {
        let (module, cfg) = (tokens::ident(module), condition(cfg));
        quote! { #cfg pub(crate) mod #module; }
    });
    let public = uses(&files, &quote! { pub }, |file| file.public);
    let inner = uses(&files, &quote! { pub(crate) }, |file| file.inner);
    let client = condition(Cfg::Client);
    let foreign = FOREIGN.iter().map(|(source, names)| {
        let (source, names) = (tokens::ident(source), names.iter().map(|name| tokens::ident(name)));
        quote! { #client pub use #source::{#(#names),*}; }
    });
    vec![
        Block::Lines(quote! { #(#modules)* }),
        Block::Lines(quote! { #(#public)* #(#foreign)* }),
        Block::Lines(quote! { #(#inner)* #client pub(crate) use self::config::API; }),
    ]
}

/// A `use` for each condition, its modules in name order.
fn uses(
    files: &[&'static RuntimeFile],
    visibility: &TokenStream,
    names: fn(&RuntimeFile) -> &'static [&'static str],
) -> Vec<TokenStream> {
    let mut groups: BTreeMap<Cfg, Vec<TokenStream>> = BTreeMap::new();
    for file in files.iter().filter(|file| !names(file).is_empty()) {
        let module = tokens::ident(file.module);
        let all: Vec<_> = names(file).iter().map(|name| tokens::ident(name)).collect();
        let path = match all.as_slice() {
            [one] => quote! { #module::#one },
            all => quote! { #module::{#(#all),*} },
        };
        groups.entry(file.cfg).or_default().push(path);
    }
    let groups = groups.into_iter().map(|(cfg, paths)| {
        let cfg = condition(cfg);
        quote! { #cfg #visibility use self::{#(#paths),*}; }
    });
    groups.collect()
}

/// The `use` lines of the crate's root: everything public of the runtime.
pub(super) fn root_uses(plan: &Plan<'_>) -> Vec<TokenStream> {
    let mut groups: BTreeMap<Cfg, Vec<&str>> = BTreeMap::new();
    for file in plan.capabilities.files() {
        groups.entry(file.cfg).or_default().extend(file.public);
    }
    groups.entry(Cfg::Client).or_default().extend(FOREIGN.iter().flat_map(|(_, names)| *names));
    let root = plan.rust().root();
    let uses = groups.into_iter().filter(|(_, names)| !names.is_empty()).map(|(cfg, mut names)| {
        names.sort_unstable();
        let (cfg, names) = (condition(cfg), names.into_iter().map(tokens::ident));
        quote! { #cfg pub use #root::runtime::{#(#names),*}; }
    });
    uses.collect()
}

/// `#[cfg(…)]`, from our own text.
pub(super) fn condition(cfg: Cfg) -> Option<TokenStream> {
    let condition: TokenStream = cfg.condition()?.parse().unwrap_or_default();
    Some(quote! { #[cfg(#condition)] })
}
