//! Objects: fields, `new`, setters, the struct that `new` takes.

use super::{
    About, Face, Input, Item, Need, Reach, Signature, docs,
    types::{TYPES, Type, codec, literal},
};
use crate::{
    diff::finding::ItemKind,
    model::{Field, Struct, signature},
};

pub(super) fn items(face: &Face<'_>, ty: &Type<'_>, object: &Struct) -> Vec<Item> {
    let mut items: Vec<_> = object.fields.iter().map(|field| public_field(face, ty, field)).collect();
    items.extend(object.additional.iter().flat_map(|map| {
        let value = signature::owned(face.api, &map.value);
        let name = map.name.as_str();
        let held = format!("BTreeMap<String, {value}>");
        let setter = format!("pub fn {name}(self, {name}: {held}) -> Self");
        let input = Input { name: name.to_owned(), wire: "*".to_owned(), ty: held.clone() };
        [
            ty.item("map", ItemKind::Field, name, Signature::plain(format!("pub {name}: {held}")))
                .fact(About::Codec, codec(face, &map.value)),
            ty.item("map setter", ItemKind::Method, name, Signature::function(setter, vec![input], "-> Self")),
        ]
    }));
    items.push(new(face, ty, object));
    items.extend(object.fields.iter().filter(|field| !field.is_argument()).map(|field| setter(face, ty, field)));
    if signature::takes_required(object) {
        items.extend(required(face, ty, object));
    }
    items
}

fn public_field(face: &Face<'_>, ty: &Type<'_>, field: &Field) -> Item {
    let text = format!("pub {}: {}", field.name, signature::field(face.api, field));
    let presence = format!("{:?}", field.presence).to_lowercase();
    let default = field.default.as_ref().filter(|_| !field.starts_filled());
    let item = ty
        .item(&format!("field {}", field.wire.as_str()), ItemKind::Field, field.name.as_str(), Signature::plain(text))
        .from(&field.source.origin)
        .holding(face.identity.all([&field.ty]))
        .fact(About::WireName, field.wire.as_str())
        .fact(About::Presence, presence)
        .fact(About::Codec, codec(face, &field.ty))
        .fact(About::Secret, if field.secret { "secret" } else { "" })
        .fact(About::Default, default.map(literal).unwrap_or_default());
    let started = field.default.as_ref().filter(|_| field.starts_filled());
    item.fact(About::Start, started.map(literal).unwrap_or_default()).docs(field_docs(field))
}

fn field_docs(field: &Field) -> u64 {
    docs(&field.docs, Some(&field.constraints), if field.deprecated { "deprecated" } else { "" })
}

fn need(face: &Face<'_>, field: &Field) -> Need {
    Need {
        wire: field.wire.0.clone(),
        ty: signature::required_field(face.api, field),
        origin: Some(field.source.origin.clone()),
    }
}

fn new(face: &Face<'_>, ty: &Type<'_>, object: &Struct) -> Item {
    let arguments = object.new_arguments();
    let inputs = if signature::takes_required(object) {
        let name = format!("{}Required", ty.def.name);
        vec![Input { name: "required".to_owned(), wire: "required".to_owned(), ty: name }]
    } else {
        let input = |field: &&Field| Input {
            name: field.name.to_string(),
            wire: field.wire.0.clone(),
            ty: signature::new_argument(face.api, field),
        };
        arguments.iter().map(input).collect()
    };
    let text = signature::constructor(face.api, ty.def, object);
    let mut signature = Signature::function(text, inputs, "-> Self");
    signature.needs = arguments.iter().map(|field| need(face, field)).collect();
    ty.item("new", ItemKind::Method, "new", signature)
}

fn setter(face: &Face<'_>, ty: &Type<'_>, field: &Field) -> Item {
    let text = signature::field_setter(face.api, field);
    let argument = signature::setter_argument(face.api, field);
    let input = Input { name: field.name.to_string(), wire: field.wire.0.clone(), ty: argument };
    let signature = Signature::function(text, vec![input], "-> Self");
    let role = format!("setter {}", field.wire.as_str());
    ty.item(&role, ItemKind::Method, field.name.as_str(), signature)
        .from(&field.source.origin)
        .deprecated(field.deprecated)
        .docs(field_docs(field))
}

/// The struct of what `new` needs. It is exhaustive: one more field breaks callers.
fn required(face: &Face<'_>, ty: &Type<'_>, object: &Struct) -> Vec<Item> {
    let (key, path) = (format!("{} required", ty.key), format!("{}Required", ty.path));
    let name = format!("{}Required", ty.def.name);
    let item = Item::new(
        key.clone(),
        ItemKind::Struct,
        path.clone(),
        Signature::plain(format!("pub struct {name}")),
        Reach::Type(ty.id),
    );
    let item = item.under(ty.key).at(TYPES).named("Required").from(&ty.def.source.origin);
    let fields = object.fields.iter().filter(|field| field.is_argument()).map(|field| {
        let text = format!("pub {}: {}", field.name, signature::required_field(face.api, field));
        let (field_key, path) = (format!("{key} field {}", field.wire.as_str()), format!("{path}::{}", field.name));
        Item::new(field_key, ItemKind::Field, path, Signature::plain(text), Reach::Type(ty.id))
            .under(&key)
            .from(&field.source.origin)
            .docs(field_docs(field))
    });
    [item].into_iter().chain(fields).collect()
}

/// Whether `Default` can be derived: nothing is required and nothing starts as something else.
pub(super) fn has_default(object: &Struct) -> bool {
    object.new_arguments().is_empty()
}
