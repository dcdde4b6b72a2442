//! `allOf`: all parts hold at once, so they are merged into one flat [`View`] before anything is made of them.

use std::rc::Rc;

use indexmap::IndexMap;

use super::{
    bounds,
    view::{Choice, Declared, Part, Rest, View, all_of},
};
use crate::{
    diagnostic::Code,
    model::JsonType,
    pointer::{At, Origin},
    resolve::{Context, Hint, SchemaRef, refs, walk::SchemaAt},
};

/// How deep `allOf` may nest through references; deeper is a mistake or an attack.
pub(super) const DEPTH: usize = 32;

impl<'a> Context<'a> {
    /// The flat view of a component, made once. `None` when it leads nowhere, into itself or too deep (diagnosed).
    pub(super) fn component_view(&mut self, name: &str, from: &Origin) -> Option<Rc<View<'a>>> {
        if let Some(view) = self.types.views.get(name) {
            return view.clone();
        }
        if self.types.open_views.iter().any(|open| open == name) {
            self.report_cycle(from, name);
            return None;
        }
        if self.types.open_views.len() >= DEPTH {
            let message = format!("`allOf` is nested more than {DEPTH} references deep");
            self.diagnostics.report(Code::SchemaUntyped, from.clone(), message);
            return None;
        }
        let origin = refs::component_origin("schemas", name);
        let node = self.document.components.as_ref()?.schemas.get(name)?;
        self.types.open_views.push(name.to_owned());
        let hint = self.component_hint(name);
        let place = origin.clone();
        let view = self.flatten(&At::new(SchemaRef::from(node), origin), &hint);
        self.types.open_views.pop();
        let view = view.map(|view| {
            let mut view = Rc::unwrap_or_clone(view);
            // A parent that lists its children gives them its properties, not the list.
            let is_own = |choice: &Choice<'_>| choice.origin.pointer.is_at_or_below(&place.pointer);
            view.choices.retain(|choice| is_own(choice) || !choice.options.iter().any(|option| leads_to(option, name)));
            Rc::new(view)
        });
        self.types.views.insert(name.to_owned(), view.clone());
        view
    }

    /// The flat view of a schema wherever it stands.
    pub(super) fn flatten(&mut self, schema: &SchemaAt<'a>, hint: &Hint) -> Option<Rc<View<'a>>> {
        match schema.node {
            SchemaRef::Item(item) => Some(Rc::new(self.flatten_item(&At::new(item, schema.origin.clone()), hint))),
            SchemaRef::Reference(reference) => {
                if let Some((inner, hint)) = self.inner_schema(reference) {
                    return self.flatten_inner(reference, &schema.origin, &inner, &hint);
                }
                let name = self.component(reference, "schemas", &schema.origin)?;
                if !self.has_component(&name) {
                    self.report_dangling(&schema.origin, reference);
                    return None;
                }
                self.component_view(&name, &schema.origin)
            }
        }
    }

    fn flatten_inner(
        &mut self,
        reference: &str,
        from: &Origin,
        inner: &SchemaAt<'a>,
        hint: &Hint,
    ) -> Option<Rc<View<'a>>> {
        if self.types.open_views.iter().any(|open| open == reference) || self.types.open_views.len() >= DEPTH {
            self.report_cycle(from, reference);
            return None;
        }
        self.types.open_views.push(reference.to_owned());
        let view = self.flatten(inner, hint);
        self.types.open_views.pop();
        view
    }

    fn flatten_item(&mut self, at: &At<&'a openapiv3::Schema>, hint: &Hint) -> View<'a> {
        let own = View::read(at, hint);
        let parts = all_of(at.node);
        let mut view = if parts.is_empty() { own } else { self.merge_parts(own, parts) };
        self.null_options(&mut view);
        view
    }

    fn merge_parts(&mut self, own: View<'a>, parts: &'a [openapiv3::ReferenceOr<openapiv3::Schema>]) -> View<'a> {
        let origin = own.origin.join("allOf");
        let mut merged = View::empty(own.origin.clone(), own.hint.clone());
        let mut conditional = IndexMap::new();
        let mut all_nullable = own.says_nothing() && own.constraints == Default::default();
        for (index, part) in parts.iter().enumerate() {
            let at = At::new(SchemaRef::from(part), origin.join(index));
            let Some(view) = self.flatten(&at, &own.hint) else { continue };
            let mut view = Rc::unwrap_or_clone(view);
            if view.is_conditional {
                add_conditional(&mut conditional, view);
                continue;
            }
            all_nullable &= view.nullable;
            if matches!(at.node, SchemaRef::Reference(_)) {
                (view.title, view.description, view.deprecated) = (None, None, false);
            }
            self.merge(&mut merged, view);
        }
        let nullable = own.nullable || all_nullable;
        self.merge(&mut merged, own);
        merged.nullable = nullable;
        merge_conditional(&mut merged, conditional);
        merged
    }

    /// Adds all that `part` says to `into`; where both speak of one thing, the later one.
    pub(super) fn merge(&mut self, into: &mut View<'a>, part: View<'a>) {
        self.merge_declared(into, &part);
        for (key, parts) in part.properties {
            let slot = into.properties.entry(key).or_default();
            let known: Vec<_> = slot.iter().map(|p: &Part<'_>| p.schema.origin.clone()).collect();
            slot.extend(parts.into_iter().filter(|p| !known.contains(&p.schema.origin)));
        }
        for key in part.required {
            if !into.required.contains(&key) {
                into.required.push(key);
            }
        }
        if !matches!(part.rest, Rest::Unsaid) && !matches!((&into.rest, &part.rest), (Rest::Schema(_), Rest::Any)) {
            (into.rest, into.patterns) = (part.rest, part.patterns);
        }
        merge_conditional(into, part.conditional);
        into.places = part.places.or(into.places);
        for item in part.items {
            if into.items.iter().all(|known| known.schema.origin != item.schema.origin) {
                into.items.push(item);
            }
        }
        for choice in part.choices {
            if into.choices.iter().all(|c| c.origin != choice.origin) {
                into.choices.push(choice);
            }
        }
        into.unread = part.unread.or(into.unread);
        into.format = part.format.or(into.format.take());
        into.values = match (into.values.take(), part.values) {
            (Some(a), Some(b)) if a.len() < b.len() => Some(a),
            (a, b) => b.or(a),
        };
        into.discriminator = part.discriminator.or(into.discriminator.take());
        into.default = part.default.or(into.default.take());
        into.not = into.not.take().or(part.not);
        bounds::merge(&mut into.constraints, part.constraints);
        into.title = part.title.or(into.title);
        into.description = part.description.or(into.description);
        into.deprecated |= part.deprecated;
        into.read_only |= part.read_only;
        into.write_only |= part.write_only;
        into.extensions.retain(|known| part.extensions.iter().all(|own| own.origin != known.origin));
        into.extensions.splice(0..0, part.extensions);
    }

    fn merge_declared(&mut self, into: &mut View<'a>, part: &View<'a>) {
        let merged = match (into.json_type(), part.json_type()) {
            (Some(JsonType::Number), Some(JsonType::Integer)) | (Some(JsonType::Integer), Some(JsonType::Number)) => {
                Declared::Json(JsonType::Integer)
            }
            (Some(a), Some(b)) if a != b => {
                let message = format!("it must be {} and {} at once; the latter is used", words(a), words(b));
                self.diagnostics.report(Code::SchemaContradiction, part.origin.clone(), message);
                Declared::Json(b)
            }
            _ if part.declared != Declared::Nothing => part.declared.clone(),
            _ => return,
        };
        into.declared = merged;
    }

    /// Removes the options that only say `null`, and notes that it is admitted.
    fn null_options(&mut self, view: &mut View<'a>) {
        let mut nullable = view.nullable;
        for choice in &mut view.choices {
            choice.options.retain(|option| {
                let says = self.null(&option.schema);
                nullable |= says != Null::No;
                says != Null::Only
            });
        }
        view.choices.retain(|choice| !choice.options.is_empty());
        view.nullable = nullable;
    }

    /// What a schema says of `null`, references followed, `allOf` and choices not.
    fn null(&self, schema: &SchemaAt<'a>) -> Null {
        let mut at = schema.clone();
        for _ in 0..DEPTH {
            let reference = match at.node {
                SchemaRef::Item(item) => {
                    let view = View::read(&At::new(item, at.origin), &Hint::default());
                    return match view.declared {
                        Declared::Json(JsonType::Null) => Null::Only,
                        _ if view.nullable => Null::Also,
                        _ => Null::No,
                    };
                }
                SchemaRef::Reference(reference) => reference,
            };
            let name = refs::component_name(reference, "schemas");
            let found = name.and_then(|name| self.document.components.as_ref()?.schemas.get(&name));
            let Some(found) = found else { return Null::No };
            at.node = SchemaRef::from(found);
        }
        Null::No
    }
}

