//! Every diagnostic about a description has a description that causes it.

use generator::diagnostic::Code;

use crate::folder::Folder;

/// What precedes each piece.
const HEAD: &str = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\n";
const SERVER: &str = "servers: [{ url: https://example.com }]\n";
const ANSWER: &str = "responses: { '200': { description: Ok. } }";

/// Codes about the command line, the configuration, the output folder and the generator itself: other tests cause them.
const NOT_ABOUT_A_DESCRIPTION: &[Code] = &[
    Code::Usage,
    Code::InputUnreadable,
    Code::ConfigSyntax,
    Code::ConfigKey,
    Code::ConfigValue,
    Code::ConfigLicense,
    Code::ConfigOverride,
    Code::OutputEdited,
    Code::OutputForeign,
    Code::OutputNewer,
    Code::OutputUnwritable,
    Code::CheckDrift,
    Code::Denied,
    Code::DiffGate,
    Code::DiffVerify,
    Code::AcceptStale,
    Code::Internal,
    // A description that comes by standard input, as these do, has no reference root.
    Code::ReferenceOutside,
    // Overlays are files of their own.
    Code::OverlayInvalid,
    Code::OverlayUnmatched,
    // Choices are flags or stand in generator.toml.
    Code::SelectUnmatched,
];

fn schema(text: &str) -> String {
    format!("{HEAD}{SERVER}paths: {{}}\ncomponents:\n  schemas:\n    A: {text}\n")
}

fn operation(text: &str) -> String {
    format!("{HEAD}{SERVER}paths:\n  /a:\n    get:\n      operationId: a\n      {ANSWER}\n      {text}\n")
}

fn paths(text: &str) -> String {
    format!("{HEAD}{SERVER}paths: {{ {text} }}\n")
}

/// A document whose aliases unfold to ten million nodes.
fn bomb() -> String {
    let level = |n: u8| {
        let item = if n == 0 { "1".to_owned() } else { format!("*l{}", n - 1) };
        format!("x-{n}: &l{n} [{}]\n", vec![item; 10].join(", "))
    };
    paths("") + &(0..7).map(level).collect::<String>()
}

