//! inputs: what a side of `diff` is called, and where its description and its neighbours are.
//!
//! A side is a file, a folder, or a part of a git repository (`main:openapi.yaml`); of those, the description and what it
//! may refer to are exported to a folder of their own (`follow`), so that references, overlays and `generator.toml` are
//! those of that ref.

pub mod choice;
pub mod follow;
pub mod git;

use std::path::{Path, PathBuf};

use self::git::Export;
use crate::{config::absolute, failure::Failure, guess};

/// The names that a description has in a folder.
pub const USUAL: &[&str] = &["openapi.yaml", "openapi.yml", "openapi.json"];

/// What a side is called on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A file or a folder that exists.
    Path(String),
    /// A file or a folder of a commit; without a path the one that `generator.toml` names.
    Git {
        /// A branch, a tag, a commit.
        reference: String,
        /// From the top of the repository; with `./` or `../` before it from the working folder.
        path: Option<String>,
    },
}

impl Named {
    /// What a text means in a folder: an existing file or folder of that name wins.
    ///
    /// # Errors
    /// When it can be neither.
    pub fn of(text: &str, here: &Path) -> Result<Self, Failure> {
        if text == "-" {
            let help = "save the description to a file, or name a ref of git: main:openapi.yaml";
            return Err(Failure::usage("diff does not read standard input", help));
        }
        if !text.is_empty() && here.join(text).exists() {
            return Ok(Self::Path(text.to_owned()));
        }
        // A ref holds no `:`, so the first one ends it.
        let (reference, path) = text.split_once(':').map_or((text, None), |(name, path)| (name, Some(path)));
        git::check(reference).map_err(|why| {
            let message = format!("`{}` is neither a file nor a folder, and {why}", text.escape_debug());
            Failure::usage(message, "name a file, a folder, or a ref of git and a path: main:openapi.yaml")
        })?;
        let path = path.map(|path| if path.is_empty() { "." } else { path }.to_owned());
        Ok(Self::Git { reference: reference.to_owned(), path })
    }
}

/// A side whose description was found.
#[derive(Debug)]
pub struct Side {
    /// How reports call it: `main:openapi.yaml`.
    pub name: String,
    /// The description's name without the ref.
    pub plain: String,
    /// The description, absolute.
    pub spec: PathBuf,
    /// Where it was exported to; none: it is in the working tree.
    pub export: Option<Export>,
}

impl Side {
    /// A file or a folder as it is now.
    ///
    /// # Errors
    /// When a folder has no description.
    pub fn of_path(name: &str, here: &Path) -> Result<Self, Failure> {
        let spec = absolute(here, Path::new(name));
        let (spec, plain) = description(&spec, name, spec.is_dir())?;
        Ok(Self { name: plain.clone(), plain, spec, export: None })
    }

    /// A file or a folder of a commit, by its path from the top of the repository.
    ///
    /// # Errors
    /// When it is not there.
    pub fn of_export(export: Export, path: &str) -> Result<Self, Failure> {
        let spec = absolute(export.folder(), Path::new(path));
        let shown = export.name(path);
        let is_folder = export.is_folder(path);
        if !spec.starts_with(export.folder()) || !(spec.is_file() || is_folder) {
            return Err(not_there(&export, path, &shown));
        }
        let (spec, _) = description(&spec, &shown, is_folder)?;
        let plain = spec.strip_prefix(export.folder()).unwrap_or(&spec).to_string_lossy().replace('\\', "/");
        Ok(Self { name: export.name(&plain), plain, spec, export: Some(export) })
    }

    /// What reports call a file that belongs to it.
    #[must_use]
    pub fn called(&self, file: &str) -> String {
        self.export.as_ref().map_or_else(|| file.to_owned(), |export| export.name(file))
    }
}

/// What a commit has not, or not as a description.
fn not_there(export: &Export, path: &str, shown: &str) -> Failure {
    let shown = shown.escape_debug();
    if export.has(path) {
        let message = format!("`{shown}` is no description by its name");
        return Failure::usage(message, "of a ref files that end in .yaml, .yml or .json are read; name it so");
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let same = export.files().find(|file| file.rsplit('/').next() == Some(name));
    let near = same.map(String::as_str).or_else(|| guess::closest(path, export.files().map(String::as_str)));
    let help = "the path is from the top of the repository; with `./` before it from this folder";
    let help =
        near.map_or_else(|| help.to_owned(), |near| format!("did you mean `{}`?", export.name(near).escape_debug()));
    Failure::usage(format!("`{shown}` is not there"), help)
}

/// The description itself, or the one of a folder.
fn description(path: &Path, name: &str, is_folder: bool) -> Result<(PathBuf, String), Failure> {
    if !is_folder {
        return Ok((path.to_path_buf(), name.to_owned()));
    }
    let usual = USUAL.iter().find(|usual| path.join(usual).is_file());
    let Some(usual) = usual else {
        let message = format!("the folder `{}` holds none of {}", name.escape_debug(), USUAL.join(", "));
        return Err(Failure::usage(message, "name the description itself"));
    };
    let name = match name.trim_end_matches('/') {
        "." | "" => (*usual).to_owned(),
        name => format!("{name}/{usual}"),
    };
    Ok((path.join(usual), name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Result<Named, String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        Named::of(text, folder).map_err(|failure| failure.to_string())
    }

    #[test]
    fn an_existing_file_wins() {
        assert_eq!(named("Cargo.toml").unwrap(), Named::Path("Cargo.toml".to_owned()));
        assert_eq!(named("src").unwrap(), Named::Path("src".to_owned()));
    }

    #[test]
    fn a_ref_may_have_a_path() {
        let git = |reference: &str, path: Option<&str>| Named::Git {
            reference: reference.to_owned(),
            path: path.map(str::to_owned),
        };
        assert_eq!(named("main:a/b.yaml").unwrap(), git("main", Some("a/b.yaml")));
        assert_eq!(named("HEAD~1").unwrap(), git("HEAD~1", None));
        assert_eq!(named("main:").unwrap(), git("main", Some(".")));
        assert_eq!(named("main:a:b").unwrap(), git("main", Some("a:b")));
    }

    #[test]
    fn what_would_be_a_flag_of_git_is_refused() {
        for text in ["--output=x:openapi.yaml", "-", "", ":openapi.yaml", "a\nb:c", "--upload-pack=x"] {
            assert!(named(text).is_err(), "{text}");
        }
    }
}
