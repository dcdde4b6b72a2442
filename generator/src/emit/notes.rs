//! Sentences on what the server checks and on defaults.

use super::markdown::code;
use crate::model::{Api, Argument, Constraints, Docs, Field, Literal, Scalar, TypeKind, TypeRef};

/// What is to be said of a field beside its description.
#[must_use]
pub fn of_field(api: &Api, field: &Field) -> Vec<String> {
    let mut notes: Vec<_> = deprecation(field.deprecated, &field.docs).into_iter().collect();
    notes.extend(constraints(&field.constraints, &field.ty));
    if let Some(default) = &field.default {
        let value = code(&json(api, default));
        notes.push(if field.starts_filled() {
            format!("`new` sets it to {value}.")
        } else {
            default_of_server(&value)
        });
    }
    if field.secret {
        notes.push("Never shown by `Debug`.".to_owned());
    }
    notes
}

/// That a field or a value is deprecated, unless its own text says so. The attribute would warn the crate itself, whose
/// tables name every field and value; the methods that only callers use bear it.
#[must_use]
pub fn deprecation(deprecated: bool, docs: &Docs) -> Option<String> {
    let said = docs.lines().any(|line| line.to_lowercase().contains("deprecated"));
    (deprecated && !said).then(|| "Deprecated.".to_owned())
}

/// The same of an argument.
#[must_use]
pub fn of_argument(api: &Api, argument: &Argument) -> Vec<String> {
    let mut notes = constraints(&argument.constraints, &argument.ty);
    notes.extend(argument.default.as_ref().map(|default| default_of_server(&code(&json(api, default)))));
    notes
}

/// What the spec says of an item, or `fallback`, with notes behind it: they join a text of one paragraph, and are a
/// paragraph of their own behind a longer one.
#[must_use]
pub fn behind(docs: &Docs, fallback: &str, notes: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = docs.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        lines.push(fallback.to_owned());
    }
    let notes = notes.join(" ");
    match lines.as_mut_slice() {
        _ if notes.is_empty() => {}
        [only] => *only = format!("{only} {notes}"),
        _ => lines.extend([String::new(), notes]),
    }
    lines
}

fn default_of_server(value: &str) -> String {
    format!("The server's default is {value}.")
}

fn constraints(checks: &Constraints, ty: &TypeRef) -> Vec<String> {
    let items = if matches!(ty, TypeRef::Map(_)) { "entries" } else { "items" };
    let text = |n: Option<u64>| n.map(|n| n.to_string());
    let mut notes = Vec::new();
    notes.extend(range(text(checks.min_length), text(checks.max_length), "characters"));
    notes.extend(checks.pattern.as_ref().map(|pattern| format!("Matches {}.", code(pattern))));
    notes.extend(bounds(checks, ty));
    notes.extend(checks.multiple_of.as_ref().map(|factor| format!("A multiple of {factor}.")));
    notes.extend(range(text(checks.min_items), text(checks.max_items), items));
    notes.extend(checks.unique_items.then(|| "Without duplicates.".to_owned()));
    notes
}

fn range(least: Option<String>, most: Option<String>, unit: &str) -> Option<String> {
    let unit = |n: &str| {
        if n == "1" {
            unit.strip_suffix("ies").map_or_else(|| unit.trim_end_matches('s').to_owned(), |stem| format!("{stem}y"))
        } else {
            unit.to_owned()
        }
    };
    match (least.filter(|n| n != "0"), most) {
        (Some(least), Some(most)) if least == most => Some(format!("Exactly {least} {}.", unit(&least))),
        (Some(least), Some(most)) => Some(format!("{least} to {most} {}.", unit(&most))),
        (Some(least), None) => Some(format!("At least {least} {}.", unit(&least))),
        (None, Some(most)) => Some(format!("At most {most} {}.", unit(&most))),
        (None, None) => None,
    }
}

fn bounds(checks: &Constraints, ty: &TypeRef) -> Option<String> {
    // An unsigned type says that it is at least 0.
    let said = |least: &&String| *least == "0" && !checks.exclusive_minimum && is_unsigned(ty);
    let least = checks
        .minimum
        .as_ref()
        .filter(|least| !said(least))
        .map(|n| (n, if checks.exclusive_minimum { "more than" } else { "at least" }));
    let most = checks.maximum.as_ref().map(|n| (n, if checks.exclusive_maximum { "less than" } else { "at most" }));
    let text = match (least, most) {
        (Some((least, "at least")), Some((most, "at most"))) => format!("from {least} to {most}"),
        (Some((least, over)), Some((most, under))) => format!("{over} {least} and {under} {most}"),
        (Some((least, over)), None) => format!("{over} {least}"),
        (None, Some((most, under))) => format!("{under} {most}"),
        (None, None) => return None,
    };
    let (first, rest) = text.split_at(1);
    Some(format!("{}{rest}.", first.to_uppercase()))
}

fn is_unsigned(ty: &TypeRef) -> bool {
    matches!(ty, TypeRef::Scalar(Scalar::U8 | Scalar::U16 | Scalar::U32 | Scalar::U64))
}

/// A default as it would stand on the wire.
fn json(api: &Api, literal: &Literal) -> String {
    match literal {
        Literal::String(text) => serde_json::Value::from(text.as_str()).to_string(),
        Literal::Integer(value) => value.to_string(),
        Literal::Number(value) => serde_json::Value::from(*value).to_string(),
        Literal::Boolean(value) => value.to_string(),
        Literal::Variant(id, name) => match &api.ty(*id).kind {
            TypeKind::Enum(list) => {
                let variant = list.variants.iter().find(|variant| variant.name == *name);
                variant.map_or_else(|| name.to_string(), |variant| json(api, &variant.wire))
            }
            _ => name.to_string(),
        },
        Literal::List(items) => {
            format!("[{}]", items.iter().map(|item| json(api, item)).collect::<Vec<_>>().join(", "))
        }
        Literal::Map(entries) => {
            let entry = |(key, value): &(String, Literal)| {
                format!("{}: {}", serde_json::Value::from(key.as_str()), json(api, value))
            };
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
        Literal::Shown(value) => value.to_string(),
    }
}
