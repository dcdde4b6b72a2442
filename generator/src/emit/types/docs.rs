//! Documentation of types and their parts: what the spec says, else a short fallback, then notes of ours.

use proc_macro2::TokenStream;

use crate::{
    emit::tokens,
    model::{Docs, Field, TypeDef},
};

/// What the spec says of an item, or `fallback`; then the notes. Notes join a text of one paragraph, and are a paragraph
/// of their own behind a longer one.
pub(super) fn item(docs: &Docs, fallback: &str, notes: &[String]) -> TokenStream {
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
    tokens::docs(lines.iter().map(String::as_str))
}

/// Of a named type.
pub(super) fn of_type(def: &TypeDef) -> TokenStream {
    let name = def.source.name.as_deref().unwrap_or(def.name.as_str());
    let notes: &[_] = if def.deprecated { &["Deprecated.".to_owned()] } else { &[] };
    item(&def.docs, &format!("{} in the API's description.", code(name)), notes)
}

/// The first sentence for a field's setter.
pub(super) fn of_setter(field: &Field) -> TokenStream {
    let fallback = format!("Sets {}.", code(field.wire.as_str()));
    let summary = if field.docs.summary.is_empty() { &fallback } else { &field.docs.summary };
    tokens::docs([summary.as_str()])
}

/// The fallback for what is known by its name in JSON only.
pub(super) fn code_on_the_wire(name: &str) -> String {
    format!("{} on the wire.", code(name))
}

/// Text as inline code, whatever backticks and control characters it holds.
pub(super) fn code(text: &str) -> String {
    let visible = |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
    let text: String = text.chars().map(visible).collect();
    let mut fence = String::from("`");
    while text.contains(&fence) {
        fence.push('`');
    }
    let edge = if text.is_empty() || text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{edge}{text}{edge}{fence}")
}

/// Text as prose: nothing in it is Markdown.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            _ if c.is_control() => out.push(' '),
            _ if c.is_ascii_punctuation()
                && !matches!(c, '.' | ',' | '\'' | '-' | '/' | ':' | '(' | ')' | '!' | '?') =>
            {
                out.extend(['\\', c]);
            }
            _ => out.push(c),
        }
    }
    out
}
