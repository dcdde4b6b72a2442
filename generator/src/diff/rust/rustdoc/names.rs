//! names: by which public path each item is reached, and how an item of another crate is called.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::json::{Crate, Id, Inner, Item, Use, Visibility};

/// A place in the crate's public face.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// An item of the crate, at its own path.
    Own(Id),
    /// The item stands at another path too.
    Again(Id),
    /// A name of another crate; its definition's path.
    Foreign(String),
}

/// The paths of a crate.
#[derive(Debug, Default)]
pub struct Names {
    /// Every public path below the root, `types::Connection`, in order.
    pub places: BTreeMap<(String, Space), Place>,
    /// The path of each item of the crate that has one: the shortest, then the first by name.
    own: BTreeMap<Id, String>,
    /// The shortest path that gives on an item of another crate.
    given: BTreeMap<Id, String>,
    /// The crate and the definition of all that is known by name.
    defined: BTreeMap<Id, (u32, Vec<String>)>,
    /// The crates that the manifest names, as code calls them.
    pub dependencies: BTreeSet<String>,
}

/// Rust's name spaces: a module, a type and a function may have one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Space {
    /// Types and modules.
    Type,
    /// Functions, constants, statics.
    Value,
    /// Macros.
    Macro,
}

impl Names {
    /// Walks the public modules and what they give on.
    #[must_use]
    pub fn of(document: &Crate) -> Self {
        let (found, open) = (Vec::new(), VecDeque::new());
        let mut walk = Walk { document, found, open, read: BTreeSet::new(), globs: BTreeSet::new() };
        walk.open.push_back((document.root, String::new()));
        while let Some((module, prefix)) = walk.open.pop_front() {
            walk.module(module, &prefix);
        }
        let mut names = Self::default();
        let length = |path: &str| path.matches("::").count();
        walk.found.sort_by(|(a, ..), (b, ..)| length(a).cmp(&length(b)).then_with(|| a.cmp(b)));
        for (path, space, place) in walk.found {
            let place = match place {
                Found::Own(id) if names.own.contains_key(&id) => Place::Again(id),
                Found::Own(id) => {
                    names.own.insert(id, path.clone());
                    Place::Own(id)
                }
                Found::Foreign(id, definition) => {
                    if let Some(id) = id {
                        names.given.entry(id).or_insert_with(|| path.clone());
                    }
                    Place::Foreign(definition)
                }
            };
            names.places.entry((path, space)).or_insert(place);
        }
        let summaries = document.paths.iter();
        names.defined = summaries.map(|(id, summary)| (*id, (summary.crate_id, summary.path.clone()))).collect();
        names
    }

    /// The public path of an item of this crate.
    #[must_use]
    pub fn own(&self, id: Id) -> Option<&str> {
        self.own.get(&id).map(String::as_str)
    }

    /// The path by which this crate gives on an item of another one.
    #[must_use]
    pub fn given(&self, id: Id) -> Option<&str> {
        self.given.get(&id).map(String::as_str)
    }

    /// The path by which this crate gives on another one as a whole.
    #[must_use]
    pub fn given_crate(&self, name: &str) -> Option<&str> {
        let is_it = |place: &Place| matches!(place, Place::Foreign(definition) if definition == name);
        self.places.iter().find_map(|((path, _), place)| is_it(place).then_some(path.as_str()))
    }

    /// Whether the manifest names the crate of a definition.
    #[must_use]
    pub fn depends_on(&self, defined: &[String]) -> bool {
        defined.first().is_some_and(|name| self.dependencies.contains(name))
    }

    /// Where an item is defined, by its crate's name and modules; the standard library's as users write it.
    #[must_use]
    pub fn defined(&self, id: Id) -> Option<Vec<String>> {
        let (_, path) = self.defined.get(&id)?;
        Some(if is_std(path) { public_std(path) } else { path.clone() })
    }

    /// Whether an item is of this crate, public or not.
    #[must_use]
    pub fn is_of_this_crate(&self, id: Id) -> bool {
        self.defined.get(&id).is_some_and(|(of, _)| *of == 0)
    }
}

