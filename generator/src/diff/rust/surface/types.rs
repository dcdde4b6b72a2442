//! The types: what is declared, with its variants; objects have a file of their own.

use super::{About, Face, Item, Reach, Signature, docs, impls, objects};
use crate::{
    diff::finding::ItemKind,
    model::{
        Enum, EnumRepr, EnumVariant, Literal, TagBy, Tagging, TypeDef, TypeId, TypeKind, TypeRef, Union, UnionVariant,
        signature,
    },
};

/// What the types' items have in common.
pub(super) const TYPES: &str = "types";

/// A type and its key.
pub(super) struct Type<'a> {
    pub(super) id: TypeId,
    pub(super) def: &'a TypeDef,
    pub(super) key: &'a str,
    pub(super) path: String,
}

impl Type<'_> {
    /// An item of the type.
    pub(super) fn item(&self, role: &str, kind: ItemKind, name: &str, signature: Signature) -> Item {
        let key = format!("{} {role}", self.key);
        let path = format!("{}::{name}", self.path);
        Item::new(key, kind, path, signature, Reach::Type(self.id)).under(self.key).from(&self.def.source.origin)
    }
}

pub(super) fn items(face: &Face<'_>) -> Vec<Item> {
    let ids = (0..face.api.types.len()).map(TypeId);
    ids.flat_map(|id| of_type(face, id)).collect()
}

fn of_type(face: &Face<'_>, id: TypeId) -> Vec<Item> {
    let def = face.api.ty(id);
    let ty = Type { id, def, key: face.identity.ty(id), path: signature::type_path(def) };
    let mut items = vec![declaration(face, &ty)];
    match &def.kind {
        TypeKind::Struct(object) => items.extend(objects::items(face, &ty, object)),
        TypeKind::Enum(list) => items.extend(enum_variants(&ty, list)),
        TypeKind::Union(union) => items.extend(union_variants(face, &ty, union)),
        TypeKind::Alias(_) => {}
    }
    items.extend(impls::items(face, &ty));
    items
}

fn declaration(face: &Face<'_>, ty: &Type<'_>) -> Item {
    let name = &ty.def.name;
    let (kind, text) = match &ty.def.kind {
        TypeKind::Struct(_) => (ItemKind::Struct, format!("pub struct {name}")),
        TypeKind::Enum(_) | TypeKind::Union(_) => (ItemKind::Enum, format!("pub enum {name}")),
        TypeKind::Alias(target) => {
            (ItemKind::Alias, format!("pub type {name} = {}", signature::owned(face.api, target)))
        }
    };
    let item = Item::new(ty.key, kind, ty.path.clone(), Signature::plain(text), Reach::Type(ty.id))
        .at(TYPES)
        .from(&ty.def.source.origin)
        .docs(docs(&ty.def.docs, None, if ty.def.deprecated { "deprecated" } else { "" }))
        .holding(face.identity.all(ty.def.parts()))
        .features(face.parts.of_type(ty.id));
    match &ty.def.kind {
        TypeKind::Union(union) => match &union.tagging {
            Tagging::Property(property) => item.fact(About::Discriminator, property.as_str()),
            Tagging::Shape => {
                let keys: Vec<_> = union.variants.iter().map(|variant| variant_key(face, union, variant)).collect();
                item.fact(About::Order, keys.join(", "))
            }
        },
        TypeKind::Alias(target) => {
            let target = signature::unalias(face.api, target);
            let named = matches!(target, TypeRef::Named(_)).then(|| face.identity.of_use(target));
            Item { stands_for: named, ..item }
        }
        TypeKind::Struct(_) | TypeKind::Enum(_) => item,
    }
}

