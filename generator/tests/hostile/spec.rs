//! The maximal document with a payload in the places of one class, or of all.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};

/// A class of places; the letter stands in `maximal.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// Texts.
    Texts,
    /// Names, once as they are and else with a word that tells them apart.
    Names,
    /// Parts of the structure.
    Structure,
}

/// What stands in them.
#[derive(Clone, Copy, Debug)]
pub struct Attack<'a> {
    pub places: &'a [Places],
    pub payload: &'a str,
    /// Only at the places with this word.
    pub word: Option<&'a str>,
}

/// Every place as a person would fill it.
pub const BENIGN: Attack<'_> = Attack { places: &[], payload: "", word: None };

/// The document, as JSON: that can hold any text.
pub fn document(attack: Attack<'_>) -> Vec<u8> {
    let value: Value = serde_yaml::from_str(include_str!("maximal.yaml")).unwrap();
    serde_json::to_vec_pretty(&filled(value, attack)).unwrap()
}

/// The words of a class of places.
pub fn words(places: Places) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = include_str!("maximal.yaml").split("paths:").fold(String::new(), |all, part| all + part);
    rest.retain(|c| c != '\n');
    for part in rest.split('@').skip(1) {
        let Some((letter, word)) = part.split_once('(') else { continue };
        let Some((word, _)) = word.split_once(')') else { continue };
        if class(letter) == Some(places) && !words.iter().any(|w| w == word) {
            words.push(word.to_owned());
        }
    }
    words
}

fn class(letter: &str) -> Option<Places> {
    match letter {
        "t" => Some(Places::Texts),
        "x" | "n" => Some(Places::Names),
        "s" => Some(Places::Structure),
        _ => None,
    }
}

fn filled(value: Value, attack: Attack<'_>) -> Value {
    match value {
        Value::String(text) => Value::String(text_of(&text, attack)),
        Value::Array(items) => items.into_iter().map(|item| filled(item, attack)).collect(),
        Value::Object(members) => {
            let mut out = Map::new();
            for (key, value) in members {
                let key = text_of(&key, attack);
                assert!(out.insert(key.clone(), filled(value, attack)).is_none(), "{key:?} stands twice");
            }
            Value::Object(out)
        }
        other => other,
    }
}

/// The text with its places filled.
fn text_of(text: &str, attack: Attack<'_>) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('@') {
        out.push_str(before);
        let (letter, after) = after.split_once('(').unwrap();
        let (word, after) = after.split_once(')').unwrap();
        let filled = filling(letter, word, attack);
        // In a reference the name is a part of a JSON pointer in a URL fragment.
        if text.starts_with("#/") {
            let escaped = filled.replace('~', "~0").replace('/', "~1");
            out.extend(utf8_percent_encode(&escaped, NON_ALPHANUMERIC));
        } else {
            out.push_str(&filled);
        }
        rest = after;
    }
    out + rest
}

fn filling(letter: &str, word: &str, attack: Attack<'_>) -> String {
    let places = class(letter).unwrap();
    let attacked = attack.places.contains(&places) && attack.word.is_none_or(|w| w == word);
    match (attacked, letter) {
        (false, _) => word.to_owned(),
        (true, "n") => format!("{}{word}", attack.payload),
        (true, _) => attack.payload.to_owned(),
    }
}
