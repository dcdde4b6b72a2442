//! Arguments: an operation's parameters, sorted into what its method takes and what its call can be given.

use serde_json::Value;

use super::{Context, Hint, choices, endpoint::Endpoint, example, parameter, parameter::Declared, path::Piece};
use crate::{
    diagnostic::Code,
    dialect::is_ignored_header,
    model::{Argument, Credential, Location, PathSegment, RequiredArguments, Source, TypeName, WireName},
    pointer::At,
};

/// How many required query and header parameters stand as positional arguments.
const MAX_POSITIONAL: usize = 3;

/// The header of draft-ietf-httpapi-idempotency-key-header.
const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// An operation's parameters, sorted.
#[derive(Debug, Default)]
pub(super) struct Arguments {
    /// The path, with indexes into `in_path`.
    pub(super) segments: Vec<PathSegment>,
    /// In the order of the path's template.
    pub(super) in_path: Vec<Argument>,
    /// Required query and header parameters by wire name.
    pub(super) required: Vec<Argument>,
    /// In the spec's order.
    pub(super) optional: Vec<Argument>,
    /// The header that carries an idempotency key.
    pub(super) idempotency_header: Option<WireName>,
    /// The spec's own examples.
    pub(super) examples: Vec<(WireName, Value)>,
    /// Why the operation cannot be typed.
    pub(super) raw: Vec<String>,
}

/// Reads and sorts an operation's parameters. `credentials` are what its calls send to prove who makes them.
pub(super) fn resolve_arguments<'a>(
    cx: &mut Context<'a>,
    endpoint: &Endpoint<'a>,
    credentials: &[Credential],
    hint: &Hint,
) -> Arguments {
    let lists = [
        endpoint.item.below("parameters", &endpoint.item.node.parameters),
        endpoint.operation.below("parameters", &endpoint.operation.node.parameters),
    ];
    let mut arguments = Arguments::default();
    let (in_path, others): (Vec<_>, Vec<_>) =
        parameter::gather(cx, lists).into_iter().partition(|declared| declared.location == Location::Path);
    arguments.read_path(cx, endpoint, &in_path, hint);
    for declared in others {
        if choices::flag(cx, &declared.data.node.extensions, &declared.data.origin, "x-sdk-ignore") == Some(true) {
            continue;
        }
        match given_otherwise(&declared, credentials) {
            None if is_idempotency_key(cx, &declared) => {
                arguments.idempotency_header = Some(WireName::from(declared.wire()));
            }
            None => arguments.read_other(cx, &declared, hint),
            Some(reason) => {
                let message = format!("the {} is no argument: {reason}", declared.title());
                cx.diagnostics.report(Code::ParameterIgnored, declared.data.origin.clone(), message);
            }
        }
    }
    arguments.required.sort_by(|a, b| a.wire.cmp(&b.wire));
    arguments
}

