//! output: the only writer. Files to disk, the manifest of owned paths, check, prune.
//!
//! Everything is in memory before the folder is touched. Then: all changed files as temporary files beside their
//! targets, all renames, all deletions, the manifest last. A run that is cut off anywhere in between leaves files with
//! their old or their new content, and the next run finishes it. A folder that is not there yet comes into being whole.

mod fresh;
mod manifest;
mod names;
mod plan;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
};

use tempfile::TempPath;

pub use self::names::Layout;
use self::{
    manifest::Manifest,
    plan::{OnDisk, Plan, plan},
};
use crate::{emit::Files, parallel};

/// How a folder is written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// What the folder is.
    pub layout: Layout,
    /// Overwrite what a person edited, what is not ours and what a newer generator made.
    pub force: bool,
    /// Decide everything and touch nothing.
    pub dry_run: bool,
}

/// What was done, or with [`Options::dry_run`] would have been. Paths are relative, with `/`, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that were made or changed.
    pub written: Vec<String>,
    /// Files that were as they should be, and were not touched.
    pub kept: Vec<String>,
    /// Files that are not emitted any more.
    pub removed: Vec<String>,
}

/// Why a folder is left as it is.
#[derive(Debug)]
pub enum Refusal {
    /// Files that a person edited.
    Edited(Vec<String>),
    /// The folder has no manifest and holds something, such as this.
    Foreign(String),
    /// A newer generator made it: its version.
    Newer(String),
    /// A link or a folder stands where the output has a folder or a file.
    Obstacle {
        /// The path.
        path: PathBuf,
        /// What stands there.
        what: &'static str,
        /// What belongs there.
        needs: &'static str,
    },
    /// The operating system refuses.
    Io {
        /// The path.
        path: PathBuf,
        /// Its answer.
        error: io::Error,
    },
    /// A name that the generator must never write: a bug of ours.
    Name(String),
}

/// How the content on disk differs from what would be emitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The file.
    pub path: String,
    /// Its content on disk; none: it is missing.
    pub disk: Option<String>,
    /// What would be emitted; none: it is stale.
    pub emitted: Option<String>,
    /// A person edited it: it is not what the generator wrote last.
    pub edited: bool,
}

/// Brings the folder to what `files` says.
///
/// # Errors
/// [`Refusal`]; except for [`Refusal::Io`] nothing was touched.
pub fn write(out: &Path, files: &Files, options: Options) -> Result<Written, Refusal> {
    prepare(out, files, options)?.carry_out()
}

/// Looks at the folder and decides what is to be done; touches nothing.
///
/// # Errors
/// [`Refusal`].
pub fn prepare<'f>(out: &'f Path, files: &'f Files, options: Options) -> Result<Prepared<'f>, Refusal> {
    let seen = survey(out, files, options)?;
    if !options.force && !seen.plan.edited.is_empty() {
        return Err(Refusal::Edited(seen.plan.edited));
    }
    Ok(Prepared { out, files, seen, dry_run: options.dry_run })
}

/// A folder as it was found, and what is decided for it.
#[derive(Debug)]
pub struct Prepared<'f> {
    out: &'f Path,
    files: &'f Files,
    seen: Survey,
    dry_run: bool,
}

impl Prepared<'_> {
    /// Does it.
    ///
    /// # Errors
    /// [`Refusal::Io`].
    pub fn carry_out(self) -> Result<Written, Refusal> {
        let Self { out, files, seen, dry_run } = self;
        let Plan { write, keep, remove, .. } = seen.plan;
        if !dry_run && !seen.there {
            let manifest = (manifest::NAME, seen.current.as_str());
            fresh::make(out, files.0.iter().map(|(path, text)| (path.as_str(), text.as_str())).chain([manifest]))?;
        } else if !dry_run {
            let changed: Vec<_> = write.iter().filter_map(|path| Some((path, files.0.get(path)?))).collect();
            replace(out, &changed)?;
            remove.iter().try_for_each(|path| delete(out, path))?;
            if !seen.manifest_is_current {
                replace(out, &[(&manifest::NAME.to_owned(), &seen.current)])?;
            }
            sweep(out, files.0.keys().chain(&seen.owned));
        }
        Ok(Written { written: write, kept: keep, removed: remove })
    }
}

