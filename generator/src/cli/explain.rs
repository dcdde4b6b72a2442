//! `explain`: which Rust an operation or a schema becomes and why, or what a diagnostic means.

use std::path::Path;

use serde_json::Value;

use super::{
    args::SourceFlags,
    console::{Console, print},
    inspect::{Seen, View, look, subject},
};
use crate::{
    Stage,
    diagnostic::{Code, Severity},
    failure::{Exit, Failure},
    finding::{escape, severity_name},
    generator::unusable,
    guess,
    model::{Api, Form, HttpMethod, Operation, Presence, Struct, TypeDef, TypeKind, signature},
    pointer::{Origin, Pointer},
};

/// Explains a code, or an item of a description; without either it lists all codes.
pub(super) fn explain(
    console: Console,
    first: Option<&str>,
    item: Option<&str>,
    source: &SourceFlags,
) -> Result<Exit, Failure> {
    let Some(first) = first else {
        print(&codes());
        return Ok(Exit::Done);
    };
    let Some(item) = item else {
        print(&code(first)?);
        return Ok(Exit::Done);
    };
    let subject = subject(Some(first), None, None, source)?;
    let seen = look(&subject, Stage::Resolve)?;
    let Some(api) = &seen.run.api else {
        return Err(unusable(seen.findings, first));
    };
    let view = seen.view(api);
    let text = match (operation(&view, item), type_def(&view, item)) {
        (Some(found), _) => explain_operation(&view, &seen, found),
        (None, Some(found)) => explain_type(&view, &seen, found),
        (None, None) => return Err(unknown(&view, item)),
    };
    let about: Vec<_> = seen.findings.into_iter().filter(|f| f.severity == Severity::Error).collect();
    console.findings(&about);
    print(&text);
    Ok(Exit::Done)
}

/// Every code on a line of its own.
fn codes() -> String {
    let width = Code::ALL.iter().map(|c| c.as_str().len()).max().unwrap_or_default();
    let line = |code: &Code| format!("{:width$}  {}", code.as_str(), severity_name(code.row().severity));
    let lines: Vec<_> = Code::ALL.iter().map(line).collect();
    format!("{}\n\n`generator explain CODE` says what one means and what to do.", lines.join("\n"))
}

fn code(text: &str) -> Result<String, Failure> {
    let Some(code) = Code::parse(text) else {
        let codes: Vec<_> = Code::ALL.iter().map(|c| c.as_str()).collect();
        if Path::new(text).is_file() {
            let help = format!("name one after it: generator explain {text} listPets; `inspect` lists all");
            return Err(Failure::usage(format!("no operation or schema of `{text}` is named"), help));
        }
        let help = guess::did_you_mean(text, &codes, "`generator explain` lists all codes");
        return Err(Failure::usage(format!("`{text}` is no diagnostic's code"), help));
    };
    let row = code.row();
    let example: String = row.example.lines().map(|line| format!("    {line}\n")).collect();
    let severity = severity_name(row.severity);
    Ok(format!("{severity}[{}]\n\n{}\n\nexample:\n{example}\nremedy: {}", row.code, row.meaning, row.remedy))
}

/// By operationId, dotted name, or method and path; letter case counts only in the path.
fn operation<'a>(view: &View<'a>, item: &str) -> Option<&'a Operation> {
    view.api.operations.iter().find(|o| {
        o.source.name.as_deref() == Some(item)
            || o.label == item
            || item.split_once(' ').is_some_and(|(m, p)| m.eq_ignore_ascii_case(o.method.as_str()) && p == o.template())
    })
}

/// By the schema's name, its Rust name, or its pointer.
fn type_def<'a>(view: &View<'a>, item: &str) -> Option<&'a TypeDef> {
    let pointer = Pointer::parse(item).filter(|_| item.contains('/'));
    let types = &view.api.types;
    let named = types.iter().find(|t| t.source.name.as_deref() == Some(item));
    named.or_else(|| {
        types.iter().find(|t| t.name.as_str() == item || Some(&t.source.origin.pointer) == pointer.as_ref())
    })
}

