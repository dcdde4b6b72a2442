//! Documentation of types and their parts: what the spec says, else a short fallback, then notes of ours.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;

use crate::{
    emit::{markdown::code, notes, tokens},
    model::{Additional, Api, Docs, Field, JsonType, Tagging, TypeDef, TypeKind, TypeRef, Union},
};

/// What the spec says of an item, or `fallback`; then the notes.
pub(super) fn item(docs: &Docs, fallback: &str, notes: &[String]) -> TokenStream {
    let lines = notes::behind(docs, fallback, notes);
    tokens::docs(lines.iter().map(String::as_str))
}

/// Of a named type.
pub(super) fn of_type(def: &TypeDef) -> TokenStream {
    let notes: Vec<_> = notes::deprecation(def.deprecated, &def.docs).into_iter().collect();
    item(&def.docs, &fallback(def, &def.kind), &notes)
}

/// Of an alias: that a twin is one.
pub(super) fn of_alias(api: &Api, def: &TypeDef, target: &TypeRef) -> TokenStream {
    let deprecated = notes::deprecation(def.deprecated, &def.docs);
    let twin = def.twin.then(|| "The description says the same in several places, which share one type.".to_owned());
    let notes: Vec<_> = deprecated.into_iter().chain(twin).collect();
    let kind = match target {
        TypeRef::Named(first) if def.twin => &api.ty(*first).kind,
        _ => &def.kind,
    };
    item(&def.docs, &fallback(def, kind), &notes)
}

/// Of a union: how its variants are told apart.
pub(super) fn of_union(def: &TypeDef, union: &Union) -> TokenStream {
    let deprecated = notes::deprecation(def.deprecated, &def.docs);
    let told = match &union.tagging {
        Tagging::Property(property) => format!("Which one a received value is, {} says.", code(property.as_str())),
        Tagging::Shape if told_by_type(union) => "Which one a received value is, its JSON type says.".to_owned(),
        Tagging::Shape => "A received value is the first of these, in this order, that it fits.".to_owned(),
    };
    let notes: Vec<_> = deprecated.into_iter().chain([told]).collect();
    item(&def.docs, &fallback(def, &def.kind), &notes)
}

/// Whether no two variants admit one JSON type.
fn told_by_type(union: &Union) -> bool {
    let mut seen = BTreeSet::new();
    let mut types = union.variants.iter().map(|variant| &variant.shape.types);
    types.all(|types| !types.is_empty() && types.iter().all(|ty| seen.insert(*ty)))
        && !(seen.contains(&JsonType::Integer) && seen.contains(&JsonType::Number))
}

/// What a type without a description is, by its place in the spec: the schema, property, body or answer.
fn fallback(def: &TypeDef, kind: &TypeKind) -> String {
    let tokens: Vec<_> = def.source.origin.pointer.tokens().iter().map(String::as_str).collect();
    by_place(&tokens, matches!(kind, TypeKind::Enum(_))).unwrap_or_else(|| {
        format!("{} in the API's description.", code(def.source.name.as_deref().unwrap_or(def.name.as_str())))
    })
}

/// What stands at a place of the description, in any of its versions; `values`: it is an enum.
fn by_place(tokens: &[&str], values: bool) -> Option<String> {
    let property = tokens.iter().rposition(|token| *token == "properties").and_then(|at| tokens.get(at + 1));
    let named = match tokens {
        ["components", "schemas", rest @ ..] | ["definitions", rest @ ..] => rest,
        _ => &[],
    };
    Some(match (named, property) {
        ([name, "x-sdk-input-name"], _) => format!("The schema {}, as it is sent.", code(name)),
        ([name], _) => format!("The schema {}.", code(name)),
        (_, Some(name)) if values => format!("The values of {}.", code(name)),
        (_, Some(name)) => format!("What {} holds.", code(name)),
        ([name, ..], None) if values => format!("The values in {}.", code(name)),
        _ => match tokens {
            ["paths", path, "parameters", ..] => format!("A parameter of {}.", code(path)),
            ["paths", path, "additionalOperations", method, rest @ ..] | ["paths", path, method, rest @ ..] => {
                in_operation(&code(&format!("{} {path}", method.to_uppercase())), rest, values)
            }
            _ => return None,
        },
    })
}

/// What stands at a place of an operation. In Swagger 2.0 a body is a parameter too.
fn in_operation(operation: &str, place: &[&str], values: bool) -> String {
    match place {
        ["requestBody", ..] => format!("The body of {operation}."),
        ["responses", status, ..] if !status.starts_with(['4', '5']) => format!("What {operation} gives."),
        ["responses", ..] => format!("An error of {operation}."),
        _ if values => format!("A parameter of {operation}."),
        _ => format!("What {operation} takes."),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_is_named_by_its_place_in_any_version() {
        let said = |pointer: &str, values| {
            let tokens: Vec<_> = pointer.split(' ').skip(1).collect();
            by_place(&tokens, values).unwrap_or_default()
        };
        assert_eq!(said(" components schemas A", false), "The schema `A`.");
        assert_eq!(said(" definitions A", false), "The schema `A`.");
        assert_eq!(said(" definitions A properties b", true), "The values of `b`.");
        assert_eq!(said(" definitions A items", true), "The values in `A`.");
        assert_eq!(said(" components schemas A x-sdk-input-name", false), "The schema `A`, as it is sent.");
        assert_eq!(said(" paths /a post requestBody content", false), "The body of `POST /a`.");
        assert_eq!(said(" paths /a post parameters 0 schema", false), "What `POST /a` takes.");
        assert_eq!(said(" paths /a post parameters 0 schema", true), "A parameter of `POST /a`.");
        assert_eq!(said(" paths /a parameters 0 schema", true), "A parameter of `/a`.");
        assert_eq!(said(" paths /a get responses 200 schema", false), "What `GET /a` gives.");
        assert_eq!(said(" paths /a get responses 404 schema", false), "An error of `GET /a`.");
        assert_eq!(said(" paths /a additionalOperations COPY requestBody", false), "The body of `COPY /a`.");
        assert_eq!(said(" parameters limit", true), "");
    }
}
