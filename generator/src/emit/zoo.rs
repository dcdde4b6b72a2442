//! What Airstore has not, in one API with hostile texts: for the tests of emit.

use serde_json::json;

use super::fixture::{airstore, argument, config, docs, field, operation, resource, text, type_def};
use crate::{config::Config, model::*};

const HOSTILE: &str = "\"*/ } fn evil() {} ``` <b> [x](y) \\ {{ z }} \u{202e}";

fn union() -> TypeKind {
    let variant = |name: &str, ty, boxed, tags: &[&str]| UnionVariant {
        name: VariantName::new(name).unwrap(),
        docs: docs(""),
        ty,
        boxed,
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        tag_by: if tags.is_empty() { TagBy::Payload } else { TagBy::Union },
        shape: Shape::default(),
    };
    let variants = vec![variant("Cat", TypeRef::Named(TypeId(5)), true, &["cat"])];
    TypeKind::Union(Union { tagging: Tagging::Property("kind".into()), variants, open: true })
}

fn cat() -> TypeKind {
    use Presence::{Nullable, Optional, OptionalNullable, Required};
    let all = [
        ("a", text(), Required),
        ("b", TypeRef::Scalar(Scalar::U64), Required),
        ("c", TypeRef::Scalar(Scalar::F64), Required),
        ("d", TypeRef::Scalar(Scalar::Boolean), Nullable),
        ("e", TypeRef::List(Box::new(text())), Required),
        ("f", TypeRef::Json, Optional),
        ("g", TypeRef::Scalar(Scalar::Date), OptionalNullable),
        ("h", TypeRef::Scalar(Scalar::Base64), Optional),
        ("i", TypeRef::Map(Box::new(TypeRef::Scalar(Scalar::Uuid))), Optional),
    ];
    let fields = all.into_iter().map(|(name, ty, presence)| field(name, ty, presence, "")).collect();
    let additional = Some(Additional { name: FieldName::new("rest").unwrap(), value: text(), patterns: Vec::new() });
    TypeKind::Struct(Struct { fields, additional })
}

fn everything() -> Operation {
    let mut all = operation("everything", "Everything", HttpMethod::Put, Output::Nothing);
    let color = TypeRef::Named(TypeId(2));
    all.docs = docs("Does everything.");
    all.path_arguments = vec![argument("color", color.clone(), Location::Path, "")];
    let required = ["r1", "r2", "r3"].map(|name| argument(name, text(), Location::Query, ""));
    let mut tags = argument("tags", TypeRef::List(Box::new(color.clone())), Location::Query, "");
    tags.style = ParameterStyle::FormComma;
    let mut arguments = required.to_vec();
    arguments.push(tags);
    all.required = RequiredArguments::Struct { name: TypeName::new("EverythingRequired").unwrap(), arguments };
    let mut nullable = argument("maybe", color.clone(), Location::Query, "May be nothing.");
    nullable.nullable = true;
    let mut hostile = argument("hostile", text(), Location::Header, "");
    hostile.wire = "x-hostile".into();
    hostile.default = Some(Literal::String(HOSTILE.to_owned()));
    hostile.constraints.pattern = Some(HOSTILE.to_owned());
    all.optional = vec![
        nullable,
        hostile,
        argument("shade", color.clone(), Location::Query, ""),
        argument("ids", TypeRef::List(Box::new(TypeRef::Scalar(Scalar::Uuid))), Location::Query, ""),
        argument("since", TypeRef::Scalar(Scalar::Timestamp), Location::Query, ""),
        argument("sid", text(), Location::Cookie, ""),
    ];
    let kind = BodyKind::Json { media_type: "application/json".to_owned(), ty: TypeRef::Named(TypeId(4)) };
    all.body = Some(Body { kind, others: Vec::new(), required: false, docs: Docs::default() });
    all.idempotency_header = Some("idempotency-key".into());
    all.security = Some(vec![vec![SchemeId(1)], vec![]]);
    all.answer.enveloped = false;
    all.answer.accept = vec![];
    all.example = vec![("since".into(), json!("2026-01-01T00:00:00Z")), ("r1".into(), json!(HOSTILE))];
    all
}

