//! Encoding objects: how the members of a form are written (OpenAPI 3.0.3, Encoding Object).

use openapiv3::{MediaType, QueryStyle};
use serde_json::Value;

use super::{
    Context,
    media::{self, Media},
    parameter,
    response::skip,
    said,
};
use crate::{
    model::{ParameterStyle, WireName},
    pointer::At,
};

/// The media types of parts that the spec states; of several alternatives none is stated.
pub(super) fn media_types(media: &At<&MediaType>) -> Vec<(WireName, String)> {
    let stated = media.node.encoding.iter().filter_map(|(name, encoding)| {
        let media_type = encoding.content_type.as_deref()?.trim();
        let one = media::is_valid(media_type) && !media_type.contains([',', '*']);
        one.then(|| (WireName::from(name.as_str()), media_type.to_owned()))
    });
    by_name(stated)
}

/// In an order that is not the document's, which means nothing.
fn by_name<T>(stated: impl Iterator<Item = (WireName, T)>) -> Vec<(WireName, T)> {
    let mut all: Vec<_> = stated.collect();
    all.sort_by(|(a, _), (b, _)| a.cmp(b));
    all
}

/// Says that parts are sent without the headers that the spec gives them beside their media type.
pub(super) fn check_headers(cx: &mut Context<'_>, media: &At<&MediaType>) {
    let origin = media.origin.join("encoding");
    for (name, encoding) in &media.node.encoding {
        let is_header = |header: &&String| !header.eq_ignore_ascii_case("content-type");
        let headers: Vec<_> = encoding.headers.keys().filter(is_header).map(|header| said::code(header)).collect();
        if !headers.is_empty() {
            let message = format!("the part {} is sent without its {}", said::code(name), headers.join(", "));
            skip(cx, &origin.join(name).join("headers"), "headers of a part", message);
        }
    }
}

/// The styles of members that are not written as `form`, exploded.
pub(super) fn styles(cx: &Context<'_>, media: &At<&MediaType>) -> Vec<(WireName, ParameterStyle)> {
    let origin = media.origin.join("encoding");
    let stated = media.node.encoding.iter().filter_map(|(name, encoding)| {
        // openapiv3 reads an absent `explode` as false.
        let explode = origin.join(name).join("explode");
        let explode = cx.value.pointer(&explode.pointer.to_string()).and_then(Value::as_bool);
        let json = encoding.content_type.as_deref().is_some_and(|name| media::classify(name) == Media::Json);
        let style = match &encoding.style {
            None if json => ParameterStyle::Json,
            style => parameter::query_style(style.as_ref().unwrap_or(&QueryStyle::Form), explode),
        };
        (style != ParameterStyle::FormExplode).then(|| (WireName::from(name.as_str()), style))
    });
    by_name(stated)
}
