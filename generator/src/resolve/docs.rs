//! Descriptions become one canonical Markdown that is inert in rustdoc, however hostile or careless they are.
//!
//! The text is parsed and written anew: fences say `text`, raw HTML and brackets are escaped, bare links stand in
//! `<>`, links that lead elsewhere than to the web are dropped, lists are indented as rustdoc and clippy want them,
//! headings stand below ours, control and bidirectional characters are shown as their escapes.

mod blocks;
mod escape;
mod html;
mod inline;
mod render;

use indexmap::IndexMap;

use crate::model::Docs;
use blocks::{Block, parse};

/// A summary that is longer, in bytes, is cut at the end of a sentence; what follows it opens the details.
const SUMMARY: usize = 200;
/// A first sentence that is longer is cut between words.
const SENTENCE: usize = 400;

/// The canonical forms of the texts so far. Large descriptions repeat an object, with all that is said of its properties,
/// in hundreds of places.
#[derive(Debug, Default)]
pub struct Canonical<'a>(IndexMap<&'a str, Docs>);

impl<'a> Canonical<'a> {
    /// As [`canonical`].
    pub fn of(&mut self, text: &'a str) -> Docs {
        self.0.entry(text).or_insert_with(|| canonical(text)).clone()
    }
}

/// The canonical form of a description.
#[must_use]
pub fn canonical(text: &str) -> Docs {
    if text.is_empty() {
        return Docs::default();
    }
    let mut blocks = parse(text).into_iter();
    let mut rest: Vec<Block> = Vec::new();
    let mut summary = String::new();
    match blocks.next() {
        Some(Block::Paragraph(paragraph) | Block::Heading(_, paragraph)) => {
            let (first, further) = paragraph.on_one_line().split(SUMMARY, SENTENCE);
            summary = render::paragraph(&first).join(" ");
            rest.extend(further.map(Block::Paragraph));
        }
        other => rest.extend(other),
    }
    rest.extend(blocks);
    if !summary.is_empty() && !ends_sentence(&summary) {
        summary.push(if matches!(rest.first(), Some(Block::List(..))) { ':' } else { '.' });
    }
    Docs { summary, details: render::blocks(&rest).join("\n") }
}

/// Whether the text has its full stop, be it inside of emphasis, quotes or brackets.
fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['*', '_', '~', ')', '"', '\'', '”', '’', '»']);
    text.ends_with(['.', '!', '?', ':', ';', '…', '。', '！', '？'])
}

/// The text of a title: one line, without markup.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut words = String::new();
    blocks::visit_texts(text, |piece| {
        words.push_str(piece);
    });
    let shown: String = words.split_whitespace().collect::<Vec<_>>().join(" ").chars().map(escape::visible).collect();
    shown
}

#[cfg(test)]
mod tests;
