//! The documentation of a method: what it does, its HTTP line, its arguments, its errors, an example.

use super::{markdown, tokens::Rust};
use crate::model::{
    Api, Argument, Constraints, Docs, ErrorAnswer, Form, Literal, Operation, Output, Statuses, TypeRef,
};

/// The lines, without the example.
#[must_use]
pub fn lines(rust: &Rust<'_>, operation: &Operation) -> Vec<String> {
    let mut sections = vec![owned_lines(&operation.docs)];
    sections.push(vec![http_line(rust, operation)]);
    if let Form::Raw(reason) = &operation.form {
        sections.push(vec![format!("Not typed, since {}.", markdown::prose(reason.trim_end_matches('.')))]);
    } else {
        sections.push(arguments(operation));
        sections.push(optional(operation));
    }
    sections.push(errors(rust, operation));
    join(sections)
}

/// Sections with an empty line between them; empty ones are left out.
#[must_use]
pub fn join(sections: Vec<Vec<String>>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for section in sections.into_iter().filter(|section| !section.is_empty()) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(section);
    }
    lines
}

/// The lines of the spec's own text.
#[must_use]
pub fn owned_lines(docs: &Docs) -> Vec<String> {
    docs.lines().map(str::to_owned).collect()
}

/// The path with its variables: `/pets/{id}`.
#[must_use]
pub fn path_template(operation: &Operation) -> String {
    use crate::model::PathSegment;
    let segments = operation.path.iter().map(|segment| match segment {
        PathSegment::Literal(text) => text.clone(),
        PathSegment::Argument(index) => {
            let name = operation.path_arguments.get(*index).map_or("", |argument| argument.wire.as_str());
            format!("{{{name}}}")
        }
    });
    segments.collect()
}

/// `GET /pets/{id}` in a code span.
#[must_use]
pub fn request_line(operation: &Operation) -> String {
    markdown::code(&format!("{} {}", operation.method.as_str(), path_template(operation)))
}

fn http_line(rust: &Rust<'_>, operation: &Operation) -> String {
    let request = request_line(operation);
    if operation.form != Form::Typed {
        return format!("{request} gives a [`RawCall`]({}::RawCall).", rust.root_text());
    }
    let what = match &operation.answer.output {
        Output::Nothing => "nothing".to_owned(),
        Output::Json(ty) => link(rust, ty),
        Output::List(item) => format!("a list of {}", link(rust, item)),
        Output::Optional(ty) => format!("{}, or `None` where the status comes without a body", link(rust, ty)),
        Output::Text => "the text".to_owned(),
        Output::Bytes => "the bytes".to_owned(),
        Output::ByStatus { name, .. } => format!("[`{name}`](op::{name}), by the status"),
    };
    format!("{request} gives {what}.")
}

/// A link to the named type, or the type as code.
fn link(rust: &Rust<'_>, ty: &TypeRef) -> String {
    match ty {
        TypeRef::Named(id) => {
            let name = &rust.api.ty(*id).name;
            format!("[`{name}`]({}::types::{name})", rust.root_text())
        }
        TypeRef::List(item) => format!("a list of {}", link(rust, item)),
        TypeRef::Map(value) => format!("a map to {}", link(rust, value)),
        TypeRef::Nullable(inner) => format!("{}, or `None` for `null`", link(rust, inner)),
        other => markdown::code(&crate::model::signature::owned(rust.api, other)),
    }
}

/// What the spec says of the positional arguments.
fn arguments(operation: &Operation) -> Vec<String> {
    let positional = match &operation.required {
        crate::model::RequiredArguments::Positional(arguments) => arguments.as_slice(),
        crate::model::RequiredArguments::Struct { .. } => &[],
    };
    let described = operation.path_arguments.iter().chain(positional).filter(|a| !a.docs.summary.is_empty());
    described.map(|argument| format!("- `{}`: {}", argument.name, argument.docs.summary)).collect()
}

fn optional(operation: &Operation) -> Vec<String> {
    let call = &operation.call;
    let setters: Vec<_> = operation.optional.iter().map(|a| format!("[`{0}`](op::{call}::{0})", a.name)).collect();
    if setters.is_empty() { Vec::new() } else { vec![format!("Optional: {}.", setters.join(", "))] }
}

