//! Objects: structs and maps.

use std::rc::Rc;

use super::{
    Direction, Part, View, literal,
    view::{self, Declared, Rest},
};
use crate::{
    diagnostic::Code,
    model::{
        Additional, Field, JsonType, Literal, Presence, Scalar, Source, Struct, TypeId, TypeKind, TypeRef, WireName,
    },
    pointer::Origin,
    resolve::{
        Context, SchemaRef,
        extensions::Reader,
        names::{self, Claim, Kind, settle},
    },
};

/// What is known of a property before its name is settled.
struct Property {
    claim: Claim,
    field: Field,
}

impl<'a> Context<'a> {
    /// A struct when properties are named, else a map.
    pub(super) fn object_type(&mut self, view: &View<'a>, target: Option<TypeId>) -> TypeRef {
        if view.properties.is_empty() && view.conditional.is_empty() && !matches!(view.rest, Rest::None) {
            return self.map_type(view);
        }
        let id = self.target(view, target);
        self.check_required(view);
        self.check_base(view);
        let mut properties = Vec::new();
        for (wire, parts) in &view.properties {
            properties.extend(self.property(id, view, wire, parts));
        }
        for (wire, parts) in &view.conditional {
            properties.extend(self.conditional_property(id, view, wire, parts));
        }
        let additional = match &view.rest {
            Rest::Any => Some(TypeRef::Json),
            Rest::Schema(part) => Some(self.type_ref(&part.schema, &part.hint)),
            Rest::Unsaid | Rest::None => None,
        };
        let body = self.name_fields(view, properties, additional);
        self.types.get_mut(id).kind = TypeKind::Struct(body);
        TypeRef::Named(id)
    }

    fn map_type(&mut self, view: &View<'a>) -> TypeRef {
        let value = match &view.rest {
            Rest::Schema(part) => {
                let value = self.type_ref(&part.schema, &part.hint);
                self.compact(value, &part.schema.origin, &part.hint)
            }
            _ => TypeRef::Json,
        };
        TypeRef::Map(Box::new(value))
    }

    fn check_required(&mut self, view: &View<'a>) {
        for key in view
            .required
            .iter()
            .filter(|key| !view.properties.contains_key(**key) && !view.conditional.contains_key(**key))
        {
            let origin = view.origin.join("required");
            self.say(Code::SchemaRequired, &origin, format!("`required` names `{key}`, which is no property"));
        }
    }

    /// A discriminator without a list of alternatives announces heirs that a value of this type does not carry.
    fn check_base(&mut self, view: &View<'a>) {
        let Some(discriminator) =
            view.discriminator.as_ref().filter(|d| d.origin.pointer.parent() == Some(view.origin.pointer.clone()))
        else {
            return;
        };
        let property = &discriminator.node.property_name;
        let message = format!(
            "`{property}` announces alternatives, but no `oneOf` lists them; only the properties here are typed"
        );
        let origin = discriminator.origin.clone();
        self.say(Code::SchemaDiscriminator, &origin, message);
    }

