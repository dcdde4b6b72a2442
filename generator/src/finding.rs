//! A diagnostic with its place found: what a report prints. Made only when something is printed.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    diagnostic::{Code, Diagnostic, Severity},
    pointer::{FileId, Origin, Pointer},
    source::{self, Loaded, Place},
};

/// One thing to say, ready to be shown.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// What it is about.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// Where; none: the command line or the output folder.
    #[serde(flatten)]
    pub spot: Option<Spot>,
    /// The JSON pointer, when the place is in a spec.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<Pointer>,
    /// A second place that matters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub related: Option<Spot>,
    /// One sentence: what is wrong.
    pub message: String,
    /// One sentence: what to do.
    pub help: String,
}

/// A place in a file.
#[derive(Clone, Debug, Serialize)]
pub struct Spot {
    /// The file as the user named it.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
    /// The text around it, when it may be quoted.
    #[serde(skip)]
    pub quote: Option<Quote>,
}

/// A part of a text that a report may show.
#[derive(Clone, Debug)]
pub struct Quote {
    /// The whole text.
    pub text: Arc<str>,
    /// Where the part begins, in bytes.
    pub offset: usize,
    /// Its length, in bytes.
    pub len: usize,
}

impl Spot {
    /// `file:line:column`.
    #[must_use]
    pub fn label(&self) -> String {
        format!("{}:{}:{}", escape(&self.file), self.line, self.column)
    }

    /// The place of a range of bytes in a text that may be quoted.
    #[must_use]
    pub fn of_range(file: &str, text: &Arc<str>, range: std::ops::Range<usize>) -> Self {
        let start = floor_boundary(text, range.start);
        let before = text.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        Self {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
            quote: Some(Quote { text: Arc::clone(text), offset: start, len: range.end.saturating_sub(start) }),
        }
    }

    /// The place of a line and a column, both from 1, the column in characters.
    fn of_position(file: &str, text: &Arc<str>, (line, column): (usize, usize)) -> Self {
        let line_start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let rest = text.get(line_start..).unwrap_or_default();
        let inside: usize = rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
        let quote = Quote { text: Arc::clone(text), offset: line_start + inside, len: 1 };
        Self { file: file.to_owned(), line, column, quote: Some(quote) }
    }
}

impl Finding {
    /// Something about the command line, the configuration or the output folder.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        let row = code.row();
        Self {
            code,
            severity: row.severity,
            spot: None,
            pointer: None,
            related: None,
            message: message.into(),
            help: row.remedy.to_owned(),
        }
    }

    /// With another help sentence.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// With a place.
    #[must_use]
    pub fn at(mut self, spot: Option<Spot>) -> Self {
        self.spot = spot;
        self
    }

    /// On one line: `openapi.yaml:3:5: error[source-syntax]: message; help`.
    #[must_use]
    pub fn short(&self) -> String {
        let place = self.spot.as_ref().map(|s| s.label() + ": ").unwrap_or_default();
        let (severity, code) = (severity_name(self.severity), self.code.as_str());
        format!("{place}{severity}[{code}]: {}; {}", escape(&self.message), escape(&self.help))
    }
}

/// The word for a severity.
#[must_use]
pub const fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// Finds the places of diagnostics.
#[derive(Debug)]
pub struct Locator<'a> {
    loaded: Option<&'a Loaded>,
    name: &'a str,
    root: Arc<str>,
}

impl<'a> Locator<'a> {
    /// For one input: what `source` made of it, or only its name and bytes where it could not be read.
    #[must_use]
    pub fn new(loaded: Option<&'a Loaded>, name: &'a str, bytes: &[u8]) -> Self {
        let root = match loaded.and_then(|l| l.files.first()) {
            Some(file) => file.text.as_str().into(),
            None => String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').into(),
        };
        Self { loaded, name, root }
    }

    /// The diagnostic with its places.
    #[must_use]
    pub fn find(&self, diagnostic: &Diagnostic) -> Finding {
        let spot = match diagnostic.position {
            Some(position) => Some(self.position(diagnostic.origin.file, position)),
            None => self.spot(&diagnostic.origin),
        };
        Finding {
            code: diagnostic.code,
            severity: diagnostic.severity,
            spot,
            pointer: Some(diagnostic.origin.pointer.clone()),
            related: diagnostic.related.as_ref().and_then(|origin| self.spot(origin)),
            message: diagnostic.message.clone(),
            help: diagnostic.help.clone(),
        }
    }

    /// A line and a column of a file. The text of a file that could not be parsed is not known here, unless it is the
    /// root document.
    fn position(&self, file: FileId, (line, column): (usize, usize)) -> Spot {
        match self.loaded.and_then(|loaded| loaded.files.get(file.0)) {
            Some(other) if file != FileId::default() && other.quotable => {
                Spot::of_position(&other.name, &other.text.as_str().into(), (line, column))
            }
            Some(other) if file != FileId::default() => Spot { file: other.name.clone(), line, column, quote: None },
            _ => Spot::of_position(self.name, &self.root, (line, column)),
        }
    }

    /// Where an origin stands in the text. Only what the user named is quoted.
    #[must_use]
    pub fn spot(&self, origin: &Origin) -> Option<Spot> {
        let Some(loaded) = self.loaded else {
            return Some(Spot::of_position(self.name, &self.root, (1, 1)));
        };
        let file = loaded.files.get(origin.file.0)?;
        let Place { line, column, offset, len } = source::locate(loaded, origin)?;
        let text = if origin.file.0 == 0 { Arc::clone(&self.root) } else { file.text.as_str().into() };
        let quote = file.quotable.then_some(Quote { text, offset, len });
        Some(Spot { file: file.name.clone(), line, column, quote })
    }
}

/// The text with control, bidi and invisible characters written as `\u{…}`, so that it cannot act on a terminal.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_unsafe(c) { out.extend(c.escape_unicode()) } else { out.push(c) }
    }
    out
}

/// Whether a character moves the cursor, turns the direction of text or cannot be seen.
#[must_use]
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn floor_boundary(text: &str, mut index: usize) -> usize {
    index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters() {
        let text: Arc<str> = "a: 1\nß: ü x\n".into();
        let at = text.find('x').unwrap();
        let spot = Spot::of_range("f", &text, at..at + 1);
        assert_eq!(spot.label(), "f:2:6");
        let same = Spot::of_position("f", &text, (2, 6));
        assert_eq!(same.quote.unwrap().offset, at);
    }

    #[test]
    fn nothing_acts_on_a_terminal() {
        assert_eq!(escape("a\u{1b}[31m\u{202e}b\n"), "a\\u{1b}[31m\\u{202e}b\\u{a}");
        let finding = Finding::new(Code::Usage, "no \u{7} bell");
        assert!(finding.short().starts_with("error[usage]: no \\u{7} bell; "), "{}", finding.short());
    }
}
