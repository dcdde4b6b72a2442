//! Single edits of the SDK.

use generator::diff::Bump::{self, Major, Minor, None, Patch};

use crate::Canary::{self, Breaks, Passes, Warns};

/// An edit and what it does to users of the crate.
pub struct Edit {
    /// What it is.
    pub name: &'static str,
    /// The public item that it is about; none: no public one.
    pub item: &'static str,
    /// Text of the SDK with what stands in its place.
    pub changes: &'static [(&'static str, &'static str)],
    /// What the next version must be.
    pub level: Bump,
    /// What code written before meets.
    pub canary: Canary,
}

const fn edit(
    name: &'static str,
    item: &'static str,
    changes: &'static [(&'static str, &'static str)],
    level: Bump,
    canary: Canary,
) -> Edit {
    Edit { name, item, changes, level, canary }
}

/// All of them; each stands alone.
pub const EDITS: &[Edit] = &[
    // Types that change.
    edit(
        "a field is wider",
        "types::Pet::id",
        &[
            ("pub id: i32", "pub id: i64"),
            (
                "new(id: i32, name: impl Into<String>) -> Self {\n        Self { id,",
                "new(id: i32, name: impl Into<String>) -> Self {\n        Self { id: id.into(),",
            ),
        ],
        Major,
        Breaks,
    ),
    edit(
        "a field may be missing",
        "types::Owner::name",
        &[
            ("pub struct Owner {\n    pub name: String", "pub struct Owner {\n    pub name: Option<String>"),
            ("Owner { name: String::new() }", "Owner { name: None }"),
        ],
        Major,
        Breaks,
    ),
    edit(
        "a field is always there",
        "types::Pet::tag",
        &[
            ("pub tag: Option<String>", "pub tag: String"),
            ("tag: None", "tag: String::new()"),
            ("self.tag = Some(tag.into())", "self.tag = tag.into()"),
        ],
        Major,
        Breaks,
    ),
    edit(
        "a field is boxed",
        "types::Pet::owner",
        &[
            ("pub owner: Owner", "pub owner: Box<Owner>"),
            ("owner: Owner { name: String::new() }", "owner: Box::new(Owner { name: String::new() })"),
        ],
        Major,
        Breaks,
    ),
    edit(
        "a call gives a list",
        "Call",
        &[
            ("type Output = Result<Pet, Error>", "type Output = Result<Vec<Pet>, Error>"),
            ("ready(Ok(Pet::new(1, \"Tom\")))", "ready(Ok(Vec::new()))"),
        ],
        Major,
        Breaks,
    ),
    edit(
        "a method gives something else",
        "resources::Pets::list",
        &[
            ("-> Result<Vec<types::Pet>, Error>", "-> Result<types::Shelter, Error>"),
            ("Ok(Vec::new())", "Ok(Default::default())"),
        ],
        Major,
        Breaks,
    ),
    edit(
        "an argument is wider",
        "resources::Pets::list",
        &[("limit: Option<u32>", "limit: Option<u64>")],
        Major,
        Breaks,
    ),
    edit(
        "an argument takes one type",
        "types::Pet::tag",
        &[
            ("pub fn tag(mut self, tag: impl Into<String>)", "pub fn tag(mut self, tag: String)"),
            ("Some(tag.into())", "Some(tag)"),
        ],
        Major,
        Breaks,
    ),
    edit(
        "arguments of different types swap",
        "resources::Pets::get",
        &[("id: i64, shelter: &str", "shelter: &str, id: i64")],
        Major,
        Breaks,
    ),
    edit(
        "a variant holds something else",
        "Error::Status",
        &[("Status(u16)", "Status(u32)"), ("path.len() as u16", "path.len() as u32")],
        Major,
        Breaks,
    ),
    edit(
        "an alias has another target",
        "types::Shelter",
        &[("BTreeMap<String, Pet>;", "BTreeMap<u64, Pet>;")],
        Major,
        Breaks,
    ),
    edit(
        "a parameter asks for more",
        "Client::send",
        &[("pub fn send<T: From<types::Pet>>", "pub fn send<T: From<types::Pet> + Send>")],
        Major,
        Breaks,
    ),
    // What goes.
    edit(
        "a field goes",
        "types::Pet::tag",
        &[
            ("    pub tag: Option<String>,\n", ""),
            ("tag: None, ", ""),
            ("self.tag = Some(tag.into());", "let _ = tag.into();"),
            ("mut self", "self"),
        ],
        Major,
        Breaks,
    ),
    edit(
        "a method goes",
        "Client::pets",
        &[(
            "    pub fn pets(&self) -> resources::Pets<'_> {\n        resources::Pets { token: &self.token }\n    }\n",
            "",
        )],
        Major,
        Breaks,
    ),
    edit("a method is renamed", "resources::Pets::list", &[("pub async fn list(", "pub async fn all(")], Major, Breaks),
    edit("a type is renamed", "types::Page", &[("Page<T>", "Sheet<T>")], Major, Breaks),
    edit("a variant goes", "types::Kind::Dog", &[("    Dog,\n", "")], Major, Breaks),
    edit("a variant is renamed", "types::Order::Up", &[("    Up,\n", "    Ascending,\n")], Major, Breaks),
    edit(
        "an argument comes",
        "resources::Pets::swap",
        &[("from: &str, to: &str)", "from: &str, to: &str, why: &str)"), ("(from, to)", "(from, to, why)")],
        Major,
        Breaks,
    ),
    edit(
        "an argument goes",
        "resources::Pets::get",
        &[("id: i64, shelter: &str", "id: i64"), ("(id, shelter)", "id")],
        Major,
        Breaks,
    ),
    edit("derived traits go", "types::Pet", &[("Eq, Hash)]\npub struct Pet {", ")]\npub struct Pet {")], Major, Breaks),
    edit(
        "a type leaves its thread no more",
        "types::Pet",
        &[
            ("pub tag: Option<String>", "pub tag: Option<String>,\n    hidden: std::marker::PhantomData<*const u8>"),
            ("tag: None", "tag: None, hidden: std::marker::PhantomData"),
        ],
        Major,
        Breaks,
    ),
    edit("a name of another crate goes", "Duration", &[("pub use std::time::Duration;\n", "")], Major, Breaks),
    edit("an item is hidden", "version", &[("pub fn version()", "#[doc(hidden)]\npub fn version()")], Major, Passes),
    edit("a feature goes", "features::extra", &[("extra = []\n", "")], Major, Passes),
    // What comes.
    edit("an exhaustive enum grows", "types::Order::None", &[("    Down,\n", "    Down,\n    None,\n")], Major, Breaks),
    edit(
        "an exhaustive struct grows",
        "types::Owner::age",
        &[
            ("pub struct Owner {\n", "pub struct Owner {\n    pub age: u8,\n"),
            ("Owner { name: String::new() }", "Owner { name: String::new(), age: 0 }"),
        ],
        Major,
        Breaks,
    ),
    edit(
        "a struct becomes open",
        "types::Owner",
        &[(
            "#[derive(Clone, Debug, PartialEq, Eq, Hash)]\npub struct Owner",
            "#[non_exhaustive]\n#[derive(Clone, Debug, PartialEq, Eq, Hash)]\npub struct Owner",
        )],
        Major,
        Breaks,
    ),
    edit(
        "a trait asks for more",
        "Transport::close",
        &[("pub trait Transport: Send + Sync {\n", "pub trait Transport: Send + Sync {\n    fn close(&self);\n\n")],
        Major,
        Passes,
    ),
    edit(
        "a trait gives more",
        "Transport::close",
        &[("pub trait Transport: Send + Sync {\n", "pub trait Transport: Send + Sync {\n    fn close(&self) {}\n\n")],
        Minor,
        Passes,
    ),
    edit(
        "an open struct grows",
        "types::Pet::age",
        &[
            ("pub tag: Option<String>", "pub tag: Option<String>,\n    pub age: Option<u8>"),
            ("tag: None", "tag: None, age: None"),
        ],
        Minor,
        Passes,
    ),
    edit("an open enum grows", "types::Kind::Bird", &[("    Dog,\n", "    Dog,\n    Bird,\n")], Minor, Passes),
    edit(
        "a struct becomes exhaustive",
        "types::Pet",
        &[(
            "#[non_exhaustive]\n#[derive(Clone, Debug, PartialEq, Eq, Hash)]",
            "#[derive(Clone, Debug, PartialEq, Eq, Hash)]",
        )],
        Minor,
        Passes,
    ),
    edit(
        "a method comes",
        "resources::Pets::count",
        &[("pub async fn list(", "pub fn count(&self) -> usize {\n        0\n    }\n\n    pub async fn list(")],
        Minor,
        Passes,
    ),
    edit(
        "a trait is implemented",
        "types::Page",
        &[("#[derive(Clone, Debug)]\npub struct Page", "#[derive(Clone, Debug, Default)]\npub struct Page")],
        Minor,
        Passes,
    ),
    edit("a feature comes", "features::more", &[("extra = []\n", "extra = []\nmore = []\n")], Minor, Passes),
    edit("a function is constant", "version", &[("pub fn version()", "pub const fn version()")], Minor, Passes),
    // Deprecations.
    edit("an item is deprecated", "version", &[("pub fn version()", "#[deprecated]\npub fn version()")], Minor, Warns),
    edit(
        "a method's old name stays",
        "resources::Pets::list",
        &[(
            "pub async fn list(",
            "#[deprecated]\n    pub async fn list(&self, limit: Option<u32>) -> Result<Vec<types::Pet>, Error> {\n        self.all(limit).await\n    }\n\n    pub async fn all(",
        )],
        Minor,
        Warns,
    ),
    edit(
        "a type's old name stays",
        "types::Owner",
        &[("Owner", "Keeper"), ("pub type Shelter", "#[deprecated]\npub type Owner = Keeper;\npub type Shelter")],
        Minor,
        Warns,
    ),
    // What code does not see.
    edit("the version", "", &[("version = \"1.0.0\"", "version = \"1.0.1\"")], None, Passes),
    edit("documentation", "", &[("/// Talks to the service.", "/// Calls the service.")], Patch, Passes),
    edit("code inside", "", &[("\"it failed\"", "\"it did fail\"")], Patch, Passes),
    edit("a constant's value", "RETRIES", &[("RETRIES: u32 = 2", "RETRIES: u32 = 3")], Patch, Passes),
    edit(
        "an argument's name",
        "resources::Pets::get",
        &[("id: i64, shelter: &str", "pet: i64, shelter: &str"), ("(id, shelter)", "(pet, shelter)")],
        Patch,
        Passes,
    ),
    edit(
        "arguments of one type swap",
        "resources::Pets::swap",
        &[("from: &str, to: &str", "to: &str, from: &str")],
        Patch,
        Passes,
    ),
    edit(
        "a module that nobody sees",
        "",
        &[("mod wire;", "#[path = \"wire.rs\"]\nmod cable;"), ("pub use wire::", "pub use cable::")],
        Patch,
        Passes,
    ),
];
