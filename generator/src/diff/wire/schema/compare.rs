//! All pairs, one after the other.

use super::{
    choices, face,
    here::Here,
    members,
    normal::{Additional, Normal},
    shape::{Shapes, Side},
};
use crate::diff::wire::{Comparison, Pair, PairId, Place};

/// Whether a keyword is a bound that the normal form reads.
#[must_use]
pub fn is_bound(keyword: &str) -> bool {
    super::rules::BOUNDS.iter().any(|(known, _)| *known == keyword)
}

/// Compares all pairs that wait, and those that they hold.
pub fn compare_all(comparison: &mut Comparison<'_>) {
    let mut shapes = Shapes::new(comparison.old, comparison.new);
    shapes.prepare(&comparison.waiting());
    while let Some((id, pair)) = comparison.take() {
        compare(comparison, &mut shapes, id, &pair);
    }
}

fn compare<'a>(comparison: &mut Comparison<'a>, shapes: &mut Shapes<'a>, id: PairId, pair: &Pair<'a>) {
    let (old, new) = (shapes.normal(Side::Old, &pair.old), shapes.normal(Side::New, &pair.new));
    let mut here = Here::new(comparison, shapes, id, pair, &old, &new);
    let how = choices::compare(&mut here);
    if face::compare(&mut here, how) == face::Relation::Strange {
        return;
    }
    members::compare(&mut here);
    items(&mut here);
    rest(&mut here);
}

fn items(here: &mut Here<'_, '_>) {
    let (old, new) = (&here.old.children, &here.new.children);
    for (index, (old, new)) in old.places.iter().zip(&new.places).enumerate() {
        here.hold(&index.to_string(), vec![old.clone()], vec![new.clone()], here.area.inside());
    }
    let is_list = |normal: &Normal<'_>| normal.face.places.is_none() && normal.is_of("array");
    let one_says = !old.items.is_empty() || !new.items.is_empty();
    let both_say = !old.items.is_empty() && !new.items.is_empty();
    if both_say || (one_says && is_list(here.old) && is_list(here.new)) {
        here.hold("items", old.items.clone(), new.items.clone(), here.area.inside());
    } else if one_says && here.old.face.places.is_some() && here.new.face.places.is_some() {
        let shown = |items: &[Place<'_>]| items.first().map(|_| "further items".to_owned());
        here.unhandled("items", shown(&old.items), shown(&new.items));
    }
}

/// Unlisted properties, what must not hold, what holds sometimes.
fn rest(here: &mut Here<'_, '_>) {
    let (old, new) = (&here.old.children, &here.new.children);
    let are_typed = [here.old, here.new].iter().all(|normal| normal.face.additional == Additional::Typed);
    if are_typed {
        here.hold("additionalProperties", old.additional.clone(), new.additional.clone(), here.area.inside());
    }
    choices::not(here);
    choices::conditions(here);
}
