//! Aliases that lead back to themselves: Rust expands an alias in place, so such a circle has no type.

use super::Context;
use crate::{
    diagnostic::Code,
    model::{TypeId, TypeKind},
};

/// Gives the alias that stands first in each circle a value of any form, with a diagnostic.
pub(super) fn break_cycles(cx: &mut Context<'_>) {
    let mut order: Vec<TypeId> = (0..cx.types.defs.len()).map(TypeId).collect();
    order.sort_by_key(|id| cx.types.get(*id).source.origin.clone());
    for id in order {
        if !leads_back(cx, id) {
            continue;
        }
        let origin = cx.types.get(id).source.origin.clone();
        let ty = cx.fall_back(Code::ReferenceCycle, &origin, "it is defined by itself alone");
        cx.types.get_mut(id).kind = TypeKind::Alias(ty);
    }
}

fn leads_back(cx: &Context<'_>, start: TypeId) -> bool {
    let mut seen = vec![false; cx.types.defs.len()];
    let mut open = vec![start];
    while let Some(id) = open.pop() {
        let TypeKind::Alias(ty) = &cx.types.get(id).kind else { continue };
        for next in ty.named() {
            if next == start {
                return true;
            }
            if let Some(seen) = seen.get_mut(next.0)
                && !std::mem::replace(seen, true)
            {
                open.push(next);
            }
        }
    }
    false
}
