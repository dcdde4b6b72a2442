//! The Rust verdict of the compiler: both crates emitted and compared, and the checked-in crate with what this generator
//! makes of its own description.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{args::DiffFlags, between::Subject, look::Seen};
use crate::{
    cli::console::Console,
    config::{Config, absolute},
    diagnostic::Code,
    diff::{
        Finding, Level, MadeBy, Report, Verified, Wire,
        inputs::git::{Export, Repository, Wanted},
        rust::{
            merge,
            verify::{NotVerified, crates_report, verify_crates},
        },
    },
    emit,
    failure::{Exit, Failure},
    finding::{Finding as Said, escape},
    model::Api,
    output::{self, Layout, Options},
    source::read,
};

/// Where methods of one's own stand in a crate.
const EXT: &str = "src/ext.rs";
/// What every crate of ours has.
const MANIFEST: &str = ".sdk-manifest.json";

/// Sets in the report what the crates say; what is to be said when they cannot be asked.
///
/// # Errors
/// A bug of ours, or a folder that cannot be written.
pub(super) fn verified(
    console: Console,
    flags: &DiffFlags,
    [old, new]: [&Subject; 2],
    between: Option<&Seen>,
    report: &mut Report,
) -> Result<Option<Said>, Failure> {
    let (Some(before), Some(after)) = (between.unwrap_or(&old.seen).run.api.as_ref(), new.seen.run.api.as_ref()) else {
        return Ok(None);
    };
    let bench = Bench::new(console, flags)?;
    let config = of_emission(new);
    let (was, is) = (bench.emitted(before, &config, "old", old)?, bench.emitted(after, &config, "new", new)?);
    let said = match verify_crates(&was, &is, &bench.target, &|step| console.note(step)) {
        Ok(verification) => {
            merge::merge(report, &verification);
            None
        }
        Err(why) => {
            merge::not_verified(report);
            Some(not_verified(console, &why))
        }
    };
    match said {
        Some(said) => Ok(Some(said)),
        None => of_generator(console, &bench, old, report),
    }
}

/// The report of two crates alone.
///
/// # Errors
/// A folder that is no crate, or crates that cannot be compared.
pub(super) fn of_crates(console: Console, flags: &DiffFlags, [old, new]: [&Path; 2]) -> Result<Report, Failure> {
    let bench = Bench::new(console, flags)?;
    crates_report(old, new, &bench.target, &|step| console.note(step)).map_err(|why| match &why {
        NotVerified::NoCrate { .. } => Failure::usage(why.to_string(), why.help().unwrap_or_default()),
        _ => Failure::new(Exit::Unverified, not_verified(console, &why)),
    })
}

fn not_verified(console: Console, why: &NotVerified) -> Said {
    let said = Said::new(Code::DiffVerify, in_one_line(console, why));
    match why.help() {
        Some(help) => said.help(help),
        None => said,
    }
}

/// Why, with the compiler's first error; all that it said stands before, on lines of its own.
fn in_one_line(console: Console, why: &NotVerified) -> String {
    let text = why.to_string();
    let (head, said) = text.split_once('\n').unwrap_or((&text, ""));
    said.lines().for_each(|line| console.note(&escape(line)));
    match said.lines().find(|line| line.starts_with("error")) {
        Some(error) => format!("{head} {error}"),
        None => head.to_owned(),
    }
}

/// What the checked-in crate of the old side lacks or has beside what this generator makes of the same description.
fn of_generator(console: Console, bench: &Bench, old: &Subject, report: &mut Report) -> Result<Option<Said>, Failure> {
    let Some(api) = old.seen.run.api.as_ref() else { return Ok(None) };
    let Some((crate_folder, _export)) = checked_in(old)? else { return Ok(None) };
    let mut config = old.chosen.target.config.clone();
    config.ext = output::holds(&crate_folder, EXT);
    let files = emit::emit(api, &config).map_err(|bug| Failure::bug(&bug))?;
    let drift = output::check(&crate_folder, &files, Layout::Crate);
    if !drift.is_ok_and(|differences| differences.iter().any(|difference| difference.path.starts_with("src/"))) {
        return Ok(None);
    }
    console.note("the checked-in crate is not what this generator makes of its description: comparing the two");
    let again = bench.emitted(api, &of_emission(old), "again", old)?;
    match verify_crates(&crate_folder, &again, &bench.target, &|step| console.note(step)) {
        Ok(verification) => {
            let made = merge::report("", "", &verification).findings;
            report.findings.extend(made.into_iter().map(|finding| Finding {
                wire: Wire::None,
                level: Level::Info,
                made_by: MadeBy::Generator,
                verified: Verified::Rustdoc,
                ..finding
            }));
            Ok(None)
        }
        Err(why) => {
            let why = in_one_line(console, &why);
            let message = format!("the checked-in crate of `{}` cannot be compared: {why}", escape(&old.side.name));
            Ok(Some(Said::new(Code::DiffVerify, message)))
        }
    }
}

