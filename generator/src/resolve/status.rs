//! Statuses of the responses object: order, class, and the Rust name that a reason phrase gives.

use openapiv3::StatusCode;

use crate::model::Statuses;

/// A key of the responses object. `None` for a class that HTTP does not have (`9XX`).
pub(super) fn of(code: &StatusCode) -> Option<Statuses> {
    match code {
        StatusCode::Code(code) => Some(Statuses::Code(*code)),
        StatusCode::Range(class) => u8::try_from(*class).ok().filter(|c| (1..=5).contains(c)).map(Statuses::Class),
    }
}

/// The first digit; none for `default`.
pub(super) const fn class(statuses: Statuses) -> Option<u16> {
    match statuses {
        Statuses::Code(code) => Some(code / 100),
        Statuses::Class(class) => Some(class as u16),
        Statuses::Default => None,
    }
}

/// Whether HTTP itself says that an answer with this status has no content (RFC 9110, sections 15.3.5 and 15.3.6).
pub(super) const fn is_empty(statuses: Statuses) -> bool {
    matches!(statuses, Statuses::Code(204 | 205))
}

/// The name of a success status in an output enum: its reason phrase (IANA HTTP status code registry).
pub(super) fn variant(statuses: Statuses) -> String {
    let Statuses::Code(code) = statuses else { return "Other".to_owned() };
    let phrase = match code {
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        203 => "NonAuthoritativeInformation",
        204 => "NoContent",
        205 => "ResetContent",
        206 => "PartialContent",
        207 => "MultiStatus",
        208 => "AlreadyReported",
        226 => "ImUsed",
        _ => return format!("Status{code}"),
    };
    phrase.to_owned()
}

/// The words that name the type of an error written inline: the reason phrase of its status; none for `default`.
pub(super) fn error_words(statuses: Statuses) -> Option<String> {
    let phrase = match statuses {
        Statuses::Default => return None,
        Statuses::Class(3) => "Redirect",
        Statuses::Class(4) => "Client",
        Statuses::Class(_) => "Server",
        Statuses::Code(400) => "Bad Request",
        Statuses::Code(401) => "Unauthorized",
        Statuses::Code(402) => "Payment Required",
        Statuses::Code(403) => "Forbidden",
        Statuses::Code(404) => "Not Found",
        Statuses::Code(405) => "Method Not Allowed",
        Statuses::Code(406) => "Not Acceptable",
        Statuses::Code(408) => "Request Timeout",
        Statuses::Code(409) => "Conflict",
        Statuses::Code(410) => "Gone",
        Statuses::Code(412) => "Precondition Failed",
        Statuses::Code(413) => "Content Too Large",
        Statuses::Code(415) => "Unsupported Media Type",
        Statuses::Code(422) => "Unprocessable Content",
        Statuses::Code(423) => "Locked",
        Statuses::Code(424) => "Failed Dependency",
        Statuses::Code(428) => "Precondition Required",
        Statuses::Code(429) => "Too Many Requests",
        Statuses::Code(500) => "Internal Server",
        Statuses::Code(501) => "Not Implemented",
        Statuses::Code(502) => "Bad Gateway",
        Statuses::Code(503) => "Service Unavailable",
        Statuses::Code(504) => "Gateway Timeout",
        Statuses::Code(code) => return Some(format!("Status {code}")),
    };
    Some(phrase.to_owned())
}