/// Compares the folder with what `files` says; touches nothing.
///
/// # Errors
/// [`Refusal`], but never for an edited file: that is a difference.
pub fn check(out: &Path, files: &Files, layout: Layout) -> Result<Vec<Difference>, Refusal> {
    let seen = survey(out, files, Options { layout, ..Options::default() })?;
    let mut differences = Vec::new();
    for path in seen.plan.write.iter().chain(&seen.plan.remove) {
        let disk = match look(out, path)? {
            OnDisk::File(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
            OnDisk::Link => Some("(a symbolic link)\n".to_owned()),
            OnDisk::Absent => None,
        };
        let edited = seen.plan.edited.contains(path);
        differences.push(Difference { path: path.clone(), disk, emitted: files.0.get(path).cloned(), edited });
    }
    if differences.is_empty() && !seen.manifest_is_current {
        let disk = seen.manifest.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let emitted = Some(seen.current);
        differences.push(Difference { path: manifest::NAME.to_owned(), disk, emitted, edited: false });
    }
    Ok(differences)
}

/// Whether the folder holds a hand-written file of this relative path.
#[must_use]
pub fn holds(out: &Path, path: &str) -> bool {
    matches!(look(out, path), Ok(OnDisk::File(_)))
}

/// Makes or replaces one file of ours outside an output folder; a file that says `text` already is not touched.
///
/// # Errors
/// As the operating system says.
pub fn put(path: &Path, text: &str) -> io::Result<()> {
    if fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes()) {
        return Ok(());
    }
    temporary(path.parent().unwrap_or(Path::new(".")), text)?.persist(path).map_err(|e| e.error)
}

/// Makes one new file with this text, never over an existing one; folders above it must exist.
///
/// # Errors
/// As the operating system says; [`io::ErrorKind::AlreadyExists`] when there is one.
pub fn create(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    temporary(folder, text)?.persist_noclobber(path).map_err(|e| e.error)
}

const A_FILE: &str = "a plain file";

/// The folder as it is, and what is to be done with it.
#[derive(Debug)]
struct Survey {
    plan: Plan,
    /// Whether there is such a folder.
    there: bool,
    /// The paths of the manifest.
    owned: Vec<String>,
    manifest: Option<Vec<u8>>,
    /// What the manifest is to say.
    current: String,
    manifest_is_current: bool,
}

fn survey(out: &Path, files: &Files, options: Options) -> Result<Survey, Refusal> {
    if let Some(path) = files.0.keys().find(|path| !names::is_allowed(path, options.layout)) {
        return Err(Refusal::Name(path.clone()));
    }
    let manifest = match look(out, manifest::NAME)? {
        OnDisk::File(bytes) => Some(bytes),
        OnDisk::Absent => None,
        OnDisk::Link => {
            return Err(Refusal::Obstacle { path: out.join(manifest::NAME), what: "a symbolic link", needs: A_FILE });
        }
    };
    let old = manifest.as_deref().and_then(|bytes| Manifest::parse(bytes, options.layout));
    if let Some(old) = old.as_ref().filter(|old| old.is_newer() && !options.force) {
        return Err(Refusal::Newer(old.generator.clone()));
    }
    if manifest.is_none()
        && !options.force
        && let Some(path) = foreign(out, "", files)?
    {
        return Err(Refusal::Foreign(path));
    }
    let paths: BTreeSet<_> = files.0.keys().chain(old.iter().flat_map(|old| old.files.keys())).collect();
    let paths: Vec<_> = paths.into_iter().collect();
    let disk = look_at_all(out, &paths)?;
    let plan = plan(&files.0, old.as_ref(), &disk);
    let current = Manifest::of(&files.0).text();
    let manifest_is_current = manifest.as_ref().is_some_and(|bytes| bytes == current.as_bytes());
    let owned = old.map(|old| old.files.into_keys().collect()).unwrap_or_default();
    Ok(Survey { plan, there: is_folder(out)?, owned, manifest, current, manifest_is_current })
}

