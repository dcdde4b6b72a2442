//! Which types lie on a circle with each other.

/// For each node the number of its strongly connected component: two nodes have one number exactly when each reaches
/// the other. Iterative (Kosaraju), so that depth costs no stack.
#[must_use]
pub fn components(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut reversed = vec![Vec::new(); edges.len()];
    for (from, targets) in edges.iter().enumerate() {
        for to in targets {
            if let Some(back) = reversed.get_mut(*to) {
                back.push(from);
            }
        }
    }
    let mut component = vec![usize::MAX; edges.len()];
    for root in finished(edges).into_iter().rev() {
        let mut open = vec![root];
        while let Some(node) = open.pop() {
            let (Some(own), Some(back)) = (component.get_mut(node), reversed.get(node)) else { continue };
            if *own == usize::MAX {
                *own = root;
                open.extend(back);
            }
        }
    }
    component
}

/// All nodes in the order in which a search in depth leaves them.
#[must_use]
pub fn finished(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut seen = vec![false; edges.len()];
    let mut order = Vec::with_capacity(edges.len());
    for start in 0..edges.len() {
        let mut path = vec![(start, 0)];
        while let Some((node, next)) = path.pop() {
            let (Some(seen), Some(targets)) = (seen.get_mut(node), edges.get(node)) else { continue };
            if next == 0 && std::mem::replace(seen, true) {
                continue;
            }
            match targets.get(next) {
                Some(target) => path.extend([(node, next + 1), (*target, 0)]),
                None => order.push(node),
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::components;

    #[test]
    fn circles_share_a_number() {
        let found = components(&[vec![1], vec![2], vec![0, 3], vec![4], vec![], vec![5]]);
        let [a, b, c, rest @ ..] = found.as_slice() else { unreachable!() };
        assert_eq!((a, b), (b, c));
        let apart: std::collections::BTreeSet<_> = rest.iter().chain([a]).collect();
        assert_eq!(apart.len(), 4);
    }
}
