//! The Rust signature of an item, as text: what `inspect`, `explain` and the diff show.
