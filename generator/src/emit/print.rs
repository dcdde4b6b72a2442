//! Layout: a structured file becomes text.
//!
//! prettyplease prints items but puts no blank line between them and runs the rows of a macro table together, so the
//! blank lines and the tables are laid out here. Indentation, wrapping and the rest are prettyplease's.

mod lines;

use std::fmt::Write as _;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Bug, cell, macros, tokens};

const INDENT: &str = "    ";

/// One `.rs` file.
#[derive(Clone, Debug, Default)]
pub struct SourceFile {
    /// The spec's file name, for the first line.
    pub spec_name: String,
    /// `//!` lines.
    pub docs: Vec<String>,
    /// Inner attributes: `#![forbid(unsafe_code)]`.
    pub attributes: TokenStream,
    /// What follows.
    pub blocks: Vec<Block>,
}

/// A part of a file or module. Blocks stand a blank line apart.
#[derive(Clone, Debug)]
pub enum Block {
    /// Items, a blank line between them, and between the members of an `impl`.
    Items(TokenStream),
    /// Short items that belong together, without blank lines: imports, module lists.
    Lines(TokenStream),
    /// A table of the runtime's macros.
    Table(Table),
    /// A module with its own blocks.
    Module {
        /// Attributes (docs) and `pub mod name`.
        head: TokenStream,
        /// What stands in it.
        blocks: Vec<Block>,
    },
}

/// `name! { head { rows } }`, a row a line.
#[derive(Clone, Debug)]
pub struct Table {
    /// Attributes, for a `cfg`.
    pub attributes: TokenStream,
    /// The macro.
    pub name: &'static str,
    /// What stands before the rows' brace.
    pub head: TokenStream,
    /// Cells of each row; columns are aligned, and `;` ends a row.
    pub rows: Vec<Vec<TokenStream>>,
}

