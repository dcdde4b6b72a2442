//! Unions: `oneOf` and `anyOf`.

use std::rc::Rc;

use super::{
    Part, View, all_of, merged, object, shape, split_nullable,
    view::{Choice, Declared, Rest},
};
use crate::{
    diagnostic::Code,
    model::{Docs, JsonType, Scalar, Shape, TagBy, Tagging, TypeId, TypeKind, TypeRef, Union, UnionVariant},
    pointer::Origin,
    resolve::{
        Context, SchemaRef, docs,
        extensions::Reader,
        names::{self, Claim, Kind, settle},
        refs,
    },
};

/// One alternative, on its way to a variant.
#[derive(Clone, Debug)]
pub(super) struct Alternative<'a> {
    /// Where it stands in the list.
    pub origin: Origin,
    /// The component it refers to.
    pub component: Option<String>,
    /// What it is, with what its owner says beside the list.
    pub view: View<'a>,
    /// The schema itself.
    pub part: Part<'a>,
    /// Whether `view` says more than the schema itself, so that the type comes from it.
    pub is_merged: bool,
    /// The word that names it, when it is made of several.
    pub word: Option<String>,
}

/// So many combinations of several lists of alternatives are told apart.
const MOST: usize = 24;

impl<'a> Context<'a> {
    /// Forgets the choices that only say which properties must be there: they tell the server's check, not the type.
    pub(super) fn drop_constraint_choices(&mut self, view: &mut View<'a>) {
        let asks = |choice: &Choice<'_>| choice.options.iter().all(only_requires);
        let of_objects = view.choices.iter().filter(|choice| asks(choice)).any(|choice| {
            let mut options = choice.options.iter();
            options.all(|part| matches!(part.schema.node, SchemaRef::Item(item) if names_keys(item)))
        });
        view.choices.retain(|choice| !asks(choice));
        if of_objects && view.json_type().is_none() {
            view.declared = Declared::Json(JsonType::Object);
        }
    }

    /// The type of a schema with alternatives.
    pub(super) fn union_type(&mut self, mut view: Box<View<'a>>, target: Option<TypeId>) -> TypeRef {
        let choices = std::mem::take(&mut view.choices);
        let Some((choice, more)) = choices.split_first() else { return self.untyped(&view.origin, "it is no choice") };
        if self.types.open_choices.contains(&choice.origin) {
            let place = choice.origin.pointer.to_string();
            self.report_cycle(&view.origin, &place);
            return self.untyped(&view.origin, "it is an alternative of itself");
        }
        self.types.open_choices.push(choice.origin.clone());
        let ty = self.choice_type(&view, choice, more, target);
        self.types.open_choices.pop();
        ty
    }

    fn choice_type(
        &mut self,
        view: &View<'a>,
        choice: &Choice<'a>,
        more: &[Choice<'a>],
        target: Option<TypeId>,
    ) -> TypeRef {
        let has_base =
            !view.properties.is_empty() || !view.conditional.is_empty() || matches!(view.rest, Rest::Schema(_));
        let mut alternatives = self.alternatives(view, choice, has_base);
        for further in more {
            alternatives = self.combinations(alternatives, further);
            if alternatives.len() > MOST {
                return self.untyped(&view.origin, "it must fit several long lists of alternatives at once");
            }
        }
        if let Some(ty) = self.open_enum_idiom(&alternatives, target) {
            return ty;
        }
        let alternatives = self.merge_lists(alternatives);
        match alternatives.as_slice() {
            [] => self.untyped(&choice.origin, "none of its alternatives can be resolved"),
            [only] => self.only_type(view, only, target),
            _ => self.several_types(view, choice, alternatives, target),
        }
    }

    /// Each alternative together with each of one more list: what must fit both is one of these.
    fn combinations(&mut self, alternatives: Vec<Alternative<'a>>, further: &Choice<'a>) -> Vec<Alternative<'a>> {
        let mut all = Vec::new();
        for alternative in alternatives {
            for part in self.speaking(&further.options) {
                let Some(view) = self.flatten(&part.schema, &part.hint) else { continue };
                let words = [self.word_of(&alternative), self.component_word(&part), view.title.map(str::to_owned)];
                let words: Vec<String> = words.into_iter().flatten().collect();
                let mut merged = alternative.clone();
                self.merge(&mut merged.view, Rc::unwrap_or_clone(view));
                (merged.component, merged.is_merged) = (None, true);
                merged.word = (!words.is_empty()).then(|| words.join(" "));
                merged.origin = part.schema.origin.clone();
                all.push(merged);
            }
            if all.len() > MOST {
                break;
            }
        }
        all
    }

    fn word_of(&mut self, alternative: &Alternative<'a>) -> Option<String> {
        alternative.word.clone().or_else(|| self.component_word(&alternative.part))
    }

    /// The words of the component that a reference leads to.
    fn component_word(&mut self, part: &Part<'a>) -> Option<String> {
        let SchemaRef::Reference(reference) = part.schema.node else { return None };
        let name = refs::component_name(reference, "schemas")?;
        Some(self.component_hint(&name).words().join(" "))
    }

