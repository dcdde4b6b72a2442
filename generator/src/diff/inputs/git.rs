//! What a commit holds, exported to a folder: plain files that are asked for, without links, within bounds.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Component, Path, PathBuf},
};

use tempfile::TempDir;

use crate::{
    diff::process::{self, Output, Process},
    failure::Failure,
    source::read,
};

/// How many files are exported at most.
const FILES: usize = 20_000;
/// How many bytes they have together at most.
const BYTES: u64 = 2 * read::LIMIT;
/// How many bytes of paths one call of git gets: systems bound the length of a command line.
const ARGUMENTS: usize = 16 * 1024;

/// Whether a text can be a ref; git says whether it is one.
///
/// # Errors
/// Why not.
pub fn check(reference: &str) -> Result<(), &'static str> {
    if reference.is_empty() {
        Err("no ref of git is named")
    } else if reference.starts_with('-') {
        Err("a ref of git does not begin with `-`")
    } else if reference.contains(|c: char| c.is_control() || c == ' ') {
        Err("a ref of git holds no blank")
    } else {
        Ok(())
    }
}

/// What of a ref is exported as a whole.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// All files below a folder, by its path from the top.
    Below(String),
    /// One file, by its path from the top.
    File(String),
}

impl Wanted {
    fn takes(&self, path: &str) -> bool {
        match self {
            Self::File(file) => path == file,
            Self::Below(folder) => path.strip_prefix(folder.as_str()).is_some_and(|rest| rest.starts_with('/')),
        }
    }
}

/// The repository around a folder.
#[derive(Clone, Debug)]
pub struct Repository {
    here: PathBuf,
    git_dir: PathBuf,
    /// The working folder from the top: empty, or with `/` at its end.
    prefix: String,
}

/// What was exported of one commit.
#[derive(Debug)]
pub struct Export {
    folder: TempDir,
    index: TempDir,
    reference: String,
    prefix: String,
    /// The plain files of the commit, with their sizes.
    files: BTreeMap<String, u64>,
    /// Those that were exported.
    taken: BTreeSet<String>,
}

impl Export {
    /// The top of the repository, as it was.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What corresponds to the working folder.
    #[must_use]
    pub fn here(&self) -> PathBuf {
        self.folder().join(&self.prefix)
    }

    /// The ref, as it was named.
    #[must_use]
    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// The plain files of the commit, by their paths from the top.
    pub fn files(&self) -> impl Iterator<Item = &String> {
        self.files.keys()
    }

    /// Whether the commit has a plain file of this path.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Those that were exported.
    pub fn taken(&self) -> impl Iterator<Item = &String> {
        self.taken.iter()
    }

    /// Whether the commit has a folder of this path.
    #[must_use]
    pub fn is_folder(&self, path: &str) -> bool {
        let below = format!("{}/", path.trim_end_matches('/'));
        path == "." || self.files.range(below.clone()..).next().is_some_and(|(file, _)| file.starts_with(&below))
    }

    /// The path from the top of what is, or would be, exported at this one.
    #[must_use]
    pub fn below(&self, path: &Path) -> Option<String> {
        path.strip_prefix(self.folder()).ok().map(|path| path.to_string_lossy().replace('\\', "/"))
    }

    /// How reports call a file of it.
    #[must_use]
    pub fn name(&self, path: &str) -> String {
        format!("{}:{path}", self.reference)
    }
}

impl Repository {
    /// Finds it.
    ///
    /// # Errors
    /// When git is missing, or the folder is in no repository.
    pub fn around(here: &Path) -> Result<Self, Failure> {
        let ask = |what: &str| {
            let said = git(here).args(["rev-parse", what]).run().map_err(|why| match why {
                process::Failure::Failed { .. } => Failure::usage(
                    "this folder is in no repository of git",
                    "name two files or folders: generator diff old.yaml new.yaml",
                ),
                other => failed("git cannot be asked", &other),
            })?;
            Ok::<_, Failure>(line(&said))
        };
        let git_dir = PathBuf::from(ask("--absolute-git-dir")?);
        Ok(Self { here: here.to_path_buf(), git_dir, prefix: ask("--show-prefix")? })
    }

