//! Short ways to make model values.

use generator::model::{
    Constraints, Docs, Enum, EnumRepr, EnumVariant, Field, FieldName, JsonType, Literal, ModuleName, Presence, Scalar,
    Shape, Source, Struct, TagBy, Tagging, Traits, TypeDef, TypeKind, TypeName, TypeRef, Union, UnionVariant, Usage,
    VariantName,
};

pub const SENT: Usage = Usage { request: true, response: false };
pub const RECEIVED: Usage = Usage { request: false, response: true };
pub const BOTH: Usage = Usage { request: true, response: true };

pub fn docs(text: &str) -> Docs {
    let (summary, details) = text.split_once("\n\n").unwrap_or((text, ""));
    Docs { summary: summary.into(), details: details.into() }
}

pub fn def(name: &str, module: &str, text: &str, usage: Usage, kind: TypeKind) -> TypeDef {
    TypeDef {
        name: TypeName::new(name).unwrap(),
        module: ModuleName::new(module).unwrap(),
        docs: docs(text),
        deprecated: false,
        usage,
        traits: Traits::default(),
        derives: Vec::new(),
        kind,
        twin: false,
        source: Source { name: Some(name.into()), ..Source::default() },
    }
}

pub fn object(fields: Vec<Field>) -> TypeKind {
    TypeKind::Struct(Struct { fields, additional: None })
}

pub fn field(wire: &str, ty: TypeRef, presence: Presence, text: &str) -> Field {
    Field {
        name: FieldName::new(wire.replace('-', "_")).unwrap(),
        wire: wire.into(),
        docs: docs(text),
        ty,
        presence,
        boxed: false,
        secret: false,
        deprecated: false,
        default: None,
        constraints: Constraints::default(),
        source: Source::default(),
    }
}

pub fn required(wire: &str, ty: TypeRef, text: &str) -> Field {
    field(wire, ty, Presence::Required, text)
}

pub fn optional(wire: &str, ty: TypeRef, text: &str) -> Field {
    field(wire, ty, Presence::Optional, text)
}

pub fn secret(field: Field) -> Field {
    Field { secret: true, ..field }
}

pub fn with_default(field: Field, default: Literal) -> Field {
    Field { default: Some(default), ..field }
}

pub fn string() -> TypeRef {
    TypeRef::Scalar(Scalar::String)
}

pub fn scalar(scalar: Scalar) -> TypeRef {
    TypeRef::Scalar(scalar)
}

pub fn list(item: TypeRef) -> TypeRef {
    TypeRef::List(Box::new(item))
}

pub fn map(value: TypeRef) -> TypeRef {
    TypeRef::Map(Box::new(value))
}

pub fn nullable(value: TypeRef) -> TypeRef {
    TypeRef::Nullable(Box::new(value))
}

pub fn enumeration(open: bool, variants: &[(&str, Literal, &str)]) -> TypeKind {
    let integer = variants.iter().all(|(_, wire, _)| matches!(wire, Literal::Integer(_)));
    let variants = variants.iter().map(|(name, wire, text)| EnumVariant {
        name: VariantName::new(*name).unwrap(),
        wire: wire.clone(),
        docs: docs(text),
        deprecated: text.contains("Old"),
    });
    let repr = if integer { EnumRepr::Integer } else { EnumRepr::String };
    TypeKind::Enum(Enum { repr, variants: variants.collect(), open })
}

pub fn text(value: &str) -> Literal {
    Literal::String(value.into())
}

pub fn by_property(property: &str, variants: Vec<UnionVariant>) -> TypeKind {
    TypeKind::Union(Union { tagging: Tagging::Property(property.into()), variants, open: true })
}

pub fn by_shape(open: bool, variants: Vec<UnionVariant>) -> TypeKind {
    TypeKind::Union(Union { tagging: Tagging::Shape, variants, open })
}

pub fn tagged(name: &str, ty: TypeRef, tags: &[&str], tag_by: TagBy) -> UnionVariant {
    let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
    UnionVariant { tags, tag_by, boxed: true, ..shaped(name, ty, &[], &[]) }
}

pub fn shaped(name: &str, ty: TypeRef, types: &[JsonType], required: &[&str]) -> UnionVariant {
    UnionVariant {
        name: VariantName::new(name).unwrap(),
        docs: Docs::default(),
        boxed: types.contains(&JsonType::Object),
        ty,
        tags: Vec::new(),
        tag_by: TagBy::Payload,
        shape: Shape {
            types: types.to_vec(),
            required: required.iter().map(|key| (*key).into()).collect(),
            constants: Vec::new(),
        },
    }
}
