//! The objects of OpenAPI 3.0.3 and the form of their fields, as one table. Every walk of the dialect follows it, so
//! that a property called `default`, an example or an extension is never mistaken for a keyword.

use Form::{
    Any, Choice, Count, Flag, List, Map, Number, One, Requirements, SchemaOrFlag, Text, TextMap, Texts, Values,
};
use Loss::{Field as F, Owner as O};

/// An object of OpenAPI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[rustfmt::skip]
pub(super) enum Kind {
    Document, Info, Contact, License, Server, ServerVariable, Paths, PathItem, Operation, Parameter, RequestBody,
    MediaType, Encoding, Responses, Response, Header, Example, Link, Callback, Schema, Discriminator, ExternalDocs,
    Tag, Components, SecurityScheme, Flows, ImplicitFlow, TokenFlow, CodeFlow,
}

/// The form of a field's value.
#[derive(Clone, Copy, Debug)]
pub(super) enum Form {
    Text,
    Choice(&'static [&'static str]),
    Flag,
    /// A whole number from 0.
    Count,
    Number,
    Any,
    Texts,
    /// A list of anything.
    Values,
    TextMap,
    /// A list of security requirements.
    Requirements,
    SchemaOrFlag,
    One(Kind),
    List(Kind),
    Map(Kind),
}

/// What is lost when a field cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Loss {
    /// The field, or one entry of it.
    Field,
    /// The object that has it: without the field it would mean something else.
    Owner,
}

/// What stands for a required field that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// It is not required.
    Fine,
    /// An empty text.
    EmptyText,
    /// An empty object.
    EmptyObject,
    /// Nothing can: the object cannot be read.
    Breaks,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) form: Form,
    pub(super) loss: Loss,
    pub(super) missing: Missing,
}

const fn f(name: &'static str, form: Form, loss: Loss) -> Field {
    Field { name, form, loss, missing: Missing::Fine }
}

const fn req(name: &'static str, form: Form, missing: Missing) -> Field {
    Field { name, form, loss: O, missing }
}

const DESCRIPTION: Field = f("description", Text, F);
const EXAMPLE: Field = f("example", Any, F);
const EXAMPLES: Field = f("examples", Map(Kind::Example), F);
const DOCS: Field = f("externalDocs", One(Kind::ExternalDocs), F);
const SERVERS: Field = f("servers", List(Kind::Server), F);
const SCHEMA: Field = f("schema", One(Kind::Schema), O);
const SCOPES: Field = req("scopes", TextMap, Missing::EmptyObject);
const QUERY_STYLES: &[&str] = &["form", "spaceDelimited", "pipeDelimited", "deepObject"];

