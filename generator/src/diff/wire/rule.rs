//! What a rule says of a difference.

use crate::diff::finding::{Direction, Level, Wire};

/// A kind of difference.
///
/// The id is oasdiff's where its rule means the same (<https://github.com/oasdiff/oasdiff>, Apache-2.0), so that
/// settings made for it can be moved here; ours where it has none.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// `response-property-became-optional`.
    pub id: &'static str,
    /// oasdiff's level, or what it would be.
    pub level: Level,
    /// What it does to a client of the old description.
    pub wire: Wire,
    /// Whether a client of the new description fails with a server of the old one.
    pub rollout: bool,
    /// One sentence: why, or what to do.
    pub help: &'static str,
}

/// What a schema is used for: decides which rule a difference of it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// A whole request body.
    RequestBody,
    /// Somewhere inside a request body.
    RequestProperty,
    /// Somewhere inside a request body, in a property that is read-only and so never sent.
    RequestReadOnly,
    /// A whole parameter.
    RequestParameter,
    /// Somewhere inside a parameter.
    RequestParameterProperty,
    /// A whole answer.
    ResponseBody,
    /// Somewhere inside an answer.
    ResponseProperty,
    /// Somewhere inside an answer, in a property that is write-only and so never there.
    ResponseWriteOnly,
    /// A header of an answer, or somewhere inside it.
    ResponseHeader,
}

impl Area {
    /// Which way it travels.
    #[must_use]
    pub const fn direction(self) -> Direction {
        match self {
            Self::RequestBody
            | Self::RequestProperty
            | Self::RequestReadOnly
            | Self::RequestParameter
            | Self::RequestParameterProperty => Direction::Request,
            Self::ResponseBody | Self::ResponseProperty | Self::ResponseWriteOnly | Self::ResponseHeader => {
                Direction::Response
            }
        }
    }

    /// What stands inside it.
    #[must_use]
    pub const fn inside(self) -> Self {
        match self {
            Self::RequestBody => Self::RequestProperty,
            Self::RequestParameter => Self::RequestParameterProperty,
            Self::ResponseBody => Self::ResponseProperty,
            other => other,
        }
    }
}
