//! emit: [`Api`] and [`Config`] become [`Files`]. Total: no spec makes it fail.
//!
//! Each file belongs to exactly one emitter of `EMITTERS`. An emitter works its values out first and ends in one flat
//! `quote!`; behaviour stands in the runtime, layout in [`mod@print`].

pub mod arguments;
pub mod call;
mod cell;
pub mod client;
pub mod config;
pub mod error_docs;
pub mod examples;
mod macros;
pub mod manifest;
pub mod markdown;
pub mod method_docs;
pub mod notes;
pub mod operation;
pub mod parameter_docs;
pub mod plan;
pub mod print;
pub mod raw_text;
pub mod readme;
pub mod resource;
pub mod root;
pub mod runtime;
pub mod sample;
mod tables;
pub mod templates;
pub mod tera;
pub mod tests;
pub mod tokens;
pub mod types;
pub mod uses;
mod wrap;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod zoo;

use std::collections::BTreeMap;

use self::plan::Plan;
pub use self::templates::{Templates, UnknownTemplate};
use crate::{config::Config, model::Api};

/// A bug of ours: an item that could not be emitted although resolve accepted it (exit code 70).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bug {
    /// Which item.
    pub item: String,
    /// What went wrong.
    pub what: String,
}

/// The emitted crate: relative path with `/` -> text with LF.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(pub BTreeMap<String, String>);

/// Makes files, each with its path.
type Emitter = fn(&Plan<'_>) -> Result<Vec<(String, String)>, Bug>;

/// Who emits what.
const EMITTERS: &[(&str, Emitter)] = &[
    ("Cargo.toml", manifest::emit),
    ("README.md", readme::emit),
    ("rustfmt.toml", emit_rustfmt),
    ("src/lib.rs", root::emit),
    ("src/client.rs", client::emit),
    ("src/types.rs and src/types/", emit_types),
    ("src/resources.rs and src/resources/", resource::emit),
    ("src/runtime.rs and src/runtime/", runtime::emit),
    ("src/runtime/config.rs", config::emit),
    ("examples/", examples::emit),
    ("tests/", tests::emit),
];

/// Emits the crate.
///
/// # Errors
/// [`Bug`], never for a reason of the spec.
pub fn emit(api: &Api, config: &Config) -> Result<Files, Bug> {
    let mut templates = Templates::embedded();
    for (path, text) in &config.templates {
        // Whoever reads the files says so first: a path of no template is the user's mistake.
        templates.overlay(path, text).map_err(|e| Bug { item: path.clone(), what: e.to_string() })?;
    }
    emit_with(api, config, &templates)
}

/// Emits the crate from templates of the caller's.
///
/// # Errors
/// [`Bug`], never for a reason of the spec.
pub fn emit_with(api: &Api, config: &Config, templates: &Templates) -> Result<Files, Bug> {
    let plan = Plan::new(api, config, templates);
    let mut files = Files::default();
    for (owner, emitter) in EMITTERS {
        for (path, text) in emitter(&plan)? {
            let path = if config.mount.is_some() { module_path(&path) } else { path };
            if files.0.insert(path.clone(), text).is_some() {
                return Err(Bug { item: path, what: format!("emitted twice, the second time as a part of {owner}") });
            }
        }
    }
    Ok(files)
}

/// `[features]` and dependencies for the manifest of a crate that has the SDK as a module.
///
/// # Errors
/// [`Bug`] when the template has a mistake.
pub fn dependency_lines(api: &Api, config: &Config) -> Result<String, Bug> {
    manifest::dependency_lines(&Plan::new(api, config, &Templates::embedded()))
}

/// Where a file of the crate stands in the folder of a module: the root is `mod.rs`, so that `mod sdk;` finds it in
/// `sdk/`, and so does `include!` of a build script's output.
fn module_path(path: &str) -> String {
    match path.strip_prefix("src/") {
        Some("lib.rs") => "mod.rs".to_owned(),
        Some(rest) => rest.to_owned(),
        None => path.to_owned(),
    }
}

fn emit_types(plan: &Plan<'_>) -> Result<Vec<(String, String)>, Bug> {
    if plan.api.types.is_empty() {
        return Ok(Vec::new());
    }
    types::emit_types(plan.api, &plan.parts, plan.config.mount.as_deref(), &plan.config.spec_name)
}

fn emit_rustfmt(plan: &Plan<'_>) -> Result<Vec<(String, String)>, Bug> {
    let text = plan.templates.get("rustfmt.toml").filter(|_| plan.config.mount.is_none());
    Ok(text.map(|text| ("rustfmt.toml".to_owned(), text.to_owned())).into_iter().collect())
}