impl Kind {
    /// What it is called in a sentence.
    pub(super) const fn noun(self) -> &'static str {
        match self {
            Self::Document => "the document",
            Self::Info => "the info object",
            Self::Contact => "a contact object",
            Self::License => "a license object",
            Self::Server => "a server object",
            Self::ServerVariable => "a server variable",
            Self::Paths => "the paths object",
            Self::PathItem => "a path item",
            Self::Operation => "an operation",
            Self::Parameter => "a parameter",
            Self::RequestBody => "a request body",
            Self::MediaType => "a media type object",
            Self::Encoding => "an encoding object",
            Self::Responses => "a responses object",
            Self::Response => "a response",
            Self::Header => "a header object",
            Self::Example => "an example object",
            Self::Link => "a link object",
            Self::Callback => "a callback object",
            Self::Schema => "a schema",
            Self::Discriminator => "a discriminator",
            Self::ExternalDocs => "an external documentation object",
            Self::Tag => "a tag object",
            Self::Components => "the components object",
            Self::SecurityScheme => "a security scheme",
            Self::Flows | Self::ImplicitFlow | Self::TokenFlow | Self::CodeFlow => "an OAuth flow",
        }
    }

    /// Whether `{$ref: ...}` may stand in its place.
    pub(super) const fn may_be_reference(self) -> bool {
        use Kind::{
            Callback, Example, Header, Link, Parameter, PathItem, RequestBody, Response, Schema, SecurityScheme,
        };
        matches!(
            self,
            PathItem
                | Parameter
                | RequestBody
                | Response
                | Header
                | Example
                | Link
                | Callback
                | Schema
                | SecurityScheme
        )
    }

    /// The kind of what stands under a key that is no field: paths, statuses, callback expressions.
    pub(super) fn patterned(self, key: &str) -> Option<Self> {
        match self {
            Self::Paths => key.starts_with('/').then_some(Self::PathItem),
            Self::Callback => Some(Self::PathItem),
            Self::Responses => is_status(key).then_some(Self::Response),
            _ => None,
        }
    }

    /// The field of this name.
    pub(super) fn field(self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.name == name)
    }

    /// Its fields.
    pub(super) const fn fields(self) -> &'static [Field] {
        match self {
            Self::Document => DOCUMENT,
            Self::Info => INFO,
            Self::Contact => const { &[f("name", Text, F), f("url", Text, F), f("email", Text, F)] },
            Self::License => const { &[req("name", Text, Missing::EmptyText), f("url", Text, F)] },
            Self::Server => {
                const { &[req("url", Text, Missing::Breaks), DESCRIPTION, f("variables", Map(Kind::ServerVariable), O)] }
            }
            Self::ServerVariable => {
                const { &[f("enum", Texts, O), req("default", Text, Missing::Breaks), DESCRIPTION] }
            }
            Self::Paths | Self::Callback => &[],
            Self::PathItem => PATH_ITEM,
            Self::Operation => OPERATION,
            Self::Parameter => PARAMETER,
            Self::RequestBody => {
                const { &[DESCRIPTION, f("content", Map(Kind::MediaType), O), f("required", Flag, O)] }
            }
            Self::MediaType => const { &[SCHEMA, EXAMPLE, EXAMPLES, f("encoding", Map(Kind::Encoding), O)] },
            Self::Encoding => ENCODING,
            Self::Responses => const { &[f("default", One(Kind::Response), O)] },
            Self::Response => RESPONSE,
            Self::Header => HEADER,
            Self::Example => {
                const { &[f("summary", Text, F), DESCRIPTION, f("value", Any, F), f("externalValue", Text, F)] }
            }
            Self::Link => LINK,
            Self::Schema => SCHEMA_FIELDS,
            Self::Discriminator => const { &[req("propertyName", Text, Missing::Breaks), f("mapping", TextMap, O)] },
            Self::ExternalDocs => const { &[DESCRIPTION, req("url", Text, Missing::Breaks)] },
            Self::Tag => const { &[req("name", Text, Missing::Breaks), DESCRIPTION, DOCS] },
            Self::Components => COMPONENTS,
            Self::SecurityScheme => SECURITY_SCHEME,
            Self::Flows => FLOWS,
            Self::ImplicitFlow => {
                const {
                    &[
                        req("authorizationUrl", Text, Missing::Breaks),
                        f("refreshUrl", Text, F),
                        SCOPES,
                        f("tokenUrl", Any, F),
                    ]
                }
            }
            Self::TokenFlow => {
                const {
                    &[
                        req("tokenUrl", Text, Missing::Breaks),
                        f("refreshUrl", Text, F),
                        SCOPES,
                        f("authorizationUrl", Any, F),
                    ]
                }
            }
            Self::CodeFlow => {
                const {
                    &[
                        req("authorizationUrl", Text, Missing::Breaks),
                        req("tokenUrl", Text, Missing::Breaks),
                        f("refreshUrl", Text, F),
                        SCOPES,
                    ]
                }
            }
        }
    }
}

/// A status code from 100 to 999 or a class of them (`2XX`), as a responses object has them.
fn is_status(key: &str) -> bool {
    match key.as_bytes() {
        [class, b'X' | b'x', b'X' | b'x'] => class.is_ascii_digit(),
        [first, rest @ ..] => rest.len() == 2 && *first != b'0' && key.bytes().all(|b| b.is_ascii_digit()),
        [] => false,
    }
}

const DOCUMENT: &[Field] = &[
    req("openapi", Text, Missing::Breaks),
    req("info", One(Kind::Info), Missing::EmptyObject),
    SERVERS,
    req("paths", One(Kind::Paths), Missing::EmptyObject),
    f("components", One(Kind::Components), F),
    f("security", Requirements, F),
    f("tags", List(Kind::Tag), F),
    DOCS,
];

const INFO: &[Field] = &[
    req("title", Text, Missing::EmptyText),
    req("version", Text, Missing::EmptyText),
    DESCRIPTION,
    f("termsOfService", Text, F),
    f("contact", One(Kind::Contact), F),
    f("license", One(Kind::License), F),
];

const PATH_ITEM: &[Field] = &[
    f("summary", Text, F),
    DESCRIPTION,
    f("get", One(Kind::Operation), F),
    f("put", One(Kind::Operation), F),
    f("post", One(Kind::Operation), F),
    f("delete", One(Kind::Operation), F),
    f("options", One(Kind::Operation), F),
    f("head", One(Kind::Operation), F),
    f("patch", One(Kind::Operation), F),
    f("trace", One(Kind::Operation), F),
    SERVERS,
    f("parameters", List(Kind::Parameter), O),
];

