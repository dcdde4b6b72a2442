//! The lints that an emitted crate silences: attributes `allow` and `expect`, also in macros and behind `cfg_attr`, and
//! levels in the manifest.
//!
//! The one before `mod runtime;` in `src/lib.rs` is left out when it has a reason: an API uses the part of the runtime
//! that it needs.

use std::{fs, io, path::Path};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::specs::entries;

/// Where a crate silences lints: `path: count`.
pub fn of(folder: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    let manifest = fs::read_to_string(folder.join("Cargo.toml"))?;
    push(&mut found, "Cargo.toml", levels(&manifest));
    for part in ["src", "examples", "tests"] {
        walk(folder, &folder.join(part), &mut found)?;
    }
    Ok(found)
}

fn push(found: &mut Vec<String>, path: &str, count: usize) {
    found.extend((count > 0).then(|| format!("{path}: {count}")));
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<String>) -> io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for path in entries(folder)? {
        if path.is_dir() {
            walk(root, &path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let tokens: TokenStream = fs::read_to_string(&path)?.parse().unwrap_or_default();
            push(found, &name, attributes(tokens, name == "src/lib.rs"));
        }
    }
    Ok(())
}

/// The attributes that silence something.
fn attributes(tokens: TokenStream, is_root: bool) -> usize {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let mut count = 0;
    for (index, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        let before = index.checked_sub(1).and_then(|before| tokens.get(before));
        let is_attribute = matches!(before, Some(TokenTree::Punct(mark)) if matches!(mark.as_char(), '#' | '!'));
        if group.delimiter() == Delimiter::Bracket && is_attribute {
            let excused =
                is_root && is_runtime(tokens.get(index + 1..).unwrap_or_default()) && has_reason(group.stream());
            count += usize::from(!excused) * silences(group.stream());
        } else {
            count += attributes(group.stream(), false);
        }
    }
    count
}

fn is_runtime(after: &[TokenTree]) -> bool {
    let words: Vec<_> = after.iter().take(3).map(ToString::to_string).collect();
    words == ["mod", "runtime", ";"]
}

fn has_reason(attribute: TokenStream) -> bool {
    attribute.into_iter().any(|token| match token {
        TokenTree::Ident(word) => word == "reason",
        TokenTree::Group(group) => has_reason(group.stream()),
        _ => false,
    })
}

/// `allow(…)` and `expect(…)` in an attribute.
fn silences(attribute: TokenStream) -> usize {
    let tokens: Vec<_> = attribute.into_iter().collect();
    let pair = |pair: &[TokenTree]| match pair {
        [TokenTree::Ident(word), TokenTree::Group(_)] => usize::from(word == "allow" || word == "expect"),
        _ => 0,
    };
    let inside = tokens.iter().map(|token| match token {
        TokenTree::Group(group) => silences(group.stream()),
        _ => 0,
    });
    tokens.windows(2).map(pair).sum::<usize>() + inside.sum::<usize>()
}

/// `[lints]` of level `allow`.
fn levels(manifest: &str) -> usize {
    fn count(value: &toml::Value) -> usize {
        match value {
            toml::Value::String(text) => usize::from(text == "allow"),
            toml::Value::Table(table) => table.values().map(count).sum(),
            _ => 0,
        }
    }
    let manifest: toml::Table = manifest.parse().unwrap_or_default();
    manifest.get("lints").map_or(0, count)
}

#[cfg(test)]
mod tests {
    use super::{attributes, levels};

    fn count(text: &str) -> usize {
        attributes(text.parse().unwrap(), true)
    }

    #[test]
    fn attributes_are_found_wherever_they_stand() {
        assert_eq!(
            count("#![allow(dead_code)] #[cfg_attr(test, allow(x), expect(y))] mod a { #[expect(z)] fn f() {} }"),
            4
        );
        assert_eq!(count("macro_rules! m { () => { #[allow(deprecated, reason = \"r\")] fn f() {} } }"), 1);
        assert_eq!(count("#[deny(a)] fn allow(x: u8) { expect(x) } // #[allow(b)]"), 0);
    }

    #[test]
    fn the_reasoned_one_of_the_runtime_is_left_out() {
        assert_eq!(count("#[allow(dead_code, reason = \"r\")] mod runtime;"), 0);
        assert_eq!(count("#[allow(dead_code)] mod runtime;"), 1);
        assert_eq!(count("#[allow(dead_code, reason = \"r\")] mod types;"), 1);
    }

    #[test]
    fn levels_of_the_manifest() {
        assert_eq!(levels("[lints.clippy]\na = \"allow\"\nb = { level = \"allow\", priority = 1 }\nc = \"deny\"\n"), 2);
    }
}
