//! Reads inputs; nothing else in the generator does.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use super::Input;

/// The largest input that is read, in bytes; the largest public descriptions have about 15 million.
pub const LIMIT: u64 = 256 * 1024 * 1024;

/// Reads a file; it is called by its path as given.
///
/// # Errors
/// When it cannot be read, is no file or has more than [`LIMIT`] bytes.
pub fn file(path: &Path) -> io::Result<Input> {
    let bytes = bounded(fs::File::open(path)?)?;
    Ok(Input { name: path.display().to_string(), bytes })
}

/// The path with all links followed.
///
/// # Errors
/// When there is no such file.
pub fn canonical(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path)
}

/// Reads standard input to its end; it is called `<stdin>`.
///
/// # Errors
/// When it cannot be read or has more than [`LIMIT`] bytes.
pub fn stdin() -> io::Result<Input> {
    Ok(Input { name: "<stdin>".to_owned(), bytes: bounded(io::stdin().lock())? })
}

/// Reads all files below a folder, by their relative path with `/`, in order. Links are not followed.
///
/// # Errors
/// When one cannot be read or has more than [`LIMIT`] bytes.
pub fn folder(path: &Path) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![(path.to_path_buf(), String::new())];
    while let Some((folder, below)) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                folders.push((entry.path(), name + "/"));
            } else if entry.file_type()?.is_file() {
                files.insert(name, bounded(fs::File::open(entry.path())?)?);
            }
        }
    }
    Ok(files)
}

/// What the operating system says, in words alone: "No such file or directory".
#[must_use]
pub fn answer(error: &io::Error) -> String {
    let text = error.to_string();
    text.split_once(" (os error ").map_or(text.as_str(), |(words, _)| words).to_owned()
}

fn bounded(reader: impl io::Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LIMIT {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("larger than {LIMIT} bytes")));
    }
    Ok(bytes)
}
