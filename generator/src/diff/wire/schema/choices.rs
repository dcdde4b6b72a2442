//! Alternatives and the discriminator that tells them apart; what must not hold; what holds sometimes.

use std::collections::BTreeSet;

use super::{
    branches::{self, Branch},
    face::{Told, kind_text},
    here::{Here, Said, change},
    normal::{Discriminator, Normal},
    parts::{Choice, Group, gather},
    rules,
    shape::Side,
};
use crate::{diff::wire::Place, pointer::Pointer};

/// Compares the alternatives of both sides.
pub fn compare(here: &mut Here<'_, '_>) -> Told {
    discriminator(here);
    let (old, new) = (&here.old.children.groups, &here.new.children.groups);
    match (old.as_slice(), new.as_slice()) {
        ([], []) => {
            mappings(here);
            Told::Nothing
        }
        ([], [group]) if !has_own(here.new) => appeared(here, Side::New, group),
        ([group], []) if !has_own(here.old) => appeared(here, Side::Old, group),
        (old, new) if old.len() == new.len() => {
            for (old, new) in paired(here, old, new) {
                both(here, old, new);
            }
            Told::Nothing
        }
        (old, new) => {
            let keyword = old.iter().chain(new).next().map_or("oneOf", |group| group.choice.keyword());
            let shown = |groups: &[Group<'_>]| {
                let counts: Vec<_> = groups.iter().map(|group| group.branches.len().to_string()).collect();
                (!counts.is_empty()).then(|| format!("{} alternatives", counts.join(" and ")))
            };
            here.unhandled(keyword, shown(old), shown(new));
            Told::Nothing
        }
    }
}

/// Whether two groups, each with its shape, are one.
type AreOne<'a> = fn(&(u64, &Group<'a>), &(u64, &Group<'a>)) -> bool;

/// Choices that all hold have no order: those of one shape are one, then those of one keyword.
fn paired<'g, 'a>(
    here: &mut Here<'_, 'a>,
    old: &'g [Group<'a>],
    new: &'g [Group<'a>],
) -> Vec<(&'g Group<'a>, &'g Group<'a>)> {
    if let ([old], [new]) = (old, new) {
        return vec![(old, new)];
    }
    let shapes = |here: &mut Here<'_, 'a>, side: Side, groups: &'g [Group<'a>]| -> Vec<_> {
        groups.iter().map(|group| (here.shapes.of_branches(side, &group.branches), group)).collect()
    };
    let (mut old, mut new) = (shapes(here, Side::Old, old), shapes(here, Side::New, new));
    let mut pairs = Vec::new();
    let levels: [AreOne<'_>; 3] = [
        |one, two| one.0 == two.0 && one.1.choice == two.1.choice,
        |one, two| one.1.choice == two.1.choice,
        |_, _| true,
    ];
    for are_one in levels {
        old.retain(|one| {
            let Some(index) = new.iter().position(|two| are_one(one, two)) else { return true };
            pairs.push((one.1, new.remove(index).1));
            false
        });
    }
    pairs
}

/// Whether a schema says anything of values beside its alternatives.
fn has_own(normal: &Normal<'_>) -> bool {
    normal.face.types.is_some() || normal.face.values.is_some() || !normal.children.properties.is_empty()
}

/// One side is a choice, the other is not.
fn appeared<'a>(here: &mut Here<'_, 'a>, side: Side, group: &Group<'a>) -> Told {
    let plain = if side == Side::New { here.old } else { here.new };
    let text = format!("{} of {}", group.choice.keyword(), group.branches.len());
    let (before, after) = match side {
        Side::New => (kind_text(&plain.face), text),
        Side::Old => (text, kind_text(&plain.face)),
    };
    let message = format!("the type changed from {before} to {after}");
    let said =
        Said { keyword: group.choice.keyword(), before: Some(before), after: Some(after), message, ..Said::default() };
    if !has_own(plain) {
        let family = if side == Side::New { &rules::TYPE_SPECIALIZED } else { &rules::TYPE_GENERALIZED };
        here.say(family, said);
        return Told::Kind;
    }
    let (old, new) = (here.pair.old.clone(), here.pair.new.clone());
    let listed = match side {
        Side::New => branches::of(here.shapes, Side::New, group, here.new.children.discriminator.as_ref()),
        Side::Old => branches::of(here.shapes, Side::Old, group, here.old.children.discriminator.as_ref()),
    };
    let whole = match side {
        Side::New => Group { choice: group.choice, place: group.place.clone(), branches: old.clone() },
        Side::Old => Group { choice: group.choice, place: group.place.clone(), branches: new.clone() },
    };
    let other = if side == Side::New { Side::Old } else { Side::New };
    let whole = branches::of(here.shapes, other, &whole, None);
    let found = branches::pair(here.shapes, &whole, &listed, &BTreeSet::new());
    let Some(branch) = found.first().and_then(|(_, index)| listed.get(*index)) else {
        here.say(&rules::TYPE_CHANGED, said);
        return Told::Kind;
    };
    let (label, place) = (branch.label(), vec![branch.place.clone()]);
    match side {
        Side::New => {
            here.say(&rules::WRAPPED, said);
            hold(here, &label, old, place);
        }
        Side::Old => {
            here.say(&rules::UNWRAPPED, said);
            hold(here, &label, place, new);
        }
    }
    Told::Kind
}

