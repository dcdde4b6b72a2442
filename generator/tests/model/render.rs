//! The model as a person would jot it down.

use generator::{
    diagnostic::Diagnostics,
    model::{
        Api, Constraints, Enum, Field, Literal, Presence, Struct, TagBy, Tagging, TypeDef, TypeKind, TypeRef, Union,
        UnionVariant, Usage,
    },
};

/// All types and all that was said.
pub fn render(api: &Api, diagnostics: Diagnostics) -> String {
    let mut out: Vec<String> = api.types.iter().map(|def| type_def(api, def)).collect();
    out.extend(api.fallbacks.iter().map(|f| format!("untyped {}: {}", f.origin.pointer, f.reason)));
    for said in diagnostics.into_sorted() {
        let related = said.related.map(|r| format!(" (see {})", r.pointer)).unwrap_or_default();
        out.push(format!("{} {}: {}{related}", said.code.as_str(), said.origin.pointer, said.message));
    }
    out.join("\n")
}

fn type_def(api: &Api, def: &TypeDef) -> String {
    let mut head = String::new();
    let mut traits = Vec::new();
    for (held, name) in
        [(def.traits.eq, "Eq"), (def.traits.hash, "Hash"), (def.traits.copy, "Copy"), (def.traits.default, "Default")]
    {
        traits.extend(held.then_some(name));
    }
    let usage = match def.usage {
        Usage { request: true, response: true } => "",
        Usage { request: true, response: false } => " sent",
        Usage { request: false, response: true } => " received",
        Usage { request: false, response: false } => " unused",
    };
    let deprecated = if def.deprecated { " deprecated" } else { "" };
    let docs = if def.docs.is_empty() { String::new() } else { format!(" // {}", def.docs.summary) };
    head.push_str(&format!("{}.rs {usage}{deprecated} [{}]{docs}", def.module, traits.join(" ")).replace("  ", " "));
    let body = match &def.kind {
        TypeKind::Struct(body) => format!("struct {}\n{}", def.name, fields(api, body)),
        TypeKind::Enum(body) => format!("{} enum {}\n{}", openness(body.open), def.name, variants(body)),
        TypeKind::Union(body) => format!("{} union {} {}", openness(body.open), def.name, alternatives(api, body)),
        TypeKind::Alias(ty) => format!("type {} = {}", def.name, type_ref(api, ty)),
    };
    format!("{}\n    in {}", body.trim_end(), head.trim())
}

const fn openness(open: bool) -> &'static str {
    if open { "open" } else { "closed" }
}

/// A use of a type, in Rust.
pub fn type_ref(api: &Api, ty: &TypeRef) -> String {
    match ty {
        TypeRef::Named(id) => api.ty(*id).name.to_string(),
        TypeRef::Scalar(scalar) => scalar
            .row()
            .codec
            .map_or_else(|| scalar.row().rust.to_owned(), |codec| format!("{}<{codec}>", scalar.row().rust)),
        TypeRef::List(item) => format!("Vec<{}>", type_ref(api, item)),
        TypeRef::Map(value) => format!("Map<{}>", type_ref(api, value)),
        TypeRef::Tuple(places) => {
            let places: Vec<_> = places.iter().map(|place| type_ref(api, place)).collect();
            format!("({})", places.join(", "))
        }
        TypeRef::Nullable(inner) => format!("Option<{}>", type_ref(api, inner)),
        TypeRef::External(path) => path.as_str().to_owned(),
        TypeRef::Json => "Json".to_owned(),
    }
}

fn fields(api: &Api, body: &Struct) -> String {
    let mut out = String::new();
    for f in &body.fields {
        out.push_str(&format!("    {}\n", field(api, f)));
    }
    if let Some(more) = &body.additional {
        let keys = if more.patterns.is_empty() { String::new() } else { format!(" of {}", more.patterns.join(", ")) };
        out.push_str(&format!("    {}: Map<{}> for the rest{keys}\n", more.name, type_ref(api, &more.value)));
    }
    let arguments: Vec<_> = body.new_arguments().iter().map(|f| f.name.to_string()).collect();
    out.push_str(&format!("    new({})\n", arguments.join(", ")));
    out
}

