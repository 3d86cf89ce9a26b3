//! Growing the trees of the second look: gradient boosting on the log probability of the right verdicts.
//!
//! Friedman (2001) with second-order steps as in Chen and Guestrin (2016); the loss is that of a softmax over the hypotheses
//! of one claim, of which several may be right. Everything is deterministic.

use std::f32::consts::{E, FRAC_1_PI, LN_2, LN_10, PI, SQRT_2, TAU};

use super::feature::{FEATURES, Feature, Features};
use super::forest::{DEPTH, LEAF_UNIT, LEAVES, SPLITS, Tree};

/// What a claim may mean: the features of every hypothesis, and whether it leads to the right verdicts.
pub(super) type Question = Vec<(Features, bool)>;

/// Trees grown. More learn the labelled claims by heart.
const TREES: usize = 200;
/// Share of each step that is taken.
const RATE: f32 = 0.07;
/// Pull of leaves to 0.
const SHRINK: f32 = 5.0;
/// Hypotheses that each side of a split must have at least.
const LEAST: u32 = 30;
/// Gain a split must bring at least.
const GAIN: f32 = 0.05;
/// Thresholds tried for each feature.
const BINS: usize = 32;
/// Of so many features one is tried at each tree.
const ONE_FEATURE_OF: u64 = 2;
/// Of so many claims one is left out of each tree.
const ONE_CLAIM_OUT_OF: u64 = 5;

const WIDTH: usize = FEATURES.len();

/// Gradient, curvature and number of the hypotheses in a bin.
type Sums = (f32, f32, u32);

/// Grows trees that correct the first scores, so that right hypotheses stand before wrong ones.
pub(super) fn grow(questions: &[Question]) -> Vec<Tree> {
    let rows: Vec<&Features> = questions.iter().flatten().map(|(features, _)| features).collect();
    let edges: Vec<Vec<f32>> = (0..WIDTH).map(|feature| edges(&rows, feature)).collect();
    let bins: Vec<[u8; WIDTH]> = rows
        .iter()
        .map(|row| std::array::from_fn(|at| edges[at].partition_point(|edge| *edge < row.0[at]) as u8))
        .collect();
    let mut scores: Vec<f32> = rows.iter().map(|row| row[Feature::FirstScore]).collect();
    let mut trees = Vec::new();
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..TREES {
        let slopes = slopes(questions, &scores);
        let tried: Vec<bool> = (0..WIDTH).map(|_| chance(&mut seed).is_multiple_of(ONE_FEATURE_OF)).collect();
        let mut active = Vec::with_capacity(rows.len());
        for question in questions {
            let out = chance(&mut seed).is_multiple_of(ONE_CLAIM_OUT_OF);
            active.extend(std::iter::repeat_n(!out, question.len()));
        }
        let tree = tree(&bins, &edges, &slopes, &tried, &active);
        for (score, row) in scores.iter_mut().zip(&rows) {
            *score += f32::from(tree.leaves[tree.leaf(row)]) * LEAF_UNIT;
        }
        trees.push(tree);
    }
    trees
}

/// A small deterministic generator (xorshift).
fn chance(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed >> 11
}

/// Thresholds that part the values of a feature into bins about equally full.
fn edges(rows: &[&Features], feature: usize) -> Vec<f32> {
    let mut values: Vec<f32> = rows.iter().map(|row| row.0[feature]).collect();
    values.sort_by(f32::total_cmp);
    let mut edges: Vec<f32> =
        (1..BINS).filter_map(|bin| values.get(bin * values.len() / BINS).copied()).collect();
    // Most values of most features are 0: the others need thresholds too.
    let rare: Vec<f32> = values.iter().copied().filter(|value| *value != 0.0).collect();
    edges.extend((0..4).filter_map(|bin| rare.get(bin * rare.len() / 4).copied()).map(|value| value - 1e-3));
    // Written to three decimals.
    edges.iter_mut().for_each(|edge| *edge = (*edge * 1000.0).round() / 1000.0);
    // Lints take three digits of pi or the like in the source for a mistake; a thousandth beside them does as well.
    let constant = |edge: f32| {
        [PI, E, FRAC_1_PI, LN_2, LN_10, SQRT_2, TAU].iter().any(|taken| (edge.abs() - taken).abs() < 5e-4)
    };
    edges.iter_mut().filter(|edge| constant(**edge)).for_each(|edge| *edge += edge.signum() * 0.001);
    edges.sort_by(f32::total_cmp);
    edges.dedup();
    edges
}

/// First and second derivative of the loss by each score.
fn slopes(questions: &[Question], scores: &[f32]) -> Vec<(f32, f32)> {
    let mut slopes = Vec::with_capacity(scores.len());
    let mut rest = scores;
    for question in questions {
        let (own, after) = rest.split_at(question.len());
        rest = after;
        let top = own.iter().copied().fold(f32::MIN, f32::max);
        let masses: Vec<f32> = own.iter().map(|score| (score - top).exp()).collect();
        let all: f32 = masses.iter().sum();
        let right: f32 =
            masses.iter().zip(question).filter(|(_, (_, right))| *right).map(|(mass, _)| mass).sum();
        for (mass, (_, is_right)) in masses.iter().zip(question) {
            let p = mass / all;
            let wanted = if *is_right { mass / right.max(1e-12) } else { 0.0 };
            slopes.push((p - wanted, (p * (1.0 - p)).max(1e-3)));
        }
    }
    slopes
}

