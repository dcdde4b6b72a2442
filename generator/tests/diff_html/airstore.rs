//! A change of the Airstore description with a finding of every kind.

use std::sync::Arc;

use generator::diff::{Bump, Direction, Finding, ItemKind, MadeBy, Report, Verified, Wire};

use crate::make::{finding, item, operation, rust, side};

const OLD: &str = "main:openapi.yaml";
const NEW: &str = "openapi.yaml";
const LIST: &str = "GET /workspaces/{workspace_id}/connections";
const CREATE: &str = "POST /workspaces/{workspace_id}/connections";
const GET: &str = "GET /workspaces/{workspace_id}/connections/{connection_id}";
const DELETE: &str = "DELETE /workspaces/{workspace_id}/connections/{connection_id}";

/// Both texts.
struct Texts {
    old: Arc<str>,
    new: Arc<str>,
}

/// The report.
pub fn report() -> Report {
    let texts = texts();
    let mut findings = of_answers(&texts);
    findings.extend(of_requests(&texts));
    findings.extend(of_operations(&texts));
    findings.extend(of_nothing(&texts));
    Report {
        version: 1,
        old: OLD.into(),
        new: NEW.into(),
        wire: Wire::Breaking,
        rust: Bump::Major,
        verified: Verified::Rustdoc,
        suggested_version: Some("0.2.0".into()),
        findings,
    }
}

fn texts() -> Texts {
    let old = include_str!("../../../openapi.yaml");
    let mut new = old.to_owned();
    for (from, to) in [
        ("integration_type, created_at, updated_at]", "integration_type, created_at]"),
        ("required: [integration_type]", "required: [integration_type, member_id]"),
        ("linear, slack, posthog]", "linear, slack, posthog, dropbox]"),
        ("x-sdk-method: del", "x-sdk-method: remove"),
        (
            "          format: date-time\n          description: When the credentials expire.",
            "          description: When the credentials expire.",
        ),
        ("https://api.airstore.ai/api/v1", "https://eu.airstore.ai/api/v1"),
        ("        Retry-After:\n          $ref: '#/components/headers/RetryAfter'\n", ""),
        (
            "      schema:\n        type: string\n      example: ws_8f3a",
            "      schema:\n        type: string\n        maxLength: 64\n      example: ws_8f3a",
        ),
        (
            "    get:\n      operationId: listConnections",
            "    get:\n      parameters:\n        - name: limit\n          in: query\n          description: How many to list.\n          schema: { type: integer, minimum: 1 }\n      operationId: listConnections",
        ),
        (
            "    delete:\n",
            "    get:\n      operationId: getConnection\n      x-sdk-method: get\n      tags: [connections]\n      summary: Gets a connection.\n\n    delete:\n",
        ),
    ] {
        assert!(new.contains(from), "{from}");
        new = new.replacen(from, to, 1);
    }
    Texts { old: old.into(), new: new.into() }
}

impl Texts {
    /// The old and the new side of a finding at one place.
    fn put(&self, finding: &mut Finding, pointer: &str, old: (&str, &str), new: (&str, &str), values: (&str, &str)) {
        finding.old = side(OLD, &self.old, pointer, old, values.0);
        finding.new = side(NEW, &self.new, pointer, new, values.1);
    }
}

