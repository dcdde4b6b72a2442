use proptest::prelude::*;
use serde_json::json;

use super::*;

fn read(text: &str) -> (Option<Loaded>, Vec<String>) {
    let mut diagnostics = Diagnostics::new();
    let input = Input { name: "spec".to_owned(), bytes: text.as_bytes().to_vec() };
    let loaded = load(input, &mut diagnostics);
    let said = diagnostics.into_sorted().into_iter().map(|d| {
        let (line, column) = d.position.unwrap_or_default();
        format!("{line}:{column} {} {}", d.code.as_str(), d.message)
    });
    (loaded, said.collect())
}

fn value(text: &str) -> Value {
    let (loaded, said) = read(text);
    assert_eq!(said, [""; 0], "{text}");
    loaded.unwrap().document
}

fn refused(text: &str) -> String {
    read(text).1.remove(0)
}

fn at(text: &str, pointer: &str) -> Option<(usize, usize, String)> {
    let loaded = read(text).0.unwrap();
    let place = locate(&loaded, &Origin::root(Pointer::parse(pointer).unwrap()))?;
    let shown = loaded.files[0].text[place.offset..place.offset + place.len].to_owned();
    Some((place.line, place.column, shown))
}

#[test]
fn keys_are_their_source_text_in_order() {
    let text = "200: a\ntrue: b\n1.10: c\nNO: d\n0x10: e\n";
    let keys: Vec<_> = value(text).as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys, ["200", "true", "1.10", "NO", "0x10"]);
}

#[test]
fn scalars_are_those_of_yaml_1_2() {
    let text = "[NO, yes, on, 2024-01-01, 1_000, ~, true, 18446744073709551615, -1, 1.5, .inf, 1e400]";
    let expected = json!(["NO", "yes", "on", "2024-01-01", "1_000", null, true, u64::MAX, -1, 1.5, "inf", "1e400"]);
    assert_eq!(value(text), expected);
}

#[test]
fn an_integer_beyond_64_bits_does_not_fail_the_document() {
    assert_eq!(
        value("a: 18446744073709551616\nb: -9223372036854775809"),
        json!({"a": 18446744073709551616.0, "b": -9223372036854775809.0})
    );
}

#[test]
fn merge_keys_are_applied_and_own_keys_win() {
    let text = "base: &base {a: 1, b: 2}\nother: &other {b: 3, c: 4}\nuse:\n  x: 0\n  <<: [*base, *other]\n  a: 5\n";
    let merged = value(text).pointer("/use").unwrap().clone();
    assert_eq!(merged, json!({"x": 0, "b": 2, "c": 4, "a": 5}));
    assert_eq!(value("{\"<<\": {\"a\": 1}}"), json!({"<<": {"a": 1}}), "JSON has no merge keys");
    let quoted = "base: &base {a: 1}\nuse:\n  \"<<\": {b: 2}\n  <<: *base\n'<<': say \"<<\"\n";
    let expected = json!({"base": {"a": 1}, "use": {"<<": {"b": 2}, "a": 1}, "<<": "say \"<<\""});
    assert_eq!(value(quoted), expected, "in quotes it is a key like any other");
    assert_eq!(refused("<<: 1\n"), "1:1 source-syntax the merge key `<<` needs a mapping or a list of mappings");
}

#[test]
fn duplicate_keys_name_both_places() {
    let expected = ["5:3 source-duplicate-key the key `c` stands twice; first in line 3, column 3"];
    assert_eq!(read("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n").1, expected);
    let expected = ["1:14 source-duplicate-key the key `é` stands twice; first in line 1, column 6"];
    assert_eq!(read("[1, {\"é\": 1, \"é\": 2}]").1, expected);
}

#[test]
fn what_is_no_plain_document_is_refused_at_its_place() {
    assert_eq!(refused("a: 1\n---\nb: 2\n"), "2:1 source-syntax a second YAML document begins here");
    assert_eq!(refused("a: !foo 1\n"), "1:4 source-syntax the tag `!foo` is not one of YAML's core types");
    let python = refused("a: !!python/object:os.system {}\n");
    assert_eq!(python, "1:4 source-syntax the tag `!!python/object:os.system` is not one of YAML's core types");
    assert_eq!(refused("a:\n\tb: 1\n"), "2:1 source-syntax a tab stands in the indentation, which YAML does not allow");
    assert_eq!(refused("? [a]\n: b\n"), "1:3 source-syntax a key is a list or a mapping; only a text can be a key");
    assert_eq!(refused("{\"é\": 1,, }"), "1:9 source-syntax not valid JSON: key must be a string");
    assert_eq!(refused(" \n"), "1:1 source-unreadable the input is empty");
}

#[test]
fn bytes_that_are_no_utf_8_are_refused_at_their_place() {
    let mut diagnostics = Diagnostics::new();
    let input = Input { name: "spec".to_owned(), bytes: b"a: 1\nb: \xFF".to_vec() };
    assert!(load(input, &mut diagnostics).is_none());
    assert_eq!(diagnostics.items()[0].position, Some((2, 4)));
}

#[test]
fn mark_and_carriage_returns_are_gone() {
    let loaded = read("\u{FEFF}a: 1\r\nb: 2\r").0.unwrap();
    assert_eq!(loaded.files[0].text, "a: 1\nb: 2\n");
}

