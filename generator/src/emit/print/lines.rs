//! The short way for what most lines of a crate are: `use`, `mod` and `type` items of plain paths.
//!
//! Such an item has one layout, so it needs neither a parser nor a printer. What has a form that is not known here, or
//! may be too long for one line, is left to them.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};

/// Whatever is shorter than this stands on one line.
const SHORT: usize = 80;

/// The text of items that end in `;`, each either in its one layout or as `print` gives it.
pub(super) fn text(
    tokens: TokenStream,
    print: impl Fn(TokenStream) -> Result<String, String>,
) -> Result<String, String> {
    let mut text = String::new();
    let mut item = Vec::new();
    for token in tokens {
        let ends = is_punct(&token, ';');
        item.push(token);
        if ends {
            match plain(&item) {
                Some(plain) => text.push_str(&plain),
                None => text.push_str(&print(item.iter().cloned().collect())?),
            }
            item.clear();
        }
    }
    text.push_str(&print(item.into_iter().collect())?);
    Ok(text)
}

fn plain(mut item: &[TokenTree]) -> Option<String> {
    let mut text = String::new();
    while let [hash, TokenTree::Group(group), rest @ ..] = item {
        if !is_punct(hash, '#') || group.delimiter() != Delimiter::Bracket {
            return None;
        }
        attribute(group, &mut text)?;
        item = rest;
    }
    let start = text.len();
    if let [TokenTree::Ident(word), rest @ ..] = item
        && word == "pub"
    {
        text.push_str("pub ");
        item = rest;
    }
    let [TokenTree::Ident(keyword), rest @ .., _] = item else { return None };
    match (keyword.to_string().as_str(), rest) {
        ("mod", [TokenTree::Ident(name)]) => text.push_str(&format!("mod {name}")),
        ("use", path) => {
            text.push_str("use ");
            used(path, &mut text)?;
        }
        ("type", [TokenTree::Ident(name), equals, ty @ ..]) if is_punct(equals, '=') => {
            text.push_str(&format!("type {name} = "));
            path(ty, &mut text)?;
        }
        _ => return None,
    }
    text.push_str(";\n");
    let line = text.get(start..)?;
    (line.len() < SHORT || !line.contains(['{', '<'])).then_some(text)
}

/// A line of documentation or a condition.
fn attribute(group: &Group, text: &mut String) -> Option<()> {
    let tokens: Vec<_> = group.stream().into_iter().collect();
    match tokens.as_slice() {
        [TokenTree::Ident(name), equals, TokenTree::Literal(literal)] if name == "doc" && is_punct(equals, '=') => {
            let doc = value(literal).filter(|doc| !doc.contains('\n') && !doc.starts_with('/'))?;
            text.push_str("///");
            text.push_str(doc.trim_end_matches(' '));
        }
        [TokenTree::Ident(name), TokenTree::Group(group)] if name == "cfg" => {
            let start = text.len();
            text.push_str("#[cfg");
            condition(group, text)?;
            text.push(']');
            if text.len() - start >= SHORT {
                return None;
            }
        }
        _ => return None,
    }
    text.push('\n');
    Some(())
}

/// The value of a literal that is a text.
fn value(literal: &Literal) -> Option<String> {
    let text = literal.to_string();
    match text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        Some(plain) if !plain.contains('\\') => Some(plain.to_owned()),
        _ => match syn::Lit::new(literal.clone()) {
            syn::Lit::Str(literal) => Some(literal.value()),
            _ => None,
        },
    }
}

/// `(any(feature = "a", feature = "b"))`.
fn condition(group: &Group, text: &mut String) -> Option<()> {
    if group.delimiter() != Delimiter::Parenthesis {
        return None;
    }
    text.push('(');
    let tokens: Vec<_> = group.stream().into_iter().collect();
    for (index, part) in tokens.split(|token| is_punct(token, ',')).enumerate() {
        text.push_str(if index == 0 { "" } else { ", " });
        match part {
            [TokenTree::Ident(key), equals, TokenTree::Literal(value)] if is_punct(equals, '=') => {
                text.push_str(&format!("{key} = {value}"));
            }
            [TokenTree::Ident(name), TokenTree::Group(inner)] => {
                text.push_str(&name.to_string());
                condition(inner, text)?;
            }
            _ => return None,
        }
    }
    text.push(')');
    Some(())
}

