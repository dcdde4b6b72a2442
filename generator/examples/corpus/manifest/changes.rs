//! How what is emitted now differs from what was.

use std::{collections::BTreeSet, fmt::Write as _, fs, path::PathBuf};

use similar::{ChangeTag, TextDiff};

use super::hashes::{Spec, hash};
use crate::Error;

/// The texts behind the hashes.
#[derive(Debug)]
pub struct Texts {
    /// Of when the manifest was written, where they are still here.
    pub kept: PathBuf,
    /// Of now.
    pub now: PathBuf,
}

/// How many files are named, and of how many of them hunks are shown.
const NAMED: usize = 40;
const SHOWN: usize = 4;

/// How many lines of a file's hunks are shown.
const LINES: usize = 24;

/// Says it; nothing when nothing differs.
pub fn of(old: Option<&Spec>, new: Option<&Spec>, texts: &Texts) -> Result<Option<String>, Error> {
    let none = Spec::default();
    let (Some(new), old) = (new, old.unwrap_or(&none)) else {
        return Ok(Some("not in the folder any more".to_owned()));
    };
    if new == old {
        return Ok(None);
    }
    if old.refused.is_empty() && old.files.is_empty() {
        return Ok(Some(format!("new, {} files", new.files.len())));
    }
    if new.refused != old.refused {
        let refused = |spec: &Spec| if spec.refused.is_empty() { "emitted".to_owned() } else { spec.refused.join(" ") };
        return Ok(Some(format!("was {}, is {} ({} files)", refused(old), refused(new), new.files.len())));
    }
    let paths: BTreeSet<_> = old.files.keys().chain(new.files.keys()).collect();
    let changed: Vec<_> = paths.into_iter().filter(|path| old.files.get(*path) != new.files.get(*path)).collect();
    let mut said = format!("{} of {} files changed\n", changed.len(), new.files.len());
    let mut sum = (0, 0);
    let mut unknown = 0;
    for (index, path) in changed.iter().enumerate() {
        let (before, after) = (old.files.get(*path), new.files.get(*path));
        let kept = fs::read(texts.kept.join(path)).ok().filter(|bytes| Some(&hash(bytes)) == before);
        let is_known = before.is_none() || kept.is_some();
        unknown += usize::from(!is_known);
        let kept = String::from_utf8_lossy(&kept.unwrap_or_default()).into_owned();
        let now = if after.is_some() { fs::read_to_string(texts.now.join(path))? } else { String::new() };
        let diff = TextDiff::from_lines(&kept, &now);
        let count = |tag| diff.iter_all_changes().filter(|change| change.tag() == tag).count();
        let (more, less) = (count(ChangeTag::Insert), count(ChangeTag::Delete));
        if is_known {
            sum = (sum.0 + more, sum.1 + less);
        }
        if index >= NAMED {
            continue;
        }
        let what = match (before, after) {
            (None, _) => "new, ",
            (_, None) => "gone, ",
            _ => "",
        };
        let lines = if is_known { format!("{what}+{more} -{less}") } else { format!("{what}lines unknown") };
        let _ = writeln!(said, "    {path}: {lines}");
        if index < SHOWN && is_known && before.is_some() && after.is_some() {
            let hunks = diff.unified_diff().context_radius(1).to_string();
            hunks.lines().take(LINES).for_each(|line| said.extend(["        ", line, "\n"]));
        }
    }
    if changed.len() > NAMED {
        let _ = writeln!(said, "    and {} more", changed.len() - NAMED);
    }
    let _ = write!(said, "    in all +{} -{}", sum.0, sum.1);
    if unknown > 0 {
        let _ = write!(
            said,
            "; the old text of {unknown} files is not kept here: check the parent commit out, run this there, and again here"
        );
    }
    Ok(Some(said))
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, fs};

    use super::{Spec, Texts, hash, of};

    #[test]
    fn lines_where_the_old_text_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let texts = Texts { kept: folder.path().join("kept"), now: folder.path().join("now") };
        fs::create_dir(&texts.kept).unwrap();
        fs::create_dir(&texts.now).unwrap();
        fs::write(texts.kept.join("a.rs"), "one\ntwo\n").unwrap();
        fs::write(texts.now.join("a.rs"), "one\nthree\n").unwrap();
        fs::write(texts.now.join("b.rs"), "b\n").unwrap();
        let spec = |files: &[(&str, &str)]| Spec {
            files: files
                .iter()
                .map(|(path, text)| ((*path).to_owned(), hash(text.as_bytes())))
                .collect::<BTreeMap<_, _>>(),
            ..Spec::default()
        };
        let old = spec(&[("a.rs", "one\ntwo\n"), ("b.rs", "lost\n")]);
        let new = spec(&[("a.rs", "one\nthree\n"), ("b.rs", "b\n")]);
        let said = of(Some(&old), Some(&new), &texts).unwrap().unwrap();
        assert!(said.contains("a.rs: +1 -1") && said.contains("-two") && said.contains("+three"), "{said}");
        assert!(said.contains("b.rs: lines unknown") && said.contains("old text of 1 files"), "{said}");
        assert_eq!(of(Some(&new), Some(&new), &texts).unwrap(), None);
        let refused = Spec { refused: vec!["dialect-version".to_owned()], ..Spec::default() };
        assert!(
            of(Some(&refused), Some(&new), &texts).unwrap().unwrap().starts_with("was dialect-version, is emitted")
        );
    }
}