fn of_answers(texts: &Texts) -> Vec<Finding> {
    let shared = vec![operation(LIST), operation(CREATE)];
    let mut optional = finding(
        "response-property-became-optional",
        "91c2e07b5d3a",
        Wire::Breaking,
        "`updated_at` of `Connection` may be left out of answers",
        "A client of the old description cannot read an answer without it. Keep the property required, or send it for as \
         long as old clients are in use.",
    );
    let place = ("    Connection:\n", "required: [external_id");
    let line = "[external_id, workspace_id, integration_type, created_at, updated_at]";
    texts.put(
        &mut optional,
        "/components/schemas/Connection/required",
        ("    Connection:\n", line),
        ("    Connection:\n", "[external_id, workspace_id, integration_type, created_at]"),
        ("required", "optional"),
    );
    assert!(texts.old.contains(place.1));
    optional.rust = rust(
        Bump::Major,
        vec![
            item(
                ItemKind::Field,
                Bump::Major,
                "types::Connection::updated_at",
                "pub updated_at: jiff::Timestamp",
                "pub updated_at: Option<jiff::Timestamp>",
            ),
            item(
                ItemKind::Field,
                Bump::Major,
                "types::ConnectionRequired::updated_at",
                "pub updated_at: jiff::Timestamp",
                "",
            ),
            item(
                ItemKind::Method,
                Bump::Minor,
                "types::Connection::updated_at",
                "",
                "pub fn updated_at(mut self, updated_at: jiff::Timestamp) -> Self",
            ),
        ],
    );
    optional.operations.clone_from(&shared);

    let mut format = finding(
        "response-property-type-changed",
        "d07a63f1184e",
        Wire::Risky,
        "`expires_at` of `Connection` was a `date-time` and is any text",
        "An old client that reads it as a time fails on a text that is none.",
    );
    texts.put(
        &mut format,
        "/components/schemas/Connection/properties/expires_at",
        ("        expires_at:\n", "type: string\n          format: date-time\n"),
        ("        expires_at:\n", "type: string\n"),
        ("string, date-time", "string"),
    );
    let (old, new) = ("pub expires_at: Option<jiff::Timestamp>", "pub expires_at: Option<String>");
    let setter = |of: &str| format!("pub fn expires_at(mut self, expires_at: {of}) -> Self");
    format.rust = rust(
        Bump::Major,
        vec![
            item(ItemKind::Field, Bump::Major, "types::Connection::expires_at", old, new),
            item(
                ItemKind::Method,
                Bump::Major,
                "types::Connection::expires_at",
                &setter("jiff::Timestamp"),
                &setter("impl Into<String>"),
            ),
        ],
    );
    format.operations.clone_from(&shared);

    let mut value = finding(
        "response-property-enum-value-added",
        "3fd9c25e70ab",
        Wire::Compatible,
        "`IntegrationType` has a new value, `dropbox`",
        "The emitted enum is open: clients that know nothing of it keep the value as it came.",
    );
    texts.put(
        &mut value,
        "/components/schemas/IntegrationType/enum",
        ("    IntegrationType:\n", "enum: [gmail, gdrive, github, notion, linear, slack, posthog]"),
        ("    IntegrationType:\n", "enum: [gmail, gdrive, github, notion, linear, slack, posthog, dropbox]"),
        ("", "\"dropbox\""),
    );
    value.direction = Some(Direction::Both);
    value.behaviour =
        Some("What was `Unknown(\"dropbox\")` is `Dropbox` now: a match on the text no longer sees it.".into());
    value.rust =
        rust(Bump::Minor, vec![item(ItemKind::Variant, Bump::Minor, "types::IntegrationType::Dropbox", "", "Dropbox")]);
    value.operations = shared;
    vec![optional, format, value]
}

fn of_requests(texts: &Texts) -> Vec<Finding> {
    let mut required = finding(
        "request-property-became-required",
        "5a1e98bc42d0",
        Wire::Breaking,
        "`member_id` of `ConnectionCreateParams` must be sent",
        "The server refuses what old clients send. Give the property a default on the server, or a new operation.",
    );
    texts.put(
        &mut required,
        "/components/schemas/ConnectionCreateParams/required",
        ("    ConnectionCreateParams:\n", "[integration_type]"),
        ("    ConnectionCreateParams:\n", "[integration_type, member_id]"),
        ("optional", "required"),
    );
    required.direction = Some(Direction::Request);
    required.rust = rust(
        Bump::Major,
        vec![
            item(
                ItemKind::Method,
                Bump::Major,
                "types::ConnectionCreateParams::new",
                "pub fn new(integration_type: impl Into<IntegrationType>) -> Self",
                "pub fn new(integration_type: impl Into<IntegrationType>, member_id: impl Into<String>) -> Self",
            ),
            item(
                ItemKind::Method,
                Bump::Major,
                "types::ConnectionCreateParams::member_id",
                "pub fn member_id(mut self, member_id: impl Into<String>) -> Self",
                "",
            ),
        ],
    );
    required.operations = vec![operation(CREATE)];

    let mut limit = finding(
        "new-optional-request-parameter",
        "e8b370d15c29",
        Wire::Compatible,
        "`limit` may be sent in the query",
        "Nothing to do.",
    );
    let pointer = "/paths/~1workspaces~1{workspace_id}~1connections/get/parameters/0";
    limit.new = side(NEW, &texts.new, pointer, ("- name: limit", "name: limit"), "integer");
    limit.direction = Some(Direction::Request);
    let setter = "pub fn limit(mut self, limit: i64) -> Self";
    limit.rust = rust(Bump::Minor, vec![item(ItemKind::Method, Bump::Minor, "op::List::limit", "", setter)]);
    limit.operations = vec![operation(LIST)];

    let mut length = finding(
        "request-parameter-max-length-set",
        "b6402ad97f18",
        Wire::Breaking,
        "`workspace_id` may have 64 characters at most",
        "The server refuses longer ones, which old clients may send.",
    );
    texts.put(
        &mut length,
        "/components/parameters/WorkspaceId/schema",
        ("    WorkspaceId:\n", "type: string\n"),
        ("    WorkspaceId:\n", "type: string\n        maxLength: 64\n"),
        ("", "maxLength 64"),
    );
    length.direction = Some(Direction::Request);
    length.rust = rust(Bump::Patch, vec![]);
    length.operations = [LIST, CREATE, GET, DELETE].map(operation).into();
    length.accepted = Some("No id of ours is longer than 12 characters.".into());
    vec![required, limit, length]
}

