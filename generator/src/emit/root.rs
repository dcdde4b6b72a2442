//! The root of the crate: its documentation, its modules, what it shows.

use quote::quote;

use super::{
    Bug, markdown, method_docs,
    plan::Plan,
    print::{Block, SourceFile},
    runtime::{self, condition},
};
use crate::model::{
    Counts,
    capabilities::{Capability, Cfg},
};

/// `lib.rs`; as a module the same without inner attributes.
///
/// # Errors
/// [`Bug`] when an item cannot be printed.
pub fn emit(plan: &Plan<'_>) -> Result<Vec<(String, String)>, Bug> {
    let path = "src/lib.rs";
    let blocks = vec![modules(plan), shown(plan), ext(plan)];
    let mut file = SourceFile { spec_name: plan.config.spec_name.clone(), blocks, ..SourceFile::default() };
    if plan.config.mount.is_none() {
        file.docs = docs(plan);
        let client = format!(" Start at [`{}`].", plan.api.client);
        let limit = plan.limit_attribute();
        file.attributes = quote! {
            #limit
            // Without the feature the link would lead to nothing.
            #![cfg_attr(feature = "client", doc = "")]
            #![cfg_attr(feature = "client", doc = #client)]
            #![forbid(unsafe_code)]
            #![warn(missing_docs)]
            #![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
        };
    }
    Ok(vec![(path.to_owned(), file.print(path)?)])
}

fn docs(plan: &Plan<'_>) -> Vec<String> {
    let title = markdown::text(&plan.api.title);
    let title = if title.is_empty() { markdown::text(&plan.config.package) } else { title };
    let title = vec![title];
    method_docs::join(vec![title, method_docs::owned_lines(&plan.api.docs), vec![counts(&plan.api.counts())]])
}

/// How many operations there are, and of those not typed the number too.
fn counts(counts: &Counts) -> String {
    let Counts { operations, typed, raw, ignored } = counts;
    let mut text = format!("Operations: {typed} of {operations} are typed");
    if *raw > 0 {
        text.push_str(&format!(", {raw} give a `RawCall`"));
    }
    if *ignored > 0 {
        text.push_str(&format!(", {ignored} are left out on request"));
    }
    text + "."
}

fn modules(plan: &Plan<'_>) -> Block {
    let client = condition(Cfg::Client);
    let resources = (!plan.api.resources.is_empty()).then(|| quote! { #client pub mod resources; });
    let types = has_types(plan).then(|| quote! { pub mod types; });
    Block::Lines(quote! {
        #client
        mod client;
        #resources
        #[allow(dead_code, unused_macros, unused_imports, reason = "an API uses the part of the runtime that it needs")]
        mod runtime;
        #types
    })
}

fn shown(plan: &Plan<'_>) -> Block {
    let (client, root, name) = (condition(Cfg::Client), plan.rust().root(), &plan.api.client);
    let runtime = runtime::root_uses(plan);
    let chrono = plan.capabilities.has(Capability::Dependency("chrono")).then(|| quote! { pub use chrono; });
    let jiff = plan.capabilities.has(Capability::Dependency("jiff")).then(|| quote! { pub use jiff; });
    let uuid = plan.capabilities.has(Capability::Dependency("uuid")).then(|| quote! { pub use uuid; });
    Block::Lines(quote! {
        #client
        pub use #root::client::#name;
        #(#runtime)*
        #chrono
        #jiff
        pub use serde_json;
        #uuid
    })
}

/// The hand-written module, last.
fn ext(plan: &Plan<'_>) -> Block {
    let declared = plan.config.ext && plan.config.mount.is_none();
    let declaration = declared.then(|| quote! { pub mod ext; });
    Block::Lines(quote! { #declaration })
}

/// Whether the API has types of its own.
#[must_use]
pub fn has_types(plan: &Plan<'_>) -> bool {
    !plan.api.types.is_empty()
}
