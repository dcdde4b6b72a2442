//! Endpoints: which operations the document has, in its order, and what each is called before names are decided.

use std::collections::BTreeMap;

use openapiv3::{Operation, PathItem, ReferenceOr};
use serde_json::Value;

use super::{
    Context,
    choices::OperationChoices,
    path::{self, Template},
    refs, resource,
    response::skip,
    server, webhook,
};
use crate::{
    diagnostic::Code,
    dialect::carry::{self, Carried},
    model::HttpMethod,
    pointer::{At, Origin, Pointer},
};

/// An operation together with the path that it stands under.
#[derive(Debug)]
pub(super) struct Endpoint<'a> {
    /// The path's template.
    pub(super) path: &'a str,
    /// The same, read.
    pub(super) template: Template,
    /// The HTTP method.
    pub(super) method: HttpMethod,
    /// The path item.
    pub(super) item: At<&'a PathItem>,
    /// The operation.
    pub(super) operation: At<&'a Operation>,
    /// What its extensions choose.
    pub(super) choices: OperationChoices,
    /// Its operationId or, where it has none of its own, words made of its method and path.
    pub(super) id: String,
    /// Whether `id` is such words.
    pub(super) made_up: bool,
}

/// All operations that the crate shall have.
pub(super) fn gather<'a>(cx: &mut Context<'a>) -> Vec<Endpoint<'a>> {
    let document = cx.document;
    let paths = Origin::root(Pointer::root()).join("paths");
    let mut endpoints = Vec::new();
    for (path, item) in &document.paths.paths {
        let origin = paths.join(path);
        let Some(item) = path_item(cx, At::new(item, origin.clone())) else { continue };
        if item.node.iter().any(|(_, operation)| webhook::name(operation).is_some()) {
            continue;
        }
        let template = path::parse(path);
        for method in methods(cx, &item) {
            let Some(operation) = operation(item.node, &method) else { continue };
            let key = method.as_str().to_ascii_lowercase();
            let operation = item.below(&key, operation);
            let carried = Carried(&operation.node.extensions);
            let choices = OperationChoices::read(cx, &operation);
            if choices.ignore {
                cx.ignored += 1;
                continue;
            }
            let own = carried.value(carry::PATH).and_then(Value::as_str);
            let (path, template) =
                own.map_or_else(|| (path.as_str(), template.clone()), |path| (path, path::parse(path)));
            for fault in &template.faults {
                let known = endpoints.iter().any(|known: &Endpoint<'_>| known.item.origin == item.origin);
                if !known {
                    cx.diagnostics.report(Code::OperationPath, origin.clone(), fault.to_string());
                }
            }
            let own = carried.value(carry::METHOD).and_then(Value::as_str).and_then(HttpMethod::of);
            let method = own.unwrap_or(method);
            let (item, id, made_up) = (item.clone(), String::new(), false);
            endpoints.push(Endpoint { path, template, method, item, operation, choices, id, made_up });
        }
    }
    name(cx, &mut endpoints);
    endpoints
}

fn skip_path(cx: &mut Context<'_>, origin: &Origin) {
    cx.skipped.push(crate::model::Skipped { origin: origin.clone(), what: "path".to_owned() });
}

/// The path item, or the one that it refers to.
fn path_item<'a>(cx: &mut Context<'a>, item: At<&'a ReferenceOr<PathItem>>) -> Option<At<&'a PathItem>> {
    let reference = match item.node {
        ReferenceOr::Item(node) => return Some(At::new(node, item.origin)),
        ReferenceOr::Reference { reference } => reference,
    };
    let target = refs::target(reference);
    let found = target.as_ref().and_then(|target| match target.tokens() {
        [paths, path] if paths == "paths" => cx.document.paths.paths.get(path)?.as_item(),
        _ => None,
    });
    match (found, target) {
        (Some(node), Some(target)) => Some(At::new(node, Origin::root(target))),
        _ => {
            let code = if reference.starts_with('#') { Code::ReferenceDangling } else { Code::ReferenceExternal };
            cx.diagnostics.report(code, item.origin.clone(), format!("`{reference}` leads to no path item"));
            skip_path(cx, &item.origin);
            None
        }
    }
}

const METHODS: &[HttpMethod] = &[
    HttpMethod::Get,
    HttpMethod::Put,
    HttpMethod::Post,
    HttpMethod::Delete,
    HttpMethod::Options,
    HttpMethod::Head,
    HttpMethod::Patch,
    HttpMethod::Trace,
];