fn unknown(view: &View<'_>, item: &str) -> Failure {
    let api = view.api;
    let operations = api.operations.iter().flat_map(|o| [o.source.name.clone(), Some(o.label.clone())]);
    let types = api.types.iter().flat_map(|t| [t.source.name.clone(), Some(t.name.to_string())]);
    let names: Vec<String> = operations.chain(types).flatten().collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let help = guess::did_you_mean(item, &names, "`generator inspect SPEC` lists all operations and types");
    Failure::usage(format!("no operation and no schema is called `{item}`"), help)
}

fn explain_operation(view: &View<'_>, seen: &Seen<'_>, operation: &Operation) -> String {
    let api = view.api;
    let (rust, call) = (view.rust(&signature::method_path(api, operation)), signature::call_path(api, operation));
    let mut lines = vec![
        format!(
            "{} {}{}",
            operation.method.as_str(),
            escape(&operation.template()),
            at(view, &operation.source.origin)
        ),
        String::new(),
        format!("  {rust}"),
        format!("  {}", signature::method(api, operation)),
        format!("  called as {call}(..), gives {}", given(api, operation)),
        String::new(),
        "why, and what changes it:".to_owned(),
    ];
    let origin = &operation.source.origin;
    let id = operation.source.name.as_deref().unwrap_or("none");
    let resource = &api.resource(operation.resource).label;
    lines.push(reason(seen, origin, "x-sdk-resource", &format!("the resource `{resource}`"), "its tag or path"));
    let method = format!("the method `{}`", operation.name);
    lines.push(reason(seen, origin, "x-sdk-method", &method, &format!("operationId ({})", escape(id))));
    for argument in operation.path_arguments.iter().chain(operation.required.arguments()).chain(&operation.optional) {
        let what = format!("the argument `{}`", argument.name);
        let from = format!("the parameter `{}`", escape(argument.wire.as_str()));
        lines.push(reason(seen, &argument.source.origin, "x-sdk-name", &what, &from));
    }
    if let Some(body) = &operation.body {
        lines.push(format!("  the argument `body`: the request body, a `{}`", signature::body(api, body)));
    }
    lines.push(repeated(operation));
    if operation.answer.enveloped {
        lines.push(
            "  the value stands in the root's `x-sdk-envelope`; `x-sdk-envelope: false` switches it off".to_owned(),
        );
    }
    if let Form::Raw(why) = &operation.form {
        lines.push(format!("  it gives a RawCall: {}", escape(why)));
    }
    lines.push("  the whole method: `x-sdk-ignore: true` leaves it out".to_owned());
    lines.join("\n")
}

/// What the caller gets.
fn given(api: &Api, operation: &Operation) -> String {
    match operation.form {
        Form::Typed => signature::output(api, operation),
        Form::Raw(_) => "a RawCall".to_owned(),
    }
}

/// Whether the call may be sent twice, and why.
fn repeated(operation: &Operation) -> String {
    let method = operation.method.as_str();
    let once = matches!(operation.method, HttpMethod::Post | HttpMethod::Patch | HttpMethod::Trace);
    match (operation.idempotent, &operation.idempotency_header) {
        (Some(stated), _) => format!("  repeated after a failure: as `x-sdk-idempotent: {stated}` says"),
        (None, Some(header)) => format!("  repeated after a failure: yes, `{}` carries a key", escape(header.as_str())),
        (None, None) if once => format!(
            "  repeated after a failure: only where the server cannot have done it ({method}); `x-sdk-idempotent: true` changes it"
        ),
        (None, None) => {
            format!("  repeated after a failure: yes, {method} is idempotent; `x-sdk-idempotent: false` changes it")
        }
    }
}

