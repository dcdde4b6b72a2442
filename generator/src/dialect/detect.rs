//! Which version of OpenAPI a document is written in.

use serde_json::Value;

use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics},
    pointer::{Origin, Pointer},
    source::{Loaded, scalar_texts},
};

/// A version that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// 3.0.x.
    V3_0,
}

/// The version of the root document; `None`, with an error, when it is none that is read.
pub(super) fn detect(loaded: &Loaded, diagnostics: &mut Diagnostics) -> Option<Version> {
    let Value::Object(document) = &loaded.document else {
        let said = refuse(diagnostics, Pointer::root(), "the document is no mapping".to_owned());
        if loaded.files.first().is_some_and(|file| file.text.trim_start().starts_with('<')) {
            said.help = "this looks like a web page or XML; save the description itself, as YAML or JSON".to_owned();
        }
        return None;
    };
    let Some(key) = ["openapi", "swagger"].into_iter().find(|key| document.contains_key(*key)) else {
        refuse(diagnostics, Pointer::root(), "the document has no `openapi` key that states its version".to_owned());
        return None;
    };
    let pointer = Pointer::root().join(key);
    let text = match document.get(key) {
        Some(Value::String(text)) => Some(text.clone()),
        _ => scalar_texts(loaded, std::slice::from_ref(&pointer)).into_iter().flatten().next(),
    };
    let text = text.unwrap_or_default();
    if key == "openapi" && (text == "3.0" || text.starts_with("3.0.")) {
        return Some(Version::V3_0);
    }
    let known = (key == "swagger" && text == "2.0")
        || (key == "openapi"
            && ["3.1", "3.2"].iter().any(|minor| text == *minor || text.starts_with(&format!("{minor}."))));
    let (said, help) = if known {
        ("is not read yet", "convert the document to OpenAPI 3.0.3 first")
    } else {
        ("is not known", "state the version as `openapi: 3.0.3`")
    };
    let message = format!("version `{}` of OpenAPI {said}", text.escape_debug());
    diagnostics.report(Code::DialectVersion, Origin::root(pointer), message).help = help.to_owned();
    None
}

fn refuse(diagnostics: &mut Diagnostics, pointer: Pointer, message: String) -> &mut Diagnostic {
    diagnostics.report(Code::DialectVersion, Origin::root(pointer), message)
}
