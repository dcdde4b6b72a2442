//! items: what differs between two public faces, and what each difference asks of the next version.
//!
//! The rules are Cargo's (The Cargo Book, SemVer Compatibility). Where they weigh how likely a break is, so that a change of
//! a signature may pass as minor, this file does not: whatever can stop code from compiling is major. A new name is gone
//! and new, whatever it was before.

use super::rustdoc::{Entry, Face, Key};
use crate::diff::finding::{Bump, ItemChange, ItemKind};

/// All differences, in the order of paths.
#[must_use]
pub fn compare(old: &Face, new: &Face) -> Vec<ItemChange> {
    let (renamed, mut changes) = kept_names(old, new);
    let old = &renamed;
    for (key, before) in old {
        match new.get(key) {
            None => changes.push(change(key, Some(before), None, Bump::Major)),
            Some(after) => {
                let level = changed(key, before, after);
                changes.extend((level > Bump::None).then(|| change(key, Some(before), Some(after), level)));
            }
        }
    }
    for (key, after) in new {
        if !old.contains_key(key) {
            changes.push(change(key, None, Some(after), added(old, key, after)));
        }
    }
    changes.sort_by(|a, b| (&a.path, a.kind, &a.old, &a.new).cmp(&(&b.path, b.kind, &b.old, &b.new)));
    changes
}

/// Types that have another name while the old one still leads to them: the old face with the new names, and one change each.
fn kept_names(old: &Face, new: &Face) -> (Face, Vec<ItemChange>) {
    let (mut renamed, mut changes) = (old.clone(), Vec::new());
    let types = |kind| matches!(kind, ItemKind::Struct | ItemKind::Enum | ItemKind::Trait);
    for (key, before) in old.iter().filter(|(key, _)| types(key.kind) && !new.contains_key(*key)) {
        let mut left = new.iter().filter(|(other, _)| other.path == key.path);
        let target = left.find_map(|(other, entry)| Some((entry, kept_by(other, entry)?)));
        let Some((entry, target)) = target.filter(|(_, target)| !old.keys().any(|key| key.path == *target)) else {
            continue;
        };
        changes.push(change(key, Some(before), Some(entry), Bump::Minor));
        renamed = renamed.into_iter().map(|(of, entry)| rename(of, entry, &key.path, target)).collect();
    }
    // The name itself is told above.
    let told = |key: &Key| changes.iter().any(|change| change.path == key.path);
    renamed.extend(new.iter().filter(|(key, _)| told(key)).map(|(key, entry)| (key.clone(), entry.clone())));
    (renamed, changes)
}

/// What an alias or a second name leads to, when that is an item of the crate as it is.
fn kept_by<'e>(key: &Key, entry: &'e Entry) -> Option<&'e str> {
    let target = match key.kind {
        ItemKind::Alias => entry.exact.split_once(" = crate::")?.1,
        ItemKind::Import => entry.exact.strip_prefix("Type crate::")?,
        _ => return None,
    };
    (!target.contains('<')).then_some(target)
}

fn rename(mut key: Key, mut entry: Entry, from: &str, to: &str) -> (Key, Entry) {
    key.path = moved(&key.path, from, to);
    entry.facts.parent = entry.facts.parent.map(|parent| moved(&parent, from, to));
    let full = |text: &str| whole_words(text, &format!("crate::{from}"), &format!("crate::{to}"));
    key.header = full(&key.header);
    entry.exact = full(&entry.exact);
    // How a type is declared and shown begins with its own name.
    let (from, to) = (last(from), last(to));
    entry.exact = whole_words(&entry.exact, &format!("struct {from}"), &format!("struct {to}"));
    entry.exact = whole_words(&entry.exact, &format!("enum {from}"), &format!("enum {to}"));
    entry.exact = whole_words(&entry.exact, &format!("trait {from}"), &format!("trait {to}"));
    entry.signature = whole_words(&entry.signature, from, to);
    (key, entry)
}

/// The path of an item, or of a part of it, under the item's new path.
fn moved(path: &str, from: &str, to: &str) -> String {
    match path.strip_prefix(from) {
        Some(rest) if rest.is_empty() || rest.starts_with("::") => format!("{to}{rest}"),
        _ => path.to_owned(),
    }
}

fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

/// Replaces where no longer name is meant.
fn whole_words(text: &str, from: &str, to: &str) -> String {
    let (mut done, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once(from) {
        let part = |letter: char| letter.is_alphanumeric() || letter == '_';
        let whole = !after.starts_with(part) && !before.ends_with(part);
        done.push_str(before);
        done.push_str(if whole { to } else { from });
        rest = after;
    }
    done + rest
}

fn change(key: &Key, old: Option<&Entry>, new: Option<&Entry>, level: Bump) -> ItemChange {
    let (mut before, mut after) = (old.map(shown), new.map(shown));
    // Two names with one spelling: only where they are defined tells them apart.
    if let (Some(old), Some(new)) = (old, new)
        && before == after
        && old.exact != new.exact
    {
        (before, after) = (Some(old.exact.clone()), Some(new.exact.clone()));
    }
    ItemChange { path: key.path.clone(), kind: key.kind, old: before, new: after, level }
}

fn shown(entry: &Entry) -> String {
    let deprecated = if entry.facts.deprecated { "#[deprecated] " } else { "" };
    let must_use = if entry.facts.must_use { "#[must_use] " } else { "" };
    format!("{deprecated}{must_use}{}", entry.signature)
}

/// What both have.
fn changed(key: &Key, old: &Entry, new: &Entry) -> Bump {
    let mut level = if old.signature == new.signature { Bump::None } else { Bump::Patch };
    if old.exact != new.exact {
        level = if loosened(&old.exact, &new.exact) { Bump::Minor } else { Bump::Major };
    }
    let (before, after) = (&old.facts, &new.facts);
    // Users who deny warnings meet a new one; Cargo counts that as minor.
    let warned = (!before.deprecated && after.deprecated) || (!before.must_use && after.must_use);
    let unwarned = before.deprecated != after.deprecated || before.must_use != after.must_use;
    level = level.max(match (warned, unwarned) {
        (true, _) => Bump::Minor,
        (false, true) => Bump::Patch,
        (false, false) => Bump::None,
    });
    match (before.closed, after.closed) {
        // A trait that nobody else can implement any more, a struct that nobody else can write any more.
        (true, false) => return Bump::Major,
        (false, true) => level = level.max(Bump::Minor),
        _ => {}
    }
    match (before.provided, after.provided) {
        (true, false) if key.kind != ItemKind::Trait => Bump::Major,
        (false, true) => level.max(Bump::Minor),
        _ => level,
    }
}

/// Whether only a word went that took something from callers, or one came that gives them something.
fn loosened(old: &str, new: &str) -> bool {
    let plain = |text: &str| text.replacen("const fn ", "fn ", 1);
    (new.contains("const fn ") && plain(new) == old) || old.replacen("unsafe fn ", "fn ", 1) == new
}

/// What only the new face has.
fn added(old: &Face, key: &Key, entry: &Entry) -> Bump {
    // A value with a destructor gives up no part of itself.
    if key.kind == ItemKind::Impl && entry.exact.contains(" std::ops::Drop for ") {
        return Bump::Major;
    }
    let Some(parent) = &entry.facts.parent else { return Bump::Minor };
    let parent = old.iter().find(|(of, _)| of.path == *parent && holds(of.kind)).map(|(of, entry)| (of.kind, entry));
    match parent {
        Some((ItemKind::Trait, parent)) if parent.facts.closed && !entry.facts.provided => Bump::Major,
        Some((ItemKind::Struct | ItemKind::Enum | ItemKind::Variant, parent)) => match key.kind {
            ItemKind::Field | ItemKind::Variant if parent.facts.closed => Bump::Major,
            _ => Bump::Minor,
        },
        _ => Bump::Minor,
    }
}

/// The kinds of items that have parts.
fn holds(kind: ItemKind) -> bool {
    matches!(kind, ItemKind::Struct | ItemKind::Enum | ItemKind::Variant | ItemKind::Trait)
}

/// The worst of them.
#[must_use]
pub fn worst(changes: &[ItemChange]) -> Bump {
    changes.iter().map(|change| change.level).max().unwrap_or_default()
}
