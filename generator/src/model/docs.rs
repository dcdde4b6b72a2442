//! Documentation of one item, in the canonical Markdown that resolve made of the spec's text.

use serde::Serialize;

/// Canonical Markdown: fences say `text`, HTML is escaped, no tabs, no CR. Safe to stand in rustdoc as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Docs {
    /// The first paragraph on one line, ending in punctuation; empty when the spec says nothing.
    pub summary: String,
    /// The paragraphs after it, lines separated by `\n`; may be empty.
    pub details: String,
}

impl Docs {
    /// Whether the spec says nothing about the item.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.summary.is_empty() && self.details.is_empty()
    }

    /// The lines: summary, blank line, details.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        let gap = (!self.summary.is_empty() && !self.details.is_empty()).then_some("");
        self.summary.lines().chain(gap).chain(self.details.lines())
    }
}
