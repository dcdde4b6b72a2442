//! Properties: which there are, which must be there, which travel one way only.

use super::{
    here::{Here, Said},
    normal::{Normal, Travels},
    rules::{self, Member},
    shape::{Side, are_one_leaf},
};
use crate::diff::{
    finding::Direction,
    wire::{Area, Place},
};

/// A property of one side.
#[derive(Debug)]
struct Property<'a> {
    places: Vec<Place<'a>>,
    is_required: bool,
    travels: Travels,
}

/// Compares the properties of both sides.
pub fn compare(here: &mut Here<'_, '_>) {
    let (old, new) = (&here.old.children, &here.new.children);
    let names = [&old.required, &new.required].into_iter().flatten();
    let mut names: Vec<&str> = old.properties.keys().chain(new.properties.keys()).chain(names).copied().collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let is_same = |normal: &Normal<'_>| normal.children.required.contains(name);
        let (one, two) = (old.properties.get(name), new.properties.get(name));
        // What is the same leaf on both sides is not looked at twice.
        if is_same(here.old) == is_same(here.new) && one.zip(two).is_some_and(|(one, two)| are_one_leaf(one, two)) {
            continue;
        }
        let (before, after) = (property(here, Side::Old, name), property(here, Side::New, name));
        match (before, after) {
            (None, Some(property)) => added(here, name, &property),
            (Some(property), None) => removed(here, name, &property),
            (Some(before), Some(after)) => both(here, name, before, after),
            (None, None) => {}
        }
    }
}

fn property<'a>(here: &mut Here<'_, 'a>, side: Side, name: &str) -> Option<Property<'a>> {
    let normal = if side == Side::Old { here.old } else { here.new };
    let is_required = normal.children.required.contains(name);
    let places = normal.children.properties.get(name).cloned();
    if places.is_none() && !is_required {
        return None;
    }
    let places = places.unwrap_or_default();
    let travels = here.shapes.normal(side, &places).travels;
    Some(Property { places, is_required, travels })
}

impl Property<'_> {
    /// The area of what is in it.
    fn area(&self, inside: Area) -> Area {
        match inside.direction() {
            Direction::Request if self.travels.is_read_only => Area::RequestReadOnly,
            Direction::Response if self.travels.is_write_only => Area::ResponseWriteOnly,
            _ => inside,
        }
    }
}

fn added(here: &mut Here<'_, '_>, name: &str, property: &Property<'_>) {
    let member = match (property.is_required, property.travels.has_default) {
        (true, true) => &rules::NEW_REQUIRED_WITH_DEFAULT,
        (true, false) => &rules::NEW_REQUIRED,
        (false, _) => &rules::NEW_OPTIONAL,
    };
    let place = here.new.member(name);
    let word = if property.is_required { "required" } else { "optional" };
    let message = format!("the {word} property `{}` was added", name.escape_debug());
    let said = Said { member: Some(name), after: Some(word.to_owned()), message, ..Said::default() };
    let rule = member.rule(property.area(here.area.inside()));
    here.at(rule, here.old.place("properties"), place, said);
}

fn removed(here: &mut Here<'_, '_>, name: &str, property: &Property<'_>) {
    let member = if property.is_required { &rules::REMOVED_REQUIRED } else { &rules::REMOVED_OPTIONAL };
    let place = here.old.member(name);
    let word = if property.is_required { "required" } else { "optional" };
    let message = format!("the {word} property `{}` was removed", name.escape_debug());
    let said = Said { member: Some(name), before: Some(word.to_owned()), message, ..Said::default() };
    let rule = member.rule(property.area(here.area.inside()));
    here.at(rule, place, here.new.place("properties"), said);
}

fn both<'a>(here: &mut Here<'_, 'a>, name: &str, old: Property<'a>, new: Property<'a>) {
    let inside = here.area.inside();
    // Whatever does not travel on one side is nothing that the other could contradict.
    let area = new.area(old.area(inside));
    if old.is_required != new.is_required {
        let member = match (new.is_required, new.travels.has_default) {
            (true, true) => &rules::BECAME_REQUIRED_WITH_DEFAULT,
            (true, false) => &rules::BECAME_REQUIRED,
            (false, _) => &rules::BECAME_OPTIONAL,
        };
        let word = if new.is_required { "required" } else { "optional" };
        let message = format!("the property `{}` became {word}", name.escape_debug());
        let said = Said { keyword: "required", member: Some(name), message, ..Said::default() };
        // At the property: `required` may stand far from it, and what the crate has of it comes from there.
        here.at(member.rule(area), here.old.member(name), here.new.member(name), said);
    }
    let (is_required, was, is) = (new.is_required, old.travels, new.travels);
    if was.is_read_only != is.is_read_only {
        let member = match (is_required, is.is_read_only) {
            (false, true) => &rules::OPTIONAL_READ_ONLY,
            (false, false) => &rules::OPTIONAL_NOT_READ_ONLY,
            (true, true) => &rules::REQUIRED_READ_ONLY,
            (true, false) => &rules::REQUIRED_NOT_READ_ONLY,
        };
        travels(here, name, member, "read-only", is.is_read_only);
    }
    if was.is_write_only != is.is_write_only {
        let member = match (is_required, is.is_write_only) {
            (false, true) => &rules::OPTIONAL_WRITE_ONLY,
            (false, false) => &rules::OPTIONAL_NOT_WRITE_ONLY,
            (true, true) => &rules::REQUIRED_WRITE_ONLY,
            (true, false) => &rules::REQUIRED_NOT_WRITE_ONLY,
        };
        travels(here, name, member, "write-only", is.is_write_only);
    }
    here.hold(name, old.places, new.places, area);
}

fn travels(here: &mut Here<'_, '_>, name: &str, member: &'static Member, word: &str, is: bool) {
    let negation = if is { "" } else { "not " };
    let message = format!("the property `{}` became {negation}{word}", name.escape_debug());
    let shown = |is: bool| Some(if is { word.to_owned() } else { format!("not {word}") });
    let said = Said { member: Some(name), before: shown(!is), after: shown(is), message, ..Said::default() };
    let (old, new) = (here.old.member(name), here.new.member(name));
    here.at(member.rule(here.area.inside()), old, new, said);
}
