//! The rewritten value becomes openapiv3's document, as a whole or object by object.

use openapiv3::OpenAPI;
use serde::Deserialize;
use serde_json::Value;

use super::{check::Check, detect::Version, moves::Moves, path::Path, shape::Kind};
use crate::diagnostic::{Code, Diagnostics};

/// Types the document. Should it not type although its form was checked, each object is typed alone, from the inside
/// out, and the smallest that fails is reported and left out.
pub(super) fn document(
    value: &mut Value,
    version: Version,
    moves: &mut Moves,
    diagnostics: &mut Diagnostics,
) -> Option<OpenAPI> {
    if let Ok(document) = OpenAPI::deserialize(&*value) {
        return Some(document);
    }
    let mut check = Check { version, diagnostics, alone: true, lost: Vec::new(), moves: Moves::default() };
    let checked = check.object(Kind::Document, value, &Path::Root);
    moves.then(std::mem::take(&mut check.moves));
    match OpenAPI::deserialize(&*value) {
        Ok(document) => Some(document),
        Err(error) => {
            if checked.is_ok() {
                diagnostics.report(Code::DialectShape, Path::Root.origin(), plain(&error));
            }
            None
        }
    }
}

/// Types one object; says why it cannot be typed.
pub(super) fn alone(kind: Kind, value: &Value) -> Result<(), String> {
    match kind {
        Kind::Info => of::<openapiv3::Info>(value),
        Kind::Server => of::<openapiv3::Server>(value),
        Kind::PathItem => of::<openapiv3::PathItem>(value),
        Kind::Operation => of::<openapiv3::Operation>(value),
        Kind::Parameter => of::<openapiv3::Parameter>(value),
        Kind::RequestBody => of::<openapiv3::RequestBody>(value),
        Kind::MediaType => of::<openapiv3::MediaType>(value),
        Kind::Encoding => of::<openapiv3::Encoding>(value),
        Kind::Responses => of::<openapiv3::Responses>(value),
        Kind::Response => of::<openapiv3::Response>(value),
        Kind::Header => of::<openapiv3::Header>(value),
        Kind::Example => of::<openapiv3::Example>(value),
        Kind::Link => of::<openapiv3::Link>(value),
        Kind::Callback => of::<openapiv3::Callback>(value),
        Kind::Schema => of::<openapiv3::ReferenceOr<openapiv3::Schema>>(value),
        Kind::Tag => of::<openapiv3::Tag>(value),
        Kind::Components => of::<openapiv3::Components>(value),
        Kind::SecurityScheme => of::<openapiv3::SecurityScheme>(value),
        _ => Ok(()),
    }
}

fn of<T: for<'de> Deserialize<'de>>(value: &Value) -> Result<(), String> {
    T::deserialize(value).map(drop).map_err(|error| plain(&error))
}

fn plain(error: &serde_json::Error) -> String {
    format!("this does not have the form that OpenAPI states: {error}")
}