    /// The alternatives that can be resolved, doubles removed.
    fn alternatives(&mut self, base: &View<'a>, choice: &Choice<'a>, has_base: bool) -> Vec<Alternative<'a>> {
        let mut found = Vec::new();
        let options = if merged::states_type(base) { choice.options.clone() } else { self.speaking(&choice.options) };
        for part in options {
            let Some(own) = self.flatten(&part.schema, &part.hint) else { continue };
            let component = match part.schema.node {
                SchemaRef::Reference(reference) => refs::component_name(reference, "schemas"),
                SchemaRef::Item(_) => None,
            };
            if has_base && is_no_object(&own) && base.json_type() == Some(JsonType::Object) {
                let ty = own.json_type().map_or("null", all_of::words);
                let message = format!("an alternative is {ty}, but it must be an object: it is left out");
                self.say(Code::SchemaContradiction, &part.schema.origin, message);
                continue;
            }
            let mut view = Rc::unwrap_or_clone(own);
            let is_merged = has_base || (component.is_none() && merged::leaves_type(&view, base));
            if is_merged {
                let mut merged = base.clone();
                (merged.discriminator, merged.title, merged.description) = (None, None, None);
                merged.extensions.clear();
                (merged.default, merged.nullable) = (None, false);
                self.merge(&mut merged, view);
                view = merged;
                view.origin = part.schema.origin.clone();
            }
            let origin = part.schema.origin.clone();
            found.push(Alternative { origin, component, view, part, is_merged, word: None });
        }
        found
    }

    /// One alternative is no union: it is that type.
    fn only_type(&mut self, owner: &View<'a>, only: &Alternative<'a>, target: Option<TypeId>) -> TypeRef {
        if only.is_merged || (only.component.is_none() && target.is_some()) {
            let mut view = Box::new(only.view.clone());
            if only.is_merged {
                view.hint = owner.hint.clone();
                view.extensions.extend(owner.extensions.iter().cloned());
            }
            if view.named_values {
                // The list stands for its owner: docs and place are the owner's.
                view.origin = owner.origin.clone();
                (view.title, view.description) = (owner.title, owner.description);
            }
            return self.view_type(view, target);
        }
        split_nullable(self.type_ref(&only.part.schema, &only.part.hint)).0
    }

    fn several_types(
        &mut self,
        view: &View<'a>,
        choice: &Choice<'a>,
        alternatives: Vec<Alternative<'a>>,
        target: Option<TypeId>,
    ) -> TypeRef {
        let tags = self.tags(view, choice, &alternatives);
        let optional = if tags.is_none() { self.optional_tags(&alternatives) } else { None };
        let words = self.variant_words(&alternatives, tags.as_ref().map(|t| t.texts.as_slice()));
        let id = self.target(view, target);
        let mut variants: Vec<(Claim, UnionVariant)> = Vec::new();
        for (index, (alternative, (claim, word))) in alternatives.iter().zip(words).enumerate() {
            let ty = self.alternative_type(alternative, view, &word);
            let told = tags.as_ref().and_then(|t| t.texts.get(index));
            if let Some((_, known)) = variants.iter_mut().find(|(_, known)| known.ty == ty) {
                known.tags.extend(told.cloned().unwrap_or_default());
                continue;
            }
            let variant = UnionVariant {
                name: names::variant_name(&[&word]),
                docs: self.variant_docs(alternative),
                boxed: object::is_object(&alternative.view) && !alternative.view.properties.is_empty(),
                ty,
                tags: told.cloned().unwrap_or_default(),
                tag_by: match &tags {
                    Some(tags) if !alternative.view.properties.contains_key(tags.property.as_str()) => TagBy::Union,
                    _ => TagBy::Payload,
                },
                shape: match &tags {
                    Some(_) => Shape::default(),
                    None => self.listed_shape(&alternative.view, optional.as_ref(), index),
                },
            };
            variants.push((claim, variant));
        }
        if let ([(_, only)], true) = (variants.as_slice(), tags.is_none()) {
            let ty = only.ty.clone();
            return if target.is_some() { ty } else { self.discard(id, ty) };
        }
        let tagging = match tags {
            Some(tags) => Tagging::Property(tags.property.as_str().into()),
            None => {
                variants.sort_by_key(|(_, variant)| shape::order(variant));
                Tagging::Shape
            }
        };
        let body = self.named_variants(view, tagging, variants);
        self.types.get_mut(id).kind = TypeKind::Union(body);
        TypeRef::Named(id)
    }

    /// A type that was begun for nothing becomes another name of what it turned out to be.
    fn discard(&mut self, id: TypeId, ty: TypeRef) -> TypeRef {
        if id.0 + 1 == self.types.defs.len() {
            self.types.defs.pop();
            return ty;
        }
        self.types.get_mut(id).kind = TypeKind::Alias(ty);
        TypeRef::Named(id)
    }

    fn named_variants(&mut self, view: &View<'a>, tagging: Tagging, rows: Vec<(Claim, UnionVariant)>) -> Union {
        let (claims, mut variants): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        for (variant, name) in variants.iter_mut().zip(settle(&names::VARIANTS, &claims, self.diagnostics)) {
            variant.name = names::variant(&name);
        }
        Union { tagging, variants, open: self.is_open(view) }
    }

    fn alternative_type(&mut self, alternative: &Alternative<'a>, owner: &View<'a>, word: &str) -> TypeRef {
        let hint = owner.hint.join(word);
        if alternative.is_merged {
            let mut view = Box::new(alternative.view.clone());
            view.hint = hint;
            return self.view_type(view, None);
        }
        split_nullable(self.type_ref(&alternative.part.schema, &hint)).0
    }

    fn variant_docs(&self, alternative: &Alternative<'a>) -> Docs {
        match alternative.part.schema.node {
            SchemaRef::Reference(_) => Docs::default(),
            SchemaRef::Item(item) => docs::canonical(item.schema_data.description.as_deref().unwrap_or_default()),
        }
    }

    /// A string beside a list of strings says that the list is open: the type is the enum.
    fn open_enum_idiom(&mut self, alternatives: &[Alternative<'a>], target: Option<TypeId>) -> Option<TypeRef> {
        let [a, b] = alternatives else { return None };
        let time = self.config.time;
        let plain = |view: &View<'_>| {
            view.json_type() == Some(JsonType::String)
                && view.values.is_none()
                && view.choices.is_empty()
                && Scalar::select(JsonType::String, view.format.as_deref().unwrap_or_default(), time) == Scalar::String
        };
        let list = |view: &View<'_>| view.values.as_ref().is_some_and(|v| v.iter().all(|v| v.node.is_string()));
        let listed = match (plain(&a.view), plain(&b.view)) {
            (true, false) if list(&b.view) => b,
            (false, true) if list(&a.view) => a,
            _ => return None,
        };
        let owner = View::empty(listed.origin.clone(), listed.view.hint.clone());
        Some(self.only_type(&owner, listed, target))
    }

    /// The words that name each variant, with its claim.
    fn variant_words(
        &mut self,
        alternatives: &[Alternative<'a>],
        tags: Option<&[Vec<String>]>,
    ) -> Vec<(Claim, String)> {
        let mut words = Vec::new();
        for (index, alternative) in alternatives.iter().enumerate() {
            let told = tags.and_then(|tags| tags.get(index)).map(Vec::as_slice).unwrap_or_default();
            let tag = told.first();
            let pinned = match alternative.part.schema.node {
                SchemaRef::Reference(_) => None,
                SchemaRef::Item(item) => {
                    Reader::new(&item.schema_data.extensions, &alternative.origin).text("x-sdk-name", self.diagnostics)
                }
            };
            let word = match (pinned.as_ref().or(alternative.word.as_ref()), &alternative.component) {
                (Some(name), _) => name.clone(),
                (None, Some(component)) => {
                    let component = self.component_hint(component).words().join(" ");
                    // Of several, none stands for all.
                    tag.filter(|tag| told.len() == 1 && is_shorter(tag, &component)).cloned().unwrap_or(component)
                }
                (None, None) => match tag {
                    Some(tag) => tag.clone(),
                    None => self.shape_word(alternative, alternatives),
                },
            };
            if pinned.is_some() {
                self.pins.insert(Kind::Variant, alternative.origin.clone());
            }
            let text = alternative.component.clone().or_else(|| tag.cloned()).unwrap_or_else(|| word.clone());
            words.push((Claim::new(&word, text, alternative.origin.clone()).pin(pinned.is_some()), word));
        }
        words
    }
}

