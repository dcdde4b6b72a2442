//! What a method's documentation says of its positional arguments: only what their names do not.

use crate::model::{Argument, Operation, RequiredArguments};

/// Words that say nothing which a name has not said.
const FILLERS: &[&str] = &[
    "a", "an", "and", "at", "be", "by", "for", "from", "given", "id", "identifier", "identifiers", "identifies", "ids", "in",
    "is", "it", "name", "named", "of", "on", "parameter", "path", "requested", "respective", "specific", "specified",
    "that", "the", "this", "to", "unique", "uniquely", "uuid", "value", "want", "which", "with", "you", "your",
];

/// A list of those arguments whose description says more than their names.
#[must_use]
pub fn lines(operation: &Operation) -> Vec<String> {
    let positional = match &operation.required {
        RequiredArguments::Positional(arguments) => arguments.as_slice(),
        RequiredArguments::Struct { .. } => &[],
    };
    let described = operation.path_arguments.iter().chain(positional).filter(|argument| says_more(argument));
    described.map(|argument| format!("- `{}`: {}", argument.name, argument.docs.summary)).collect()
}

fn says_more(argument: &Argument) -> bool {
    adds_to(argument.name.as_str(), &argument.docs.summary)
}

/// Whether a description holds a word that neither the name holds nor is a filler.
fn adds_to(name: &str, description: &str) -> bool {
    let known: Vec<_> = words(name).collect();
    let is_known = |word: &String| {
        FILLERS.contains(&word.as_str()) || known.iter().any(|known| stem(known) == stem(word))
    };
    words(description).any(|word| !is_known(&word))
}

/// The words in lower case.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Without the ending of a plural or a genitive.
fn stem(word: &str) -> &str {
    word.strip_suffix('s').filter(|stem| !stem.is_empty()).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::adds_to;

    #[test]
    fn a_description_that_repeats_the_name_is_left_out() {
        for repeated in ["", "The ID of the workspace.", "workspace's unique identifier", "Workspace id"] {
            assert!(!adds_to("workspace_id", repeated), "{repeated}");
        }
        for more in ["External id of the workspace.", "The workspace, or `me`.", "Begins with `ws_`."] {
            assert!(adds_to("workspace_id", more), "{more}");
        }
    }
}
