//! follow: of a commit, only the files that a description may refer to are exported, and the files that those refer to.
//!
//! References are known only when files are read, so a file is taken when its name stands anywhere in the text of one that
//! was: as a reference, an overlay of `generator.toml`, or in a sentence. A name that a text may spell otherwise (with a
//! blank, by escapes) is taken anyway. So too much may be exported, and never too little.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use super::{
    USUAL,
    git::{Export, Repository},
};
use crate::{config::FILE_NAME, diff::disk, failure::Failure};

/// The ends of names that descriptions, overlays and configurations have.
const KINDS: &[&str] = &["yaml", "yml", "json", "toml"];

/// Exports the configurations of a commit, which say where its descriptions are, and the manifests of crates, which have
/// their versions.
///
/// # Errors
/// When git cannot read them, or they are too many.
pub fn configurations(repository: &Repository, export: &mut Export) -> Result<(), Failure> {
    let named = |path: &&String| [FILE_NAME, "Cargo.toml"].contains(&last(path));
    let found = export.files().filter(named).cloned().collect();
    repository.bring(export, &found)
}

/// Exports a description, or the one of a folder, with what it may refer to.
///
/// # Errors
/// When git cannot read them, or they are too many.
pub fn description(repository: &Repository, export: &mut Export, path: &str) -> Result<(), Failure> {
    let known: Vec<String> = export.files().filter(|path| is_kind(path)).cloned().collect();
    let mut by_name: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
    known.iter().for_each(|path| by_name.entry(last(path)).or_default().push(path));

    let usual = USUAL.iter().map(|usual| format!("{path}/{usual}"));
    let top = USUAL.iter().filter(|_| path == ".").map(|usual| (*usual).to_owned());
    let own: BTreeSet<String> = std::iter::once(path.to_owned()).chain(usual).chain(top).collect();
    // A description may be of any kind when it is named.
    let own = export.files().filter(|file| own.contains(*file) && is_kind(file));
    let odd = known.iter().filter(|path| !last(path).chars().all(is_plain));
    let here = export.below(&export.here()).unwrap_or_default();
    let governs =
        |file: &&String| [path, here.as_str()].iter().any(|inside| Path::new(inside).starts_with(folder(file)));
    let governing = export.taken().filter(|file| last(file) == FILE_NAME).filter(governs);
    let mut open: BTreeSet<String> = own.chain(odd).chain(governing).cloned().collect();
    let mut read = BTreeSet::new();
    while !open.is_empty() {
        repository.bring(export, &open)?;
        let mut next = BTreeSet::new();
        for path in &open {
            let bytes = disk::read(&export.folder().join(path)).unwrap_or_default();
            match names(&String::from_utf8_lossy(&bytes)) {
                Some(names) => {
                    let found = names.iter().filter_map(|name| by_name.get(name.as_str()));
                    next.extend(found.flatten().map(|path| (*path).clone()));
                }
                None => next.extend(known.iter().cloned()),
            }
        }
        read.append(&mut open);
        open = next.difference(&read).cloned().collect();
    }
    Ok(())
}

fn is_kind(path: &str) -> bool {
    let end = path.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
    end.is_some_and(|end| KINDS.contains(&end.as_str()))
}

/// The name of a file without its folder.
fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The folder that a file is in.
fn folder(path: &str) -> &Path {
    Path::new(path).parent().unwrap_or(Path::new(""))
}

/// A letter of a name that every text has as it is, unless by an escape.
const fn is_plain(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-' | '~' | '+' | '@')
}

/// The names of files that a text may mean; none: some may be written by escapes.
fn names(text: &str) -> Option<BTreeSet<String>> {
    if has_escaped_name(text) {
        return None;
    }
    let words = text.split(|letter: char| !is_plain(letter) && letter != '%');
    // A sentence ends behind a name.
    let words = words.map(|word| decoded(word.trim_end_matches('.')));
    Some(words.filter(|word| is_kind(word)).map(|word| last(&word).to_owned()).collect())
}

/// `a%2Db.yaml` as `a-b.yaml`; of a path what is meant by it.
fn decoded(word: &str) -> String {
    let mut parts = word.split('%');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let letter = part.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok()).filter(u8::is_ascii);
        match (letter, part.get(2..)) {
            (Some(letter), Some(rest)) => format!("{text}{}{rest}", char::from(letter)),
            _ => format!("{text}%{part}"),
        }
    })
}

/// Whether an escape of YAML or JSON stands for a letter of a name, or hides the end of a line.
fn has_escaped_name(text: &str) -> bool {
    text.split('\\').skip(1).any(|after| {
        let code = |from: usize, to: usize| after.get(from..to).and_then(|code| u32::from_str_radix(code, 16).ok());
        let letter = match after.chars().next() {
            Some('\n' | '\r') => return true,
            Some('x') => code(1, 3),
            Some('u') => code(1, 5),
            Some('U') => code(1, 9),
            _ => None,
        };
        letter.and_then(char::from_u32).is_some_and(|letter| is_plain(letter) || letter == '%' || letter == '/')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        names(text).unwrap().into_iter().collect()
    }

    #[test]
    fn names_are_found_in_whatever_surrounds_them() {
        assert_eq!(found("$ref: 'parts/pet.yaml#/Pet'\n$ref: ../b-c_d.JSON\n"), ["b-c_d.JSON", "pet.yaml"]);
        assert_eq!(found(r#"{"$ref": ".\/pet.yaml", "x": "\u003cb\u003e caf\u00e9"}"#), ["pet.yaml"]);
        assert_eq!(found("overlays = ['a.yaml',\"b.yml\"] # and c.toml."), ["a.yaml", "b.yml", "c.toml"]);
        assert_eq!(found("a%2Db.yaml c%2fd.yaml 100%.yaml %zz.yaml").len(), 4);
        assert!(found("a%2Db.yaml c%2Fd.yaml").contains(&"d.yaml".to_owned()));
        assert_eq!(found("openapi: 3.0.3\ninfo: {version: 1.yaml2}"), [""; 0]);
    }

    #[test]
    fn a_name_may_be_hidden() {
        for text in ["\"\\u0070et.yaml\"", "\"\\x70et.yaml\"", "\"\\U00000070et.yaml\"", "\"pe\\\nt.yaml\""] {
            assert_eq!(names(text), None, "{text}");
        }
        for text in ["\\d+\\.\\d", "\\u00e9", "\\u12", "c:\\users", "\\"] {
            assert!(names(text).is_some(), "{text}");
        }
    }
}
