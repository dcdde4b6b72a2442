//! The figures for a reader, and as JSON.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Measure, large::Large, limits::Limit};
use crate::table::aligned;

/// What was measured of one description.
#[derive(Debug)]
pub struct Row {
    /// The description's name.
    pub name: String,
    /// Operations and schemas.
    pub size: usize,
    /// Seconds to check the emitted crate.
    pub check: Measure,
    /// Seconds to check its twin.
    pub twin: Measure,
    /// Seconds to check openapi-to-rust's.
    pub theirs: Measure,
    /// Megabytes of the package.
    pub packed: Measure,
    /// Megabytes of their package.
    pub their_packed: Measure,
    /// Megabytes that three calls add to a program.
    pub program: Measure,
    /// Megabytes that they add with theirs.
    pub their_program: Measure,
}

type Column = (&'static str, fn(&Row) -> Measure);

const COLUMNS: &[Column] = &[
    ("check s", |row| row.check.clone()),
    ("twin s", |row| row.twin.clone()),
    ("ratio", |row| over(&row.check, &row.twin)),
    ("theirs s", |row| row.theirs.clone()),
    ("ratio", |row| over(&row.check, &row.theirs)),
    ("s per 1,000", |row| per_thousand(&row.check, row.size)),
    ("theirs", |row| per_thousand(&row.theirs, row.size)),
    ("packed MB", |row| row.packed.clone()),
    ("theirs", |row| row.their_packed.clone()),
    ("program +MB", |row| row.program.clone()),
    ("theirs", |row| row.their_program.clone()),
];

fn over(value: &Measure, other: &Measure) -> Measure {
    Ok(value.clone()? / other.clone()?)
}

#[expect(clippy::cast_precision_loss, reason = "no description has 2^53 schemas")]
fn per_thousand(seconds: &Measure, size: usize) -> Measure {
    Ok(seconds.clone()? * 1000.0 / size.max(1) as f64)
}

/// One line for each, the sums, what was not measured and why, and the limits.
pub fn show(rows: &[Row], large: Option<&Large>, limits: &[Limit]) -> String {
    let head = ["name", "ops + schemas"].into_iter().chain(COLUMNS.iter().map(|(head, _)| *head));
    let mut lines = vec![head.map(str::to_owned).collect::<Vec<_>>()];
    for row in rows.iter().chain(&sum(rows)) {
        let cells = COLUMNS.iter().map(|(_, cell)| number(&cell(row)));
        lines.push([row.name.clone(), row.size.to_string()].into_iter().chain(cells).collect());
    }
    let mut text = aligned(&lines);
    for row in rows {
        let said = [("ours", &row.check), ("twin", &row.twin), ("theirs", &row.theirs)];
        let more = [("packed", &row.packed), ("program", &row.program), ("their program", &row.their_program)];
        let mut known = Vec::new();
        for (what, value) in said.into_iter().chain(more) {
            let Err(why) = value else { continue };
            if !why.is_empty() && !known.contains(&why) {
                let short: String = why.chars().take(400).collect();
                let _ = writeln!(text, "\n{}, {what}: {short}", row.name);
                known.push(why);
            }
        }
    }
    text.extend(large.map(|large| format!("\n{}", large.show())));
    text.push('\n');
    for limit in limits {
        let verdict = if limit.is_met() { "well" } else { "MISSED" };
        let value = limit.value.as_ref().map_or_else(Clone::clone, |value| format!("{value:.3}"));
        let _ = writeln!(text, "{}: {value} (at most {:.3}): {verdict}", limit.what, limit.most);
    }
    text
}

/// The checks of one, as soon as they are known.
pub fn line(row: &Row) -> String {
    let [check, twin, theirs] = [&row.check, &row.twin, &row.theirs].map(number);
    format!("{}: check {check} s, twin {twin} s, theirs {theirs} s", row.name)
}

/// The sum over those that have all three, when there are several.
fn sum(rows: &[Row]) -> Option<Row> {
    let whole: Vec<_> = rows.iter().filter(|row| row.check.is_ok() && row.twin.is_ok() && row.theirs.is_ok()).collect();
    let sum = |of: fn(&Row) -> &Measure| whole.iter().map(|row| of(row).clone()).sum::<Measure>();
    (whole.len() > 1).then(|| Row {
        name: format!("these {}", whole.len()),
        size: whole.iter().map(|row| row.size).sum(),
        check: sum(|row| &row.check),
        twin: sum(|row| &row.twin),
        theirs: sum(|row| &row.theirs),
        packed: sum(|row| &row.packed),
        their_packed: sum(|row| &row.their_packed),
        program: sum(|row| &row.program),
        their_program: sum(|row| &row.their_program),
    })
}

fn number(value: &Measure) -> String {
    value.as_ref().map_or_else(|_| "-".to_owned(), |value| format!("{value:.2}"))
}

/// All of it.
pub fn json(rows: &[Row], large: Option<&Large>) -> Value {
    let rows = rows.iter().map(|row| {
        json!({
            "name": row.name, "size": row.size, "check": row.check, "twin": row.twin, "theirs": row.theirs,
            "packed": row.packed, "their_packed": row.their_packed,
            "program": row.program, "their_program": row.their_program,
        })
    });
    json!({ "rows": Value::from_iter(rows), "large": large.map(Large::json) })
}

#[cfg(test)]
pub mod tests {
    use super::{Row, show};
    use crate::peers::limits;

    pub fn row(name: &str, check: f64, twin: f64, theirs: f64) -> Row {
        Row {
            name: name.to_owned(),
            size: 100,
            check: Ok(check),
            twin: Ok(twin),
            theirs: Ok(theirs),
            packed: Ok(0.1),
            their_packed: Ok(0.2),
            program: Err(String::new()),
            their_program: Err(String::new()),
        }
    }

    #[test]
    fn a_table_with_sums_and_verdicts() {
        let mut rows = vec![row("a", 1.0, 4.0, 5.0), row("b", 2.0, 4.0, 5.0)];
        assert_eq!(super::line(&rows[0]), "a: check 1.00 s, twin 4.00 s, theirs 5.00 s");
        let text = show(&rows, None, &limits::of(&rows));
        let cells = |start: &str, text: &str| {
            let line = text.lines().find(|line| line.starts_with(start)).unwrap();
            line.split_whitespace().map(str::to_owned).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(cells("a", &text), "a 100 1.00 4.00 0.25 5.00 0.20 10.00 50.00 0.10 0.20 - -");
        assert_eq!(cells("these", &text), "these 2 200 3.00 8.00 0.38 10.00 0.30 15.00 50.00 0.20 0.40 - -");
        assert!(text.contains("check, all 2: s beside the twins': 0.375 (at most 0.400): well\n"), "{text}");
        rows[0].theirs = Err("error[E0308]".to_owned());
        let text = show(&rows, None, &limits::of(&rows));
        assert!(text.contains("a, theirs: error[E0308]\n") && text.contains("not measured for a"), "{text}");
        assert!(text.contains("MISSED"));
    }
}
