//! A report made by hand, with a text in it that tries to leave its place in every form.

use crate::{
    diff::finding::{
        Bump, Direction, Finding, ItemChange, ItemKind, Level, MadeBy, OperationKey, Report, Rust, Side, VERSION,
        Verified, Wire,
    },
    finding::Spot,
    pointer::Pointer,
};

/// What a description may hold to act on whoever reads the report.
pub(in crate::diff) const HOSTILE: &str =
    "a|b\n::error::x <script>alert(1)</script> `code` \u{1b}[31m [l](https://e.test) @team #1 {0} --> *b* \\| %0A";

fn side(pointer: &str, place: (&str, usize, usize), value: Option<&str>) -> Option<Side> {
    let (file, line, column) = place;
    Some(Side {
        pointer: Pointer::parse(pointer).unwrap(),
        spot: Some(Spot { file: file.to_owned(), line, column, quote: None }),
        value: value.map(str::to_owned),
    })
}

fn item(path: &str, kind: ItemKind, old: Option<&str>, new: Option<&str>, level: Bump) -> ItemChange {
    let (old, new) = (old.map(str::to_owned), new.map(str::to_owned));
    ItemChange { path: path.to_owned(), kind, old, new, level }
}

fn operation(method: &str, path: &str) -> OperationKey {
    OperationKey { method: method.to_owned(), path: path.to_owned() }
}

fn finding(id: &str, wire: Wire, rust: Rust, fingerprint: &str, message: &str, help: &str) -> Finding {
    Finding {
        id: id.to_owned(),
        level: Level::Info,
        wire,
        rollout: false,
        rust,
        behaviour: None,
        direction: None,
        old: None,
        new: None,
        operations: Vec::new(),
        message: message.to_owned(),
        help: help.to_owned(),
        made_by: MadeBy::Spec,
        fingerprint: fingerprint.to_owned(),
        verified: Verified::Predicted,
        accepted: None,
    }
}

const OLD: &str = "main:openapi.yaml";
const NEW: &str = "openapi.yaml";

fn optional() -> Finding {
    let (old, new) = (Some("pub scope: String"), Some("pub scope: Option<String>"));
    let items = vec![item("types::Connection::scope", ItemKind::Field, old, new, Bump::Major)];
    let pointer = "/components/schemas/Connection/properties/scope";
    Finding {
        level: Level::Err,
        direction: Some(Direction::Response),
        old: side(pointer, (OLD, 40, 9), Some("required")),
        new: side(pointer, (NEW, 42, 9), Some("optional")),
        operations: vec![operation("GET", "/connections"), operation("GET", "/connections/{id}")],
        ..finding(
            "response-property-became-optional",
            Wire::Breaking,
            Rust { level: Bump::Major, items },
            "9f3c0a71b2d4e5f6",
            "the property `scope` of the answer 200 became optional",
            "an old client fails on an answer without it; keep it required, or let it be `null`",
        )
    }
}

fn hostile() -> Finding {
    let new = format!("pub fn {HOSTILE}(&self)");
    let items = vec![item(&format!("resources::{HOSTILE}"), ItemKind::Method, None, Some(&new), Bump::Minor)];
    Finding {
        level: Level::Warn,
        rollout: true,
        behaviour: Some(format!("`{HOSTILE}` was unknown and is a variant")),
        direction: Some(Direction::Both),
        old: side("/info/title", (&format!("main:{HOSTILE}.yaml"), 2, 3), Some(HOSTILE)),
        new: side("/info/title", (&format!("{HOSTILE}.yaml"), 2, 3), Some(HOSTILE)),
        operations: vec![operation("POST", &format!("/{HOSTILE}"))],
        ..finding(
            "unhandled",
            Wire::Risky,
            Rust { level: Bump::Minor, items },
            "00aa11bb22cc33dd",
            &format!("`{HOSTILE}` became {HOSTILE}"),
            "look at it: no rule explains it",
        )
    }
}

fn gone() -> Finding {
    Finding {
        old: side("/paths/~1old/get", ("main:paths/old.yaml", 3, 1), None),
        operations: vec![operation("GET", "/old")],
        ..finding(
            "api-path-sunset-removed",
            Wire::Compatible,
            Rust { level: Bump::Patch, items: Vec::new() },
            "1234567890abcdef",
            "`GET /old` is gone after its announced sunset",
            "nothing",
        )
    }
}

fn generated() -> Finding {
    let (old, new) = (Some("pub struct Acme"), Some("pub struct Client"));
    let items = vec![item("Client", ItemKind::Struct, old, new, Bump::Major)];
    Finding {
        made_by: MadeBy::Generator,
        ..finding(
            "rust-item-changed",
            Wire::None,
            Rust { level: Bump::Major, items },
            "feedfacecafebeef",
            "`Client` changed",
            "the generator or its configuration made it",
        )
    }
}

/// Four findings: breaking and major, hostile, gone, and one that the generator made.
pub(in crate::diff) fn report() -> Report {
    Report {
        version: VERSION,
        old: OLD.to_owned(),
        new: NEW.to_owned(),
        wire: Wire::Breaking,
        rust: Bump::Major,
        verified: Verified::Predicted,
        suggested_version: Some("2.0.0".to_owned()),
        findings: vec![optional(), hostile(), gone(), generated()],
    }
}

/// Of two descriptions that do not differ.
pub(in crate::diff) fn nothing() -> Report {
    let (wire, rust) = (Wire::None, Bump::None);
    Report { wire, rust, findings: Vec::new(), suggested_version: Some("1.0.0".to_owned()), ..report() }
}