    /// The path from the top of one that was given as `Named::Git` says it.
    ///
    /// # Errors
    /// When it leads out of the repository.
    pub fn from_top(&self, path: &str) -> Result<String, Failure> {
        let is_local = ["./", "../"].iter().any(|start| path.starts_with(start)) || path == "..";
        let mut parts: Vec<&str> = if is_local { self.prefix.split('/').collect() } else { Vec::new() };
        parts.retain(|part| !part.is_empty());
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." if parts.pop().is_none() => {
                    let message = format!("`{}` leads out of the repository", path.escape_debug());
                    return Err(Failure::usage(message, "name a path inside it"));
                }
                ".." => {}
                part => parts.push(part),
            }
        }
        Ok(if parts.is_empty() { ".".to_owned() } else { parts.join("/") })
    }

    /// The working folder from the top: empty, or with `/` at its end.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The top of the working tree.
    #[must_use]
    pub fn top(&self) -> &Path {
        let depth = self.prefix.split('/').filter(|part| !part.is_empty()).count();
        self.here.ancestors().nth(depth).unwrap_or(&self.here)
    }

    /// The path from the top of one in the working tree.
    #[must_use]
    pub fn of_working_tree(&self, path: &Path) -> Option<String> {
        path.strip_prefix(self.top()).ok().map(|path| path.to_string_lossy().replace('\\', "/"))
    }

    /// Exports a part of what a ref holds.
    ///
    /// # Errors
    /// When git does not know the ref, or it holds too much.
    pub fn export(&self, reference: &str, what: &Wanted) -> Result<Export, Failure> {
        let mut export = self.open(reference)?;
        let paths = export.files().filter(|path| what.takes(path)).cloned().collect();
        self.bring(&mut export, &paths)?;
        Ok(export)
    }

    /// Lists what a ref holds, and exports nothing yet.
    ///
    /// # Errors
    /// When git does not know the ref.
    pub fn open(&self, reference: &str) -> Result<Export, Failure> {
        let tree = self.tree(reference)?;
        let listed = self.git().args(["ls-tree", "-r", "-z", "-l", "--full-tree", &tree]).run();
        let listed = listed.map_err(|why| failed(&format!("`{reference}` cannot be listed"), &why))?;
        let folder = |_| {
            tempfile::Builder::new()
                .prefix("generator-diff-")
                .tempdir()
                .map_err(|error| Failure::usage(format!("no temporary folder: {error}"), "set TMPDIR to a folder"))
        };
        let export = Export {
            folder: folder(())?,
            index: folder(())?,
            reference: reference.to_owned(),
            prefix: self.prefix.clone(),
            files: plain_files(&listed.stdout),
            taken: BTreeSet::new(),
        };
        self.in_export(&export, &["read-tree", &tree])?;
        Ok(export)
    }

    /// Exports files of the commit, by their paths from the top.
    ///
    /// # Errors
    /// When they are too much, with those that were exported before, or git cannot read them.
    pub fn bring(&self, export: &mut Export, paths: &BTreeSet<String>) -> Result<(), Failure> {
        let new: Vec<String> = paths.difference(&export.taken).cloned().collect();
        export.taken.extend(new.iter().cloned());
        let bytes = export
            .taken
            .iter()
            .filter_map(|path| export.files.get(path))
            .fold(0, |all: u64, size| all.saturating_add(*size));
        bounded(&export.reference, export.taken.len(), bytes)?;
        for chunk in chunks(&new) {
            let arguments: Vec<_> =
                ["checkout-index", "-q", "-f", "--"].into_iter().chain(chunk.iter().map(String::as_str)).collect();
            self.in_export(export, &arguments)?;
        }
        Ok(())
    }

    /// Runs git with an exported folder as its working tree.
    fn in_export(&self, export: &Export, arguments: &[&str]) -> Result<Output, Failure> {
        self.git()
            .args(["-c", "core.autocrlf=false", "-c", "core.symlinks=false"])
            .args(arguments)
            .folder(export.folder())
            .env("GIT_DIR", self.git_dir.as_os_str())
            .env("GIT_WORK_TREE", export.folder().as_os_str())
            .env("GIT_INDEX_FILE", export.index.path().join("index").into_os_string())
            .run()
            .map_err(|why| failed(&format!("`{}` cannot be read", export.reference), &why))
    }

    /// Whether git knows a ref.
    ///
    /// # Errors
    /// When it does not.
    pub fn check(&self, reference: &str) -> Result<(), Failure> {
        self.tree(reference).map(|_| ())
    }

    /// The id of the tree that a ref means.
    fn tree(&self, reference: &str) -> Result<String, Failure> {
        let unknown = || {
            if reference == "HEAD" {
                let help = "commit the description, or name two files: generator diff old.yaml new.yaml";
                return Failure::usage("this repository has no commit yet", help);
            }
            let help = "fetch it (git fetch origin BRANCH; in a workflow actions/checkout with `fetch-depth: 0`), or name \
                        a file";
            Failure::usage(format!("`{reference}` is neither a file nor a ref that git knows"), help)
        };
        check(reference).map_err(|_| unknown())?;
        let object = format!("{reference}^{{tree}}");
        let said = self.git().args(["rev-parse", "--verify", "--quiet", "--end-of-options", &object]).run();
        let id = line(&said.map_err(|why| match why {
            process::Failure::Failed { .. } => unknown(),
            other => failed("git cannot be asked", &other),
        })?);
        let is_id = id.len() >= 40 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_id { Ok(id) } else { Err(unknown()) }
    }

    fn git(&self) -> Process {
        git(&self.here)
    }
}

/// git in a folder, with its words in English, asking nobody.
fn git(folder: &Path) -> Process {
    let process = Process::new("git").folder(folder);
    process.env("LC_ALL", "C").env("GIT_TERMINAL_PROMPT", "0").env("GIT_OPTIONAL_LOCKS", "0")
}

fn failed(what: &str, why: &process::Failure) -> Failure {
    Failure::usage(format!("{what}: {why}"), "check that git is installed and can read the repository")
}