fn by_status() -> Operation {
    let variant = |name: &str, code, content| OutputVariant {
        name: VariantName::new(name).unwrap(),
        statuses: Statuses::Code(code),
        content,
        docs: docs(""),
    };
    let variants =
        vec![variant("Ok", 200, Content::Json(TypeRef::Named(TypeId(5)))), variant("Accepted", 202, Content::Nothing)];
    let output = Output::ByStatus { name: TypeName::new("MakeOutput").unwrap(), variants };
    let mut make = operation("make", "Make", HttpMethod::Post, output);
    make.answer.enveloped = false;
    make.deprecated = true;
    make.docs = docs("Makes.");
    let kind = BodyKind::Json { media_type: "application/json".to_owned(), ty: TypeRef::Named(TypeId(5)) };
    make.body = Some(Body { kind, others: Vec::new(), required: true, docs: Docs::default() });
    make
}

fn others() -> Vec<Operation> {
    let mut raw = operation("upload", "Upload", HttpMethod::Post, Output::Nothing);
    raw.form = Form::Raw("its body is `multipart/form-data` [not yet](x)".to_owned());
    raw.answer.accept = vec!["text/plain".to_owned()];
    let plain = |name: &str, call: &str, output| {
        let mut plain = operation(name, call, HttpMethod::Get, output);
        plain.answer.enveloped = false;
        plain
    };
    let mut scalar = plain("scalar", "Scalar", Output::Optional(TypeRef::Scalar(Scalar::I64)));
    let kind = BodyKind::Json { media_type: "application/json".to_owned(), ty: TypeRef::Named(TypeId(2)) };
    scalar.body = Some(Body { kind, others: Vec::new(), required: false, docs: Docs::default() });
    let mut patch = plain("patch", "Patch", Output::Nothing);
    let kind = BodyKind::Json { media_type: "application/merge-patch+json".to_owned(), ty: TypeRef::Named(TypeId(1)) };
    patch.body = Some(Body { kind, others: Vec::new(), required: false, docs: Docs::default() });
    let mut nullable = plain("nullable", "Nullable", Output::Nothing);
    let ty = TypeRef::Nullable(Box::new(TypeRef::Named(TypeId(2))));
    let kind = BodyKind::Json { media_type: "application/json".to_owned(), ty };
    nullable.body = Some(Body { kind, others: Vec::new(), required: true, docs: Docs::default() });
    let map = Output::Json(TypeRef::Map(Box::new(TypeRef::Named(TypeId(0)))));
    vec![
        raw,
        scalar,
        patch,
        nullable,
        plain("text", "Text", Output::Text),
        plain("bytes", "Bytes", Output::Bytes),
        plain("map", "Map", map),
    ]
}

/// The API and its configuration.
pub(super) fn zoo() -> (Api, Config) {
    let mut api = airstore();
    api.title = HOSTILE.to_owned();
    api.base_url_env = None;
    api.servers[0].url = "https://{region}.example.com".to_owned();
    api.servers[0].variables = vec![ServerVariable {
        setter: MethodName::new("region").unwrap(),
        wire: "region".into(),
        default: "eu".to_owned(),
        allowed: vec!["eu".to_owned(), HOSTILE.to_owned()],
        docs: docs(""),
    }];
    let mut login = api.auth.schemes[0].clone();
    login.setter = MethodName::new("login").unwrap();
    login.credential = Credential::Basic;
    login.env = None;
    api.auth.schemes.push(login);
    api.auth.constructor = None;
    api.errors.message.clear();
    let both = Usage { request: true, response: true };
    api.types.push(type_def("Animal", "animal", "", both, union()));
    api.types.push(type_def("Cat", "cat", "", both, cat()));
    let start = api.operations.len();
    api.operations.extend([everything(), by_status()]);
    api.operations.extend(others());
    for operation in &mut api.operations[start..] {
        operation.resource = ResourceId(1);
        operation.label = format!("zoo.{}", operation.name);
    }
    let ids = (start..api.operations.len()).map(OperationId).collect();
    let mut zoo = resource("Core", "zoo", ids, "");
    zoo.parent = Some(ResourceId(0));
    api.resources.push(zoo);
    let config = Config {
        package: "zoo".to_owned(),
        spec_name: "a\nb.yaml".to_owned(),
        repository: Some(HOSTILE.to_owned()),
        license: None,
        ..config()
    };
    (api, config)
}

/// An API that says nothing.
pub(super) fn nothing() -> (Api, Config) {
    let api = Api {
        title: String::new(),
        docs: Docs::default(),
        servers: vec![],
        base_url_env: None,
        auth: Auth::default(),
        envelope: None,
        errors: ErrorShape::default(),
        types: vec![],
        operations: vec![],
        resources: vec![],
        ..airstore()
    };
    (api, Config { package: "nothing".to_owned(), ..config() })
}
