//! Where a text that unfolds too far does so.

use super::{Kind, Marks, NodeId, Position};

impl Marks {
    /// The alias with which the document, aliases unfolded, gets more than `most` nodes; where it does not (the parser has
    /// a limit of its own), the one that unfolds farthest.
    pub(in crate::source) fn unfolding(&self, most: usize) -> Option<Position> {
        let sizes = self.sizes();
        let size = |id: NodeId| sizes.get(id).copied().unwrap_or_default();
        let (mut id, mut spent) = (self.root?, 0_usize);
        if size(id) <= most {
            let aliases = (0..self.nodes.len()).filter(|id| self.is_alias(*id));
            return aliases.max_by_key(|id| size(*id)).and_then(|id| self.start(id));
        }
        loop {
            spent = spent.saturating_add(1);
            let mut children = self.children(id).into_iter();
            let next = children.find(|child| {
                let after = spent.saturating_add(size(*child));
                let is_here = after > most;
                if !is_here {
                    spent = after;
                }
                is_here
            });
            match next {
                Some(child) if !self.is_alias(child) => id = child,
                Some(alias) => return self.start(alias),
                None => return self.start(id),
            }
        }
    }

    /// How many nodes each unfolds to. An alias leads to what was begun before it, so the order of the text does; one that
    /// leads into what it stands in has no end.
    fn sizes(&self) -> Vec<usize> {
        let mut sizes = vec![0_usize; self.nodes.len()];
        let mut parents: Vec<Option<NodeId>> = vec![None; self.nodes.len()];
        for id in 0..self.nodes.len() {
            for child in self.children(id) {
                if let Some(parent) = parents.get_mut(child) {
                    *parent = Some(id);
                }
            }
        }
        for id in 0..self.nodes.len() {
            let own = match self.nodes.get(id).map(|node| &node.kind) {
                Some(Kind::Alias(Some(target))) => sizes.get(*target).copied().unwrap_or_default(),
                _ => 1,
            };
            // What stands around it unfolds to as much more.
            let mut around = Some(id);
            while let Some(at) = around {
                if let Some(size) = sizes.get_mut(at) {
                    *size = size.saturating_add(own);
                }
                around = parents.get(at).copied().flatten();
            }
        }
        sizes
    }

    fn children(&self, id: NodeId) -> Vec<NodeId> {
        match self.nodes.get(id).map(|node| &node.kind) {
            Some(Kind::List(items)) => items.clone(),
            Some(Kind::Mapping(entries)) => entries.iter().flat_map(|entry| [entry.key, entry.value]).collect(),
            _ => Vec::new(),
        }
    }

    fn is_alias(&self, id: NodeId) -> bool {
        matches!(self.nodes.get(id).map(|node| &node.kind), Some(Kind::Alias(_)))
    }

    fn start(&self, id: NodeId) -> Option<Position> {
        self.nodes.get(id).map(|node| node.range.start)
    }
}
