//! `generate`: make crates, or bring them up to date.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{JSON_VERSION, args::WriteFlags, console::Console, progress::Progress, targets::targets};
use crate::{
    config::Target,
    failure::{Exit, Failure},
    finding::escape,
    generator::{Counts, Made, make},
    output::{self, Layout, Options, Prepared, Written},
};

/// How many changed files of one folder are named.
const NAMED: usize = 10;

/// Makes all crates in memory, looks at all folders, and only then writes the first.
pub(super) fn generate(console: Console, spec: Option<&str>, flags: &WriteFlags) -> Result<Exit, Failure> {
    let targets = targets(spec, &flags.target)?;
    let made = make_all(console, &targets)?;
    let options = Options { layout: Layout::Crate, force: flags.force, dry_run: flags.dry_run };
    let written = write_all(&targets, &made, options)?;

    let mut crates = Vec::new();
    for ((target, made), written) in targets.iter().zip(&made).zip(&written) {
        console.findings(&made.findings);
        for line in summary(target, made.counts, written, flags.dry_run) {
            console.line(&line);
        }
        crates.push(as_json(target, made, written));
    }
    if let ([target], Some(_)) = (targets.as_slice(), &flags.target.out) {
        console.line(&workspace_note(target));
    }
    console.json(&json!({ "version": JSON_VERSION, "exit": 0, "dry_run": flags.dry_run, "crates": crates }));
    Ok(Exit::Done)
}

/// Makes every crate, so that one failure names all of them.
pub(super) fn make_all(console: Console, targets: &[Target]) -> Result<Vec<Made>, Failure> {
    let mut made = Vec::new();
    let mut failed: Option<Failure> = None;
    for target in targets {
        let _progress = Progress::start(console, format!("reading {}", escape(target.spec.name())));
        match (make(target), &mut failed) {
            (Ok(one), _) => made.push(one),
            (Err(failure), None) => failed = Some(failure),
            (Err(failure), Some(first)) => first.findings.extend(failure.findings),
        }
    }
    failed.map_or(Ok(made), Err)
}

fn write_all(targets: &[Target], made: &[Made], options: Options) -> Result<Vec<Written>, Failure> {
    let mut prepared: Vec<(&Target, Prepared<'_>)> = Vec::new();
    for (target, made) in targets.iter().zip(made) {
        let ready = output::prepare(&target.out, &made.files, options);
        prepared.push((target, ready.map_err(|refusal| Failure::refused(&refusal, &target.out_name))?));
    }
    let carry_out = |(target, prepared): (&Target, Prepared<'_>)| {
        prepared.carry_out().map_err(|refusal| Failure::refused(&refusal, &target.out_name))
    };
    prepared.into_iter().map(carry_out).collect()
}

/// What was done with one crate.
pub(super) fn summary(target: &Target, counts: Counts, written: &Written, dry_run: bool) -> Vec<String> {
    let (package, out) = (&target.config.package, escape(&target.out_name));
    let mut lines = vec![format!("{package} in {out}: {}, {}", count(counts.types, "type"), operations(counts))];
    let (wrote, removed) = if dry_run { ("would write", "would remove") } else { ("wrote", "removed") };
    for (verb, paths) in [(wrote, &written.written), (removed, &written.removed)] {
        lines.extend(by_folder(paths).into_iter().map(|what| format!("  {verb} {what}")));
    }
    let (new, kept, gone) = (count(written.written.len(), "file"), written.kept.len(), written.removed.len());
    lines.push(format!("{wrote} {new}, kept {kept}, {removed} {gone}"));
    lines
}

/// The files, those of a folder of which many are there in one line.
fn by_folder(paths: &[String]) -> Vec<String> {
    let folder = |path: &str| path.rfind('/').map_or("", |end| path.get(..=end).unwrap_or_default()).to_owned();
    let mut folders: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for path in paths {
        folders.entry(folder(path)).or_default().push(path);
    }
    let lines = folders.into_iter().flat_map(|(folder, files)| {
        let many = files.len() > NAMED;
        let names = files.iter().map(|path| (*path).clone());
        if many { vec![format!("{folder} ({} files)", files.len())] } else { names.collect() }
    });
    lines.collect()
}

/// How many operations there are, and of which kinds.
pub(super) fn operations(counts: Counts) -> String {
    let Counts { typed, raw, left_out, .. } = counts;
    let left_out = if left_out > 0 { format!(", {left_out} left out by choice") } else { String::new() };
    format!("{} ({typed} typed, {raw} raw){left_out}", count(typed + raw, "operation"))
}

pub(super) fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// How a crate that was made by flags stands to a workspace around it.
fn workspace_note(target: &Target) -> String {
    let out = escape(&target.out_name);
    if target.config.member {
        format!("the crate is a member: add \"{out}\" to `members` in the Cargo.toml of the workspace around it")
    } else {
        format!(
            "the crate stands alone (its Cargo.toml has an empty [workspace]); for a member of a workspace, \
             add --member here and \"{out}\" to that workspace's `members`"
        )
    }
}

fn as_json(target: &Target, made: &Made, written: &Written) -> Value {
    json!({
        "package": target.config.package,
        "spec": target.spec.name(),
        "out": target.out_name,
        "types": made.counts.types,
        "operations": { "typed": made.counts.typed, "raw": made.counts.raw, "left_out": made.counts.left_out },
        "written": written.written,
        "kept": written.kept,
        "removed": written.removed,
        "findings": made.findings,
    })
}
