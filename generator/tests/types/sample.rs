//! An API whose types show every form.

use generator::model::{
    Additional, Api, Auth, Constraints, ErrorShape, Field, FieldName, JsonType, Literal, Presence, RustPath, Scalar,
    Struct, TagBy, Traits, TypeDef, TypeId, TypeKind, TypeName, TypeRef, VariantName,
};

use super::build::*;

/// The types, sorted by name as resolve sorts them; a reference names its target.
pub fn api() -> Api {
    let mut types = Vec::new();
    types.extend(airstore());
    types.extend(animals());
    types.extend(forms());
    types.sort_by(|a, b| a.name.cmp(&b.name));
    Api {
        nesting: 2,
        client: TypeName::new("Sample").unwrap(),
        title: "Sample API".into(),
        docs: docs("An API."),
        servers: Vec::new(),
        base_url_env: None,
        auth: Auth::default(),
        envelope: None,
        errors: ErrorShape::default(),
        types,
        operations: Vec::new(),
        resources: Vec::new(),
        webhooks: Vec::new(),
        fallbacks: Vec::new(),
        skipped: Vec::new(),
        knobs: Vec::new(),
        ignored: 0,
    }
}

const NAMES: [&str; 20] = [
    "Bit",
    "Cat",
    "Closed",
    "Connection",
    "ConnectionCreateParams",
    "Dog",
    "Empty",
    "Formats",
    "IntegrationType",
    "Invoice",
    "Level",
    "Login",
    "Moments",
    "Node",
    "Pet",
    "Settings",
    "Size",
    "Tree",
    "Update",
    "Zoo",
];

fn named(name: &str) -> TypeRef {
    TypeRef::Named(id(name))
}

fn id(name: &str) -> TypeId {
    TypeId(NAMES.iter().position(|other| *other == name).unwrap())
}

fn airstore() -> Vec<TypeDef> {
    let connection = vec![
        required("external_id", string(), "Unique identifier."),
        required("workspace_id", scalar(Scalar::LenientString), "The workspace it belongs to."),
        required("integration_type", named("IntegrationType"), "The provider."),
        optional("scope", string(), ""),
        optional("expires_at", scalar(Scalar::Timestamp), "When the credentials expire."),
        required("created_at", scalar(Scalar::Timestamp), "When it was created."),
    ];
    let params = vec![
        required("integration_type", named("IntegrationType"), "The provider to connect."),
        secret(optional("access_token", string(), "OAuth access token.")),
        secret(optional("extra", map(string()), "Provider-specific fields.\n\nAs the provider's documentation says.")),
    ];
    let kinds =
        [("Gmail", text("gmail"), "Google Mail."), ("Github", text("github"), ""), ("Notion", text("notion"), "Old.")];
    let eq = Traits { eq: true, hash: true, ..Traits::default() };
    vec![
        def(
            "Connection",
            "connection",
            "Links an external service (Gmail, GitHub, Google Drive, …) to a workspace, so that its data shows up in the filesystem.",
            RECEIVED,
            object(connection),
        ),
        def(
            "ConnectionCreateParams",
            "connection_create_params",
            "Parameters for creating a connection.\n\nGive either OAuth credentials or an API key.",
            SENT,
            object(params),
        ),
        TypeDef {
            traits: eq,
            ..def("IntegrationType", "integration_type", "A provider.", BOTH, enumeration(true, &kinds))
        },
    ]
}

fn animals() -> Vec<TypeDef> {
    let pet = by_property(
        "kind",
        vec![
            tagged("Cat", named("Cat"), &["cat", "kitten"], TagBy::Payload),
            tagged("Dog", named("Dog"), &["dog"], TagBy::Union),
            tagged("Herd", map(named("Cat")), &["herd"], TagBy::Union),
            tagged("Both", named("Closed"), &["both"], TagBy::Union),
        ],
    );
    let closed = by_shape(
        false,
        vec![
            shaped("Moment", scalar(Scalar::Timestamp), &[JsonType::String], &[]),
            shaped("Text", string(), &[JsonType::String], &[]),
            shaped("Dog", named("Dog"), &[JsonType::Object], &["name"]),
            shaped("Moments", named("Moments"), &[JsonType::Array], &[]),
            shaped("More", list(scalar(Scalar::Timestamp)), &[JsonType::Array], &[]),
            shaped("Anything", TypeRef::Json, &[], &[]),
        ],
    );
    let dog = Struct {
        fields: vec![required("name", string(), "")],
        additional: Some(Additional {
            name: FieldName::new("extra").unwrap(),
            value: TypeRef::Json,
            patterns: Vec::new(),
        }),
    };
    vec![
        def(
            "Cat",
            "cat",
            "",
            BOTH,
            object(vec![required("kind", string(), ""), optional("lives", scalar(Scalar::I64), "")]),
        ),
        def("Closed", "closed", "Text, a dog, or moments.", BOTH, closed),
        def("Dog", "dog", "", BOTH, TypeKind::Struct(dog)),
        def("Moments", "moments", "Some moments.", BOTH, TypeKind::Alias(list(nullable(scalar(Scalar::Timestamp))))),
        def("Pet", "pet", "A pet.", BOTH, pet),
        def("Zoo", "zoo", "", RECEIVED, object(vec![required("pets", list(named("Pet")), "All of them.")])),
    ]
}

