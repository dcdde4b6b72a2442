//! The wire tables: rows that state, once for each field or variant, what it is on the wire.

use proc_macro2::{Ident, Literal as Token, TokenStream};
use quote::{ToTokens, quote};

use super::{
    print::Table,
    tokens::{Rust, ident, integer, number},
};
use crate::model::{
    Enum, EnumRepr, Field, JsonType, Literal, Presence, Struct, TagBy, Tagging, TypeDef, TypeKind, TypeRef, Union,
    UnionVariant, Usage,
};

/// `object! { Pet: Serialize { … } }`.
pub(super) fn object(rust: &Rust<'_>, def: &TypeDef, object: &Struct) -> Table {
    let (name, directions) = (&def.name, directions(def.usage));
    let debug = object.fields.iter().any(|field| field.secret).then(|| quote! { + Debug });
    let mut rows: Vec<_> = object.fields.iter().map(|field| field_row(field, codec(rust, &field.ty))).collect();
    rows.extend(object.additional.as_ref().map(|additional| {
        let (name, codec) = (&additional.name, as_codec(codec(rust, &additional.value)));
        vec![quote! { ..#name #codec }]
    }));
    table("object", quote! { #name: #directions #debug }, rows)
}

/// `open_enum! { Color { … } }` and its three relatives.
pub(super) fn enumeration(table_name: &'static str, def: &TypeDef, list: &Enum) -> Table {
    let mixed = list.repr == EnumRepr::Mixed;
    let rows = list.variants.iter().map(|variant| {
        let wire = match &variant.wire {
            Literal::Integer(value) if mixed && i32::try_from(*value).is_err() => {
                Token::i64_suffixed(*value).to_token_stream()
            }
            Literal::Integer(value) => integer(*value),
            Literal::Number(value) => number(*value),
            Literal::Boolean(value) => value.to_token_stream(),
            Literal::String(text) => Token::string(text).to_token_stream(),
            _ => TokenStream::new(),
        };
        vec![variant.name.to_token_stream(), wire]
    });
    let rows = rows.chain((mixed && list.open).then(|| vec![quote! { ..Unknown }]));
    table(table_name, def.name.to_token_stream(), rows.collect())
}

/// `union! { Pet: Deserialize by "kind" { … } }`.
pub(super) fn union(rust: &Rust<'_>, def: &TypeDef, union: &Union) -> Table {
    let (name, directions) = (&def.name, directions(def.usage));
    let by = match &union.tagging {
        Tagging::Property(property) => property.to_token_stream(),
        Tagging::Shape => quote! { shape },
    };
    let row = |variant| match &union.tagging {
        Tagging::Property(_) => tag_row(rust, variant),
        Tagging::Shape => shape_row(rust, variant),
    };
    let mut rows: Vec<_> = union.variants.iter().map(row).collect();
    rows.extend(union.open.then(|| vec![quote! { ..Unknown }]));
    table("union", quote! { #name: #directions by #by }, rows)
}

fn table(name: &'static str, head: TokenStream, rows: Vec<Vec<TokenStream>>) -> Table {
    Table { attributes: TokenStream::new(), name, head, rows }
}

/// The impls that are always made. A type that no operation uses gets both.
fn directions(usage: Usage) -> TokenStream {
    match (usage.request, usage.response) {
        (true, false) => quote! { Serialize },
        (false, true) => quote! { Deserialize },
        (true, true) | (false, false) => quote! { Serialize + Deserialize },
    }
}

fn field_row(field: &Field, codec: Option<TokenStream>) -> Vec<TokenStream> {
    let presence = match field.presence {
        Presence::Required => "required",
        Presence::Optional => "optional",
        Presence::Nullable => "nullable",
        Presence::OptionalNullable => "maybe",
    };
    let (key, codec) = (&field.wire, as_codec(codec));
    let secret = field.secret.then(|| quote! { , secret });
    vec![field.name.to_token_stream(), ident(presence).to_token_stream(), quote! { #key #codec #secret }]
}

fn tag_row(rust: &Rust<'_>, variant: &UnionVariant) -> Vec<TokenStream> {
    let texts = &variant.tags;
    let own_table = match rust.resolved(&variant.ty) {
        TypeRef::Named(id) => matches!(rust.api.ty(*id).kind, TypeKind::Struct(_)),
        TypeRef::Map(_) => codec(rust, &variant.ty).is_none(),
        _ => false,
    };
    let tagged = match (variant.tag_by, own_table) {
        (TagBy::Payload, _) => None,
        (TagBy::Either, _) => Some(quote! { , completed }),
        (TagBy::Union, true) => Some(quote! { , tagged }),
        (TagBy::Union, false) => Some(quote! { , retagged }),
    };
    vec![variant.name.to_token_stream(), quote! { #(#texts)|* #tagged }]
}

fn shape_row(rust: &Rust<'_>, variant: &UnionVariant) -> Vec<TokenStream> {
    let kinds = variant.shape.types.iter().map(|ty| kind(*ty));
    let kinds = if variant.shape.types.is_empty() { vec![ident("any")] } else { kinds.collect() };
    let required = variant.shape.required.iter().map(|key| quote! { #key });
    let constants = variant.shape.constants.iter().map(|(key, texts)| quote! { #key = #(#texts)|* });
    let keys: Vec<_> = required.chain(constants).collect();
    let codec = as_codec(codec(rust, &variant.ty));
    vec![variant.name.to_token_stream(), quote! { #(#kinds)|* #(#keys),* #codec }]
}

fn kind(ty: JsonType) -> Ident {
    ident(match ty {
        JsonType::Null => "null",
        JsonType::Boolean => "boolean",
        JsonType::Integer => "integer",
        JsonType::Number => "number",
        JsonType::String => "string",
        JsonType::Array => "array",
        JsonType::Object => "object",
    })
}

fn as_codec(codec: Option<TokenStream>) -> Option<TokenStream> {
    codec.map(|codec| quote! { as #codec })
}

/// The codec of a type, when serde's own impls do not say how it is written.
fn codec(rust: &Rust<'_>, ty: &TypeRef) -> Option<TokenStream> {
    match rust.resolved(ty) {
        TypeRef::Scalar(scalar) => scalar.row().codec.map(|name| ident(name).to_token_stream()),
        TypeRef::List(item) => codec(rust, item).map(|inner| quote! { list(#inner) }),
        TypeRef::Map(value) => codec(rust, value).map(|inner| quote! { map(#inner) }),
        TypeRef::Tuple(places) => {
            let codecs: Vec<_> = places.iter().map(|place| codec(rust, place)).collect();
            let coded = codecs.iter().any(Option::is_some);
            let codecs = codecs.into_iter().map(|codec| codec.unwrap_or_else(|| quote! { plain }));
            coded.then(|| quote! { tuple(#(#codecs),*) })
        }
        TypeRef::Nullable(value) => codec(rust, value).map(|inner| quote! { null(#inner) }),
        TypeRef::Named(_) | TypeRef::External(_) | TypeRef::Json => None,
    }
}
