//! Which branch of an old choice is which of the new one.

use std::collections::{BTreeMap, BTreeSet};

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
    /// Properties with one value, as JSON.
    constants: BTreeMap<&'a str, String>,
    shape: u64,
    normal: Normal<'a>,
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
    let branch = |place: &Place<'a>| {
        let normal = Normal::new(shapes.document(side), std::slice::from_ref(place));
        let name = place.component();
        Branch {
            tags: discriminator.map(|discriminator| tags(discriminator, place)).unwrap_or_default(),
            constants: constants(&normal),
            shape: shapes.of_branch(side, place),
            place: place.clone(),
            name,
            normal,
        }
    };
    group.branches.iter().map(branch).collect()
}

/// The values that the mapping gives to a schema, else its name (OpenAPI 3.0.3, Discriminator Object).
fn tags(discriminator: &Discriminator<'_>, place: &Place<'_>) -> BTreeSet<String> {
    let mapped = discriminator.mapping.iter().filter(|(_, target)| *target == place);
    let mapped: BTreeSet<_> = mapped.map(|(key, _)| (*key).to_owned()).collect();
    if mapped.is_empty() { place.component().into_iter().collect() } else { mapped }
}

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
pub fn pair(old: &[Branch<'_>], new: &[Branch<'_>], swapped: &BTreeSet<String>) -> Vec<(usize, usize)> {
    let mut pairs = Pairs { old, new, found: Vec::new() };
    pairs.by(|one, two| one.tags.iter().any(|tag| two.tags.contains(tag) && !swapped.contains(tag)));
    pairs.by(|one, two| one.shape == two.shape);
    pairs.by(|one, two| one.name.is_some() && one.name == two.name);
    let mut scores = Vec::new();
    let is_free = |index: usize, of: fn(&(usize, usize)) -> usize| pairs.found.iter().all(|pair| of(pair) != index);
    for (at, one) in old.iter().enumerate().filter(|(at, _)| is_free(*at, |pair| pair.0)) {
        for (to, two) in new.iter().enumerate().filter(|(to, _)| is_free(*to, |pair| pair.1)) {
            let score = likeness(one, two);
            if score >= 40 {
                scores.push((score, at, to));
            }
        }
    }
    scores.sort_by_key(|(score, at, to)| (std::cmp::Reverse(*score), *at, *to));
    for (_, at, to) in scores {
        pairs.add(at, to);
    }
    pairs.found
}

struct Pairs<'b, 'a> {
    old: &'b [Branch<'a>],
    new: &'b [Branch<'a>],
    found: Vec<(usize, usize)>,
}

impl Pairs<'_, '_> {
    fn add(&mut self, at: usize, to: usize) {
        if self.found.iter().all(|(old, new)| *old != at && *new != to) {
            self.found.push((at, to));
        }
    }

    fn by(&mut self, are_one: impl Fn(&Branch<'_>, &Branch<'_>) -> bool) {
        for at in 0..self.old.len() {
            for to in 0..self.new.len() {
                if let (Some(one), Some(two)) = (self.old.get(at), self.new.get(to))
                    && are_one(one, two)
                {
                    self.add(at, to);
                }
            }
        }
    }
}

/// How much two branches have in common, in hundredths.
fn likeness(old: &Branch<'_>, new: &Branch<'_>) -> usize {
    let differ = |(name, value): (&&str, &String)| new.constants.get(*name).is_some_and(|other| other != value);
    if old.normal.face.types != new.normal.face.types || old.constants.iter().any(differ) {
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
