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
    /// Swagger 2.0.
    V2_0,
    /// 3.0.x.
    V3_0,
    /// 3.1.x.
    V3_1,
    /// 3.2.x.
    V3_2,
}

impl Version {
    /// As a sentence names it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::V2_0 => "Swagger 2.0",
            Self::V3_0 => "OpenAPI 3.0",
            Self::V3_1 => "OpenAPI 3.1",
            Self::V3_2 => "OpenAPI 3.2",
        }
    }

    fn of(key: &str, text: &str) -> Option<Self> {
        let is =
            |version: &str| text == version || text.strip_prefix(version).is_some_and(|rest| rest.starts_with('.'));
        match key {
            "swagger" if is("2.0") => Some(Self::V2_0),
            "openapi" if is("3.0") => Some(Self::V3_0),
            "openapi" if is("3.1") => Some(Self::V3_1),
            "openapi" if is("3.2") => Some(Self::V3_2),
            _ => None,
        }
    }
}

/// The version of the root document; `None`, with an error, when it is none that is read.
pub(super) fn detect(loaded: &Loaded, diagnostics: &mut Diagnostics) -> Option<Version> {
    let file = loaded.files.first()?;
    let Value::Object(document) = &file.value else {
        let said = refuse(diagnostics, Pointer::root(), "the document is no mapping".to_owned());
        if file.text.trim_start().starts_with('<') {
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
    let version = Version::of(key, &text);
    if version.is_none() {
        let message = format!("version `{}` of OpenAPI is not known", text.escape_debug());
        diagnostics.report(Code::DialectVersion, Origin::root(pointer), message).help =
            "state the version as `openapi: 3.1.1`".to_owned();
    }
    version
}

fn refuse(diagnostics: &mut Diagnostics, pointer: Pointer, message: String) -> &mut Diagnostic {
    diagnostics.report(Code::DialectVersion, Origin::root(pointer), message)
}
