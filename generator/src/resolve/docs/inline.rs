//! Inline content: written as it is read, with the places where it may be cut.

use pulldown_cmark::{CowStr, LinkType};

use super::escape;

/// Written inline content; lines separated by `\n`.
#[derive(Clone, Debug, Default)]
pub(super) struct Inline {
    pub(super) text: String,
    /// Byte offsets behind which the text may be cut: outside of all markup. True: a sentence ends there.
    cuts: Vec<(usize, bool)>,
    /// Markup that is open, with the offset at which it began.
    open: Vec<Mark>,
}

#[derive(Clone, Debug)]
struct Mark {
    start: usize,
    close: String,
}

impl Inline {
    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Plain text; `in_link` when an address in it is a link's text already.
    pub(super) fn push_text(&mut self, text: &str, in_link: bool) {
        for (index, piece) in text.split_inclusive(' ').enumerate() {
            if index > 0 {
                self.cut();
            }
            self.text.push_str(&escape::text(piece, !in_link));
        }
    }

    pub(super) fn push_code(&mut self, text: &str, in_table: bool) {
        if !text.is_empty() {
            self.text.push_str(&escape::code(text, in_table));
        }
    }

    pub(super) fn push_break(&mut self, hard: bool) {
        self.cut();
        self.text.truncate(self.text.trim_end_matches(' ').len());
        self.text.push_str(if hard && !self.text.is_empty() { "\\\n" } else { "\n" });
    }

    /// Begins an item on a line of its own.
    pub(super) fn push_item(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        self.push_break(true);
        self.text.truncate(if self.is_empty() { 0 } else { self.text.len() });
        self.text.push_str("- ");
    }

    /// Opens emphasis or the like, or a link.
    pub(super) fn open(&mut self, mark: &str, close: String) {
        self.open.push(Mark { start: self.text.len(), close });
        self.text.push_str(mark);
    }

    /// Closes what was opened last; what stayed empty vanishes.
    pub(super) fn close(&mut self) {
        let Some(Mark { start, close }) = self.open.pop() else { return };
        let written = self.text.get(start..).unwrap_or_default();
        if written.trim_matches(['*', '~', '[', ' ', '\n']).is_empty() {
            self.text.truncate(start);
        } else {
            self.text.push_str(&close);
        }
    }

    fn cut(&mut self) {
        if self.open.is_empty() {
            let sentence = self.text.trim_end().ends_with(['.', '!', '?']);
            self.cuts.push((self.text.len(), sentence));
        }
    }

    /// All on one line; hard breaks are spaces.
    pub(super) fn on_one_line(mut self) -> Self {
        // Same lengths, so that the cuts stay where they are.
        self.text = self.text.replace("\\\n", "  ").replace('\n', " ");
        self
    }

    /// Two pieces when it is longer than `summary`: cut behind the first sentence, or within it when that is longer
    /// than `sentence`.
    pub(super) fn split(self, summary: usize, sentence: usize) -> (Self, Option<Self>) {
        if self.text.len() <= summary {
            return (self, None);
        }
        let ends = |within: usize| self.cuts.iter().filter(move |(at, ends)| *ends && *at <= within && *at > 0);
        let end = ends(summary).next_back().or_else(|| ends(sentence).next());
        if let Some((at, _)) = end {
            let (first, rest) = self.text.split_at_checked(*at).unwrap_or((&self.text, ""));
            return (Self::of(first), Some(Self::of(rest)).filter(|rest| !rest.is_empty()));
        }
        if self.text.len() <= sentence {
            return (self, None);
        }
        // No sentence ends: the beginning, and the whole once more for those who read on.
        let word = self.cuts.iter().rev().find(|(at, _)| *at <= summary && *at > 0);
        match word.and_then(|(at, _)| self.text.get(..*at)) {
            Some(first) => (Self::of(&format!("{}…", first.trim_end())), Some(self)),
            None => (Self::default(), Some(self)),
        }
    }

    fn of(text: &str) -> Self {
        Self { text: text.trim().to_owned(), ..Self::default() }
    }
}

/// The written address of a link that leads to the web or to a mailbox; any other is dropped.
pub(super) fn target(kind: LinkType, url: &CowStr<'_>) -> Option<String> {
    let lower = url.trim().to_ascii_lowercase();
    if kind == LinkType::Email {
        return Some(format!("mailto:{}", escape::address(url, true)));
    }
    let web =
        ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme) && lower.len() > scheme.len());
    web.then(|| escape::address(url.trim(), kind == LinkType::Autolink))
}
