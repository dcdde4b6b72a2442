// Generated from openapi.yaml; edit that instead.

use super::{BothCatMail, BothCatPhone, BothDogMail, BothDogPhone};
use crate::constructs::runtime::{self, union};

/// The schema `Both`. A received value is the first of these, in this order, that it fits.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub enum Both {
    /// Holds [`BothCatMail`].
    CatMail(Box<BothCatMail>),
    /// Holds [`BothCatPhone`].
    CatPhone(Box<BothCatPhone>),
    /// Holds [`BothDogMail`].
    DogMail(Box<BothDogMail>),
    /// Holds [`BothDogPhone`].
    DogPhone(Box<BothDogPhone>),
    /// A value that is none of these, kept as it came.
    Unknown(serde_json::Value),
}

impl From<BothCatMail> for Both {
    fn from(value: BothCatMail) -> Self {
        Self::CatMail(Box::new(value))
    }
}

impl From<BothCatPhone> for Both {
    fn from(value: BothCatPhone) -> Self {
        Self::CatPhone(Box::new(value))
    }
}

impl From<BothDogMail> for Both {
    fn from(value: BothDogMail) -> Self {
        Self::DogMail(Box::new(value))
    }
}

impl From<BothDogPhone> for Both {
    fn from(value: BothDogPhone) -> Self {
        Self::DogPhone(Box::new(value))
    }
}

union! { Both: Serialize + Deserialize by shape {
    CatMail  object "kind", "mail", "kind" = "cat";
    CatPhone object "kind", "phone", "kind" = "cat";
    DogMail  object "kind", "mail", "kind" = "dog";
    DogPhone object "kind", "phone", "kind" = "dog";
    ..Unknown;
} }
