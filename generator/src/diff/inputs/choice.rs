//! Which choices each side is made with: those of its own ref, those of the other side where it has none, or those of the
//! one `generator.toml` that overrides both.

use std::path::{Path, PathBuf};

use super::Side;
use crate::{
    config::{self, Config, File, RawSdk, SpecSource, Target, absolute},
    failure::Failure,
    guess,
};

/// What the command line says over `generator.toml`.
#[derive(Debug)]
pub struct Wish<'w> {
    /// The working folder.
    pub here: &'w Path,
    /// The package of the entry that is meant.
    pub only: Option<&'w str>,
    /// The file that overrides those of both sides.
    pub config: Option<&'w File>,
    /// Overlays that are applied to both sides after their own.
    pub overlays: &'w [PathBuf],
    /// No reference to another machine is followed, whatever was allowed.
    pub offline: bool,
}

/// A `[[sdk]]` table.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its file.
    pub file: File,
    /// Its place in it.
    pub index: usize,
}

impl Entry {
    /// What it says.
    #[must_use]
    pub fn raw(&self) -> Option<&RawSdk> {
        self.file.raw.sdk.get(self.index)
    }
}

/// The choices of one side.
#[derive(Debug)]
pub struct Chosen {
    /// Ready.
    pub target: Target,
    /// Where they stand; none: all are defaults.
    pub entry: Option<Entry>,
    /// They are the other side's, so that what they name need not be there.
    pub borrowed: bool,
}

/// The name of a crate.
#[must_use]
pub fn package(raw: &RawSdk) -> String {
    let last = || Path::new(&raw.out).file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    raw.package.clone().unwrap_or_else(last)
}

/// The choices of the old and of the new side.
///
/// # Errors
/// When a `generator.toml` cannot be read, or does not say which crate is meant.
pub fn choose(old: &Side, new: &Side, wish: &Wish<'_>) -> Result<[Chosen; 2], Failure> {
    let (of_old, of_new) = match wish.config {
        Some(file) => {
            let entry = only_one(file, new, wish)?;
            (None, Some(entry))
        }
        None => (own(old, wish)?, own(new, wish)?),
    };
    if let (Some(only), None, None) = (wish.only, &of_old, &of_new) {
        let message = format!("no generator.toml makes a crate `{}` of one of the two", only.escape_debug());
        return Err(Failure::usage(message, "leave --only out, or name the file that does by --config"));
    }
    let side = |side: &Side, own: &Option<Entry>, other: &Option<Entry>| {
        let borrowed = own.is_none();
        let entry = own.clone().or_else(|| other.clone());
        ready(side, entry, borrowed, wish)
    };
    let (of_old, of_new) = (side(old, &of_old, &of_new)?, side(new, &of_new, &of_old)?);
    Ok([of_old, of_new])
}

/// Whether two configurations make the same crate of the same description, as far as its users see.
#[must_use]
pub fn same_crate(one: &Config, other: &Config) -> bool {
    let face = |c: &Config| (c.client.clone(), c.env_prefix.clone(), c.time, c.resource_features);
    face(one) == face(other)
        && one.dependencies == other.dependencies
        && one.knobs == other.knobs
        && one.source.choices == other.source.choices
}

/// The entry of a file that overrides both sides.
fn only_one(file: &File, new: &Side, wish: &Wish<'_>) -> Result<Entry, Failure> {
    let all = file.raw.sdk.iter().enumerate();
    let named: Vec<_> = all.filter(|(_, raw)| wish.only.is_none_or(|only| only == package(raw))).collect();
    let fits: Vec<_> = named.iter().filter(|(_, raw)| is_of(file, raw, new)).collect();
    let index = match (named.as_slice(), fits.as_slice()) {
        ([(index, _)], _) | (_, [(index, _)]) => *index,
        ([], _) => return Err(no_crate(file, wish.only)),
        _ => return Err(several(file)),
    };
    Ok(Entry { file: file.clone(), index })
}

