//! A call with sample values, as statements: for doc examples, example programs, the README and tests.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use serde_json::Value;

use super::{Bug, plan::Plan, sample::Samples, uses};
use crate::model::{
    Argument, Body, BodyKind, Credential, Operation, Output, RequiredArguments, Resource, TypeKind, TypeRef,
};

/// The statements before a call and the call itself.
#[derive(Clone, Debug)]
pub struct Call {
    /// `let body = …;`
    pub lets: TokenStream,
    /// `client.connections().create("ws_1", &body)`, not awaited.
    pub expression: TokenStream,
    /// The samples that were used, by argument.
    pub arguments: Vec<(Argument, Value)>,
    /// The body that was used.
    pub body: Option<Value>,
}

/// The call of a typed operation; `None` when some argument's type has no finite value.
#[must_use]
pub fn sample(plan: &Plan<'_>, operation: &Operation) -> Option<Call> {
    let samples = Samples::new(plan.rust());
    let given = |argument: &Argument| {
        let example = operation.example.iter().find(|(wire, _)| *wire == argument.wire).map(|(_, value)| value);
        // The name of a text says more than any sample of ours.
        let name = plan.rust().is_text(&argument.ty).then(|| Value::String(argument.wire.0.clone()));
        let fitted = samples.json(&argument.ty, example.or(name.as_ref())).filter(|value| may_stand(argument, value));
        fitted.or_else(|| samples.json(&argument.ty, None)).map(|value| (argument.clone(), value))
    };
    let path = operation.path_arguments.iter().map(given).collect::<Option<Vec<_>>>()?;
    let required = operation.required.arguments().iter().map(given).collect::<Option<Vec<_>>>()?;
    // Optional arguments are shown where the spec has an example of them.
    let shown =
        |argument: &&Argument| !argument.deprecated && operation.example.iter().any(|(w, _)| *w == argument.wire);
    let optional: Vec<_> = operation.optional.iter().filter(shown).filter_map(given).collect();
    let (lets, body_argument, body) = sample_body(plan, operation)?;
    // Tests compare a body in JSON only.
    let body = body.filter(|_| matches!(operation.body.as_ref().map(|b| &b.kind), Some(BodyKind::Json { .. })));

    let path_values = path.iter().map(|(argument, value)| argument_value(&samples, argument, value));
    let required_values = required_values(&samples, operation, &required);
    let setters = optional.iter().map(|(argument, value)| {
        let (name, value) = (&argument.name, argument_value(&samples, argument, value));
        quote! { .#name(#value) }
    });
    let accessors = plan.accessors(operation).into_iter().map(|resource| {
        let accessor = &resource.accessor;
        quote! { .#accessor() }
    });
    let name = &operation.name;
    let values = path_values.chain(required_values).chain(body_argument);
    let expression = quote! { client #(#accessors)* .#name(#(#values),*) #(#setters)* };
    let arguments = path.iter().chain(&required).chain(&optional).cloned().collect();
    Some(Call { lets, expression, arguments, body })
}

fn argument_value(samples: &Samples<'_>, argument: &Argument, value: &Value) -> TokenStream {
    if argument.nullable {
        let value = samples.argument(&argument.ty, value);
        quote! { Some(#value) }
    } else {
        samples.argument(&argument.ty, value)
    }
}

fn required_values(samples: &Samples<'_>, operation: &Operation, given: &[(Argument, Value)]) -> Vec<TokenStream> {
    let RequiredArguments::Struct { name, .. } = &operation.required else {
        return given.iter().map(|(argument, value)| argument_value(samples, argument, value)).collect();
    };
    let fields = given.iter().map(|(argument, value)| {
        let (name, value) = (&argument.name, samples.owned(&argument.ty, value));
        let value = if argument.nullable {
            quote! { Some(#value) }
        } else {
            value
        };
        quote! { #name: #value }
    });
    vec![quote! { op::#name { #(#fields),* } }]
}

/// The `let` of the body, the argument, and the JSON that is sent.
fn sample_body(plan: &Plan<'_>, operation: &Operation) -> Option<(TokenStream, Option<TokenStream>, Option<Value>)> {
    let Some(body) = &operation.body else { return Some((TokenStream::new(), None, None)) };
    let Some(ty) = body.kind.ty() else { return Some((TokenStream::new(), Some(sample_bytes(body)), None)) };
    let samples = Samples::new(plan.rust());
    let example = operation.example.iter().find(|(wire, _)| wire.as_str() == "body").map(|(_, value)| value);
    let value = samples.json(ty, example)?;
    let is_object = match plan.rust().resolved(ty) {
        TypeRef::Named(id) => !matches!(plan.api.ty(*id).kind, TypeKind::Enum(_)),
        TypeRef::Map(_) | TypeRef::Tuple(_) | TypeRef::External(_) | TypeRef::Json => true,
        _ => false,
    };
    if is_object {
        let owned = samples.owned(ty, &value);
        Some((quote! { let body = #owned; }, Some(quote! { &body }), Some(value)))
    } else if !body.required && is_slice(plan, ty) {
        // A reference to an array is no `Into<Option<&[T]>>`.
        let array: TokenStream = samples.argument(ty, &value).into_iter().filter(not_a_reference()).collect();
        Some((quote! { let body = #array; }, Some(quote! { body.as_slice() }), Some(value)))
    } else {
        Some((TokenStream::new(), Some(samples.argument(ty, &value)), Some(value)))
    }
}

/// Bytes, after their media type where the caller says it.
fn sample_bytes(body: &Body) -> TokenStream {
    let media_type = body.kind.is_of_any_type().then(|| {
        let first =
            body.kind.media_types().into_iter().find(|name| !name.contains('*')).unwrap_or("application/octet-stream");
        quote! { #first, }
    });
    if body.required {
        quote! { #media_type b"value".as_slice() }
    } else {
        quote! { #media_type Bytes::from_static(b"value") }
    }
}

fn is_slice(plan: &Plan<'_>, ty: &TypeRef) -> bool {
    match plan.rust().resolved(ty) {
        TypeRef::List(_) => true,
        TypeRef::Scalar(scalar) => scalar.row().argument == Some("&[u8]"),
        _ => false,
    }
}

/// All tokens but the `&` before an expression.
fn not_a_reference() -> impl FnMut(&TokenTree) -> bool {
    let mut first = true;
    move |token| {
        let was_first = std::mem::take(&mut first);
        !(was_first && matches!(token, TokenTree::Punct(punct) if punct.as_char() == '&'))
    }
}

/// `connections` for what the call gives; `None` when that is nothing. A name of more than two words says no more in an
/// example than `answer`.
#[must_use]
pub fn result_name(plan: &Plan<'_>, operation: &Operation) -> Option<proc_macro2::Ident> {
    let name = match &operation.answer.output {
        Output::Nothing => return None,
        Output::Json(TypeRef::Named(id)) | Output::Optional(TypeRef::Named(id)) => plan.api.ty(*id).module.as_str(),
        Output::List(_) => plan.api.resource(operation.resource).accessor.as_str(),
        _ => "answer",
    };
    let long = name.split('_').count() > 2;
    let taken = ["client", "body", "types", "op", "server"].contains(&name);
    Some(super::tokens::ident(if taken || long { "answer" } else { name }))
}

/// An expression that makes a client: by environment where that is enough, else with placeholders.
#[must_use]
pub fn client(plan: &Plan<'_>) -> TokenStream {
    let name = &plan.api.client;
    let auth = &plan.api.auth;
    let needed: Vec<_> = auth.default.first().into_iter().flatten().filter_map(|id| auth.schemes.get(id.0)).collect();
    let by_env = !super::client::variables(plan).is_empty() && needed.iter().all(|scheme| scheme.env.is_some());
    if by_env && (!plan.api.servers.is_empty() || plan.api.base_url_env.is_some()) {
        return quote! { #name::from_env()? };
    }
    let has_server = !plan.api.servers.is_empty();
    match auth.constructor.and_then(|id| auth.schemes.get(id.0)) {
        Some(scheme) if has_server && scheme.credential == Credential::Basic => {
            quote! { #name::new("user", "password")? }
        }
        Some(_) if has_server => quote! { #name::new("credential")? },
        None if has_server && auth.schemes.is_empty() => quote! { #name::new()? },
        _ => {
            let url = (!has_server).then(|| quote! { .base_url("https://api.example.com") });
            let credentials = needed.iter().map(|scheme| {
                let setter = &scheme.setter;
                match scheme.credential {
                    Credential::Basic => quote! { .#setter("user", "password") },
                    _ => quote! { .#setter("credential") },
                }
            });
            quote! { #name::builder() #url #(#credentials)* .build()? }
        }
    }
}

/// What statements import: of `std`, and of the crate.
#[derive(Clone, Debug, Default)]
pub struct Imports {
    /// `use std::…;`
    pub std: TokenStream,
    /// `use airstore_sdk::…;`
    pub own: TokenStream,
}

/// The imports for what the statements name; `more` are names at the crate's root that they need besides.
#[must_use]
pub fn imports(plan: &Plan<'_>, module: Option<&Resource>, statements: &TokenStream, more: &[&str]) -> Imports {
    let crate_name: TokenStream = plan.crate_name().parse().unwrap_or_default();
    let mut roots: Vec<TokenStream> = more.iter().filter_map(|name| name.parse().ok()).collect();
    if let Some(resource) = module.filter(|_| uses::starts_path(statements, "op")) {
        let module = &resource.module;
        roots.push(quote! { resources::#module::op });
    }
    let offered = ["Bytes", "File", "bytes", "chrono", "jiff", "serde_json", "types", "uuid"].into_iter();
    roots.extend(offered.filter(|name| uses::starts_path(statements, name)).filter_map(|name| name.parse().ok()));
    roots.sort_by_key(ToString::to_string);
    let map = uses::starts_path(statements, "BTreeMap").then(|| quote! { use std::collections::BTreeMap; });
    let own = match roots.as_slice() {
        [] => TokenStream::new(),
        [one] => quote! { use #crate_name::#one; },
        all => quote! { use #crate_name::{#(#all),*}; },
    };
    Imports { std: quote! { #map }, own }
}

/// Statements as lines of text, an empty line after each group of imports.
///
/// # Errors
/// [`Bug`] when they are no Rust.
pub fn lines(item: &str, imports: &Imports, statements: &TokenStream) -> Result<Vec<String>, Bug> {
    let groups = [&imports.std, &imports.own, statements].map(|group| print_statements(item, group));
    let mut lines: Vec<String> = Vec::new();
    for group in groups {
        let group = group?;
        if !lines.is_empty() && !group.is_empty() {
            lines.push(String::new());
        }
        lines.extend(group);
    }
    Ok(lines)
}

fn print_statements(item: &str, statements: &TokenStream) -> Result<Vec<String>, Bug> {
    if statements.is_empty() {
        return Ok(Vec::new());
    }
    let file = syn::parse2(quote! { async fn example() { #statements } })
        .map_err(|error| Bug { item: item.to_owned(), what: format!("{error} in an example: {statements}") })?;
    let text = super::macros::unparse(file);
    let lines: Vec<_> = text.lines().collect();
    let inner = lines.get(1..lines.len().saturating_sub(1)).unwrap_or_default();
    Ok(inner.iter().map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned()).collect())
}

/// A parameter's value as the texts that stand on the wire, each with its key where the value is a map.
#[must_use]
pub fn texts(value: &Value) -> Vec<(Option<String>, String)> {
    match value {
        Value::Null => Vec::new(),
        Value::Bool(yes) => vec![(None, yes.to_string())],
        Value::String(text) => vec![(None, text.clone())],
        Value::Number(number) => {
            let whole = number.is_i64() || number.is_u64();
            let real = number.as_f64().filter(|_| !whole).map(|real| real.to_string());
            vec![(None, real.unwrap_or_else(|| number.to_string()))]
        }
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(entries) => {
            let keyed = |(key, value): (&String, &Value)| {
                texts(value).into_iter().map(|(_, text)| (Some(key.clone()), text)).collect::<Vec<_>>()
            };
            // The runtime's maps are sorted.
            let mut entries: Vec<_> = entries.iter().flat_map(keyed).collect();
            entries.sort();
            entries
        }
    }
}

/// The same joined by commas, keys before their values.
#[must_use]
pub fn joined(texts: &[(Option<String>, String)]) -> String {
    texts.iter().flat_map(|(key, text)| key.iter().chain([text])).cloned().collect::<Vec<_>>().join(",")
}

/// Whether a sample may stand where its parameter does: the runtime refuses the rest before it sends.
fn may_stand(argument: &Argument, value: &Value) -> bool {
    use crate::model::Location;
    let texts = texts(value);
    let mut parts = texts.iter().flat_map(|(key, text)| key.iter().chain([text]));
    match argument.location {
        Location::Path => {
            !texts.is_empty()
                && parts.all(|part| !part.is_empty() && part != "." && part != ".." && !part.contains(char::is_control))
        }
        Location::Header => parts.all(|part| part.bytes().all(|b| (0x20..0x7f).contains(&b)) && part.trim() == *part),
        Location::Query | Location::Cookie => true,
    }
}
