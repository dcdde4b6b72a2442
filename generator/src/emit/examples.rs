//! Examples: in the documentation of methods, and one program for each resource.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Bug, call, operation, plan::Plan, print::Block};
use crate::{
    current,
    model::{HttpMethod, Operation, Resource},
    parallel,
};

/// `examples/*.rs`: for each resource its safest call as a program.
///
/// # Errors
/// [`Bug`] when an item cannot be printed.
pub fn emit(plan: &Plan<'_>) -> Result<Vec<(String, String)>, Bug> {
    let programs: Vec<_> = programs(plan).collect();
    parallel::map(&programs, |(resource, operation)| emit_program(plan, resource, operation))
}

/// The resources that have an example program, with the operation it shows.
pub fn programs<'a>(plan: &'a Plan<'a>) -> impl Iterator<Item = (&'a Resource, &'a Operation)> {
    let resources = plan.api.resources.iter().filter(|_| plan.config.examples && plan.config.mount.is_none());
    resources.filter_map(|resource| Some((resource, safest(plan, plan.operations(resource))?)))
}

/// The first GET that can be shown, else the first operation that can.
#[must_use]
pub fn safest<'a>(plan: &Plan<'_>, operations: impl Iterator<Item = &'a Operation>) -> Option<&'a Operation> {
    let offered = operations.filter(|operation| operation::is_typed(operation) && !operation.deprecated);
    let (safe, others): (Vec<_>, Vec<_>) = offered.partition(|operation| operation.method == HttpMethod::Get);
    // A sample is work: most often the first is enough.
    safe.into_iter().chain(others).find(|operation| call::sample(plan, operation).is_some())
}

fn emit_program(plan: &Plan<'_>, resource: &Resource, operation: &Operation) -> Result<(String, String), Bug> {
    let _work = current::work_on(&operation.source.origin.pointer);
    let path = format!("examples/{}.rs", resource.module);
    let statements = statements(plan, operation).unwrap_or_default();
    let imports = call::imports(plan, Some(resource), &statements, &[plan.api.client.as_str()]);
    let (client, show) = (call::client(plan), show(plan, operation));
    let docs = vec![format!("Calls `{}` and prints what it gives.", operation.label)];
    let main = quote! {
        #[tokio::main]
        async fn main() -> Result<(), Box<dyn std::error::Error>> {
            let client = #client;
            #statements
            #show
            Ok(())
        }
    };
    plan.print_program(&path, docs, vec![Block::Lines(imports.std), Block::Lines(imports.own), Block::Items(main)])
}

/// Prints what a call gave.
fn show(plan: &Plan<'_>, operation: &Operation) -> TokenStream {
    match call::result_name(plan, operation) {
        Some(name) => {
            let format = format!("{{{name}:#?}}");
            quote! { println!(#format); }
        }
        None => quote! { println!("done"); },
    }
}

/// The call, awaited, with what stands before it.
fn statements(plan: &Plan<'_>, operation: &Operation) -> Option<TokenStream> {
    let call::Call { lets, expression, .. } = call::sample(plan, operation)?;
    let bind = call::result_name(plan, operation).map(|name| quote! { let #name = });
    Some(quote! { #lets #bind #expression.await?; })
}

/// The example in the documentation of a method; empty when the method cannot be shown.
///
/// # Errors
/// [`Bug`] when the statements are no Rust.
pub fn doc_example(plan: &Plan<'_>, operation: &Operation) -> Result<Vec<String>, Bug> {
    let Some(statements) = statements(plan, operation) else { return Ok(Vec::new()) };
    let resource = plan.api.resource(operation.resource);
    let imports = call::imports(plan, Some(resource), &statements, &[]);
    let lines = call::lines(&operation.label, &imports, &statements)?;
    let client = format!("client: &{}::{}", plan.crate_name(), plan.api.client);
    Ok(fence(plan, &client, lines))
}

/// The example in the documentation of the client: how to make one, and a first call.
///
/// # Errors
/// [`Bug`] when the statements are no Rust.
pub fn client_example(plan: &Plan<'_>) -> Result<Vec<String>, Bug> {
    Ok(fence(plan, "", first_call(plan, false)?))
}

/// Making a client, and a first call; `shown`: with what it gives printed.
///
/// # Errors
/// [`Bug`] when the statements are no Rust.
pub fn first_call(plan: &Plan<'_>, shown: bool) -> Result<Vec<String>, Bug> {
    let operation = safest(plan, plan.api.operations.iter());
    let client = call::client(plan);
    let call = operation.and_then(|operation| statements(plan, operation));
    let show = operation.filter(|_| shown).map(|operation| show(plan, operation));
    let statements = quote! { let client = #client; #call #show };
    let resource = operation.map(|operation| plan.api.resource(operation.resource));
    let imports = call::imports(plan, resource, &statements, &[plan.api.client.as_str()]);
    call::lines("client", &imports, &statements)
}

/// A fenced example: compiled with the crate, not run. As a module the crate has no path that a documentation test
/// could name, so there it is not compiled.
fn fence(plan: &Plan<'_>, parameter: &str, lines: Vec<String>) -> Vec<String> {
    let language = if plan.config.mount.is_some() { "ignore" } else { "no_run" };
    let mut fenced = vec!["# Example".to_owned(), format!("```{language}")];
    fenced.extend(plan.recursion_limit().map(|limit| format!("# #![recursion_limit = \"{limit}\"]")));
    fenced.push(format!("# async fn example({parameter}) -> Result<(), Box<dyn std::error::Error>> {{"));
    fenced.extend(lines);
    fenced.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    fenced
}
