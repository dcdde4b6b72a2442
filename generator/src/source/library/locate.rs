//! Where the text of a reference leads: by its text alone, then checked against the reference root.

use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;
use url::Url;

use super::{Library, Opened, Refusal};
use crate::{
    diagnostic::Code,
    pointer::FileId,
    source::{read, remote},
};

/// Where a file is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::source) enum Location {
    /// In the file system; absolute and without links.
    Path(PathBuf),
    /// On another machine.
    Url(Url),
    /// Standard input.
    Nowhere,
}

impl Location {
    pub(in crate::source) fn path(&self) -> Option<&Path> {
        match self {
            Self::Path(path) => Some(path),
            Self::Url(_) | Self::Nowhere => None,
        }
    }
}

impl Library<'_> {
    /// Where `reference` (without its fragment) leads from a file.
    pub(in crate::source) fn locate(&self, from: FileId, reference: &str) -> Opened<Location> {
        let here = self.locations.get(from.0).unwrap_or(&Location::Nowhere);
        if reference.is_empty() {
            return Ok(here.clone());
        }
        if let Some(url) = absolute(reference) {
            return self.url(from, &url);
        }
        if let Location::Url(base) = here {
            return match base.join(reference) {
                Ok(url) => self.url(from, &url),
                Err(_) => Err(Some(dangling(reference, "is no URL"))),
            };
        }
        let Ok(decoded) = percent_decode_str(reference).decode_utf8() else {
            return Err(Some(dangling(reference, "is not UTF-8")));
        };
        let folder = here.path().and_then(Path::parent).or(self.folder.as_deref());
        self.inside(reference, folder, Path::new(&*decoded))
            .or_else(|refusal| self.by_id(from, reference).ok_or(refusal))
    }

    /// The path, when it is inside the reference root: by its text first, so that nothing outside is even looked for,
    /// then with all links followed.
    fn inside(&self, reference: &str, folder: Option<&Path>, path: &Path) -> Opened<Location> {
        let (Some(root), Some(folder)) = (&self.root, folder) else {
            if path.has_root() {
                return Err(Some(outside(reference)));
            }
            let message = format!("`{reference}` leads to a file, but the description did not come from one");
            let refusal = Refusal::new(Code::ReferenceExternal, message);
            return Err(Some(refusal.help("name the folder of such files with --ref-root DIR")));
        };
        let path = clean(folder, path);
        if !path.starts_with(root) {
            return Err(Some(outside(reference)));
        }
        match read::canonical(&path) {
            Ok(path) if path.starts_with(root) => Ok(Location::Path(path)),
            Ok(_) => Err(Some(outside(reference))),
            Err(_) => Err(Some(dangling(reference, "leads to a file that is not there"))),
        }
    }

    fn url(&self, from: FileId, url: &Url) -> Opened<Location> {
        let mut url = url.clone();
        url.set_fragment(None);
        // What stands in front of a host would be credentials, and be shown in reports.
        let _ = url.set_username("").and_then(|()| url.set_password(None));
        if let Some(file) = self.ids.get(&url) {
            return Ok(self.locations.get(file.0).cloned().unwrap_or(Location::Nowhere));
        }
        if url.scheme() == "file" {
            let (true, Ok(path)) = (self.locations.get(from.0).is_some_and(|l| l.path().is_some()), url.to_file_path())
            else {
                return Err(Some(outside(url.as_str())));
            };
            return self.inside(url.as_str(), self.folder.as_deref(), &path);
        }
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Some(dangling(url.as_str(), "is neither a file nor an http or https URL")));
        }
        if let Some(local) = self.beside(FileId(0), &url).or_else(|| self.beside(from, &url)) {
            return Ok(local);
        }
        remote::check(&url, &self.options.remote)?;
        Ok(Location::Url(url))
    }

    /// The file that lies to the given one as `url` does to what that one calls itself.
    fn beside(&self, file: FileId, url: &Url) -> Option<Location> {
        let own = self.ids.iter().find(|(_, id)| **id == file)?.0;
        let relative = own.make_relative(url)?;
        let folder = self.locations.get(file.0)?.path()?.parent()?;
        let decoded = percent_decode_str(&relative).decode_utf8().ok()?.into_owned();
        self.inside(&relative, Some(folder), Path::new(&decoded)).ok()
    }

    /// The file that calls itself what the reference means below the name of its own file.
    fn by_id(&self, from: FileId, reference: &str) -> Option<Location> {
        let own = self.ids.iter().find(|(_, id)| **id == from)?.0;
        let file = self.ids.get(&own.join(reference).ok()?)?;
        self.locations.get(file.0).cloned()
    }

    /// What reports call a file: as seen from where the root document's name leads.
    pub(super) fn name(&self, path: &Path) -> String {
        let below = self.relative(path);
        let root = self.files.first().map(|file| Path::new(&file.name));
        match root.and_then(Path::parent) {
            Some(parent) if !parent.as_os_str().is_empty() => {
                clean(parent, Path::new(&below)).to_string_lossy().replace('\\', "/")
            }
            _ => below,
        }
    }

    /// The path as seen from the folder of the root document, with `/`.
    pub(in crate::source) fn relative(&self, path: &Path) -> String {
        let mut to = path.components().peekable();
        let mut from = self.folder.as_deref().unwrap_or_else(|| Path::new("")).components().peekable();
        while to.peek().is_some() && to.peek() == from.peek() {
            to.next();
            from.next();
        }
        let up = from.map(|_| "..".to_owned());
        let down = to.map(|part| part.as_os_str().to_string_lossy().into_owned());
        up.chain(down).collect::<Vec<_>>().join("/")
    }

    /// What tells a file from all others, on every machine.
    pub(in crate::source) fn identity(&self, file: FileId) -> String {
        match self.locations.get(file.0) {
            Some(Location::Path(path)) => self.relative(path),
            Some(Location::Url(url)) => url.to_string(),
            Some(Location::Nowhere) | None => String::new(),
        }
    }
}

/// A reference with a scheme. One letter is a drive, not a scheme.
fn absolute(reference: &str) -> Option<Url> {
    let (scheme, _) = reference.split_once(':')?;
    let form = scheme.len() > 1 && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    if form { Url::parse(reference).ok() } else { None }
}

/// `path` below `folder` without `.` and `..`, by its text alone; `..` above a relative folder stays.
fn clean(folder: &Path, path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in folder.join(path).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if clean.file_name().is_some() => {
                clean.pop();
            }
            Component::ParentDir if clean.has_root() => {}
            other => clean.push(other),
        }
    }
    clean
}

fn outside(reference: &str) -> Refusal {
    Refusal::new(Code::ReferenceOutside, format!("`{reference}` leads out of the reference root"))
}

fn dangling(reference: &str, what: &str) -> Refusal {
    Refusal::new(Code::ReferenceDangling, format!("`{reference}` {what}"))
}
