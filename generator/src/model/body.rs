//! What a request carries.

use serde::Serialize;

use super::{Docs, ParameterStyle, Scalar, TypeRef, WireName};

/// A request body.
#[derive(Clone, Debug, Serialize)]
pub struct Body {
    /// What is sent, and as what.
    pub kind: BodyKind,
    /// Media types that the server takes beside the one that is sent; documentation only.
    pub others: Vec<String>,
    /// Whether it must be given.
    pub required: bool,
    /// What the spec says of it.
    pub docs: Docs,
}

/// The bodies that can be sent.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyKind {
    /// `application/json` or another JSON media type.
    Json {
        /// The media type to send.
        media_type: String,
        /// The value's type.
        ty: TypeRef,
    },
    /// `application/x-www-form-urlencoded`.
    Form {
        /// The form's type.
        ty: TypeRef,
        /// Members that are written in another style than `form`, exploded.
        styles: Vec<(WireName, ParameterStyle)>,
    },
    /// `multipart/form-data`.
    Multipart {
        /// The form's type.
        ty: TypeRef,
        /// Media types that the spec states for parts.
        media_types: Vec<(WireName, String)>,
    },
    /// A text.
    Text {
        /// The media type to send.
        media_type: String,
    },
    /// Bytes.
    Bytes {
        /// The media type to send; several, or a range: the caller says which.
        media_types: Vec<String>,
    },
}

/// What a text is.
const TEXT: TypeRef = TypeRef::Scalar(Scalar::String);

impl BodyKind {
    /// The type of its value; none: bytes.
    #[must_use]
    pub const fn ty(&self) -> Option<&TypeRef> {
        match self {
            Self::Json { ty, .. } | Self::Form { ty, .. } | Self::Multipart { ty, .. } => Some(ty),
            Self::Text { .. } => Some(&TEXT),
            Self::Bytes { .. } => None,
        }
    }

    /// The same, to be changed; none where it is no type of the spec.
    pub const fn ty_mut(&mut self) -> Option<&mut TypeRef> {
        match self {
            Self::Json { ty, .. } | Self::Form { ty, .. } | Self::Multipart { ty, .. } => Some(ty),
            Self::Text { .. } | Self::Bytes { .. } => None,
        }
    }

    /// The media types that are sent.
    #[must_use]
    pub fn media_types(&self) -> Vec<&str> {
        match self {
            Self::Json { media_type, .. } | Self::Text { media_type } => vec![media_type],
            Self::Form { .. } => vec!["application/x-www-form-urlencoded"],
            Self::Multipart { .. } => vec!["multipart/form-data"],
            Self::Bytes { media_types } => media_types.iter().map(String::as_str).collect(),
        }
    }

    /// Whether the caller says which media type it is.
    #[must_use]
    pub fn is_of_any_type(&self) -> bool {
        match self {
            Self::Bytes { media_types } => {
                // Of several parts the boundary is the caller's.
                let open = |name: &String| name.contains('*') || name.starts_with("multipart/");
                media_types.len() != 1 || media_types.iter().any(open)
            }
            _ => false,
        }
    }
}
