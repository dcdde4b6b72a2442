//! The wire verdict on schemas: every rule in both directions, refactors that say nothing, cycles, what no rule knows.

#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

/// As the program has it: what `size` measures is the program's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[path = "diff_schema/bounds.rs"]
mod bounds;
#[path = "diff_schema/choices.rs"]
mod choices;
#[path = "diff_schema/harness.rs"]
mod harness;
#[path = "diff_schema/members.rs"]
mod members;
#[path = "diff_schema/refactors.rs"]
mod refactors;
#[path = "diff_schema/size.rs"]
mod size;
#[path = "diff_schema/table.rs"]
mod table;
#[path = "diff_schema/values.rs"]
mod values;
