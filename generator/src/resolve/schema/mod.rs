//! Schemas become types: ids for all components first, then bodies, so that recursion needs no care.

use std::{collections::BTreeMap, rc::Rc};

use indexmap::IndexMap;

use super::{Context, Hint, SchemaRef, extensions, names, refs, walk::SchemaAt};
use crate::{
    model::{Docs, Source, Traits, TypeDef, TypeId, TypeKind, TypeName, TypeRef, Usage, WireName},
    pointer::Origin,
};

mod alias;
mod all_of;
mod bounds;
mod compact;
mod enums;
mod kind;
mod literal;
mod merged;
mod object;
mod scalar;
mod shape;
mod tags;
mod tuple;
mod union;
pub mod view;

pub use view::{Part, View};

/// The types made so far, and what is remembered to make each only once.
#[derive(Debug, Default)]
pub struct Types<'a> {
    defs: Vec<TypeDef>,
    components: IndexMap<&'a str, TypeId>,
    inline: IndexMap<Origin, TypeRef>,
    views: BTreeMap<String, Option<Rc<View<'a>>>>,
    open_views: Vec<String>,
    open_references: Vec<String>,
    /// What is being made: the schemas that hold at once, and the place that the type has.
    open_types: Vec<(Vec<Origin>, Origin)>,
    open_choices: Vec<Origin>,
    defaults: Vec<literal::Pending>,
    access: Access,
    input_names: InputNames,
}

/// The names that the description pins for the shape of a type that is sent, where it is not the received one.
pub type InputNames = BTreeMap<TypeId, String>;

/// The key of such a name.
pub const INPUT_NAME: &str = "x-sdk-input-name";

/// The properties that travel in one direction only.
pub type Access = BTreeMap<(TypeId, WireName), Direction>;

/// The one direction of a `readOnly` or `writeOnly` property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// `readOnly`: only received.
    Read,
    /// `writeOnly`: only sent.
    Write,
}

impl Types<'_> {
    /// The types, which of their properties travel in one direction only, and the pinned names of sent shapes.
    #[must_use]
    pub fn into_parts(self) -> (Vec<TypeDef>, Access, InputNames) {
        (self.defs, self.access, self.input_names)
    }

    /// The type of a component.
    #[must_use]
    pub fn component(&self, name: &str) -> Option<TypeId> {
        self.components.get(name).copied()
    }

    /// The type behind an id that this gave out.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "a typed id indexes the arena that gave it out")]
    pub fn get(&self, id: TypeId) -> &TypeDef {
        &self.defs[id.0]
    }

    #[expect(clippy::indexing_slicing, reason = "a typed id indexes the arena that gave it out")]
    fn get_mut(&mut self, id: TypeId) -> &mut TypeDef {
        &mut self.defs[id.0]
    }

    /// A type whose body comes later.
    fn declare(&mut self, name: TypeName, source: Source) -> TypeId {
        let module = names::module_name(&[name.as_str()]);
        self.defs.push(TypeDef {
            name,
            module,
            docs: Docs::default(),
            deprecated: false,
            usage: Usage::default(),
            traits: Traits::default(),
            derives: Vec::new(),
            kind: TypeKind::Alias(TypeRef::Json),
            twin: false,
            source,
        });
        TypeId(self.defs.len() - 1)
    }
}

/// Gives every component schema its type id.
pub fn declare(cx: &mut Context<'_>) {
    let Some(components) = &cx.document.components else { return };
    for name in components.schemas.keys() {
        let origin = refs::component_origin("schemas", name);
        let words = cx.component_hint(name);
        names::check_usable(name, &words, &origin, cx.diagnostics);
        let id = cx.types.declare(names::type_name_of(&words), Source { origin, name: Some(name.clone()) });
        cx.types.components.insert(name, id);
    }
}

/// Fills the bodies of all declared types, by name: what is inline is named by who comes by first, and that must not
/// hang on the description's order.
pub fn fill(cx: &mut Context<'_>) {
    let mut declared: Vec<_> = cx.types.components.iter().map(|(name, id)| (*name, *id)).collect();
    declared.sort_unstable();
    for (name, id) in declared {
        cx.fill_component(name, id);
    }
    alias::break_cycles(cx);
}

/// Settles what needs all types: defaults that are variants.
pub fn finish(cx: &mut Context<'_>) {
    alias::break_cycles(cx);
    literal::settle(cx);
}

impl<'a> Context<'a> {
    /// The type of a schema wherever it stands. A schema that admits `null` gives [`TypeRef::Nullable`]; see
    /// [`split_nullable`]. An inline schema that needs a name gets it from where it is written down: `hint`.
    pub fn type_ref(&mut self, schema: &SchemaAt<'a>, hint: &Hint) -> TypeRef {
        match schema.node {
            SchemaRef::Reference(reference) => self.reference_type(reference, &schema.origin),
            SchemaRef::Item(_) => {
                if let Some(known) = self.types.inline.get(&schema.origin) {
                    return known.clone();
                }
                let parts = vec![schema.origin.clone()];
                let ty = self.once(parts, &schema.origin, |cx| cx.inline_type(schema, hint));
                self.types.inline.insert(schema.origin.clone(), ty.clone());
                ty
            }
        }
    }

