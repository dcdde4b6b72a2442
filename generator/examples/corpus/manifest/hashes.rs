//! The committed form: `[name]`, then `hash path` for each file, or `refused` with the codes.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

use sha2::{Digest as _, Sha256};

use crate::{Error, specs::entries, state::hex};

/// By the name of the description.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hashes(pub BTreeMap<String, Spec>);

/// What is emitted for a description.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spec {
    /// Why nothing is: diagnostic codes.
    pub refused: Vec<String>,
    /// The hash of each file by its path.
    pub files: BTreeMap<String, String>,
}

/// How many bytes of SHA-256 are kept: enough to tell two texts of one file apart.
const BYTES: usize = 8;

const HEAD: &str = "\
# What the generator emits for real descriptions, as hashes: a change of this file shows whose crates a change of the
# generator changes. `cargo run -p generator --example corpus -- FOLDER --manifest` compares, `--update` rewrites.
";

/// The hash of a text.
pub fn hash(bytes: &[u8]) -> String {
    hex(Sha256::digest(bytes).get(..BYTES).unwrap_or_default())
}

/// The files of a folder.
pub fn of(folder: &Path) -> Result<Spec, Error> {
    let mut spec = Spec::default();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for path in entries(&next)? {
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
                spec.files.insert(name, hash(&fs::read(&path)?));
            }
        }
    }
    Ok(spec)
}

impl Hashes {
    /// Reads it.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let mut hashes = Self::default();
        let mut name = None;
        for (number, line) in text.lines().enumerate() {
            let wrong = || format!("line {} of the manifest is neither a name nor a file: {line}", number + 1);
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(section) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                hashes.0.insert(section.to_owned(), Spec::default());
                name = Some(section.to_owned());
                continue;
            }
            let spec = name.as_ref().and_then(|name| hashes.0.get_mut(name)).ok_or_else(wrong)?;
            match line.split_once(' ').ok_or_else(wrong)? {
                ("refused", codes) => spec.refused = codes.split(' ').map(str::to_owned).collect(),
                (hash, path) => drop(spec.files.insert(path.to_owned(), hash.to_owned())),
            }
        }
        Ok(hashes)
    }

    /// Writes it.
    pub fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for (name, spec) in &self.0 {
            let _ = write!(text, "\n[{name}]\n");
            if !spec.refused.is_empty() {
                let _ = writeln!(text, "refused {}", spec.refused.join(" "));
            }
            for (path, hash) in &spec.files {
                let _ = writeln!(text, "{hash} {path}");
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Hashes;

    #[test]
    fn what_is_written_is_read() {
        let text = "[a]\n01 src/lib.rs\n02 src/types/a.rs\n\n[b]\nrefused dialect-version source-yaml\n";
        let hashes = Hashes::parse(text).unwrap();
        assert_eq!(hashes.0["a"].files.len(), 2);
        assert_eq!(hashes.0["b"].refused, ["dialect-version", "source-yaml"]);
        assert_eq!(Hashes::parse(&hashes.text()).unwrap(), hashes);
        assert!(Hashes::parse("01 src/lib.rs\n").is_err());
    }
}
