//! A few lines of a description around a place.

use crate::finding::{Quote, Spot};

/// Lines shown before and after the place.
const AROUND: usize = 2;
/// Lines shown of the place itself.
const INSIDE: usize = 6;
/// Letters shown of one line; documents in one line are.
const WIDTH: usize = 160;
/// Bytes looked through for the beginning of a line.
const BACK: usize = 4_096;
/// Bytes looked through from there on.
const FORWARD: usize = 4 * BACK;

/// A line of the text.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1.
    pub number: usize,
    /// Its text, without what all lines are indented by.
    pub text: String,
    /// Whether the place is in it.
    pub inside: bool,
}

/// The lines around a place; none where nothing may be quoted.
pub fn of(spot: &Spot) -> Vec<Line> {
    let Some(quote) = &spot.quote else { return vec![] };
    let text = quote.text.as_ref();
    let Some(head) = text.get(..quote.offset) else { return vec![] };
    let line_start = head.rfind('\n').map_or(0, |i| i + 1);
    if head.len() - line_start > BACK {
        return vec![one_line(spot, quote)];
    }
    let last = last_line(text, quote, spot.line);
    let mut lines: Vec<Line> = before(head.get(..line_start).unwrap_or_default(), spot.line);
    let rest = text.get(line_start..floor(text, line_start + FORWARD)).unwrap_or_default();
    lines.extend(numbered(rest, spot.line).take(last + 1 - spot.line + AROUND));
    for line in &mut lines {
        line.inside = (spot.line..=last).contains(&line.number);
    }
    let is_frame = |line: &Line| !line.inside && line.text.trim().is_empty();
    lines = lines.into_iter().skip_while(is_frame).collect();
    while lines.pop_if(|line| is_frame(line)).is_some() {}
    dedent(&mut lines);
    for line in &mut lines {
        clip(&mut line.text);
    }
    lines
}

/// The last line that is marked.
fn last_line(text: &str, quote: &Quote, first: usize) -> usize {
    let end = quote.offset.saturating_add(quote.len).min(text.len());
    let inside = text.get(quote.offset..end).unwrap_or_default().trim_end();
    first + inside.split('\n').take(INSIDE).count().saturating_sub(1)
}

/// The lines before `line`, which begins where `head` ends.
fn before(head: &str, line: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = head
        .rsplit_terminator('\n')
        .zip(1..)
        .take(AROUND)
        .map(|(text, above)| Line { number: line.saturating_sub(above), text: text.to_owned(), inside: false })
        .collect();
    lines.reverse();
    lines
}

fn numbered(text: &str, first: usize) -> impl Iterator<Item = Line> {
    text.lines().zip(first..).map(|(text, number)| Line { number, text: text.to_owned(), inside: false })
}

/// A part of a line that is too long to be looked through.
fn one_line(spot: &Spot, quote: &Quote) -> Line {
    let start = floor(&quote.text, quote.offset.saturating_sub(WIDTH / 2));
    let rest = quote.text.get(start..).unwrap_or_default();
    let mut text: String = rest.chars().take_while(|c| *c != '\n').take(WIDTH).collect();
    text.insert(0, '…');
    Line { number: spot.line, text, inside: true }
}

/// The boundary of a letter at or before `index`.
fn floor(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

fn dedent(lines: &mut [Line]) {
    let indent = |line: &Line| line.text.len() - line.text.trim_start_matches(' ').len();
    let least = lines.iter().filter(|line| !line.text.trim().is_empty()).map(indent).min().unwrap_or(0);
    for line in lines {
        line.text = line.text.get(least..).unwrap_or_default().trim_end().to_owned();
    }
}

fn clip(text: &mut String) {
    if let Some((at, _)) = text.char_indices().nth(WIDTH) {
        text.truncate(at);
        text.push('…');
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn shown(text: &str, part: &str) -> Vec<String> {
        let text: Arc<str> = text.into();
        let at = text.find(part).unwrap();
        of(&Spot::of_range("f", &text, at..at + part.len()))
            .into_iter()
            .map(|line| format!("{}{} {}", line.number, if line.inside { ">" } else { ":" }, line.text))
            .collect()
    }

    #[test]
    fn lines_around_are_shown_and_dedented() {
        let text = "a:\n  b: 1\n  c: 2\n  d:\n    e: 3\n    f: 4\n  g: 5\n  h: 6\n  i: 7\n";
        assert_eq!(
            shown(text, "e: 3\n    f: 4\n"),
            ["3: c: 2", "4: d:", "5>   e: 3", "6>   f: 4", "7: g: 5", "8: h: 6"]
        );
        assert_eq!(shown(text, "a:"), ["1> a:", "2:   b: 1", "3:   c: 2"]);
        assert_eq!(shown(text, "i: 7"), ["7: g: 5", "8: h: 6", "9> i: 7"]);
    }

    #[test]
    fn empty_lines_are_no_frame() {
        assert_eq!(shown("a: 1\n\nb: 2\n\n\n", "b: 2"), ["1: a: 1", "2: ", "3> b: 2"]);
        assert_eq!(shown("a: 1\nx: 0\n\n  \nb: 2\n\n\n", "b: 2"), ["5> b: 2"]);
    }

    #[test]
    fn a_long_place_is_cut() {
        let text = "x: |\n".to_owned() + &"  l\n".repeat(100);
        assert_eq!(shown(&text, &text).len(), INSIDE + AROUND);
    }

    #[test]
    fn a_document_in_one_line_is_cut_to_the_place() {
        let text = format!("{{{}\"spot\":1{}}}", "\"ß\":1,".repeat(2_000), ",\"ü\":2".repeat(2_000));
        let lines = shown(&text, "\"spot\"");
        assert_eq!(lines.len(), 1);
        assert!(lines[0].starts_with("1> …") && lines[0].contains("\"spot\":1"), "{lines:?}");
        assert!(lines[0].chars().count() < WIDTH + 10);
    }

    #[test]
    fn a_place_outside_its_text_shows_nothing() {
        let quote = Some(Quote { text: "abc".into(), offset: 9, len: 1 });
        assert!(of(&Spot { file: "f".into(), line: 1, column: 1, quote }).is_empty());
        assert!(of(&Spot { file: "f".into(), line: 1, column: 1, quote: None }).is_empty());
    }
}
