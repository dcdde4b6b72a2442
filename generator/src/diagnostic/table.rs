//! The table of codes: severity, meaning, an example, the remedy. One row adds a code everywhere.

use super::{Row, Severity};

codes! {
    Usage = "usage", Error,
        "The command line asks for something that cannot be done.",
        "generator generate api.yaml  # no --out, and no generator.toml names api.yaml", "see `generator help` or the `--help` of the command";
    InputUnreadable = "input-unreadable", Error,
        "A file that was named cannot be read.",
        "generator generate gone.yaml --out sdk", "check the path and its permissions";
    ConfigSyntax = "config-syntax", Error,
        "generator.toml is no TOML.",
        "[[sdk]\nspec = openapi.yaml", "correct the syntax at the named place";
    ConfigKey = "config-key", Error,
        "generator.toml has a key that means nothing; a misspelt choice would be lost in silence.",
        "pakcage = \"my-sdk\"", "correct its spelling; `generator init` writes a schema that editors complete from";
    ConfigValue = "config-value", Error,
        "A choice in generator.toml or on the command line has a value that it cannot have.",
        "version = \"one\"", "give it the form that the message states";
    ConfigOverride = "config-override", Error,
        "An override in generator.toml is about nothing that the description has, or says what cannot be said of it.",
        "[[sdk.override]]\nat = \"User.emial\"\noptional = true", "name a schema, a property or a parameter: `User.email`, or its JSON pointer; `generator inspect` lists all types and fields";
    ConfigLicense = "config-license", Note,
        "No licence was chosen, so the crate's manifest has none; a spec's own `info.license` is the API's, not the crate's.",
        "[[sdk]]  # without license", "set `license = \"MIT OR Apache-2.0\"` or another SPDX expression in generator.toml, or give --license";
    OutputEdited = "output-edited", Error,
        "A file that the generator owns was edited by hand; writing it would lose the edit (exit code 1).",
        "an edited src/client.rs", "move the edit to a file of your own such as src/ext.rs, or overwrite it with --force";
    OutputForeign = "output-foreign", Error,
        "The output folder holds files and no manifest of the generator; it may be somebody else's.",
        "generator generate api.yaml --out .", "name an empty folder, or write into this one with --force";
    OutputNewer = "output-newer", Error,
        "The crate was made by a newer generator; this one could take back what that one fixed.",
        "\"generator\": \"9.0.0\" in .sdk-manifest.json", "install the newer generator, or overwrite with --force";
    OutputUnwritable = "output-unwritable", Error,
        "A path of the output cannot be written safely: a link, a folder where a file belongs, or missing permissions.",
        "generated-sdk/src is a symbolic link", "remove what is in the way, or name another folder";
    CheckDrift = "check-drift", Error,
        "The crate on disk is not what would be generated now: a hand edit, a stale file or a changed spec (exit code 1).",
        "generator check  # after a change of openapi.yaml", "run `generator generate` and commit the result";
    Denied = "denied", Error,
        "A diagnostic was found that `--deny` or `deny` names; nothing was written (exit code 1).",
        "generator generate --deny warnings  # and something lost its type", "correct what it names, or allow it with a reason";
    DiffGate = "diff-gate", Error,
        "Two descriptions differ more than `--fail-on` lets pass, or the SDK's version grew less than `--check-version` demands (exit code 1).",
        "generator diff main openapi.yaml --fail-on wire=breaking", "take the change back, raise the version, or accept findings by fingerprint with `--accept FILE`";
    DiffVerify = "diff-verify", Error,
        "`--verify` was asked for and the two emitted crates could not be compared (exit code 4); the Rust verdict is a prediction.",
        "generator diff --verify  # without a Rust toolchain", "correct what the message names, or go without `--verify`";
    AcceptStale = "accept-stale", Warning,
        "An entry of the `--accept` file is about a difference that is not there any more, or its day is over; it accepts nothing.",
        "expires = 2020-01-01", "remove the entry, or look at the difference again and set another day";
    Internal = "internal", Error,
        "A bug of the generator: the spec was accepted and its crate could not be made (exit code 70).",
        "none is known", "report it with the item's name and the spec";
    SourceUnreadable = "source-unreadable", Error,
        "The input is empty or no text in UTF-8.",
        "a spec saved as UTF-16", "save the file as UTF-8";
    SourceSyntax = "source-syntax", Error,
        "The input is neither YAML nor JSON.",
        "paths: {", "correct the syntax at the named place";
    SourceDuplicateKey = "source-duplicate-key", Error,
        "A mapping has the same key twice; readers disagree on which one counts.",
        "get: {}\nget: {}", "remove or rename one of the two";
    SourceBudget = "source-budget", Error,
        "The input is nested more than 127 levels deep or unfolds to more than 5 million nodes.",
        "&a [*b, *b]", "split the document or remove the aliases that multiply it";
    OverlayInvalid = "overlay-invalid", Error,
        "An overlay, or one of its actions, does not have the form that the Overlay Specification states, or cannot be applied.",
        "actions: [{ target: $.paths, update: text }]", "correct the action; versions 1.0 and 1.1 are read";
    OverlayUnmatched = "overlay-unmatched", Warning,
        "The target of an overlay's action matches nothing in the description; the action has no effect.",
        "actions: [{ target: $.paths['/gone'], remove: true }]", "correct the target, or remove the action; `generator inspect --stage source` prints the description";
    SelectUnmatched = "select-unmatched", Error,
        "A pattern that chooses operations matches none; what it was to choose would be lost, or kept, in silence.",
        "generator generate api.yaml --out sdk --tag pest", "correct the pattern; `generator inspect` lists the operations";
    DialectVersion = "dialect-version", Error,
        "The document does not say which OpenAPI version it is, or one that is not known: Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are.",
        "openapi: 4.0.0", "state `openapi: 3.1.1` (or the version that it is written in) at the top";
    DialectShape = "dialect-shape", Warning,
        "A part of the document does not have the form that OpenAPI gives it; it is left out and the rest goes on.",
        "parameters: {}", "give it the form that the specification states";
    DialectFilled = "dialect-filled", Note,
        "A part that OpenAPI requires is missing, or a part is null; it is read as empty or absent.",
        "get: {}  # no responses", "write the part that the specification requires, or remove the null";
    DialectKeyword = "dialect-keyword", Warning,
        "A keyword that this OpenAPI version does not have at this place; it is ignored or, where another version has it, read as there.",
        "const: a  # in 3.0", "use the keyword that this version has";
    DialectForeign = "dialect-foreign", Note,
        "A keyword of another OpenAPI version; what is meant is plain, so it is read with its meaning there.",
        "swagger: '2.0'\ndefinitions: {Id: {oneOf: [{type: string}, {type: integer}]}}", "nothing, or state the version that the document is written in";
    DialectDropped = "dialect-dropped", Note,
        "A keyword says something that neither the types nor the calls of the crate can hold; the rest of its object is read.",
        "contentSchema: {type: object}", "nothing, or `allow` it in generator.toml";
    DialectReserved = "dialect-reserved", Warning,
        "A key begins with `x-sdkgen-`, which the generator uses inside; it was removed.",
        "x-sdkgen-const: a", "remove it; what a spec may say begins with `x-sdk-`";
    ReferenceDangling = "reference-dangling", Warning,
        "A reference leads to nothing.",
        "$ref: '#/components/schemas/Gone'", "define the target or correct the reference";
    ReferenceExternal = "reference-external", Warning,
        "A reference leads where nothing is read: to another machine that was not allowed, or to a file when the description came by standard input.",
        "$ref: 'https://example.com/pet.yaml'", "allow the machine with `--allow-remote ORIGIN`, or name the folder with `--ref-root DIR`";
    ReferenceOutside = "reference-outside", Error,
        "A reference leads to a file outside the reference root: the folder of the root document, or the one that `--ref-root` names.",
        "$ref: '../../secrets.yaml'", "widen the reference root with `--ref-root DIR` (`ref_root` in generator.toml), or move the file into it";
    ReferenceCycle = "reference-cycle", Warning,
        "References lead in a circle and never reach a definition.",
        "A: {$ref: '#/components/schemas/A'}", "give one of them a definition";
    SchemaUntyped = "schema-untyped", Warning,
        "A schema uses something that cannot be expressed yet; its type is `serde_json::Value`.",
        "not: {type: string}", "simplify the schema, or work with the JSON value";
    SchemaContradiction = "schema-contradiction", Warning,
        "A schema contradicts itself; no value or only one reading is possible.",
        "allOf: [{type: string}, {type: object}]", "correct the schema";
    SchemaValue = "schema-value", Warning,
        "A default, constant or enum value does not fit its schema's type; it is left out.",
        "type: integer\ndefault: ten", "correct the value or the type";
    SchemaRequired = "schema-required", Note,
        "`required` names a property that the schema does not have.",
        "required: [nmae]\nproperties: {name: {type: string}}", "correct the name or declare the property";
    SchemaDiscriminator = "schema-discriminator", Warning,
        "A discriminator cannot be used as it stands; variants are told apart by their shape.",
        "oneOf: [{type: string}, {type: object}]\ndiscriminator: {propertyName: kind}", "list object schemas in `oneOf`, and only these in `mapping`";
    NameCollision = "name-collision", Note,
        "Two items claim the same Rust name; one got a suffix.",
        "schemas: {user: {}, User: {}}", "pin a name with `x-sdk-name`";
    NameUnusable = "name-unusable", Note,
        "A name has no letter or digit that a Rust identifier can hold; a neutral one is used.",
        "enum: ['§', '¤']", "pin names with `x-sdk-name`, those of an enum with `x-sdk-enum`";
    OperationId = "operation-id", Note,
        "An operation has no operationId, or one that another operation has too; its name comes from its method and path.",
        "get: {responses: {}}", "give each operation an operationId of its own";
    OperationPath = "operation-path", Warning,
        "A path's variables and its declared path parameters do not agree.",
        "/pets/{id}: {get: {parameters: []}}", "declare exactly the variables of the path";
    OperationRaw = "operation-raw", Warning,
        "An operation needs something that no request can have; its method takes the path arguments and gives a `RawCall`, to which you give query, headers and body.",
        "parameters: [{name: 'X Y', in: header, required: true}]", "correct what the message names, or send it through the raw call";
    BodyPlain = "body-plain", Note,
        "A request body that is given as a text or as bytes, although the spec says more of it or nothing at all.",
        "content: {application/xml: {schema: {type: object}}}", "describe a JSON or a form body, or write the body yourself";
    ParameterNested = "parameter-nested", Note,
        "A parameter holds objects or lists inside of others, for which OpenAPI states no text; keys in brackets are sent.",
        "schema: {type: array, items: {type: object}}", "use `content: {application/json: ...}`, or a flat parameter";
    ParameterStyle = "parameter-style", Warning,
        "A parameter is written in a style that is not covered yet.",
        "style: deepObject", "use `form` or `simple`";
    ParameterIgnored = "parameter-ignored", Note,
        "A parameter is no argument: something else states what it carries.",
        "{in: header, name: Authorization}", "remove the parameter";
    AnswerUntyped = "answer-untyped", Note,
        "An answer has a schema, but its media type is not read by it; the caller gets the text or the bytes.",
        "content: {application/jsons: {schema: {type: object}}}", "name the media type that is sent, or decode the bytes";
    ScalarText = "scalar-text", Note,
        "A text with a form of its own (a time, base64) is a whole JSON body, or an item of one; only fields of objects are read and written by such a form, so it is given as text.",
        "content: {application/json: {schema: {type: string, format: byte}}}", "put it into an object, or read the text yourself";
    ConstructSkipped = "construct-skipped", Note,
        "A callback, link, webhook or header of a part has no counterpart in the crate yet; nothing else of the operation is lost.",
        "callbacks: {}", "nothing, or `allow` it in generator.toml";
    SecurityUnknown = "security-unknown", Warning,
        "A security requirement names a scheme that is not defined, or a kind that is not covered yet; it is left out.",
        "security: [{keey: []}]", "define the scheme under components.securitySchemes";
    SecurityUnstated = "security-unstated", Note,
        "Security schemes are defined, but neither the document nor any operation says that it needs one; a credential is sent with every call when the client has one.",
        "components: {securitySchemes: {key: {type: http, scheme: bearer}}}", "state `security` at the top of the document";
    ServerUnusable = "server-unusable", Warning,
        "The document names no server, or one whose URL cannot be a base URL; the client's builder then has to be given one.",
        "servers: [{url: ''}]", "state an absolute http or https URL under `servers`";
    ServerVariable = "server-variable", Note,
        "A server defines a variable that its URL does not have.",
        "url: https://api.test\nvariables: {region: {default: eu}}", "put it into the URL, or remove it";
    ExtensionValue = "extension-value", Warning,
        "An extension of ours has a value that it cannot have; it is ignored.",
        "x-sdk-secret: sometimes", "give it the form that the README states";
    ExtensionUnknown = "extension-unknown", Warning,
        "A key begins with `x-sdk-` and is none that the generator knows.",
        "x-sdk-secert: true", "correct its spelling; the README lists all";
    ExtensionSynonym = "extension-synonym", Note,
        "Another vendor's extension was read as ours.",
        "x-fern-sdk-method-name: list", "nothing; our key would win over it";
}