const OPERATION: &[Field] = &[
    f("tags", Texts, F),
    f("summary", Text, F),
    DESCRIPTION,
    DOCS,
    f("operationId", Text, F),
    f("parameters", List(Kind::Parameter), O),
    f("requestBody", One(Kind::RequestBody), O),
    Field { loss: O, missing: Missing::EmptyObject, ..f("responses", One(Kind::Responses), O) },
    f("callbacks", Map(Kind::Callback), F),
    f("deprecated", Flag, F),
    f("security", Requirements, O),
    SERVERS,
];

const PARAMETER: &[Field] = &[
    req("name", Text, Missing::Breaks),
    req("in", Choice(&["query", "header", "path", "cookie"]), Missing::Breaks),
    DESCRIPTION,
    f("required", Flag, O),
    f("deprecated", Flag, F),
    f("allowEmptyValue", Flag, F),
    // Which styles there are depends on `in`.
    f("style", Text, O),
    f("explode", Flag, O),
    f("allowReserved", Flag, O),
    SCHEMA,
    f("content", Map(Kind::MediaType), O),
    EXAMPLE,
    EXAMPLES,
];

const HEADER: &[Field] = &[
    DESCRIPTION,
    f("required", Flag, F),
    f("deprecated", Flag, F),
    f("allowEmptyValue", Any, F),
    f("allowReserved", Any, F),
    f("style", Choice(&["simple"]), F),
    f("explode", Flag, F),
    SCHEMA,
    f("content", Map(Kind::MediaType), O),
    EXAMPLE,
    EXAMPLES,
];

const ENCODING: &[Field] = &[
    f("contentType", Text, O),
    f("headers", Map(Kind::Header), F),
    f("style", Choice(QUERY_STYLES), O),
    f("explode", Flag, O),
    f("allowReserved", Flag, O),
];

const RESPONSE: &[Field] = &[
    req("description", Text, Missing::EmptyText),
    f("headers", Map(Kind::Header), F),
    f("content", Map(Kind::MediaType), O),
    f("links", Map(Kind::Link), F),
];

const LINK: &[Field] = &[
    DESCRIPTION,
    f("operationRef", Text, O),
    f("operationId", Text, O),
    f("parameters", Any, F),
    f("requestBody", Any, F),
    f("server", One(Kind::Server), F),
];

const COMPONENTS: &[Field] = &[
    f("schemas", Map(Kind::Schema), F),
    f("responses", Map(Kind::Response), F),
    f("parameters", Map(Kind::Parameter), F),
    f("examples", Map(Kind::Example), F),
    f("requestBodies", Map(Kind::RequestBody), F),
    f("headers", Map(Kind::Header), F),
    f("securitySchemes", Map(Kind::SecurityScheme), F),
    f("links", Map(Kind::Link), F),
    f("callbacks", Map(Kind::Callback), F),
];

const SECURITY_SCHEME: &[Field] = &[
    req("type", Choice(&["apiKey", "http", "oauth2", "openIdConnect"]), Missing::Breaks),
    DESCRIPTION,
    f("name", Text, O),
    f("in", Choice(&["query", "header", "cookie"]), O),
    f("scheme", Text, O),
    f("bearerFormat", Text, F),
    f("flows", One(Kind::Flows), O),
    f("openIdConnectUrl", Text, O),
];

const FLOWS: &[Field] = &[
    f("implicit", One(Kind::ImplicitFlow), F),
    f("password", One(Kind::TokenFlow), F),
    f("clientCredentials", One(Kind::TokenFlow), F),
    f("authorizationCode", One(Kind::CodeFlow), F),
];

const SCHEMA_FIELDS: &[Field] = &[
    f("type", Any, O),
    f("title", Text, F),
    DESCRIPTION,
    f("format", Text, F),
    f("pattern", Text, F),
    f("properties", Map(Kind::Schema), O),
    f("required", Texts, F),
    f("additionalProperties", SchemaOrFlag, O),
    f("items", One(Kind::Schema), O),
    f("allOf", List(Kind::Schema), O),
    f("oneOf", List(Kind::Schema), O),
    f("anyOf", List(Kind::Schema), O),
    f("not", One(Kind::Schema), O),
    f("nullable", Flag, F),
    f("readOnly", Flag, F),
    f("writeOnly", Flag, F),
    f("deprecated", Flag, F),
    f("uniqueItems", Flag, F),
    f("minLength", Count, F),
    f("maxLength", Count, F),
    f("minItems", Count, F),
    f("maxItems", Count, F),
    f("minProperties", Count, F),
    f("maxProperties", Count, F),
    f("minimum", Number, F),
    f("maximum", Number, F),
    f("exclusiveMinimum", Flag, F),
    f("exclusiveMaximum", Flag, F),
    f("multipleOf", Number, F),
    f("enum", Values, F),
    f("default", Any, F),
    EXAMPLE,
    f("discriminator", One(Kind::Discriminator), F),
    DOCS,
    f("xml", Any, F),
];
