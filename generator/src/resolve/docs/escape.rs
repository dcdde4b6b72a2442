//! Text that means nothing in Markdown.

use std::{borrow::Cow, fmt::Write as _};

/// A character as it may stand in a Rust source: control and bidirectional characters as their escapes. rustc refuses
/// the latter (CVE-2021-42574), a carriage return breaks doc comments.
pub(super) fn visible(c: char) -> Cow<'static, str> {
    let bidi = matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let separator = matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}');
    match c {
        '\n' => Cow::Borrowed("\n"),
        '\t' => Cow::Borrowed("    "),
        c if bidi || separator || c.is_control() => Cow::Owned(c.escape_unicode().to_string()),
        c => Cow::Owned(c.to_string()),
    }
}

/// All characters of a text, visible.
pub(super) fn visible_text(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// Escapes a text for the middle of a line. Web addresses stand in `<>` when `links`.
pub(super) fn text(text: &str, links: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if links
            && !before.is_alphanumeric()
            && let Some(url) = web_address(rest)
        {
            let _ = write!(out, "<{}>", address(url, true));
            before = '>';
            rest = rest.get(url.len()..).unwrap_or_default();
            continue;
        }
        let tail = rest.get(c.len_utf8()..).unwrap_or_default();
        character(c, before, tail.chars().next().unwrap_or(' '), &mut out);
        (before, rest) = (c, tail);
    }
    out
}

fn character(c: char, before: char, after: char, out: &mut String) {
    let special = match c {
        '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' => true,
        // Inside a word an underscore is no emphasis.
        '_' => !(before.is_alphanumeric() || before == '_') || !(after.is_alphanumeric() || after == '_'),
        '&' => after.is_alphanumeric() || after == '#',
        _ => false,
    };
    if special {
        out.push('\\');
    }
    match c {
        '\t' => out.push(' '),
        c => out.push_str(&visible(c)),
    }
}

/// The web address that `text` begins with, without the punctuation of the sentence around it.
fn web_address(text: &str) -> Option<&str> {
    let body = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let scheme = text.len() - body.len();
    let end = text.find(|c: char| c.is_whitespace() || c.is_control() || "<>\"`\\^|".contains(c)).unwrap_or(text.len());
    let mut url = text.get(..end)?;
    loop {
        let trimmed = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~']);
        let closing = [('(', ')'), ('[', ']'), ('{', '}')].into_iter().find(|(open, close)| {
            trimmed.ends_with(*close) && trimmed.matches(*close).count() > trimmed.matches(*open).count()
        });
        let trimmed = if closing.is_some() { trimmed.get(..trimmed.len() - 1)? } else { trimmed };
        if trimmed.len() == url.len() {
            break;
        }
        url = trimmed;
    }
    (url.len() > scheme).then_some(url)
}

/// An address as it may stand in `<>`, or else in the parentheses of a link.
pub(super) fn address(url: &str, angles: bool) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        if c.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%{}[]".contains(c) || (angles && "()".contains(c)) {
            // Brackets and braces stay readable; they are no syntax in an address.
            out.push(c);
        } else {
            for byte in c.to_string().bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// Escapes what would begin a block at the start of a line.
pub(super) fn line_start(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let marker = line.get(digits..).unwrap_or_default();
    if digits > 0 && marker.starts_with(['.', ')']) {
        return format!("{}\\{marker}", line.get(..digits).unwrap_or_default());
    }
    let rule = |c: char| !line.is_empty() && line.chars().all(|l| l == c || l == ' ');
    let bullet = |c: char| line == c.to_string() || line.starts_with(&format!("{c} "));
    if line.starts_with(['#', '>', '=']) || bullet('-') || bullet('+') || rule('-') || line.starts_with("--") {
        return format!("\\{line}");
    }
    line.to_owned()
}

/// Code between as many backticks as it needs.
pub(super) fn code(text: &str, in_table: bool) -> String {
    let mut text = visible_text(&text.replace('\n', " "));
    if in_table {
        text = text.replace('|', "\\|");
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    // A backtick at an end would join the fence; a text of spaces has no end.
    let pad = if text.starts_with('`') || text.ends_with('`') || text.trim().is_empty() { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// The length of the longest run of backticks.
pub(super) fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}
