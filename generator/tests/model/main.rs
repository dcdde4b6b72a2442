//! A small spec goes in, the model comes out: snapshots that show both. One topic each, through one helper.

mod all_of;
mod check;
mod enums;
mod naming;
mod objects;
mod recursion;
mod references;
mod render;
mod scalars;
mod stability;
mod unions;
