//! Where everything stands in a JSON text. The marking parser for YAML refuses tabs and surrogate pairs, which JSON
//! has; this scanner gives the same events. It serves texts that were parsed already and gives up on any other.

use std::borrow::Cow;

use saphyr_parser::{Event, ScalarStyle};

use super::events::{Position, Range};

/// Sends the events of a JSON text. `None` when it is none; some events may have been sent then.
pub(super) fn read(text: &str, mut visit: impl FnMut((Event<'_>, Range))) -> Option<()> {
    let mut scanner = Scanner { rest: text, line: 1, column: 1 };
    let mut open: Vec<char> = Vec::new();
    scanner.skip_space();
    while let Some(next) = scanner.rest.chars().next() {
        let start = scanner.position();
        let event = match next {
            '{' | '[' => {
                open.push(next);
                if next == '{' { Event::MappingStart(0, None) } else { Event::SequenceStart(0, None) }
            }
            '}' | ']' => {
                open.pop()?;
                if next == '}' { Event::MappingEnd } else { Event::SequenceEnd }
            }
            ',' | ':' => Event::Nothing,
            '"' => Event::Scalar(scanner.string()?, ScalarStyle::DoubleQuoted, 0, None),
            _ => Event::Scalar(Cow::Borrowed(scanner.word()?), ScalarStyle::Plain, 0, None),
        };
        if !matches!(event, Event::Scalar(..)) {
            scanner.take(next.len_utf8());
        }
        visit((event, Range { start, end: scanner.position() }));
        scanner.skip_space();
    }
    open.is_empty().then_some(())
}

struct Scanner<'t> {
    rest: &'t str,
    line: usize,
    column: usize,
}

impl<'t> Scanner<'t> {
    const fn position(&self) -> Position {
        (self.line, self.column)
    }

    fn take(&mut self, bytes: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        match taken.rsplit_once('\n') {
            Some((lines, last)) => {
                self.line += lines.matches('\n').count() + 1;
                self.column = last.chars().count() + 1;
            }
            None => self.column += taken.chars().count(),
        }
        self.rest = rest;
        taken
    }

    fn skip_space(&mut self) {
        self.take(self.rest.len() - self.rest.trim_start_matches([' ', '\t', '\n']).len());
    }

    /// A number or a literal.
    fn word(&mut self) -> Option<&'t str> {
        let end = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
        let word = self.take(self.rest.find(end).unwrap_or(self.rest.len()));
        (!word.is_empty()).then_some(word)
    }

    fn string(&mut self) -> Option<Cow<'t, str>> {
        let mut inner = self.rest.bytes().enumerate().skip(1);
        let mut escapes = false;
        let close = loop {
            match inner.next()? {
                (at, b'"') => break at,
                (_, b'\\') => {
                    escapes = true;
                    inner.next()?;
                }
                _ => {}
            }
        };
        let quoted = self.take(close + 1);
        if escapes {
            serde_json::from_str(quoted).ok().map(Cow::Owned)
        } else {
            quoted.get(1..close).map(Cow::Borrowed)
        }
    }
}
