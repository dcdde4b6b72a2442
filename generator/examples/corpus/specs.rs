//! The descriptions of a folder.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use sha2::{Digest as _, Sha256};

use crate::Error;

/// A description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// Its name, also that of its crate.
    pub name: String,
    /// The file to begin with.
    pub main: PathBuf,
    /// All that belongs to it: a folder, or the file alone.
    pub whole: PathBuf,
}

/// How much of a file is read to tell whether it is a description.
const HEAD: usize = 64 << 10;

/// Names of entry files, in the order in which they are preferred.
const ENTRIES: [&str; 4] = ["openapi", "swagger", "api", "main"];

/// The descriptions of a folder, by name.
pub fn list(folder: &Path) -> Result<Vec<Spec>, Error> {
    let index = folder.join("index.csv");
    let mut specs = if index.is_file() { indexed(folder, &fs::read_to_string(index)?)? } else { found(folder)? };
    specs.sort_by(|a, b| a.name.cmp(&b.name));
    if specs.is_empty() {
        return Err(format!("no description in {}", folder.display()).into());
    }
    Ok(specs)
}

/// Those that are named.
pub fn only(specs: Vec<Spec>, names: &[String]) -> Result<Vec<Spec>, Error> {
    if let Some(unknown) = names.iter().find(|name| specs.iter().all(|spec| spec.name != **name)) {
        let known: Vec<_> = specs.iter().map(|spec| spec.name.as_str()).collect();
        return Err(format!("no description is called `{unknown}`; there are {}", known.join(", ")).into());
    }
    Ok(specs.into_iter().filter(|spec| names.is_empty() || names.contains(&spec.name)).collect())
}

/// So many of them: the same for the same seed, and a larger sample holds a smaller one.
pub fn sample(mut specs: Vec<Spec>, count: Option<usize>, seed: u64) -> Vec<Spec> {
    let Some(count) = count else { return specs };
    specs.sort_by_cached_key(|spec| Sha256::digest(format!("{seed} {}", spec.name)));
    specs.truncate(count);
    specs.sort_by(|a, b| a.name.cmp(&b.name));
    specs
}

fn indexed(folder: &Path, text: &str) -> Result<Vec<Spec>, Error> {
    let mut lines = text.lines();
    let head = cells(lines.next().unwrap_or_default());
    let column = |wanted: &str| {
        head.iter().position(|cell| cell == wanted).ok_or_else(|| format!("index.csv has no column `{wanted}`"))
    };
    let (name, main) = (column("name")?, column("main")?);
    let spec = |line: &str| {
        let cells = cells(line);
        let (name, main) = (cells.get(name)?, cells.get(main)?);
        let whole = folder.join(name);
        Some(Spec { name: name.clone(), main: whole.join(main), whole })
    };
    Ok(lines.filter(|line| !line.trim().is_empty()).filter_map(spec).collect())
}

/// The cells of a line of CSV (RFC 4180), without line breaks in cells.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            _ => cell.push(c),
        }
    }
    cells.push(cell);
    cells
}

fn found(folder: &Path) -> Result<Vec<Spec>, Error> {
    let mut specs = Vec::new();
    for path in entries(folder)? {
        let main = if path.is_dir() { entry(&path)? } else { is_description(&path)?.then(|| path.clone()) };
        let name = if path.is_dir() { path.file_name() } else { path.file_stem() };
        if let (Some(main), Some(name)) = (main, name) {
            specs.push(Spec { name: crate_name(&name.to_string_lossy()), main, whole: path });
        }
    }
    Ok(specs)
}

