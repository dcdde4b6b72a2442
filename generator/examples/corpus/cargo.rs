//! What cargo says of an emitted crate.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::{
    process::{Ended, run},
    record::Step,
};

/// How cargo is called for one crate.
#[derive(Debug)]
pub struct Cargo {
    /// Where it compiles.
    pub target: PathBuf,
    /// The features that are on.
    pub features: String,
}

/// The versions that the generator's own workspace uses: what is compiled already is not compiled again.
const LOCK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock");

/// How many lines of what a step says are kept.
const SHOWN: usize = 12;

impl Cargo {
    /// For the crate in `folder`: all of its features. `native-tls` needs OpenSSL of the machine on Linux, and is left
    /// out with a word where there is none.
    pub fn new(target: PathBuf, folder: &Path) -> io::Result<Self> {
        let manifest: toml::Table = fs::read_to_string(folder.join("Cargo.toml"))?.parse().unwrap_or_default();
        let features = manifest.get("features").and_then(toml::Value::as_table);
        let names: Vec<_> = features.into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        let features = names.into_iter().filter(|name| *name != "native-tls" || has_openssl());
        let lock = folder.join("Cargo.lock");
        if Path::new(LOCK).is_file() && !lock.is_file() {
            fs::copy(LOCK, lock)?;
        }
        Ok(Self { target, features: features.collect::<Vec<_>>().join(",") })
    }

    fn command(&self, folder: &Path, words: &[&str]) -> Command {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(words).args(["--no-default-features", "--features", &self.features]);
        command.arg("--manifest-path").arg(std::path::absolute(folder).unwrap_or_default().join("Cargo.toml"));
        // What the program that runs this was called with is not the crate's.
        command.env_remove("RUSTFLAGS").env("CARGO_TARGET_DIR", &self.target).env("CARGO_INCREMENTAL", "0");
        command.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_TERM_COLOR", "never");
        command
    }

    /// Compiles what the crate depends on, by a crate of the same manifest that is empty: the steps after it then cost
    /// what the crate itself costs.
    pub fn dependencies(&self, folder: &Path, empty: &Path) -> io::Result<Ended> {
        write_empty(folder, empty)?;
        run(&mut self.command(empty, &["check", "--all-targets"]))
    }

    /// `cargo check` of the library.
    pub fn check(&self, folder: &Path) -> io::Result<Step> {
        let ended = run(&mut self.command(folder, &["check", "--message-format", "json"]))?;
        Ok(judged("check", ended))
    }

    /// `cargo clippy -- -D warnings` of the library, its examples and tests.
    pub fn clippy(&self, folder: &Path) -> io::Result<Step> {
        let mut command = self.command(folder, &["clippy", "--all-targets", "--message-format", "json"]);
        Ok(judged("clippy", run(command.args(["--", "-D", "warnings"]))?))
    }

    /// `cargo doc` with warnings as errors.
    pub fn doc(&self, folder: &Path) -> io::Result<Step> {
        let mut command = self.command(folder, &["doc", "--no-deps", "--message-format", "json"]);
        Ok(judged("doc", run(command.env("RUSTDOCFLAGS", "-D warnings"))?))
    }
}

/// A crate of the same manifest with nothing in it.
pub fn write_empty(folder: &Path, empty: &Path) -> io::Result<()> {
    fs::create_dir_all(empty.join("src"))?;
    let manifest = fs::read_to_string(folder.join("Cargo.toml"))?;
    let mut manifest: toml::Table = manifest.parse().map_err(io::Error::other)?;
    manifest.remove("example");
    fs::write(empty.join("Cargo.toml"), toml::to_string(&manifest).map_err(io::Error::other)?)?;
    fs::write(empty.join("src/lib.rs"), "")?;
    fs::write(empty.join("README.md"), "")?;
    fs::copy(folder.join("Cargo.lock"), empty.join("Cargo.lock"))?;
    Ok(())
}

fn has_openssl() -> bool {
    !cfg!(target_os = "linux")
        || Command::new("pkg-config").args(["--exists", "openssl"]).status().is_ok_and(|status| status.success())
}

/// A step that is well when the compiler says nothing at all.
fn judged(name: &str, ended: Ended) -> Step {
    let mut said = diagnostics(&ended.stdout);
    if said.is_empty() && !ended.success {
        said = ended.stderr.lines().take(SHOWN).map(str::to_owned).collect();
    }
    Step { name: name.to_owned(), well: ended.success && said.is_empty(), said, cost: ended.cost }
}

/// What the compiler said, each with its place, and at the end how much more it was.
fn diagnostics(stdout: &str) -> Vec<String> {
    let messages = stdout.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let messages = messages.filter(|line| line.get("reason") == Some(&Value::from("compiler-message")));
    let spoken = messages.filter_map(|line| {
        let message = line.get("message")?;
        let span = message.get("spans")?.as_array()?.first();
        let place = |span: &Value| Some(format!("{}:{}: ", span.get("file_name")?.as_str()?, span.get("line_start")?));
        let place = span.and_then(place).unwrap_or_default();
        Some(format!("{place}{}: {}", message.get("level")?.as_str()?, message.get("message")?.as_str()?))
    });
    let mut spoken: Vec<_> = spoken.collect();
    let more = spoken.len().saturating_sub(SHOWN);
    spoken.truncate(SHOWN);
    spoken.extend((more > 0).then(|| format!("and {more} more")));
    spoken
}

#[cfg(test)]
mod tests {
    use super::judged;
    use crate::process::{Cost, Ended};

    #[test]
    fn a_warning_is_not_well() {
        let line = r#"{"reason":"compiler-message","message":{"level":"warning","message":"unused","spans":[{"file_name":"src/lib.rs","line_start":3}]}}"#;
        let ended = |stdout: &str| Ended {
            success: true,
            stdout: stdout.to_owned(),
            stderr: "    Finished\n".to_owned(),
            cost: Cost::default(),
        };
        let step = judged("check", ended(line));
        assert!(!step.well);
        assert_eq!(step.said, ["src/lib.rs:3: warning: unused"]);
        assert!(judged("check", ended("{\"reason\":\"build-finished\",\"success\":true}")).well);
    }
}