/// Whether the path begins with one of the standard library's crates.
#[must_use]
pub fn is_std(path: &[String]) -> bool {
    path.first().is_some_and(|first| matches!(first.as_str(), "std" | "core" | "alloc"))
}

/// Where the standard library shows what it defines in a private module: right below its first module.
fn public_std(path: &[String]) -> Vec<String> {
    let [_, rest @ ..] = path else { return path.to_vec() };
    let kept: Vec<&String> = match rest {
        [first, second, .., name] if !matches!(second.as_str(), "atomic" | "mpsc" | "hash_map" | "btree_map") => {
            vec![first, name]
        }
        _ => rest.iter().collect(),
    };
    std::iter::once("std".to_owned()).chain(kept.into_iter().cloned()).collect()
}

enum Found {
    Own(Id),
    Foreign(Option<Id>, String),
}

struct Walk<'d> {
    document: &'d Crate,
    found: Vec<(String, Space, Found)>,
    open: VecDeque<(Id, String)>,
    /// Modules that were read under a path of their own: a module may hold a name of itself.
    read: BTreeSet<Id>,
    /// Modules whose names are being given on: two may give on each other.
    globs: BTreeSet<Id>,
}

impl<'d> Walk<'d> {
    fn module(&mut self, id: Id, prefix: &str) {
        if self.read.insert(id) {
            self.items(id).iter().for_each(|item| self.item(*item, prefix, None));
        }
    }

    fn items(&self, module: Id) -> &'d [Id] {
        match self.document.index.get(&module).map(|item| &item.inner) {
            Some(Inner::Module(module)) => &module.items,
            Some(Inner::Enum(list)) => &list.variants,
            _ => &[],
        }
    }

    fn item(&mut self, id: Id, prefix: &str, renamed: Option<&str>) {
        let Some(item) = self.document.index.get(&id) else { return };
        let variant = matches!(item.inner, Inner::Variant(_));
        if item.visibility != Visibility::Public && !variant {
            return;
        }
        if let Inner::Use(import) = &item.inner {
            return self.import(import, prefix);
        }
        let Some(name) = renamed.or(item.name.as_deref()) else { return };
        let path = join(prefix, name);
        if matches!(item.inner, Inner::Module(_)) {
            self.open.push_back((id, path.clone()));
        }
        if let Inner::ExternCrate(crate_) = &item.inner {
            let name = crate_.rename.as_deref().unwrap_or(&crate_.name);
            let found = Found::Foreign(None, crate_.name.clone());
            return self.found.push((join(prefix, name), Space::Type, found));
        }
        if let Some(space) = space(item) {
            self.found.push((path, space, Found::Own(id)));
        }
    }

    fn import(&mut self, import: &'d Use, prefix: &str) {
        let target = import.id.filter(|id| self.document.index.contains_key(id));
        match (target, import.is_glob) {
            (Some(target), true) => self.glob(target, prefix),
            (Some(target), false) => self.item(target, prefix, Some(&import.name)),
            (None, glob) => {
                let known = import.id.and_then(|id| self.document.paths.get(&id));
                let definition = known.map_or_else(|| import.source.clone(), |summary| summary.path.join("::"));
                let name = if glob { format!("{}::*", import.source) } else { import.name.clone() };
                let found = Found::Foreign(import.id.filter(|_| !glob), definition);
                self.found.push((join(prefix, &name), Space::Type, found));
            }
        }
    }

    /// All names of a module under another path.
    fn glob(&mut self, module: Id, prefix: &str) {
        if self.globs.insert(module) {
            self.items(module).iter().for_each(|item| self.item(*item, prefix, None));
            self.globs.remove(&module);
        }
    }
}

fn join(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}::{name}") }
}

fn space(item: &Item) -> Option<Space> {
    Some(match item.inner {
        Inner::Function(_) | Inner::Constant(_) | Inner::Static(_) => Space::Value,
        Inner::Macro(_) | Inner::ProcMacro(_) => Space::Macro,
        Inner::Module(_)
        | Inner::Union(_)
        | Inner::Struct(_)
        | Inner::Enum(_)
        | Inner::Variant(_)
        | Inner::Trait(_)
        | Inner::TraitAlias(_)
        | Inner::TypeAlias(_)
        | Inner::ExternType => Space::Type,
        _ => return None,
    })
}
