//! Documentation of types and their parts: what the spec says, else a short fallback, then notes of ours.

use proc_macro2::TokenStream;

use crate::{
    emit::{markdown::code, notes, tokens},
    model::{Additional, Docs, Field, TypeDef, TypeKind},
};

/// What the spec says of an item, or `fallback`; then the notes.
pub(super) fn item(docs: &Docs, fallback: &str, notes: &[String]) -> TokenStream {
    let lines = notes::behind(docs, fallback, notes);
    tokens::docs(lines.iter().map(String::as_str))
}

/// Of a named type.
pub(super) fn of_type(def: &TypeDef) -> TokenStream {
    let notes: &[_] = if def.deprecated { &["Deprecated.".to_owned()] } else { &[] };
    item(&def.docs, &fallback(def), notes)
}

/// What a type without a description is, by its place in the spec: the schema, property, body or answer.
fn fallback(def: &TypeDef) -> String {
    let tokens: Vec<_> = def.source.origin.pointer.tokens().iter().map(String::as_str).collect();
    let property = tokens.iter().rposition(|token| *token == "properties").and_then(|at| tokens.get(at + 1));
    let values = matches!(def.kind, TypeKind::Enum(_));
    match (tokens.as_slice(), property) {
        (["components", "schemas", name, "x-sdk-input-name"], _) => {
            format!("The schema {}, as it is sent.", code(name))
        }
        (["components", "schemas", name], _) => format!("The schema {}.", code(name)),
        (_, Some(name)) if values => format!("The values of {}.", code(name)),
        (_, Some(name)) => format!("What {} holds.", code(name)),
        (["paths", path, method, rest @ ..], None) => {
            let operation = code(&format!("{} {path}", method.to_uppercase()));
            match rest {
                ["requestBody", ..] => format!("The body of {operation}."),
                ["responses", status, ..] if !status.starts_with(['4', '5']) => format!("What {operation} gives."),
                ["responses", ..] => format!("An error of {operation}."),
                _ => format!("A parameter of {operation}."),
            }
        }
        (["components", "schemas", name, ..], None) if values => format!("The values in {}.", code(name)),
        _ => format!("{} in the API's description.", code(def.source.name.as_deref().unwrap_or(def.name.as_str()))),
    }
}

/// The first sentence for a field's setter.
pub(super) fn of_setter(field: &Field) -> TokenStream {
    let fallback = format!("Sets {}.", code(field.wire.as_str()));
    let summary = if field.docs.summary.is_empty() { &fallback } else { &field.docs.summary };
    tokens::docs([summary.as_str()])
}

/// Of the map beside the named fields.
pub(super) fn of_additional(additional: &Additional) -> TokenStream {
    let patterns: Vec<_> = additional.patterns.iter().map(|pattern| code(pattern)).collect();
    match patterns.as_slice() {
        [] => tokens::docs(["Members beyond the named ones."]),
        patterns => {
            let text = format!("Members beyond the named ones. Their keys match {}.", patterns.join(" or "));
            tokens::docs([text.as_str()])
        }
    }
}

/// The fallback for what is known by its name in JSON only.
pub(super) fn code_on_the_wire(name: &str) -> String {
    format!("{} on the wire.", code(name))
}