/// The first line of what git said.
fn line(said: &Output) -> String {
    String::from_utf8_lossy(&said.stdout).lines().next().unwrap_or_default().to_owned()
}

/// The plain files of a listing (`git ls-tree -r -z -l`), with their sizes.
fn plain_files(listing: &[u8]) -> BTreeMap<String, u64> {
    let entries = listing.split(|byte| *byte == 0).filter_map(|entry| std::str::from_utf8(entry).ok());
    entries.filter_map(plain_file).map(|(size, path)| (path.to_owned(), size)).collect()
}

/// Says so when there is more than anyone needs.
fn bounded(reference: &str, files: usize, bytes: u64) -> Result<(), Failure> {
    if files <= FILES && bytes <= BYTES {
        return Ok(());
    }
    let message =
        format!("`{reference}` refers to {files} files with {bytes} bytes; {FILES} with {BYTES} are exported");
    Err(Failure::usage(message, "check the ref out to a folder of its own (git worktree add) and name its file"))
}

/// The size and the path of an entry that is a plain file: `100644 blob ID SIZE\tPATH`.
fn plain_file(entry: &str) -> Option<(u64, &str)> {
    let (head, path) = entry.split_once('\t')?;
    let mut words = head.split_ascii_whitespace();
    let (mode, kind, size) = (words.next()?, words.next()?, words.nth(1)?);
    let is_plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    (kind == "blob" && mode.starts_with("100") && is_plain).then_some((size.parse().ok()?, path))
}

/// The paths in parts that fit in a command line.
fn chunks(paths: &[String]) -> Vec<&[String]> {
    let mut chunks = Vec::new();
    let mut rest = paths;
    while !rest.is_empty() {
        let mut bytes = 0;
        let fits = rest.iter().take_while(|path| {
            bytes += path.len() + 1;
            bytes <= ARGUMENTS
        });
        let (chunk, left) = rest.split_at(fits.count().max(1));
        chunks.push(chunk);
        rest = left;
    }
    chunks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_files_are_taken() {
        let id = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";
        let entry = |text: &str| plain_file(&text.replace("ID", id)).map(|(size, path)| (size, path.to_owned()));
        assert_eq!(entry("100644 blob ID      12\ta/b c.yaml"), Some((12, "a/b c.yaml".to_owned())));
        assert_eq!(entry("100755 blob ID 0\tA.JSON"), Some((0, "A.JSON".to_owned())));
        for other in [
            "120000 blob ID 12\tlink.yaml",
            "160000 commit ID -\tsub.yaml",
            "100644 blob ID 12\t../up.yaml",
            "100644 blob ID 12\t/root.yaml",
            "100644 blob ID -\ta.yaml",
            "",
        ] {
            assert_eq!(entry(other), None, "{other}");
        }
    }

    #[test]
    fn a_file_or_a_folder_is_wanted() {
        let file = Wanted::File("sdk/src/ext.rs".to_owned());
        assert!(file.takes("sdk/src/ext.rs") && !file.takes("src/ext.rs"));
        let below = Wanted::Below("sdk".to_owned());
        assert!(below.takes("sdk/src/lib.rs") && !below.takes("sdk2/a.rs") && !below.takes("sdk"));
    }

    #[test]
    fn too_much_is_refused_before_it_is_read() {
        let files = plain_files(b"100644 blob 00 12\ta.yaml\x00120000 blob 00 3\tlink\x00100644 blob 00 1\tb/c.rs\x00");
        assert_eq!(files.into_iter().collect::<Vec<_>>(), [("a.yaml".to_owned(), 12), ("b/c.rs".to_owned(), 1)]);
        assert!(bounded("main", FILES, BYTES).is_ok() && bounded("main", FILES + 1, 0).is_err());
        let failure = bounded("main", 1, BYTES + 1).unwrap_err().to_string();
        assert!(failure.contains("git worktree add"), "{failure}");
    }

    #[test]
    fn paths_go_in_parts() {
        let paths: Vec<_> = (0..1000).map(|n| format!("{n:0>100}.yaml")).collect();
        let parts = chunks(&paths);
        assert!(parts.len() > 5 && parts.concat() == paths);
        let long = [format!("{:0>20000}", 1)];
        assert_eq!(chunks(&long).len(), 1);
    }

    #[test]
    fn paths_are_from_the_top_or_from_here() {
        let repository = Repository { here: "/w/a/b".into(), git_dir: "/w/.git".into(), prefix: "a/b/".to_owned() };
        let top = |path: &str| repository.from_top(path).map_err(|failure| failure.to_string());
        assert_eq!(top("openapi.yaml").unwrap(), "openapi.yaml");
        assert_eq!(top("./openapi.yaml").unwrap(), "a/b/openapi.yaml");
        assert_eq!(top("../x/../openapi.yaml").unwrap(), "a/openapi.yaml");
        assert_eq!(top(".").unwrap(), ".");
        assert!(top("../../../etc").is_err() && top("a/../../x").is_err());
        assert_eq!(repository.of_working_tree(Path::new("/w/a/x.yaml")).as_deref(), Some("a/x.yaml"));
        assert_eq!(repository.of_working_tree(Path::new("/v/x.yaml")), None);
    }
}
