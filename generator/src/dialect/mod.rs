//! dialect: any dialect's [`Value`] becomes a typed OpenAPI 3.0 document.

pub mod carry;

use openapiv3::OpenAPI;
use serde_json::Value;

use crate::{
    diagnostic::{Code, Diagnostics},
    pointer::{Origin, Pointer},
    source::Loaded,
};

/// The typed document.
#[derive(Clone, Debug)]
pub struct Lowered {
    /// What could be typed.
    pub document: OpenAPI,
    /// The rewritten value that it was typed from: every node that is in `document`, and what was quarantined.
    pub value: Value,
}

/// Types the document.
pub fn lower(loaded: &Loaded, diagnostics: &mut Diagnostics) -> Option<Lowered> {
    let value = loaded.files.first()?.value.clone();
    match serde_json::from_value(value.clone()) {
        Ok(document) => Some(Lowered { document, value }),
        Err(error) => {
            diagnostics.report(Code::DialectShape, Origin::root(Pointer::root()), error.to_string());
            None
        }
    }
}
