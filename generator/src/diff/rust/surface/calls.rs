//! Resources: their modules, structs and accessors, and the operations in them.

use super::{Face, Item, Reach, Signature, client::CLIENT, docs, operations};
use crate::{
    diff::finding::ItemKind,
    model::{Form, Resource, ResourceId, signature},
};

/// What the modules of resources stand in.
const RESOURCES: &str = "resources";

pub(super) fn items(face: &Face<'_>) -> Vec<Item> {
    let ids = (0..face.api.resources.len()).map(ResourceId);
    let mut items: Vec<_> = ids.flat_map(|id| of_resource(face, id)).collect();
    if !face.api.resources.is_empty() {
        let text = Signature::plain("pub mod resources");
        items.insert(0, Item::new(RESOURCES, ItemKind::Module, RESOURCES.to_owned(), text, Reach::Nothing));
    }
    items
}

fn of_resource(face: &Face<'_>, id: ResourceId) -> Vec<Item> {
    let (resource, key) = (face.api.resource(id), face.identity.resource(id));
    let origin = &resource.source.origin;
    let item = |role: &str, kind, path: String, text: String| {
        Item::new(format!("{key}{role}"), kind, path, Signature::plain(text), Reach::Resource(id)).from(origin)
    };
    let module = format!("resources::{}", resource.module);
    let told = docs(&resource.docs, None, "");
    let mut items = vec![
        item("", ItemKind::Module, module.clone(), format!("pub mod {}", resource.module)).at(RESOURCES),
        item(
            " struct",
            ItemKind::Struct,
            signature::resource_path(resource),
            format!("pub struct {}<'c>", resource.name),
        )
        .under(key)
        .docs(told)
        .features(face.parts.of_resource(id).into_iter().collect()),
        accessor(face, id, resource).from(origin),
    ];
    let operations = resource.operations.iter().map(|id| face.api.operation(*id));
    if operations.clone().any(|operation| operation.form == Form::Typed) {
        items.push(item(" op", ItemKind::Module, format!("{module}::op"), "pub mod op".to_owned()).under(key));
    }
    items.extend(resource.operations.iter().flat_map(|operation| operations::items(face, *operation, id)));
    items
}

fn accessor(face: &Face<'_>, id: ResourceId, resource: &Resource) -> Item {
    let key = face.identity.resource(id);
    let parent = resource.parent.map(|parent| (face.api.resource(parent), face.identity.resource(parent)));
    let (holder, place, lifetime) = match parent {
        Some((parent, place)) => (signature::resource_path(parent), place, "'c"),
        None => (face.api.client.to_string(), CLIENT, "'_"),
    };
    let path = format!("{holder}::{}", resource.accessor);
    let text =
        format!("pub fn {}(&self) -> resources::{}::{}<{lifetime}>", resource.accessor, resource.module, resource.name);
    Item::new(format!("{key} accessor"), ItemKind::Method, path, Signature::plain(text), Reach::Resource(id))
        .under(key)
        .at(place)
}
