//! The steps of one description.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use crate::{
    Error, allows,
    cargo::Cargo,
    documents::Documents,
    generator_cli,
    inspected::{Inspected, errors, failure_codes},
    process::{Ended, run},
    record::{Counts, Record, Step},
    specs::{Spec, entries},
    untyped::untyped,
};

/// All of them, in order.
pub const ALL: [&str; 6] = ["generate", "again", "count", "check", "clippy", "doc"];

/// Those that compile nothing.
pub const WITHOUT_COMPILER: [&str; 3] = ["generate", "again", "count"];

/// Where things are.
#[derive(Clone, Debug)]
pub struct Folders {
    /// Emitted crates.
    pub crates: PathBuf,
    /// Crates of the same dependencies, for compiling these.
    pub empty: PathBuf,
    /// What cargo makes.
    pub target: PathBuf,
}

/// Does them until one fails; `began` hears of each.
pub fn steps(spec: &Spec, folders: &Folders, compile: bool, began: &dyn Fn(&str)) -> Record {
    let mut record = Record { name: spec.name.clone(), bytes: size(&spec.whole), ..Record::default() };
    let mut at = "generate";
    let outcome = (|| -> Result<(), Error> {
        let out = folders.crates.join(&spec.name);
        began(at);
        if !generate(spec, &out, &mut record)? {
            return Ok(());
        }
        for step in
            ["again", "count"].into_iter().chain(compile.then_some(["check", "clippy", "doc"]).into_iter().flatten())
        {
            at = step;
            began(at);
            let step = match step {
                "again" => again(spec, &out)?,
                "count" => count(spec, &out, &mut record)?,
                _ => compiled(step, spec, &out, folders)?,
            };
            let compiles = step.name != "check" || step.well || !step.said.iter().any(|line| line.contains("error: "));
            record.steps.push(step);
            if !compiles {
                break;
            }
        }
        Ok(())
    })();
    if let Err(error) = outcome {
        record.steps.push(Step { name: at.to_owned(), said: vec![error.to_string()], ..Step::default() });
    }
    record
}

/// The size of all that belongs to a description.
fn size(path: &Path) -> u64 {
    if path.is_dir() {
        return entries(path).unwrap_or_default().iter().map(|path| size(path)).sum();
    }
    let name = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let counts = ["json", "yaml", "yml"].contains(&name.as_str());
    if counts { fs::metadata(path).map_or(0, |data| data.len()) } else { 0 }
}

fn generate(spec: &Spec, out: &Path, record: &mut Record) -> Result<bool, Error> {
    if out.is_dir() {
        fs::remove_dir_all(out)?;
    }
    let documents = Documents::open(&spec.main);
    if let Ok(documents) = &documents {
        record.version = documents.version().to_owned();
        record.counts.described = documents.operations().len();
    }
    let ended = run(&mut generator_cli::generate(&spec.main, out, &spec.name)?)?;
    if !ended.success {
        record.diagnostics = failure_codes(&ended.stdout);
    }
    let well = ended.success;
    record.steps.push(said("generate", well, ended));
    Ok(well)
}

/// A step of the generator; its errors stand in its report, or beside it when it broke.
fn said(name: &str, well: bool, ended: Ended) -> Step {
    let mut lines = if well { Vec::new() } else { errors(&ended.stdout) };
    if lines.is_empty() && !well {
        lines = ended.stderr.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
    }
    lines.truncate(8);
    Step { name: name.to_owned(), well, said: lines, cost: ended.cost }
}

/// A second run touches no file: neither its bytes nor its time.
fn again(spec: &Spec, out: &Path) -> Result<Step, Error> {
    let before = stamps(out)?;
    let ended = run(&mut generator_cli::generate(&spec.main, out, &spec.name)?)?;
    let after = stamps(out)?;
    let touched: Vec<_> =
        after.iter().filter(|(path, stamp)| before.get(*path) != Some(stamp)).map(|(path, _)| path).collect();
    let gone = before.keys().filter(|path| !after.contains_key(*path));
    let changed: Vec<_> = touched.into_iter().chain(gone).map(|path| format!("touched: {}", path.display())).collect();
    let mut step = said("again", ended.success && changed.is_empty(), ended);
    step.said.extend(changed.into_iter().take(8));
    Ok(step)
}

fn stamps(folder: &Path) -> Result<BTreeMap<PathBuf, (SystemTime, u64)>, Error> {
    let mut stamps = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for path in entries(&folder)? {
            if path.is_dir() {
                open.push(path);
            } else {
                let data = fs::metadata(&path)?;
                stamps.insert(path, (data.modified()?, data.len()));
            }
        }
    }
    Ok(stamps)
}

/// What the generator says that it made, and what the description says that it should have.
fn count(spec: &Spec, out: &Path, record: &mut Record) -> Result<Step, Error> {
    let ended = run(&mut generator_cli::inspect(&spec.main)?)?;
    let inspected = Inspected::parse(&ended.stdout)?;
    let typed = inspected.operations.iter().filter(|operation| operation.typed).count();
    record.counts = Counts {
        typed,
        quarantined: inspected.operations.len() - typed,
        types: inspected.types.len(),
        fields: inspected.field_count(),
        ..record.counts
    };
    record.diagnostics = inspected.codes();
    record.untyped = untyped(&Documents::open(&spec.main)?, &inspected);
    record.allows = allows::of(out)?;
    Ok(said("count", ended.success, ended))
}

fn compiled(step: &str, spec: &Spec, out: &Path, folders: &Folders) -> Result<Step, Error> {
    let cargo = Cargo::new(folders.target.clone(), out)?;
    match step {
        "check" => {
            let ended = cargo.dependencies(out, &folders.empty.join(&spec.name))?;
            if !ended.success {
                return Ok(said("check", false, ended));
            }
            Ok(cargo.check(out)?)
        }
        "clippy" => Ok(cargo.clippy(out)?),
        _ => Ok(cargo.doc(out)?),
    }
}
