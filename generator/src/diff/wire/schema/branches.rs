//! Which branch of an old choice is which of the new one.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use indexmap::IndexMap;
use serde_json::Value;

use super::{
    normal::{Discriminator, Normal},
    parts::Group,
    shape::{Shapes, Side},
};
use crate::{dialect::carry, diff::wire::Place};

/// One branch.
#[derive(Debug)]
pub struct Branch<'a> {
    /// Where it stands, behind a reference.
    pub place: Place<'a>,
    /// The component that it refers to.
    pub name: Option<String>,
    /// The values of the discriminator that mean it.
    pub tags: BTreeSet<String>,
    side: Side,
    normal: Arc<Normal<'a>>,
}

impl Branch<'_> {
    /// How it is called: by the component, the discriminator's value, or what it is.
    #[must_use]
    pub fn label(&self) -> String {
        let tag = || self.tags.first().cloned();
        self.name.clone().or_else(tag).unwrap_or_else(|| super::face::kind_text(&self.normal.face))
    }
}

/// The branches of a choice, `null` apart.
pub fn of<'a>(
    shapes: &mut Shapes<'a>,
    side: Side,
    group: &Group<'a>,
    discriminator: Option<&Discriminator<'a>>,
) -> Vec<Branch<'a>> {
    let branch = |place: &Place<'a>| Branch {
        tags: discriminator.map(|discriminator| tags(discriminator, place)).unwrap_or_default(),
        normal: shapes.normal(side, std::slice::from_ref(place)),
        place: place.clone(),
        name: place.component(),
        side,
    };
    group.branches.iter().map(branch).collect()
}

/// The values that the mapping gives to a schema, else its name (OpenAPI 3.0.3, Discriminator Object).
fn tags(discriminator: &Discriminator<'_>, place: &Place<'_>) -> BTreeSet<String> {
    let mapped = discriminator.mapping.iter().filter(|(_, target)| *target == place);
    let mapped: BTreeSet<_> = mapped.map(|(key, _)| (*key).to_owned()).collect();
    if mapped.is_empty() { place.component().into_iter().collect() } else { mapped }
}

/// Properties with one value, as JSON.
fn constants<'a>(normal: &Normal<'a>) -> BTreeMap<&'a str, String> {
    let one = |places: &[Place<'_>]| {
        let node = places.first()?.value;
        match node.get(carry::ENUM).or_else(|| node.get("enum"))?.as_array()?.as_slice() {
            [Value::Null] => None,
            [only] => Some(only.to_string()),
            _ => None,
        }
    };
    normal.children.properties.iter().filter_map(|(name, places)| Some((*name, one(places)?))).collect()
}

/// Branches that are one: by the discriminator's value, by shape, by name, then by likeness.
pub fn pair<'a>(
    shapes: &mut Shapes<'a>,
    old: &[Branch<'a>],
    new: &[Branch<'a>],
    swapped: &BTreeSet<String>,
) -> Vec<(usize, usize)> {
    let mut pairs = Pairs { old, new, found: Vec::new() };
    pairs.by(|one, two| one.tags.iter().any(|tag| two.tags.contains(tag) && !swapped.contains(tag)));
    let by_tag = pairs.found.len();
    pairs.by_outline(shapes);
    pairs.by_shape(shapes);
    // In the order of the old side, whichever of the two ways found them.
    pairs.found.get_mut(by_tag..).unwrap_or_default().sort_unstable();
    pairs.by(|one, two| one.name.is_some() && one.name == two.name);
    pairs.by_likeness();
    pairs.found
}

struct Pairs<'b, 'a> {
    old: &'b [Branch<'a>],
    new: &'b [Branch<'a>],
    found: Vec<(usize, usize)>,
}

impl<'b, 'a> Pairs<'b, 'a> {
    fn add(&mut self, at: usize, to: usize) {
        if self.found.iter().all(|(old, new)| *old != at && *new != to) {
            self.found.push((at, to));
        }
    }

