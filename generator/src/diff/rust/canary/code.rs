//! code: how a user of the crate writes its types.

use std::cell::Cell;

use crate::diff::rust::rustdoc::{
    Names, is_std,
    json::{Bound, Generics, Param, ParamKind, Path, Predicate, Type},
    text::{Manner, Text},
};

/// By which name the program calls the crate.
pub const SUBJECT: &str = "subject";

/// Names as a user of the crate has them. What cannot be named is `_`, which the compiler fills in where it may stand.
pub struct Code<'d> {
    names: &'d Names,
    /// What `Self` is.
    subject: Option<&'d str>,
    place: Place,
    /// Inside `Fn(..)`, which has lifetimes of its own.
    call: Cell<bool>,
    unnamed: Cell<bool>,
}

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In a body: what is not written is inferred.
    Body,
    /// In an argument's type: names must be written.
    Argument,
    /// In a bound of a parameter: lifetimes too.
    Bound,
}

impl<'d> Code<'d> {
    fn new(names: &'d Names, subject: Option<&'d str>, place: Place) -> Text<Self> {
        Text(Self { names, subject, place, call: Cell::new(false), unnamed: Cell::new(false) })
    }

    fn names_lifetimes(&self) -> bool {
        self.place == Place::Bound && !self.call.get()
    }
}

impl Manner for Code<'_> {
    fn name(&self, path: &Path) -> String {
        let given = self.names.own(path.id).or_else(|| self.names.given(path.id));
        if let Some(given) = given {
            return format!("{SUBJECT}::{given}");
        }
        let defined = self.names.defined(path.id).unwrap_or_default();
        if is_std(&defined) {
            return format!("::{}", defined.join("::"));
        }
        // Through the crate that it is of, when that one is given on and the source names it from there.
        let spelled = path.path.split_once("::").filter(|(first, _)| defined.first().is_some_and(|of| of == first));
        match spelled.and_then(|(of, rest)| Some((self.names.given_crate(of)?, rest))) {
            Some((given, rest)) => format!("{SUBJECT}::{given}::{rest}"),
            // Users who write it depend on that crate themselves.
            None if self.place != Place::Body && self.names.depends_on(&defined) => format!("::{}", defined.join("::")),
            None => {
                self.unnamed.set(true);
                "_".to_owned()
            }
        }
    }

    fn generic(&self, name: &str) -> String {
        match self.subject {
            Some(subject) if name == "Self" => subject.to_owned(),
            _ => name.to_owned(),
        }
    }

    fn reference(&self, lifetime: Option<&str>) -> String {
        let named = lifetime == Some("'static") || self.names_lifetimes();
        if named { "'static ".to_owned() } else { String::new() }
    }

    fn lifetime(&self, name: &str) -> String {
        let named = name == "'static" || self.names_lifetimes();
        if named { "'static".to_owned() } else { "'_".to_owned() }
    }

    fn inside_call(&self, inside: bool) {
        self.call.set(inside);
    }

    fn outlives(&self, name: &str) -> Option<String> {
        (name == "'static").then(|| name.to_owned())
    }
}

/// A type where inference may help: `Option<_>` when the inner one cannot be named.
pub fn ty(names: &Names, subject: Option<&str>, ty: &Type) -> String {
    Code::new(names, subject, Place::Body).ty(ty)
}

/// A type where every name must be written.
pub fn full(names: &Names, subject: Option<&str>, ty: &Type) -> Option<String> {
    let code = Code::new(names, subject, Place::Argument);
    let text = code.ty(ty);
    (!code.0.unnamed.get()).then_some(text)
}

/// A trait in a bound.
pub fn of_trait(names: &Names, subject: Option<&str>, path: &Path) -> Option<String> {
    let code = Code::new(names, subject, Place::Bound);
    let text = code.path(path);
    (!code.0.unnamed.get()).then_some(text)
}

/// Type and constant parameters, with their conditions.
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    declared: Vec<String>,
    conditions: Vec<String>,
    /// Their names, in order.
    pub names: Vec<String>,
}

impl Parameters {
    /// Those of several lists, the outer first; none: a bound cannot be named.
    pub fn of(names: &Names, subject: Option<&str>, lists: &[&Generics]) -> Option<Self> {
        let (code, mut all) = (Code::new(names, subject, Place::Bound), Self::default());
        for list in lists {
            all.params(&code, &list.params);
            for predicate in &list.where_predicates {
                if let Predicate::Bound { ty, bounds, generic_params } = predicate {
                    let bounds = bounds_of(&code, bounds);
                    match generic_params.is_empty() {
                        true if !bounds.is_empty() => all.conditions.push(format!("{}: {bounds}", code.ty(ty))),
                        true => {}
                        false => return None,
                    }
                }
            }
        }
        (!code.0.unnamed.get()).then_some(all)
    }

    fn params(&mut self, code: &Text<Code<'_>>, params: &[Param]) {
        for param in params {
            match &param.kind {
                ParamKind::Lifetime { .. } | ParamKind::Type { is_synthetic: true, .. } => continue,
                ParamKind::Type { bounds, .. } => {
                    self.declared.push(format!("{}: {}", param.name, bounds_of(code, bounds)));
                }
                ParamKind::Const { ty, .. } => self.declared.push(format!("const {}: {}", param.name, code.ty(ty))),
            }
            self.names.push(param.name.clone());
        }
    }

    /// `<T: Clone>`, with more in front.
    pub fn declaration(&self, first: Option<&str>) -> String {
        let all: Vec<&str> = first.into_iter().chain(self.declared.iter().map(String::as_str)).collect();
        if all.is_empty() { String::new() } else { format!("<{}>", all.join(", ")) }
    }

    /// ` where T: Clone`.
    pub fn conditions(&self) -> String {
        if self.conditions.is_empty() { String::new() } else { format!(" where {}", self.conditions.join(", ")) }
    }

    /// `<T>`; what a type of these parameters is given.
    pub fn arguments(&self) -> String {
        if self.names.is_empty() { String::new() } else { format!("<{}>", self.names.join(", ")) }
    }
}

fn bounds_of(code: &Text<Code<'_>>, bounds: &[Bound]) -> String {
    code.bounds(bounds)
}