fn forms() -> Vec<TypeDef> {
    let plain = Traits { eq: true, hash: true, copy: true, default: false };
    let levels = [("Low", Literal::Integer(-1), ""), ("High", Literal::Integer(20), "The highest.")];
    let bits = [("Zero", Literal::Integer(0), ""), ("One", Literal::Integer(1), "")];
    let sizes = [("Small", text("s"), "Small."), ("Large", text("\"l\"\n"), "")];
    let tree = Struct {
        fields: vec![
            Field { boxed: true, ..optional("left", named("Tree"), "The left branch.") },
            Field { boxed: true, ..field("right", named("Tree"), Presence::Nullable, "") },
            Field { boxed: true, ..field("parent", named("Tree"), Presence::OptionalNullable, "") },
        ],
        additional: Some(Additional {
            name: FieldName::new("stamps").unwrap(),
            value: scalar(Scalar::Timestamp),
            patterns: Vec::new(),
        }),
    };
    let default = Traits { default: true, ..Traits::default() };
    vec![
        TypeDef { traits: plain, ..def("Bit", "bit", "", BOTH, enumeration(false, &bits)) },
        TypeDef { traits: default, ..def("Empty", "empty", "", SENT, object(Vec::new())) },
        def("Formats", "formats", "Each row of the format table.", BOTH, object(formats())),
        def("Invoice", "invoice", "Holds a type of one's own.", BOTH, TypeKind::Struct(invoice())),
        TypeDef { traits: plain, ..def("Level", "level", "A level.", BOTH, enumeration(true, &levels)) },
        TypeDef {
            derives: vec![RustPath::of_derive("PartialOrd").unwrap()],
            ..def("Login", "login", "Credentials.", SENT, object(login()))
        },
        TypeDef { deprecated: true, ..def("Node", "node", "Hostile: */ \u{202e} \" \\ `x`.", BOTH, object(node())) },
        TypeDef { traits: default, ..def("Settings", "settings", "Settings.", BOTH, object(settings())) },
        TypeDef { traits: plain, ..def("Size", "size", "A size.", BOTH, enumeration(false, &sizes)) },
        def("Tree", "tree", "A tree.", BOTH, TypeKind::Struct(tree)),
        TypeDef { traits: default, ..def("Update", "update", "Changes some of it.", SENT, object(update())) },
    ]
}

fn formats() -> Vec<Field> {
    let rows = [
        ("since", Scalar::UnixTime),
        ("every", Scalar::Duration),
        ("on", Scalar::Date),
        ("id", Scalar::Uuid),
        ("address", Scalar::Ip),
        ("big", Scalar::I64Text),
        ("whole", Scalar::LenientInteger),
        ("token", Scalar::Base64Url),
    ];
    let one = rows.iter().map(|(name, row)| optional(name, scalar(*row), ""));
    let many = rows.iter().map(|(name, row)| optional(&format!("all-{name}"), list(scalar(*row)), ""));
    one.chain(many).collect()
}

fn invoice() -> Struct {
    let money = || TypeRef::External(RustPath::of_type("crate::ext::Money").unwrap());
    Struct {
        fields: vec![
            required("total", money(), "What is to be paid."),
            optional("tax", money(), ""),
            field("discount", money(), Presence::Nullable, ""),
            field("tip", money(), Presence::OptionalNullable, ""),
            required("items", list(nullable(money())), ""),
        ],
        additional: Some(Additional { name: FieldName::new("more").unwrap(), value: money(), patterns: Vec::new() }),
    }
}

fn login() -> Vec<Field> {
    vec![
        required("user", string(), "Who."),
        secret(required("password", string(), "The password.")),
        required("tenant", string(), "Where."),
        field("otp", string(), Presence::Nullable, "One-time password."),
        required("scopes", list(string()), "What for."),
    ]
}

fn node() -> Vec<Field> {
    let constraints =
        Constraints { max_length: Some(100), pattern: Some("^`[a-z]+$".into()), ..Constraints::default() };
    vec![
        Field { constraints, ..required("name", string(), "The name.") },
        Field { deprecated: true, ..optional("old-name", string(), "Formerly.") },
        required("data", scalar(Scalar::Base64), ""),
        optional("children", list(named("Node")), "Below it."),
    ]
}

fn settings() -> Vec<Field> {
    let between = Constraints { minimum: Some("0".into()), maximum: Some("1".into()), ..Constraints::default() };
    let many = Constraints { min_items: Some(1), unique_items: true, ..Constraints::default() };
    let count = Constraints { minimum: Some("0".into()), exclusive_minimum: true, ..Constraints::default() };
    let large = Literal::Variant(id("Size"), VariantName::new("Large").unwrap());
    vec![
        with_default(required("name", string(), "The name."), text("a \"b\"")),
        with_default(
            Field { constraints: between, ..required("ratio", scalar(Scalar::F64), "") },
            Literal::Number(314.0 / 100.0),
        ),
        with_default(required("size", named("Size"), ""), large),
        with_default(
            Field { constraints: many, ..required("tags", list(string()), "Tags.") },
            Literal::List(Vec::new()),
        ),
        with_default(required("labels", map(string()), ""), Literal::Map(Vec::new())),
        with_default(Field { constraints: count, ..optional("count", scalar(Scalar::I32), "") }, Literal::Integer(-5)),
        with_default(field("note", string(), Presence::Nullable, ""), text("n")),
        with_default(required("active", scalar(Scalar::Boolean), ""), Literal::Boolean(true)),
    ]
}

fn update() -> Vec<Field> {
    vec![
        field("title", string(), Presence::OptionalNullable, "The title; `null` clears it."),
        field("due", scalar(Scalar::Timestamp), Presence::OptionalNullable, ""),
        field("owner", named("IntegrationType"), Presence::OptionalNullable, ""),
        optional("any", TypeRef::Json, ""),
        optional("default", scalar(Scalar::Boolean), "Whether it is the default."),
    ]
}
