//! The few Markdown forms that emitters write around text of the spec.

/// A code span, whatever the text holds; what cannot be seen stands as its escape, so it is one line.
#[must_use]
pub fn code(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    for c in text.chars() {
        if is_invisible(c) { visible.extend(c.escape_default()) } else { visible.push(c) }
    }
    let ticks = "`".repeat(longest_run(&visible, '`') + 1);
    let edged = visible.is_empty() || visible.starts_with(['`', ' ']) || visible.ends_with(['`', ' ']);
    let pad = if edged { " " } else { "" };
    format!("{ticks}{pad}{visible}{pad}{ticks}")
}

/// The text with runs of blanks and invisible characters as one blank.
#[must_use]
pub fn one_line(text: &str) -> String {
    let visible: String = text.chars().map(|c| if is_invisible(c) { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Controls, and what reorders or hides text.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{61c}')
}

/// The longest run of one character.
#[must_use]
pub fn longest_run(text: &str, wanted: char) -> usize {
    text.split(|c| c != wanted).map(str::len).max().unwrap_or(0)
}

/// Plain text within a paragraph, heading or table cell: nothing in it is markup.
#[must_use]
pub fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            // What renderers make a link of although no bracket stands there.
            ':' => escaped.push_str("&#58;"),
            '@' => escaped.push_str("&#64;"),
            '.' | ',' | '\'' | '"' | ';' | '?' | '%' | '/' | '-' => escaped.push(c),
            c if c.is_ascii_punctuation() => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    // At the beginning of a block these would start a list.
    let starts_list = escaped.starts_with('-') || begins_ordered(&escaped);
    if starts_list { format!("&#8203;{escaped}") } else { escaped }
}

/// A sentence of ours that may hold code spans and text of the spec: the spans stay, the rest is plain text.
#[must_use]
pub fn prose(sentence: &str) -> String {
    let parts: Vec<_> = sentence.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return text(sentence);
    }
    let mut written = String::with_capacity(sentence.len());
    for (index, part) in parts.into_iter().enumerate() {
        if index.is_multiple_of(2) {
            // `text` trims, and blanks beside a span must stay.
            let blank = |yes: bool| if yes { " " } else { "" };
            written.push_str(blank(part.starts_with(' ')));
            written.push_str(&text(part));
            written.push_str(blank(part.ends_with(' ') && part.trim() != ""));
        } else {
            written.push_str(&code(part));
        }
    }
    written
}

/// Whether the text begins like an item of an ordered list: digits, then a dot.
fn begins_ordered(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with('.')
}

#[cfg(test)]
mod tests {
    #[test]
    fn prose_keeps_its_code_and_nothing_else() {
        assert_eq!(super::prose("its body is `a/b` [x](y)"), "its body is `a/b` \\[x\\]\\(y\\)");
        assert_eq!(super::prose("odd ` <b>"), "odd \\` &lt;b&gt;");
    }
}
