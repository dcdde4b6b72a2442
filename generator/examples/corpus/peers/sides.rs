//! One crate, measured.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::process::run;

/// How a program with our crate begins.
pub const OURS: &str = "let client = sdk::Client::builder().base_url(\"https://example.com\").build()?;";

/// How one with theirs does.
pub const THEIRS: &str = "let client = sdk::generated::HttpClient::new().with_base_url(\"https://example.com\");";

/// A crate.
#[derive(Debug)]
pub struct Side {
    /// Its name.
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
    /// Where it is compiled.
    pub target: PathBuf,
    /// How a program that uses it begins.
    pub begin: &'static str,
    /// Three calls.
    pub calls: Vec<String>,
}

/// How often a check is measured; the best counts.
const TIMES: usize = 3;

impl Side {
    fn cargo(&self, folder: &Path, words: &[&str]) -> Command {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(words).arg("-q").arg("--manifest-path").arg(folder.join("Cargo.toml"));
        command.env_remove("RUSTFLAGS").env("CARGO_TARGET_DIR", &self.target).env("CARGO_INCREMENTAL", "0");
        command
    }

    /// Seconds of processor time for the crate alone.
    pub fn check(&self) -> Result<f64, String> {
        let check = || said(&mut self.cargo(&self.folder, &["check", "--lib", "--all-features"]));
        check()?;
        let root = self.folder.join("src/lib.rs");
        let mut best = f64::INFINITY;
        for _ in 0..TIMES {
            let text = fs::read(&root).map_err(|error| error.to_string())?;
            fs::write(&root, text).map_err(|error| error.to_string())?;
            best = best.min(check()?);
        }
        Ok(best)
    }

    /// Megabytes of the package.
    pub fn packed(&self) -> Result<f64, String> {
        said(&mut self.cargo(&self.folder, &["package", "--no-verify", "--allow-dirty"]))?;
        megabytes(&self.target.join("package").join(format!("{}-0.1.0.crate", self.name)))
    }

    /// Megabytes of a program with the three calls, beside nothing: released and stripped.
    pub fn program(&self) -> Result<f64, String> {
        if self.calls.len() < 3 {
            return Err("not asked for, or fewer than three calls that both have".to_owned());
        }
        let name = format!("program-{}", self.name);
        let folder = self.folder.with_file_name(&name);
        let path = self.folder.display().to_string();
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
             sdk = {{ package = \"{}\", path = {path:?} }}\ntokio = {{ version = \"1\", features = [\"rt\"] }}\n\n\
             [profile.release]\nstrip = true\n\n[workspace]\n",
            self.name
        );
        let calls: String =
            self.calls.iter().map(|call| format!("        println!(\"{{:?}}\", {call}.await.is_ok());\n")).collect();
        let main = format!(
            "fn main() -> Result<(), Box<dyn std::error::Error>> {{\n    {}\n    \
             tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {{\n{calls}    }});\n    Ok(())\n}}\n",
            self.begin
        );
        let write = || {
            fs::create_dir_all(folder.join("src"))?;
            fs::write(folder.join("Cargo.toml"), &manifest)?;
            fs::write(folder.join("src/main.rs"), &main)
        };
        write().map_err(|error| error.to_string())?;
        said(&mut self.cargo(&folder, &["build", "--release"]))?;
        megabytes(&self.target.join("release").join(&name))
    }
}

/// Processor seconds, or what it said.
fn said(command: &mut Command) -> Result<f64, String> {
    let ended = run(command).map_err(|error| error.to_string())?;
    let lines = || ended.stderr.lines().filter(|line| line.starts_with("error")).take(4).collect::<Vec<_>>().join("; ");
    if ended.success { Ok(ended.cost.cpu_seconds) } else { Err(lines()) }
}

#[expect(clippy::cast_precision_loss, reason = "no file has 2^53 bytes")]
fn megabytes(path: &Path) -> Result<f64, String> {
    let data = fs::metadata(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(data.len() as f64 / 1e6)
}
