//! Parameters: where each is sent, and how it becomes text.

use serde::Serialize;

use super::{Constraints, Docs, Literal, MethodName, Source, TypeName, TypeRef, WireName};

/// A parameter.
#[derive(Clone, Debug, Serialize)]
pub struct Argument {
    /// The argument or the setter.
    pub name: MethodName,
    /// Its name in the spec.
    pub wire: WireName,
    /// Where it is sent.
    pub location: Location,
    /// How it is written.
    pub style: ParameterStyle,
    /// Its type, without the `Option` of a nullable one.
    pub ty: TypeRef,
    /// Its text is made of its JSON: it is no single value and no list of such.
    pub fields: bool,
    /// Whether `null` may be given (a setter then takes `Option<T>`).
    pub nullable: bool,
    /// Never shown.
    pub secret: bool,
    /// What the spec says of it.
    pub docs: Docs,
    /// Whether the spec calls it deprecated.
    pub deprecated: bool,
    /// The server's default; documentation only.
    pub default: Option<Literal>,
    /// What the server checks; documentation only.
    pub constraints: Constraints,
    /// Where it comes from.
    pub source: Source,
}

/// Where a parameter is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are OpenAPI's own")]
pub enum Location {
    Path,
    Query,
    Header,
    Cookie,
}

/// How a parameter's value becomes text (OpenAPI 3.0.3, Style Values).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ParameterStyle {
    /// Path and header: items joined by commas.
    Simple,
    /// The same, the properties of an object as `key=value`.
    SimpleExplode,
    /// Path: a dot before the whole.
    Label,
    /// Path: a dot before each item.
    LabelExplode,
    /// Path: `;name=` before the whole.
    Matrix,
    /// Path: `;name=` before each item.
    MatrixExplode,
    /// Query: one pair for each item, or for each property of an object.
    FormExplode,
    /// Query and cookie: items joined by commas.
    FormComma,
    /// Query: items joined by blanks.
    SpaceDelimited,
    /// Query: items joined by `|`.
    PipeDelimited,
    /// Query: items joined by tabs.
    TabDelimited,
    /// Query: `name[key]=value` for each property.
    DeepObject,
    /// Query: `name[]=value` for each item, which is what `deepObject` is to a list.
    Brackets,
    /// One text, in JSON.
    Json,
    /// The whole query, without a name.
    Whole,
    /// The same, in JSON.
    WholeJson,
}

impl ParameterStyle {
    /// The name of the style in the runtime.
    #[must_use]
    pub const fn runtime_name(self) -> &'static str {
        match self {
            Self::Simple => "Simple",
            Self::SimpleExplode => "SimpleExplode",
            Self::Label => "Label",
            Self::LabelExplode => "LabelExplode",
            Self::Matrix => "Matrix",
            Self::MatrixExplode => "MatrixExplode",
            Self::FormExplode => "Form",
            Self::FormComma => "Comma",
            Self::SpaceDelimited => "Space",
            Self::PipeDelimited => "Pipe",
            Self::TabDelimited => "Tab",
            Self::DeepObject => "Deep",
            Self::Brackets => "Brackets",
            Self::Json => "Json",
            Self::Whole => "Whole",
            Self::WholeJson => "WholeJson",
        }
    }
}

/// Required query, header and cookie parameters.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RequiredArguments {
    /// None to three: positional.
    Positional(Vec<Argument>),
    /// More: one exhaustive struct with named fields, `op::{name}`.
    Struct {
        /// The struct in the resource's `op` module.
        name: TypeName,
        /// Its fields.
        arguments: Vec<Argument>,
    },
}

impl RequiredArguments {
    /// Whichever the form.
    #[must_use]
    pub fn arguments(&self) -> &[Argument] {
        match self {
            Self::Positional(arguments) | Self::Struct { arguments, .. } => arguments,
        }
    }
}
