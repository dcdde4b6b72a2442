//! What a schema becomes: the one place where its keywords choose between enum, union, object, list and scalar.

use std::rc::Rc;

use openapiv3::Schema;

use super::{
    Part, View, split_nullable,
    view::{self, Declared},
    wrap_nullable,
};
use crate::{
    current,
    diagnostic::Code,
    dialect::carry,
    model::{Docs, Fallback, JsonType, Scalar, Source, TypeId, TypeKind, TypeRef},
    pointer::{At, Origin},
    resolve::{
        Context, Hint, SchemaRef,
        extensions::{self, Reader},
        names, split,
        walk::SchemaAt,
    },
};

impl<'a> Context<'a> {
    /// Gives a component its body.
    pub(super) fn fill_component(&mut self, name: &'a str, id: TypeId) {
        let Some(components) = &self.document.components else { return };
        let Some(node) = components.schemas.get(name) else { return };
        let at = At::new(SchemaRef::from(node), self.types.get(id).source.origin.clone());
        let _work = current::work_on(&at.origin.pointer);
        let ty = match (at.node, self.wrapped(&at)) {
            (SchemaRef::Reference(reference), _) => self.reference_type(reference, &at.origin),
            (_, Some((reference, origin))) => self.reference_type(reference, &origin),
            _ => match self.component_view(name, &at.origin) {
                Some(view) => self.view_type(Box::new((*view).clone()), Some(id)),
                None => self.untyped(&at.origin, "it cannot be resolved"),
            },
        };
        if ty != TypeRef::Named(id) {
            self.types.get_mut(id).kind = TypeKind::Alias(split_nullable(ty).0);
        }
        if let SchemaRef::Item(schema) = at.node {
            self.read_input_name(id, schema, &at.origin);
            let data = &schema.schema_data;
            let text = data.description.as_deref().or(data.title.as_deref()).unwrap_or_default();
            let docs = self.docs.of(text);
            let def = self.types.get_mut(id);
            def.docs = docs;
            def.deprecated = data.deprecated;
        }
    }

    /// The name that is pinned for what is sent of a type.
    fn read_input_name(&mut self, id: TypeId, schema: &Schema, origin: &Origin) {
        let reader = Reader::new(&schema.schema_data.extensions, origin);
        if let Some(name) = reader.text(super::INPUT_NAME, self.diagnostics) {
            self.pins.insert(names::Kind::Type, split::pin_origin(origin));
            self.types.input_names.insert(id, name);
        }
    }

    /// The type of an inline schema.
    pub(super) fn inline_type(&mut self, schema: &SchemaAt<'a>, hint: &Hint) -> TypeRef {
        if let (Some((reference, origin)), SchemaRef::Item(item)) = (self.wrapped(schema), schema.node) {
            let ty = self.reference_type(reference, &origin);
            return wrap_nullable(ty, extensions::nullable(&item.schema_data));
        }
        match self.boxed_view(schema, hint) {
            Some(view) => self.named_view_type(view),
            None => self.untyped(&schema.origin, "it cannot be resolved"),
        }
    }

