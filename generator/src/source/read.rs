//! Reading inputs: the only file that reads what a user names.

use std::{
    fs,
    io::{self, Read as _},
    path::Path,
};

/// The bytes of a file.
///
/// # Errors
/// As [`fs::read`].
pub fn file(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}

/// The bytes of standard input.
///
/// # Errors
/// As [`io::Stdin`].
pub fn stdin() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}
