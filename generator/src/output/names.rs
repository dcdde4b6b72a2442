//! The file names that the generator may write (`SECURITY.md`): nothing outside the folder, nothing that another
//! operating system cannot store, nothing that cargo would run.

/// What the output folder is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// A crate.
    #[default]
    Crate,
    /// A module tree: what stands under a crate's `src/`.
    Module,
}

/// Files beside the `.rs` ones.
const FIXED: &[&str] = &["Cargo.toml", "README.md", "rustfmt.toml"];

/// Device names of Windows, with any extension.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul"];

/// The longest name that common file systems store, in bytes.
const LONGEST: usize = 255;

/// Whether the generator may write `path` (relative, with `/`).
#[must_use]
pub(super) fn is_allowed(path: &str, layout: Layout) -> bool {
    let Some((file, folders)) = path.split('/').collect::<Vec<_>>().split_last().map(|(f, d)| (*f, d.to_vec())) else {
        return false;
    };
    let rust = file.strip_suffix(".rs").is_some_and(is_word) && file.len() <= LONGEST && file != "main.rs";
    let folders_fit = folders.iter().all(|f| is_word(f) && f.len() <= LONGEST);
    match (layout, folders.as_slice()) {
        (Layout::Module, _) => rust && folders_fit,
        (Layout::Crate, []) => FIXED.contains(&file),
        // `src/bin` and `src/main.rs` are programs to cargo, `src/ext.rs` belongs to the user.
        (Layout::Crate, ["src"]) => rust && file != "ext.rs",
        (Layout::Crate, ["src", first, ..]) => rust_below(file) && folders_fit && *first != "bin" && *first != "ext",
        // A folder below `examples` is a program where it holds `main.rs`, which `rust` excludes.
        (Layout::Crate, ["examples" | "tests", ..]) => rust && folders_fit,
        _ => false,
    }
}

/// Below a folder of `src`, `main.rs` is a module like any other.
fn rust_below(file: &str) -> bool {
    file.strip_suffix(".rs").is_some_and(is_word) && file.len() <= LONGEST
}

fn is_word(text: &str) -> bool {
    let letters = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    let numbered =
        |device: &str| text.strip_prefix(device).is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()));
    !text.is_empty() && letters && !DEVICES.contains(&text) && !numbered("com") && !numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_has_its_own_files_only() {
        for path in [
            "Cargo.toml",
            "README.md",
            "rustfmt.toml",
            "src/lib.rs",
            "src/types/pet.rs",
            "src/runtime/wire/object.rs",
            "src/resources/main.rs",
            "examples/pets.rs",
            "tests/api.rs",
            "tests/api/pets.rs",
        ] {
            assert!(is_allowed(path, Layout::Crate), "{path}");
        }
        let long = format!("src/types/{}.rs", "a".repeat(253));
        for path in [
            "",
            "/etc/passwd",
            "../x.rs",
            "src/../x.rs",
            "src//x.rs",
            "src/./x.rs",
            "build.rs",
            "src/main.rs",
            "src/ext.rs",
            "src/ext/a.rs",
            "src/bin/x.rs",
            "benches/a.rs",
            ".cargo/config.toml",
            "rust-toolchain.toml",
            "src/A.rs",
            "src/types/aux.rs",
            "src/com1/a.rs",
            "src/types/é.rs",
            "src/x.rs ",
            "src\\x.rs",
            "c:/x.rs",
            "src/x.txt",
            "src/types/.rs",
            "examples/a/main.rs",
            "tests/a/main.rs",
            "Cargo.lock",
            ".sdk-manifest.json",
            &long,
        ] {
            assert!(!is_allowed(path, Layout::Crate), "{path}");
        }
    }

    #[test]
    fn a_module_has_rust_files_only() {
        assert!(is_allowed("mod.rs", Layout::Module));
        assert!(is_allowed("types/pet.rs", Layout::Module));
        assert!(!is_allowed("Cargo.toml", Layout::Module));
        assert!(!is_allowed("../mod.rs", Layout::Module));
    }
}
