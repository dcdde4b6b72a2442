//! swaps: arguments of one function that changed places while calls still compile, as far as names say so.

use std::collections::BTreeMap;

use super::{
    behaviour,
    rustdoc::{Argument, Face},
};

/// What each function's arguments say, by its path.
pub type Swaps = BTreeMap<String, String>;

/// The functions of both faces that take the same types in the same order, under names that changed places.
#[must_use]
pub fn swaps(old: &Face, new: &Face) -> Swaps {
    let both = old.iter().filter_map(|(key, before)| Some((key, before, new.get(key)?)));
    let noted = both.filter_map(|(key, before, after)| {
        let notes = notes(&before.facts.arguments, &after.facts.arguments);
        (!notes.is_empty()).then(|| (key.path.clone(), notes.join("; ")))
    });
    noted.collect()
}

/// A name that is new says nothing; one that stood elsewhere says that the values did.
fn notes(old: &[Argument], new: &[Argument]) -> Vec<String> {
    if !old.iter().map(|argument| &argument.exact).eq(new.iter().map(|argument| &argument.exact)) {
        return Vec::new();
    }
    let stood = |name: &str| old.iter().any(|argument| argument.name == name);
    let pairs = old.iter().zip(new).enumerate();
    let moved = pairs.filter(|(_, (before, after))| before.name != after.name && stood(&after.name));
    moved
        .map(|(place, (before, after))| behaviour::of_argument(place, &before.name, &after.name, &after.shown))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(old: &[(&str, &str)], new: &[(&str, &str)]) -> usize {
        let side = |list: &[(&str, &str)]| -> Vec<_> {
            let argument = |(name, ty): &(&str, &str)| Argument {
                name: (*name).to_owned(),
                shown: (*ty).to_owned(),
                exact: (*ty).to_owned(),
            };
            list.iter().map(argument).collect()
        };
        notes(&side(old), &side(new)).len()
    }

    #[test]
    fn names_that_changed_places_are_told_from_new_names() {
        let old = [("from", "&str"), ("to", "&str"), ("amount", "i64")];
        assert_eq!(noted(&old, &[("to", "&str"), ("from", "&str"), ("amount", "i64")]), 2);
        assert_eq!(noted(&old, &[("source", "&str"), ("to", "&str"), ("sum", "i64")]), 0, "mere names");
        assert_eq!(
            noted(&old, &[("to", "&str"), ("note", "&str"), ("amount", "i64")]),
            1,
            "one went, one took its place"
        );
        assert_eq!(noted(&old, &[("to", "&str"), ("amount", "i64"), ("from", "&str")]), 0, "the compiler says so");
    }
}
