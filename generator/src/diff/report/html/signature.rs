//! Two texts of code side by side, with the tokens that differ marked.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::writer::Html;

/// Above this many tokens on both sides together nothing is marked: the comparison is quadratic.
const MOST: usize = 4_000;

/// A piece of a signature.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its text.
    pub text: String,
    /// Whether the other side has it too.
    pub same: bool,
}

/// Both sides in pieces: what both have, and what only one has.
pub fn compare(old: &str, new: &str) -> (Vec<Piece>, Vec<Piece>) {
    let (before, after) = (tokens(old), tokens(new));
    if before.len() + after.len() > MOST {
        return (vec![Piece { text: old.to_owned(), same: true }], vec![Piece { text: new.to_owned(), same: true }]);
    }
    let (mut left, mut right) = (vec![], vec![]);
    let operations = capture_diff_slices(Algorithm::Myers, &before, &after);
    let last = operations.len().saturating_sub(1);
    for (i, operation) in operations.iter().enumerate() {
        let (old, new) = (before.get(operation.old_range()), after.get(operation.new_range()));
        let (old, new) = (old.unwrap_or_default().concat(), new.unwrap_or_default().concat());
        // A space between two changes belongs to them: one mark is easier to see than two.
        let between = i > 0 && i < last && old.trim().is_empty();
        let same = matches!(operation, DiffOp::Equal { .. }) && !between;
        push(&mut left, old, same);
        push(&mut right, new, same);
    }
    (left, right)
}

fn push(pieces: &mut Vec<Piece>, text: String, same: bool) {
    if text.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(last) if last.same == same => last.text.push_str(&text),
        _ => pieces.push(Piece { text, same }),
    }
}

/// Words, runs of spaces, and marks; `::`, `->` and `=>` are one mark.
fn tokens(text: &str) -> Vec<&str> {
    let mut out = vec![];
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let len = if rest.starts_with("::") || rest.starts_with("->") || rest.starts_with("=>") {
            2
        } else if is_word(first) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else if first.is_whitespace() {
            rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let Some((token, after)) = rest.split_at_checked(len) else { break };
        out.push(token);
        rest = after;
    }
    out
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The pieces of each line.
pub fn lines(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut lines = vec![vec![]];
    for Piece { text, same } in pieces {
        for (i, part) in text.split('\n').enumerate() {
            if i > 0 {
                lines.push(vec![]);
            }
            if let Some(line) = lines.last_mut() {
                push(line, part.to_owned(), same);
            }
        }
    }
    lines
}

/// Writes the pieces; what the other side has not stands in `mark` (`del` or `ins`).
pub fn write(page: &mut Html, pieces: &[Piece], mark: &'static str) {
    for piece in pieces {
        if piece.same {
            page.text(&piece.text);
        } else {
            page.element(mark, &[], &piece.text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked((old, new): (Vec<Piece>, Vec<Piece>)) -> (String, String) {
        let side = |pieces: Vec<Piece>| {
            pieces.into_iter().map(|p| if p.same { p.text } else { format!("[{}]", p.text) }).collect::<String>()
        };
        (side(old), side(new))
    }

    #[test]
    fn only_what_differs_is_marked() {
        let found = compare("pub scope: Option<String>", "pub scope: String");
        assert_eq!(marked(found), ("pub scope: [Option<]String[>]".to_owned(), "pub scope: String".to_owned()));
        let found = compare("fn a(x: u8) -> i32", "fn a(x: u8, y: &str) -> i64");
        assert_eq!(marked(found), ("fn a(x: u8) -> [i32]".to_owned(), "fn a(x: u8[, y: &str]) -> [i64]".to_owned()));
    }

    #[test]
    fn equal_and_empty_sides_have_no_mark() {
        assert_eq!(marked(compare("a::b", "a::b")), ("a::b".to_owned(), "a::b".to_owned()));
        assert_eq!(marked(compare("", "x")), (String::new(), "[x]".to_owned()));
    }

    #[test]
    fn tokens_lose_nothing() {
        let text = "pub fn é(&'a self) -> Résult<(), Vec<u8>>\n  where T: a::B=>";
        assert_eq!(tokens(text).concat(), text);
        assert_eq!(tokens("a::b->c"), ["a", "::", "b", "->", "c"]);
    }

    #[test]
    fn lines_keep_their_marks() {
        let (old, new) = compare("a: 1\nb: 2", "a: 1\nc: 3\nb: 2");
        assert_eq!(lines(old).len(), 2);
        let piece = |text: &str, same| Piece { text: text.to_owned(), same };
        assert_eq!(lines(new), [vec![piece("a: 1", true)], vec![piece("c: 3", false)], vec![piece("b: 2", true)]]);
        assert_eq!(lines(vec![]), [vec![]]);
    }

    #[test]
    fn a_huge_signature_is_shown_without_marks() {
        let (old, new) = ("a ".repeat(3_000), "b ".repeat(3_000));
        let (left, _) = compare(&old, &new);
        assert_eq!(left, [Piece { text: old, same: true }]);
    }
}
