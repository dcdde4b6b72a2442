//! Discriminators: the property whose text tells the variants of a union apart, declared or implied by constants.

use std::collections::BTreeSet;

use openapiv3::Discriminator;

use super::{Context, View, object, union::Alternative, view::Choice};
use crate::{diagnostic::Code, pointer::At, resolve::refs};

/// The property, and for each alternative the texts that mean it.
#[derive(Clone, Debug)]
pub(super) struct Tags {
    pub property: String,
    pub texts: Vec<Vec<String>>,
}

/// Names that a tag usually has, tried before others.
const USUAL: &[&str] = &["type", "kind", "object"];

impl<'a> Context<'a> {
    /// How the alternatives are told apart by a property, if they are.
    pub(super) fn tags(
        &mut self,
        view: &View<'a>,
        choice: &Choice<'a>,
        alternatives: &[Alternative<'a>],
    ) -> Option<Tags> {
        if let Some(discriminator) = &view.discriminator {
            match self.declared_tags(discriminator, alternatives) {
                Ok(tags) => return Some(tags),
                Err(reason) => {
                    let origin = discriminator.origin.clone();
                    self.diagnostics.report(Code::SchemaDiscriminator, origin, reason).related =
                        Some(choice.origin.clone());
                }
            }
        }
        self.implied_tags(alternatives)
    }

    fn declared_tags(
        &mut self,
        discriminator: &At<&'a Discriminator>,
        alternatives: &[Alternative<'a>],
    ) -> Result<Tags, String> {
        let property = discriminator.node.property_name.clone();
        let mut texts = Vec::new();
        for alternative in alternatives {
            if !object::is_object(&alternative.view) {
                return Err("an alternative is no object, so it cannot hold the property".to_owned());
            }
            let mapped = mapped(discriminator.node, alternative);
            let constants = self.constants(&alternative.view, &property);
            let own = match (mapped.is_empty(), constants, &alternative.component) {
                (false, _, _) => mapped,
                (true, Some(constants), _) => constants,
                (true, None, Some(component)) => vec![component.clone()],
                (true, None, None) => {
                    return Err(format!("an inline alternative does not say which text of `{property}` means it"));
                }
            };
            texts.push(own);
        }
        self.check_mapping(discriminator, alternatives);
        if distinct(&texts) {
            Ok(Tags { property, texts })
        } else {
            Err("two alternatives have the same text".to_owned())
        }
    }

    /// Says which entries of the mapping lead to no alternative.
    fn check_mapping(&mut self, discriminator: &At<&'a Discriminator>, alternatives: &[Alternative<'a>]) {
        for (text, target) in &discriminator.node.mapping {
            if !alternatives.iter().any(|a| a.component.as_deref().is_some_and(|name| means(target, name))) {
                let origin = discriminator.origin.join("mapping").join(text);
                let message = format!("`{text}` leads to `{target}`, which is none of the alternatives");
                self.say(Code::SchemaDiscriminator, &origin, message);
            }
        }
    }

    /// A property that every alternative requires, each with texts of its own.
    fn implied_tags(&mut self, alternatives: &[Alternative<'a>]) -> Option<Tags> {
        self.telling_property(alternatives, |alternative, wire| alternative.view.required.contains(&wire))
    }

    /// A property that tells the alternatives apart where it is there, which is not certain: a part of their shapes.
    pub(super) fn optional_tags(&mut self, alternatives: &[Alternative<'a>]) -> Option<Tags> {
        self.telling_property(alternatives, |_, _| true)
    }

    /// A property of every alternative that `may_tell`, each with texts of its own.
    fn telling_property(
        &mut self,
        alternatives: &[Alternative<'a>],
        may_tell: impl Fn(&Alternative<'a>, &str) -> bool,
    ) -> Option<Tags> {
        let (first, rest) = alternatives.split_first()?;
        if !alternatives.iter().all(|a| object::is_object(&a.view)) {
            return None;
        }
        let shared = |wire: &&&str| rest.iter().all(|a| a.view.properties.contains_key(**wire));
        let mut candidates: Vec<&str> = first.view.properties.keys().filter(shared).copied().collect();
        candidates.sort_by_key(|wire| (USUAL.iter().position(|usual| usual == wire).unwrap_or(USUAL.len()), *wire));
        candidates.into_iter().find_map(|wire| {
            let texts: Option<Vec<_>> = alternatives
                .iter()
                .map(|a| may_tell(a, wire).then(|| self.constants(&a.view, wire)).flatten())
                .collect();
            let texts = texts.filter(|texts| distinct(texts))?;
            Some(Tags { property: wire.to_owned(), texts })
        })
    }

    /// The texts that a property can have, when they are listed.
    fn constants(&mut self, view: &View<'a>, wire: &str) -> Option<Vec<String>> {
        let parts = view.properties.get(wire)?.clone();
        let views: Vec<_> = parts.iter().filter_map(|part| self.flatten(&part.schema, &part.hint)).collect();
        let lists = views.iter().filter_map(|view| view.values.as_ref());
        let list = lists.min_by_key(|values| values.len())?;
        list.iter().map(|value| value.node.as_str().map(str::to_owned)).collect()
    }
}

fn mapped(discriminator: &Discriminator, alternative: &Alternative<'_>) -> Vec<String> {
    let Some(component) = &alternative.component else { return Vec::new() };
    let means = |(_, target): &(&String, &String)| means(target, component);
    let mut texts: Vec<_> = discriminator.mapping.iter().filter(means).map(|(text, _)| text.clone()).collect();
    // The order of a mapping means nothing; equal unions are one type.
    texts.sort_unstable();
    texts
}

/// Whether the target of a mapping is this component: a reference, or its bare name.
fn means(target: &str, component: &str) -> bool {
    refs::component_name(target, "schemas").is_some_and(|name| name == component) || target == component
}

fn distinct(texts: &[Vec<String>]) -> bool {
    let mut seen = BTreeSet::new();
    !texts.is_empty() && texts.iter().all(|own| !own.is_empty() && own.iter().all(|text| seen.insert(text)))
}
