//! What a schema says by itself, by rule. A rule takes what it explains out of both faces; what is left in one of them
//! and differs is unhandled.

use std::collections::BTreeSet;

use super::{
    bounds::{self, list},
    here::{Here, Said, change},
    normal::{Additional, Face},
    rules,
    types::{self, Step, Types},
};

/// Whether anything inside two schemas can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// They are of one kind.
    Related,
    /// They have nothing in common.
    Strange,
}

/// What the alternatives of both sides say already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Nothing.
    Nothing,
    /// That one side is a choice and the other is not.
    Kind,
}

/// Compares both faces.
pub fn compare(here: &mut Here<'_, '_>, told: Told) -> Relation {
    let relation = if told == Told::Kind { Relation::Strange } else { Relation::Related };
    if here.old.face == here.new.face {
        return relation;
    }
    let (mut old, mut new) = (here.old.face.clone(), here.new.face.clone());
    nullable(here, &mut old, &mut new);
    let relation = match told {
        Told::Kind => Relation::Strange,
        Told::Nothing => kind(here, &mut old, &mut new),
    };
    if relation == Relation::Strange {
        // The kind says it all.
        strip(&mut old);
        strip(&mut new);
    }
    values(here, &mut old, &mut new);
    bounds::compare(here, &mut old, &mut new);
    members(here, &mut old, &mut new);
    life(here, &mut old, &mut new);
    left(here, &old, &new);
    relation
}

/// Leaves what is said of any kind of value.
fn strip<'a>(face: &mut Face<'a>) {
    let (default, is_deprecated, sunset) = (face.default.take(), face.is_deprecated, face.sunset.take());
    let (extensions, rest) = (std::mem::take(&mut face.extensions), std::mem::take(&mut face.rest));
    *face = Face { default, is_deprecated, sunset, extensions, rest, ..Face::default() };
}

fn nullable<'a>(here: &mut Here<'_, 'a>, old: &mut Face<'a>, new: &mut Face<'a>) {
    // Where one side says nothing, what it says of the type is the difference.
    if let (Some(before), Some(after)) = (old.nullable.take(), new.nullable.take())
        && before != after
    {
        let family = if after { &rules::NULLABLE } else { &rules::NOT_NULLABLE };
        let word = if after { "`null` is valid now" } else { "`null` is not valid any more" };
        let said = Said { keyword: "nullable", message: word.to_owned(), ..Said::default() };
        let (before, after) = (Some(before.to_string()), Some(after.to_string()));
        here.say(family, Said { before, after, ..said });
    }
}

/// The types and the format.
fn kind<'a>(here: &mut Here<'_, 'a>, old: &mut Face<'a>, new: &mut Face<'a>) -> Relation {
    if old.types == new.types && old.formats == new.formats {
        return Relation::Related;
    }
    let (before, after) = (kind_text(old), kind_text(new));
    let step = types::step(&old.types, &new.types, here.area);
    let format = if old.types == new.types { types::format_step(one(&old.formats), one(&new.formats)) } else { None };
    let family = match (step, format) {
        (Step::Same, None) if old.types != new.types => {
            // Not told apart on this wire.
            if one(&old.formats).is_some_and(types::is_read) {
                &rules::TYPE_GENERALIZED
            } else {
                &rules::FORMAT_CHANGED
            }
        }
        (Step::Same, None) => &rules::FORMAT_CHANGED,
        (step, format) => match (step.and(format.unwrap_or(Step::Same)), is_list(&old.types) || is_list(&new.types)) {
            (Step::Wider, true) => &rules::TYPES_WIDENED,
            (Step::Narrower, true) => &rules::TYPES_NARROWED,
            (Step::Wider, false) => &rules::TYPE_GENERALIZED,
            (Step::Narrower, false) => &rules::TYPE_SPECIALIZED,
            (Step::Other | Step::Same, _) => &rules::TYPE_CHANGED,
        },
    };
    let keyword = if old.types == new.types { "format" } else { "type" };
    let message = format!("the type changed from {before} to {after}");
    here.say(family, Said { keyword, before: Some(before), after: Some(after), message, ..Said::default() });
    let relation = if step == Step::Other { Relation::Strange } else { Relation::Related };
    new.types.clone_from(&old.types);
    new.formats.clone_from(&old.formats);
    relation
}

