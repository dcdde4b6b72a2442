//! Which two descriptions are meant.

use std::path::{Path, PathBuf};

use crate::{
    cli::targets::{file, relative},
    config::{self, FILE_NAME, File, RawSdk, absolute},
    diff::inputs::{
        Named, Side, USUAL,
        choice::{no_crate, package, several},
        follow,
        git::{Export, Repository},
    },
    failure::Failure,
    finding::escape,
};

/// The old and the new side.
///
/// # Errors
/// When one is not there, or cannot be told.
pub(super) fn sides(names: [Option<&str>; 2], here: &Path, wish: Lookup<'_>) -> Result<[Side; 2], Failure> {
    let [old, new] = names;
    let old = Named::of(old.unwrap_or("HEAD"), here)?;
    let new = new.map(|new| Named::of(new, here)).transpose()?;
    let repository = repository([Some(&old), new.as_ref()].into_iter().flatten(), here)?;
    let new = match new {
        Some(new) => new,
        None => working(&old, here, &wish)?,
    };
    Ok([side(&old, here, repository.as_ref(), &wish)?, side(&new, here, repository.as_ref(), &wish)?])
}

/// The repository, where a side is in one; all refs are known.
fn repository<'n>(names: impl Iterator<Item = &'n Named>, here: &Path) -> Result<Option<Repository>, Failure> {
    let mut found: Option<Repository> = None;
    for named in names {
        let Named::Git { reference, path } = named else { continue };
        let repository = match found.take() {
            Some(repository) => repository,
            None => Repository::around(here).map_err(|failure| no_file(failure, reference, path.as_deref()))?,
        };
        repository.check(reference)?;
        found = Some(repository);
    }
    Ok(found)
}

/// Outside a repository a name was meant as a file's, unless nobody gave one.
fn no_file(mut failure: Failure, reference: &str, path: Option<&str>) -> Failure {
    let is_default = reference == "HEAD" && path.is_none();
    if !is_default && let [finding] = failure.findings.as_mut_slice() {
        let name = path.map_or_else(|| reference.to_owned(), |path| format!("{reference}:{path}"));
        finding.message = format!("`{}` is no file, and {}", escape(&name), finding.message);
    }
    failure
}

/// How `generator.toml` is looked up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lookup<'w> {
    pub(super) config: Option<&'w Path>,
    pub(super) only: Option<&'w str>,
}

/// The working tree's side: the path that the other side names in its ref, else the spec of `generator.toml`.
fn working(old: &Named, here: &Path, wish: &Lookup<'_>) -> Result<Named, Failure> {
    if let Named::Git { path: Some(path), .. } = old {
        let repository = Repository::around(here)?;
        let path = absolute(repository.top(), Path::new(&repository.from_top(path)?));
        return Ok(Named::Path(relative(&path, here)));
    }
    spec(here, wish).map(|spec| Named::Path(relative(&spec, here)))
}

/// The description that the working folder is about.
fn spec(here: &Path, wish: &Lookup<'_>) -> Result<PathBuf, Failure> {
    if let Some((file, raw)) = entry(here, wish)? {
        return Ok(absolute(&file.folder, Path::new(&raw.spec)));
    }
    let usual = USUAL.iter().map(|usual| here.join(usual)).find(|path| path.is_file());
    usual.ok_or_else(|| {
        let message = format!("no generator.toml here or in a folder above, and none of {}", USUAL.join(", "));
        Failure::usage(message, "name both sides: generator diff main:api.yaml api.yaml")
    })
}

/// The entry of the working tree's `generator.toml`.
fn entry(here: &Path, wish: &Lookup<'_>) -> Result<Option<(File, RawSdk)>, Failure> {
    let Some(file) = file(wish.config, here)? else { return Ok(None) };
    let fits = |raw: &&RawSdk| wish.only.is_none_or(|only| only == package(raw));
    let mut found: Vec<_> = file.raw.sdk.iter().filter(fits).cloned().collect();
    // Several crates of one description are one side.
    found.dedup_by(|a, b| a.spec == b.spec);
    match (found.len(), found.pop()) {
        (1, Some(raw)) => Ok(Some((file, raw))),
        (0, _) => Err(no_crate(&file, wish.only)),
        _ => Err(several(&file)),
    }
}

fn side(named: &Named, here: &Path, repository: Option<&Repository>, wish: &Lookup<'_>) -> Result<Side, Failure> {
    let (reference, path, repository) = match (named, repository) {
        (Named::Path(name), _) => return Side::of_path(name, here),
        (Named::Git { reference, path }, Some(repository)) => (reference, path, repository),
        (Named::Git { .. }, None) => return Err(Failure::usage("no repository of git", "name two files")),
    };
    let mut export = repository.open(reference)?;
    follow::configurations(repository, &mut export)?;
    let path = match path {
        Some(path) => repository.from_top(path)?,
        None => match spec_of_ref(&export, here, repository, wish)? {
            Some(path) => path,
            None => {
                let now = spec(here, wish).map_err(|failure| no_path(failure, reference))?;
                let path = repository.of_working_tree(&now).ok_or_else(|| {
                    let message = format!("`{}` is outside of this repository", relative(&now, here));
                    Failure::usage(message, "name the path in the ref: main:api/openapi.yaml")
                })?;
                if !export.has(&path) {
                    let message = format!("`{}` is not in `{}`", escape(&path), escape(reference));
                    let help = "commit it first, or name both sides: generator diff old.yaml new.yaml";
                    return Err(Failure::usage(message, help));
                }
                path
            }
        },
    };
    follow::description(repository, &mut export, &path)?;
    Side::of_export(export, &path)
}

/// A ref was named, and nothing says which description of it is meant.
fn no_path(mut failure: Failure, reference: &str) -> Failure {
    if let [finding] = failure.findings.as_mut_slice() {
        finding.help = format!("name the description in the ref: {}:openapi.yaml", escape(reference));
    }
    failure
}

/// The description that the `generator.toml` of a ref names for the crate of the working tree's one: it may have moved.
fn spec_of_ref(
    export: &Export,
    here: &Path,
    repository: &Repository,
    wish: &Lookup<'_>,
) -> Result<Option<String>, Failure> {
    let Some((file, now)) = entry(here, wish)? else { return Ok(None) };
    let Some(folder) = repository.of_working_tree(&file.folder) else { return Ok(None) };
    let below = Path::new(&folder).join(FILE_NAME).to_string_lossy().replace('\\', "/");
    let path = absolute(export.folder(), Path::new(&below));
    if !path.is_file() {
        return Ok(None);
    }
    let then = config::read(&path, &export.name(&below))?;
    let raw = then.raw.sdk.iter().find(|raw| package(raw) == package(&now));
    let spec = raw.map(|raw| absolute(&then.folder, Path::new(&raw.spec)));
    let spec = spec.as_ref().and_then(|spec| spec.strip_prefix(export.folder()).ok());
    Ok(spec.map(|spec| spec.to_string_lossy().replace('\\', "/")))
}
