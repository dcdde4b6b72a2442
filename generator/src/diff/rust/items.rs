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
    let mut changes = Vec::new();
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
