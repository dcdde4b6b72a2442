//! Parameters: those of the path item and of the operation become arguments and setters.

use openapiv3::{Parameter, ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle, ReferenceOr, Schema};

use super::{
    Context, Hint, bare, choices, docs, names, said,
    schema::split_nullable,
    shape::{self, Shape},
};
use crate::{
    diagnostic::Code,
    model::{Argument, Location, ParameterStyle, Scalar, Source, TypeRef, WireName},
    pointer::At,
};

/// A declared parameter.
#[derive(Clone, Debug)]
pub(super) struct Declared<'a> {
    /// What all kinds of parameters say.
    pub(super) data: At<&'a ParameterData>,
    /// Where it is sent.
    pub(super) location: Location,
    /// How it is written.
    written: Written,
}

/// The `style` of a parameter, `explode` applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Covered(ParameterStyle),
    /// One value is the same in this style as in a covered one, several are not.
    SingleOnly(ParameterStyle, &'static str),
    Uncovered(&'static str),
}

impl<'a> Declared<'a> {
    fn read(at: &At<&'a Parameter>) -> Self {
        let (location, data, written) = match at.node {
            Parameter::Path { parameter_data, style } => (Location::Path, parameter_data, path_style(style)),
            Parameter::Header { parameter_data, .. } => {
                (Location::Header, parameter_data, Written::Covered(ParameterStyle::Simple))
            }
            Parameter::Cookie { parameter_data, .. } => {
                (Location::Cookie, parameter_data, Written::Uncovered("in a cookie"))
            }
            Parameter::Query { parameter_data, style, .. } => {
                (Location::Query, parameter_data, query_style(style, parameter_data.explode))
            }
        };
        Self { data: At::new(data, at.origin.clone()), location, written }
    }

    /// Its name in the spec.
    pub(super) fn wire(&self) -> &'a str {
        &self.data.node.name
    }

    /// Whether `other` is the same parameter: name and place, header names in any case (RFC 9110, section 5.1).
    pub(super) fn is(&self, other: &Self) -> bool {
        let same = if self.location == Location::Header { str::eq_ignore_ascii_case } else { str::eq };
        self.location == other.location && same(self.wire(), other.wire())
    }

    /// As the spec would say it: "query parameter `limit`".
    pub(super) fn title(&self) -> String {
        let place = match self.location {
            Location::Path => "path",
            Location::Query => "query",
            Location::Header => "header",
            Location::Cookie => "cookie",
        };
        format!("{place} parameter {}", said::code(self.wire()))
    }
}

/// Whether a text can be the name of a header or a cookie (RFC 9110, section 5.6.2).
pub(super) fn is_token(name: &str) -> bool {
    let is_sign = |byte: u8| b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || is_sign(byte))
}

fn path_style(style: &PathStyle) -> Written {
    match style {
        PathStyle::Simple => Written::Covered(ParameterStyle::Simple),
        PathStyle::Label => Written::Uncovered("in the style `label`"),
        PathStyle::Matrix => Written::Uncovered("in the style `matrix`"),
    }
}

fn query_style(style: &QueryStyle, explode: Option<bool>) -> Written {
    let form = ParameterStyle::FormExplode;
    match (style, explode) {
        (QueryStyle::Form, None | Some(true)) => Written::Covered(form),
        (QueryStyle::Form, Some(false)) => Written::Covered(ParameterStyle::FormComma),
        (QueryStyle::SpaceDelimited | QueryStyle::PipeDelimited, Some(true)) => Written::Covered(form),
        (QueryStyle::SpaceDelimited, _) => Written::SingleOnly(form, "in the style `spaceDelimited`"),
        (QueryStyle::PipeDelimited, _) => Written::SingleOnly(form, "in the style `pipeDelimited`"),
        (QueryStyle::DeepObject, _) => Written::SingleOnly(form, "in the style `deepObject`"),
    }
}

