//! One finding: a line that says what, and all that helps to judge it below.

use std::collections::BTreeSet;

use super::{
    super::super::finding::{Finding, ItemChange, ItemKind, Level, MadeBy, Side},
    sides, signature, tools,
    writer::Html,
};
use crate::pointer::Pointer;

/// The ids of the page that are taken: a fingerprint is one, once.
#[derive(Debug, Default)]
pub struct Ids<'a>(BTreeSet<&'a str>);

impl<'a> Ids<'a> {
    /// The finding's id, unless another one has it.
    pub fn of(&mut self, finding: &'a Finding) -> Option<&'a str> {
        self.0.insert(&finding.fingerprint).then_some(finding.fingerprint.as_str())
    }
}

/// Writes the finding.
pub fn write(page: &mut Html, finding: &Finding, id: Option<&str>, open: bool) {
    let mut attributes = vec![
        ("class", "finding"),
        ("data-wire", finding.wire.as_str()),
        ("data-rust", finding.rust.level.as_str()),
        ("data-direction", tools::direction(finding)),
        ("data-made", tools::made_by(finding)),
        ("data-accepted", tools::accepted(finding)),
    ];
    attributes.extend(id.map(|id| ("id", id)));
    attributes.extend(open.then_some(("open", "")));
    page.tag("details", &attributes, |page| {
        page.tag("summary", &[], |page| line(page, finding));
        page.tag("div", &[("class", "body")], |page| {
            prose(page, finding);
            items(page, &finding.rust.items);
            sides::write(page, finding.old.as_ref(), finding.new.as_ref());
            facts(page, finding);
        });
    });
}

fn line(page: &mut Html, finding: &Finding) {
    level(page, "wire", finding.wire.as_str());
    level(page, "Rust", finding.rust.level.as_str());
    page.tag("span", &[("class", "what")], |page| {
        page.tag("h4", &[], |page| page.prose(&finding.message));
        page.tag("span", &[("class", "where")], |page| {
            if finding.behaviour.is_some() {
                page.raw("<span class=\"flag\">behaviour</span> ");
            }
            if finding.accepted.is_some() {
                page.raw("<span class=\"flag\">accepted</span> ");
            }
            if finding.direction.is_some() {
                page.element("span", &[("class", "way")], tools::direction(finding));
                page.raw(" ");
            }
            if let Some(side) = finding.new.as_ref().or(finding.old.as_ref()) {
                page.tag("code", &[], |page| trail(page, &side.pointer));
            }
        });
    });
}

/// A pointer for reading: its steps, not escaped.
fn trail(page: &mut Html, pointer: &Pointer) {
    for (i, token) in pointer.tokens().iter().enumerate() {
        if i > 0 {
            page.raw("<i> › </i><wbr>");
        }
        page.path(token);
    }
}

fn level(page: &mut Html, of: &'static str, word: &str) {
    page.tag("span", &[("class", "level"), ("data-of", of), ("data-level", word)], |page| {
        page.element("span", &[("class", "off")], of);
        page.text(" ");
        page.text(word);
        page.raw("<span class=\"off\">,</span> ");
    });
}

fn prose(page: &mut Html, finding: &Finding) {
    if let Some(reason) = &finding.accepted {
        page.tag("p", &[("class", "note accepted")], |page| {
            page.raw("<b>Accepted</b> ");
            page.prose(reason);
        });
    }
    if let Some(behaviour) = &finding.behaviour {
        page.tag("p", &[("class", "note behaviour")], |page| {
            page.raw("<b>Compiles, but means something else</b> ");
            page.prose(behaviour);
        });
    }
    if !finding.help.is_empty() {
        page.tag("p", &[("class", "help")], |page| page.prose(&finding.help));
    }
    if finding.rollout {
        page.raw(
            "<p class=\"note rollout\"><b>Server first</b> \
             A client of the new description fails with a server of the old one.</p>",
        );
    }
}

fn items(page: &mut Html, items: &[ItemChange]) {
    if items.is_empty() {
        return;
    }
    page.raw("<h5>In the crate</h5>");
    for item in items {
        page.tag("div", &[("class", "item")], |page| {
            page.tag("p", &[("class", "item-head")], |page| {
                level(page, "Rust", item.level.as_str());
                page.element("span", &[("class", "kind")], kind(item.kind));
                page.raw(" ");
                page.element("code", &[], &item.path);
            });
            let (old, new) = (item.old.as_deref(), item.new.as_deref());
            let (before, after) = signature::compare(old.unwrap_or_default(), new.unwrap_or_default());
            page.tag("div", &[("class", "pair")], |page| {
                one(page, "Before", old.map(|_| (before.as_slice(), "del")), "It is new.");
                one(page, "After", new.map(|_| (after.as_slice(), "ins")), "It is gone.");
            });
        });
    }
}

fn one(page: &mut Html, name: &'static str, pieces: Option<(&[signature::Piece], &'static str)>, none: &'static str) {
    page.tag("figure", &[], |page| {
        page.element("figcaption", &[], name);
        match pieces {
            Some((pieces, mark)) => page.tag("pre", &[], |page| {
                page.tag("code", &[], |page| signature::write(page, pieces, mark));
            }),
            None => page.element("p", &[("class", "missing")], none),
        }
    });
}

