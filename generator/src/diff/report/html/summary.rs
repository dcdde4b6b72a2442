//! The head of the page: both verdicts, apart, and what each of them counts.

use super::{
    super::super::finding::{Bump, Finding, MadeBy, Report, Verified, Wire},
    groups::plural,
    writer::Html,
};

/// The wire verdicts, the worst first.
pub const WIRES: [Wire; 4] = [Wire::Breaking, Wire::Risky, Wire::Compatible, Wire::None];
/// The Rust verdicts, the worst first.
pub const BUMPS: [Bump; 4] = [Bump::Major, Bump::Minor, Bump::Patch, Bump::None];

/// Writes the head.
pub fn write(page: &mut Html, report: &Report) {
    page.tag("div", &[("class", "title")], |page| {
        page.raw("<h1>Spec change</h1>");
        page.tag("p", &[("class", "sides")], |page| {
            page.raw("<span class=\"off\">from </span>");
            page.element("code", &[], &report.old);
            page.raw("<span class=\"arrow\" aria-hidden=\"true\"> → </span><span class=\"off\"> to </span>");
            page.element("code", &[], &report.new);
        });
    });
    page.raw("<div class=\"verdicts\">");
    on_the_wire(page, report);
    in_the_crate(page, report);
    page.raw("</div>");
    notes(page, &report.findings);
}

fn on_the_wire(page: &mut Html, report: &Report) {
    let word = report.wire.as_str();
    page.tag("section", &[("class", "verdict"), ("data-level", word), ("aria-labelledby", "wire")], |page| {
        page.raw("<h2 id=\"wire\">On the wire</h2>");
        page.tag("p", &[("class", "word")], |page| page.element("span", &[], word));
        page.element("p", &[("class", "why")], wire_means(report.wire));
        counts(page, &WIRES.map(|level| (level.as_str(), count(report, |f| f.wire == level))));
    });
}

fn in_the_crate(page: &mut Html, report: &Report) {
    let word = report.rust.as_str();
    page.tag("section", &[("class", "verdict"), ("data-level", word), ("aria-labelledby", "rust")], |page| {
        page.raw("<h2 id=\"rust\">In the Rust crate</h2>");
        page.tag("p", &[("class", "word")], |page| {
            page.element("span", &[], word);
            if let Some(version) = &report.suggested_version {
                page.raw(" <span class=\"version\">next version <b>");
                page.text(version);
                page.raw("</b></span>");
            }
        });
        page.element("p", &[("class", "why")], bump_means(report.rust));
        let class = [("class", "basis"), ("data-verified", report.verified.as_str())];
        page.tag("p", &class, |page| page.prose(basis(report.verified)));
        counts(page, &BUMPS.map(|level| (level.as_str(), count(report, |f| f.rust.level == level))));
    });
}

/// Of what the description made: the verdicts are of that alone.
fn count(report: &Report, which: impl Fn(&Finding) -> bool) -> usize {
    report.findings.iter().filter(|finding| finding.made_by == MadeBy::Spec && which(finding)).count()
}

/// How many findings have each level.
fn counts(page: &mut Html, levels: &[(&'static str, usize)]) {
    let all: usize = levels.iter().map(|(_, count)| count).sum();
    if all == 0 {
        return;
    }
    page.tag("div", &[("class", "tally")], |page| {
        bar(page, levels, all);
        page.tag("ul", &[("class", "counts")], |page| {
            for (level, count) in levels.iter().filter(|(_, count)| *count > 0) {
                page.tag("li", &[("data-level", level)], |page| {
                    page.element("b", &[], &count.to_string());
                    page.text(" ");
                    page.text(level);
                });
            }
        });
    });
}

/// The numbers as lengths. They are drawn, since the policy allows no style in the markup.
fn bar(page: &mut Html, levels: &[(&'static str, usize)], all: usize) {
    let view = format!("0 0 {all} 1");
    let bar = [("class", "bar"), ("viewBox", view.as_str()), ("preserveAspectRatio", "none"), ("aria-hidden", "true")];
    page.tag("svg", &bar, |page| {
        let mut x = 0;
        for (level, count) in levels.iter().filter(|(_, count)| *count > 0) {
            let (from, width) = (x.to_string(), count.to_string());
            let place = [("data-level", *level), ("x", &from), ("width", &width), ("height", "1")];
            page.tag("rect", &place, |_| {});
            x += count;
        }
    });
}

/// What neither verdict says.
fn notes(page: &mut Html, findings: &[Finding]) {
    let count = |which: fn(&Finding) -> bool| findings.iter().filter(|finding| which(finding)).count();
    let (behaviour, rollout) = (count(|f| f.behaviour.is_some()), count(|f| f.rollout));
    let accepted = count(|f| f.accepted.is_some());
    let generator = count(|f| f.made_by == MadeBy::Generator);
    if behaviour + rollout + accepted + generator == 0 {
        return;
    }
    page.tag("ul", &[("class", "notes")], |page| {
        let mut note = |count: usize, one: &str, text: &str| {
            if count > 0 {
                page.tag("li", &[], |page| {
                    page.element("b", &[], &format!("{count} {}", plural(count, one)));
                    page.text(text);
                });
            }
        };
        note(behaviour, "change", " of behaviour: it compiles and means something else");
        note(rollout, "finding", " to roll out on the server first");
        note(generator, "finding", " made by the generator: in neither verdict");
        note(accepted, "finding", " accepted: it trips no gate");
    });
}

const fn wire_means(wire: Wire) -> &'static str {
    match wire {
        Wire::Breaking => "Clients of the old description that did everything right fail with the new server.",
        Wire::Risky => "Clients of the old description may fail, depending on what they send or receive.",
        Wire::Compatible => "Clients of the old description go on as before.",
        Wire::None => "Nothing that travels differs.",
    }
}

const fn bump_means(bump: Bump) -> &'static str {
    match bump {
        Bump::Major => "Code that uses the crate need not compile any more.",
        Bump::Minor => "The crate's public face grows; code that uses it still compiles.",
        Bump::Patch => "The crate's public face is the same.",
        Bump::None => "The crate is the same.",
    }
}

const fn basis(verified: Verified) -> &'static str {
    match verified {
        Verified::Rustdoc => "Verified: both crates were compiled and their public items compared.",
        Verified::Predicted => "Predicted from the descriptions, not compiled; `--verify` compiles both crates.",
        Verified::NotVerified => "Not verified: verification was asked for and could not be done.",
    }
}
