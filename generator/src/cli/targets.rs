//! Which crates a command is about: from `generator.toml`, from flags, or from both (flags win).

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    path::{Component, Path, PathBuf},
};

use super::args::{SourceFlags, TargetFlags};
use crate::{
    config::{self, Deny, FILE_NAME, File, RawSdk, SpecSource, Target, absolute},
    diagnostic::Code,
    emit::Templates,
    failure::{Exit, Failure},
    finding::Finding,
    guess,
    source::read,
};

/// The working folder.
pub(super) fn here() -> Result<PathBuf, Failure> {
    env::current_dir().map_err(|error| Failure::unreadable(".", &error))
}

/// The crates that the description and the flags name.
pub(super) fn targets(spec: Option<&str>, flags: &TargetFlags) -> Result<Vec<Target>, Failure> {
    let here = here()?;
    let mut targets = match (spec, &flags.out) {
        (Some(spec), Some(out)) if flags.config.is_none() => vec![standalone(spec, out, flags, &here)?],
        _ => from_file(spec, flags, &here)?,
    };
    let templates = flags.templates.as_deref().map(templates).transpose()?.unwrap_or_default();
    for target in &mut targets {
        target.config.templates.clone_from(&templates);
        for text in &flags.deny {
            target.deny.push(Deny::parse(text).map_err(|(message, help)| Failure::usage(message, help))?);
        }
    }
    Ok(targets)
}

/// A crate by flags alone.
fn standalone(spec: &str, out: &str, flags: &TargetFlags, here: &Path) -> Result<Target, Failure> {
    let (package, license) = (flags.name.clone(), flags.license.clone());
    let mut raw = RawSdk { spec: spec.to_owned(), out: out.to_owned(), package, license, ..RawSdk::default() };
    flags.source.over(&mut raw, here);
    let mut target = config::ready(&raw, here, &|_, _| None)?;
    name_overlays(&mut target, here);
    target.config.member = flags.member;
    Ok(target)
}

fn from_file(spec: Option<&str>, flags: &TargetFlags, here: &Path) -> Result<Vec<Target>, Failure> {
    let Some(file) = file(flags.config.as_deref(), here)? else {
        let (message, help) = match spec {
            Some(spec) => (
                format!("no folder to write the crate of `{spec}` to"),
                format!("name one: generator generate {spec} --out my-sdk"),
            ),
            None => (
                format!("no {FILE_NAME} here or in a folder above"),
                "write one with `generator init SPEC`, or name a description and a folder: \
                 generator generate SPEC --out DIR"
                    .to_owned(),
            ),
        };
        return Err(Failure::usage(message, help));
    };
    let chosen = choose(&file, spec, flags.only.as_deref(), here)?;
    if chosen.len() > 1 && (flags.out.is_some() || flags.name.is_some()) {
        let message = format!("--out and --name are for one crate, and {} has {}", file.name, chosen.len());
        return Err(Failure::usage(message, "choose one with --only PACKAGE"));
    }
    let mut wrong = shared_folders(&file);
    let mut targets = Vec::new();
    for index in chosen {
        let Some(raw) = file.raw.sdk.get(index) else { continue };
        match one(&file, index, raw, flags, here) {
            Ok(target) => targets.push(target),
            Err(found) => wrong.extend(found),
        }
    }
    if wrong.is_empty() { Ok(targets) } else { Err(wrong.into()) }
}

/// Entries with the folder of an earlier one: each run would undo what the other wrote.
fn shared_folders(file: &File) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let entries = file.raw.sdk.iter().enumerate();
    let again = entries.filter(|(_, raw)| !seen.insert(absolute(&file.folder, Path::new(&raw.out))));
    let finding = |(index, raw): (usize, &RawSdk)| {
        Finding::new(Code::ConfigValue, format!("`{}` is the folder of another [[sdk]] as well", raw.out))
            .help("give each crate a folder of its own")
            .at(file.spot(index, "out", None))
    };
    again.map(finding).collect()
}

/// One entry with the flags over it.
fn one(file: &File, index: usize, raw: &RawSdk, flags: &TargetFlags, here: &Path) -> Result<Target, Vec<Finding>> {
    let mut raw = raw.clone();
    if let Some(out) = &flags.out {
        raw.out = absolute(here, Path::new(out)).to_string_lossy().into_owned();
    }
    if let Some(name) = &flags.name {
        raw.package = Some(name.clone());
    }
    if let Some(license) = &flags.license {
        raw.license = Some(license.clone());
    }
    flags.source.over(&mut raw, here);
    let mut target = config::ready(&raw, &file.folder, &|key, item| file.spot(index, key, item))?;
    // An entry is a member of its workspace; a crate that a flag sends elsewhere stands alone.
    target.config.member = flags.out.is_none() || flags.member;
    target.out_name = relative(&target.out, here);
    name_overlays(&mut target, here);
    if let SpecSource::Path { path, name } = &mut target.spec {
        *name = relative(path, here);
    }
    Ok(target)
}

/// Overlays are shown as seen from `here`.
pub(super) fn name_overlays(target: &mut Target, here: &Path) {
    for overlay in &mut target.config.source.overlays {
        overlay.name = relative(&overlay.path, here);
    }
}