impl SourceFile {
    /// The text. `item` names the file in a [`Bug`].
    ///
    /// # Errors
    /// [`Bug`] when tokens are no Rust.
    pub fn print(&self, item: &str) -> Result<String, Bug> {
        let bug = |what: String| Bug { item: item.to_owned(), what };
        let docs = tokens::inner_docs(self.docs.iter().map(String::as_str));
        let attributes = &self.attributes;
        let mut text = format!("// Generated from {}; edit that instead.\n", self.spec_name.escape_debug());
        text.push_str(&print_tokens(docs).map_err(bug)?);
        for part in [print_tokens(quote! { #attributes }).map_err(bug)?, print_blocks(&self.blocks).map_err(bug)?] {
            if !part.is_empty() {
                text.push('\n');
                text.push_str(part.trim_end());
                text.push('\n');
            }
        }
        escape_docs(&text).map_err(bug)
    }
}

fn print_blocks(blocks: &[Block]) -> Result<String, String> {
    let texts = blocks.iter().map(print_block).collect::<Result<Vec<_>, _>>()?;
    Ok(texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n"))
}

fn print_block(block: &Block) -> Result<String, String> {
    match block {
        Block::Items(items) => {
            let file = parse(items.clone())?;
            let texts: Vec<_> = file.items.into_iter().map(|item| space_members(&print_item(item))).collect();
            Ok(texts.join("\n"))
        }
        Block::Lines(items) => lines::text(items.clone(), print_tokens),
        Block::Table(table) => print_table(table),
        Block::Module { head, blocks } => {
            let shell = print_tokens(quote! { #head {} })?;
            let open = shell.trim_end().strip_suffix('}').ok_or_else(|| format!("no module: {shell}"))?;
            Ok(format!("{open}\n{}}}\n", indent(&print_blocks(blocks)?)))
        }
    }
}

fn print_table(table: &Table) -> Result<String, String> {
    let attributes = &table.attributes;
    let printed = if attributes.is_empty() {
        String::new()
    } else {
        // An attribute needs an item to stand on; the item's line is taken off again.
        print_tokens(quote! { #attributes mod x; })?
    };
    let attributes = printed.strip_suffix("mod x;\n").unwrap_or_default();
    let head = cell::text(&table.head)?;
    let rows = table.rows.iter().map(|row| row.iter().map(cell::text).collect()).collect::<Result<Vec<Vec<_>>, _>>()?;
    if table.rows.is_empty() {
        return Ok(format!("{attributes}{}! {{ {head} {{}} }}\n", table.name));
    }
    let mut text = format!("{attributes}{}! {{ {head} {{\n", table.name);
    text.push_str(&align(&rows));
    text.push_str("} }\n");
    Ok(text)
}

/// Rows with their columns aligned; the last cell of a row widens nothing. Cells of documentation at the beginning of a
/// row stand on lines of their own.
fn align(rows: &[Vec<String>]) -> String {
    let split = |row: &'_ Vec<String>| row.iter().take_while(|cell| cell.starts_with("#[doc")).count();
    let rows: Vec<_> = rows.iter().map(|row| row.split_at(split(row))).collect();
    let mut widths = Vec::new();
    for (_, row) in &rows {
        let cells = row.split_last().map_or(&[][..], |(_, cells)| cells);
        for (column, cell) in cells.iter().enumerate() {
            let width = cell.chars().count();
            match widths.get_mut(column) {
                Some(widest) => *widest = width.max(*widest),
                None => widths.push(width),
            }
        }
    }
    let mut text = String::new();
    for (docs, row) in rows {
        text.extend(docs.iter().map(|attribute| format!("{INDENT}{attribute}\n")));
        let last = row.len().saturating_sub(1);
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let width = widths.get(column).copied().filter(|_| column < last).unwrap_or_default();
            let gap = if column == 0 { "" } else { " " };
            // Writing to a String cannot fail.
            let _ = write!(line, "{gap}{cell:width$}");
        }
        text.push_str(&format!("{INDENT}{};\n", line.trim_end()));
    }
    text
}

fn parse(tokens: TokenStream) -> Result<syn::File, String> {
    // A copy shares the tokens; their text is made for a mistake only.
    syn::parse2(tokens.clone()).map_err(|error| format!("{error} in: {tokens}"))
}

fn print_tokens(tokens: TokenStream) -> Result<String, String> {
    if tokens.is_empty() {
        return Ok(String::new());
    }
    Ok(macros::unparse(parse(tokens)?))
}

fn print_item(item: syn::Item) -> String {
    macros::unparse(syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] })
}

/// Puts a blank line between the members of an `impl` or `trait`, associated types and constants without docs apart.
/// Only those have functions at the first indentation.
fn space_members(item: &str) -> String {
    let mut text = String::with_capacity(item.len());
    let mut ended = false;
    let mut ended_short = false;
    for line in item.lines() {
        let member = line.strip_prefix(INDENT).filter(|rest| !rest.starts_with(' '));
        let starts = member.is_some_and(is_member_start);
        let short = member.is_some_and(|rest| rest.starts_with("type ") || rest.starts_with("const "));
        if starts && (ended || (ended_short && !short)) {
            text.push('\n');
        }
        text.push_str(line);
        text.push('\n');
        // Documentation ends nothing, whatever it ends in.
        let code = starts && member.is_some_and(|rest| !rest.starts_with("///"));
        ended = member == Some("}") || (code && line.ends_with('}'));
        ended_short = code && line.ends_with(';');
    }
    text
}

fn is_member_start(line: &str) -> bool {
    ["///", "#[", "pub ", "pub(", "fn ", "async ", "const ", "type "].iter().any(|start| line.starts_with(start))
}

fn indent(text: &str) -> String {
    let lines = text.lines();
    lines.map(|line| if line.is_empty() { "\n".to_owned() } else { format!("{INDENT}{line}\n") }).collect()
}

/// rustc refuses a bare CR in a doc comment and text-direction marks anywhere, so a doc line that holds such a
/// character is written as an attribute with escapes. Elsewhere there can be none: literals escape them.
fn escape_docs(text: &str) -> Result<String, String> {
    let mut out = String::with_capacity(text.len());
    for line in text.split_terminator('\n') {
        let printable = line.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        if printable || !line.chars().any(needs_escape) {
            out.push_str(line.trim_end());
            out.push('\n');
            continue;
        }
        let start = line.trim_start_matches(' ');
        let indent = INDENT.repeat((line.len() - start.len()) / INDENT.len());
        let (attribute, doc) = match (start.strip_prefix("///"), start.strip_prefix("//!")) {
            (Some(doc), _) => ("#", doc),
            (None, Some(doc)) => ("#!", doc),
            (None, None) => return Err(format!("a control character outside documentation: {}", line.escape_debug())),
        };
        out.push_str(&format!("{indent}{attribute}[doc = {}]\n", Literal::string(doc)));
    }
    Ok(out)
}

fn needs_escape(c: char) -> bool {
    // Controls; Arabic letter mark, directional marks, embeddings, overrides and isolates; line separators; a BOM.
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
#[path = "print_tests.rs"]
mod tests;
