//! The predicted Rust verdict and its join with the wire: the public face against emitted crates, item by item; one test for
//! each row of the matrix; renames, behaviour, fingerprints, order.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "diff_rust/emitted.rs"]
mod emitted;
#[path = "diff_rust/face.rs"]
mod face;
#[path = "diff_rust/identity.rs"]
mod identity;
#[path = "diff_rust/join.rs"]
mod join;
#[path = "diff_rust/matrix.rs"]
mod matrix;
#[path = "diff_rust/pair.rs"]
mod pair;
#[path = "diff_rust/tables.rs"]
mod tables;
