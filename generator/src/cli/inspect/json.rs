//! The `Api` as JSON for other programs; the keys are documented in the help of `inspect`.

use serde_json::{Value, json};

use super::View;
use crate::{
    cli::JSON_VERSION,
    finding::Finding,
    model::{
        Argument, Credential, Enum, ErrorAnswer, Field, Form, Literal, Operation, Output, RequiredArguments, Resource,
        Server, Statuses, Struct, TypeDef, TypeKind, Union, signature,
    },
    pointer::Origin,
};

/// The whole document.
pub(super) fn api(view: &View<'_>, findings: &[Finding]) -> Value {
    let api = view.api;
    json!({
        "version": JSON_VERSION,
        "client": view.rust(api.client.as_str()),
        "title": api.title,
        "servers": api.servers.iter().map(server).collect::<Vec<_>>(),
        "base_url_env": api.base_url_env,
        "auth": auth(view),
        "envelope": api.envelope,
        "resources": api.resources.iter().map(|r| resource(view, r)).collect::<Vec<_>>(),
        "counts": api.counts(),
        "operations": api.operations.iter().map(|o| operation(view, o)).collect::<Vec<_>>(),
        "left_out": view.left_out,
        "types": api.types.iter().map(|t| type_def(view, t)).collect::<Vec<_>>(),
        "fallbacks": api.fallbacks.iter().map(|f| json!({
            "place": place(view, &f.origin), "reason": f.reason,
        })).collect::<Vec<_>>(),
        "skipped": api.skipped.iter().map(|s| json!({
            "place": place(view, &s.origin), "what": s.what,
        })).collect::<Vec<_>>(),
        "overrides": api.knobs.iter().map(|knob| json!({
            "place": place(view, &knob.origin), "set": knob.set, "at": knob.at,
        })).collect::<Vec<_>>(),
        "findings": findings,
    })
}

/// `{file, line, column, pointer}`.
fn place(view: &View<'_>, origin: &Origin) -> Value {
    let mut value = json!(view.locator.spot(origin));
    if value.is_null() {
        value = json!({});
    }
    if let Some(object) = value.as_object_mut() {
        object.insert("pointer".to_owned(), json!(origin.pointer));
    }
    value
}

fn server(server: &Server) -> Value {
    let variables = server
        .variables
        .iter()
        .map(|v| json!({ "name": v.wire, "setter": v.setter, "default": v.default, "allowed": v.allowed }));
    json!({ "url": server.url, "variables": variables.collect::<Vec<_>>() })
}

fn auth(view: &View<'_>) -> Value {
    let auth = &view.api.auth;
    let schemes = auth.schemes.iter().map(|scheme| {
        let (kind, name) = match &scheme.credential {
            Credential::Bearer => ("bearer", None),
            Credential::Basic => ("basic", None),
            Credential::Header(name) => ("header", Some(name)),
            Credential::Query(name) => ("query", Some(name)),
            Credential::Cookie(name) => ("cookie", Some(name)),
        };
        json!({ "scheme": scheme.source.name, "setter": scheme.setter, "kind": kind, "name": name, "env": scheme.env })
    });
    let constructor = auth.constructor.and_then(|id| auth.schemes.get(id.0)).map(|scheme| &scheme.setter);
    json!({
        "schemes": schemes.collect::<Vec<_>>(),
        "default": setters(view, &auth.default),
        "constructor": constructor,
    })
}

/// Alternatives of security, each scheme by its setter.
fn setters(view: &View<'_>, alternatives: &[Vec<crate::model::SchemeId>]) -> Value {
    let schemes = &view.api.auth.schemes;
    let names = |ids: &Vec<crate::model::SchemeId>| {
        ids.iter().filter_map(|id| schemes.get(id.0)).map(|s| json!(s.setter)).collect::<Vec<_>>()
    };
    json!(alternatives.iter().map(names).collect::<Vec<_>>())
}

fn resource(view: &View<'_>, resource: &Resource) -> Value {
    let operations = resource.operations.iter().map(|id| &view.api.operation(*id).label);
    json!({
        "name": resource.label,
        "rust": view.rust(&signature::resource_path(resource)),
        "accessor": resource.accessor,
        "parent": resource.parent.map(|id| &view.api.resource(id).label),
        "operations": operations.collect::<Vec<_>>(),
    })
}

fn operation(view: &View<'_>, operation: &Operation) -> Value {
    let api = view.api;
    let given = operation.path_arguments.iter().chain(operation.required.arguments());
    let given =
        given.map(|a| argument(view, a, true)).chain(operation.optional.iter().map(|a| argument(view, a, false)));
    let body = operation.body.as_ref().map(|body| {
        json!({
            "rust": "body",
            "type": signature::body(api, body),
            "value_type": body.kind.ty().map_or_else(|| "Bytes".to_owned(), |ty| signature::owned(api, ty)),
            "media_type": body.kind.media_types().first(),
            "media_types": body.kind.media_types(),
            "required": body.required,
        })
    });
    let raw = match &operation.form {
        Form::Typed => None,
        Form::Raw(why) => Some(why),
    };
    json!({
        "name": operation.label,
        "operation_id": operation.source.name,
        "http_method": operation.method,
        "path": operation.template(),
        "rust": view.rust(&signature::method_path(api, operation)),
        "call": signature::call_path(api, operation),
        "signature": signature::method(api, operation),
        "typed": raw.is_none(),
        "raw_reason": raw,
        "deprecated": operation.deprecated,
        "arguments": given.collect::<Vec<_>>(),
        "required_struct": match &operation.required {
            RequiredArguments::Struct { name, .. } => Some(format!("op::{name}")),
            RequiredArguments::Positional(_) => None,
        },
        "body": body,
        "output": raw.is_none().then(|| signature::output(api, operation)),
        "idempotent": operation.idempotent,
        "enveloped": operation.answer.enveloped,
        "results": results(view, operation),
        "errors": operation.errors.iter().map(|e| error(view, e)).collect::<Vec<_>>(),
        "security": operation.security.as_ref().map(|s| setters(view, s)),
        "place": place(view, &operation.source.origin),
    })
}