/// Both sides are choices.
fn both<'a>(here: &mut Here<'_, 'a>, old_group: &Group<'a>, new_group: &Group<'a>) {
    let (old_tags, new_tags) = (here.old.children.discriminator.as_ref(), here.new.children.discriminator.as_ref());
    let old = branches::of(here.shapes, Side::Old, old_group, old_tags);
    let new = branches::of(here.shapes, Side::New, new_group, new_tags);
    if old_group.choice != new_group.choice {
        let family = match new_group.choice {
            Choice::AnyOf => &rules::ONE_OF_BECAME_ANY_OF,
            Choice::OneOf => &rules::ANY_OF_BECAME_ONE_OF,
        };
        let (before, after) = (old_group.choice.keyword(), new_group.choice.keyword());
        let message = format!("`{before}` became `{after}`");
        let said = Said { message, before: Some(before.to_owned()), after: Some(after.to_owned()), ..Said::default() };
        here.said_at(family, Some(old_group.place.pointer()), Some(new_group.place.pointer()), said);
    }
    let swapped = swapped(here, &old, &new);
    let pairs = branches::pair(here.shapes, &old, &new, &swapped);
    for (index, branch) in old.iter().enumerate().filter(|(index, _)| pairs.iter().all(|(at, _)| at != index)) {
        gone(here, old_group, new_group, index, branch);
    }
    for (index, branch) in new.iter().enumerate().filter(|(index, _)| pairs.iter().all(|(_, to)| to != index)) {
        came(here, old_group, new_group, index, branch);
    }
    let are_tagged = old_tags.is_some() && new_tags.is_some();
    for (at, to) in pairs {
        let (Some(old), Some(new)) = (old.get(at), new.get(to)) else { continue };
        if are_tagged {
            tags(here, old, new, &swapped);
        }
        hold(here, &new.label(), vec![old.place.clone()], vec![new.place.clone()]);
    }
}

/// Compares a branch with what it is on the other side. Whether `null` is valid is said of the whole choice.
fn hold<'a>(here: &mut Here<'_, 'a>, label: &str, mut old: Vec<Place<'a>>, mut new: Vec<Place<'a>>) {
    let nullable = |side: Side, places: &[Place<'a>]| gather(here.shapes.document(side), places).nullable;
    if nullable(Side::Old, &old) != nullable(Side::New, &new) {
        [&mut old, &mut new].into_iter().for_each(|places| places.push(Place::not_null()));
    }
    here.hold(label, old, new, here.area);
}

fn gone(here: &mut Here<'_, '_>, old: &Group<'_>, new: &Group<'_>, index: usize, branch: &Branch<'_>) {
    let family = if old.choice == Choice::OneOf { &rules::ONE_OF_REMOVED } else { &rules::ANY_OF_REMOVED };
    let label = branch.label();
    let message = format!("{label} is no alternative any more");
    let said = Said { before: Some(label), message, ..Said::default() };
    let place = written(&old.place.pointer(), index, branch);
    here.said_at(family, Some(place), Some(new.place.pointer()), said);
}

fn came(here: &mut Here<'_, '_>, old: &Group<'_>, new: &Group<'_>, index: usize, branch: &Branch<'_>) {
    let family = if new.choice == Choice::OneOf { &rules::ONE_OF_ADDED } else { &rules::ANY_OF_ADDED };
    let label = branch.label();
    let message = format!("{label} became an alternative");
    let said = Said { after: Some(label), message, ..Said::default() };
    let place = written(&new.place.pointer(), index, branch);
    here.said_at(family, Some(old.place.pointer()), Some(place), said);
}

/// Where a branch is listed: at its own place, when that is in the list; what was taken out before it is not counted.
fn written(group: &Pointer, index: usize, branch: &Branch<'_>) -> Pointer {
    let own = branch.place.pointer();
    if own.is_at_or_below(group) { own } else { group.join(index) }
}

/// Values of the discriminator that mean another schema, where both schemas are on both sides: a rename is none.
fn swapped(here: &Here<'_, '_>, old: &[Branch<'_>], new: &[Branch<'_>]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for before in old {
        for tag in &before.tags {
            let after = new.iter().find(|branch| branch.tags.contains(tag));
            if after.is_some_and(|after| is_another(here, &before.place, &after.place)) {
                found.insert(tag.clone());
            }
        }
    }
    found
}

fn is_another(here: &Here<'_, '_>, old: &Place<'_>, new: &Place<'_>) -> bool {
    let (Some(old), Some(new)) = (old.component(), new.component()) else { return false };
    let is_there = |side: Side, name: &str| here.shapes.document(side).schema(name).is_some();
    old != new && is_there(Side::New, &old) && is_there(Side::Old, &new)
}

