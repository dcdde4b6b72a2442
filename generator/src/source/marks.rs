//! Where every node of a text stands: one event pass of the marking parser, made only when somebody asks.
//!
//! Holds for YAML and for JSON, which the marking parser reads as flow style.

mod unfold;

use std::collections::BTreeMap;

use saphyr_parser::{Event, ScalarStyle};

use super::{
    events::{Position, Range, Script},
    json, json_marks,
};
use crate::pointer::Pointer;

/// Aliases and merge keys are followed this often on the way to one node.
const HOPS: usize = 64;

/// Index of a node.
type NodeId = usize;

/// All nodes of a text. Where the marking parser gives up, what it had read so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    nodes: Vec<Marked>,
    root: Option<NodeId>,
    lines: Vec<Line>,
    /// Of each large mapping its entries in the order of their keys.
    orders: BTreeMap<NodeId, Vec<usize>>,
}

/// From so many entries on a mapping is large: thousands of paths are asked for by name, one by one.
const LARGE: usize = 32;

/// Where a line's characters are. A description may stand in one line of megabytes, so none is walked from its start.
#[derive(Clone, Debug)]
struct Line {
    /// Byte offset of the first character.
    start: usize,
    /// Byte offsets of each [`STRIDE`]th character behind it.
    stops: Vec<usize>,
}

/// How many characters are walked at most to one of them.
const STRIDE: usize = 256;

#[derive(Clone, Debug)]
struct Marked {
    range: Range,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    /// The text where somebody may ask for it: of keys, of what an alias names, and of plain scalars.
    Scalar {
        text: String,
        plain: bool,
    },
    List(Vec<NodeId>),
    Mapping(Vec<Entry>),
    Alias(Option<NodeId>),
}

#[derive(Clone, Debug)]
struct Entry {
    key: NodeId,
    value: NodeId,
}

/// What a pointer leads to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// The key, where the node is a mapping's entry.
    pub(super) key: Option<Range>,
    /// The node itself.
    pub(super) value: Range,
    id: NodeId,
}

/// A key that stands twice in one mapping.
#[derive(Clone, Debug)]
pub(super) struct Duplicate {
    pub(super) key: String,
    /// Of the entry.
    pub(super) pointer: Pointer,
    pub(super) first: Position,
    pub(super) second: Position,
}

fn lines(text: &str) -> Vec<Line> {
    let mut start = 0;
    text.split_inclusive('\n')
        .chain(text.is_empty().then_some(""))
        .chain(text.ends_with('\n').then_some(""))
        .map(|line| {
            let stops = line.char_indices().step_by(STRIDE).skip(1).map(|(at, _)| start + at).collect();
            let this = Line { start, stops };
            start += line.len();
            this
        })
        .collect()
}

impl Marks {
    /// Reads the text once.
    pub(super) fn of(text: &str) -> Self {
        let mut builder = Builder::default();
        let json = json::begins_like_json(text)
            && json_marks::read(text, |(event, range)| {
                builder.event(event, range);
            })
            .is_some();
        if !json {
            (builder, _) = Script::read(text, Builder::default, |builder, (event, range)| builder.event(event, range));
        }
        let mut marks = builder.marks;
        marks.lines = lines(text);
        marks.orders = marks.orders();
        marks
    }

    fn orders(&self) -> BTreeMap<NodeId, Vec<usize>> {
        let mappings = self.nodes.iter().enumerate().filter_map(|(id, node)| match &node.kind {
            Kind::Mapping(entries) if entries.len() >= LARGE => Some((id, entries)),
            _ => None,
        });
        mappings
            .map(|(id, entries)| {
                let mut order: Vec<_> = (0..entries.len()).collect();
                order.sort_by_key(|index| entries.get(*index).map(|entry| self.key_text(entry)));
                (id, order)
            })
            .collect()
    }

    /// The node that the pointer leads to, or `None` when it leads nowhere.
    pub(super) fn find(&self, pointer: &Pointer) -> Option<Found> {
        let root = self.root?;
        let mut found = Found { key: None, value: self.node(root)?.range, id: root };
        for token in pointer.tokens() {
            found = self.child(found.id, token, HOPS)?;
        }
        Some(found)
    }

    /// The source text of a node that is an unquoted scalar.
    pub(super) fn plain_text(&self, found: Found) -> Option<&str> {
        match &self.node(self.target(found.id)?)?.kind {
            Kind::Scalar { text, plain: true } => Some(text),
            _ => None,
        }
    }

