//! Text of a description in Markdown as GitHub reads it, in table cells too: what is written here is never markup.
//!
//! Code is HTML with references for letters, not backticks: in a table a `|` ends the cell even between backticks, and a
//! text could hold the backticks that end it.

use crate::finding::escape;

/// A piece of code.
pub(super) fn code(text: &str) -> String {
    format!("<code>{}</code>", inert(&escape(text), false))
}

/// A sentence; what stands between backticks is code.
pub(super) fn prose(text: &str) -> String {
    let text = escape(text);
    // An odd last part has no second backtick: it is no code.
    let parts: Vec<_> = text.split('`').collect();
    let even = parts.len() % 2 == 0;
    let last = parts.len().saturating_sub(1);
    let part = |(index, part): (usize, &&str)| match index % 2 {
        1 if even && index == last => format!("&#96;{}", inert(part, true)),
        1 => format!("<code>{}</code>", inert(part, false)),
        _ => inert(part, true),
    };
    parts.iter().enumerate().map(part).collect()
}

/// Every letter that Markdown or HTML could read, as a reference. GitHub looks for people and issues in the text that is
/// shown, code left out: there a letter that cannot be seen stands behind the sign.
fn inert(text: &str, calls: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    let mut before = String::new();
    while let Some(c) = rest.next() {
        let is_markup = match c {
            '&' | '<' | '>' | '|' | '`' | '*' | '_' | '[' | ']' | '\\' | '~' | '@' | '#' | '$' => true,
            // What renderers make a link of without any bracket: `https://`, `www.`.
            ':' => rest.as_str().starts_with('/'),
            '.' => before.eq_ignore_ascii_case("www"),
            _ => false,
        };
        if is_markup {
            out.push_str(&format!("&#{};", u32::from(c)));
        } else {
            out.push(c);
        }
        if calls && matches!(c, '@' | '#') {
            out.push_str("&#8203;");
        }
        if c.is_alphanumeric() { before.push(c) } else { before.clear() }
    }
    out
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Parser};

    use super::*;

    /// What a reader sees.
    fn seen(markdown: &str) -> String {
        let text = |event| match event {
            Event::Text(text) => text.into_string(),
            Event::InlineHtml(html) => format!("({html})"),
            _ => String::new(),
        };
        Parser::new(markdown).map(text).collect()
    }

    #[test]
    fn code_is_seen_as_it_is() {
        let text = "a|b <i> `c` *d* _e_ [f](g) https://h.test ~~i~~ \\ & &amp; @j #1 $k$ ! -->";
        assert_eq!(seen(&code(text)), format!("(<code>){text}(</code>)"));
        assert!(!code(text).contains(['|', '`', '*', '_', '[', '\\', '$', '@']));
        assert_eq!(code("a::B.c {d}"), "<code>a::B.c {d}</code>");
        assert_eq!(code("www.a.b http://c"), "<code>www&#46;a.b http&#58;//c</code>");
        assert_eq!(seen(&code("a\n\u{1b}[1m")), "(<code>)a\\u{a}\\u{1b}[1m(</code>)");
    }

    #[test]
    fn prose_has_code_and_calls_nobody() {
        assert_eq!(seen(&prose("the `a|b` of @team, #1")), "the (<code>)a|b(</code>) of @\u{200b}team, #\u{200b}1");
        assert_eq!(seen(&prose("an odd ` one")), "an odd ` one");
        assert_eq!(seen(&prose("`a` and `b")), "(<code>)a(</code>) and `b");
    }
}
