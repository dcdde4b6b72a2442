//! Parameters: those of the path item and of the operation become arguments and setters.

use openapiv3::{Parameter, ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle, ReferenceOr, Schema};
use serde_json::Value;

use super::{
    Context, Hint, bare, choices, docs,
    media::{self, Media},
    names, said,
    schema::{View, split_nullable},
    shape::{self, Shape},
};
use crate::{
    diagnostic::Code,
    dialect::carry::{self, Carried},
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
    style: ParameterStyle,
    /// Whether calls must give it.
    pub(super) required: bool,
}

impl<'a> Declared<'a> {
    fn read(at: &At<&'a Parameter>) -> Self {
        let (location, data, style) = match at.node {
            Parameter::Path { parameter_data: data, style } => (Location::Path, data, path_style(style, data.explode)),
            Parameter::Header { parameter_data: data, .. } => (Location::Header, data, simple(data.explode)),
            Parameter::Cookie { parameter_data: data, .. } => {
                (Location::Cookie, data, query_style(&QueryStyle::Form, data.explode))
            }
            Parameter::Query { parameter_data: data, style, .. } => {
                (Location::Query, data, query_style(style, data.explode))
            }
        };
        let style = match Carried(&data.extensions).value(carry::STYLE).and_then(Value::as_str) {
            Some("tabDelimited") => ParameterStyle::TabDelimited,
            _ if matches!(data.format, ParameterSchemaOrContent::Content(_)) => ParameterStyle::Json,
            _ => style,
        };
        Self { data: At::new(data, at.origin.clone()), location, style, required: data.required }
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

fn path_style(style: &PathStyle, explode: Option<bool>) -> ParameterStyle {
    match (style, explode) {
        (PathStyle::Simple, explode) => simple(explode),
        (PathStyle::Label, Some(true)) => ParameterStyle::LabelExplode,
        (PathStyle::Label, _) => ParameterStyle::Label,
        (PathStyle::Matrix, Some(true)) => ParameterStyle::MatrixExplode,
        (PathStyle::Matrix, _) => ParameterStyle::Matrix,
    }
}

const fn simple(explode: Option<bool>) -> ParameterStyle {
    if matches!(explode, Some(true)) { ParameterStyle::SimpleExplode } else { ParameterStyle::Simple }
}

/// The style of a query parameter or of a member of a form.
pub(super) const fn query_style(style: &QueryStyle, explode: Option<bool>) -> ParameterStyle {
    match (style, explode) {
        (QueryStyle::Form, None | Some(true)) => ParameterStyle::FormExplode,
        (QueryStyle::Form, Some(false)) => ParameterStyle::FormComma,
        (QueryStyle::SpaceDelimited | QueryStyle::PipeDelimited, Some(true)) => ParameterStyle::FormExplode,
        (QueryStyle::SpaceDelimited, _) => ParameterStyle::SpaceDelimited,
        (QueryStyle::PipeDelimited, _) => ParameterStyle::PipeDelimited,
        (QueryStyle::DeepObject, _) => ParameterStyle::DeepObject,
    }
}

/// The style of a value that is one text in most styles, so that what few know is not named without need.
fn settled(location: Location, style: ParameterStyle, shape: &Shape) -> ParameterStyle {
    use ParameterStyle::{
        Brackets, DeepObject, FormComma, FormExplode, PipeDelimited, Simple, SimpleExplode, SpaceDelimited,
        TabDelimited,
    };
    let single = matches!(shape, Shape::Scalar | Shape::Text);
    match (location, style) {
        (Location::Query, SpaceDelimited | PipeDelimited | TabDelimited | DeepObject | FormComma) if single => {
            FormExplode
        }
        (Location::Query, DeepObject) if matches!(shape, Shape::List | Shape::TextList) => Brackets,
        (Location::Path | Location::Header, SimpleExplode) if !matches!(shape, Shape::Other(_)) => Simple,
        // `a=1; a=2` is no cookie that any server reads as a list.
        (Location::Cookie, FormExplode) if !matches!(shape, Shape::Other(_)) => FormComma,
        _ => style,
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
            let mut declared = Declared::read(&parameter);
            let optional = choices::flag(cx, &declared.data.node.extensions, &declared.data.origin, "x-sdk-optional");
            declared.required = optional.map_or(declared.required, |optional| !optional);
            check_reserved(cx, &parameter, &declared);
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

/// Says that reserved characters of a value are encoded, so that it cannot leave its place; servers read the same.
fn check_reserved(cx: &mut Context<'_>, parameter: &At<&Parameter>, declared: &Declared<'_>) {
    if let Parameter::Query { allow_reserved: true, .. } = parameter.node {
        let message = format!("reserved characters in the {} are sent encoded all the same", declared.title());
        cx.diagnostics.report(Code::ParameterStyle, parameter.origin.join("allowReserved"), message).help =
            "nothing: a server decodes them; put what must stand as it is into `CallOptions::query`".to_owned();
    }
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
    let hint = hint(declared, operation);
    let (schema, style) = written(declared);
    let (style, ty, fields) = match &schema {
        Some(schema) if matches!(style, ParameterStyle::Json | ParameterStyle::WholeJson) => {
            (style, json_type(cx, schema, &hint), true)
        }
        Some(schema) => resolve_type(cx, declared, style, schema, &hint),
        // Without a schema nobody knows more than that it is a text.
        None => (settled(declared.location, style, &Shape::Text), TypeRef::Scalar(Scalar::String), false),
    };
    let (ty, nullable) = split_nullable(ty);
    let mut argument = Argument {
        name: names::method_name(&[&data.name]),
        wire: WireName::from(data.name.as_str()),
        location: declared.location,
        style,
        ty,
        fields,
        // `null` has no written form; a setter may be given nothing, a required argument may not.
        nullable: nullable && !declared.required && declared.location != Location::Path,
        secret: choices::flag(cx, &data.extensions, &declared.data.origin, "x-sdk-secret").unwrap_or_default(),
        docs: cx.docs.of(data.description.as_deref().unwrap_or_default()),
        deprecated: data.deprecated.unwrap_or_default(),
        default: None,
        constraints: Default::default(),
        source: Source { origin: declared.data.origin.clone(), name: Some(data.name.clone()) },
    };
    if let Some(pinned) = choices::text(cx, &data.extensions, &declared.data.origin, "x-sdk-name") {
        argument.name = names::method_name(&[&pinned]);
        cx.pins.insert(names::Kind::Argument, argument.source.origin.clone());
    }
    if let Some(schema) = &schema {
        complete_from_schema(cx, &mut argument, schema, &hint);
    }
    Ok(argument)
}

/// The schema of a parameter, and its style: what is written as a media type is a text in JSON or a text of one's own.
fn written<'a>(declared: &Declared<'a>) -> (Option<At<&'a ReferenceOr<Schema>>>, ParameterStyle) {
    let content = match &declared.data.node.format {
        ParameterSchemaOrContent::Schema(schema) => {
            return (Some(declared.data.below("schema", schema)), declared.style);
        }
        ParameterSchemaOrContent::Content(content) => content,
    };
    let plain = match declared.location {
        Location::Path | Location::Header => ParameterStyle::Simple,
        Location::Query | Location::Cookie => ParameterStyle::FormExplode,
    };
    let whole = Carried(&declared.data.node.extensions).value(carry::QUERYSTRING).is_some();
    let Some((name, media)) = content.iter().next() else { return (None, plain) };
    let origin = declared.data.origin.join("content").join(name);
    let schema = media.schema.as_ref().map(|schema| At::new(schema, origin.join("schema")));
    match media::classify(name) {
        // Each member is a pair of its own.
        Media::Form if whole => (schema, ParameterStyle::FormExplode),
        Media::Json if whole && schema.is_some() => (schema, ParameterStyle::WholeJson),
        _ if whole => (None, ParameterStyle::Whole),
        Media::Json if schema.is_some() => (schema, ParameterStyle::Json),
        _ => (None, plain),
    }
}

/// The type of a value that is sent in JSON.
fn json_type<'a>(cx: &mut Context<'a>, schema: &At<&'a ReferenceOr<Schema>>, hint: &Hint) -> TypeRef {
    let ty = cx.type_ref(&At::new(schema.node.into(), schema.origin.clone()), hint);
    bare::of_json(cx, ty, &schema.origin)
}

/// What a variable of the path is that no parameter declares, or none that can be used: a text.
pub(super) fn implied(wire: &str, source: Source) -> Argument {
    Argument {
        name: names::method_name(&[wire]),
        wire: WireName::from(wire),
        location: Location::Path,
        style: ParameterStyle::Simple,
        ty: TypeRef::Scalar(Scalar::String),
        fields: false,
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

/// How the value is written, what it is, and whether its text is made of its JSON.
fn resolve_type<'a>(
    cx: &mut Context<'a>,
    declared: &Declared<'a>,
    style: ParameterStyle,
    schema: &At<&'a ReferenceOr<Schema>>,
    hint: &Hint,
) -> (ParameterStyle, TypeRef, bool) {
    let text = TypeRef::Scalar(Scalar::String);
    let at = At::new(schema.node.into(), schema.origin.clone());
    let Some(view) = cx.view(&at, hint) else {
        return (settled(declared.location, style, &Shape::Text), text, false);
    };
    check_declared(cx, declared, &view);
    let shape = shape::of(cx, &view);
    let style = settled(declared.location, style, &shape);
    let ty = match shape {
        Shape::Other(words) => {
            if words.is_nested {
                let message = format!("the {} is {}; keys in brackets are sent", declared.title(), words.text);
                cx.diagnostics.report(Code::ParameterNested, schema.origin.clone(), message);
            }
            return (style, json_type(cx, schema, hint), true);
        }
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
    (style, ty, false)
}

/// Says that the value, or an item of it, has a `type` that no value has.
fn check_declared<'a>(cx: &mut Context<'a>, declared: &Declared<'a>, view: &View<'a>) {
    let item = view.items.first().and_then(|part| cx.view(&part.schema, &part.hint));
    for view in [Some(view), item.as_deref()].into_iter().flatten() {
        if let Some(text) = view.strange_type() {
            let message = format!("`type` is {text}; the {} is given as text", declared.title());
            cx.diagnostics.report(Code::SchemaUntyped, view.origin.clone(), message);
        }
    }
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
        argument.docs = cx.docs.of(view.description.unwrap_or_default());
    }
    argument.deprecated |= view.deprecated;
    argument.secret |=
        view.extensions.iter().any(|own| choices::flag(cx, own.node, &own.origin, "x-sdk-secret") == Some(true));
    argument.constraints = view.constraints.clone();
    if let Some(default) = view.default.as_ref().filter(|default| !default.node.is_null()) {
        argument.default = cx.literal(&default.node, &argument.ty, &default.origin);
    }
}
