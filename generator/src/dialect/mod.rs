//! dialect: any dialect's [`Value`] becomes a typed OpenAPI 3.0 document.
//!
//! The version is detected, source texts are restored where texts are expected, keys of the inner language are removed,
//! other versions are rewritten step by step to 3.0 (`v3_2`, `v3_1`; `v2_0`), every object is given the form of
//! `shape`'s table, what openapiv3 would lose is carried in inner keys (`carry`), and the result is typed. What is said in a step is said
//! at the places that the step found, and led back to the input by [`Moves`].

pub mod carry;
mod check;
mod detect;
pub mod formats;
mod forms;
mod heirs;
pub mod knobs;
mod moves;
mod path;
mod reserved;
mod rewriter;
mod schema;
mod shape;
mod special;
mod texts;
mod typed;
mod v2_0;
mod v3_1;
mod v3_2;

use std::collections::BTreeSet;

use openapiv3::OpenAPI;
use serde_json::Value;

use crate::{
    diagnostic::{Code, Diagnostics},
    pointer::Places,
    source::Loaded,
    stack,
};
use check::Check;
use detect::{Version, detect};
use knobs::{Applied, Knob};
pub use moves::Moves;
use path::Path;
use shape::Kind;

/// Whether a header is none of an operation's parameters, whatever a description says: other means state it (OpenAPI
/// 3.0.3, Parameter Object: "shall be ignored").
#[must_use]
pub fn is_ignored_header(name: &str) -> bool {
    ["accept", "content-type", "authorization"].iter().any(|ignored| name.eq_ignore_ascii_case(ignored))
}

/// The typed document.
#[derive(Clone, Debug)]
pub struct Lowered {
    /// What could be typed.
    pub document: OpenAPI,
    /// The rewritten value that it was typed from.
    pub value: Value,
    /// Where what moved stood in the files.
    pub moves: Moves,
    /// What overrides and extensions change against what the description says otherwise; places are those of the files.
    pub knobs: Vec<Applied>,
    /// See [`Loaded::unresolved`].
    pub unresolved: BTreeSet<String>,
}

/// Lowers the root document. `None`, with an error, when its version is not read or it is no OpenAPI document at all.
pub fn lower(loaded: &Loaded, diagnostics: &mut Diagnostics) -> Option<Lowered> {
    lower_with(loaded, &[], diagnostics)
}

/// As [`lower`], with overrides.
pub fn lower_with(loaded: &Loaded, knobs: &[Knob], diagnostics: &mut Diagnostics) -> Option<Lowered> {
    let version = detect(loaded, diagnostics)?;
    let (lowered, said) = stack::deep(|| {
        let mut said = Diagnostics::new();
        (lower_version(loaded, loaded.document.clone(), version, knobs, &mut said), said)
    });
    diagnostics.extend(said);
    lowered
}

/// As [`lower_with`], of a document that nobody needs afterwards: a copy of a large one is not for nothing. The caller's
/// stack must be a deep one.
pub(crate) fn lower_taking(loaded: &mut Loaded, knobs: &[Knob], diagnostics: &mut Diagnostics) -> Option<Lowered> {
    let version = detect(loaded, diagnostics)?;
    let value = std::mem::take(&mut loaded.document);
    lower_version(loaded, value, version, knobs, diagnostics)
}

/// Rewrites the document in place. What it says, it says at the places of the document that it was given; what it gives
/// leads from the places of the document that it leaves to these.
type Rewriting = fn(&mut Value, &mut Diagnostics) -> Places;

/// What makes a document of this version one of 3.0, in order.
const fn rewritings(version: Version) -> &'static [Rewriting] {
    match version {
        Version::V2_0 => &[v2_0::rewrite, heirs::rewrite],
        Version::V3_0 => &[v3_1::copy_contents, v3_1::follow, v3_1::tolerate, heirs::rewrite],
        Version::V3_1 => &[
            v3_1::copy_contents,
            v3_1::copy_path_items,
            v3_1::restructure,
            v3_1::follow,
            v3_1::rewrite,
            heirs::rewrite,
        ],
        Version::V3_2 => &[
            v3_2::copy_contents,
            v3_1::copy_path_items,
            v3_2::rewrite,
            v3_2::split_methods,
            v3_1::restructure,
            v3_1::follow,
            v3_1::rewrite,
            heirs::rewrite,
        ],
    }
}

fn lower_version(
    loaded: &Loaded,
    mut value: Value,
    version: Version,
    knobs: &[Knob],
    diagnostics: &mut Diagnostics,
) -> Option<Lowered> {
    let mut moves = Moves::default();
    moves.rewrite(loaded.places.clone());
    texts::restore(loaded, &mut value, &moves);
    let mut said = Diagnostics::new();
    reserved::strip(&mut value, &mut said);
    let mut applied = knobs::apply(&mut value, knobs, &mut said);
    applied.iter_mut().for_each(|applied| applied.origin = moves.unwritten(&applied.origin));
    moves.say(said, diagnostics);
    for rewriting in rewritings(version) {
        let mut said = Diagnostics::new();
        let places = rewriting(&mut value, &mut said);
        moves.say(said, diagnostics);
        moves.rewrite(places);
    }
    if version == Version::V2_0 {
        // Its texts stand where those of 3.0 do only now.
        texts::restore(loaded, &mut value, &moves);
    }
    let mut said = Diagnostics::new();
    let document = type_3_0(&mut value, version, &mut moves, &mut said);
    moves.say(said, diagnostics);
    Some(Lowered { document: document?, value, moves, knobs: applied, unresolved: loaded.unresolved.clone() })
}

/// Types a document of 3.0; says what it says at the places of the rewritten document.
fn type_3_0(value: &mut Value, version: Version, moves: &mut Moves, diagnostics: &mut Diagnostics) -> Option<OpenAPI> {
    let mut check = Check { version, diagnostics, alone: false, lost: Vec::new(), moves: Moves::default() };
    let checked = check.object(Kind::Document, value, &Path::Root);
    let lost = std::mem::take(&mut check.lost);
    moves.then(std::mem::take(&mut check.moves));
    if let Err(reason) = checked {
        diagnostics.report(Code::DialectVersion, Path::Root.origin(), reason);
        return None;
    }
    if !lost.is_empty() {
        moves.then(special::quarantine_lost(value, &lost, diagnostics));
    }
    typed::document(value, version, moves, diagnostics)
}

#[cfg(test)]
mod tests;
