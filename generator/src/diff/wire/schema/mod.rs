//! schema: what changed in the schemas that operations send and receive.
//!
//! Two schemas in the same place are compared in normal form (`normal`), by rule: what each says by itself (`face`), its
//! properties (`members`), its alternatives (`choices`). Children become pairs of their own, compared once for each area,
//! so that cycles end and nothing is expanded.

mod aside;
mod bounds;
mod branches;
mod choices;
mod compare;
mod face;
mod here;
mod members;
mod normal;
mod normals;
mod parts;
pub mod rules;
mod shape;
mod types;
mod value;

pub use compare::compare_all;
