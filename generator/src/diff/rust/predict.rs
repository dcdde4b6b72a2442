//! Two lists of public items become what changes.

use std::collections::BTreeMap;

use super::{
    Change, behaviour,
    identity::Identity,
    level, meaning,
    pairs::{Pairs, operation_key},
    reach::Reached,
    surface::{Item, Reach, surface},
};
use crate::{
    diff::finding::{Bump, ItemChange, ItemKind, OperationKey, Operations},
    model::{Api, OperationId},
    parallel,
    pointer::Origin,
};

/// What changes for the users of the crate, in the order of the old side's items, then of the new one's.
#[must_use]
pub fn predict(old: &Api, new: &Api) -> Vec<Change> {
    predict_with([old, new], [None, None])
}

/// As [`predict`], where the configurations say something of a Cargo feature for each resource.
#[must_use]
pub fn predict_with([old, new]: [&Api; 2], [old_parts, new_parts]: [Option<bool>; 2]) -> Vec<Change> {
    let pairs = Pairs::of(old, new);
    let (old_ids, new_ids) = Identity::of_both(old, new, &pairs);
    let (of_old, of_new) = (meaning::old_by_new_names(old, new, &pairs), meaning::without_aliases(new));
    let of = |api, meant, ids, parts| with_meaning(surface(api, ids, parts), surface(meant, ids, parts));
    let (new_items, old_items) =
        parallel::both(|| of(new, &of_new, &new_ids, new_parts), || of(old, &of_old, &old_ids, old_parts));
    let (old_keys, new_keys) = operation_keys(old, new, &pairs);
    let sides = Sides {
        identity: [&old_ids, &new_ids],
        reached: [Reached::new(old, old_keys), Reached::new(new, new_keys)],
        by_key: [by_key(&old_items), by_key(&new_items)],
        aliases: aliases(&new_items),
    };
    sides.changes(&old_items, &new_items)
}

/// Each item with what its signature means, from the same list in other words.
fn with_meaning(mut items: Vec<Item>, other: Vec<Item>) -> Vec<Item> {
    for (item, other) in items.iter_mut().zip(other) {
        item.meaning = other.signature;
        item.facts = other.facts;
    }
    items
}

/// The operations of both sides, each as the newer side that has it spells it.
fn operation_keys(old: &Api, new: &Api, pairs: &Pairs) -> (Vec<OperationKey>, Vec<OperationKey>) {
    let of_old = |(index, operation)| {
        let key = operation_key(operation);
        let newer = pairs.operations.new_of(index).map(|other| operation_key(new.operation(OperationId(other))));
        newer.filter(|newer| newer.method == key.method && newer.erased() == key.erased()).unwrap_or(key)
    };
    (old.operations.iter().enumerate().map(of_old).collect(), new.operations.iter().map(operation_key).collect())
}

fn by_key(items: &[Item]) -> BTreeMap<&str, &Item> {
    items.iter().map(|item| (item.key.as_str(), item)).collect()
}

fn aliases(items: &[Item]) -> BTreeMap<&str, &str> {
    let of_types = items.iter().filter(|item| item.kind == ItemKind::Alias);
    of_types.filter_map(|item| Some((item.path.as_str(), item.stands_for.as_deref()?))).collect()
}

/// What both lists are looked up in; the old side first.
struct Sides<'a> {
    identity: [&'a Identity; 2],
    reached: [Reached<'a>; 2],
    by_key: [BTreeMap<&'a str, &'a Item>; 2],
    /// Of the new side: the path of each alias, and the key of the type that it stands for.
    aliases: BTreeMap<&'a str, &'a str>,
}

/// What stands at one path of one parent.
type Place<'a> = (Option<&'a str>, ItemKind, &'a str, &'a str);

fn place(item: &Item) -> Place<'_> {
    (item.under.as_deref(), item.kind, &item.place, &item.name)
}