/// The methods of a path item as the document orders them; openapiv3 forgets that order.
fn methods(cx: &Context<'_>, item: &At<&PathItem>) -> Vec<HttpMethod> {
    let keys = cx.value.pointer(&item.origin.pointer.to_string()).and_then(|value| value.as_object());
    let position = |method: &HttpMethod| {
        keys.and_then(|keys| keys.keys().position(|key| key.eq_ignore_ascii_case(method.as_str())))
            .unwrap_or(usize::MAX)
    };
    let mut methods = METHODS.to_vec();
    methods.sort_by_key(position);
    methods
}

fn operation<'a>(item: &'a PathItem, method: &HttpMethod) -> Option<&'a Operation> {
    match method {
        HttpMethod::Get => &item.get,
        HttpMethod::Put => &item.put,
        HttpMethod::Post => &item.post,
        HttpMethod::Delete => &item.delete,
        HttpMethod::Options => &item.options,
        HttpMethod::Head => &item.head,
        HttpMethod::Patch => &item.patch,
        HttpMethod::Trace => &item.trace,
        // What 3.0 does not have stands as `post` (see `carry::METHOD`).
        HttpMethod::Query | HttpMethod::Other(_) => return None,
    }
    .as_ref()
}

/// Gives each endpoint its id; all that share an operationId lose it, so that their order does not matter.
fn name(cx: &mut Context<'_>, endpoints: &mut [Endpoint<'_>]) {
    let mut places: BTreeMap<&str, Vec<Origin>> = BTreeMap::new();
    for endpoint in endpoints.iter() {
        if let Some(id) = own_id(endpoint.operation.node) {
            places.entry(id).or_default().push(endpoint.operation.origin.clone());
        }
    }
    for endpoint in endpoints {
        let origin = endpoint.operation.origin.clone();
        let made_up = made_up(&endpoint.method, endpoint.path);
        endpoint.made_up = true;
        let Some(id) = own_id(endpoint.operation.node) else {
            cx.diagnostics.report(Code::OperationId, origin, format!("no operationId; `{made_up}` stands in for it"));
            endpoint.id = made_up;
            continue;
        };
        match places.get(id).and_then(|all| all.iter().find(|other| **other != origin)) {
            None => {
                id.clone_into(&mut endpoint.id);
                endpoint.made_up = false;
            }
            Some(other) => {
                let message = format!("the operationId `{id}` is not unique; `{made_up}` stands in for it");
                cx.diagnostics.report(Code::OperationId, origin.join("operationId"), message).related =
                    Some(other.clone());
                endpoint.id = made_up;
            }
        }
    }
}

fn own_id(operation: &Operation) -> Option<&str> {
    operation.operation_id.as_deref().filter(|id| id.chars().any(char::is_alphanumeric))
}

/// `GET /v1/pets/{id}/toys` is `get pets by id toys`.
fn made_up(method: &HttpMethod, path: &str) -> String {
    let mut words = vec![method.as_str().to_ascii_lowercase()];
    for segment in path.split('/').filter(|segment| !segment.is_empty() && !resource::is_prefix(segment)) {
        if segment.contains('{') {
            words.push("by".to_owned());
        }
        words.push(segment.replace(['{', '}'], " ").trim().to_owned());
    }
    words.join(" ")
}

/// Notes what an operation has beside its request and its answers.
pub(super) fn report_extras(cx: &mut Context<'_>, endpoint: &Endpoint<'_>) {
    let callbacks = endpoint.operation.origin.join("callbacks");
    for name in endpoint.operation.node.callbacks.keys() {
        let message = format!("the callback `{name}` is not in the crate; only requests to the API are");
        skip(cx, &callbacks.join(name), "callback", message);
    }
}

/// The base URL of the operation alone: what it says itself, else what its path item says.
pub(super) fn own_server(cx: &mut Context<'_>, endpoint: &Endpoint<'_>) -> Option<String> {
    let (operation, item) = (&endpoint.operation, &endpoint.item);
    if operation.node.servers.is_empty() {
        server::resolve_own(cx, &item.node.servers, &item.origin)
    } else {
        server::resolve_own(cx, &operation.node.servers, &operation.origin)
    }
}

#[cfg(test)]
mod tests {
    use super::{HttpMethod, made_up};

    #[test]
    fn a_missing_id_comes_from_method_and_path() {
        assert_eq!(made_up(&HttpMethod::Get, "/api/v1/pets/{petId}/toys"), "get pets by petId toys");
        assert_eq!(made_up(&HttpMethod::Post, "/"), "post");
        assert_eq!(made_up(&HttpMethod::Put, "/files/{name}.{ext}"), "put files by name . ext");
    }
}
