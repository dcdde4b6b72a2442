//! `Cargo.toml`, and the same as lines for the manifest of a crate that has the SDK as a module.

use std::collections::BTreeMap;

use super::{
    Bug, examples,
    plan::Plan,
    tera::{self, Escaped, Value},
};
use crate::{
    config::OwnDependency,
    model::capabilities::{Dependency, Feature, Target},
};

/// The file.
///
/// # Errors
/// [`Bug`] when the template has a mistake.
pub fn emit(plan: &Plan<'_>) -> Result<Vec<(String, String)>, Bug> {
    if plan.config.mount.is_some() {
        return Ok(Vec::new());
    }
    Ok(vec![("Cargo.toml".to_owned(), render(plan)?)])
}

/// `[features]` and the tables of dependencies, for the manifest of a crate that mounts the SDK as a module.
///
/// # Errors
/// [`Bug`] when the template has a mistake.
pub fn dependency_lines(plan: &Plan<'_>) -> Result<String, Bug> {
    let text = render(plan)?;
    let from = text.find("[features]").unwrap_or(0);
    let to = text.find("[dev-dependencies]").unwrap_or(text.len());
    Ok(format!("{}\n", text.get(from..to).unwrap_or_default().trim_end()))
}

fn render(plan: &Plan<'_>) -> Result<String, Bug> {
    const PATH: &str = "Cargo.toml.tera";
    let template = plan.templates.get(PATH).unwrap_or_default();
    tera::render(PATH, template, &context(plan))
}

fn context(plan: &Plan<'_>) -> Value {
    let config = plan.config;
    let programs = examples::programs(plan).map(|(resource, operation)| {
        let part = plan.parts.of_resource(operation.resource);
        Value::map([
            ("name", Escaped::toml(resource.module.as_str()).into()),
            ("part", Value::optional(part.map(Escaped::toml))),
        ])
    });
    let tests = config.tests && config.mount.is_none();
    let programs: Vec<Value> = programs.collect();
    let developed = tests || !programs.is_empty();
    Value::map([
        ("spec", Escaped::comment(&config.spec_name).into()),
        ("package", Escaped::toml(&config.package).into()),
        ("version", Escaped::toml(&config.version).into()),
        ("description", Escaped::toml(&description(plan)).into()),
        ("license", Value::optional(config.license.as_deref().map(Escaped::toml))),
        ("repository", Value::optional(config.repository.as_deref().map(Escaped::toml))),
        ("member", Value::Bool(config.member || config.mount.is_some())),
        ("features", Value::list(plan.features().iter().map(feature))),
        ("parts", Value::list(plan.parts.names().iter().map(|name| Escaped::toml_key(name).into()))),
        ("targets", Value::list(targets(&plan.capabilities.dependencies(), &config.dependencies))),
        ("examples", Value::List(programs)),
        ("tests", Value::Bool(tests)),
        ("developed", Value::Bool(developed)),
    ])
}

fn description(plan: &Plan<'_>) -> String {
    let title = plan.api.title.trim();
    if title.is_empty() { "A client for an HTTP API.".to_owned() } else { format!("A client for {title}.") }
}

fn feature(feature: &Feature) -> Value {
    let enables = feature.enables.iter().map(|name| Escaped::toml(name).into());
    Value::map([
        ("name", Escaped::fixed(feature.name).into()),
        ("enables", Value::list(enables)),
        ("long", Value::Bool(feature.enables.len() > 4)),
    ])
}

/// A table of dependencies for each target, with one's own in that for all.
fn targets(dependencies: &[Dependency], own: &[OwnDependency]) -> Vec<Value> {
    let tables = [Target::All, Target::Native, Target::Wasm].into_iter().map(|target| {
        let ours = dependencies.iter().filter(|dependency| dependency.target == target);
        let own = own.iter().filter(|_| target == Target::All);
        let rows =
            ours.map(|row| (row.name, dependency(row))).chain(own.map(|row| (row.name.as_str(), own_dependency(row))));
        let rows = rows.collect::<BTreeMap<_, _>>().into_values();
        Value::map([("cfg", Value::optional(target.cfg().map(Escaped::fixed))), ("dependencies", Value::list(rows))])
    });
    tables.collect()
}

fn own_dependency(dependency: &OwnDependency) -> Value {
    let features = dependency.features.iter().map(|name| Escaped::toml(name).into());
    let text = |text: &Option<String>| Value::optional(text.as_deref().map(Escaped::toml));
    let plain = !dependency.bare && dependency.path.is_none() && dependency.features.is_empty();
    Value::map([
        ("name", Escaped::key(&dependency.name).into()),
        ("version", text(&dependency.version)),
        ("path", text(&dependency.path)),
        ("plain", Value::Bool(plain)),
        ("bare", Value::Bool(dependency.bare)),
        ("features", Value::list(features)),
        ("optional", Value::Bool(false)),
    ])
}

fn dependency(dependency: &Dependency) -> Value {
    let features = dependency.features.iter().map(|name| Escaped::toml(name).into());
    let plain = !dependency.bare && !dependency.optional && dependency.features.is_empty();
    Value::map([
        ("name", Escaped::fixed(dependency.name).into()),
        ("version", Escaped::toml(dependency.version).into()),
        ("path", Value::optional(None)),
        ("plain", Value::Bool(plain)),
        ("bare", Value::Bool(dependency.bare)),
        ("features", Value::list(features)),
        ("optional", Value::Bool(dependency.optional)),
    ])
}