impl SourceFlags {
    /// Puts the flags over what `generator.toml` says; their paths are below `here`.
    pub(super) fn over(&self, raw: &mut RawSdk, here: &Path) {
        let path = |path: &PathBuf| absolute(here, path).to_string_lossy().into_owned();
        if let Some(root) = &self.ref_root {
            raw.ref_root = Some(path(root));
        }
        let lists = [
            (&mut raw.select.tags, &self.tag),
            (&mut raw.select.paths, &self.path),
            (&mut raw.select.operations, &self.operation),
            (&mut raw.select.exclude_tags, &self.exclude_tag),
            (&mut raw.select.exclude_paths, &self.exclude_path),
            (&mut raw.select.exclude_operations, &self.exclude_operation),
        ];
        lists.into_iter().for_each(|(list, more)| list.extend(more.iter().cloned()));
        raw.overlays.extend(self.overlay.iter().map(path));
        raw.allow_remote.extend(self.allow_remote.iter().cloned());
    }
}

/// The `generator.toml` that counts.
pub(super) fn file(named: Option<&Path>, here: &Path) -> Result<Option<File>, Failure> {
    let path = match named {
        Some(path) => absolute(here, path),
        None => match config::find(here) {
            Some(path) => path,
            None => return Ok(None),
        },
    };
    let name = named.map_or_else(|| relative(&path, here), |p| p.display().to_string());
    Ok(Some(config::read(&path, &name)?))
}

/// The entries that are asked for.
fn choose(file: &File, spec: Option<&str>, only: Option<&str>, here: &Path) -> Result<Vec<usize>, Failure> {
    let package = |raw: &RawSdk| {
        let last = || Path::new(&raw.out).file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        raw.package.clone().unwrap_or_else(last)
    };
    let wanted = spec.map(|s| absolute(here, Path::new(s)));
    let fits = |raw: &RawSdk| {
        wanted.as_ref().is_none_or(|w| *w == absolute(&file.folder, Path::new(&raw.spec)))
            && only.is_none_or(|o| o == package(raw))
    };
    let sdk = &file.raw.sdk;
    let chosen: Vec<_> = sdk.iter().enumerate().filter(|(_, raw)| fits(raw)).map(|(index, _)| index).collect();
    if !chosen.is_empty() {
        return Ok(chosen);
    }
    let name = &file.name;
    Err(match (spec, only) {
        (_, Some(only)) => {
            let packages: Vec<_> = sdk.iter().map(package).collect();
            let packages: Vec<_> = packages.iter().map(String::as_str).collect();
            let help = guess::did_you_mean(only, &packages, "its `package` keys name all crates");
            Failure::usage(format!("{name} has no crate `{only}`"), help)
        }
        (Some(spec), None) => Failure::usage(
            format!("no [[sdk]] of {name} has the spec `{spec}`, and there is no --out"),
            format!("name a folder: generator generate {spec} --out my-sdk"),
        ),
        (None, None) => {
            let finding = Finding::new(Code::ConfigValue, format!("{name} has no [[sdk]] table"));
            Failure::new(Exit::Usage, finding.help("add one with `spec` and `out`"))
        }
    })
}

/// The files of `--templates`; each must replace an embedded one, or a slip in its name would be lost in silence.
fn templates(folder: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let name = folder.display().to_string();
    let files = read::folder(folder).map_err(|error| Failure::unreadable(&name, &error))?;
    let mut embedded = Templates::embedded();
    let known: Vec<_> = embedded.paths().map(str::to_owned).collect();
    let known: Vec<_> = known.iter().map(String::as_str).collect();
    let mut texts = BTreeMap::new();
    for (path, bytes) in files {
        let Ok(text) = String::from_utf8(bytes) else {
            return Err(Failure::usage(format!("`{name}/{path}` is not UTF-8"), "save it as UTF-8"));
        };
        if embedded.overlay(&path, &text).is_err() {
            let help = guess::did_you_mean(&path, &known, "its path must be one below `templates/crate/`");
            return Err(Failure::usage(format!("`{name}/{path}` replaces no template"), help));
        }
        texts.insert(path, text);
    }
    Ok(texts)
}

/// A path as seen from `here`, with `/`.
pub(super) fn relative(path: &Path, here: &Path) -> String {
    let mut to = path.components().peekable();
    let mut from = here.components().peekable();
    while to.peek().is_some() && to.peek() == from.peek() {
        to.next();
        from.next();
    }
    let up = from.count();
    // From another drive, or from far away, the whole path says more.
    if up > 3 || matches!(to.peek(), Some(Component::Prefix(_) | Component::RootDir)) {
        return path.display().to_string();
    }
    let parts = std::iter::repeat_n("..".to_owned(), up);
    let parts: Vec<_> = parts.chain(to.map(|p| p.as_os_str().to_string_lossy().into_owned())).collect();
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_from_here() {
        let from = |path: &str| relative(Path::new(path), Path::new("/w/a/b"));
        assert_eq!(from("/w/a/b/c.yaml"), "c.yaml");
        assert_eq!(from("/w/a/c.yaml"), "../c.yaml");
        assert_eq!(from("/w/a/b"), ".");
        assert_eq!(relative(Path::new("/x"), Path::new("/a/b/c/d")), "/x");
    }
}