/// A path, or one that ends in a list of several.
fn used(tokens: &[TokenTree], text: &mut String) -> Option<()> {
    let [before @ .., TokenTree::Group(group)] = tokens else { return path(tokens, text) };
    let [owner @ .., one, two] = before else { return None };
    let listed: Vec<_> = group.stream().into_iter().collect();
    let paths: Vec<_> = listed.split(|token| is_punct(token, ',')).collect();
    if group.delimiter() != Delimiter::Brace || !is_punct(one, ':') || !is_punct(two, ':') || paths.len() < 2 {
        return None;
    }
    path(owner, text)?;
    text.push_str("::{");
    for (index, tokens) in paths.into_iter().enumerate() {
        text.push_str(if index == 0 { "" } else { ", " });
        path(tokens, text)?;
    }
    text.push('}');
    Some(())
}

/// `a::B`, `Vec<B>`, `BTreeMap<A, B>`.
fn path(tokens: &[TokenTree], text: &mut String) -> Option<()> {
    let mut after_name = false;
    let mut tokens = tokens.iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(name) if !after_name => {
                text.push_str(&name.to_string());
                after_name = true;
            }
            TokenTree::Punct(punct) if after_name => match punct.as_char() {
                ':' if is_punct(tokens.next()?, ':') => {
                    text.push_str("::");
                    after_name = false;
                }
                '<' => {
                    text.push('<');
                    after_name = false;
                }
                ',' => {
                    text.push_str(", ");
                    after_name = false;
                }
                '>' => text.push('>'),
                _ => return None,
            },
            _ => return None,
        }
    }
    after_name.then_some(())
}

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    /// What is read here is laid out as prettyplease lays it out.
    fn check(tokens: TokenStream, plain_ones: usize) {
        let slow = |tokens: TokenStream| Ok(prettyplease::unparse(&syn::parse2(tokens).map_err(|e| e.to_string())?));
        let left = std::cell::Cell::new(0);
        let counted = |tokens: TokenStream| {
            left.set(left.get() + usize::from(!tokens.is_empty()));
            slow(tokens)
        };
        let items = tokens.clone().into_iter().filter(|token| is_punct(token, ';')).count();
        assert_eq!(text(tokens.clone(), counted), slow(tokens));
        assert_eq!(items - left.get(), plain_ones);
    }

    #[test]
    fn plain_items_have_the_layout_of_the_printer() {
        check(
            quote! {
                mod a;
                pub mod r#type;
                #[cfg(feature = "one")] mod b;
                #[cfg(any(feature = "one", not(feature = "two")))] pub use self::b::{B, BRequired};
                use std::{collections::BTreeMap, sync::Arc};
                use crate::runtime::{self, object};
                use crate::a::rather::long::path::that::has::no::place::to::be::broken::and::is::longer::than::a::line::Name;
                #[doc = " Says \"this\".  "] #[doc = ""] #[doc = " And that."] pub type A = Vec<serde_json::Value>;
                pub type B = BTreeMap<String, Vec<types::C>>;
            },
            9,
        );
    }

    #[test]
    fn what_may_break_or_is_unknown_is_left_to_the_printer() {
        check(
            quote! {
                use crate::{runtime::{self, object}, types};
                use self::{A};
                use a::*;
                use a as b;
                use ::a::B;
                pub(crate) mod c;
                pub type A = (String, Vec<u8>);
                pub type B = Option<&'static str>;
                #[doc = "/ not a comment"] mod d;
                #[doc = " two\n lines"] mod e;
                #[allow(dead_code)] mod f;
                #[cfg(any(feature = "a_long_name", feature = "another_long_name", feature = "one_more_long_name"))] mod g;
                pub use self::a_module_of_some_length::{ATypeWithANameOfSomeLength, ATypeWithANameOfSomeLengthRequired};
                mod h { mod i; }
                mod j;
            },
            0,
        );
    }
}
