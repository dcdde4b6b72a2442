//! The rules of operations, one table for each area. Their ids are the stable part; see [`Rule`].

use super::Rule;

/// Makes the statics of a table and the list of them. A row: its name, its id, oasdiff's level, the wire verdict, why or
/// what to do, and `rollout` where a new client fails with an old server.
macro_rules! table {
    ($($name:ident $id:literal $level:ident $wire:ident $help:literal $($rollout:ident)?;)*) => {
        $(pub static $name: $crate::diff::wire::Rule = $crate::diff::wire::Rule {
            id: $id,
            level: $crate::diff::finding::Level::$level,
            wire: $crate::diff::finding::Wire::$wire,
            rollout: table!(@ $($rollout)?),
            help: $help,
        };)*
        /// All of this table.
        pub static ALL: &[&$crate::diff::wire::Rule] = &[$(&$name),*];
    };
    (@ rollout) => { true };
    (@) => { false };
}

pub(super) mod components;
pub(super) mod content;
pub(super) mod extensions;
pub(super) mod lifecycle;
pub(super) mod links;
pub(super) mod other;
pub(super) mod parameters;
pub(super) mod paths;
pub(super) mod responses;
pub(super) mod schemes;
pub(super) mod security;
pub(super) mod servers;
pub(super) mod webhooks;

/// All rules of operations but [`other::UNHANDLED`], which is that of schemas too.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let tables = [
        paths::ALL,
        lifecycle::ALL,
        parameters::ALL,
        content::ALL,
        responses::ALL,
        links::ALL,
        webhooks::ALL,
        security::ALL,
        schemes::ALL,
        servers::ALL,
        components::ALL,
        extensions::ALL,
    ];
    tables.into_iter().flatten().copied()
}
