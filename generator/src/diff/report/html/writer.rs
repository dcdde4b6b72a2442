//! The one writer of markup: what is ours is `'static`, everything else is escaped.

use crate::finding::is_unsafe;

/// A growing page.
#[derive(Debug, Default)]
pub struct Html(String);

/// Attributes: names of ours, values of anybody.
pub type Attributes<'a> = &'a [(&'static str, &'a str)];

impl Html {
    /// The page as far as it is written.
    pub fn into_string(self) -> String {
        self.0
    }

    /// Markup of ours.
    pub fn raw(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    /// Text of anybody. What cannot be seen or turns the direction of text is written as `\u{…}`.
    pub fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                '\t' => self.0.push('\t'),
                _ if is_unsafe(letter) => self.0.extend(letter.escape_unicode()),
                _ => self.0.push(letter),
            }
        }
    }

    /// Text in which what stands between two backticks is code.
    pub fn prose(&mut self, text: &str) {
        let parts: Vec<&str> = text.split('`').collect();
        let last = parts.len().saturating_sub(1);
        for (i, part) in parts.iter().enumerate() {
            match i % 2 {
                1 if i < last => self.element("code", &[], part),
                1 => {
                    self.raw("`");
                    self.text(part);
                }
                _ => self.text(part),
            }
        }
    }

    /// A path: it may break after each `/`.
    pub fn path(&mut self, path: &str) {
        for part in path.split_inclusive('/') {
            self.text(part);
            self.raw("<wbr>");
        }
    }

    /// An element and what is in it.
    pub fn tag(&mut self, name: &'static str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Self)) {
        self.empty(name, attributes);
        inside(self);
        self.raw("</");
        self.raw(name);
        self.raw(">");
    }

    /// An element that holds a text.
    pub fn element(&mut self, name: &'static str, attributes: Attributes<'_>, text: &str) {
        self.tag(name, attributes, |page| page.text(text));
    }

    /// An opening tag alone.
    pub fn empty(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.raw("<");
        self.raw(name);
        for (name, value) in attributes {
            self.raw(" ");
            self.raw(name);
            self.raw("=\"");
            self.text(value);
            self.raw("\"");
        }
        self.raw(">");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Html)) -> String {
        let mut page = Html::default();
        write(&mut page);
        page.into_string()
    }

    #[test]
    fn no_text_leaves_its_place() {
        let hostile = "</script><script>alert(\"1\")</script>' onload='x' & \u{202e}txt\u{0}\u{7}\n";
        let text = written(|page| page.text(hostile));
        assert!(!text.contains(['<', '>', '"', '\'', '\u{202e}', '\u{0}', '\u{7}', '\n']), "{text}");
        assert!(text.ends_with("&amp; \\u{202e}txt\\u{0}\\u{7}\\u{a}"), "{text}");
        let attribute = written(|page| page.empty("i", &[("title", hostile)]));
        assert_eq!(attribute, format!("<i title=\"{text}\">"));
    }

    #[test]
    fn only_pairs_of_backticks_are_code() {
        assert_eq!(written(|page| page.prose("a `b<` c")), "a <code>b&lt;</code> c");
        assert_eq!(written(|page| page.prose("a `b` c ` d")), "a <code>b</code> c ` d");
        assert_eq!(written(|page| page.prose("`<b>")), "`&lt;b&gt;");
    }

    #[test]
    fn a_path_breaks_at_slashes() {
        assert_eq!(written(|page| page.path("/a/<b>")), "/<wbr>a/<wbr>&lt;b&gt;<wbr>");
    }
}
