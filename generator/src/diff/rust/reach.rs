//! Which operations send or receive a type.

use std::{cell::RefCell, collections::BTreeMap};

use super::surface::Reach;
use crate::{
    diff::finding::{OperationKey, Operations},
    model::{Api, ResourceId, TypeId, TypeRef},
};

/// Walks from a type to the operations; only for what changed.
pub(super) struct Reached<'a> {
    api: &'a Api,
    /// For each type the types that hold it.
    holders: Vec<Vec<usize>>,
    /// For each type the operations and webhooks whose own it is.
    users: Vec<Vec<usize>>,
    keys: Vec<OperationKey>,
    known: RefCell<BTreeMap<usize, Operations>>,
}

impl<'a> Reached<'a> {
    /// The operations are called as `keys` says, which has all of them, in order.
    pub(super) fn new(api: &'a Api, mut keys: Vec<OperationKey>) -> Self {
        let mut holders = vec![Vec::new(); api.types.len()];
        for (index, def) in api.types.iter().enumerate() {
            for id in def.parts().into_iter().flat_map(TypeRef::named) {
                push(&mut holders, id, index);
            }
        }
        let mut users = vec![Vec::new(); api.types.len()];
        for (index, operation) in api.operations.iter().enumerate() {
            operation.types().flat_map(TypeRef::named).for_each(|id| push(&mut users, id, index));
        }
        for webhook in &api.webhooks {
            webhook.body.iter().flat_map(TypeRef::named).for_each(|id| push(&mut users, id, keys.len()));
            keys.push(OperationKey { method: "WEBHOOK".to_owned(), path: webhook.name.clone() });
        }
        Self { api, holders, users, keys, known: RefCell::default() }
    }

    /// The operations that an item matters to.
    pub(super) fn operations(&self, reach: Reach) -> Operations {
        match reach {
            Reach::All => self.keys.iter().filter(|key| key.method != "WEBHOOK").cloned().collect(),
            Reach::Operation(id) => self.keys.get(id.0).cloned().into_iter().collect(),
            Reach::Resource(id) => self.of_resource(id),
            Reach::Type(id) => self.of_type(id),
            Reach::Nothing => Operations::new(),
        }
    }

    fn of_resource(&self, id: ResourceId) -> Operations {
        let operations = self.api.resource(id).operations.iter();
        operations.filter_map(|id| self.keys.get(id.0).cloned()).collect()
    }

    fn of_type(&self, id: TypeId) -> Operations {
        if let Some(known) = self.known.borrow().get(&id.0) {
            return known.clone();
        }
        let mut seen = vec![false; self.holders.len()];
        let (mut open, mut found) = (vec![id.0], Operations::new());
        while let Some(index) = open.pop() {
            if seen.get_mut(index).is_none_or(|seen| std::mem::replace(seen, true)) {
                continue;
            }
            let users = self.users.get(index).into_iter().flatten();
            found.extend(users.filter_map(|user| self.keys.get(*user).cloned()));
            open.extend(self.holders.get(index).into_iter().flatten());
        }
        self.known.borrow_mut().insert(id.0, found.clone());
        found
    }
}

fn push(lists: &mut [Vec<usize>], id: TypeId, index: usize) {
    if let Some(list) = lists.get_mut(id.0) {
        list.push(index);
    }
}
