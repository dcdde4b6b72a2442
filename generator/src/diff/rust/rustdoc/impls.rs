//! impls: methods by the type that has them, and which traits are implemented for what.

use super::{
    face::{Entry, Facts, Maker, PRIVATE},
    items::{Both, arguments, both, callable, facts},
    json::{Argument, Arguments, Id, Impl, Inner, ParamKind, Path, Type, Visibility},
};
use crate::diff::finding::ItemKind;

/// Traits of the compiler's own that users cannot name on a stable compiler.
const INTERNAL: &[&str] = &["StructuralPartialEq", "Freeze", "UnsafeUnpin", "UseCloned"];

/// All `impl` blocks of the crate.
pub fn all(maker: &mut Maker<'_>) {
    for (id, item) in &maker.document.index {
        match &item.inner {
            Inner::Impl(block) if block.blanket_impl.is_some() || block.is_negative => {}
            Inner::Impl(block) => match &block.of {
                None => inherent(maker, *id, block),
                Some(of) if INTERNAL.contains(&super::items::last(&of.path)) => {}
                Some(of) => of_trait(maker, *id, block, of),
            },
            _ => {}
        }
    }
}

/// The item of this crate that a type is, when it is one that has a public path.
fn head<'d>(maker: &Maker<'d>, ty: &Type) -> Option<&'d str> {
    match ty {
        Type::ResolvedPath(path) => maker.names.own(path.id),
        _ => None,
    }
}

/// Whether the block is for all values of its type's parameters.
fn is_general(block: &Impl) -> bool {
    let Type::ResolvedPath(Path { args: Some(args), .. }) = &block.subject else { return true };
    let Arguments::AngleBracketed { args, .. } = &**args else { return false };
    args.iter().all(|argument| matches!(argument, Argument::Lifetime(_) | Argument::Type(Type::Generic(_))))
}

/// What a block asks for beside its type: bounds, or arguments of it.
fn condition(maker: &Maker<'_>, block: &Impl) -> Both {
    let bound = block.generics.params.iter().any(|param| !matches!(param.kind, ParamKind::Lifetime { .. }));
    if !bound && block.generics.where_predicates.is_empty() && is_general(block) {
        return Both::same("");
    }
    let text = both(maker, None, |text| {
        format!("impl{} {}{}", text.generics(&block.generics), text.ty(&block.subject), text.wheres(&block.generics))
    });
    Both { shown: format!("{}: ", text.shown), exact: format!("{}: ", text.exact) }
}

fn inherent(maker: &mut Maker<'_>, block_id: Id, block: &Impl) {
    let Some(own) = head(maker, &block.subject) else { return };
    let subject = both(maker, None, |text| text.ty(&block.subject));
    let condition = condition(maker, block);
    let prefix = if is_general(block) { own } else { subject.shown.as_str() };
    for id in &block.items {
        let Some(part) = maker.get(*id).filter(|part| part.visibility == Visibility::Public) else { continue };
        let Some(name) = &part.name else { continue };
        let mut given = Vec::new();
        let (kind, text) = match &part.inner {
            Inner::Function(function) => {
                given = arguments(maker, Some(&subject.exact), function);
                (ItemKind::Method, callable(maker, Some(&subject.exact), name, function))
            }
            Inner::AssocConst(of) => {
                let text = both(maker, Some(&subject.exact), |text| format!("pub const {name}: {}", text.ty(&of.ty)));
                let value = of.value.as_ref().map(|value| format!(" = {value}")).unwrap_or_default();
                (ItemKind::Constant, Both { shown: text.shown + &value, ..text })
            }
            _ => continue,
        };
        let signature = format!("{}{}", condition.shown, text.shown);
        let exact = format!("{}{}", condition.exact, text.exact);
        let facts = Facts { parent: Some(own.to_owned()), arguments: given, ..facts(part) };
        maker.add(
            &format!("{prefix}::{name}"),
            kind,
            Entry { signature, exact, facts, id: *id, holder: Some(block_id) },
        );
    }
}

fn of_trait(maker: &mut Maker<'_>, id: Id, block: &Impl, of: &Path) {
    let header = both(maker, None, |text| {
        let (generics, wheres) = (text.generics(&block.generics), text.wheres(&block.generics));
        format!("impl{generics} {} for {}{wheres}", text.path(of), text.ty(&block.subject))
    });
    // What nobody can name is nobody's.
    if header.exact.contains(PRIVATE) {
        return;
    }
    let subject = both(maker, None, |text| text.ty(&block.subject));
    let mut parts = Vec::new();
    for part in block.items.iter().filter_map(|part| maker.get(*part)) {
        let Some(name) = &part.name else { continue };
        match &part.inner {
            Inner::AssocType(of) => {
                let Some(ty) = &of.ty else { continue };
                let of = both(maker, Some(&subject.exact), |text| text.ty(ty));
                parts.push(Both {
                    shown: format!("type {name} = {}", of.shown),
                    exact: format!("{name} = {}", of.exact),
                });
            }
            Inner::AssocConst(of) => {
                let value = of.value.clone().unwrap_or_default();
                parts.push(Both::same(format!("const {name} = {value}")));
            }
            _ => {}
        }
    }
    parts.sort_by(|a, b| a.exact.cmp(&b.exact));
    let all = |text: fn(&Both) -> &str| match parts.is_empty() {
        true => String::new(),
        false => format!(" {{ {} }}", parts.iter().map(text).collect::<Vec<_>>().join("; ")),
    };
    let signature = header.shown.clone() + &all(|part| &part.shown);
    let exact = header.exact.clone() + &all(|part| &part.exact);
    let path = head(maker, &block.subject).map_or_else(|| subject.shown.clone(), str::to_owned);
    let entry = Entry { signature, exact, facts: Facts::default(), id, holder: None };
    maker.add_impl(&path, ItemKind::Impl, header.exact, entry);
}