/// The folder of the crate that is checked in with the old description, exported where it is in a ref.
fn checked_in(old: &Subject) -> Result<Option<(PathBuf, Option<Export>)>, Failure> {
    let out = &old.chosen.target.out;
    if old.chosen.borrowed || old.chosen.entry.is_none() {
        return Ok(None);
    }
    let Some(export) = &old.side.export else {
        return Ok(out.join(MANIFEST).is_file().then(|| (out.clone(), None)));
    };
    let Some(below) = export.below(out) else { return Ok(None) };
    if !export.has(&format!("{below}/{MANIFEST}")) {
        return Ok(None);
    }
    let here = crate::cli::targets::here()?;
    let whole = Repository::around(&here)?.export(export.reference(), &Wanted::Below(below.clone()))?;
    Ok(Some((absolute(whole.folder(), Path::new(&below)), Some(whole))))
}

/// What both crates are emitted with: no part that no user of them sees.
fn of_emission(subject: &Subject) -> Config {
    let target = &subject.chosen.target;
    let mut config = Config { member: false, tests: false, examples: false, ext: false, ..target.config.clone() };
    for dependency in &mut config.dependencies {
        // Relative to the crate's own folder, which a temporary one is not.
        let path = dependency.path.as_ref().map(|path| absolute(&target.out, Path::new(path)));
        dependency.path = path.map(|path| path.to_string_lossy().into_owned());
    }
    config
}

/// The hand-written methods of a side's crate: of a ref the file of that ref.
fn of_hand(subject: &Subject) -> Result<Option<String>, Failure> {
    let out = &subject.chosen.target.out;
    let read = |path: &Path| {
        let input = read::file(path).map_err(|error| Failure::unreadable(&path.display().to_string(), &error))?;
        Ok(Some(String::from_utf8_lossy(&input.bytes).into_owned()))
    };
    let below = |export: &Export| Some(export.below(out)? + "/" + EXT);
    if let Some(export) = &subject.side.export
        && let Some(path) = below(export)
    {
        let here = crate::cli::targets::here()?;
        let one = Repository::around(&here)?.export(export.reference(), &Wanted::File(path.clone()))?;
        let file = absolute(one.folder(), Path::new(&path));
        return if file.is_file() { read(&file) } else { Ok(None) };
    }
    if output::holds(out, EXT) { read(&out.join(EXT)) } else { Ok(None) }
}

/// Where crates are emitted and compiled.
struct Bench {
    crates: TempDir,
    target: PathBuf,
    /// Goes away with it, when nobody named a folder.
    _target: Option<TempDir>,
}

impl Bench {
    fn new(console: Console, flags: &DiffFlags) -> Result<Self, Failure> {
        let folder = || {
            tempfile::Builder::new().prefix("generator-diff-").tempdir().map_err(|error| {
                Failure::usage(format!("no temporary folder: {error}"), "set TMPDIR to a folder that can be written")
            })
        };
        let here = crate::cli::targets::here()?;
        let (target, kept) = match &flags.target_dir {
            Some(named) => (absolute(&here, named), None),
            None => {
                console.note("compiling in a temporary folder; --target-dir DIR keeps what is compiled");
                let folder = folder()?;
                (folder.path().to_path_buf(), Some(folder))
            }
        };
        Ok(Self { crates: folder()?, target, _target: kept })
    }

    /// Emits a crate to a folder of its own, with the methods that the side has written by hand.
    fn emitted(&self, api: &Api, config: &Config, name: &str, subject: &Subject) -> Result<PathBuf, Failure> {
        let folder = self.crates.path().join(name);
        let own = of_hand(subject)?;
        let config = Config { ext: own.is_some(), ..config.clone() };
        let files = emit::emit(api, &config).map_err(|bug| Failure::bug(&bug))?;
        let options = Options { layout: Layout::Crate, force: true, dry_run: false };
        output::write(&folder, &files, options).map_err(|refusal| Failure::refused(&refusal, name))?;
        if let Some(text) = own {
            let to = folder.join(EXT);
            output::put(&to, &text).map_err(|error| Failure::unwritable(&to, &error))?;
        }
        Ok(folder)
    }
}
