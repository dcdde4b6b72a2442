//! disk: the only file of diff that touches files: what rustdoc wrote, and the package that holds the canary.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// All bytes of a file.
///
/// # Errors
/// The system's.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}

/// Writes a file and the folders above it; one that is so already is not touched, which tools see by its time.
///
/// # Errors
/// The system's.
pub fn write(path: &Path, text: &str) -> io::Result<()> {
    if fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes()) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

/// Removes a file when there is one.
///
/// # Errors
/// The system's.
pub fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// The full path of what exists.
///
/// # Errors
/// The system's.
pub fn full(path: &Path) -> io::Result<PathBuf> {
    path.canonicalize()
}

/// Whether the files below two folders are the same by name and bytes. Links are not followed.
///
/// # Errors
/// The system's.
pub fn same(one: &Path, other: &Path) -> io::Result<bool> {
    Ok(files(one)? == files(other)?)
}

fn files(top: &Path) -> io::Result<BTreeMap<PathBuf, Vec<u8>>> {
    let (mut open, mut found) = (vec![top.to_owned()], BTreeMap::new());
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder)? {
            let (path, kind) = entry.and_then(|entry| Ok((entry.path(), entry.file_type()?)))?;
            if kind.is_dir() {
                open.push(path);
            } else if kind.is_file() {
                let bytes = fs::read(&path)?;
                found.insert(path.strip_prefix(top).map(Path::to_owned).unwrap_or(path), bytes);
            }
        }
    }
    Ok(found)
}
