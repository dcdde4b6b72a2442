//! What was done already, so that a run goes on where the last one stopped.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{
    Error,
    record::Record,
    specs::{Spec, entries},
};

/// The records of earlier runs, by the name of the description.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct State {
    #[serde(skip)]
    path: PathBuf,
    done: BTreeMap<String, Done>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Done {
    key: String,
    record: Record,
}

impl State {
    /// Reads it; none, or one of another form, is an empty one.
    pub fn open(path: PathBuf, fresh: bool) -> Self {
        let read = || fs::read(&path).ok().filter(|_| !fresh);
        let state: Self = read().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        Self { path, ..state }
    }

    /// What is known of a description under this key.
    pub fn get(&self, name: &str, key: &str) -> Option<&Record> {
        self.done.get(name).filter(|done| done.key == key).map(|done| &done.record)
    }

    /// Notes it, on the disk too.
    pub fn put(&mut self, key: String, record: Record) -> Result<(), Error> {
        self.done.insert(record.name.clone(), Done { key, record });
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let file = tempfile::NamedTempFile::new_in(folder)?;
        serde_json::to_writer(&file, self)?;
        file.persist(&self.path)?;
        Ok(())
    }
}

/// What a record depends on: this program with the generator in it, what is done, and every file of the description.
pub fn key(spec: &Spec, program: &str, what: &str) -> io::Result<String> {
    let mut hash = Sha256::new();
    hash.update(format!(
        "{program}\n{what}\n{}\n",
        spec.main.strip_prefix(&spec.whole).unwrap_or(&spec.main).display()
    ));
    add(&spec.whole, &mut hash)?;
    Ok(hex(&hash.finalize()))
}

fn add(path: &Path, hash: &mut Sha256) -> io::Result<()> {
    if path.is_dir() {
        return entries(path)?.iter().try_for_each(|path| add(path, hash));
    }
    let bytes = fs::read(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    hash.update(format!("{name} {}\n", bytes.len()));
    hash.update(bytes);
    Ok(())
}

/// The hash of this program.
pub fn program() -> io::Result<String> {
    Ok(hex(&Sha256::digest(fs::read(std::env::current_exe()?)?)))
}

/// As text.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{State, key};
    use crate::{record::Record, specs::Spec};

    #[test]
    fn a_record_holds_as_long_as_its_description_and_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let whole = folder.path().join("a");
        fs::create_dir(&whole).unwrap();
        fs::write(whole.join("part.yaml"), "1").unwrap();
        let spec = Spec { name: "a".to_owned(), main: whole.join("part.yaml"), whole: whole.clone() };
        let first = key(&spec, "p", "all").unwrap();
        let path = folder.path().join("state.json");
        let record = Record { name: "a".to_owned(), bytes: 7, ..Record::default() };
        State::open(path.clone(), false).put(first.clone(), record.clone()).unwrap();

        assert_eq!(State::open(path.clone(), false).get("a", &first), Some(&record));
        assert_eq!(State::open(path.clone(), true).get("a", &first), None);
        fs::write(whole.join("part.yaml"), "2").unwrap();
        let later = key(&spec, "p", "all").unwrap();
        assert_eq!(State::open(path, false).get("a", &later), None);
        assert_ne!(key(&spec, "q", "all").unwrap(), later);
    }
}
