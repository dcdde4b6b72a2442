//! Input that is big or made to multiply.

use std::fmt::Write as _;

use generator::{Run, diagnostic::Code};

use super::ends;

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\nservers: [{url: 'https://a.test'}]\n";

fn schemas(schemas: &str) -> String {
    format!("{HEAD}paths: {{}}\ncomponents:\n  schemas:\n{schemas}\n")
}

fn said(run: &Run, code: Code) -> bool {
    run.diagnostics.items().iter().any(|d| d.code == code)
}

#[track_caller]
fn refused(text: String, code: Code) {
    let run = ends(text.into_bytes());
    assert!(run.files.is_none() && said(&run, code), "{:?}", run.diagnostics);
}

#[track_caller]
fn made(text: String) -> Run {
    let run = ends(text.into_bytes());
    assert!(run.files.is_some(), "{:?}", run.diagnostics);
    run
}

#[test]
fn depth_is_counted_before_a_parser_gives_up() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for depth in [128, 5_000, 300_000] {
            let inner = if open == "[" { "" } else { "1" };
            refused(format!("{}{inner}{}", open.repeat(depth), close.repeat(depth)), Code::SourceBudget);
            refused(format!("a: {}{inner}{}", open.repeat(depth), close.repeat(depth)), Code::SourceBudget);
        }
    }
    let nested: String = (0..2000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    refused(nested, Code::SourceBudget);
    // What is below the limit goes through all stages.
    let deep = format!("    A: {}{{type: string}}{}", "{type: array, items: ".repeat(110), "}".repeat(110));
    made(schemas(&deep));
    let deep = format!("    A: {}{{type: string}}{}", "{properties: {a: ".repeat(55), "}}".repeat(55));
    made(schemas(&deep));
    let deep = format!("    A: {{example: {}1{}}}", "[".repeat(110), "]".repeat(110));
    made(schemas(&deep));
}

#[test]
fn aliases_do_not_multiply() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for n in 1..30 {
        let _ = writeln!(bomb, "a{n}: &a{n} [{}]", vec![format!("*a{}", n - 1); 10].join(", "));
    }
    refused(format!("{HEAD}{bomb}"), Code::SourceBudget);
    // Many uses of a small thing are no bomb.
    let uses: String = (0..2000).map(|n| format!("    A{n}: *small\n")).collect();
    made(schemas(&format!("    A: &small {{type: object, properties: {{a: {{type: string}}}}}}\n{uses}")));
}

#[test]
fn references_that_go_in_circles() {
    let of = |name: &str| format!("{{$ref: '#/components/schemas/{name}'}}");
    let (a, b) = (of("A"), of("B"));
    for text in [
        format!("    A: {a}"),
        format!("    A: {b}\n    B: {a}"),
        format!("    A: {{allOf: [{a}]}}"),
        format!("    A: {{allOf: [{a}, {b}]}}\n    B: {{allOf: [{a}, {b}]}}"),
        format!("    A: {{oneOf: [{a}, {b}]}}\n    B: {{anyOf: [{b}, {a}]}}"),
        format!("    A: {{type: array, items: {a}}}"),
        format!("    A: {{additionalProperties: {a}}}"),
        format!("    A: {{not: {a}}}"),
        format!("    A: {{properties: {{a: {a}, b: {{allOf: [{a}, {b}]}}}}, required: [a, b]}}\n    B: {a}"),
        format!("    A: {{discriminator: {{propertyName: t}}, oneOf: [{b}]}}\n    B: {{allOf: [{a}, {{properties: {{t: {{type: string}}}}}}]}}"),
        "    A: {$ref: '#/components/schemas/A/properties/a'}\n".to_owned(),
        "    A: {$ref: '#'}\n    B: {$ref: '#/components'}\n    C: {$ref: '#/paths'}".to_owned(),
        "    A: {properties: {a: {$ref: '#/components/schemas/A/properties/b'}, b: {$ref: '#/components/schemas/A/properties/a'}}}".to_owned(),
    ] {
        made(schemas(&text));
    }
    for kind in ["parameters", "responses", "requestBodies", "headers", "examples", "securitySchemes"] {
        made(format!("{HEAD}paths: {{}}\ncomponents: {{{kind}: {{A: {{$ref: '#/components/{kind}/A'}}}}}}"));
    }
}

#[test]
fn parts_that_double() {
    for keyword in ["allOf", "oneOf", "anyOf"] {
        let mut text = String::new();
        for n in 0..60 {
            let next = format!("{{$ref: '#/components/schemas/A{}'}}", n + 1);
            let _ = writeln!(text, "    A{n}: {{{keyword}: [{next}, {next}]}}");
        }
        made(schemas(&format!("{text}    A60: {{type: object, properties: {{a: {{type: string}}}}}}")));
        // The same in one place, so that nothing can be looked up by its name.
        let double = (0..9).fold("{type: object}".to_owned(), |inner, _| format!("{{{keyword}: [{inner}, {inner}]}}"));
        made(schemas(&format!("    A: {double}")));
    }
}

#[test]
fn one_long_text_and_one_long_list() {
    let word = "word *with* [marks](x) <b> `code` ";
    made(schemas(&format!("    A: {{description: '{}'}}", word.repeat((1 << 20) / word.len()))));
    for text in ["[", "*", "`", "> ", "- ", "\\n", "<", "((", "![", "_a", "|", "# ", "&#", "```\\n", "\\n\\n    "] {
        made(schemas(&format!("    A: {{description: \"{}\"}}", text.repeat(100_000 / text.len()))));
    }
    let values: String = (0..5_000).map(|n| format!("value {n}, ")).collect();
    made(schemas(&format!("    A: {{type: string, enum: [{values}]}}")));
    let twins: String = (0..1_000).map(|n| format!("a{}, ", "-".repeat(n))).collect();
    made(schemas(&format!("    A: {{type: string, enum: [{twins}]}}")));
    made(schemas(&format!("    A: {{type: string, pattern: '{}'}}", "(a{1000}){1000}".repeat(1000))));
}

#[test]
fn many_of_everything() {
    let mut fields = "    A:\n      properties:\n".to_owned();
    for n in 0..2_000 {
        let _ = writeln!(fields, "        field{n}: {{type: string, description: about field {n}}}");
    }
    made(schemas(&fields));
    let unused: String =
        (0..1_000).map(|n| format!("    A{n}: {{type: object, properties: {{a: {{type: string}}}}}}\n")).collect();
    made(schemas(&unused));
}

/// The time for ten thousand is that for a tenth of them ten times over; a debug build gets the tenth.
#[test]
fn many_operations() {
    let count = if cfg!(debug_assertions) { 1_000 } else { 10_000 };
    let mut text = format!("{HEAD}paths:\n");
    for n in 0..count {
        let _ = writeln!(text, "  /things{n}/{{id}}:");
        let _ = writeln!(
            text,
            "    get: {{tags: [t{}], parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}], responses: {{'204': {{description: d}}}}}}",
            n % 50
        );
    }
    assert_eq!(made(text).api.unwrap().operations.len(), count);
}
