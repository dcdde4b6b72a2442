//! Which operation a call is of.

use std::borrow::Cow;

use super::info::OperationInfo;

/// An operation of the API, or a request that the caller wrote.
#[derive(Clone, Debug)]
pub(crate) enum Operation {
    /// One of the API's.
    Known(&'static OperationInfo),
    /// A method and a path.
    Written(String),
}

/// What is true of requests that the caller wrote: nothing in particular.
static WRITTEN: OperationInfo =
    OperationInfo { name: "request", path: "", accept: "*/*", enveloped: false, ..OperationInfo::DEFAULT };

impl Operation {
    /// What the API says of it.
    pub(crate) fn info(&self) -> &'static OperationInfo {
        match self {
            Self::Known(info) => info,
            Self::Written(_) => &WRITTEN,
        }
    }

    /// Its name in messages: `connections.create`, `GET /tasks`.
    pub(crate) fn label(&self) -> Cow<'_, str> {
        match self {
            Self::Known(info) => Cow::Owned(info.label()),
            Self::Written(text) => Cow::Borrowed(text),
        }
    }
}
