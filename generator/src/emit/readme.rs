//! `README.md` of the emitted crate.

use super::{
    Bug, client, examples, method_docs, operation,
    plan::Plan,
    tera::{self, Escaped, Value},
};
use crate::model::{Operation, capabilities::Feature, signature};

/// The file.
///
/// # Errors
/// [`Bug`] when the template has a mistake or an example is no Rust.
pub fn emit(plan: &Plan<'_>) -> Result<Vec<(String, String)>, Bug> {
    const PATH: &str = "README.md.tera";
    if plan.config.mount.is_some() {
        return Ok(Vec::new());
    }
    let template = plan.templates.get(PATH).unwrap_or_default();
    let text = tera::render(PATH, template, &context(plan)?)?;
    Ok(vec![("README.md".to_owned(), text)])
}

fn context(plan: &Plan<'_>) -> Result<Value, Bug> {
    let config = plan.config;
    let title = if plan.api.title.trim().is_empty() { "an HTTP API" } else { &plan.api.title };
    let package = &config.package;
    let requirement = format!("{package} = {:?}", config.version.split('+').next().unwrap_or_default());
    let first_call = examples::first_call(plan, true)?.join("\n");
    let limit = plan.recursion_limit().map(|limit| format!("#![recursion_limit = \"{limit}\"]\n\n"));
    let main = limit.unwrap_or_default() + &indented_main(&first_call);
    let variables = client::variables(plan).into_iter().map(|name| Escaped::code(&name).into());
    let typed = plan.api.operations.iter().any(operation::is_typed);
    Ok(Value::map([
        ("spec", Escaped::comment(&config.spec_name).into()),
        ("spec_code", Escaped::code(&config.spec_name).into()),
        ("package", Escaped::markdown(package).into()),
        ("title", Escaped::markdown(title).into()),
        ("docs", Value::optional((!plan.api.docs.is_empty()).then(|| Escaped::docs(&plan.api.docs)))),
        ("install", Escaped::fence("toml", &format!("[dependencies]\n{requirement}\n{TOKIO}")).into()),
        ("first_call", Escaped::fence("rust", &main).into()),
        ("client", Escaped::code(plan.api.client.as_str()).into()),
        ("variables", Value::list(variables)),
        ("typed", Value::Bool(typed)),
        ("features", Value::list(plan.features().iter().filter(|f| !f.purpose.is_empty()).map(feature))),
        ("parts", Value::list(plan.parts.names().iter().map(|name| Escaped::code(name).into()))),
        ("operations", Value::list(plan.api.operations.iter().map(|operation| row(plan, operation)))),
        ("license", Value::optional(config.license.as_deref().map(Escaped::markdown))),
    ]))
}

const TOKIO: &str = r#"tokio = { version = "1", features = ["macros", "rt-multi-thread"] }"#;

/// The statements as a whole program.
fn indented_main(statements: &str) -> String {
    let (uses, rest): (Vec<_>, Vec<_>) = statements.lines().partition(|line| line.starts_with("use "));
    let body = rest.iter().skip_while(|line| line.is_empty()).map(|line| match *line {
        "" => "\n".to_owned(),
        line => format!("    {line}\n"),
    });
    let body: String = body.collect();
    format!(
        "{}\n\n#[tokio::main]\nasync fn main() -> Result<(), Box<dyn std::error::Error>> {{\n{body}    Ok(())\n}}",
        uses.join("\n")
    )
}

fn feature(feature: &Feature) -> Value {
    let default = matches!(feature.name, "client" | "full" | "rustls");
    Value::map([
        ("name", Escaped::code(feature.name).into()),
        ("default", Value::Bool(default)),
        ("purpose", Escaped::fixed(feature.purpose).into()),
    ])
}

fn row(plan: &Plan<'_>, operation: &Operation) -> Value {
    Value::map([
        ("call", Escaped::code(&signature::call_path(plan.api, operation)).into()),
        (
            "request",
            Escaped::code(&format!("{} {}", operation.method.as_str(), method_docs::path_template(operation))).into(),
        ),
        ("summary", Escaped::cell(&operation.docs).into()),
    ])
}
