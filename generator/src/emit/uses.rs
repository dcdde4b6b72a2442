//! What emitted tokens name, so that a file imports that and nothing else.

use proc_macro2::{TokenStream, TokenTree};

/// Whether a path in the tokens begins with `name`: `types::Pet` begins with `types`.
#[must_use]
pub fn starts_path(tokens: &TokenStream, name: &str) -> bool {
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    let here = tokens.windows(3).any(|window| match window {
        [TokenTree::Ident(ident), TokenTree::Punct(a), TokenTree::Punct(b)] => {
            ident == name && a.as_char() == ':' && b.as_char() == ':'
        }
        _ => false,
    });
    here || groups(&tokens).any(|inner| starts_path(&inner, name))
}

/// Whether the tokens hold the identifier. Documentation is a literal and names nothing.
#[must_use]
pub fn names(tokens: &TokenStream, name: &str) -> bool {
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    let here = tokens.iter().any(|token| matches!(token, TokenTree::Ident(ident) if ident == name));
    here || groups(&tokens).any(|inner| names(&inner, name))
}

fn groups(tokens: &[TokenTree]) -> impl Iterator<Item = TokenStream> {
    tokens.iter().filter_map(|token| match token {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn paths_and_names_are_found_at_any_depth_but_not_in_documentation() {
        let tokens = quote! {
            #[doc = " BTreeMap of types::Pet"]
            fn f(a: &[Vec<types::Pet>]) -> u8 { g(&HashMap::new()) }
        };
        assert!(starts_path(&tokens, "types") && starts_path(&tokens, "HashMap"));
        assert!(!starts_path(&tokens, "Pet") && names(&tokens, "Pet"));
        assert!(!names(&tokens, "BTreeMap"));
    }
}
