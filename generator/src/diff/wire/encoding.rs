//! How the fields of a form are written.

use serde_json::Value;

use super::{
    Rule,
    lifecycle::capital,
    node::Node,
    parameter::Style,
    rest::rest,
    rules::content as rules,
    show::{plain, show},
    tell::{Here, Said, Tell},
};
use crate::dialect::carry;

/// Compares the encodings of a media type that is a form; others have none (OpenAPI 3.0.3, Media Type Object, `encoding`).
pub(super) fn compare(tell: &mut Tell<'_, '_>, here: &Here, old: &Node<'_>, new: &Node<'_>, essence: &str) {
    if essence != "application/x-www-form-urlencoded" && !essence.starts_with("multipart/") {
        return;
    }
    let (before, after) = (old.below("encoding"), new.below("encoding"));
    let mut names: Vec<_> = before.members().into_iter().chain(after.members()).map(|(name, _)| name).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let here = here.part(format!("field {name}"), format!("the field `{name}` of {}", here.name));
        field(tell, &here, &before.below(name), &after.below(name));
    }
}

fn field(tell: &mut Tell<'_, '_>, here: &Here, old: &Node<'_>, new: &Node<'_>) {
    let mut say = |rule: &'static Rule, what: &str, before: String, after: String| {
        let message = format!("{} {what}.", capital(&here.name));
        tell.say(here, Said::of(rule, message).was(old).is(new).before(before).after(after));
    };
    let types = |node: &Node<'_>| {
        let text = node.text("contentType").unwrap_or_default().to_ascii_lowercase();
        let mut types: Vec<String> = text.split(',').map(|part| part.trim().to_owned()).collect();
        types.sort_unstable();
        types.join(", ")
    };
    let (before, after) = (types(old), types(new));
    if before != after {
        let shown = |types: &str| if types.is_empty() { "what its schema gives".to_owned() } else { types.to_owned() };
        say(&rules::ENCODING_TYPE, "has another content type", shown(&before), shown(&after));
    }
    let (before, after) = (Style::of(old, "query"), Style::of(new, "query"));
    if before.style != after.style {
        say(&rules::ENCODING_STYLE, "is written in another style", before.style.to_owned(), after.style.to_owned());
    } else if before.explode != after.explode {
        let text = |explode: bool| format!("explode: {explode}");
        say(&rules::ENCODING_EXPLODE, "is written in another form", text(before.explode), text(after.explode));
    }
    let (before, after) = (old.flag("allowReserved"), new.flag("allowReserved"));
    if before != after {
        say(&rules::ENCODING_RESERVED, "treats reserved letters otherwise", before.to_string(), after.to_string());
    }
    let (before, after) = (headers(old), headers(new));
    if before != after {
        say(&rules::ENCODING_HEADERS, "has other headers", show(&before), show(&after));
    }
    rest(tell, here, old, new, &["contentType", "style", carry::STYLE, "explode", "allowReserved", "headers"]);
}

/// The headers of a part, behind references and without what is written for readers.
fn headers(node: &Node<'_>) -> Value {
    let headers = node.below("headers").members().into_iter().map(|(name, header)| {
        let mut header_itself = plain(header.value);
        if let (Some(schema), Some(members)) = (header.get("schema"), header_itself.as_object_mut()) {
            members.insert("schema".to_owned(), plain(schema.value));
        }
        (name.to_ascii_lowercase(), header_itself)
    });
    Value::Object(headers.collect())
}
