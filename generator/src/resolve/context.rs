//! What all passes share.

use std::collections::BTreeSet;

use openapiv3::OpenAPI;
use serde_json::Value;

use super::{docs::Canonical, extensions::Said, names::Pins, schema::Types};
use crate::{
    config::Config,
    diagnostic::{Code, Diagnostics},
    dialect::Lowered,
    model::{Envelope, Fallback, Skipped, TypeRef},
    pointer::Origin,
};

/// The document, the choices, and all that is collected on the way.
#[derive(Debug)]
pub struct Context<'a> {
    /// What could be typed.
    pub document: &'a OpenAPI,
    /// The value that it was typed from.
    pub value: &'a Value,
    /// References that were reported before: they lead nowhere.
    pub unresolved: &'a BTreeSet<String>,
    /// The choices.
    pub config: &'a Config,
    /// What is said about the input.
    pub diagnostics: &'a mut Diagnostics,
    /// The types made so far; ask for one through [`Context::type_ref`].
    pub types: Types<'a>,
    /// The descriptions that were read so far.
    pub docs: Canonical<'a>,
    /// The envelope in force, known before operations are resolved.
    pub envelope: Option<Envelope>,
    /// Which synonyms of extensions were named.
    pub said: Said,
    /// Names that the spec pins.
    pub pins: Pins,
    /// Schemas that became `serde_json::Value`.
    pub fallbacks: Vec<Fallback>,
    /// Constructs that the crate does not have.
    pub skipped: Vec<Skipped>,
    /// Operations that are left out because the description says so.
    pub ignored: usize,
}

impl<'a> Context<'a> {
    /// Nothing resolved yet.
    pub fn new(lowered: &'a Lowered, config: &'a Config, diagnostics: &'a mut Diagnostics) -> Self {
        Self {
            document: &lowered.document,
            value: &lowered.value,
            unresolved: &lowered.unresolved,
            config,
            diagnostics,
            types: Types::default(),
            docs: Canonical::default(),
            envelope: None,
            said: Said::default(),
            pins: Pins::default(),
            fallbacks: Vec::new(),
            skipped: Vec::new(),
            ignored: 0,
        }
    }

    /// Says that the schema at `origin` becomes `serde_json::Value`, and why; gives that type.
    pub fn untyped(&mut self, origin: &Origin, reason: impl Into<String>) -> TypeRef {
        self.fall_back(Code::SchemaUntyped, origin, reason)
    }

    /// As [`Context::untyped`], under another code.
    pub fn fall_back(&mut self, code: Code, origin: &Origin, reason: impl Into<String>) -> TypeRef {
        let reason = reason.into();
        self.diagnostics.report(code, origin.clone(), reason.clone());
        self.fallbacks.push(Fallback { origin: origin.clone(), reason });
        TypeRef::Json
    }
}
