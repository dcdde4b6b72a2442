//! What comes back, by status.

use serde::Serialize;

use super::{Docs, TypeName, TypeRef, VariantName};

/// What a success answers.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    /// What the caller gets.
    pub output: Output,
    /// The value stands inside [`Envelope::data`](super::Envelope::data).
    pub enveloped: bool,
    /// What each item of a stream is; the caller gets the whole as text.
    pub item: Option<TypeRef>,
    /// The `Accept` header: declared response media types, JSON first; empty: `*/*`.
    pub accept: Vec<String>,
    /// What the spec says of the first success.
    pub docs: Docs,
}

/// What an operation gives.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Output {
    /// Nothing: `()`; whatever body comes is ignored.
    Nothing,
    /// A value from JSON.
    Json(TypeRef),
    /// A list from JSON where `null`, an absent value and an empty body are the empty list.
    List(TypeRef),
    /// A value, or nothing where the status says so: `Option<T>`.
    Optional(TypeRef),
    /// `String`, for a text media type.
    Text,
    /// `Bytes`, for anything else.
    Bytes,
    /// Several statuses of different types: `op::{name}`, a variant for each.
    ByStatus {
        /// The enum in the resource's `op` module.
        name: TypeName,
        /// In the order of the statuses.
        variants: Vec<OutputVariant>,
    },
}

/// One status of [`Output::ByStatus`].
#[derive(Clone, Debug, Serialize)]
pub struct OutputVariant {
    /// Named by the status' reason phrase.
    pub name: VariantName,
    /// The statuses.
    pub statuses: Statuses,
    /// What the body is.
    pub content: Content,
    /// What the spec says of it.
    pub docs: Docs,
}

/// What one answer's body is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Nothing.
    Nothing,
    /// A value from JSON.
    Json(TypeRef),
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

impl Content {
    /// The type of a value from JSON.
    #[must_use]
    pub const fn ty(&self) -> Option<&TypeRef> {
        match self {
            Self::Json(ty) => Some(ty),
            Self::Nothing | Self::Text | Self::Bytes => None,
        }
    }
}

/// A key of the responses object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Statuses {
    /// One code.
    Code(u16),
    /// `2XX`: all of a class, by its first digit.
    Class(u8),
    /// `default`.
    Default,
}

/// A documented error.
#[derive(Clone, Debug, Serialize)]
pub struct ErrorAnswer {
    /// When.
    pub statuses: Statuses,
    /// The body's type, for `ApiError::json`.
    pub ty: Option<TypeRef>,
    /// What the spec says of it.
    pub docs: Docs,
}
