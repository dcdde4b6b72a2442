//! The JSON path of a byte, found by walking the text up to it. Only errors that are shown pay for this.

use std::fmt::Write as _;

use super::api_error::one_line;

enum Step {
    Key(String),
    Index(usize),
}

struct Walk {
    /// What is open: for each object its current key, for each array its current index.
    open: Vec<Step>,
    /// A string that comes now is a key.
    key_next: bool,
}

/// The path of what stands at or ends at `offset`. Total: text that is no JSON gives what can be told of it.
pub(crate) fn at(text: &[u8], offset: usize) -> String {
    // A bracket that closes at the offset leaves its value, and what is open then is the way to that value.
    let text = text.get(..offset).unwrap_or(text);
    let mut walk = Walk { open: Vec::new(), key_next: false };
    let mut rest = text;
    while let [byte, tail @ ..] = rest {
        rest = tail;
        match byte {
            b'{' => {
                walk.open.push(Step::Key(String::new()));
                walk.key_next = true;
            }
            b'[' => {
                walk.open.push(Step::Index(0));
                walk.key_next = false;
            }
            b'}' | b']' => {
                walk.open.pop();
                walk.key_next = false;
            }
            b',' => walk.next(),
            b':' => walk.key_next = false,
            b'"' => rest = walk.string(tail),
            _ => {}
        }
    }
    walk.print()
}

impl Walk {
    fn next(&mut self) {
        match self.open.last_mut() {
            Some(Step::Index(index)) => *index += 1,
            Some(Step::Key(key)) => {
                key.clear();
                self.key_next = true;
            }
            None => {}
        }
    }

    /// Reads to the end of a string and keeps it when it is a key; gives what follows.
    fn string<'t>(&mut self, text: &'t [u8]) -> &'t [u8] {
        let mut escaped = false;
        let end = text.iter().position(|&byte| match byte {
            _ if escaped => {
                escaped = false;
                false
            }
            b'\\' => {
                escaped = true;
                false
            }
            _ => byte == b'"',
        });
        let Some((content, rest)) = end.and_then(|end| text.split_at_checked(end)) else { return &[] };
        if let (true, Some(Step::Key(key))) = (self.key_next, self.open.last_mut()) {
            *key = String::from_utf8_lossy(content).into_owned();
        }
        rest.get(1..).unwrap_or(&[])
    }

    fn print(&self) -> String {
        let mut path = String::from("$");
        for step in &self.open {
            // Writing to a String cannot fail.
            let _ = match step {
                Step::Key(key) if key.is_empty() => Ok(()),
                Step::Key(key) if key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') => write!(path, ".{key}"),
                Step::Key(key) => write!(path, "[\"{}\"]", one_line(key)),
                Step::Index(index) => write!(path, "[{index}]"),
            };
        }
        path
    }
}
