//! Traits that hold for a type with all it contains.

use crate::model::Api;

/// Fills in [`TypeDef::traits`](crate::model::TypeDef::traits).
pub fn derive(_api: &mut Api) {}
