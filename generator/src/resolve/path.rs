//! Path templates: `/pets/{id}.json` as literal pieces and variables (OpenAPI 3.0.3, Path Templating).

use std::fmt;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What a path may hold as it is (RFC 3986, `pchar` and `/`); `%` is looked at by hand.
const LITERAL: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text that is sent as it stands; of a path, percent-encoded where RFC 3986 asks for it.
    Literal(String),
    /// The name between the braces.
    Variable(String),
}

/// Why a template cannot be a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unusable {
    /// It holds a query or a fragment.
    Query,
    /// It has a segment `.` or `..`, which every URL parser takes out.
    Dots,
    /// A brace without its partner, or nothing between two.
    Braces,
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Query => "holds a `?` or `#`, which belong to no path",
            Self::Dots => "has a segment `.` or `..`, which no request keeps",
            Self::Braces => "has a brace without its partner or without a name",
        })
    }
}

/// Splits a template into its pieces; neighbouring literals are one.
///
/// # Errors
/// [`Unusable`] when no request could have this path.
pub(super) fn parse(template: &str) -> Result<Vec<Piece>, Unusable> {
    let mut pieces = split(template).ok_or(Unusable::Braces)?;
    for piece in &mut pieces {
        if let Piece::Literal(text) = piece {
            if text.contains(['?', '#']) {
                return Err(Unusable::Query);
            }
            *text = encode(text);
        }
    }
    check_dots(&pieces)?;
    Ok(pieces)
}

/// Splits any template at its braces; the text between them is as it stands. `None` for a brace without its partner or
/// without a name.
pub(super) fn split(template: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((literal, after)) = rest.split_once('{') {
        let (name, next) = after.split_once('}')?;
        if name.is_empty() || name.contains('{') {
            return None;
        }
        push_literal(&mut pieces, literal)?;
        pieces.push(Piece::Variable(name.to_owned()));
        rest = next;
    }
    push_literal(&mut pieces, rest)?;
    Some(pieces)
}

fn push_literal(pieces: &mut Vec<Piece>, text: &str) -> Option<()> {
    if text.contains('}') {
        return None;
    }
    if !text.is_empty() {
        pieces.push(Piece::Literal(text.to_owned()));
    }
    Some(())
}

/// Percent-encodes what a path cannot hold and keeps what is encoded already.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split('%');
    out.extend(parts.next().map(|first| utf8_percent_encode(first, LITERAL).to_string()));
    for part in parts {
        let encoded = part.len() >= 2 && part.bytes().take(2).all(|b| b.is_ascii_hexdigit());
        out.push_str(if encoded { "%" } else { "%25" });
        out.extend(utf8_percent_encode(part, LITERAL));
    }
    out
}

fn check_dots(pieces: &[Piece]) -> Result<(), Unusable> {
    let flat: String = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Literal(text) => text.to_ascii_lowercase().replace("%2e", "."),
            Piece::Variable(_) => "x".to_owned(),
        })
        .collect();
    if flat.split('/').any(|segment| segment == "." || segment == "..") { Err(Unusable::Dots) } else { Ok(()) }
}

/// The segments that hold no variable, in order.
pub(super) fn literal_segments(template: &str) -> impl Iterator<Item = &str> {
    template.split('/').filter(|segment| !segment.is_empty() && !segment.contains(['{', '}']))
}

#[cfg(test)]
mod tests {
    use super::{Piece, Unusable, parse};

    fn literal(text: &str) -> Piece {
        Piece::Literal(text.to_owned())
    }

    fn variable(text: &str) -> Piece {
        Piece::Variable(text.to_owned())
    }

    #[test]
    fn variables_stand_anywhere_in_a_segment() {
        assert_eq!(
            parse("/files/{name}.{ext}/raw"),
            Ok(vec![literal("/files/"), variable("name"), literal("."), variable("ext"), literal("/raw")])
        );
        assert_eq!(parse("/"), Ok(vec![literal("/")]));
        assert_eq!(parse("/{a}{b}"), Ok(vec![literal("/"), variable("a"), variable("b")]));
    }

    #[test]
    fn literals_are_encoded_once() {
        assert_eq!(parse("/a b/%41/50%"), Ok(vec![literal("/a%20b/%41/50%25")]));
        assert_eq!(parse("/straße"), Ok(vec![literal("/stra%C3%9Fe")]));
        assert_eq!(parse("/a:b,c;d=e@f"), Ok(vec![literal("/a:b,c;d=e@f")]));
    }

    #[test]
    fn what_no_request_can_have_is_refused() {
        assert_eq!(parse("/a?x={y}"), Err(Unusable::Query));
        assert_eq!(parse("/a#b"), Err(Unusable::Query));
        assert_eq!(parse("/a/../b"), Err(Unusable::Dots));
        assert_eq!(parse("/a/%2e%2E"), Err(Unusable::Dots));
        for template in ["/{", "/}", "/{}", "/{a", "/a}", "/{a{b}}"] {
            assert_eq!(parse(template), Err(Unusable::Braces), "{template}");
        }
        assert!(parse("/..{a}").is_ok(), "the variable makes it another segment");
    }
}
