//! What a crate consists of, without what its texts say.

use std::{collections::BTreeMap, str::FromStr as _};

use generator::emit::Files;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// How often each kind of thing is there.
pub type Shape = BTreeMap<String, usize>;

/// The shape of all Rust files but the copied ones, which are compared as they are.
pub fn of(files: &Files) -> Shape {
    let mut shape = Shape::new();
    for (path, text) in rust(files) {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"));
        Counter(&mut shape).visit_file(&file);
        count_tokens(TokenStream::from_str(text).unwrap(), &mut shape);
    }
    shape
}

/// The emitted Rust files.
pub fn rust(files: &Files) -> impl Iterator<Item = (&String, &String)> {
    let copied = |path: &str| path.starts_with("src/runtime/") && path != "src/runtime/config.rs";
    files.0.iter().filter(move |(path, _)| path.ends_with(".rs") && !copied(path))
}

/// What is there more or less often than in the other shape.
pub fn difference(shape: &Shape, other: &Shape) -> Vec<String> {
    let of = |shape: &Shape, key: &String| shape.get(key).copied().unwrap_or_default();
    let keys: std::collections::BTreeSet<_> = shape.keys().chain(other.keys()).collect();
    let differ = keys.into_iter().filter(|key| of(shape, key) != of(other, key));
    differ.map(|key| format!("{key}: {} instead of {}", of(shape, key), of(other, key))).collect()
}

/// What is there and not at all in the other shape.
pub fn foreign(shape: &Shape, other: &Shape) -> Vec<String> {
    shape.keys().filter(|key| !other.contains_key(*key)).cloned().collect()
}

struct Counter<'s>(&'s mut Shape);

impl Counter<'_> {
    fn add(&mut self, what: impl Into<String>) {
        *self.0.entry(what.into()).or_default() += 1;
    }
}

/// The name of the variant, as `Debug` prints it.
fn variant(shown: &dyn std::fmt::Debug) -> String {
    let shown = format!("{shown:?}");
    shown.split(|c: char| !c.is_alphanumeric() && c != ':').next().unwrap().to_owned()
}

impl<'ast> Visit<'ast> for Counter<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        self.add(format!("item {}", kind_of_item(item)));
        visit::visit_item(self, item);
    }

    fn visit_impl_item(&mut self, item: &'ast syn::ImplItem) {
        self.add("member of an impl");
        visit::visit_impl_item(self, item);
    }

    fn visit_expr(&mut self, expression: &'ast syn::Expr) {
        if !matches!(expression, syn::Expr::Lit(_)) {
            self.add(format!("expression {}", kind_of_expression(expression)));
        }
        visit::visit_expr(self, expression);
    }

    fn visit_macro(&mut self, found: &'ast syn::Macro) {
        self.add(format!("macro {}", path(&found.path)));
        visit::visit_macro(self, found);
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if attribute.path().is_ident("doc") && attribute.meta.require_list().is_err() {
            let value = &attribute.meta.require_name_value().unwrap().value;
            assert!(matches!(value, syn::Expr::Lit(_)), "documentation that is no literal");
        } else {
            self.add(format!("attribute {}", path(attribute.path())));
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let root = match &item.tree {
            syn::UseTree::Path(path) => path.ident.to_string(),
            syn::UseTree::Name(name) => name.ident.to_string(),
            other => variant(&std::mem::discriminant(other)),
        };
        self.add(format!("use {root}"));
    }
}

fn path(path: &syn::Path) -> String {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect::<Vec<_>>().join("::")
}

fn kind_of_item(item: &syn::Item) -> &'static str {
    match item {
        syn::Item::Const(_) => "const",
        syn::Item::Enum(_) => "enum",
        syn::Item::ExternCrate(_) => "extern crate",
        syn::Item::Fn(_) => "fn",
        syn::Item::ForeignMod(_) => "extern block",
        syn::Item::Impl(_) => "impl",
        syn::Item::Macro(_) => "macro",
        syn::Item::Mod(_) => "mod",
        syn::Item::Static(_) => "static",
        syn::Item::Struct(_) => "struct",
        syn::Item::Trait(_) => "trait",
        syn::Item::Type(_) => "type",
        syn::Item::Use(_) => "use",
        _ => "of another kind",
    }
}

