//! A JSON pointer is led back to its line and column.

use super::{Loaded, SourceFile, events::Range, json, json_scalars, marks::Found};
use crate::pointer::{Origin, Pointer};

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// 1-based.
    pub line: usize,
    /// 1-based, in characters.
    pub column: usize,
    /// Of the first byte in the file's text.
    pub offset: usize,
    /// In bytes, within one line.
    pub len: usize,
}

/// The place of the node's key where it is an entry of a mapping, else of the node itself; the nearest parent's when
/// the text has no such node (a default, a rewritten part). `None` when the file is unknown or cannot be marked.
#[must_use]
pub fn locate(loaded: &Loaded, origin: &Origin) -> Option<Place> {
    place(loaded, origin, |found| found.key.unwrap_or(found.value))
}

/// As [`locate`], but the place of the value, also where it has a key.
#[must_use]
pub fn locate_value(loaded: &Loaded, origin: &Origin) -> Option<Place> {
    place(loaded, origin, |found| found.value)
}

fn place(loaded: &Loaded, origin: &Origin, part: impl Fn(Found) -> Range) -> Option<Place> {
    let file = loaded.files.get(origin.file.0)?;
    let mut pointer = origin.pointer.clone();
    loop {
        match file.marks().find(&pointer) {
            Some(found) => return in_text(file, part(found)),
            None => pointer = pointer.parent()?,
        }
    }
}

fn in_text(file: &SourceFile, range: Range) -> Option<Place> {
    let (line, column) = range.start;
    let offset = file.marks().offset(&file.text, range.start)?;
    let end = file.marks().offset(&file.text, range.end).unwrap_or(offset).max(offset);
    let shown = file.text.get(offset..end)?;
    // A report underlines one line; what goes on below it is its first line.
    let len = shown.split('\n').next().unwrap_or_default().trim_end().len();
    Some(Place { line, column, offset, len })
}

/// The source texts of unquoted scalars of the files, in the order of `origins`: `1.10` where the value says 1.1. `None`
/// where there is no such scalar.
#[must_use]
pub fn scalar_texts(loaded: &Loaded, origins: &[Origin]) -> Vec<Option<String>> {
    let mut texts = vec![None; origins.len()];
    for (id, file) in loaded.files.iter().enumerate() {
        let here: Vec<_> = origins.iter().enumerate().filter(|(_, origin)| origin.file.0 == id).collect();
        let pointers: Vec<_> = here.iter().map(|(_, origin)| &origin.pointer).collect();
        for ((index, _), text) in here.into_iter().zip(scalars_of(file, &pointers)) {
            if let Some(place) = texts.get_mut(index) {
                *place = text;
            }
        }
    }
    texts
}

/// Of JSON without its marks, which cost many times as much: a clean run asks for nothing else.
fn scalars_of(file: &SourceFile, pointers: &[&Pointer]) -> Vec<Option<String>> {
    if pointers.is_empty() {
        return Vec::new();
    }
    if json::begins_like_json(&file.text)
        && let Some(texts) = json_scalars::scalars(&file.text, pointers)
    {
        return texts;
    }
    let marks = file.marks();
    pointers.iter().map(|pointer| marks.plain_text(marks.find(pointer)?).map(str::to_owned)).collect()
}
