//! dialect: any dialect's [`Value`] becomes a typed OpenAPI 3.0 document.
//!
//! The version is detected, source texts are restored where texts are expected, keys of the inner language are removed,
//! newer versions are rewritten step by step to 3.0 (`v3_2`, `v3_1`), every object is given the form of `shape`'s table,
//! what openapiv3 would lose is carried in inner keys (`carry`), and the result is typed. What is said in a step is said
//! at the places that the step found, and led back to the input by [`Moves`].

pub mod carry;
mod check;
mod detect;
mod forms;
mod moves;
mod path;
mod reserved;
mod schema;
mod shape;
mod special;
mod texts;
mod typed;
mod v3_1;
mod v3_2;

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
pub use moves::Moves;
use path::Path;
use shape::Kind;

/// The typed document.
#[derive(Clone, Debug)]
pub struct Lowered {
    /// What could be typed.
    pub document: OpenAPI,
    /// The rewritten value that it was typed from.
    pub value: Value,
    /// Where what moved up in a list stood in the input.
    pub moves: Moves,
}

/// Lowers the root document. `None`, with an error, when its version is not read or it is no OpenAPI document at all.
pub fn lower(loaded: &Loaded, diagnostics: &mut Diagnostics) -> Option<Lowered> {
    let version = detect(loaded, diagnostics)?;
    let (lowered, said) = stack::deep(|| {
        let mut said = Diagnostics::new();
        (lower_version(loaded, version, &mut said), said)
    });
    diagnostics.extend(said);
    lowered
}

/// Rewrites the document in place. What it says, it says at the places of the document that it was given; what it gives
/// leads from the places of the document that it leaves to these.
type Rewriting = fn(&mut Value, &mut Diagnostics) -> Places;

/// What makes a document of this version one of 3.0, in order.
const fn rewritings(version: Version) -> &'static [Rewriting] {
    match version {
        Version::V2_0 => &[],
        Version::V3_0 => &[v3_1::tolerate],
        Version::V3_1 => &[v3_1::restructure, v3_1::rewrite],
        Version::V3_2 => &[v3_2::restructure, v3_1::restructure, v3_2::rewrite, v3_1::rewrite],
    }
}

fn lower_version(loaded: &Loaded, version: Version, diagnostics: &mut Diagnostics) -> Option<Lowered> {
    let mut value = loaded.files.first()?.value.clone();
    let mut moves = Moves::default();
    texts::restore(loaded, &mut value);
    reserved::strip(&mut value, diagnostics);
    for rewriting in rewritings(version) {
        let mut said = Diagnostics::new();
        let places = rewriting(&mut value, &mut said);
        said.move_places(|origin| moves.unwritten(origin));
        diagnostics.extend(said);
        moves.rewrite(places);
    }
    let mut said = Diagnostics::new();
    let document = type_3_0(&mut value, version, &mut moves, &mut said);
    said.move_places(|origin| moves.unwritten(origin));
    diagnostics.extend(said);
    Some(Lowered { document: document?, value, moves })
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
        moves.then(special::quarantine_lost(value, &lost));
    }
    typed::document(value, version, moves, diagnostics)
}

#[cfg(test)]
mod tests;
