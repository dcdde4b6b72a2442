//! The same description in another order: the members of every object, and the lists whose order says nothing.

use serde_json::Value;

use super::random::Random;

/// Lists whose order says nothing. Alternatives (`oneOf`, `anyOf`, `security`) and `servers` are tried in their order, and
/// the first of an operation's `tags` is the resource that has it.
const UNORDERED: [&str; 3] = ["required", "parameters", "schemes"];

/// Another order of the same.
pub fn reorder(value: &mut Value, random: &mut Random) {
    match value {
        Value::Object(entries) => {
            let mut members: Vec<_> = std::mem::take(entries).into_iter().collect();
            random.shuffle(&mut members);
            for (key, mut value) in members {
                if UNORDERED.contains(&key.as_str())
                    && let Value::Array(items) = &mut value
                {
                    random.shuffle(items);
                }
                reorder(&mut value, random);
                entries.insert(key, value);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| reorder(item, random)),
        _ => {}
    }
}
