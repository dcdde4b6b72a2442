//! Sample values: what examples and tests send, and what the tests' server answers.
//!
//! A sample begins as JSON: the spec's own example where it fits the type, else the smallest value that does. Rust
//! expressions are made from that JSON, so that what a test sends and what it expects are one value.

mod expression;
mod json;

use proc_macro2::TokenStream;
use serde_json::Value;

use self::{expression::Expressions, json::Json};
use super::tokens::Rust;
use crate::model::TypeRef;

/// Makes the samples of one emitted file, which names types as `types::X`.
#[derive(Clone, Copy, Debug)]
pub struct Samples<'a> {
    rust: Rust<'a>,
}

impl<'a> Samples<'a> {
    /// For a file that imports the emitted crate's module `types`.
    #[must_use]
    pub const fn new(rust: Rust<'a>) -> Self {
        Self { rust }
    }

    /// A value of the type as JSON: `example` where it fits, else a small one; `None` when the type has no finite value.
    #[must_use]
    pub fn json(&self, ty: &TypeRef, example: Option<&Value>) -> Option<Value> {
        let fitted = example.and_then(|value| Json::new(self.rust.api).fit(ty, value));
        fitted.or_else(|| Json::new(self.rust.api).make(ty))
    }

    /// An owned expression for what [`Samples::json`] gave.
    #[must_use]
    pub fn owned(&self, ty: &TypeRef, value: &Value) -> TokenStream {
        Expressions { rust: self.rust }.owned(ty, value)
    }

    /// The same as an argument of a method or call setter.
    #[must_use]
    pub fn argument(&self, ty: &TypeRef, value: &Value) -> TokenStream {
        Expressions { rust: self.rust }.argument(ty, value)
    }

    /// The same as an argument of `new` or of a model's setter.
    #[must_use]
    pub fn kept(&self, ty: &TypeRef, value: &Value) -> TokenStream {
        Expressions { rust: self.rust }.kept(ty, value)
    }
}