/// Whether the text on the wire names a variant more plainly than the component's name: a shorter one of words, no code
/// (`2`, `x`).
fn is_shorter(tag: &str, component: &str) -> bool {
    let is_word = tag.len() > 1 && tag.starts_with(|c: char| c.is_ascii_alphabetic());
    let length = |text: &str| names::variant_name(&[text]).as_str().len();
    is_word && length(tag) < length(component)
}

/// Whether it is of a type, and that is not an object.
fn is_no_object(view: &View<'_>) -> bool {
    view.json_type().is_some_and(|ty| ty != JsonType::Object)
}

/// Whether a schema says which properties must be there.
fn names_keys(schema: &openapiv3::Schema) -> bool {
    let at = crate::pointer::At::new(schema, Origin::default());
    let view = View::read(&at, &Default::default());
    !view.required.is_empty() || view.not.is_some()
}

/// Whether an option says nothing but which properties must, or must not, be there.
fn only_requires(part: &Part<'_>) -> bool {
    let SchemaRef::Item(item) = part.schema.node else { return false };
    let at = crate::pointer::At::new(item, part.schema.origin.clone());
    let view = View::read(&at, &part.hint);
    let object = matches!(view.declared, Declared::Nothing | Declared::Json(JsonType::Object));
    object
        && view.format.is_none()
        && view.properties.is_empty()
        && view.items.is_empty()
        && view.choices.is_empty()
        && view.values.is_none()
        && !matches!(view.rest, Rest::Schema(_))
        && super::view::all_of(item).is_empty()
}
