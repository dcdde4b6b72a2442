//! The rewritten value becomes openapiv3's document, as a whole or object by object.

use indexmap::IndexMap;
use openapiv3::OpenAPI;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{check::Check, detect::Version, moves::Moves, path::Path, shape::Kind};
use crate::{
    diagnostic::{Code, Diagnostics},
    parallel,
};

/// Types the document. Should it not type although its form was checked, each object is typed alone, from the inside
/// out, and the smallest that fails is reported and left out.
pub(super) fn document(
    value: &mut Value,
    version: Version,
    moves: &mut Moves,
    diagnostics: &mut Diagnostics,
) -> Option<OpenAPI> {
    if let Ok(document) = in_parts(value) {
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

/// Types the document, its paths and schemas each by itself: they are nearly all of it, and may be typed at once.
fn in_parts(value: &mut Value) -> serde_json::Result<OpenAPI> {
    let paths = value.get_mut("paths").map(take).unwrap_or_default();
    let schemas = value.pointer_mut("/components/schemas").map(take).unwrap_or_default();
    let typed = with_parts(value, &paths, &schemas);
    // An object stays where none was taken from.
    for (section, taken) in [("/paths", paths), ("/components/schemas", schemas)] {
        if let Some(Value::Object(entries)) = value.pointer_mut(section)
            && entries.is_empty()
        {
            *entries = taken;
        }
    }
    typed
}

fn take(section: &mut Value) -> Map<String, Value> {
    section.as_object_mut().map(std::mem::take).unwrap_or_default()
}

fn with_parts(rest: &Value, paths: &Map<String, Value>, schemas: &Map<String, Value>) -> serde_json::Result<OpenAPI> {
    let (paths, extensions): (Vec<_>, Vec<_>) = paths.iter().partition(|(path, _)| path.starts_with('/'));
    let mut document = OpenAPI::deserialize(rest)?;
    document.paths.paths = each(&paths)?;
    let extensions = extensions.into_iter().filter(|(key, _)| key.starts_with("x-"));
    document.paths.extensions = extensions.map(|(key, value)| (key.clone(), value.clone())).collect();
    if let Some(components) = &mut document.components {
        components.schemas = each(&schemas.iter().collect::<Vec<_>>())?;
    }
    Ok(document)
}

fn each<T>(entries: &[(&String, &Value)]) -> serde_json::Result<IndexMap<String, T>>
where
    T: for<'de> Deserialize<'de> + Send,
{
    let typed = parallel::map(entries, |(key, value)| Ok(((*key).clone(), T::deserialize(*value)?)))?;
    Ok(typed.into_iter().collect())
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
