//! Bounds, `multipleOf` and patterns.

use std::collections::BTreeSet;

use super::{
    here::{Here, change},
    normal::{Face, Limit},
    rules,
    rules::{BOUNDS, Steps},
    value::Numeral,
};

/// Explains the differences of bounds.
pub fn compare<'a>(here: &mut Here<'_, 'a>, old: &mut Face<'a>, new: &mut Face<'a>) {
    let (before, after) = (std::mem::take(&mut old.bounds), std::mem::take(&mut new.bounds));
    for (keyword, _) in BOUNDS {
        if before.get(keyword) != after.get(keyword) {
            bound(here, keyword, before.get(keyword), after.get(keyword));
        }
    }
    multiples(here, old, new);
    patterns(here, old, new);
    if old.is_unique != new.is_unique {
        let family = if new.is_unique { &rules::UNIQUE_SET } else { &rules::UNIQUE_UNSET };
        let shown = |is: bool| is.then(|| "true".to_owned());
        here.say(family, change("uniqueItems", shown(old.is_unique), shown(new.is_unique)));
        old.is_unique = new.is_unique;
    }
}

fn bound(here: &mut Here<'_, '_>, keyword: &'static str, old: Option<&Limit>, new: Option<&Limit>) {
    let name = |limit: Option<&Limit>| match (keyword, limit.is_some_and(|limit| limit.is_exclusive)) {
        ("maximum", true) => "exclusiveMaximum",
        ("minimum", true) => "exclusiveMinimum",
        _ => keyword,
    };
    let number = |limit: Option<&Limit>| limit.map(|limit| limit.number.to_string());
    let mut said = change(name(new.or(old)), number(old), number(new));
    said.keyword = keyword;
    let family = match (old, new) {
        (Some(before), Some(after)) if before.number == after.number => {
            // The bound itself was excluded, or is.
            let flagged = if after.is_exclusive { name(new) } else { name(old) };
            said.message =
                format!("{} is {} now", before.number, if after.is_exclusive { "excluded" } else { "valid" });
            steps(flagged).map(|steps| if after.is_exclusive { &steps.set } else { &steps.unset })
        }
        (Some(before), Some(after)) => {
            let rose = after.number > before.number;
            steps(name(new)).map(|steps| if rose { &steps.increased } else { &steps.decreased })
        }
        (None, _) => steps(name(new)).map(|steps| &steps.set),
        (Some(_), None) => steps(name(old)).map(|steps| &steps.unset),
    };
    match family {
        Some(family) => here.say(family, said),
        None => here.unhandled(keyword, said.before, said.after),
    }
}

fn steps(keyword: &str) -> Option<&'static Steps> {
    BOUNDS.iter().find(|(known, _)| *known == keyword).map(|(_, steps)| steps)
}

fn multiples<'a>(here: &mut Here<'_, 'a>, old: &mut Face<'a>, new: &mut Face<'a>) {
    if old.multiples == new.multiples {
        return;
    }
    let (before, after) = (std::mem::take(&mut old.multiples), std::mem::take(&mut new.multiples));
    let factor = |multiples: &BTreeSet<Numeral>, of: &BTreeSet<Numeral>| {
        of.iter().all(|of| multiples.iter().any(|number| number.is_multiple_of(of)))
    };
    let family = match (before.is_empty(), after.is_empty()) {
        (true, _) => &rules::MULTIPLE_SET,
        (_, true) => &rules::MULTIPLE_UNSET,
        _ if factor(&before, &after) => &rules::MULTIPLE_GENERALIZED,
        _ if factor(&after, &before) => &rules::MULTIPLE_SPECIALIZED,
        _ => &rules::MULTIPLE_CHANGED,
    };
    let shown = |numbers: &BTreeSet<Numeral>| list(numbers.iter().map(ToString::to_string));
    here.say(family, change("multipleOf", shown(&before), shown(&after)));
}

fn patterns<'a>(here: &mut Here<'_, 'a>, old: &mut Face<'a>, new: &mut Face<'a>) {
    if old.patterns == new.patterns {
        return;
    }
    let (before, after) = (std::mem::take(&mut old.patterns), std::mem::take(&mut new.patterns));
    let family = match (before.is_empty(), after.is_empty()) {
        (true, _) => &rules::PATTERN_ADDED,
        (_, true) => &rules::PATTERN_REMOVED,
        _ if after.iter().all(|pattern| matches!(*pattern, "" | ".*" | "^.*$")) => &rules::PATTERN_GENERALIZED,
        _ => &rules::PATTERN_CHANGED,
    };
    let shown = |patterns: &BTreeSet<&str>| list(patterns.iter().map(|pattern| format!("`{pattern}`")));
    here.say(family, change("pattern", shown(&before), shown(&after)));
}

/// What is listed, in one line; `None`: nothing.
pub fn list(items: impl Iterator<Item = String>) -> Option<String> {
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| items.join(", "))
}
