//! Paths: a template filled with values that cannot leave their place.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{error::Error, param::Param};

/// All but the unreserved characters of RFC 3986 section 2.3.
pub(crate) const VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// All but what a path may hold as it is: what separates or is reserved stays, and so does `%`.
const LITERAL: &AsciiSet = &VALUE
    .remove(b'/')
    .remove(b'%')
    .remove(b':')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// A path below the base URL, built from left to right.
pub(crate) struct PathBuilder {
    built: String,
    /// What of the template is not yet built.
    rest: &'static str,
}

impl PathBuilder {
    /// Begins at a template whose variables stand in braces.
    pub(crate) fn new(template: &'static str) -> Self {
        Self { built: String::with_capacity(template.len() + 32), rest: template }
    }

    /// Fills the next variable. Items of lists and maps are joined by commas (OpenAPI's style `simple`).
    pub(crate) fn value(&mut self, value: &(impl Param + ?Sized)) -> Result<(), Error> {
        self.fill(|built, _| {
            let start = built.len();
            let mut fault = None;
            value.each(&mut |key, text| {
                for part in key.into_iter().chain([text]) {
                    fault = fault.or_else(|| fault_in(part));
                    if built.len() > start {
                        built.push(',');
                    }
                    built.extend(utf8_percent_encode(part, VALUE));
                }
            });
            if built.len() == start { Some("is empty") } else { fault }
        })
    }

    /// Fills the next variable with what `write` appends, encoded; it is given the variable's name and gives what is
    /// wrong with the value.
    pub(crate) fn fill(&mut self, write: impl FnOnce(&mut String, &str) -> Option<&'static str>) -> Result<(), Error> {
        let Some((literal, after)) = self.rest.split_once('{') else {
            return Err(Error::invalid("more path arguments than the path has places"));
        };
        let (name, rest) = after.split_once('}').unwrap_or((after, ""));
        self.built.extend(utf8_percent_encode(literal, LITERAL));
        self.rest = rest;
        match write(&mut self.built, name) {
            Some(fault) => Err(Error::invalid(format!("path argument `{name}` {fault}"))),
            None => Ok(()),
        }
    }

    /// The whole path, beginning with `/`.
    pub(crate) fn finish(mut self) -> Result<String, Error> {
        if self.rest.contains('{') {
            return Err(Error::invalid("fewer path arguments than the path has places"));
        }
        self.built.extend(utf8_percent_encode(self.rest, LITERAL));
        check_segments(&self.built)?;
        Ok(self.built)
    }
}

/// A path that the caller wrote, percent-encoded where it needs to be.
pub(crate) fn given(path: &str) -> Result<String, Error> {
    let relative = path.strip_prefix('/').unwrap_or(path);
    let fault = if relative.contains(['?', '#']) {
        Some("has a query or a fragment: use `query`")
    } else if relative.contains('\\') {
        Some("has a backslash")
    } else if relative.starts_with('/') || relative.contains("//") {
        Some("has an empty segment")
    } else {
        relative.chars().any(char::is_control).then_some("has a control character")
    };
    if let Some(fault) = fault {
        return Err(Error::invalid(format!("the path {fault}")));
    }
    let mut built = String::with_capacity(path.len() + 1);
    if !path.is_empty() {
        built.push('/');
    }
    built.extend(utf8_percent_encode(relative, LITERAL));
    check_segments(&built)?;
    Ok(built)
}

pub(crate) fn fault_in(text: &str) -> Option<&'static str> {
    if text.is_empty() {
        Some("is empty")
    } else {
        text.chars().any(char::is_control).then_some("has a control character")
    }
}

/// Refuses segments that servers and URL parsers take for `.` and `..`. Whole segments are looked at, not values, so
/// that `..` may stand in `{name}.json`.
fn check_segments(path: &str) -> Result<(), Error> {
    if path.split('/').any(is_dots) { Err(Error::invalid("a path segment is `.` or `..`")) } else { Ok(()) }
}

/// One or two dots, each as it is, as `%2e`, or as `%2e` that was encoded once more.
fn is_dots(segment: &str) -> bool {
    let mut rest = segment;
    let mut dots = 0;
    while !rest.is_empty() {
        let spelling = ["%252e", "%252E", "%2e", "%2E", "."].iter().find_map(|dot| rest.strip_prefix(dot));
        let Some(after) = spelling else { return false };
        rest = after;
        dots += 1;
    }
    (1..=2).contains(&dots)
}