    /// A flat view that takes no room on the stack: what is inside it is walked with this call still open.
    fn boxed_view(&mut self, schema: &SchemaAt<'a>, hint: &Hint) -> Option<Box<View<'a>>> {
        self.flatten(schema, hint).map(|view| Box::new(Rc::unwrap_or_clone(view)))
    }

    /// The reference that an `allOf` is, when nothing beside it adds to the type: how siblings of `$ref` are written in
    /// OpenAPI 3.0, as siblings or as one more part that only describes.
    fn wrapped(&self, schema: &SchemaAt<'a>) -> Option<(&'a str, Origin)> {
        let SchemaRef::Item(item) = schema.node else { return None };
        if view::all_of(item).is_empty() {
            return None;
        }
        let own = View::read(&At::new(item, schema.origin.clone()), &Hint::default());
        let replaced = item.schema_data.extensions.contains_key(carry::REPLACE);
        let bare = !replaced
            && own.adds_nothing()
            && matches!(own.declared, Declared::Nothing | Declared::Json(JsonType::Object));
        if !bare {
            return None;
        }
        let origin = schema.origin.join("allOf");
        let parts = view::all_of(item).iter().enumerate();
        let mut speaking = parts.filter(|(_, part)| !is_silent(SchemaRef::from(*part), &origin));
        let (Some((index, part)), None) = (speaking.next(), speaking.next()) else { return None };
        match SchemaRef::from(part) {
            SchemaRef::Reference(reference) => Some((reference, origin.join(index))),
            SchemaRef::Item(_) => None,
        }
    }

    /// The parts that say something of the type, doubles removed.
    pub(super) fn speaking(&mut self, parts: &[Part<'a>]) -> Vec<Part<'a>> {
        let mut kept: Vec<Part<'a>> = Vec::new();
        for part in parts {
            let double = kept.iter().any(|k| same(k.schema.node, part.schema.node));
            if !double && !is_silent(part.schema.node, &part.schema.origin) {
                kept.push(part.clone());
            }
        }
        if kept.is_empty() { parts.iter().take(1).cloned().collect() } else { kept }
    }

    /// The type of a flat schema that stands inline.
    pub(super) fn named_view_type(&mut self, view: Box<View<'a>>) -> TypeRef {
        let nullable = view.nullable;
        let ty = self.view_type(view, None);
        wrap_nullable(ty, nullable)
    }

    /// The type of a flat schema, its outer `null` apart. `target` is the type to fill when it needs a name; without
    /// one a new type is made.
    pub(super) fn view_type(&mut self, mut view: Box<View<'a>>, target: Option<TypeId>) -> TypeRef {
        if let Some(own) = self.replaced(&view) {
            return own;
        }
        if let Some(reason) = view.unread {
            // Said where it was found; here it only counts.
            self.fallbacks.push(Fallback { origin: view.origin.clone(), reason: reason.to_owned() });
            return TypeRef::Json;
        }
        if let Declared::Unknown(text) = &view.declared {
            let reason = format!("its `type` is {text}, which is none of OpenAPI's");
            return self.untyped(&view.origin, reason);
        }
        if view.declared == Declared::Json(JsonType::Null) {
            view.nullable = true;
            return self.untyped(&view.origin, "its only value is `null`");
        }
        if view.values.is_some()
            && let Some(ty) = self.enum_type(&mut view, target)
        {
            return ty;
        }
        self.drop_constraint_choices(&mut view);
        if !view.choices.is_empty() {
            return self.union_type(view, target);
        }
        match view.json_type() {
            Some(JsonType::Object) => self.object_type(&view, target),
            Some(JsonType::Array) => self.list_type(&view),
            Some(ty) => self.scalar_type(&view, ty),
            None => self.open_type(&view),
        }
    }

    fn list_type(&mut self, view: &View<'a>) -> TypeRef {
        if view.items.is_empty() {
            return TypeRef::List(Box::new(TypeRef::Json));
        }
        if let Some(tuple) = self.tuple_type(view) {
            return tuple;
        }
        let (origin, hint) = (view.origin.join("items"), view.hint.join("Item"));
        let item = self.parts_type(&view.items, &origin, &hint);
        let item = self.compact(item, &origin, &hint);
        TypeRef::List(Box::new(item))
    }

    /// A schema that states no type: evident from its format, or anything.
    fn open_type(&mut self, view: &View<'a>) -> TypeRef {
        if let Some(origin) = &view.not {
            return self.untyped(origin, "`not` has no counterpart in Rust");
        }
        match view.format.as_deref().and_then(|format| Scalar::of_format(format, self.config.time)) {
            Some(scalar) => TypeRef::Scalar(scalar),
            None => TypeRef::Json,
        }
    }

    /// The type to fill: `target`, or a new one named by the view's words.
    pub(super) fn target(&mut self, view: &View<'a>, target: Option<TypeId>) -> TypeId {
        let derives = self.derived(view);
        if let Some(id) = target {
            self.types.get_mut(id).derives = derives;
            return id;
        }
        let mut words = view.hint.clone();
        if let Some(own) = view.extensions.first().filter(|own| own.origin == view.origin && !is_property(&own.origin))
            && let Some(name) = Reader::new(own.node, &own.origin).text("x-sdk-name", self.diagnostics)
        {
            self.pins.insert(names::Kind::Type, own.origin.clone());
            words = Hint::new(name);
        }
        let source = Source { origin: view.origin.clone(), name: None };
        let id = self.types.declare(names::type_name_of(&words), source);
        let text = view.description.or(view.title).unwrap_or_default();
        let docs = if is_property(&view.origin) { Docs::default() } else { self.docs.of(text) };
        let def = self.types.get_mut(id);
        def.derives = derives;
        def.docs = docs;
        def.deprecated = view.deprecated && !is_property(&view.origin);
        id
    }

    /// Says something of one value.
    pub(super) fn say(&mut self, code: Code, origin: &Origin, message: impl Into<String>) {
        self.diagnostics.report(code, origin.clone(), message);
    }
}

/// Whether the schema at this place is a property's: its name, description and deprecation are then those of the
/// field.
fn is_property(origin: &Origin) -> bool {
    origin.pointer.parent().is_some_and(|above| above.last() == Some("properties"))
}

/// Whether a schema says nothing of the type.
fn is_silent(schema: SchemaRef<'_>, origin: &Origin) -> bool {
    match schema {
        SchemaRef::Reference(_) => false,
        SchemaRef::Item(item) => {
            let read = || View::read(&At::new(item, origin.clone()), &Hint::default());
            view::all_of(item).is_empty() && read().says_nothing()
        }
    }
}

/// Whether two schemas are the same text or the same node.
fn same(a: SchemaRef<'_>, b: SchemaRef<'_>) -> bool {
    match (a, b) {
        (SchemaRef::Reference(a), SchemaRef::Reference(b)) => a == b,
        (SchemaRef::Item(a), SchemaRef::Item(b)) => same_schema(a, b),
        _ => false,
    }
}

fn same_schema(a: &Schema, b: &Schema) -> bool {
    std::ptr::eq(a, b) || (a.schema_kind == b.schema_kind && a.schema_data == b.schema_data)
}
