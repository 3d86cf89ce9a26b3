//! The second look: boosted decision trees over all that is known of a hypothesis, its rivals included.
//!
//! The log-linear model judges every hypothesis by itself and picks the best wording for each. What tells right from wrong
//! is often the contest between them, and combinations of features: how these correct the first score is learned here.

use super::feature::{FEATURES, Features};

/// Levels of a tree.
pub(crate) const DEPTH: usize = 4;
/// Inner nodes of a tree, level by level: the children of node `n` are `2n + 1` and `2n + 2`.
pub(crate) const SPLITS: usize = (1 << DEPTH) - 1;
/// Leaves of a tree.
pub(crate) const LEAVES: usize = 1 << DEPTH;
/// What a leaf's value of 1 stands for.
pub(crate) const LEAF_UNIT: f32 = 0.01;

/// A decision tree: each split asks whether a feature is above a threshold.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tree {
    pub(crate) features: [u8; SPLITS],
    pub(crate) thresholds: [f32; SPLITS],
    pub(crate) leaves: [i8; LEAVES],
}

impl Tree {
    /// The leaf that features lead to.
    pub(crate) fn leaf(&self, features: &Features) -> usize {
        let mut node = 0;
        while node < SPLITS {
            node = self.below(node, features);
        }
        node - SPLITS
    }

    fn below(&self, node: usize, features: &Features) -> usize {
        let value = features.0.get(usize::from(self.features[node])).copied().unwrap_or(0.0);
        2 * node + 1 + usize::from(value > self.thresholds[node])
    }

    /// The mean of the leaves below a node.
    fn mean(&self, node: usize) -> f32 {
        let (mut first, mut last) = (node, node);
        while first < SPLITS {
            (first, last) = (2 * first + 1, 2 * last + 2);
        }
        let sum: i32 = self.leaves[first - SPLITS..=last - SPLITS].iter().map(|leaf| i32::from(*leaf)).sum();
        sum as f32 * LEAF_UNIT / (last - first + 1) as f32
    }
}

/// What the trees add to the first score of a hypothesis: the sum of the leaves it leads to.
pub(crate) fn correction(trees: &[Tree], features: &Features) -> f32 {
    let sum: i32 = trees.iter().map(|tree| i32::from(tree.leaves[tree.leaf(features)])).sum();
    sum as f32 * LEAF_UNIT
}

/// What each feature adds to the correction: at every split on the way, how far the mean of the leaves below moves.
pub(crate) fn contributions(trees: &[Tree], features: &Features) -> Features {
    let mut added = Features::default();
    for tree in trees {
        let mut node = 0;
        while node < SPLITS {
            let next = tree.below(node, features);
            if let Some((feature, _)) = FEATURES.get(usize::from(tree.features[node])) {
                added[*feature] += tree.mean(next) - tree.mean(node);
            }
            node = next;
        }
    }
    added
}

#[cfg(test)]
mod tests {
    use super::{DEPTH, LEAVES, SPLITS, Tree, contributions, correction};
    use crate::engine::{Feature, Features};

    /// Asks for `Same` at every level; the leaf is its index.
    fn tree() -> Tree {
        let mut leaves = [0; LEAVES];
        leaves.iter_mut().zip(0..).for_each(|(leaf, value)| *leaf = value);
        Tree { features: [Feature::Same as u8; SPLITS], thresholds: [0.5; SPLITS], leaves }
    }

    #[test]
    fn a_hypothesis_walks_to_its_leaf_and_its_features_explain_the_way() {
        let mut features = Features::default();
        assert_eq!(tree().leaf(&features), 0);
        features[Feature::Same] = 1.0;
        assert_eq!(tree().leaf(&features), (1 << DEPTH) - 1);
        assert!((correction(&[tree(), tree()], &features) - 0.3).abs() < 1e-6);
        // From the mean of all leaves, 7.5, to the last, 15.
        let added = contributions(&[tree()], &features);
        assert!((added[Feature::Same] - 0.075).abs() < 1e-6);
        assert_eq!(added.0.iter().filter(|value| **value != 0.0).count(), 1);
    }
}
