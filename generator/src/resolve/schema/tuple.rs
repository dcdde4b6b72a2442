//! Tuples: lists in which each place has a schema of its own.
//!
//! Who lists places without saying how many must be there means all of them. Where some may be missing, or more may
//! follow, no tuple of Rust reads every such list: then it is a list, the items of which have one of the types.

use super::{Context, Part, SchemaRef, View, view::Choice};
use crate::{
    model::TypeRef,
    pointer::{At, Origin},
};

impl<'a> Context<'a> {
    /// The tuple that a list is.
    pub(super) fn tuple_type(&mut self, view: &View<'a>) -> Option<TypeRef> {
        let places = view.places?;
        let [items] = view.items.as_slice() else { return None };
        let parts = listed(items)?;
        let whole = places.least == 0 || places.least >= parts.len();
        if places.rest || !whole || !(2..=TypeRef::LONGEST_TUPLE).contains(&parts.len()) {
            return None;
        }
        let types = parts.iter().enumerate().map(|(index, (node, origin))| {
            let hint = view.hint.join(format!("Item {}", index + 1));
            self.type_ref(&At::new(*node, origin.clone()), &hint)
        });
        Some(TypeRef::Tuple(types.collect()))
    }
}

/// The schemas of the places, which stand as alternatives.
fn listed<'a>(items: &Part<'a>) -> Option<Vec<(SchemaRef<'a>, Origin)>> {
    let SchemaRef::Item(item) = items.schema.node else { return None };
    let view = View::read(&At::new(item, items.schema.origin.clone()), &items.hint);
    let [Choice { options, .. }] = view.choices.as_slice() else { return None };
    Some(options.iter().map(|part| (part.schema.node, part.schema.origin.clone())).collect())
}
