//! A schema read into one flat form, whatever openapiv3 made of it.

use std::marker::PhantomData;

/// A schema after references and `allOf`.
#[derive(Clone, Debug, Default)]
pub struct View<'a> {
    marker: PhantomData<&'a ()>,
}
