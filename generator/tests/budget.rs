//! What one run may cost, as the program that people install: a description of 1 MB in 2 seconds and 500 MB, and one in
//! which everything hangs together no more.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "../sdk-tests/benches/compile/spec.rs"]
mod spec;

use std::{
    env,
    ffi::OsStr,
    fs,
    process::{Child, Command, Stdio},
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

    let out = folder.path().join("large");
    is_cheap([OsStr::new("generate"), input.as_os_str(), "--out".as_ref(), out.as_os_str(), "--quiet".as_ref()]);
}

/// Each resource needs every type, and each operation is reported at its place: whatever walks all of something for each
/// of something shows here, in minutes.
#[test]
#[ignore = "needs GENERATOR, the path of a release build"]
fn what_hangs_together_is_no_dearer() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (folder.path().join("old.json"), folder.path().join("new.json"));
    fs::write(&old, circle(1500, "string")).unwrap();
    fs::write(&new, circle(1500, "integer")).unwrap();

    // Thousands of files would measure the disk.
    let (out, dry) = (folder.path().join("circle"), OsStr::new("--dry-run"));
    is_cheap([OsStr::new("generate"), old.as_os_str(), "--out".as_ref(), out.as_os_str(), "--quiet".as_ref(), dry]);
    is_cheap([OsStr::new("diff"), old.as_os_str(), new.as_os_str(), "--quiet".as_ref()]);
}

/// So many operations without a name, each of a resource of its own, over schemas that hold each other; and the type of
/// one property.
fn circle(count: usize, ty: &str) -> String {
    let (mut paths, mut schemas) = (Vec::new(), Vec::new());
    for index in 0..count {
        let next = (index + 1) % count;
        let last = if index == 77 { ty } else { "string" };
        paths.push(format!(
            r##""/things{index}": {{"get": {{"responses": {{"200": {{"description": "It.", "content": {{"application/json": {{"schema": {{"$ref": "#/components/schemas/Thing{index}"}}}}}}}}}}}}}}"##
        ));
        schemas.push(format!(
            r##""Thing{index}": {{"type": "object", "properties": {{"name": {{"type": "string"}}, "last": {{"type": "{last}"}}, "next": {{"$ref": "#/components/schemas/Thing{next}"}}}}}}"##
        ));
    }
    let (paths, schemas) = (paths.join(","), schemas.join(","));
    format!(
        r#"{{"openapi": "3.0.3", "info": {{"title": "T", "version": "1"}}, "servers": [{{"url": "https://a.test"}}], "paths": {{{paths}}}, "components": {{"schemas": {{{schemas}}}}}}}"#
    )
}

#[track_caller]
fn is_cheap<'a>(arguments: impl IntoIterator<Item = &'a OsStr>) {
    let started = Instant::now();
    let mut command = Command::new(env::var_os("GENERATOR").unwrap());
    let (peak, status) = watched(command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
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
