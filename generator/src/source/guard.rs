//! What is looked for in a YAML text before it is parsed: tags, which the parser ignores in part, and nesting, of
//! which its cost is the square.

use saphyr_parser::{Event, Tag};

use super::{
    Fault,
    build::{DEPTH, Trip},
    events::{Position, Script},
    yaml,
};
use crate::diagnostic::Code;

/// With no more opening brackets than this the parser is fast, whatever the text.
const BRACKETS: usize = 500;

/// The suffixes of the core schema's tags (YAML 1.2.2, section 10.3).
const CORE: &[&str] = &["str", "int", "float", "bool", "null", "map", "seq"];

/// Looks through the text, when it may need it. A clean, ordinary text is not looked through at all.
pub(super) fn check(text: &str) -> Result<(), Fault> {
    if brackets(text) <= BRACKETS && !may_hold_tag(text) {
        return Ok(());
    }
    let (finding, read) =
        Script::read(text, Finding::default, |finding, (event, range)| finding.event(event, range.start));
    if let Some(fault) = finding.fault {
        return Err(fault);
    }
    let Err(refused) = read else { return Ok(()) };
    let position = Some(refused.position);
    if refused.message.starts_with("recursion limit") {
        return Err(yaml::stopped(Trip::Depth, position));
    }
    let rest: String = text.lines().skip(refused.position.0.saturating_sub(1)).collect();
    if brackets(&rest) <= BRACKETS {
        return Ok(());
    }
    Err(Fault {
        code: Code::SourceSyntax,
        message: format!("not valid YAML: {}", refused.message),
        help: None,
        position,
    })
}

fn brackets(text: &str) -> usize {
    text.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count()
}

/// Whether a `!` stands where a tag may begin.
fn may_hold_tag(text: &str) -> bool {
    let bytes = text.as_bytes();
    let at = |index: Option<usize>| index.and_then(|index| bytes.get(index)).copied();
    bytes.iter().enumerate().any(|(index, byte)| {
        *byte == b'!'
            && at(index.checked_sub(1)).is_none_or(|before| b" \n\t[{,".contains(&before))
            && at(index.checked_add(1)).is_some_and(|after| !after.is_ascii_whitespace())
    })
}

#[derive(Default)]
struct Finding {
    depth: usize,
    documents: usize,
    fault: Option<Fault>,
}

impl Finding {
    /// Takes one event; false when there is something to report.
    fn event(&mut self, event: Event<'_>, place: Position) -> bool {
        match &event {
            Event::SequenceStart(..) | Event::MappingStart(..) => self.depth += 1,
            Event::SequenceEnd | Event::MappingEnd => self.depth = self.depth.saturating_sub(1),
            Event::DocumentStart(_) => self.documents += 1,
            _ => {}
        }
        let (Event::Scalar(_, _, _, tag) | Event::SequenceStart(_, tag) | Event::MappingStart(_, tag)) = &event else {
            return self.documents < 2;
        };
        if let Some(shown) = tag.as_deref().and_then(foreign) {
            self.fault = Some(yaml::tagged(&shown, Some(place)));
        } else if self.depth > DEPTH {
            self.fault = Some(yaml::stopped(Trip::Depth, Some(place)));
        }
        self.fault.is_none()
    }
}

/// How a tag that is none of the core schema is written.
fn foreign(tag: &Tag) -> Option<String> {
    let core = tag.is_yaml_core_schema();
    let known = core && CORE.contains(&tag.suffix.as_str());
    // `!` alone says "not resolved by its look": a text.
    let unspecific = tag.suffix.is_empty() || (tag.handle.is_empty() && tag.suffix == "!");
    let handle = if core { "!!" } else { tag.handle.as_str() };
    (!known && !unspecific).then(|| format!("{handle}{}", tag.suffix))
}
