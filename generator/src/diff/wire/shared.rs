//! What is known of both documents before their operations are compared.

use std::collections::BTreeMap;

use super::{node::Node, operations::Operation, show::plain};
use crate::pointer::Pointer;

/// Names that may change without anything on the wire, by what they stand for.
#[derive(Debug, Default)]
pub(super) struct Shared {
    /// The old security schemes by name, with the new names of those that stand on both sides.
    schemes: BTreeMap<String, String>,
    /// The operations that links of the old document can name.
    pub(super) old_targets: Targets,
    /// The operations that links of the new document can name.
    pub(super) new_targets: Targets,
}

impl Shared {
    pub(super) fn new(old: &Node<'_>, new: &Node<'_>, operations: (&[Operation<'_>], &[Operation<'_>])) -> Self {
        let (mut gone, mut came) = (schemes(old), schemes(new));
        let mut matched = BTreeMap::new();
        gone.retain(|name, _| {
            let same = came.remove(name).is_some();
            if same {
                matched.insert((*name).to_owned(), (*name).to_owned());
            }
            !same
        });
        // Another name for the same scheme does not travel.
        for (name, scheme) in gone {
            let definition = plain(scheme.value);
            let same = came.iter().find(|(_, new)| plain(new.value) == definition);
            if let Some(renamed) = same.map(|(name, _)| *name) {
                came.remove(renamed);
                matched.insert(name.to_owned(), renamed.to_owned());
            }
        }
        let (old_targets, new_targets) = (Targets::of(operations.0), Targets::of(operations.1));
        Self { schemes: matched, old_targets, new_targets }
    }

    /// What an old security scheme is called in the new document; itself when it is gone.
    pub(super) fn new_name<'n>(&'n self, old: &'n str) -> &'n str {
        self.schemes.get(old).map_or(old, String::as_str)
    }

    /// The security schemes that stand on both sides: the old name, the new one.
    pub(super) fn schemes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.schemes.iter().map(|(old, new)| (old.as_str(), new.as_str()))
    }
}

fn schemes<'a>(root: &Node<'a>) -> BTreeMap<&'a str, Node<'a>> {
    root.below("components").below("securitySchemes").fields().into_iter().collect()
}

/// The operations that a link can name, as they are on the wire.
#[derive(Debug, Default)]
pub(super) struct Targets {
    by_id: BTreeMap<String, String>,
    by_place: BTreeMap<Pointer, String>,
}

impl Targets {
    fn of(operations: &[Operation<'_>]) -> Self {
        let mut targets = Self::default();
        for operation in operations {
            let wire = format!("{} {}", operation.key.method, operation.key.erased());
            if let Some(id) = operation.node.text("operationId") {
                targets.by_id.insert(id.to_owned(), wire.clone());
            }
            targets.by_place.insert(operation.node.at.clone(), wire);
        }
        targets
    }

    /// Where a link leads, by the method and the path: the name of an operation may change without it.
    pub(super) fn of_link(&self, link: &Node<'_>) -> String {
        let reference = link.text("operationRef").unwrap_or_default();
        let found = match link.text("operationId") {
            Some(id) => self.by_id.get(id),
            None => Pointer::of_reference(reference).and_then(|place| self.by_place.get(&place)),
        };
        found.cloned().unwrap_or_else(|| link.text("operationId").unwrap_or(reference).to_owned())
    }
}
