//! What no rule explains.

pub use crate::diff::wire::schema::rules::UNHANDLED;
