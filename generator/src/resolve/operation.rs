//! Operations: each endpoint becomes a method of its resource.

use openapiv3::Operation as Declared;

use super::{
    Context, Hint,
    arguments::{self, Arguments},
    auth::{self, Requirement},
    body::{self, Sent},
    docs,
    endpoint::{self, Endpoint},
    names,
    resource::{self, Resources},
    response::{self, Asked},
};
use crate::model::{
    Auth, Credential, Docs, Form, MethodName, Operation, RequiredArguments, ResourceId, Source, TypeName, WireName,
};
use crate::{current, dialect::carry::Carried};

/// All operations, in the spec's order. Fills in the resources, and what of [`Auth`] depends on the operations.
pub fn resolve_operations(cx: &mut Context<'_>, auth: &mut Auth, resources: &mut Resources) -> Vec<Operation> {
    let default = auth::resolve_default(cx, auth);
    let mut operations = Vec::new();
    for endpoint in endpoint::gather(cx) {
        operations.push(resolve_operation(cx, &endpoint, auth, &default, resources));
    }
    auth::settle(auth, &mut operations);
    resources.settle(&mut operations);
    operations
}

fn resolve_operation<'a>(
    cx: &mut Context<'a>,
    endpoint: &Endpoint<'a>,
    auth: &Auth,
    default: &Requirement,
    resources: &mut Resources,
) -> Operation {
    let _work = current::work_on(&endpoint.operation.origin.pointer);
    let declared = endpoint.operation.node;
    let security = match &declared.security {
        Some(own) => auth::resolve_requirement(cx, auth, &endpoint.operation.below("security", own)),
        None => default.clone(),
    };
    let resource = enter_resource(cx, endpoint, resources);
    let (name, call) = resolve_name(cx, endpoint, resources.label(resource));
    let hint = Hint::new(&endpoint.id);
    endpoint::report_extras(cx, endpoint);
    let mut arguments = arguments::resolve_arguments(cx, endpoint, &credentials(auth, &security), &hint);
    let sent = match &declared.request_body {
        Some(body) => body::resolve_body(cx, endpoint.operation.below("requestBody", body), &hint.join("Request")),
        None => Sent::default(),
    };
    let envelope = endpoint.choices.envelope;
    let asked = Asked { hint: &hint, method: &endpoint.method, envelope, call: &call };
    let received = response::resolve_answers(cx, &endpoint.operation, &asked);
    let lost = Carried(&declared.extensions).quarantine().map(str::to_owned);
    let form = form(lost.into_iter().chain(arguments.raw.drain(..)));
    let mut operation = Operation {
        label: format!("{}.{name}", resources.label(resource)),
        name,
        required: Arguments::required_of(arguments.required, &call),
        call,
        resource,
        method: endpoint.method.clone(),
        server: endpoint::own_server(cx, endpoint),
        path: arguments.segments,
        fixed_query: fixed_query(endpoint),
        aliases: declared.tags.iter().skip(1).filter(|tag| !tag.trim().is_empty()).cloned().collect(),
        docs: describe(declared),
        deprecated: declared.deprecated,
        path_arguments: arguments.in_path,
        optional: arguments.optional,
        body: sent.body,
        answer: received.answer,
        errors: received.errors,
        security: Some(security),
        idempotent: endpoint.choices.idempotent,
        idempotency_header: arguments.idempotency_header,
        retry_conflict: endpoint.choices.retry_conflict,
        form,
        example: arguments.examples,
        answer_example: received.example,
        source: Source { origin: endpoint.operation.origin.clone(), name: declared.operation_id.clone() },
    };
    operation.example.extend(sent.example.map(|example| (WireName::from("body"), example)));
    if operation.form != Form::Typed {
        keep_path_only(&mut operation);
    }
    operation
}

/// A raw call takes its path arguments only. The body's type stays: it is what the raw call may be given.
fn keep_path_only(operation: &mut Operation) {
    operation.required = RequiredArguments::Positional(Vec::new());
    operation.optional.clear();
    let in_path = &operation.path_arguments;
    operation.example.retain(|(wire, _)| in_path.iter().any(|argument| argument.wire == *wire));
}

/// The pairs in the path's query that no parameter gives.
fn fixed_query(endpoint: &Endpoint<'_>) -> Vec<(WireName, String)> {
    let pairs = endpoint.template.query.iter();
    pairs.map(|(name, value)| (WireName::from(name.as_str()), value.clone())).collect()
}

fn form(reasons: impl Iterator<Item = String>) -> Form {
    let reasons: Vec<String> = reasons.collect();
    if reasons.is_empty() { Form::Typed } else { Form::Raw(reasons.join("; ")) }
}

fn enter_resource(cx: &Context<'_>, endpoint: &Endpoint<'_>, resources: &mut Resources) -> ResourceId {
    let tag = endpoint.operation.node.tags.first().map(String::as_str);
    let segments = resource::segments(endpoint.choices.resource.as_deref(), tag, endpoint.path, &cx.document.tags);
    resources.enter(cx, &segments, &endpoint.operation.origin)
}

/// The method and the call's struct: what the extension says, else made of the operation's id or its request.
fn resolve_name(cx: &mut Context<'_>, endpoint: &Endpoint<'_>, resource: &str) -> (MethodName, TypeName) {
    let name = match &endpoint.choices.method {
        Some(pinned) => {
            cx.pins.insert(names::Kind::Method, endpoint.operation.origin.clone());
            names::method_name(&[pinned])
        }
        None => names::operation_name(&names::Named {
            id: Some(endpoint.id.as_str()).filter(|_| !endpoint.made_up),
            method: &endpoint.method,
            path: endpoint.path,
            resource,
        }),
    };
    let call = names::type_name(&[name.as_str()]);
    (name, call)
}

/// What calls of this operation send to prove who makes them.
fn credentials(auth: &Auth, security: &Requirement) -> Vec<Credential> {
    let schemes = security.iter().flatten().filter_map(|id| auth.schemes.get(id.0));
    schemes.map(|scheme| scheme.credential.clone()).collect()
}

/// Summary, then description; a description that begins with the summary stands alone.
fn describe(operation: &Declared) -> Docs {
    let text = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_owned();
    let (summary, description) = (text(&operation.summary), text(&operation.description));
    if description.starts_with(&summary) {
        return docs::canonical(&description);
    }
    docs::canonical(&format!("{summary}\n\n{description}"))
}

#[cfg(test)]
mod tests {
    use super::{Declared, describe};

    fn summary_and_details(summary: &str, description: &str) -> (String, String) {
        let text = |text: &str| Some(text.to_owned());
        let operation = Declared { summary: text(summary), description: text(description), ..Declared::default() };
        let docs = describe(&operation);
        (docs.summary, docs.details)
    }

    #[test]
    fn a_summary_is_not_said_twice() {
        assert_eq!(summary_and_details("", "All pets."), ("All pets.".to_owned(), String::new()));
        assert_eq!(summary_and_details("All pets.", "All pets."), ("All pets.".to_owned(), String::new()));
        assert_eq!(summary_and_details("Pets.", "By age."), ("Pets.".to_owned(), "By age.".to_owned()));
    }
}
