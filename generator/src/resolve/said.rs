//! Text of the document inside a sentence of ours.

/// As code, on one line: control characters and what turns the reading direction are escaped.
pub(super) fn code(text: &str) -> String {
    let shown: String = text
        .chars()
        .map(|c| match c {
            '`' => "'".to_owned(),
            c if c.is_control() || turns(c) => c.escape_default().to_string(),
            c => c.to_string(),
        })
        .collect();
    format!("`{shown}`")
}

/// Marks, embeddings and isolates (Unicode Standard Annex 9).
const fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn it_stays_on_one_line_and_ends_where_it_ends() {
        assert_eq!(code("limit"), "`limit`");
        assert_eq!(code("a\r\nb`c\u{202e}"), r"`a\r\nb'c\u{202e}`");
        assert_eq!(code("größe"), "`größe`");
    }
}
