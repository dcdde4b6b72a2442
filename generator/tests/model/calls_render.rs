//! What can be called, as a person would jot it down.

use generator::{
    diagnostic::Diagnostics,
    model::{
        Api, Argument, Auth, Body, BodyKind, Content, Credential, ErrorAnswer, Form, Operation, Output, ParameterStyle,
        PathSegment, RequiredArguments, Resource, SchemeId, Server, Statuses, TypeRef,
    },
};

use crate::render::type_ref;

/// Servers, schemes, resources with their operations, and all that was said.
pub fn render(api: &Api, diagnostics: Diagnostics) -> String {
    let mut out: Vec<String> = api.servers.iter().filter(|s| s.url != "https://api.test").map(server).collect();
    out.extend(auth(&api.auth));
    for resource in &api.resources {
        out.push(resource_head(api, resource));
        out.extend(resource.operations.iter().map(|id| operation(api, api.operation(*id))));
    }
    out.extend(api.skipped.iter().map(|s| format!("skipped {} {}", s.what, s.origin.pointer)));
    for said in diagnostics.into_sorted() {
        let related = said.related.map(|r| format!(" (see {})", r.pointer)).unwrap_or_default();
        out.push(format!("{} {}: {}{related}", said.code.as_str(), said.origin.pointer, said.message));
    }
    out.join("\n")
}

fn server(server: &Server) -> String {
    let mut out = format!("server {}{}", server.url, note(&server.docs.summary));
    for v in &server.variables {
        let allowed = if v.allowed.is_empty() { String::new() } else { format!(" of {}", v.allowed.join(" | ")) };
        let (setter, wire) = (v.setter.as_str(), v.wire.as_str());
        out.push_str(&format!("\n    {setter} as {wire:?} = {:?}{allowed}{}", v.default, note(&v.docs.summary)));
    }
    out
}

fn auth(auth: &Auth) -> Vec<String> {
    let mut out = Vec::new();
    for scheme in &auth.schemes {
        let credential = match &scheme.credential {
            Credential::Bearer => "bearer".to_owned(),
            Credential::Basic => "basic".to_owned(),
            Credential::Header(name) => format!("header {}", name.as_str()),
            Credential::Query(name) => format!("query {}", name.as_str()),
            Credential::Cookie(name) => format!("cookie {}", name.as_str()),
        };
        let env = scheme.env.as_ref().map(|env| format!(" from {}", env.0)).unwrap_or_default();
        out.push(format!("scheme {}: {credential}{env}{}", scheme.setter, note(&scheme.docs.summary)));
    }
    if !auth.schemes.is_empty() {
        let constructor = auth.constructor.map_or_else(|| "-".to_owned(), |id| scheme_name(auth, id));
        out.push(format!("new({constructor}), default {}", requirement(auth, &auth.default)));
    }
    out
}

fn scheme_name(auth: &Auth, id: SchemeId) -> String {
    auth.schemes[id.0].setter.to_string()
}

fn requirement(auth: &Auth, alternatives: &[Vec<SchemeId>]) -> String {
    let set = |set: &Vec<SchemeId>| match set.as_slice() {
        [] => "nothing".to_owned(),
        all => all.iter().map(|id| scheme_name(auth, *id)).collect::<Vec<_>>().join(" + "),
    };
    if alternatives.is_empty() {
        "nothing".to_owned()
    } else {
        alternatives.iter().map(set).collect::<Vec<_>>().join(" | ")
    }
}

fn resource_head(api: &Api, resource: &Resource) -> String {
    let parent = resource.parent.map_or_else(|| "client".to_owned(), |id| api.resource(id).label.clone());
    let Resource { name, module, accessor, label, .. } = resource;
    format!("\n{label}: {name} in {module}.rs, {parent}.{accessor}(){}", note(&resource.docs.summary))
}

fn operation(api: &Api, o: &Operation) -> String {
    let mut given: Vec<String> = o.path_arguments.iter().map(|a| argument(api, a)).collect();
    match &o.required {
        RequiredArguments::Positional(all) => given.extend(all.iter().map(|a| argument(api, a))),
        RequiredArguments::Struct { name, arguments } => {
            let fields: Vec<_> = arguments.iter().map(|a| argument(api, a)).collect();
            given.push(format!("{name} {{ {} }}", fields.join(", ")));
        }
    }
    if let Some(body) = &o.body {
        given.push(self::body(api, body));
    }
    let deprecated = if o.deprecated { " deprecated" } else { "" };
    let fixed: Vec<_> = o.fixed_query.iter().map(|(name, value)| format!(" {}={value}", name.as_str())).collect();
    let aliases: Vec<_> = o.aliases.iter().map(|alias| format!(" alias {alias}")).collect();
    let deprecated = format!("{}{}{deprecated}", fixed.concat(), aliases.concat());
    let mut out = format!("  {} {}{deprecated}{}\n", o.method.as_str(), path(o), note(&o.docs.summary));
    out.push_str(&format!("    {}({}) -> {}", o.name, given.join(", "), answer(api, o)));
    for a in &o.optional {
        out.push_str(&format!("\n    .{}", argument(api, a)));
    }
    if let Form::Raw(reason) = &o.form {
        out.push_str(&format!("\n    raw: {reason}"));
    }
    for e in &o.errors {
        out.push_str(&error(api, e));
    }
    out.push_str(&traits(api, o));
    out
}