fn enum_variants(ty: &Type<'_>, list: &Enum) -> Vec<Item> {
    let variant = |variant: &EnumVariant| {
        let wire = literal(&variant.wire);
        ty.item(
            &format!("variant {wire}"),
            ItemKind::Variant,
            variant.name.as_str(),
            Signature::plain(variant.name.as_str()),
        )
        .fact(About::Value, wire)
        .docs(docs(&variant.docs, None, if variant.deprecated { "deprecated" } else { "" }))
    };
    let unknown = match list.repr {
        EnumRepr::String => "UnknownValue",
        EnumRepr::Integer => "UnknownInteger",
        EnumRepr::Mixed => "serde_json::Value",
    };
    let unknown = list.open.then(|| self::unknown(ty, unknown));
    list.variants.iter().map(variant).chain(unknown).collect()
}

fn unknown(ty: &Type<'_>, holds: &str) -> Item {
    ty.item("unknown", ItemKind::Variant, "Unknown", Signature::plain(format!("Unknown({holds})")))
}

fn union_variants(face: &Face<'_>, ty: &Type<'_>, union: &Union) -> Vec<Item> {
    let variant = |variant: &UnionVariant| {
        let text = format!("{}({})", variant.name, signature::payload(face.api, variant));
        let role = format!("variant {}", variant_key(face, union, variant));
        let item = ty
            .item(&role, ItemKind::Variant, variant.name.as_str(), Signature::plain(text))
            .docs(docs(&variant.docs, None, ""))
            .holding(face.identity.all([&variant.ty]));
        match union.tagging {
            Tagging::Property(_) => {
                let by = if variant.tag_by == TagBy::Payload { "" } else { ", written by the union" };
                item.fact(About::Tags, format!("{}{by}", variant.tags.join(" | ")))
            }
            Tagging::Shape => item.fact(About::Shape, shape(variant)),
        }
    };
    let unknown = union.open.then(|| unknown(ty, "serde_json::Value"));
    union.variants.iter().map(variant).chain(unknown).collect()
}

fn shape(variant: &UnionVariant) -> String {
    let types: Vec<_> = variant.shape.types.iter().map(|ty| format!("{ty:?}").to_lowercase()).collect();
    let mut required: Vec<_> = variant.shape.required.iter().map(|key| key.as_str().to_owned()).collect();
    required.sort();
    let mut constants: Vec<_> = variant
        .shape
        .constants
        .iter()
        .map(|(key, texts)| format!("{} = {}", key.as_str(), texts.join(" | ")))
        .collect();
    constants.sort();
    [types.join(" | "), required.join(", "), constants.join(", ")].join("; ").trim_matches([';', ' ']).to_owned()
}

/// What a variant is on the wire: its text, or its payload.
pub(super) fn variant_key(face: &Face<'_>, union: &Union, variant: &UnionVariant) -> String {
    match (&union.tagging, variant.tags.first()) {
        (Tagging::Property(_), Some(tag)) => tag.clone(),
        _ => face.identity.of_use(&variant.ty),
    }
}

/// A value of an enum as it is on the wire.
pub(super) fn literal(value: &Literal) -> String {
    match value {
        Literal::String(text) => format!("{text:?}"),
        Literal::Integer(value) => value.to_string(),
        Literal::Number(value) => value.to_string(),
        Literal::Boolean(value) => value.to_string(),
        Literal::Variant(_, name) => name.to_string(),
        Literal::List(items) => format!("[{}]", items.iter().map(literal).collect::<Vec<_>>().join(", ")),
        Literal::Map(entries) => {
            let entries: Vec<_> = entries.iter().map(|(key, value)| format!("{key:?}: {}", literal(value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
        Literal::Shown(value) => value.to_string(),
    }
}

/// The codec of a type, where serde's own impls do not say how it is written: two of them may be one type in Rust.
pub(super) fn codec(face: &Face<'_>, ty: &TypeRef) -> String {
    match signature::unalias(face.api, ty) {
        TypeRef::Scalar(scalar) => scalar.row().codec.unwrap_or_default().to_owned(),
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => codec(face, inner),
        TypeRef::Tuple(places) => {
            let codecs: Vec<_> = places.iter().map(|place| codec(face, place)).collect();
            if codecs.iter().all(String::is_empty) { String::new() } else { codecs.join(", ") }
        }
        TypeRef::Named(_) | TypeRef::External(_) | TypeRef::Json => String::new(),
    }
}
