//! `check`: fail when a crate on disk is not what would be generated.

use serde_json::json;
use similar::TextDiff;

use super::{JSON_VERSION, args::TargetFlags, console::Console, generate::make_all, targets::targets};
use crate::{
    diagnostic::Code,
    failure::{Exit, Failure, join},
    finding::{Finding, escape},
    output::{self, Difference, Layout},
};

/// How many lines of all differences are shown.
const SHOWN_LINES: usize = 60;

/// Compares every crate with what would be generated; writes nothing.
pub(super) fn check(console: Console, spec: Option<&str>, flags: &TargetFlags) -> Result<Exit, Failure> {
    let targets = targets(spec, flags)?;
    let made = make_all(console, &targets)?;
    let mut findings: Vec<Finding> = Vec::new();
    let mut lines = Vec::new();
    for (target, made) in targets.iter().zip(&made) {
        let found = output::check(&target.out, &made.files, Layout::Crate)
            .map_err(|refusal| Failure::refused(&refusal, &target.out_name))?;
        for difference in &found {
            let path = join(&target.out_name, &difference.path);
            let finding = Finding::new(Code::CheckDrift, format!("`{path}` {}", verdict(difference)));
            findings.push(if difference.edited { finding.help(Code::OutputEdited.row().remedy) } else { finding });
            lines.extend(diff(&path, difference));
        }
        if found.is_empty() {
            console.line(&format!("{} in {} is up to date", target.config.package, escape(&target.out_name)));
        }
    }
    let exit = if findings.is_empty() { Exit::Done } else { Exit::Found };
    lines.iter().take(SHOWN_LINES).for_each(|line| console.line(line));
    if lines.len() > SHOWN_LINES {
        console.line(&format!("and {} more lines of differences", lines.len() - SHOWN_LINES));
    }
    console.findings(&findings);
    console.json(&json!({ "version": JSON_VERSION, "exit": exit as u8, "findings": findings }));
    Ok(exit)
}

fn verdict(difference: &Difference) -> &'static str {
    match (&difference.disk, &difference.emitted) {
        (None, _) => "is missing",
        (Some(_), None) => "is stale: it is not generated any more",
        (Some(_), Some(_)) if difference.edited => "was edited by hand",
        (Some(_), Some(_)) => "differs from what would be generated",
    }
}

/// A unified diff from what is on disk to what would be emitted; a file that one side lacks is not shown.
fn diff(path: &str, difference: &Difference) -> Vec<String> {
    let (Some(disk), Some(emitted)) = (&difference.disk, &difference.emitted) else { return Vec::new() };
    let text = TextDiff::from_lines(disk.as_str(), emitted.as_str())
        .unified_diff()
        .context_radius(1)
        .header(&format!("{path} (on disk)"), &format!("{path} (generated)"))
        .to_string();
    text.lines().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_goes_from_disk_to_generated() {
        let (disk, emitted) = (Some("a\nb\nc\nd\n".to_owned()), Some("a\nb\nx\nd\n".to_owned()));
        let difference = Difference { path: "src/lib.rs".to_owned(), disk, emitted, edited: false };
        let lines = diff("sdk/src/lib.rs", &difference);
        assert_eq!(lines[0], "--- sdk/src/lib.rs (on disk)");
        assert_eq!(lines[3..], [" b", "-c", "+x", " d"]);
    }
}
