//! Media types: what a body is by its name (RFC 6838, section 4.2; RFC 6839 for suffixes).

use openapiv3::{Content, MediaType};

/// What a body of a media type is to the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Media {
    /// One JSON document.
    Json,
    /// Text in a character set.
    Text,
    /// A body that does not end with the answer: server-sent events and sequences of JSON documents.
    Stream,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/*`.
    Multipart,
    /// Anything else: bytes.
    Binary,
}

/// The media type without its parameters, in lower case.
pub(super) fn essence(media_type: &str) -> String {
    let essence = media_type.split_once(';').map_or(media_type, |(essence, _)| essence);
    essence.trim().to_ascii_lowercase()
}

/// Whether it can be sent as the value of a header (RFC 9110, section 5.5) and looks like a media type.
pub(super) fn is_valid(media_type: &str) -> bool {
    media_type.contains('/') && media_type.bytes().all(|byte| (b' '..=b'~').contains(&byte))
}

/// What `media_type` is. A range of everything counts as JSON: specs write `*/*` when they did not say what they send.
pub(super) fn classify(media_type: &str) -> Media {
    let essence = essence(media_type);
    match essence.as_str() {
        "application/json" | "text/json" | "*/*" | "application/*" => Media::Json,
        "text/event-stream"
        | "application/x-ndjson"
        | "application/ndjson"
        | "application/jsonl"
        | "application/x-jsonlines"
        | "application/json-seq"
        | "application/stream+json" => Media::Stream,
        "application/x-www-form-urlencoded" => Media::Form,
        "application/xml"
        | "application/yaml"
        | "application/x-yaml"
        | "application/javascript"
        | "application/graphql" => Media::Text,
        other if other.ends_with("+json-seq") => Media::Stream,
        other if other.ends_with("+json") => Media::Json,
        other if other.starts_with("multipart/") => Media::Multipart,
        other if other.starts_with("text/") || other.ends_with("+xml") || other.ends_with("+yaml") => Media::Text,
        _ => Media::Binary,
    }
}

/// How well a JSON media type serves when there are several: plain JSON, then with parameters, then others, then ranges.
pub(super) fn preference(media_type: &str) -> (Media, u8) {
    let essence = essence(media_type);
    let rank = match essence.as_str() {
        "application/json" if !media_type.contains(';') => 0,
        "application/json" => 1,
        other if other.contains('*') => 3,
        _ => 2,
    };
    (classify(media_type), rank)
}

/// The JSON media type of a body that serves best, if there is one; of equals the first by name.
pub(super) fn json(content: &Content) -> Option<(&str, &MediaType)> {
    let all = content.iter().map(|(name, media)| (name.as_str(), media));
    let json = all.filter(|(name, _)| classify(name) == Media::Json);
    json.min_by_key(|(name, _)| (preference(name), *name))
}

/// The media type to state for a JSON body: a range is none.
pub(super) fn concrete(media_type: &str) -> String {
    if media_type.contains('*') { "application/json".to_owned() } else { media_type.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Media, classify, concrete, is_valid, preference};

    #[test]
    fn json_by_name_suffix_and_range() {
        for media_type in [
            "application/json",
            "Application/JSON; charset=utf-8",
            "application/vnd.api+json",
            "application/problem+json",
            "*/*",
        ] {
            assert_eq!(classify(media_type), Media::Json, "{media_type}");
        }
        for media_type in ["application/x-ndjson", "text/event-stream", "application/json-seq"] {
            assert_eq!(classify(media_type), Media::Stream, "{media_type}");
        }
        for media_type in ["application/jsons", "application/octet-stream", "image/png", ""] {
            assert_eq!(classify(media_type), Media::Binary, "{media_type}");
        }
        assert_eq!(classify("text/html"), Media::Text);
        assert_eq!(classify("image/svg+xml"), Media::Text);
        assert_eq!(classify("multipart/form-data; boundary=x"), Media::Multipart);
    }

    #[test]
    fn what_no_header_can_hold_is_no_media_type() {
        assert!(is_valid("application/json; charset=utf-8"));
        for media_type in ["", "json", "application/json\r\nX-Evil: 1", "text/plain; a=\u{e9}"] {
            assert!(!is_valid(media_type), "{media_type:?}");
        }
    }

    #[test]
    fn plain_json_is_preferred() {
        let mut all = ["*/*", "text/plain", "application/hal+json", "application/json; v=1", "application/json"];
        all.sort_by_key(|media_type| preference(media_type));
        assert_eq!(all, ["application/json", "application/json; v=1", "application/hal+json", "*/*", "text/plain"]);
        assert_eq!(concrete("*/*"), "application/json");
        assert_eq!(concrete(" application/json; v=1"), "application/json; v=1");
    }
}
