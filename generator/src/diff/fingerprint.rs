//! What a finding is recognised by in the next run: not its words and not its place in the text.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::finding::{Direction, OperationKey};

/// What is hashed.
#[derive(Clone, Debug)]
pub struct Mark<'a> {
    /// The rule's id.
    pub id: &'a str,
    /// Which way it travels.
    pub direction: Option<Direction>,
    /// The place by its wire identity.
    pub subject: &'a [String],
    /// What stood there, normalised.
    pub before: Option<&'a str>,
    /// What stands there, normalised.
    pub after: Option<&'a str>,
    /// Only where the rest is the same for several.
    pub operations: &'a [OperationKey],
}

/// The fingerprints of all findings, in their order: 16 hexadecimal digits each.
///
/// Findings that would have one fingerprint get those of their operations too, paths without the names of variables; what is
/// the same even then is numbered.
#[must_use]
pub fn fingerprints(marks: &[Mark<'_>]) -> Vec<String> {
    let short: Vec<_> = marks.iter().map(|mark| hash(mark, false, 0)).collect();
    let long: Vec<_> = marks.iter().zip(extended(&short)).map(|(mark, extend)| hash(mark, extend, 0)).collect();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let number = |(mark, print): (&Mark<'_>, &String), seen: usize| match seen {
        0 => print.clone(),
        seen => hash(mark, true, seen),
    };
    let mut all = Vec::with_capacity(marks.len());
    for (mark, print) in marks.iter().zip(&long) {
        let count = seen.entry(print).or_default();
        all.push(number((mark, print), *count));
        *count += 1;
    }
    all
}

/// For each whether another one is the same.
fn extended(prints: &[String]) -> Vec<bool> {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    prints.iter().for_each(|print| *count.entry(print).or_default() += 1);
    prints.iter().map(|print| count.get(print.as_str()).is_some_and(|count| *count > 1)).collect()
}

fn hash(mark: &Mark<'_>, operations: bool, number: usize) -> String {
    let mut hasher = Sha256::new();
    // A part's length stands before it, so that no two lists of parts are one text.
    let mut part = |text: &str| {
        hasher.update(text.len().to_le_bytes());
        hasher.update(text.as_bytes());
    };
    part(mark.id);
    part(match mark.direction {
        None => "",
        Some(Direction::Request) => "request",
        Some(Direction::Response) => "response",
        Some(Direction::Both) => "both",
    });
    mark.subject.iter().for_each(|text| part(text));
    for value in [mark.before, mark.after] {
        part(if value.is_some() { "=" } else { "" });
        part(value.unwrap_or_default());
    }
    if operations {
        mark.operations.iter().for_each(|key| part(&format!("{} {}", key.method, key.erased())));
    }
    if number > 0 {
        part(&number.to_string());
    }
    hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark<'a>(id: &'a str, subject: &'a [String], operations: &'a [OperationKey]) -> Mark<'a> {
        Mark { id, direction: None, subject, before: Some("a"), after: None, operations }
    }

    #[test]
    fn one_is_told_from_another_only_where_it_must_be() {
        let key = |path: &str| OperationKey { method: "GET".to_owned(), path: path.to_owned() };
        let (pets, dogs) = ([key("/pets/{id}")], [key("/dogs/{id}")]);
        let (renamed, subject) = ([key("/pets/{pet}")], ["name".to_owned()]);
        let alone = fingerprints(&[mark("x", &subject, &pets)]);
        assert_eq!(alone, fingerprints(&[mark("x", &subject, &dogs)]), "the operation is no part of it");
        assert_eq!(alone.first().map(String::len), Some(16));
        let both = fingerprints(&[mark("x", &subject, &pets), mark("x", &subject, &dogs)]);
        assert!(both[0] != both[1] && !both.contains(&alone[0]), "{both:?}");
        let other = fingerprints(&[mark("x", &subject, &dogs), mark("x", &subject, &renamed)]);
        assert_eq!([&both[1], &both[0]], [&other[0], &other[1]], "neither order nor names of variables count");
        let same = fingerprints(&[mark("x", &subject, &pets), mark("x", &subject, &pets)]);
        assert_ne!(same[0], same[1]);
    }

    #[test]
    fn parts_do_not_run_together() {
        let (one, two) = (["ab".to_owned()], ["a".to_owned(), "b".to_owned()]);
        assert_ne!(fingerprints(&[mark("x", &one, &[])]), fingerprints(&[mark("x", &two, &[])]));
    }
}
