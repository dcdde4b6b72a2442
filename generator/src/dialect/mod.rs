//! dialect: any dialect's [`Value`] becomes a typed OpenAPI 3.0 document.
//!
//! The version is detected, source texts are restored where texts are expected, every object is given the form of
//! `shape`'s table, what openapiv3 would lose is carried in inner keys (`carry`), and the result is typed.

pub mod carry;
mod check;
mod detect;
mod forms;
mod moves;
mod path;
mod schema;
mod shape;
mod special;
mod texts;
mod typed;

use openapiv3::OpenAPI;
use serde_json::Value;

use crate::{
    diagnostic::{Code, Diagnostics},
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
    match detect(loaded, diagnostics)? {
        Version::V3_0 => {}
    }
    let (lowered, said) = stack::deep(|| {
        let mut said = Diagnostics::new();
        (lower_3_0(loaded, &mut said), said)
    });
    diagnostics.extend(said);
    lowered
}

fn lower_3_0(loaded: &Loaded, diagnostics: &mut Diagnostics) -> Option<Lowered> {
    let mut value = loaded.files.first()?.value.clone();
    texts::restore(loaded, &mut value);
    let mut check = Check { diagnostics, alone: false, lost: Vec::new(), moves: Moves::default() };
    let checked = check.object(Kind::Document, &mut value, &Path::Root);
    let lost = std::mem::take(&mut check.lost);
    let mut moves = std::mem::take(&mut check.moves);
    if let Err(reason) = checked {
        diagnostics.report(Code::DialectVersion, Path::Root.origin(), reason);
        return None;
    }
    if !lost.is_empty() {
        moves.then(special::quarantine_lost(&mut value, &lost, diagnostics));
    }
    let document = typed::document(&mut value, &mut moves, diagnostics)?;
    Some(Lowered { document, value, moves })
}

#[cfg(test)]
mod tests;
