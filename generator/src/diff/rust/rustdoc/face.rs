//! face: one entry for each public item, with what its users can depend on.

use std::collections::BTreeMap;

use super::{
    items,
    json::{Crate, Id, Item, Path},
    names::{Names, Place, Space},
    text::{Manner, Text},
};
use crate::diff::finding::ItemKind;

/// What tells an entry from others: its path, its kind, and for an `impl` what it implements.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// `types::Connection::scope`, without the crate's name.
    pub path: String,
    /// What it is.
    pub kind: ItemKind,
    /// `impl Clone for crate::types::Connection`; empty for what is not an `impl`.
    pub header: String,
}

/// A public item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// As a reader sees it.
    pub signature: String,
    /// What code depends on: names in full, no names of arguments. Two items with one are the same to their users.
    pub exact: String,
    /// What more is said of it.
    pub facts: Facts,
    /// The number of the item in its document; of the `impl` that a method stands in.
    pub id: Id,
    /// See `id`.
    pub holder: Option<Id>,
}

/// What is said of an item beside its signature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// `#[deprecated]`.
    pub deprecated: bool,
    /// `#[must_use]`.
    pub must_use: bool,
    /// Whether users break when a part is added: a struct literal, a `match` without `_`, an `impl` of a trait.
    pub closed: bool,
    /// The path of the item that it is a part of.
    pub parent: Option<String>,
    /// An item of a trait that implementors need not write.
    pub provided: bool,
    /// What a function asks for beside `self`, in order.
    pub arguments: Vec<Argument>,
}

/// An argument of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// Its name: nothing that code depends on.
    pub name: String,
    /// Its type, as a reader sees it.
    pub shown: String,
    /// Its type, names in full.
    pub exact: String,
}

/// All public items.
pub type Face = BTreeMap<Key, Entry>;

/// The face of a crate.
#[must_use]
pub fn face(document: &Crate, names: &Names) -> Face {
    let mut maker = Maker { document, names, face: Face::new() };
    for ((path, space), place) in &names.places {
        match place {
            Place::Own(id) => items::item(&mut maker, path, *id),
            Place::Again(id) => {
                let own = names.own(*id).unwrap_or_default();
                maker.import(path, *space, own, &format!("crate::{own}"), *id);
            }
            Place::Foreign(definition) => maker.import(path, *space, definition, definition, 0),
        }
    }
    super::impls::all(&mut maker);
    maker.face
}

/// What makes the entries.
pub struct Maker<'d> {
    pub document: &'d Crate,
    pub names: &'d Names,
    pub face: Face,
}

impl<'d> Maker<'d> {
    pub fn get(&self, id: Id) -> Option<&'d Item> {
        self.document.index.get(&id)
    }

    /// As a reader sees it.
    pub fn readable(&self) -> Text<Readable<'d>> {
        Text(Readable(self.names))
    }

    /// As code depends on it; `Self` is the type of that text.
    pub fn exact(&self, subject: Option<&str>) -> Text<Exact<'d>> {
        Text(Exact { names: self.names, subject: subject.map(str::to_owned) })
    }

    pub fn add(&mut self, path: &str, kind: ItemKind, entry: Entry) {
        self.add_impl(path, kind, String::new(), entry);
    }

    /// Two `impl` blocks for different arguments may hold methods of one name.
    pub fn add_impl(&mut self, path: &str, kind: ItemKind, header: String, entry: Entry) {
        let key = Key { path: path.to_owned(), kind, header };
        let same = self.face.entry(key).or_insert_with(|| entry.clone());
        if same.exact != entry.exact {
            let mut both = [std::mem::take(&mut same.exact), entry.exact];
            both.sort();
            same.exact = both.join(" and ");
        }
    }

    fn import(&mut self, path: &str, space: Space, shown: &str, exact: &str, id: Id) {
        // A crate as a whole, or something in it.
        let signature = if path == shown { format!("pub use {shown}") } else { format!("pub use {shown} as {path}") };
        let exact = format!("{space:?} {exact}");
        self.add(path, ItemKind::Import, Entry { signature, exact, facts: Facts::default(), id, holder: None });
    }
}

/// Names as the source has them, and paths below the crate for what is its own.
#[derive(Clone, Copy, Debug)]
pub struct Readable<'d>(&'d Names);

impl Manner for Readable<'_> {
    fn name(&self, path: &Path) -> String {
        self.0.own(path.id).map_or_else(|| path.path.clone(), str::to_owned)
    }

    fn generic(&self, name: &str) -> String {
        name.to_owned()
    }
}

/// Names by their definition, so that two of one spelling differ.
#[derive(Clone, Debug)]
pub struct Exact<'d> {
    names: &'d Names,
    subject: Option<String>,
}

/// How an item of the crate without a public path is called.
pub const PRIVATE: &str = "(private)";

impl Manner for Exact<'_> {
    fn name(&self, path: &Path) -> String {
        match (self.names.own(path.id), self.names.defined(path.id)) {
            (Some(own), _) => format!("crate::{own}"),
            (None, Some(definition)) if self.names.is_of_this_crate(path.id) => {
                format!("{PRIVATE}::{}", definition.last().cloned().unwrap_or_default())
            }
            (None, Some(definition)) => definition.join("::"),
            (None, None) => path.path.clone(),
        }
    }

    fn generic(&self, name: &str) -> String {
        match &self.subject {
            Some(subject) if name == "Self" => subject.clone(),
            _ => name.to_owned(),
        }
    }

    fn sorts(&self) -> bool {
        true
    }
}
