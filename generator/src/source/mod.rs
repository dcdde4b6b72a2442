//! source: text becomes an ordered [`Value`], and a JSON pointer can be led back to its line and column.
//!
//! `read` takes bytes, `text` makes them UTF-8 with LF, `yaml` and `json` parse through the one visitor in `build`,
//! `marks` remembers where everything stands (only when somebody asks) and `locate` answers.

mod build;
mod events;
mod guard;
mod join;
mod json;
mod json_marks;
mod json_scalars;
mod library;
mod locate;
mod marks;
mod overlay;
pub mod position;
pub mod read;
mod remote;
mod select;
mod text;
mod yaml;

use std::{collections::BTreeSet, path::PathBuf, sync::OnceLock};

use serde_json::Value;

use crate::{
    diagnostic::{Code, Diagnostics},
    pointer::{FileId, Origin, Places, Pointer},
    stack,
};

pub use locate::{Place, locate, locate_value, scalar_texts};
use marks::Marks;
pub use select::{By, Choice};

/// A text to read, with the name that reports call it.
#[derive(Clone, Debug)]
pub struct Input {
    /// The path as the user gave it, or `<stdin>`.
    pub name: String,
    /// Its bytes; need not be UTF-8.
    pub bytes: Vec<u8>,
}

/// What a description may refer to.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where the root document is, absolute; none: standard input.
    pub path: Option<PathBuf>,
    /// The folder that references may not leave, absolute. None: that of the root document.
    pub root: Option<PathBuf>,
    /// The overlays that are applied, in order.
    pub overlays: Vec<Overlay>,
    /// The operations that are wanted; all when there is none.
    pub choices: Vec<Choice>,
    /// The origins (`https://example.com`) that may be asked for what a reference names.
    pub remote: Vec<String>,
}

/// An overlay to apply (OpenAPI Overlay Specification 1.0 and 1.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    /// Its file, absolute.
    pub path: PathBuf,
    /// As the user named it.
    pub name: String,
}

/// The parsed input.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// All files read; [`FileId`] is an index. The first is the root document.
    pub files: Vec<SourceFile>,
    /// The root document with what it refers to in other files joined into it.
    pub document: Value,
    /// Where the parts of `document` stand in the files.
    pub places: Places,
    /// The texts of references that were left as they are because they lead nowhere; each was reported at its place.
    pub unresolved: BTreeSet<String>,
    /// How many operations were left out by choice.
    pub left_out: usize,
}

impl Loaded {
    /// What one file says, when nothing was joined.
    #[must_use]
    pub fn single(file: SourceFile, document: Value) -> Self {
        Self { files: vec![file], document, places: Places::default(), unresolved: BTreeSet::new(), left_out: 0 }
    }
}

/// One file of the input.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The name that reports call it.
    pub name: String,
    /// Its text, with LF only and no BOM.
    pub text: String,
    /// Where it is; none: standard input, another machine, or only a name is known.
    pub path: Option<PathBuf>,
    /// Reports may show its lines: the user named it. A file that a reference led to may be none to be read aloud.
    pub quotable: bool,
    /// Where everything stands; filled when the first place is asked for.
    marks: OnceLock<Marks>,
}

impl Loaded {
    /// Drops what the texts say; where things stand in them can still be asked for.
    pub(crate) fn drop_values(&mut self) {
        self.document = Value::Null;
    }
}

impl SourceFile {
    /// A file with this text.
    #[must_use]
    pub const fn new(name: String, text: String) -> Self {
        Self { name, text, path: None, quotable: false, marks: OnceLock::new() }
    }

    /// Looks up where everything stands, so that no place has to be waited for.
    pub(crate) fn mark(&self) {
        self.marks();
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

/// Parses one document that refers to no other file.
///
/// See [`load_all`].
pub fn load(input: Input, diagnostics: &mut Diagnostics) -> Option<Loaded> {
    load_all(input, &Options::default(), diagnostics)
}

/// Parses a document, and joins what it refers to in other files into it.
///
/// Gives the document even when keys stand twice (the first counts, an error is reported), so that later stages can
/// say what else is wrong; gives nothing when the text cannot be parsed at all.
pub fn load_all(input: Input, options: &Options, diagnostics: &mut Diagnostics) -> Option<Loaded> {
    let (loaded, said) = stack::deep(|| {
        let mut said = Diagnostics::new();
        (load_deep(&input, options, &mut said), said)
    });
    diagnostics.extend(said);
    loaded
}

fn load_deep(input: &Input, options: &Options, diagnostics: &mut Diagnostics) -> Option<Loaded> {
    let read = text::decode(&input.bytes).and_then(|text| Ok((parse(&text, 0)?, text)));
    let (parsed, text) = match read {
        Ok(read) => read,
        Err(fault) => {
            report_fault(fault, Origin::root(Pointer::root()), diagnostics);
            return None;
        }
    };
    let file = SourceFile { path: options.path.clone(), quotable: true, ..SourceFile::new(input.name.clone(), text) };
    if parsed.duplicates {
        report_duplicates(&file, FileId(0), diagnostics);
    }
    let mut loaded = match join::is_needed(&parsed.value) {
        false => Loaded::single(file, parsed.value),
        true => join::join(file, parsed, options, diagnostics),
    };
    // A document that could not be joined is not there to be changed.
    if !diagnostics.has_errors() {
        options.overlays.iter().for_each(|overlay| overlay::apply(&mut loaded, overlay, diagnostics));
        select::apply(&mut loaded, &options.choices, diagnostics);
    }
    Some(loaded)
}

fn report_fault(fault: Fault, origin: Origin, diagnostics: &mut Diagnostics) {
    let said = diagnostics.report(fault.code, origin, fault.message);
    said.position = fault.position;
    if let Some(help) = fault.help {
        help.clone_into(&mut said.help);
    }
}

/// A parsed text.
#[derive(Debug)]
struct Parsed {
    value: Value,
    /// Some mapping has a key twice.
    duplicates: bool,
    /// How many nodes it unfolds to, together with those before it.
    nodes: usize,
}

/// JSON when it begins like JSON and is JSON, YAML otherwise: every JSON text that serde_json refuses gets its second
/// chance as YAML, where trailing commas and comments are allowed.
///
/// `spent` nodes of the budget are gone.
fn parse(text: &str, spent: usize) -> Result<Parsed, Fault> {
    if !json::begins_like_json(text) {
        return yaml::parse(text, spent);
    }
    match json::parse(text, spent) {
        Err(fault) if fault.code == Code::SourceSyntax => match yaml::parse(text, spent) {
            Err(_) if json::begins_strictly(text) => Err(fault),
            other => other,
        },
        other => other,
    }
}

/// The most duplicate keys that are reported.
const DUPLICATES: usize = 1000;

fn report_duplicates(file: &SourceFile, file_id: FileId, diagnostics: &mut Diagnostics) {
    let duplicates = file.marks().duplicates();
    if duplicates.is_empty() {
        // The two parsers disagree about the text; the error must not get lost.
        let origin = Origin { file: file_id, pointer: Pointer::root() };
        diagnostics.report(Code::SourceDuplicateKey, origin, "a key stands twice in a mapping");
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
