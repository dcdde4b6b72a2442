//! Emitted crates in the hands of cargo.

use std::{fs, path::Path, process::Command};

use generator::{
    emit::Files,
    output::{self, Options},
};

/// Fails when clippy or rustdoc says anything about the crate.
pub fn without_a_warning(files: &Files, name: &str) {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = root.join(name);
    let _ = fs::remove_dir_all(&folder);
    output::write(&folder, files, Options::default()).unwrap();
    // The workspace's versions, so that nothing is resolved anew.
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    for arguments in [&["clippy", "-q", "--all-targets", "--", "-D", "warnings"][..], &["doc", "-q", "--no-deps"]] {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.args(arguments).current_dir(&folder).env("RUSTDOCFLAGS", "-D warnings");
        let output = command.env("CARGO_TARGET_DIR", root.join("emitted")).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.is_empty(), "{name}: {arguments:?}\n{said}");
    }
}
