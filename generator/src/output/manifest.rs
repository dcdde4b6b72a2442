//! The manifest: which files of the folder are the generator's, and what they held when it wrote them.

use std::{cmp::Ordering, collections::BTreeMap, convert::Infallible, fmt::Write as _};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::names::{Layout, is_allowed};
use crate::parallel;

/// Its name in the output folder.
pub(super) const NAME: &str = ".sdk-manifest.json";

/// The manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// The version of the generator that wrote the folder.
    pub(super) generator: String,
    /// Path -> SHA-256 of the content, in hexadecimal.
    pub(super) files: BTreeMap<String, String>,
}

impl Manifest {
    /// Of what this generator is about to write.
    pub(super) fn of(files: &BTreeMap<String, String>) -> Self {
        let files: Vec<_> = files.iter().collect();
        let hashed =
            parallel::map(&files, |(path, text)| Ok::<_, Infallible>(((*path).clone(), hash(text.as_bytes()))));
        let files = match hashed {
            Ok(files) => files.into_iter().collect(),
        };
        Self { generator: env!("CARGO_PKG_VERSION").to_owned(), files }
    }

    /// Reads one; `None` when it is none, such as after a merge conflict. One that names a path which the generator
    /// never writes is none either: what it lists is deleted.
    pub(super) fn parse(bytes: &[u8], layout: Layout) -> Option<Self> {
        let manifest: Self = serde_json::from_slice(bytes).ok()?;
        let sound =
            manifest.files.keys().all(|path| is_allowed(path, layout)) && release(&manifest.generator).is_some();
        sound.then_some(manifest)
    }

    /// Its text.
    pub(super) fn text(&self) -> String {
        let mut text = format!("{:#}", serde_json::json!(self));
        text.push('\n');
        text
    }

    /// Whether a newer generator wrote it.
    pub(super) fn is_newer(&self) -> bool {
        compare(&self.generator, env!("CARGO_PKG_VERSION")) == Some(Ordering::Greater)
    }
}

/// SHA-256, in hexadecimal.
pub(super) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn compare(a: &str, b: &str) -> Option<Ordering> {
    Some(release(a)?.cmp(&release(b)?))
}

/// The three numbers of a version, and whether it is a release (which follows its pre-releases).
fn release(version: &str) -> Option<([u64; 3], bool)> {
    let version = version.split('+').next()?;
    let (core, pre) = version.split_once('-').map_or((version, None), |(core, pre)| (core, Some(pre)));
    let numbers: Vec<u64> = core.split('.').map(|n| n.parse().ok()).collect::<Option<_>>()?;
    Some((numbers.try_into().ok()?, pre.is_none()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_ordered_by_number() {
        assert_eq!(compare("0.10.0", "0.9.9"), Some(Ordering::Greater));
        assert_eq!(compare("1.0.0-rc.1", "1.0.0"), Some(Ordering::Less));
        assert_eq!(compare("1.0.0+5", "1.0.0"), Some(Ordering::Equal));
        assert_eq!(compare("new", "1.0.0"), None);
    }

    #[test]
    fn reads_what_it_writes() {
        let manifest = Manifest::of(&BTreeMap::from([("src/lib.rs".to_owned(), "x".to_owned())]));
        let text = manifest.text();
        assert!(text.contains("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"), "{text}");
        assert_eq!(Manifest::parse(text.as_bytes(), Layout::Crate), Some(manifest));
    }

    #[test]
    fn what_is_broken_or_names_a_foreign_path_is_none() {
        for text in [
            "<<<<<<< HEAD",
            r#"{"generator":"0.1.0"}"#,
            r#"{"generator":"0.1.0","files":{"../../etc/passwd":""}}"#,
            r#"{"generator":"0.1.0","files":{"src/main.rs":""}}"#,
            r#"{"generator":"?","files":{}}"#,
        ] {
            assert_eq!(Manifest::parse(text.as_bytes(), Layout::Crate), None, "{text}");
        }
    }
}
