//! Findings by the operations that they reach, the worst first. A finding that reaches several stands once, under all of
//! them: a change of a shared schema is one thing to review.

use std::collections::BTreeMap;

use super::{
    super::super::finding::{Bump, Finding, MadeBy, OperationKey, Wire},
    writer::Html,
};

/// Findings that reach the same operations.
#[derive(Debug)]
pub struct Group<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// What they have in common.
    pub of: Of<'a>,
    /// The worst first.
    pub findings: Vec<&'a Finding>,
}

/// What the findings of a group have in common. In this order where they are equally bad.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of<'a> {
    /// They reach these operations, of which there is one at least.
    Operations(Vec<&'a OperationKey>),
    /// They reach none.
    Nothing,
    /// The generator made them, whatever they reach.
    Generator,
}

impl Group<'_> {
    /// Its name in links.
    pub fn id(&self) -> String {
        format!("group-{}", self.number)
    }

    /// The finding that asks for attention most.
    fn worst(&self) -> Option<&Finding> {
        self.findings.first().copied()
    }
}

/// The highest of the ranks.
pub const WORST: u8 = 3;

/// How much a finding asks for attention: not accepted, the worse of the two verdicts, both, behaviour. The order alone
/// looks at the worse one; whoever reads sees two.
pub fn severity(finding: &Finding) -> (bool, u8, Wire, Bump, bool) {
    let wire = match finding.wire {
        Wire::None => 0,
        Wire::Compatible => 1,
        Wire::Risky => 2,
        Wire::Breaking => WORST,
    };
    let rust = match finding.rust.level {
        Bump::None => 0,
        Bump::Patch => 1,
        Bump::Minor => 2,
        Bump::Major => WORST,
    };
    (finding.accepted.is_none(), wire.max(rust), finding.wire, finding.rust.level, finding.behaviour.is_some())
}

/// All groups; what the generator made comes last.
pub fn of(findings: &[Finding]) -> Vec<Group<'_>> {
    let mut by: BTreeMap<Of<'_>, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        by.entry(key(finding)).or_default().push(finding);
    }
    let mut groups: Vec<Group<'_>> = by
        .into_iter()
        .map(|(of, mut findings)| {
            findings.sort_by_key(|finding| std::cmp::Reverse(severity(finding)));
            Group { number: 0, of, findings }
        })
        .collect();
    groups.sort_by_key(|group| (group.of == Of::Generator, std::cmp::Reverse(group.worst().map(severity))));
    for (group, number) in groups.iter_mut().zip(1..) {
        group.number = number;
    }
    groups
}

fn key(finding: &Finding) -> Of<'_> {
    if finding.made_by == MadeBy::Generator {
        return Of::Generator;
    }
    let mut operations: Vec<&OperationKey> = finding.operations.iter().collect();
    operations.sort();
    operations.dedup();
    if operations.is_empty() { Of::Nothing } else { Of::Operations(operations) }
}

/// So many operations stand in a heading; of more only the first.
const NAMED: usize = 3;

/// The group's heading: what all its findings reach.
pub fn heading(page: &mut Html, group: &Group<'_>) {
    page.tag("div", &[("class", "group-head")], |page| {
        page.tag("h3", &[], |page| match &group.of {
            Of::Operations(operations) if operations.len() <= NAMED => {
                for key in operations {
                    page.tag("span", &[("class", "operation")], |page| operation(page, key));
                }
            }
            _ => name(page, group),
        });
        let findings = group.findings.len();
        page.element("span", &[("class", "many")], &format!("{findings} {}", plural(findings, "finding")));
    });
    let Of::Operations(operations) = &group.of else { return };
    if operations.len() <= NAMED {
        return;
    }
    page.tag("details", &[("class", "reached")], |page| {
        let operations = operations.len();
        page.element("summary", &[], &format!("All {operations} operations"));
        page.tag("ul", &[], |page| list(page, group));
    });
}

fn list(page: &mut Html, group: &Group<'_>) {
    let Of::Operations(operations) = &group.of else { return };
    for key in operations {
        page.tag("li", &[], |page| operation(page, key));
    }
}

/// What the group is called: its first operation, and how many more there are.
pub fn name(page: &mut Html, group: &Group<'_>) {
    match &group.of {
        Of::Nothing => page.raw("Not tied to an operation"),
        Of::Generator => page.raw("Made by the generator or its configuration, not by the description"),
        Of::Operations(operations) => {
            if let Some((first, others)) = operations.split_first() {
                operation(page, first);
                if !others.is_empty() {
                    page.element("span", &[("class", "more")], &format!(" +{} more", others.len()));
                }
            }
        }
    }
}

fn operation(page: &mut Html, key: &OperationKey) {
    page.element("span", &[("class", "method")], &key.method);
    page.raw(" ");
    page.tag("code", &[], |page| page.path(&key.path));
}

/// The word for one or for many.
pub fn plural(count: usize, one: &str) -> String {
    if count == 1 { one.to_owned() } else { format!("{one}s") }
}
