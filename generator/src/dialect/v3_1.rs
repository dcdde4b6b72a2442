//! OpenAPI 3.1 becomes 3.0: whole parts are put where 3.0 has them (`document`, `path_items`, `webhooks`), references are
//! made plain pointers to components (`references`, `hoist`), and every schema is said in the keywords of 3.0 (`schemas`).

mod contents;
mod document;
mod hoist;
mod members;
mod null;
mod parts;
pub(super) mod path_items;
mod references;
mod schemas;
mod types;
mod values;

use serde_json::Value;

use super::{detect::Version, path::Path, rewriter::Rewriter};
use crate::{diagnostic::Diagnostics, pointer::Places, source::position::Position};

pub(super) use references::rewrite as follow;

/// Copies media types to where a reference stands for them.
pub(super) fn copy_contents(document: &mut Value, diagnostics: &mut Diagnostics) -> Places {
    copy_contents_of(Version::V3_1, document, diagnostics)
}

/// The same, by what references the version has itself.
pub(super) fn copy_contents_of(version: Version, document: &mut Value, diagnostics: &mut Diagnostics) -> Places {
    let mut rewriter = Rewriter::new(version, diagnostics);
    contents::copy_in(&mut rewriter, document);
    rewriter.into_places()
}

/// Copies path items to where they are referred to.
pub(super) fn copy_path_items(document: &mut Value, diagnostics: &mut Diagnostics) -> Places {
    let mut rewriter = Rewriter::new(Version::V3_1, diagnostics);
    path_items::copy_in(&mut rewriter, document);
    rewriter.into_places()
}

/// Puts what the document has beside schemas where 3.0 has it.
pub(super) fn restructure(document: &mut Value, diagnostics: &mut Diagnostics) -> Places {
    let mut rewriter = Rewriter::new(Version::V3_1, diagnostics);
    document::rewrite(&mut rewriter, document);
    rewriter.into_places()
}

/// Says every schema in the keywords of 3.0.
pub(super) fn rewrite(document: &mut Value, diagnostics: &mut Diagnostics) -> Places {
    schemas_of(Version::V3_1, document, diagnostics)
}

/// Reads the keywords of 3.1 in a document of 3.0, and says that they are not of 3.0.
pub(super) fn tolerate(document: &mut Value, diagnostics: &mut Diagnostics) -> Places {
    schemas_of(Version::V3_0, document, diagnostics)
}

fn schemas_of(version: Version, document: &mut Value, diagnostics: &mut Diagnostics) -> Places {
    let mut rewriter = Rewriter::new(version, diagnostics);
    schemas::walk(&mut rewriter, Position::Document, document, &Path::Root);
    let places = rewriter.into_places();
    references::restore(document, &places);
    places
}

#[cfg(test)]
mod tests;