/// The values that mean one alternative.
fn tags(here: &mut Here<'_, '_>, old: &Branch<'_>, new: &Branch<'_>, swapped: &BTreeSet<String>) {
    for tag in new.tags.difference(&old.tags).filter(|tag| !swapped.contains(*tag)) {
        mapping(here, &rules::MAPPING_ADDED, None, Some(tag));
    }
    for tag in old.tags.difference(&new.tags) {
        if swapped.contains(tag) {
            mapping(here, &rules::MAPPING_CHANGED, Some(tag), Some(tag));
        } else {
            mapping(here, &rules::MAPPING_DELETED, Some(tag), None);
        }
    }
}

fn mapping(here: &mut Here<'_, '_>, family: &'static rules::Family, old: Option<&String>, new: Option<&String>) {
    let message = match (old, new) {
        (None, Some(tag)) => format!("the discriminator's value `{}` was added", tag.escape_debug()),
        (Some(tag), None) => format!("the discriminator's value `{}` was removed", tag.escape_debug()),
        (tag, _) => {
            format!("the discriminator's value `{}` means another schema", tag.map_or("", |tag| tag).escape_debug())
        }
    };
    let (before, after) = (old.cloned(), new.cloned());
    here.say(family, Said { keyword: "discriminator", before, after, message, ..Said::default() });
}

fn discriminator(here: &mut Here<'_, '_>) {
    let name = |normal: &Normal<'_>| normal.children.discriminator.as_ref().map(|found| found.property.to_owned());
    let (before, after) = (name(here.old), name(here.new));
    let family = match (&before, &after) {
        (None, Some(_)) => &rules::DISCRIMINATOR_ADDED,
        (Some(_), None) => &rules::DISCRIMINATOR_REMOVED,
        (Some(before), Some(after)) if before != after => &rules::DISCRIMINATOR_CHANGED,
        _ => return,
    };
    here.say(family, change("discriminator", before, after));
}

/// A mapping without alternatives: the schemas that it names extend the one that has it.
fn mappings(here: &mut Here<'_, '_>) {
    let (Some(old), Some(new)) = (&here.old.children.discriminator, &here.new.children.discriminator) else { return };
    let keys = |found: &Discriminator<'_>| found.mapping.keys().map(|key| (*key).to_owned()).collect::<BTreeSet<_>>();
    let (before, after) = (keys(old), keys(new));
    for key in &after | &before {
        match (old.mapping.get(key.as_str()), new.mapping.get(key.as_str())) {
            (None, _) => mapping(here, &rules::MAPPING_ADDED, None, Some(&key)),
            (_, None) => mapping(here, &rules::MAPPING_DELETED, Some(&key), None),
            (Some(before), Some(after)) if is_another(here, before, after) => {
                mapping(here, &rules::MAPPING_CHANGED, Some(&key), Some(&key));
            }
            (Some(before), Some(after)) => here.hold(&key, vec![before.clone()], vec![after.clone()], here.area),
        }
    }
}

/// What must not hold: what changes inside cannot be said by direction, so it is one change.
pub fn not<'a>(here: &mut Here<'_, 'a>) {
    let (old, new) = (here.old.children.not.clone(), here.new.children.not.clone());
    let family = match (old.is_empty(), new.is_empty()) {
        (true, true) => return,
        (true, false) => &rules::NOT_ADDED,
        (false, true) => &rules::NOT_REMOVED,
        (false, false) if here.shapes.shape(Side::Old, &old) == here.shapes.shape(Side::New, &new) => return,
        (false, false) => &rules::NOT_CHANGED,
    };
    let text = |here: &mut Here<'_, 'a>, side: Side, places: &[Place<'a>]| {
        places.first().map(|_| kind_text(&here.shapes.normal(side, places).face))
    };
    let said = change("not", text(here, Side::Old, &old), text(here, Side::New, &new));
    here.say(family, said);
}

/// What holds in some cases: matched by shape, then in order.
pub fn conditions(here: &mut Here<'_, '_>) {
    let (mut old, mut new) = (here.old.children.conditions.clone(), here.new.children.conditions.clone());
    if old.is_empty() && new.is_empty() {
        return;
    }
    old.retain(|one| {
        let shape = here.shapes.shape(Side::Old, std::slice::from_ref(one));
        let same = new.iter().position(|two| here.shapes.shape(Side::New, std::slice::from_ref(two)) == shape);
        let Some(index) = same else { return true };
        let two = new.remove(index);
        here.hold("then", vec![one.clone()], vec![two], here.area);
        false
    });
    let both = old.len().min(new.len());
    for (one, two) in old.drain(..both).zip(new.drain(..both)) {
        here.hold("then", vec![one], vec![two], here.area);
    }
    for one in old {
        let message = "what held in some cases does not any more".to_owned();
        here.said_at(
            &rules::CONDITION_REMOVED,
            Some(one.pointer()),
            here.new.place("allOf"),
            Said { message, ..Said::default() },
        );
    }
    for two in new {
        let message = "something holds in some cases now".to_owned();
        here.said_at(
            &rules::CONDITION_ADDED,
            here.old.place("allOf"),
            Some(two.pointer()),
            Said { message, ..Said::default() },
        );
    }
}
