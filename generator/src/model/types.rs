//! The types of the emitted crate: structs, enums, unions, aliases, and how they refer to each other.

use serde::Serialize;

use super::{Docs, FieldName, ModuleName, RustPath, Scalar, Source, TypeName, VariantName, WireName};

/// Index of a type in [`Api::types`](super::Api::types).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct TypeId(pub usize);

/// A named type: one file of `types/`.
#[derive(Clone, Debug, Serialize)]
pub struct TypeDef {
    /// Its Rust name.
    pub name: TypeName,
    /// Its module under `types`, and so its file.
    pub module: ModuleName,
    /// What the spec says of it.
    pub docs: Docs,
    /// Whether the spec calls it deprecated.
    pub deprecated: bool,
    /// The directions the API uses it in.
    pub usage: Usage,
    /// What can be derived for it beside `Clone`, `Debug` and `PartialEq`.
    pub traits: Traits,
    /// What `generator.toml` has derived for it beside.
    pub derives: Vec<RustPath>,
    /// What it is.
    pub kind: TypeKind,
    /// An alias because another place of the spec says the same inline; it has all names that its own type would have.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub twin: bool,
    /// Where it comes from.
    pub source: Source,
}

impl TypeDef {
    /// The types of all that it holds.
    #[must_use]
    pub fn parts(&self) -> Vec<&TypeRef> {
        match &self.kind {
            TypeKind::Struct(object) => {
                let additional = object.additional.iter().map(|additional| &additional.value);
                object.fields.iter().map(|field| &field.ty).chain(additional).collect()
            }
            TypeKind::Union(union) => union.variants.iter().map(|variant| &variant.ty).collect(),
            TypeKind::Alias(target) => vec![target],
            TypeKind::Enum(_) => Vec::new(),
        }
    }
}

/// The directions a type travels in; decides which serde impls stand outside the feature `serde-all`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Usage {
    /// Sent by the client.
    pub request: bool,
    /// Received by the client (answers and error bodies).
    pub response: bool,
}

/// Traits that hold for a type with all it contains.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Traits {
    /// `Eq`.
    pub eq: bool,
    /// `Hash`.
    pub hash: bool,
    /// `Copy`.
    pub copy: bool,
    /// `Default`; a struct has it exactly when its `new` takes no argument.
    pub default: bool,
}

/// The four kinds of a named type.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TypeKind {
    /// An object with named properties.
    Struct(Struct),
    /// A closed or open list of values.
    Enum(Enum),
    /// One of several types.
    Union(Union),
    /// Another name for a type.
    Alias(TypeRef),
}

impl TypeKind {
    /// What reports call it.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Struct(_) => "struct",
            Self::Enum(_) => "enum",
            Self::Union(_) => "union",
            Self::Alias(_) => "alias",
        }
    }
}

/// A use of a type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TypeRef {
    /// A named type.
    Named(TypeId),
    /// A row of the format table.
    Scalar(Scalar),
    /// A type that `generator.toml` puts here. It has serde's impls, `Clone`, `Debug` and `PartialEq`.
    External(RustPath),
    /// `Vec<T>`.
    List(Box<TypeRef>),
    /// `BTreeMap<String, T>`.
    Map(Box<TypeRef>),
    /// `(A, B)`: a list in which each place has its own type. Two to [`TypeRef::LONGEST_TUPLE`] places.
    Tuple(Vec<TypeRef>),
    /// `Option<T>`, `None` being `null`: items, map values and whole answers. A struct's field says it by [`Presence`].
    Nullable(Box<TypeRef>),
    /// `serde_json::Value`: the spec allows anything, or the schema could not be expressed (then a [`Fallback`](super::Fallback) says so).
    Json,
}

impl TypeRef {
    /// So many places can be read and compared in Rust; the standard library stops there.
    pub const LONGEST_TUPLE: usize = 12;

