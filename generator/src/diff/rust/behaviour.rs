//! What means something else although code still compiles, in words.

use super::surface::{About, Fact, Item, Signature};

/// All that a pair of items says; the facts are those that differ.
#[must_use]
pub fn notes(old: &Item, new: &Item) -> Vec<String> {
    let mut notes = arguments(&old.meaning, &new.meaning);
    let called_alike = old.meaning.is_called_like(&new.meaning);
    for (about, before, after) in differing(&old.facts, &new.facts) {
        // Another type says it better.
        let told = called_alike || !matches!(about, About::Presence | About::Codec);
        notes.extend(told.then(|| words(about, &before, &after)).flatten());
    }
    notes
}

/// The facts that differ, with both values; empty: it is none.
#[must_use]
pub fn differing(old: &[Fact], new: &[Fact]) -> Vec<(About, String, String)> {
    let value = |facts: &[Fact], about: About| {
        facts.iter().find(|fact| fact.about == about).map(|fact| fact.value.clone()).unwrap_or_default()
    };
    let mut abouts: Vec<_> = old.iter().chain(new).map(|fact| fact.about).collect();
    abouts.sort_unstable();
    abouts.dedup();
    let pairs = abouts.into_iter().map(|about| (about, value(old, about), value(new, about)));
    pairs.filter(|(about, before, after)| !is_same(*about, before, after)).collect()
}

/// Of an order only what both sides have counts: what is new or gone has a line of its own.
fn is_same(about: About, before: &str, after: &str) -> bool {
    if about != About::Order {
        return before == after;
    }
    let (before, after): (Vec<_>, Vec<_>) = (before.split(", ").collect(), after.split(", ").collect());
    let both = |one: &[&str], other: &[&str]| -> Vec<String> {
        one.iter().filter(|key| other.contains(key)).map(|key| (*key).to_owned()).collect()
    };
    both(&before, &after) == both(&after, &before)
}

/// Arguments that take another's place and have its type.
fn arguments(old: &Signature, new: &Signature) -> Vec<String> {
    if !old.is_called_like(new) {
        return Vec::new();
    }
    let pairs = || old.inputs.iter().zip(&new.inputs).enumerate();
    let replaced = pairs().filter(|(_, (a, b))| a.wire != b.wire);
    let mut notes: Vec<_> = replaced.map(|(place, (a, b))| of_argument(place, &a.name, &b.name, &b.ty)).collect();
    // Variables of a path are what their place says; but names that change places may mean that the values did.
    let moved = pairs().any(|(place, (a, b))| {
        let elsewhere = new.inputs.iter().enumerate().any(|(other, input)| other != place && input.name == a.name);
        a.wire == b.wire && a.name != b.name && elsewhere
    });
    if moved {
        notes.push("the variables of the path changed places: calls still compile".to_owned());
    }
    notes
}

/// One that takes another's place, counted from 0, and has its type.
#[must_use]
pub fn of_argument(place: usize, old: &str, new: &str, ty: &str) -> String {
    format!("argument {} was `{old}` and is now `{new}`, both `{ty}`: calls still compile", place + 1)
}

/// What a new variant means for code that knew its value as something else.
#[must_use]
pub fn of_new_variant(item: &Item, open: bool) -> String {
    let value = item.facts.iter().find(|fact| matches!(fact.about, About::Value | About::Tags));
    let value = value.map_or_else(|| "what".to_owned(), |fact| format!("the value {} that", fact.value));
    let name = &item.name;
    if open {
        format!("{value} came as `Unknown(..)` now comes as `{name}`")
    } else {
        format!("{value} could not be read is now read as `{name}`")
    }
}

/// What a fact is called where both values are shown.
#[must_use]
pub const fn label(about: About) -> &'static str {
    match about {
        About::Accept => "accepts",
        About::Answer => "the answer is",
        About::BaseUrl => "base URL",
        About::Body => "body",
        About::Codec => "written as",
        About::Credential => "sent as",
        About::Default => "default",
        About::Discriminator => "told apart by",
        About::Envelope => "envelope",
        About::Environment => "environment variable",
        About::ErrorBody => "error bodies",
        About::ErrorShape => "errors say what is wrong in",
        About::HttpMethod => "HTTP method",
        About::Idempotence => "after a failure",
        About::IdempotencyHeader => "idempotency key in",
        About::Order => "tried in the order",
        About::Path => "path",
        About::Presence => "presence",
        About::Query => "fixed query",
        About::RetryConflict => "409 is sent again",
        About::Secret => "in `Debug`",
        About::Security => "needs",
        About::Sent => "sent in",
        About::Server => "base URL of its own",
        About::Shape => "told by its shape",
        About::Start => "`new` fills in",
        About::Tags => "told by",
        About::Value => "on the wire",
        About::WireName => "on the wire",
    }
}

fn words(about: About, before: &str, after: &str) -> Option<String> {
    let (was, is) = (shown(before), shown(after));
    Some(match about {
        About::WireName | About::Value => format!("the same name in Rust is {is} on the wire, no longer {was}"),
        About::Presence => format!("the type is the same, but the property was {before} and is {after}"),
        About::Codec => format!("the type is the same, but it is written as {is}, no longer as {was}"),
        About::Secret if after.is_empty() => "`Debug` shows it now".to_owned(),
        About::Secret => "`Debug` hides it now".to_owned(),
        // What `new` asks for or asks for no more is in its signature.
        About::Start if before.is_empty() || after.is_empty() => return None,
        About::Start => format!("`new` fills in {is}, no longer {was}"),
        About::Default => format!("left out, it means {is} to the server, no longer {was}"),
        About::BaseUrl | About::Server => format!("without a setting calls go to {is}, no longer to {was}"),
        About::Environment => format!("the environment is asked for {is}, no longer for {was}"),
        About::Order => {
            "variants are tried in another order: a value that fits several may come as another one".to_owned()
        }
        About::ErrorBody => {
            format!("the body of an error is {is}, no longer {was}; `ApiError::json` compiles with any type")
        }
        About::Idempotence | About::RetryConflict => "a call that failed is sent again by another rule".to_owned(),
        About::IdempotencyHeader => format!("the idempotency key is sent as {is}, no longer as {was}"),
        About::Credential => format!("the credential is sent as {is}, no longer as {was}"),
        About::Security => format!("calls need {is}, no longer {was}"),
        About::Accept
        | About::Answer
        | About::Body
        | About::Discriminator
        | About::Envelope
        | About::ErrorShape
        | About::HttpMethod
        | About::Path
        | About::Query
        | About::Sent
        | About::Shape
        | About::Tags => return None,
    })
}

fn shown(value: &str) -> String {
    if value.is_empty() { "nothing".to_owned() } else { format!("`{value}`") }
}
