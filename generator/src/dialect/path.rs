//! The place of a walk: a chain on the stack, which becomes a [`Pointer`] only when something is reported.

use crate::pointer::{Origin, Pointer};

/// A place below another one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    pub(super) const fn key(&'a self, key: &'a str) -> Self {
        Path::Key(self, key)
    }

    pub(super) const fn index(&'a self, index: usize) -> Self {
        Path::Index(self, index)
    }

    /// The key as a sentence names it; an item of a list is "an item".
    pub(super) fn name(&self) -> String {
        match self {
            Path::Root => "the document".to_owned(),
            Path::Key(_, key) => format!("`{}`", key.escape_debug()),
            Path::Index(..) => "an item".to_owned(),
        }
    }

    pub(super) fn pointer(&self) -> Pointer {
        let mut tokens = Vec::new();
        let mut here = self;
        loop {
            here = match here {
                Path::Root => break,
                Path::Key(parent, key) => {
                    tokens.push((*key).to_owned());
                    parent
                }
                Path::Index(parent, index) => {
                    tokens.push(index.to_string());
                    parent
                }
            };
        }
        tokens.into_iter().rev().collect()
    }

    pub(super) fn origin(&self) -> Origin {
        Origin::root(self.pointer())
    }
}
