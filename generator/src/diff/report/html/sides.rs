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
    if old.lines.is_empty() || new.lines.is_empty() {
        return;
    }
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::finding::Spot;

    fn side(text: &str, part: &str, pointer: &str) -> Side {
        let text: Arc<str> = text.into();
        let at = text.find(part).unwrap();
        let spot = Some(Spot::of_range("f", &text, at..at + part.len()));
        Side { pointer: Pointer::parse(pointer).unwrap(), spot, value: None }
    }

    fn written(old: Option<&Side>, new: Option<&Side>) -> String {
        let mut page = Html::default();
        write(&mut page, old, new);
        page.into_string()
    }

    #[test]
    fn tokens_are_compared_at_places_of_one_kind() {
        let page = written(Some(&side("a: 1", "a: 1", "/x/a")), Some(&side("a: 2", "a: 2", "/y/a")));
        assert!(page.contains("a: <del>1</del>") && page.contains("a: <ins>2</ins>"), "{page}");
        let page = written(Some(&side("a: 1", "a: 1", "/x/a")), Some(&side("b: 1", "b: 1", "/x/b")));
        assert!(!page.contains("<del>") && page.matches("<mark").count() == 2, "{page}");
    }

    #[test]
    fn what_holds_the_other_place_is_not_marked() {
        let (holder, inside) = (side("s:\n  t: 1", "s:", "/s"), side("s:\n  m: 4", "m: 4", "/s/m"));
        let (came, went) = (written(Some(&holder), Some(&inside)), written(Some(&inside), Some(&holder)));
        for page in [came, went] {
            assert_eq!(page.matches("<mark").count(), 1, "{page}");
            assert!(page.contains("data-line=\"2\">  m: 4\n</mark>"), "{page}");
        }
    }

    #[test]
    fn a_side_alone_has_no_marks_of_tokens() {
        let page = written(None, Some(&side("a: 1", "a: 1", "/a")));
        assert!(page.contains("It does not stand here.") && page.contains("a: 1\n</mark>"), "{page}");
        assert_eq!(written(None, None), "");
    }
}
