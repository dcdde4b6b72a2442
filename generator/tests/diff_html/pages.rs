//! Reports that are hard on a page: hostile, large, empty.

use std::sync::Arc;

use generator::{
    diff::{Bump, Direction, Finding, ItemKind, MadeBy, OperationKey, Report, Side, Verified, Wire},
    finding::{Quote, Spot},
    pointer::Pointer,
};

use crate::make::{finding, item, operation, rust};

/// Nothing differs.
pub fn empty() -> Report {
    Report {
        version: 1,
        old: "a.yaml".into(),
        new: "b.yaml".into(),
        wire: Wire::None,
        rust: Bump::None,
        verified: Verified::Predicted,
        suggested_version: None,
        findings: vec![],
    }
}

const ATTACKS: [&str; 6] = [
    "</script><script>alert(1)</script>",
    "\"><img src=x onerror=\"alert(2)\">",
    "' onmouseover='alert(3)' x='",
    "<!-- --> <svg/onload=alert(4)> ]]> </style></title></html>",
    "\u{202e}txt.exe\u{2066} \u{7}\u{1b}[31m\u{0} \u{200b}\u{feff}\u{2028}",
    "&lt;b&gt; &#60;script&#62; javascript:alert(5) ${alert(6)} {{7*7}} Zalgo\u{327}\u{317}\u{323}\u{308}",
];

/// A text of the attacker in every place that holds one.
pub fn hostile() -> Report {
    filled(&ATTACKS.join(" "))
}

/// The same report with a harmless text.
pub fn harmless() -> Report {
    filled("harmless")
}

fn filled(text: &str) -> Report {
    let excerpt: Arc<str> = format!("before {text}\n\tspot {text}\nafter {text}\n").into();
    let at = excerpt.find("spot").unwrap();
    let side = |spot| {
        let pointer: Pointer = ["paths".to_owned(), text.to_owned()].into_iter().collect();
        Some(Side { pointer, spot, value: Some(text.into()) })
    };
    let mut first = finding(text, text, Wire::Breaking, text, text);
    first.old = side(Some(Spot::of_range(text, &excerpt, at..at + 4)));
    first.new = side(None);
    first.behaviour = Some(text.into());
    first.accepted = Some(text.into());
    first.rust = rust(Bump::Major, vec![item(ItemKind::Method, Bump::Major, text, text, &format!("{text} more"))]);
    first.rust.items.push(item(ItemKind::Field, Bump::Minor, text, "", text));
    let key = |method: &str| OperationKey { method: method.into(), path: text.into() };
    first.operations = vec![key(text), key("GET")];
    let second = Finding { accepted: None, fingerprint: format!("{text}2"), ..first.clone() };
    Report {
        old: text.into(),
        new: text.into(),
        wire: Wire::Breaking,
        rust: Bump::Major,
        suggested_version: Some(text.into()),
        findings: vec![first, second],
        ..empty()
    }
}

/// Many findings over many operations, with signatures and excerpts.
pub fn large(count: usize) -> Report {
    let text: Arc<str> =
        (0..count).map(|i| format!("    Schema{i:05}:\n      type: string\n")).collect::<String>().into();
    let findings = (0..count).map(|i| one_of_many(i, &text)).collect();
    Report { wire: Wire::Breaking, rust: Bump::Major, suggested_version: Some("2.0.0".into()), findings, ..empty() }
}

fn one_of_many(i: usize, text: &Arc<str>) -> Finding {
    let pick = |many: usize| i * 2_654_435_761 % 1_000 * many / 1_000;
    let wire = [Wire::None, Wire::Compatible, Wire::Risky, Wire::Breaking].into_iter().nth(pick(4)).unwrap();
    let level = [Bump::Major, Bump::None, Bump::Minor, Bump::Patch].into_iter().nth(i % 4).unwrap();
    let message = format!("property `field_{i}` of `Schema{i}` changed its type");
    let mut one = finding("response-property-type-changed", &format!("{i:012x}"), wire, &message, "Look at it.");
    one.direction = [Some(Direction::Request), Some(Direction::Response), None].into_iter().nth(i % 3).unwrap();
    one.operations = vec![operation(&format!("GET /things/{}/parts", i / 12))];
    if i.is_multiple_of(40) {
        one.made_by = MadeBy::Generator;
    }
    let pointer = Pointer::parse(&format!("/components/schemas/Schema{i:05}")).unwrap();
    let at = |file: &str| {
        // Two lines of one length for each: to count them again for each finding would take longer than the page.
        let quote = Some(Quote { text: Arc::clone(text), offset: i * 36 + 4, len: 11 });
        Some(Spot { file: file.into(), line: 2 * i + 1, column: 5, quote })
    };
    let side = |file, value: &str| Some(Side { pointer: pointer.clone(), spot: at(file), value: Some(value.into()) });
    one.old = side("old.yaml", "string");
    one.new = side("new.yaml", "integer");
    let path = format!("types::Schema{i}::field_{i}");
    let (old, new) = (format!("pub field_{i}: Option<String>"), format!("pub field_{i}: Option<i64>"));
    one.rust = rust(level, vec![item(ItemKind::Field, level, &path, &old, &new)]);
    one
}
