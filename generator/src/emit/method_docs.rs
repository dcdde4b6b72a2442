//! The documentation of a method: what it does, its HTTP line, its arguments, its errors, an example.

use super::{error_docs, markdown, notes, parameter_docs, tokens::Rust};
use crate::model::{Api, Argument, Docs, Form, Operation, Output, TypeRef};

/// The lines, without the example.
#[must_use]
pub fn lines(rust: &Rust<'_>, operation: &Operation) -> Vec<String> {
    let mut sections = vec![owned_lines(&operation.docs)];
    sections.push(vec![http_line(rust, operation)]);
    sections.extend(
        operation
            .server
            .as_ref()
            .map(|url| vec![format!("Calls go to {}, unless the client was given a base URL.", markdown::code(url))]),
    );
    if let Form::Raw(reason) = &operation.form {
        sections.push(vec![format!("Not typed, since {}.", markdown::prose(reason.trim_end_matches('.')))]);
    } else {
        sections.push(parameter_docs::lines(operation));
        sections.push(optional(operation));
        sections.push(body(operation));
    }
    sections.push(error_docs::lines(rust, operation));
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
        Output::List(item) => format!("a list of {}", held(rust, item)),
        Output::Optional(ty) => format!("{}, or `None` where the status comes without a body", link(rust, ty)),
        Output::Text => match &operation.answer.item {
            Some(item) => format!("the text of a stream, each item of which is {}", link(rust, item)),
            None => "the text".to_owned(),
        },
        Output::Bytes => "the bytes".to_owned(),
        Output::ByStatus { name, .. } => format!("[`{name}`](op::{name}), by the status"),
    };
    format!("{request} gives {what}.")
}

/// A link to the named type, or the type as code.
#[must_use]
pub fn link(rust: &Rust<'_>, ty: &TypeRef) -> String {
    match ty {
        TypeRef::Named(id) => {
            let name = &rust.api.ty(*id).name;
            format!("[`{name}`]({}::types::{name})", rust.root_text())
        }
        TypeRef::List(item) => format!("a list of {}", held(rust, item)),
        TypeRef::Map(value) => format!("a map to {}", held(rust, value)),
        TypeRef::Tuple(places) => {
            let places: Vec<_> = places.iter().map(|place| held(rust, place)).collect();
            format!("a list of, in this order, {}", places.join(" and "))
        }
        TypeRef::Nullable(inner) => format!("{}, or `None` for `null`", link(rust, inner)),
        other => markdown::code(&crate::model::signature::owned(rust.api, other)),
    }
}

/// What a list or a map holds: `null` in it is not the whole's.
fn held(rust: &Rust<'_>, ty: &TypeRef) -> String {
    match ty {
        TypeRef::Nullable(inner) => format!("optional {}", link(rust, inner)),
        other => link(rust, other),
    }
}

/// What a signature does not say of the body: its media types, where they are several.
fn body(operation: &Operation) -> Vec<String> {
    let Some(body) = &operation.body else { return Vec::new() };
    let code = |names: &[&str]| names.iter().map(|name| markdown::code(name)).collect::<Vec<_>>().join(", ");
    let taken = body.kind.media_types();
    let mut lines = Vec::new();
    if body.kind.is_of_any_type() && !taken.is_empty() {
        lines.push(format!("`media_type` is one of {}.", code(&taken)));
    }
    if !body.others.is_empty() {
        let others: Vec<_> = body.others.iter().map(String::as_str).collect();
        lines.push(format!("The server also takes the body as {}.", code(&others)));
    }
    lines
}

fn optional(operation: &Operation) -> Vec<String> {
    let call = &operation.call;
    let setters: Vec<_> = operation.optional.iter().map(|a| format!("[`{0}`](op::{call}::{0})", a.name)).collect();
    if setters.is_empty() { Vec::new() } else { vec![format!("Optional: {}.", setters.join(", "))] }
}

/// The documentation of a setter or of a field of the required arguments.
#[must_use]
pub fn argument(api: &Api, argument: &Argument) -> Vec<String> {
    let fallback = format!("The parameter {}.", markdown::code(argument.wire.as_str()));
    notes::behind(&argument.docs, &fallback, &notes::of_argument(api, argument))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{emit::fixture, model::Scalar};

    #[test]
    fn null_in_a_list_is_not_the_lists() {
        let api = fixture::airstore();
        let rust = Rust::bare(&api, None);
        let truth = || Box::new(TypeRef::Scalar(Scalar::Boolean));
        let list = TypeRef::Nullable(Box::new(TypeRef::List(Box::new(TypeRef::Nullable(truth())))));
        assert_eq!(link(&rust, &list), "a list of optional `bool`, or `None` for `null`");
        assert_eq!(link(&rust, &TypeRef::Map(Box::new(TypeRef::Nullable(truth())))), "a map to optional `bool`");
    }
}
