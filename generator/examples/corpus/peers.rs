//! `--peers`: emitted crates beside those that openapi-to-rust makes of the same descriptions, and beside their twins
//! with serde's derive, in one run.
//!
//! Processor time of `cargo check` for the crate alone (all features; its dependencies are compiled before; the best of
//! three rounds, in each of which the three are checked one after the other; of two where they agree), the packed size, and what three calls add
//! to a released program.

mod large;
mod limits;
mod program;
mod report;
mod rival;
mod sides;

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use serde_json::Value;

use self::{limits::Limit, program::Program, report::Row, sides::Side};
use crate::{
    Error,
    args::Arguments,
    documents::Documents,
    generator_cli,
    inspected::{Inspected, errors},
    process::run,
    specs::Spec,
    survey::bar,
    twin::{self, Directions},
};

/// How often a check is measured at most; the best counts.
const ROUNDS: usize = 3;

/// How near to each other the two best are when one more would tell nothing.
const NEAR: f64 = 1.02;

/// What was measured, or why it was not.
type Measure = Result<f64, String>;

/// Measures them all.
pub fn peers(arguments: &Arguments, specs: &[Spec], rival: &Path) -> Result<ExitCode, Error> {
    let out = std::path::absolute(&arguments.out)?.join("peers");
    // It is called in other folders.
    let peers = Peers { target: out.join("target"), out, rival: std::path::absolute(rival)? };
    let bar = bar(specs.len());
    let mut rows = Vec::new();
    for spec in specs {
        bar.set_message(spec.name.clone());
        let row = peers.one(spec, arguments.programs)?;
        // A run that is cut off has said something.
        bar.suspend(|| eprintln!("{}", report::line(&row)));
        rows.push(row);
        bar.inc(1);
    }
    let large = match arguments.large.as_slice() {
        [file, resource] => {
            bar.set_message("the large one");
            Some(large::measure(file, &resource.to_string_lossy(), &peers.out)?)
        }
        _ => None,
    };
    bar.finish_and_clear();
    let mut limits = limits::of(&rows);
    limits.extend(large.iter().flat_map(large::Large::limits));
    println!("{}", report::show(&rows, large.as_ref(), &limits));
    if let Some(path) = &arguments.json {
        fs::write(path, format!("{:#}\n", report::json(&rows, large.as_ref())))?;
    }
    Ok(if limits.iter().all(Limit::is_met) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

struct Peers {
    out: PathBuf,
    target: PathBuf,
    rival: PathBuf,
}

impl Peers {
    fn one(&self, spec: &Spec, programs: bool) -> Result<Row, Error> {
        let (ours, made) = self.ours(spec)?;
        let twin = self.twin(&ours, made.is_ok(), spec)?;
        let theirs = Side {
            name: rival::package(&spec.name),
            folder: self.out.join("theirs").join(&spec.name),
            target: self.target.clone(),
        };
        let they_made = rival::generate(&self.rival, spec, &theirs.folder);
        let both = made.is_ok() && they_made.is_ok();
        let all = [(&ours, made.clone()), (&twin, made), (&theirs, they_made)];
        let [our_check, twin_check, their_check] = check(all);
        let mut row = Row {
            name: spec.name.clone(),
            size: size(spec)?,
            packed: our_check.as_ref().map_err(Clone::clone).and_then(|_| ours.packed()),
            their_packed: their_check.as_ref().map_err(Clone::clone).and_then(|_| theirs.packed()),
            check: our_check,
            twin: twin_check,
            theirs: their_check,
            program: Err(NOT_ASKED.to_owned()),
            their_program: Err(NOT_ASKED.to_owned()),
        };
        if programs && both && row.check.is_ok() && row.theirs.is_ok() {
            let inspected = inspect(spec)?;
            let (our_calls, their_calls) = rival::calls(&inspected, &theirs.folder)?;
            row.program = Program { side: &ours, begin: program::OURS, calls: &our_calls }.adds();
            row.their_program = Program { side: &theirs, begin: program::THEIRS, calls: &their_calls }.adds();
        }
        Ok(row)
    }

    fn ours(&self, spec: &Spec) -> Result<(Side, Result<(), String>), Error> {
        let folder = fresh(self.out.join("ours").join(&spec.name))?;
        let ended = run(&mut generator_cli::generate(&spec.main, &folder, &spec.name)?)?;
        let made = if ended.success { Ok(()) } else { Err(errors(&ended.stdout).join("; ")) };
        Ok((Side { name: generator_cli::package(&spec.name), folder, target: self.target.clone() }, made))
    }

    fn twin(&self, ours: &Side, made: bool, spec: &Spec) -> Result<Side, Error> {
        let folder = fresh(self.out.join("twins").join(&spec.name))?;
        if made {
            twin::write(&ours.folder, &folder, Directions::Both)?;
        }
        Ok(Side { name: ours.name.clone(), folder, target: self.target.clone() })
    }
}

const NOT_ASKED: &str = "";

fn fresh(folder: PathBuf) -> Result<PathBuf, Error> {
    if folder.is_dir() {
        fs::remove_dir_all(&folder)?;
    }
    Ok(folder)
}

fn inspect(spec: &Spec) -> Result<Value, Error> {
    let inspected: Value = serde_json::from_str(&run(&mut generator_cli::inspect(&spec.main)?)?.stdout)?;
    // Fails early where the form is another.
    Inspected::parse(&inspected.to_string())?;
    Ok(inspected)
}

/// Operations and schemas.
fn size(spec: &Spec) -> Result<usize, Error> {
    let documents = Documents::open(&spec.main)?;
    let count = |path: &str| {
        documents.get(&documents.root()).and_then(|root| root.pointer(path)?.as_object().map(serde_json::Map::len))
    };
    let schemas = count("/components/schemas").or_else(|| count("/definitions")).unwrap_or_default();
    Ok(documents.operations().len() + schemas)
}

/// Seconds of processor time of each: in rounds, so that what else the machine does falls on all of them.
fn check<const N: usize>(sides: [(&Side, Result<(), String>); N]) -> [Measure; N] {
    let prepared =
        |(side, made): (&_, Result<(), String>)| made.and_then(|()| Side::prepare(side)).map(|()| Vec::new());
    let mut measured: [(&Side, Result<Vec<f64>, String>); N] = sides.map(|side| (side.0, prepared(side)));
    for _ in 0..ROUNDS {
        for (side, seconds) in &mut measured {
            let Ok(known) = seconds else { continue };
            if !is_settled(known) {
                match side.check(&[]) {
                    Ok(cost) => known.push(cost.cpu_seconds),
                    Err(why) => *seconds = Err(why),
                }
            }
        }
    }
    measured.map(|(_, seconds)| Ok(seconds?.into_iter().fold(f64::INFINITY, f64::min)))
}

/// Whether the two best are near to each other.
fn is_settled(seconds: &[f64]) -> bool {
    let mut seconds = seconds.to_vec();
    seconds.sort_by(f64::total_cmp);
    matches!(seconds.as_slice(), [best, second, ..] if *second <= best * NEAR)
}

#[cfg(test)]
mod tests {
    #[test]
    fn two_that_agree_are_enough() {
        assert!(!super::is_settled(&[1.0]));
        assert!(super::is_settled(&[1.01, 1.0]));
        assert!(!super::is_settled(&[1.1, 1.0]));
        assert!(super::is_settled(&[1.1, 2.0, 1.11]));
    }
}
