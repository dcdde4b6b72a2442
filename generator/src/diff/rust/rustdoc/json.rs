//! json: rustdoc's JSON as far as the face of a crate needs it.
//!
//! The form changes with the compiler. What is written here was read from the compilers named at [`FORMATS`]; a document of
//! another format is refused as a whole, since a part that moved would read as a part that is gone, or as none.

use std::collections::BTreeMap;

use serde::{Deserialize, de::IgnoredAny};

/// The values of `format_version` that this reader was tried on.
pub const FORMATS: &[u32] = &[57];

/// The newest compiler that writes one of them.
pub const COMPILER: &str = "1.95";

/// The number that stands for an item inside one document.
pub type Id = u32;

/// The document's head alone, which every format has.
#[derive(Debug, Deserialize)]
pub struct Head {
    pub format_version: u32,
}

/// The document.
#[derive(Debug, Deserialize)]
pub struct Crate {
    pub root: Id,
    pub index: BTreeMap<Id, Item>,
    pub paths: BTreeMap<Id, Summary>,
}

/// Where an item is defined, those of other crates included.
#[derive(Debug, Deserialize)]
pub struct Summary {
    pub crate_id: u32,
    pub path: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub struct Item {
    pub name: Option<String>,
    pub visibility: Visibility,
    pub docs: Option<String>,
    pub attrs: Vec<Attribute>,
    pub deprecation: Option<IgnoredAny>,
    pub inner: Inner,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    Public,
    Default,
    Crate,
    Restricted(IgnoredAny),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attribute {
    NonExhaustive,
    MustUse(IgnoredAny),
    MacroExport,
    ExportName(IgnoredAny),
    LinkSection(IgnoredAny),
    AutomaticallyDerived,
    Repr(Repr),
    NoMangle,
    TargetFeature(IgnoredAny),
    Other(IgnoredAny),
}

#[derive(Debug, Deserialize)]
pub struct Repr {
    pub kind: String,
    pub align: Option<u64>,
    pub packed: Option<u64>,
    pub int: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inner {
    Module(Module),
    ExternCrate(ExternCrate),
    Use(Use),
    Union(Union),
    Struct(Struct),
    StructField(Type),
    Enum(Enum),
    Variant(Variant),
    Function(Function),
    Trait(Trait),
    TraitAlias(IgnoredAny),
    Impl(Impl),
    TypeAlias(TypeAlias),
    Constant(Constant),
    Static(Static),
    ExternType,
    Macro(String),
    ProcMacro(IgnoredAny),
    Primitive(IgnoredAny),
    AssocConst(AssocConst),
    AssocType(AssocType),
}

#[derive(Debug, Deserialize)]
pub struct Module {
    pub items: Vec<Id>,
}

#[derive(Debug, Deserialize)]
pub struct ExternCrate {
    pub name: String,
    pub rename: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Use {
    pub source: String,
    pub name: String,
    pub id: Option<Id>,
    pub is_glob: bool,
}

#[derive(Debug, Deserialize)]
pub struct Union {
    pub generics: Generics,
    pub has_stripped_fields: bool,
    pub fields: Vec<Id>,
}

#[derive(Debug, Deserialize)]
pub struct Struct {
    pub kind: StructKind,
    pub generics: Generics,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StructKind {
    Unit,
    Tuple(Vec<Option<Id>>),
    Plain { fields: Vec<Id>, has_stripped_fields: bool },
}

#[derive(Debug, Deserialize)]
pub struct Enum {
    pub generics: Generics,
    pub has_stripped_variants: bool,
    pub variants: Vec<Id>,
}

#[derive(Debug, Deserialize)]
pub struct Variant {
    pub kind: VariantKind,
    pub discriminant: Option<Discriminant>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VariantKind {
    Plain,
    Tuple(Vec<Option<Id>>),
    Struct { fields: Vec<Id>, has_stripped_fields: bool },
}

#[derive(Debug, Deserialize)]
pub struct Discriminant {
    pub value: String,
}

#[derive(Debug, Deserialize)]
pub struct Function {
    pub sig: Signature,
    pub generics: Generics,
    pub header: Header,
    pub has_body: bool,
}

#[derive(Debug, Deserialize)]
pub struct Signature {
    pub inputs: Vec<(String, Type)>,
    pub output: Option<Type>,
    pub is_c_variadic: bool,
}

#[derive(Debug, Deserialize)]
pub struct Header {
    pub is_const: bool,
    pub is_unsafe: bool,
    pub is_async: bool,
    pub abi: serde_json::Value,
}

#[derive(Debug, Default, Deserialize)]
pub struct Generics {
    pub params: Vec<Param>,
    pub where_predicates: Vec<Predicate>,
}

#[derive(Debug, Deserialize)]
pub struct Param {
    pub name: String,
    pub kind: ParamKind,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParamKind {
    Lifetime {
        outlives: Vec<String>,
    },
    Type {
        bounds: Vec<Bound>,
        default: Option<Type>,
        is_synthetic: bool,
    },
    Const {
        #[serde(rename = "type")]
        ty: Type,
        default: Option<String>,
    },
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Predicate {
    #[serde(rename = "bound_predicate")]
    Bound {
        #[serde(rename = "type")]
        ty: Type,
        bounds: Vec<Bound>,
        generic_params: Vec<Param>,
    },
    #[serde(rename = "lifetime_predicate")]
    Lifetime { lifetime: String, outlives: Vec<String> },
    #[serde(rename = "eq_predicate")]
    Equal { lhs: Type, rhs: Term },
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    #[serde(rename = "trait_bound")]
    Trait {
        #[serde(rename = "trait")]
        name: Path,
        generic_params: Vec<Param>,
        modifier: Modifier,
    },
    Outlives(String),
    Use(Vec<Captured>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modifier {
    None,
    Maybe,
    MaybeConst,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Captured {
    Lifetime(String),
    Param(String),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    Type(Type),
    Constant(Expression),
}

#[derive(Debug, Deserialize)]
pub struct Expression {
    pub expr: String,
    pub value: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Type {
    ResolvedPath(Path),
    DynTrait(DynTrait),
    Generic(String),
    Primitive(String),
    FunctionPointer(Box<FunctionPointer>),
    Tuple(Vec<Type>),
    Slice(Box<Type>),
    Array {
        #[serde(rename = "type")]
        ty: Box<Type>,
        len: String,
    },
    Pat(IgnoredAny),
    ImplTrait(Vec<Bound>),
    Infer,
    RawPointer {
        is_mutable: bool,
        #[serde(rename = "type")]
        ty: Box<Type>,
    },
    BorrowedRef {
        lifetime: Option<String>,
        is_mutable: bool,
        #[serde(rename = "type")]
        ty: Box<Type>,
    },
    QualifiedPath {
        name: String,
        args: Option<Box<Arguments>>,
        self_type: Box<Type>,
        #[serde(rename = "trait")]
        of: Option<Path>,
    },
}

#[derive(Debug, Deserialize)]
pub struct Path {
    /// As the source spells it.
    pub path: String,
    pub id: Id,
    pub args: Option<Box<Arguments>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arguments {
    AngleBracketed { args: Vec<Argument>, constraints: Vec<Constraint> },
    Parenthesized { inputs: Vec<Type>, output: Option<Type> },
    ReturnTypeNotation,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Argument {
    Lifetime(String),
    Type(Type),
    Const(Expression),
    Infer,
}

#[derive(Debug, Deserialize)]
pub struct Constraint {
    pub name: String,
    pub args: Option<Box<Arguments>>,
    pub binding: Binding,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Binding {
    Equality(Term),
    Constraint(Vec<Bound>),
}

#[derive(Debug, Deserialize)]
pub struct DynTrait {
    pub traits: Vec<PolyTrait>,
    pub lifetime: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct PolyTrait {
    #[serde(rename = "trait")]
    pub name: Path,
    pub generic_params: Vec<Param>,
}

#[derive(Debug, Deserialize)]
pub struct FunctionPointer {
    pub sig: Signature,
    pub generic_params: Vec<Param>,
    pub header: Header,
}

#[derive(Debug, Deserialize)]
pub struct Trait {
    pub is_auto: bool,
    pub is_unsafe: bool,
    pub is_dyn_compatible: bool,
    pub items: Vec<Id>,
    pub generics: Generics,
    pub bounds: Vec<Bound>,
}

#[derive(Debug, Deserialize)]
pub struct Impl {
    pub is_unsafe: bool,
    pub generics: Generics,
    #[serde(rename = "trait")]
    pub of: Option<Path>,
    #[serde(rename = "for")]
    pub subject: Type,
    pub items: Vec<Id>,
    pub is_negative: bool,
    pub is_synthetic: bool,
    pub blanket_impl: Option<Type>,
}

#[derive(Debug, Deserialize)]
pub struct TypeAlias {
    #[serde(rename = "type")]
    pub ty: Type,
    pub generics: Generics,
}

#[derive(Debug, Deserialize)]
pub struct Constant {
    #[serde(rename = "type")]
    pub ty: Type,
    #[serde(rename = "const")]
    pub value: Expression,
}

#[derive(Debug, Deserialize)]
pub struct Static {
    #[serde(rename = "type")]
    pub ty: Type,
    pub is_mutable: bool,
}

#[derive(Debug, Deserialize)]
pub struct AssocConst {
    #[serde(rename = "type")]
    pub ty: Type,
    pub value: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct AssocType {
    pub generics: Generics,
    pub bounds: Vec<Bound>,
    #[serde(rename = "type")]
    pub ty: Option<Type>,
}
