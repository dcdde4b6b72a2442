//! The place of a finding in both descriptions, side by side: its value, and the lines around it.

use super::{
    super::super::finding::Side,
    excerpt::{self, Line},
    signature::{self, Piece},
    writer::Html,
};
use crate::pointer::Pointer;

/// What is shown of one side.
struct Shown<'a> {
    name: &'static str,
    /// What stands around a token that the other side has not.
    mark: &'static str,
    side: Option<&'a Side>,
    lines: Vec<Line>,
    /// The lines of the place itself, in pieces.
    inside: Vec<Vec<Piece>>,
}

impl<'a> Shown<'a> {
    fn new(name: &'static str, mark: &'static str, side: Option<&'a Side>) -> Self {
        let lines = side.and_then(|side| side.spot.as_ref()).map(excerpt::of).unwrap_or_default();
        Self { name, mark, side, lines, inside: vec![] }
    }

    /// The text of the place itself.
    fn text(&self) -> String {
        let inside = self.lines.iter().filter(|line| line.inside).map(|line| line.text.as_str());
        inside.collect::<Vec<_>>().join("\n")
    }
}

/// Writes both sides.
pub fn write(page: &mut Html, old: Option<&Side>, new: Option<&Side>) {
    let mut sides = (Shown::new("Old", "del", old), Shown::new("New", "ins", new));
    match (old, new) {
        (None, None) => return,
        (Some(old), Some(new)) => mark(&mut sides, &old.pointer, &new.pointer),
        // All of the one side differs: the lines' own colour says that.
        _ => {}
    }
    page.raw("<h5>In the description</h5>");
    page.tag("div", &[("class", "pair")], |page| {
        one(page, &sides.0);
        one(page, &sides.1);
    });
}

/// Marks what differs.
fn mark((old, new): &mut (Shown<'_>, Shown<'_>), before: &Pointer, after: &Pointer) {
    if before.last() == after.last() {
        let (before, after) = signature::compare(&old.text(), &new.text());
        old.inside = signature::lines(before);
        new.inside = signature::lines(after);
    } else if before.is_at_or_below(after) {
        // What went is named; the other side shows what held it, where nothing differs by itself.
        new.lines.iter_mut().for_each(|line| line.inside = false);
    } else if after.is_at_or_below(before) {
        old.lines.iter_mut().for_each(|line| line.inside = false);
    }
}

fn one(page: &mut Html, shown: &Shown<'_>) {
    page.tag("figure", &[("data-side", shown.name)], |page| {
        page.tag("figcaption", &[], |page| {
            page.text(shown.name);
            if let Some(spot) = shown.side.and_then(|side| side.spot.as_ref()) {
                page.raw(" ");
                page.element("code", &[], &spot.label());
            }
        });
        let Some(side) = shown.side else {
            return page.raw("<p class=\"missing\">It does not stand here.</p>");
        };
        if let Some(value) = &side.value {
            page.tag("p", &[("class", "value")], |page| page.element("code", &[], value));
        }
        if !shown.lines.is_empty() {
            page.tag("pre", &[("class", "lines")], |page| lines(page, shown));
        }
    });
}

fn lines(page: &mut Html, shown: &Shown<'_>) {
    let mut inside = shown.inside.iter();
    for line in &shown.lines {
        let pieces = if line.inside { inside.next() } else { None };
        let name = if line.inside { "mark" } else { "span" };
        page.tag(name, &[("class", "line"), ("data-line", &line.number.to_string())], |page| {
            match pieces {
                Some(pieces) => signature::write(page, pieces, shown.mark),
                None => page.text(&line.text),
            }
            page.raw("\n");
        });
    }
}