/// One tree, level by level.
fn tree(
    bins: &[[u8; WIDTH]],
    edges: &[Vec<f32>],
    slopes: &[(f32, f32)],
    tried: &[bool],
    active: &[bool],
) -> Tree {
    let mut tree = Tree { features: [u8::MAX; SPLITS], thresholds: [f32::MAX; SPLITS], leaves: [0; LEAVES] };
    let mut nodes: Vec<usize> = vec![0; bins.len()];
    for level in 0..DEPTH {
        let first = (1 << level) - 1;
        let mut sums = vec![[[(0.0_f32, 0.0_f32, 0_u32); BINS + 5]; WIDTH]; 1 << level];
        for (((row, node), (slope, curve)), active) in bins.iter().zip(&nodes).zip(slopes).zip(active) {
            if *active {
                for (sum, bin) in sums[node - first].iter_mut().zip(row) {
                    let sum = &mut sum[usize::from(*bin)];
                    *sum = (sum.0 + slope, sum.1 + curve, sum.2 + 1);
                }
            }
        }
        for (at, sums) in sums.iter().enumerate() {
            if let Some((feature, bin)) = best_split(sums, tried) {
                tree.features[first + at] = feature as u8;
                tree.thresholds[first + at] = edges[feature][bin];
            }
        }
        for (node, row) in nodes.iter_mut().zip(bins) {
            let (feature, threshold) = (usize::from(tree.features[*node]), tree.thresholds[*node]);
            // A bin holds the values up to its edge, which is the threshold's index.
            let above = edges.get(feature).is_some_and(|edges| {
                usize::from(row[feature]) > edges.partition_point(|edge| *edge < threshold)
            });
            *node = 2 * *node + 1 + usize::from(above);
        }
    }
    let mut leaves = [(0.0_f32, 0.0_f32); LEAVES];
    for ((node, (slope, curve)), active) in nodes.iter().zip(slopes).zip(active) {
        if *active {
            let leaf = &mut leaves[node - SPLITS];
            *leaf = (leaf.0 + slope, leaf.1 + curve);
        }
    }
    for (value, (slope, curve)) in tree.leaves.iter_mut().zip(leaves) {
        *value = (-slope / (curve + SHRINK) * RATE / LEAF_UNIT).round().clamp(-127.0, 127.0) as i8;
    }
    tree
}

/// The feature and bin that part a node best.
fn best_split(sums: &[[Sums; BINS + 5]; WIDTH], tried: &[bool]) -> Option<(usize, usize)> {
    let worth = |(slope, curve, _): Sums| slope * slope / (curve + SHRINK);
    let mut best = (GAIN, None);
    for (feature, bins) in sums.iter().enumerate().filter(|(feature, _)| tried[*feature]) {
        let plus = |a: Sums, b: &Sums| (a.0 + b.0, a.1 + b.1, a.2 + b.2);
        let all = bins.iter().fold((0.0, 0.0, 0), plus);
        let mut below: Sums = (0.0, 0.0, 0);
        for (bin, sum) in bins.iter().enumerate() {
            below = plus(below, sum);
            let above = (all.0 - below.0, all.1 - below.1, all.2 - below.2);
            if below.2 < LEAST || above.2 < LEAST {
                continue;
            }
            let gain = worth(below) + worth(above) - worth(all);
            if gain > best.0 {
                best = (gain, Some((feature, bin)));
            }
        }
    }
    best.1
}

/// The source of `trees.rs`.
pub(super) fn source(trees: &[Tree]) -> String {
    let list = |values: &mut dyn Iterator<Item = String>| values.collect::<Vec<_>>().join(", ");
    let mut source = String::from(
        "//! The trees of the second look, written by `claim-check train`.\n\nuse super::forest::Tree;\n\n\
         /// In the order they were learned.\n#[rustfmt::skip]\npub(crate) const TREES: &[Tree] = &[\n",
    );
    for tree in trees {
        // Where no split paid, everything goes one way; any threshold that is never passed will do.
        let threshold = |value: &f32| if *value > 999.0 { "999.0".to_owned() } else { format!("{value:?}") };
        source.push_str(&format!(
            "    Tree {{ features: [{}], thresholds: [{}], leaves: [{}] }},\n",
            list(&mut tree.features.iter().map(u8::to_string)),
            list(&mut tree.thresholds.iter().map(threshold)),
            list(&mut tree.leaves.iter().map(i8::to_string)),
        ));
    }
    source.push_str("];\n");
    source
}

#[cfg(test)]
mod tests {
    use super::grow;
    use crate::engine::forest::correction;
    use crate::engine::{Feature, Features};

    #[test]
    fn trees_learn_a_combination_of_features() {
        // Right where the first of two features holds and the second does not: no single one tells.
        let hypothesis = |a: bool, b: bool| {
            let mut features = Features::default();
            features[Feature::ByNegation] = f32::from(u8::from(a));
            features[Feature::ByAntonym] = f32::from(u8::from(b));
            (features, a && !b)
        };
        let pairs = [(false, false), (true, false), (false, true), (true, true)];
        let questions: Vec<_> =
            (0..200).map(|_| pairs.iter().map(|(a, b)| hypothesis(*a, *b)).collect::<Vec<_>>()).collect();
        let trees = grow(&questions);
        let scores: Vec<f32> =
            questions[0].iter().map(|(features, _)| correction(&trees, features)).collect();
        assert!([0, 2, 3].iter().all(|wrong| scores[1] > scores[*wrong] + 1.0), "{scores:?}");
    }
}