fn explain_type(view: &View<'_>, seen: &Seen<'_>, def: &TypeDef) -> String {
    let origin = &def.source.origin;
    let pointer = escape(&origin.pointer.to_string());
    let mut lines = vec![
        format!("{pointer}{}", at(view, origin)),
        String::new(),
        format!("  {}", view.rust(&signature::type_path(def))),
        declaration(view, def),
        String::new(),
        "why, and what changes it:".to_owned(),
    ];
    let from = def
        .source
        .name
        .as_deref()
        .map_or_else(|| "where it stands".to_owned(), |n| format!("the schema `{}`", escape(n)));
    lines.push(reason(seen, origin, "x-sdk-name", &format!("the name `{}`", def.name), &from));
    match &def.kind {
        TypeKind::Struct(object) => {
            for field in object.fields.iter().filter(|f| f.name.as_str() != f.wire.as_str()) {
                let from = format!("the property `{}`", escape(field.wire.as_str()));
                let what = format!("the field `{}`", field.name);
                lines.push(reason(seen, &field.source.origin, "x-sdk-name", &what, &from));
            }
            lines.extend(presences(object));
            lines.push(
                "  a field: `x-sdk-secret: true` hides it in Debug, `x-sdk-lenient: true` reads numbers as".to_owned(),
            );
            lines.push("    text, `x-sdk-ignore: true` leaves it out".to_owned());
        }
        TypeKind::Enum(list) => {
            lines.push(openness(list.open, "a value that the spec does not list"));
            lines.push("  a variant: from its value; `x-sdk-enum` names and documents it".to_owned());
        }
        TypeKind::Union(union) => lines.push(openness(union.open, "a value that fits no variant")),
        TypeKind::Alias(_) if def.twin => {
            lines.push("  an alias: the same stands inline in another place, and both are one type".to_owned());
        }
        TypeKind::Alias(_) => lines.push("  an alias: the schema adds no structure of its own".to_owned()),
    }
    lines.join("\n")
}

/// Why fields are optional, for the forms that this struct has.
fn presences(object: &Struct) -> impl Iterator<Item = String> {
    let has = |presence| object.fields.iter().any(|f| f.presence == presence);
    let forms = [
        (Presence::Optional, "`Option`: `required` does not list it; `None` is left out"),
        (Presence::Nullable, "`Option`: it is required and may be null; `None` is sent as null"),
        (Presence::OptionalNullable, "`Nullable`: it may be absent or null, and the two differ"),
    ];
    let shown: Vec<_> = forms.into_iter().filter(|(presence, _)| has(*presence)).collect();
    shown.into_iter().map(|(_, why)| format!("  {why}"))
}

/// The declaration, a field on each line.
fn declaration(view: &View<'_>, def: &TypeDef) -> String {
    let TypeKind::Struct(object) = &def.kind else {
        return format!("  {}", signature::declaration(view.api, def));
    };
    let mut text = format!("  pub struct {} {{\n", def.name);
    for field in &object.fields {
        let secret = if field.secret { "  // never shown by Debug" } else { "" };
        text += &format!("      pub {}: {},{secret}\n", field.name, signature::field(view.api, field));
    }
    if let Some(more) = &object.additional {
        let value = signature::owned(view.api, &more.value);
        text += &format!("      pub {}: BTreeMap<String, {value}>,\n", more.name);
    }
    text + "  }"
}

fn openness(open: bool, what: &str) -> String {
    if open {
        format!("  open: {what} is kept as `Unknown`; `x-sdk-open: false` refuses it")
    } else {
        format!("  closed: {what} is an error; without `x-sdk-open: false` it would be kept")
    }
}

/// A decision: pinned by a key that stands there, or derived, and then the key that would pin it.
fn reason(seen: &Seen<'_>, origin: &Origin, key: &str, what: &str, from: &str) -> String {
    let value = seen.run.lowered.as_ref().map(|l| &l.value);
    let node = value.and_then(|v| v.pointer(&origin.pointer.to_string()));
    match node.and_then(|n| n.get(key)).and_then(Value::as_str) {
        Some(pinned) => format!("  {what}: pinned by `{key}: {}`", escape(pinned)),
        None => format!("  {what}: from {from}; `{key}` changes it"),
    }
}

fn at(view: &View<'_>, origin: &Origin) -> String {
    view.locator.spot(origin).map(|spot| format!("  ({})", spot.label())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_and_a_slip_is_answered() {
        for known in Code::ALL {
            let text = code(known.as_str()).unwrap();
            assert!(text.contains(known.row().remedy), "{text}");
        }
        let failure = code("schema-untypd").unwrap_err();
        assert!(failure.to_string().ends_with("did you mean `schema-untyped`?"), "{failure}");
    }
}
