//! What rustdoc and a forge would make of a text.

use std::collections::BTreeMap;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

/// What a text shows beside words.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Code blocks by what stands behind their fence; an indented one is `indented`.
    pub code: BTreeMap<String, usize>,
    /// Where links and images lead.
    pub links: Vec<String>,
    /// HTML as it is.
    pub html: Vec<String>,
}

/// Reads it with all that rustdoc reads.
pub fn read(text: &str, seen: &mut Seen) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                *seen.code.entry(info.into_string()).or_default() += 1;
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                *seen.code.entry("indented".to_owned()).or_default() += 1;
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                seen.links.push(dest_url.into_string());
            }
            Event::Html(html) | Event::InlineHtml(html) => seen.html.push(html.into_string()),
            _ => {}
        }
    }
}
