//! `--manifest`: what a change of the generator does to everybody's crate.
//!
//! A committed file holds one hash for each emitted file of some descriptions, by name; nothing of the descriptions is in
//! it. What was emitted when it was written is kept below the output folder, so that changes can be shown by line; where
//! that is gone (a fresh checkout), only files are named.

mod changes;
mod hashes;

use std::{fs, path::Path, process::ExitCode};

use self::hashes::Hashes;
use crate::{
    Error,
    args::Arguments,
    generator_cli,
    inspected::{errors, failure_codes},
    process::run,
    specs::{self, Spec},
    survey::bar,
};

/// The committed file.
pub const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus.manifest");

/// Compares, or with `--update` rewrites.
pub fn manifest(arguments: &Arguments) -> Result<ExitCode, Error> {
    let file = arguments.manifest_file.as_deref().unwrap_or(Path::new(FILE));
    let old = if file.is_file() { Hashes::parse(&fs::read_to_string(file)?)? } else { Hashes::default() };
    let specs = chosen(arguments, &old)?;
    let folder = std::path::absolute(&arguments.out)?.join("manifest");
    let bar = bar(specs.len());
    let mut new = if arguments.only.is_empty() { Hashes::default() } else { old.clone() };
    for spec in &specs {
        bar.set_message(spec.name.clone());
        new.0.insert(spec.name.clone(), emitted(spec, &folder.join("now").join(&spec.name))?);
        bar.inc(1);
    }
    bar.finish_and_clear();
    let mut stale = 0;
    for name in old.0.keys().chain(new.0.keys().filter(|name| !old.0.contains_key(*name))) {
        let texts = changes::Texts { kept: folder.join("kept").join(name), now: folder.join("now").join(name) };
        let said = changes::of(old.0.get(name), new.0.get(name), &texts)?;
        stale += usize::from(said.is_some());
        if let Some(said) = said {
            println!("{name}: {said}");
        }
        if arguments.update || old.0.get(name) == new.0.get(name) {
            keep(&texts)?;
        }
    }
    let files: usize = new.0.values().map(|spec| spec.files.len()).sum();
    println!("{stale} of {} descriptions changed; {files} files", new.0.len());
    if arguments.update {
        fs::write(file, new.text())?;
        return Ok(ExitCode::SUCCESS);
    }
    if stale > 0 {
        println!("{} is stale: look at the changes, then call this with `--manifest --update`", file.display());
    }
    Ok(if stale == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Those of the manifest, or those that are named; all of a folder when there is no manifest yet.
fn chosen(arguments: &Arguments, old: &Hashes) -> Result<Vec<Spec>, Error> {
    let known: Vec<_> = old.0.keys().cloned().collect();
    let names = if arguments.only.is_empty() { &known } else { &arguments.only };
    specs::only(specs::list(&arguments.folder)?, names)
}

/// Emits into a folder; what is there is replaced.
fn emitted(spec: &Spec, folder: &Path) -> Result<hashes::Spec, Error> {
    if folder.is_dir() {
        fs::remove_dir_all(folder)?;
    }
    let ended = run(&mut generator_cli::generate(&spec.main, folder, &spec.name)?)?;
    if ended.success {
        return hashes::of(folder);
    }
    let codes: Vec<_> = failure_codes(&ended.stdout).into_keys().collect();
    if codes.is_empty() {
        let said = errors(&ended.stdout).into_iter().next().unwrap_or(ended.stderr);
        return Err(format!("{}: {said}", spec.name).into());
    }
    Ok(hashes::Spec { refused: codes, ..hashes::Spec::default() })
}

/// Keeps the text of what is there now for the next comparison.
fn keep(texts: &changes::Texts) -> Result<(), Error> {
    if texts.kept.is_dir() {
        fs::remove_dir_all(&texts.kept)?;
    }
    if let (Some(parent), true) = (texts.kept.parent(), texts.now.is_dir()) {
        fs::create_dir_all(parent)?;
        fs::rename(&texts.now, &texts.kept)?;
    }
    Ok(())
}
