//! Two descriptions in, one report out.

use super::finding::Report;
use crate::{dialect::Lowered, model::Api, source::Loaded};

/// One side: what the stages made of a description.
#[derive(Clone, Copy, Debug)]
pub struct Described<'a> {
    /// As the user called it: `main:openapi.yaml`.
    pub name: &'a str,
    /// What `source` made.
    pub loaded: &'a Loaded,
    /// What `dialect` made.
    pub lowered: &'a Lowered,
    /// What `resolve` made.
    pub api: &'a Api,
}

/// All that the two differ in; the Rust verdict is predicted.
#[must_use]
pub fn compare(_old: Described<'_>, _new: Described<'_>) -> Report {
    todo!("the join of wire and rust")
}
