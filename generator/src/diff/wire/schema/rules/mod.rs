//! What is said of schemas: one family for each kind of change, with a rule for each area that it can be found in.
//!
//! Ids and levels are oasdiff's wherever it has the rule; where an area has none there, the id is made as its others are.

mod bounds;
mod family;
mod members;
mod shapes;

pub use bounds::{ALL as BOUNDS, Steps};
pub use family::{Effect, Family, Verdict};
pub use members::*;
pub use shapes::*;

use crate::diff::{
    finding::{Level, Wire},
    wire::Rule,
};

/// A difference that no other rule explains.
pub static UNHANDLED: Rule = Rule {
    id: "unhandled",
    level: Level::Warn,
    wire: Wire::Risky,
    rollout: false,
    help: "No rule knows what this means: look at both values.",
};

/// All rules for schemas.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let bounds = BOUNDS.iter().flat_map(|(_, steps)| steps.families());
    let families = bounds.chain(SHAPES.iter().copied());
    let shapes = families.flat_map(Family::rules).chain(OVERRIDES.iter().copied());
    let members = MEMBERS.iter().flat_map(|member| member.rules());
    shapes.chain(members).chain([&UNHANDLED])
}