/// What is looked up, or copied.
fn facts(page: &mut Html, finding: &Finding) {
    page.tag("dl", &[("class", "facts")], |page| {
        let mut fact = |name: &'static str, write: &dyn Fn(&mut Html)| {
            page.tag("div", &[], |page| {
                page.element("dt", &[], name);
                page.tag("dd", &[], |page| write(page));
            });
        };
        fact("Rule", &|page| {
            page.element("code", &[], &finding.id);
            page.element("span", &[("class", "quiet")], oasdiff(finding.level));
        });
        if finding.made_by == MadeBy::Generator {
            fact("Made by", &|page| page.text("the generator or its configuration"));
        }
        fact("Rust verdict", &|page| page.text(finding.verified.as_str()));
        pointers(finding).into_iter().for_each(|(name, side)| fact(name, &|page| pointer(page, side)));
        fact("Fingerprint", &|page| {
            page.element("code", &[("class", "print")], &finding.fingerprint);
            page.raw("<button type=\"button\" class=\"copy\">Copy</button>");
            let target = format!("#{}", finding.fingerprint);
            page.element("a", &[("href", &target)], "Link");
        });
    });
}

/// The place on both sides; once, where it is the same.
fn pointers(finding: &Finding) -> Vec<(&'static str, &Side)> {
    match (&finding.old, &finding.new) {
        (Some(old), Some(new)) if old.pointer == new.pointer => vec![("Place", new)],
        (old, new) => {
            let (old, new) =
                (old.as_ref().map(|side| ("Old place", side)), new.as_ref().map(|side| ("New place", side)));
            old.into_iter().chain(new).collect()
        }
    }
}

fn pointer(page: &mut Html, side: &Side) {
    page.tag("code", &[], |page| page.path(&format!("#{}", side.pointer)));
}

const fn oasdiff(level: Level) -> &'static str {
    match level {
        Level::Err => " ERR",
        Level::Warn => " WARN",
        Level::Info => " INFO",
    }
}

const fn kind(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Module => "module",
        ItemKind::Struct => "struct",
        ItemKind::Enum => "enum",
        ItemKind::Alias => "type alias",
        ItemKind::Field => "field",
        ItemKind::Variant => "variant",
        ItemKind::Method => "method",
        ItemKind::Function => "function",
        ItemKind::Constant => "constant",
        ItemKind::Trait => "trait",
        ItemKind::Macro => "macro",
        ItemKind::Impl => "impl",
        ItemKind::Feature => "feature",
        ItemKind::Import => "import",
    }
}
