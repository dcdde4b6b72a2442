//! The one visitor that builds a [`Value`] from either parser, with the budgets of both.
//!
//! It keeps the order of keys, reads keys as their source text, sees duplicates, applies merge keys (YAML only) and
//! counts depth and nodes, aliases unfolded.

use std::{cell::Cell, fmt};

use serde::de::{self, DeserializeSeed, EnumAccess, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// The deepest nesting of lists and mappings; both parsers give up at 128, without a good place.
pub(super) const DEPTH: usize = 127;
/// The most nodes (values and keys) that an input may unfold to.
pub(super) const NODES: usize = 5_000_000;
/// A scalar counts one node more for each of these bytes, so that aliases of a long text cannot fill the memory.
const BYTES_A_NODE: usize = 64;

/// What stands for `<<` in quotes while a text is read, as wide as it: two characters that have no meaning of their own.
pub(super) const QUOTED: &str = "\u{f8f0}\u{f8f1}";

/// Why building stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trip {
    /// Deeper than [`DEPTH`].
    Depth,
    /// More than [`NODES`].
    Nodes,
    /// A YAML tag of the author's own.
    Tag,
    /// A merge key whose value is no mapping.
    Merge,
}

/// What is known while a document is built.
#[derive(Debug)]
pub(super) struct Build {
    /// Whether `<<` means a merge.
    merge: bool,
    /// Whether [`QUOTED`] stands for `<<` in quotes, which is a key like any other.
    quoted: bool,
    nodes: Cell<usize>,
    trip: Cell<Option<Trip>>,
    duplicates: Cell<bool>,
}

impl Build {
    /// `spent` nodes of the budget are gone.
    pub(super) const fn new(merge: bool, spent: usize) -> Self {
        Self { merge, quoted: false, nodes: Cell::new(spent), trip: Cell::new(None), duplicates: Cell::new(false) }
    }

    /// The text was prepared so that [`QUOTED`] stands for `<<` in quotes.
    pub(super) const fn quoted(self, quoted: bool) -> Self {
        Self { quoted, ..self }
    }

    /// The text as the author wrote it.
    fn text(&self, text: &str) -> String {
        if self.quoted { text.replace(QUOTED, "<<") } else { text.to_owned() }
    }

    /// The seed of the whole document.
    pub(super) const fn root(&self) -> Node<'_> {
        Node { build: self, depth: 0 }
    }

    pub(super) const fn trip(&self) -> Option<Trip> {
        self.trip.get()
    }

    pub(super) const fn nodes(&self) -> usize {
        self.nodes.get()
    }

    pub(super) const fn duplicates(&self) -> bool {
        self.duplicates.get()
    }

    fn stop<E: de::Error>(&self, trip: Trip) -> E {
        self.trip.set(Some(trip));
        E::custom("stopped")
    }

    fn spend<E: de::Error>(&self, bytes: usize) -> Result<(), E> {
        let nodes = self.nodes.get().saturating_add(1 + bytes / BYTES_A_NODE);
        self.nodes.set(nodes);
        if nodes > NODES { Err(self.stop(Trip::Nodes)) } else { Ok(()) }
    }
}

/// Builds one node, `depth` containers below the root.
#[derive(Clone, Copy)]
pub(super) struct Node<'b> {
    build: &'b Build,
    depth: usize,
}

impl Node<'_> {
    fn child<E: de::Error>(self) -> Result<Self, E> {
        if self.depth == DEPTH {
            return Err(self.build.stop(Trip::Depth));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }

    fn scalar<E: de::Error>(self, value: Value) -> Result<Value, E> {
        self.build.spend(0)?;
        Ok(value)
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: de::Error>(self, v: bool) -> Result<Value, E> {
        self.scalar(Value::Bool(v))
    }

    fn visit_i64<E: de::Error>(self, v: i64) -> Result<Value, E> {
        self.scalar(Value::Number(v.into()))
    }

    fn visit_u64<E: de::Error>(self, v: u64) -> Result<Value, E> {
        self.scalar(Value::Number(v.into()))
    }

    fn visit_i128<E: de::Error>(self, v: i128) -> Result<Value, E> {
        self.scalar(number(v as f64, &v))
    }

    fn visit_u128<E: de::Error>(self, v: u128) -> Result<Value, E> {
        self.scalar(number(v as f64, &v))
    }

    fn visit_f64<E: de::Error>(self, v: f64) -> Result<Value, E> {
        self.scalar(number(v, &v))
    }

    fn visit_str<E: de::Error>(self, v: &str) -> Result<Value, E> {
        self.build.spend(v.len())?;
        Ok(Value::String(self.build.text(v)))
    }

    fn visit_string<E: de::Error>(self, v: String) -> Result<Value, E> {
        self.build.spend(v.len())?;
        Ok(Value::String(if self.build.quoted { self.build.text(&v) } else { v }))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        self.scalar(Value::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Value, E> {
        self.scalar(Value::Null)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Value, A::Error> {
        Err(self.build.stop(Trip::Tag))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        self.build.spend(0)?;
        let child = self.child()?;
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(child)? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        self.build.spend(0)?;
        let child = self.child()?;
        let mut entries = Map::new();
        // How many entries stood before the merge key, and what it merges.
        let mut merged: Option<(usize, Value)> = None;
        while let Some(key) = map.next_key_seed(Key(self.build))? {
            let value = map.next_value_seed(child)?;
            if self.build.merge && key == "<<" {
                self.build.duplicates.set(self.build.duplicates() || merged.is_some());
                merged = Some((entries.len(), value));
                continue;
            }
            let key = if self.build.quoted { self.build.text(&key) } else { key };
            if entries.contains_key(&key) {
                self.build.duplicates.set(true);
            } else {
                entries.insert(key, value);
            }
        }
        match merged {
            None => Ok(Value::Object(entries)),
            Some((at, value)) => match merge(entries, at, value) {
                Some(entries) => Ok(Value::Object(entries)),
                None => Err(self.build.stop(Trip::Merge)),
            },
        }
    }
}

/// The number, or its text where JSON has none (`.inf`, `.nan`).
fn number(v: f64, text: &dyn fmt::Display) -> Value {
    Number::from_f64(v).map_or_else(|| Value::String(text.to_string()), Value::Number)
}

/// Puts what `<<` merges at its place: own keys win, earlier mappings of a list win over later ones.
fn merge(own: Map<String, Value>, at: usize, merged: Value) -> Option<Map<String, Value>> {
    let mut extra = Map::new();
    let sources = match merged {
        Value::Array(items) => items,
        other => vec![other],
    };
    for source in sources {
        let Value::Object(source) = source else { return None };
        for (key, value) in source {
            if !own.contains_key(&key) && !extra.contains_key(&key) {
                extra.insert(key, value);
            }
        }
    }
    let mut own = own.into_iter();
    let mut entries: Map<String, Value> = own.by_ref().take(at).collect();
    entries.extend(extra);
    entries.extend(own);
    Some(entries)
}

/// What a key must be, in the parsers' words.
pub(super) const KEY: &str = "a text as key";

/// Reads a key as its source text: `200`, `true`, `1.10` and `~` are those texts.
struct Key<'b>(&'b Build);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = String;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(KEY)
    }

    fn visit_str<E: de::Error>(self, v: &str) -> Result<String, E> {
        self.0.spend(v.len())?;
        Ok(v.to_owned())
    }
}
