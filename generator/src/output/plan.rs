//! What is to be done with each file: decided from three contents (new, old, on disk) before anything is touched.

use std::collections::{BTreeMap, BTreeSet};

use super::manifest::{Manifest, hash};

/// What stands at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum OnDisk {
    /// Nothing.
    Absent,
    /// A file with these bytes.
    File(Vec<u8>),
    /// A link: never the generator's.
    Link,
}

/// What is to be done, by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// Files to write.
    pub(super) write: Vec<String>,
    /// Files that are as they should be.
    pub(super) keep: Vec<String>,
    /// Files to delete.
    pub(super) remove: Vec<String>,
    /// Files that a person edited; each is in `write` or `remove` as well.
    pub(super) edited: Vec<String>,
}

/// Decides. A file with the old content or the new one was not edited: the latter is left by a run that was cut off.
pub(super) fn plan(new: &BTreeMap<String, String>, old: Option<&Manifest>, disk: &BTreeMap<String, OnDisk>) -> Plan {
    let mut plan = Plan::default();
    let old_files = old.map(|m| &m.files);
    let paths: BTreeSet<&String> = new.keys().chain(old_files.into_iter().flatten().map(|(path, _)| path)).collect();
    for path in paths {
        let known = old_files.and_then(|files| files.get(path));
        let text = new.get(path);
        match disk.get(path).unwrap_or(&OnDisk::Absent) {
            OnDisk::Absent if text.is_none() => continue,
            OnDisk::Absent => {}
            OnDisk::File(bytes) if text.is_some_and(|t| t.as_bytes() == bytes) => {
                plan.keep.push(path.clone());
                continue;
            }
            OnDisk::File(bytes) if known.is_some_and(|k| *k == hash(bytes)) => {}
            OnDisk::File(_) | OnDisk::Link => plan.edited.push(path.clone()),
        }
        let list = if text.is_some() { &mut plan.write } else { &mut plan.remove };
        list.push(path.clone());
    }
    plan
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(files: &[(&str, &str)]) -> BTreeMap<String, String> {
        files.iter().map(|(p, t)| ((*p).to_owned(), (*t).to_owned())).collect()
    }

    fn disk(files: &[(&str, &str)]) -> BTreeMap<String, OnDisk> {
        files.iter().map(|(p, t)| ((*p).to_owned(), OnDisk::File(t.as_bytes().to_vec()))).collect()
    }

    #[test]
    fn each_file_has_its_own_fate() {
        let old =
            Manifest::of(&texts(&[("same", "1"), ("changed", "1"), ("stale", "1"), ("gone", "1"), ("edited", "1")]));
        let new = texts(&[("same", "1"), ("changed", "2"), ("fresh", "1"), ("edited", "2"), ("cut", "2")]);
        let disk = disk(&[("same", "1"), ("changed", "1"), ("stale", "1"), ("edited", "mine"), ("cut", "2")]);
        let plan = plan(&new, Some(&old), &disk);
        assert_eq!(plan.write, ["changed", "edited", "fresh"]);
        assert_eq!(plan.keep, ["cut", "same"]);
        assert_eq!(plan.remove, ["stale"]);
        assert_eq!(plan.edited, ["edited"]);
    }

    #[test]
    fn an_edited_stale_file_and_a_link_are_the_persons() {
        let old = Manifest::of(&texts(&[("stale", "1"), ("link", "1")]));
        let mut disk = disk(&[("stale", "mine")]);
        disk.insert("link".to_owned(), OnDisk::Link);
        let plan = plan(&texts(&[("link", "1")]), Some(&old), &disk);
        assert_eq!(plan.edited, ["link", "stale"]);
    }

    #[test]
    fn without_a_manifest_only_equal_files_pass() {
        let plan = plan(&texts(&[("a", "1"), ("b", "1")]), None, &disk(&[("a", "1"), ("b", "2")]));
        assert_eq!((plan.keep, plan.edited), (vec!["a".to_owned()], vec!["b".to_owned()]));
    }
}