fn argument(view: &View<'_>, argument: &Argument, required: bool) -> Value {
    json!({
        "name": argument.wire,
        "in": argument.location,
        "style": argument.style,
        "rust": argument.name,
        "type": signature::argument(view.api, &argument.ty),
        "value_type": signature::owned(view.api, &argument.ty),
        "required": required,
        "nullable": argument.nullable,
        "setter": (!required).then(|| signature::setter(view.api, argument)),
    })
}

/// The types of success bodies by status; a single one stands for all of `2XX`.
fn results(view: &View<'_>, operation: &Operation) -> Value {
    if operation.form != Form::Typed {
        return json!([]);
    }
    match &operation.answer.output {
        Output::ByStatus { variants, .. } => variants
            .iter()
            .map(|v| {
                let ty = signature::content(view.api, &v.content);
                json!({ "status": status(v.statuses), "type": ty, "variant": v.name })
            })
            .collect(),
        _ => json!([{ "status": "2XX", "type": signature::output(view.api, operation), "variant": null }]),
    }
}

fn error(view: &View<'_>, error: &ErrorAnswer) -> Value {
    let ty = error.ty.as_ref().map(|ty| signature::owned(view.api, ty));
    json!({ "status": status(error.statuses), "type": ty })
}

pub(super) fn status(statuses: Statuses) -> String {
    match statuses {
        Statuses::Code(code) => code.to_string(),
        Statuses::Class(digit) => format!("{digit}XX"),
        Statuses::Default => "default".to_owned(),
    }
}

fn type_def(view: &View<'_>, def: &TypeDef) -> Value {
    let mut value = json!({
        "name": def.source.name,
        "rust": view.rust(&signature::type_path(def)),
        "kind": def.kind.word(),
        "declaration": signature::declaration(view.api, def),
        "sent": def.usage.request,
        "received": def.usage.response,
        "deprecated": def.deprecated,
        "place": place(view, &def.source.origin),
    });
    let (key, part) = match &def.kind {
        TypeKind::Struct(object) => ("fields", fields(view, object)),
        TypeKind::Enum(list) => ("variants", enum_variants(list)),
        TypeKind::Union(union) => ("variants", union_variants(view, union)),
        TypeKind::Alias(target) => ("target", json!(signature::owned(view.api, target))),
    };
    if let Some(object) = value.as_object_mut() {
        object.insert(key.to_owned(), part);
        match &def.kind {
            TypeKind::Struct(object_kind) => {
                let new = signature::constructor(view.api, def, object_kind);
                object.insert("constructor".to_owned(), json!(new));
                let more = object_kind.additional.as_ref();
                let more = more.map(|a| json!({ "rust": a.name, "type": signature::owned(view.api, &a.value) }));
                object.insert("additional".to_owned(), json!(more));
            }
            TypeKind::Enum(Enum { open, .. }) | TypeKind::Union(Union { open, .. }) => {
                object.insert("open".to_owned(), json!(open));
            }
            TypeKind::Alias(_) => {}
        }
    }
    value
}

fn fields(view: &View<'_>, object: &Struct) -> Value {
    let field = |field: &Field| {
        json!({
            "wire": field.wire,
            "rust": field.name,
            "type": signature::field(view.api, field),
            "value_type": signature::owned(view.api, &field.ty),
            "presence": field.presence,
            "secret": field.secret,
            "deprecated": field.deprecated,
            "default": field.default.as_ref().map(literal),
            "place": place(view, &field.source.origin),
        })
    };
    object.fields.iter().map(field).collect()
}

/// A value as JSON; a variant of an enum by its Rust name.
fn literal(value: &Literal) -> Value {
    match value {
        Literal::String(text) => json!(text),
        Literal::Integer(number) => json!(number),
        Literal::Number(number) => json!(number),
        Literal::Boolean(yes) => json!(yes),
        Literal::Variant(_, name) => json!(name),
        Literal::List(items) => items.iter().map(literal).collect(),
        Literal::Map(entries) => entries.iter().map(|(key, value)| (key.clone(), literal(value))).collect(),
        Literal::Shown(value) => value.clone(),
    }
}

fn enum_variants(list: &Enum) -> Value {
    list.variants.iter().map(|v| json!({ "wire": literal(&v.wire), "rust": v.name })).collect()
}

fn union_variants(view: &View<'_>, union: &Union) -> Value {
    let variant = |v: &crate::model::UnionVariant| json!({ "rust": v.name, "type": signature::owned(view.api, &v.ty), "tags": v.tags });
    union.variants.iter().map(variant).collect()
}