fn one<'a>(formats: &BTreeSet<&'a str>) -> Option<&'a str> {
    formats.first().copied()
}

fn is_list(types: &Types<'_>) -> bool {
    types.as_ref().is_some_and(|types| types.len() > 1)
}

/// `string`, `integer (int32)`, `string or number`.
pub fn kind_text(face: &Face<'_>) -> String {
    let types = match &face.types {
        None => "any".to_owned(),
        Some(types) if types.is_empty() => "null".to_owned(),
        Some(types) => types.iter().copied().collect::<Vec<_>>().join(" or "),
    };
    match list(face.formats.iter().map(ToString::to_string)) {
        Some(formats) => format!("{types} ({formats})"),
        None => types,
    }
}

fn values<'a>(here: &mut Here<'_, 'a>, old: &mut Face<'a>, new: &mut Face<'a>) {
    if old.values != new.values {
        match (old.values.take(), new.values.take()) {
            (None, None) => {}
            (None, Some(values)) => {
                let is_one = here.new.is_const && values.len() == 1;
                let (family, keyword) =
                    if is_one { (&rules::CONST_ADDED, "const") } else { (&rules::BECAME_ENUM, "enum") };
                here.say(family, Said { keyword: "enum", ..change(keyword, None, list(values.into_iter())) });
            }
            (Some(values), None) => {
                let is_one = here.old.is_const && values.len() == 1;
                let (family, keyword) =
                    if is_one { (&rules::CONST_REMOVED, "const") } else { (&rules::BECAME_FREE, "enum") };
                here.say(family, Said { keyword: "enum", ..change(keyword, list(values.into_iter()), None) });
            }
            (Some(before), Some(after)) => listed(here, &before, &after),
        }
    }
    if old.known_values != new.known_values {
        let (before, after) = (std::mem::take(&mut old.known_values), std::mem::take(&mut new.known_values));
        each(here, "x-extensible-enum", &before, &after, [&rules::KNOWN_VALUE_ADDED, &rules::KNOWN_VALUE_REMOVED]);
    }
}

fn listed(here: &mut Here<'_, '_>, before: &BTreeSet<String>, after: &BTreeSet<String>) {
    let are_const = here.old.is_const && here.new.is_const;
    if are_const && before.len() == 1 && after.len() == 1 {
        let shown = |values: &BTreeSet<String>| list(values.iter().cloned());
        let said = change("const", shown(before), shown(after));
        return here.say(&rules::CONST_CHANGED, Said { keyword: "enum", ..said });
    }
    each(here, "enum", before, after, [&rules::VALUE_ADDED, &rules::VALUE_REMOVED]);
}

