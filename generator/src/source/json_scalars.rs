//! The source texts of a few numbers and literals of a JSON text: one pass that remembers nothing else.

use std::collections::BTreeMap;

use saphyr_parser::{Event, ScalarStyle};

use super::json_marks;
use crate::pointer::Pointer;

/// For each pointer the text of the scalar that it leads to; none: it leads to no number or literal. `None` when the text
/// is no JSON.
pub(super) fn scalars(text: &str, pointers: &[&Pointer]) -> Option<Vec<Option<String>>> {
    let mut search = Search { steps: vec![Step::default()], open: Vec::new(), found: vec![None; pointers.len()] };
    for (index, pointer) in pointers.iter().enumerate() {
        search.want(index, pointer);
    }
    json_marks::read(text, |(event, _)| search.event(event))?;
    Some(search.found)
}

/// Index of a step.
type StepId = usize;

/// A place on the way to what is wanted.
#[derive(Default)]
struct Step<'p> {
    below: BTreeMap<&'p str, StepId>,
    /// The pointers that end here.
    wanted: Vec<usize>,
}

struct Search<'p> {
    /// The first is the root.
    steps: Vec<Step<'p>>,
    open: Vec<Open>,
    found: Vec<Option<String>>,
}

/// A container that is not closed yet.
struct Open {
    /// Where it is on the way to something wanted.
    step: Option<StepId>,
    inside: Inside,
}

enum Inside {
    /// The index of the item that comes next.
    List(usize),
    /// Behind a key: the step of its value.
    Mapping(Option<Option<StepId>>),
}

impl<'p> Search<'p> {
    fn want(&mut self, index: usize, pointer: &'p Pointer) {
        let mut at = 0;
        for token in pointer.tokens() {
            let new = self.steps.len();
            let Some(step) = self.steps.get_mut(at) else { return };
            at = *step.below.entry(token).or_insert(new);
            if at == new {
                self.steps.push(Step::default());
            }
        }
        if let Some(step) = self.steps.get_mut(at) {
            step.wanted.push(index);
        }
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Scalar(text, style, ..) => {
                if let Some(Open { step, inside: Inside::Mapping(value @ None) }) = self.open.last_mut() {
                    let below = |step: StepId| self.steps.get(step)?.below.get(&*text).copied();
                    *value = Some(step.and_then(below));
                    return;
                }
                let step = self.next();
                let wanted = step.and_then(|step| self.steps.get(step)).filter(|_| style == ScalarStyle::Plain);
                for index in wanted.iter().flat_map(|step| &step.wanted) {
                    if let Some(found) = self.found.get_mut(*index) {
                        found.get_or_insert_with(|| text.clone().into_owned());
                    }
                }
            }
            Event::MappingStart(..) => {
                let step = self.next();
                self.open.push(Open { step, inside: Inside::Mapping(None) });
            }
            Event::SequenceStart(..) => {
                let step = self.next();
                self.open.push(Open { step, inside: Inside::List(0) });
            }
            Event::MappingEnd | Event::SequenceEnd => drop(self.open.pop()),
            _ => {}
        }
    }

    /// The step of the value that begins here.
    fn next(&mut self) -> Option<StepId> {
        let Some(open) = self.open.last_mut() else { return Some(0) };
        match &mut open.inside {
            Inside::Mapping(value) => value.take().flatten(),
            Inside::List(index) => {
                let below = open.step.and_then(|step| self.steps.get(step)).map(|step| &step.below);
                let step = below.and_then(|below| below.get(index.to_string().as_str()).copied());
                *index += 1;
                step
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::marks::Marks;

    #[test]
    fn they_are_those_of_the_marks() {
        let text = r#"{"a": 1.10, "b": [true, {"c\u0064": -0, "a": "1.10"}, [[1e3]]], "a": 2, "n": null}"#;
        let pointers =
            ["", "/a", "/b", "/b/0", "/b/1/cd", "/b/1/a", "/b/2/0/0", "/b/3", "/b/2/0/1", "/n", "/a/b", "/x"];
        let pointers: Vec<Pointer> = pointers.iter().map(|pointer| Pointer::parse(pointer).unwrap()).collect();
        let marks = Marks::of(text);
        let of_marks = |pointer: &&Pointer| marks.plain_text(marks.find(pointer)?).map(str::to_owned);
        let pointers: Vec<&Pointer> = pointers.iter().collect();
        let found = scalars(text, &pointers).unwrap();
        assert_eq!(found, pointers.iter().map(of_marks).collect::<Vec<_>>());
        assert_eq!(found.iter().flatten().collect::<Vec<_>>(), ["1.10", "true", "-0", "1e3", "null"]);
        assert_eq!(scalars("{a: 1", &pointers), None);
    }
}
