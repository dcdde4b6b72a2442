//! The `# Errors` section of a method: the kinds with their reasons, and what their bodies are.

use std::collections::BTreeMap;

use super::{method_docs::link, tokens::Rust};
use crate::model::{ErrorAnswer, Operation, Statuses, TypeRef};

/// The section; empty when the spec names no error.
#[must_use]
pub fn lines(rust: &Rust<'_>, operation: &Operation) -> Vec<String> {
    if operation.errors.is_empty() {
        return Vec::new();
    }
    let common = common_body(rust, &operation.errors);
    let mut items = Vec::new();
    let mut bare = Vec::new();
    for error in &operation.errors {
        let (label, reason) = (label(rust, error), reason(error));
        match (reason, body(rust, error).filter(|body| Some(body) != common.as_ref())) {
            (Some(reason), Some(body)) => items.push(format!("- {label}: {reason} Its body is {body}.")),
            (Some(reason), None) => items.push(format!("- {label}: {reason}")),
            (None, Some(body)) => items.push(format!("- {label}: its body is {body}.")),
            (None, None) => bare.push(label),
        }
    }
    let own = items.iter().any(|item| item.contains("ts body is "));
    let bodies = common.map(|body| format!("{} are {body}.", if own { "Other error bodies" } else { "Error bodies" }));
    let mut lines = vec!["# Errors".to_owned()];
    let bare = (!bare.is_empty()).then(|| format!("{}.", bare.join(", ")));
    if items.is_empty() {
        lines.push(bare.into_iter().chain(bodies).collect::<Vec<_>>().join(" "));
    } else {
        lines.extend(items);
        lines.extend(bare.map(|kinds| format!("- {kinds}")));
        lines.extend(bodies.into_iter().flat_map(|sentence| [String::new(), sentence]));
    }
    lines
}

/// The body that most errors share, at least two of them.
fn common_body(rust: &Rust<'_>, errors: &[ErrorAnswer]) -> Option<String> {
    let bodies: Vec<_> = errors.iter().filter_map(|error| body(rust, error)).collect();
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    for body in &bodies {
        *counts.entry(body).or_default() += 1;
    }
    let most = counts.values().copied().max().filter(|most| *most > 1)?;
    bodies.iter().find(|body| counts.get(body) == Some(&most)).cloned()
}

/// A link to the type of an error's body, for `ApiError::json`.
fn body(rust: &Rust<'_>, error: &ErrorAnswer) -> Option<String> {
    error.ty.as_ref().filter(|ty| matches!(ty, TypeRef::Named(_))).map(|ty| link(rust, ty))
}

/// The kind, with the status where the kind does not say it.
fn label(rust: &Rust<'_>, error: &ErrorAnswer) -> String {
    let root = rust.root_text();
    let kind_link = |kind: &str| format!("[`{kind}`]({root}::ErrorKind::{kind})");
    match error.statuses {
        Statuses::Code(code) => match kind(code) {
            kind @ ("Server" | "Status") => format!("{} ({code})", kind_link(kind)),
            kind => kind_link(kind),
        },
        Statuses::Class(5) => format!("{} (5XX)", kind_link("Server")),
        Statuses::Class(class) => format!("{class}XX"),
        Statuses::Default => "Any other status".to_owned(),
    }
}

/// What the spec says of an error beyond the name of its status.
fn reason(error: &ErrorAnswer) -> Option<&str> {
    let summary = error.docs.summary.as_str();
    let words = words(summary);
    let name = match error.statuses {
        Statuses::Code(code) => {
            let own = words.strip_prefix(&code.to_string()).unwrap_or(&words);
            phrases(code).contains(&own) || own.is_empty()
        }
        Statuses::Class(_) | Statuses::Default => words == "error",
    };
    let empty = words.is_empty() || words == "error";
    (!name && !empty).then_some(summary)
}

/// Letters and digits alone, in lower case.
fn words(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The names of a status (RFC 9110, section 15.5 and 15.6, and those of RFC 7231 that it changed).
const fn phrases(status: u16) -> &'static [&'static str] {
    match status {
        400 => &["badrequest"],
        401 => &["unauthorized", "unauthenticated"],
        402 => &["paymentrequired"],
        403 => &["forbidden", "permissiondenied"],
        404 => &["notfound"],
        405 => &["methodnotallowed"],
        406 => &["notacceptable"],
        408 => &["requesttimeout"],
        409 => &["conflict"],
        410 => &["gone"],
        412 => &["preconditionfailed"],
        413 => &["contenttoolarge", "payloadtoolarge", "requestentitytoolarge"],
        415 => &["unsupportedmediatype"],
        422 => &["unprocessablecontent", "unprocessableentity", "unprocessable"],
        423 => &["locked"],
        429 => &["toomanyrequests", "ratelimited"],
        500 => &["internalservererror", "servererror"],
        501 => &["notimplemented"],
        502 => &["badgateway"],
        503 => &["serviceunavailable"],
        504 => &["gatewaytimeout"],
        _ => &[],
    }
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