/// The first thing in a folder without a manifest that a cut-off first run cannot have left; `.git` may stand there.
fn foreign(out: &Path, below: &str, files: &Files) -> Result<Option<String>, Refusal> {
    let folder = out.join(below);
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Refusal::Io { path: folder, error }),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| Refusal::Io { path: folder.clone(), error })?;
        names.push((entry.file_name().to_string_lossy().into_owned(), entry.file_type().is_ok_and(|t| t.is_dir())));
    }
    names.sort();
    for (name, is_folder) in names {
        let path = if below.is_empty() { name.clone() } else { format!("{below}/{name}") };
        if name.starts_with(TEMPORARY) || path == ".git" {
            continue;
        }
        let found = match (is_folder, files.0.get(&path)) {
            (true, _) => foreign(out, &path, files)?,
            (false, Some(text)) if look(out, &path)? == OnDisk::File(text.clone().into_bytes()) => None,
            (false, _) => Some(path),
        };
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// What stands at each path; each folder is looked at once.
fn look_at_all(out: &Path, paths: &[&String]) -> Result<BTreeMap<String, OnDisk>, Refusal> {
    let mut folders = BTreeMap::new();
    for path in paths {
        let folder = folder_of(path);
        if !folders.contains_key(folder) {
            folders.insert(folder, leads_to_folder(out, folder)?);
        }
    }
    let look = |path: &&String| {
        let there = folders.get(folder_of(path)).is_some_and(|there| *there);
        let found = if there { stands_at(out.join(path)) } else { Ok(OnDisk::Absent) };
        found.map(|found| ((*path).clone(), found))
    };
    Ok(parallel::map(paths, look)?.into_iter().collect())
}

/// What stands at a relative path. No folder on the way may be a link, and links are not followed.
fn look(out: &Path, relative: &str) -> Result<OnDisk, Refusal> {
    if leads_to_folder(out, folder_of(relative))? { stands_at(out.join(relative)) } else { Ok(OnDisk::Absent) }
}

fn folder_of(relative: &str) -> &str {
    relative.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Whether `out`, and each folder from there on to this one, is a plain folder.
fn leads_to_folder(out: &Path, relative: &str) -> Result<bool, Refusal> {
    let mut path = out.to_path_buf();
    let mut there = is_folder(&path)?;
    for part in relative.split('/').filter(|part| !part.is_empty()) {
        path.push(part);
        there = there && is_folder(&path)?;
    }
    Ok(there)
}

fn stands_at(path: PathBuf) -> Result<OnDisk, Refusal> {
    let kind = match fs::symlink_metadata(&path) {
        Ok(metadata) => metadata.file_type(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(OnDisk::Absent),
        Err(error) => return Err(Refusal::Io { path, error }),
    };
    if kind.is_symlink() {
        Ok(OnDisk::Link)
    } else if kind.is_file() {
        fs::read(&path).map(OnDisk::File).map_err(|error| Refusal::Io { path, error })
    } else {
        Err(Refusal::Obstacle { path, what: "a folder or a device", needs: A_FILE })
    }
}

/// Whether a plain folder stands there; nothing there is `false`, anything else is refused.
fn is_folder(path: &Path) -> Result<bool, Refusal> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_dir() => Ok(true),
        Ok(metadata) => {
            let what = if metadata.is_symlink() { "a symbolic link" } else { "a file" };
            Err(Refusal::Obstacle { path: path.to_path_buf(), what, needs: "a plain folder" })
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Refusal::Io { path: path.to_path_buf(), error }),
    }
}

/// The beginning of temporary names; what a cut-off run leaves is swept by the next.
const TEMPORARY: &str = ".sdk-tmp-";

/// Writes each text to a temporary file beside its target, and renames only when all are written.
fn replace(out: &Path, files: &[(&String, &String)]) -> Result<(), Refusal> {
    let folders: BTreeSet<_> = files.iter().map(|(path, _)| folder_of(path)).collect();
    for folder in folders {
        let path = out.join(folder);
        fs::create_dir_all(&path).map_err(|error| Refusal::Io { path, error })?;
    }
    // One after the other: two threads that make files in one folder only wait for each other.
    let mut staged = Vec::with_capacity(files.len());
    for (path, text) in files {
        let target = out.join(path);
        match temporary(&out.join(folder_of(path)), text) {
            Ok(temporary) => staged.push((temporary, target)),
            Err(error) => return Err(Refusal::Io { path: target, error }),
        }
    }
    for (temporary, target) in staged {
        temporary.persist(&target).map_err(|e| Refusal::Io { path: target, error: e.error })?;
    }
    Ok(())
}

fn temporary(folder: &Path, text: &str) -> io::Result<TempPath> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY);
    // Temporary files are private by default; these become the crate's, so the user's own mask decides.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    Ok(file.into_temp_path())
}

fn delete(out: &Path, relative: &str) -> Result<(), Refusal> {
    let path = out.join(relative);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Refusal::Io { path, error }),
        _ => Ok(()),
    }
}

/// Removes what cut-off runs left beside the given files, and folders above them that are empty now. Losing a race
/// here costs nothing, so errors are not reported.
fn sweep<'f>(out: &Path, paths: impl Iterator<Item = &'f String>) {
    let mut folders = BTreeSet::from([out.to_path_buf()]);
    for path in paths {
        let mut folder = Path::new(path);
        while let Some(parent) = folder.parent().filter(|p| !p.as_os_str().is_empty()) {
            folders.insert(out.join(parent));
            folder = parent;
        }
    }
    // Deepest first: a folder may become empty by its child's removal.
    for folder in folders.iter().rev() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(TEMPORARY) {
                let _ = fs::remove_file(entry.path());
            }
        }
        if folder != out {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests;