/// A part that holds in some cases only tells what may be there, no more: its properties.
fn add_conditional<'a>(into: &mut IndexMap<&'a str, Vec<Part<'a>>>, part: View<'a>) {
    for (key, parts) in part.properties.into_iter().chain(part.conditional) {
        into.entry(key).or_default().extend(parts);
    }
}

/// What is said in all cases counts; the rest joins what other cases say.
fn merge_conditional<'a>(view: &mut View<'a>, cases: IndexMap<&'a str, Vec<Part<'a>>>) {
    for (key, parts) in cases {
        let slot = view.conditional.entry(key).or_default();
        let known: Vec<_> = slot.iter().map(|part| part.schema.origin.clone()).collect();
        slot.extend(parts.into_iter().filter(|part| !known.contains(&part.schema.origin)));
    }
    view.conditional.retain(|key, _| !view.properties.contains_key(key));
}

/// Whether it is a reference to this component.
fn leads_to(part: &Part<'_>, name: &str) -> bool {
    match part.schema.node {
        SchemaRef::Reference(reference) => {
            refs::component_name(reference, "schemas").is_some_and(|found| found == name)
        }
        SchemaRef::Item(_) => false,
    }
}

/// What a schema says of `null`.
#[derive(PartialEq)]
enum Null {
    No,
    Also,
    Only,
}

/// A type of JSON in a sentence.
pub(super) fn words(ty: JsonType) -> &'static str {
    match ty {
        JsonType::Null => "null",
        JsonType::Boolean => "a boolean",
        JsonType::Integer => "an integer",
        JsonType::Number => "a number",
        JsonType::String => "a string",
        JsonType::Array => "an array",
        JsonType::Object => "an object",
    }
}
