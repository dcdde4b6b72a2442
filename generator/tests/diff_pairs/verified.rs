//! Filled with the crates' own word.