    /// The schema as it really is: references followed, `allOf` merged, siblings included. `None` when it leads
    /// nowhere (diagnosed).
    pub fn view(&mut self, schema: &SchemaAt<'a>, hint: &Hint) -> Option<Rc<View<'a>>> {
        self.flatten(schema, hint)
    }

    /// The type of a property of a [`View`], if it has it.
    pub fn property_type(&mut self, view: &View<'a>, wire: &str) -> Option<TypeRef> {
        let parts = view.properties.get(wire)?.clone();
        Some(self.parts_type(&parts, &view.origin.join("properties").join(wire), &view.hint.join(wire)))
    }

    /// The words that name a component and what stands inline in it: `x-sdk-name`, else its own name.
    pub fn component_hint(&mut self, name: &str) -> Hint {
        let schemas = self.document.components.as_ref().map(|c| &c.schemas);
        let pinned = match schemas.and_then(|s| s.get(name)) {
            Some(openapiv3::ReferenceOr::Item(schema)) => {
                let origin = refs::component_origin("schemas", name);
                let reader = extensions::Reader::new(&schema.schema_data.extensions, &origin);
                let pinned = reader.text("x-sdk-name", self.diagnostics);
                if pinned.is_some() {
                    self.pins.insert(names::Kind::Type, origin);
                }
                pinned
            }
            _ => None,
        };
        Hint::new(pinned.as_deref().unwrap_or(name))
    }

    fn has_component(&self, name: &str) -> bool {
        self.types.components.contains_key(name)
    }

    /// The type behind a reference.
    fn reference_type(&mut self, reference: &'a str, origin: &Origin) -> TypeRef {
        if let Some((inner, hint)) = self.inner_schema(reference) {
            return self.guarded(reference, origin, |cx| cx.type_ref(&inner, &hint));
        }
        let Some(name) = self.component(reference, "schemas", origin) else {
            return self.lost(origin, reference);
        };
        let Some(id) = self.types.component(&name) else {
            self.report_dangling(origin, reference);
            return self.lost(origin, reference);
        };
        let nullable = self.component_view(&name, origin).is_some_and(|view| view.nullable);
        wrap_nullable(TypeRef::Named(id), nullable)
    }

    /// References into the inside of a schema may lead in a circle, which no id ends.
    fn guarded(&mut self, reference: &str, origin: &Origin, make: impl FnOnce(&mut Self) -> TypeRef) -> TypeRef {
        let open = &self.types.open_references;
        if open.len() >= all_of::DEPTH || open.iter().any(|open| open == reference) {
            self.report_cycle(origin, reference);
            return self.lost(origin, reference);
        }
        self.types.open_references.push(reference.to_owned());
        let ty = make(self);
        self.types.open_references.pop();
        ty
    }

    /// A reference that was diagnosed becomes a value of any form.
    fn lost(&mut self, origin: &Origin, reference: &str) -> TypeRef {
        let reason = format!("`{reference}` leads to no schema");
        self.fallbacks.push(crate::model::Fallback { origin: origin.clone(), reason });
        TypeRef::Json
    }

    /// The type of several schemas that hold at once; `origin` and `hint` are those of their owner.
    fn parts_type(&mut self, parts: &[Part<'a>], origin: &Origin, hint: &Hint) -> TypeRef {
        if let [part] = parts {
            return self.type_ref(&part.schema, &part.hint);
        }
        let parts = self.speaking(parts);
        if let [part] = parts.as_slice() {
            return self.type_ref(&part.schema, &part.hint);
        }
        let merged = self.merged_parts(&parts, origin, hint);
        let places = parts.iter().map(|part| part.schema.origin.clone()).collect();
        self.once(places, origin, |cx| cx.named_view_type(merged))
    }

    /// Makes the type of `parts`, the place of which is `origin`. A schema that holds itself (`allOf` of its owner) comes
    /// by here again before it is made: then it is the type that was declared at its place.
    fn once(&mut self, parts: Vec<Origin>, origin: &Origin, make: impl FnOnce(&mut Self) -> TypeRef) -> TypeRef {
        let open = self.types.open_types.iter().find(|(open, _)| *open == parts).map(|(_, place)| place.clone());
        if let Some(place) = open {
            if let Some(index) = self.types.defs.iter().position(|def| def.source.origin == place) {
                return TypeRef::Named(TypeId(index));
            }
            let place = place.pointer.to_string();
            self.report_cycle(origin, &place);
            return self.lost(origin, &place);
        }
        self.types.open_types.push((parts, origin.clone()));
        let ty = make(self);
        self.types.open_types.pop();
        ty
    }

    fn merged_parts(&mut self, parts: &[Part<'a>], origin: &Origin, hint: &Hint) -> Box<View<'a>> {
        let mut merged = Box::new(View::empty(origin.clone(), hint.clone()));
        let mut nullable = !parts.is_empty();
        for part in parts {
            let Some(view) = self.flatten(&part.schema, &part.hint) else { continue };
            nullable &= view.nullable;
            self.merge(&mut merged, Rc::unwrap_or_clone(view));
        }
        merged.nullable = nullable;
        (merged.origin, merged.hint) = (origin.clone(), hint.clone());
        merged
    }
}

/// With an outer `null` when it is admitted.
fn wrap_nullable(ty: TypeRef, nullable: bool) -> TypeRef {
    match ty {
        TypeRef::Nullable(_) => ty,
        other if nullable => TypeRef::Nullable(Box::new(other)),
        other => other,
    }
}

/// A type without its outer `null`, and whether it had one.
#[must_use]
pub fn split_nullable(ty: TypeRef) -> (TypeRef, bool) {
    match ty {
        TypeRef::Nullable(inner) => (*inner, true),
        other => (other, false),
    }
}