fn of_operations(texts: &Texts) -> Vec<Finding> {
    let mut renamed = finding(
        "x-sdk-method-changed",
        "2c57f0e6a93b",
        Wire::None,
        "the method `del` is called `remove`",
        "Code that calls it does not compile any more. Keep the old name for a release, and say so in the changelog.",
    );
    let pointer = "/paths/~1workspaces~1{workspace_id}~1connections~1{connection_id}/delete/x-sdk-method";
    texts.put(
        &mut renamed,
        pointer,
        ("operationId: deleteConnection", "x-sdk-method: del"),
        ("operationId: deleteConnection", "x-sdk-method: remove"),
        ("del", "remove"),
    );
    renamed.direction = None;
    renamed.rust = rust(
        Bump::Major,
        vec![
            item(
                ItemKind::Method,
                Bump::Major,
                "resources::Connections::del",
                "pub fn del(&self, workspace_id: &str, connection_id: &str) -> op::Del",
                "",
            ),
            item(
                ItemKind::Method,
                Bump::Minor,
                "resources::Connections::remove",
                "",
                "pub fn remove(&self, workspace_id: &str, connection_id: &str) -> op::Remove",
            ),
        ],
    );
    renamed.operations = vec![operation(DELETE)];

    let mut added = finding("endpoint-added", "f4ab61930cd7", Wire::Compatible, "a new operation, `getConnection`", "");
    let pointer = "/paths/~1workspaces~1{workspace_id}~1connections~1{connection_id}/get";
    added.new = side(NEW, &texts.new, pointer, ("operationId: getConnection", "operationId: getConnection"), "");
    added.rollout = true;
    added.direction = None;
    let method = "pub fn get(&self, workspace_id: &str, connection_id: &str) -> op::Get";
    added.rust =
        rust(Bump::Minor, vec![item(ItemKind::Method, Bump::Minor, "resources::Connections::get", "", method)]);
    added.operations = vec![operation(GET)];

    let mut header = finding(
        "optional-response-header-removed",
        "08d5be17a264",
        Wire::Risky,
        "status 429 no longer has the header `Retry-After`",
        "A client that waits for what it says falls back to its own pause.",
    );
    header.old = side(
        OLD,
        &texts.old,
        "/components/responses/RateLimited/headers/Retry-After",
        ("    RateLimited:", "Retry-After:\n"),
        "",
    );
    header.rust = rust(Bump::Patch, vec![]);
    header.operations = [LIST, CREATE, DELETE].map(operation).into();
    vec![renamed, added, header]
}

fn of_nothing(texts: &Texts) -> Vec<Finding> {
    let mut server = finding(
        "server-url-changed",
        "7be0452fd916",
        Wire::Risky,
        "the server is `https://eu.airstore.ai/api/v1`",
        "Old clients go on talking to the old one: keep it, or redirect.",
    );
    texts.put(
        &mut server,
        "/servers/0/url",
        ("servers:", "https://api.airstore.ai/api/v1"),
        ("servers:", "https://eu.airstore.ai/api/v1"),
        ("https://api.airstore.ai/api/v1", "https://eu.airstore.ai/api/v1"),
    );
    server.direction = None;
    server.behaviour = Some("The default base URL of the client is another one.".into());
    server.rust = rust(Bump::Patch, vec![]);

    let mut generator = finding(
        "generator-changed",
        "c4419be03f77",
        Wire::None,
        "the generator gives every builder `retry_budget`",
        "The old description makes this crate too: it is none of its author's doing.",
    );
    generator.made_by = MadeBy::Generator;
    generator.direction = None;
    let method = "pub fn retry_budget(mut self, budget: RetryBudget) -> Self";
    generator.rust =
        rust(Bump::Minor, vec![item(ItemKind::Method, Bump::Minor, "ClientBuilder::retry_budget", "", method)]);
    vec![server, generator]
}
