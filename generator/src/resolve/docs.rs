//! Spec text becomes canonical Markdown.

use crate::model::Docs;

/// The canonical form of `text`.
#[must_use]
pub fn canonical(text: &str) -> Docs {
    let (summary, details) = text.split_once("\n\n").unwrap_or((text, ""));
    Docs { summary: summary.trim().replace('\n', " "), details: details.trim().to_owned() }
}
