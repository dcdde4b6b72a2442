//! openapi-to-rust's crate of a description.

use std::{fs, path::Path, process::Command};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use serde_json::Value;
use syn::{FnArg, ImplItem, ImplItemFn, Item};

use crate::{Error, process::run, specs::Spec};

/// What its crate is called.
pub fn package(name: &str) -> String {
    format!("{name}-theirs")
}

/// Generates it, as its own `init` configures it, with the dependencies that it asks for.
pub fn generate(program: &Path, spec: &Spec, folder: &Path) -> Result<(), String> {
    let fail = |error: &dyn std::fmt::Display| error.to_string();
    if folder.is_dir() {
        fs::remove_dir_all(folder).map_err(|error| fail(&error))?;
    }
    fs::create_dir_all(folder.join("src")).map_err(|error| fail(&error))?;
    let main = std::path::absolute(&spec.main).map_err(|error| fail(&error))?;
    for words in [vec!["init".into(), main.into_os_string()], vec!["generate".into()]] {
        let ended = run(Command::new(program).args(words).current_dir(folder)).map_err(|error| fail(&error))?;
        if !ended.success {
            return Err(ended
                .stderr
                .lines()
                .filter(|line| !line.trim().is_empty())
                .take(4)
                .collect::<Vec<_>>()
                .join("; "));
        }
    }
    let wanted = fs::read_to_string(folder.join("src/generated/REQUIRED_DEPS.toml")).map_err(|error| fail(&error))?;
    let head = format!(
        "[package]\nname = \"{}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n",
        package(&spec.name)
    );
    fs::write(folder.join("Cargo.toml"), head + &wanted).map_err(|error| fail(&error))?;
    fs::write(folder.join("src/lib.rs"), "pub mod generated;\n").map_err(|error| fail(&error))
}

/// Three calls that both crates have: of GET operations, with nothing but texts in their paths. Ours, then theirs.
pub fn calls(inspected: &Value, folder: &Path) -> Result<(Vec<String>, Vec<String>), Error> {
    let file = syn::parse_file(&fs::read_to_string(folder.join("src/generated/client.rs"))?)?;
    let methods: Vec<_> = file.items.iter().flat_map(functions).filter_map(theirs).collect();
    let (mut our, mut their) = (Vec::new(), Vec::new());
    for operation in inspected.get("operations").and_then(Value::as_array).into_iter().flatten() {
        let Some((path, call)) = ours(operation) else { continue };
        if let Some((_, method)) = methods.iter().find(|(of, _)| *of == path) {
            our.push(call);
            their.push(method.clone());
        }
    }
    our.truncate(3);
    their.truncate(3);
    Ok((our, their))
}

/// The path without the names of its variables, and the call.
fn ours(operation: &Value) -> Option<(String, String)> {
    let get = operation.get("http_method")? == "GET" && operation.get("typed")? == true;
    let arguments: Vec<_> = operation
        .get("arguments")?
        .as_array()?
        .iter()
        .filter(|a| a.get("required") == Some(&Value::Bool(true)))
        .collect();
    let plain = arguments.iter().all(|a| a.get("type") == Some(&"&str".into()) && a.get("in") == Some(&"path".into()));
    let plain = plain && operation.get("body")?.is_null();
    let texts = vec!["\"a\""; arguments.len()].join(", ");
    let call = format!("{}({texts})", operation.get("call")?.as_str()?);
    (get && plain).then_some((bare(operation.get("path")?.as_str()?), call))
}

/// `/a/{b}` as `/a/{}`.
fn bare(path: &str) -> String {
    let mut inside = false;
    let keep = |c: &char| {
        let kept = !inside || *c == '}';
        inside = (inside || *c == '{') && *c != '}';
        kept
    };
    path.chars().filter(keep).collect()
}

fn functions(item: &Item) -> Vec<&ImplItemFn> {
    let Item::Impl(block) = item else { return Vec::new() };
    let is_client = block.self_ty.to_token_stream().to_string() == "HttpClient";
    let functions = block.items.iter().filter_map(|item| match item {
        ImplItem::Fn(function) => Some(function),
        _ => None,
    });
    functions.filter(|_| is_client).collect()
}

/// The path of a GET with texts only, and the call.
fn theirs(function: &ImplItemFn) -> Option<(String, String)> {
    let mut texts = Vec::new();
    for argument in function.sig.inputs.iter().skip(1) {
        let FnArg::Typed(argument) = argument else { return None };
        let ty = argument.ty.to_token_stream().to_string().replace(' ', "");
        texts.push(match ty.as_str() {
            "implAsRef<str>" => "\"a\"".to_owned(),
            "Option<implAsRef<str>>" => "None::<&str>".to_owned(),
            ty if ty.starts_with("Option<") => "None".to_owned(),
            _ => return None,
        });
    }
    let body = function.block.to_token_stream();
    let is_get = body.to_string().replace(' ', "").contains("http_client.get(");
    let path = path(body)?;
    (is_get && function.sig.asyncness.is_some())
        .then(|| (path, format!("client.{}({})", function.sig.ident, texts.join(", "))))
}

/// The first text that is a path.
fn path(tokens: TokenStream) -> Option<String> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Literal(literal) => {
            Some(literal.to_string().trim_matches('"').to_owned()).filter(|text| text.starts_with('/'))
        }
        TokenTree::Group(group) => path(group.stream()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn paths_without_names() {
        assert_eq!(super::bare("/a/{b}/c{d}"), "/a/{}/c{}");
    }

    #[test]
    fn a_method_of_theirs() {
        let text = "pub async fn one(&self, id: impl AsRef<str>, q: Option<impl AsRef<str>>) { \
                    let u = format!(\"{}{}\", b, format!(\"/a/{}\", id)); self.http_client.get(u); }";
        let (path, call) = super::theirs(&syn::parse_str(text).unwrap()).unwrap();
        assert_eq!((path.as_str(), call.as_str()), ("/a/{}", "client.one(\"a\", None::<&str>)"));
    }
}