    /// The named types inside a use.
    #[must_use]
    pub fn named(&self) -> Vec<TypeId> {
        match self {
            Self::Named(id) => vec![*id],
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) => inner.named(),
            Self::Tuple(places) => places.iter().flat_map(Self::named).collect(),
            Self::Scalar(_) | Self::External(_) | Self::Json => Vec::new(),
        }
    }
}

/// An object.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Struct {
    /// In the spec's order.
    pub fields: Vec<Field>,
    /// The map that takes properties which are not named, when the spec gives them a schema.
    pub additional: Option<Additional>,
}

impl Struct {
    /// What `new` takes: required, without a default or a constant, in the order of wire names (see ARCHITECTURE.md, Names).
    #[must_use]
    pub fn new_arguments(&self) -> Vec<&Field> {
        let mut fields: Vec<_> = self.fields.iter().filter(|f| f.is_argument()).collect();
        fields.sort_by(|a, b| a.wire.cmp(&b.wire));
        fields
    }
}

/// A property.
#[derive(Clone, Debug, Serialize)]
pub struct Field {
    /// Name of the field and of its setter.
    pub name: FieldName,
    /// The JSON key.
    pub wire: WireName,
    /// What the spec says of it.
    pub docs: Docs,
    /// The value's type, without the `Option` that [`Presence`] adds.
    pub ty: TypeRef,
    /// How it may be missing.
    pub presence: Presence,
    /// Held in a `Box` to end a recursion.
    pub boxed: bool,
    /// Never shown by `Debug`.
    pub secret: bool,
    /// Whether the spec calls it deprecated.
    pub deprecated: bool,
    /// Filled by `new` when required; documentation otherwise. Always fits `ty`.
    pub default: Option<Literal>,
    /// What the server checks; documentation only.
    pub constraints: Constraints,
    /// Where it comes from.
    pub source: Source,
}

impl Field {
    /// Whether `new` must be given it.
    #[must_use]
    pub fn is_argument(&self) -> bool {
        matches!(self.presence, Presence::Required | Presence::Nullable)
            && !self.default.as_ref().is_some_and(Literal::is_written)
    }

    /// Whether `new` fills it with its default.
    #[must_use]
    pub fn starts_filled(&self) -> bool {
        matches!(self.presence, Presence::Required | Presence::Nullable)
            && self.default.as_ref().is_some_and(Literal::is_written)
    }
}

/// How a property may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Always there: `T`.
    Required,
    /// May be absent: `Option<T>`, omitted when `None`; `null` reads as `None`.
    Optional,
    /// Always there, may be `null`: `Option<T>`, written as `null`.
    Nullable,
    /// May be absent or `null`, and the two differ: `Nullable<T>`. Only in types that are sent; in a type that is only
    /// received the two are one `Option` and resolve says [`Presence::Optional`].
    OptionalNullable,
}

/// Properties beyond the named ones.
#[derive(Clone, Debug, Serialize)]
pub struct Additional {
    /// The map's field.
    pub name: FieldName,
    /// Its values.
    pub value: TypeRef,
    /// The patterns (ECMA-262) of which a key matches one; none: any key.
    pub patterns: Vec<String>,
}

/// A list of values.
#[derive(Clone, Debug, Serialize)]
pub struct Enum {
    /// What stands on the wire.
    pub repr: EnumRepr,
    /// In the spec's order; never empty.
    pub variants: Vec<EnumVariant>,
    /// Has `Unknown`, so that a value which the spec does not list is kept. The default.
    pub open: bool,
}

/// What an enum's values are on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EnumRepr {
    /// Texts.
    String,
    /// Integers that fit `i64`.
    Integer,
    /// Values of several types, or numbers with a fraction.
    Mixed,
}

/// One value of an enum.
#[derive(Clone, Debug, Serialize)]
pub struct EnumVariant {
    /// Its Rust name.
    pub name: VariantName,
    /// [`Literal::String`] or [`Literal::Integer`], as [`Enum::repr`] says; a number or a boolean too where it is mixed.
    pub wire: Literal,
    /// What the spec says of it.
    pub docs: Docs,
    /// Whether the spec calls it deprecated.
    pub deprecated: bool,
}

