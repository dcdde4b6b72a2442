//! The generator as a process of its own, so that its time and memory are its own: this program, called in its place.

use std::{
    ffi::{OsStr, OsString},
    io,
    path::Path,
    process::Command,
};

/// The first argument that makes this program the generator.
const MARK: &str = "as-generator";

/// The generator's arguments, when this program was called in its place.
pub fn asked(arguments: &[OsString]) -> Option<Vec<OsString>> {
    let (mark, rest) = arguments.get(1..)?.split_first()?;
    let name = OsString::from("generator");
    (mark == OsStr::new(MARK)).then(|| std::iter::once(name).chain(rest.iter().cloned()).collect())
}

/// A call of the generator.
pub fn command() -> io::Result<Command> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg(MARK);
    Ok(command)
}

/// What the crate of a description is called; a bare `box` or `test` could not be.
pub fn package(name: &str) -> String {
    format!("{name}-sdk")
}

/// `generate SPEC --out OUT --name NAME-sdk` with a JSON report.
pub fn generate(spec: &Path, out: &Path, name: &str) -> io::Result<Command> {
    let mut command = command()?;
    let package = package(name);
    command.arg("generate").arg(spec).arg("--out").arg(out).args(["--name", &package, "--format", "json"]);
    Ok(command)
}

/// `inspect SPEC` as JSON.
pub fn inspect(spec: &Path) -> io::Result<Command> {
    let mut command = command()?;
    command.arg("inspect").arg(spec).args(["--format", "json"]);
    Ok(command)
}
