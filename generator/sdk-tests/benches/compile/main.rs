//! `cargo check` of an emitted crate of 150 structs and 150 operations next to its twins with serde derive, and how long
//! the generator takes for it. `cargo bench -p sdk-tests --bench compile`
//!
//! CPU seconds, user and system, of the crate alone: what it depends on is compiled before. Linux only (`/proc`).

mod spec;
#[path = "../../../examples/corpus/twin/mod.rs"]
mod twin;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use serde_json::Value;
use twin::Directions;

const STRUCTS: usize = 150;
const OPERATIONS: usize = 150;
const RUNS: usize = 3;
const CHECK_LIMIT: f64 = 0.45;
const GENERATION_LIMIT: f64 = 0.2;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let generator = build_generator();
    let emitted = generate(&generator, folder.path(), "emitted", &spec::synthetic(STRUCTS, OPERATIONS));
    let seconds = generation(&generator, folder.path());
    let runtime = generate(&generator, folder.path(), "runtime-only", &spec::synthetic(2, 1));
    let [both, needed] = [Directions::Both, Directions::Needed].map(|directions| {
        let out = folder.path().join(format!("derive-{directions:?}"));
        twin::write(&emitted, &out, directions).unwrap();
        out
    });

    let crates = [&emitted, &both, &needed, &runtime];
    let mut measured: [Vec<f64>; 4] = Default::default();
    for krate in crates {
        check(krate, folder.path());
    }
    for _ in 0..RUNS {
        for (krate, seconds) in crates.into_iter().zip(&mut measured) {
            seconds.push(check(krate, folder.path()));
        }
    }
    let [emitted, both, needed, runtime] = measured.map(median);
    println!("cargo check, CPU s: emitted {emitted:.2}, derive both {both:.2}, derive needed {needed:.2}");
    println!("emitted / derive in both directions: {:.3} (at most {CHECK_LIMIT})", emitted / both);
    println!("emitted / derive in the needed direction: {:.3}", emitted / needed);
    println!(
        "the runtime alone (2 structs, 1 operation): {runtime:.2} CPU s, {:.0} % of emitted",
        runtime / emitted * 100.0
    );
    println!("generation: {seconds:.3} s (under {GENERATION_LIMIT})");
    assert!(emitted / both <= CHECK_LIMIT && seconds < GENERATION_LIMIT, "a measure is above its limit");
}

/// Builds the generator in release mode and says where it is.
fn build_generator() -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--release", "--locked", "-p", "generator", "--bin", "generator", "--message-format=json"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    let messages = String::from_utf8(output.stdout).unwrap();
    let messages = messages.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let mut executables = messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from));
    executables.next().expect("cargo built no generator")
}

fn generate(generator: &Path, folder: &Path, name: &str, spec: &str) -> PathBuf {
    let (input, out) = (folder.join(format!("{name}.json")), folder.join(name));
    fs::write(&input, spec).unwrap();
    run_generator(generator, &input, &out);
    // The workspace's versions: nothing new is resolved, so nothing is downloaded.
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.lock"), out.join("Cargo.lock")).unwrap();
    out
}

fn run_generator(generator: &Path, input: &Path, out: &Path) {
    let mut command = Command::new(generator);
    command.arg("generate").arg(input).arg("--out").arg(out).args(["--name", "synthetic", "--quiet"]);
    assert!(command.status().unwrap().success(), "{command:?} failed");
}

/// The median time of a run that writes everything; then a run that must write nothing.
fn generation(generator: &Path, folder: &Path) -> f64 {
    let (input, out) = (folder.join("emitted.json"), folder.join("generation"));
    let seconds = (0..RUNS).map(|_| {
        let _ = fs::remove_dir_all(&out);
        let started = Instant::now();
        run_generator(generator, &input, &out);
        started.elapsed().as_secs_f64()
    });
    let seconds = median(seconds.collect());
    let before = times(&out);
    run_generator(generator, &input, &out);
    assert_eq!(before, times(&out), "a second run wrote a file");
    seconds
}

fn times(folder: &Path) -> Vec<(PathBuf, std::time::SystemTime)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                open.push(entry.path());
            } else {
                found.push((entry.path(), entry.metadata().unwrap().modified().unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// Checks the crate anew and says what that cost, in CPU seconds.
fn check(krate: &Path, folder: &Path) -> f64 {
    let root = krate.join("src/lib.rs");
    fs::write(&root, fs::read(&root).unwrap()).unwrap();
    let before = children();
    let mut command = Command::new(env!("CARGO"));
    command.args(["check", "--offline", "--quiet"]).current_dir(krate);
    command.env("CARGO_TARGET_DIR", folder.join("target")).env("CARGO_INCREMENTAL", "0");
    assert!(command.status().unwrap().success(), "{} does not compile", krate.display());
    children() - before
}

/// CPU seconds of all ended children and theirs: fields 16 and 17 of `/proc/self/stat`, in ticks of 10 ms (proc(5)).
fn children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("this benchmark reads /proc");
    // The second field, in brackets, may hold spaces.
    let fields: Vec<&str> = stat.rsplit_once(')').unwrap().1.split_whitespace().collect();
    fields[13..15].iter().map(|ticks| ticks.parse::<f64>().unwrap() / 100.0).sum()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
