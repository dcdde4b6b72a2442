//! HTML that authors mix into Markdown: of the elements that only lay out text the text stays. What is not HTML, or is
//! never closed (`/users/<code>`), is text itself.

/// What a tag does to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// It is text.
    Shown,
    /// Nothing.
    None,
    /// What follows stands on a line of its own.
    Line,
    /// What follows is an item of a list.
    Item,
    /// What follows is a power.
    Power,
    /// What follows is code.
    Code,
    /// The code ends.
    CodeEnd,
}

/// Elements with their effect at their beginning; at their end those that begin a line end it.
const ELEMENTS: &[(&str, Effect)] = &[
    ("b", Effect::None),
    ("big", Effect::None),
    ("center", Effect::None),
    ("code", Effect::Code),
    ("dd", Effect::Line),
    ("details", Effect::Line),
    ("div", Effect::Line),
    ("dl", Effect::Line),
    ("dt", Effect::Line),
    ("em", Effect::None),
    ("font", Effect::None),
    ("h1", Effect::Line),
    ("h2", Effect::Line),
    ("h3", Effect::Line),
    ("h4", Effect::Line),
    ("i", Effect::None),
    ("li", Effect::Item),
    ("nobr", Effect::None),
    ("ol", Effect::Line),
    ("p", Effect::Line),
    ("small", Effect::None),
    ("span", Effect::None),
    ("strong", Effect::None),
    ("sub", Effect::None),
    ("summary", Effect::Line),
    ("sup", Effect::Power),
    ("table", Effect::Line),
    ("tbody", Effect::None),
    ("td", Effect::Line),
    ("th", Effect::Line),
    ("thead", Effect::None),
    ("tr", Effect::Line),
    ("u", Effect::None),
    ("ul", Effect::Line),
];

/// Elements that have no end.
const VOID: &[&str] = &["br", "hr", "wbr"];

/// The elements that a text closes somewhere.
#[derive(Debug, Default)]
pub(super) struct Closed(Vec<&'static str>);

impl Closed {
    pub(super) fn of(text: &str) -> Self {
        let ends = text.match_indices("</").filter_map(|(at, _)| element(text.get(at + 2..)?));
        Self(ends.map(|(name, _)| name).collect())
    }

    /// What a tag of the text does.
    pub(super) fn effect(&self, tag: &str) -> Effect {
        let (inner, ends) = match tag.strip_prefix("</") {
            Some(inner) => (inner, true),
            None => (tag.strip_prefix('<').unwrap_or_default(), false),
        };
        if VOID.iter().any(|void| is_name(void, inner)) {
            return Effect::Line;
        }
        match element(inner).filter(|(name, _)| self.0.contains(name)) {
            None => Effect::Shown,
            Some((_, Effect::Code)) if ends => Effect::CodeEnd,
            Some((_, Effect::Line | Effect::Item)) if ends => Effect::Line,
            Some((_, Effect::Power)) if ends => Effect::None,
            Some((_, effect)) => effect,
        }
    }
}

/// The element that a tag is of, behind its `<` or `</`.
fn element(inner: &str) -> Option<(&'static str, Effect)> {
    ELEMENTS.iter().find(|(name, _)| is_name(name, inner)).copied()
}

/// Whether a tag has this name; `<b.c>` and `<p-id>` have none of ours.
fn is_name(name: &str, inner: &str) -> bool {
    let (own, after) = inner.split_at_checked(name.len()).unwrap_or_default();
    own.eq_ignore_ascii_case(name) && after.starts_with(['>', '/', ' ', '\n'])
}

/// A line of HTML in pieces: tags and the text between them.
pub(super) fn pieces(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while !rest.is_empty() {
        let tag = rest.starts_with('<').then(|| rest.find('>')).flatten();
        let end = match tag {
            Some(end) => end + 1,
            // A `<` that nothing closes is text.
            None => rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(rest.len(), |(at, _)| at),
        };
        let (piece, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        pieces.push(piece);
        rest = after;
    }
    pieces
}
