//! Reads which paths and macros a source file names. It looks at tokens: comments and strings do not count.

use std::fmt;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Something that a file names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A path of at least two segments, from the crate's root or from a crate's name.
    Path(Vec<String>),
    /// A macro called by a plain name.
    Macro(String),
}

impl Named {
    /// The segments, of a path.
    pub fn path(&self) -> Option<&[String]> {
        match self {
            Self::Path(path) => Some(path),
            Self::Macro(_) => None,
        }
    }
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path) => f.write_str(&path.join("::")),
            Self::Macro(name) => write!(f, "{name}!"),
        }
    }
}

/// The module of a file below `src`: `emit/types/structs.rs` is `emit`, `types`, `structs`.
pub fn module(file: &str) -> Vec<String> {
    let path = file.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    path.split('/').filter(|part| !matches!(*part, "lib" | "main")).map(str::to_owned).collect()
}

/// What the file names, with `super` and `self` resolved, without what stands under `#[cfg(test)]`.
pub fn named(file: &str, text: &str) -> Vec<Named> {
    let mut found = Vec::new();
    read(tokens(text), &module(file), &mut found);
    found
}

/// What the file names, just as it stands there.
pub fn named_as_written(text: &str) -> Vec<Named> {
    fn all(stream: TokenStream, found: &mut Vec<Named>) {
        let trees: Vec<TokenTree> = stream.into_iter().collect();
        for index in 0..trees.len() {
            if let TokenTree::Group(group) = &trees[index] {
                all(group.stream(), found);
            }
            if starts_path(&trees, index) {
                found.extend(expand(&trees, index).into_iter().map(Named::Path));
            }
        }
    }
    let mut found = Vec::new();
    all(tokens(text), &mut found);
    found
}

fn tokens(text: &str) -> TokenStream {
    text.parse().expect("a source file of ours that does not parse")
}

fn read(stream: TokenStream, module: &[String], found: &mut Vec<Named>) {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut index = 0;
    while index < trees.len() {
        if let Some((name, body)) = inline_module(&trees[index..]) {
            let mut inner = module.to_vec();
            inner.push(name);
            if !is_cfg_test(&trees[..index]) {
                read(body.stream(), &inner, found);
            }
            index += 3;
            continue;
        }
        if let [TokenTree::Ident(name), TokenTree::Punct(bang), ..] = &trees[index..]
            && bang.as_char() == '!'
        {
            found.push(Named::Macro(name.to_string()));
            // What stands in `quote!` is emitted code, not the program's own.
            if name == "quote" {
                index += 3;
                continue;
            }
        }
        if starts_path(&trees, index) {
            let paths = expand(&trees, index).into_iter();
            found.extend(paths.filter_map(|path| absolute(path, module)).map(Named::Path));
            index = after_path(&trees, index);
            continue;
        }
        if let TokenTree::Group(group) = &trees[index] {
            read(group.stream(), module, found);
        }
        index += 1;
    }
}

fn inline_module(trees: &[TokenTree]) -> Option<(String, &Group)> {
    match trees {
        [TokenTree::Ident(word), TokenTree::Ident(name), TokenTree::Group(body), ..]
            if word == "mod" && body.delimiter() == Delimiter::Brace =>
        {
            Some((name.to_string(), body))
        }
        _ => None,
    }
}

fn is_cfg_test(before: &[TokenTree]) -> bool {
    let attributes = before.iter().rev().take(8).filter_map(|tree| match tree {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => Some(group.to_string()),
        _ => None,
    });
    attributes.take(1).any(|text| text.replace(' ', "") == "[cfg(test)]")
}

fn is_colons(trees: &[TokenTree]) -> bool {
    matches!(trees, [TokenTree::Punct(a), TokenTree::Punct(b), ..] if a.as_char() == ':' && b.as_char() == ':')
}

fn starts_path(trees: &[TokenTree], index: usize) -> bool {
    let follows = index >= 2 && is_colons(&trees[index - 2..]);
    matches!(trees[index], TokenTree::Ident(_)) && !follows && is_colons(&trees[index + 1..])
}

fn after_path(trees: &[TokenTree], mut index: usize) -> usize {
    while is_colons(&trees[index + 1..]) && index + 3 < trees.len() {
        index += 3;
    }
    index + 1
}

/// The paths that begin at `index`: one, or those of a braced group.
fn expand(trees: &[TokenTree], index: usize) -> Vec<Vec<String>> {
    let Some(TokenTree::Ident(first)) = trees.get(index) else { return Vec::new() };
    let first = first.to_string();
    let rest = match trees.get(index + 3) {
        _ if !is_colons(trees.get(index + 1..).unwrap_or_default()) => vec![Vec::new()],
        Some(TokenTree::Ident(_)) => expand(trees, index + 3),
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => items(group),
        _ => vec![Vec::new()],
    };
    rest.into_iter().map(|path| [vec![first.clone()], path].concat()).collect()
}

fn items(group: &Group) -> Vec<Vec<String>> {
    let trees: Vec<TokenTree> = group.stream().into_iter().collect();
    let is_comma = |tree: &TokenTree| matches!(tree, TokenTree::Punct(comma) if comma.as_char() == ',');
    trees.split(is_comma).flat_map(|item| expand(item, 0)).collect()
}

/// From the crate's root, where the path leads there; the name of an item in scope leads nowhere.
fn absolute(path: Vec<String>, module: &[String]) -> Option<Vec<String>> {
    let ups = path.iter().take_while(|part| *part == "super").count();
    let named_self = path.first().is_some_and(|part| part == "self");
    let base = match path.first()?.as_str() {
        "self" => module,
        "super" => &module[..module.len().saturating_sub(ups)],
        _ => return Some(path),
    };
    let rest = path.into_iter().skip(ups.max(usize::from(named_self)));
    Some(["crate".to_owned()].into_iter().chain(base.iter().cloned()).chain(rest).collect())
}