fn causes() -> Vec<(Code, String)> {
    let method = |text: &str| paths(&format!("/a: {{ get: {{ {text} }} }}"));
    let schemes = "components: { securitySchemes: { key: { type: http, scheme: bearer } } }\n";
    vec![
        (Code::SourceUnreadable, " \n".to_owned()),
        (Code::SourceSyntax, "paths: {\n".to_owned()),
        (Code::SourceDuplicateKey, format!("{HEAD}paths:\n  /a:\n    get: {{}}\n    get: {{}}\n")),
        (Code::SourceBudget, bomb()),
        (Code::DialectVersion, "openapi: 4.0.0\n".to_owned()),
        (Code::DialectShape, operation("parameters: {}")),
        (Code::DialectFilled, method("")),
        (Code::DialectKeyword, schema("{ type: string, const: a }")),
        (
            Code::DialectForeign,
            "swagger: '2.0'\nhost: a.test\npaths: {}\ndefinitions: { A: { oneOf: [{ type: string }] } }\n".to_owned(),
        ),
        (Code::DialectDropped, schema("{ type: string, contentSchema: {} }").replace("3.0.3", "3.1.0")),
        (Code::DialectReserved, schema("{ type: string, x-sdkgen-const: a }")),
        (Code::ReferenceDangling, schema("{ items: { $ref: '#/components/schemas/Gone' }, type: array }")),
        (Code::ReferenceExternal, schema("{ items: { $ref: './pet.yaml' }, type: array }")),
        (Code::ReferenceCycle, schema("{ $ref: '#/components/schemas/A' }")),
        (Code::SchemaUntyped, schema("{ not: { type: string } }")),
        (Code::SchemaContradiction, schema("{ allOf: [{ type: string }, { type: object }] }")),
        (Code::SchemaValue, schema("{ properties: { a: { type: integer, default: ten } } }")),
        (Code::SchemaRequired, schema("{ required: [nmae], properties: { name: { type: string } } }")),
        (
            Code::SchemaDiscriminator,
            schema("{ oneOf: [{ type: string }, { type: object }], discriminator: { propertyName: kind } }"),
        ),
        (Code::NameCollision, schema("{}\n    user: { type: object }\n    User: { type: object }")),
        (Code::NameUnusable, schema("{ type: string, enum: ['§', '¤'] }")),
        (Code::OperationId, method(ANSWER)),
        (Code::OperationPath, paths(&format!("'/pets/{{id}}': {{ get: {{ operationId: a, {ANSWER} }} }}"))),
        (
            Code::OperationRaw,
            operation("parameters: [{ name: 'X Y', in: header, required: true, schema: { type: string } }]"),
        ),
        (Code::BodyPlain, operation("requestBody: { content: {} }")),
        (
            Code::ParameterNested,
            operation("parameters: [{ name: a, in: query, schema: { type: array, items: { type: object } } }]"),
        ),
        (
            Code::ParameterStyle,
            operation("parameters: [{ name: a, in: query, schema: { oneOf: [{ type: string }, { type: integer }] } }]"),
        ),
        (
            Code::ParameterIgnored,
            operation("parameters: [{ in: header, name: Authorization, schema: { type: string } }]"),
        ),
        (
            Code::AnswerUntyped,
            method(
                "responses: { '200': { description: Ok., content: { application/jsons: { schema: { type: object } } } } }",
            ),
        ),
        (
            Code::ScalarText,
            method(
                "responses: { '200': { description: Ok., content: { application/json: { schema: { type: string, format: byte } } } } }",
            ),
        ),
        (Code::ConstructSkipped, operation("callbacks: { done: { '{$url}': {} } }")),
        (Code::SecurityUnknown, operation("security: [{ keey: [] }]")),
        (Code::SecurityUnstated, operation("") + schemes),
        (
            Code::ServerVariable,
            format!(
                "{HEAD}servers: [{{ url: 'https://a.test', variables: {{ region: {{ default: eu }} }} }}]\npaths: {{}}\n"
            ),
        ),
        (Code::ServerUnusable, format!("{HEAD}servers: [{{ url: '' }}]\npaths: {{}}\n")),
        (Code::ExtensionValue, schema("{ properties: { a: { type: string, x-sdk-secret: sometimes } } }")),
        (Code::ExtensionUnknown, schema("{ properties: { a: { type: string, x-sdk-secert: true } } }")),
        (Code::ExtensionSynonym, operation("x-fern-sdk-method-name: list")),
    ]
}

#[test]
fn each_is_caused_at_its_place_and_only_errors_stop_a_run() {
    let folder = Folder::empty();
    for (code, spec) in causes() {
        let row = code.row();
        let ended = folder.run_with(&["generate", "-", "--out", "sdk", "--dry-run", "--format", "short"], &spec);
        let said = ended.err.lines().find(|line| line.contains(&format!("[{}]: ", row.code)));
        let said = said.unwrap_or_else(|| panic!("{} is not caused: {ended:#?}", row.code));
        assert!(said.starts_with("<stdin>:"), "no place: {said}");
        let stops = row.severity == generator::diagnostic::Severity::Error;
        assert_eq!(ended.code, if stops { 3 } else { 0 }, "{said}");
    }
}

#[test]
fn every_code_is_caused_somewhere() {
    let caused: Vec<Code> = causes().into_iter().map(|(code, _)| code).collect();
    let missing: Vec<_> =
        Code::ALL.iter().filter(|c| !caused.contains(c) && !NOT_ABOUT_A_DESCRIPTION.contains(c)).collect();
    assert!(missing.is_empty(), "no description here causes {missing:?}");
}
