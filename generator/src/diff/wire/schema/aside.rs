//! Keywords that no type depends on: they narrow what is valid, and what stands in them is not looked into.

use std::collections::BTreeSet;

use super::{
    here::{Here, change},
    normal::Face,
    rules::{self, Family},
};

/// What a keyword is when it comes, goes, and is another; none: no rule knows.
type Row = (&'static str, &'static Family, &'static Family, Option<&'static Family>);

const ROWS: &[Row] = &[
    ("contains", &rules::CONTAINS_ADDED, &rules::CONTAINS_REMOVED, None),
    ("propertyNames", &rules::PROPERTY_NAMES_ADDED, &rules::PROPERTY_NAMES_REMOVED, None),
    ("dependentRequired", &rules::DEPENDENT_ADDED, &rules::DEPENDENT_REMOVED, Some(&rules::DEPENDENT_CHANGED)),
    ("contentSchema", &rules::CONTENT_SCHEMA_ADDED, &rules::CONTENT_SCHEMA_REMOVED, None),
    (
        "contentMediaType",
        &rules::CONTENT_TYPE_CHANGED,
        &rules::CONTENT_TYPE_CHANGED,
        Some(&rules::CONTENT_TYPE_CHANGED),
    ),
    (
        "contentEncoding",
        &rules::CONTENT_ENCODING_CHANGED,
        &rules::CONTENT_ENCODING_CHANGED,
        Some(&rules::CONTENT_ENCODING_CHANGED),
    ),
];

/// Explains the differences of these keywords.
pub fn compare<'a>(here: &mut Here<'_, 'a>, old: &mut Face<'a>, new: &mut Face<'a>) {
    let (old, new) = (std::mem::take(&mut old.aside), std::mem::take(&mut new.aside));
    let keys: BTreeSet<_> = old.keys().chain(new.keys()).copied().collect();
    for key in keys {
        let (before, after) = (old.get(&key).cloned(), new.get(&key).cloned());
        if before == after {
            continue;
        }
        let (keyword, name) = key;
        let row = ROWS.iter().find(|(known, ..)| *known == keyword);
        let family = match (row, &before, &after) {
            (Some((_, added, ..)), None, _) => Some(*added),
            (Some((_, _, removed, _)), _, None) => Some(*removed),
            (Some((.., changed)), ..) => *changed,
            // A condition that comes or goes with what it demands.
            (None, None, _) | (None, _, None) if keyword == "if" => continue,
            (None, ..) => None,
        };
        match family {
            Some(family) => {
                let mut said = change(keyword, before, after);
                said.member = Some(name).filter(|name| !name.is_empty());
                here.say(family, said);
            }
            None => here.unhandled(keyword, before, after),
        }
    }
}