/// One of several types.
#[derive(Clone, Debug, Serialize)]
pub struct Union {
    /// How a received value is told apart.
    pub tagging: Tagging,
    /// In the order in which they are tried; never empty.
    pub variants: Vec<UnionVariant>,
    /// Has `Unknown(serde_json::Value)` for what fits none. The default.
    pub open: bool,
}

/// How the variant of a received value is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tagging {
    /// By the text of this property (a discriminator, declared or implied by constants).
    Property(WireName),
    /// By [`UnionVariant::shape`]: first the JSON type, then the required keys; the first variant that fits *and*
    /// decodes wins.
    Shape,
}

/// One alternative of a union.
#[derive(Clone, Debug, Serialize)]
pub struct UnionVariant {
    /// Its Rust name.
    pub name: VariantName,
    /// What the spec says of it.
    pub docs: Docs,
    /// The payload.
    pub ty: TypeRef,
    /// Whether the payload is boxed: every object is, never by size, so that a new field does not flip a public type.
    pub boxed: bool,
    /// With [`Tagging::Property`]: the texts that mean this variant; the first is written.
    pub tags: Vec<String>,
    /// With [`Tagging::Property`]: who writes the property.
    pub tag_by: TagBy,
    /// With [`Tagging::Shape`]: what a value of this variant looks like.
    pub shape: Shape,
}

/// Who writes the property that tells variants apart; on the wire it stands exactly once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TagBy {
    /// The payload, which always has it.
    #[default]
    Payload,
    /// The union, since the payload does not have it.
    Union,
    /// The payload when it holds a value, else the union.
    Either,
}

/// What can be seen of a JSON value without decoding it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Shape {
    /// JSON types that it may have; empty: any.
    pub types: Vec<JsonType>,
    /// Keys that an object must have.
    pub required: Vec<WireName>,
    /// Keys whose text, number or boolean, where the key is there, must be one of these: constants, and lists where
    /// those of the variants have nothing in common. They tell objects of alike keys apart.
    pub constants: Vec<(WireName, Vec<String>)>,
}

/// The types of JSON (RFC 8259, section 1), with integers told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are JSON's own")]
pub enum JsonType {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

/// A value from the spec that fits the Rust type it is meant for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Literal {
    /// Of a string scalar that is a `String`.
    String(String),
    /// Of an integer scalar.
    Integer(i64),
    /// Of a number scalar; finite.
    Number(f64),
    /// Of a boolean.
    Boolean(bool),
    /// A variant of a named enum.
    Variant(TypeId, VariantName),
    /// A list, all items of which are literals.
    List(Vec<Literal>),
    /// A map, all values of which are literals.
    Map(Vec<(String, Literal)>),
    /// A value of a type that has no literal in Rust (a moment, an object): documentation only.
    Shown(serde_json::Value),
}

impl Literal {
    /// Whether it can stand in code.
    #[must_use]
    pub const fn is_written(&self) -> bool {
        !matches!(self, Self::Shown(_))
    }
}

/// What the server checks of a value. The client checks none of it; docs state it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Constraints {
    /// `minLength`, in characters.
    pub min_length: Option<u64>,
    /// `maxLength`, in characters.
    pub max_length: Option<u64>,
    /// `pattern`, an ECMA-262 regular expression.
    pub pattern: Option<String>,
    /// `minimum`, as its JSON text.
    pub minimum: Option<String>,
    /// `maximum`, as its JSON text.
    pub maximum: Option<String>,
    /// Whether `minimum` itself is excluded.
    pub exclusive_minimum: bool,
    /// Whether `maximum` itself is excluded.
    pub exclusive_maximum: bool,
    /// `multipleOf`, as its JSON text.
    pub multiple_of: Option<String>,
    /// `minItems` or `minProperties`.
    pub min_items: Option<u64>,
    /// `maxItems` or `maxProperties`.
    pub max_items: Option<u64>,
    /// `uniqueItems`.
    pub unique_items: bool,
}
