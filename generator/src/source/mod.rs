//! source: text becomes an ordered [`Value`], and a JSON pointer can be led back to its line and column.
//!
//! `read` takes bytes, `text` makes them UTF-8 with LF, `yaml` and `json` parse through the one visitor in `build`,
//! `marks` remembers where everything stands (only when somebody asks) and `locate` answers.

mod build;
mod events;
mod guard;
mod json;
mod json_marks;
mod locate;
mod marks;
pub mod position;
pub mod read;
mod text;
mod yaml;

use std::sync::OnceLock;

use serde_json::Value;

use crate::{
    diagnostic::{Code, Diagnostics},
    pointer::{FileId, Origin, Pointer},
    stack,
};

pub use locate::{Place, locate, locate_value, scalar_texts};
use marks::Marks;

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
    /// Where everything stands; filled when the first place is asked for.
    marks: OnceLock<Marks>,
}

impl Loaded {
    /// Drops what the texts say; where things stand in them can still be asked for.
    pub(crate) fn drop_values(&mut self) {
        self.files.iter_mut().for_each(|file| file.value = Value::Null);
    }
}

impl SourceFile {
    /// A file whose `text` says `value`.
    #[must_use]
    pub const fn new(name: String, text: String, value: Value) -> Self {
        Self { name, text, value, marks: OnceLock::new() }
    }

    fn marks(&self) -> &Marks {
        self.marks.get_or_init(|| Marks::of(&self.text))
    }
}

/// What went wrong while parsing, before it is said.
#[derive(Debug)]
struct Fault {
    code: Code,
    message: String,
    /// Over the code's own remedy.
    help: Option<&'static str>,
    /// 1-based line and column, in characters.
    position: Option<(usize, usize)>,
}

/// Parses one document.
///
/// Gives the document even when keys stand twice (the first counts, an error is reported), so that later stages can
/// say what else is wrong; gives nothing when the text cannot be parsed at all.
pub fn load(input: Input, diagnostics: &mut Diagnostics) -> Option<Loaded> {
    let parsed = text::decode(&input.bytes).and_then(|text| Ok((stack::deep(|| parse(&text))?, text)));
    match parsed {
        Ok((parsed, text)) => {
            let file = SourceFile::new(input.name, text, parsed.value);
            if parsed.duplicates {
                report_duplicates(&file, diagnostics);
            }
            Some(Loaded { files: vec![file] })
        }
        Err(fault) => {
            let said = diagnostics.report(fault.code, Origin::root(Pointer::root()), fault.message);
            said.position = fault.position;
            if let Some(help) = fault.help {
                help.clone_into(&mut said.help);
            }
            None
        }
    }
}

/// A parsed text.
#[derive(Debug)]
struct Parsed {
    value: Value,
    /// Some mapping has a key twice.
    duplicates: bool,
}

/// JSON when it begins like JSON and is JSON, YAML otherwise: every JSON text that serde_json refuses gets its second
/// chance as YAML, where trailing commas and comments are allowed.
fn parse(text: &str) -> Result<Parsed, Fault> {
    if !json::begins_like_json(text) {
        return yaml::parse(text);
    }
    match json::parse(text) {
        Err(fault) if fault.code == Code::SourceSyntax => match yaml::parse(text) {
            Err(_) if json::begins_strictly(text) => Err(fault),
            other => other,
        },
        other => other,
    }
}

/// The most duplicate keys that are reported.
const DUPLICATES: usize = 1000;

fn report_duplicates(file: &SourceFile, diagnostics: &mut Diagnostics) {
    let duplicates = file.marks().duplicates();
    let file_id = FileId(0);
    if duplicates.is_empty() {
        // The two parsers disagree about the text; the error must not get lost.
        diagnostics.report(Code::SourceDuplicateKey, Origin::root(Pointer::root()), "a key stands twice in a mapping");
    }
    for duplicate in duplicates.into_iter().take(DUPLICATES) {
        let (line, column) = duplicate.first;
        let message =
            format!("the key `{}` stands twice; first in line {line}, column {column}", duplicate.key.escape_debug());
        let origin = Origin { file: file_id, pointer: duplicate.pointer };
        let said = diagnostics.report(Code::SourceDuplicateKey, origin.clone(), message);
        said.related = Some(origin);
        said.position = Some(duplicate.second);
    }
}

#[cfg(test)]
mod tests;
