//! What emitted tokens name, so that a file imports that and nothing else.

use proc_macro2::{TokenStream, TokenTree};

/// Whether a path in the tokens begins with `name`: `types::Pet` begins with `types`.
#[must_use]
pub fn starts_path(tokens: &TokenStream, name: &str) -> bool {
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    let is_colon = |index: Option<usize>| matches!(index.and_then(|index| tokens.get(index)), Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
    let here = tokens.iter().enumerate().any(|(index, token)| {
        let named = matches!(token, TokenTree::Ident(ident) if ident == name);
        // In `other::name::X` something else begins the path.
        let begins = !(is_colon(index.checked_sub(1)) && is_colon(index.checked_sub(2)));
        named && begins && is_colon(Some(index + 1)) && is_colon(Some(index + 2))
    });
    here || groups(&tokens).any(|inner| starts_path(&inner, name))
}

/// Whether the tokens are the identifier and no more.
#[must_use]
pub fn is_name(tokens: &TokenStream, name: &str) -> bool {
    let mut tokens = tokens.clone().into_iter();
    matches!((tokens.next(), tokens.next()), (Some(TokenTree::Ident(ident)), None) if ident == name)
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
        let longer = quote! { resources::op::List };
        assert!(starts_path(&longer, "resources") && !starts_path(&longer, "op"));
        assert!(!starts_path(&tokens, "Pet") && names(&tokens, "Pet"));
        assert!(!names(&tokens, "BTreeMap"));
        assert!(is_name(&quote! { x }, "x") && !is_name(&quote! { x.into() }, "x") && !is_name(&quote! { y }, "x"));
    }
}
