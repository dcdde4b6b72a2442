//! Files in forms.

use std::{cell::RefCell, fmt};

use bytes::Bytes;
use serde_core::{
    de::{Deserialize, Deserializer},
    ser::{Error, Serialize, SerializeMap, Serializer},
};

/// A file that is sent in a form: its bytes, and what the server is told of them.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct File {
    pub(crate) bytes: Bytes,
    pub(crate) name: Option<String>,
    pub(crate) media_type: Option<String>,
}

impl File {
    /// A file without a name.
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Self { bytes: bytes.into(), name: None, media_type: None }
    }

    /// The file's name; many servers take a part without one for a text.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The media type of the bytes; unless set, what the API's description says, else `application/octet-stream`.
    #[must_use]
    pub fn media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }
}

impl<T: Into<Bytes>> From<T> for File {
    fn from(bytes: T) -> Self {
        Self::new(bytes)
    }
}

/// Shows how long it is, and nothing of what is in it.
impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let media_type = self.media_type.as_deref().unwrap_or_default();
        f.debug_struct("File")
            .field("name", &self.name)
            .field("media_type", &media_type)
            .field("bytes", &self.bytes.len())
            .finish()
    }
}

thread_local! {
    /// The files of the form that is being written on this thread.
    static FORM: RefCell<Option<Vec<File>>> = const { RefCell::new(None) };
}

/// The member that stands for a file; its value is the file's index.
pub(crate) const MARK: &str = "\u{0}file";

/// Runs `write` and gives the files that it wrote, in their order.
pub(crate) fn collected<T>(write: impl FnOnce() -> T) -> (T, Vec<File>) {
    /// Puts back what was there, whatever happens in between.
    struct Outer(Option<Vec<File>>);
    impl Drop for Outer {
        fn drop(&mut self) {
            FORM.set(self.0.take());
        }
    }
    let outer = Outer(FORM.replace(Some(Vec::new())));
    let written = write();
    let files = FORM.take().unwrap_or_default();
    drop(outer);
    (written, files)
}

impl Serialize for File {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let index = FORM.with_borrow_mut(|files| {
            files.as_mut().map(|files| {
                files.push(self.clone());
                files.len() - 1
            })
        });
        let Some(index) = index else { return Err(S::Error::custom("a file can be sent in a multipart form only")) };
        let mut mark = serializer.serialize_map(Some(1))?;
        mark.serialize_entry(MARK, &index)?;
        mark.end()
    }
}

impl<'de> Deserialize<'de> for File {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}