    /// The byte offset of a position in the text that the marks are of.
    pub(super) fn offset(&self, text: &str, (line, column): Position) -> Option<usize> {
        let (Line { start, stops }, before) = (self.lines.get(line.checked_sub(1)?)?, column.checked_sub(1)?);
        let passed = stops.len().min(before / STRIDE);
        let near = passed.checked_sub(1).and_then(|last| stops.get(last)).unwrap_or(start);
        let rest = text.get(*near..)?;
        let within = rest.char_indices().map(|(at, _)| at).chain([rest.len()]).nth(before - passed * STRIDE)?;
        Some(near + within)
    }

    /// All keys that stand twice, in the order of the text.
    pub(super) fn duplicates(&self) -> Vec<Duplicate> {
        let mut duplicates = Vec::new();
        let mut open: Vec<(NodeId, Pointer)> = self.root.map(|root| (root, Pointer::root())).into_iter().collect();
        while let Some((id, pointer)) = open.pop() {
            match self.node(id).map(|node| &node.kind) {
                Some(Kind::List(items)) => {
                    open.extend(items.iter().enumerate().map(|(index, item)| (*item, pointer.join(index))));
                }
                Some(Kind::Mapping(entries)) => {
                    self.duplicates_of(entries, &pointer, &mut duplicates);
                    open.extend(entries.iter().map(|entry| (entry.value, pointer.join(self.key_text(entry)))));
                }
                _ => {}
            }
        }
        duplicates.sort_by_key(|duplicate| duplicate.second);
        duplicates
    }

    fn duplicates_of(&self, entries: &[Entry], pointer: &Pointer, duplicates: &mut Vec<Duplicate>) {
        let mut seen: BTreeMap<&str, Position> = BTreeMap::new();
        for entry in entries {
            let key = self.key_text(entry);
            let Some(here) = self.node(entry.key).map(|node| node.range.start) else { continue };
            if let Some(first) = seen.get(key) {
                let (first, pointer) = (*first, pointer.join(key));
                duplicates.push(Duplicate { key: key.to_owned(), pointer, first, second: here });
            } else {
                seen.insert(key, here);
            }
        }
    }

    fn node(&self, id: NodeId) -> Option<&Marked> {
        self.nodes.get(id)
    }

    /// The node behind aliases.
    fn target(&self, mut id: NodeId) -> Option<NodeId> {
        for _ in 0..HOPS {
            match self.node(id)?.kind {
                Kind::Alias(target) => id = target?,
                _ => return Some(id),
            }
        }
        None
    }

    fn key_text(&self, entry: &Entry) -> &str {
        match self.target(entry.key).and_then(|id| self.node(id)).map(|node| &node.kind) {
            Some(Kind::Scalar { text, .. }) => text,
            _ => "",
        }
    }

    /// `<<` in quotes is a key like any other.
    fn is_merge(&self, entry: &Entry) -> bool {
        let key = self.target(entry.key).and_then(|id| self.node(id)).map(|node| &node.kind);
        matches!(key, Some(Kind::Scalar { text, plain: true }) if text == "<<")
    }

    /// The first entry of a mapping that has this key.
    fn entry<'m>(&'m self, id: NodeId, entries: &'m [Entry], key: &str) -> Option<&'m Entry> {
        let Some(order) = self.orders.get(&id) else {
            return entries.iter().find(|entry| self.key_text(entry) == key);
        };
        let text = |index: &usize| entries.get(*index).map(|entry| self.key_text(entry));
        let first = order.partition_point(|index| text(index) < Some(key));
        order.get(first).filter(|index| text(index) == Some(key)).and_then(|index| entries.get(*index))
    }

    fn child(&self, id: NodeId, token: &str, hops: usize) -> Option<Found> {
        let hops = hops.checked_sub(1)?;
        let id = self.target(id)?;
        match &self.node(id)?.kind {
            Kind::List(items) => {
                let id = *items.get(token.parse::<usize>().ok()?)?;
                Some(Found { key: None, value: self.node(id)?.range, id })
            }
            Kind::Mapping(entries) => {
                if let Some(entry) = self.entry(id, entries, token) {
                    let (key, value) = (self.node(entry.key)?.range, self.node(entry.value)?.range);
                    return Some(Found { key: Some(key), value, id: entry.value });
                }
                let merged = entries.iter().find(|entry| self.is_merge(entry))?.value;
                match &self.node(self.target(merged)?)?.kind {
                    Kind::List(items) => items.iter().find_map(|item| self.child(*item, token, hops)),
                    _ => self.child(merged, token, hops),
                }
            }
            Kind::Scalar { .. } | Kind::Alias(_) => None,
        }
    }
}

#[derive(Default)]
struct Builder {
    marks: Marks,
    /// Containers that are not closed yet.
    open: Vec<Open>,
    anchors: BTreeMap<usize, NodeId>,
}