/// The entry that a side's own `generator.toml` has for it.
fn own(side: &Side, wish: &Wish<'_>) -> Result<Option<Entry>, Failure> {
    let here = side.export.as_ref().map_or_else(|| wish.here.to_path_buf(), |export| export.here());
    let folders = [Some(here.as_path()), side.spec.parent()];
    let mut seen = Vec::new();
    for path in folders.into_iter().flatten().filter_map(config::find) {
        let outside = side.export.as_ref().is_some_and(|export| !path.starts_with(export.folder()));
        if outside || seen.contains(&path) {
            continue;
        }
        let file = config::read(&path, &shown(&path, side, wish))?;
        let fits = |raw: &RawSdk| is_of(&file, raw, side) && wish.only.is_none_or(|only| only == package(raw));
        let found: Vec<_> = file.raw.sdk.iter().enumerate().filter(|(_, raw)| fits(raw)).collect();
        match found.as_slice() {
            [] => seen.push(path),
            [(index, _)] => return Ok(Some(Entry { index: *index, file: file.clone() })),
            _ => return Err(several(&file)),
        }
    }
    Ok(None)
}

fn is_of(file: &File, raw: &RawSdk, side: &Side) -> bool {
    absolute(&file.folder, Path::new(&raw.spec)) == side.spec
}

/// The failure of a package that a file does not have.
#[must_use]
pub fn no_crate(file: &File, only: Option<&str>) -> Failure {
    let packages: Vec<_> = file.raw.sdk.iter().map(package).collect();
    let packages: Vec<_> = packages.iter().map(String::as_str).collect();
    let name = &file.name;
    match only {
        Some(only) => Failure::usage(
            format!("{name} has no crate `{}`", only.escape_debug()),
            guess::did_you_mean(only, &packages, "its `package` keys name all crates"),
        ),
        None => Failure::usage(format!("{name} has no [[sdk]] table"), "add one with `spec` and `out`"),
    }
}

/// The failure of a file with several crates of which none is named.
#[must_use]
pub fn several(file: &File) -> Failure {
    let packages: Vec<_> = file.raw.sdk.iter().map(package).collect();
    let message = format!("{} has several crates: {}", file.name, packages.join(", "));
    Failure::usage(message, "choose one with --only PACKAGE")
}

fn ready(side: &Side, entry: Option<Entry>, borrowed: bool, wish: &Wish<'_>) -> Result<Chosen, Failure> {
    let mut raw = entry.as_ref().and_then(Entry::raw).cloned().unwrap_or_else(|| RawSdk {
        out: ".".to_owned(),
        package: Some("sdk".to_owned()),
        ..RawSdk::default()
    });
    let folder = entry.as_ref().map_or_else(|| wish.here.to_path_buf(), |entry| entry.file.folder.clone());
    raw.spec = side.spec.to_string_lossy().into_owned();
    // A root of the other side need not hold this one.
    raw.ref_root = raw.ref_root.filter(|root| side.spec.starts_with(absolute(&folder, Path::new(root))));
    raw.overlays.extend(wish.overlays.iter().map(|path| path.to_string_lossy().into_owned()));
    if wish.offline {
        raw.allow_remote.clear();
    }
    let spot = |key: &str, item: Option<usize>| entry.as_ref().and_then(|e| e.file.spot(e.index, key, item));
    let mut target = config::ready(&raw, &folder, &spot)?;
    target.spec = SpecSource::Path { path: side.spec.clone(), name: side.name.clone() };
    for overlay in &mut target.config.source.overlays {
        overlay.name = shown(&overlay.path, side, wish);
    }
    Ok(Chosen { target, entry, borrowed })
}

/// A path as reports show it.
fn shown(path: &Path, side: &Side, wish: &Wish<'_>) -> String {
    let text = |path: &Path| path.to_string_lossy().replace('\\', "/");
    let exported = side.export.as_ref().and_then(|export| path.strip_prefix(export.folder()).ok());
    match (exported, path.strip_prefix(wish.here)) {
        (Some(below), _) => side.called(&text(below)),
        (None, Ok(below)) => text(below),
        (None, Err(_)) => text(path),
    }
}
