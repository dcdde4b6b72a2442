//! What types can do: derived traits, conversions, serde's traits by the direction that the API uses.

use super::{
    Face, Item, Signature, objects,
    types::{Type, variant_key},
};
use crate::{
    diff::finding::ItemKind,
    model::{Enum, EnumRepr, Struct, TypeKind, Union, Usage, signature},
};

pub(super) fn items(face: &Face<'_>, ty: &Type<'_>) -> Vec<Item> {
    let items = match &ty.def.kind {
        TypeKind::Struct(object) => of_struct(ty, object),
        TypeKind::Enum(list) => of_enum(ty, list),
        TypeKind::Union(union) => of_union(face, ty, union),
        TypeKind::Alias(_) => Vec::new(),
    };
    // What a type can do follows from what its parts can do.
    let parts = face.identity.all(ty.def.parts());
    items.into_iter().map(|item| item.holding(parts.clone())).collect()
}

/// `impl Clone for Connection`, at the type's own path.
fn item(ty: &Type<'_>, role: &str, name: &str) -> Item {
    let text = format!("impl {name} for {}", ty.def.name);
    let mut item = ty.item(&format!("impl {role}"), ItemKind::Impl, name, Signature::plain(text));
    item.path.clone_from(&ty.path);
    item.named(role)
}

fn simple(ty: &Type<'_>, names: impl IntoIterator<Item = &'static str>) -> Vec<Item> {
    names.into_iter().map(|name| item(ty, name, name)).collect()
}

/// The derives, those of the configuration included.
fn derived(ty: &Type<'_>, default: bool) -> Vec<Item> {
    let traits = ty.def.traits;
    let wanted = [
        (true, "Clone"),
        (traits.copy, "Copy"),
        (true, "Debug"),
        (default, "Default"),
        (true, "PartialEq"),
        (traits.eq, "Eq"),
        (traits.hash, "Hash"),
    ];
    let mut items = simple(ty, wanted.into_iter().filter_map(|(holds, name)| holds.then_some(name)));
    for path in &ty.def.derives {
        let known = match path.last() {
            "Copy" => traits.copy,
            "Default" => default || traits.default,
            "Eq" => traits.eq,
            "Hash" => traits.hash,
            _ => false,
        };
        items.extend((!known).then(|| item(ty, path.as_str(), path.last())));
    }
    items
}

/// Those that stand without `serde-all`. A type that no operation uses has both.
fn serde(ty: &Type<'_>) -> Vec<Item> {
    let Usage { request, response } = ty.def.usage;
    let both = request == response;
    let written = (both || request).then_some("Serialize");
    simple(ty, written.into_iter().chain((both || response).then_some("Deserialize")))
}

fn of_struct(ty: &Type<'_>, object: &Struct) -> Vec<Item> {
    let mut items = derived(ty, objects::has_default(object));
    items.extend(serde(ty));
    items
}

fn of_enum(ty: &Type<'_>, list: &Enum) -> Vec<Item> {
    let mut items = derived(ty, false);
    let names: &[&str] = match (list.repr, list.open) {
        (EnumRepr::String, true) => &["From<&str>", "From<String>", "FromStr", "Display"],
        (EnumRepr::String, false) => &["FromStr", "TryFrom<&str>", "Display"],
        (EnumRepr::Integer, true) => &["From<i64>", "Display"],
        (EnumRepr::Integer, false) => &["TryFrom<i64>", "Display"],
        (EnumRepr::Mixed, _) => &[],
    };
    items.extend(simple(ty, names.iter().copied()));
    items.extend(simple(ty, ["Serialize", "Deserialize", "Param"]));
    let (name, text) = match (list.repr, list.open) {
        (EnumRepr::String, true) => ("as_str", "pub fn as_str(&self) -> &str"),
        (EnumRepr::String, false) => ("as_str", "pub const fn as_str(&self) -> &'static str"),
        (EnumRepr::Integer, _) => ("as_i64", "pub const fn as_i64(&self) -> i64"),
        (EnumRepr::Mixed, _) => ("to_value", "pub fn to_value(&self) -> serde_json::Value"),
    };
    items.push(ty.item(name, ItemKind::Method, name, Signature::plain(text)));
    items
}

fn of_union(face: &Face<'_>, ty: &Type<'_>, union: &Union) -> Vec<Item> {
    let mut items = derived(ty, false);
    items.extend(serde(ty));
    for variant in signature::convertible(face.api, ty.id, union) {
        let key = variant_key(face, union, variant);
        let from = format!("From<{}>", signature::owned(face.api, &variant.ty));
        items.push(item(ty, &format!("From {key}"), &from));
        if signature::is_text(face.api, &variant.ty) {
            items.push(item(ty, &format!("From {key} borrowed"), "From<&str>"));
        }
    }
    items
}