fn errors(rust: &Rust<'_>, operation: &Operation) -> Vec<String> {
    if operation.errors.is_empty() {
        return Vec::new();
    }
    let mut lines = vec!["# Errors".to_owned()];
    let body = |error: &ErrorAnswer| error.ty.as_ref().and_then(|ty| body_link(rust, ty));
    let common = operation.errors.first().and_then(body).filter(|first| {
        operation.errors.len() > 1 && operation.errors.iter().all(|error| body(error).as_ref() == Some(first))
    });
    lines.extend(operation.errors.iter().map(|error| {
        let own = body(error).filter(|_| common.is_none()).map(|link| format!(" The body is {link}."));
        format!("- {}{}", error_line(rust, error), own.unwrap_or_default())
    }));
    if let Some(link) = common {
        lines.extend([String::new(), format!("The body of each is {link}.")]);
    }
    lines
}

/// A link to the type of an error's body, for `ApiError::json`.
fn body_link(rust: &Rust<'_>, ty: &TypeRef) -> Option<String> {
    matches!(ty, TypeRef::Named(_)).then(|| link(rust, ty))
}

/// The status, its kind, and when.
fn error_line(rust: &Rust<'_>, error: &ErrorAnswer) -> String {
    let root = rust.root_text();
    let status = match error.statuses {
        Statuses::Code(code) => format!("{code}, [`{0}`]({root}::ErrorKind::{0})", kind(code)),
        Statuses::Class(5) => format!("5XX, [`Server`]({root}::ErrorKind::Server)"),
        Statuses::Class(class) => format!("{class}XX"),
        Statuses::Default => "Any other status".to_owned(),
    };
    if error.docs.summary.is_empty() { format!("{status}.") } else { format!("{status}: {}", error.docs.summary) }
}

/// The variant of `ErrorKind` that a status gives.
#[must_use]
pub const fn kind(status: u16) -> &'static str {
    match status {
        400 => "BadRequest",
        401 => "Unauthenticated",
        403 => "PermissionDenied",
        404 => "NotFound",
        409 => "Conflict",
        422 => "Unprocessable",
        429 => "RateLimited",
        500..=599 => "Server",
        _ => "Status",
    }
}

/// The documentation of a setter or of a field of the required arguments.
#[must_use]
pub fn argument(api: &Api, argument: &Argument) -> Vec<String> {
    let fallback = format!("The parameter {}.", markdown::code(argument.wire.as_str()));
    let text = if argument.docs.is_empty() { vec![fallback] } else { owned_lines(&argument.docs) };
    let default = argument.default.as_ref().map(|value| format!("Default: {}.", literal(api, value)));
    join(vec![text, constraints(&argument.constraints), default.into_iter().collect()])
}

/// A value of the spec as code.
fn literal(api: &Api, value: &Literal) -> String {
    match value {
        Literal::String(text) => markdown::code(&format!("{text:?}")),
        Literal::Integer(number) => markdown::code(&number.to_string()),
        Literal::Number(number) => markdown::code(&number.to_string()),
        Literal::Boolean(yes) => markdown::code(&yes.to_string()),
        Literal::Variant(id, variant) => markdown::code(&format!("{}::{variant}", api.ty(*id).name)),
        Literal::EmptyList => "an empty list".to_owned(),
        Literal::EmptyMap => "an empty map".to_owned(),
    }
}

/// What the server checks, in one sentence; nothing when it states nothing.
#[must_use]
pub fn constraints(of: &Constraints) -> Vec<String> {
    let mut parts = Vec::new();
    let number = |text: &String| markdown::code(text);
    let excluded = |yes: bool| if yes { "more than" } else { "at least" };
    parts.extend(of.minimum.as_ref().map(|n| format!("{} {}", excluded(of.exclusive_minimum), number(n))));
    let excluded = |yes: bool| if yes { "less than" } else { "at most" };
    parts.extend(of.maximum.as_ref().map(|n| format!("{} {}", excluded(of.exclusive_maximum), number(n))));
    parts.extend(of.multiple_of.as_ref().map(|n| format!("a multiple of {}", number(n))));
    parts.extend(of.min_length.map(|n| format!("at least {n} characters")));
    parts.extend(of.max_length.map(|n| format!("at most {n} characters")));
    parts.extend(of.min_items.map(|n| format!("at least {n} items")));
    parts.extend(of.max_items.map(|n| format!("at most {n} items")));
    parts.extend(of.unique_items.then(|| "no item twice".to_owned()));
    parts.extend(of.pattern.as_ref().map(|pattern| format!("matching {}", markdown::code(pattern))));
    if parts.is_empty() { Vec::new() } else { vec![format!("The server takes {}.", parts.join(", "))] }
}
