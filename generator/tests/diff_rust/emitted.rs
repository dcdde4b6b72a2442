//! The public face of an emitted crate, read from its sources with `syn`: what rustdoc would list, macros expanded by hand.

use std::collections::{BTreeMap, BTreeSet};

use quote::ToTokens;
use syn::{Fields, FnArg, ImplItem, Item, ReturnType, Type, UseTree, Visibility};

use crate::tables;

/// One line of a face, without blanks and without the modules that paths may begin with.
pub fn line(kind: &str, path: &str, signature: &str) -> String {
    format!("{kind} {path} {}", squeeze(signature))
}

fn squeeze(text: &str) -> String {
    let text: String = text.split_whitespace().collect();
    let text = ["types::", "runtime::", "super::", "resources::", "bytes::", "crate::", "::core::", "::std::"]
        .iter()
        .fold(text, |text, module| text.replace(module, ""));
    text.replace(",)", ")").replace(",>", ">").replace(",}", "}")
}

/// Collects lines.
#[derive(Default)]
pub struct Lines(pub BTreeSet<String>);

impl Lines {
    pub fn add(&mut self, kind: &str, path: &str, signature: &str) {
        self.0.insert(line(kind, path, signature));
    }

    /// `impl Clone for Pet`, at the type.
    pub fn implements(&mut self, module: &str, name: &str, of: &str) {
        let last = name.rsplit("::").next().unwrap();
        self.add("Impl", &format!("{module}{name}"), &format!("impl {of} for {last}"));
    }
}

/// The lines of a whole crate.
pub fn face(files: &BTreeMap<String, String>) -> BTreeSet<String> {
    let mut lines = Lines::default();
    for (path, text) in files {
        if path == "Cargo.toml" {
            features(text, &mut lines);
        }
        let Some(inside) = path.strip_prefix("src/").and_then(|path| path.strip_suffix(".rs")) else { continue };
        let parsed = || syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}")).items;
        match inside.split('/').collect::<Vec<_>>().as_slice() {
            ["lib"] => root(&parsed(), &mut lines),
            ["client"] => items(&parsed(), "", &mut lines),
            ["types", _] => items(&parsed(), "types::", &mut lines),
            ["resources"] => modules(&parsed(), "resources::", &mut lines),
            ["resources", module] => items(&parsed(), &format!("resources::{module}::"), &mut lines),
            _ => {}
        }
    }
    lines.0
}

fn features(manifest: &str, lines: &mut Lines) {
    let table: toml::Table = manifest.parse().unwrap();
    for name in table["features"].as_table().unwrap().keys() {
        lines.add("Feature", name, &format!("feature {name}"));
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn root(all: &[Item], lines: &mut Lines) {
    modules(all, "", lines);
    for item in all {
        if let Item::Use(used) = item
            && is_public(&used.vis)
            && !used.tree.to_token_stream().to_string().contains("client")
        {
            imported(&used.tree, lines);
        }
    }
}

fn imported(tree: &UseTree, lines: &mut Lines) {
    match tree {
        UseTree::Path(path) => imported(&path.tree, lines),
        UseTree::Group(group) => group.items.iter().for_each(|tree| imported(tree, lines)),
        UseTree::Name(name) => lines.add("Import", &name.ident.to_string(), &format!("pub use {}", name.ident)),
        UseTree::Rename(_) | UseTree::Glob(_) => panic!("no such import is emitted"),
    }
}

fn modules(all: &[Item], path: &str, lines: &mut Lines) {
    for item in all {
        if let Item::Mod(module) = item
            && is_public(&module.vis)
        {
            lines.add("Module", &format!("{path}{}", module.ident), &format!("pub mod {}", module.ident));
        }
    }
}

/// The items of a module whose path ends in `::`.
fn items(all: &[Item], path: &str, lines: &mut Lines) {
    modules(all, path, lines);
    let is_resource = path.starts_with("resources::") && !path.ends_with("op::");
    for item in all {
        match item {
            Item::Struct(item) if is_public(&item.vis) => {
                let (name, generics) = (&item.ident, &item.generics);
                lines.add(
                    "Struct",
                    &format!("{path}{name}"),
                    &format!("pub struct {name}{}", generics.to_token_stream()),
                );
                // A client and a resource have the same traits always.
                if !is_resource && !path.is_empty() {
                    derives(&item.attrs, path, &name.to_string(), lines);
                }
                fields(&item.fields, &format!("{path}{name}::"), lines);
            }
            Item::Enum(item) => {
                let name = item.ident.to_string();
                lines.add("Enum", &format!("{path}{name}"), &format!("pub enum {name}"));
                derives(&item.attrs, path, &name, lines);
                for variant in &item.variants {
                    let text = format!("{}{}", variant.ident, variant.fields.to_token_stream());
                    lines.add("Variant", &format!("{path}{name}::{}", variant.ident), &text);
                }
            }
            Item::Type(item) => {
                let text = format!("pub type {} = {}", item.ident, item.ty.to_token_stream());
                lines.add("Alias", &format!("{path}{}", item.ident), &text);
            }
            Item::Impl(item) => implementation(item, path, lines),
            Item::Mod(module) => {
                if let Some((_, inner)) = &module.content {
                    items(inner, &format!("{path}{}::", module.ident), lines);
                }
            }
            Item::Macro(item) => tables::expand(&item.mac, path, lines),
            _ => {}
        }
    }
}

fn derives(attributes: &[syn::Attribute], path: &str, name: &str, lines: &mut Lines) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        attribute
            .parse_nested_meta(|meta| {
                lines.implements(path, name, &meta.path.segments.last().unwrap().ident.to_string());
                Ok(())
            })
            .unwrap();
    }
}

fn fields(fields: &Fields, path: &str, lines: &mut Lines) {
    for field in fields.iter().filter(|field| is_public(&field.vis)) {
        let name = field.ident.as_ref().unwrap();
        lines.add("Field", &format!("{path}{name}"), &format!("pub {name}: {}", field.ty.to_token_stream()));
    }
}

fn implementation(item: &syn::ItemImpl, path: &str, lines: &mut Lines) {
    let Type::Path(own) = &*item.self_ty else { return };
    let name = own.path.segments.last().unwrap().ident.to_string();
    if let Some((of, _)) = &item.trait_ {
        let of = of.segments.last().unwrap().to_token_stream().to_string();
        // That of the client is the same always.
        if !path.is_empty() {
            lines.implements(path, &name, &of);
        }
        return;
    }
    for function in &item.items {
        let ImplItem::Fn(function) = function else { continue };
        if !is_public(&function.vis) {
            continue;
        }
        let signature = &function.sig;
        let arguments = signature.inputs.iter().map(|argument| match argument {
            // Whether the function changes its own copy is its own affair.
            FnArg::Receiver(receiver) => receiver.to_token_stream().to_string().replace("mut self", "self"),
            other => other.to_token_stream().to_string(),
        });
        let arguments: Vec<_> = arguments.collect();
        let output = match &signature.output {
            ReturnType::Default => String::new(),
            output => format!(" {}", output.to_token_stream()),
        };
        let generics = signature.generics.to_token_stream();
        let deprecated = function.attrs.iter().any(|attribute| attribute.path().is_ident("deprecated"));
        let attribute = if deprecated { "#[deprecated] " } else { "" };
        let text = format!("{attribute}pub fn {}{generics}({}){output}", signature.ident, arguments.join(", "));
        lines.add("Method", &format!("{path}{name}::{}", signature.ident), &text);
    }
}
