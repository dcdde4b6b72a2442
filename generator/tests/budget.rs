//! What one run may cost: a description of 1 MB in 2 seconds and 500 MB, as the program that people install.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "../sdk-tests/benches/compile/spec.rs"]
mod spec;

use std::{
    env, fs,
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

const TIME: Duration = Duration::from_secs(2);
const MEMORY: usize = 500 << 20;

/// `.ci/run` asks for it and names the program, a release build: a debug build says nothing about either, and a release
/// build of the tests would compile all that only they need.
#[test]
#[ignore = "needs GENERATOR, the path of a release build"]
fn a_large_description_is_cheap() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("large.json");
    let text = spec::synthetic(400, 300);
    assert!(text.len() >= 1_000_000, "{}", text.len());
    fs::write(&input, text).unwrap();

    let started = Instant::now();
    let mut command = Command::new(env::var_os("GENERATOR").unwrap());
    command.arg("generate").arg(&input).arg("--out").arg(folder.path().join("large")).arg("--quiet");
    let (peak, status) = watched(command.spawn().unwrap());
    let took = started.elapsed();
    println!("{:.2} s, {} MB", took.as_secs_f64(), peak >> 20);
    assert!(status && took < TIME && 0 < peak && peak < MEMORY, "{took:?}, {peak} bytes, success: {status}");
}

/// The largest resident memory of a child, in bytes, as long as it could be asked; and whether it succeeded.
fn watched(mut child: Child) -> (usize, bool) {
    let path = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        // The system's own high-water mark; a zombie has none.
        let status = fs::read_to_string(&path).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|rest| rest.split_whitespace().next()?.parse::<usize>().ok());
        peak = kilobytes.map_or(peak, |kilobytes| kilobytes << 10);
        if let Some(status) = child.try_wait().unwrap() {
            return (peak, status.success());
        }
        thread::sleep(Duration::from_millis(1));
    }
}