fn body(api: &Api, body: &Body) -> String {
    let optional = if body.required { "" } else { "?" };
    let ty = body.kind.ty().map_or_else(|| "bytes".to_owned(), |ty| type_ref(api, ty));
    let media_type = body.kind.media_types().join(" | ");
    let said: Vec<_> = match &body.kind {
        BodyKind::Form { styles, .. } => styles.iter().map(|(name, s)| format!("{} {s:?}", name.as_str())).collect(),
        BodyKind::Multipart { media_types, .. } => {
            media_types.iter().map(|(name, is)| format!("{} {is}", name.as_str())).collect()
        }
        _ => Vec::new(),
    };
    let said = if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) };
    let choice = if body.kind.is_of_any_type() { ", as the caller says" } else { "" };
    let others = if body.others.is_empty() { String::new() } else { format!(" or {}", body.others.join(" or ")) };
    format!("body{optional}: {ty} as {media_type}{choice}{others}{said}{}", note(&body.docs.summary))
}

fn path(o: &Operation) -> String {
    let piece = |piece: &PathSegment| match piece {
        PathSegment::Literal(text) => text.clone(),
        PathSegment::Argument(index) => format!("{{{}}}", o.path_arguments[*index].name),
    };
    o.path.iter().map(piece).collect()
}

fn argument(api: &Api, a: &Argument) -> String {
    let style = match a.style {
        ParameterStyle::Simple | ParameterStyle::FormExplode => String::new(),
        ParameterStyle::FormComma => " comma".to_owned(),
        style => format!(" {}", style.runtime_name().to_lowercase()),
    };
    let style = if a.fields { format!("{style} by its JSON") } else { style };
    let place = format!("{:?}", a.location).to_lowercase();
    let ty = type_ref(api, &a.ty);
    let ty = if a.nullable { format!("Option<{ty}>") } else { ty };
    let mut out = format!("{}: {ty} in {place}{style}", a.name);
    if a.wire.as_str() != a.name.as_str() {
        out.push_str(&format!(" as {:?}", a.wire.as_str()));
    }
    out.push_str(&a.default.as_ref().map(|d| format!(" = {d:?}")).unwrap_or_default());
    out.push_str(if a.secret { " secret" } else { "" });
    out.push_str(if a.deprecated { " deprecated" } else { "" });
    out.push_str(&a.constraints.maximum.as_ref().map(|max| format!(" (<= {max})")).unwrap_or_default());
    out.push_str(&note(&a.docs.summary));
    out
}

fn answer(api: &Api, o: &Operation) -> String {
    let of = |ty: &TypeRef| type_ref(api, ty);
    let output = match &o.answer.output {
        Output::Nothing => "()".to_owned(),
        Output::Json(ty) => of(ty),
        Output::List(item) => format!("list of {}", of(item)),
        Output::Optional(ty) => format!("maybe {}", of(ty)),
        Output::Text => "text".to_owned(),
        Output::Bytes => "bytes".to_owned(),
        Output::ByStatus { name, variants } => {
            let variant = |v: &generator::model::OutputVariant| {
                let ty = match &v.content {
                    Content::Nothing => String::new(),
                    Content::Json(ty) => format!("({})", of(ty)),
                    Content::Text => "(text)".to_owned(),
                    Content::Bytes => "(bytes)".to_owned(),
                };
                format!("{} {}{ty}", statuses(v.statuses), v.name)
            };
            format!("{name} {{ {} }}", variants.iter().map(variant).collect::<Vec<_>>().join(", "))
        }
    };
    let enveloped = if o.answer.enveloped { " in the envelope" } else { "" };
    let accept = if o.answer.accept.is_empty() { "*/*".to_owned() } else { o.answer.accept.join(", ") };
    let item = o.answer.item.as_ref().map(|ty| format!(" of {}", of(ty))).unwrap_or_default();
    format!("{output}{item}{enveloped} ({accept}){}", note(&o.answer.docs.summary))
}

fn statuses(statuses: Statuses) -> String {
    match statuses {
        Statuses::Code(code) => code.to_string(),
        Statuses::Class(class) => format!("{class}XX"),
        Statuses::Default => "default".to_owned(),
    }
}

fn error(api: &Api, e: &ErrorAnswer) -> String {
    let ty = e.ty.as_ref().map_or_else(String::new, |ty| format!(" {}", type_ref(api, ty)));
    format!("\n    error {}{ty}{}", statuses(e.statuses), note(&e.docs.summary))
}

fn traits(api: &Api, o: &Operation) -> String {
    let mut all = Vec::new();
    all.extend(o.security.as_ref().map(|own| format!("needs {}", requirement(&api.auth, own))));
    all.extend(o.server.as_ref().map(|url| format!("server {url}")));
    all.extend(o.idempotent.map(|yes| format!("idempotent {yes}")));
    all.extend(o.idempotency_header.as_ref().map(|header| format!("idempotency key in {}", header.as_str())));
    all.extend(o.retry_conflict.then(|| "retries 409".to_owned()));
    all.extend(o.example.iter().map(|(wire, value)| format!("example {} = {value}", wire.as_str())));
    all.extend(o.answer_example.as_ref().map(|value| format!("answer example {value}")));
    all.iter().map(|line| format!("\n    {line}")).collect()
}

fn note(docs: &str) -> String {
    if docs.is_empty() { String::new() } else { format!(" // {docs}") }
}
