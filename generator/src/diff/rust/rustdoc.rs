//! rustdoc: the public face of a crate, read from rustdoc's JSON.

mod face;
mod impls;
mod items;
pub(crate) mod json;
mod names;
pub(crate) mod text;

use std::fmt;

pub use face::{Argument, Entry, Face, Facts, Key};
pub use json::COMPILER;
pub use names::{Names, is_std};

/// A crate as rustdoc saw it.
#[derive(Debug)]
pub struct Document {
    /// All items by number.
    pub(crate) items: json::Crate,
    /// The paths of what is public.
    pub names: Names,
    /// What is public.
    pub face: Face,
}

/// Why a document cannot be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum Unreadable {
    /// It is of a format that this program was not tried on: part of it would be read wrongly.
    Format(u32),
    /// It is not of the form that its format has.
    Form(serde_json::Error),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format(format) => {
                let known: Vec<String> = json::FORMATS.iter().map(u32::to_string).collect();
                write!(f, "rustdoc writes its JSON in format {format}; known is {}", known.join(", "))
            }
            Self::Form(error) => write!(f, "rustdoc's JSON is not of the form that is known: {error}"),
        }
    }
}

impl std::error::Error for Unreadable {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Format(_) => None,
            Self::Form(error) => Some(error),
        }
    }
}

/// Reads a document of rustdoc.
///
/// # Errors
/// [`Unreadable`], before anything of an unknown format is believed.
pub fn read(json: &[u8]) -> Result<Document, Unreadable> {
    let head: json::Head = serde_json::from_slice(json).map_err(Unreadable::Form)?;
    if !json::FORMATS.contains(&head.format_version) {
        return Err(Unreadable::Format(head.format_version));
    }
    let items: json::Crate = serde_json::from_slice(json).map_err(Unreadable::Form)?;
    let names = Names::of(&items);
    let face = face::face(&items, &names);
    Ok(Document { items, names, face })
}
