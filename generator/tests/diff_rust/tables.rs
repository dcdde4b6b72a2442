//! The macros of emitted crates, expanded by hand: their public items only.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::Macro;

use crate::emitted::Lines;

/// Adds what a table of a type's or a resource's file becomes.
pub fn expand(table: &Macro, path: &str, lines: &mut Lines) {
    let tokens: Vec<_> = table.tokens.clone().into_iter().collect();
    match table.path.get_ident().unwrap().to_string().as_str() {
        "object" | "union" => implemented(&tokens, path, lines),
        "operations" => operations(&tokens, path, lines),
        "outputs" => outputs(&tokens, path, lines),
        name => enumeration(name, &tokens, path, lines),
    }
}

/// `Pet: Serialize + Debug { … }`.
fn implemented(tokens: &[TokenTree], path: &str, lines: &mut Lines) {
    let name = tokens[0].to_string();
    for token in &tokens[1..] {
        match token {
            TokenTree::Ident(of) if of == "by" => break,
            TokenTree::Ident(of) => lines.implements(path, &name, &of.to_string()),
            _ => {}
        }
    }
}

fn enumeration(table: &str, tokens: &[TokenTree], path: &str, lines: &mut Lines) {
    let name = tokens[0].to_string();
    let (of, method): (&[&str], _) = match table {
        "open_enum" => (&["From<&str>", "From<String>", "FromStr", "Display"], "as_str pub fn as_str(&self) -> &str"),
        "closed_enum" => {
            (&["FromStr", "TryFrom<&str>", "Display"], "as_str pub const fn as_str(&self) -> &'static str")
        }
        "open_integer_enum" => (&["From<i64>", "Display"], "as_i64 pub const fn as_i64(&self) -> i64"),
        "closed_integer_enum" => (&["TryFrom<i64>", "Display"], "as_i64 pub const fn as_i64(&self) -> i64"),
        "mixed_enum" => (&[], "to_value pub fn to_value(&self) -> serde_json::Value"),
        other => panic!("{other}! is in no list"),
    };
    of.iter().chain(&["Serialize", "Deserialize", "Param"]).for_each(|of| lines.implements(path, &name, of));
    let (method, signature) = method.split_once(' ').unwrap();
    lines.add("Method", &format!("{path}{name}::{method}"), signature);
}

fn rows(tokens: &[TokenTree]) -> Vec<Vec<TokenTree>> {
    let Some(TokenTree::Group(group)) = tokens.last() else { panic!("a table ends in its rows") };
    let all: Vec<_> = group.stream().into_iter().collect();
    all.split(|token| token.to_string() == ";").filter(|row| !row.is_empty()).map(<[_]>::to_vec).collect()
}

/// `list: List = GET "/pets" -> json Vec<Pet>, { accept: "x" };`
fn operations(tokens: &[TokenTree], path: &str, lines: &mut Lines) {
    for row in rows(tokens) {
        let call = row[2].to_string();
        let arrow = row.iter().position(|token| token.to_string() == ">").unwrap();
        let mut depth = 0;
        let output = row[arrow + 2..].iter().take_while(|token| {
            match token.to_string().as_str() {
                "<" => depth += 1,
                ">" => depth -= 1,
                _ => {}
            }
            depth > 0 || token.to_string() != ","
        });
        let mut output = output.cloned().collect::<TokenStream>().to_string();
        if output.ends_with("Output") && !output.contains("::") {
            output = format!("op::{output}");
        }
        lines.add("Struct", &format!("{path}{call}"), &format!("pub struct {call}"));
        let text = format!("impl IntoFuture for op::{call} -> Result<{output}, Error>");
        lines.add("Impl", &format!("{path}{call}"), &text);
    }
}

/// `/// The pet. GetOutput { /// Ok. 200 Ok json Pet; }`
fn outputs(tokens: &[TokenTree], path: &str, lines: &mut Lines) {
    let name = tokens[tokens.len() - 2].to_string();
    lines.add("Enum", &format!("{path}{name}"), &format!("pub enum {name}"));
    for row in rows(tokens) {
        let docs = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '#');
        let attribute =
            |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket);
        let row: Vec<_> = row.iter().skip_while(|token| docs(token) || attribute(token)).collect();
        let (variant, ty) =
            (row[1].to_string(), row[3..].iter().map(|token| (*token).clone()).collect::<TokenStream>());
        let text = if ty.is_empty() { variant.clone() } else { format!("{variant}({ty})") };
        lines.add("Variant", &format!("{path}{name}::{variant}"), &text);
    }
}