impl Arguments {
    /// The path's variables, in the order of the template; a variable that stands twice is one argument.
    fn read_path<'a>(&mut self, cx: &mut Context<'a>, endpoint: &Endpoint<'a>, declared: &[Declared<'a>], hint: &Hint) {
        for piece in &endpoint.template.pieces {
            let name = match piece {
                Piece::Literal(text) => {
                    self.segments.push(PathSegment::Literal(text.clone()));
                    continue;
                }
                Piece::Variable(name) => name,
            };
            let known = self.in_path.iter().position(|argument| argument.wire.as_str() == name);
            let index = known.unwrap_or_else(|| {
                let found = declared.iter().find(|declared| declared.wire() == name);
                let argument = self.path_argument(cx, endpoint, name, found, hint);
                self.in_path.push(argument);
                self.in_path.len() - 1
            });
            self.segments.push(PathSegment::Argument(index));
        }
        for unused in declared.iter().filter(|d| self.in_path.iter().all(|argument| argument.wire.as_str() != d.wire()))
        {
            let message = format!("the {} is no variable of `{}`; it is left out", unused.title(), endpoint.path);
            cx.diagnostics.report(Code::OperationPath, unused.data.origin.clone(), message);
        }
    }

    fn path_argument<'a>(
        &mut self,
        cx: &mut Context<'a>,
        endpoint: &Endpoint<'a>,
        name: &str,
        declared: Option<&Declared<'a>>,
        hint: &Hint,
    ) -> Argument {
        let name_of = |origin| Source { origin, name: Some(name.to_owned()) };
        let Some(declared) = declared else {
            let message = format!("no parameter declares the variable `{name}`; it is taken to be a text");
            cx.diagnostics.report(Code::OperationPath, endpoint.item.origin.clone(), message);
            return parameter::implied(name, name_of(endpoint.operation.origin.clone()));
        };
        match parameter::resolve_argument(cx, declared, hint) {
            Ok(argument) => {
                self.keep_example(cx, declared, &argument);
                argument
            }
            Err(written) => {
                self.make_raw(cx, declared, &written);
                parameter::implied(name, name_of(declared.data.origin.clone()))
            }
        }
    }

    fn read_other<'a>(&mut self, cx: &mut Context<'a>, declared: &Declared<'a>, hint: &Hint) {
        let required = declared.required;
        match parameter::resolve_argument(cx, declared, hint) {
            Ok(argument) => {
                self.keep_example(cx, declared, &argument);
                if required { self.required.push(argument) } else { self.optional.push(argument) }
            }
            Err(written) if required => self.make_raw(cx, declared, &written),
            Err(written) => {
                let message = format!("the {} is {written}; it is left out", declared.title());
                let report = cx.diagnostics.report(Code::ParameterStyle, declared.data.origin.clone(), message);
                report.help = "correct the name".to_owned();
            }
        }
    }

    /// One diagnostic for a construct that costs the operation its typed form.
    fn make_raw(&mut self, cx: &mut Context<'_>, declared: &Declared<'_>, written: &str) {
        let reason = format!("its required {} is {written}", declared.title());
        cx.diagnostics.report(
            Code::OperationRaw,
            declared.data.origin.clone(),
            format!("the operation gives a `RawCall`: {reason}"),
        );
        self.raw.push(reason);
    }

    fn keep_example<'a>(&mut self, cx: &mut Context<'a>, declared: &Declared<'a>, argument: &Argument) {
        let data = At::new(declared.data.node, declared.data.origin.clone());
        if let Some(example) = example::of_parameter(cx, &data) {
            self.examples.push((argument.wire.clone(), example));
        }
    }

    /// The required parameters as the method of `call` takes them.
    pub(super) fn required_of(required: Vec<Argument>, call: &TypeName) -> RequiredArguments {
        if required.len() <= MAX_POSITIONAL {
            return RequiredArguments::Positional(required);
        }
        RequiredArguments::Struct { name: super::names::type_name(&[call.as_str(), "Required"]), arguments: required }
    }
}

/// What else states the value of a parameter.
fn given_otherwise(declared: &Declared<'_>, credentials: &[Credential]) -> Option<&'static str> {
    let wire = declared.wire();
    let is_header = declared.location == Location::Header;
    if is_header && is_ignored_header(wire) {
        return Some("the media types and the credentials of the call state it");
    }
    let sent = credentials.iter().any(|credential| match credential {
        Credential::Header(name) => is_header && name.as_str().eq_ignore_ascii_case(wire),
        Credential::Query(name) => declared.location == Location::Query && name.as_str() == wire,
        Credential::Cookie(name) => declared.location == Location::Cookie && name.as_str() == wire,
        Credential::Bearer | Credential::Basic => false,
    });
    sent.then_some("the client's credential is sent as it")
}

/// A header that carries an idempotency key: by its name, or because the extension says so.
fn is_idempotency_key(cx: &mut Context<'_>, declared: &Declared<'_>) -> bool {
    if !parameter::is_token(declared.wire()) {
        return false;
    }
    let said = choices::flag(cx, &declared.data.node.extensions, &declared.data.origin, "x-sdk-idempotency-key");
    declared.location == Location::Header
        && said.unwrap_or_else(|| declared.wire().eq_ignore_ascii_case(IDEMPOTENCY_KEY))
}
