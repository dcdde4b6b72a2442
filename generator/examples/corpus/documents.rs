//! The description itself, read without the generator: what its counts are judged by must not be its own view.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    fs,
    path::{Component, Path, PathBuf},
    rc::Rc,
};

use serde_json::{Map, Value};

use crate::{Error, yaml};

/// A node: which file, and where in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// The file.
    pub file: PathBuf,
    /// The JSON pointer in it.
    pub pointer: String,
}

impl At {
    /// The node under a key.
    pub fn join(&self, key: &str) -> Self {
        let key = key.replace('~', "~0").replace('/', "~1");
        Self { file: self.file.clone(), pointer: format!("{}/{key}", self.pointer) }
    }
}

/// The files of a description, each read once.
#[derive(Debug)]
pub struct Documents {
    root: PathBuf,
    version: String,
    files: RefCell<BTreeMap<PathBuf, Option<Rc<Value>>>>,
}

/// How many references in a row are followed.
const HOPS: usize = 32;

impl Documents {
    /// Begins with this file.
    pub fn open(main: &Path) -> Result<Self, Error> {
        let value = read(main)?;
        let root = tidy(main);
        let version = version(&value);
        Ok(Self { files: RefCell::new(BTreeMap::from([(root.clone(), Some(Rc::new(value)))])), root, version })
    }

    /// The root document.
    pub fn root(&self) -> At {
        At { file: self.root.clone(), pointer: String::new() }
    }

    /// The files that were read.
    pub fn files(&self) -> Vec<PathBuf> {
        self.files.borrow().keys().cloned().collect()
    }

    /// A file, if it can be read.
    pub fn file(&self, path: &Path) -> Option<Rc<Value>> {
        let known = self.files.borrow().get(path).cloned();
        known.unwrap_or_else(|| {
            let read = read(path).ok().map(Rc::new);
            self.files.borrow_mut().insert(path.to_owned(), read.clone());
            read
        })
    }

    /// What stands at a place.
    pub fn get(&self, at: &At) -> Option<Value> {
        self.file(&at.file)?.pointer(&at.pointer).cloned()
    }

    /// The place that a reference in `from` leads to.
    pub fn target(&self, from: &Path, reference: &str) -> Option<At> {
        let (file, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let fragment = percent_encoding::percent_decode_str(fragment).decode_utf8().ok()?.into_owned();
        let file = if file.is_empty() { from.to_owned() } else { tidy(&from.parent()?.join(file)) };
        (fragment.is_empty() || fragment.starts_with('/')).then_some(At { file, pointer: fragment })
    }

    /// The place itself, behind all references.
    pub fn behind(&self, at: &At) -> Option<(At, Value)> {
        let mut at = at.clone();
        for _ in 0..HOPS {
            let value = self.get(&at)?;
            match value.get("$ref").and_then(Value::as_str) {
                Some(reference) => at = self.target(&at.file, reference)?,
                None => return Some((at, value)),
            }
        }
        None
    }

    /// The node under a key, behind all references.
    pub fn below(&self, at: &At, key: &str) -> Option<(At, Value)> {
        self.behind(&at.join(key))
    }

    /// The place that a report names: its file, which may be relative to the working folder, and its pointer.
    pub fn place(&self, file: Option<&str>, pointer: &str) -> At {
        let file = file.map_or_else(|| self.root.clone(), |file| tidy(Path::new(file)));
        At { file, pointer: pointer.to_owned() }
    }

    /// The first two numbers of the version.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The places of all operations under `paths`, with those of their path items.
    pub fn operations(&self) -> Vec<(At, At)> {
        let mut found = Vec::new();
        let Some((paths_at, Value::Object(paths))) = self.below(&self.root(), "paths") else { return found };
        for path in paths.keys().filter(|path| !path.starts_with("x-")) {
            let Some((item_at, Value::Object(item))) = self.below(&paths_at, path) else { continue };
            for method in item.keys().filter(|key| METHODS.contains(&key.as_str())) {
                found.push((item_at.join(method), item_at.clone()));
            }
            let more = item.get("additionalOperations").and_then(Value::as_object);
            let more_at = item_at.join("additionalOperations");
            found.extend(more.into_iter().flat_map(Map::keys).map(|method| (more_at.join(method), item_at.clone())));
        }
        found
    }
}

fn version(root: &Value) -> String {
    let version = root.get("openapi").or_else(|| root.get("swagger"));
    let version = version.map(|v| v.as_str().map_or_else(|| v.to_string(), str::to_owned)).unwrap_or_default();
    version.split('.').take(2).collect::<Vec<_>>().join(".")
}

/// The methods that a path item may have, of every version.
pub const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// A path without `.` and `..`, from the root of the file system where it is known.
fn tidy(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut tidy = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(tidy.pop()),
            part => tidy.push(part),
        }
    }
    tidy
}

fn read(path: &Path) -> Result<Value, Error> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let text = String::from_utf8_lossy(&bytes);
    let text = text.trim_start_matches('\u{feff}');
    if let Ok(value) = serde_json::from_str(text) {
        return Ok(value);
    }
    yaml::read(text).map_err(|error| format!("{}: {error}", path.display()).into())
}

#[cfg(test)]
pub mod tests {
    use std::fs;

    use super::Documents;

    /// A description of one file.
    pub fn documents(text: &str) -> (tempfile::TempDir, Documents) {
        let folder = tempfile::tempdir().unwrap();
        let main = folder.path().join("openapi.yaml");
        fs::write(&main, text).unwrap();
        let documents = Documents::open(&main).unwrap();
        (folder, documents)
    }

    #[test]
    fn references_lead_through_files() {
        let (folder, documents) = documents(
            "openapi: 3.0.3\npaths:\n  /a:\n    $ref: 'more/a.yaml#/one~1two'\n  /b: {get: {responses: {200: {}}}, parameters: []}\n",
        );
        fs::create_dir(folder.path().join("more")).unwrap();
        fs::write(folder.path().join("more/a.yaml"), "one/two: {post: {$ref: './b.yaml'}}\n").unwrap();
        fs::write(folder.path().join("more/b.yaml"), "description: here\n").unwrap();
        assert_eq!(documents.version(), "3.0");
        let operations = documents.operations();
        assert_eq!(operations.len(), 2);
        let (at, value) = documents.behind(&operations[0].0).unwrap();
        assert!(at.file.ends_with("more/b.yaml"));
        assert_eq!(value["description"], "here");
        let (at, _) = documents.below(&operations[1].0.join("responses"), "200").unwrap();
        assert_eq!(at.pointer, "/paths/~1b/get/responses/200");
    }
}