fn kind_of_expression(expression: &syn::Expr) -> &'static str {
    match expression {
        syn::Expr::Call(_) => "call",
        syn::Expr::MethodCall(_) => "method call",
        syn::Expr::Macro(_) => "macro",
        syn::Expr::Unsafe(_) => "unsafe",
        syn::Expr::Closure(_) => "closure",
        syn::Expr::Block(_) => "block",
        syn::Expr::Struct(_) => "struct",
        _ => "of another kind",
    }
}

/// Counts tokens, documentation left out: also what stands in macros, where syn does not look.
fn count_tokens(tokens: TokenStream, shape: &mut Shape) {
    let trees: Vec<_> = tokens.into_iter().collect();
    let mut index = 0;
    while let Some(tree) = trees.get(index) {
        index += 1;
        if let Some((_, skipped)) = documentation(&trees[index - 1..]) {
            index += skipped - 1;
            continue;
        }
        let kind = match tree {
            TokenTree::Group(group) => {
                count_tokens(group.stream(), shape);
                match group.delimiter() {
                    Delimiter::Brace => "{}".to_owned(),
                    Delimiter::Bracket => "[]".to_owned(),
                    Delimiter::Parenthesis => "()".to_owned(),
                    Delimiter::None => "a group".to_owned(),
                }
            }
            // Layout decides about the last one of a list.
            TokenTree::Punct(punct) if punct.as_char() == ',' => continue,
            TokenTree::Punct(punct) => punct.to_string(),
            TokenTree::Ident(_) => "identifier".to_owned(),
            TokenTree::Literal(_) => "literal".to_owned(),
        };
        *shape.entry(format!("token {kind}")).or_default() += 1;
    }
}

/// The text of a documentation attribute at the beginning, and how many tokens it has.
fn documentation(trees: &[TokenTree]) -> Option<(String, usize)> {
    let is = |tree: Option<&TokenTree>, c: char| matches!(tree, Some(TokenTree::Punct(p)) if p.as_char() == c);
    let after = 1 + usize::from(is(trees.get(1), '!'));
    let Some(TokenTree::Group(group)) = trees.get(after).filter(|_| is(trees.first(), '#')) else { return None };
    let inner: Vec<_> = group.stream().into_iter().collect();
    match inner.as_slice() {
        [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Literal(text)] if *name == "doc" => {
            Some((syn::parse_str::<syn::LitStr>(&text.to_string()).unwrap().value(), after + 1))
        }
        _ => None,
    }
}

/// The documentation of each item, as rustdoc joins it.
pub fn docs(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    collect_docs(TokenStream::from_str(text).unwrap(), &mut all);
    all
}

fn collect_docs(tokens: TokenStream, all: &mut Vec<String>) {
    let trees: Vec<_> = tokens.into_iter().collect();
    let mut block: Vec<String> = Vec::new();
    let mut index = 0;
    while index < trees.len() {
        if let Some((text, length)) = documentation(&trees[index..]) {
            block.extend(text.split('\n').map(str::to_owned));
            index += length;
            continue;
        }
        all.extend((!block.is_empty()).then(|| unindented(&std::mem::take(&mut block))));
        if let TokenTree::Group(group) = &trees[index] {
            collect_docs(group.stream(), all);
        }
        index += 1;
    }
    all.extend((!block.is_empty()).then(|| unindented(&block)));
}

fn unindented(lines: &[String]) -> String {
    let indent = |line: &String| line.len() - line.trim_start_matches(' ').len();
    let common = lines.iter().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(0);
    let cut = lines.iter().map(|line| line.get(common..).unwrap_or_default());
    cut.collect::<Vec<_>>().join("\n")
}