impl<'a> Sides<'a> {
    fn changes(&self, old: &'a [Item], new: &'a [Item]) -> Vec<Change> {
        let [old_keys, new_keys] = &self.by_key;
        // What both sides have not by its key may still stand at one path, and then it is one item that changed.
        let alone = |item: &&'a Item, other: &BTreeMap<&str, &Item>| !other.contains_key(item.key.as_str());
        let mut left: BTreeMap<Place<'a>, &'a Item> = BTreeMap::new();
        new.iter().filter(|item| alone(item, old_keys)).for_each(|item| {
            left.entry(place(item)).or_insert(item);
        });
        let mut changes = Vec::new();
        for item in old.iter().filter(|item| self.is_told(item)) {
            let other = match new_keys.get(item.key.as_str()) {
                Some(other) => Some(*other),
                None => left.remove(&place(item)),
            };
            match other {
                Some(other) => changes.extend(self.changed(item, other)),
                None => changes.push(self.removed(item)),
            }
        }
        let taken = |item: &&'a Item| alone(item, old_keys) && (self.is_told(item));
        let added = new.iter().filter(taken).filter(|item| left.get(&place(item)).is_some_and(|l| l.key == item.key));
        changes.extend(added.map(|item| self.added(item)));
        changes
    }

    /// Whether what it comes with is on both sides, and the same kind of thing.
    fn is_told(&self, item: &Item) -> bool {
        let Some(under) = item.under.as_deref() else { return true };
        let [old, new] = &self.by_key;
        matches!((old.get(under), new.get(under)), (Some(old), Some(new)) if old.kind == new.kind)
    }

    fn changed(&self, old: &Item, new: &Item) -> Option<Change> {
        let level = self.level(old, new);
        let documented = old.docs != new.docs;
        if level == Bump::None && !documented {
            return None;
        }
        let moved = level::is_moved(old, new);
        let (before, after) = shown(old, new);
        let notes = behaviour::notes(old, new);
        let (from, to) = origins(old, new);
        let item = ItemChange {
            path: old.path.clone(),
            kind: new.kind,
            old: Some(before),
            new: Some(after),
            level: level.max(Bump::Patch),
        };
        Some(Change {
            item,
            new_path: (moved && old.path != new.path).then(|| new.path.clone()),
            behaviour: (!notes.is_empty()).then(|| notes.join("; ")),
            docs_only: level == Bump::None,
            ty: self.ty(new, 1),
            holds: old.holds.iter().chain(&new.holds).cloned().collect(),
            old: from,
            new: to,
            operations: self.operations(Some(old), Some(new)),
        })
    }

    fn removed(&self, item: &Item) -> Change {
        let (old, new) = self.why(item, 0);
        Change {
            item: line(item, Some(item.signature.text.clone()), None, level::of_removed()),
            new_path: None,
            behaviour: None,
            docs_only: false,
            ty: self.ty(item, 0),
            holds: item.holds.clone(),
            old,
            new,
            operations: self.operations(Some(item), None),
        }
    }

    fn added(&self, item: &Item) -> Change {
        let (old, new) = self.why(item, 1);
        let variant = item.kind == ItemKind::Variant && !item.key.ends_with(" unknown");
        let unknown = item.under.as_ref().map(|under| format!("{under} unknown"));
        let open = unknown.is_some_and(|key| self.by_key[0].contains_key(key.as_str()));
        Change {
            item: line(item, None, Some(item.signature.text.clone()), level::of_added(item)),
            new_path: None,
            behaviour: variant.then(|| behaviour::of_new_variant(item, open)),
            docs_only: false,
            ty: self.ty(item, 1),
            holds: item.holds.clone(),
            old,
            new,
            operations: self.operations(None, Some(item)),
        }
    }

    /// Where an item of one side came from, and what it came with on the other side.
    fn why(&self, item: &Item, side: usize) -> (Option<Origin>, Option<Origin>) {
        let under = item.under.as_deref().unwrap_or_default();
        let [old, new] = &self.by_key;
        // The struct of what must be given comes and goes with the arguments that make it so.
        if item.key.ends_with(" required") {
            let new_of = format!("{under} new");
            let pair = [new_of.as_str(), under].into_iter().find_map(|key| Some((*old.get(key)?, *new.get(key)?)));
            if let Some((before, after)) = pair {
                return origins(before, after);
            }
        }
        let (own, other) = (item.origin.clone(), if side == 0 { new } else { old });
        let other = other.get(under).and_then(|parent| parent.origin.clone());
        if side == 0 { (own, other) } else { (other, own) }
    }

