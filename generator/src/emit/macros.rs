//! Macros that take expressions, printed as calls are.
//!
//! prettyplease prints what stands in a macro as bare tokens (`client(& server) ?`). So `assert_eq!(a, b)` goes through
//! it as a call of a function whose name ends in a letter that looks like `!` and that no name of ours can have, and
//! `vec![a]` as an array that begins with that letter.

use syn::{
    Expr, ExprArray, ExprCall, ExprPath, LitStr, Macro, MacroDelimiter, Stmt, Token,
    parse::Parser,
    punctuated::Punctuated,
    visit_mut::{self, VisitMut},
};

use super::tokens::ident;

/// The macros of std that emitted code calls with expressions in parentheses.
const NAMES: &[&str] = &["assert", "assert_eq", "format", "println"];

/// U+01C3, a letter.
const MARK: char = 'ǃ';

/// The text of a file.
#[must_use]
pub fn unparse(mut file: syn::File) -> String {
    AsCalls.visit_file_mut(&mut file);
    let mut lists = Lists::default();
    lists.visit_file_mut(&mut file);
    let as_arrays = lists.any && !lists.marked;
    if as_arrays {
        AsArrays.visit_file_mut(&mut file);
    }
    let text = prettyplease::unparse(&file);
    if !text.contains(MARK) {
        return text;
    }
    let text = NAMES.iter().fold(text, |text, name| text.replace(&format!("{name}{MARK}("), &format!("{name}!(")));
    if as_arrays { as_lists(&text) } else { text }
}

/// Turns the arrays that begin with the mark back into lists.
fn as_lists(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split(MARK);
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let open = out.trim_end().strip_suffix('[').map(str::len);
        // `[ǃ, a]`, `[ǃ]`, or each item on a line of its own.
        let rest = part.strip_prefix(", ").or_else(|| part.strip_prefix(',')).or(part.starts_with(']').then_some(part));
        match open.zip(rest) {
            Some((open, rest)) => {
                out.truncate(open);
                out.push_str("vec![");
                out.push_str(rest);
            }
            None => {
                out.push(MARK);
                out.push_str(part);
            }
        }
    }
    out
}

/// Whether there are lists, and whether a text holds the mark, so that they must stay as they are.
#[derive(Default)]
struct Lists {
    any: bool,
    marked: bool,
}

impl VisitMut for Lists {
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        self.any |= mac.path.is_ident("vec");
        self.marked |= mac.tokens.to_string().contains(MARK);
    }

    fn visit_lit_str_mut(&mut self, text: &mut LitStr) {
        self.marked |= text.token().to_string().contains(MARK);
    }
}

struct AsArrays;

impl VisitMut for AsArrays {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Macro(inner) = expr
            && let Some(list) = array(&inner.mac)
        {
            *expr = list;
        }
        visit_mut::visit_expr_mut(self, expr);
    }
}

fn array(mac: &Macro) -> Option<Expr> {
    let MacroDelimiter::Bracket(bracket_token) = mac.delimiter else { return None };
    let items = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(mac.tokens.clone()).ok()?;
    let items = Some(&mac.path).filter(|path| path.is_ident("vec")).map(|_| items)?;
    let mark = proc_macro2::Ident::new(&MARK.to_string(), proc_macro2::Span::call_site());
    let mark = Expr::Path(ExprPath { attrs: Vec::new(), qself: None, path: mark.into() });
    Some(Expr::Array(ExprArray { attrs: Vec::new(), bracket_token, elems: [mark].into_iter().chain(items).collect() }))
}

struct AsCalls;

impl VisitMut for AsCalls {
    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        if let Stmt::Macro(inner) = stmt
            && let Some(call) = call(&inner.mac)
        {
            *stmt = Stmt::Expr(call, inner.semi_token);
        }
        visit_mut::visit_stmt_mut(self, stmt);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Macro(inner) = expr
            && let Some(call) = call(&inner.mac)
        {
            *expr = call;
        }
        visit_mut::visit_expr_mut(self, expr);
    }
}

fn call(mac: &Macro) -> Option<Expr> {
    let MacroDelimiter::Paren(paren) = mac.delimiter else { return None };
    let name = mac.path.get_ident().map(ToString::to_string).filter(|name| NAMES.contains(&name.as_str()))?;
    let args = Punctuated::parse_terminated.parse2(mac.tokens.clone()).ok()?;
    let marked = proc_macro2::Ident::new(&format!("{name}{MARK}"), ident(&name).span());
    let func = Expr::Path(ExprPath { attrs: Vec::new(), qself: None, path: marked.into() });
    Some(Expr::Call(ExprCall { attrs: Vec::new(), func: Box::new(func), paren_token: paren, args }))
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn what_stands_in_a_macro_is_laid_out() {
        let tokens = quote! {
            fn f() -> Option<()> {
                assert_eq!(a.b(), Some("x".parse::<u8>()?));
                let text = format!("{:?} \"ǃ(", g(&h)?);
                assert!(!text.is_empty() && matches!(x, Y { .. }), "{text}");
                other!(a b c);
                None
            }
        };
        let expected = r#"fn f() -> Option<()> {
    assert_eq!(a.b(), Some("x".parse::<u8>()?));
    let text = format!("{:?} \"ǃ(", g(&h)?);
    assert!(!text.is_empty() && matches!(x, Y { .. }), "{text}");
    other!(a b c);
    None
}
"#;
        assert_eq!(printed(tokens), expected);
    }

    fn printed(tokens: proc_macro2::TokenStream) -> String {
        unparse(syn::parse2(tokens).unwrap())
    }

    #[test]
    fn lists_are_laid_out() {
        let tokens = quote! {
            fn f() {
                let short = g(vec![1, 2], vec![], &[3]);
                let long = Body::new().rules(vec![Rule::new(Direction::In, Protocol::Tcp).port(Some("80".to_owned())).addresses(vec!["192.0.2.2/32".to_owned()])]);
            }
        };
        let expected = r#"fn f() {
    let short = g(vec![1, 2], vec![], &[3]);
    let long = Body::new()
        .rules(vec![
            Rule::new(Direction::In, Protocol::Tcp)
                .port(Some("80".to_owned()))
                .addresses(vec!["192.0.2.2/32".to_owned()]),
        ]);
}
"#;
        assert_eq!(printed(tokens), expected);
    }

    #[test]
    fn a_text_that_holds_the_mark_stays_as_it_is() {
        let tokens = quote! { fn f() -> Vec<String> { vec!["[ǃ, a]".to_owned()] } };
        assert_eq!(printed(tokens), "fn f() -> Vec<String> {\n    vec![\"[ǃ, a]\".to_owned()]\n}\n");
    }
}
