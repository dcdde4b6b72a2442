//! Blocks are written as lines.

use super::{blocks::Block, escape, inline::Inline};

/// The lines of blocks, with an empty line between two.
pub(super) fn blocks(blocks: &[Block]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut lists = 0;
    for block in blocks {
        // Lists that follow one another need another marker, or they would be one.
        lists = if matches!(block, Block::List(..)) { lists + 1 } else { 0 };
        let written = self::block(block, lists % 2 == 0);
        if written.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(written);
    }
    lines
}

/// The lines of a paragraph.
pub(super) fn paragraph(inline: &Inline) -> Vec<String> {
    let text = inline.text.trim().trim_end_matches("\\\n");
    let lines = text.split('\n').map(str::trim).filter(|line| !line.is_empty() && *line != "\\");
    lines.map(escape::line_start).collect()
}

fn block(block: &Block, other_marker: bool) -> Vec<String> {
    match block {
        Block::Paragraph(inline) => paragraph(inline),
        Block::Heading(level, inline) => {
            // Levels 1 and 2 are ours.
            let level = (level + 2).min(6);
            vec![format!("{} {}", "#".repeat(level), inline.text.trim().trim_end_matches('#').trim_end())]
        }
        Block::Code(code) => fenced(code),
        Block::List(start, items) => list(*start, items, other_marker),
        Block::Quote(inner) => {
            let quoted = |line: String| if line.is_empty() { ">".to_owned() } else { format!("> {line}") };
            blocks(inner).into_iter().map(quoted).collect()
        }
        Block::Table(rows) => table(rows),
        Block::Rule => vec!["---".to_owned()],
    }
}

fn fenced(code: &str) -> Vec<String> {
    let code = escape::visible_text(code);
    let fence = "`".repeat((escape::longest_run(&code) + 1).max(3));
    let mut lines = vec![format!("{fence}text")];
    lines.extend(code.trim_end().split('\n').map(|line| line.trim_end().to_owned()));
    lines.push(fence);
    lines
}

fn list(start: Option<u64>, items: &[Vec<Block>], other_marker: bool) -> Vec<String> {
    // Tight when each item is one paragraph, with nothing but lists below it.
    let tight = |item: &Vec<Block>| {
        item.iter().skip(1).all(|block| matches!(block, Block::List(..)))
            && item.iter().filter(|block| matches!(block, Block::List(..))).count() < 2
    };
    let tight = items.iter().all(tight);
    let mut lines = Vec::new();
    for (item, index) in items.iter().zip(0_u64..) {
        let marker = match start {
            // CommonMark allows nine digits.
            Some(start) => {
                format!("{}{}", start.min(99_999_999).saturating_add(index), if other_marker { ")" } else { "." })
            }
            None => if other_marker { "*" } else { "-" }.to_owned(),
        };
        if !tight && !lines.is_empty() {
            lines.push(String::new());
        }
        let indent = " ".repeat(marker.len() + 1);
        let written = if tight { item.iter().flat_map(|inner| block(inner, false)).collect() } else { blocks(item) };
        for (at, line) in written.into_iter().enumerate() {
            lines.push(match (at, line.is_empty()) {
                (0, _) => format!("{marker} {line}"),
                (_, true) => line,
                (_, false) => format!("{indent}{line}"),
            });
        }
    }
    lines
}

fn table(rows: &[Vec<Inline>]) -> Vec<String> {
    let width = rows.first().map_or(0, Vec::len);
    let row = |cells: &Vec<Inline>| {
        let cells: Vec<&str> = cells.iter().map(|cell| cell.text.trim()).take(width).collect();
        format!("| {} |", cells.join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().map(row).collect();
    if width > 0 && !lines.is_empty() {
        lines.insert(1, format!("|{}", " --- |".repeat(width)));
    }
    lines
}
