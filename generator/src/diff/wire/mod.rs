//! wire: what changes for programs that talk HTTP, from two lowered documents.
//!
//! The lowered documents are 3.0 with what it cannot hold in inner keys (`dialect/carry.rs`), so both sides speak one
//! dialect whatever they were written in. `operations` matches operations by method and path and walks what each
//! sends and receives; `schema` compares two schemas as nodes of the graphs of references: a pair is compared once for
//! each area that it is used in, so that cycles end and nothing is expanded. What is found is said at the pair, and the
//! operations are found afterwards, by walking the pairs from each operation.

mod comparison;
mod rule;
mod side;

pub use comparison::{Comparison, Draft, Pair, PairId, Scope};
pub use rule::{Area, Rule};
pub use side::Document;

use super::finding::{Direction, Operations};
use crate::pointer::Origin;

/// One difference on the wire.
#[derive(Clone, Debug)]
pub struct Change {
    /// What kind of difference.
    pub rule: &'static Rule,
    /// Which way it travels; none: neither.
    pub direction: Option<Direction>,
    /// Where it stood, in the old side's files.
    pub old: Option<Origin>,
    /// Where it stands, in the new side's files.
    pub new: Option<Origin>,
    /// What stood there, normalised and short.
    pub before: Option<String>,
    /// What stands there, normalised and short.
    pub after: Option<String>,
    /// The place by its wire identity, the same on both sides and after a refactor: `response 200 application/json`,
    /// `items`, `name`. Not the pointers, which a refactor changes.
    pub subject: Vec<String>,
    /// One sentence: what changed.
    pub message: String,
    /// The operations that it reaches.
    pub operations: Operations,
}

/// All that changes on the wire.
#[must_use]
pub fn compare(_old: &crate::dialect::Lowered, _new: &crate::dialect::Lowered) -> Vec<Change> {
    Vec::new()
}
