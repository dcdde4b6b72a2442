//! One crate, measured.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::Measure;
use crate::{
    cargo::{Cargo, write_empty},
    process::{Cost, run},
};

/// A crate.
#[derive(Debug)]
pub struct Side {
    /// Its name.
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
    /// Where it is compiled.
    pub target: PathBuf,
}

impl Side {
    /// A call of cargo.
    pub fn cargo(&self, folder: &Path, words: &[&str]) -> Command {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(words).arg("-q").arg("--manifest-path").arg(folder.join("Cargo.toml"));
        command.env_remove("RUSTFLAGS").env("CARGO_TARGET_DIR", &self.target).env("CARGO_INCREMENTAL", "0");
        command
    }

    /// Compiles what it depends on, with an empty crate in its place.
    pub fn prepare(&self) -> Result<(), String> {
        let features = self.features()?;
        let empty = self.folder.with_file_name(format!("empty-{}", self.name));
        write_empty(&self.folder, &empty).map_err(|error| error.to_string())?;
        said(self.cargo(&empty, &CHECK).args(["--features", &features])).map(|_| ())
    }

    /// All that can be on here; the versions are those of the generator's workspace.
    pub fn features(&self) -> Result<String, String> {
        let cargo = Cargo::new(self.target.clone(), &self.folder).map_err(|error| error.to_string())?;
        if !self.folder.join("Cargo.lock").is_file() {
            said(&mut self.cargo(&self.folder, &["generate-lockfile"]))?;
        }
        Ok(cargo.features)
    }

    /// What the crate alone costs, without some of its features.
    pub fn check(&self, without: &[String]) -> Result<Cost, String> {
        let features = self.features()?;
        let features: Vec<_> = features.split(',').filter(|name| !without.iter().any(|one| one == name)).collect();
        let root = self.folder.join("src/lib.rs");
        let text = fs::read(&root).map_err(|error| error.to_string())?;
        fs::write(&root, text).map_err(|error| error.to_string())?;
        said(self.cargo(&self.folder, &CHECK).args(["--features", &features.join(",")]))
    }

    /// Megabytes of the package.
    pub fn packed(&self) -> Measure {
        said(&mut self.cargo(&self.folder, &["package", "--no-verify", "--allow-dirty"]))?;
        megabytes(&self.target.join("package").join(format!("{}-0.1.0.crate", self.name)))
    }
}

const CHECK: [&str; 3] = ["check", "--lib", "--no-default-features"];

/// What it cost, or what it said.
pub fn said(command: &mut Command) -> Result<Cost, String> {
    let ended = run(command).map_err(|error| error.to_string())?;
    let lines = || ended.stderr.lines().filter(|line| line.starts_with("error")).take(4).collect::<Vec<_>>().join("; ");
    if ended.success { Ok(ended.cost) } else { Err(lines()) }
}

/// How large a file is.
#[expect(clippy::cast_precision_loss, reason = "no file has 2^53 bytes")]
pub fn megabytes(path: &Path) -> Measure {
    let data = fs::metadata(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(data.len() as f64 / 1e6)
}