    fn property(&mut self, owner: TypeId, view: &View<'a>, wire: &str, parts: &[Part<'a>]) -> Option<Property> {
        let said = self.parts_view(parts);
        if self.flag(&said, "x-sdk-ignore") {
            return None;
        }
        let ty = self.parts_type(parts, &view.origin.join("properties").join(wire), &view.hint.join(wire));
        self.field(owner, wire, parts, &said, ty, view.required.contains(&wire))
    }

    /// A property that is there in some cases, of a type that may differ between them.
    fn conditional_property(
        &mut self,
        owner: TypeId,
        view: &View<'a>,
        wire: &str,
        parts: &[Part<'a>],
    ) -> Option<Property> {
        let cases = self.speaking(parts);
        let last = std::slice::from_ref(cases.last()?);
        let said = self.parts_view(last);
        if self.flag(&said, "x-sdk-ignore") {
            return None;
        }
        let ty = match cases.as_slice() {
            [_] => self.parts_type(last, &view.origin.join("properties").join(wire), &view.hint.join(wire)),
            _ => {
                let origin = last.first()?.schema.origin.clone();
                let mut any = Box::new(View::empty(origin.clone(), view.hint.join(wire)));
                any.choices.push(view::Choice { origin, options: cases.clone() });
                self.named_view_type(any)
            }
        };
        self.field(owner, wire, last, &said, ty, false)
    }

    fn field(
        &mut self,
        owner: TypeId,
        wire: &str,
        parts: &[Part<'a>],
        said: &View<'a>,
        ty: TypeRef,
        required: bool,
    ) -> Option<Property> {
        let last = parts.last()?;
        let origin = last.schema.origin.clone();
        let (ty, nullable) = super::split_nullable(ty);
        let nullable = self.own_flag(parts, "x-sdk-nullable").unwrap_or(nullable);
        let required = self.own_flag(parts, "x-sdk-optional").map_or(required, |optional| !optional);
        let claim = match self.pinned_field(last) {
            Some(name) => Claim::pinned(&name, wire, origin.clone()),
            None => Claim::new(wire, wire, origin.clone()),
        };
        let password = said.format.as_deref() == Some("password");
        let secret = password || self.flag(said, "x-sdk-secret");
        self.note_direction(owner, wire, said);
        self.plan_default(owner, wire, said, &ty, required && !nullable);
        let field = Field {
            name: names::field_name(&[wire]),
            wire: wire.into(),
            docs: self.own_description(parts).map(|text| self.docs.of(text)).unwrap_or_default(),
            ty,
            presence: presence(required, nullable),
            boxed: false,
            secret,
            deprecated: parts.iter().any(|part| deprecated(part)),
            default: None,
            constraints: said.constraints.clone(),
            source: Source { origin, name: Some(wire.to_owned()) },
        };
        Some(Property { claim, field })
    }

    /// All that the parts of one property say.
    fn parts_view(&mut self, parts: &[Part<'a>]) -> Rc<View<'a>> {
        let mut flat = parts.iter().filter_map(|part| self.flatten(&part.schema, &part.hint)).collect::<Vec<_>>();
        if flat.len() == 1
            && let Some(view) = flat.pop()
        {
            return view;
        }
        let mut merged = View::empty(Origin::default(), Default::default());
        for view in flat {
            self.merge_quietly(&mut merged, Rc::unwrap_or_clone(view));
        }
        Rc::new(merged)
    }

    /// Merges what a field needs to know, without judging the types: that was done where the type was made.
    fn merge_quietly(&mut self, into: &mut View<'a>, mut part: View<'a>) {
        part.declared = Declared::Nothing;
        into.declared = Declared::Nothing;
        self.merge(into, part);
    }

    pub(super) fn flag(&mut self, view: &View<'a>, key: &'static str) -> bool {
        let mut said = view.extensions.iter();
        said.find_map(|at| Reader::new(at.node, &at.origin).saying_once(&self.said).flag(key, self.diagnostics))
            .unwrap_or_default()
    }

    /// What the property's own parts say, and not what they refer to.
    fn own_flag(&mut self, parts: &[Part<'a>], key: &'static str) -> Option<bool> {
        parts.iter().rev().find_map(|part| match part.schema.node {
            SchemaRef::Reference(_) => None,
            SchemaRef::Item(item) => {
                Reader::new(&item.schema_data.extensions, &part.schema.origin).flag(key, self.diagnostics)
            }
        })
    }

    fn pinned_field(&mut self, part: &Part<'a>) -> Option<String> {
        let SchemaRef::Item(item) = part.schema.node else { return None };
        let reader = Reader::new(&item.schema_data.extensions, &part.schema.origin);
        let name = reader.text("x-sdk-name", self.diagnostics)?;
        self.pins.insert(Kind::Field, part.schema.origin.clone());
        Some(name)
    }

    fn own_description(&self, parts: &[Part<'a>]) -> Option<&'a str> {
        parts.iter().rev().find_map(|part| match part.schema.node {
            SchemaRef::Reference(_) => None,
            SchemaRef::Item(item) => described(item),
        })
    }

    fn note_direction(&mut self, owner: TypeId, wire: &str, said: &View<'a>) {
        let direction = match (said.read_only, said.write_only) {
            (true, false) => Direction::Read,
            (false, true) => Direction::Write,
            _ => return,
        };
        self.types.access.insert((owner, WireName::from(wire)), direction);
    }

    /// A stated default, or the one value that a required property can have, is settled once all enums are known.
    fn plan_default(&mut self, owner: TypeId, wire: &str, said: &View<'a>, ty: &TypeRef, required: bool) {
        let value = match (&said.default, said.values.as_deref()) {
            (Some(default), _) => default.clone(),
            (None, Some([only])) if required => only.clone(),
            _ => return,
        };
        if value.node.is_null() {
            return;
        }
        let wire = WireName::from(wire);
        self.types.defaults.push(literal::Pending { owner, wire, value, ty: ty.clone() });
    }

    fn name_fields(&mut self, view: &View<'a>, properties: Vec<Property>, additional: Option<TypeRef>) -> Struct {
        let (mut claims, mut fields): (Vec<_>, Vec<_>) = properties.into_iter().map(|p| (p.claim, p.field)).unzip();
        if additional.is_some() {
            let origin = view.origin.join("additionalProperties");
            claims.push(Claim::new("additional_properties", "additionalProperties", origin).rank(1));
        }
        let mut names = settle(&names::FIELDS, &claims, self.diagnostics).into_iter();
        for field in &mut fields {
            if let Some(name) = names.next() {
                field.name = names::field(&name);
            }
        }
        let additional = additional.zip(names.next()).map(|(value, name)| Additional {
            name: names::field(&name),
            value,
            patterns: view.patterns.iter().map(|pattern| (*pattern).to_owned()).collect(),
        });
        Struct { fields, additional }
    }
}

const fn presence(required: bool, nullable: bool) -> Presence {
    match (required, nullable) {
        (true, false) => Presence::Required,
        (true, true) => Presence::Nullable,
        (false, false) => Presence::Optional,
        (false, true) => Presence::OptionalNullable,
    }
}

/// What a schema says of itself, or what a part of its `allOf` that is no reference says.
fn described(schema: &openapiv3::Schema) -> Option<&str> {
    let data = &schema.schema_data;
    let own = data.description.as_deref().or(data.title.as_deref());
    let inner = || view::all_of(schema).iter().filter_map(|part| part.as_item());
    own.or_else(|| inner().find_map(|part| part.schema_data.description.as_deref()))
}

fn deprecated(part: &Part<'_>) -> bool {
    matches!(part.schema.node, SchemaRef::Item(item) if item.schema_data.deprecated)
}

/// The literal that a boolean constant is: kept here since it has no enum of its own.
pub(super) fn boolean(value: bool, ty: &TypeRef) -> Option<Literal> {
    (*ty == TypeRef::Scalar(Scalar::Boolean)).then_some(Literal::Boolean(value))
}

/// Whether a schema can only be an object.
pub(super) fn is_object(view: &View<'_>) -> bool {
    view.json_type() == Some(JsonType::Object)
}
