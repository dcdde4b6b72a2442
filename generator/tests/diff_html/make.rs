//! Findings, made by hand.

use std::sync::Arc;

use generator::{
    diff::{Bump, Direction, Finding, ItemChange, ItemKind, Level, MadeBy, OperationKey, Rust, Side, Verified, Wire},
    finding::Spot,
    pointer::Pointer,
};

/// A finding of a rule that travels to the client, reaches nothing and says nothing of the crate.
pub fn finding(id: &str, fingerprint: &str, wire: Wire, message: &str, help: &str) -> Finding {
    Finding {
        id: id.into(),
        level: match wire {
            Wire::Breaking => Level::Err,
            Wire::Risky => Level::Warn,
            _ => Level::Info,
        },
        wire,
        rollout: false,
        rust: Rust::default(),
        behaviour: None,
        direction: Some(Direction::Response),
        old: None,
        new: None,
        operations: vec![],
        message: message.into(),
        help: help.into(),
        made_by: MadeBy::Spec,
        fingerprint: fingerprint.into(),
        verified: Verified::Rustdoc,
        accepted: None,
    }
}

/// The findings' Rust verdict, from its items.
pub fn rust(level: Bump, items: Vec<ItemChange>) -> Rust {
    Rust { level, items }
}

/// A change of one item.
pub fn item(kind: ItemKind, level: Bump, path: &str, old: &str, new: &str) -> ItemChange {
    let side = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    ItemChange { path: path.into(), kind, old: side(old), new: side(new), level }
}

/// `METHOD /path`.
pub fn operation(text: &str) -> OperationKey {
    let (method, path) = text.split_once(' ').unwrap();
    OperationKey { method: method.into(), path: path.into() }
}

/// A side whose place is `part` of a text: the first one after `after`.
pub fn side(file: &str, text: &Arc<str>, pointer: &str, (after, part): (&str, &str), value: &str) -> Option<Side> {
    let from = text.find(after).unwrap_or_else(|| panic!("{after} is in {file}"));
    let at = from + text.get(from..).unwrap().find(part).unwrap_or_else(|| panic!("{part} is in {file}"));
    Some(Side {
        pointer: Pointer::parse(pointer).unwrap(),
        spot: Some(Spot::of_range(file, text, at..at + part.len())),
        value: (!value.is_empty()).then(|| value.to_owned()),
    })
}