#[test]
fn json_that_is_not_quite_json_is_read() {
    assert_eq!(value("{\"a\": [1, 2,], \"b\": {\"c\": 1,},}"), json!({"a": [1, 2], "b": {"c": 1}}));
    assert_eq!(value("{\n\t\"a\": [\n\t\t1,\n\t],\n}\n"), json!({"a": [1]}), "with tabs");
    assert_eq!(
        value("{\"a\": 18446744073709551616, \"b\": 1e400}").pointer("/a"),
        Some(&json!(18446744073709551616.0))
    );
    assert_eq!(value("\u{FEFF}{\"a\": 1}\r\n"), json!({"a": 1}));
}

#[test]
fn budgets_are_counted_with_their_place() {
    let deep = |levels: usize| format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
    assert!(read(&deep(127)).0.is_some());
    assert_eq!(refused(&deep(128)), "1:128 source-budget nested more than 127 levels deep here");
    let block: String = (0..128).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    assert_eq!(refused(&block), "128:128 source-budget nested more than 127 levels deep here");
    let mut bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n".to_owned();
    for level in 1..10 {
        let items = vec![format!("*a{}", level - 1); 10].join(",");
        bomb.push_str(&format!("a{level}: &a{level} [{items}]\n"));
    }
    assert!(refused(&bomb).ends_with("unfolds to more than 5000000 nodes"));
    let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(100_000), vec!["*a"; 10_000].join(","));
    assert!(refused(&long).ends_with("unfolds to more than 5000000 nodes"));
}

#[test]
fn nesting_that_the_parser_would_chew_on_is_refused_at_once() {
    for piece in ["[", "{", "[a,", "[?", "[\"]\",", "[[],", "&a [*a,"] {
        let said = refused(&piece.repeat(100_000 / piece.len()));
        assert!(said.contains("source-budget"), "{piece}: {said}");
    }
}

#[test]
fn places_are_those_of_keys_in_characters() {
    let text = "é: {ü: [1, zwei]}\nb: &b\n  c: 1\nd: *b\ne:\n  <<: *b\n";
    assert_eq!(at(text, "/é/ü/1"), Some((1, 12, "zwei".to_owned())));
    assert_eq!(at(text, "/é/ü"), Some((1, 5, "ü".to_owned())));
    assert_eq!(at(text, "/d/c"), Some((3, 3, "c".to_owned())), "behind an alias");
    assert_eq!(at(text, "/e/c"), Some((3, 3, "c".to_owned())), "behind a merge key");
    assert_eq!(at(text, "/d/x/y"), Some((4, 1, "d".to_owned())), "the nearest parent");
}

#[test]
fn json_has_places_with_tabs_and_surrogates() {
    let text = "{\n\t\"a\": \"\\ud83d\\ude00\",\n\t\"b/c\":\t[\n\t\t{\"d\": 1}]\n}";
    assert_eq!(at(text, "/b~1c/0/d"), Some((4, 4, "\"d\"".to_owned())));
}

#[test]
fn a_closing_bracket_at_the_margin_costs_no_place() {
    let text = "a:\n  b: {\n    c: 1\n  }\n  d: [\n    1\n  ]\ne: 2\n";
    assert_eq!(at(text, "/e"), Some((8, 1, "e".to_owned())));
    assert_eq!(at(text, "/a/d/0"), Some((6, 5, "1".to_owned())));
}

#[test]
fn scalar_texts_are_what_the_author_wrote() {
    let loaded = read("version: 1.10\nother: 'x'\nflag: True\n").0.unwrap();
    let pointers = ["/version", "/other", "/flag", "/none"].map(|p| Origin::root(Pointer::parse(p).unwrap()));
    assert_eq!(scalar_texts(&loaded, &pointers), [Some("1.10".to_owned()), None, Some("True".to_owned()), None]);
}

/// Loads and locates on a stack of 512 KB, as a caller's thread may have.
fn survives(bytes: Vec<u8>) {
    let run = move || {
        let mut diagnostics = Diagnostics::new();
        if let Some(loaded) = load(Input { name: "spec".to_owned(), bytes }, &mut diagnostics) {
            let _ = locate(&loaded, &Origin::root(Pointer::root().join("a").join(0)));
            let _ = crate::dialect::lower(&loaded, &mut diagnostics);
        }
        diagnostics.items().iter().all(|d| !d.message.is_empty())
    };
    let said = std::thread::Builder::new().stack_size(512 * 1024).spawn(run).unwrap().join().unwrap();
    assert!(said);
}

#[test]
fn the_deepest_documents_need_no_deep_stack() {
    survives(format!("{}1{}", "[".repeat(127), "]".repeat(127)).into_bytes());
    survives((0..127).map(|level| format!("{}a:\n", " ".repeat(level))).collect::<String>().into_bytes());
    let schema = format!("{}{}", "{\"items\":".repeat(120), "{}") + &"}".repeat(120);
    let spec = format!("{{\"openapi\":\"3.0.3\",\"components\":{{\"schemas\":{{\"A\":{schema}}}}}}}");
    survives(spec.into_bytes());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        survives(bytes);
    }

    #[test]
    fn any_yaml_like_text(pieces in prop::collection::vec(
        prop::sample::select(vec![
            "a", "b:", ": ", "- ", "\n", "\n  ", "[", "]", "{", "}", ",", "&x ", "*x", "<<: ", "!t ", "|", ">", "\"",
            "'", "#", "? ", "---\n", "...", "%", "\t", "é", "\u{85}", "\u{2028}", "1.10", "~", "\\", "openapi: 3.0.3\n",
            "paths: ", "\"\\ud83d\"", "`", "@",
        ]), 0..60)) {
        survives(pieces.concat().into_bytes());
    }
}