    /// A type that moved and is still found at its old path, by an alias, breaks nobody.
    fn level(&self, old: &Item, new: &Item) -> Bump {
        let level = level::of_changed(old, new);
        let alias = self.aliases.get(old.path.as_str()).is_some_and(|key| *key == new.key);
        let stayed =
            || level::of_changed(&Item { name: new.name.clone(), place: new.place.clone(), ..old.clone() }, new);
        if alias && level::is_moved(old, new) { stayed().max(Bump::Minor) } else { level }
    }

    /// The key of the type that an item of a side is or belongs to.
    fn ty(&self, item: &Item, side: usize) -> Option<String> {
        match (item.reach, self.identity.get(side)) {
            (Reach::Type(id), Some(identity)) => Some(identity.ty(id).to_owned()),
            _ => None,
        }
    }

    fn operations(&self, old: Option<&Item>, new: Option<&Item>) -> Operations {
        let [of_old, of_new] = &self.reached;
        let mut operations = old.map(|item| of_old.operations(item.reach)).unwrap_or_default();
        operations.extend(new.map(|item| of_new.operations(item.reach)).unwrap_or_default());
        operations
    }
}

fn line(item: &Item, old: Option<String>, new: Option<String>, level: Bump) -> ItemChange {
    ItemChange { path: item.path.clone(), kind: item.kind, old, new, level }
}

/// Both signatures; where they are alike, with what differs beside them.
fn shown(old: &Item, new: &Item) -> (String, String) {
    let text = |item: &Item, facts: &[(&'static str, String)]| {
        let attribute = if item.deprecated && old.deprecated != new.deprecated { "#[deprecated] " } else { "" };
        let gate = match item.features.as_slice() {
            features if !features.is_empty() && old.features != new.features => {
                format!("#[cfg(any({}))] ", features.join(", "))
            }
            _ => String::new(),
        };
        let facts: Vec<_> = facts.iter().map(|(label, value)| format!("{label} {value}")).collect();
        let comment = if facts.is_empty() { String::new() } else { format!(" // {}", facts.join("; ")) };
        format!("{gate}{attribute}{}{comment}", item.signature.text)
    };
    let differing = behaviour::differing(&old.facts, &new.facts);
    let side = |value: fn(&(super::surface::About, String, String)) -> &String| -> Vec<(&'static str, String)> {
        let named = differing.iter().map(|fact| (behaviour::label(fact.0), value(fact).clone()));
        named.map(|(label, value)| (label, if value.is_empty() { "nothing".to_owned() } else { value })).collect()
    };
    if level::is_moved(old, new) && old.name == new.name {
        let text = |item: &Item| format!("{} // {}", item.signature.text, item.path);
        return (text(old), text(new));
    }
    if old.signature.text != new.signature.text {
        return (text(old, &[]), text(new, &[]));
    }
    (text(old, &side(|fact| &fact.1)), text(new, &side(|fact| &fact.2)))
}

/// Where a change comes from: of a function, the first argument that is not as it was.
fn origins(old: &Item, new: &Item) -> (Option<Origin>, Option<Origin>) {
    let (before, after) = (&old.meaning.needs, &new.meaning.needs);
    let came = after.iter().find(|need| !before.iter().any(|old| old.wire == need.wire && old.ty == need.ty));
    let went = before.iter().find(|need| !after.iter().any(|new| new.wire == need.wire && new.ty == need.ty));
    let of = |need: Option<&super::surface::Need>, item: &Item| {
        need.and_then(|need| need.origin.clone()).or_else(|| item.origin.clone())
    };
    (of(went, old), of(came, new))
}
