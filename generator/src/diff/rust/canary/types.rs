//! types: types are named, written and taken apart, their fields read, their traits asked for.

use super::{
    code::{self, Parameters, SUBJECT},
    program::{Use, is},
};
use crate::diff::rust::rustdoc::{
    Entry,
    json::{Enum, Generics, Id, Impl, Inner, Struct, StructKind, Type, Variant, VariantKind},
};

/// The last segment of a path.
pub fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

/// What a user does with an item that is no function.
pub fn uses(one: &Use<'_>, entry: &Entry, inner: &Inner) -> Option<Vec<String>> {
    let path = format!("{SUBJECT}::{}", one.key.path);
    match inner {
        // Given on under this name a second time.
        _ if one.key.kind == crate::diff::finding::ItemKind::Import => import(one),
        Inner::Struct(of) => structure(one, entry, of),
        Inner::Union(of) => named(one, &of.generics).map(|line| vec![line]),
        Inner::Enum(of) => enumeration(one, entry, of),
        Inner::StructField(ty) => field(one, entry, ty),
        Inner::Variant(of) => variant(one, entry, of),
        Inner::Constant(of) => Some(vec![value(one, &path, &of.ty)]),
        // Reading one that can change is unsafe.
        Inner::Static(of) if !of.is_mutable => Some(vec![value(one, &path, &of.ty)]),
        Inner::TypeAlias(of) => {
            let parameters = Parameters::of(&one.document.names, None, &[&of.generics])?;
            let ty = format!("&{path}{}", parameters.arguments());
            let target = code::ty(&one.document.names, None, &of.ty);
            let body = format!("let t = tag(any::<{ty}>()); let _: Tag<{target}> = t;");
            Some(vec![one.function(&parameters.declaration(None), "", &parameters.conditions(), &body)])
        }
        Inner::Trait(of) if of.generics.params.is_empty() => {
            Some(vec![one.function(&format!("<S: {path} + ?Sized>"), "", "", "")])
        }
        Inner::Impl(of) => implements(one, of),
        // Associated types are named by the calls that give them.
        Inner::AssocType(_) => Some(Vec::new()),
        _ => import(one),
    }
}

/// The name alone.
pub fn import(one: &Use<'_>) -> Option<Vec<String>> {
    let path = &one.key.path;
    (!path.ends_with('*')).then(|| vec![format!("use {SUBJECT}::{path} as {};", one.name)])
}

fn value(one: &Use<'_>, path: &str, ty: &Type) -> String {
    one.function("", "", "", &is(path, &code::ty(&one.document.names, None, ty)))
}

/// The type with its parameters, in a function that has them.
fn named(one: &Use<'_>, generics: &Generics) -> Option<String> {
    let parameters = Parameters::of(&one.document.names, None, &[generics])?;
    let body = format!("let _ = any::<&{SUBJECT}::{}{}>;", one.key.path, parameters.arguments());
    Some(one.function(&parameters.declaration(None), "", &parameters.conditions(), &body))
}

fn structure(one: &Use<'_>, entry: &Entry, of: &Struct) -> Option<Vec<String>> {
    let mut lines = vec![named(one, &of.generics)?];
    if entry.facts.closed {
        let parameters = Parameters::of(&one.document.names, None, &[&of.generics])?;
        let path = format!("{SUBJECT}::{}", one.key.path);
        let made = match &of.kind {
            StructKind::Unit => path,
            StructKind::Tuple(fields) => format!("{path}({})", places(one, fields)),
            StructKind::Plain { fields, .. } => {
                format!("{path} {{ {} }}", written(one, fields))
            }
        };
        let ty = format!("{SUBJECT}::{}{}", one.key.path, parameters.arguments());
        let body = format!("let _: {ty} = {made};");
        let line = one.function(&parameters.declaration(None), "", &parameters.conditions(), &body);
        lines.push(line.replacen(&one.name, &format!("{}made", one.name), 1));
    }
    Some(lines)
}

fn field_of<'d>(one: &Use<'d>, id: Id) -> Option<(&'d str, &'d Type)> {
    let item = one.document.items.index.get(&id)?;
    match &item.inner {
        Inner::StructField(ty) => Some((item.name.as_deref()?, ty)),
        _ => None,
    }
}

/// `any::<String>(), any::<u8>()`.
fn places(one: &Use<'_>, fields: &[Option<Id>]) -> String {
    let all = fields.iter().flatten().filter_map(|id| field_of(one, *id));
    all.map(|(_, ty)| any(one, ty)).collect::<Vec<_>>().join(", ")
}

/// `scope: any::<String>(), id: any::<u8>()`.
fn written(one: &Use<'_>, fields: &[Id]) -> String {
    let all = fields.iter().filter_map(|id| field_of(one, *id));
    all.map(|(name, ty)| format!("{name}: {}", any(one, ty))).collect::<Vec<_>>().join(", ")
}

fn any(one: &Use<'_>, ty: &Type) -> String {
    format!("any::<{}>()", code::ty(&one.document.names, None, ty))
}