/// A folder's entry file: the one nearest to the top, then by the order of `ENTRIES`, then by name.
fn entry(folder: &Path) -> io::Result<Option<PathBuf>> {
    let (mut here, mut below) = (Vec::new(), Vec::new());
    for path in entries(folder)? {
        if path.is_dir() {
            below.push(path);
        } else if is_description(&path)? {
            here.push(path);
        }
    }
    let rank = |path: &PathBuf| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        ENTRIES.iter().position(|entry| *entry == stem).unwrap_or(ENTRIES.len())
    };
    here.sort_by_key(rank);
    if let Some(first) = here.into_iter().next() {
        return Ok(Some(first));
    }
    for folder in below {
        if let Some(found) = entry(&folder)? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// What a folder holds, by name, without what is hidden.
pub fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let all: io::Result<Vec<_>> = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut all = all?;
    all.retain(|path| !hidden(path));
    all.sort();
    Ok(all)
}

/// Whether a file says `openapi` or `swagger` at its top.
fn is_description(path: &Path) -> io::Result<bool> {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    if !["json", "yaml", "yml"].contains(&extension.as_str()) {
        return Ok(false);
    }
    let bytes = fs::read(path)?;
    let head = String::from_utf8_lossy(bytes.get(..HEAD.min(bytes.len())).unwrap_or_default()).into_owned();
    let key = |line: &str| {
        let line = line.trim_start_matches(['\u{feff}', '{', ' ', '\t']);
        let line = line.trim_start_matches(['"', '\'']);
        ["openapi", "swagger"].iter().any(|key| {
            let rest = line.strip_prefix(key).unwrap_or_default().trim_start_matches(['"', '\'']).trim_start();
            rest.starts_with(':')
        })
    };
    Ok(head.split(['\n', ',']).any(key))
}

/// A name that a crate may have.
fn crate_name(text: &str) -> String {
    let name: String =
        text.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let name = name.trim_matches('-');
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name.to_owned() } else { format!("api-{name}") }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Spec, cells, list, only, sample};

    fn names(specs: &[Spec]) -> Vec<&str> {
        specs.iter().map(|spec| spec.name.as_str()).collect()
    }

    #[test]
    fn a_folder_of_the_users_own() {
        let folder = tempfile::tempdir().unwrap();
        let put = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        put("Pet Shop.json", "{\n  \"openapi\": \"3.1.0\"}");
        put("one-line.json", "{\"info\":{},\"swagger\":\"2.0\"}");
        put("notes.yaml", "overlay: 1.0.0\n");
        put("big/schemas/pet.yaml", "type: object\n");
        put("big/extra.yaml", "openapi: 3.0.0\n");
        put("big/openapi.yaml", "openapi: 3.0.0\n");
        put("deep/api/v1/spec.yml", "# a comment\n'swagger': '2.0'\n");
        let specs = list(folder.path()).unwrap();
        assert_eq!(names(&specs), ["big", "deep", "one-line", "pet-shop"]);
        assert!(specs[0].main.ends_with("big/openapi.yaml"));
        assert!(specs[1].main.ends_with("deep/api/v1/spec.yml"));
        assert!(only(specs.clone(), &["nobody".to_owned()]).is_err());
        assert_eq!(names(&only(specs, &["deep".to_owned()]).unwrap()), ["deep"]);
    }

    #[test]
    fn an_index() {
        assert_eq!(cells("a,\"b, \"\"c\"\"\",,d"), ["a", "b, \"c\"", "", "d"]);
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("index.csv"), "name,x,main\nb,1,spec/b.yaml\na,2,a.json\n").unwrap();
        let specs = list(folder.path()).unwrap();
        assert_eq!(names(&specs), ["a", "b"]);
        assert!(specs[1].main.ends_with("b/spec/b.yaml"));
    }

    #[test]
    fn samples_are_stable_and_nested() {
        let spec = |name: &str| Spec { name: name.to_owned(), main: "m".into(), whole: "w".into() };
        let all: Vec<_> = ["a", "b", "c", "d", "e", "f"].map(spec).to_vec();
        let (two, four) = (sample(all.clone(), Some(2), 7), sample(all.clone(), Some(4), 7));
        assert_eq!(two, sample(all.clone(), Some(2), 7));
        assert!(two.iter().all(|spec| four.contains(spec)));
        assert_eq!(sample(all.clone(), None, 7), all);
    }
}
