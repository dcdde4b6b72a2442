//! Keywords of single values: `const`, `examples`, exclusive bounds, the content of texts.

use serde_json::Value;

use super::super::{
    carry,
    detect::Version,
    path::Path,
    rewriter::{Entries, Rewriter},
};
use super::parts;
use crate::diagnostic::Code;

/// `const` becomes a list of one value.
pub(super) fn constant(rewriter: &mut Rewriter<'_>, entries: &mut Entries, path: &Path<'_>) {
    let Some(index) = entries.keys().position(|key| key == "const") else { return };
    let Some(value) = entries.shift_remove("const") else { return };
    entries.shift_remove("enum");
    entries.shift_insert(index.min(entries.len()), "enum".to_owned(), Value::Array(vec![value]));
    entries.insert(carry::CONST.to_owned(), Value::Bool(true));
    rewriter.moved(path, &["enum"], &["const"]);
    rewriter.moved(path, &["enum", "0"], &["const"]);
}

/// The first of a schema's `examples` becomes its `example`.
pub(super) fn examples(rewriter: &mut Rewriter<'_>, entries: &mut Entries, path: &Path<'_>) {
    let first = match entries.shift_remove("examples") {
        Some(Value::Array(values)) => values.into_iter().next(),
        // As parameters and media types have them.
        Some(Value::Object(named)) => named.into_iter().next().map(|(_, example)| match example {
            Value::Object(mut example) if example.contains_key("value") => {
                example.shift_remove("value").unwrap_or_default()
            }
            other => other,
        }),
        _ => None,
    };
    if let Some(first) = first
        && !entries.contains_key("example")
    {
        entries.insert("example".to_owned(), first);
        rewriter.moved(path, &["example"], &["examples", "0"]);
    }
}

/// `exclusiveMinimum: 5` becomes `minimum: 5, exclusiveMinimum: true`, unless a stricter `minimum` stands there.
pub(super) fn exclusive_bounds(rewriter: &mut Rewriter<'_>, entries: &mut Entries, path: &Path<'_>) {
    for (keyword, bound, lower) in [("exclusiveMinimum", "minimum", true), ("exclusiveMaximum", "maximum", false)] {
        let Some(Value::Number(exclusive)) = entries.get(keyword) else { continue };
        let exclusive = exclusive.clone();
        let inclusive = entries.get(bound).and_then(Value::as_f64);
        let stricter = match (inclusive, exclusive.as_f64()) {
            (Some(inclusive), Some(exclusive)) if lower => inclusive > exclusive,
            (Some(inclusive), Some(exclusive)) => inclusive < exclusive,
            _ => false,
        };
        if stricter {
            entries.shift_remove(keyword);
        } else {
            entries.insert(bound.to_owned(), Value::Number(exclusive));
            entries.insert(keyword.to_owned(), Value::Bool(true));
            rewriter.moved(path, &[bound], &[keyword]);
        }
    }
}

/// `contentEncoding` and `contentMediaType` become the formats of 3.0.
pub(super) fn content(rewriter: &mut Rewriter<'_>, entries: &mut Entries, path: &Path<'_>) {
    let encoding = entries.shift_remove("contentEncoding");
    let media_type = entries.shift_remove("contentMediaType");
    let schema = entries.shift_remove("contentSchema");
    if schema.is_some() && rewriter.version != Version::V3_0 {
        let message = "what stands inside a text is not read; the text is given as it is";
        rewriter.say(Code::DialectDropped, path, "contentSchema", message.to_owned());
    }
    let format = format_of(entries, encoding.as_ref(), media_type.as_ref());
    if let Some((format, keyword)) = format {
        entries.insert("type".to_owned(), Value::String("string".to_owned()));
        entries.insert("format".to_owned(), Value::String(format.to_owned()));
        rewriter.moved(path, &["format"], &[keyword]);
    }
    for (keyword, value) in [("contentEncoding", encoding), ("contentMediaType", media_type), ("contentSchema", schema)]
    {
        // The format says it already.
        let is_said = format.is_some_and(|(_, said)| said == keyword);
        if let (Some(value), false) = (value, is_said) {
            parts::put_aside(entries, keyword, value);
        }
    }
}

/// The format that says the same as the encoding or the media type, and which of them it says.
fn format_of(
    entries: &Entries,
    encoding: Option<&Value>,
    media_type: Option<&Value>,
) -> Option<(&'static str, &'static str)> {
    let is_text = entries.get("type").is_none_or(|ty| ty == "string");
    if !is_text || entries.contains_key("format") {
        return None;
    }
    let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_ascii_lowercase);
    match (text(encoding).as_deref(), text(media_type).as_deref()) {
        (Some("base64"), _) => Some(("byte", "contentEncoding")),
        (Some("base64url"), _) => Some(("base64url", "contentEncoding")),
        (Some("binary"), _) => Some(("binary", "contentEncoding")),
        (None, Some(media_type)) if !is_textual(media_type) => Some(("binary", "contentMediaType")),
        _ => None,
    }
}

/// Whether such content can stand in a JSON text as it is.
fn is_textual(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.starts_with("text/")
        || ["+json", "+xml", "+yaml"].iter().any(|suffix| essence.ends_with(suffix))
        || ["json", "xml", "yaml", "x-yaml", "javascript", "graphql", "jwt", "sql"]
            .iter()
            .any(|name| essence.strip_prefix("application/") == Some(name))
}
