//! program: one line for each use of an item, so that what the compiler says of a line is said of the item.

use std::collections::{BTreeMap, BTreeSet};

use super::{calls, types};
use crate::diff::rust::rustdoc::{Document, Key, json::Inner};

/// What stands above the uses.
const HEAD: &str = "\
#![allow(unused)]
fn main() {}
fn any<T>() -> T { loop {} }
struct Tag<T: ?Sized>(std::marker::PhantomData<T>);
fn tag<T: ?Sized>(_: &T) -> Tag<T> { loop {} }
";

/// A program that uses a crate.
#[derive(Clone, Debug, Default)]
pub struct Program {
    lines: Vec<String>,
    /// The line of the text, from 1, with the item that it uses.
    pub uses: BTreeMap<usize, Key>,
    /// Items that cannot be used by name.
    pub left_out: Vec<String>,
}

impl Program {
    /// The text, without some of its lines.
    #[must_use]
    pub fn text(&self, without: &BTreeSet<usize>) -> String {
        let first = HEAD.lines().count() + 1;
        let mut text = HEAD.to_owned();
        for (index, line) in self.lines.iter().enumerate() {
            if !without.contains(&(first + index)) {
                text.push_str(line);
            }
            text.push('\n');
        }
        text
    }

    /// Whether it calls a crate by its own name.
    #[must_use]
    pub fn names(&self, crate_: &str) -> bool {
        let start = format!("::{crate_}::");
        let own =
            |before: &str| !before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_' || letter == '>');
        self.lines.iter().any(|line| line.match_indices(&start).any(|(at, _)| line.get(..at).is_some_and(own)))
    }

    fn add(&mut self, key: &Key, uses: Vec<String>) {
        for line in uses {
            self.uses.insert(HEAD.lines().count() + 1 + self.lines.len(), key.clone());
            self.lines.push(line);
        }
    }
}

/// What writes the uses of one item: the item, its name in the program.
pub struct Use<'d> {
    pub document: &'d Document,
    pub key: &'d Key,
    /// A name that no other use has.
    pub name: String,
}

impl Use<'_> {
    /// A function around a body; `more` stands between the name and the arguments.
    pub fn function(&self, more: &str, arguments: &str, conditions: &str, body: &str) -> String {
        format!("fn {}{more}({arguments}){conditions} {{ {body} }}", self.name)
    }
}

/// The program of a crate's face.
#[must_use]
pub fn program(document: &Document) -> Program {
    let mut program = Program::default();
    for (index, (key, entry)) in document.face.iter().enumerate() {
        let one = Use { document, key, name: format!("c{index}") };
        let uses = match document.items.index.get(&entry.id).map(|item| &item.inner) {
            Some(inner) => match inner {
                Inner::Function(function) => calls::function(&one, entry, function),
                Inner::AssocConst(of) => calls::constant(&one, entry, &of.ty),
                inner => types::uses(&one, entry, inner),
            },
            // A name of another crate.
            None => types::import(&one),
        };
        match uses {
            Some(uses) => program.add(key, uses),
            None => program.left_out.push(key.path.clone()),
        }
    }
    program
}

/// Two statements: the value's own type first, then the one that it must be, so that nothing is coerced.
pub fn is(value: &str, ty: &str) -> String {
    format!("let t = tag(&{value}); let _: Tag<{ty}> = t;")
}
