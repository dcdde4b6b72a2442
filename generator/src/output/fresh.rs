//! A folder that is not there yet: made under another name beside its place, and moved there when it is whole.
//!
//! Temporary files, one for each file, cost a third more; and no run that is cut off leaves a part of a crate.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use super::{Refusal, TEMPORARY, folder_of};

/// Makes the folder with these files.
pub(super) fn make<'f>(out: &Path, files: impl Iterator<Item = (&'f str, &'f str)>) -> Result<(), Refusal> {
    let staged = out.with_file_name(format!("{TEMPORARY}{}", out.file_name().unwrap_or_default().to_string_lossy()));
    let made = fill(&staged, out, files).and_then(|()| fs::rename(&staged, out).map_err(refused(out)));
    if made.is_err() {
        let _ = fs::remove_dir_all(&staged);
    }
    made
}

/// Errors are told of the place where the file was to be.
fn refused(path: &Path) -> impl FnOnce(io::Error) -> Refusal {
    let path = path.to_path_buf();
    move |error| Refusal::Io { path, error }
}

fn fill<'f>(staged: &Path, out: &Path, files: impl Iterator<Item = (&'f str, &'f str)>) -> Result<(), Refusal> {
    match fs::remove_dir_all(staged) {
        // Left by a run that was cut off.
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(refused(staged)(error)),
    }
    let files: Vec<_> = files.collect();
    let folders: BTreeSet<_> = files.iter().map(|(path, _)| folder_of(path)).collect();
    for folder in folders {
        fs::create_dir_all(staged.join(folder)).map_err(refused(&out.join(folder)))?;
    }
    // One after the other, as almost all stand in one folder.
    files.iter().try_for_each(|(path, text)| put(staged.join(path), text).map_err(refused(&out.join(path))))
}

fn put(path: PathBuf, text: &str) -> io::Result<()> {
    File::create_new(path)?.write_all(text.as_bytes())
}
