//! diff: what changed between two descriptions, on the wire and in the emitted crate; two verdicts that never become one.
//!
//! `wire` compares the two lowered documents as graphs of references, `rust` the two `Api`s (predicted) and the two
//! emitted crates (verified). What they find is joined to [`Report`], which the formats of `report` print and `gate` judges.
//! What is compared is matched by what it is on the wire (method and path, wire name), never by its Rust name.

pub mod accept;
pub mod changelog;
pub mod compare;
pub mod disk;
pub mod finding;
mod fingerprint;
pub mod gate;
pub mod inputs;
mod join;
pub mod process;
pub mod report;
pub mod rules;
pub mod rust;
pub mod version;
pub mod wire;

pub use compare::{Described, compare, compare_on};
pub use finding::{
    Bump, Direction, Finding, ItemChange, ItemKind, Level, MadeBy, OperationKey, Report, Rust, Side, Verified, Wire,
};
