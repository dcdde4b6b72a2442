//! Directions: what is sent, what is received, and what follows for fields.

use crate::{check, render};

/// The types of a document in which these components are sent by `POST /a` and received from it.
fn text(sent: &str, received: &str, schemas: &str) -> String {
    let schemas = check::document(schemas).replace("paths: {}", &paths(sent, received));
    let (api, diagnostics) = check::resolve(&schemas);
    format!("sent: {sent}, received: {received}\n{}", render::render(&api, diagnostics))
}

fn paths(sent: &str, received: &str) -> String {
    let content =
        |name: &str| format!("content: {{application/json: {{schema: {{$ref: '#/components/schemas/{name}'}}}}}}");
    format!(
        "paths:\n  /a:\n    post:\n      operationId: makeA\n      requestBody: \
         {{required: true, {}}}\n      responses: {{'200': {{description: ok, {}}}}}",
        content(sent),
        content(received)
    )
}

macro_rules! directions {
    ($name:ident, $schemas:expr, $(($sent:literal, $received:literal)),+) => {
        #[test]
        fn $name() {
            let schemas: &str = $schemas;
            let mut all = vec![schemas.trim_matches('\n').to_owned()];
            $(all.push(text($sent, $received, schemas));)+
            insta::with_settings!({ prepend_module_to_snapshot => true, omit_expression => true }, {
                insta::assert_snapshot!(stringify!($name), all.join("\n\n"));
            });
        }
    };
}

const PET: &str = r"
Pet:
  type: object
  required: [id, name, secret]
  properties:
    id: {type: string, readOnly: true}
    name: {type: string}
    secret: {type: string, writeOnly: true}
    note: {type: string, nullable: true}
    made: {allOf: [{$ref: '#/components/schemas/Maker'}], readOnly: true}
Maker: {type: object, properties: {name: {type: string}}}
Other: {type: object, properties: {a: {type: string}}}
";

directions!(read_only_and_write_only, PET, ("Pet", "Other"), ("Other", "Pet"), ("Pet", "Pet"));

directions!(
    a_component_that_nothing_uses,
    r"
Used: {type: object, properties: {note: {type: string, nullable: true}}}
Unused: {type: object, properties: {used: {$ref: '#/components/schemas/Used'}, note: {type: string, nullable: true}}}
Sent: {type: object, properties: {a: {type: string}}}
",
    ("Sent", "Used")
);
