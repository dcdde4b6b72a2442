//! Which change of the crate comes from which change on the wire.
//!
//! By place: the same one, else the nearest that holds it or that it holds, on either side. Then by what types are made of:
//! a type that is new because a property is belongs to the finding of that property.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    finding::{Bump, ItemKind, Wire},
    rust, wire,
};
use crate::pointer::Origin;

/// So many findings below one place are looked at.
const MOST_BELOW: usize = 64;

/// For each change of the crate the finding that it belongs to; none: it needs one of its own.
#[must_use]
pub fn join(found: &[wire::Change], changes: &[rust::Change]) -> Vec<Option<usize>> {
    let places = Places::of(found);
    let mut joined: Vec<_> = changes.iter().map(|change| places.nearest(found, change)).collect();
    by_parts(found, changes, &mut joined);
    joined
}

/// Where findings stand.
struct Places<'a> {
    old: BTreeMap<&'a Origin, Vec<usize>>,
    new: BTreeMap<&'a Origin, Vec<usize>>,
}

impl<'a> Places<'a> {
    fn of(found: &'a [wire::Change]) -> Self {
        let index = |side: fn(&wire::Change) -> Option<&Origin>| {
            let mut places: BTreeMap<&Origin, Vec<usize>> = BTreeMap::new();
            for (index, change) in found.iter().enumerate() {
                side(change).into_iter().for_each(|origin| places.entry(origin).or_default().push(index));
            }
            places
        };
        Self { old: index(|change| change.old.as_ref()), new: index(|change| change.new.as_ref()) }
    }

    /// The finding that is fewest steps away; of several the worst on the wire, then the first.
    fn nearest(&self, found: &[wire::Change], change: &rust::Change) -> Option<usize> {
        let old = change.old.iter().flat_map(|origin| near(&self.old, origin));
        let new = change.new.iter().flat_map(|origin| near(&self.new, origin));
        let fits = old.chain(new).filter_map(|(steps, index)| {
            let other = found.get(index)?;
            explains(other, change, steps).then_some((steps, std::cmp::Reverse(other.rule.wire), index))
        });
        fits.min().map(|(.., index)| index)
    }
}

/// The findings at a place, above it and below it, with the steps to them.
fn near<'a>(
    places: &'a BTreeMap<&Origin, Vec<usize>>,
    origin: &'a Origin,
) -> impl Iterator<Item = (usize, usize)> + 'a {
    let depth = origin.pointer.tokens().len();
    let above = std::iter::successors(Some(origin.clone()), |origin| {
        Some(Origin { file: origin.file, pointer: origin.pointer.parent()? })
    });
    let above = above.enumerate().take_while(|(_, origin)| says_something(origin)).flat_map(|(steps, origin)| {
        places.get(&origin).into_iter().flatten().map(move |index| (steps, *index)).collect::<Vec<_>>()
    });
    let below = places.range::<&Origin, _>(origin..).skip_while(move |(other, _)| **other == origin);
    let below = below
        .take_while(|(other, _)| other.file == origin.file && other.pointer.is_at_or_below(&origin.pointer))
        .take(MOST_BELOW)
        .flat_map(move |(other, all)| all.iter().map(move |index| (other.pointer.tokens().len() - depth, *index)));
    above.chain(below)
}

/// Whether what stands there is one thing, and not the whole document or a list of all.
fn says_something(origin: &Origin) -> bool {
    match origin.pointer.tokens() {
        [] => false,
        [only] => matches!(only.as_str(), "servers" | "security" | "info" | "host" | "basePath" | "schemes"),
        [components, _] => !matches!(components.as_str(), "components"),
        _ => true,
    }
}

/// Whether a finding so many steps away can be why an item changed.
fn explains(found: &wire::Change, change: &rust::Change, steps: usize) -> bool {
    let place = found.new.as_ref().or(found.old.as_ref()).and_then(|origin| origin.pointer.last()).unwrap_or_default();
    let names = matches!(place, "operationId" | "tags" | "title") || place.starts_with("x-");
    if change.new_path.is_some() {
        // Only the thing itself, or what it is named by.
        return steps == 0 || (steps == 1 && names);
    }
    if change.docs_only {
        return steps <= 1 && !names;
    }
    let whole = change.item.old.is_none() || change.item.new.is_none();
    let declared = matches!(change.item.kind, ItemKind::Struct | ItemKind::Enum | ItemKind::Alias | ItemKind::Module);
    // A type comes or goes for a reason outside it, unless it is a part of what came or went.
    let below = found_is_below(found, change);
    !names && !(whole && declared && below)
}

fn found_is_below(found: &wire::Change, change: &rust::Change) -> bool {
    let below = |found: &Option<Origin>, own: &Option<Origin>| match (found, own) {
        (Some(found), Some(own)) => {
            found != own && found.file == own.file && found.pointer.is_at_or_below(&own.pointer)
        }
        _ => false,
    };
    below(&found.old, &change.old) || below(&found.new, &change.new)
}

/// Types that came, went or lost a trait join the finding of what holds them or of what they hold.
fn by_parts(found: &[wire::Change], changes: &[rust::Change], joined: &mut [Option<usize>]) {
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut parts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, change) in changes.iter().enumerate().filter(|(_, change)| !change.docs_only) {
        change.holds.iter().for_each(|key| holders.entry(key).or_default().push(index));
        change.ty.iter().for_each(|key| parts.entry(key).or_default().push(index));
    }
    let (none, mut open) = (Vec::new(), (0..changes.len()).collect::<BTreeSet<_>>());
    while let Some(index) = open.pop_first() {
        let Some(change) = changes.get(index).filter(|change| is_part(change)) else { continue };
        if joined.get(index).is_none_or(Option::is_some) {
            continue;
        }
        let above = change.ty.iter().flat_map(|key| holders.get(key.as_str()).unwrap_or(&none));
        let below = change.holds.iter().flat_map(|key| parts.get(key.as_str()).unwrap_or(&none));
        let near: Vec<_> = if change.item.kind == ItemKind::Impl { below.collect() } else { above.collect() };
        let of = |other: &usize| joined.get(*other).copied().flatten();
        let best = near.iter().filter(|other| is_cause(changes.get(***other), change)).filter_map(|other| of(other));
        let worst =
            |index: &usize| (found.get(*index).map_or(Wire::None, |found| found.rule.wire), std::cmp::Reverse(*index));
        let Some(finding) = best.max_by_key(worst) else { continue };
        if let Some(slot) = joined.get_mut(index) {
            *slot = Some(finding);
        }
        // What waits for this one may follow it now.
        let waiting = change.ty.iter().flat_map(|key| holders.get(key.as_str()).unwrap_or(&none));
        open.extend(waiting);
        open.extend(change.holds.iter().flat_map(|key| parts.get(key.as_str()).unwrap_or(&none)));
    }
}

/// Whether something else is why it changed.
fn is_part(change: &rust::Change) -> bool {
    let whole = change.item.old.is_none() || change.item.new.is_none();
    match change.item.kind {
        ItemKind::Struct | ItemKind::Enum | ItemKind::Alias => whole,
        ItemKind::Impl => true,
        _ => false,
    }
}

/// Whether a change can be why another one came about: of the same direction, and no mere renaming.
fn is_cause(cause: Option<&rust::Change>, change: &rust::Change) -> bool {
    let Some(cause) = cause else { return false };
    let same = |side: fn(&super::finding::ItemChange) -> bool| side(&cause.item) || !side(&change.item);
    let exists = same(|item| item.new.is_some()) || same(|item| item.old.is_some());
    exists && cause.new_path.is_none() && cause.item.level > Bump::None
}
