//! One public item of the crate, as users see it, with what the compiler does not see of it.

use crate::{
    diff::finding::ItemKind,
    model::{OperationId, ResourceId, TypeId},
    pointer::Origin,
};

/// A public item.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is on the wire; the same on both sides where it is the same thing, whatever its Rust name.
    pub key: String,
    /// The key of the item that it comes and goes with.
    pub under: Option<String>,
    /// The key of what it stands in: it is at another path when that differs, or `name` does.
    pub place: String,
    /// The part of the path that is its own.
    pub name: String,
    /// As users write it below the crate's root: `types::Connection::scope`.
    pub path: String,
    /// What it is.
    pub kind: ItemKind,
    /// Its signature.
    pub signature: Signature,
    /// The signature without names that are another matter: types by what they are on the wire, aliases as what they
    /// stand for.
    pub meaning: Signature,
    /// What the emitted code does with it that no signature says, by the name of the fact.
    pub facts: Vec<Fact>,
    /// Whether the compiler warns of its use.
    pub deprecated: bool,
    /// A hash of its documentation; only equality means something.
    pub docs: u64,
    /// The Cargo features of which one must be on; empty: it is always there.
    pub features: Vec<String>,
    /// What it comes from.
    pub origin: Option<Origin>,
    /// The keys of the types that it is made of.
    pub holds: Vec<String>,
    /// The key of the type that an alias is another name of.
    pub stands_for: Option<String>,
    /// Which operations reach it.
    pub reach: Reach,
}

/// The signature of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    /// All of it on one line: `pub fn list(&self, workspace_id: &str) -> op::List`.
    pub text: String,
    /// What must be given, in order; nothing for what is no function.
    pub inputs: Vec<Input>,
    /// What comes back, with what stands before the name.
    pub output: String,
    /// What must be given, whether by arguments or by the fields of a struct; by name on the wire.
    pub needs: Vec<Need>,
}

/// An argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its name in Rust.
    pub name: String,
    /// Its name on the wire; for a variable of a path its place.
    pub wire: String,
    /// Its type.
    pub ty: String,
}

/// A part of the description that a signature is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Its name on the wire.
    pub wire: String,
    /// Its type.
    pub ty: String,
    /// Where it comes from.
    pub origin: Option<Origin>,
}

/// Something that emitted code does and that no signature says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Which.
    pub about: About,
    /// Its value.
    pub value: String,
}

/// What facts are about; the words are `behaviour`'s.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum About {
    Accept,
    Answer,
    BaseUrl,
    Body,
    Codec,
    Credential,
    Default,
    Discriminator,
    Envelope,
    Environment,
    ErrorBody,
    ErrorShape,
    HttpMethod,
    Idempotence,
    IdempotencyHeader,
    Order,
    Path,
    Presence,
    Query,
    RetryConflict,
    Secret,
    Security,
    Sent,
    Server,
    Shape,
    Start,
    Tags,
    Value,
    WireName,
}

/// Which operations an item matters to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All.
    All,
    /// This one.
    Operation(OperationId),
    /// Those that send or receive the type.
    Type(TypeId),
    /// Those of the resource.
    Resource(ResourceId),
    /// None in particular.
    Nothing,
}

impl Item {
    /// An item that has a signature and nothing else yet.
    #[must_use]
    pub fn new(key: impl Into<String>, kind: ItemKind, path: String, signature: Signature, reach: Reach) -> Self {
        let name = path.rsplit("::").next().unwrap_or_default().to_owned();
        Self {
            key: key.into(),
            under: None,
            place: String::new(),
            name,
            path,
            kind,
            meaning: Signature::default(),
            signature,
            facts: Vec::new(),
            deprecated: false,
            docs: 0,
            features: Vec::new(),
            origin: None,
            holds: Vec::new(),
            stands_for: None,
            reach,
        }
    }

    /// It comes and goes with the item of this key, and stands in it.
    #[must_use]
    pub fn under(mut self, key: &str) -> Self {
        self.under = Some(key.to_owned());
        self.place = key.to_owned();
        self
    }

    /// The types that it is made of.
    #[must_use]
    pub fn holding(mut self, keys: Vec<String>) -> Self {
        self.holds = keys;
        self
    }

    /// What it stands in.
    #[must_use]
    pub fn at(mut self, place: &str) -> Self {
        self.place = place.to_owned();
        self
    }

    /// The part of the path that is its own, where that is not the path's last part.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        self.name = name.to_owned();
        self
    }

    /// Where it comes from.
    #[must_use]
    pub fn from(mut self, origin: &Origin) -> Self {
        self.origin = Some(origin.clone());
        self
    }

    /// What emitted code does with it; nothing where the value is empty.
    #[must_use]
    pub fn fact(mut self, about: About, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.facts.push(Fact { about, value });
        }
        self
    }

    /// Whether the compiler warns of its use.
    #[must_use]
    pub fn deprecated(mut self, deprecated: bool) -> Self {
        self.deprecated = deprecated;
        self
    }

    /// A hash of its documentation.
    #[must_use]
    pub fn docs(mut self, docs: u64) -> Self {
        self.docs = docs;
        self
    }

    /// The features of which one must be on.
    #[must_use]
    pub fn features(mut self, features: Vec<&str>) -> Self {
        self.features = features.into_iter().map(str::to_owned).collect();
        self
    }
}

impl Signature {
    /// Of what is no function.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { output: text.clone(), text, ..Self::default() }
    }

    /// Of a function: all that is no argument stands in `output`.
    #[must_use]
    pub fn function(text: String, inputs: Vec<Input>, output: impl Into<String>) -> Self {
        Self { text, inputs, output: output.into(), needs: Vec::new() }
    }

    /// The same types in the same order, whatever the arguments are called.
    #[must_use]
    pub fn is_called_like(&self, other: &Self) -> bool {
        let types = |signature: &Self| signature.inputs.iter().map(|input| input.ty.clone()).collect::<Vec<_>>();
        self.output == other.output && types(self) == types(other)
    }

    /// The same arguments under the same names.
    #[must_use]
    pub fn names_arguments_like(&self, other: &Self) -> bool {
        self.inputs.iter().map(|input| &input.name).eq(other.inputs.iter().map(|input| &input.name))
    }
}
