//! The Airstore API as resolve makes it, and a small zoo of everything else, for the tests of emit.

use serde_json::{Value, json};

use crate::{config::Config, model::*};

pub(super) fn config() -> Config {
    Config { license: Some("MIT OR Apache-2.0".to_owned()), tests: true, ..Config::new("airstore-sdk") }
}

pub(super) fn docs(summary: &str) -> Docs {
    Docs { summary: summary.to_owned(), details: String::new() }
}

fn method(name: &str) -> MethodName {
    MethodName::new(name).unwrap()
}

fn type_name(name: &str) -> TypeName {
    TypeName::new(name).unwrap()
}

pub(super) fn text() -> TypeRef {
    TypeRef::Scalar(Scalar::String)
}

pub(super) fn field(name: &str, ty: TypeRef, presence: Presence, about: &str) -> Field {
    Field {
        name: FieldName::new(name).unwrap(),
        wire: name.into(),
        docs: docs(about),
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

pub(super) fn type_def(name: &str, module: &str, about: &str, usage: Usage, kind: TypeKind) -> TypeDef {
    TypeDef {
        name: type_name(name),
        module: ModuleName::new(module).unwrap(),
        docs: docs(about),
        deprecated: false,
        usage,
        traits: Traits::default(),
        derives: Vec::new(),
        kind,
        twin: false,
        source: Source::default(),
    }
}

pub(super) fn argument(name: &str, ty: TypeRef, location: Location, about: &str) -> Argument {
    let style = match location {
        Location::Query => ParameterStyle::FormExplode,
        Location::Cookie => ParameterStyle::FormComma,
        Location::Path | Location::Header => ParameterStyle::Simple,
    };
    Argument {
        name: method(name),
        wire: name.into(),
        location,
        style,
        ty,
        fields: false,
        nullable: false,
        secret: false,
        docs: docs(about),
        deprecated: false,
        default: None,
        constraints: Constraints::default(),
        source: Source::default(),
    }
}

const REQUEST: Usage = Usage { request: true, response: false };
const RESPONSE: Usage = Usage { request: false, response: true };

fn secret(mut field: Field) -> Field {
    field.secret = true;
    field
}

fn integration_type() -> TypeDef {
    let variants = ["Gmail", "Gdrive", "Github", "Posthog"].map(|name| EnumVariant {
        name: VariantName::new(name).unwrap(),
        wire: Literal::String(name.to_lowercase()),
        docs: docs(&format!("{name}.")),
        deprecated: false,
    });
    let list = Enum { repr: EnumRepr::String, variants: variants.into(), open: true };
    let both = Usage { request: true, response: true };
    let mut def = type_def("IntegrationType", "integration_type", "A provider.", both, TypeKind::Enum(list));
    def.traits = Traits { eq: true, hash: true, copy: false, default: false };
    def
}

fn connection() -> TypeDef {
    use Presence::{Optional, Required};
    let timestamp = TypeRef::Scalar(Scalar::Timestamp);
    let lenient = TypeRef::Scalar(Scalar::LenientString);
    let fields = vec![
        field("external_id", text(), Required, "Unique identifier of the connection."),
        field("workspace_id", lenient, Required, "The workspace it belongs to."),
        field("integration_type", TypeRef::Named(TypeId(2)), Required, "The provider."),
        field("scope", text(), Optional, "OAuth scope granted."),
        field("expires_at", timestamp.clone(), Optional, "When the credentials expire."),
        field("created_at", timestamp.clone(), Required, "When it was created."),
        field("updated_at", timestamp, Required, "When it was last changed."),
    ];
    let object = Struct { fields, additional: None };
    type_def("Connection", "connection", "A link to an external service.", RESPONSE, TypeKind::Struct(object))
}

fn create_params() -> TypeDef {
    use Presence::{Optional, Required};
    let extra = TypeRef::Map(Box::new(text()));
    let fields = vec![
        field("integration_type", TypeRef::Named(TypeId(2)), Required, "The provider to connect."),
        secret(field("access_token", text(), Optional, "OAuth access token.")),
        secret(field("refresh_token", text(), Optional, "OAuth refresh token.")),
        secret(field("api_key", text(), Optional, "API key.")),
        field("scope", text(), Optional, "OAuth scope string."),
        secret(field("extra", extra, Optional, "Provider-specific fields.")),
    ];
    let object = Struct { fields, additional: None };
    let about = "Parameters for creating a connection.";
    type_def("ConnectionCreateParams", "connection_create_params", about, REQUEST, TypeKind::Struct(object))
}

fn error_response() -> TypeDef {
    let fields = vec![field("error", text(), Presence::Required, "What is wrong.")];
    let object = Struct { fields, additional: None };
    type_def("ErrorResponse", "error_response", "An error.", RESPONSE, TypeKind::Struct(object))
}

pub(super) fn operation(name: &str, call: &str, method_: HttpMethod, output: Output) -> Operation {
    Operation {
        name: method(name),
        call: type_name(call),
        label: format!("connections.{name}"),
        resource: ResourceId(0),
        method: method_,
        path: vec![
            PathSegment::Literal("/workspaces/".to_owned()),
            PathSegment::Argument(0),
            PathSegment::Literal("/connections".to_owned()),
        ],
        fixed_query: Vec::new(),
        aliases: Vec::new(),
        docs: Docs::default(),
        deprecated: false,
        path_arguments: vec![argument("workspace_id", text(), Location::Path, "External id of the workspace.")],
        required: RequiredArguments::Positional(Vec::new()),
        optional: Vec::new(),
        body: None,
        answer: Answer {
            output,
            enveloped: true,
            item: None,
            accept: vec!["application/json".to_owned()],
            docs: Docs::default(),
        },
        errors: Vec::new(),
        security: None,
        idempotent: None,
        idempotency_header: None,
        retry_conflict: false,
        server: None,
        form: Form::Typed,
        example: Vec::new(),
        answer_example: None,
        source: Source::default(),
    }
}

fn error(code: u16, about: &str) -> ErrorAnswer {
    ErrorAnswer { statuses: Statuses::Code(code), ty: Some(TypeRef::Named(TypeId(3))), docs: docs(about) }
}

fn connection_example() -> Value {
    json!({
        "external_id": "conn_1", "workspace_id": 7, "integration_type": "gmail", "scope": "read",
        "created_at": "2026-01-31T12:00:00Z", "updated_at": "2026-01-31T12:00:00Z",
    })
}

fn create() -> Operation {
    let mut create = operation("create", "Create", HttpMethod::Post, Output::Json(TypeRef::Named(TypeId(0))));
    create.docs = docs("Creates a connection from existing credentials.");
    create.docs.details = "Give either OAuth credentials or an API key, as the provider asks.".to_owned();
    let kind = BodyKind::Json { media_type: "application/json".to_owned(), ty: TypeRef::Named(TypeId(1)) };
    create.body = Some(Body { kind, others: Vec::new(), required: true, docs: Docs::default() });
    create.errors = vec![
        error(400, "The body is malformed."),
        error(403, "A shared connection is created without admin rights."),
        error(404, "The workspace is unknown."),
        error(429, "Too many calls."),
        error(500, ""),
    ];
    let body = json!({
        "integration_type": "gmail", "access_token": "ya29.a", "extra": {"a": "b"}, "unknown": 1,
    });
    create.example = vec![("workspace_id".into(), json!("ws_1")), ("body".into(), body)];
    create.answer_example = Some(json!({"success": true, "data": connection_example()}));
    create
}

fn list() -> Operation {
    let mut list = operation("list", "List", HttpMethod::Get, Output::List(TypeRef::Named(TypeId(0))));
    list.docs = docs("Lists the connections of a workspace.");
    list.example = vec![("workspace_id".into(), json!("ws 1/2"))];
    list.answer_example = Some(json!({"success": true, "data": [connection_example()]}));
    list.errors = vec![error(401, "The token is missing or invalid.")];
    list
}

fn del() -> Operation {
    let mut del = operation("del", "Del", HttpMethod::Delete, Output::Nothing);
    del.docs = docs("Deletes a connection.");
    del.path.push(PathSegment::Literal("/".to_owned()));
    del.path.push(PathSegment::Argument(1));
    del.path_arguments.push(argument("connection_id", text(), Location::Path, ""));
    del.errors = vec![error(404, "The workspace or the connection is unknown.")];
    del
}

pub(super) fn resource(name: &str, module: &str, operations: Vec<OperationId>, about: &str) -> Resource {
    Resource {
        name: type_name(name),
        module: ModuleName::new(module).unwrap(),
        accessor: method(module),
        label: module.to_owned(),
        parent: None,
        operations,
        docs: docs(about),
        source: Source::default(),
    }
}

/// The Airstore API.
pub(super) fn airstore() -> Api {
    let scheme = Scheme {
        setter: method("api_key"),
        docs: docs("An organisation token or a workspace token."),
        credential: Credential::Bearer,
        env: Some(EnvVar("AIRSTORE_API_KEY".to_owned())),
        source: Source::default(),
    };
    let server = Server { url: "https://api.airstore.ai/api/v1".to_owned(), docs: Docs::default(), variables: vec![] };
    let about = "Links external services to a workspace.";
    Api {
        client: type_name("Airstore"),
        title: "Airstore connections API".to_owned(),
        docs: docs("A virtual filesystem for agents."),
        servers: vec![server],
        base_url_env: Some(EnvVar("AIRSTORE_BASE_URL".to_owned())),
        auth: Auth { schemes: vec![scheme], default: vec![vec![SchemeId(0)]], constructor: Some(SchemeId(0)) },
        envelope: Some(Envelope { data: "data".into(), success: Some("success".into()) }),
        errors: ErrorShape {
            message: vec!["/error".to_owned(), "/message".to_owned()],
            code: vec!["/code".to_owned()],
            request_id: Some("x-request-id".into()),
        },
        types: vec![connection(), create_params(), integration_type(), error_response()],
        nesting: 2,
        operations: vec![create(), list(), del()],
        resources: vec![resource("Connections", "connections", [0, 1, 2].map(OperationId).into(), about)],
        webhooks: vec![],
        fallbacks: vec![],
        skipped: vec![],
        knobs: vec![],
        ignored: 0,
    }
}

/// Every fixture, with the folder name that a look at it may use.
pub(super) fn all() -> Vec<(&'static str, Api, Config)> {
    let (zoo, zoo_config) = super::zoo::zoo();
    let (nothing, nothing_config) = super::zoo::nothing();
    vec![
        ("airstore-emitted", airstore(), config()),
        ("zoo-emitted", zoo, zoo_config),
        ("nothing-emitted", nothing, nothing_config),
    ]
}
