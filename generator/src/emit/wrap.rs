//! Fills the paragraphs of documentation to a width that people read in an editor.
//!
//! Only where Markdown cannot tell the difference: plain paragraphs and the items of plain lists, at a space outside of
//! inline code, before a word that means nothing at the beginning of a line. Tables, quotes, nested lists and fences stay
//! as they are.

/// Characters of a line behind `/// `.
const WIDTH: usize = 92;

/// The lines, paragraphs and list items filled.
pub(super) fn wrap<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut fenced = false;
    let mut filled = Vec::new();
    let mut pending = Pending::default();
    for line in lines {
        let fence = line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        let text = if fenced || fence { None } else { pending.continuation(line) };
        fenced ^= fence;
        if let Some(text) = text {
            pending.text.push(' ');
            pending.text.push_str(text);
            continue;
        }
        pending.fill(&mut filled);
        if fenced || fence || !(is_paragraph(line) || is_item(line)) {
            filled.push(line.to_owned());
        } else {
            pending.text.push_str(line);
            pending.indent = if is_item(line) { "  " } else { "" };
        }
    }
    pending.fill(&mut filled);
    filled
}

/// A paragraph or an item, on one line.
#[derive(Default)]
struct Pending {
    text: String,
    /// What stands before its lines but the first.
    indent: &'static str,
}

impl Pending {
    /// The text of a line that goes on with it. Behind a hard break none does.
    fn continuation<'l>(&self, line: &'l str) -> Option<&'l str> {
        let more = line.strip_prefix(self.indent).filter(|more| is_paragraph(more));
        more.filter(|_| !self.text.is_empty() && !self.text.ends_with('\\'))
    }

    /// Adds it as lines, and begins anew.
    fn fill(&mut self, filled: &mut Vec<String>) {
        let text = std::mem::take(&mut self.text);
        let mut current = String::new();
        for unit in units(&text).into_iter().filter(|_| !text.is_empty()) {
            let width = current.chars().count() + 1 + unit.chars().count();
            if width > WIDTH && !current.is_empty() {
                filled.push(std::mem::take(&mut current));
                current.push_str(self.indent);
            } else if !current.is_empty() {
                current.push(' ');
            }
            current.push_str(&unit);
        }
        filled.extend(Some(current).filter(|line| !line.is_empty()));
    }
}

/// The words, those of one piece of inline code together, and with the word before it one that must not begin a line.
fn units(line: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut fence = 0;
    for word in line.split(' ') {
        match units.last_mut().filter(|_| fence > 0 || !is_harmless(word)) {
            Some(unit) => unit.extend([" ", word]),
            None => units.push(word.to_owned()),
        }
        fence = fence_behind(word, fence);
    }
    units
}

/// How many backticks end the code that is open behind a word; none is open: 0.
fn fence_behind(word: &str, open: usize) -> usize {
    let runs = word.split(|c| c != '`').map(str::len).filter(|run| *run > 0);
    runs.fold(open, |open, run| match open {
        0 => run,
        open if open == run => 0,
        open => open,
    })
}

/// Whether a line is the text of a paragraph, not a list item, heading, quote, table row, definition or indented block.
fn is_paragraph(line: &str) -> bool {
    is_harmless(line.split(' ').next().unwrap_or_default()) && !(line.starts_with('[') && line.contains("]:"))
}

/// Whether a line is an item of a list that is in no other block.
fn is_item(line: &str) -> bool {
    line.strip_prefix("- ").is_some_and(is_paragraph)
}

/// Whether a word begins no block when it begins a line.
fn is_harmless(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbers = digits.len() < word.len() && !digits.starts_with(['.', ')']);
    let begins = |c: char| c.is_alphabetic() || matches!(c, '`' | '[' | '(' | '"' | '“' | '\'');
    // Emphasis, where a letter shows that it is no list, rule or fence.
    let plain = word.trim_start_matches(['*', '\\']);
    (plain.starts_with(begins) && !word.starts_with("```")) || numbers
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
        let item = format!("- {}", &long);
        check(
            &item,
            &[&format!("- {}", "word ".repeat(18).trim_end()), &format!("  {}", "word ".repeat(12).trim_end())],
        );
        for kept in [
            format!("  - {long}"),
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
    fn a_paragraph_is_filled_whatever_its_lines_were() {
        check("one\ntwo\n\nthree", &["one two", "", "three"]);
        check("a hard\\\nbreak\nstays", &["a hard\\", "break stays"]);
        check("text\n- item\nmore", &["text", "- item", "more"]);
        check("- item\n  goes on\n  - inner\n    more", &["- item goes on", "  - inner", "    more"]);
        check("3 items, e.g.\n256mb", &["3 items, e.g. 256mb"]);
    }

    #[test]
    fn no_line_begins_what_it_did_not_begin() {
        let words = "aaaa ".repeat(18);
        let fewer = "aaaa ".repeat(17);
        check(&format!("{words}- bbbb cccc"), &[&format!("{words}-"), "bbbb cccc"]);
        check(&format!("{words}1. # + > | = bb"), &[fewer.trim_end(), "aaaa 1. # + > | = bb"]);
        check(&format!("**Bold** {fewer}**bbbb** c"), &[&format!("**Bold** {}", &fewer[..79]), "aaaa **bbbb** c"]);
        let odd = format!("** {words}{words}");
        check(&odd, &[&odd]);
        check(&format!("{words}`b c d e` f"), &[words.trim_end(), "`b c d e` f"]);
        check(&format!("x `{words}` b"), &["x", &format!("`{words}`"), "b"]);
        check(&format!("x ``{words}`b`` b"), &["x", &format!("``{words}`b``"), "b"]);
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
