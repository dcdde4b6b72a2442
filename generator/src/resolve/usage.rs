//! Directions: which types are sent, which are received, and what follows for read-only and write-only properties.

use super::schema::Access;
use crate::model::Api;

/// Fills in [`TypeDef::usage`](crate::model::TypeDef::usage).
pub fn propagate(_api: &mut Api, _access: &Access) {}
