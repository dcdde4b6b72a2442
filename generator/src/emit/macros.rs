//! Macros that take expressions, printed as calls are.
//!
//! prettyplease prints what stands in a macro as bare tokens (`client(& server) ?`). So `assert_eq!(a, b)` goes through
//! it as a call of a function whose name ends in a letter that looks like `!` and that no name of ours can have.

use syn::{
    Expr, ExprCall, ExprPath, Macro, MacroDelimiter, Stmt,
    parse::Parser,
    punctuated::Punctuated,
    visit_mut::{self, VisitMut},
};

use super::tokens::ident;

/// The macros of std that emitted code calls with expressions in parentheses.
const NAMES: &[&str] = &["assert", "assert_eq", "format", "println"];

/// U+01C3, a letter.
const MARK: char = 'ǃ';

/// Turns the macros into calls.
pub fn as_calls(file: &mut syn::File) {
    AsCalls.visit_file_mut(file);
}

/// Turns the calls in printed text back into macros.
#[must_use]
pub fn as_macros(text: String) -> String {
    if !text.contains(MARK) {
        return text;
    }
    NAMES.iter().fold(text, |text, name| text.replace(&format!("{name}{MARK}("), &format!("{name}!(")))
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
        let mut file = syn::parse2(tokens).unwrap();
        as_calls(&mut file);
        let expected = r#"fn f() -> Option<()> {
    assert_eq!(a.b(), Some("x".parse::<u8>()?));
    let text = format!("{:?} \"ǃ(", g(&h)?);
    assert!(!text.is_empty() && matches!(x, Y { .. }), "{text}");
    other!(a b c);
    None
}
"#;
        assert_eq!(as_macros(prettyplease::unparse(&file)), expected);
    }
}