/// The parameters of a path item and of its operation, the operation's winning; place and order of the first.
pub(super) fn gather<'a>(cx: &mut Context<'a>, lists: [At<&'a Vec<ReferenceOr<Parameter>>>; 2]) -> Vec<Declared<'a>> {
    let mut all: Vec<Declared<'a>> = Vec::new();
    for list in lists {
        let begins = all.len();
        let mut new: Vec<Declared<'a>> = Vec::new();
        for (index, parameter) in list.node.iter().enumerate() {
            let Some(parameter) = cx.look_up(list.below(index, parameter)) else { continue };
            let declared = Declared::read(&parameter);
            if let Some(first) = new.iter().find(|known| known.is(&declared)) {
                let message = format!("the {} stands here twice; the first counts", declared.title());
                let first = first.data.origin.clone();
                cx.diagnostics.report(Code::DialectShape, list.origin.join(index), message).related = Some(first);
                continue;
            }
            new.push(declared);
        }
        for declared in new {
            match all.iter_mut().take(begins).find(|known| known.is(&declared)) {
                Some(known) => *known = declared,
                None => all.push(declared),
            }
        }
    }
    all
}

/// The argument of a parameter; why there can be none otherwise.
pub(super) fn resolve_argument<'a>(
    cx: &mut Context<'a>,
    declared: &Declared<'a>,
    operation: &Hint,
) -> Result<Argument, String> {
    let data = declared.data.node;
    if declared.location == Location::Header && !is_token(&data.name) {
        return Err("of a name that no header can have".to_owned());
    }
    let schema = match &data.format {
        ParameterSchemaOrContent::Schema(schema) => declared.data.below("schema", schema),
        ParameterSchemaOrContent::Content(content) => {
            let media_type = content.keys().next().map_or("a media type", String::as_str);
            return Err(format!("written as {}", said::code(media_type)));
        }
    };
    let hint = hint(declared, operation);
    let (style, ty) = resolve_type(cx, declared, &schema, &hint)?;
    let (ty, nullable) = split_nullable(ty);
    let mut argument = Argument {
        name: names::method_name(&[&data.name]),
        wire: WireName::from(data.name.as_str()),
        location: declared.location,
        style,
        ty,
        // `null` has no written form; a setter may be given nothing, a required argument may not.
        nullable: nullable && !data.required && declared.location != Location::Path,
        secret: choices::flag(cx, &data.extensions, &declared.data.origin, "x-sdk-secret").unwrap_or_default(),
        docs: docs::canonical(data.description.as_deref().unwrap_or_default()),
        deprecated: data.deprecated.unwrap_or_default(),
        default: None,
        constraints: Default::default(),
        source: Source { origin: declared.data.origin.clone(), name: Some(data.name.clone()) },
    };
    if let Some(pinned) = choices::text(cx, &data.extensions, &declared.data.origin, "x-sdk-name") {
        argument.name = names::method_name(&[&pinned]);
        cx.pins.insert(names::Kind::Argument, argument.source.origin.clone());
    }
    complete_from_schema(cx, &mut argument, &schema, &hint);
    Ok(argument)
}

/// What a variable of the path is that no parameter declares, or none that can be used: a text.
pub(super) fn implied(wire: &str, source: Source) -> Argument {
    Argument {
        name: names::method_name(&[wire]),
        wire: WireName::from(wire),
        location: Location::Path,
        style: ParameterStyle::Simple,
        ty: TypeRef::Scalar(Scalar::String),
        nullable: false,
        secret: false,
        docs: docs::canonical(""),
        deprecated: false,
        default: None,
        constraints: Default::default(),
        source,
    }
}

/// Words for a type written inline: those of the shared component, of the path, or of the operation.
fn hint(declared: &Declared<'_>, operation: &Hint) -> Hint {
    match declared.data.origin.pointer.tokens() {
        [components, _, name] if components == "components" => Hint::new(name),
        [paths, path, parameters, _] if paths == "paths" && parameters == "parameters" => {
            Hint::new(path.replace(['{', '}'], " ")).join(declared.wire())
        }
        _ => operation.join(declared.wire()),
    }
}

/// How the value is written and what it is.
fn resolve_type<'a>(
    cx: &mut Context<'a>,
    declared: &Declared<'a>,
    schema: &At<&'a ReferenceOr<Schema>>,
    hint: &Hint,
) -> Result<(ParameterStyle, TypeRef), String> {
    let text = TypeRef::Scalar(Scalar::String);
    let (style, single) = match declared.written {
        Written::Covered(style) => (style, None),
        Written::SingleOnly(style, words) => (style, Some(words)),
        Written::Uncovered(words) => return Err(words.to_owned()),
    };
    let at = At::new(schema.node.into(), schema.origin.clone());
    let Some(view) = cx.view(&at, hint) else { return Ok((style, text)) };
    let shape = shape::of(cx, &view);
    if let (Some(words), Shape::List | Shape::TextList | Shape::Other(_)) = (single, &shape) {
        return Err(words.to_owned());
    }
    let ty = match shape {
        Shape::Other(words) => return Err(words.to_owned()),
        Shape::Text if !view.choices.is_empty() => {
            let message = format!("the {} has several types; it is given as text", declared.title());
            cx.diagnostics.report(Code::ParameterStyle, schema.origin.clone(), message);
            text
        }
        Shape::Text => text,
        Shape::TextList => TypeRef::List(Box::new(text)),
        Shape::Scalar => {
            let ty = cx.type_ref(&at, hint);
            bare::of_text(cx, ty)
        }
        Shape::List => {
            let ty = cx.type_ref(&at, hint);
            match bare::of_text(cx, ty) {
                TypeRef::Scalar(_) => TypeRef::List(Box::new(text)),
                list => list,
            }
        }
    };
    Ok((style, ty))
}

/// What the schema says where the parameter itself is silent.
fn complete_from_schema<'a>(
    cx: &mut Context<'a>,
    argument: &mut Argument,
    schema: &At<&'a ReferenceOr<Schema>>,
    hint: &Hint,
) {
    let at = At::new(schema.node.into(), schema.origin.clone());
    let Some(view) = cx.view(&at, hint) else { return };
    if argument.docs.is_empty() {
        argument.docs = docs::canonical(view.description.unwrap_or_default());
    }
    argument.deprecated |= view.deprecated;
    argument.secret |=
        view.extensions.iter().any(|own| choices::flag(cx, own.node, &own.origin, "x-sdk-secret") == Some(true));
    argument.constraints = view.constraints;
    if let Some(default) = view.default.filter(|default| !default.node.is_null()) {
        argument.default = cx.literal(&default.node, &argument.ty, &default.origin);
    }
}