    fn by(&mut self, are_one: impl Fn(&Branch<'_>, &Branch<'_>) -> bool) {
        for (at, one) in self.old.iter().enumerate() {
            for (to, two) in self.new.iter().enumerate() {
                if are_one(one, two) {
                    self.add(at, to);
                }
            }
        }
    }

    /// Those of one name and outline that no other branch of their sides has: none of another shape or name could be
    /// meant, so that what their children are like need not be asked.
    fn by_outline(&mut self, shapes: &mut Shapes<'a>) {
        let (old, new) = (outlines(shapes, self.old), outlines(shapes, self.new));
        for (outline, at) in old {
            let (Some(at), Some(Some(to))) = (at, new.get(&outline).copied()) else { continue };
            let name = |branches: &'b [Branch<'a>], index: usize| branches.get(index).and_then(|it| it.name.as_deref());
            if name(self.old, at).is_some_and(|one| name(self.new, to) == Some(one)) {
                self.add(at, to);
            }
        }
    }

    fn by_shape(&mut self, shapes: &mut Shapes<'a>) {
        let (old, new) = self.free();
        let mut shape = |(index, branch): (usize, &Branch<'a>)| (index, shapes.of_branch(branch.side, &branch.place));
        let old: Vec<_> = old.into_iter().map(&mut shape).collect();
        let new: Vec<_> = new.into_iter().map(&mut shape).collect();
        for (at, one) in old {
            for (to, _) in new.iter().filter(|(_, two)| *two == one) {
                self.add(at, *to);
            }
        }
    }

    fn by_likeness(&mut self) {
        let (old, new) = self.free();
        let mut scores = Vec::new();
        let new: Vec<_> = new.into_iter().map(|(to, two)| (to, two, constants(&two.normal))).collect();
        for (at, one) in old {
            let constants = constants(&one.normal);
            for (to, two, others) in &new {
                let differ = |(name, value): (&&str, &String)| others.get(*name).is_some_and(|other| other != value);
                let score = if constants.iter().any(differ) { 0 } else { likeness(one, two) };
                if score >= 40 {
                    scores.push((score, at, *to));
                }
            }
        }
        scores.sort_by_key(|(score, at, to)| (std::cmp::Reverse(*score), *at, *to));
        for (_, at, to) in scores {
            self.add(at, to);
        }
    }

    /// The branches of both sides that are in no pair yet.
    fn free(&self) -> (Indexed<'b, 'a>, Indexed<'b, 'a>) {
        let paired: BTreeSet<_> = self.found.iter().map(|(at, _)| *at).collect();
        let paired_new: BTreeSet<_> = self.found.iter().map(|(_, to)| *to).collect();
        let free = |branches: &'b [Branch<'a>], paired: &BTreeSet<usize>| {
            branches.iter().enumerate().filter(|(index, _)| !paired.contains(index)).collect()
        };
        (free(self.old, &paired), free(self.new, &paired_new))
    }
}

/// Branches, each with its index.
type Indexed<'b, 'a> = Vec<(usize, &'b Branch<'a>)>;

/// Outlines, each with the one branch that has it; none: several have.
fn outlines<'a>(shapes: &mut Shapes<'a>, branches: &[Branch<'a>]) -> IndexMap<u64, Option<usize>> {
    let mut found = IndexMap::new();
    for (index, branch) in branches.iter().enumerate() {
        let outline = shapes.outline(branch.side, &branch.place);
        found.entry(outline).and_modify(|one| *one = None).or_insert(Some(index));
    }
    found
}

/// How much two branches have in common, in hundredths.
fn likeness(old: &Branch<'_>, new: &Branch<'_>) -> usize {
    if old.normal.face.types != new.normal.face.types {
        return 0;
    }
    if !old.tags.is_empty() && !new.tags.is_empty() && old.tags.is_disjoint(&new.tags) {
        return 0;
    }
    let (one, two) = (&old.normal.children.properties, &new.normal.children.properties);
    let common = one.keys().filter(|name| two.contains_key(*name)).count();
    match one.len() + two.len() - common {
        0 => 50,
        all => common * 100 / all,
    }
}