fn field(api: &Api, f: &Field) -> String {
    let ty = type_ref(api, &f.ty);
    let boxed = if f.boxed { format!("Box<{ty}>") } else { ty };
    let ty = match f.presence {
        Presence::Required => boxed,
        Presence::Optional => format!("{boxed}?"),
        Presence::Nullable => format!("{boxed} | null"),
        Presence::OptionalNullable => format!("{boxed}? | null"),
    };
    let mut line = format!("{}: {ty}", f.name);
    if f.wire.as_str() != f.name.as_str() {
        line.push_str(&format!(" as {:?}", f.wire.as_str()));
    }
    if let Some(default) = &f.default {
        line.push_str(&format!(" = {}", literal(default)));
    }
    if f.secret {
        line.push_str(" secret");
    }
    if f.deprecated {
        line.push_str(" deprecated");
    }
    line.push_str(&constraints(&f.constraints));
    if !f.docs.is_empty() {
        line.push_str(&format!(" // {}", f.docs.summary));
    }
    line
}

fn literal(value: &Literal) -> String {
    match value {
        Literal::String(text) => format!("{text:?}"),
        Literal::Integer(number) => number.to_string(),
        Literal::Number(number) => format!("{number:?}"),
        Literal::Boolean(flag) => flag.to_string(),
        Literal::Variant(_, name) => format!("::{name}"),
        Literal::List(items) => format!("[{}]", items.iter().map(literal).collect::<Vec<_>>().join(", ")),
        Literal::Map(entries) => {
            let entry = |(key, value): &(String, Literal)| format!("{key}: {}", literal(value));
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
        Literal::Shown(value) => format!("{value} (shown only)"),
    }
}

fn constraints(c: &Constraints) -> String {
    let mut all = Vec::new();
    let mut add = |name: &str, value: Option<String>| all.extend(value.map(|v| format!("{name} {v}")));
    add("min-length", c.min_length.map(|n| n.to_string()));
    add("max-length", c.max_length.map(|n| n.to_string()));
    add("pattern", c.pattern.clone());
    add(if c.exclusive_minimum { ">" } else { ">=" }, c.minimum.clone());
    add(if c.exclusive_maximum { "<" } else { "<=" }, c.maximum.clone());
    add("multiple-of", c.multiple_of.clone());
    add("min-items", c.min_items.map(|n| n.to_string()));
    add("max-items", c.max_items.map(|n| n.to_string()));
    if c.unique_items {
        all.push("unique".to_owned());
    }
    if all.is_empty() { String::new() } else { format!(" ({})", all.join(", ")) }
}

fn variants(body: &Enum) -> String {
    let mut out = String::new();
    for v in &body.variants {
        let docs = if v.docs.is_empty() { String::new() } else { format!(" // {}", v.docs.summary) };
        out.push_str(&format!("    {} = {}{docs}\n", v.name, literal(&v.wire)));
    }
    out
}

fn alternatives(api: &Api, body: &Union) -> String {
    let mut out = match &body.tagging {
        Tagging::Property(wire) => format!("by {:?}\n", wire.as_str()),
        Tagging::Shape => "by shape\n".to_owned(),
    };
    for v in &body.variants {
        out.push_str(&format!("    {}\n", alternative(api, v)));
    }
    out
}

fn alternative(api: &Api, v: &UnionVariant) -> String {
    let ty = type_ref(api, &v.ty);
    let ty = if v.boxed { format!("Box<{ty}>") } else { ty };
    let mut line = format!("{}({ty})", v.name);
    if !v.tags.is_empty() {
        line.push_str(&format!(" told by {}", v.tags.join(" | ")));
    }
    match v.tag_by {
        TagBy::Payload => {}
        TagBy::Union => line.push_str(", tag written"),
        TagBy::Either => line.push_str(", tag written when it is not set"),
    }
    if !v.shape.types.is_empty() {
        let types: Vec<_> = v.shape.types.iter().map(|ty| format!("{ty:?}").to_lowercase()).collect();
        line.push_str(&format!(" if {}", types.join("/")));
    }
    if !v.shape.required.is_empty() {
        let keys: Vec<_> = v.shape.required.iter().map(|key| key.as_str()).collect();
        line.push_str(&format!(" with {}", keys.join(", ")));
    }
    for (key, texts) in &v.shape.constants {
        let texts: Vec<_> = texts.iter().map(|text| format!("{text:?}")).collect();
        line.push_str(&format!(" and {}={}", key.as_str(), texts.join("|")));
    }
    line
}
