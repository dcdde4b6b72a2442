//! `--peers`: emitted crates beside those that openapi-to-rust makes of the same descriptions, in one run.
//!
//! Processor time of `cargo check` for the crate alone (its dependencies are compiled before, then its root is touched;
//! all features; the best of three), the packed size, and what a program with three calls takes, released and stripped.

mod rival;
mod sides;

use std::{fs, path::Path, process::ExitCode};

use serde_json::{Value, json};

use self::sides::Side;
use crate::{
    Error,
    args::Arguments,
    documents::Documents,
    generator_cli,
    inspected::{Inspected, errors},
    process::run,
    specs::Spec,
    survey::bar,
    table::aligned,
};

/// What is known of one crate.
#[derive(Debug)]
struct Measured {
    check: Result<f64, String>,
    packed: Result<f64, String>,
    program: Result<f64, String>,
}

/// Measures them all.
pub fn peers(arguments: &Arguments, specs: &[Spec], rival: &Path) -> Result<ExitCode, Error> {
    let out = std::path::absolute(&arguments.out)?.join("peers");
    // It is called in other folders.
    let rival = &std::path::absolute(rival)?;
    let bar = bar(specs.len());
    let mut rows = Vec::new();
    for spec in specs {
        bar.set_message(spec.name.clone());
        rows.push(one(spec, &out, rival, arguments.programs)?);
        bar.inc(1);
    }
    bar.finish_and_clear();
    println!("{}", show(&rows));
    if let Some(path) = &arguments.json {
        let rows = rows.iter().map(|row| {
            let side = |side: &Measured| json!({ "check": side.check, "packed": side.packed, "program": side.program });
            json!({ "name": row.name, "size": row.size, "ours": side(&row.ours), "theirs": side(&row.theirs) })
        });
        fs::write(path, format!("{:#}\n", Value::from_iter(rows)))?;
    }
    let (ours, theirs) = sums(&rows);
    Ok(if theirs > 0.0 && ours * 3.0 <= theirs { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

struct Row {
    name: String,
    /// Operations and schemas.
    size: usize,
    ours: Measured,
    theirs: Measured,
}

fn one(spec: &Spec, out: &Path, rival: &Path, programs: bool) -> Result<Row, Error> {
    let sdk = out.join("ours").join(&spec.name);
    if sdk.is_dir() {
        fs::remove_dir_all(&sdk)?;
    }
    let documents = Documents::open(&spec.main)?;
    let count = |path: &str| {
        documents.get(&documents.root()).and_then(|root| root.pointer(path)?.as_object().map(serde_json::Map::len))
    };
    let schemas = count("/components/schemas").or_else(|| count("/definitions")).unwrap_or_default();
    let size = documents.operations().len() + schemas;
    let target = out.join("target");
    let ended = run(&mut generator_cli::generate(&spec.main, &sdk, &spec.name)?)?;
    let made = if ended.success { Ok(()) } else { Err(errors(&ended.stdout).join("; ")) };
    let calls = out.join("theirs").join(&spec.name);
    let theirs = rival::generate(rival, spec, &calls);
    let (mut our_calls, mut their_calls) = (Vec::new(), Vec::new());
    if made.is_ok() && theirs.is_ok() && programs {
        let inspected: Value = serde_json::from_str(&run(&mut generator_cli::inspect(&spec.main)?)?.stdout)?;
        // Fails early where the form is another.
        Inspected::parse(&inspected.to_string())?;
        (our_calls, their_calls) = rival::calls(&inspected, &calls)?;
    }
    let package = generator_cli::package(&spec.name);
    let ours = measure(
        made,
        &Side { name: package, folder: sdk, target: target.clone(), begin: sides::OURS, calls: our_calls },
    );
    let name = rival::package(&spec.name);
    let theirs = measure(theirs, &Side { name, folder: calls, target, begin: sides::THEIRS, calls: their_calls });
    Ok(Row { name: spec.name.clone(), size, ours, theirs })
}

fn measure(made: Result<(), String>, side: &Side) -> Measured {
    match made {
        Ok(()) => {
            let check = side.check();
            let packed = check.as_ref().map_err(|_| "does not compile".to_owned()).and_then(|_| side.packed());
            let program = check.as_ref().map_err(|_| "does not compile".to_owned()).and_then(|_| side.program());
            Measured { check, packed, program }
        }
        Err(why) => {
            Measured { check: Err(why), packed: Err("not made".to_owned()), program: Err("not made".to_owned()) }
        }
    }
}

/// The sums over those that both compile.
fn sums(rows: &[Row]) -> (f64, f64) {
    let both = rows.iter().filter_map(|row| Some((row.ours.check.as_ref().ok()?, row.theirs.check.as_ref().ok()?)));
    both.fold((0.0, 0.0), |sum, (ours, theirs)| (sum.0 + ours, sum.1 + theirs))
}

fn show(rows: &[Row]) -> String {
    let head = [
        "name",
        "ops + schemas",
        "check s",
        "theirs s",
        "ratio",
        "s per 1,000",
        "theirs",
        "packed MB",
        "theirs MB",
        "program MB",
        "theirs MB",
    ];
    let mut lines = vec![head.map(str::to_owned).to_vec()];
    let number =
        |value: &Result<f64, String>| value.as_ref().map_or_else(|_| "-".to_owned(), |value| format!("{value:.2}"));
    for row in rows {
        let (ours, theirs) = (&row.ours, &row.theirs);
        let ratio = ours.check.as_ref().ok().zip(theirs.check.as_ref().ok()).map(|(ours, theirs)| ours / theirs);
        #[expect(clippy::cast_precision_loss, reason = "no description has 2^53 schemas")]
        let each = |value: &Result<f64, String>| value.clone().map(|seconds| seconds * 1000.0 / row.size.max(1) as f64);
        lines.push(vec![
            row.name.clone(),
            row.size.to_string(),
            number(&ours.check),
            number(&theirs.check),
            ratio.map_or_else(|| "-".to_owned(), |ratio| format!("{ratio:.2}")),
            number(&each(&ours.check)),
            number(&each(&theirs.check)),
            number(&ours.packed),
            number(&theirs.packed),
            number(&ours.program),
            number(&theirs.program),
        ]);
    }
    let mut text = aligned(&lines);
    for row in rows {
        for (whose, side) in [("ours", &row.ours), ("theirs", &row.theirs)] {
            let said = [("check", &side.check), ("packed", &side.packed), ("program", &side.program)];
            for (what, why) in said.into_iter().filter_map(|(what, value)| Some((what, value.as_ref().err()?))) {
                let why: String = why.chars().take(400).collect();
                text.push_str(&format!("\n{}, {whose}, {what}: {why}\n", row.name));
            }
        }
    }
    let (ours, theirs) = sums(rows);
    if theirs == 0.0 {
        return text + "\nno description of which both crates compile";
    }
    text.push_str(&format!("\nin all {ours:.2} s beside {theirs:.2} s: {:.2} of theirs (at most 0.33)", ours / theirs));
    text
}
