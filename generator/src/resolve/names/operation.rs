//! Candidates for methods of resources.

use super::{method_name, words};
use crate::model::{HttpMethod, MethodName};

/// The method of an operation when no extension names it: snake case of its operationId without the resource's words,
/// singular or plural, at its ends. Decided from this operation alone: `listConnections` under `connections` is `list`.
#[must_use]
pub fn operation_name(operation_id: &str, resource: &str) -> MethodName {
    let snake = words::identifier(&[operation_id], words::Case::Snake).unwrap_or_default();
    let own: Vec<&str> = snake.split('_').collect();
    let label = words::identifier(&[resource], words::Case::Snake).unwrap_or_default();
    let taken: Vec<&str> = label.split('_').filter(|word| !word.is_empty()).collect();
    let left = strip(&own, &taken);
    method_name(&[&left.join(" ")])
}

/// The method of an operation that has no usable operationId: its HTTP method and the words of its path.
#[must_use]
pub fn path_name(method: HttpMethod, path: &str) -> MethodName {
    method_name(&[&method.as_str().to_ascii_lowercase(), &path.replace(['{', '}'], " ")])
}

/// `own` without `taken` at its end or its beginning; never empty.
fn strip<'a, 'b>(own: &'a [&'b str], taken: &[&str]) -> &'a [&'b str] {
    let count = taken.len();
    if count == 0 || own.len() <= count {
        return own;
    }
    let (head, tail) = own.split_at(own.len() - count);
    if alike(tail, taken) {
        return head;
    }
    let (head, tail) = own.split_at(count);
    if alike(head, taken) { tail } else { own }
}

fn alike(own: &[&str], taken: &[&str]) -> bool {
    own.iter().zip(taken).all(|(a, b)| singular(a) == singular(b))
}

/// A word without its English plural ending; only ever compared with another one treated alike.
fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies") {
        return format!("{stem}y");
    }
    for ending in ["sses", "shes", "ches", "xes"] {
        if word.ends_with(ending) {
            return word.trim_end_matches("es").to_owned();
        }
    }
    match word.strip_suffix('s') {
        Some(stem) if !stem.ends_with('s') && !stem.is_empty() => stem.to_owned(),
        _ => word.to_owned(),
    }
}
