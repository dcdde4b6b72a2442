//! A small spec goes in, the model comes out: snapshots that show both. One topic each, through one helper.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod all_of;
mod calls;
mod calls_render;
mod carried;
mod check;
mod directions;
mod enums;
mod limits;
mod naming;
mod objects;
mod pruning;
mod recursion;
mod references;
mod render;
mod scalars;
mod stability;
mod unions;
