//! calls: functions and methods are called, with arguments of exactly their types.

use super::{
    code::{self, Parameters, SUBJECT},
    program::{Use, is},
};
use crate::diff::{
    finding::ItemKind,
    rust::rustdoc::{
        Entry,
        json::{Function, Generics, Impl, Inner, Type},
    },
};

/// Where a method or a constant stands: the type, its parameters, and the trait when it is an item of one.
struct Holder<'d> {
    subject: Option<String>,
    generics: Option<&'d Generics>,
    /// A first parameter of the program's function: the type that implements the trait.
    first: Option<String>,
}

fn holder<'d>(one: &Use<'d>, entry: &Entry) -> Option<Holder<'d>> {
    let names = &one.document.names;
    let get = |id| one.document.items.index.get(id).map(|item| &item.inner);
    if let Some(Inner::Impl(Impl { subject, generics, .. })) = entry.holder.as_ref().and_then(get) {
        let subject = Some(code::full(names, None, subject)?);
        return Some(Holder { subject, generics: Some(generics), first: None });
    }
    let Some(parent) = &entry.facts.parent else {
        return Some(Holder { subject: None, generics: None, first: None });
    };
    // An item of a trait without parameters, for any type that has it.
    let of = one.document.face.iter().find(|(key, _)| key.path == *parent && key.kind == ItemKind::Trait);
    match of.and_then(|(_, entry)| get(&entry.id)) {
        Some(Inner::Trait(of)) if of.generics.params.is_empty() => Some(Holder {
            subject: Some("S".to_owned()),
            generics: None,
            first: Some(format!("S: {SUBJECT}::{parent}")),
        }),
        _ => None,
    }
}

/// A call whose value has the type that it had.
pub fn function(one: &Use<'_>, entry: &Entry, function: &Function) -> Option<Vec<String>> {
    let names = &one.document.names;
    let holder = holder(one, entry)?;
    let subject = holder.subject.as_deref();
    let lists: Vec<&Generics> = holder.generics.into_iter().chain([&function.generics]).collect();
    let parameters = Parameters::of(names, subject, &lists)?;
    let own = Parameters::of(names, subject, &[&function.generics])?;

    let (mut declared, mut receiver, mut arguments) = (Vec::new(), None, Vec::new());
    for (index, (name, ty)) in function.sig.inputs.iter().enumerate() {
        let text = code::ty(names, subject, ty);
        if text.contains("impl ") {
            // What any type of a kind may be is a parameter of that kind.
            declared.push(format!("a{index}: {}", code::full(names, subject, ty)?));
            arguments.push(format!("a{index}"));
        } else if name == "self" && index == 0 {
            receiver = Some(format!("any::<{text}>()"));
        } else {
            arguments.push(format!("any::<{text}>()"));
        }
    }
    let (name, given) = (super::types::last(&one.key.path), arguments.join(", "));
    let turbofish = if own.names.is_empty() { String::new() } else { format!("::{}", own.arguments()) };
    let call = match (&receiver, subject) {
        (Some(receiver), _) => format!("{receiver}.{name}{turbofish}({given})"),
        (None, Some(subject)) => format!("<{subject}>::{name}{turbofish}({given})"),
        (None, None) => format!("{SUBJECT}::{}{turbofish}({given})", one.key.path),
    };
    let call = if function.header.is_unsafe { format!("unsafe {{ {call} }}") } else { call };
    let call = if function.header.is_async { format!("{call}.await") } else { call };
    let output = output(one, subject, function.sig.output.as_ref());
    let body = output.map_or_else(|| format!("let _ = {call};"), |ty| is(&call, &ty));
    let asynchronous = if function.header.is_async { "async " } else { "" };
    let more = parameters.declaration(holder.first.as_deref());
    let text = one.function(&more, &declared.join(", "), &parameters.conditions(), &body);
    Some(vec![format!("{asynchronous}{text}")])
}

/// The type that a call gives; none: one that has no name.
fn output(one: &Use<'_>, subject: Option<&str>, ty: Option<&Type>) -> Option<String> {
    let Some(ty) = ty else { return Some("()".to_owned()) };
    let text = code::ty(&one.document.names, subject, ty);
    (!text.contains("impl ") && text != "!").then_some(text)
}

/// The value of a constant of a type.
pub fn constant(one: &Use<'_>, entry: &Entry, ty: &Type) -> Option<Vec<String>> {
    let holder = holder(one, entry)?;
    let subject = holder.subject.as_deref();
    let names = &one.document.names;
    let parameters = Parameters::of(names, subject, &holder.generics.into_iter().collect::<Vec<_>>())?;
    let value = format!("<{}>::{}", subject?, super::types::last(&one.key.path));
    let body = is(&value, &code::ty(names, subject, ty));
    Some(vec![one.function(&parameters.declaration(holder.first.as_deref()), "", &parameters.conditions(), &body)])
}
