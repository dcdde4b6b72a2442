//! How deep types lie in each other.

use super::cycles;
use crate::model::{TypeDef, TypeRef};

/// The most types on a way from type to type. A circle counts as all of its types: a way may lead through each.
#[must_use]
pub fn measure(types: &[TypeDef]) -> usize {
    let edges: Vec<Vec<usize>> = types.iter().map(targets).collect();
    longest(&edges)
}

fn targets(def: &TypeDef) -> Vec<usize> {
    let mut targets = Vec::new();
    targets.extend(def.parts().into_iter().flat_map(TypeRef::named).map(|id| id.0));
    targets
}

fn longest(edges: &[Vec<usize>]) -> usize {
    let circles = cycles::components(edges);
    let mut sizes = vec![0_usize; edges.len()];
    let mut onward = vec![Vec::new(); edges.len()];
    for (node, circle) in circles.iter().enumerate() {
        if let Some(size) = sizes.get_mut(*circle) {
            *size += 1;
        }
        let targets = edges.get(node).into_iter().flatten().filter_map(|target| circles.get(*target));
        if let Some(onward) = onward.get_mut(*circle) {
            onward.extend(targets.filter(|target| *target != circle));
        }
    }
    // Between circles there is none: who is left first leads to nobody who is left later.
    let mut depths = sizes;
    for circle in cycles::finished(&onward) {
        let below = onward.get(circle).into_iter().flatten().filter_map(|next| depths.get(*next)).max().copied();
        if let Some(depth) = depths.get_mut(circle) {
            *depth += below.unwrap_or_default();
        }
    }
    depths.into_iter().max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::longest;

    #[test]
    fn the_longest_way_counts_circles_whole() {
        assert_eq!(longest(&[]), 0);
        assert_eq!(longest(&[vec![], vec![]]), 1);
        assert_eq!(longest(&[vec![1, 2], vec![2], vec![], vec![0]]), 4);
        // 0 -> (1 2 3 in a circle) -> 4, and 5 apart.
        assert_eq!(longest(&[vec![1], vec![2], vec![3], vec![1, 4], vec![], vec![4]]), 5);
    }
}
