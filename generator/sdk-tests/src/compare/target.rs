//! The request target that a call must have.

use std::fmt::Write as _;

use crate::record::Entry;

/// The path arguments of a case, in the order of the path template.
pub fn path_arguments(entry: &Entry) -> impl Iterator<Item = &str> {
    ["workspace_id", "connection_id"].into_iter().filter_map(|name| entry.args.get(name)?.as_str())
}

/// A value that no path can hold: it would vanish, climb, or cannot be sent (RFC 3986, section 5.2.4).
pub fn is_refused(value: &str) -> bool {
    let dots = value.to_ascii_lowercase().replace("%2e", ".");
    value.is_empty() || dots == "." || dots == ".." || value.chars().any(char::is_control)
}

/// Whether `target` ends in the call's path with every argument escaped as a whole.
pub fn is_escaped(entry: &Entry, target: &str) -> bool {
    let mut arguments = path_arguments(entry).map(escape);
    let mut path = format!("/workspaces/{}/connections", arguments.next().unwrap_or_default());
    if let Some(connection) = arguments.next() {
        path = format!("{path}/{connection}");
    }
    target.ends_with(&path)
}

/// All but unreserved characters (RFC 3986, section 2.3) as `%XX`.
fn escape(value: &str) -> String {
    value.bytes().fold(String::new(), |mut text, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => text.push(char::from(byte)),
            // Writing to a `String` cannot fail.
            _ => drop(write!(text, "%{byte:02X}")),
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::{escape, is_refused};

    #[test]
    fn every_reserved_byte_is_escaped() {
        assert_eq!(escape("a/b?c#d e~f"), "a%2Fb%3Fc%23d%20e~f");
        assert_eq!(escape("ü"), "%C3%BC");
    }

    #[test]
    fn what_no_path_can_hold_is_refused() {
        for value in ["", ".", "..", "%2e", ".%2E", "a\nb"] {
            assert!(is_refused(value), "{value:?}");
        }
        assert!(!is_refused("../x"), "the slash is escaped, so the dots climb nowhere");
    }
}
