//! The records for a reader.

use std::fmt::Write as _;

use crate::record::Record;

/// The columns: head, and the cell of a record.
type Column = (&'static str, fn(&Record) -> String);

const COLUMNS: &[Column] = &[
    ("version", |r| r.version.clone()),
    ("MB", |r| format!("{:.2}", megabytes(r.bytes))),
    ("result", result),
    ("operations", |r| (r.counts.typed + r.counts.quarantined).to_string()),
    ("raw", |r| r.counts.quarantined.to_string()),
    ("types", |r| r.counts.types.to_string()),
    ("fields", |r| r.counts.fields.to_string()),
    ("untyped f/p/b/r", |r| {
        let u = &r.untyped;
        format!("{}/{}/{}/{}", u.fields.len(), u.parameters.len(), u.bodies.len(), u.results.len())
    }),
    ("allows", |r| r.allows.len().to_string()),
    ("said", |r| r.diagnostics.values().sum::<usize>().to_string()),
    ("generate s MB", |r| cost(r, "generate")),
    ("again s", |r| seconds(r, "again")),
    ("check s MB", |r| cost(r, "check")),
    ("clippy s", |r| seconds(r, "clippy")),
    ("doc s", |r| seconds(r, "doc")),
];

/// One line for each, then the sum, what failed, and what was said.
pub fn table(records: &[Record]) -> String {
    let mut rows = vec![
        std::iter::once("name").chain(COLUMNS.iter().map(|(head, _)| *head)).map(str::to_owned).collect::<Vec<_>>(),
    ];
    for record in records {
        rows.push(std::iter::once(record.name.clone()).chain(COLUMNS.iter().map(|(_, cell)| cell(record))).collect());
    }
    let mut text = aligned(&rows);
    for record in records {
        if let Some(step) = record.failed() {
            let _ = writeln!(text, "\n{}: {} failed", record.name, step.name);
            text.extend(step.said.iter().map(|line| format!("    {line}\n")));
        }
    }
    let _ = writeln!(text, "\ngeneration, s of CPU per MB, by size: {}", by_size(records));
    let _ = writeln!(text, "\nsaid: {}", codes(records));
    text
}

/// Upper ends of the sizes in megabytes; one more class holds what is larger.
const SIZES: [f64; 4] = [0.1, 0.3, 1.0, 3.0];

/// Whether time grows as the descriptions do: seconds per megabyte of those of about one size.
fn by_size(records: &[Record]) -> String {
    let class = |record: &Record| SIZES.iter().filter(|end| megabytes(record.bytes) >= **end).count();
    let said = |index: usize| {
        let generated = records.iter().filter(|record| class(record) == index);
        let costs: Vec<_> = generated.filter_map(|r| Some((r.bytes, r.step("generate")?.cost.cpu_seconds))).collect();
        let size: u64 = costs.iter().map(|(bytes, _)| bytes).sum();
        let seconds: f64 = costs.iter().map(|(_, seconds)| seconds).sum();
        let name = match SIZES.get(index) {
            Some(end) => format!("below {end} MB"),
            None => "above".to_owned(),
        };
        (size > 0).then(|| format!("{name} {:.2} ({})", seconds / megabytes(size), costs.len()))
    };
    (0..=SIZES.len()).filter_map(said).collect::<Vec<_>>().join(", ")
}

/// Columns of one width, numbers to the right.
pub fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<_> = (0..columns).map(|column| width(column).unwrap_or_default()).collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).enumerate().map(|(index, (cell, width))| {
            if index == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        let line = cells.collect::<Vec<_>>().join("  ");
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

fn result(record: &Record) -> String {
    record.failed().map_or_else(|| "well".to_owned(), |step| format!("no: {}", step.name))
}

#[expect(clippy::cast_precision_loss, reason = "no description has 2^53 bytes")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

fn cost(record: &Record, step: &str) -> String {
    record
        .step(step)
        .map_or_else(|| "-".to_owned(), |step| format!("{:.2} {:.0}", step.cost.cpu_seconds, step.cost.peak_mb))
}

/// Processor time: what else the machine does is not the crate's.
fn seconds(record: &Record, step: &str) -> String {
    record.step(step).map_or_else(|| "-".to_owned(), |step| format!("{:.2}", step.cost.cpu_seconds))
}

fn codes(records: &[Record]) -> String {
    let mut sums = std::collections::BTreeMap::new();
    for (code, count) in records.iter().flat_map(|record| &record.diagnostics) {
        *sums.entry(code).or_insert(0) += count;
    }
    sums.iter().map(|(code, count)| format!("{code} {count}")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::by_size;
    use crate::{
        process::Cost,
        record::{Record, Step},
    };

    #[test]
    fn costs_are_summed_by_size() {
        let record = |bytes, cpu_seconds| {
            let cost = Cost { cpu_seconds, ..Cost::default() };
            Record {
                bytes,
                steps: vec![Step { name: "generate".to_owned(), cost, ..Step::default() }],
                ..Record::default()
            }
        };
        let records = [record(50_000, 0.1), record(2_000_000, 1.0), record(2_000_000, 3.0), record(5_000_000, 5.0)];
        assert_eq!(by_size(&records), "below 0.1 MB 2.00 (1), below 3 MB 1.00 (2), above 1.00 (1)");
    }

    #[test]
    fn columns_are_aligned() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        assert_eq!(super::aligned(&[row(["name", "n"]), row(["a", "100"])]), "name    n\na     100\n");
    }
}