struct Open {
    id: NodeId,
    /// In a mapping: the key whose value comes next.
    key: Option<NodeId>,
}

impl Builder {
    /// Takes one event; false when nothing of interest can follow.
    fn event(&mut self, event: Event<'_>, range: Range) -> bool {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let plain = style == ScalarStyle::Plain;
                let text = if plain || anchor != 0 || self.is_key_next() { text.into_owned() } else { String::new() };
                let kind = Kind::Scalar { text, plain };
                self.add(kind, anchor, range);
            }
            Event::Alias(anchor) => {
                let kind = Kind::Alias(self.anchors.get(&anchor).copied());
                self.add(kind, 0, range);
            }
            Event::SequenceStart(anchor, _) => {
                let id = self.add(Kind::List(Vec::new()), anchor, range);
                self.open.push(Open { id, key: None });
            }
            Event::MappingStart(anchor, _) => {
                let id = self.add(Kind::Mapping(Vec::new()), anchor, range);
                self.open.push(Open { id, key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(open) = self.open.pop()
                    && let Some(node) = self.marks.nodes.get_mut(open.id)
                {
                    node.range.end = range.end;
                }
            }
            Event::DocumentEnd | Event::StreamEnd => return false,
            Event::Nothing | Event::StreamStart | Event::DocumentStart(_) => {}
        }
        true
    }

    /// Whether what comes next in the innermost container is a key.
    fn is_key_next(&self) -> bool {
        let Some(open) = self.open.last().filter(|open| open.key.is_none()) else { return false };
        matches!(self.marks.nodes.get(open.id), Some(Marked { kind: Kind::Mapping(_), .. }))
    }

    fn add(&mut self, kind: Kind, anchor: usize, range: Range) -> NodeId {
        let id = self.marks.nodes.len();
        self.marks.nodes.push(Marked { range, kind });
        if anchor != 0 {
            self.anchors.insert(anchor, id);
        }
        match self.open.last_mut() {
            None => self.marks.root = self.marks.root.or(Some(id)),
            Some(open) => match self.marks.nodes.get_mut(open.id).map(|node| &mut node.kind) {
                Some(Kind::List(items)) => items.push(id),
                Some(Kind::Mapping(entries)) => match open.key.take() {
                    Some(key) => entries.push(Entry { key, value: id }),
                    None => open.key = Some(id),
                },
                _ => {}
            },
        }
        id
    }
}

/// Where the second document of the text begins.
pub(super) fn second_document(text: &str) -> Option<Position> {
    let visit = |found: &mut Vec<Position>, (event, range): (Event<'_>, Range)| {
        if matches!(event, Event::DocumentStart(_)) {
            found.push(range.start);
        }
        found.len() < 2
    };
    Script::read(text, Vec::new, visit).0.get(1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Walks from the line's start, however long it is.
    fn walked(text: &str, (line, column): Position) -> Option<usize> {
        let start = text.split_inclusive('\n').take(line - 1).map(str::len).sum::<usize>();
        let rest = text.get(start..)?;
        let within = rest.char_indices().map(|(at, _)| at).chain([rest.len()]).nth(column - 1)?;
        Some(start + within)
    }

    #[test]
    fn the_entries_of_a_large_mapping_are_found_and_of_two_the_first() {
        let keys: Vec<_> = (0..100).map(|n| format!("k{}", n * 37 % 100)).chain(["k5".to_owned()]).collect();
        let text: String = keys.iter().map(|key| format!("{key}: v\n")).collect();
        let marks = Marks::of(&text);
        assert_eq!(marks.orders.len(), 1);
        for (line, key) in keys.iter().enumerate().take(100) {
            let found = marks.find(&Pointer::root().join(key)).and_then(|found| found.key).unwrap();
            assert_eq!(found.start, (line + 1, 1), "{key}");
        }
        assert!(marks.find(&Pointer::root().join("k100")).is_none());
        assert!(marks.find(&Pointer::root().join("")).is_none());
    }

    #[test]
    fn every_column_of_a_long_line_is_found() {
        let long: String = (0..1_000).map(|n| ["a", "ß", "名", "😀"][n % 4]).collect();
        for text in [format!("- a\n- '{long}'\n- b\n"), long.clone(), String::new(), "\n\n".to_owned()] {
            let marks = Marks { lines: lines(&text), ..Marks::default() };
            for (line, length) in text.split('\n').map(|line| line.chars().count()).enumerate() {
                for column in 1..=length + 2 {
                    let at = (line + 1, column);
                    assert_eq!(marks.offset(&text, at), walked(&text, at), "{at:?}");
                }
            }
            assert_eq!(marks.offset(&text, (text.split('\n').count() + 1, 1)), None);
        }
    }
}
