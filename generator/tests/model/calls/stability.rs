//! The order of the document changes the order on the page and nothing else.

use crate::{calls, calls_render};

const LISTED: [&str; 2] = [
    "  /pets: {get: {operationId: listPets, tags: [pets], responses: {'200': {description: OK}, '404': {description: No}}}}",
    "  /pet: {get: {operationId: list_pet, tags: [pets], responses: {'404': {description: No}, '200': {description: OK}}}}",
];

const PARAMETERS: [&str; 5] = [
    "      - {name: id, in: path, required: true, schema: {type: string}}",
    "      - {name: b, in: query, required: true, schema: {type: string, enum: [x, y]}}",
    "      - {name: a, in: query, required: true, schema: {type: string}}",
    "      - {name: limit, in: query, schema: {type: integer}}",
    "      - {name: limit, in: header, schema: {type: integer}}",
];

fn document(listed: &[&str], parameters: &[&str]) -> String {
    let parameters = parameters.join("\n");
    let one = format!(
        "  /pets/{{id}}:\n    get:\n      operationId: getPet\n      tags: [Pets]\n      responses: {{'200': {{description: OK}}}}\n      parameters:\n{parameters}"
    );
    format!("paths:\n{}\n{one}", listed.join("\n"))
}

fn lines(document: &str) -> Vec<String> {
    let (api, said) = calls::resolve(document);
    let text = calls_render::render(&api, said);
    let mut lines: Vec<String> =
        text.lines().filter(|line| !line.starts_with("name-collision")).map(str::to_owned).collect();
    lines.sort();
    lines
}

#[test]
fn names_and_argument_order_do_not_follow_the_document() {
    let forward = lines(&document(&LISTED, &PARAMETERS));
    let (mut listed, mut parameters) = (LISTED, PARAMETERS);
    listed.reverse();
    parameters.reverse();
    assert_eq!(forward, lines(&document(&listed, &parameters)));
    let signature = "    get(id: String in path, a: String in query, b: GetPetB in query) -> () (*/*) // OK.";
    assert!(forward.iter().any(|line| line == signature), "{forward:#?}");
}

#[test]
fn media_types_that_serve_equally_well_go_by_name() {
    let of = |[first, second]: [&str; 2]| {
        let content = format!("{{{first}: {{}}, {second}: {{}}}}");
        lines(&format!(
            "paths:\n  /files: {{put: {{operationId: putFile, tags: [files], requestBody: {{content: {content}}}, \
             responses: {{'200': {{description: OK, content: {content}}}}}}}}}"
        ))
    };
    for pair in [["image/png", "application/pdf"], ["text/plain", "application/xml"], ["text/csv", "text/plain"]] {
        assert_eq!(of(pair), of([pair[1], pair[0]]));
    }
    let json = ["application/vnd.b+json", "application/vnd.a+json"];
    assert!(of(json).iter().any(|line| line.contains("application/vnd.a+json")), "{:?}", of(json));
    assert_eq!(of(json), of([json[1], json[0]]));
}

#[test]
fn parts_of_a_form_are_encoded_in_any_order() {
    let of = |encoding: &str| {
        let properties = "{a: {type: object}, b: {type: string}, file: {type: string, format: binary}}";
        lines(&format!(
            "paths:\n  /files: {{put: {{operationId: putFile, tags: [files], requestBody: {{required: true, content: \
             {{multipart/form-data: {{schema: {{type: object, properties: {properties}}}, encoding: {encoding}}}}}}}, \
             responses: {{'200': {{description: OK}}}}}}}}"
        ))
    };
    let (a, b) = ("a: {contentType: application/json}", "b: {contentType: text/csv}");
    let forward = of(&format!("{{{a}, {b}}}"));
    assert_eq!(forward, of(&format!("{{{b}, {a}}}")));
    assert!(forward.iter().any(|line| line.contains("text/csv")), "{forward:#?}");
}
