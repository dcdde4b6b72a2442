//! What a change of one item asks of the crate's next version, by Cargo's rules (The Cargo Book, SemVer Compatibility).
//!
//! Structs and enums are `#[non_exhaustive]`, closed enums too: a new field or variant is minor. The structs of required
//! arguments are exhaustive: a new field is major.

use super::{behaviour::differing, surface::Item};
use crate::diff::finding::{Bump, ItemKind};

/// Of an item that is new, while what it comes with is not.
#[must_use]
pub fn of_added(item: &Item) -> Bump {
    let exhaustive = item.under.as_ref().is_some_and(|under| under.ends_with(" required"));
    if exhaustive && item.kind == ItemKind::Field { Bump::Major } else { Bump::Minor }
}

/// Of an item that is gone, while what it came with is not. Traits and features too: someone may rely on them.
#[must_use]
pub const fn of_removed() -> Bump {
    Bump::Major
}

/// Of an item that both sides have, documentation left out.
#[must_use]
pub fn of_changed(old: &Item, new: &Item) -> Bump {
    if is_moved(old, new) || old.kind != new.kind || is_behind_more(old, new) {
        return Bump::Major;
    }
    if !old.meaning.is_called_like(&new.meaning) {
        return Bump::Major;
    }
    if (new.deprecated && !old.deprecated) || old.features != new.features {
        return Bump::Minor;
    }
    let same = old.meaning.names_arguments_like(&new.meaning) && differing(&old.facts, &new.facts).is_empty();
    if same && old.deprecated == new.deprecated { Bump::None } else { Bump::Patch }
}

/// Whether users find it at another path, for a reason of its own.
#[must_use]
pub fn is_moved(old: &Item, new: &Item) -> bool {
    old.name != new.name || old.place != new.place
}

/// Whether some set of features that had it has it no more.
fn is_behind_more(old: &Item, new: &Item) -> bool {
    match (old.features.as_slice(), new.features.as_slice()) {
        (_, []) => false,
        ([], _) => true,
        (old, new) => old.iter().any(|feature| !new.contains(feature)),
    }
}
