//! The events of the marking parser, which reads a little more strictly than the parser that builds values.
//!
//! It refuses a closing bracket that is not indented deeper than the block around it, which many descriptions have.
//! Such lines get a margin of spaces in a copy of the text, and positions in them are corrected.

use std::{borrow::Cow, collections::BTreeSet};

use saphyr_parser::{Event, Marker, Parser, ScanError, Span};

/// A 1-based line and column, in characters.
pub(super) type Position = (usize, usize);

/// From the first character to behind the last one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    pub(super) start: Position,
    pub(super) end: Position,
}

/// Deeper than any block can be without breaking the depth budget in a sane text.
const MARGIN: &str = "                                                                                                ";
/// How many lines get a margin one by one, after the closing brackets got theirs at once.
const ATTEMPTS: usize = 8;

/// A text as the marking parser likes it.
#[derive(Debug)]
pub(super) struct Script<'t> {
    text: Cow<'t, str>,
    /// 1-based numbers of lines with a margin.
    shifted: BTreeSet<usize>,
}

/// An event and where it stands.
pub(super) type Placed<'s> = (Event<'s>, Range);

impl<'t> Script<'t> {
    /// Gives each line that needs it a margin. `visit` sees the events of every attempt and starts anew with each.
    pub(super) fn read<V>(
        text: &'t str,
        mut new: impl FnMut() -> V,
        mut visit: impl FnMut(&mut V, Placed<'_>) -> bool,
    ) -> (V, Result<(), Refused>) {
        let mut script = Script { text: Cow::Borrowed(text), shifted: BTreeSet::new() };
        for attempt in 0..=ATTEMPTS {
            let mut visitor = new();
            let refused = match script.run(|event| visit(&mut visitor, event)) {
                Ok(()) => return (visitor, Ok(())),
                Err(refused) => refused,
            };
            if attempt == ATTEMPTS
                || !refused.message.starts_with("invalid indentation")
                || !script.shift(text, attempt, refused.position.0)
            {
                return (visitor, Err(refused));
            }
        }
        (new(), Ok(()))
    }

    fn run(&self, mut visit: impl FnMut(Placed<'_>) -> bool) -> Result<(), Refused> {
        let mut parser = Parser::new_from_str(&self.text);
        while let Some(event) = parser.next_event() {
            match event {
                Ok((event, span)) => {
                    if !visit((event, self.range(span))) {
                        break;
                    }
                }
                Err(error) => return Err(self.refused(&error)),
            }
        }
        Ok(())
    }

    /// False when the line has its margin already.
    fn shift(&mut self, text: &str, attempt: usize, line: usize) -> bool {
        let before = self.shifted.len();
        self.shifted.insert(line);
        if attempt == 0 {
            let closing = text.lines().enumerate().filter(|(_, line)| line.trim_start().starts_with(['}', ']']));
            self.shifted.extend(closing.map(|(index, _)| index + 1));
        }
        let lines = text.split_inclusive('\n').enumerate();
        self.text = lines
            .flat_map(|(index, line)| [if self.shifted.contains(&(index + 1)) { MARGIN } else { "" }, line])
            .collect();
        self.shifted.len() > before
    }

    fn position(&self, marker: Marker) -> Position {
        let (line, column) = (marker.line().max(1), marker.col() + 1);
        let margin = if self.shifted.contains(&line) { MARGIN.len() } else { 0 };
        (line, column.saturating_sub(margin).max(1))
    }

    fn range(&self, span: Span) -> Range {
        Range { start: self.position(span.start), end: self.position(span.end) }
    }

    fn refused(&self, error: &ScanError) -> Refused {
        Refused { message: error.info().to_owned(), position: self.position(*error.marker()) }
    }
}

/// The marking parser gave up.
#[derive(Clone, Debug)]
pub(super) struct Refused {
    pub(super) message: String,
    pub(super) position: Position,
}
