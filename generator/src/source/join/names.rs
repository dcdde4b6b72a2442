//! The names of the components that targets become.
//!
//! A name comes from the target: the last token of its pointer, or the file's stem for a whole document. A component of
//! the root document keeps its name. Where several targets claim one name, the first by file and pointer gets it; the
//! others get their file's stem behind it, or where that says nothing new its folder's name, and where even that is
//! taken six letters of a hash of file and pointer. No name depends on the order of references.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};

use super::{Join, Section};
use crate::pointer::Pointer;

/// Words that say what a node is, not which one.
const KEYWORDS: &[&str] =
    &["schema", "items", "additionalProperties", "content", "allOf", "oneOf", "anyOf", "properties", "not"];

/// A target's file, pointer and index.
type Claim = (String, Pointer, usize);

impl Join<'_> {
    pub(super) fn name_all(&mut self) {
        let mut claims: BTreeMap<(Section, String), Vec<Claim>> = BTreeMap::new();
        for (index, ((section, origin), target)) in self.targets.iter().enumerate() {
            if target.name.is_none() {
                let file = self.library.identity(origin.file);
                let name = own_name(&file, &origin.pointer);
                claims.entry((section, name)).or_default().push((file, origin.pointer.clone(), index));
            }
        }
        let claimed: BTreeSet<(Section, String)> = claims.keys().cloned().collect();
        let mut given = self.taken.clone();
        for ((section, name), mut claimants) in claims {
            claimants.sort();
            for (file, pointer, index) in claimants {
                let free = |name: &str, own: bool| {
                    let key = (section, name.to_owned());
                    !given.contains(&key) && (own || !claimed.contains(&key))
                };
                let chosen = if free(&name, true) {
                    name.clone()
                } else {
                    let longer =
                        suffixes(&file, &name).map(|suffix| format!("{name}_{suffix}")).find(|n| free(n, false));
                    longer.unwrap_or_else(|| format!("{name}_{}", hash(&file, &pointer)))
                };
                given.insert((section, chosen.clone()));
                if let Some((_, target)) = self.targets.get_index_mut(index) {
                    target.name = Some(chosen);
                }
            }
        }
    }
}

fn own_name(file: &str, pointer: &Pointer) -> String {
    let tokens = pointer.tokens();
    let telling = |token: &&String| {
        !KEYWORDS.contains(&token.as_str()) && !token.contains('/') && token.parse::<usize>().is_err()
    };
    match (tokens.last(), tokens.iter().rev().find(telling)) {
        (None, _) | (_, None) => stem(file).to_owned(),
        (Some(last), Some(word)) if last == word => last.clone(),
        (Some(last), Some(word)) => format!("{word}_{last}"),
    }
}

fn stem(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or_default();
    match name.split_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ if name.is_empty() => "document",
        _ => name,
    }
}

/// What tells a file from others, the nearest first.
fn suffixes<'f>(file: &'f str, name: &'f str) -> impl Iterator<Item = &'f str> {
    let folders = file.rsplit('/').skip(1).filter(|folder| !folder.is_empty() && *folder != "..");
    std::iter::once(stem(file)).filter(move |stem| *stem != name).chain(folders)
}

fn hash(file: &str, pointer: &Pointer) -> String {
    let digest = Sha256::digest(format!("{file}#{pointer}"));
    digest.iter().take(3).map(|byte| format!("{byte:02x}")).collect()
}
