//! Operations.

use super::{Context, resource::Resources};
use crate::model::{Auth, Operation};

/// All operations, in the spec's order. Fills in the resources, and what of [`Auth`] depends on the operations.
pub fn resolve_operations(_cx: &mut Context<'_>, _auth: &mut Auth, _resources: &mut Resources) -> Vec<Operation> {
    Vec::new()
}
