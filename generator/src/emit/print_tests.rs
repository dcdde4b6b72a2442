use super::*;
use crate::emit::tokens::docs;

fn file(blocks: Vec<Block>) -> SourceFile {
    SourceFile { spec_name: "openapi.yaml".into(), docs: vec!["What it is.".into()], blocks, ..SourceFile::default() }
}

#[test]
fn layout() {
    let method = docs(["Gives it.", "", "Slowly."]);
    let blocks = vec![
        Block::Lines(quote! { use std::fmt; use std::sync::Arc; }),
        Block::Items(quote! {
            pub struct A { a: u32 }
            impl A { #method pub fn a(&self) -> u32 { self.a } pub fn b(&self) {} #[must_use] pub fn c(&self) -> B { if true { B } else { B } } }
            impl IntoFuture for A { type Output = u32; type IntoFuture = B; fn into_future(self) -> B { B } }
        }),
        Block::Module {
            head: quote! { /// Calls.
            pub mod op },
            blocks: vec![Block::Table(Table {
                attributes: quote! { #[cfg(feature = "client")] },
                name: "operations",
                head: quote! { A "a" },
                rows: vec![
                    vec![
                        quote! { get: Get = },
                        quote! { GET },
                        quote! { "/a/{id}" -> list Vec<crate::B>, { auth: Some(&[]), x: -1 } },
                    ],
                    vec![
                        quote! { remove: Remove = },
                        quote! { DELETE },
                        quote! { "/a" -> maybe Option<(u8, Vec<A>)> as null(list(x)) },
                    ],
                ],
            })],
        },
    ];
    insta::assert_snapshot!(file(blocks).print("a").unwrap());
}

#[test]
fn hostile_documentation_stays_documentation() {
    let hostile = docs([
        "a\rb",
        "c */ pub fn x() {}",
        "\u{202e}reversed \"quoted\" \\",
        "two\nlines",
        "/// ! x",
        "{",
        "tab\there",
    ]);
    let text = file(vec![Block::Items(quote! { #hostile pub struct A; })]).print("a").unwrap();
    insta::assert_snapshot!(text);
    let parsed = syn::parse_file(&text).unwrap();
    assert_eq!(parsed.items.len(), 1);
}

#[test]
fn printing_again_changes_nothing() {
    let items = quote! { impl A { pub fn a() { let x = 1; } pub fn b() {} } };
    let once = file(vec![Block::Items(items)]).print("a").unwrap();
    let again = syn::parse_file(&once).unwrap();
    let items = again.items;
    assert_eq!(file(vec![Block::Items(quote! { #(#items)* })]).print("a").unwrap(), once);
}

#[test]
fn tokens_that_are_no_rust_are_our_bug() {
    let bug = file(vec![Block::Items(quote! { pub struct })]).print("types/a.rs").unwrap_err();
    assert_eq!(bug.item, "types/a.rs");
    assert!(bug.what.contains("pub struct"), "{}", bug.what);
}
