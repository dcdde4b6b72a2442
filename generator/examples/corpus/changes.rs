//! `--changes N`: the diff on real descriptions. Compared with itself, with itself in another order and with itself in two
//! files, a description shows nothing; each of N random edits is found, at its place, and nothing else is.

mod bundle;
mod edits;
mod places;
mod random;
mod reorder;

use std::{fs, path::Path, process::ExitCode};

use generator::{
    Run, Stage,
    config::Config,
    diff::{self, Described, Finding, Report, Wire},
    pointer::Pointer,
    source::{Input, Options},
};
use serde_json::Value;

use self::{
    edits::{Edit, KINDS},
    places::Places,
    random::Random,
};
use crate::{Error, args::Arguments, specs::Spec, survey::bar};

/// Compares them all.
pub fn changes(arguments: &Arguments, specs: &[Spec], edits: usize) -> Result<ExitCode, Error> {
    let bar = bar(specs.len());
    let mut faults = Vec::new();
    let mut made = 0;
    for spec in specs {
        bar.set_message(spec.name.clone());
        let seen = one(spec, edits, arguments.seed)?;
        made += seen.edits;
        bar.println(format!("{:28} {:3} edits, {} faults", spec.name, seen.edits, seen.faults.len()));
        faults.extend(seen.faults.into_iter().map(|fault| format!("{}: {fault}", spec.name)));
        bar.inc(1);
    }
    bar.finish_and_clear();
    faults.iter().for_each(|fault| println!("{fault}"));
    println!("{} descriptions, {made} edits, {} faults", specs.len(), faults.len());
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What was seen of one description.
#[derive(Debug, Default)]
struct Seen {
    edits: usize,
    faults: Vec<String>,
}

fn one(spec: &Spec, edits: usize, seed: u64) -> Result<Seen, Error> {
    let mut seen = Seen::default();
    let mut random = Random::of(seed, &spec.name);
    let joined =
        stages(Input { name: spec.name.clone(), bytes: fs::read(&spec.main)? }, Some(&spec.main), Stage::Source)?;
    let document = joined.loaded.ok_or("not read")?.document;
    let base = of_value(&document)?;

    let mut silent = |what: &str, other: &Run| {
        let report = compare(&base, other);
        seen.faults.extend(report.iter().flat_map(|report| &report.findings).map(|found| said(what, found)));
    };
    silent("itself", &of_value(&document)?);
    let mut shuffled = document.clone();
    reorder::reorder(&mut shuffled, &mut random);
    silent("another order", &of_value(&shuffled)?);
    if let Some((root, schemas)) = bundle::split(document.clone()) {
        silent("two files", &of_files(&root, &schemas)?);
    }

    let places = Places::of(&document);
    for index in 0..edits {
        let Some(kind) = KINDS.get(index % KINDS.len()) else { break };
        let Some(edit) = edits::edit(kind, &document, &places, &mut random) else { continue };
        let other = of_value(&edit.document)?;
        seen.edits += 1;
        match compare(&base, &other) {
            Some(report) => seen.faults.extend(judged(&edit, &report)),
            None => seen.faults.push(format!("{} at {}: not compared", edit.kind, edit.place)),
        }
    }
    Ok(seen)
}

/// What is wrong with what was found of an edit.
fn judged(edit: &Edit, report: &Report) -> Vec<String> {
    let place = Pointer::parse(&edit.place).unwrap_or_default();
    let near = |pointer: &Pointer| pointer.is_at_or_below(&place) || place.is_at_or_below(pointer);
    let about = |found: &Finding| [&found.old, &found.new].into_iter().flatten().any(|side| near(&side.pointer));
    if !report.findings.iter().any(about) {
        return vec![format!("{} at {} was not found", edit.kind, edit.place)];
    }
    let invented = report.findings.iter().filter(|found| found.wire > Wire::None && !about(found));
    invented.map(|found| said(&format!("{} at {}, beside it", edit.kind, edit.place), found)).collect()
}

fn said(what: &str, found: &Finding) -> String {
    let place = |side: &Option<diff::Side>| side.as_ref().map(|side| side.pointer.to_string()).unwrap_or_default();
    format!("{what}: {} ({} / {}): {}", found.id, place(&found.old), place(&found.new), found.message)
}

fn compare(old: &Run, new: &Run) -> Option<Report> {
    Some(diff::compare(side("old", old)?, side("new", new)?))
}

fn side<'a>(name: &'a str, run: &'a Run) -> Option<Described<'a>> {
    let (loaded, lowered, api) = (run.loaded.as_ref()?, run.lowered.as_ref()?, run.api.as_ref()?);
    Some(Described { name, loaded, lowered, api, parts: None })
}

fn of_value(document: &Value) -> Result<Run, Error> {
    stages(Input { name: "api.json".to_owned(), bytes: serde_json::to_vec(document)? }, None, Stage::Resolve)
}

fn of_files(root: &Value, schemas: &Value) -> Result<Run, Error> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join(bundle::SCHEMAS), serde_json::to_vec(schemas)?)?;
    let main = folder.path().join(bundle::ROOT);
    let bytes = serde_json::to_vec(root)?;
    fs::write(&main, &bytes)?;
    stages(Input { name: bundle::ROOT.to_owned(), bytes }, Some(&main), Stage::Resolve)
}

fn stages(input: Input, path: Option<&Path>, last: Stage) -> Result<Run, Error> {
    let mut config = Config::new("sdk");
    let path = path.map(std::path::absolute).transpose()?;
    config.source = Options { path, ..Options::default() };
    generator::run(input, &config, last).map_err(|bug| format!("{bug:?}").into())
}
