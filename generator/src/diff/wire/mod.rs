//! wire: what changes for programs that talk HTTP, from two lowered documents.
//!
//! The lowered documents are 3.0 with what it cannot hold in inner keys (`dialect/carry.rs`), so both sides speak one
//! dialect whatever they were written in. `operations` matches operations by method and path and walks what each
//! sends and receives; `schema` compares two schemas as nodes of the graphs of references: a pair is compared once for
//! each area that it is used in, so that cycles end and nothing is expanded. What is found is said at the pair, and the
//! operations are found afterwards, by walking the pairs from each operation.

mod body;
mod callbacks;
mod comparison;
mod components;
mod content;
mod document;
mod encoding;
mod headers;
mod lifecycle;
mod links;
mod node;
mod operation;
mod operations;
mod parameter;
mod parameters;
mod place;
mod responses;
mod rest;
mod rule;
mod rules;
pub mod schema;
mod schemes;
mod security;
mod servers;
mod shared;
mod show;
mod side;
mod tell;

pub use comparison::{Comparison, Draft, Pair, PairId, Scope};
pub use place::Place;
pub use rule::{Area, Rule};
pub use side::Document;

use jiff::civil::Date;

use super::finding::{Direction, Operations};
use crate::{dialect::Lowered, pointer::Origin};

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

/// All that differs on the wire. Whether the announced end of what was removed has passed is not asked.
#[must_use]
pub fn compare(old: &Lowered, new: &Lowered) -> Vec<Change> {
    compare_on(old, new, None)
}

/// As [`compare`], on a day: what is removed after its announced end breaks nobody.
#[must_use]
pub fn compare_on(old: &Lowered, new: &Lowered, today: Option<Date>) -> Vec<Change> {
    let mut comparison = Comparison::new(Document::new(old), Document::new(new));
    operations::compare_all(&mut comparison, today);
    schema::compare_all(&mut comparison);
    comparison.finish()
}

/// The rules of operations; those of schemas are in [`schema::rules`].
pub fn operation_rules() -> impl Iterator<Item = &'static Rule> {
    rules::all()
}

/// All rules of the wire.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    rules::all().chain(schema::rules::all())
}

impl Change {
    /// Adds the same change of another use.
    fn join(&mut self, other: Self) {
        self.direction = match (self.direction, other.direction) {
            (Some(one), Some(two)) => Some(one.and(two)),
            (one, two) => one.or(two),
        };
        if (other.subject.len(), &other.subject) < (self.subject.len(), &self.subject) {
            self.subject = other.subject;
        }
        self.operations.extend(other.operations);
    }
}