/// The type that a part is of, with its parameters.
fn parent(one: &Use<'_>, path: &str) -> Option<(String, Parameters)> {
    let found = one.document.face.iter().find_map(|(key, entry)| {
        let inner = one.document.items.index.get(&entry.id).map(|item| &item.inner);
        let generics = match inner {
            Some(Inner::Struct(of)) => &of.generics,
            Some(Inner::Enum(of)) => &of.generics,
            Some(Inner::Union(of)) => &of.generics,
            _ => return None,
        };
        (key.path == path && key.kind != crate::diff::finding::ItemKind::Import).then_some(generics)
    })?;
    let parameters = Parameters::of(&one.document.names, None, &[found])?;
    Some((format!("{SUBJECT}::{path}{}", parameters.arguments()), parameters))
}

fn field(one: &Use<'_>, entry: &Entry, ty: &Type) -> Option<Vec<String>> {
    let path = entry.facts.parent.as_deref()?;
    let name = last(&one.key.path);
    let ty = code::ty(&one.document.names, None, ty);
    let (of, parameters, body) = match parent(one, path) {
        Some((of, parameters)) => {
            let union =
                one.document.face.iter().any(|(key, entry)| key.path == path && entry.signature.contains("pub union"));
            let read = is(&format!("any::<&{of}>().{name}"), &ty);
            (of, parameters, if union { format!("unsafe {{ {read} }}") } else { read })
        }
        // A field of a variant.
        None => {
            let (of, parameters) = parent(one, path.rsplit_once("::")?.0)?;
            let body = format!("if let {SUBJECT}::{path} {{ {name}: f, .. }} = any::<{of}>() {{ {} }}", is("f", &ty));
            (of, parameters, body)
        }
    };
    let _ = of;
    Some(vec![one.function(&parameters.declaration(None), "", &parameters.conditions(), &body)])
}

fn enumeration(one: &Use<'_>, entry: &Entry, of: &Enum) -> Option<Vec<String>> {
    let parameters = Parameters::of(&one.document.names, None, &[&of.generics])?;
    let path = format!("{SUBJECT}::{}", one.key.path);
    let names = of.variants.iter().filter_map(|id| one.document.items.index.get(id)?.name.as_deref());
    let mut arms: Vec<String> = names.map(|name| format!("{path}::{name} {{ .. }} => {{}}")).collect();
    if !entry.facts.closed {
        arms.push("_ => {}".to_owned());
    }
    let body = format!("match any::<{path}{}>() {{ {} }}", parameters.arguments(), arms.join(" "));
    Some(vec![one.function(&parameters.declaration(None), "", &parameters.conditions(), &body)])
}

fn variant(one: &Use<'_>, entry: &Entry, of: &Variant) -> Option<Vec<String>> {
    let (ty, parameters) = parent(one, entry.facts.parent.as_deref()?)?;
    let path = format!("{SUBJECT}::{}", one.key.path);
    let (pattern, read, made) = match &of.kind {
        VariantKind::Plain => (path.clone(), String::new(), path),
        VariantKind::Tuple(fields) => {
            let places: Vec<String> = (0..fields.len()).map(|index| format!("f{index}")).collect();
            let types = fields.iter().map(|field| field.and_then(|id| field_of(one, id)));
            let read = types.enumerate().filter_map(|(index, field)| {
                let ty = code::ty(&one.document.names, None, field?.1);
                Some(format!("{{ {} }}", is(&format!("f{index}"), &ty)))
            });
            let pattern =
                if entry.facts.closed { format!("{path}({})", places.join(", ")) } else { format!("{path}(..)") };
            let read: String = if entry.facts.closed { read.collect() } else { String::new() };
            (pattern, read, format!("{path}({})", self::places(one, fields)))
        }
        VariantKind::Struct { fields, .. } => {
            (format!("{path} {{ .. }}"), String::new(), format!("{path} {{ {} }}", written(one, fields)))
        }
    };
    let body = format!("if let {pattern} = any::<{ty}>() {{ {read} }}");
    let function = |body: &str| one.function(&parameters.declaration(None), "", &parameters.conditions(), body);
    let mut lines = vec![function(&body)];
    if entry.facts.closed {
        let line = function(&format!("let _: {ty} = {made};"));
        lines.push(line.replacen(&one.name, &format!("{}made", one.name), 1));
    }
    Some(lines)
}

/// Asks for the trait; of what can be awaited, for what that gives.
fn implements(one: &Use<'_>, block: &Impl) -> Option<Vec<String>> {
    let names = &one.document.names;
    let of = block.of.as_ref()?;
    let subject = code::full(names, None, &block.subject)?;
    let parameters = Parameters::of(names, Some(&subject), &[&block.generics])?;
    // The arguments of the trait may be parameters, which an inner function does not see.
    if !parameters.names.is_empty() && of.args.is_some() {
        return None;
    }
    let asked = code::of_trait(names, Some(&subject), of)?;
    let body = format!("fn is<S: {asked} + ?Sized>() {{}} is::<{subject}>();");
    let mut lines = vec![one.function(&parameters.declaration(None), "", &parameters.conditions(), &body)];
    if matches!(last(&of.path), "IntoFuture" | "Future") {
        let output = block.items.iter().find_map(|id| {
            let item = one.document.items.index.get(id)?;
            match &item.inner {
                Inner::AssocType(of) if item.name.as_deref() == Some("Output") => of.ty.as_ref(),
                _ => None,
            }
        })?;
        let body = is(&format!("any::<{subject}>().await"), &code::ty(names, Some(&subject), output));
        let line = one.function(&parameters.declaration(None), "", &parameters.conditions(), &body);
        lines.push(format!("async {}", line.replacen(&one.name, &format!("{}awaited", one.name), 1)));
    }
    Some(lines)
}
