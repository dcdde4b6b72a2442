//! Wraps the paragraphs of documentation at a width that people read in an editor.
//!
//! Only where Markdown cannot tell the difference: plain paragraphs, at a space outside of inline code, before a word that
//! means nothing at the beginning of a line. Lists, tables, quotes and fences stay as they are.

/// Characters of a line behind `/// `.
const WIDTH: usize = 92;

/// The lines, long paragraphs wrapped.
pub(super) fn wrap<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut fenced = false;
    let mut wrapped = Vec::new();
    for line in lines {
        if line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~") {
            fenced = !fenced;
        }
        if fenced || !is_paragraph(line) {
            wrapped.push(line.to_owned());
        } else {
            wrap_line(line, &mut wrapped);
        }
    }
    wrapped
}

fn wrap_line(line: &str, wrapped: &mut Vec<String>) {
    let mut current = String::new();
    for unit in units(line) {
        let width = current.chars().count() + 1 + unit.chars().count();
        if width > WIDTH && !current.is_empty() && is_harmless(&unit) {
            wrapped.push(std::mem::take(&mut current));
        } else if !current.is_empty() {
            current.push(' ');
        }
        current.push_str(&unit);
    }
    wrapped.push(current);
}

/// The words, those of one piece of inline code together.
fn units(line: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut in_code = false;
    for word in line.split(' ') {
        match units.last_mut().filter(|_| in_code) {
            Some(unit) => unit.extend([" ", word]),
            None => units.push(word.to_owned()),
        }
        in_code ^= word.matches('`').count() % 2 == 1;
    }
    units
}

/// Whether a line is the text of a paragraph, not a list item, heading, quote, table row, definition or indented block.
fn is_paragraph(line: &str) -> bool {
    line.starts_with(|c: char| c.is_alphabetic() || matches!(c, '`' | '[' | '(' | '"' | '“' | '\''))
        && !line.starts_with("```")
        && !(line.starts_with('[') && line.contains("]:"))
}

/// Whether a word begins no block when it begins a line.
fn is_harmless(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || matches!(c, '`' | '[' | '(' | '"')) && !word.starts_with("```")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(wrap(text.lines()), expected);
    }

    #[test]
    fn long_paragraphs_are_wrapped_and_nothing_else() {
        let long = "word ".repeat(30).trim_end().to_owned();
        check(&long, &["word ".repeat(18).trim_end(), "word ".repeat(12).trim_end()]);
        for kept in [
            format!("- {long}"),
            format!("| {long} |"),
            format!("    {long}"),
            format!("# {long}"),
            format!("1. {long}"),
        ] {
            check(&kept, &[&kept]);
        }
        check(&format!("```text\n{long}\n```"), &["```text", &long, "```"]);
    }

    #[test]
    fn no_line_begins_what_it_did_not_begin() {
        let words = "aaaa ".repeat(18);
        check(&format!("{words}- bbbb cccc"), &[&format!("{words}-"), "bbbb cccc"]);
        check(&format!("{words}1. # + > | = bb"), &[&format!("{words}1. # + > | ="), "bb"]);
        check(&format!("{words}`b c d e` f"), &[words.trim_end(), "`b c d e` f"]);
        check(&format!("x `{words}` b"), &["x", &format!("`{words}`"), "b"]);
    }

    #[test]
    fn wrapping_again_changes_nothing() {
        let text = "Some `code of words` and [a link](crate::ErrorKind::NotFound) that together are rather long, more than a line holds.";
        let once = wrap(text.lines());
        assert_eq!(once.len(), 2);
        assert_eq!(wrap(once.iter().map(String::as_str)), once);
        assert_eq!(once.join(" "), text);
    }
}
