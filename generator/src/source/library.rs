//! The files of a description: each is read once, inside the reference root, within budgets that hold over all of them.

mod locate;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    rc::Rc,
};

use serde_json::Value;

use super::{Fault, Input, Options, Parsed, SourceFile, parse, read, remote, report_duplicates, report_fault, text};
use crate::{
    diagnostic::{Code, Diagnostics},
    pointer::{FileId, Origin, Pointer},
};
pub(super) use locate::Location;

/// Why a reference is not followed.
#[derive(Clone, Debug)]
pub(super) struct Refusal {
    pub(super) code: Code,
    pub(super) message: String,
    /// Over the code's own remedy.
    pub(super) help: Option<String>,
}

impl Refusal {
    pub(super) fn new(code: Code, message: String) -> Self {
        Self { code, message, help: None }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// `Err(None)`: it was said already.
pub(super) type Opened<T> = Result<T, Option<Refusal>>;

/// All files that were read.
#[derive(Debug)]
pub(super) struct Library<'o> {
    options: &'o Options,
    /// The reference root: nothing outside it is read.
    root: Option<PathBuf>,
    /// The folder of the root document.
    folder: Option<PathBuf>,
    pub(super) files: Vec<SourceFile>,
    values: Vec<Rc<Value>>,
    locations: Vec<Location>,
    known: BTreeMap<Location, Opened<FileId>>,
    /// Files by what they call themselves (`$self`, `$id`).
    ids: BTreeMap<url::Url, FileId>,
    nodes: usize,
    bytes: u64,
}

impl<'o> Library<'o> {
    /// With the root document in it.
    pub(super) fn new(root: SourceFile, parsed: Parsed, options: &'o Options) -> Self {
        let path = options.path.as_ref().map(|path| read::canonical(path).unwrap_or_else(|_| path.clone()));
        // A root document that is a link has its neighbours where the link is.
        let folder = options.path.as_deref().and_then(Path::parent).and_then(|folder| read::canonical(folder).ok());
        let wider = options.root.as_deref().and_then(|root| read::canonical(root).ok());
        let mut library = Self {
            options,
            root: wider.clone().or_else(|| folder.clone()),
            folder: folder.or(wider),
            bytes: root.text.len() as u64,
            files: Vec::new(),
            values: Vec::new(),
            locations: Vec::new(),
            known: BTreeMap::new(),
            ids: BTreeMap::new(),
            nodes: parsed.nodes,
        };
        let location = path.map_or(Location::Nowhere, Location::Path);
        library.known.insert(location.clone(), Ok(FileId(0)));
        library.add(root, parsed.value, location);
        library
    }

    fn add(&mut self, file: SourceFile, value: Value, location: Location) -> FileId {
        let id = FileId(self.files.len());
        let own = ["$self", "$id"].into_iter().find_map(|key| value.get(key)?.as_str());
        if let Some(mut url) = own.and_then(|own| url::Url::parse(own).ok()) {
            url.set_fragment(None);
            self.ids.entry(url).or_insert(id);
        }
        self.files.push(file);
        self.values.push(Rc::new(value));
        self.locations.push(location);
        id
    }

    pub(super) fn value(&self, file: FileId) -> Rc<Value> {
        self.values.get(file.0).map_or_else(|| Rc::new(Value::Null), Rc::clone)
    }

    /// The node at a place.
    pub(super) fn node<'v>(value: &'v Value, pointer: &Pointer) -> Option<&'v Value> {
        pointer.tokens().iter().try_fold(value, |value, token| step(value, token))
    }

    /// The file at a location; read when it is asked for first.
    pub(super) fn open(&mut self, location: &Location, diagnostics: &mut Diagnostics) -> Opened<FileId> {
        if let Some(known) = self.known.get(location) {
            return known.clone();
        }
        let opened = self.read(location, diagnostics);
        self.known.insert(location.clone(), opened.clone());
        opened
    }

    fn read(&mut self, location: &Location, diagnostics: &mut Diagnostics) -> Opened<FileId> {
        let left = read::LIMIT.saturating_sub(self.bytes);
        let input = match location {
            Location::Nowhere => {
                return Err(Some(Refusal::new(Code::ReferenceDangling, "it leads nowhere".to_owned())));
            }
            Location::Path(path) => {
                let name = self.name(path);
                read::file(path).map(|input| Input { name: name.clone(), ..input }).map_err(|error| {
                    Refusal::new(
                        Code::ReferenceDangling,
                        format!("the file `{name}` cannot be read: {}", read::answer(&error)),
                    )
                })
            }
            Location::Url(url) => remote::fetch(url, &self.options.remote, left),
        };
        let input = input.map_err(Some)?;
        self.bytes += input.bytes.len() as u64;
        if input.bytes.len() as u64 > left {
            let message = format!("all files together have more than {} bytes", read::LIMIT);
            return Err(Some(Refusal::new(Code::SourceBudget, message)));
        }
        self.take(input, location, diagnostics)
    }

    fn take(&mut self, input: Input, location: &Location, diagnostics: &mut Diagnostics) -> Opened<FileId> {
        let read = text::decode(&input.bytes).and_then(|text| Ok((parse(&text, self.nodes)?, text)));
        let (parsed, text) = match read {
            Ok(read) => read,
            Err(fault) => return Err(self.broken(input, location, fault, diagnostics)),
        };
        self.nodes = parsed.nodes;
        let file = SourceFile { path: location.path().map(Path::to_path_buf), ..SourceFile::new(input.name, text) };
        let id = self.add(file, parsed.value, location.clone());
        if let (true, Some(file)) = (parsed.duplicates, self.files.get(id.0)) {
            report_duplicates(file, id, diagnostics);
        }
        Ok(id)
    }

    /// Its text is not kept: a file that is no description is not to be read aloud.
    fn broken(&mut self, input: Input, at: &Location, fault: Fault, said: &mut Diagnostics) -> Option<Refusal> {
        let file = SourceFile { path: at.path().map(Path::to_path_buf), ..SourceFile::new(input.name, String::new()) };
        let id = self.add(file, Value::Null, at.clone());
        report_fault(fault, Origin { file: id, pointer: Pointer::root() }, said);
        None
    }
}

/// The node under a token.
pub(super) fn step<'v>(value: &'v Value, token: &str) -> Option<&'v Value> {
    match value {
        Value::Object(entries) => entries.get(token),
        Value::Array(items) => items.get(token.parse::<usize>().ok()?),
        _ => None,
    }
}
