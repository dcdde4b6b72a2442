//! Path templates: `/pets/{id}.json` as literal pieces and variables (OpenAPI 3.0.3, Path Templating).

use std::fmt;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

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

/// What is wrong with a key of `paths`, and what is made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It holds a query: its pairs are sent with each call.
    Query,
    /// It holds a fragment, which no request has: it only tells operations apart.
    Fragment,
    /// It has a segment `.` or `..`, which every URL parser takes out.
    Dots,
    /// A brace without its partner, or nothing between two: it stands for itself.
    Braces,
    /// It does not begin with a slash: one is put before it.
    Relative,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Query => "the path holds a query; its pairs are sent with each call",
            Self::Fragment => "the path holds a fragment, which no request has; it is left out of the path",
            Self::Dots => "the path has a segment `.` or `..`, which no request keeps; it is taken out",
            Self::Braces => "the path has a brace without its partner or without a name; it is sent as it stands",
            Self::Relative => "the path does not begin with a slash; one is put before it",
        })
    }
}

/// A key of `paths`, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Template {
    /// The path; neighbouring literals are one.
    pub(super) pieces: Vec<Piece>,
    /// The pairs of its query, in order.
    pub(super) query: Vec<(String, String)>,
    /// What is wrong with it.
    pub(super) faults: Vec<Fault>,
}

/// Reads a key of `paths`. Whatever it is, it comes to a path that a request can have.
pub(super) fn parse(template: &str) -> Template {
    let mut read = Template::default();
    let mut rest = template;
    if let Some((before, _)) = rest.split_once('#') {
        read.faults.push(Fault::Fragment);
        rest = before;
    }
    if let Some((before, query)) = rest.split_once('?') {
        read.faults.push(Fault::Query);
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        // A pair whose value is a variable is a parameter, which is declared as one.
        read.query = pairs.filter(|(_, value)| !value.contains('{')).map(|(k, v)| (decode(k), decode(v))).collect();
        rest = before;
    }
    read.pieces = split(rest).unwrap_or_else(|| {
        read.faults.push(Fault::Braces);
        vec![Piece::Literal(rest.to_owned())]
    });
    if !rest.is_empty() && !rest.starts_with('/') {
        read.faults.push(Fault::Relative);
        read.pieces.insert(0, Piece::Literal("/".to_owned()));
    }
    for piece in &mut read.pieces {
        if let Piece::Literal(text) = piece {
            *text = encode(text);
        }
    }
    if has_dots(&read.pieces) {
        read.faults.push(Fault::Dots);
        read.pieces = without_dots(&read.pieces);
    }
    read.pieces = joined(read.pieces);
    read
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

/// A name or a value of a query as it is meant.
fn decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

fn has_dots(pieces: &[Piece]) -> bool {
    let flat: String = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Literal(text) => text.to_ascii_lowercase().replace("%2e", "."),
            Piece::Variable(_) => "x".to_owned(),
        })
        .collect();
    flat.split('/').any(|segment| segment == "." || segment == "..")
}

/// What a URL parser leaves of the path (RFC 3986, section 5.2.4).
fn without_dots(pieces: &[Piece]) -> Vec<Piece> {
    let mut segments: Vec<Vec<Piece>> = vec![Vec::new()];
    for piece in pieces {
        let Piece::Literal(text) = piece else {
            segments.last_mut().into_iter().for_each(|segment| segment.push(piece.clone()));
            continue;
        };
        for (index, part) in text.split('/').enumerate() {
            if index > 0 {
                segments.push(Vec::new());
            }
            if !part.is_empty() {
                segments.last_mut().into_iter().for_each(|segment| segment.push(Piece::Literal(part.to_owned())));
            }
        }
    }
    let mut kept: Vec<Vec<Piece>> = Vec::new();
    for segment in segments.into_iter().filter(|segment| !segment.is_empty()) {
        match segment.as_slice() {
            [Piece::Literal(text)] if dots(text) == Some(1) => {}
            [Piece::Literal(text)] if dots(text) == Some(2) => drop(kept.pop()),
            _ => kept.push(segment),
        }
    }
    let slash = || Piece::Literal("/".to_owned());
    let path: Vec<Piece> = kept.into_iter().flat_map(|segment| [vec![slash()], segment].concat()).collect();
    if path.is_empty() { vec![slash()] } else { path }
}

fn dots(segment: &str) -> Option<usize> {
    let plain = segment.to_ascii_lowercase().replace("%2e", ".");
    (plain.chars().all(|c| c == '.')).then_some(plain.len())
}

/// Neighbouring literals as one.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (out.last_mut(), piece) {
            (Some(Piece::Literal(before)), Piece::Literal(text)) => before.push_str(&text),
            (_, piece) => out.push(piece),
        }
    }
    out
}

/// The segments that hold no variable, in order.
pub(super) fn literal_segments(template: &str) -> impl Iterator<Item = &str> {
    let path = template.split(['?', '#']).next().unwrap_or_default();
    path.split('/').filter(|segment| !segment.is_empty() && !segment.contains(['{', '}']))
}

#[cfg(test)]
mod tests {
    use super::{Fault, Piece};

    fn parse(template: &str) -> Vec<Piece> {
        super::parse(template).pieces
    }

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
            [literal("/files/"), variable("name"), literal("."), variable("ext"), literal("/raw")]
        );
        assert_eq!(parse("/"), [literal("/")]);
        assert_eq!(parse("/{a}{b}:cancel"), [literal("/"), variable("a"), variable("b"), literal(":cancel")]);
    }

    #[test]
    fn literals_are_encoded_once() {
        assert_eq!(parse("/a b/%41/50%"), [literal("/a%20b/%41/50%25")]);
        assert_eq!(parse("/straße"), [literal("/stra%C3%9Fe")]);
        assert_eq!(parse("/a:b,c;d=e@f"), [literal("/a:b,c;d=e@f")]);
    }

    #[test]
    fn every_key_comes_to_a_path() {
        for (key, path, fault) in [
            ("/a?x=1", "/a", Fault::Query),
            ("/a#b", "/a", Fault::Fragment),
            ("/a/../b", "/b", Fault::Dots),
            ("/a/%2e%2E", "/", Fault::Dots),
            ("/{", "/%7B", Fault::Braces),
            ("/{}/a", "/%7B%7D/a", Fault::Braces),
            ("a/b", "/a/b", Fault::Relative),
        ] {
            let read = super::parse(key);
            assert_eq!((read.pieces, read.faults), (vec![literal(path)], vec![fault]), "{key}");
        }
        assert_eq!(super::parse("/?Action=List&v={v}&x").query, [("Action", "List"), ("x", "")].map(owned));
        assert_eq!(super::parse("/..{a}").faults, [], "the variable makes it another segment");
        assert_eq!(super::parse("").pieces, []);
    }

    fn owned((key, value): (&str, &str)) -> (String, String) {
        (key.to_owned(), value.to_owned())
    }
}