/// Says what is on one side only, one by one.
fn each<T: Ord + ToString>(
    here: &mut Here<'_, '_>,
    keyword: &str,
    before: &BTreeSet<T>,
    after: &BTreeSet<T>,
    [added, removed]: [&'static rules::Family; 2],
) {
    for value in after.difference(before).map(ToString::to_string) {
        let message = format!("{value} was added to `{keyword}`");
        here.say(added, Said { keyword, after: Some(value), message, ..Said::default() });
    }
    for value in before.difference(after).map(ToString::to_string) {
        let message = format!("{value} was removed from `{keyword}`");
        here.say(removed, Said { keyword, before: Some(value), message, ..Said::default() });
    }
}

/// What is said of properties that are not listed, and how many places a list has.
fn members<'a>(here: &mut Here<'_, 'a>, old: &mut Face<'a>, new: &mut Face<'a>) {
    let (before, after) = (std::mem::take(&mut old.additional), std::mem::take(&mut new.additional));
    if old.names != new.names {
        let (before, after) = (std::mem::take(&mut old.names), std::mem::take(&mut new.names));
        each(here, "patternProperties", &before, &after, [&rules::NAMES_ADDED, &rules::NAMES_REMOVED]);
    } else if before != after {
        let family = match (before, after) {
            (_, Additional::Forbidden) => &rules::ADDITIONAL_FORBIDDEN,
            (Additional::Forbidden, _) => &rules::ADDITIONAL_ALLOWED,
            (_, Additional::Typed) => &rules::ADDITIONAL_TYPED,
            (_, Additional::Free) => &rules::ADDITIONAL_FREE,
        };
        let shown = |additional| {
            Some(match additional {
                Additional::Free => "anything".to_owned(),
                Additional::Typed => "a schema".to_owned(),
                Additional::Forbidden => "false".to_owned(),
            })
        };
        here.say(family, change("additionalProperties", shown(before), shown(after)));
    }
    if old.places != new.places {
        let (before, after) = (old.places.take(), new.places.take());
        let family = if after > before { &rules::PREFIX_ADDED } else { &rules::PREFIX_REMOVED };
        let shown = |places: Option<usize>| places.map(|places| format!("{places} places"));
        here.say(family, Said { keyword: "items", ..change("prefixItems", shown(before), shown(after)) });
    }
}

/// The default, deprecation, our own extensions.
fn life<'a>(here: &mut Here<'_, 'a>, old: &mut Face<'a>, new: &mut Face<'a>) {
    if old.default != new.default {
        let (before, after) = (old.default.take(), new.default.take());
        let family = match (&before, &after) {
            (None, _) => &rules::DEFAULT_ADDED,
            (_, None) => &rules::DEFAULT_REMOVED,
            _ => &rules::DEFAULT_CHANGED,
        };
        here.say(family, change("default", before, after));
    }
    let (before, after) = (old.sunset.take(), new.sunset.take());
    match (old.is_deprecated, new.is_deprecated) {
        (false, true) => {
            let family = if after.is_some() { &rules::DEPRECATED_WITH_SUNSET } else { &rules::DEPRECATED };
            let message = "it is deprecated now".to_owned();
            here.say(family, Said { keyword: "deprecated", after, message, ..Said::default() });
        }
        (true, false) => {
            let message = "it is not deprecated any more".to_owned();
            here.say(&rules::REACTIVATED, Said { keyword: "deprecated", before, message, ..Said::default() });
        }
        (_, is) if before != after => {
            let family = if is && after.is_none() { &rules::SUNSET_DELETED } else { &rules::SUNSET_CHANGED };
            here.say(family, change("x-sunset", before, after));
        }
        _ => {}
    }
    new.is_deprecated = old.is_deprecated;
    let (before, after) = (std::mem::take(&mut old.extensions), std::mem::take(&mut new.extensions));
    for key in keys(&before, &after) {
        if before.get(key) != after.get(key) {
            here.say(&rules::EXTENSION_CHANGED, change(key, before.get(key).cloned(), after.get(key).cloned()));
        }
    }
}

fn keys<'a>(
    old: &std::collections::BTreeMap<&'a str, String>,
    new: &std::collections::BTreeMap<&'a str, String>,
) -> BTreeSet<&'a str> {
    old.keys().chain(new.keys()).copied().collect()
}

/// What no rule took.
fn left(here: &mut Here<'_, '_>, old: &Face<'_>, new: &Face<'_>) {
    for key in keys(&old.rest, &new.rest) {
        if old.rest.get(key) != new.rest.get(key) {
            here.unhandled(key, old.rest.get(key).cloned(), new.rest.get(key).cloned());
        }
    }
    let rest = |face: &Face<'_>| format!("{:?}", Face { rest: Default::default(), ..face.clone() });
    let (before, after) = (rest(old), rest(new));
    if before != after {
        here.unhandled("schema", Some(before), Some(after));
    }
}
